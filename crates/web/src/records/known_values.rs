//! Values that stand for something people call otherwise: the code of a country, the number of a
//! weekday or month, the text in which a business keeps how it writes numbers and dates. A page
//! shows what they mean; what is not known is shown as it is.

use crate::businesses::country_name;
use crate::settings::number_pattern;
use interchange::{FieldSpec, FieldValue};
use jiff::civil::Date;
use pages::{DatePattern, Formats, Locale};
use rust_decimal::Decimal;

/// A day and a number that show a format: the day of the month cannot be taken for a month.
const EXAMPLE_DAY: Date = Date::constant(2026, 11, 21);
const EXAMPLE_NUMBER: (i64, u32) = (123_456_789, 2);

/// What the value of a field means, in words; nothing for fields that say it themselves.
pub(super) fn meaning(locale: Locale, spec: &FieldSpec, value: &FieldValue) -> Option<String> {
    match (spec.name, value) {
        // A language may stand before the country: `en-GB`.
        ("Country", FieldValue::Text(code)) => {
            country_name(locale, code.rsplit('-').next().unwrap_or(code))
        }
        ("DateFormat", FieldValue::Text(pattern)) => {
            let dates = Some(DatePattern::parse(pattern)?);
            let formats = Formats {
                dates,
                numbers: None,
            };
            Some(locale.with_formats(formats).date(EXAMPLE_DAY))
        }
        ("NumberFormat", FieldValue::Text(text)) => {
            let numbers = Some(number_pattern(text)?);
            let formats = Formats {
                dates: None,
                numbers,
            };
            let (number, decimals) = EXAMPLE_NUMBER;
            let number = Decimal::new(number, decimals);
            Some(locale.with_formats(formats).amount(number, decimals))
        }
        ("FirstDayOfWeek", FieldValue::Integer(day)) => {
            let key = format!("settings-weekday-{day}");
            locale.has(&key).then(|| locale.text(&key))
        }
        ("FirstMonth", FieldValue::Integer(month)) => {
            let month = i8::try_from(*month).ok()?;
            let first = Date::new(EXAMPLE_DAY.year(), month, 1).ok()?;
            Some(locale.long_month_name(first))
        }
        _ => None,
    }
}
