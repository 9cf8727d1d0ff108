//! Times of day and days of the week.

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::E;
use icu::datetime::input::Date as IcuDate;
use jiff::civil::{Date, Time};

use super::{Locale, digits};

impl Locale {
    /// A time of day to the minute, on a clock of 24 hours: 18:05.
    pub fn time(&self, at: Time) -> String {
        let plain = format!("{:02}:{:02}", at.hour(), at.minute());
        digits::localized(*self, &plain)
    }

    /// The day of the week that a date falls on: Sunday.
    pub fn weekday(&self, day: Date) -> String {
        self.weekday_as(day, E::long())
    }

    /// The same, as short as the language has it: Sun.
    pub fn short_weekday(&self, day: Date) -> String {
        self.weekday_as(day, E::short())
    }

    fn weekday_as(&self, day: Date, length: E) -> String {
        let formatted = || {
            let locale: icu::locale::Locale = self.language.code().parse().ok()?;
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), length)
                    .ok()?;
            let month = u8::try_from(day.month()).ok()?;
            let number = u8::try_from(day.day()).ok()?;
            let there = IcuDate::try_new_gregorian(i32::from(day.year()), month, number).ok()?;
            Some(formatter.format(&there).to_string())
        };
        // Never seen; a date still tells the day.
        formatted().unwrap_or_else(|| self.date(day))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Digits, Language};
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_of_the_week_have_the_names_of_the_language() {
        let sunday = date(2026, 11, 22);
        let long = |language| Locale::new(language).weekday(sunday);
        assert_eq!(long(Language::English), "Sunday");
        assert_eq!(long(Language::French), "dimanche");
        assert_eq!(long(Language::Spanish), "domingo");
        assert_eq!(long(Language::Hindi), "रविवार");
        assert_eq!(long(Language::Bengali), "রবিবার");
        assert_eq!(Locale::new(Language::English).short_weekday(sunday), "Sun");
    }

    #[test]
    fn times_are_written_in_the_readers_digits() {
        let locale = Locale {
            digits: Digits::Native,
            ..Locale::new(Language::Bengali)
        };
        assert_eq!(Locale::default().time(time(6, 5, 59, 0)), "06:05");
        assert_eq!(locale.time(time(18, 30, 0, 0)), "১৮:৩০");
    }
}
