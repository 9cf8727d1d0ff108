//! Out of a damaged file comes what is whole, and nothing of it is wrong without being called
//! uncertain (docs/SPEC-rescue.md).

use crate::setting::{BUSINESS, INSTALLATION, Setting, back_up, key, made_up, samples, stamp};
use backup::{
    BackupContents, BackupForm, NoProgress, Opening, Proof, Rescue, RescueItem, RescueState,
    prepare_rescue, rescue, rescue_csv, stored_rescue,
};
use books::{Key, Object, kinds};
use history::Action;
use manager_file::wire::{Field, Message};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Business, BusinessStore, EntryFilter};

const PAGE: usize = 4096;

/// Small steps that look random and can be repeated.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }
}

fn prepared(setting: &Setting, path: &Path) -> Result<Rescue, &'static str> {
    let opening = Opening::in_scratch(setting.store.scratch());
    prepare_rescue(path, "Books (2026-11-21).manager", &opening, &NoProgress)
        .map_err(|error| error.code())
}

fn brought_over(setting: &Setting, from: &Rescue, key: Key) -> Arc<dyn Business> {
    let request = backup::ImportRequest {
        key,
        name: Some("Rescued"),
        time_zone: "Asia/Dhaka",
        installation: INSTALLATION,
        stamp: &stamp(8),
    };
    rescue(&setting.store, from, &request, &NoProgress).unwrap();
    setting.store.open(key).unwrap()
}

fn records(business: &dyn Business) -> BTreeMap<Key, Object> {
    let mut found = BTreeMap::new();
    let reader = business.read().unwrap();
    reader
        .each_object(None, &mut |object| {
            found.insert(object.key, object);
            Ok(())
        })
        .unwrap();
    found
}

fn files(business: &dyn Business) -> BTreeMap<Key, [u8; 32]> {
    let mut found = BTreeMap::new();
    let reader = business.read().unwrap();
    reader
        .each_blob(&mut |blob| {
            found.insert(blob.key, blob.sha256);
            Ok(())
        })
        .unwrap();
    found
}

/// What must hold of every rescue: what is not called uncertain is as it was, and what is not there
/// is named, or it is said that not everything is known.
fn judge(from: &Rescue, rescued: &dyn Business, sound: &dyn Business, what: &str) {
    let report = from.report();
    let of = |state: RescueState, part: &str, key: Key| {
        let is_it =
            |item: &&RescueItem| item.state == state && item.part == part && item.key == Some(key);
        report.items.iter().any(|item| is_it(&item))
    };
    let (before, after) = (records(sound), records(rescued));
    for (key, object) in &after {
        if of(RescueState::Uncertain, "Objects", *key) {
            continue;
        }
        let was = before.get(key).map(|was| (was.content_type, &was.content));
        let is = Some((object.content_type, &object.content));
        assert_eq!(was, is, "{what}: the record {key} is called certain");
    }
    for key in before.keys().filter(|key| !after.contains_key(key)) {
        let named = of(RescueState::Lost, "Objects", *key);
        assert!(
            named || !report.is_complete,
            "{what}: {key} is lost without a word: {:?}",
            report.items
        );
    }
    let (before, after) = (files(sound), files(rescued));
    for (key, sha256) in &after {
        let is_told = of(RescueState::Uncertain, "Blobs", *key);
        assert!(
            is_told || before.get(key) == Some(sha256),
            "{what}: the file {key}"
        );
    }
    for key in before.keys().filter(|key| !after.contains_key(key)) {
        let named = of(RescueState::Lost, "Blobs", *key);
        assert!(
            named || !report.is_complete,
            "{what}: the file {key} is lost without a word: {:?}",
            report.items
        );
    }
    tells_of_itself(from, rescued, what);
}

