//! The words of a report: every code, name, day and amount of a [`ReportTable`] as finished text in
//! the reader's language. Screen, paper, terminal and CSV all read a table through here.
//!
//! Codes of columns and rows have the key `report-word-<code>`, remarks `report-remark-<code>`.

use super::registry;
use crate::records::words::{built_in, kind_name};
use pages::{Argument, Locale};
use reports::{AccountName, Cell, Heading, Name, Period, Remark, ReportTable};
use rust_decimal::Decimal;

/// Months in a year.
const MONTHS_OF_YEAR: i8 = 12;

/// The heading of a column. Of a report as at a day, a period is its last day.
pub(crate) fn heading_text(locale: Locale, table: &ReportTable, heading: &Heading) -> String {
    match heading {
        Heading::Code(code) => word(locale, code),
        Heading::Period(period) if is_as_at(table) => day_text(locale, *period),
        Heading::Period(period) => short_period(locale, *period),
        Heading::Own(words) => words.clone(),
    }
}

/// A name.
pub(crate) fn name_text(locale: Locale, name: &Name) -> String {
    match name {
        Name::Account(AccountName::Own(words)) | Name::Own(words) => words.clone(),
        Name::Account(AccountName::BuiltIn(name)) => built_in(locale, name),
        Name::Code(code) => word(locale, code),
        Name::Date(date) => locale.date(*date),
        Name::Period(period) => short_period(locale, *period),
        Name::TotalOf(inner) => {
            let inner = name_text(locale, inner);
            locale.text_with("report-total-of", &[("name", Argument::Text(&inner))])
        }
        Name::Kind(kind) => kind_name(locale, *kind),
    }
}

/// What stands in a cell; nothing in an empty one. Amounts are grouped and have the decimals that
/// they came with; one in a foreign currency has its code before it.
pub(crate) fn cell_text(locale: Locale, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Name(name) => name_text(locale, name),
        Cell::Date(date) => locale.date(*date),
        Cell::Number(number) => locale.number(*number),
        Cell::Amount {
            amount,
            currency: None,
            ..
        } => amount_text(locale, *amount),
        Cell::Amount {
            amount,
            currency: Some(code),
            ..
        } => format!("{code} {}", amount_text(locale, *amount)),
    }
}

/// An amount with the decimals that it came with.
pub(crate) fn amount_text(locale: Locale, amount: Decimal) -> String {
    locale.amount(amount, amount.scale())
}

/// What a reader must know beside the figures, as a sentence.
pub(crate) fn remark_text(locale: Locale, remark: &Remark) -> String {
    let arguments: Vec<(&str, Argument<'_>)> = remark
        .arguments
        .iter()
        .map(|(name, value)| match value.parse() {
            Ok(count) if *name == "count" => (*name, Argument::Count(count)),
            _ => (*name, Argument::Text(value)),
        })
        .collect();
    locale.text_with(&format!("report-remark-{}", remark.code), &arguments)
}

/// The period that the report tells of, as it stands below its title.
pub(crate) fn period_text(locale: Locale, table: &ReportTable) -> String {
    let period = table.period;
    let long = |date| locale.date_long(date);
    match (period.from, period.to) {
        (_, None) if is_as_at(table) => locale.text("report-everything"),
        (_, Some(to)) if is_as_at(table) => {
            locale.text_with("report-as-at-date", &[("date", Argument::Text(&long(to)))])
        }
        (None, None) => locale.text("report-everything"),
        (None, Some(to)) => {
            locale.text_with("report-period-until", &[("to", Argument::Text(&long(to)))])
        }
        (Some(from), None) => {
            let from = long(from);
            locale.text_with("report-period-since", &[("from", Argument::Text(&from))])
        }
        (Some(from), Some(to)) => {
            let (from, to) = (long(from), long(to));
            let days = [("from", Argument::Text(&from)), ("to", Argument::Text(&to))];
            locale.text_with("report-period", &days)
        }
    }
}

/// Whether the report tells of a day and not of a period.
pub(crate) fn is_as_at(table: &ReportTable) -> bool {
    registry::find(table.name).is_some_and(registry::ReportKind::is_as_at)
}

fn word(locale: Locale, code: &str) -> String {
    locale.text(&format!("report-word-{code}"))
}

/// The last day of a period, or that everything counts.
fn day_text(locale: Locale, period: Period) -> String {
    period
        .to
        .map_or_else(|| locale.text("report-everything"), |day| locale.date(day))
}

/// A period above a column: a month or a year by its name, anything else by its days.
fn short_period(locale: Locale, period: Period) -> String {
    let (Some(from), Some(to)) = (period.from, period.to) else {
        let day = |day: Option<jiff::civil::Date>| {
            day.map_or_else(|| "…".to_owned(), |day| locale.date(day))
        };
        return match (period.from, period.to) {
            (None, None) => locale.text("report-everything"),
            (from, to) => format!("{} – {}", day(from), day(to)),
        };
    };
    let begins_month = from.first_of_month() == from;
    let ends_month = to.last_of_month() == to;
    let is_same_month = from.first_of_month() == to.first_of_month();
    if begins_month && is_same_month {
        return locale.month(from);
    }
    let is_year = from.year() == to.year() && from.month() == 1 && to.month() == MONTHS_OF_YEAR;
    if begins_month && ends_month && is_year {
        return locale.year(from);
    }
    format!("{} – {}", locale.date(from), locale.date(to))
}
