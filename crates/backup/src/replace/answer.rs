//! What a person had said of the business that is replaced, and whether it goes on to hold for what
//! takes its place (SPEC-import.md, 2.7).

use crate::check::CheckedFile;
use crate::compare::same_entry;
use crate::source::{FileSource, Source};
use crate::{BackupError, random_key};
use books::Key;
use history::{Action, Contents, Draft, Entry, Head, Stamp};
use store::{Business, Reader};

/// The fact of an entry `kept-here` that nobody said anew: the key of the business that was
/// replaced, of which it had been said.
pub(super) const AS_BEFORE: &str = "as_before";

/// Whether the file is the very business that it replaces, and the books of that are kept here:
/// then nobody has to be asked again.
pub(super) fn holds(
    checked: &CheckedFile,
    old: &dyn Business,
    installation: Key,
) -> Result<bool, BackupError> {
    let reader = old.read()?;
    Ok(store::standing(&*reader)?.is_own() && is_same(checked, &*reader, installation)?)
}

/// Whether the trail of the file is that of the business, or parted from it in this installation
/// and nowhere else: what was written elsewhere may act elsewhere.
fn is_same(
    checked: &CheckedFile,
    reader: &dyn Reader,
    installation: Key,
) -> Result<bool, BackupError> {
    let plan = checked.plan();
    let is_withheld = plan.history_head.sequence == 0;
    let head = match plan.withheld_head {
        Some(head) if is_withheld => head,
        _ => plan.history_head,
    };
    if head.sequence == 0 {
        return Ok(false);
    }
    if same_entry(reader, head)? {
        return Ok(true);
    }
    if is_withheld {
        return Ok(false);
    }
    let (mut begins_alike, mut has_parted, mut only_here) = (false, false, true);
    FileSource::new(&checked.examined.file)?.each_entry(&mut |entry| {
        if !has_parted && same_entry(reader, head_of(&entry))? {
            begins_alike = true;
        } else {
            has_parted = true;
            only_here &= entry.installation == installation;
        }
        Ok(())
    })?;
    Ok(begins_alike && only_here)
}

fn head_of(entry: &Entry) -> Head {
    Head {
        sequence: entry.sequence,
        hash: entry.hash,
    }
}

/// The entry that says so in the new business.
pub(crate) fn as_before(old: Key, name: &str, stamp: &Stamp) -> Result<Draft, BackupError> {
    Ok(Draft {
        stamp: stamp.clone(),
        action: Action::KeptHere,
        key: random_key()?,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: name.to_owned(),
        facts: vec![(AS_BEFORE.to_owned(), old.to_string())],
    })
}

/// Whether a person said it: then the replacement is not taken back any more.
pub(super) fn is_said_anew(kept: &Entry) -> bool {
    kept.draft.facts.iter().all(|(name, _)| name != AS_BEFORE)
}
