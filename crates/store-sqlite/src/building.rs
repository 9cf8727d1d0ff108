//! A business in the making: a file of its own that nobody sees until it is whole and on the disk.
//!
//! It is filled without a journal and without waiting for the disk. Publishing checks it, waits for
//! the disk once, and gives it its name; that name is the one step that others can see.

use crate::connection;
use crate::folder::{self, Folder};
use crate::place::{Place, folder_fault};
use crate::session::postings::PostedState;
use crate::session::{Holder, Session, Writing, carried, entry_row, lookups, objects, profile};
use crate::sqlite_store::Shared;
use books::{Key, Object};
use history::Entry;
use rusqlite::Connection;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::rows::{Failure, IMAGES, key_column};
use store::{CarriedTable, Cell, NewBusiness, Profile, StoreError};

/// The connection, the file and what is known of the rows taken over so far. The connection stands
/// first, so that it is closed before the file is removed.
pub struct Building {
    connection: Connection,
    failure: Failure,
    posted: PostedState,
    place: Place,
    part: PartFile,
    shared: Arc<Shared>,
    tables: HashMap<String, Rows>,
}

/// Where the next row of a carried table goes.
struct Rows {
    number: i64,
    next_position: i64,
    /// Where the keys stand, when rows are found by them.
    key_at: Option<usize>,
}

/// The file, removed when it is let go of.
struct PartFile(PathBuf);

impl Drop for PartFile {
    fn drop(&mut self) {
        // A file that cannot be removed now is swept at the next start; after publishing, there is
        // none of this name.
        let _removed = fs::remove_file(&self.0);
    }
}

impl Building {
    /// Begins a business in a new file.
    pub fn begin(
        shared: Arc<Shared>,
        key: Key,
        profile: &Profile,
    ) -> Result<Session<Self>, StoreError> {
        let folder = &shared.folder;
        if folder.business_file(key).exists() {
            return Err(StoreError::BusinessExists(key));
        }
        let path = folder.part_file(key);
        match folder::private_file()
            .write(true)
            .create_new(true)
            .open(&path)
        {
            Ok(_empty) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(StoreError::BusinessExists(key));
            }
            Err(error) => return Err(folder_fault(&folder.businesses)(error)),
        }
        let part = PartFile(path.clone());
        let place = Place::new(key, path);
        let connection = connection::open_part(&place)?;
        connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(place.fault("begin a business"))?;
        let building = Session(Self {
            connection,
            failure: Failure::default(),
            posted: PostedState::default(),
            place,
            part,
            shared,
            tables: HashMap::new(),
        });
        profile::write(&building, profile)?;
        Ok(building)
    }

    /// Commits, checks and closes the file, and waits until it is on the disk.
    fn seal(connection: Connection, place: &Place) -> Result<(), StoreError> {
        let fault = place.fault("finish a business");
        connection.execute_batch("COMMIT").map_err(&fault)?;
        check(&connection, place)?;
        connection
            .close()
            .map_err(|(_still_open, error)| fault(error))?;
        File::open(&place.path)
            .and_then(|file| file.sync_all())
            .map_err(parent_fault(&place.path))
    }
}

impl Holder for Building {
    fn connection(&self) -> &Connection {
        &self.connection
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

impl Writing for Building {
    fn failure(&self) -> &Failure {
        &self.failure
    }

    fn posted(&self) -> &PostedState {
        &self.posted
    }
}

impl NewBusiness for Session<Building> {
    fn key(&self) -> Key {
        self.0.place.key
    }

    fn load_object(&mut self, object: &Object) -> Result<(), StoreError> {
        self.0.failure.guard(|| objects::insert(self, object))
    }

    fn load_entry(&mut self, entry: &Entry) -> Result<(), StoreError> {
        self.0.failure.guard(|| entry_row::append(self, entry))
    }

    fn load_carried_table(&mut self, table: &CarriedTable) -> Result<(), StoreError> {
        let number = self
            .0
            .failure
            .guard(|| carried::insert_table(self, table))?;
        let rows = Rows {
            number,
            next_position: 1,
            key_at: key_column(table).filter(|_| table.name == IMAGES),
        };
        self.0.tables.insert(table.name.clone(), rows);
        Ok(())
    }

    fn load_carried_row(&mut self, table: &str, cells: &[Cell]) -> Result<(), StoreError> {
        let (number, position, key_at) = match self.0.tables.get_mut(table) {
            Some(rows) => {
                let position = rows.next_position;
                rows.next_position += 1;
                (rows.number, position, rows.key_at)
            }
            None => {
                return Err(self
                    .0
                    .place
                    .damaged(format!("a row of {table} came before its declaration")));
            }
        };
        self.0.failure.guard(|| {
            carried::insert_row(self, number, position, cells)?;
            lookups::note_image(self, key_at.and_then(|at| cells.get(at)), position)
        })
    }

    fn publish(self: Box<Self>) -> Result<(), StoreError> {
        self.0.failure.check()?;
        let Building {
            connection,
            place,
            part,
            shared,
            ..
        } = self.0;
        Building::seal(connection, &place)?;
        shared.show(&part.0, &shared.folder.business_file(place.key), place.key)?;
        folder::sync_folder(&shared.folder.businesses)
            .map_err(folder_fault(&shared.folder.businesses))
    }
}

/// Whether the tables of a file are sound, by SQLite's own check.
pub fn check(connection: &Connection, place: &Place) -> Result<(), StoreError> {
    let found: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(place.fault("check the business"))?;
    match found.as_str() {
        "ok" => Ok(()),
        _ => Err(place.damaged(found)),
    }
}

impl Shared {
    /// Gives a whole file its place, never over another.
    pub fn show(&self, from: &Path, to: &Path, key: Key) -> Result<(), StoreError> {
        let _only_one = self.renaming.lock();
        if to.exists() {
            return Err(StoreError::BusinessExists(key));
        }
        let log = folder::beside(to, "-wal");
        if log.exists() {
            // SQLite would take it for this file's own.
            return Err(StoreError::Damaged {
                what: log.display().to_string(),
                reason: "the log of another file lies here; move it away".to_owned(),
            });
        }
        fs::rename(from, to).map_err(parent_fault(to))
    }
}

/// An error on a file, told as one of its folder.
pub fn parent_fault(path: &Path) -> impl Fn(io::Error) -> StoreError {
    folder_fault(path.parent().unwrap_or(path))
}

impl Folder {
    /// Waits until the names in both folders between which a business moves are on the disk.
    pub fn sync_moves(&self) -> Result<(), StoreError> {
        for folder in [&self.businesses, &self.trash] {
            folder::sync_folder(folder).map_err(folder_fault(folder))?;
        }
        Ok(())
    }
}
