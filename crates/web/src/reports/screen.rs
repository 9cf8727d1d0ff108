//! A report on a page: one table, whatever the report, and the ways from its figures to what is
//! behind them: an account to its postings, a party to its statement, a posting to its document.

use super::asked::Asked;
use super::made::MadeReport;
use super::{registry, report_path, words};
use crate::records::names::record_path;
use books::Key;
use maud::{Markup, html};
use pages::tables::{empty, folds};
use pages::{Locale, user_text};
use reports::{Cell, Holds, Label, Link, Name, Period, ReportRow, ReportTable, RowKind};

/// Rows that are set in further than this look like those at it.
const DEPTH_MAX: usize = 8;
/// From so many columns on the table scrolls in its own frame.
const COLUMNS_WIDE_MIN: usize = 7;
/// From so many columns on a telephone has no room for them: each row becomes a short list of its
/// figures, so that none lies out of sight.
const COLUMNS_FOLDED_MIN: usize = 2;

/// A table and where its links begin.
pub(crate) struct TableView<'a> {
    /// The report.
    pub(crate) table: &'a ReportTable,
    /// What was asked for, which reports that it leads to are asked for too.
    pub(crate) asked: &'a Asked,
    /// Whose it is.
    pub(crate) business: Key,
    /// What it is called, for those who cannot see it.
    pub(crate) caption: &'a str,
    /// The reader's language.
    pub(crate) locale: Locale,
}

/// The table of a report that was made.
pub(super) fn table(report: &MadeReport, business: Key) -> Markup {
    let view = TableView {
        table: &report.table,
        asked: &report.asked,
        business,
        caption: &report.title(),
        locale: report.locale,
    };
    view.markup()
}

/// The notes below a report.
pub(crate) fn notes(report: &MadeReport) -> Markup {
    let notes = report.notes();
    html! {
        @if !notes.is_empty() {
            ul .report-notes { @for note in &notes { li { (user_text(note)) } } }
        }
    }
}

impl TableView<'_> {
    /// The table, or a sentence where there is nothing to report.
    pub(crate) fn markup(&self) -> Markup {
        let (locale, table) = (self.locale, self.table);
        if table.rows.is_empty() {
            return empty(&locale.text("report-empty"), html! {});
        }
        let headings: Vec<String> = table
            .columns
            .iter()
            .map(|column| words::heading_text(locale, table, &column.heading))
            .collect();
        let is_wide = headings.len() >= COLUMNS_WIDE_MIN;
        let shown = html! {
            div .table-scroll .wide[is_wide] tabindex="0" role="region" aria-label=(self.caption) {
                table .data .report {
                    caption .visually-hidden { (self.caption) }
                    thead {
                        tr {
                            td .report-label {}
                            @for (column, heading) in table.columns.iter().zip(&headings) {
                                th scope="col" .end[column.holds == Holds::Amount] { (heading) }
                            }
                        }
                    }
                    tbody { @for row in &table.rows { (self.row(row, &headings)) } }
                }
            }
        };
        if headings.len() < COLUMNS_FOLDED_MIN {
            shown
        } else {
            folds(shown)
        }
    }

    fn row(&self, row: &ReportRow, headings: &[String]) -> Markup {
        let kind = match row.kind {
            RowKind::Heading => "report-heading",
            RowKind::Line => "report-line",
            RowKind::Total => "report-total",
            RowKind::GrandTotal => "report-grand-total",
        };
        let depth = row.depth.min(DEPTH_MAX);
        let class = format!("report-label depth-{depth}");
        let scope = if row.kind == RowKind::Heading {
            "rowgroup"
        } else {
            "row"
        };
        // A heading without figures has the whole row for its words.
        let is_alone = row.cells.iter().all(|cell| matches!(cell, Cell::Empty));
        if row.kind == RowKind::Heading && is_alone {
            let span = headings.len().saturating_add(1);
            return html! {
                tr class=(kind) {
                    th scope=(scope) class=(class) colspan=(span) { (self.label(&row.label)) }
                }
            };
        }
        html! {
            tr class=(kind) {
                th scope=(scope) class=(class) { (self.label(&row.label)) }
                @for ((cell, column), heading) in
                    row.cells.iter().zip(&self.table.columns).zip(headings)
                {
                    (self.cell(cell, column.holds, heading))
                }
            }
        }
    }

    fn label(&self, label: &Label) -> Markup {
        let name = words::name_text(self.locale, &label.name);
        let shown = html! {
            @if !label.code.is_empty() { span .report-code { (label.code) } " " }
            (user_text(&name))
        };
        self.linked(label.link.as_ref(), shown)
    }

    /// A cell; figures bear the heading of their column, for where the table folds.
    fn cell(&self, cell: &Cell, holds: Holds, heading: &str) -> Markup {
        let locale = self.locale;
        let shown = words::cell_text(locale, cell);
        match cell {
            // Nothing is behind a zero that anybody would look for.
            Cell::Amount { amount, .. } if amount.is_zero() => {
                html! { td .end .zero data-label=(heading) { (shown) } }
            }
            Cell::Amount { link, .. } => {
                let shown = self.linked(link.as_ref(), html! { (shown) });
                html! { td .end data-label=(heading) { (shown) } }
            }
            Cell::Number(_) => html! { td .end data-label=(heading) { (shown) } },
            Cell::Date(date) => html! { td .nowrap { time datetime=(date) { (shown) } } },
            Cell::Empty => html! { td .end[holds == Holds::Amount] {} },
            Cell::Text(_) | Cell::Name(Name::Own(_)) => html! { td { (user_text(&shown)) } },
            Cell::Name(_) => html! { td { (shown) } },
        }
    }

    fn linked(&self, link: Option<&Link>, shown: Markup) -> Markup {
        match link.and_then(|link| self.href(link)) {
            Some(href) => html! { a href=(href) { (shown) } },
            None => shown,
        }
    }

    /// Where a link leads; nowhere where its report is unknown.
    fn href(&self, link: &Link) -> Option<String> {
        match link {
            Link::Record(key) => Some(record_path(self.business, *key)),
            Link::Postings {
                account,
                subledger,
                period,
            } => {
                let about = subledger.unwrap_or(*account);
                self.report_about(POSTINGS, Some(about), *period)
            }
            Link::Report {
                name,
                about,
                period,
            } => self.report_about(name, *about, *period),
        }
    }

    /// Another report with the same wishes as far as it takes them.
    fn report_about(&self, name: &str, about: Option<Key>, period: Period) -> Option<String> {
        let kind = registry::find(name)?;
        let asked = self.asked;
        let is_everything = period == Period::default();
        let there = Asked {
            preset: is_everything.then_some("everything"),
            days: period,
            comparison: None,
            basis: if kind.has_basis() {
                asked.basis
            } else {
                reports::Basis::default()
            },
            about: about.filter(|_| kind.about().is_some()),
            division: asked.division.filter(|_| kind.has_division()),
            shows_zero: false,
        };
        Some(report_path(self.business, name, &there.query(kind)))
    }
}

/// The report that shows the postings behind a figure.
const POSTINGS: &str = "general-ledger-transactions";
