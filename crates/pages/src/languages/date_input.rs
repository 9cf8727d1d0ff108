//! Reading the dates people type.

use jiff::civil::Date;

use super::{DateOrder, digits};

/// Why a typed date was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was typed.
    #[error("No date was entered. Enter day, month and year, for example 21/11/2026.")]
    Empty,
    /// It is not three numbers with a four-digit year.
    #[error(
        "The date \"{text}\" was not understood. Enter day, month and year, for example 21/11/2026 or 2026-11-21."
    )]
    NotUnderstood {
        /// What was typed.
        text: String,
    },
    /// Three numbers, but no such day.
    #[error("There is no day \"{text}\" in the calendar. Check the day and the month.")]
    NoSuchDay {
        /// What was typed.
        text: String,
    },
}

impl DateError {
    /// The stable code: `date-empty`, `date-not-understood` or `date-no-such-day`.
    pub const fn code(&self) -> &'static str {
        match self {
            DateError::Empty => "date-empty",
            DateError::NotUnderstood { .. } => "date-not-understood",
            DateError::NoSuchDay { .. } => "date-no-such-day",
        }
    }

    /// What the sentence names: `text`, what was typed.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            DateError::Empty => Vec::new(),
            DateError::NotUnderstood { text } | DateError::NoSuchDay { text } => {
                vec![("text", text.clone())]
            }
        }
    }
}

/// Year-month-day, or day/month/year, or month/day/year where the business writes it so; the parts
/// may be divided by `-`, `/` or `.`. A two-digit year is refused: nobody should have to guess the
/// century of a book.
pub(super) fn parse(order: Option<DateOrder>, text: &str) -> Result<Date, DateError> {
    let typed = digits::latin(text.trim());
    if typed.is_empty() {
        return Err(DateError::Empty);
    }
    let refused = || DateError::NotUnderstood {
        text: text.trim().to_owned(),
    };
    let parts: Vec<&str> = typed.split(['-', '/', '.']).map(str::trim).collect();
    let [first, second, third] = parts[..] else {
        return Err(refused());
    };
    let (year, month, day) = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => (first, second, third),
        (1..=2, 1..=2, 4) if order == Some(DateOrder::MonthDayYear) => (third, first, second),
        (1..=2, 1..=2, 4) => (third, second, first),
        _ => return Err(refused()),
    };
    let numbers = [year, month, day];
    if !numbers
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(refused());
    }
    let year: i16 = year.parse().map_err(|_| refused())?;
    let month: i8 = month.parse().map_err(|_| refused())?;
    let day: i8 = day.parse().map_err(|_| refused())?;
    Date::new(year, month, day).map_err(|_| DateError::NoSuchDay {
        text: text.trim().to_owned(),
    })
}
