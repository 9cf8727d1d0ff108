//! What the business is: its row among the businesses.

use super::{Holder, Session, key_at, optional_text_at, text_at};
use crate::lease::Lease;
use crate::values::Id;
use books::Key;
use store::{Profile, Section, StoreError};

pub fn read<H: Holder>(session: &Session<H>) -> Result<Profile, StoreError> {
    let row = session.first(
        "read what the business is",
        "SELECT name, country, time_zone, installation, absent FROM businesses WHERE number = $1",
        &[session.number()],
    )?;
    let place = session.place();
    let row = row.ok_or(StoreError::BusinessNotFound(place.key))?;
    let absent: String = row.get(4);
    let absent = absent
        .split(',')
        .filter(|code| !code.is_empty())
        .map(|code| {
            Section::from_code(code)
                .ok_or_else(|| place.damaged(format!("no section is called “{code}”")))
        })
        .collect::<Result<_, _>>()?;
    Ok(Profile {
        name: text_at(place, &row, 0)?,
        country: optional_text_at(place, &row, 1)?,
        time_zone: text_at(place, &row, 2)?,
        installation: key_at(&row, 3),
        absent,
    })
}

/// The installation alone, which every entry needs.
pub fn installation<H: Holder>(session: &Session<H>) -> Result<Key, StoreError> {
    let row = session.first(
        "read what the business is",
        "SELECT installation FROM businesses WHERE number = $1",
        &[session.number()],
    )?;
    let row = row.ok_or(StoreError::BusinessNotFound(session.place().key))?;
    Ok(key_at(&row, 0))
}

/// Makes the row of a new business; its number.
pub fn insert(lease: &Lease, key: Key, profile: &Profile) -> Result<i64, StoreError> {
    let row = lease.first(
        "begin a business",
        "INSERT INTO businesses (key, name, country, time_zone, installation, absent)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING number",
        &[
            &Id(key),
            &profile.name.as_bytes(),
            &profile.country.as_ref().map(String::as_bytes),
            &profile.time_zone.as_bytes(),
            &Id(profile.installation),
            &absent_of(profile),
        ],
    )?;
    row.map(|row| row.get(0))
        .ok_or_else(|| StoreError::engine("begin a business", "it was given no number"))
}

pub fn update<H: Holder>(session: &Session<H>, profile: &Profile) -> Result<(), StoreError> {
    session.execute(
        "write what the business is",
        "UPDATE businesses SET name = $2, country = $3, time_zone = $4, installation = $5,
             absent = $6 WHERE number = $1",
        &[
            session.number(),
            &profile.name.as_bytes(),
            &profile.country.as_ref().map(String::as_bytes),
            &profile.time_zone.as_bytes(),
            &Id(profile.installation),
            &absent_of(profile),
        ],
    )?;
    Ok(())
}

fn absent_of(profile: &Profile) -> String {
    let codes: Vec<_> = profile
        .absent
        .iter()
        .map(|section| section.code())
        .collect();
    codes.join(",")
}
