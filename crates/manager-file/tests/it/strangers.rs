//! More files made to do harm (T-F1 of the security requirements): lying headers, loops, absurd
//! counts, paths in archives, dear encryption. Each is refused, or reads as the honest file does;
//! within two seconds of work, and with nothing left behind.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use manager_file::{FileFinding, Limits, ManagerFile, Passphrase, ReadError};
use rusqlite::Connection;
use testkit::sample_files as files;

use crate::hostile::{TIME_MAX, Work};
use crate::{Desk, rows};

const PAGE: usize = 4096;

fn honest(desk: &Desk) -> (Vec<u8>, Vec<Vec<manager_file::Cell>>) {
    let path = desk.path("honest.manager");
    files::small_business_file(&path).unwrap();
    let file = desk.open(&path).unwrap();
    (fs::read(&path).unwrap(), rows(&file, "Objects"))
}

/// Opens bytes in time; whatever is accepted has the rows of the honest file.
fn judge(desk: &Desk, bytes: &[u8], honest: &[Vec<manager_file::Cell>], what: &str) {
    let path = desk.path("judged.manager");
    fs::write(&path, bytes).unwrap();
    let work = Work::begin();
    if let Ok(file) = desk.open(&path) {
        let mut found = Vec::new();
        let read = file.each_row("Objects", &mut |row| {
            found.push(row);
            Ok(())
        });
        assert!(
            read.is_err() || found == honest,
            "{what}: accepted and different"
        );
    }
    assert!(work.done() < TIME_MAX, "{what} took {:?}", work.done());
    assert_eq!(desk.copies(), 0, "{what} left something behind");
}

#[test]
fn no_byte_of_the_header_can_lie_to_any_purpose() {
    let desk = Desk::set_up();
    let (bytes, expected) = honest(&desk);
    for at in 0..100 {
        for value in [0x00, 0x01, 0x7f, 0x80, 0xff] {
            let mut lying = bytes.clone();
            lying[at] = value;
            judge(&desk, &lying, &expected, &format!("byte {at} = {value:#x}"));
        }
    }
}

#[test]
fn absurd_counts_of_pages_are_seen() {
    let desk = Desk::set_up();
    let (bytes, _) = honest(&desk);
    let count = u32::try_from(bytes.len() / PAGE).unwrap();
    for (told, cut) in [(u32::MAX, 0), (0x7fff_ffff, 0), (count, PAGE), (count, 1)] {
        let mut lying = bytes[..bytes.len() - cut].to_vec();
        lying[28..32].copy_from_slice(&told.to_be_bytes());
        let code = desk.code_of(&lying);
        assert!(
            ["cut-short", "damaged"].contains(&code),
            "{told} {cut}: {code}"
        );
    }
    // The same with a counter that says that the count is to be believed.
    let mut lying = bytes.clone();
    lying[28..32].copy_from_slice(&(count * 2).to_be_bytes());
    let changes: [u8; 4] = lying[24..28].try_into().unwrap();
    lying[92..96].copy_from_slice(&changes);
    assert_ne!(desk.code_of(&lying), "accepted");
}

#[test]
fn a_list_of_free_pages_that_bites_its_tail_is_damage() {
    let desk = Desk::set_up();
    let path = desk.path("freed.manager");
    files::small_business_file(&path).unwrap();
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch(
            "CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(100000)); DROP TABLE more",
        )
        .unwrap();
    database.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    let first = u32::from_be_bytes(bytes[32..36].try_into().unwrap());
    assert!(first > 1, "there are free pages");
    let at = (usize::try_from(first).unwrap() - 1) * PAGE;
    for (next, leaves) in [
        (first, None),
        (1, None),
        (u32::MAX, None),
        (0, Some(u32::MAX)),
    ] {
        let mut lying = bytes.clone();
        lying[at..at + 4].copy_from_slice(&u32::to_be_bytes(next));
        if let Some(leaves) = leaves {
            lying[at + 4..at + 8].copy_from_slice(&u32::to_be_bytes(leaves));
        }
        let work = Work::begin();
        assert_eq!(desk.code_of(&lying), "damaged", "{next} {leaves:?}");
        assert!(work.done() < TIME_MAX);
    }
}

