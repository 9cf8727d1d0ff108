//! Computes every financial report as a table from the ledger and a period.
//!
//! A report is plain values: keys, names, exact amounts. Faces translate the names of what is
//! built in and show the rest as it was written. What each figure is, docs/SPEC-reports.md says;
//! how documents become postings, docs/SPEC-posting.md.
//!
//! - [`ReportTable`]: what every report is; [`ReportOptions`]: what can be asked of one.
//! - [`REPORTS`]: all of them, with what each can be asked; one file per report.
//! - `chart`, `statement`: accounts in their groups. `basis`: accrual or cash.
//!
//! This crate opens no file, reads no clock and draws no random number.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

mod ageing;
mod amounts;
mod at_a_glance;
mod balance_sheet;
mod bank_account_summary;
mod basis;
mod cash_summary;
mod chart;
pub mod codes;
mod control;
mod frame;
mod general_ledger_summary;
mod general_ledger_transactions;
mod heads;
mod inventory_value;
mod limits;
mod open_amounts;
mod options;
pub mod periods;
mod profit_and_loss_statement;
mod register;
mod remarks;
mod report_table;
mod revaluation;
mod rows;
mod settled_share;
mod statement;
mod tax_summary;
mod tax_transactions;
mod transactions_statement;
mod trial_balance;
mod trial_balance_table;
mod twelve_months;
mod unpaid_statement;

pub use ageing::{aged_payables, aged_receivables};
pub use at_a_glance::{Glance, at_a_glance};
pub use balance_sheet::balance_sheet;
pub use bank_account_summary::bank_account_summary;
pub use cash_summary::cash_summary;
pub use chart::{AccountName, Section};
pub use general_ledger_summary::general_ledger_summary;
pub use general_ledger_transactions::general_ledger_transactions;
pub use inventory_value::inventory_value;
pub use limits::ROWS_MAX;
pub use options::{Basis, ReportOptions};
pub use profit_and_loss_statement::profit_and_loss_statement;
pub use register::{About, Description, Make, REPORTS, Span, find};
pub use report_table::{
    Cell, Column, Heading, Holds, Label, Link, Name, Period, Remark, ReportRow, ReportTable,
    RowKind,
};
pub use tax_summary::tax_summary;
pub use tax_transactions::tax_transactions;
pub use transactions_statement::{
    customer_statement_transactions, supplier_statement_transactions,
};
pub use trial_balance::{Row, SubRow, TrialBalance, trial_balance, trial_balance_of};
pub use trial_balance_table::trial_balance_table;
pub use twelve_months::twelve_months;
pub use unpaid_statement::{customer_statement_unpaid, supplier_statement_unpaid};
