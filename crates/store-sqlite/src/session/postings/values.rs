//! How days and amounts of kept postings are written in their columns.

use jiff::civil::Date;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rust_decimal::Decimal;

/// A day as the number 20261231.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Day {
    /// The number.
    pub fn number(self) -> i64 {
        month_of(self.0) * 100 + i64::from(self.0.day())
    }
}

/// The month of a day as the number 202612.
pub fn month_of(date: Date) -> i64 {
    i64::from(date.year()) * 100 + i64::from(date.month())
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.number().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let part = |number: i64| i8::try_from(number).ok();
        let date = i16::try_from(number / 10_000)
            .ok()
            .and_then(|year| Date::new(year, part(number / 100 % 100)?, part(number % 100)?).ok());
        date.map(Self).ok_or(FromSqlError::OutOfRange(number))
    }
}

/// An amount or quantity in writing: every digit is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact(pub Decimal);

impl ToSql for Exact {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Exact {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        text.parse()
            .map(Self)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_amounts_come_back() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for day in [date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)] {
            let amount: Decimal = "-79228162514264.337593543950335".parse().unwrap();
            let (found, exact) = connection
                .query_one("SELECT ?, ?", (Day(day), Exact(amount)), |row| {
                    Ok((row.get::<_, Day>(0)?, row.get::<_, Exact>(1)?))
                })
                .unwrap();
            assert_eq!((found.0, exact.0), (day, amount));
        }
        let none = connection.query_one("SELECT 20260230", [], |row| row.get::<_, Day>(0));
        assert!(none.is_err());
    }
}
