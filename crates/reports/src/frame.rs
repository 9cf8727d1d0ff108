//! What every report leans on while it is made: the figures, the books, the wishes, and ways to
//! name accounts and to write amounts.

use crate::amounts::fixed;
use crate::chart::{AccountName, Chart};
use crate::report_table::{
    Cell, Column, Label, Link, Name, Period, Remark, ReportRow, ReportTable,
};
use crate::{ReportOptions, remarks, rows};
use books::{Books, Key};
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum};

/// A report in the making.
pub(crate) struct Frame<'a> {
    /// Where postings are kept.
    pub(crate) figures: &'a dyn Figures,
    /// The settings, accounts, parties and items.
    pub(crate) books: &'a Books,
    /// What was asked for.
    pub(crate) options: &'a ReportOptions,
    /// The chart of accounts.
    pub(crate) chart: Chart<'a>,
}

impl<'a> Frame<'a> {
    /// Ready to make a report.
    pub(crate) fn new(figures: &'a dyn Figures, options: &'a ReportOptions) -> Self {
        let books = figures.books();
        Self {
            figures,
            books,
            options,
            chart: Chart::new(books),
        }
    }

    /// The period asked for and those compared with it.
    pub(crate) fn periods(&self) -> Vec<Period> {
        let mut periods = vec![self.options.period];
        periods.extend(&self.options.compared);
        periods
    }

    /// The sums of everything before a period; nothing where it has no beginning.
    pub(crate) fn sums_before(
        &self,
        period: Period,
        by: Grouping,
        narrowed: PostingFilter,
    ) -> Result<Vec<Sum>, FiguresError> {
        let Some(last) = period.from.and_then(crate::periods::day_before) else {
            return Ok(Vec::new());
        };
        let filter = PostingFilter {
            from: None,
            to: Some(last),
            ..narrowed
        };
        self.figures.sums(&filter, by)
    }

    /// An amount in base currency.
    pub(crate) fn amount(&self, amount: rust_decimal::Decimal) -> Cell {
        Cell::Amount {
            amount: fixed(amount, self.books.base_currency.decimals),
            currency: None,
            link: None,
        }
    }

    /// An amount in base currency that leads to the postings behind it.
    pub(crate) fn posted_amount(
        &self,
        amount: rust_decimal::Decimal,
        account: Key,
        subledger: Option<Key>,
        period: Period,
    ) -> Cell {
        let link = Link::Postings {
            account,
            subledger,
            period,
        };
        rows::linked(self.amount(amount), link)
    }

    /// An amount in a currency; none means the base currency.
    pub(crate) fn amount_in(&self, currency: Option<Key>, amount: rust_decimal::Decimal) -> Cell {
        let Some(currency) = currency else {
            return self.amount(amount);
        };
        Cell::Amount {
            amount: fixed(amount, self.books.decimals(Some(currency))),
            currency: Some(self.currency_code(currency)),
            link: None,
        }
    }

    /// The code of a foreign currency; its key where it has no record.
    pub(crate) fn currency_code(&self, currency: Key) -> String {
        let found = self.books.foreign_currency(currency);
        found.map_or_else(|| currency.to_string(), |it| it.code.clone())
    }

    /// The foreign currency of what stands under an account.
    pub(crate) fn currency_of(&self, subledger: Key) -> Option<Key> {
        self.books.subledger(subledger).and_then(|(_, own)| own)
    }

    /// The label of a customer or supplier; of nobody named.
    pub(crate) fn party_label(&self, party: Option<Key>) -> Label {
        match party {
            Some(party) => self.subledger_label(party),
            None => rows::coded("nothing-named"),
        }
    }

    /// Sorts parties by name; nobody named comes last.
    pub(crate) fn party_order(&self, party: Option<Key>) -> (bool, String, Option<Key>) {
        let name = party.and_then(|party| self.books.subledger(party));
        let name = name.map_or("", |(name, _)| name.trim());
        (party.is_none(), name.to_owned(), party)
    }

    /// The label of an account.
    pub(crate) fn account_label(&self, account: Key) -> Label {
        let place = self.chart.place(account);
        Label {
            name: Name::Account(place.name),
            code: place.code,
            link: None,
        }
    }

    /// The label of what stands under an account, leading to its record.
    pub(crate) fn subledger_label(&self, key: Key) -> Label {
        let name = self.books.subledger(key).map(|(name, _)| name);
        let name = name.filter(|name| !name.trim().is_empty());
        Label {
            name: Name::Own(name.map_or_else(|| key.to_string(), str::to_owned)),
            code: self.subledger_code(key).to_owned(),
            link: Some(Link::Record(key)),
        }
    }

    fn subledger_code(&self, key: Key) -> &str {
        let party = self.books.parties.get(&key).map(|it| &it.code);
        let bank = || self.books.bank_accounts.get(&key).map(|it| &it.code);
        let item = || self.books.items.get(&key).map(|it| &it.code);
        let holding = || self.books.holdings.get(&key).map(|it| &it.code);
        party
            .or_else(bank)
            .or_else(item)
            .or_else(holding)
            .map_or("", String::as_str)
    }

    /// The label of a tax code, leading to its record.
    pub(crate) fn tax_code_label(&self, key: Key) -> Label {
        let name = self.books.tax_codes.get(&key).map(|it| it.name.trim());
        let name = name.filter(|name| !name.is_empty());
        Label {
            name: Name::Own(name.map_or_else(|| key.to_string(), str::to_owned)),
            code: String::new(),
            link: Some(Link::Record(key)),
        }
    }

    /// The finished report, with the remarks that concern every report before its own.
    pub(crate) fn table(
        &self,
        name: &'static str,
        columns: Vec<Column>,
        rows: Vec<ReportRow>,
        own_remarks: Vec<Remark>,
    ) -> Result<ReportTable, FiguresError> {
        let mut remarks = remarks::of_figures(self.figures, self.options.period.to)?;
        remarks.extend(own_remarks);
        Ok(ReportTable {
            name,
            period: self.options.period,
            about: None,
            currency: self.books.base_currency.code.clone(),
            columns,
            rows,
            remarks,
        })
    }
}

/// The name of an account or group as a name in a report.
pub(crate) fn account_name(name: &AccountName) -> Name {
    Name::Account(name.clone())
}
