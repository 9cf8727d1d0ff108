//! Names of months and years, for columns of reports and axes of charts.

use icu::calendar::Gregorian;
use icu::datetime::fieldsets::{M, YM};
use icu::datetime::input::Date as IcuDate;
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use jiff::civil::Date;

use super::{Digits, Language, Locale, digits};

impl Locale {
    /// The month that a day is in, with its year: Nov 2026.
    pub fn month(&self, day: Date) -> String {
        let shown = formatted(*self, day, |locale, day| {
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, YM::medium());
            Some(formatter.ok()?.format(&day).to_string())
        });
        shown.unwrap_or_else(|| {
            let plain = format!("{:02}/{:04}", day.month(), day.year());
            digits::localized(*self, &plain)
        })
    }

    /// The month that a day is in, in full: November.
    pub fn long_month_name(&self, day: Date) -> String {
        let shown = formatted(*self, day, |locale, day| {
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, M::long());
            Some(formatter.ok()?.format(&day).to_string())
        });
        shown.unwrap_or_else(|| digits::localized(*self, &day.month().to_string()))
    }

    /// The month that a day is in, as short as the language has it: Nov.
    pub fn month_name(&self, day: Date) -> String {
        let shown = formatted(*self, day, |locale, day| {
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, M::medium());
            Some(formatter.ok()?.format(&day).to_string())
        });
        shown.unwrap_or_else(|| digits::localized(*self, &day.month().to_string()))
    }

    /// The year that a day is in, in the reader's digits and without grouping.
    pub fn year(&self, day: Date) -> String {
        digits::localized(*self, &day.year().to_string())
    }
}

/// A day through a formatter of ICU4X; nothing where it has none.
fn formatted(
    locale: Locale,
    day: Date,
    format: impl Fn(DateTimeFormatterPreferences, IcuDate<Gregorian>) -> Option<String>,
) -> Option<String> {
    let system = match (locale.digits, locale.language) {
        (Digits::Native, Language::Hindi) => "deva",
        (Digits::Native, Language::Bengali) => "beng",
        _ => "latn",
    };
    let tag = format!("{}-u-nu-{system}", locale.language.code());
    let tag: icu::locale::Locale = tag.parse().ok()?;
    let month = u8::try_from(day.month()).ok()?;
    let number = u8::try_from(day.day()).ok()?;
    let there = IcuDate::try_new_gregorian(i32::from(day.year()), month, number).ok()?;
    format(tag.into(), there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_have_the_names_of_the_language() {
        let day = date(2026, 11, 22);
        let month = |language| Locale::new(language).month(day);
        assert_eq!(month(Language::English), "Nov 2026");
        assert_eq!(month(Language::French), "nov. 2026");
        assert_eq!(month(Language::Spanish), "nov 2026");
        assert_eq!(month(Language::Hindi), "नव॰ 2026");
        assert_eq!(month(Language::Bengali), "নভে 2026");
        let name = |language| Locale::new(language).month_name(day);
        assert_eq!(name(Language::English), "Nov");
        assert_eq!(name(Language::Hindi), "नव॰");
        let long = |language| Locale::new(language).long_month_name(day);
        assert_eq!(long(Language::English), "November");
        assert_eq!(long(Language::French), "novembre");
        let native = Locale {
            digits: Digits::Native,
            ..Locale::new(Language::Bengali)
        };
        assert_eq!(native.year(day), "২০২৬");
        assert!(native.month(day).contains("২০২৬"));
    }
}
