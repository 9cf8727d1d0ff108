//! Computes every financial report as a table from the ledger and a period.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]
mod trial_balance;
pub use trial_balance::{AccountName, Row, Section, SubRow, TrialBalance, trial_balance};
