//! Files made to do harm are refused, or read without waking what is in them, within two seconds
//! of work: what other programs do with the processor meanwhile does not count.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use manager_file::{FileFinding, Limits};
use rusqlite::Connection;
use testkit::sample_files::{self as files, Hostile, hostile_file};

use crate::{Desk, rows};

/// What no file may take.
pub const TIME_MAX: Duration = Duration::from_secs(2);

/// Measures the work of this thread; where the system does not tell it, the time that passed.
pub struct Work {
    begun: Option<Duration>,
    start: Instant,
}

impl Work {
    pub fn begin() -> Self {
        Self {
            begun: on_processor(),
            start: Instant::now(),
        }
    }

    pub fn done(&self) -> Duration {
        match (self.begun, on_processor()) {
            (Some(begun), Some(now)) => now.saturating_sub(begun),
            _ => self.start.elapsed(),
        }
    }
}

/// How long this thread had a processor: the first number of its schedstat, in nanoseconds.
fn on_processor() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

#[test]
fn code_in_the_place_of_the_records_is_refused() {
    for what in [
        Hostile::EndlessView,
        Hostile::VirtualObjects,
        Hostile::ComputedContent,
    ] {
        let desk = Desk::set_up();
        let path = desk.path("books.manager");
        hostile_file(&path, what).unwrap();
        let work = Work::begin();
        let refusal = desk.open(&path).err().map(|e| e.to_string());
        assert_eq!(desk.code(&path), "schema-is-code", "{what:?}: {refusal:?}");
        assert!(work.done() < TIME_MAX, "{what:?} took {:?}", work.done());
    }
}

#[test]
fn a_schema_that_lies_about_itself_is_refused() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    hostile_file(&path, Hostile::ViewPosingAsTable).unwrap();
    let work = Work::begin();
    assert_ne!(desk.code(&path), "accepted");
    assert!(work.done() < TIME_MAX);
}

#[test]
fn code_beside_the_records_is_left_out_and_said_so() {
    for (what, dropped, records) in [
        (Hostile::ViewBeside, "more", 11),
        (Hostile::Trigger, "t", 11),
        (Hostile::ComputedIndex, "i", 11),
        (Hostile::VirtualTable, "words", 11),
        (Hostile::Check, "Objects", 1),
        (Hostile::ComputedColumn, "Objects", 1),
    ] {
        let desk = Desk::set_up();
        let path = desk.path("books.manager");
        hostile_file(&path, what).unwrap();
        let work = Work::begin();
        let file = desk
            .open_within(&path, &Limits::default())
            .unwrap_or_else(|error| panic!("{what:?}: {error}"));
        let finding = FileFinding::CodeDropped {
            name: dropped.to_owned(),
        };
        assert!(file.findings().contains(&finding), "{what:?}");
        assert_eq!(rows(&file, "Objects").len(), records, "{what:?}");
        assert!(file.table("More").is_none(), "{what:?}");
        assert!(work.done() < TIME_MAX, "{what:?} took {:?}", work.done());
    }
}

#[test]
fn bombs_are_refused_before_they_fill_the_disk() {
    let mib = 1024 * 1024;
    for build in [files::gzip_bomb, files::zstandard_bomb, files::zip_bomb] {
        let desk = Desk::set_up();
        let path = desk.path("bomb.manager");
        build(&path, 80 * mib).unwrap();
        let limits = Limits {
            ratio_free_bytes: 8 * mib,
            ..Limits::default()
        };
        let work = Work::begin();
        let code = desk.open_within(&path, &limits).err().map(|e| e.code());
        assert_eq!(code, Some("bomb"));
        assert!(work.done() < TIME_MAX);
        let limits = Limits {
            decoded_bytes_max: 4 * mib,
            ..limits
        };
        let code = desk.open_within(&path, &limits).err().map(|e| e.code());
        assert_eq!(code, Some("too-large"));
    }
}

#[test]
fn a_frame_that_asks_for_too_much_memory_is_refused() {
    let desk = Desk::set_up();
    let path = desk.path("window.manager");
    files::zstandard_with_huge_window(&path).unwrap();
    assert_eq!(desk.code(&path), "damaged");
}

#[test]
fn an_index_that_disagrees_with_its_table_is_damage() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let root = root_page(&path, "sqlite_autoindex_Objects_1");
    let mut bytes = fs::read(&path).unwrap();
    let page = &mut bytes[root - 4096..root];
    let key = files::SECOND_INVOICE.as_bytes();
    let at = page.windows(36).position(|text| text == key).unwrap();
    page[at + 35] = b'f';
    fs::write(&path, bytes).unwrap();
    let database = Connection::open(&path).unwrap();
    let quick: String = database
        .query_row("PRAGMA quick_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(quick, "ok", "the quick check sees nothing");
    assert_eq!(desk.code(&path), "damaged");
}

/// Where the root page of a table or index ends in the file.
fn root_page(path: &Path, name: &str) -> usize {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let root: u32 = Connection::open(path)
        .unwrap()
        .query_row(sql, [name], |row| row.get(0))
        .unwrap();
    usize::try_from(root).unwrap() * 4096
}

#[test]
fn pages_that_two_rows_share_are_damage() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch(
            "INSERT INTO \"Images\" (\"Key\", \"Content\") VALUES
                 ('a', zeroblob(100000)), ('b', zeroblob(100000))",
        )
        .unwrap();
    database.close().unwrap();
    let end = root_page(&path, "Images");
    let mut bytes = fs::read(&path).unwrap();
    // On the page of the table, each row ends with the number of its first further page; the
    // first row lies at the end of the page and the second before it.
    let page = &mut bytes[end - 4096..end];
    let second = usize::from(u16::from_be_bytes([page[10], page[11]]));
    let first = usize::from(u16::from_be_bytes([page[8], page[9]]));
    let shared: [u8; 4] = page[4092..].try_into().unwrap();
    page[first - 4..first].copy_from_slice(&shared);
    assert!(second < first);
    fs::write(&path, bytes).unwrap();
    assert_eq!(desk.code(&path), "damaged");
}
