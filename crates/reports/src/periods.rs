//! Fiscal years and months: the days that some reports need beside those asked for.
//!
//! Nothing here knows what day it is: each function is given a day (SPEC-reports.md, 1.2).

use crate::Period;
use jiff::ToSpan;
use jiff::civil::Date;

/// Months in a year.
const MONTHS: i8 = 12;

/// The fiscal year that holds a day, when fiscal years begin with `first_month` (1 to 12; what is
/// outside counts as the nearest of them).
pub fn fiscal_year(of: Date, first_month: i8) -> Period {
    let since = (of.month() - first_month.clamp(1, MONTHS)).rem_euclid(MONTHS);
    let from = of
        .first_of_month()
        .saturating_sub(i64::from(since).months());
    let last_month = from.saturating_add(i64::from(MONTHS - 1).months());
    Period {
        from: Some(from),
        to: Some(last_month.last_of_month()),
    }
}

/// The first days of the `count` months that end with the month of a day, in their order.
pub fn months_until(last: Date, count: u8) -> Vec<Date> {
    let first_of_last = last.first_of_month();
    let back = |months: u8| first_of_last.saturating_sub(i64::from(months).months());
    let mut months: Vec<Date> = (0..count).rev().map(back).collect();
    // At the beginning of the calendar there are fewer.
    months.dedup();
    months
}

/// The day before, where the calendar has one.
pub(crate) fn day_before(day: Date) -> Option<Date> {
    day.yesterday().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: Date, to: Date) -> Period {
        Period {
            from: Some(from),
            to: Some(to),
        }
    }

    #[test]
    fn a_fiscal_year_holds_its_day() {
        let november = date(2026, 11, 22);
        let calendar = days(date(2026, 1, 1), date(2026, 12, 31));
        let indian = days(date(2026, 4, 1), date(2027, 3, 31));
        assert_eq!(fiscal_year(november, 1), calendar);
        assert_eq!(fiscal_year(november, 0), calendar);
        assert_eq!(fiscal_year(november, 4), indian);
        assert_eq!(fiscal_year(date(2027, 3, 31), 4), indian);
        assert_eq!(fiscal_year(date(2026, 4, 1), 4), indian);
        let december = days(date(2025, 12, 1), date(2026, 11, 30));
        assert_eq!(fiscal_year(november, 12), december);
    }

    #[test]
    fn months_end_with_the_month_of_the_day() {
        let months = months_until(date(2026, 2, 28), 3);
        assert_eq!(
            months,
            [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
        );
        assert_eq!(months_until(Date::MIN, 12), [Date::MIN]);
    }
}
