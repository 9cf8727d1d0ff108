//! Settings that documents lean on: currencies, exchange rates, tax codes, the lock date.

mod currency;
mod exchange_rate;
mod tax_code;

pub use currency::{Currency, usual_decimals};
pub use exchange_rate::{DocumentRate, ExchangeRate};
pub use tax_code::{TaxCode, TaxComponent, TaxRate};

use jiff::civil::Date;

/// The day up to which nothing may change any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockDate {
    /// The last locked day.
    pub date: Date,
    /// Whether the lock is on; a date alone locks nothing.
    pub locked: bool,
}
