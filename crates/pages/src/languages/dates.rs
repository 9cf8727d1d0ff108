//! Showing dates and instants.
//!
//! CLDR's short dates have a two-digit year almost everywhere; books need four. So figures are
//! dd/MM/yyyy in all five languages (English too: its readers here are in India and Bangladesh more
//! often than in the United States, and 03/04 must mean one thing on every page). Words come from
//! ICU4X.

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::datetime::input::Date as IcuDate;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{DateOrder, DatePattern, Digits, Language, Locale, digits};

/// As the business writes it, else dd/MM/yyyy.
pub(super) fn numeric(locale: Locale, date: Date) -> String {
    let pattern = locale.formats.dates.unwrap_or(DatePattern {
        order: DateOrder::DayMonthYear,
        divider: '/',
        two_figures: true,
    });
    let plain = pattern.written(date);
    digits::localized(locale, &plain)
}

/// Day, month in words, year.
pub(super) fn long(locale: Locale, date: Date) -> String {
    in_words(locale, date).unwrap_or_else(|| numeric(locale, date))
}

/// The long form of ICU4X, or `None` where it has none: the caller then writes figures.
fn in_words(locale: Locale, date: Date) -> Option<String> {
    let tag = match (locale.language, locale.digits) {
        // Day first, as in the figures.
        (Language::English, _) => "en-GB-u-nu-latn".to_owned(),
        (Language::Hindi, Digits::Native) => "hi-u-nu-deva".to_owned(),
        (Language::Bengali, Digits::Native) => "bn-u-nu-beng".to_owned(),
        (language, _) => format!("{}-u-nu-latn", language.code()),
    };
    let icu_locale: icu::locale::Locale = tag.parse().ok()?;
    let formatter =
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(icu_locale.into(), YMD::long())
            .ok()?;
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    let gregorian = IcuDate::try_new_gregorian(i32::from(date.year()), month, day).ok()?;
    Some(formatter.format(&gregorian).to_string())
}

/// Date, time and offset in a zone.
pub(super) fn instant(locale: Locale, at: Timestamp, zone: &str) -> String {
    in_zone(locale, at, zone, "%H:%M:%S %:z")
}

/// Date and time to the minute, for lists.
pub(super) fn moment(locale: Locale, at: Timestamp, zone: &str) -> String {
    in_zone(locale, at, zone, "%H:%M")
}

/// The day in figures, and the time as `time` writes it.
fn in_zone(locale: Locale, at: Timestamp, zone: &str, time: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = at.to_zoned(zone);
    let day = numeric(locale, there.date());
    let time = there.strftime(time).to_string();
    format!("{day} {}", digits::localized(locale, &time))
}
