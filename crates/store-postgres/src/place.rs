//! Which business of which subscriber, and how an error of the database on it is told.

use crate::line::Fault;
use books::Key;
use postgres::error::SqlState;
use store::StoreError;

/// A business among the rows.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The key of the business.
    pub key: Key,
    /// Its number in the tables.
    pub number: i64,
}

impl Place {
    /// The rows are not what they should be.
    pub fn damaged(&self, reason: impl ToString) -> StoreError {
        StoreError::Damaged {
            what: self.key.to_string(),
            reason: reason.to_string(),
        }
    }
}

/// Turns an error of PostgreSQL while doing `what` into ours.
pub fn fault(what: &str) -> impl Fn(Fault) -> StoreError {
    move |fault| {
        let error = match fault {
            Fault::Told(error) => error,
            Fault::Silent | Fault::NotBegun(_) => {
                return StoreError::Unreachable {
                    reason: fault.to_string(),
                };
            }
        };
        if error.is_closed() || is_gone(&error) {
            return StoreError::Unreachable {
                reason: told(&error),
            };
        }
        match error.code() {
            Some(code) if *code == SqlState::DISK_FULL => {
                StoreError::DiskFull("the database".to_owned())
            }
            Some(code) if *code == SqlState::DATA_CORRUPTED => StoreError::Damaged {
                what: "the database".to_owned(),
                reason: told(&error),
            },
            _ => StoreError::engine(format!("the database ({what})"), told(&error)),
        }
    }
}

/// Whether the connection or the server has gone, and another try may find it back.
fn is_gone(error: &postgres::Error) -> bool {
    let gone = [
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::CONNECTION_EXCEPTION,
        SqlState::CONNECTION_DOES_NOT_EXIST,
        SqlState::CONNECTION_FAILURE,
        SqlState::TOO_MANY_CONNECTIONS,
    ];
    match error.code() {
        Some(code) => gone.contains(code),
        // An error without a code that is one of the line.
        None => std::error::Error::source(error)
            .is_some_and(|source| source.downcast_ref::<std::io::Error>().is_some()),
    }
}

/// The error in words: what the server said, and not only that it said something.
pub fn told(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => said.message().to_owned(),
        // Why a handshake failed stands only in what lies below.
        None => match std::error::Error::source(error) {
            Some(below) => format!("{error}: {below}"),
            None => error.to_string(),
        },
    }
}
