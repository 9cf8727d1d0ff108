//! Rows come out by name and byte for byte, whatever a table looks like.

use manager_file::{Cell, ManagerFile, ObjectRow, ReadError};
use rusqlite::Connection;
use testkit::sample_files::{self as files, ATTACHMENT, ATTACHMENT_BYTES};

use crate::Desk;

const KEY: &str = "0a000000-0000-4000-8000-000000000001";
const OTHER_KEY: &str = "0b000000-0000-4000-8000-000000000002";

fn open_made_by(desk: &Desk, sql: &str) -> ManagerFile {
    let path = desk.path("books.manager");
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    desk.open(&path).unwrap_or_else(|error| panic!("{error}"))
}

fn objects(file: &ManagerFile) -> Vec<ObjectRow> {
    let mut rows = Vec::new();
    file.each_object(&mut |row| {
        rows.push(row);
        Ok(())
    })
    .unwrap();
    rows
}

#[test]
fn a_table_without_rowid_reads_like_any_other() {
    let desk = Desk::set_up();
    let file = open_made_by(
        &desk,
        &format!(
            "CREATE TABLE Objects (Timestamp INTEGER, Content BLOB, ContentType TEXT,
                 Key TEXT PRIMARY KEY NOT NULL, Colour TEXT) WITHOUT ROWID;
             CREATE INDEX ix_Objects_ContentType ON Objects (ContentType);
             INSERT INTO Objects VALUES (5, x'0801', '{OTHER_KEY}', '{OTHER_KEY}', 'red'),
                 (NULL, x'', '{OTHER_KEY}', '{KEY}', NULL)"
        ),
    );
    assert!(file.table("Objects").unwrap().without_rowid);
    let found = objects(&file);
    let [
        ObjectRow::Conforming {
            key,
            timestamp: None,
            content,
            ..
        },
        second,
    ] = &found[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!((key[0], content.len()), (0x0a, 0));
    let ObjectRow::Conforming {
        content,
        timestamp,
        extra,
        ..
    } = second
    else {
        panic!("{second:?}");
    };
    assert_eq!((content.as_slice(), *timestamp), (&[8, 1][..], Some(5)));
    assert_eq!(extra[..], [("Colour".to_owned(), Cell::of_text("red"))]);
}

#[test]
fn a_table_without_timestamp_or_key_rule_reads_in_the_order_of_keys() {
    let desk = Desk::set_up();
    let file = open_made_by(
        &desk,
        &format!(
            "CREATE TABLE Objects (Key, ContentType, Content);
             INSERT INTO Objects VALUES ('{OTHER_KEY}', '{KEY}', x'01'),
                 ('{KEY}', '{KEY}', x'02')"
        ),
    );
    let keys: Vec<u8> = objects(&file)
        .iter()
        .map(|row| match row {
            ObjectRow::Conforming {
                key,
                timestamp: None,
                ..
            } => key[0],
            row => panic!("{row:?}"),
        })
        .collect();
    assert_eq!(keys, [0x0a, 0x0b]);
}

#[test]
fn duplicate_keys_are_refused_where_no_rule_forbids_them() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    Connection::open(&path)
        .unwrap()
        .execute_batch(&format!(
            "CREATE TABLE Objects (Key, ContentType, Content);
             INSERT INTO Objects VALUES ('{KEY}', '{KEY}', x''), ('{KEY}', '{KEY}', x'')"
        ))
        .unwrap();
    let error = desk.open(&path).err().unwrap();
    assert_eq!(error.code(), "duplicate-keys");
    assert!(error.arguments().contains(&("key", KEY.to_owned())));
}

#[test]
fn odd_rows_are_carried_with_a_reason() {
    let desk = Desk::set_up();
    let file = open_made_by(
        &desk,
        &format!(
            "CREATE TABLE Objects (Key, ContentType, Content, Timestamp);
             INSERT INTO Objects VALUES
                 ('1-../../etc/passwd', '{KEY}', x'', 1),
                 ('2A000000-0000-4000-8000-000000000001', '{KEY}', x'', 1),
                 ('{KEY}', 'x', x'', 1),
                 ('{OTHER_KEY}', '{KEY}', 'text', 1),
                 ('0c000000-0000-4000-8000-000000000001', '{KEY}', x'', 'noon'),
                 (x'00', '{KEY}', NULL, 1.5),
                 (CAST(x'FF00FE' AS TEXT), '{KEY}', x'', 1)"
        ),
    );
    let reasons: Vec<_> = objects(&file)
        .into_iter()
        .map(|row| match row {
            ObjectRow::Odd { reason, cells } => (reason, cells[0].clone()),
            row => panic!("{row:?}"),
        })
        .collect();
    let text = Cell::of_text;
    assert_eq!(
        reasons,
        [
            ("content-type", text(KEY)),
            ("content", text(OTHER_KEY)),
            ("timestamp", text("0c000000-0000-4000-8000-000000000001")),
            ("key", text("1-../../etc/passwd")),
            ("key", text("2A000000-0000-4000-8000-000000000001")),
            ("key", Cell::Text(vec![0xFF, 0, 0xFE])),
            ("key", Cell::Blob(vec![0])),
        ]
    );
}

