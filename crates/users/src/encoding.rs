//! Users and what belongs to them as the bytes of a row.
//!
//! A version, then fields: each its length in four bytes (most significant first) and its bytes.
//! Numbers are written in figures, moments as RFC 3339, what is absent as an empty field.

use crate::{
    Access, AccessToken, Areas, Credentials, Event, EventKind, Failures, Level, Link, Purpose,
    Rights, Role, Scope, Session, User, UsersError,
};
use books::Key;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

const VERSION: u8 = 1;

/// Writes fields.
struct Writer(Vec<u8>);

impl Writer {
    fn new() -> Self {
        Self(vec![VERSION])
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    fn text(self, text: impl Display) -> Self {
        self.bytes(text.to_string().as_bytes())
    }

    fn optional(self, value: Option<impl Display>) -> Self {
        self.text(value.map(|value| value.to_string()).unwrap_or_default())
    }
}

/// Reads fields.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn new(body: &'b [u8]) -> Result<Self, UsersError> {
        match body.split_first() {
            Some((&VERSION, rest)) => Ok(Self(rest)),
            _ => Err(garbled("its version is unknown")),
        }
    }

    fn bytes(&mut self) -> Result<&'b [u8], UsersError> {
        let (length, rest) = self
            .0
            .split_first_chunk::<4>()
            .ok_or_else(|| garbled("a field is missing"))?;
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let (bytes, rest) = rest
            .split_at_checked(length)
            .ok_or_else(|| garbled("a field is cut short"))?;
        self.0 = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<&'b str, UsersError> {
        std::str::from_utf8(self.bytes()?).map_err(garbled)
    }

    fn value<T: FromStr<Err: Display>>(&mut self) -> Result<T, UsersError> {
        self.text()?.parse().map_err(garbled)
    }

    fn optional<T: FromStr<Err: Display>>(&mut self) -> Result<Option<T>, UsersError> {
        match self.text()? {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(garbled),
        }
    }

    fn digest(&mut self) -> Result<[u8; 32], UsersError> {
        self.bytes()?.try_into().map_err(garbled)
    }

    fn coded<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Result<T, UsersError> {
        let code = self.text()?;
        find(code).ok_or_else(|| garbled(format!("the code {code} is unknown")))
    }
}

fn garbled(reason: impl Display) -> UsersError {
    UsersError::directory("read a row", reason)
}

/// A user.
pub fn of_user(user: &User) -> Vec<u8> {
    let writer = Writer::new()
        .text(user.key)
        .text(&user.name)
        .text(&user.full_name)
        .text(&user.email)
        .text(user.is_disabled)
        .text(user.created_at)
        .text(user.role.code());
    let Role::Member(businesses) = &user.role else {
        return writer.0;
    };
    let mut writer = writer.text(businesses.len());
    for (business, access) in businesses {
        writer = writer
            .text(business)
            .optional(access.until)
            .text(access.level.code());
        if let Level::Custom(areas) = &access.level {
            writer = writer.text(areas.len());
            for (area, rights) in areas {
                writer = writer.text(area).text(rights.code());
            }
        }
    }
    writer.0
}

/// The user in such bytes.
pub fn user(body: &[u8]) -> Result<User, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(User {
        key: reader.value()?,
        name: reader.text()?.to_owned(),
        full_name: reader.text()?.to_owned(),
        email: reader.text()?.to_owned(),
        is_disabled: reader.value()?,
        created_at: reader.value()?,
        role: role(&mut reader)?,
    })
}

fn role(reader: &mut Reader<'_>) -> Result<Role, UsersError> {
    if reader.text()? == Role::Administrator.code() {
        return Ok(Role::Administrator);
    }
    let mut businesses = BTreeMap::new();
    for _ in 0..reader.value::<usize>()? {
        let business: Key = reader.value()?;
        let until = reader.optional()?;
        let level = level(reader)?;
        businesses.insert(business, Access { level, until });
    }
    Ok(Role::Member(businesses))
}

fn level(reader: &mut Reader<'_>) -> Result<Level, UsersError> {
    let code = reader.text()?;
    if code == Level::Full.code() {
        return Ok(Level::Full);
    }
    if code == Level::Auditor.code() {
        return Ok(Level::Auditor);
    }
    let mut areas = Areas::new();
    for _ in 0..reader.value::<usize>()? {
        let area = reader.text()?.to_owned();
        areas.insert(area, Rights::from_code(reader.text()?));
    }
    Ok(Level::Custom(areas))
}

/// How a user proves who they are.
pub fn of_credentials(credentials: &Credentials) -> Vec<u8> {
    let mut writer = Writer::new()
        .optional(credentials.password_hash.as_ref())
        .text(credentials.password_version)
        .bytes(credentials.sealed_seed.as_deref().unwrap_or_default())
        .text(credentials.last_step)
        .text(credentials.recovery_codes.len());
    for digest in &credentials.recovery_codes {
        writer = writer.bytes(digest);
    }
    writer.0
}

