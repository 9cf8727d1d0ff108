//! Sums of kept postings: out of the sums by month where those suffice.
//!
//! A filter by accounts and days, grouped by no more than what stands under an account and months,
//! is answered by whole months from `PostingSums`, and the days that are left over from the
//! postings themselves. Everything else is summed from the postings.

use super::numbers::Numbers;
use super::values::Exact;
use super::{each_posting, month_of, number_or_none};
use crate::session::{Holder, Session};
use jiff::civil::Date;
use ledger::{Grouping, PostingFilter, Sum, Sums};
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use store::StoreError;

pub fn sums<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    by: Grouping,
) -> Result<Vec<Sum>, StoreError> {
    let mut sums = Sums::new(by);
    let needs_postings = by.invoice
        || by.tax
        || by.kind
        || filter.document.is_some()
        || filter.invoice.is_some()
        || filter.tax_code.is_some()
        || filter.division.is_some();
    if needs_postings {
        add_postings(session, filter, &mut sums)?;
        return Ok(sums.finish());
    }
    if filter.from.is_none() && filter.to.is_none() && !by.month {
        add_months(session, filter, Months::OfAllTime, &mut sums)?;
        return Ok(sums.finish());
    }
    let days = Days::of(filter);
    if let Some((first, last)) = days.whole_months {
        add_months(session, filter, Months::Between(first, last), &mut sums)?;
    }
    for (from, to) in days.rest {
        let rest = PostingFilter {
            from,
            to,
            ..filter.clone()
        };
        add_postings(session, &rest, &mut sums)?;
    }
    Ok(sums.finish())
}

fn add_postings<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    sums: &mut Sums,
) -> Result<(), StoreError> {
    each_posting(session, filter, false, &mut |posting| {
        sums.add(posting);
        Ok(())
    })
}

/// A period cut into whole months and the days before and after them.
#[derive(Debug, PartialEq, Eq)]
struct Days {
    /// The first and last month, as the number 202612; an end that is absent is open.
    whole_months: Option<(Option<i64>, Option<i64>)>,
    /// The days that are left over.
    rest: Vec<(Option<Date>, Option<Date>)>,
}

impl Days {
    fn of(filter: &PostingFilter) -> Self {
        let (from, to) = (filter.from, filter.to);
        let first = match from {
            Some(day) if day.day() != 1 => day.last_of_month().tomorrow().ok(),
            other => other,
        };
        let last = match to {
            Some(day) if day != day.last_of_month() => day.first_of_month().yesterday().ok(),
            other => other,
        };
        let is_lost = (from.is_some() && first.is_none()) || (to.is_some() && last.is_none());
        let crossed = first.zip(last).is_some_and(|(first, last)| first > last);
        if is_lost || crossed {
            return Self {
                whole_months: None,
                rest: vec![(from, to)],
            };
        }
        let mut rest = Vec::new();
        if from != first {
            rest.push((from, first.and_then(|day| day.yesterday().ok())));
        }
        if to != last {
            rest.push((last.and_then(|day| day.tomorrow().ok()), to));
        }
        Self {
            whole_months: Some((first.map(month_of), last.map(month_of))),
            rest,
        }
    }
}

/// Which rows of `PostingSums` are added up.
#[derive(Debug, Clone, Copy)]
enum Months {
    /// The sums of all time, which stand as month 0.
    OfAllTime,
    /// The months from one to another, as the number 202612; an end that is absent is open.
    Between(Option<i64>, Option<i64>),
}

impl Months {
    /// The condition on rows, and its values.
    fn condition(self) -> (&'static str, Vec<Value>) {
        let (first, last) = match self {
            Self::OfAllTime => return (" AND Month = 0", Vec::new()),
            Self::Between(first, last) => (first.unwrap_or(1), last.unwrap_or(i64::MAX)),
        };
        let months = vec![Value::Integer(first), Value::Integer(last)];
        (" AND Month BETWEEN ? AND ?", months)
    }
}

fn add_months<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    months: Months,
    sums: &mut Sums,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the sums of postings");
    let numbers = Numbers::default();
    let mut sql = "SELECT Account, Subledger, Currency, Month, Amount, OwnAmount, Quantity
        FROM PostingSums WHERE 1"
        .to_owned();
    let (condition, mut values) = months.condition();
    sql.push_str(condition);
    if let Some(accounts) = &filter.accounts {
        sql.push_str(" AND Account IN (");
        super::push_numbers(session, &numbers, accounts, &mut sql, &mut values)?;
        sql.push(')');
    }
    if let Some(subledger) = filter.subledger {
        sql.push_str(" AND Subledger = ?");
        values.push(number_or_none(session, &numbers, subledger)?);
    }
    let mut statement = session.statement(&sql)?;
    let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let account: i64 = row.get(0).map_err(&fault)?;
        let optional = |column| -> Result<_, StoreError> {
            let number: i64 = row.get(column).map_err(&fault)?;
            let number = Some(number).filter(|number| *number != 0);
            number
                .map(|number| numbers.key(session, number))
                .transpose()
        };
        let month: i64 = row.get(3).map_err(&fault)?;
        let exact = |column| row.get::<_, Exact>(column).map(|exact| exact.0);
        sums.add_sum(&Sum {
            account: numbers.key(session, account)?,
            subledger: optional(1)?,
            invoice: None,
            tax: None,
            month: first_day_of(month),
            kind: None,
            currency: optional(2)?,
            amount: exact(4).map_err(&fault)?,
            own_amount: exact(5).map_err(&fault)?,
            quantity: exact(6).map_err(&fault)?,
        });
    }
    Ok(())
}

/// The first day of the month with this number.
fn first_day_of(month: i64) -> Option<Date> {
    let year = i16::try_from(month / 100).ok()?;
    Date::new(year, i8::try_from(month % 100).ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: Option<Date>, to: Option<Date>) -> Days {
        Days::of(&PostingFilter::between(from, to))
    }

    #[test]
    fn whole_months_leave_nothing_over() {
        let year = days(Some(date(2026, 1, 1)), Some(date(2026, 12, 31)));
        assert_eq!(year.whole_months, Some((Some(202_601), Some(202_612))));
        assert!(year.rest.is_empty());
        assert_eq!(days(None, None).whole_months, Some((None, None)));
    }

    #[test]
    fn days_before_and_after_are_left_over() {
        let cut = days(Some(date(2026, 1, 15)), Some(date(2026, 4, 10)));
        assert_eq!(cut.whole_months, Some((Some(202_602), Some(202_603))));
        let rest = [
            (Some(date(2026, 1, 15)), Some(date(2026, 1, 31))),
            (Some(date(2026, 4, 1)), Some(date(2026, 4, 10))),
        ];
        assert_eq!(cut.rest, rest);
    }

    #[test]
    fn a_period_without_a_whole_month_is_left_as_it_is() {
        let (from, to) = (Some(date(2026, 1, 15)), Some(date(2026, 2, 10)));
        let cut = days(from, to);
        assert_eq!((cut.whole_months, cut.rest), (None, vec![(from, to)]));
        let edge = days(None, Some(Date::MIN));
        assert_eq!(edge.whole_months, None);
    }

    #[test]
    fn a_day_until_which_everything_counts_takes_the_months_before() {
        let cut = days(None, Some(date(2026, 3, 30)));
        assert_eq!(cut.whole_months, Some((None, Some(202_602))));
        assert_eq!(
            cut.rest,
            [(Some(date(2026, 3, 1)), Some(date(2026, 3, 30)))]
        );
    }
}
