//! One business, open: one connection that writes, and readers that each see one moment.

use crate::building::check;
use crate::connection;
use crate::folder::{beside, sync_folder};
use crate::heads;
use crate::place::{Place, folder_fault};
use crate::session::postings::PostedState;
use crate::session::{Holder, Session, Writing};
use crate::sqlite_store::Shared;
use books::Key;
use rusqlite::{Connection, TransactionBehavior};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::rows::Failure;
use store::{Business, HeadNote, Reader, StoreError, UnitOfWork};

/// How long moving a business to Trash waits for those who read it.
const READERS_WAIT: Duration = Duration::from_secs(10);

/// An open business.
pub struct SqliteBusiness {
    place: Place,
    /// Which file lay there when it was opened, and which log beside it.
    identity: Identity,
    /// Absent once the business was moved to Trash.
    writer: Mutex<Option<Connection>>,
    readers: Mutex<Readers>,
    reader_ended: Condvar,
    /// Keeps the data folder locked while any business of it is open.
    shared: Arc<Shared>,
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
        sweep_journal(&place.path)
            .and_then(|()| sync_folder(folder))
            .map_err(folder_fault(folder))?;
        Ok(Self {
            identity: Identity::of(&place.path),
            place,
            writer: Mutex::new(Some(writer)),
            readers: Mutex::default(),
            reader_ended: Condvar::new(),
            shared,
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
        let mode = connection::set_journal_mode(&connection, "delete").map_err(&fault)?;
        connection.close().map_err(|(_open, error)| fault(error))?;
        if mode != "delete" || beside(&self.place.path, "-wal").exists() {
            return Err(StoreError::engine(
                format!("close {}", self.place.path.display()),
                "its log could not be brought into the file",
            ));
        }
        Ok(())
    }

    /// Refuses to go on when the paths no longer lead to the file that was opened and to its log:
    /// what is written into a file that was moved away is gone for whoever opens the path next.
    fn refuse_replaced(&self, open: Option<&Connection>) -> Result<(), StoreError> {
        let has_moved = match open {
            Some(connection) => connection::has_moved(connection)
                .map_err(self.place.fault("look where the file is"))?,
            None => false,
        };
        if has_moved || Identity::of(&self.place.path) != self.identity {
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
            posted: PostedState::default(),
        });
        work(&mut unit)?;
        unit.0.failure.check()?;
        self.refuse_replaced(Some(&transaction))?;
        transaction
            .commit()
            .map_err(self.place.fault("commit a unit of work"))
    }

    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError> {
        let folder = &self.shared.folder;
        heads::add(&folder.heads_file(self.place.key), note).map_err(folder_fault(&folder.heads))
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        let folder = &self.shared.folder;
        heads::all(&folder.heads_file(self.place.key)).map_err(folder_fault(&folder.heads))
    }
}

