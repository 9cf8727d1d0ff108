//! Damage is named: the block, and the rows that lie in it (SPEC-manager-file.md, "Damage named").

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use manager_file::{
    Cell, CompressOptions, FileWriter, ObjectRow, compress, find_damage, standard_tables,
};
use rusqlite::Connection;

use crate::Desk;

const MIB: usize = 1 << 20;

/// A key with this number, far from those beside it.
fn key(number: u32) -> String {
    let mixed = number.wrapping_mul(0x9e37_79b9);
    format!("{mixed:08x}-0000-4000-8000-{number:012x}")
}

/// Records of many lengths in key order, some of them over several pages, and files.
pub fn books(path: &Path) {
    let mut writer = FileWriter::create(path).unwrap();
    writer.declare(&standard_tables::objects()).unwrap();
    let mut keys: Vec<String> = (0..9_000).map(key).collect();
    keys.sort();
    let mut noise = 1_u64;
    let mut bytes = |length: usize| -> Vec<u8> {
        let next = || {
            noise ^= noise << 13;
            noise ^= noise >> 7;
            noise ^= noise << 17;
            noise.to_le_bytes()[7]
        };
        std::iter::repeat_with(next).take(length).collect()
    };
    for (at, key) in keys.iter().enumerate() {
        let length = if at % 50 == 0 { 20_000 } else { 100 + at % 300 };
        let cells = [
            Cell::of_text(key),
            Cell::of_text(&self::key(77)),
            Cell::Blob(bytes(length)),
            Cell::Integer(1),
        ];
        writer.row("Objects", &cells).unwrap();
    }
    writer.declare(&standard_tables::blobs()).unwrap();
    for key in keys.iter().step_by(900) {
        let cells = [
            Cell::of_text(key),
            Cell::of_text("a file"),
            Cell::Null,
            Cell::Blob(bytes(300_000)),
        ];
        writer.row("Blobs", &cells).unwrap();
    }
    writer.finish().unwrap();
}

/// Every row of a table by its number: its key and its content, or nothing where it cannot be
/// read.
fn rows(path: &Path, table: &str) -> BTreeMap<i64, Option<(String, Vec<u8>)>> {
    let database = Connection::open(path).unwrap();
    let sql = format!("SELECT \"Key\", \"Content\" FROM \"{table}\" WHERE rowid = ?1");
    let last = if table == "Blobs" { 10 } else { 9_000 };
    (1..=last)
        .map(|row| {
            let read = database.query_row(&sql, [row], |row| Ok((row.get(0)?, row.get(1)?)));
            (row, read.ok())
        })
        .collect()
}

#[test]
fn the_damaged_block_and_the_records_in_it_are_named() {
    let desk = Desk::set_up();
    let (plain, sealed) = (desk.path("plain"), desk.path("sealed.manager"));
    books(&plain);
    let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
    compress(&plain, &sealed, &CompressOptions::default(), go_on).unwrap();
    let whole = fs::read(&sealed).unwrap();
    let found = find_damage(&sealed, &desk.scratch()).unwrap().unwrap();
    assert!(found.blocks.is_empty() && found.rows.is_empty() && found.is_complete);
    let sound: BTreeMap<_, _> = ["Objects", "Blobs"]
        .map(|table| (table, rows(&plain, table)))
        .into();
    let mut named = 0;
    for number in 0..found.blocks_count {
        // The block is found by what `find_damage` itself says of its place.
        let mut bytes = whole.clone();
        let at = place_of(&sealed, &desk, number, &whole);
        bytes[at] ^= 0x40;
        let damaged = desk.path(&format!("damaged-{number}.manager"));
        fs::write(&damaged, &bytes).unwrap();
        assert_eq!(desk.code(&damaged), "altered");
        let found = find_damage(&damaged, &desk.scratch()).unwrap().unwrap();
        let numbers: Vec<u64> = found.blocks.iter().map(|block| block.number).collect();
        assert_eq!(numbers, [number]);
        // What SQLite cannot read as it was, when the same MiB is gone, is what must be named.
        let mut gone = fs::read(&plain).unwrap();
        let from = usize::try_from(number).unwrap() * MIB;
        let to = gone.len().min(from + MIB);
        gone[from..to].fill(0);
        let holed = desk.path("holed");
        fs::write(&holed, &gone).unwrap();
        if number == 0 {
            // The schema is gone, and with it the way to every row.
            assert!(!found.is_complete && found.rows.is_empty());
            continue;
        }
        for (table, sound) in &sound {
            let lost: BTreeSet<&String> = rows(&holed, table)
                .iter()
                .filter(|(row, read)| sound[*row] != **read)
                .map(|(row, _)| &sound[row].as_ref().unwrap().0)
                .collect();
            let told = found.rows.iter().find(|rows| rows.table == *table);
            let keys = told.map(|told| told.keys.iter().map(text).collect::<BTreeSet<_>>());
            let keys = keys.unwrap_or_default();
            assert!(
                keys.iter().all(|key| lost.contains(key)),
                "{table} {number}"
            );
            if found.is_complete {
                assert_eq!(keys.len(), lost.len(), "{table} {number}");
            }
            named += keys.len();
        }
    }
    assert!(named > 4_000, "{named}");
}

/// Where a block stands in the file: before the list, at the sum of the lengths in it.
fn place_of(sealed: &Path, desk: &Desk, number: u64, whole: &[u8]) -> usize {
    let list = whole
        .windows(16)
        .rposition(|window| window == b"Tijori blocks 1\n")
        .unwrap();
    // Spoil what the list says of the block: then it is told with its place.
    let mut bytes = whole.to_vec();
    bytes[list + 16 + usize::try_from(number).unwrap() * 36 + 20] ^= 1;
    let spoiled = sealed.with_extension("spoiled");
    fs::write(&spoiled, bytes).unwrap();
    let found = find_damage(&spoiled, &desk.scratch()).unwrap().unwrap();
    let block = found.blocks[0];
    assert_eq!((found.blocks.len(), block.number), (1, number));
    usize::try_from(block.offset + block.bytes_count / 2).unwrap()
}

fn text(key: &[u8; 16]) -> String {
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    [0..8, 8..12, 12..16, 16..20, 20..32]
        .map(|part| &hex[part])
        .join("-")
}

#[test]
fn what_has_no_list_of_blocks_says_nothing() {
    let desk = Desk::set_up();
    let plain = desk.path("plain");
    testkit::sample_files::small_business_file(&plain).unwrap();
    assert_eq!(find_damage(&plain, &desk.scratch()).unwrap(), None);
    let sealed = desk.path("sealed.manager");
    testkit::sample_files::small_business_file_compressed(&sealed).unwrap();
    let bytes = fs::read(&sealed).unwrap();
    for length in [0, 1, 40, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&sealed, &bytes[..length]).unwrap();
        assert_eq!(find_damage(&sealed, &desk.scratch()).unwrap(), None);
    }
}

#[test]
fn a_record_is_found_by_its_key() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    books(&path);
    let file = desk.open(&path).unwrap();
    let mut all = Vec::new();
    file.each_object(&mut |row| {
        all.push(row);
        Ok(())
    })
    .unwrap();
    for row in all.iter().step_by(1_000) {
        let ObjectRow::Conforming { key, .. } = row else {
            panic!("{row:?}");
        };
        assert_eq!(file.object(key).unwrap().as_ref(), Some(row));
    }
    assert_eq!(file.object(&[9; 16]).unwrap(), None);
}
