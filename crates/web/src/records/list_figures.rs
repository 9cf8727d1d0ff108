//! What follows from the books, beside what records say, in the lists: totals, balances, statuses,
//! what there is in stock.
//!
//! All of it comes out of [`figures::open`]; nothing is reckoned here. A list asks once for all
//! records of its kind, so that it can be sorted and summed by these columns.

mod received;

use super::value::Sort;
use books::{Key, kinds};
use interchange::BooksReader;
use jiff::civil::Date;
use ledger::{
    Figures, Grouping, HeadFilter, InvoiceStatus, Owed, PostingFilter, allocations, stock_on_hand,
};
use pages::Locale;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use store::{ListSums, Listed, Reader, StoreError};

/// A column that follows from the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum FigureColumn {
    /// What a document comes to, in its currency.
    Total,
    /// What arrives of a transfer, in the currency of the account that it arrives in.
    Received,
    /// What of an invoice is not paid, in its currency.
    BalanceDue,
    /// How far an invoice is paid.
    Status,
    /// How many units of an item there are.
    Quantity,
    /// What one unit is worth.
    AverageCost,
    /// What all units are worth.
    Value,
    /// What stands under a customer, bank account …, in base currency or its own; of suppliers,
    /// employees, payers and capital accounts what the business owes them.
    Balance,
}

impl FigureColumn {
    /// The code of its heading, and of its place in `sort=`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Received => "received",
            Self::BalanceDue => "balance-due",
            Self::Status => "status",
            Self::Quantity => "quantity",
            Self::AverageCost => "average-cost",
            Self::Value => "value",
            Self::Balance => "balance",
        }
    }

    /// Its heading.
    pub fn heading(self, locale: Locale) -> String {
        locale.text(match self {
            Self::Total => "list-column-total",
            Self::Received => "list-column-received",
            Self::BalanceDue => "list-column-balance-due",
            Self::Status => "list-column-status",
            Self::Quantity => "list-column-quantity",
            Self::AverageCost => "list-column-average-cost",
            Self::Value => "list-column-value",
            Self::Balance => "list-column-balance",
        })
    }

    /// Whether its figures may be added up.
    pub fn is_summed(self) -> bool {
        matches!(
            self,
            Self::Total | Self::Received | Self::BalanceDue | Self::Value | Self::Balance
        )
    }
}

/// One figure of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    /// An amount in the currency named; none means the base currency.
    Money(Decimal, Option<Key>),
    /// A number of units.
    Units(Decimal),
    /// How far an invoice is paid.
    Status(InvoiceStatus),
}

impl Figure {
    /// What it is sorted by: overdue invoices first, longest first, paid ones last.
    pub fn sort(self) -> Sort {
        Sort::Number(match self {
            Self::Money(number, _) | Self::Units(number) => number,
            Self::Status(InvoiceStatus::Overdue(days)) => Decimal::from(-days),
            Self::Status(InvoiceStatus::PartPaid) => Decimal::ONE,
            Self::Status(InvoiceStatus::Unpaid) => Decimal::TWO,
            Self::Status(InvoiceStatus::Overpaid) => Decimal::from(3),
            Self::Status(InvoiceStatus::Paid) => Decimal::from(4),
        })
    }
}

/// The figures of all records of one kind.
#[derive(Debug, Default)]
pub(super) struct ListFigures {
    /// The columns, in their order.
    pub columns: Vec<FigureColumn>,
    /// The figures by record and column.
    figures: HashMap<(Key, FigureColumn), Figure>,
    /// The decimals and the code of each foreign currency.
    currencies: BTreeMap<Key, (u32, String)>,
    /// The decimals of the base currency.
    pub decimals: u32,
    /// The sums of all records, where only those of a page are here.
    kept_sums: Option<ListSums>,
}

