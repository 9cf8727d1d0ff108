//! Keys, days and amounts as PostgreSQL's types.

use books::Key;
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
    fn amounts_keep_their_digits() {
        let amount: Decimal = "-79228162514264.337593543950335".parse().unwrap();
        assert_eq!(amount_of(&amount.to_string()).unwrap(), amount);
        assert_eq!(amount_of("0").unwrap(), Decimal::ZERO);
    }
}
