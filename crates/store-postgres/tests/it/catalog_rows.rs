//! The catalogue in the database: the contract of every catalogue, and who sees whose.

use crate::ground::{Ground, SUBSCRIBER};
use catalog::contract::{CatalogGround, Outcome, entry};
use catalog::{Catalog, CatalogError, EntryFilter};
use std::sync::Arc;
use store_postgres::CatalogRows;

/// The catalogue of one subscriber in a database of its own.
struct Rows(Ground);

impl CatalogGround for Rows {
    fn open(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        let database = self.0.database().unwrap();
        Ok(Arc::new(CatalogRows::new(database, SUBSCRIBER)))
    }
}

mod contract {
    catalog::catalog_contract_tests!(super::Rows(match super::Ground::new() {
        Some(ground) => ground,
        None => return Ok(()),
    }));
}

/// SPEC-cloud.md, 3.1: numbers, entries and everything else are each subscriber's own.
#[test]
fn spec_3_1_a_subscriber_sees_no_backup_of_another() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let other = books::Key::constant("5ab5c21b-0000-4000-8000-000000000002");
    let ours = CatalogRows::new(ground.database()?, SUBSCRIBER);
    let theirs = CatalogRows::new(ground.database()?, other);
    let kept = entry(1, 1, 7);
    ours.put_entry(&kept)?;
    assert_eq!(theirs.entries(&EntryFilter::default())?, []);
    assert_eq!(theirs.entry(kept.key)?, None);
    assert_eq!(theirs.next_sequence(kept.business)?, 1);
    assert_eq!(ours.next_sequence(kept.business)?, 8);
    Ok(())
}
