//! What the business is: one row.

use super::{Holder, Session};
use books::Key;
use rusqlite::params;
use store::{Profile, Section, StoreError};

pub fn read<H: Holder>(session: &Session<H>) -> Result<Profile, StoreError> {
    let (profile, absent) = session
        .statement("SELECT Name, Country, TimeZone, Installation, Absent FROM Profile")?
        .query_one([], |row| {
            let profile = Profile {
                name: row.get(0)?,
                country: row.get(1)?,
                time_zone: row.get(2)?,
                installation: super::key_at(row, 3)?,
                absent: Vec::new(),
            };
            Ok((profile, row.get::<_, String>(4)?))
        })
        .map_err(session.place().fault("read what the business is"))?;
    let absent = absent
        .split(',')
        .filter(|code| !code.is_empty())
        .map(|code| {
            Section::from_code(code).ok_or_else(|| {
                session
                    .place()
                    .damaged(format!("no section is called “{code}”"))
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(Profile { absent, ..profile })
}

/// The installation alone, which every entry needs.
pub fn installation<H: Holder>(session: &Session<H>) -> Result<Key, StoreError> {
    session
        .statement("SELECT Installation FROM Profile")?
        .query_one([], |row| super::key_at(row, 0))
        .map_err(session.place().fault("read what the business is"))
}

pub fn write<H: Holder>(session: &Session<H>, profile: &Profile) -> Result<(), StoreError> {
    let absent: Vec<_> = profile
        .absent
        .iter()
        .map(|section| section.code())
        .collect();
    session
        .statement(
            "INSERT INTO Profile (Number, Name, Country, TimeZone, Installation, Absent)
             VALUES (1, ?, ?, ?, ?, ?)
             ON CONFLICT (Number) DO UPDATE SET Name = excluded.Name,
                 Country = excluded.Country, TimeZone = excluded.TimeZone,
                 Installation = excluded.Installation, Absent = excluded.Absent",
        )?
        .execute(params![
            profile.name,
            profile.country,
            profile.time_zone,
            profile.installation.as_bytes(),
            absent.join(","),
        ])
        .map_err(session.place().fault("write what the business is"))?;
    Ok(())
}
