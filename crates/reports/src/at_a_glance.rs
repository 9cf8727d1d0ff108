//! The business at a glance: what Summary shows of the two statements (SPEC-reports.md, 3.15).

use crate::profit_and_loss_statement;
use crate::{Period, ReportOptions, ReportTable, balance_sheet, periods};
use jiff::civil::Date;
use ledger::{Figures, FiguresError};

/// Groups below the sections are a line each.
const DEPTH_MAX: usize = 1;

/// Both statements, short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The balance sheet as at today.
    pub balance_sheet: ReportTable,
    /// The profit and loss statement of the fiscal year up to today.
    pub profit_and_loss_statement: ReportTable,
}

/// The balance sheet as at a day and the profit and loss statement of the fiscal year up to it,
/// condensed to the topmost groups. Fiscal years begin with `first_month`, 1 to 12.
///
/// # Errors
/// When the figures cannot be read.
pub fn at_a_glance(
    figures: &dyn Figures,
    today: Date,
    first_month: i8,
) -> Result<Glance, FiguresError> {
    let options = ReportOptions {
        period: Period {
            from: periods::fiscal_year(today, first_month).from,
            to: Some(today),
        },
        fiscal_year_first_month: first_month,
        ..ReportOptions::default()
    };
    Ok(Glance {
        balance_sheet: balance_sheet::condensed(figures, &options, DEPTH_MAX)?,
        profit_and_loss_statement: profit_and_loss_statement::condensed(
            figures, &options, DEPTH_MAX,
        )?,
    })
}
