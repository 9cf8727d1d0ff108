//! The posting rules on small books written out in code, with the arithmetic shown, and the
//! promises that hold for all books: debit equals credit, no panic, no dependence on order.
#![expect(
    clippy::expect_used,
    reason = "a test that cannot build its books has failed"
)]

mod allocating;
mod assets;
mod charges;
mod claims_and_pay;
mod currencies;
mod invoices;
mod journals;
mod marks;
mod money;
mod notes;
mod promises;
mod receivables;
mod registers;
mod sample;
mod starting_balances;
mod stock;
mod taxes;
mod worth;
