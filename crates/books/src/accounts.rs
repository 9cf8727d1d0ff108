//! The places where amounts collect: accounts, the groups of the chart, bank and cash accounts,
//! and the holdings that stand under a control account.

mod account;
mod bank_account;
mod holding;
mod market_price;
mod starting_balance;

pub use account::{Account, AccountGroup, GroupType};
pub use bank_account::BankAccount;
pub use holding::{Disposal, Holding};
pub use market_price::MarketPrice;
pub use starting_balance::StartingBalance;
