//! One business, open: one connection that writes, and readers that each see one moment.

use crate::building::check;
use crate::connection;
use crate::folder::{beside, sync_folder};
use crate::place::{Place, folder_fault};
use crate::session::{Failure, Holder, Session, Writing};
use crate::sqlite_store::Shared;
use books::Key;
use rusqlite::{Connection, TransactionBehavior};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Business, Reader, StoreError, UnitOfWork};

/// How long moving a business to Trash waits for those who read it.
const READERS_WAIT: Duration = Duration::from_secs(10);

/// An open business.
pub struct SqliteBusiness {
    place: Place,
    /// Which file lay there when it was opened.
    identity: Option<(u64, u64)>,
    /// Absent once the business was moved to Trash.
    writer: Mutex<Option<Connection>>,
    readers: Mutex<Readers>,
    reader_ended: Condvar,
    /// Keeps the data folder locked while any business of it is open.
    _shared: Arc<Shared>,
}

#[derive(Default)]
struct Readers {
    active: usize,
    is_closed: bool,
}

impl SqliteBusiness {
    /// Opens the file. Call only while no connection to it is open here (see `connection.rs`).
    pub fn open(shared: Arc<Shared>, place: Place) -> Result<Self, StoreError> {
        connection::look_at_header(&place)?;
        let writer = connection::open_writer(&place)?;
        // SQLite makes the log with the first transaction, but does not report it when the folder
        // cannot be synced; so it is done here, before anyone is told that anything was saved.
        writer
            .execute_batch("BEGIN IMMEDIATE; COMMIT;")
            .map_err(place.fault("open the business"))?;
        let folder = &shared.folder.businesses;
        sync_folder(folder).map_err(folder_fault(folder))?;
        Ok(Self {
            identity: identity_of(&place.path),
            place,
            writer: Mutex::new(Some(writer)),
            readers: Mutex::default(),
            reader_ended: Condvar::new(),
            _shared: shared,
        })
    }

    /// The bytes on the disk: the file and its log.
    pub fn bytes_count(&self) -> u64 {
        let of = |path: &Path| fs::metadata(path).map_or(0, |metadata| metadata.len());
        of(&self.place.path) + of(&beside(&self.place.path, "-wal"))
    }

