//! Each refusal has its own code and sentence, and leaves nothing behind.

use std::fs;

use manager_file::Limits;
use testkit::sample_files as files;

use crate::{Build, Desk};

#[test]
fn every_bad_file_has_its_own_refusal() {
    let cases: [(&str, Build); 12] = [
        ("empty-file", files::empty),
        ("not-a-backup", files::text),
        ("other-database", files::other_database),
        ("cut-short", files::cut_half),
        ("damaged", files::overwritten_middle),
        ("older-format", files::older_format),
        ("zip-with-several", files::two_databases_zip),
        ("zip-without-database", files::zip_without_database),
        ("needs-passphrase", files::encrypted),
        ("duplicate-keys", files::keys_differing_in_case),
        ("accepted", files::damaged_record),
        ("accepted", files::small_business_file),
    ];
    for (code, build) in cases {
        let desk = Desk::set_up();
        let path = desk.path("books.manager");
        build(&path).unwrap();
        assert_eq!(desk.code(&path), code);
    }
}

#[test]
fn the_sentence_names_the_file_and_what_to_do() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::empty(&path).unwrap();
    let error = desk.open(&path).err().unwrap();
    assert_eq!(
        error.to_string(),
        "books.manager: The file is empty. It was probably not copied to the end: copy it again."
    );
    assert_eq!(error.arguments(), [("file", "books.manager".to_owned())]);
    let renamed = error.about("upload.manager");
    assert!(renamed.to_string().starts_with("upload.manager: "));
}

#[test]
fn places_that_are_no_file_are_refused() {
    let desk = Desk::set_up();
    assert_eq!(desk.code(&desk.scratch()), "is-a-folder");
    assert_eq!(desk.code(&desk.path("nowhere.manager")), "cannot-be-read");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let desk = Desk::set_up();
    let path = desk.path("pipe.manager");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: there is no mkfifo here");
        return;
    }
    assert_eq!(desk.code(&path), "cannot-be-read");
}

#[test]
fn the_list_of_businesses_is_refused_by_its_name() {
    let desk = Desk::set_up();
    let path = desk.path("00000000000000000000000000000000.manager");
    files::small_business_file(&path).unwrap();
    assert_eq!(desk.code(&path), "registry-file");
}

#[test]
fn an_old_dat_file_is_named_in_the_refusal() {
    let desk = Desk::set_up();
    let path = desk.path("Manager (2013-09-13).dat");
    files::text(&path).unwrap();
    assert_eq!(desk.code(&path), "older-format");
}

#[test]
fn a_missing_folder_for_copies_is_said_so() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let nowhere = desk.path("nowhere");
    let opened = manager_file::ManagerFile::open(&path, &nowhere, &Limits::default());
    assert_eq!(opened.err().map(|error| error.code()), Some("scratch"));
}

#[test]
fn limits_hold_at_their_edge() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let length = fs::metadata(&path).unwrap().len();
    let opened = desk.open(&path).unwrap();
    let rows_count: u64 = opened.tables().iter().map(|table| table.rows_count).sum();
    drop(opened);
    let code = |limits: Limits| {
        let result = desk.open_within(&path, &limits);
        result.map_or_else(|error| error.code(), |_| "accepted")
    };
    let standard = Limits::default;
    for (limit, expected) in [(length, "accepted"), (length - 1, "too-large")] {
        let by_file = Limits {
            file_bytes_max: limit,
            ..standard()
        };
        assert_eq!(code(by_file), expected);
        let by_decoded = Limits {
            decoded_bytes_max: limit,
            ..standard()
        };
        assert_eq!(code(by_decoded), expected);
    }
    for (limit, expected) in [(rows_count, "accepted"), (rows_count - 1, "too-many-rows")] {
        assert_eq!(
            code(Limits {
                rows_count_max: limit,
                ..standard()
            }),
            expected
        );
    }
    let few_entries = Limits {
        schema_entries_count_max: 3,
        ..standard()
    };
    assert_eq!(code(few_entries), "too-large");
}

#[test]
fn a_backup_compressed_twice_is_refused() {
    let desk = Desk::set_up();
    let inner = desk.path("inner.manager");
    files::small_business_file_gzip(&inner).unwrap();
    let twice = zstd::encode_all(fs::read(&inner).unwrap().as_slice(), 1).unwrap();
    assert_eq!(desk.code_of(&twice), "compressed-twice");
}

#[test]
fn compressed_files_that_end_early_are_cut_short() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    for build in [
        files::small_business_file_gzip,
        files::small_business_file_zip,
        files::small_business_file_zstandard,
    ] {
        build(&path).unwrap();
        let bytes = fs::read(&path).unwrap();
        for part in [1, 2, 3] {
            let code = desk.code_of(&bytes[..bytes.len() * part / 4]);
            assert_eq!(code, "cut-short", "{part} quarters");
        }
    }
}

#[test]
fn damage_inside_a_gzip_is_found_by_its_checksum() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file_gzip(&path).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() - 6;
    bytes[at] ^= 1;
    assert_eq!(desk.code_of(&bytes), "damaged");
}
