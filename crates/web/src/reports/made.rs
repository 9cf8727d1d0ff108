//! A report that was made for somebody: the table, what was asked, and who asked. Page, downloads,
//! paper, email and command line all get theirs here.

use super::asked::{Asked, Misunderstood, pairs};
use super::calendar::{Calendar, FiscalYear};
use super::registry::{self, ReportKind};
use super::words;
use crate::PageError;
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{FieldValue, decode, title};
use jiff::Timestamp;
use ledger::{Figures, FiguresError};
use pages::{Argument, Locale};
use reports::{Basis, Cell, Heading, ReportRow, ReportTable};
use store::{Reader, StoreError};

/// A finished report.
#[derive(Debug)]
pub struct MadeReport {
    pub(crate) kind: &'static ReportKind,
    pub(crate) asked: Asked,
    /// The report itself.
    pub table: ReportTable,
    /// The name of the business.
    pub business: String,
    /// What it is called and what below its title is written in.
    pub locale: Locale,
    /// The name of the division that it is narrowed to.
    division: Option<String>,
}

impl MadeReport {
    /// The report of this name with the wishes of a query, as in the address of its page, read in
    /// one consistent moment.
    ///
    /// # Errors
    /// When there is no such report, when a wish cannot be understood, or when the store cannot be
    /// read.
    pub fn new(
        reader: &dyn Reader,
        name: &str,
        query: &str,
        locale: Locale,
    ) -> Result<Self, PageError> {
        let kind = registry::find(name).ok_or_else(|| unknown(name))?;
        let asked = Asked::understood(kind, &pairs(query), locale).map_err(refused)?;
        let figures = figures::open(reader)?;
        Self::of(reader, figures.as_ref(), kind, asked, locale)
    }

    /// The same out of figures that are open already.
    pub(crate) fn of(
        reader: &dyn Reader,
        figures: &dyn Figures,
        kind: &'static ReportKind,
        asked: Asked,
        locale: Locale,
    ) -> Result<Self, PageError> {
        let profile = reader.profile()?;
        let calendar = calendar(reader)?;
        let options = asked.options(&calendar);
        let table = (kind.make())(figures, &options).map_err(unreadable)?;
        let table = without_unused(table);
        let division = match asked.division {
            Some(key) => Some(name_of(reader, key)?),
            None => None,
        };
        Ok(Self {
            kind,
            asked,
            table,
            business: profile.name,
            locale,
            division,
        })
    }

    /// Its title: what it is, and what it is about.
    pub fn title(&self) -> String {
        let title = self.locale.text(&self.kind.title_key());
        match &self.table.about {
            Some(about) => format!("{title} · {}", words::name_text(self.locale, &about.name)),
            None => title,
        }
    }

    /// The query that asks for it, in one form.
    pub fn query(&self) -> String {
        self.asked.query(self.kind)
    }

    /// The lines below its title: the period, and what else was asked for.
    pub fn subtitles(&self) -> Vec<String> {
        let locale = self.locale;
        let mut lines = vec![words::period_text(locale, &self.table)];
        if self.kind.has_basis() {
            lines.push(locale.text(match self.asked.basis {
                Basis::Accrual => "report-basis-accrual",
                Basis::Cash => "report-basis-cash",
            }));
        }
        if let Some(name) = &self.division {
            lines.push(locale.text_with("report-of-division", &[("name", Argument::Text(name))]));
        }
        if !self.table.currency.is_empty() {
            lines.push(self.table.currency.clone());
        }
        lines
    }

    /// The texts of the headings, the first of them empty: it stands above the labels.
    pub fn headings(&self) -> Vec<String> {
        let columns = self.table.columns.iter();
        let texts =
            columns.map(|column| words::heading_text(self.locale, &self.table, &column.heading));
        std::iter::once(String::new()).chain(texts).collect()
    }

    /// The texts of a row: its label with the code before it, then its cells.
    pub fn texts(&self, row: &ReportRow) -> Vec<String> {
        let name = words::name_text(self.locale, &row.label.name);
        let label = match row.label.code.as_str() {
            "" => name,
            code => format!("{code} {name}"),
        };
        let cells = row.cells.iter();
        let texts = cells.map(|cell| words::cell_text(self.locale, cell));
        std::iter::once(label).chain(texts).collect()
    }

    /// What a reader must know beside the figures.
    pub fn notes(&self) -> Vec<String> {
        let remarks = self.table.remarks.iter();
        remarks
            .map(|remark| words::remark_text(self.locale, remark))
            .collect()
    }
}

/// The table without its column for own currencies where nothing is kept in one.
fn without_unused(mut table: ReportTable) -> ReportTable {
    let is_unused = |table: &ReportTable, at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        cells.all(|cell| *cell == Cell::Empty)
    };
    let own = Heading::Code("own-currency");
    let found = table.columns.iter().position(|it| it.heading == own);
    if let Some(at) = found.filter(|at| is_unused(&table, *at)) {
        table.columns.remove(at);
        for row in &mut table.rows {
            if at < row.cells.len() {
                row.cells.remove(at);
            }
        }
    }
    table
}

/// The day and the fiscal year by which wishes are understood.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn calendar(reader: &dyn Reader) -> Result<Calendar, StoreError> {
    let profile = reader.profile()?;
    let usual = FiscalYear::usual(profile.country.as_deref());
    Ok(Calendar {
        today: backup::today(Timestamp::now(), &profile.time_zone),
        fiscal_year: own_fiscal_year(reader)?.unwrap_or(usual),
    })
}

/// The fiscal year that the business says (SPEC-reports.md, 5.2).
fn own_fiscal_year(reader: &dyn Reader) -> Result<Option<FiscalYear>, StoreError> {
    let Some(object) = reader.object(kinds::TIJORI_FISCAL_YEAR)? else {
        return Ok(None);
    };
    let record = decode(object.content_type, &object.content).ok();
    Ok(record
        .as_ref()
        .and_then(|record| record.value(FIRST_MONTH))
        .and_then(FieldValue::integer)
        .and_then(FiscalYear::new))
}

/// The field of the fiscal year's first month.
pub(crate) const FIRST_MONTH: u32 = 1;

fn name_of(reader: &dyn Reader, key: Key) -> Result<String, StoreError> {
    let object = reader.object(key)?;
    let name = object.as_ref().and_then(title);
    Ok(name.unwrap_or_else(|| key.to_string()))
}

fn unknown(name: &str) -> PageError {
    PageError::new(StatusCode::NOT_FOUND, "report-unknown").with("name", name)
}

/// The first wish that was not understood, as an error of its own.
fn refused(errors: Vec<Misunderstood>) -> PageError {
    match errors.into_iter().next() {
        Some(error) => PageError {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: error.code,
            arguments: error.arguments,
        },
        None => PageError::bad_request(),
    }
}

/// Figures that could not be read: the store's own error travels inside.
pub(crate) fn unreadable(error: FiguresError) -> PageError {
    StoreError::from(error).into()
}
