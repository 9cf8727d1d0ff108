//! A business in a store as a source of rows.

use super::{Source, Visit};
use crate::BackupError;
use books::{Key, Object};
use history::Entry;
use std::io::Write;
use store::{Blob, CarriedTable, Cell, Reader, StoreError};

/// One consistent moment of a business.
pub(crate) struct LiveSource<'a, R: Reader + ?Sized>(pub &'a R);

/// Lets our error travel through the store's visit; [`BackupError::from`] unwraps it again.
fn stop(error: BackupError) -> StoreError {
    StoreError::Stopped(Box::new(error))
}

impl<R: Reader + ?Sized> Source for LiveSource<'_, R> {
    fn each_object(&self, visit: Visit<'_, Object>) -> Result<(), BackupError> {
        Ok(self
            .0
            .each_object(None, &mut |object| visit(object).map_err(stop))?)
    }

    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError> {
        Ok(self.0.each_blob(&mut |blob| visit(blob).map_err(stop))?)
    }

    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, BackupError> {
        Ok(self.0.copy_blob(key, sink)?)
    }

    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        Ok(self.0.carried_tables()?)
    }

    fn each_carried_row(
        &self,
        table: &str,
        visit: Visit<'_, Vec<Cell>>,
    ) -> Result<(), BackupError> {
        Ok(self
            .0
            .each_carried_row(table, &mut |cells| visit(cells).map_err(stop))?)
    }

    fn each_entry(&self, visit: Visit<'_, Entry>) -> Result<(), BackupError> {
        Ok(self
            .0
            .each_entry(1, &mut |entry| visit(entry).map_err(stop))?)
    }
}
