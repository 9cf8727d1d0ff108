//! Keys, days, moments and amounts as PostgreSQL's types.

use books::Key;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, accepts, to_sql_checked};
use rust_decimal::Decimal;
use std::error::Error;

/// What the traits of the client end with.
type Converted<T> = Result<T, Box<dyn Error + Sync + Send>>;

/// A key as a `uuid`: sixteen bytes in written order, so that they sort as their text.
#[derive(Debug, Clone, Copy)]
pub struct Id(pub Key);

impl ToSql for Id {
    fn to_sql(&self, _type: &Type, out: &mut BytesMut) -> Converted<IsNull> {
        out.extend_from_slice(self.0.as_bytes());
        Ok(IsNull::No)
    }

    accepts!(UUID);
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Id {
    fn from_sql(_type: &Type, raw: &'a [u8]) -> Converted<Self> {
        let bytes: [u8; 16] = raw.try_into()?;
        Ok(Self(Key::from_bytes(bytes)))
    }

    accepts!(UUID);
}

/// The day from which PostgreSQL counts.
const FIRST_DAY: Date = date(2000, 1, 1);

/// A day as a `date`.
#[derive(Debug, Clone, Copy)]
pub struct Day(pub Date);

impl ToSql for Day {
    fn to_sql(&self, _type: &Type, out: &mut BytesMut) -> Converted<IsNull> {
        let days = FIRST_DAY.until(self.0)?.get_days();
        out.extend_from_slice(&days.to_be_bytes());
        Ok(IsNull::No)
    }

    accepts!(DATE);
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Day {
    fn from_sql(_type: &Type, raw: &'a [u8]) -> Converted<Self> {
        let days = i32::from_be_bytes(raw.try_into()?);
        Ok(Self(FIRST_DAY.checked_add(
            jiff::Span::new().try_days(i64::from(days))?,
        )?))
    }

    accepts!(DATE);
}

/// The second from which PostgreSQL counts moments: the first of 2000 in UTC.
const FIRST_SECOND: i64 = 946_684_800;

/// A moment as a `timestamptz`: microseconds, and no more of it.
#[derive(Debug, Clone, Copy)]
pub struct Moment(pub Timestamp);

impl ToSql for Moment {
    fn to_sql(&self, _type: &Type, out: &mut BytesMut) -> Converted<IsNull> {
        let micros = self.0.as_microsecond() - FIRST_SECOND * 1_000_000;
        out.extend_from_slice(&micros.to_be_bytes());
        Ok(IsNull::No)
    }

    accepts!(TIMESTAMPTZ);
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Moment {
    fn from_sql(_type: &Type, raw: &'a [u8]) -> Converted<Self> {
        let micros = i64::from_be_bytes(raw.try_into()?);
        let since_1970 = micros.checked_add(FIRST_SECOND * 1_000_000);
        let since_1970 = since_1970.ok_or("a moment out of range")?;
        Ok(Self(Timestamp::from_microsecond(since_1970)?))
    }

    accepts!(TIMESTAMPTZ);
}

/// An amount in writing: sent and asked for as text (`$1::text::numeric`, `amount::text`), which
/// keeps every digit and the scale.
pub fn amount_of(text: &str) -> Result<Decimal, rust_decimal::Error> {
    // A sum may have more digits than an amount; those beyond what a decimal holds are rounded.
    Decimal::from_str_exact(text).or_else(|_| text.parse())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_days_come_back() {
        let key = Key::constant("ec37c11e-2b67-49c6-8a58-6eccb7dd75ee");
        let mut out = BytesMut::new();
        Id(key).to_sql(&Type::UUID, &mut out).unwrap();
        assert_eq!(Id::from_sql(&Type::UUID, &out).unwrap().0, key);
        for day in [
            date(1, 1, 1),
            date(1999, 12, 31),
            date(2024, 2, 29),
            date(9999, 12, 31),
        ] {
            let mut out = BytesMut::new();
            Day(day).to_sql(&Type::DATE, &mut out).unwrap();
            assert_eq!(Day::from_sql(&Type::DATE, &out).unwrap().0, day);
        }
    }

    #[test]
    fn moments_come_back_to_the_microsecond() {
        for text in [
            "1969-12-31T23:59:59.5Z",
            "2000-01-01T00:00:00Z",
            "2026-11-22T10:11:12.131415Z",
        ] {
            let moment: Timestamp = text.parse().unwrap();
            let mut out = BytesMut::new();
            Moment(moment).to_sql(&Type::TIMESTAMPTZ, &mut out).unwrap();
            let back = Moment::from_sql(&Type::TIMESTAMPTZ, &out).unwrap().0;
            assert_eq!(back, moment);
        }
    }

    #[test]
    fn amounts_keep_their_digits() {
        let amount: Decimal = "-79228162514264.337593543950335".parse().unwrap();
        assert_eq!(amount_of(&amount.to_string()).unwrap(), amount);
        assert_eq!(amount_of("0").unwrap(), Decimal::ZERO);
    }
}
