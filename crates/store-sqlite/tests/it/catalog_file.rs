//! The catalogue in a file: the contract of every catalogue, and what only a file can suffer.

use catalog::contract::CatalogGround;
use catalog::contract::{Outcome, entry, key};
use catalog::{Catalog, CatalogError, EntryFilter};
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
