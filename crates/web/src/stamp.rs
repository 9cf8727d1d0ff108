//! Who acts, when and where: the stamp of a change, and random keys.

use crate::access::current;
use crate::{App, PageError};
use books::Key;
use history::Stamp;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The stamp of a change made now in a business of this time zone: by whoever is signed in, else by
/// the person at this computer.
///
/// # Errors
/// When the system gives no random numbers.
pub fn stamp(app: &App, zone: &str) -> Result<Stamp, PageError> {
    let current = current::get();
    let instant = Timestamp::now();
    let offset_s = TimeZone::get(zone).map_or(0, |found| found.to_offset(instant).seconds());
    Ok(Stamp {
        instant,
        zone: zone.to_owned(),
        offset_s,
        user_key: current.as_ref().map(|current| current.key()),
        user_name: current.map_or_else(|| app.user_name.clone(), |current| current.full_name()),
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
