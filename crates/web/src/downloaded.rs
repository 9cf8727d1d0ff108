//! Every download of a backup is told, before its first byte leaves: in the security log, and in
//! History of the business (SPEC-history.md, 4.1; security.md S45).

use crate::access::telling;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError};
use books::Key;
use history::{Action, Contents, Draft};
use jiff::SignedDuration;
use store::{EntryFilter, Reader, StoreError};
use users::EventKind;

/// What the same person fetches of the same backup within this time is one download.
const ONE_DOWNLOAD: SignedDuration = SignedDuration::from_hours(1);
/// Among so many of the last downloads an earlier one is looked for.
const LOOKED_BACK_COUNT: usize = 200;

/// Tells of a download that begins now. Call on a thread that may wait.
///
/// Books that cannot be written keep nobody from their backup: that is when it is wanted most. The
/// security log has the download all the same, and the program's own log says why History does
/// not.
///
/// # Errors
/// When the security log cannot be written.
pub(crate) fn tell(
    app: &App,
    business: Key,
    file_name: &str,
    sha256: Option<[u8; 32]>,
) -> Result<(), PageError> {
    telling::tell(app, EventKind::BackupDownloaded, Some(business), "books")?;
    if let Err(error) = record(app, business, file_name, sha256) {
        let code = error.code;
        tracing::warn!(code, %business, "History could not be told of a download");
    }
    Ok(())
}

fn record(
    app: &App,
    business: Key,
    file_name: &str,
    sha256: Option<[u8; 32]>,
) -> Result<(), PageError> {
    let opened = app.store.open(business)?;
    let zone = opened.read()?.profile()?.time_zone;
    let stamp = stamp(app, &zone)?;
    let mut facts = vec![
        ("downloaded_at".to_owned(), stamp.instant.to_string()),
        ("downloaded_from".to_owned(), "books".to_owned()),
    ];
    if let Some(sha256) = sha256 {
        facts.push(("file_sha256".to_owned(), catalog::hex(&sha256)));
    }
    let draft = Draft {
        stamp,
        action: Action::Downloaded,
        key: random_key()?,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: file_name.to_owned(),
        facts,
    };
    Ok(opened.write(&mut |unit| match is_told(unit, &draft)? {
        true => Ok(()),
        false => unit.record(draft.clone()).map(drop),
    })?)
}

/// Whether History has this person's download of this backup within the hour before.
fn is_told<R: Reader + ?Sized>(reader: &R, draft: &Draft) -> Result<bool, StoreError> {
    let filter = EntryFilter {
        action: Some(Action::Downloaded),
        ..EntryFilter::default()
    };
    let last = reader.entries(&filter, None, LOOKED_BACK_COUNT)?;
    let of_file = |draft: &Draft| {
        let fact = draft.facts.iter().find(|(name, _)| name == "file_sha256");
        fact.map(|(_, sha256)| sha256.clone())
    };
    let mut before = last.entries.iter().map(|entry| &entry.draft);
    Ok(before.any(|told| {
        let age = draft.stamp.instant.duration_since(told.stamp.instant);
        told.stamp.user_key == draft.stamp.user_key
            && told.stamp.user_name == draft.stamp.user_name
            && told.title == draft.title
            && of_file(told) == of_file(draft)
            && age.abs() < ONE_DOWNLOAD
    }))
}
