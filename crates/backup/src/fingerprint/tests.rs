//! Posted part by part or in one go, the totals are the same: over random records of every kind
//! that is described, referring to each other at random.

use super::*;
use crate::source::{Source, Visit};
use any_records::{Chance, any_record};
use books::Key;
use history::Entry;
use std::collections::BTreeMap;
use std::io::Write;
use store::{Blob, CarriedTable, Cell};

#[path = "../../../figures/tests/it/any_records.rs"]
mod any_records;

/// Records and nothing else, by key.
struct Records(BTreeMap<Key, Object>);

impl Source for Records {
    fn each_object(&self, visit: Visit<'_, Object>) -> Result<(), BackupError> {
        self.0.values().cloned().try_for_each(visit)
    }
    fn object(&self, key: Key) -> Result<Option<Object>, BackupError> {
        Ok(self.0.get(&key).cloned())
    }
    fn each_blob(&self, _: Visit<'_, Blob>) -> Result<(), BackupError> {
        Ok(())
    }
    fn copy_blob(&self, _: Key, _: &mut dyn Write) -> Result<u64, BackupError> {
        Ok(0)
    }
    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        Ok(Vec::new())
    }
    fn each_carried_row(&self, _: &str, _: Visit<'_, Vec<Cell>>) -> Result<(), BackupError> {
        Ok(())
    }
    fn each_entry(&self, _: Visit<'_, Entry>) -> Result<(), BackupError> {
        Ok(())
    }
}

fn whole(records: &Records) -> Posted {
    let mut reader = BooksReader::new();
    records.0.values().for_each(|object| reader.add(object));
    let (books, findings) = reader.finish();
    let balance = reports::trial_balance(&books, &ledger::post(&books), None);
    Posted::of(&balance, &books, findings)
}

fn in_parts(records: &Records, documents_at_once: usize) -> Posted {
    let mut fingerprinting = Fingerprinting {
        documents_at_once,
        ..Fingerprinting::new()
    };
    records.0.values().for_each(|it| fingerprinting.object(it));
    fingerprinting.finish(records).unwrap()
}

#[test]
fn parts_add_up_to_the_whole() {
    let (mut in_several, mut with_totals) = (0, 0);
    for seed in 0..100 {
        let mut chance = Chance::new(seed);
        let mut records = Records(BTreeMap::new());
        let simple = seed % 4 > 0;
        for _ in 0..120 {
            let object = any_record(&mut chance);
            let gathers = [
                kinds::FOREIGN_CURRENCY,
                kinds::INVESTMENT_MARKET_PRICE,
                kinds::INVENTORY_ITEM,
            ];
            if !simple || !gathers.contains(&object.content_type) {
                records.0.insert(object.key, object);
            }
        }
        let expected = whole(&records);
        for documents_at_once in [1, 7, 1_000] {
            let found = in_parts(&records, documents_at_once);
            assert_eq!(found, expected, "seed {seed}, {documents_at_once} at once");
        }
        in_several += usize::from(simple);
        with_totals += usize::from(!expected.fingerprint.total_debit.is_zero());
    }
    assert!(
        in_several >= 75 && with_totals > 50,
        "{in_several} {with_totals}"
    );
}