#[test]
fn a_tree_that_leads_back_to_itself_is_damage() {
    let desk = Desk::set_up();
    let path = desk.path("tree.manager");
    files::small_business_file(&path).unwrap();
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch(
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 3000)
             INSERT INTO Objects (Key, ContentType, Content)
             SELECT printf('b0000000-0000-4000-8000-%012d', n),
                    'ec37c11e-2b67-49c6-8a58-6eccb7dd75ee', zeroblob(50) FROM r",
        )
        .unwrap();
    let root: u32 = database
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = 'Objects'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    database.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    let at = (usize::try_from(root).unwrap() - 1) * PAGE;
    assert_eq!(bytes[at], 5, "the root has pages below it");
    for child in [root, 1, u32::MAX] {
        // The right-most page, and that of the first row.
        let mut lying = bytes.clone();
        lying[at + 8..at + 12].copy_from_slice(&child.to_be_bytes());
        let work = Work::begin();
        assert_eq!(desk.code_of(&lying), "damaged", "{child}");
        let cell = usize::from(u16::from_be_bytes([bytes[at + 12], bytes[at + 13]]));
        let mut lying = bytes.clone();
        lying[at + cell..at + cell + 4].copy_from_slice(&child.to_be_bytes());
        assert_eq!(desk.code_of(&lying), "damaged", "{child}");
        assert!(work.done() < TIME_MAX);
    }
}

/// A business with something more in its schema.
fn beside(desk: &Desk, name: &str, sql: &str) -> std::path::PathBuf {
    let path = desk.path(name);
    files::small_business_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    path
}

#[test]
fn hundreds_of_tables_and_columns_are_too_many() {
    let desk = Desk::set_up();
    let tables: String = (0..300)
        .map(|n| format!("CREATE TABLE t{n} (a, b);"))
        .collect();
    let path = beside(&desk, "tables.manager", &tables);
    assert_eq!(desk.code(&path), "too-large");
    let columns: Vec<String> = (0..1500).map(|n| format!("c{n}")).collect();
    let wide = format!("CREATE TABLE wide ({})", columns.join(","));
    let path = beside(&desk, "columns.manager", &wide);
    let work = Work::begin();
    let code = desk.code(&path);
    assert!(
        ["accepted", "damaged", "too-large"].contains(&code),
        "{code}"
    );
    assert!(work.done() < TIME_MAX);
}

#[test]
fn rows_beyond_the_limit_are_refused_and_counted_no_further() {
    let desk = Desk::set_up();
    let path = beside(
        &desk,
        "rows.manager",
        "CREATE TABLE many (a INTEGER PRIMARY KEY);
         WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 20000)
         INSERT INTO many SELECT n FROM r",
    );
    let limits = Limits {
        rows_count_max: 10_000,
        ..Limits::default()
    };
    let refused = desk.open_within(&path, &limits).err().unwrap();
    assert_eq!(refused.code(), "too-many-rows");
    assert_eq!(desk.code(&path), "accepted");
}

#[test]
fn names_of_tables_and_texts_that_are_no_text_harm_nobody() {
    let desk = Desk::set_up();
    let path = beside(
        &desk,
        "names.manager",
        "CREATE TABLE \"../../etc/passwd\" (\"a\nb\" TEXT); INSERT INTO \"../../etc/passwd\"
             VALUES (CAST(x'ff00fe' AS TEXT));
         CREATE TABLE \"x; DROP TABLE Objects\" (a); INSERT INTO Images (Key, Content)
             VALUES ('../../../tmp/evil', x'00'), (CAST(x'80' AS TEXT), x'00')",
    );
    let work = Work::begin();
    let opened = desk.open(&path);
    if let Ok(file) = &opened {
        for table in file.tables() {
            let read: Result<(), ReadError> = file.each_row(&table.name, &mut |_| Ok(()));
            read.unwrap();
        }
    }
    assert!(work.done() < TIME_MAX);
    assert!(!Path::new("/tmp/evil").exists());
}

