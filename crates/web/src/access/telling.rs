//! Lines of the security log about what was done with books and backups (SPEC-users.md, 4.1).
//!
//! On Desktop nobody signs in, and there is no log: nothing is written there.

use super::current;
use crate::{App, PageError};
use backup::{Retired, RunReport, books_key};
use books::Key;
use catalog::RunOutcome;
use jiff::Timestamp;
use users::{Event, EventKind};

/// Adds a line: by whoever asks, from where they ask; by nobody for what the program does of
/// itself. `about` is the business or the user it concerns, `detail` a language-free code.
///
/// # Errors
/// When the log cannot be written.
pub fn tell(app: &App, kind: EventKind, about: Option<Key>, detail: &str) -> Result<(), PageError> {
    let Some(users) = &app.users else {
        return Ok(());
    };
    let current = current::get();
    Ok(users.sign_in.directory().note(&Event {
        at: Timestamp::now(),
        kind,
        by: current.as_ref().map(|current| current.key()),
        about,
        address: current.map_or_else(String::new, |current| current.address.clone()),
        detail: detail.to_owned(),
    })?)
}

/// Tells of a run into places: that a backup was made, when one was, and what was let go of after
/// it. `detail` says who wanted it: `kept` a person, `scheduled` a schedule.
///
/// # Errors
/// As [`tell`].
pub fn tell_run(app: &App, report: &RunReport, detail: &str) -> Result<(), PageError> {
    let business = books_key(report.run.business);
    let is_new = !matches!(report.run.outcome, RunOutcome::Unchanged);
    if is_new && report.entries.iter().any(catalog::BackupEntry::is_good) {
        tell(app, EventKind::BackupMade, Some(business), detail)?;
    }
    tell_retired(app, business, &report.retired)
}

/// Tells that backups of a business were let go of, when some were.
///
/// # Errors
/// As [`tell`].
pub fn tell_retired(app: &App, business: Key, retired: &[Retired]) -> Result<(), PageError> {
    let is_any = |it: &Retired| !it.trashed.is_empty() || it.emptied_count > 0;
    match retired.iter().any(is_any) {
        true => tell(app, EventKind::BackupDeleted, Some(business), "retired"),
        false => Ok(()),
    }
}
