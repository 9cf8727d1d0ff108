//! The first failure of a unit of work.

use crate::StoreError;
use std::cell::RefCell;

/// The first failure of a step of a unit of work. After it the unit cannot be kept, even when the
/// caller goes on as if nothing had happened: half a change must never be committed.
#[derive(Debug, Default)]
pub struct Failure(RefCell<Option<String>>);

impl Failure {
    /// Does a step, unless one failed before.
    ///
    /// # Errors
    /// Those of the step; after the first, that the change cannot be kept.
    pub fn guard<T>(&self, step: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.check()?;
        let result = step();
        if let Err(error) = &result {
            // A record that is not there was looked for before anything was written.
            if !matches!(error, StoreError::RecordNotFound(_)) {
                *self.0.borrow_mut() = Some(error.to_string());
            }
        }
        result
    }

    /// Refuses when a step failed.
    ///
    /// # Errors
    /// [`StoreError::Engine`] with what failed first.
    pub fn check(&self) -> Result<(), StoreError> {
        match self.0.borrow().as_ref() {
            Some(reason) => Err(StoreError::engine(
                "the change cannot be kept, because a step of it failed",
                reason,
            )),
            None => Ok(()),
        }
    }
}
