//! Kept backups as facts for scripts: English keys, Latin digits, moments in UTC.

use backup::{Retired, RunReport};
use catalog::{BackupEntry, Checked, EntryState, Key, Place, Trouble};
use jiff::tz::TimeZone;
use pages::Locale;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What places are called.
pub struct Names(BTreeMap<Key, String>);

impl Names {
    /// The names of these places.
    pub fn of(places: &[Place]) -> Self {
        let named = places.iter().map(|place| (place.key, place.name.clone()));
        Self(named.collect())
    }

    /// The name of a place; its key when it was forgotten, nothing when there is none.
    pub fn place(&self, key: Option<Key>) -> String {
        let Some(key) = key else {
            return String::new();
        };
        self.0.get(&key).cloned().unwrap_or_else(|| key.to_string())
    }
}

/// The sentence of a trouble.
pub fn told(trouble: &Trouble, locale: Locale) -> String {
    let facts: Vec<(&str, String)> = trouble
        .arguments
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    locale.error(&trouble.code, &facts)
}

/// A trouble as facts.
pub fn trouble_facts(trouble: &Trouble) -> Value {
    let facts: Map<String, Value> = trouble
        .arguments
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    json!({
        "code": trouble.code,
        "message": told(trouble, Locale::default()),
        "facts": facts,
    })
}

fn checked_facts(checked: Option<&Checked>) -> Value {
    checked.map_or(Value::Null, |checked| {
        json!({
            "at": checked.at.to_string(),
            "good": checked.is_good(),
            "trouble": checked.trouble.as_ref().map(trouble_facts),
        })
    })
}

/// One backup in one place.
pub fn entry_facts(entry: &BackupEntry, names: &Names) -> Value {
    let since = match &entry.state {
        EntryState::Trashed(at) | EntryState::Lost(at) | EntryState::Emptied(at) => Some(*at),
        EntryState::Good | EntryState::Failed(_) | EntryState::Missed => None,
    };
    let trouble = match &entry.state {
        EntryState::Failed(trouble) => Some(trouble_facts(trouble)),
        _ => None,
    };
    let hex = |bytes: &[u8; 32]| catalog::hex(bytes);
    json!({
        "key": entry.key.to_string(),
        "business": { "key": entry.business.to_string(), "name": entry.business_name },
        "sequence": entry.sequence,
        "made_at": entry.made_at.to_string(),
        "time_zone": entry.zone,
        "schedule": entry.schedule.map(|key| key.to_string()),
        "place": entry.place.map(|key| {
            json!({ "key": key.to_string(), "name": names.place(Some(key)) })
        }),
        "stored_as": entry.blob,
        "file": entry.file_name,
        "bytes": entry.bytes_count,
        "sha256": entry.sha256.as_ref().map(hex),
        "content_digest": entry.content_digest.as_ref().map(hex),
        "history_head": entry.history_head.as_ref().map(|(sequence, hash)| {
            json!({ "sequence": sequence, "hash": hex(hash) })
        }),
        "contents": {
            "attachments": entry.contents.attachments,
            "emails": entry.contents.emails,
            "history": entry.contents.history,
        },
        "encrypted": entry.is_encrypted,
        "verified": checked_facts(entry.verified.as_ref()),
        "rehearsed": checked_facts(entry.rehearsed.as_ref()),
        "state": entry.state.code(),
        "since": since.map(|at| at.to_string()),
        "trouble": trouble,
    })
}

/// What a run came to.
pub fn run_facts(report: &RunReport, names: &Names) -> Value {
    let backups: Vec<Value> = report
        .entries
        .iter()
        .map(|entry| entry_facts(entry, names))
        .collect();
    let retired: Vec<Value> = report.retired.iter().map(retired_facts).collect();
    json!({
        "outcome": report.run.outcome.code(),
        "trouble": report.trouble().map(trouble_facts),
        "began_at": report.run.began_at.to_string(),
        "ended_at": report.run.ended_at.to_string(),
        "backups": backups,
        "retention": retired,
    })
}

/// What was let go of in a place.
pub fn retired_facts(retired: &Retired) -> Value {
    let trashed: Vec<String> = retired
        .trashed
        .iter()
        .map(|it| it.key.to_string())
        .collect();
    json!({
        "place": { "key": retired.place.key.to_string(), "name": retired.place.name },
        "trashed": trashed,
        "emptied": retired.emptied_count,
        "trouble": retired.trouble.as_ref().map(|error| trouble_facts(&error.trouble())),
    })
}

/// When a backup was made, on the clocks of its business.
pub fn local_moment(entry: &BackupEntry) -> String {
    let zone = TimeZone::get(&entry.zone).unwrap_or(TimeZone::UTC);
    let made = entry.made_at.to_zoned(zone);
    made.strftime("%Y-%m-%d %H:%M").to_string()
}
