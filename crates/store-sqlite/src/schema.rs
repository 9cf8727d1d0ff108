//! The tables of a business's file, and the ladder by which an older file climbs to them.
//!
//! The file is ours alone: other programs read backups, not this. The version is `user_version`;
//! each step of [`STEPS`] takes the file from its index to the next version. Steps are never
//! changed once released.

mod emails;
mod lookups;
pub mod postings;
mod settled;

use crate::place::Place;
use crate::session::lookups::complete;
use rusqlite::{Connection, TransactionBehavior};
use store::StoreError;

/// The header's application number of our files: “Tijo” in ASCII.
pub const APPLICATION_ID: i32 = 0x5469_6a6f;

/// The steps of the ladder, from an empty file on.
pub const STEPS: [&str; 6] = [
    TABLES_OF_VERSION_1,
    TABLES_OF_VERSION_2,
    emails::TABLES,
    lookups::TABLES,
    postings::TABLES,
    settled::TABLES,
];

/// Keys are 16 bytes in written order, so that they sort as their text.
///
/// `BlobContents` gives equal bytes one number; its digest is empty only while a unit of work
/// reads them. `CarriedRows.Cells` is the encoding of `cells.rs`. The triggers of `History` also
/// guard against `INSERT OR REPLACE`, which deletes rows without firing deletion triggers.
const TABLES_OF_VERSION_1: &str = "
CREATE TABLE Profile (
    Number INTEGER PRIMARY KEY CHECK (Number = 1),
    Name TEXT NOT NULL,
    Country TEXT,
    TimeZone TEXT NOT NULL,
    Installation BLOB NOT NULL,
    Absent TEXT NOT NULL
) STRICT;

CREATE TABLE Objects (
    Key BLOB PRIMARY KEY NOT NULL CHECK (length(Key) = 16),
    ContentType BLOB NOT NULL CHECK (length(ContentType) = 16),
    Timestamp INTEGER,
    Content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ObjectsByContentType ON Objects (ContentType);

CREATE TABLE BlobContents (
    Number INTEGER PRIMARY KEY,
    Digest BLOB UNIQUE CHECK (length(Digest) = 32),
    BytesCount INTEGER NOT NULL
) STRICT;
CREATE TABLE BlobChunks (
    Content INTEGER NOT NULL REFERENCES BlobContents (Number),
    Position INTEGER NOT NULL,
    Bytes BLOB NOT NULL,
    PRIMARY KEY (Content, Position)
) STRICT, WITHOUT ROWID;
CREATE TABLE Blobs (
    Key BLOB PRIMARY KEY NOT NULL CHECK (length(Key) = 16),
    Name TEXT,
    ContentType TEXT,
    Content INTEGER NOT NULL REFERENCES BlobContents (Number)
) STRICT, WITHOUT ROWID;
CREATE INDEX BlobsByContent ON Blobs (Content);

CREATE TABLE CarriedTables (
    Number INTEGER PRIMARY KEY,
    Name TEXT NOT NULL UNIQUE,
    WithoutRowid INTEGER NOT NULL
) STRICT;
CREATE TABLE CarriedColumns (
    CarriedTable INTEGER NOT NULL REFERENCES CarriedTables (Number),
    Position INTEGER NOT NULL,
    Name TEXT NOT NULL,
    DeclaredType TEXT NOT NULL,
    IsNotNull INTEGER NOT NULL,
    PrimaryKeyPlace INTEGER NOT NULL,
    PRIMARY KEY (CarriedTable, Position)
) STRICT, WITHOUT ROWID;
CREATE TABLE CarriedRows (
    CarriedTable INTEGER NOT NULL REFERENCES CarriedTables (Number),
    Position INTEGER NOT NULL,
    BytesCount INTEGER NOT NULL,
    Cells BLOB NOT NULL,
    PRIMARY KEY (CarriedTable, Position)
) STRICT, WITHOUT ROWID;

CREATE TABLE History (
    Sequence INTEGER PRIMARY KEY NOT NULL,
    Key BLOB NOT NULL UNIQUE CHECK (length(Key) = 16),
    Installation BLOB NOT NULL,
    CommitKey BLOB NOT NULL,
    InstantSeconds INTEGER NOT NULL,
    InstantNanoseconds INTEGER NOT NULL,
    Zone TEXT NOT NULL,
    OffsetSeconds INTEGER NOT NULL,
    UserKey BLOB,
    UserName TEXT NOT NULL,
    ProgramVersion TEXT NOT NULL,
    Action TEXT NOT NULL,
    Object BLOB,
    ContentTypeBefore BLOB,
    ContentTypeAfter BLOB,
    Title TEXT NOT NULL,
    Facts BLOB NOT NULL,
    PreviousHash BLOB NOT NULL CHECK (length(PreviousHash) = 32),
    Hash BLOB NOT NULL CHECK (length(Hash) = 32),
    ContentBefore BLOB,
    ContentAfter BLOB
) STRICT;
CREATE INDEX HistoryByUserName ON History (UserName);
CREATE INDEX HistoryByAction ON History (Action);
CREATE INDEX HistoryByObject ON History (Object);
CREATE INDEX HistoryByContentTypeBefore ON History (ContentTypeBefore);
CREATE INDEX HistoryByContentTypeAfter ON History (ContentTypeAfter);
CREATE INDEX HistoryByInstant ON History (InstantSeconds, InstantNanoseconds);

CREATE TRIGGER HistoryIsNotUpdated BEFORE UPDATE ON History
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER HistoryIsNotDeleted BEFORE DELETE ON History
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER HistoryGrowsAtItsEnd BEFORE INSERT ON History
WHEN NEW.Sequence IS NOT (SELECT coalesce(max(Sequence), 0) + 1 FROM History)
    OR EXISTS (SELECT 1 FROM History WHERE Key = NEW.Key)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
";

/// Bytes laid aside with their deleted attachment records: History can bring both back.
const TABLES_OF_VERSION_2: &str = "
CREATE TABLE ShelvedBlobs (
    Key BLOB PRIMARY KEY NOT NULL CHECK (length(Key) = 16),
    Name TEXT,
    ContentType TEXT,
    Content INTEGER NOT NULL REFERENCES BlobContents (Number)
) STRICT, WITHOUT ROWID;
CREATE INDEX ShelvedBlobsByContent ON ShelvedBlobs (Content);
";

/// The version this program writes.
pub fn version() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

/// Makes the tables in an empty file. Call inside no transaction.
pub fn create(connection: &mut Connection, place: &Place) -> Result<(), StoreError> {
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(place.fault("make the tables"))?;
    climb(connection, place)
}

/// Brings an older file of ours up to this program's version.
pub fn climb(connection: &mut Connection, place: &Place) -> Result<(), StoreError> {
    let fault = place.fault("bring the tables up to date");
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(&fault)?;
    let found: i32 = transaction
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(&fault)?;
    let done = usize::try_from(found)
        .ok()
        .filter(|done| *done <= STEPS.len())
        .ok_or_else(|| too_new(place, found))?;
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step).map_err(&fault)?;
    }
    if done < STEPS.len() {
        transaction
            .pragma_update(None, "user_version", version())
            .map_err(&fault)?;
    }
    postings::make_indexes(&transaction).map_err(&fault)?;
    complete(&transaction, place)?;
    transaction.commit().map_err(&fault)
}

/// The file was written by a later version of the program.
pub fn too_new(place: &Place, found: i32) -> StoreError {
    place.damaged(format!(
        "its version is {found} and this program knows up to {}; open it with a newer Tijori",
        version()
    ))
}
