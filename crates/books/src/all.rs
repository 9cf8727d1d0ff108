//! The typed records of one business, together.

use crate::accounts::{Account, AccountGroup, BankAccount, Holding, MarketPrice, StartingBalance};
use crate::documents::{
    BillableTime, DepreciationEntry, ExpenseClaim, InterAccountTransfer, InventoryWriteOff,
    Invoice, JournalEntry, LatePaymentFee, MoneyDocument, NotedStock, Offer, Payslip, PayslipItem,
    ProductionOrder, StockNote, WithholdingTaxReceipt,
};
use crate::inventory::{AverageCosts, Item, UnitCost};
use crate::kinds::{self, Class};
use crate::parties::Party;
use crate::settings::{Currency, ExchangeRate, LockDate, TaxCode};
use crate::{Key, settings};
use jiff::civil::Date;
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
    /// Quotes and orders, which post nothing.
    pub offers: BTreeMap<Key, Offer>,
    /// Receipts and payments.
    pub money_documents: BTreeMap<Key, MoneyDocument>,
    /// Transfers between bank and cash accounts.
    pub inter_account_transfers: BTreeMap<Key, InterAccountTransfer>,
    /// Journal entries.
    pub journal_entries: BTreeMap<Key, JournalEntry>,
    /// What investments were worth.
    pub market_prices: BTreeMap<Key, MarketPrice>,
    /// What the lines of payslips name.
    pub payslip_items: BTreeMap<Key, PayslipItem>,
    /// What others paid for the business.
    pub expense_claims: BTreeMap<Key, ExpenseClaim>,
    /// Payslips.
    pub payslips: BTreeMap<Key, Payslip>,
    /// Depreciation and amortization entries.
    pub depreciation_entries: BTreeMap<Key, DepreciationEntry>,
    /// Stock that is gone without being sold.
    pub inventory_write_offs: BTreeMap<Key, InventoryWriteOff>,
    /// Components that became finished items.
    pub production_orders: BTreeMap<Key, ProductionOrder>,
    /// Delivery notes, goods receipts and inventory transfers.
    pub stock_notes: BTreeMap<Key, StockNote>,
    /// Fees for paying late.
    pub late_payment_fees: BTreeMap<Key, LatePaymentFee>,
    /// Proofs of withheld tax.
    pub withholding_tax_receipts: BTreeMap<Key, WithholdingTaxReceipt>,
    /// Time that was worked for customers.
    pub billable_times: BTreeMap<Key, BillableTime>,
    /// What things were worth when the books began.
    pub starting_balances: BTreeMap<Key, StartingBalance>,
    /// Records of kinds that once made postings and whose content nobody describes, with their
    /// kinds.
    pub untyped_documents: BTreeMap<Key, Key>,
    /// Records whose content is damaged, with their kinds.
    pub unreadable_records: BTreeMap<Key, Key>,
    /// The date of the earliest document that is not among these, when these are part of the books.
    pub earliest_elsewhere: Option<Date>,
    /// What delivery notes and goods receipts elsewhere say of who moves units of invoices.
    pub stock_notes_elsewhere: NotedStock,
    /// The average costs of items without set unit costs; none when they have not been worked out.
    pub average_costs: Option<AverageCosts>,
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
            offers: BTreeMap::new(),
            money_documents: BTreeMap::new(),
            inter_account_transfers: BTreeMap::new(),
            journal_entries: BTreeMap::new(),
            market_prices: BTreeMap::new(),
            payslip_items: BTreeMap::new(),
            expense_claims: BTreeMap::new(),
            payslips: BTreeMap::new(),
            depreciation_entries: BTreeMap::new(),
            inventory_write_offs: BTreeMap::new(),
            production_orders: BTreeMap::new(),
            stock_notes: BTreeMap::new(),
            late_payment_fees: BTreeMap::new(),
            withholding_tax_receipts: BTreeMap::new(),
            billable_times: BTreeMap::new(),
            starting_balances: BTreeMap::new(),
            untyped_documents: BTreeMap::new(),
            unreadable_records: BTreeMap::new(),
            earliest_elsewhere: None,
            stock_notes_elsewhere: NotedStock::default(),
            average_costs: None,
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

    /// The date of the earliest document, here or elsewhere.
    pub fn earliest_date(&self) -> Option<Date> {
        let elsewhere = self.earliest_elsewhere.into_iter();
        elsewhere.chain(self.document_dates()).min()
    }

    /// The dates of all documents that have one, in no particular order.
    pub fn document_dates(&self) -> impl Iterator<Item = Date> + '_ {
        let trade = self.invoices.values().map(|it| it.date);
        let money = self.money_documents.values().map(|it| it.date);
        let transfers = self.inter_account_transfers.values().map(|it| it.date);
        let journals = self.journal_entries.values().map(|it| it.date);
        let claims = self.expense_claims.values().map(|it| it.date);
        let pay = self.payslips.values().map(|it| it.date);
        let worn = self.depreciation_entries.values().map(|it| it.date);
        let gone = self.inventory_write_offs.values().map(|it| it.date);
        let made = self.production_orders.values().map(|it| it.date);
        let moved = self.stock_notes.values().map(|it| it.date);
        let fees = self.late_payment_fees.values().map(|it| it.date);
        let proofs = self.withholding_tax_receipts.values().map(|it| it.date);
        let time = self.billable_times.values().map(|it| it.date);
        let of_trade = trade.chain(money).chain(transfers).chain(journals);
        let of_stock = gone.chain(made).chain(moved);
        let of_others = claims.chain(pay).chain(worn);
        let rest = fees.chain(proofs).chain(time);
        of_trade
            .chain(of_stock)
            .chain(of_others)
            .chain(rest)
            .flatten()
    }
}