/// The business says what it is: in its History, and in the list that it keeps.
fn tells_of_itself(from: &Rescue, rescued: &dyn Business, what: &str) {
    let report = from.report();
    let reader = rescued.read().unwrap();
    let only = EntryFilter {
        action: Some(Action::Restored),
        ..EntryFilter::default()
    };
    let entry = reader.entries(&only, None, 1).unwrap().entries.remove(0);
    let facts: BTreeMap<_, _> = entry.draft.facts.into_iter().collect();
    assert_eq!(
        facts.get("rescued").map(String::as_str),
        Some("yes"),
        "{what}"
    );
    let lost = report.counts.records_lost.to_string();
    assert_eq!(facts.get("rescue_records_lost"), Some(&lost), "{what}");
    let stored = stored_rescue(&*reader).unwrap().unwrap();
    assert_eq!(stored.items, report.items, "{what}");
    assert_eq!(
        stored.counted("records_certain"),
        report.counts.records_certain
    );
    // A damaged name may hold anything, ends of lines too.
    assert!(rescue_csv(&stored.items).lines().count() > report.items.len());
}

/// A backup of a business with so many records of noise that it has several blocks.
fn several_blocks(setting: &Setting) -> (Arc<dyn Business>, PathBuf) {
    let business = made_up(setting);
    let mut numbers = Numbers(77);
    business
        .write(&mut |work| {
            for number in 0..1_500_u32 {
                let mut bytes = [0; 16];
                bytes[..8].copy_from_slice(&numbers.next().to_be_bytes());
                bytes[8..12].copy_from_slice(&number.to_be_bytes());
                let noise: String = (0..120).map(|_| format!("{:x}", numbers.next())).collect();
                let mut message = Message::default();
                message.set(1, Some(Field::of_text(1, &format!("Customer {number}"))));
                message.set(2, Some(Field::of_text(2, &noise)));
                let content = message.to_bytes();
                let title = format!("Customer {number}");
                let key = Key::from_random(bytes);
                work.put_object(key, kinds::CUSTOMER, &content, &title, &stamp(2))?;
            }
            Ok(())
        })
        .unwrap();
    let target = setting.path("blocks.manager");
    let contents = BackupContents::default();
    back_up(
        setting,
        &*business,
        &target,
        contents,
        BackupForm::Compressed,
    );
    (business, target)
}

#[test]
fn of_a_sealed_backup_everything_outside_of_the_damaged_block_is_certain() {
    let setting = Setting::new();
    let (business, path) = several_blocks(&setting);
    let whole = std::fs::read(&path).unwrap();
    let sound = prepared(&setting, &path).unwrap();
    assert!(sound.report().is_whole(), "{:?}", sound.report().items);
    let blocks = usize::try_from(sound.report().blocks_count).unwrap();
    assert!(blocks > 2, "{blocks} blocks");
    let damaged = setting.path("damaged.manager");
    let (mut recovered, mut certain) = (0, 0);
    for part in 0..blocks {
        let mut bytes = whole.clone();
        bytes[whole.len() * (2 * part + 1) / (2 * blocks)] ^= 4;
        std::fs::write(&damaged, &bytes).unwrap();
        let from = prepared(&setting, &damaged).unwrap();
        assert_eq!(from.report().proof, Proof::Sha256);
        assert_eq!(from.report().blocks.len(), 1);
        let number = u8::try_from(100 + part).unwrap();
        let rescued = brought_over(&setting, &from, key(number));
        judge(&from, &*rescued, &*business, &format!("block {part}"));
        let items = &from.report().items;
        recovered += items
            .iter()
            .filter(|item| item.state == RescueState::Recovered)
            .count();
        certain += from.report().counts.records_certain;
    }
    assert!(recovered > 0, "nothing was taken from the trail");
    let all = u64::try_from(blocks).unwrap() * 1_506;
    assert!(certain * 10 > all * 8, "{certain} of {all} are certain");
}

