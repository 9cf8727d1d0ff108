//! What came of a transaction whose COMMIT was sent and never answered (docs/SPEC-cloud.md, 2.14).

use crate::database::Database;
use crate::place::fault;
use std::thread;
use std::time::{Duration, Instant};
use store::StoreError;

/// How long after COMMIT was sent the database is asked before there is a doubt: somebody waits at
/// a page.
const PATIENCE: Duration = Duration::from_secs(12);
/// How often it is asked while the transaction is still in progress there.
const ASK_AGAIN: Duration = Duration::from_millis(200);

/// Asks the database itself what became of the transaction with this number, whose COMMIT was
/// sent then: nothing is wrong when
/// it was committed, and nothing was changed when it was not.
///
/// # Errors
/// [`StoreError::Unreachable`] when it was not committed; [`StoreError::InDoubt`] when the database
/// does not say in time.
pub fn settled(
    database: &Database,
    number: &str,
    reason: String,
    sent: Instant,
) -> Result<(), StoreError> {
    loop {
        match outcome(database, number).as_deref() {
            Ok("committed") => return Ok(()),
            Ok("aborted") => return Err(StoreError::Unreachable { reason }),
            // Not ended there yet, or nobody answers.
            _ => {}
        }
        if sent.elapsed() > PATIENCE {
            return Err(StoreError::InDoubt { reason });
        }
        thread::sleep(ASK_AGAIN);
    }
}

/// `committed`, `aborted` or `in progress`. A number is all figures.
fn outcome(database: &Database, number: &str) -> Result<String, StoreError> {
    let mut connection = database.connection()?;
    let sql = format!("SELECT pg_xact_status('{number}'::xid8)");
    let rows = connection
        .query_once(&sql)
        .map_err(fault("ask what became of a transaction"))?;
    let told: Option<String> = rows.first().and_then(|row| row.get(0));
    Ok(told.unwrap_or_default())
}
