//! The safe of a subscriber's vault: rows of the database.

use mail::{MailError, Safe};
use store::StoreError;
use store_postgres::VaultRows;

/// Rows as a safe.
pub struct RowSafe(pub VaultRows);

impl Safe for RowSafe {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, MailError> {
        self.0.get(name).map_err(unreadable)
    }

    fn put(&self, name: &str, sealed: &[u8]) -> Result<(), MailError> {
        self.0.put(name, sealed).map_err(not_written)
    }

    fn remove(&self, name: &str) -> Result<(), MailError> {
        self.0.remove(name).map_err(not_written)
    }

    fn names(&self) -> Result<Vec<String>, MailError> {
        self.0.names().map_err(unreadable)
    }
}

fn unreadable(error: StoreError) -> MailError {
    MailError::VaultUnreadable {
        reason: error.to_string(),
    }
}

fn not_written(error: StoreError) -> MailError {
    MailError::VaultNotWritten {
        file: "of the database".to_owned(),
        reason: error.to_string(),
    }
}
