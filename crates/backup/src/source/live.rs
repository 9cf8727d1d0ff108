//! A business in a store as a source of rows.

use super::{Source, Visit};
use crate::layout::TIJORI_EMAILS;
use crate::{BackupError, email_rows};
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

    fn object(&self, key: Key) -> Result<Option<Object>, BackupError> {
        Ok(self.0.object(key)?)
    }

    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError> {
        Ok(self.0.each_blob(&mut |blob| visit(blob).map_err(stop))?)
    }

    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, BackupError> {
        Ok(self.0.copy_blob(key, sink)?)
    }

    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        let mut tables = self.0.carried_tables()?;
        if self.0.emails_size()?.0 > 0 {
            tables.push(email_rows::table());
        }
        Ok(tables)
    }

    fn each_carried_row(
        &self,
        table: &str,
        visit: Visit<'_, Vec<Cell>>,
    ) -> Result<(), BackupError> {
        if table == TIJORI_EMAILS {
            return Ok(self.0.each_email(&mut |email| {
                let message = self.0.email_message(email.key)?;
                visit(email_rows::cells(&email, message.unwrap_or_default())).map_err(stop)
            })?);
        }
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
