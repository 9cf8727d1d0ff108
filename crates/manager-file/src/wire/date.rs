//! Dates: a zigzag number, a scale and a kind.

use super::{Field, Message};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Unit};

/// A date as a record holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateValue {
    /// A calendar date without a time zone.
    Date(Date),
    /// A date with a time of day.
    Moment(jiff::civil::DateTime),
    /// The earliest date of .NET, which stands for “none”.
    Min,
    /// The latest date of .NET.
    Max,
}

impl DateValue {
    /// The calendar date, when it is one.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Moment(moment) => Some(moment.date()),
            Self::Min | Self::Max => None,
        }
    }
}

/// How long a day is.
const SECONDS_A_DAY: i64 = 86_400;

const EPOCH: Date = date(1970, 1, 1);

fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63).cast_unsigned()
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ (value & 1).cast_signed().wrapping_neg()
}

/// {1: zigzag value, 2: scale, 3: kind}. Days are scale 0 and written without it.
pub(super) fn encode(value: DateValue) -> Vec<u8> {
    let (number, scale) = match value {
        DateValue::Date(day) => (days_since_epoch(day), 0),
        DateValue::Min => (-1, 15),
        DateValue::Max => (1, 15),
        DateValue::Moment(moment) => {
            let since = moment.duration_since(EPOCH.at(0, 0, 0, 0));
            (i64::try_from(since.as_nanos() / 100).unwrap_or(0), 5)
        }
    };
    let mut message = Message::default();
    if number != 0 {
        message.set(1, Some(Field::of_varint(1, zigzag(number))));
    }
    if scale != 0 {
        message.set(2, Some(Field::of_varint(2, scale)));
    }
    message.to_bytes()
}

fn days_since_epoch(day: Date) -> i64 {
    EPOCH
        .until((Unit::Day, day))
        .map_or(0, |span| i64::from(span.get_days()))
}

/// The date, or nothing when the bytes are no such message or out of range.
pub(super) fn decode(bytes: &[u8]) -> Option<DateValue> {
    let message = Message::parse(bytes).ok()?;
    let (mut number, mut scale) = (0, 0);
    for field in message.fields() {
        match field.number() {
            1 => number = unzigzag(field.varint()?),
            2 => scale = field.varint()?,
            3 => drop(field.varint()?),
            _ => return None,
        }
    }
    let seconds = |factor: i64| number.checked_mul(factor).map(SignedDuration::from_secs);
    let since = match scale {
        0 => {
            // A file may name any number of days: seconds are the unit that takes them all.
            let day = EPOCH.checked_add(seconds(SECONDS_A_DAY)?);
            return day.ok().map(DateValue::Date);
        }
        1 => seconds(3_600)?,
        2 => seconds(60)?,
        3 => seconds(1)?,
        4 => SignedDuration::from_millis(number),
        5 => SignedDuration::from_nanos_i128(i128::from(number).checked_mul(100)?),
        15 if number == -1 => return Some(DateValue::Min),
        15 if number == 1 => return Some(DateValue::Max),
        _ => return None,
    };
    EPOCH
        .at(0, 0, 0, 0)
        .checked_add(since)
        .ok()
        .map(DateValue::Moment)
}
