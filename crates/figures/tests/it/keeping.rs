//! A business is written at random through the store that keeps figures; whatever was written,
//! what is kept equals what follows from the records.

use crate::any_records::{Chance, any_record};
use crate::any_stock::any_record_of_stock;
use crate::equal::assert_equal;
use crate::settled::assert_settled;
use books::{Key, Object};
use figures::{KeptStore, open, read_books, stock_movements};
use history::Stamp;
use interchange::title;
use jiff::Timestamp;
use proptest::prelude::*;
use std::sync::Arc;
use store::{Business, BusinessStore, Profile, StoreError, create_business};
use store_sqlite::SqliteStore;

const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");

pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::UNIX_EPOCH,
        zone: "UTC".to_owned(),
        offset_s: 0,
        user_key: None,
        user_name: String::new(),
        program_version: "0.1.0".to_owned(),
        commit: Key::NIL,
    }
}

/// A store on a folder, kept, with one empty business; and the same business without keeping.
pub struct World {
    _folder: tempfile::TempDir,
    pub kept: Arc<dyn Business>,
    pub plain: Arc<dyn Business>,
}

impl World {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let inner: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(folder.path()).unwrap());
        let profile = Profile {
            name: "Business".to_owned(),
            country: None,
            time_zone: "UTC".to_owned(),
            installation: Key::NIL,
            absent: Vec::new(),
        };
        create_business(inner.as_ref(), BUSINESS, &profile, &[], &stamp(), BUSINESS).unwrap();
        let plain = inner.open(BUSINESS).unwrap();
        let kept = KeptStore::new(inner).open(BUSINESS).unwrap();
        Self {
            _folder: folder,
            kept,
            plain,
        }
    }

    /// Compares what is kept, which must be current, with what follows from the records.
    pub fn check(&self) {
        let reader = self.plain.read().unwrap();
        let mark = reader.posted_mark().unwrap().unwrap();
        assert_eq!(mark.sequence, reader.history_head().unwrap().sequence);
        let books = read_books(&*reader).unwrap();
        assert_eq!(mark.earliest, books.earliest_date());
        let ledger = ledger::post(&books);
        let (kept, fresh) = (open(&*reader).unwrap(), (books, ledger));
        assert_equal(&*kept, &fresh);
        assert_settled(&*reader, &*kept, &fresh);
        let (settings, movements) = stock_movements(&*reader).unwrap();
        let costs = movements.costs_of_all(&settings);
        assert_eq!(
            ledger::cost_differences_to(&settings, &costs),
            ledger::cost_differences(&fresh.0)
        );
    }
}

pub fn put(business: &dyn Business, records: &[Object]) -> Result<(), StoreError> {
    business.write(&mut |unit| {
        for record in records {
            let called = title(record).unwrap_or_default();
            let kind = record.content_type;
            unit.put_object(record.key, kind, &record.content, &called, &stamp())?;
        }
        Ok(())
    })
}

fn delete(business: &dyn Business, key: Key) -> Result<(), StoreError> {
    business.write(&mut |unit| match unit.delete_object(key, "", &stamp()) {
        Err(StoreError::RecordNotFound(_)) => Ok(()),
        other => other.map(drop),
    })
}

/// How many businesses are written: a few, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(24)
}

/// Writes a business of such records at random, and compares after every write.
fn write_at_random(seed: u64, any_record: fn(&mut Chance) -> Object) {
    let mut chance = Chance::new(seed);
    let world = World::new();
    let some = |chance: &mut Chance, count: usize| -> Vec<Object> {
        (0..count).map(|_| any_record(chance)).collect()
    };
    // The first write posts everything; later ones follow.
    put(world.kept.as_ref(), &some(&mut chance, 40)).unwrap();
    world.check();
    for _ in 0..12 {
        match chance.below(4) {
            0 => delete(world.kept.as_ref(), any_record(&mut chance).key).unwrap(),
            1 => put(world.kept.as_ref(), &some(&mut chance, 5)).unwrap(),
            _ => put(world.kept.as_ref(), &some(&mut chance, 1)).unwrap(),
        }
        world.check();
    }
}

/// A late payment fee named an invoice whose customer then changed: the fee was not posted again.
#[test]
fn what_once_was_not_equal_is_equal() {
    write_at_random(4_089_255_689_417_531_173, any_record);
}

/// The postings of one document were looked for on its own day alone, when they were not kept.
#[test]
fn what_a_document_posts_on_other_days_is_found() {
    write_at_random(8_163_421_842_964_757_323, any_record_of_stock);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_equals_what_follows_from_the_records(seed: u64) {
        write_at_random(seed, any_record);
    }

    /// Notes of both directions come, change their day and their invoice, and go; so do the
    /// invoices and their switches (SPEC-posting.md, 16.1).
    #[test]
    fn what_is_kept_of_notes_equals_what_follows_from_the_records(seed: u64) {
        write_at_random(seed, any_record_of_stock);
    }
}

#[test]
fn what_was_written_without_keeping_is_posted_when_it_is_read() {
    let world = World::new();
    let mut chance = Chance::new(7);
    put(world.kept.as_ref(), &[any_record(&mut chance)]).unwrap();
    let others: Vec<Object> = (0..60).map(|_| any_record(&mut chance)).collect();
    put(world.plain.as_ref(), &others).unwrap();
    {
        let reader = world.plain.read().unwrap();
        let mark = reader.posted_mark().unwrap().unwrap();
        assert!(mark.sequence < reader.history_head().unwrap().sequence);
        let books = read_books(&*reader).unwrap();
        let ledger = ledger::post(&books);
        // What is behind is not asked.
        assert_equal(&*open(&*reader).unwrap(), &(books, ledger));
    }
    drop(world.kept.read().unwrap());
    world.check();
}

#[test]
fn a_change_that_fails_keeps_nothing() {
    let world = World::new();
    let mut chance = Chance::new(11);
    let records: Vec<Object> = (0..30).map(|_| any_record(&mut chance)).collect();
    put(world.kept.as_ref(), &records).unwrap();
    let outcome = world.kept.write(&mut |unit| {
        let record = any_record(&mut chance);
        unit.put_object(
            record.key,
            record.content_type,
            &record.content,
            "",
            &stamp(),
        )?;
        Err(StoreError::engine("stop", "for the test"))
    });
    assert!(outcome.is_err());
    world.check();
}
