//! The trial balance on books written out in code, on generated books, and on real files.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot build its books has failed, and says what it skipped"
)]

mod cash_basis;
mod currencies;
mod general_ledger;
mod generated;
mod golden;
mod money;
mod parties;
mod sample_files;
mod statements;
mod table;
mod taxes;
mod text;
mod ties;
mod trial_balance;
mod world;
