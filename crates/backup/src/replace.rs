//! Puts a checked file in the place of a business, and takes that back (docs/SPEC-import.md,
//! sections 2 and 3).
//!
//! The order is what makes it safe: a proved backup of what is here, the new business whole and in
//! the list, and only then the old one to Trash. Whenever the program is ended, at least one of
//! them is whole and in the list.

mod answer;

pub(crate) use answer::as_before;

use crate::check::CheckedFile;
use crate::exchange::{Exchange, ExchangeKind};
use crate::heads::head_text;
use crate::import::{InPlaceOf, import_as, room_needed, work_out_figures};
use crate::make::{BackupForm, BackupResult, MakeRequest, make_backup, needs_if_short};
use crate::part_file::io_error;
use crate::{
    BackupContents, BackupError, ImportRequest, ImportResult, Progress, random_key,
    suggested_file_name, today,
};
use books::Key;
use history::{Action, Contents, Draft, Stamp};
use std::fs;
use std::path::{Path, PathBuf};
use store::{Business, BusinessStore, EntryFilter, Reader, StoreError};

/// How many changes are named before an undoing.
pub const CHANGES_NAMED_MAX: usize = 20;

/// What is wanted.
pub struct ReplaceRequest<'a> {
    /// The import; its name is the new business's, none for that of the old one.
    pub import: ImportRequest<'a>,
    /// The business that goes to Trash.
    pub old: Key,
    /// The folder for the backup of the old business; made when it is not there.
    pub safety_folder: &'a Path,
    /// The folder for notes of what is going on.
    pub notes: &'a Path,
    /// Told the old key and the new one before the note goes: whatever lies outside of the
    /// business and names it by its key (schedules, rules) follows it.
    pub follow: Follow<'a>,
}

/// Lets what names a business by the first key name the one with the second key instead.
pub type Follow<'a> = &'a dyn Fn(Key, Key);

/// The backup of the old business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyBackup {
    /// Where it lies.
    pub path: PathBuf,
    /// What is in it.
    pub result: BackupResult,
}

/// What was done.
#[derive(Debug)]
pub struct ReplaceResult {
    /// The new business.
    pub import: ImportResult,
    /// The name of the old one.
    pub old_name: String,
    /// Its backup.
    pub safety: SafetyBackup,
    /// Whether the new business is known to be the old one, kept here as before, so that nobody
    /// has to say it again.
    pub keeps_answer: bool,
    /// Why the old business is still in the list, when it could not be moved to Trash. Nothing is
    /// lost then: both are here.
    pub still_here: Option<StoreError>,
}

/// Replaces a business by a checked file.
///
/// # Errors
/// [`BackupError::SafetyBackup`] when the backup of the old business failed, and whatever the
/// import reports; the old business is as it was then, but for the entry of its backup.
pub fn replace(
    store: &dyn BusinessStore,
    checked: &CheckedFile,
    request: &ReplaceRequest<'_>,
    progress: &dyn Progress,
) -> Result<ReplaceResult, BackupError> {
    let old = store.open(request.old)?;
    let old_name = old.read()?.profile()?.name;
    look_for_room(store, checked, &*old, request, progress)?;
    let exchange = Exchange {
        kind: ExchangeKind::Replacement,
        comes: request.import.key,
        goes: request.old,
        name: old_name.clone(),
        file_name: checked.plan.file_name.clone(),
    };
    exchange.begin(request.notes)?;
    let made = safety_backup(store, &*old, request, progress)
        .map_err(|error| BackupError::SafetyBackup(Box::new(error)))
        .and_then(|safety| {
            let place = in_place_of(request, checked, &*old, &safety)?;
            let name = request.import.name.unwrap_or(&old_name);
            let import = ImportRequest {
                name: Some(name),
                ..request.import
            };
            let imported = import_as(store, checked, &import, Some(&place), progress)?;
            Ok((imported, safety, place.keeps_answer))
        });
    let (import, safety, keeps_answer) = match made {
        Ok(made) => made,
        Err(error) => {
            // Nothing changed: that is what the error says, and no note has to say it again.
            let _forgotten = exchange.forget(request.notes);
            return Err(error);
        }
    };
    let fact = ("replaced_by".to_owned(), import.key.to_string());
    let still_here = go_to_trash(store, old, request.import.stamp, fact).err();
    if still_here.is_none() {
        (request.follow)(request.old, import.key);
        exchange.forget(request.notes)?;
    }
    work_out_figures(store, import.key, progress);
    Ok(ReplaceResult {
        import,
        old_name,
        safety,
        keeps_answer,
        still_here,
    })
}

