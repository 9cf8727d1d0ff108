//! The business at a glance: both statements short, and the last twelve months.

use super::chart::chart;
use crate::PageError;
use crate::reports::asked::Asked;
use crate::reports::calendar::Calendar;
use crate::reports::made::unreadable;
use crate::reports::report_path;
use crate::reports::screen::TableView;
use books::Key;
use ledger::Figures;
use maud::{Markup, html};
use pages::Locale;
use pages::tables::panel;
use reports::{Glance, Period, ReportOptions, ReportTable, at_a_glance, twelve_months};

/// What the panels are drawn from.
pub(super) struct AtAGlance {
    statements: Glance,
    months: ReportTable,
}

impl AtAGlance {
    /// The figures as at today.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) fn read(figures: &dyn Figures, calendar: &Calendar) -> Result<Self, PageError> {
        let first_month = calendar.fiscal_year.first_month();
        let options = ReportOptions {
            period: Period {
                from: None,
                to: Some(calendar.today),
            },
            ..ReportOptions::default()
        };
        Ok(Self {
            statements: at_a_glance(figures, calendar.today, first_month).map_err(unreadable)?,
            months: twelve_months(figures, &options).map_err(unreadable)?,
        })
    }

    /// Both statements beside each other, each leading to the whole report.
    pub(super) fn statements(&self, locale: Locale, business: Key) -> Markup {
        let one = |heading: &str, table: &ReportTable| {
            let heading = locale.text(heading);
            let href = report_path(business, table.name, "");
            let currency = &table.currency;
            panel(
                &heading,
                html! {
                    @if !currency.is_empty() { p .muted { (currency) } }
                    (shown(locale, business, &heading, table))
                    p { a href=(href) { (locale.text("summary-report-whole")) } }
                },
            )
        };
        html! {
            (one("summary-balance-sheet-today", &self.statements.balance_sheet))
            (one(
                "summary-profit-and-loss-year",
                &self.statements.profit_and_loss_statement,
            ))
        }
    }

    /// The last twelve months, as a picture and as a table.
    pub(super) fn months(&self, locale: Locale, business: Key) -> Markup {
        let heading = locale.text("summary-twelve-months");
        let href = report_path(business, self.months.name, "");
        let content = match chart(locale, &self.months) {
            None => html! { p .quiet { (locale.text("summary-chart-empty")) } },
            Some(picture) => html! {
                (picture)
                details .chart-table {
                    summary { (locale.text("summary-chart-figures")) }
                    (shown(locale, business, &heading, &self.months))
                }
                p { a href=(href) { (locale.text("summary-report-whole")) } }
            },
        };
        panel(&heading, content)
    }
}

fn shown(locale: Locale, business: Key, caption: &str, table: &ReportTable) -> Markup {
    let view = TableView {
        table,
        asked: &Asked::default(),
        business,
        caption,
        locale,
    };
    view.markup()
}
