//! Payslips: what an employee earned, what was kept back, and what the business pays on top.

use super::Unread;
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// An earnings, deduction or contribution item: what the lines of payslips name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PayslipItem {
    /// The record's key.
    pub key: Key,
    /// The kind of record, which says which of the three it is.
    pub kind: Key,
    /// The name.
    pub name: String,
    /// Where the cost goes (earnings and contributions).
    pub expense_account: Option<Key>,
    /// Where it is owed (deductions and contributions).
    pub liability_account: Option<Key>,
}

/// A line of a payslip.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PayslipLine {
    /// The item.
    pub item: Option<Key>,
    /// The description.
    pub description: String,
    /// How many units (earnings); one when absent.
    pub units: Option<Decimal>,
    /// The amount, or that of one unit, in the employee's currency.
    pub amount: Option<Decimal>,
    /// The division.
    pub division: Option<Key>,
}

/// A payslip.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Payslip {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The description.
    pub description: String,
    /// Whose pay it is.
    pub employee: Option<Key>,
    /// What was earned.
    pub earnings: Vec<PayslipLine>,
    /// What was kept back from the employee.
    pub deductions: Vec<PayslipLine>,
    /// What the business pays on top.
    pub contributions: Vec<PayslipLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