/// Both the safety backup and the new business must have room, or nothing is begun.
fn look_for_room(
    store: &dyn BusinessStore,
    checked: &CheckedFile,
    old: &dyn Business,
    request: &ReplaceRequest<'_>,
    progress: &dyn Progress,
) -> Result<(), BackupError> {
    let making = MakeRequest {
        business: old,
        target: &request.safety_folder.join("safety.manager"),
        scratch: store.scratch(),
        contents: BackupContents::default(),
        form: BackupForm::Compressed,
        encryption: None,
        file_name: "",
        stamp: request.import.stamp,
    };
    needs_if_short(&making, room_needed(store, checked), progress)?.check(progress)
}

/// Makes and proves the backup of what is about to go.
fn safety_backup(
    store: &dyn BusinessStore,
    old: &dyn Business,
    request: &ReplaceRequest<'_>,
    progress: &dyn Progress,
) -> Result<SafetyBackup, BackupError> {
    let folder = request.safety_folder;
    fs::create_dir_all(folder).map_err(|error| io_error(folder, &error))?;
    let profile = old.read()?.profile()?;
    let day = today(request.import.stamp.instant, &profile.time_zone);
    let suggested = suggested_file_name(&profile.name, day);
    let (path, file_name) = free_path(folder, &suggested);
    let result = make_backup(
        &MakeRequest {
            business: old,
            target: &path,
            scratch: store.scratch(),
            contents: BackupContents::default(),
            form: BackupForm::Compressed,
            encryption: None,
            file_name: &file_name,
            stamp: request.import.stamp,
        },
        progress,
    )?;
    Ok(SafetyBackup { path, result })
}

/// The path in the folder, with the first number that makes it new.
fn free_path(folder: &Path, suggested: &str) -> (PathBuf, String) {
    let stem = suggested.strip_suffix(".manager").unwrap_or(suggested);
    let names = std::iter::once(suggested.to_owned())
        .chain((2_u32..).map(|number| format!("{stem} {number}.manager")));
    names
        .map(|name| (folder.join(&name), name))
        .find(|(path, _)| !path.exists())
        .unwrap_or_else(|| (folder.join(suggested), suggested.to_owned()))
}

/// What the History of the new business tells of the old one.
fn in_place_of(
    request: &ReplaceRequest<'_>,
    checked: &CheckedFile,
    old: &dyn Business,
    safety: &SafetyBackup,
) -> Result<InPlaceOf, BackupError> {
    let reader = old.read()?;
    let facts = [
        ("replaced_key", request.old.to_string()),
        ("replaced_name", reader.profile()?.name),
        ("replaced_head", head_text(reader.history_head()?)),
        ("safety_file", safety.path.display().to_string()),
        ("safety_sha256", store::hex(&safety.result.sha256)),
    ];
    Ok(InPlaceOf {
        key: Some(request.old),
        keeps_answer: answer::holds(checked, old, request.import.installation)?,
        facts: facts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    })
}

/// Writes into its own History why it goes, and moves it.
fn go_to_trash(
    store: &dyn BusinessStore,
    business: std::sync::Arc<dyn Business>,
    stamp: &Stamp,
    fact: (String, String),
) -> Result<(), StoreError> {
    let key = business.key();
    note(&*business, Action::Removed, stamp, fact)?;
    drop(business);
    store.remove(key)
}

fn note(
    business: &dyn Business,
    action: Action,
    stamp: &Stamp,
    fact: (String, String),
) -> Result<(), StoreError> {
    let title = business.read()?.profile()?.name;
    let key = random_key().map_err(|error| StoreError::engine("drawing a key", error))?;
    business.write(&mut |work| {
        let draft = Draft {
            stamp: stamp.clone(),
            action,
            key,
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: title.clone(),
            facts: vec![fact.clone()],
        };
        work.record(draft).map(|_| ())
    })
}

