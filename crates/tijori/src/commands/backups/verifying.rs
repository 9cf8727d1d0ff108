//! `tijori backups verify`: every copy of a backup is read from where it lies and proved whole.

use super::Desk;
use super::facts::{entry_facts, told, trouble_facts};
use crate::failure::{ALTERED, FAULT, Failure};
use crate::output::{complain, say, say_json};
use crate::passphrase::given;
use crate::progress_bar::TerminalProgress;
use catalog::{BackupEntry, EntryFilter, Key, Trouble};
use pages::Argument;
use serde_json::{Value, json};

/// One copy, and what came of its check.
struct Copy {
    entry: BackupEntry,
    /// What is wrong with it, or why nobody can know now.
    trouble: Option<Trouble>,
    /// Whether it is the copy that is wrong, and not the way to it.
    is_altered: bool,
}

/// Checks the copy with this key, or every copy of the newest backup of a business. The exit code
/// is that of the worst: altered before unreachable before whole.
pub fn run(desk: &Desk<'_>, backup: &str) -> Result<u8, Failure> {
    let passphrase = given(desk.arguments)?;
    let mut copies = Vec::new();
    for entry in copies_of(desk, backup)? {
        let progress = TerminalProgress::new(desk.locale);
        let checked = desk
            .keeping()
            .verify(entry.key, passphrase.as_ref(), &progress);
        drop(progress);
        let copy = match checked {
            Ok(entry) => {
                let trouble = entry.verified.as_ref().and_then(|it| it.trouble.clone());
                let is_altered = trouble.is_some();
                Copy {
                    entry,
                    trouble,
                    is_altered,
                }
            }
            // A place that cannot be reached does not keep the others from being checked.
            Err(error) if error.of_place().is_some() => Copy {
                entry,
                trouble: Some(error.trouble()),
                is_altered: false,
            },
            Err(error) => return Err(error.into()),
        };
        copies.push(copy);
    }
    tell(desk, &copies)?;
    Ok(match &copies {
        copies if copies.iter().any(|copy| copy.is_altered) => ALTERED,
        copies if copies.iter().any(|copy| copy.trouble.is_some()) => FAULT,
        _ => 0,
    })
}

/// The copy that was named by its key; of a business every copy of its newest backup.
fn copies_of(desk: &Desk<'_>, backup: &str) -> Result<Vec<BackupEntry>, Failure> {
    let newest = desk.backup(backup)?;
    if backup.parse::<Key>().ok() == Some(newest.key) {
        return Ok(vec![newest]);
    }
    let mut copies = desk.keeping().catalog()?.entries(&EntryFilter {
        only_good: true,
        ..EntryFilter::of(newest.business)
    })?;
    copies.retain(|entry| entry.sequence == newest.sequence);
    Ok(copies)
}

/// Every copy with the name of its place.
fn tell(desk: &Desk<'_>, copies: &[Copy]) -> Result<(), Failure> {
    let names = desk.names()?;
    if desk.arguments.json {
        let facts: Vec<Value> = copies
            .iter()
            .map(|copy| {
                let mut facts = entry_facts(&copy.entry, &names);
                facts["result"] = match (&copy.trouble, copy.is_altered) {
                    (None, _) => json!("whole"),
                    (Some(_), true) => json!("altered"),
                    (Some(_), false) => json!("not-checked"),
                };
                facts["why"] = copy.trouble.as_ref().map_or(Value::Null, trouble_facts);
                facts
            })
            .collect();
        let worst = copies.iter().position(|copy| copy.trouble.is_some());
        let first = facts.get(worst.unwrap_or(0)).cloned();
        say_json(&json!({ "backup": first, "copies": facts }))?;
        return Ok(());
    }
    for copy in copies {
        let place = names.place(copy.entry.place);
        let size = desk.locale.bytes(copy.entry.bytes_count);
        match &copy.trouble {
            None => {
                let said = [
                    ("place", Argument::Text(&place)),
                    ("file", Argument::Text(&copy.entry.file_name)),
                    ("size", Argument::Text(&size)),
                ];
                say(&desk.locale.text_with("command-backups-copy-whole", &said))?;
            }
            Some(trouble) => complain(&named(&place, told(trouble, desk.locale))),
        }
    }
    Ok(())
}

/// A sentence that names its place, whatever it says itself.
fn named(place: &str, sentence: String) -> String {
    match sentence.contains(place) {
        true => sentence,
        false => format!("{place}: {sentence}"),
    }
}
