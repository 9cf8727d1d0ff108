//! Which accounts stand for customers, suppliers, cash and stock: the built-in ones, and custom
//! control accounts of the same kind.

use books::{Books, Key, kinds};

/// What stands under an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Control {
    /// Customers.
    Receivable,
    /// Suppliers.
    Payable,
    /// Bank and cash accounts.
    Cash,
    /// Inventory items.
    Inventory,
}

impl Control {
    /// The built-in account, and the kind of custom ones.
    const fn accounts(self) -> (Key, Key) {
        match self {
            Self::Receivable => (
                kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS,
            ),
            Self::Payable => (
                kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS,
            ),
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

    /// The kinds of document that are settled under it.
    pub(crate) const fn invoice_kinds(self) -> &'static [Key] {
        match self {
            Self::Receivable => &[
                kinds::SALES_INVOICE,
                kinds::CREDIT_NOTE,
                kinds::SALES_INVOICE_STARTING_BALANCE,
                kinds::LATE_PAYMENT_FEE,
            ],
            Self::Payable => &[
                kinds::PURCHASE_INVOICE,
                kinds::DEBIT_NOTE,
                kinds::PURCHASE_INVOICE_STARTING_BALANCE,
            ],
            Self::Cash | Self::Inventory => &[],
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
