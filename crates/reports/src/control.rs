//! Which accounts stand for cash and stock: the built-in ones, and custom control accounts of the
//! same kind.

use books::{Books, Key, kinds};

/// What stands under an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Control {
    /// Bank and cash accounts.
    Cash,
    /// Inventory items.
    Inventory,
}

impl Control {
    /// The built-in account, and the kind of custom ones.
    const fn accounts(self) -> (Key, Key) {
        match self {
            Self::Cash => (
                kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS,
            ),
            Self::Inventory => (
                kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS,
            ),
        }
    }

    /// All accounts of this sort.
    pub(crate) fn all(self, books: &Books) -> Vec<Key> {
        let (built_in, custom) = self.accounts();
        let own = books.accounts.values();
        let own = own.filter(|account| account.kind == custom);
        let mut all: Vec<Key> = own.map(|account| account.key).collect();
        all.push(built_in);
        all
    }
}
