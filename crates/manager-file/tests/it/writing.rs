//! A fresh file is what other programs expect, and the same for the same rows.

use std::fs;
use std::io::Read;
use std::path::Path;

use manager_file::{Cell, Column, FileWriter, NewTable, standard_tables};
use proptest::collection::vec;
use proptest::prelude::*;
use rusqlite::Connection;
use testkit::sample_files as files;

use crate::{Desk, rows};

fn text_of(database: &Connection, sql: &str) -> String {
    database.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn number_of(database: &Connection, sql: &str) -> i64 {
    database.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let desk = Desk::set_up();
    files::small_business_file(&desk.path("1")).unwrap();
    files::small_business_file(&desk.path("2")).unwrap();
    assert!(fs::read(desk.path("1")).unwrap() == fs::read(desk.path("2")).unwrap());
}

#[test]
fn a_fresh_file_is_an_ordinary_database() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let header = fs::read(&path).unwrap();
    assert_eq!(&header[16..20], &[0x10, 0, 1, 1]);
    let database = Connection::open(&path).unwrap();
    assert_eq!(text_of(&database, "PRAGMA integrity_check"), "ok");
    assert_eq!(number_of(&database, "PRAGMA freelist_count"), 0);
    let names = "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'";
    assert_eq!(text_of(&database, names), "Objects,Images,Blobs,Changes");
    let index = "SELECT sql FROM sqlite_schema WHERE name = 'Objects_ContentType'";
    assert_eq!(
        text_of(&database, index),
        "CREATE INDEX \"Objects_ContentType\" on \"Objects\"(\"ContentType\")"
    );
}

#[test]
fn every_kind_of_value_comes_back_as_it_was() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    let mut writer = FileWriter::create(&path).unwrap();
    writer.declare(&standard_tables::objects()).unwrap();
    let table = NewTable {
        name: "odd \"name\"; --".to_owned(),
        columns: vec![
            Column::new("a\"b", ""),
            Column::new("select", "decimal(10, 2)"),
            Column::new("c", "blob) ; DROP TABLE \"Objects\""),
        ],
        without_rowid: false,
    };
    writer.declare(&table).unwrap();
    let values = [
        [
            Cell::Null,
            Cell::Integer(i64::MIN),
            Cell::Real((-0.0_f64).to_bits()),
        ],
        [
            Cell::Text(vec![0xFF, 0, b'x']),
            Cell::Text(Vec::new()),
            Cell::Blob(Vec::new()),
        ],
        [
            Cell::Blob(vec![0; 70_000]),
            Cell::Null,
            Cell::of_text("ব\0খ"),
        ],
    ];
    for row in &values {
        writer.row(&table.name, row).unwrap();
    }
    writer.finish().unwrap();
    let file = desk.open(&path).unwrap();
    assert!(rows(&file, &table.name) == values, "other values came back");
    assert_eq!(file.tables().len(), 2);
}

#[test]
fn compound_keys_and_tables_without_rowid_are_declared_as_read() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    let mut writer = FileWriter::create(&path).unwrap();
    writer.declare(&standard_tables::objects()).unwrap();
    let mut columns = vec![Column::new("a", "TEXT"), Column::new("b", "TEXT")];
    columns[0].primary_key = 2;
    columns[1].primary_key = 1;
    columns[1].not_null = true;
    let mut table = NewTable {
        name: "pairs".to_owned(),
        columns,
        without_rowid: false,
    };
    writer.declare(&table).unwrap();
    table.name = "solid".to_owned();
    table.without_rowid = true;
    table.columns[0].not_null = true;
    writer.declare(&table).unwrap();
    writer.finish().unwrap();
    let file = desk.open(&path).unwrap();
    assert_eq!(file.table("solid").unwrap().to_new(), table);
    let pairs = file.table("pairs").unwrap();
    assert_eq!(
        (pairs.columns[0].primary_key, pairs.columns[1].primary_key),
        (2, 1)
    );
    assert!(!pairs.without_rowid && !pairs.columns[0].not_null);
}

