//! The heart: makes, verifies, checks and imports backups, against any store.
//!
//! - [`make_backup`] streams one consistent moment of a business into a file, reads the finished
//!   file back, compares it with what was read, and only then gives it its name.
//! - [`verify()`] says what a file holds and proves it whole; [`verify_business()`] does so for a
//!   business where it lives.
//! - [`compare()`] says what differs between a file and a business, and [`recognise()`] which
//!   businesses a file may be a backup of.
//! - [`check()`] reads an incoming file and lists findings, changing nothing; [`import()`] makes a
//!   new business of a checked file, wholly or not at all; [`replace()`] puts it in the place of
//!   another one, and [`undo_replacement`] takes that back.
//! - [`prepare_rescue`] says what is whole in a damaged file, and [`rescue()`] brings that over.
//! - [`plan_taking`] and [`take()`]: one record out of a file that was opened, into a business.
//! - [`Keeping`] keeps backups in places, by itself or when asked (docs/SPEC-keeping.md).
//!
//! The rules are docs/SPEC-backup.md. This crate does not know which database it is talking to.

mod check;
mod compare;
mod contents;
mod digest;
mod email_rows;
mod error;
mod exchange;
mod file_name;
mod finding;
mod fingerprint;
mod heads;
mod history_rows;
mod import;
mod keep;
mod layout;
mod make;
mod manifest;
mod part_file;
mod passphrase;
mod progress;
mod recognise;
mod replace;
mod rescue;
pub mod retention;
mod room;
pub mod schedule;
mod seal;
mod source;
mod summary;
mod take;
mod verify;
mod verify_business;

pub use check::{Absence, CheckedFile, FilePlan, Made, Opening, check, check_with};
pub use compare::{
    AccountDifference, Comparison, Difference, HistoryRelation, KindDifference, NAMED_COUNT_MAX,
    Named, RecordDifference, Totals, compare,
};
pub use contents::{BackupContents, SectionSize, SectionSizes, section_sizes};
pub use digest::ContentDigest;
pub use error::{BackupError, Verdict};
pub use exchange::{Exchange, ExchangeKind, ExchangeState, exchanges};
pub use file_name::{
    ascii_file_name, attachment_file_name, clean_business_name, clean_file_name, is_deceptive,
    kept_file_name, suggested_file_name, today,
};
pub use finding::{Finding, Level};
pub use fingerprint::Fingerprint;
pub use import::{ImportRequest, ImportResult, import};
pub use keep::{
    KeepError, Keeping, Looked, Means, Ongoing, Outlook, PlaceWish, REHEARSED_EVERY, Rehearsal,
    Rehearsed, Retired, RunReport, RunWish, TRASH_KEPT_DAYS, Task, Turn, VaultFault, books_key,
    catalog_key,
};
pub use make::{BackupForm, BackupResult, MakeRequest, make_backup};
pub use manager_file::{
    CAN_ENCRYPT, Damage, DamagedBlock, DamagedRows, Encryption, Limits, Passphrase, Proof,
};
pub use passphrase::{
    PASSPHRASE_CHARACTERS_MIN, PASSPHRASE_WORDS_COUNT, generated_passphrase, is_too_short,
};
pub use progress::{Cancelled, NoProgress, Phase, Progress};
pub use recognise::{Candidate, RecognisedBy, recognise};
pub use replace::{
    CHANGES_NAMED_MAX, Follow, ReplaceRequest, ReplaceResult, Replacement, SafetyBackup,
    complete_exchange, replace, replacement, undo_replacement,
};
pub use rescue::{
    Rescue, RescueCounts, RescueItem, RescueReport, RescueState, StoredRescue, is_rescuable,
    prepare_rescue, rescue, rescue_csv, stored_rescue,
};
pub use room::{Disk, look_before_arrival};
pub use summary::{SUMMARY_ENDING, Summary, summary_path};
pub use take::{Permit, TakePlan, TakeRequest, TakeResult, TakeState, plan_taking, take};
pub use verify::{
    Outcome, SectionState, Verification, find_damage, find_damage_with, verify, verify_with,
};
pub use verify_business::{
    BackupsSeen, BusinessVerification, Fault, ImportSeal, SealState, VerifyBusinessRequest,
    verify_business,
};

/// A fresh random key.
fn random_key() -> Result<books::Key, BackupError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| BackupError::Io {
        what: "no random number could be drawn".to_owned(),
        reason: error.to_string(),
    })?;
    Ok(books::Key::from_random(bytes))
}
