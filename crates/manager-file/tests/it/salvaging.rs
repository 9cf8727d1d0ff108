//! What can still be read of a damaged file comes out of it, and no row that is called proved is
//! other than it was (SPEC-rescue.md, sections 2 and 3).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use manager_file::{
    Cell, CompressOptions, Limits, Proof, ReadError, Salvage, SalvageRequest, compress, salvage,
};
use testkit::sample_files as files;

use crate::damaged::books;
use crate::{Desk, rows};

const MIB: usize = 1024 * 1024;
const PAGE: usize = 4096;

/// Every row by table, and within it by its first value.
type All = BTreeMap<String, BTreeMap<String, Vec<Cell>>>;

fn salvaged(desk: &Desk, path: &Path) -> Result<(Salvage, All), ReadError> {
    let target = desk.path("salvaged.sqlite");
    let _ = fs::remove_file(&target);
    let request = SalvageRequest {
        path,
        name: "",
        target: &target,
        passphrase: None,
        scratch: &desk.scratch(),
        limits: &Limits::default(),
        known: &[],
    };
    let told = salvage(&request, &mut |_| true)?;
    Ok((told, all(desk, &target)))
}

fn all(desk: &Desk, path: &Path) -> All {
    let file = desk.open(path).unwrap();
    let tables = file.tables().iter().map(|table| {
        let rows = rows(&file, &table.name).into_iter();
        let keyed = rows.map(|row| (name_of(&row), row)).collect();
        (table.name.clone(), keyed)
    });
    tables.collect()
}

fn name_of(row: &[Cell]) -> String {
    match &row[0] {
        Cell::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other => format!("{other:?}"),
    }
}

/// Rows that are not in doubt are as they were; says how many there were, and how many others.
fn judge(told: &Salvage, found: &All, sound: &All, what: &str) -> (usize, usize) {
    let (mut proved, mut others) = (0, 0);
    for table in &told.tables {
        for (key, row) in found.get(&table.name).unwrap_or(&BTreeMap::new()) {
            if table.doubtful.contains_key(key) {
                others += 1;
                continue;
            }
            proved += 1;
            let before = sound.get(&table.name).and_then(|rows| rows.get(key));
            assert_eq!(before, Some(row), "{what}: {} {key}", table.name);
        }
    }
    (proved, others)
}

fn sealed(desk: &Desk, name: &str, build: impl Fn(&Path)) -> (PathBuf, Vec<u8>, All) {
    let (plain, path) = (desk.path("plain"), desk.path(name));
    build(&plain);
    let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
    compress(&plain, &path, &CompressOptions::default(), go_on).unwrap();
    let bytes = fs::read(&path).unwrap();
    (path, bytes, all(desk, &plain))
}

#[test]
fn of_a_sealed_file_all_outside_of_the_damaged_block_is_proved_and_the_rest_named() {
    let desk = Desk::set_up();
    let (path, whole, sound) = sealed(&desk, "sealed.manager", books);
    let (told, found) = salvaged(&desk, &path).unwrap();
    assert_eq!((told.proof, told.blocks.len()), (Proof::Sha256, 0));
    assert_eq!(found["Objects"], sound["Objects"]);
    assert_eq!(found["Blobs"], sound["Blobs"]);
    let damaged = desk.path("damaged.manager");
    let blocks = usize::try_from(told.blocks_count).unwrap();
    let mut counted = 0;
    for block in 0..blocks {
        // Somewhere in the block: frames of noise are about as long as what is in them.
        let mut bytes = whole.clone();
        let at = whole.len() * (2 * block + 1) / (2 * blocks);
        bytes[at] ^= 0x10;
        fs::write(&damaged, &bytes).unwrap();
        let (told, found) = salvaged(&desk, &damaged).unwrap();
        assert_eq!(told.blocks.len(), 1, "byte {at}");
        let (proved, others) = judge(&told, &found, &sound, &format!("byte {at}"));
        assert!(
            proved > 7_000,
            "byte {at}: {proved} proved, {others} others"
        );
        for name in ["Objects", "Blobs"] {
            let table = told.table(name).unwrap();
            if !table.is_counted {
                continue;
            }
            counted += 1;
            let lost: BTreeSet<&String> = table
                .lost
                .iter()
                .filter_map(|row| row.key.as_ref())
                .collect();
            let gone: BTreeSet<&String> = sound[name]
                .keys()
                .filter(|key| !found[name].contains_key(*key))
                .collect();
            assert_eq!(lost, gone, "{name}, byte {at}");
        }
    }
    assert!(
        counted > blocks,
        "{counted} tables of {blocks} files were counted"
    );
}