/// Moves the business that was to go in an exchange that was cut short, and forgets the note.
///
/// # Errors
/// When it cannot be moved; the note stays then.
pub fn complete_exchange(
    store: &dyn BusinessStore,
    exchange: &Exchange,
    notes: &Path,
    stamp: &Stamp,
    follow: Follow<'_>,
) -> Result<(), BackupError> {
    let business = store.open(exchange.goes)?;
    let fact = ("replaced_by".to_owned(), exchange.comes.to_string());
    go_to_trash(store, business, stamp, fact)?;
    follow(exchange.goes, exchange.comes);
    exchange.forget(notes)
}

/// A business that took the place of another, which can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The business that was replaced, which lies in Trash.
    pub old: Key,
    /// Its name.
    pub old_name: String,
    /// The file that took its place.
    pub file_name: String,
    /// Where the backup of it lies.
    pub safety_file: String,
    /// How many records were changed since.
    pub changes: u64,
    /// The newest of those changes: what was done and to what, at most [`CHANGES_NAMED_MAX`].
    pub newest: Vec<(Action, String)>,
}

/// Whether a business took the place of another that still lies in Trash, and what was changed
/// since. None as soon as a person said that the books are kept in it from now on.
///
/// # Errors
/// When the store cannot be read.
pub fn replacement(
    store: &dyn BusinessStore,
    reader: &dyn Reader,
) -> Result<Option<Replacement>, StoreError> {
    let only = |action| EntryFilter {
        action: Some(action),
        ..EntryFilter::default()
    };
    let restored = reader.entries(&only(Action::Restored), None, 1)?;
    let Some(entry) = restored.entries.first() else {
        return Ok(None);
    };
    let fact = |wanted: &str| {
        let mut facts = entry.draft.facts.iter();
        facts
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    };
    let Ok(old) = fact("replaced_key").parse::<Key>() else {
        return Ok(None);
    };
    let kept = reader.entries(&only(Action::KeptHere), None, 1)?;
    let is_kept = kept
        .entries
        .first()
        .is_some_and(|kept| kept.sequence > entry.sequence && answer::is_said_anew(kept));
    let in_trash = || -> Result<bool, StoreError> {
        Ok(store
            .trash()?
            .iter()
            .any(|removed| removed.entry.key == old))
    };
    if is_kept || !in_trash()? {
        return Ok(None);
    }
    let (mut changes, mut newest) = (0_u64, Vec::new());
    reader.each_entry(entry.sequence.saturating_add(1), &mut |entry| {
        let action = entry.draft.action;
        if matches!(action, Action::Create | Action::Change | Action::Delete) {
            changes += 1;
            newest.insert(0, (action, entry.draft.title));
            newest.truncate(CHANGES_NAMED_MAX);
        }
        Ok(())
    })?;
    Ok(Some(Replacement {
        old,
        old_name: fact("replaced_name"),
        file_name: fact("file_name"),
        safety_file: fact("safety_file"),
        changes,
        newest,
    }))
}

/// Brings the replaced business back from Trash and moves the new one there.
///
/// # Errors
/// When there is nothing to undo ([`StoreError::BusinessNotFound`]), or the store fails; at least
/// one of the two is in the list then.
pub fn undo_replacement(
    store: &dyn BusinessStore,
    new: Key,
    notes: &Path,
    stamp: &Stamp,
    follow: Follow<'_>,
) -> Result<Key, BackupError> {
    let business = store.open(new)?;
    let found = replacement(store, &*business.read()?)?;
    let replaced = found.ok_or(StoreError::BusinessNotFound(new))?;
    let exchange = Exchange {
        kind: ExchangeKind::Undoing,
        comes: replaced.old,
        goes: new,
        name: replaced.old_name,
        file_name: replaced.file_name,
    };
    exchange.begin(notes)?;
    if let Err(error) = store.bring_back(replaced.old) {
        let _forgotten = exchange.forget(notes);
        return Err(error.into());
    }
    let old = store.open(replaced.old)?;
    let fact = ("instead_of".to_owned(), new.to_string());
    note(&*old, Action::BroughtBack, stamp, fact)?;
    let fact = ("replaced_by".to_owned(), replaced.old.to_string());
    go_to_trash(store, business, stamp, fact)?;
    follow(new, replaced.old);
    exchange.forget(notes)?;
    Ok(replaced.old)
}
