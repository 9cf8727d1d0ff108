//! Computes every financial report as a table from the ledger and a period.
//!
//! A report is plain values: keys, names, exact amounts. Faces translate the names of what is
//! built in and show the rest as it was written. The rules are docs/SPEC-posting.md.
//!
//! This crate opens no file, reads no clock and draws no random number.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

mod chart;
mod options;
mod report_table;
mod trial_balance;

pub use chart::{AccountName, Section};
pub use options::{Basis, ReportOptions};
pub use report_table::{
    Cell, Column, Heading, Holds, Label, Link, Name, Period, Remark, ReportRow, ReportTable,
    RowKind,
};
pub use trial_balance::{Row, SubRow, TrialBalance, trial_balance};
