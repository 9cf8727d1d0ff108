//! Periods that people ask for by name: this month, last quarter, the fiscal year.
//!
//! A preset is kept in addresses and saved reports as its word, so that `last-month` opened next
//! month is another month. Today and the fiscal year are arguments; nothing here reads a clock.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use reports::Period;

/// How many months a fiscal year has.
const MONTHS_OF_YEAR: i32 = 12;
/// How many months a quarter has.
const MONTHS_OF_QUARTER: i32 = 3;

/// Where a fiscal year begins: with the first day of this month, 1 to 12 (SPEC-reports.md, 1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FiscalYear {
    first_month: i8,
}

impl FiscalYear {
    /// The year that begins with this month; nothing where there is no such month.
    pub(crate) fn new(first_month: i64) -> Option<Self> {
        let first_month = i8::try_from(first_month).ok()?;
        let exists = (1..=12).contains(&first_month);
        exists.then_some(Self { first_month })
    }

    /// The first month, 1 to 12.
    pub(crate) const fn first_month(self) -> i8 {
        self.first_month
    }

    /// The year that companies of a country usually keep, by its ISO 3166 code; the calendar year
    /// where nothing else is usual (SPEC-reports.md, 1.2).
    pub(crate) fn usual(country: Option<&str>) -> Self {
        let first_month = match country.unwrap_or_default() {
            "IN" | "JP" | "NZ" | "SG" | "HK" | "GB" => 4,
            "BD" | "PK" | "AU" | "EG" | "KE" => 7,
            "ZA" => 3,
            _ => 1,
        };
        Self { first_month }
    }

    /// The year that a day is in.
    pub(crate) fn around(self, day: Date) -> Period {
        let this = Date::new(day.year(), self.first_month, 1).unwrap_or(day);
        let from = if this <= day {
            this
        } else {
            plus_months(this, -MONTHS_OF_YEAR)
        };
        months_from(from, MONTHS_OF_YEAR)
    }
}

/// A day and the fiscal year by which presets are understood.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calendar {
    /// Today, where the business lives.
    pub(crate) today: Date,
    /// Where its fiscal year begins.
    pub(crate) fiscal_year: FiscalYear,
}

/// The words of presets for a period, in the order of the form.
pub(crate) const PERIOD_PRESETS: [&str; 7] = [
    "this-month",
    "last-month",
    "this-quarter",
    "last-quarter",
    "this-year",
    "last-year",
    "everything",
];
/// The words of presets for a day, in the order of the form.
pub(crate) const DAY_PRESETS: [&str; 6] = [
    "today",
    "end-of-last-month",
    "end-of-last-quarter",
    "end-of-last-year",
    "end-of-this-year",
    "everything",
];

impl Calendar {
    /// The fiscal year of today.
    pub(crate) fn this_year(&self) -> Period {
        self.fiscal_year.around(self.today)
    }

    /// The period that a preset means today; nothing for a word that is none.
    pub(crate) fn preset(&self, word: &str) -> Option<Period> {
        let end = |period: Period| Period {
            from: None,
            to: period.to,
        };
        let year = self.this_year();
        Some(match word {
            "this-month" => self.month(),
            "last-month" => shifted(self.month(), -1),
            "this-quarter" => self.quarter(),
            "last-quarter" => shifted(self.quarter(), -MONTHS_OF_QUARTER),
            "this-year" => year,
            "last-year" => shifted(year, -MONTHS_OF_YEAR),
            "everything" => Period::default(),
            "today" => Period {
                from: None,
                to: Some(self.today),
            },
            "end-of-last-month" => end(shifted(self.month(), -1)),
            "end-of-last-quarter" => end(shifted(self.quarter(), -MONTHS_OF_QUARTER)),
            "end-of-last-year" => end(shifted(year, -MONTHS_OF_YEAR)),
            "end-of-this-year" => end(year),
            _ => return None,
        })
    }

    fn month(&self) -> Period {
        months_from(self.today.first_of_month(), 1)
    }

    /// The quarter of the fiscal year that today is in.
    fn quarter(&self) -> Period {
        let Some(mut from) = self.this_year().from else {
            return Period::default();
        };
        for _ in 1..MONTHS_OF_YEAR / MONTHS_OF_QUARTER {
            let next = plus_months(from, MONTHS_OF_QUARTER);
            if next > self.today {
                break;
            }
            from = next;
        }
        months_from(from, MONTHS_OF_QUARTER)
    }
}

/// What a report may be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// The period before of the same length; of a day, a month earlier.
    Period,
    /// Three months earlier.
    Quarter,
    /// A year earlier.
    Year,
}

impl Comparison {
    /// All, in the order of the form.
    pub(crate) const ALL: [Self; 3] = [Self::Period, Self::Quarter, Self::Year];

    /// The word in addresses.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Period => "previous-period",
            Self::Quarter => "previous-quarter",
            Self::Year => "previous-year",
        }
    }

    /// The comparison of a word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// So many periods before this one, the nearest first; none of a period without an end.
    pub(crate) fn periods(self, period: Period, count: usize) -> Vec<Period> {
        let mut found = Vec::new();
        let mut last = period;
        for _ in 0..count {
            let before = match self {
                Self::Period => before(last),
                Self::Quarter => shifted(last, -MONTHS_OF_QUARTER),
                Self::Year => shifted(last, -MONTHS_OF_YEAR),
            };
            if before == last {
                break;
            }
            found.push(before);
            last = before;
        }
        found
    }
}

