//! Files made to do harm are refused, or read without waking what is in them, within two seconds.

use std::time::{Duration, Instant};

use manager_file::{FileFinding, Limits};
use testkit::sample_files::{self as files, Hostile, hostile_file};

use crate::{Desk, rows};

const TIME_MAX: Duration = Duration::from_secs(2);

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
        let start = Instant::now();
        let refusal = desk.open(&path).err().map(|e| e.to_string());
        assert_eq!(desk.code(&path), "schema-is-code", "{what:?}: {refusal:?}");
        assert!(
            start.elapsed() < TIME_MAX,
            "{what:?} took {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn a_schema_that_lies_about_itself_is_refused() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    hostile_file(&path, Hostile::ViewPosingAsTable).unwrap();
    let start = Instant::now();
    assert_ne!(desk.code(&path), "accepted");
    assert!(start.elapsed() < TIME_MAX);
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
        let start = Instant::now();
        let file = desk
            .open(&path)
            .unwrap_or_else(|error| panic!("{what:?}: {error}"));
        let finding = FileFinding::CodeDropped {
            name: dropped.to_owned(),
        };
        assert!(file.findings().contains(&finding), "{what:?}");
        assert_eq!(rows(&file, "Objects").len(), records, "{what:?}");
        assert!(file.table("More").is_none(), "{what:?}");
        assert!(
            start.elapsed() < TIME_MAX,
            "{what:?} took {:?}",
            start.elapsed()
        );
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
        let start = Instant::now();
        let code = desk.open_within(&path, &limits).err().map(|e| e.code());
        assert_eq!(code, Some("bomb"));
        assert!(start.elapsed() < TIME_MAX);
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