impl ListFigures {
    /// The figures for the list of a kind, as at today. Kinds without any have no columns.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read(reader: &dyn Reader, kind: Key, today: Date) -> Result<Self, StoreError> {
        let columns = columns_of(kind);
        if columns.is_empty() {
            return Ok(Self::default());
        }
        let figures = figures::open(reader)?;
        let books = figures.books();
        let currencies = books.foreign_currencies.iter();
        let mut list = Self {
            columns: columns.to_vec(),
            figures: HashMap::new(),
            currencies: currencies
                .map(|(key, it)| (*key, (it.decimals, it.code.clone())))
                .collect(),
            decimals: books.base_currency.decimals,
            kept_sums: None,
        };
        list.fill(&*figures, kind, today)?;
        if kind == kinds::INTER_ACCOUNT_TRANSFER {
            list.fill_received(reader, figures.books())?;
        }
        Ok(list)
    }

    /// Whether the list of a kind shows what its documents come to.
    pub fn has_totals(kind: Key) -> bool {
        columns_of(kind).contains(&FigureColumn::Total)
    }

    /// The columns for a page out of what is kept, and no figure yet.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn kept(reader: &dyn Reader, kind: Key) -> Result<Self, StoreError> {
        let mut books = BooksReader::new();
        for currencies in [kinds::BASE_CURRENCY, kinds::FOREIGN_CURRENCY] {
            reader.each_object(Some(currencies), &mut |object| {
                books.add(&object);
                Ok(())
            })?;
        }
        let (books, _) = books.finish();
        let currencies = books.foreign_currencies.into_iter();
        Ok(Self {
            columns: columns_of(kind).to_vec(),
            currencies: currencies
                .map(|(key, it)| (key, (it.decimals, it.code)))
                .collect(),
            decimals: books.base_currency.decimals,
            ..Self::default()
        })
    }

    /// Takes in a document of a page.
    pub fn put_listed(&mut self, listed: &Listed, today: Date) {
        let head = &listed.head;
        if let Some(total) = head.total {
            let figure = Figure::Money(total, head.currency);
            self.put(head.document, FigureColumn::Total, figure);
        }
        if let Some(standing) = listed.standing.filter(|_| self.has_status()) {
            let due = Figure::Money(standing.open, standing.currency);
            self.put(head.document, FigureColumn::BalanceDue, due);
            let status = Figure::Status(standing.status(today));
            self.put(head.document, FigureColumn::Status, status);
        }
    }

    /// Sets the sums of all records, of which only those of a page are here.
    pub fn set_sums(&mut self, sums: ListSums) {
        self.kept_sums = Some(sums);
    }

    /// One figure; none where the books know none.
    pub fn get(&self, record: Key, column: FigureColumn) -> Option<Figure> {
        self.figures.get(&(record, column)).copied()
    }

    /// The column with this code in `sort=`.
    pub fn column(&self, code: &str) -> Option<FigureColumn> {
        self.columns.iter().copied().find(|it| it.code() == code)
    }

    /// Whether invoices have a status here.
    pub fn has_status(&self) -> bool {
        self.columns.contains(&FigureColumn::Status)
    }

    /// Whether a record has this status; every record has that without a name.
    pub fn is_of_status(&self, record: Key, status: &str) -> bool {
        let found = self.get(record, FigureColumn::Status);
        status.is_empty() || matches!(found, Some(Figure::Status(found)) if found.code() == status)
    }

    /// The sums of a column over these records, by currency; the base currency first.
    pub fn sums(&self, records: &[Key], column: FigureColumn) -> BTreeMap<Option<Key>, Decimal> {
        match (&self.kept_sums, column) {
            (Some(kept), FigureColumn::Total) => return kept.totals.clone(),
            (Some(kept), FigureColumn::BalanceDue) => return kept.open.clone(),
            _ => {}
        }
        let mut sums: BTreeMap<Option<Key>, Decimal> = BTreeMap::new();
        for record in records {
            if let Some(Figure::Money(amount, currency)) = self.get(*record, column) {
                let sum = sums.entry(currency).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
        sums
    }

    /// An amount in words, with the code of its currency where that is a foreign one.
    pub fn money(&self, locale: Locale, amount: Decimal, currency: Option<Key>) -> String {
        match currency.and_then(|currency| self.currencies.get(&currency)) {
            Some((decimals, code)) => format!("{} {code}", locale.amount(amount, *decimals)),
            None => locale.amount(amount, self.decimals),
        }
    }

    fn fill(
        &mut self,
        figures: &dyn Figures,
        kind: Key,
        today: Date,
    ) -> Result<(), ledger::FiguresError> {
        if self.columns.contains(&FigureColumn::Total) {
            self.fill_totals(figures, kind)?;
        }
        match kind {
            kinds::SALES_INVOICE => self.fill_invoices(figures, Owed::ByCustomers, today),
            kinds::PURCHASE_INVOICE => self.fill_invoices(figures, Owed::ToSuppliers, today),
            kinds::INVENTORY_ITEM => self.fill_stock(figures),
            _ if self.columns.contains(&FigureColumn::Balance) => self.fill_balances(figures, kind),
            _ => Ok(()),
        }
    }

    fn fill_totals(
        &mut self,
        figures: &dyn Figures,
        kind: Key,
    ) -> Result<(), ledger::FiguresError> {
        let filter = HeadFilter {
            kinds: Some(vec![kind]),
            ..HeadFilter::default()
        };
        figures.each_head(&filter, &mut |head| {
            if let Some(total) = head.total {
                let figure = Figure::Money(total, head.currency);
                self.put(head.document, FigureColumn::Total, figure);
            }
            Ok(())
        })
    }

    fn fill_invoices(
        &mut self,
        figures: &dyn Figures,
        owed: Owed,
        today: Date,
    ) -> Result<(), ledger::FiguresError> {
        for standing in allocations(figures, owed, None, None)?.invoices {
            let due = Figure::Money(standing.open, standing.currency);
            self.put(standing.invoice, FigureColumn::BalanceDue, due);
            let status = Figure::Status(standing.status(today));
            self.put(standing.invoice, FigureColumn::Status, status);
        }
        Ok(())
    }

    fn fill_stock(&mut self, figures: &dyn Figures) -> Result<(), ledger::FiguresError> {
        for (item, held) in stock_on_hand(figures, None)? {
            self.put(item, FigureColumn::Quantity, Figure::Units(held.quantity));
            if let Some(cost) = held.average_cost(self.decimals) {
                self.put(item, FigureColumn::AverageCost, Figure::Money(cost, None));
            }
            self.put(item, FigureColumn::Value, Figure::Money(held.worth, None));
        }
        Ok(())
    }

    /// Balances of what stands under a control account: in its own currency where it has one.
    fn fill_balances(
        &mut self,
        figures: &dyn Figures,
        kind: Key,
    ) -> Result<(), ledger::FiguresError> {
        let by_subledger = Grouping {
            subledger: true,
            ..Grouping::default()
        };
        let mut balances: HashMap<Key, (Decimal, Option<Key>)> = HashMap::new();
        for sum in figures.sums(&PostingFilter::default(), by_subledger)? {
            let Some(record) = sum.subledger.filter(|_| !is_withheld(sum.account)) else {
                continue;
            };
            let own = figures.books().subledger(record);
            let own = own.and_then(|(_, currency)| currency);
            let balance = balances.entry(record).or_insert((Decimal::ZERO, own));
            let amount = match own {
                Some(_) if sum.currency == own => sum.own_amount,
                Some(_) => Decimal::ZERO,
                None => sum.amount,
            };
            balance.0 = balance.0.saturating_add(amount);
        }
        for (record, (mut amount, currency)) in balances {
            // No zero is below zero.
            if is_owed_by_us(kind) && !amount.is_zero() {
                amount = -amount;
            }
            self.put(
                record,
                FigureColumn::Balance,
                Figure::Money(amount, currency),
            );
        }
        Ok(())
    }

    fn put(&mut self, record: Key, column: FigureColumn, figure: Figure) {
        self.figures.insert((record, column), figure);
    }
}

/// Whether a balance of records of this kind is one that the business owes: to suppliers, staff and
/// owners, as the statements say it.
fn is_owed_by_us(kind: Key) -> bool {
    matches!(
        kind,
        kinds::SUPPLIER | kinds::EMPLOYEE | kinds::EXPENSE_CLAIMS_PAYER | kinds::CAPITAL_ACCOUNT
    )
}

/// Tax that customers withheld stands under them, and is no part of what they owe.
fn is_withheld(account: Key) -> bool {
    account == kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT
}

/// The columns for the list of a kind.
fn columns_of(kind: Key) -> &'static [FigureColumn] {
    match kind {
        kinds::SALES_INVOICE | kinds::PURCHASE_INVOICE => &[
            FigureColumn::Total,
            FigureColumn::BalanceDue,
            FigureColumn::Status,
        ],
        kinds::CREDIT_NOTE
        | kinds::DEBIT_NOTE
        | kinds::RECEIPT
        | kinds::PAYMENT
        | kinds::INTER_ACCOUNT_TRANSFER
        | kinds::JOURNAL_ENTRY
        | kinds::SALES_QUOTE
        | kinds::SALES_ORDER
        | kinds::PURCHASE_QUOTE
        | kinds::PURCHASE_ORDER
        | kinds::EXPENSE_CLAIM
        | kinds::PAYSLIP
        | kinds::DEPRECIATION_ENTRY
        | kinds::AMORTIZATION_ENTRY => &[FigureColumn::Total],
        kinds::INVENTORY_ITEM => &[
            FigureColumn::Quantity,
            FigureColumn::AverageCost,
            FigureColumn::Value,
        ],
        kinds::CUSTOMER
        | kinds::SUPPLIER
        | kinds::EMPLOYEE
        | kinds::BANK_OR_CASH_ACCOUNT
        | kinds::CAPITAL_ACCOUNT
        | kinds::SPECIAL_ACCOUNT
        | kinds::FIXED_ASSET
        | kinds::INTANGIBLE_ASSET
        | kinds::INVESTMENT
        | kinds::EXPENSE_CLAIMS_PAYER => &[FigureColumn::Balance],
        _ => &[],
    }
}
