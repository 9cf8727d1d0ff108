//! The catalogue in a file: the contract of every catalogue, and what only a file can suffer.

use catalog::contract::CatalogGround;
use catalog::contract::{Outcome, entry, key};
use catalog::{Catalog, CatalogError, EntryFilter, Key, Place, PlaceKind};
use std::fs;
use std::sync::Arc;
use store_sqlite::SqliteCatalog;
use tempfile::TempDir;

const FILE: &str = "catalog.sqlite3";

struct Ground(TempDir);

fn ground() -> Ground {
    Ground(tempfile::tempdir().expect("a temporary folder"))
}

impl CatalogGround for Ground {
    fn open(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(Arc::new(SqliteCatalog::open(self.0.path())?))
    }
}

mod contract {
    catalog::catalog_contract_tests!(super::ground());
}

#[test]
fn what_is_no_catalogue_is_told_and_left_as_it_is() -> Outcome {
    let foreign = rusqlite_file()?;
    for bytes in [b"This is a letter to my aunt.".repeat(50), foreign] {
        let ground = ground();
        let path = ground.0.path().join(FILE);
        fs::write(&path, &bytes)?;
        let code = ground.open().map(drop).map_err(|error| error.code());
        assert_eq!(code, Err("catalogue-damaged"));
        assert!(fs::read(&path)? == bytes, "untouched");
    }
    Ok(())
}

/// A database of somebody else's.
fn rusqlite_file() -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("other");
    rusqlite::Connection::open(&path)?.execute_batch("CREATE TABLE Photos (Name TEXT);")?;
    Ok(fs::read(path)?)
}

#[test]
fn a_catalogue_of_a_newer_version_is_not_touched() -> Outcome {
    let ground = ground();
    ground.open()?.put_entry(&entry(1, 2, 3))?;
    let path = ground.0.path().join(FILE);
    rusqlite::Connection::open(&path)?.pragma_update(None, "user_version", 99)?;
    let before = fs::read(&path)?;
    let code = ground.open().map(drop).map_err(|error| error.code());
    assert_eq!(code, Err("catalogue-too-new"));
    assert!(fs::read(&path)? == before);
    Ok(())
}

#[test]
fn spec_3_5_a_catalogue_that_was_moved_away_is_begun_anew() -> Outcome {
    let ground = ground();
    ground.open()?.put_entry(&entry(1, 2, 3))?;
    fs::remove_file(ground.0.path().join(FILE))?;
    let catalog = ground.open()?;
    assert!(catalog.entries(&EntryFilter::default())?.is_empty());
    assert_eq!(catalog.next_sequence(key(2))?, 1);
    Ok(())
}

#[test]
fn what_was_written_is_there_when_the_program_is_killed() -> Outcome {
    let ground = ground();
    let catalog = ground.open()?;
    catalog.put_entry(&entry(1, 2, 3))?;
    // A copy of the folder as a killed program leaves it: nothing was closed.
    let after = self::ground();
    for file in fs::read_dir(ground.0.path())? {
        let file = file?;
        fs::copy(file.path(), after.0.path().join(file.file_name()))?;
    }
    assert_eq!(after.open()?.entry(key(1))?, Some(entry(1, 2, 3)));
    Ok(())
}

/// A catalogue with so many places that they take several pages, and a schedule that names the last
/// of them.
fn full(ground: &Ground) -> Result<Vec<Place>, Box<dyn std::error::Error>> {
    let catalog = ground.open()?;
    let mut places = Vec::new();
    for number in 0..60_u8 {
        let place = Place {
            key: Key::from_bytes([number; 16]),
            name: format!("Disk {number} {}", "x".repeat(400)),
            kind: PlaceKind::Folder(format!("/mnt/{number}")),
        };
        catalog.put_place(&place)?;
        places.push(place);
    }
    catalog.put_schedule(&catalog::contract::schedule(1, catalog::Rhythm::Hourly))?;
    catalog.put_entry(&entry(1, 2, 3))?;
    Ok(places)
}

fn now() -> jiff::Timestamp {
    "2026-11-22T10:00:00Z".parse().expect("a moment")
}

#[test]
fn spec_3_7_what_can_be_read_of_a_damaged_catalogue_comes_into_a_new_one() -> Outcome {
    let ground = ground();
    let places = full(&ground)?;
    let path = ground.0.path().join(FILE);
    let mut bytes = fs::read(&path)?;
    let find = |name: &str| {
        let found = bytes
            .windows(name.len())
            .position(|it| it == name.as_bytes());
        found.expect("it lies somewhere") / 4096 * 4096
    };
    let page = find("Disk 30 x");
    bytes[page..page + 4096].fill(0xA5);
    fs::write(&path, &bytes)?;
    let unreadable = ground.open()?.places().map_err(|error| error.code());
    assert_eq!(unreadable, Err("catalogue-damaged"));
    let mended = SqliteCatalog::mend(ground.0.path(), now())?;
    let kept = mended.kept_as.clone().expect("the damaged one is kept");
    assert!(
        kept.ends_with("catalog.sqlite3.damaged-20261122T100000Z"),
        "{kept}"
    );
    assert!(fs::read(&kept)? == bytes, "as it was");
    let catalog = ground.open()?;
    let back = catalog.places()?;
    for place in &back {
        assert!(places.contains(place), "{place:?}");
    }
    // Those on either side of the damage are there, and only those of the one page are not.
    assert!(back.contains(&places[0]) && back.contains(&places[59]));
    assert!((40..60).contains(&back.len()), "{}", back.len());
    assert_eq!(catalog.schedules()?.len(), 1);
    assert_eq!(catalog.entries(&EntryFilter::default())?.len(), 1);
    let told: Vec<_> = mended
        .parts
        .iter()
        .map(|it| (it.name, it.is_whole))
        .collect();
    let others = ["schedules", "rules", "backups", "runs"].map(|name| (name, true));
    assert_eq!(told, [&[("places", false)][..], &others].concat());
    assert_eq!(mended.parts[0].count, u64::try_from(back.len())?);
    assert!(!mended.is_whole());
    Ok(())
}

#[test]
fn spec_3_7_a_sound_one_stays_and_of_one_without_its_first_page_nothing_comes() -> Outcome {
    let ground = ground();
    full(&ground)?;
    let path = ground.0.path().join(FILE);
    let mut bytes = fs::read(&path)?;
    let mended = SqliteCatalog::mend(ground.0.path(), now())?;
    assert_eq!((mended.kept_as.as_deref(), mended.is_whole()), (None, true));
    assert!(fs::read(&path)? == bytes, "untouched");
    bytes[..4096].fill(0);
    fs::write(&path, &bytes)?;
    let mended = SqliteCatalog::mend(ground.0.path(), now())?;
    assert!(mended.kept_as.is_some());
    let nothing = |part: &catalog::MendedPart| part.count == 0 && !part.is_whole;
    assert!(mended.parts.iter().all(nothing), "{mended:?}");
    assert!(ground.open()?.places()?.is_empty());
    Ok(())
}

#[test]
fn spec_3_7_a_mended_one_that_was_left_without_its_place_gets_it() -> Outcome {
    let ground = ground();
    full(&ground)?;
    let path = ground.0.path().join(FILE);
    fs::rename(&path, ground.0.path().join("catalog.sqlite3.mended"))?;
    assert_eq!(ground.open()?.places()?.len(), 60);
    Ok(())
}