/// The period of the same length right before; of a day alone, a month earlier.
fn before(period: Period) -> Period {
    match (period.from, period.to) {
        (None, _) => shifted(period, -1),
        (Some(_), None) => period,
        (Some(from), Some(to)) => match months_between(from, to) {
            Some(months) => shifted(period, -months),
            None => {
                let days = from.until(to).map_or(0, |span| span.get_days());
                let to = from.yesterday().unwrap_or(from);
                let first = to.checked_sub(days.days()).unwrap_or(to);
                Period {
                    from: Some(first),
                    to: Some(to),
                }
            }
        },
    }
}

/// How many whole months a period has; nothing when it is no number of whole months.
fn months_between(from: Date, to: Date) -> Option<i32> {
    let after = to.tomorrow().ok()?;
    let years = i32::from(after.year()) - i32::from(from.year());
    let months = i32::from(after.month()) - i32::from(from.month());
    let count = years * MONTHS_OF_YEAR + months;
    (count > 0 && after.day() == from.day()).then_some(count)
}

/// The period so many months later. What ends with a month still ends with one.
fn shifted(period: Period, months: i32) -> Period {
    Period {
        from: period.from.map(|day| plus_months(day, months)),
        to: period.to.map(|day| {
            let is_end_of_month = day.last_of_month() == day;
            let there = plus_months(day, months);
            if is_end_of_month {
                there.last_of_month()
            } else {
                there
            }
        }),
    }
}

fn months_from(from: Date, months: i32) -> Period {
    let after = plus_months(from, months);
    Period {
        from: Some(from),
        to: Some(after.yesterday().unwrap_or(after)),
    }
}

/// The day so many months later; the day itself at the end of the calendar.
fn plus_months(day: Date, months: i32) -> Date {
    let span = Span::new().try_months(months).unwrap_or_default();
    day.checked_add(span).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(from: Date, to: Date) -> Period {
        Period {
            from: Some(from),
            to: Some(to),
        }
    }

    fn calendar(month: i8) -> Calendar {
        Calendar {
            today: date(2026, 11, 22),
            fiscal_year: FiscalYear { first_month: month },
        }
    }

    #[test]
    fn presets_follow_the_fiscal_year() {
        let india = |word| calendar(4).preset(word);
        let spring = date(2026, 4, 1);
        let expected = period(spring, date(2027, 3, 31));
        assert_eq!(india("this-year"), Some(expected));
        let expected = period(date(2025, 4, 1), date(2026, 3, 31));
        assert_eq!(india("last-year"), Some(expected));
        let expected = period(date(2026, 10, 1), date(2026, 12, 31));
        assert_eq!(india("this-quarter"), Some(expected));
        let south_africa = calendar(3).preset("this-quarter");
        let expected = period(date(2026, 9, 1), date(2026, 11, 30));
        assert_eq!(south_africa, Some(expected));
        let until = |to| Period {
            from: None,
            to: Some(to),
        };
        let expected = until(date(2026, 3, 31));
        assert_eq!(india("end-of-last-year"), Some(expected));
        assert_eq!(india("end-of-last-month"), Some(until(date(2026, 10, 31))));
        assert_eq!(india("everything"), Some(Period::default()));
        assert_eq!(india("someday"), None);
    }

    #[test]
    fn every_offered_preset_is_one() {
        for word in PERIOD_PRESETS.iter().chain(&DAY_PRESETS) {
            assert!(calendar(1).preset(word).is_some(), "{word}");
        }
    }

    #[test]
    fn whole_months_are_compared_with_whole_months() {
        let february = period(date(2024, 2, 1), date(2024, 2, 29));
        let before = Comparison::Period.periods(february, 2);
        assert_eq!(
            before,
            [
                period(date(2024, 1, 1), date(2024, 1, 31)),
                period(date(2023, 12, 1), date(2023, 12, 31)),
            ]
        );
        let year = Comparison::Year.periods(february, 1);
        assert_eq!(year, [period(date(2023, 2, 1), date(2023, 2, 28))]);
        let half = period(date(2024, 4, 6), date(2024, 10, 5));
        let before = Comparison::Period.periods(half, 1);
        assert_eq!(before, [period(date(2023, 10, 6), date(2024, 4, 5))]);
    }

    #[test]
    fn days_are_compared_with_as_many_days() {
        let week = period(date(2026, 3, 2), date(2026, 3, 8));
        let before = Comparison::Period.periods(week, 1);
        assert_eq!(before, [period(date(2026, 2, 23), date(2026, 3, 1))]);
        let long = period(date(2026, 1, 5), date(2026, 3, 20));
        let before = Comparison::Period.periods(long, 1);
        assert_eq!(before, [period(date(2025, 10, 22), date(2026, 1, 4))]);
    }

    #[test]
    fn a_day_is_compared_with_the_same_day_earlier_and_everything_with_nothing() {
        let end = |to| Period {
            from: None,
            to: Some(to),
        };
        let months = Comparison::Period.periods(end(date(2026, 2, 28)), 2);
        assert_eq!(months, [end(date(2026, 1, 31)), end(date(2025, 12, 31))]);
        let quarter = Comparison::Quarter.periods(end(date(2026, 11, 22)), 1);
        assert_eq!(quarter, [end(date(2026, 8, 22))]);
        let nothing = Comparison::Year.periods(Period::default(), 3);
        assert_eq!(nothing, []);
    }

    #[test]
    fn a_fiscal_year_begins_with_a_month_that_exists() {
        assert!(FiscalYear::new(0).is_none() && FiscalYear::new(13).is_none());
        assert_eq!(FiscalYear::usual(Some("BD")).first_month(), 7);
        assert_eq!(FiscalYear::usual(None).first_month(), 1);
    }
}
