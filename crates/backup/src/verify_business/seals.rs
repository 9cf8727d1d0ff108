//! Records that came in by an import, against the seal that it left in its entry `restored`.
//!
//! What a record was at that entry is what it was before the first later entry about it, or what
//! it is now when there is none; so the seal can be computed anew at any time, however much was
//! changed since, and a record altered without an entry breaks it.

use super::records::AtFault;
use super::trail::{Told, fact};
use super::{BusinessVerification, Fault};
use crate::seal::{RecordsSeal, Sealing, group_of};
use crate::{BackupError, Phase, Progress};
use history::Entry;
use std::collections::BTreeSet;
use store::{Reader, StoreError};

/// More imports than this, the newest ones, are not compared one by one.
const SEALS_COMPARED_MAX: usize = 16;
/// More records than this are not named for one broken seal.
const CANDIDATES_MAX: usize = 50;

/// Whether a seal was found as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealState {
    /// It was compared and agrees.
    Agrees,
    /// It was compared and does not.
    Broken,
    /// It was not compared: there is none, or too many newer ones.
    NotCompared,
}

/// An import, as its entry tells it and as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportSeal {
    /// The entry `restored`.
    pub sequence: u64,
    /// The file that came in.
    pub file_name: String,
    /// Whether the entry seals the records that came in.
    pub is_sealed: bool,
    /// How many records it sealed.
    pub records_count: u64,
    /// Changes of the other program that came along; they have no chain of their own.
    pub other_changes: u64,
    /// What was found.
    pub state: SealState,
}

impl ImportSeal {
    pub(super) fn of(entry: &Entry, is_sealed: bool) -> Self {
        let number = |name| {
            let value = fact(&entry.draft, name);
            value.and_then(|value| value.parse().ok()).unwrap_or(0)
        };
        Self {
            sequence: entry.sequence,
            file_name: fact(&entry.draft, "file_name")
                .unwrap_or_default()
                .to_owned(),
            is_sealed,
            records_count: number("records"),
            other_changes: number("other_changes"),
            state: SealState::NotCompared,
        }
    }
}

/// Compares the seals, newest first: what a newer one names, an older one need not name again.
pub(super) fn compare(
    reader: &dyn Reader,
    told: &Told,
    at_fault: &AtFault,
    found: &mut BusinessVerification,
    progress: &dyn Progress,
) -> Result<(), BackupError> {
    let mut explained = at_fault.clone();
    for (sequence, seal) in told.seals.iter().rev().take(SEALS_COMPARED_MAX) {
        progress.at(Phase::Verifying, 1, 1)?;
        let now = seal_at(reader, *sequence, seal.marks.len())?;
        let is_whole = now.digest == seal.digest;
        if !is_whole {
            name(reader, *sequence, seal, &now, &mut explained, found)?;
        }
        let state = if is_whole {
            SealState::Agrees
        } else {
            SealState::Broken
        };
        let imports = found.imports.iter_mut();
        for import in imports.filter(|import| import.sequence == *sequence) {
            import.state = state;
        }
    }
    Ok(())
}

/// The seal over the records as they were at an entry, computed from what there is now.
fn seal_at(
    reader: &dyn Reader,
    sequence: u64,
    groups_count: usize,
) -> Result<RecordsSeal, StoreError> {
    let mut sealing = Sealing::new(groups_count);
    reader.each_state_at(sequence, &mut |state| {
        if let (Some(kind), Some(content)) = (state.contents.content_type, &state.contents.content)
        {
            sealing.record(state.key, kind, content);
        }
        Ok(())
    })?;
    Ok(sealing.finish())
}

/// Names what broke a seal, as closely as its marks allow.
fn name(
    reader: &dyn Reader,
    sequence: u64,
    seal: &RecordsSeal,
    now: &RecordsSeal,
    explained: &mut BTreeSet<books::Key>,
    found: &mut BusinessVerification,
) -> Result<(), BackupError> {
    let groups_count = seal.marks.len();
    let group = |key| group_of(key, groups_count);
    let mut open: BTreeSet<usize> = seal.differing(now).into_iter().collect();
    let had_marks = !open.is_empty();
    for key in explained.iter() {
        open.remove(&group(*key));
    }
    let count = |of: &RecordsSeal, at: usize| of.marks.get(at).map_or(0, |mark| mark.count);
    let mut named: BTreeSet<usize> = BTreeSet::new();
    let mut candidates = 0_usize;
    reader.each_trace(&mut |trace| {
        let at = group(trace.key);
        let Some(object) = trace.object.filter(|_| trace.last.is_none()) else {
            return Ok(());
        };
        if !open.contains(&at) || candidates >= CANDIDATES_MAX {
            return Ok(());
        }
        let (then, here) = (count(seal, at), count(now, at));
        if here < then {
            return Ok(());
        }
        let code = if here > then {
            "record-without-history"
        } else {
            "sealed-record-altered"
        };
        let title = interchange::title(&object).unwrap_or_default();
        let mut fault = Fault::new(code)
            .at(sequence)
            .about(trace.key, title)
            .with("among", here);
        fault.found.content_type = Some(object.content_type);
        found.fault(fault);
        candidates += 1;
        named.insert(at);
        explained.insert(trace.key);
        Ok(())
    })?;
    let missing: u64 = open
        .iter()
        .map(|at| u64::from(count(seal, *at).saturating_sub(count(now, *at))))
        .sum();
    if missing > 0 {
        found.fault(
            Fault::new("sealed-record-vanished")
                .at(sequence)
                .with("count", missing),
        );
    }
    let is_open = |at: &usize| !named.contains(at) && count(seal, *at) <= count(now, *at);
    if !had_marks || open.iter().any(is_open) {
        found.fault(Fault::new("seal-broken").at(sequence));
    }
    Ok(())
}
