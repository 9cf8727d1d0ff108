//! Files that somebody made to do harm.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use rusqlite::Connection;

use super::{Built, small_business_file};

/// What a hostile database tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hostile {
    /// A view in the place of `Objects` whose rows never end.
    EndlessView,
    /// A good business, and a view beside it that never ends.
    ViewBeside,
    /// A good business, and a trigger.
    Trigger,
    /// A good business, and an index over a computed value.
    ComputedIndex,
    /// A good business, and a full-text table.
    VirtualTable,
    /// `Objects` is a full-text table.
    VirtualObjects,
    /// `Objects` has a rule that computes.
    Check,
    /// `Objects` has a computed column beside the real ones.
    ComputedColumn,
    /// The content of `Objects` is computed.
    ComputedContent,
    /// The schema says that a table is a table, and its text says that it is a view.
    ViewPosingAsTable,
}

const ENDLESS: &str = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)
     SELECT printf('%08x-0000-4000-8000-000000000000', n) AS \"Key\", 'x' AS \"ContentType\",
            x'' AS \"Content\", n AS \"Timestamp\" FROM r";

/// A database that tries one thing.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn hostile_file(path: &Path, what: Hostile) -> Built {
    match what {
        Hostile::EndlessView => run(path, &format!("CREATE VIEW \"Objects\" AS {ENDLESS}")),
        Hostile::ViewBeside => beside(path, &format!("CREATE VIEW more AS {ENDLESS}")),
        Hostile::Trigger => beside(
            path,
            "CREATE TRIGGER t AFTER INSERT ON \"Objects\" BEGIN DELETE FROM \"Objects\"; END",
        ),
        Hostile::ComputedIndex => beside(
            path,
            "CREATE INDEX i ON \"Objects\"(length(hex(\"Content\"))) WHERE \"Timestamp\" > 1",
        ),
        Hostile::VirtualTable => beside(path, &virtual_table("words")),
        Hostile::VirtualObjects => run(path, &virtual_table("Objects")),
        Hostile::Check => objects_with(
            path,
            "\"Content\" blob CHECK (length(hex(\"Content\")) > 0)",
        ),
        Hostile::ComputedColumn => objects_with(
            path,
            "\"Content\" blob, \"More\" AS (length(hex(zeroblob(100000000)))) VIRTUAL NOT NULL",
        ),
        Hostile::ComputedContent => run(
            path,
            "CREATE TABLE \"Objects\" (\"Key\" text primary key, \"ContentType\" text,
             \"Content\" AS (zeroblob(100000000)));
             INSERT INTO \"Objects\" VALUES ('a', 'b')",
        ),
        Hostile::ViewPosingAsTable => {
            run(path, &format!("CREATE VIEW \"Objects\" AS {ENDLESS}"))?;
            run(
                path,
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'table'",
            )
        }
    }
}

/// Enters a full-text table into the schema, also where SQLite was built without that module.
fn virtual_table(name: &str) -> String {
    format!(
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', '{name}',
         '{name}', 0, 'CREATE VIRTUAL TABLE \"{name}\" USING fts5(Key, ContentType, Content)')"
    )
}

fn run(path: &Path, sql: &str) -> Built {
    Ok(Connection::open(path)?.execute_batch(sql)?)
}

fn beside(path: &Path, sql: &str) -> Built {
    small_business_file(path)?;
    run(path, sql)
}

/// `Objects` with this declaration of its content, and one good row.
fn objects_with(path: &Path, content: &str) -> Built {
    run(
        path,
        &format!(
            "CREATE TABLE \"Objects\" (\"Key\" varchar(36) primary key not null,
             \"ContentType\" varchar(36), \"Timestamp\" integer, {content});
             INSERT INTO \"Objects\" (\"Key\", \"ContentType\", \"Content\") VALUES
             ('a9a71e47-82b3-49db-8aec-898adb460a80', 'a9a71e47-82b3-49db-8aec-898adb460a80',
              x'08FE02')"
        ),
    )
}

/// A gzip of a database's beginning and then this many zeros.
///
/// # Errors
/// When the file cannot be written.
pub fn gzip_bomb(path: &Path, zeros: u64) -> Built {
    let level = flate2::Compression::best();
    let mut encoder = flate2::write::GzEncoder::new(File::create(path)?, level);
    io::copy(&mut bomb(zeros), &mut encoder)?;
    encoder.finish()?;
    Ok(())
}

/// A Zstandard frame of a database's beginning and then this many zeros.
///
/// # Errors
/// When the file cannot be written.
pub fn zstandard_bomb(path: &Path, zeros: u64) -> Built {
    zstd::stream::copy_encode(bomb(zeros), File::create(path)?, 1)?;
    Ok(())
}

/// A zip with one entry of a database's beginning and then this many zeros.
///
/// # Errors
/// When the file cannot be written.
pub fn zip_bomb(path: &Path, zeros: u64) -> Built {
    let mut archive = zip::ZipWriter::new(File::create(path)?);
    archive.start_file("a.manager", zip::write::SimpleFileOptions::default())?;
    io::copy(&mut bomb(zeros), &mut archive)?;
    archive.finish()?;
    Ok(())
}

/// A Zstandard frame that asks its reader for a window of two GiB.
///
/// # Errors
/// When the file cannot be written.
pub fn zstandard_with_huge_window(path: &Path) -> Built {
    // Magic, a header without a declared length, window exponent 21 (2^31 bytes), then one
    // last raw block with the beginning of a database.
    let mut file = vec![0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3];
    let block_header: u32 = 16 << 3 | 1;
    file.extend(block_header.to_le_bytes().iter().take(3));
    file.write_all(MAGIC)?;
    Ok(fs::write(path, file)?)
}

const MAGIC: &[u8] = b"SQLite format 3\0";

fn bomb(zeros: u64) -> impl Read {
    MAGIC.chain(io::repeat(0).take(zeros))
}