#[test]
fn duplicate_keys_are_refused_where_nothing_declares_them_unique() {
    let desk = Desk::set_up();
    let path = desk.path("twice.manager");
    let key = "a0000000-0000-4000-8000-000000000001";
    Connection::open(&path)
        .unwrap()
        .execute_batch(&format!(
            "CREATE TABLE Objects (Key TEXT, ContentType TEXT, Content BLOB, Timestamp INTEGER);
             INSERT INTO Objects VALUES ('{key}', '{key}', x'08', 1), ('{key}', '{key}', x'09', 2)"
        ))
        .unwrap();
    assert_eq!(desk.code(&path), "duplicate-keys");
}

/// A zip with one entry; `mode` as Unix keeps it.
fn zip_with(path: &Path, name: &str, mode: u32, content: &[u8]) {
    let mut archive = zip::ZipWriter::new(File::create(path).unwrap());
    let options = zip::write::SimpleFileOptions::default().unix_permissions(mode);
    archive.start_file(name, options).unwrap();
    archive.write_all(content).unwrap();
    archive.finish().unwrap();
}

#[test]
fn nothing_in_an_archive_is_a_path() {
    let desk = Desk::set_up();
    let (bytes, expected) = honest(&desk);
    let path = desk.path("paths.zip");
    for name in [
        "../../evil.manager",
        "/tmp/evil.manager",
        "C:\\evil.manager",
        "a/../../b",
    ] {
        zip_with(&path, name, 0o644, &bytes);
        let file = desk
            .open(&path)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(rows(&file, "Objects"), expected);
        assert_eq!(
            fs::read_dir(desk.scratch()).unwrap().count(),
            1,
            "one private copy"
        );
    }
    assert!(!desk.path("evil.manager").exists() && !Path::new("/tmp/evil.manager").exists());
    let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    archive
        .add_symlink("books.manager", "/etc/passwd", options)
        .unwrap();
    archive.finish().unwrap();
    let code = desk.code(&path);
    assert!(
        ["zip-without-database", "not-a-backup"].contains(&code),
        "a link: {code}"
    );
}

#[test]
fn an_archive_of_very_many_entries_is_refused_in_time() {
    let desk = Desk::set_up();
    let path = desk.path("many.zip");
    let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for number in 0..20_000 {
        archive.start_file(format!("{number}"), options).unwrap();
    }
    archive.finish().unwrap();
    let work = Work::begin();
    let code = desk.code(&path);
    assert!(
        ["too-large", "zip-without-database"].contains(&code),
        "{code}"
    );
    assert!(work.done() < TIME_MAX, "{:?}", work.done());
}

#[test]
fn members_of_gzip_are_a_bomb_also_one_after_the_other() {
    let desk = Desk::set_up();
    let path = desk.path("members.gz");
    let mut file = File::create(&path).unwrap();
    for number in 0..40 {
        let level = flate2::Compression::best();
        let mut encoder = flate2::write::GzEncoder::new(&mut file, level);
        if number == 0 {
            encoder.write_all(b"SQLite format 3\0").unwrap();
        }
        encoder.write_all(&vec![0; 1 << 20]).unwrap();
        encoder.finish().unwrap();
    }
    drop(file);
    let limits = Limits {
        ratio_free_bytes: 8 << 20,
        ..Limits::default()
    };
    let refused = desk.open_within(&path, &limits).err().unwrap();
    assert_eq!(refused.code(), "bomb");
}

