//! What stays, over odd clocks, odd zones and random rules.

use super::*;
use catalog::{Contents, EntryState, Key};
use proptest::prelude::*;

fn entry(sequence: u64, made_at: &str) -> BackupEntry {
    let mut key = [0; 16];
    key[8..].copy_from_slice(&sequence.to_be_bytes());
    BackupEntry {
        key: Key::from_bytes(key),
        business: Key::default(),
        business_name: "Shop".to_owned(),
        sequence,
        made_at: made_at.parse().unwrap(),
        zone: "Asia/Dhaka".to_owned(),
        schedule: None,
        place: Some(Key::default()),
        blob: String::new(),
        file_name: String::new(),
        bytes_count: 1,
        sha256: None,
        content_digest: None,
        history_head: None,
        contents: Contents::ALL,
        is_encrypted: false,
        verified: None,
        rehearsed: None,
        state: EntryState::Good,
    }
}

const NOTHING: Retention = Retention {
    last: 0,
    hourly: 0,
    daily: 0,
    weekly: 0,
    monthly: 0,
    yearly: 0,
};

/// One backup every so many hours, the first at the beginning of 2026 in UTC.
fn every(hours: i64, count: u64) -> Vec<BackupEntry> {
    let first: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    (1..=count)
        .map(|sequence| {
            let after = SignedDuration::from_hours(hours * sequence.cast_signed());
            let made_at = first.checked_add(after).unwrap();
            entry(sequence, &made_at.to_string())
        })
        .collect()
}

/// Sequences that stay for this reason, the newest first.
fn kept(fates: &[Fate], reason: Reason) -> Vec<u64> {
    let kept = fates.iter().filter(|fate| fate.reasons.contains(&reason));
    kept.map(|fate| fate.entry.sequence).collect()
}

#[test]
fn spec_4_1_the_last_of_each_day_stays_in_the_zone_in_which_it_was_made() {
    // 17:00 and 19:00 UTC are two days in Dhaka; 19:00 and 01:00 UTC are one.
    let entries = [
        entry(1, "2026-01-01T17:00:00Z"),
        entry(2, "2026-01-01T19:00:00Z"),
        entry(3, "2026-01-02T01:00:00Z"),
    ];
    let rule = Retention {
        daily: 5,
        ..NOTHING
    };
    assert_eq!(kept(&fates(&entries, Some(rule)), Reason::Daily), [3, 1]);
    let rule = Retention {
        daily: 1,
        ..NOTHING
    };
    assert_eq!(kept(&fates(&entries, Some(rule)), Reason::Daily), [3]);
}

#[test]
fn spec_4_1_spans_without_a_backup_do_not_count() {
    let entries = [
        entry(1, "2024-06-01T00:00:00Z"),
        entry(2, "2025-12-31T17:59:00Z"),
        entry(3, "2026-01-01T18:00:00Z"),
        entry(4, "2026-11-22T00:00:00Z"),
    ];
    let rule = Retention {
        yearly: 2,
        monthly: 3,
        ..NOTHING
    };
    let fates = fates(&entries, Some(rule));
    assert_eq!(kept(&fates, Reason::Yearly), [4, 2], "2026 and 2025");
    assert_eq!(kept(&fates, Reason::Monthly), [4, 3, 2]);
}

#[test]
fn spec_4_1_weeks_begin_on_monday() {
    let entries = [
        entry(1, "2026-11-15T12:00:00Z"),
        entry(2, "2026-11-16T12:00:00Z"),
        entry(3, "2026-11-22T12:00:00Z"),
    ];
    let rule = Retention {
        weekly: 9,
        ..NOTHING
    };
    assert_eq!(kept(&fates(&entries, Some(rule)), Reason::Weekly), [3, 1]);
}

#[test]
fn spec_4_3_the_last_good_ones_never_go() {
    let mut entries = every(24, 40);
    for entry in &mut entries {
        entry.contents.history = entry.sequence == 2;
        if entry.sequence <= 5 {
            entry.verified = Some(catalog::Checked {
                at: entry.made_at,
                trouble: None,
            });
        }
    }
    let fates = fates(&entries, Some(NOTHING));
    let stays: Vec<u64> = fates
        .iter()
        .filter(|fate| fate.stays())
        .map(|fate| fate.entry.sequence)
        .collect();
    assert_eq!(stays, [40, 39, 38, 37, 36, 35, 34, 5, 4, 3, 2]);
    assert_eq!(kept(&fates, Reason::Complete), [2]);
}

#[test]
fn spec_4_4_an_odd_clock_throws_nothing_away() {
    let entries = every(24, 10);
    let newest = entries[9].made_at;
    let at = |hours: i64| {
        let now = newest
            .checked_add(SignedDuration::from_hours(hours))
            .unwrap();
        look_at_clock(&entries, now).map_err(RetentionError::code)
    };
    assert_eq!(at(-1), Err("retention-clock-behind"));
    assert_eq!(at(-24 * 365), Err("retention-clock-behind"));
    assert_eq!(at(0), Ok(()));
    assert_eq!(at(45 * 24), Ok(()));
    assert_eq!(at(45 * 24 + 1), Err("retention-too-long-ago"));
    assert_eq!(at(24 * 365 * 50), Err("retention-too-long-ago"));
    assert_eq!(look_at_clock(&[], newest), Ok(()));
}

#[test]
fn only_good_ones_have_a_fate_and_no_rule_lets_nothing_go() {
    let mut entries = every(1, 30);
    entries[29].state = EntryState::Missed;
    entries[28].state = EntryState::Trashed(entries[28].made_at);
    let fates = fates(&entries, None);
    assert_eq!(fates.len(), 28);
    assert!(fates.iter().all(Fate::stays));
}

proptest! {
    #[test]
    fn whatever_the_rule_and_the_clocks_the_newest_stay(
        moments in prop::collection::vec((-2_000_000_000_i64..4_000_000_000, any::<bool>()), 0..60),
        numbers: [u8; 6],
    ) {
        let mut entries = Vec::new();
        for (place, (second, proved)) in moments.iter().enumerate() {
            let made_at = Timestamp::from_second(*second).unwrap();
            let mut made = entry(place as u64 + 1, &made_at.to_string());
            made.verified = proved.then_some(catalog::Checked { at: made_at, trouble: None });
            entries.push(made);
        }
        let rule = Retention {
            last: numbers[0].into(),
            hourly: numbers[1].into(),
            daily: numbers[2].into(),
            weekly: numbers[3].into(),
            monthly: numbers[4].into(),
            yearly: numbers[5].into(),
        };
        let fates = fates(&entries, Some(rule));
        prop_assert_eq!(fates.len(), entries.len());
        let stays = fates.iter().filter(|fate| fate.stays()).count();
        let least = NEWEST_COUNT.max(numbers[0].into()).min(entries.len());
        prop_assert!(stays >= least);
        prop_assert!(fates.iter().take(least).all(Fate::stays));
        let proved = fates.iter().filter(|fate| fate.entry.is_proved());
        prop_assert!(proved.take(PROVED_COUNT).all(Fate::stays));
        // More of anything never lets go what less of it kept.
        let more = Retention { daily: rule.daily + 5, ..rule };
        for (less, more) in fates.iter().zip(super::fates(&entries, Some(more))) {
            prop_assert!(!less.stays() || more.stays());
        }
    }
}