/// The credentials in such bytes.
pub fn credentials(body: &[u8]) -> Result<Credentials, UsersError> {
    let mut reader = Reader::new(body)?;
    let mut credentials = Credentials {
        password_hash: reader.optional()?,
        password_version: reader.value()?,
        sealed_seed: Some(reader.bytes()?.to_vec()).filter(|seed| !seed.is_empty()),
        last_step: reader.value()?,
        recovery_codes: Vec::new(),
    };
    for _ in 0..reader.value::<usize>()? {
        credentials.recovery_codes.push(reader.digest()?);
    }
    Ok(credentials)
}

/// A session.
pub fn of_session(session: &Session) -> Vec<u8> {
    Writer::new()
        .bytes(&session.digest)
        .text(session.user)
        .optional(session.acting_for)
        .text(session.begun_at)
        .text(session.seen_at)
        .text(session.confirmed_at)
        .text(&session.browser)
        .text(&session.address)
        .text(session.password_version)
        .text(session.needs_second_factor)
        .0
}

/// The session in such bytes.
pub fn session(body: &[u8]) -> Result<Session, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(Session {
        digest: reader.digest()?,
        user: reader.value()?,
        acting_for: reader.optional()?,
        begun_at: reader.value()?,
        seen_at: reader.value()?,
        confirmed_at: reader.value()?,
        browser: reader.text()?.to_owned(),
        address: reader.text()?.to_owned(),
        password_version: reader.value()?,
        needs_second_factor: reader.value()?,
    })
}

/// A link.
pub fn of_link(link: &Link) -> Vec<u8> {
    Writer::new()
        .bytes(&link.digest)
        .text(link.purpose.code())
        .text(link.user)
        .text(link.password_version)
        .text(link.expires_at)
        .0
}

/// The link in such bytes.
pub fn link(body: &[u8]) -> Result<Link, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(Link {
        digest: reader.digest()?,
        purpose: reader.coded(Purpose::from_code)?,
        user: reader.value()?,
        password_version: reader.value()?,
        expires_at: reader.value()?,
    })
}

/// A token.
pub fn of_token(token: &AccessToken) -> Vec<u8> {
    Writer::new()
        .text(token.key)
        .bytes(&token.digest)
        .text(token.user)
        .text(&token.name)
        .text(token.scope.code())
        .optional(token.business)
        .text(token.created_at)
        .text(token.expires_at)
        .optional(token.used_at)
        .0
}

/// The token in such bytes.
pub fn token(body: &[u8]) -> Result<AccessToken, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(AccessToken {
        key: reader.value()?,
        digest: reader.digest()?,
        user: reader.value()?,
        name: reader.text()?.to_owned(),
        scope: reader.coded(Scope::from_code)?,
        business: reader.optional()?,
        created_at: reader.value()?,
        expires_at: reader.value()?,
        used_at: reader.optional()?,
    })
}

/// Wrong tries.
pub fn of_failures(failures: Failures) -> Vec<u8> {
    Writer::new().text(failures.count).text(failures.last).0
}

/// The wrong tries in such bytes.
pub fn failures(body: &[u8]) -> Result<Failures, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(Failures {
        count: reader.value()?,
        last: reader.value()?,
    })
}

/// A line of the security log.
pub fn of_event(event: &Event) -> Vec<u8> {
    Writer::new()
        .text(event.at)
        .text(event.kind.code())
        .optional(event.by)
        .optional(event.about)
        .text(&event.address)
        .text(&event.detail)
        .0
}

/// The line in such bytes.
pub fn event(body: &[u8]) -> Result<Event, UsersError> {
    let mut reader = Reader::new(body)?;
    Ok(Event {
        at: reader.value()?,
        kind: reader.coded(EventKind::from_code)?,
        by: reader.optional()?,
        about: reader.optional()?,
        address: reader.text()?.to_owned(),
        detail: reader.text()?.to_owned(),
    })
}

/// When somebody last signed in from a device.
pub fn of_device(at: Timestamp) -> Vec<u8> {
    Writer::new().text(at).0
}

/// The moment in such bytes; none where a device was kept without one, as rows without bytes were.
pub fn device(body: &[u8]) -> Result<Option<Timestamp>, UsersError> {
    match body {
        [] => Ok(None),
        body => Reader::new(body)?.value().map(Some),
    }
}

/// The beginning of the key of a line at this moment: they sort by it.
pub fn moment_key(at: Timestamp) -> [u8; 16] {
    // Moments before 1970 sort before those after it.
    let nanoseconds = at.as_nanosecond() ^ i128::MIN;
    nanoseconds.to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_cut_short_are_an_error_and_no_panic() {
        let link = Link {
            digest: [7; 32],
            purpose: Purpose::Setup,
            user: Key::NIL,
            password_version: 3,
            expires_at: Timestamp::UNIX_EPOCH,
        };
        let bytes = of_link(&link);
        assert_eq!(super::link(&bytes).unwrap(), link);
        for end in 0..bytes.len() {
            assert!(super::link(&bytes[..end]).is_err(), "{end}");
        }
        assert!(user(&bytes).is_err());
    }

    #[test]
    fn moments_sort_as_their_keys() {
        let moments = [-5, 0, 7].map(|second| Timestamp::from_second(second).unwrap());
        let keys = moments.map(moment_key);
        assert!(keys.is_sorted());
    }
}