#[test]
fn our_own_form_cannot_lie_about_its_blocks() {
    let desk = Desk::set_up();
    let path = desk.path("sealed.manager");
    files::small_business_file_compressed(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let from = bytes.len().saturating_sub(400);
    for at in (0..24).chain(from..bytes.len()) {
        for value in [0x00, 0xff] {
            let mut lying = bytes.clone();
            if lying[at] == value {
                continue;
            }
            lying[at] = value;
            assert_ne!(desk.code_of(&lying), "accepted", "byte {at} = {value:#x}");
        }
    }
    // Two of them behind each other, and one with something behind it.
    let twice = [&bytes[..], &bytes[..]].concat();
    assert_ne!(desk.code_of(&twice), "accepted");
    assert_ne!(desk.code_of(&[&bytes[..], b"more"].concat()), "accepted");
}

#[test]
fn dear_encryption_is_refused_before_it_is_paid_for() {
    let desk = Desk::set_up();
    let path = desk.path("dear.manager");
    let body = "A".repeat(43);
    let scrypt = |factor: &str| format!("-> scrypt c2FsdHNhbHRzYWx0c2FsdA {factor}\n{body}\n");
    let foreign = format!("-> X25519 {body}\n{body}\n");
    let with = |stanzas: String| format!("age-encryption.org/v1\n{stanzas}--- {body}\nxxxxxxxxxx");
    let passphrase = Passphrase::new("tulip");
    for (header, code) in [
        (with(scrypt("30")), "work-factor-too-high"),
        (with(scrypt("21")), "work-factor-too-high"),
        (with(foreign.repeat(4000)), "too-large"),
        (
            with(format!("{}{}", scrypt("18"), foreign.repeat(4000))),
            "too-large",
        ),
        (
            with(format!("{}{}", scrypt("18"), scrypt("18"))),
            "encryption-damaged",
        ),
        (with(format!("-> {}\n", "a ".repeat(100_000))), "too-large"),
    ] {
        fs::write(&path, &header).unwrap();
        let work = Work::begin();
        let limits = Limits::default();
        let opened =
            ManagerFile::open_with(&path, "dear", Some(&passphrase), &desk.scratch(), &limits);
        assert_eq!(opened.err().map(|error| error.code()), Some(code));
        assert_eq!(desk.copies(), 0);
        assert!(work.done() < TIME_MAX, "{code}: {:?}", work.done());
        let fits = manager_file::passphrase_fits(&path, &passphrase, &limits);
        assert_eq!(fits.err().map(|error| error.code()), Some(code));
    }
    // What a desktop may still open, a server may not.
    fs::write(&path, with(scrypt("19"))).unwrap();
    let limits = Limits::of_a_server();
    let opened = ManagerFile::open_with(&path, "dear", Some(&passphrase), &desk.scratch(), &limits);
    assert_eq!(
        opened.err().map(|error| error.code()),
        Some("work-factor-too-high")
    );
}

#[test]
fn text_in_utf16_of_either_order_is_read_as_it_is_meant() {
    let desk = Desk::set_up();
    for encoding in ["UTF-16le", "UTF-16be"] {
        let path = desk.path(&format!("{encoding}.manager"));
        Connection::open(&path)
            .unwrap()
            .execute_batch(&format!(
                "PRAGMA encoding = '{encoding}';
                 CREATE TABLE Objects (Key TEXT PRIMARY KEY, ContentType TEXT, Content BLOB);
                 INSERT INTO Objects VALUES ('ঢাকা', 'x', x'08')"
            ))
            .unwrap();
        let file = desk.open(&path).unwrap();
        assert_eq!(file.findings()[0], FileFinding::Utf16Text);
        assert_eq!(
            rows(&file, "Objects")[0][0],
            manager_file::Cell::of_text("ঢাকা")
        );
    }
}

/// S4: the SQLite that reads strangers' files is our own, and has the latest mends.
#[test]
fn sqlite_is_not_older_than_the_last_one_known_to_be_mended() {
    let version = rusqlite::version_number();
    assert!(version >= 3_054_001, "SQLite {version}");
}
