//! A business that may only be looked at, whoever holds it.

use crate::{Business, HeadNote, Reader, StoreError, UnitOfWork};
use books::Key;
use std::io::Write;
use std::sync::Arc;

/// Lets everything be read and refuses every unit of work, so that no page, job or command can
/// change what lies behind it, however it came by it.
pub struct ReadOnly(Arc<dyn Business>);

impl ReadOnly {
    /// Nobody who gets the business from here writes into it.
    pub fn new(business: Arc<dyn Business>) -> Self {
        Self(business)
    }
}

impl Business for ReadOnly {
    fn key(&self) -> Key {
        self.0.key()
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        self.0.read()
    }

    fn send_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError> {
        self.0.send_blob(key, sink)
    }

    fn write(
        &self,
        _work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly(self.key()))
    }

    fn note_head(&self, _note: &HeadNote) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly(self.key()))
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        self.0.noted_heads()
    }
}
