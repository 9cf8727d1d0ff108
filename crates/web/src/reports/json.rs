//! A report as JSON, for scripts (SPEC-reports.md, 4.5): codes and keys stay what they are, names
//! are English, days are yyyy-MM-dd, amounts are text with a dot.

use super::made::MadeReport;
use super::words;
use interchange::Plain;
use pages::Locale;
use reports::{
    Basis, Cell, Column, Heading, Holds, Label, Link, Name, Period, ReportRow, ReportTable, RowKind,
};

/// The document.
pub(crate) fn json(report: &MadeReport) -> Plain {
    let table = &report.table;
    let asked = &report.asked;
    let key = |key: Option<books::Key>| key.map_or(Plain::Null, |key| text(key.to_string()));
    map([
        ("business", text(&report.business)),
        ("report", text(table.name)),
        ("period", period(table.period)),
        (
            "basis",
            text(match asked.basis {
                Basis::Accrual => "accrual",
                Basis::Cash => "cash",
            }),
        ),
        ("about", key(asked.about)),
        ("division", key(asked.division)),
        ("currency", text(&table.currency)),
        (
            "columns",
            list(table.columns.iter().map(|it| column(table, it))),
        ),
        ("rows", list(table.rows.iter().map(row))),
        ("remarks", list(table.remarks.iter().map(remark))),
    ])
}

/// Names that a script reads are English, whoever asks.
fn english() -> Locale {
    Locale::default()
}

fn column(table: &ReportTable, column: &Column) -> Plain {
    let shown = words::heading_text(english(), table, &column.heading);
    let mut members = vec![("name", text(shown))];
    match &column.heading {
        Heading::Code(code) => members.push(("code", text(*code))),
        Heading::Period(of) => members.push(("period", period(*of))),
        Heading::Own(_) => {}
    }
    members.push((
        "holds",
        text(match column.holds {
            Holds::Text => "text",
            Holds::Date => "date",
            Holds::Amount => "amount",
        }),
    ));
    map(members)
}

fn row(row: &ReportRow) -> Plain {
    let kind = match row.kind {
        RowKind::Heading => "heading",
        RowKind::Line => "line",
        RowKind::Total => "total",
        RowKind::GrandTotal => "grand-total",
    };
    let depth = i64::try_from(row.depth).unwrap_or(i64::MAX);
    let Label { name, code, link } = &row.label;
    map([
        ("kind", text(kind)),
        ("depth", Plain::Integer(depth)),
        ("name", text(words::name_text(english(), name))),
        ("word", word(name)),
        ("code", text(code)),
        ("link", link.as_ref().map_or(Plain::Null, link_of)),
        ("cells", list(row.cells.iter().map(cell))),
    ])
}

/// The code of a row that is named by us; null where the name is the user's.
fn word(name: &Name) -> Plain {
    match name {
        Name::Code(code) => text(*code),
        _ => Plain::Null,
    }
}

fn cell(cell: &Cell) -> Plain {
    match cell {
        Cell::Empty => Plain::Null,
        Cell::Text(words) => map([("text", text(words))]),
        Cell::Name(name) => map([("text", text(words::name_text(english(), name)))]),
        Cell::Date(date) => map([("date", text(date.to_string()))]),
        Cell::Number(number) => map([("number", text(number.normalize().to_string()))]),
        Cell::Amount {
            amount,
            currency,
            link,
        } => {
            let mut members = vec![("amount", text(amount.to_string()))];
            members.extend(currency.as_ref().map(|code| ("currency", text(code))));
            members.extend(link.as_ref().map(|link| ("link", link_of(link))));
            map(members)
        }
    }
}

fn link_of(link: &Link) -> Plain {
    match link {
        Link::Record(key) => map([("record", text(key.to_string()))]),
        Link::Postings {
            account,
            subledger,
            period: of,
        } => {
            let mut members = vec![("account", text(account.to_string()))];
            members.extend(subledger.map(|key| ("subledger", text(key.to_string()))));
            members.push(("period", period(*of)));
            map(members)
        }
        Link::Report {
            name,
            about,
            period: of,
        } => {
            let mut members = vec![("report", text(*name))];
            members.extend(about.map(|key| ("about", text(key.to_string()))));
            members.push(("period", period(*of)));
            map(members)
        }
    }
}

fn remark(remark: &reports::Remark) -> Plain {
    let arguments = remark.arguments.iter();
    map([
        ("code", text(remark.code)),
        (
            "arguments",
            map(arguments.map(|(name, value)| (*name, text(value)))),
        ),
        ("message", text(words::remark_text(english(), remark))),
    ])
}

fn period(period: Period) -> Plain {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or(Plain::Null, |day| Plain::Text(day.to_string()))
    };
    map([("from", day(period.from)), ("to", day(period.to))])
}

fn text(text: impl Into<String>) -> Plain {
    Plain::Text(text.into())
}

fn list(values: impl Iterator<Item = Plain>) -> Plain {
    Plain::List(values.collect())
}

fn map<'n>(members: impl IntoIterator<Item = (&'n str, Plain)>) -> Plain {
    let members = members.into_iter();
    Plain::Map(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}