#[test]
fn a_sealed_file_that_was_cut_keeps_what_stands_before_the_cut() {
    let desk = Desk::set_up();
    let (path, whole, sound) = sealed(&desk, "sealed.manager", books);
    for part in [1, 3, 6, 9] {
        let length = whole.len() * part / 10;
        fs::write(&path, &whole[..length]).unwrap();
        let (told, found) = salvaged(&desk, &path).unwrap();
        assert_eq!(told.proof, Proof::Checksum);
        let (proved, _) = judge(&told, &found, &sound, &format!("{part} tenths"));
        let blocks = length / MIB;
        assert!(
            proved > 500 * blocks.saturating_sub(1),
            "{part}: {proved} proved"
        );
    }
}

#[test]
fn every_page_of_a_plain_file_may_be_lost_and_nothing_is_called_proved() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let sound = all(&desk, &path);
    let whole = fs::read(&path).unwrap();
    let damaged = desk.path("damaged.manager");
    let (mut same, mut taken) = (0, 0);
    for page in 0..whole.len() / PAGE {
        let mut bytes = whole.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0);
        fs::write(&damaged, &bytes).unwrap();
        let Ok((told, found)) = salvaged(&desk, &damaged) else {
            continue;
        };
        let (proved, others) = judge(&told, &found, &sound, "zeroed");
        assert_eq!(proved, 0, "page {page}");
        taken += others;
        let found = found.get("Objects").cloned().unwrap_or_default();
        same += found
            .iter()
            .filter(|(key, row)| sound["Objects"].get(*key) == Some(row))
            .count();
        // The page of the list of tables, and any other but the one with the records itself.
        assert!(found.len() == 11 || found.is_empty(), "page {page}");
    }
    assert!(same > 60 && taken >= same, "{same} of {taken}");
}

#[test]
fn cut_anywhere_a_plain_file_gives_what_is_left() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    books(&path);
    let sound = all(&desk, &path);
    let whole = fs::read(&path).unwrap();
    for part in [2, 5, 9] {
        let length = whole.len() * part / 10 + 123;
        fs::write(&path, &whole[..length]).unwrap();
        let (told, found) = salvaged(&desk, &path).unwrap();
        let objects = &found["Objects"];
        assert!(objects.len() > 500 * part, "{part}: {}", objects.len());
        for (key, row) in objects {
            assert_eq!(sound["Objects"].get(key), Some(row));
        }
        let table = told.table("Objects").unwrap();
        assert_eq!(table.doubtful.len(), objects.len());
    }
}

#[test]
fn real_files_survive_the_loss_of_any_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let Ok(entries) = fs::read_dir(&folder) else {
        return println!("skipped: no sample files in ../shared/samples");
    };
    let desk = Desk::set_up();
    for entry in entries {
        let path = entry.unwrap().path();
        let sound = all(&desk, &path);
        let whole = fs::read(&path).unwrap();
        let damaged = desk.path("damaged.manager");
        let mut most = 0;
        for page in 0..whole.len() / PAGE {
            for fill in [0, 0xA5] {
                let mut bytes = whole.clone();
                bytes[page * PAGE..(page + 1) * PAGE].fill(fill);
                fs::write(&damaged, &bytes).unwrap();
                let Ok((told, found)) = salvaged(&desk, &damaged) else {
                    continue;
                };
                let objects = found.get("Objects").cloned().unwrap_or_default();
                // A page in the middle of a long record may be lost without a trace: so no record
                // of such a file is called proved.
                let table = told.table("Objects").unwrap();
                assert_eq!(table.doubtful.len(), objects.len(), "page {page}");
                assert!(objects.keys().all(|key| sound["Objects"].contains_key(key)));
                most = most.max(objects.len());
            }
        }
        assert_eq!(most, sound["Objects"].len(), "{}", path.display());
    }
}

#[test]
fn flips_neither_hang_nor_panic_nor_prove_what_is_not_so() {
    let desk = Desk::set_up();
    let path = desk.path("books.manager");
    files::small_business_file(&path).unwrap();
    let sound = all(&desk, &path);
    let whole = fs::read(&path).unwrap();
    let mut noise = 20_261_122_u64;
    let mut below = |limit: usize| {
        noise ^= noise << 13;
        noise ^= noise >> 7;
        noise ^= noise << 17;
        usize::try_from(noise).unwrap() % limit
    };
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=below(4) {
            bytes[below(whole.len())] ^= 1 << below(8);
        }
        fs::write(&path, &bytes).unwrap();
        if let Ok((told, found)) = salvaged(&desk, &path) {
            assert_eq!(judge(&told, &found, &sound, "flipped").0, 0);
        }
    }
}

#[test]
fn what_holds_no_business_gives_nothing() {
    let desk = Desk::set_up();
    let path = desk.path("letter");
    for (build, code) in [
        (files::text as fn(&Path) -> files::Built, "not-a-backup"),
        (files::empty, "empty-file"),
        (files::older_format, "older-format"),
        (files::encrypted, "needs-passphrase"),
        (files::other_database, "other-database"),
    ] {
        let _ = fs::remove_file(&path);
        build(&path).unwrap();
        let code_found = salvaged(&desk, &path).err().map(|error| error.code());
        assert_eq!(code_found, Some(code));
    }
}