#[test]
fn blobs_stream_and_odd_ones_come_whole() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch(&format!(
            "INSERT INTO \"Blobs\" VALUES ('{KEY}', NULL, NULL, zeroblob(200000)),
                 ('{OTHER_KEY}', 'no bytes', 'x', NULL), ('odd', 'n', 't', x'0102')"
        ))
        .unwrap();
    let file = desk.open(&path).unwrap();
    let mut found = Vec::new();
    file.each_blob(&mut |row| {
        found.push((row.key, row.name, row.length));
        Ok(())
    })
    .unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!((&found[0].1, found[0].2), (&None, 200_000));
    assert_eq!(found[1].1.as_deref(), Some("receipt of the shop.txt"));
    let mut bytes = Vec::new();
    assert_eq!(file.copy_blob(&found[1].0, &mut bytes).unwrap(), found[1].2);
    assert_eq!(bytes, ATTACHMENT_BYTES);
    bytes.clear();
    assert_eq!(file.copy_blob(&found[0].0, &mut bytes).unwrap(), 200_000);
    assert!(bytes.iter().all(|byte| *byte == 0));
    let mut odd = Vec::new();
    file.each_odd_blob_row(&mut |cells| {
        odd.push(cells[0].clone());
        Ok(())
    })
    .unwrap();
    assert_eq!(odd, [Cell::of_text(OTHER_KEY), Cell::of_text("odd")]);
    let missing = file.copy_blob(&[9; 16], &mut bytes).err().unwrap();
    assert_eq!(missing.code(), "no-such-part");
    assert!(ATTACHMENT.starts_with("a000"));
}

#[test]
fn a_file_without_blobs_has_none() {
    let desk = Desk::set_up();
    let file = open_made_by(&desk, "CREATE TABLE Objects (Key, ContentType, Content)");
    file.each_blob(&mut |row| panic!("{row:?}")).unwrap();
    file.each_odd_blob_row(&mut |row| panic!("{row:?}"))
        .unwrap();
    let missing = file.each_row("Blobs", &mut |_| Ok(())).err().unwrap();
    assert_eq!(missing.code(), "no-such-part");
}

#[test]
fn a_visitor_can_stop_and_gets_its_own_error_back() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let file = desk.open(&path).unwrap();
    let mut seen = 0;
    let error = file
        .each_object(&mut |_| {
            seen += 1;
            Err(ReadError::stopped("enough"))
        })
        .err()
        .unwrap();
    assert_eq!((seen, error.code()), (1, "stopped"));
    assert_eq!(error.into_stopped().unwrap().to_string(), "enough");
}

#[test]
fn blobs_without_rowid_are_read_too() {
    let desk = Desk::set_up();
    let file = open_made_by(
        &desk,
        &format!(
            "CREATE TABLE Objects (Key, ContentType, Content);
             CREATE TABLE Blobs (Key TEXT PRIMARY KEY NOT NULL, Name TEXT, ContentType TEXT,
                 Content BLOB, Size INTEGER) WITHOUT ROWID;
             INSERT INTO Blobs VALUES ('{KEY}', 'n', 't', x'010203', 3), ('x', 'n', 't', x'04', 1)"
        ),
    );
    let mut found = Vec::new();
    file.each_blob(&mut |row| {
        found.push(row);
        Ok(())
    })
    .unwrap();
    assert_eq!((found.len(), found[0].length), (1, 3));
    assert_eq!(found[0].extra, [("Size".to_owned(), Cell::Integer(3))]);
    let mut bytes = Vec::new();
    assert_eq!(file.copy_blob(&found[0].key, &mut bytes).unwrap(), 3);
    assert_eq!(bytes, [1, 2, 3]);
    let mut odd = 0;
    file.each_odd_blob_row(&mut |cells| {
        assert_eq!(cells[3], Cell::Blob(vec![4]));
        odd += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(odd, 1);
}
