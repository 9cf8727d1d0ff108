//! Real files, where they are at hand: every row out and in again without losing a byte.

use std::path::{Path, PathBuf};

use manager_file::wire::Message;
use manager_file::{FileWriter, Form, ManagerFile, ObjectRow, Seal};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::{Desk, rows};

/// Name and number of records.
const SAMPLES: [(&str, u64); 2] = [("zatca-einvoice.manager", 60), ("fbr-einvoice.manager", 51)];

fn samples() -> Vec<(PathBuf, u64)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let samples = SAMPLES.map(|(name, count)| (folder.join(name), count));
    let (here, missing): (Vec<_>, Vec<_>) =
        samples.into_iter().partition(|(path, _)| path.exists());
    for (path, _) in missing {
        println!("skipped: {} is not here", path.display());
    }
    here
}

/// All tables, columns and rows as plain SQLite sees them.
fn all_values(path: &Path, table: &str) -> Vec<Vec<Value>> {
    let database = Connection::open(path).unwrap();
    let mut statement = database
        .prepare(&format!("SELECT * FROM \"{table}\" ORDER BY \"Key\""))
        .unwrap();
    let count = statement.column_count();
    statement
        .query_map([], |row| (0..count).map(|at| row.get(at)).collect())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn declarations(path: &Path) -> Vec<(String, Option<String>)> {
    let database = Connection::open(path).unwrap();
    let mut statement = database
        .prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
        .unwrap();
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn rewrite(file: &ManagerFile, target: &Path) {
    let mut writer = FileWriter::create(target).unwrap();
    for table in file.tables() {
        writer.declare(&table.to_new()).unwrap();
        for row in rows(file, &table.name) {
            writer.row(&table.name, &row).unwrap();
        }
    }
    writer.finish().unwrap();
}

#[test]
fn real_files_open_without_findings() {
    let desk = Desk::set_up();
    for (path, count) in samples() {
        let file = desk.open(&path).unwrap();
        assert_eq!((file.form(), file.seal()), (Form::Plain, Seal::None));
        assert_eq!(file.findings(), []);
        let names: Vec<_> = file.tables().iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Images", "Objects"]);
        assert_eq!(file.table("Objects").unwrap().rows_count, count);
        assert_eq!(rows(&file, "Objects").len() as u64, count);
    }
}

#[test]
fn every_record_of_real_files_conforms_and_encodes_to_the_same_bytes() {
    let desk = Desk::set_up();
    for (path, count) in samples() {
        let mut seen = 0;
        let mut before = None;
        desk.open(&path)
            .unwrap()
            .each_object(&mut |row| {
                let ObjectRow::Conforming {
                    key,
                    content,
                    timestamp,
                    extra,
                    ..
                } = row
                else {
                    panic!("{row:?}");
                };
                assert!(before.replace(key) < Some(key), "out of order");
                assert!(timestamp.is_some() && extra.is_empty());
                let message = Message::parse(&content).unwrap();
                assert_eq!(message.to_bytes(), content);
                seen += 1;
                Ok(())
            })
            .unwrap();
        assert_eq!(seen, count);
    }
}

#[test]
fn real_files_written_afresh_have_the_same_tables_and_rows() {
    let desk = Desk::set_up();
    for (at, (path, _)) in samples().into_iter().enumerate() {
        let copy = desk.path(&format!("copy-{at}.manager"));
        let target = desk.path(&format!("fresh-{at}.manager"));
        std::fs::copy(&path, &copy).unwrap();
        rewrite(&desk.open(&copy).unwrap(), &target);
        for table in ["Objects", "Images"] {
            assert_eq!(all_values(&target, table), all_values(&copy, table));
        }
        assert_eq!(declarations(&target), declarations(&copy));
        assert_eq!(desk.code(&target), "accepted");
    }
}
