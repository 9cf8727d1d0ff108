//! History is told of what was downloaded at the portal, which itself cannot write into books
//! (docs/SPEC-portal.md, 4.4).

use books::Key;
use history::{Action, Contents, Draft, Stamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{Business, EntryFilter, StoreError};
use store_postgres::{Download, DownloadRows};
use web::App;

/// Among so many of the last downloads in History one is looked for that a node may have told
/// of before it died.
const LOOKED_BACK_COUNT: usize = 200;

/// Tells of all downloads that History does not tell of yet, until `is_ending` says to stop. Those
/// of businesses in Trash wait until these are back.
pub fn tell(
    app: &App,
    rows: &DownloadRows,
    is_ending: &dyn Fn() -> bool,
) -> Result<(), StoreError> {
    let businesses = app.store.businesses()?;
    let keys: Vec<Key> = businesses.iter().map(|it| it.key).collect();
    for download in rows.untold(&keys)? {
        if is_ending() {
            break;
        }
        let business = app.store.open(download.business)?;
        if !is_told(&*business, download.key)? {
            let draft = draft_of(app, &*business, &download)?;
            business.write(&mut |unit| unit.record(draft.clone()).map(drop))?;
        }
        rows.is_told(download.key)?;
    }
    Ok(())
}

/// Whether there is an entry of this download: it has the same key.
fn is_told(business: &dyn Business, download: Key) -> Result<bool, StoreError> {
    let filter = EntryFilter {
        action: Some(Action::Downloaded),
        ..EntryFilter::default()
    };
    let last = business.read()?.entries(&filter, None, LOOKED_BACK_COUNT)?;
    let mut keys = last.entries.iter().map(|entry| entry.draft.key);
    Ok(keys.any(|key| key == download))
}

/// The entry. Its moment is that of writing, so that moments do not run back; when the download
/// began is among its facts.
fn draft_of(app: &App, business: &dyn Business, download: &Download) -> Result<Draft, StoreError> {
    let zone = business.read()?.profile()?.time_zone;
    let instant = Timestamp::now();
    let offset_s = TimeZone::get(&zone).map_or(0, |found| found.to_offset(instant).seconds());
    let mut facts = vec![
        ("downloaded_at".to_owned(), download.at.to_string()),
        ("downloaded_from".to_owned(), "portal".to_owned()),
    ];
    if let Some(sha256) = &download.sha256 {
        facts.push(("file_sha256".to_owned(), catalog::hex(sha256)));
    }
    Ok(Draft {
        stamp: Stamp {
            instant,
            zone,
            offset_s,
            user_key: Some(download.by),
            user_name: download.by_name.clone(),
            program_version: app.program_version.to_owned(),
            commit: download.key,
        },
        action: Action::Downloaded,
        key: download.key,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: download.file_name.clone(),
        facts,
    })
}
