//! What every report is when it leaves this crate: a table of finished values, not yet of texts.
//!
//! Faces put it on a screen, into a CSV file, JSON or a PDF with one piece of code each. Names of
//! built-in things and of columns are codes that faces translate; amounts carry their decimals.

use crate::AccountName;
use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// Its stable name, as `balance-sheet`.
    pub name: &'static str,
    /// The period or day it tells of.
    pub period: Period,
    /// The one customer, account, tax code … that it is about, where it is about one.
    pub about: Option<Label>,
    /// The base currency's code; may be empty.
    pub currency: String,
    /// The columns after the first, which holds [`ReportRow::label`].
    pub columns: Vec<Column>,
    /// The rows, from the top down.
    pub rows: Vec<ReportRow>,
    /// What a reader must know, beside the figures: codes of SPEC-reports.md with arguments.
    pub remarks: Vec<Remark>,
}

/// What time a report tells of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; none for a report as at a day, or from the beginning.
    pub from: Option<Date>,
    /// The last day; none for everything recorded.
    pub to: Option<Date>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: Heading,
    /// What its cells hold, and so how they are aligned.
    pub holds: Holds,
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// A code that faces translate, as `debit`.
    Code(&'static str),
    /// A period, for comparative columns.
    Period(Period),
    /// The user's own words.
    Own(String),
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// Days.
    Date,
    /// Amounts and quantities, aligned by their last digit.
    Amount,
}

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// What it is.
    pub kind: RowKind,
    /// How far it is set in: 0 for sections.
    pub depth: usize,
    /// Its label.
    pub label: Label,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A heading of what follows it.
    Heading,
    /// Figures of one thing.
    Line,
    /// A sum of rows above it.
    Total,
    /// The last sum.
    GrandTotal,
}

/// The label of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name.
    pub name: Name,
    /// The account code or the like; may be empty.
    pub code: String,
    /// Where a click leads.
    pub link: Option<Link>,
}

/// A name in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// The name of an account, group, or section.
    Account(AccountName),
    /// The user's own words.
    Own(String),
    /// A code that faces translate, as `total-assets` or `opening-balance`.
    Code(&'static str),
    /// A day.
    Date(Date),
    /// A month or another period.
    Period(Period),
    /// `Total` of what is named.
    TotalOf(Box<Name>),
    /// A kind of record, by its key, which faces name.
    Kind(Key),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words of the user's.
    Text(String),
    /// Words of ours, or a kind of record.
    Name(Name),
    /// A day.
    Date(Date),
    /// An amount in the base currency, or in the currency named.
    Amount {
        /// The amount; what a positive one means the SPEC of the report says.
        amount: Decimal,
        /// The code of the currency, where it is not the base currency.
        currency: Option<String>,
        /// Where a click leads.
        link: Option<Link>,
    },
    /// A number that is no money: a quantity, a count, a percentage.
    Number(Decimal),
}

/// Where a click on a figure leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A record.
    Record(Key),
    /// The postings behind a figure: the general ledger transactions.
    Postings {
        /// The account.
        account: Key,
        /// What stands under it.
        subledger: Option<Key>,
        /// The period.
        period: Period,
    },
    /// Another report, about one customer, supplier, tax code or item, or about everything.
    Report {
        /// The name of the report.
        name: &'static str,
        /// What it is about; none for everything.
        about: Option<Key>,
        /// The period.
        period: Period,
    },
}

/// Something a reader of a report must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A stable code.
    pub code: &'static str,
    /// Names and values that belong to it.
    pub arguments: Vec<(&'static str, String)>,
}
