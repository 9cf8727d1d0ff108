//! How fast a History of a million entries is listed, filtered and proved: the figures of
//! docs/PERFORMANCE.md. Run by hand, in a release build.

use crate::setting::{BUSINESS, INSTALLATION, Setting, key, stamp};
use backup::{NoProgress, VerifyBusinessRequest, verify_business};
use books::{Key, kinds};
use history::{Action, Contents, Draft, Stamp};
use jiff::ToSpan;
use std::time::Instant;
use store::{BusinessStore, EntryFilter, NewBusiness, Profile};

/// Entries of the made-up business.
const ENTRIES_COUNT: u64 = 1_000_000;
/// Records: every one is made once and changed nine times.
const RECORDS_COUNT: u64 = 100_000;
/// The bytes of a record, as of an invoice with a few lines.
const CONTENT_BYTES: usize = 300;

fn record(number: u64) -> Key {
    let mut bytes = [7; 16];
    bytes[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    Key::from_random(bytes)
}

fn stamp_of(number: u64) -> Stamp {
    let users = ["Rahima", "Karim", "Auditor"];
    let user = match number {
        number if number.is_multiple_of(100_000) => 2,
        number => usize::try_from(number % 2).unwrap(),
    };
    Stamp {
        instant: stamp(1).instant + (number * 30).cast_signed().seconds(),
        user_name: users[user].to_owned(),
        ..stamp(2)
    }
}

fn content(number: u64, round: u64) -> Vec<u8> {
    // A text of a field that no customer is without: the name.
    let mut content = vec![0x0a, 0xa9, 0x02];
    content.extend_from_slice(format!("{number:08} {round:02} ").as_bytes());
    content.resize(CONTENT_BYTES, b'x');
    content
}

fn made(setting: &Setting) {
    let profile = Profile {
        name: "A million".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: INSTALLATION,
        absent: Vec::new(),
    };
    let mut business = setting.store.begin(BUSINESS, &profile).unwrap();
    fill(&mut *business);
    business.publish().unwrap();
}

fn fill(business: &mut dyn NewBusiness) {
    business
        .record(Draft {
            stamp: stamp_of(0),
            action: Action::BusinessCreated,
            key: key(1),
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: String::new(),
            facts: Vec::new(),
        })
        .unwrap();
    for number in 1..ENTRIES_COUNT {
        let (record_number, round) = (number % RECORDS_COUNT, number / RECORDS_COUNT);
        let bytes = content(record_number, round);
        let title = format!("INV-{record_number}");
        let stamp = stamp_of(number);
        business
            .put_object(
                record(record_number),
                kinds::CUSTOMER,
                &bytes,
                &title,
                &stamp,
            )
            .unwrap();
    }
}

/// The most memory this process ever had, in megabytes, where the system tells it.
fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number
        .and_then(|number| number.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    println!("{what}: {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0);
    done
}

#[test]
#[ignore = "makes a business of a million entries; run by hand in a release build"]
fn a_million_entries_are_listed_filtered_and_proved() {
    let setting = Setting::new();
    timed("made", || made(&setting));
    let business = setting.store.open(BUSINESS).unwrap();
    let size = setting.store.businesses().unwrap()[0].bytes_count;
    println!("file: {} MB; memory: {} MB", size / 1_000_000, memory_mb());
    for (what, filter) in &filters() {
        for (place, before) in [("newest", None), ("below 500,000", Some(500_000))] {
            let page = timed(&format!("page, {what}, {place}"), || {
                let reader = business.read().unwrap();
                reader.entries(filter, before, 100).unwrap()
            });
            assert!(page.entries.iter().all(|entry| filter.admits(entry)));
        }
    }
    let users = timed("names of users", || {
        business.read().unwrap().history_user_names()
    });
    assert_eq!(users.unwrap().len(), 3);
    let request = VerifyBusinessRequest {
        business: business.as_ref(),
        backups: &[],
        scratch: setting.store.scratch(),
        reads_attachments: true,
    };
    let found = timed("verify", || verify_business(&request, &NoProgress)).unwrap();
    assert!(found.agrees(), "{:?}", found.faults.first());
    assert_eq!(
        (found.entries_count, found.by_entry_count),
        (ENTRIES_COUNT, RECORDS_COUNT)
    );
    println!("memory: {} MB", memory_mb());
}

/// What people filter by, and what it is called in the figures.
fn filters() -> Vec<(&'static str, EntryFilter)> {
    vec![
        ("all", EntryFilter::default()),
        ("user, every second", of_user("Karim")),
        ("user, ten entries", of_user("Auditor")),
        ("user, none", of_user("Nobody")),
        (
            "action, one entry",
            EntryFilter {
                action: Some(Action::BusinessCreated),
                ..EntryFilter::default()
            },
        ),
        (
            "action, most",
            EntryFilter {
                action: Some(Action::Change),
                ..EntryFilter::default()
            },
        ),
        (
            "kind",
            EntryFilter {
                content_type: Some(kinds::CUSTOMER),
                ..EntryFilter::default()
            },
        ),
        (
            "kind, none",
            EntryFilter {
                content_type: Some(kinds::SUPPLIER),
                ..EntryFilter::default()
            },
        ),
        (
            "record",
            EntryFilter {
                object: Some(record(77)),
                ..EntryFilter::default()
            },
        ),
        ("a day in the middle", of_day(500_000)),
        (
            "user and a day",
            EntryFilter {
                user_name: Some("Karim".to_owned()),
                ..of_day(500_000)
            },
        ),
    ]
}

fn of_user(name: &str) -> EntryFilter {
    EntryFilter {
        user_name: Some(name.to_owned()),
        ..EntryFilter::default()
    }
}

fn of_day(number: u64) -> EntryFilter {
    let from = stamp_of(number).instant;
    EntryFilter {
        from: Some(from),
        until: Some(from + 24.hours()),
        ..EntryFilter::default()
    }
}