#[test]
fn flips_and_cuts_of_a_small_sealed_backup_never_bring_a_wrong_record_silently() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let path = setting.path("small.manager");
    let contents = BackupContents::default();
    back_up(
        &setting,
        &*business,
        &path,
        contents,
        BackupForm::Compressed,
    );
    let whole = std::fs::read(&path).unwrap();
    let mut numbers = Numbers(20_261_122);
    let (mut rescued, mut refused) = (0, 0);
    for round in 0..60_u8 {
        let mut bytes = whole.clone();
        match round % 3 {
            0 => bytes.truncate(numbers.below(whole.len())),
            _ => bytes[numbers.below(whole.len())] ^= 1 << numbers.below(8),
        }
        std::fs::write(&path, &bytes).unwrap();
        match prepared(&setting, &path) {
            Ok(from) => {
                rescued += 1;
                let business_key = key(100 + round);
                let new = brought_over(&setting, &from, business_key);
                judge(&from, &*new, &*business, &format!("round {round}"));
            }
            Err(_) => refused += 1,
        }
    }
    println!("seed 20261122: {rescued} rescued, {refused} of which nothing is left");
    assert!(rescued > 20);
}

#[test]
fn flips_zeroed_pages_and_cuts_of_a_plain_backup_never_bring_a_wrong_record_silently() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let path = setting.path("plain.manager");
    let contents = BackupContents::default();
    back_up(&setting, &*business, &path, contents, BackupForm::Plain);
    let whole = std::fs::read(&path).unwrap();
    let mut numbers = Numbers(11);
    let (mut rescued, mut certain) = (0, 0);
    for round in 0..90_usize {
        let mut bytes = whole.clone();
        match round % 3 {
            0 => bytes.truncate(numbers.below(whole.len())),
            1 => {
                let page = numbers.below(whole.len() / PAGE);
                bytes[page * PAGE..(page + 1) * PAGE].fill(0);
            }
            _ => {
                for _ in 0..8 {
                    bytes[numbers.below(whole.len())] ^= 1 << numbers.below(8);
                }
            }
        }
        std::fs::write(&path, &bytes).unwrap();
        let Ok(from) = prepared(&setting, &path) else {
            continue;
        };
        rescued += 1;
        certain += from.report().counts.records_certain;
        let new = brought_over(&setting, &from, key(u8::try_from(100 + round).unwrap()));
        judge(&from, &*new, &*business, &format!("round {round}"));
    }
    println!("{rescued} of 90 rescued, {certain} records certain");
    assert!(rescued > 60 && certain > 60);
}

#[test]
fn real_files_damaged_at_each_page_give_back_what_is_left() {
    let setting = Setting::new();
    for (number, path) in (60_u8..).zip(samples()) {
        let whole = std::fs::read(&path).unwrap();
        let imported = setting.import(&path, key(number));
        let before = records(&*imported);
        let damaged = setting.path("damaged.manager");
        let mut most = 0;
        for page in 0..whole.len() / PAGE {
            let mut bytes = whole.clone();
            bytes[page * PAGE..(page + 1) * PAGE].fill(0);
            std::fs::write(&damaged, &bytes).unwrap();
            let Ok(from) = prepared(&setting, &damaged) else {
                continue;
            };
            let counts = from.report().counts;
            let all = counts.records_certain + counts.records_uncertain;
            assert!(all <= before.len() as u64 + 1, "page {page}");
            most = most.max(all);
            let is_told = counts.records_lost > 0 || !from.report().is_complete;
            assert!(
                all >= before.len() as u64 || is_told,
                "page {page}: {counts:?}"
            );
        }
        assert_eq!(most, before.len() as u64);
    }
}

#[test]
fn what_the_trial_balance_said_is_told_beside_what_it_says_now() {
    let setting = Setting::new();
    let (_, path) = several_blocks(&setting);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let from = prepared(&setting, &path).unwrap();
    let told = from.report().told.clone();
    assert_eq!(told.map(|told| told.currency), Some("BDT".to_owned()));
    assert_eq!(from.report().now.currency, "BDT");
    assert_eq!(from.plan().business_name, "ঢাকা মুদি দোকান");
    assert!(setting.store.open(BUSINESS).is_ok());
}

#[test]
fn nothing_is_left_behind_when_there_is_nothing_to_rescue() {
    let setting = Setting::new();
    let path = setting.path("letter");
    std::fs::write(
        &path,
        "Dear Sir, these are no books at all, whatever the name says.",
    )
    .unwrap();
    let before = setting.fingerprint();
    assert_eq!(prepared(&setting, &path).err(), Some("not-a-backup"));
    assert_eq!(setting.fingerprint(), before);
}
