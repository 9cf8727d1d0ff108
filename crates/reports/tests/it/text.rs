//! A report as lines of text, so that tests read like the report.

use books::kinds;
use reports::{AccountName, Cell, Heading, Name, Remark, ReportTable};

/// The rows: label, set in by depth, and its cells between bars.
pub fn rows(table: &ReportTable) -> Vec<String> {
    let rows = table.rows.iter().map(|row| {
        assert_eq!(row.cells.len(), table.columns.len(), "{row:?}");
        let mut line = "  ".repeat(row.depth);
        line.push_str(&name(&row.label.name));
        if !row.label.code.is_empty() {
            line.push_str(&format!(" [{}]", row.label.code));
        }
        for text in row.cells.iter().map(cell) {
            line.push_str(" | ");
            line.push_str(&text);
        }
        line.trim_end_matches([' ', '|']).to_owned()
    });
    rows.collect()
}

/// The headings of the columns.
pub fn columns(table: &ReportTable) -> Vec<String> {
    let headings = table.columns.iter().map(|column| match &column.heading {
        Heading::Code(code) => (*code).to_owned(),
        Heading::Own(own) => own.clone(),
        Heading::Period(period) => period_text(*period),
    });
    headings.collect()
}

/// The remarks with their values.
pub fn remarks(table: &ReportTable) -> Vec<String> {
    let text = |remark: &Remark| {
        let arguments = remark.arguments.iter();
        let arguments: Vec<String> = arguments
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("{} {}", remark.code, arguments.join(" "))
            .trim_end()
            .to_owned()
    };
    table.remarks.iter().map(text).collect()
}

fn period_text(period: reports::Period) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |it| it.to_string());
    format!("{}..{}", day(period.from), day(period.to))
}

pub fn name(of: &Name) -> String {
    match of {
        Name::Account(AccountName::Own(own)) | Name::Own(own) => own.clone(),
        Name::Account(AccountName::BuiltIn(kind)) => (*kind).to_owned(),
        Name::Code(code) => (*code).to_owned(),
        Name::Date(day) => day.to_string(),
        Name::Period(period) => period_text(*period),
        Name::TotalOf(inner) => format!("Total {}", name(inner)),
        Name::Kind(kind) => kinds::find(*kind).map_or("?", |kind| kind.name).to_owned(),
    }
}

fn cell(of: &Cell) -> String {
    match of {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Name(of) => name(of),
        Cell::Date(day) => day.to_string(),
        Cell::Amount {
            amount, currency, ..
        } => match currency {
            Some(code) => format!("{code} {amount}"),
            None => amount.to_string(),
        },
        Cell::Number(number) => number.to_string(),
    }
}
