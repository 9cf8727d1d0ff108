//! Sample values, with something in every field.

use crate::{
    BackupEntry, Checked, Contents, EntryState, Key, Place, PlaceKind, Rhythm, Run, RunKind,
    RunOutcome, S3Place, Schedule, Trouble,
};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};

/// A key that is told apart from others by a number.
pub fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

/// A moment so many hours after another.
pub(super) fn hour(number: i64) -> Timestamp {
    let seconds = 1_790_000_000_i64.saturating_add(number.saturating_mul(3600));
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn trouble() -> Trouble {
    let arguments = vec![
        ("place", "/mnt/দোকান\n".to_owned()),
        ("reason", String::new()),
    ];
    Trouble::new("place-full", arguments)
}

/// A place.
pub fn place(number: u8, name: &str) -> Place {
    let kind = if number.is_multiple_of(2) {
        PlaceKind::Folder(format!("/mnt/{name}"))
    } else {
        PlaceKind::S3(S3Place {
            endpoint: "https://s3.example.com".to_owned(),
            region: "ap-south-1".to_owned(),
            bucket: "books".to_owned(),
            prefix: "a/b".to_owned(),
            is_path_style: true,
            access_key_id: "AKIA".to_owned(),
            secret: key(200),
        })
    };
    Place {
        key: key(number),
        name: name.to_owned(),
        kind,
    }
}

/// A schedule.
pub fn schedule(number: u8, rhythm: Rhythm) -> Schedule {
    Schedule {
        key: key(number),
        business: number.is_multiple_of(2).then(|| key(100)),
        rhythm,
        places: vec![key(3), key(1), key(2)],
        contents: Contents {
            emails: false,
            ..Contents::ALL
        },
        passphrase: number.is_multiple_of(2).then(|| key(201)),
        is_rehearsed: number.is_multiple_of(2),
        alarm_to: Some("रहीमा <rahima@example.com>".to_owned()),
        is_on: !number.is_multiple_of(2),
        since: hour(-5),
    }
}

/// The rhythms there are.
pub(super) fn rhythms() -> [Rhythm; 4] {
    [
        Rhythm::Hourly,
        Rhythm::Daily(Time::constant(22, 30, 0, 0)),
        Rhythm::Weekly(Weekday::Friday, Time::constant(2, 0, 0, 0)),
        Rhythm::OnClose,
    ]
}

/// A good entry, with something in every field.
pub fn entry(number: u8, business: u8, sequence: u64) -> BackupEntry {
    BackupEntry {
        key: key(number),
        business: key(business),
        business_name: "রহিমা স্টোর".to_owned(),
        sequence,
        made_at: hour(i64::from(number)),
        zone: "Asia/Dhaka".to_owned(),
        schedule: Some(key(50)),
        place: Some(key(1)),
        blob: format!("{}/x-{number}.manager", key(business)),
        file_name: "রহিমা স্টোর (2026-11-22).manager".to_owned(),
        bytes_count: u64::from(number) << 33,
        sha256: Some([number; 32]),
        content_digest: Some([7; 32]),
        history_head: Some((u64::from(number), [9; 32])),
        contents: Contents {
            attachments: false,
            ..Contents::ALL
        },
        is_encrypted: true,
        verified: Some(Checked {
            at: hour(1),
            trouble: None,
        }),
        rehearsed: Some(Checked {
            at: hour(2),
            trouble: Some(trouble()),
        }),
        state: EntryState::Good,
    }
}

/// An entry with nothing in every field that may be empty.
pub(super) fn bare_entry(
    number: u8,
    business: u8,
    sequence: u64,
    state: EntryState,
) -> BackupEntry {
    BackupEntry {
        schedule: None,
        place: None,
        blob: String::new(),
        sha256: None,
        content_digest: None,
        history_head: None,
        is_encrypted: false,
        verified: None,
        rehearsed: None,
        state,
        ..entry(number, business, sequence)
    }
}

/// The states there are.
pub(super) fn states() -> [EntryState; 6] {
    [
        EntryState::Good,
        EntryState::Failed(trouble()),
        EntryState::Missed,
        EntryState::Trashed(hour(3)),
        EntryState::Lost(hour(4)),
        EntryState::Emptied(hour(5)),
    ]
}

/// A run that was due so many hours after the others.
pub fn run(number: u8, business: u8, due: i64) -> Run {
    let outcomes = [
        RunOutcome::Good,
        RunOutcome::Unchanged,
        RunOutcome::Failed(trouble()),
        RunOutcome::Missed,
        RunOutcome::Refused(trouble()),
    ];
    let pick = usize::from(number);
    Run {
        key: key(number),
        kind: RunKind::ALL
            .get(pick % RunKind::ALL.len())
            .copied()
            .unwrap_or(RunKind::Backup),
        business: key(business),
        schedule: number.is_multiple_of(2).then(|| key(50)),
        entry: number.is_multiple_of(2).then(|| key(60)),
        due_at: hour(due),
        began_at: hour(due.saturating_add(1)),
        ended_at: hour(due.saturating_add(2)),
        outcome: outcomes
            .get(pick % outcomes.len())
            .cloned()
            .unwrap_or(RunOutcome::Good),
    }
}
