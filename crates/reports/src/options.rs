//! What a person can ask of a report (SPEC-reports.md, 1).

use crate::Period;
use books::Key;

/// The wishes for one report; what a report has no use for, it passes over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// The period or, by its last day, the day.
    pub period: Period,
    /// Further periods to compare with, each a column.
    pub compared: Vec<Period>,
    /// When income and expenses count.
    pub basis: Basis,
    /// The customer, supplier, account, tax code, bank account or item that it is about.
    pub about: Option<Key>,
    /// The division that it is about.
    pub division: Option<Key>,
    /// Whether rows without a balance are shown.
    pub shows_zero: bool,
    /// The month with which fiscal years begin, 1 to 12; 0 means January. A balance sheet that is
    /// asked for a day alone takes the beginning of its period from it.
    pub fiscal_year_first_month: i8,
}

/// When income and expenses count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Basis {
    /// When they are earned and owed.
    #[default]
    Accrual,
    /// When they are paid.
    Cash,
}
