//! Whatever happens to places and clocks, the newest good backup stays (SPEC-keeping.md, 4).

use crate::keeping_setting::{HERE, Kept, Mood, THERE};
use crate::setting::BUSINESS;
use backup::{NoProgress, Rehearsal, RunWish};
use catalog::{BlobStore, EntryState, Key, Retention, RetentionRule};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

/// Something that happens.
#[derive(Debug, Clone)]
enum Event {
    Change(u8),
    Run,
    Mood(bool, u8),
    Hours(i64),
    Look(bool),
    Retire,
    Verify(usize),
    Trash(usize),
    BringBack(usize),
    LoseCatalogue,
    Rule(u32),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => any::<u8>().prop_map(Event::Change),
        8 => Just(Event::Run),
        4 => (any::<bool>(), 0..7_u8).prop_map(|(place, mood)| Event::Mood(place, mood)),
        4 => prop_oneof![1..30_i64, 700..1400_i64, -900..0_i64, Just(400_000), Just(-400_000)]
            .prop_map(Event::Hours),
        2 => any::<bool>().prop_map(Event::Look),
        3 => Just(Event::Retire),
        1 => (0..20_usize).prop_map(Event::Verify),
        2 => (0..20_usize).prop_map(Event::Trash),
        1 => (0..20_usize).prop_map(Event::BringBack),
        1 => Just(Event::LoseCatalogue),
        1 => (0..3_u32).prop_map(Event::Rule),
    ]
}

fn place_of(is_here: bool) -> Key {
    if is_here { HERE } else { THERE }
}

fn mood_of(number: u8) -> Mood {
    match number {
        0 => Mood::Gone,
        1 => Mood::Full,
        2 => Mood::Lying,
        3 => Mood::Mute,
        _ => Mood::Fine,
    }
}

/// Makes it happen. What is refused is refused: errors are no matter here.
fn happen(kept: &Kept, event: &Event) {
    let nth = |number: usize| {
        let entries = kept.entries();
        entries
            .get(number % entries.len().max(1))
            .map(|entry| entry.key)
    };
    match *event {
        Event::Change(number) => kept.change(&format!("change {number}")),
        Event::Run => {
            let stamp = kept.stamp();
            kept.keeping
                .run(&RunWish::now(BUSINESS, &stamp), &NoProgress)
                .unwrap();
        }
        Event::Mood(is_here, mood) => kept.place(place_of(is_here)).set(mood_of(mood)),
        Event::Hours(hours) => {
            let mut clock = kept.means.clock.lock().unwrap();
            let later = clock
                .checked_add(SignedDuration::from_hours(hours))
                .unwrap();
            // As far as the clocks of computers go.
            let years: [Timestamp; 2] =
                ["1980-01-01T00:00:00Z", "2200-01-01T00:00:00Z"].map(|it| it.parse().unwrap());
            *clock = later.clamp(years[0], years[1]);
        }
        Event::Look(is_here) => drop(kept.keeping.look(place_of(is_here))),
        Event::Retire => drop(kept.keeping.retire(kept.business, &NoProgress)),
        Event::Verify(number) => {
            drop(nth(number).map(|key| kept.keeping.verify(key, None, &NoProgress)))
        }
        Event::Trash(number) => drop(nth(number).map(|key| kept.keeping.move_to_trash(key))),
        Event::BringBack(number) => drop(nth(number).map(|key| kept.keeping.bring_back(key))),
        Event::LoseCatalogue => kept.lose_catalogue(),
        Event::Rule(last) => {
            let retention = Retention {
                last,
                hourly: 0,
                daily: 0,
                weekly: 0,
                monthly: 0,
                yearly: 0,
            };
            let rule = RetentionRule {
                business: None,
                retention: Some(retention),
            };
            kept.catalog().put_retention_rule(&rule).unwrap();
        }
    }
}

/// The keys of what lies in a place outside of Trash.
fn plain_keys(kept: &Kept, place: Key) -> Vec<String> {
    let mut keys = kept.place(place).keys();
    keys.retain(|key| !key.starts_with("trash/"));
    keys
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_newest_good_backup_stays_whatever_happens(
        events in proptest::collection::vec(event(), 1..50)
    ) {
        let kept = Kept::new();
        let mut made: Vec<String> = Vec::new();
        for event in &events {
            let before = [HERE, THERE].map(|place| plain_keys(&kept, place));
            happen(&kept, event);
            let after = [HERE, THERE].map(|place| plain_keys(&kept, place));
            for entry in kept.good() {
                if !made.contains(&entry.blob) {
                    made.push(entry.blob);
                }
            }
            for (before, after) in before.iter().zip(&after) {
                // By itself the program never lets go of more than what lies beyond the newest.
                let is_wish = matches!(event, Event::Trash(_) | Event::BringBack(_));
                if !is_wish {
                    let newest = before.iter().max_by_key(|key| key_order(key));
                    prop_assert!(newest.is_none_or(|newest| after.contains(newest)), "{event:?}");
                    prop_assert!(after.len() >= before.len().min(7), "{event:?}");
                }
            }
            let had_some = before.iter().any(|keys| !keys.is_empty());
            let has_some = after.iter().any(|keys| !keys.is_empty());
            prop_assert!(has_some || !had_some, "{event:?}: the last one went");
        }
        // What the catalogue calls good is there, whole, and comes back.
        for place in [HERE, THERE] {
            kept.place(place).set(Mood::Fine);
            kept.keeping.look(place).unwrap();
        }
        for entry in kept.good() {
            let blob = entry.blob.parse().unwrap();
            let place = kept.place(entry.place.unwrap());
            let mut bytes = Vec::new();
            place.blobs.get(&blob, None, &mut bytes).unwrap();
            prop_assert_eq!(bytes.len() as u64, entry.bytes_count);
            prop_assert!(!matches!(entry.state, EntryState::Lost(_)));
        }
        if let Some(newest) = kept.good().first() {
            let stamp = kept.stamp();
            let asked = Rehearsal::now(&stamp);
            let back = kept.keeping.rehearse(newest.key, &asked, &NoProgress).unwrap();
            prop_assert!(back.trouble().is_none(), "{:?}", back.trouble());
        }
        prop_assert_eq!(kept.left_over(), [""; 0]);
    }
}

/// The number in a key, by which backups are ordered.
fn key_order(key: &str) -> u64 {
    let facts = catalog::FileKey::read(&key.parse().unwrap()).unwrap();
    facts.sequence
}