    /// The file's place.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Begins to read, as [`Business::read`] does.
    ///
    /// Each reader has a connection of its own: opening one costs a fraction of a millisecond, and
    /// nothing is left over from an earlier reader.
    pub fn moment(&self) -> Result<Session<Moment<'_>>, StoreError> {
        let ticket = Ticket::take(self)?;
        self.refuse_replaced(None)?;
        let connection = connection::open_reader(&self.place)?;
        // The first SELECT is what pins the moment, not BEGIN.
        connection
            .execute_batch("BEGIN; SELECT Number FROM Profile;")
            .map_err(self.place.fault("begin to read"))?;
        Ok(Session(Moment { connection, ticket }))
    }

    /// Closes the file for good, with everything in it and nothing beside it.
    ///
    /// # Errors
    /// When someone still reads after a while; the business stays open then.
    pub fn close(&self) -> Result<(), StoreError> {
        let mut writer = self.writer();
        self.wait_for_readers()?;
        let Some(open) = writer.take() else {
            return Err(StoreError::BusinessNotFound(self.place.key));
        };
        let result = self.settle(open);
        if result.is_err() {
            self.readers().is_closed = false;
            *writer = Some(connection::open_writer(&self.place)?);
        }
        result
    }

    /// Refuses new readers and waits until those there are have ended.
    fn wait_for_readers(&self) -> Result<(), StoreError> {
        let mut readers = self.readers();
        readers.is_closed = true;
        let (mut readers, waited) = self
            .reader_ended
            .wait_timeout_while(readers, READERS_WAIT, |readers| readers.active > 0)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            readers.is_closed = false;
            return Err(StoreError::engine(
                format!("close {}", self.place.path.display()),
                "it is still being read, perhaps for a backup; try again when that has ended",
            ));
        }
        Ok(())
    }

    /// Brings the log into the file and leaves the form that has none.
    fn settle(&self, connection: Connection) -> Result<(), StoreError> {
        let fault = self.place.fault("close the business");
        self.refuse_replaced(Some(&connection))?;
        connection::keep_log(&connection, false).map_err(&fault)?;
        let mode: String = connection
            .pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0))
            .map_err(&fault)?;
        connection.close().map_err(|(_open, error)| fault(error))?;
        if mode != "delete" || beside(&self.place.path, "-wal").exists() {
            return Err(StoreError::engine(
                format!("close {}", self.place.path.display()),
                "its log could not be brought into the file",
            ));
        }
        Ok(())
    }

    /// Refuses to go on when the path no longer leads to the file that was opened.
    fn refuse_replaced(&self, open: Option<&Connection>) -> Result<(), StoreError> {
        let has_moved = match open {
            Some(connection) => connection::has_moved(connection)
                .map_err(self.place.fault("look where the file is"))?,
            None => false,
        };
        if has_moved || identity_of(&self.place.path) != self.identity {
            return Err(StoreError::Replaced(self.place.key));
        }
        Ok(())
    }

    /// After a failure of the disk, what was written before is in doubt: the file is opened anew
    /// and checked before anything is added.
    fn reopen_after_failure(&self, writer: &mut Option<Connection>) -> Result<(), StoreError> {
        let outcome = connection::open_writer(&self.place).and_then(|fresh| {
            check(&fresh, &self.place)?;
            *writer = Some(fresh);
            Ok(())
        });
        if outcome.is_err() {
            self.place.suspect();
        }
        outcome
    }

    fn writer(&self) -> MutexGuard<'_, Option<Connection>> {
        // A panic in a unit of work has rolled it back; the connection is as good as before.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn readers(&self) -> MutexGuard<'_, Readers> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Business for SqliteBusiness {
    fn key(&self) -> Key {
        self.place.key
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        Ok(Box::new(self.moment()?))
    }

    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut writer = self.writer();
        if writer.is_some() && self.place.take_suspicion() {
            self.reopen_after_failure(&mut writer)?;
        }
        let Some(connection) = writer.as_mut() else {
            return Err(StoreError::BusinessNotFound(self.place.key));
        };
        self.refuse_replaced(Some(connection))?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(self.place.fault("begin a unit of work"))?;
        let mut unit = Session(Unit {
            connection: &transaction,
            place: &self.place,
            failure: Failure::default(),
        });
        work(&mut unit)?;
        unit.0.failure.check()?;
        self.refuse_replaced(Some(&transaction))?;
        transaction
            .commit()
            .map_err(self.place.fault("commit a unit of work"))
    }
}

/// The connection of one unit of work.
struct Unit<'u> {
    connection: &'u Connection,
    place: &'u Place,
    failure: Failure,
}

impl Holder for Unit<'_> {
    fn connection(&self) -> &Connection {
        self.connection
    }

    fn place(&self) -> &Place {
        self.place
    }
}

impl Writing for Unit<'_> {
    fn failure(&self) -> &Failure {
        &self.failure
    }
}

/// The connection of one reader, in one read transaction, and its place in the count. The
/// connection stands first, so that it is closed before it is counted out.
pub struct Moment<'b> {
    connection: Connection,
    ticket: Ticket<'b>,
}

impl Holder for Moment<'_> {
    fn connection(&self) -> &Connection {
        &self.connection
    }

    fn place(&self) -> &Place {
        &self.ticket.0.place
    }
}

/// Counts a reader in, and out when it ends, so that nobody moves the file meanwhile.
struct Ticket<'b>(&'b SqliteBusiness);

impl<'b> Ticket<'b> {
    fn take(business: &'b SqliteBusiness) -> Result<Self, StoreError> {
        let mut readers = business.readers();
        if readers.is_closed {
            return Err(StoreError::BusinessNotFound(business.place.key));
        }
        readers.active += 1;
        Ok(Self(business))
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.0.readers().active -= 1;
        self.0.reader_ended.notify_all();
    }
}

/// Which file lies at the path: disk and number of the file.
#[cfg(unix)]
fn identity_of(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// Whether a file lies at the path: elsewhere the system itself keeps an open file in its place.
#[cfg(not(unix))]
fn identity_of(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}