/// The connection of one unit of work.
struct Unit<'u> {
    connection: &'u Connection,
    place: &'u Place,
    failure: Failure,
    posted: PostedState,
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

    fn posted(&self) -> &PostedState {
        &self.posted
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

/// Removes a journal of a move to Trash that a crash ended before it was begun. One that was begun
/// has been rolled back by now, and with a write-ahead log there is none.
fn sweep_journal(path: &Path) -> io::Result<()> {
    match fs::remove_file(beside(path, "-journal")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Which file lies at a path, and which log beside it. Both stay the same while a business is open:
/// the log is kept when a connection closes (see `connection.rs`).
#[derive(Debug, PartialEq, Eq)]
struct Identity {
    file: Option<(u64, u64)>,
    log: Option<(u64, u64)>,
}

impl Identity {
    fn of(path: &Path) -> Self {
        Self {
            file: identity_of(path),
            log: identity_of(&beside(path, "-wal")),
        }
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

#[cfg(test)]
mod tests {
    use crate::SqliteStore;
    use books::Key;
    use history::Stamp;
    use jiff::Timestamp;
    use rusqlite::Connection;
    use std::io::{Seek, SeekFrom, Write};
    use std::sync::Arc;
    use store::{Business, Profile, StoreError, create_business};

    const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");

    fn opened(folder: &tempfile::TempDir) -> Arc<super::SqliteBusiness> {
        let store = SqliteStore::open(folder.path()).unwrap();
        let profile = Profile {
            name: "Business".to_owned(),
            country: None,
            time_zone: "UTC".to_owned(),
            installation: Key::NIL,
            absent: Vec::new(),
        };
        create_business(&store, BUSINESS, &profile, &[], &stamp(), BUSINESS).unwrap();
        store.open_business(BUSINESS).unwrap()
    }

    fn stamp() -> Stamp {
        Stamp {
            instant: Timestamp::UNIX_EPOCH,
            zone: "UTC".to_owned(),
            offset_s: 0,
            user_key: None,
            user_name: String::new(),
            program_version: "0.1.0".to_owned(),
            commit: Key::NIL,
        }
    }

    fn put(business: &dyn Business, last: u8, content: &[u8]) -> Result<(), StoreError> {
        let key = Key::from_bytes([last; 16]);
        business.write(&mut |unit| {
            unit.put_object(key, Key::NIL, content, "", &stamp())
                .map(drop)
        })
    }

    #[test]
    fn a_full_disk_is_told_as_such_and_the_business_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let business = opened(&folder);
        let limit = |pages: i64| {
            let writer = business.writer();
            let connection: &Connection = writer.as_ref().unwrap();
            // This limit makes SQLite say what it says of a full disk.
            connection
                .pragma_update_and_check(None, "max_page_count", pages, |_row| Ok(()))
                .unwrap();
        };
        limit(60);
        let error = put(business.as_ref(), 1, &[7; 1_000_000]).unwrap_err();
        assert_eq!(error.code(), "disk-full");
        assert_eq!(business.read().unwrap().history_head().unwrap().sequence, 1);
        put(business.as_ref(), 2, b"small").unwrap();
        limit(100_000);
        put(business.as_ref(), 1, &[7; 1_000_000]).unwrap();
        assert_eq!(business.read().unwrap().history_head().unwrap().sequence, 3);
    }

    #[cfg(unix)]
    #[test]
    fn a_log_that_was_moved_away_is_noticed_even_when_nothing_is_read_from_it() {
        let folder = tempfile::tempdir().unwrap();
        let business = opened(&folder);
        put(business.as_ref(), 1, b"before").unwrap();
        let checkpoint = || {
            let writer = business.writer();
            let connection: &Connection = writer.as_ref().unwrap();
            connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))
                .unwrap();
        };
        checkpoint();
        put(business.as_ref(), 2, b"a checkpoint changes nothing").unwrap();
        checkpoint();
        let log = super::beside(&business.place.path, "-wal");
        std::fs::rename(&log, folder.path().join("aside")).unwrap();
        for number in 3..5 {
            let error = put(business.as_ref(), number, b"lost").unwrap_err();
            assert_eq!(error.code(), "stored-business-replaced");
        }
        std::fs::rename(folder.path().join("aside"), &log).unwrap();
        put(business.as_ref(), 5, b"after").unwrap();
    }

    #[test]
    fn after_a_failure_of_the_disk_a_sound_file_is_opened_anew_and_written() {
        let folder = tempfile::tempdir().unwrap();
        let business = opened(&folder);
        business.place.suspect();
        put(business.as_ref(), 1, b"after").unwrap();
        assert!(!business.place.take_suspicion());
        assert_eq!(business.read().unwrap().history_head().unwrap().sequence, 2);
    }

    #[test]
    fn after_a_failure_of_the_disk_a_damaged_file_is_written_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let business = opened(&folder);
        put(business.as_ref(), 1, &[7; 100_000]).unwrap();
        {
            let writer = business.writer();
            let connection: &Connection = writer.as_ref().unwrap();
            connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))
                .unwrap();
        }
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .open(&business.place.path)
            .unwrap();
        file.seek(SeekFrom::Start(2 * 4096)).unwrap();
        file.write_all(&[0xff; 8 * 4096]).unwrap();
        drop(file);
        business.place.suspect();
        for _ in 0..2 {
            let error = put(business.as_ref(), 2, b"x").unwrap_err();
            assert_eq!(error.code(), "stored-business-damaged");
        }
    }
}