#[test]
fn what_does_not_fit_is_refused() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    let mut writer = FileWriter::create(&path).unwrap();
    let code = |result: Result<(), manager_file::WriteError>| result.err().map(|e| e.code());
    assert_eq!(code(writer.row("Objects", &[])), Some("misfit"));
    writer.declare(&standard_tables::blobs()).unwrap();
    assert_eq!(code(writer.row("Blobs", &[Cell::Null])), Some("misfit"));
    let key = [Cell::of_text("k"), Cell::Null, Cell::Null, Cell::Null];
    let mut stream = |column: &str, length: u64, source: &mut dyn Read| {
        writer
            .blob_row("Blobs", &key, column, length, source)
            .err()
            .map(|e| e.code())
    };
    assert_eq!(stream("Nothing", 3, &mut &b"abc"[..]), Some("misfit"));
    assert_eq!(
        stream("Content", 4_000_000_000, &mut &b"abc"[..]),
        Some("too-long")
    );
    assert_eq!(stream("Content", 4, &mut &b"abc"[..]), Some("wrong-length"));
    assert_eq!(
        code(writer.row("Blobs", &key)),
        Some("database"),
        "the key is taken"
    );
    assert!(
        FileWriter::create(&path).is_err(),
        "an existing file is not overwritten"
    );
}

#[test]
fn a_streamed_value_equals_one_given_whole() {
    let desk = Desk::set_up();
    let bytes: Vec<u8> = (0..300_000_u32).map(|at| (at % 251) as u8).collect();
    let write = |path: &Path, streamed: bool| {
        let mut writer = FileWriter::create(path).unwrap();
        writer.declare(&standard_tables::objects()).unwrap();
        writer.declare(&standard_tables::blobs()).unwrap();
        let mut row = vec![
            Cell::of_text("k"),
            Cell::Null,
            Cell::of_text("t"),
            Cell::Null,
        ];
        if streamed {
            let length = bytes.len() as u64;
            writer
                .blob_row("Blobs", &row, "content", length, &mut bytes.as_slice())
                .unwrap();
        } else {
            row[3] = Cell::Blob(bytes.clone());
            writer.row("Blobs", &row).unwrap();
        }
        writer.finish().unwrap();
        rows(&desk.open(path).unwrap(), "Blobs")
    };
    let whole = write(&desk.path("whole"), false);
    assert!(whole == write(&desk.path("streamed"), true));
    assert!(whole[0][3] == Cell::Blob(bytes.clone()));
}

#[test]
fn declared_types_do_not_change_when_read_and_written_again() {
    let desk = Desk::set_up();
    let mut table = NewTable {
        name: "odd".to_owned(),
        columns: [
            "",
            "text) WITHOUT ROWID",
            "a \"b\"",
            "varchar(36)",
            "Own_Type",
            "text",
        ]
        .into_iter()
        .enumerate()
        .map(|(at, declared)| Column::new(&format!("column {at}"), declared))
        .collect(),
        without_rowid: false,
    };
    let mut seen = Vec::new();
    for round in 0..3 {
        let path = desk.path(&format!("{round}.manager"));
        let mut writer = FileWriter::create(&path).unwrap();
        writer.declare(&standard_tables::objects()).unwrap();
        writer.declare(&table).unwrap();
        writer.finish().unwrap();
        table = desk.open(&path).unwrap().table("odd").unwrap().to_new();
        seen.push(table.clone());
    }
    assert_eq!(seen[0].columns.len(), 6);
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[1], seen[2]);
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Null),
        any::<i64>().prop_map(Cell::Integer),
        // SQLite has no NaN: it keeps it as null.
        any::<f64>()
            .prop_filter("no NaN", |number| !number.is_nan())
            .prop_map(|number| Cell::Real(number.to_bits())),
        any::<Vec<u8>>().prop_map(Cell::Text),
        any::<Vec<u8>>().prop_map(Cell::Blob),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_values_come_back(values in vec([any_cell(), any_cell()], 0..30)) {
        let desk = Desk::set_up();
        let path = desk.path("books.manager");
        let table = NewTable {
            name: "any".to_owned(),
            columns: vec![Column::new("a", ""), Column::new("b", "blob")],
            without_rowid: false,
        };
        let mut writer = FileWriter::create(&path).unwrap();
        writer.declare(&standard_tables::objects()).unwrap();
        writer.declare(&table).unwrap();
        for row in &values {
            writer.row("any", row).unwrap();
        }
        writer.finish().unwrap();
        prop_assert_eq!(rows(&desk.open(&path).unwrap(), "any"), values);
    }
}
