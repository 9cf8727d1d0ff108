//! What opening a good file tells about it.

use std::fs;

use manager_file::{FileFinding, Form, Seal};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use testkit::sample_files as files;

use crate::{Build, Desk, rows};

#[test]
fn the_form_is_told_by_content_and_the_rows_are_the_same_in_each() {
    let desk = Desk::set_up();
    let plain = desk.path("plain.manager");
    files::small_business_file(&plain).unwrap();
    let expected = rows(&desk.open(&plain).unwrap(), "Objects");
    let cases: [(Form, Seal, Build); 5] = [
        (Form::Plain, Seal::None, files::small_business_file),
        (
            Form::Zstandard,
            Seal::None,
            files::small_business_file_zstandard,
        ),
        (
            Form::Zstandard,
            Seal::Intact,
            files::small_business_file_compressed,
        ),
        (Form::Gzip, Seal::None, files::small_business_file_gzip),
        (Form::Zip, Seal::None, files::small_business_file_zip),
    ];
    for (form, seal, build) in cases {
        let path = desk.path(&format!("{}-{}.txt", form.code(), seal.code()));
        build(&path).unwrap();
        let bytes = fs::read(&path).unwrap();
        let file = desk.open(&path).unwrap();
        assert_eq!(file.form(), form);
        assert_eq!(file.seal(), seal);
        assert_eq!(file.findings(), []);
        assert_eq!(file.bytes_count(), bytes.len() as u64);
        assert_eq!(file.sha256(), <[u8; 32]>::from(Sha256::digest(&bytes)));
        assert_eq!(rows(&file, "Objects"), expected);
    }
}

#[test]
fn the_private_copy_goes_when_the_file_is_closed() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let before = fs::read(&path).unwrap();
    let file = desk.open(&path).unwrap();
    assert_eq!(desk.copies(), 1);
    drop(file);
    assert_eq!(desk.copies(), 0);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_copy_made_while_the_program_was_open_is_said_so() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let database = Connection::open(&path).unwrap();
    let mode: String = database
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    database.close().unwrap();
    assert_eq!(&fs::read(&path).unwrap()[18..20], &[2, 2]);
    let file = desk.open(&path).unwrap();
    assert_eq!(file.findings(), [FileFinding::WalCopy]);
    assert_eq!(rows(&file, "Objects").len(), 11);
    assert_eq!(desk.copies(), 1, "no second file beside the copy");
}

#[test]
fn unknown_tables_and_columns_are_kept_and_said_so() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "CREATE TABLE \"Strange things\" (a, b TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
             INSERT INTO \"Strange things\" VALUES (1.5, 'x'), (x'00FF', 'a'), (7, 'a');
             ALTER TABLE \"Objects\" ADD COLUMN \"Colour\" TEXT;
             CREATE TABLE \"TijoriManifest\" (\"Key\" TEXT PRIMARY KEY);",
        )
        .unwrap();
    let file = desk.open(&path).unwrap();
    let codes: Vec<_> = file.findings().iter().map(FileFinding::code).collect();
    assert_eq!(codes, ["extra-column", "unknown-table"]);
    let table = file.table("strange THINGS").unwrap();
    assert!(table.without_rowid);
    assert_eq!((table.rows_count, table.columns[1].primary_key), (3, 1));
    let found = rows(&file, "Strange things");
    assert_eq!(found.len(), 3);
    use manager_file::Cell;
    assert_eq!(found[0], [Cell::Integer(7), Cell::of_text("a")]);
    assert_eq!(found[1], [Cell::Blob(vec![0, 255]), Cell::of_text("a")]);
    assert_eq!(
        found[2],
        [Cell::Real(1.5_f64.to_bits()), Cell::of_text("x")]
    );
}

#[test]
fn a_name_that_needs_quoting_everywhere_opens() {
    let desk = Desk::set_up();
    let path = desk.path("বই? #1 %41 'x' \"y\".manager");
    files::small_business_file(&path).unwrap();
    assert_eq!(desk.code(&path), "accepted");
}

#[test]
fn text_in_utf16_is_read_as_utf8_and_said_so() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    let key = "0a000000-0000-4000-8000-000000000001";
    Connection::open(&path)
        .unwrap()
        .execute_batch(&format!(
            "PRAGMA encoding = 'UTF-16le';
             CREATE TABLE Objects (Key TEXT PRIMARY KEY, ContentType TEXT, Content BLOB, Note TEXT);
             INSERT INTO Objects VALUES ('{key}', '{key}', x'0801', 'বই')"
        ))
        .unwrap();
    let file = desk.open(&path).unwrap();
    assert_eq!(file.findings()[0], FileFinding::Utf16Text);
    let row = &rows(&file, "Objects")[0];
    assert_eq!((row[0].text(), row[3].text()), (Some(key), Some("বই")));
}
