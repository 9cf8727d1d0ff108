//! Who acts, when and where: the stamp of a change, and random keys.

use crate::{App, PageError};
use books::Key;
use history::Stamp;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The stamp of a change made now by the person at this computer in a business of this time zone.
///
/// # Errors
/// When the system gives no random numbers.
pub fn stamp(app: &App, zone: &str) -> Result<Stamp, PageError> {
    let instant = Timestamp::now();
    let offset_s = TimeZone::get(zone).map_or(0, |found| found.to_offset(instant).seconds());
    Ok(Stamp {
        instant,
        zone: zone.to_owned(),
        offset_s,
        user_key: None,
        user_name: app.user_name.clone(),
        program_version: app.program_version.to_owned(),
        commit: random_key()?,
    })
}

/// A key that nobody can guess.
///
/// # Errors
/// When the system gives no random numbers.
pub fn random_key() -> Result<Key, PageError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| PageError::internal())?;
    Ok(Key::from_random(bytes))
}
