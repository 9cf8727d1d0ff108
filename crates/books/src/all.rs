//! The typed records of one business, together.

use crate::accounts::{Account, AccountGroup, BankAccount, Holding, StartingBalance};
use crate::documents::{InterAccountTransfer, Invoice, JournalEntry, MoneyDocument};
use crate::inventory::{Item, UnitCost};
use crate::kinds::{self, Class};
use crate::parties::Party;
use crate::settings::{Currency, ExchangeRate, LockDate, TaxCode};
use crate::{Key, settings};
use std::collections::BTreeMap;

/// The typed records of one business, each under its key.
///
/// The maps are ordered, so that what follows from the books does not depend on the order in
/// which the records were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Books {
    /// The name of the business on its papers; may be empty.
    pub business_name: String,
    /// The currency that everything is reckoned in.
    pub base_currency: Currency,
    /// The other currencies in use.
    pub foreign_currencies: BTreeMap<Key, Currency>,
    /// The table of exchange rates.
    pub exchange_rates: BTreeMap<Key, ExchangeRate>,
    /// The tax codes.
    pub tax_codes: BTreeMap<Key, TaxCode>,
    /// The lock date.
    pub lock_date: Option<LockDate>,
    /// Accounts that have a record of their own.
    pub accounts: BTreeMap<Key, Account>,
    /// The groups of the chart, the roots among them when they were renamed.
    pub groups: BTreeMap<Key, AccountGroup>,
    /// Customers, suppliers and employees.
    pub parties: BTreeMap<Key, Party>,
    /// Bank and cash accounts.
    pub bank_accounts: BTreeMap<Key, BankAccount>,
    /// Capital accounts, special accounts, assets, investments, payers of expense claims.
    pub holdings: BTreeMap<Key, Holding>,
    /// What is sold and bought.
    pub items: BTreeMap<Key, Item>,
    /// Set unit costs.
    pub unit_costs: BTreeMap<Key, UnitCost>,
    /// Sales invoices, purchase invoices, credit notes and debit notes.
    pub invoices: BTreeMap<Key, Invoice>,
    /// Receipts and payments.
    pub money_documents: BTreeMap<Key, MoneyDocument>,
    /// Transfers between bank and cash accounts.
    pub inter_account_transfers: BTreeMap<Key, InterAccountTransfer>,
    /// Journal entries.
    pub journal_entries: BTreeMap<Key, JournalEntry>,
    /// Starting balances that are posted.
    pub starting_balances: BTreeMap<Key, StartingBalance>,
    /// Records of kinds that make postings, of which no rule here reads the content yet, with
    /// their kinds.
    pub untyped_documents: BTreeMap<Key, Key>,
    /// Records whose content is damaged, with their kinds.
    pub unreadable_records: BTreeMap<Key, Key>,
}

impl Default for Books {
    /// Books with nothing in them, in a currency without a name and with two decimals.
    fn default() -> Self {
        Self {
            business_name: String::new(),
            base_currency: settings::Currency::new(kinds::BASE_CURRENCY, "", "", None),
            foreign_currencies: BTreeMap::new(),
            exchange_rates: BTreeMap::new(),
            tax_codes: BTreeMap::new(),
            lock_date: None,
            accounts: BTreeMap::new(),
            groups: BTreeMap::new(),
            parties: BTreeMap::new(),
            bank_accounts: BTreeMap::new(),
            holdings: BTreeMap::new(),
            items: BTreeMap::new(),
            unit_costs: BTreeMap::new(),
            invoices: BTreeMap::new(),
            money_documents: BTreeMap::new(),
            inter_account_transfers: BTreeMap::new(),
            journal_entries: BTreeMap::new(),
            starting_balances: BTreeMap::new(),
            untyped_documents: BTreeMap::new(),
            unreadable_records: BTreeMap::new(),
        }
    }
}

impl Books {
    /// The kind of the account with this key: of its record, or the key itself for a built-in
    /// account that has none. Nothing when no such account exists.
    pub fn account_kind(&self, account: Key) -> Option<Key> {
        if let Some(account) = self.accounts.get(&account) {
            return Some(account.kind);
        }
        let kind = kinds::find(account)?;
        matches!(
            kind.class,
            Class::BalanceSheetAccount | Class::ProfitAndLossAccount
        )
        .then_some(kind.key)
    }

    /// The foreign currency with this key; nothing for the base currency and for unknown keys.
    pub fn foreign_currency(&self, currency: Key) -> Option<&Currency> {
        self.foreign_currencies.get(&currency)
    }

    /// How many decimals amounts in this currency are rounded to; none means the base currency.
    /// A currency without a record counts as having two.
    pub fn decimals(&self, currency: Option<Key>) -> u32 {
        match currency {
            None => self.base_currency.decimals,
            Some(key) => self
                .foreign_currencies
                .get(&key)
                .map_or(2, |it| it.decimals),
        }
    }

    /// The currency key with the base currency, in any of the ways to name it, as nothing.
    pub fn foreign(&self, currency: Option<Key>) -> Option<Key> {
        currency.filter(|&key| key != kinds::BASE_CURRENCY && key != Key::NIL)
    }

    /// The name and the foreign currency of what stands under a control account.
    pub fn subledger(&self, key: Key) -> Option<(&str, Option<Key>)> {
        if let Some(party) = self.parties.get(&key) {
            return Some((&party.name, self.foreign(party.currency)));
        }
        if let Some(bank) = self.bank_accounts.get(&key) {
            return Some((&bank.name, self.foreign(bank.currency)));
        }
        if let Some(holding) = self.holdings.get(&key) {
            return Some((&holding.name, self.foreign(holding.currency)));
        }
        self.items.get(&key).map(|item| (item.name.as_str(), None))
    }
}
