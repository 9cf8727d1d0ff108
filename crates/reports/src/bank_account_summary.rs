//! The bank account summary: what came into and went out of each bank and cash account
//! (SPEC-reports.md, 3.12).

use crate::amounts::{add, fixed};
use crate::control::Control;
use crate::frame::Frame;
use crate::general_ledger_summary::Movement;
use crate::report_table::{Cell, ReportRow, ReportTable, RowKind};
use crate::revaluation::{Adjustment, adjustments_before, adjustments_within};
use crate::rows::{amount_column, coded, row};
use crate::{Basis, ReportOptions};
use books::{Key, kinds};
use ledger::{Figures, FiguresError, Grouping, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "bank-account-summary";

/// One account in base currency, and in its own where that is another.
#[derive(Debug, Default)]
struct OfAccount {
    base: Movement,
    /// What it gained in the period by rates alone, in base currency.
    gained: Decimal,
    own: BTreeMap<Key, Movement>,
}

type Accounts = BTreeMap<Option<Key>, OfAccount>;

/// What came into and went out of each bank and cash account.
///
/// # Errors
/// When the figures cannot be read.
pub fn bank_account_summary(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut accounts: Vec<(Option<Key>, OfAccount)> = read(&frame)?.into_iter().collect();
    accounts.sort_by_cached_key(|(key, _)| sort_key(&frame, *key));
    // The column of gains is there where there is something in it.
    let has_gains = accounts.iter().any(|(_, of)| !of.gained.is_zero());
    let mut rows = Vec::new();
    let mut total = OfAccount::default();
    for (key, of) in &accounts {
        total.base.add(&of.base);
        add(&mut total.gained, of.gained);
        let label = frame.party_label(*key);
        let amounts = amounts(&of.base, of.gained, has_gains);
        let cells = amounts.iter().map(|amount| posted(&frame, *key, *amount));
        rows.push(row(RowKind::Line, 0, label, cells.collect()));
        for (currency, movement) in &of.own {
            let own = amounts_of_own(movement, has_gains);
            rows.push(own_currency_row(&frame, *currency, &own));
        }
    }
    let amounts = amounts(&total.base, total.gained, has_gains);
    let cells = amounts.iter().map(|amount| frame.amount(*amount));
    let label = coded("total");
    rows.push(row(RowKind::GrandTotal, 0, label, cells.collect()));
    let mut columns = ["opening-balance", "money-in", "money-out"].to_vec();
    if has_gains {
        columns.push("exchange-differences");
    }
    columns.push("closing-balance");
    let columns = columns.into_iter().map(amount_column).collect();
    frame.table(NAME, columns, rows, Vec::new())
}

/// An amount of an account that leads to its postings.
fn posted(frame: &Frame<'_>, key: Option<Key>, amount: Decimal) -> Cell {
    match key {
        Some(key) => {
            let account = kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT;
            frame.posted_amount(amount, account, Some(key), frame.options.period)
        }
        None => frame.amount(amount),
    }
}

/// The amounts of a row in the order of the columns.
fn amounts(movement: &Movement, gained: Decimal, has_gains: bool) -> Vec<Decimal> {
    let mut amounts = vec![movement.opening, movement.debit, movement.credit];
    if has_gains {
        amounts.push(gained);
    }
    let mut closing = movement.closing();
    add(&mut closing, gained);
    amounts.push(closing);
    amounts
}

/// In its own currency nothing gains by rates.
fn amounts_of_own(movement: &Movement, has_gains: bool) -> Vec<Decimal> {
    amounts(movement, Decimal::ZERO, has_gains)
}

/// By code, then name; what names nothing comes last.
fn sort_key(frame: &Frame<'_>, key: Option<Key>) -> (bool, String, String, Option<Key>) {
    let bank = key.and_then(|key| frame.books.bank_accounts.get(&key));
    let code = bank.map_or_else(String::new, |bank| bank.code.clone());
    let name = bank.map_or_else(String::new, |bank| bank.name.clone());
    (key.is_none(), code, name, key)
}

fn read(frame: &Frame<'_>) -> Result<Accounts, FiguresError> {
    let period = frame.options.period;
    let cash = Control::Cash.all(frame.books);
    let filter = PostingFilter {
        accounts: Some(cash.clone()),
        subledger: frame.options.about,
        ..PostingFilter::between(period.from, period.to)
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let mut accounts = Accounts::new();
    for sum in frame.sums_before(period, by, filter.clone())? {
        let of = accounts.entry(sum.subledger).or_default();
        add(&mut of.base.opening, sum.amount);
        if let Some(currency) = sum.currency {
            let own = of.own.entry(currency).or_default();
            add(&mut own.opening, sum.own_amount);
        }
    }
    // Money in and money out are told apart by the postings themselves.
    frame.figures.each_posting(&filter, &mut |posting| {
        let of = accounts.entry(posting.subledger).or_default();
        of.base.count(posting.amount);
        if let Some((currency, amount)) = posting.own_currency {
            of.own.entry(currency).or_default().count(amount);
        }
        Ok(())
    })?;
    count_gains(frame, &cash, &mut accounts)?;
    if frame.options.shows_zero {
        for bank in frame.books.bank_accounts.keys() {
            accounts.entry(Some(*bank)).or_default();
        }
    } else {
        accounts.retain(|_, of| !of.is_zero());
    }
    Ok(accounts)
}

/// Counts what foreign accounts gained before the period and in it.
fn count_gains(
    frame: &Frame<'_>,
    cash: &[Key],
    accounts: &mut Accounts,
) -> Result<(), FiguresError> {
    let (figures, period) = (frame.figures, frame.options.period);
    let about = frame.options.about;
    let wanted =
        |it: &&Adjustment| cash.contains(&it.account) && (about.is_none() || about == it.subledger);
    let before = adjustments_before(figures, period, Basis::Accrual)?;
    for it in before.iter().filter(wanted) {
        let of = accounts.entry(it.subledger).or_default();
        add(&mut of.base.opening, it.amount);
    }
    let within = adjustments_within(figures, period, Basis::Accrual)?;
    for it in within.iter().filter(wanted) {
        add(
            &mut accounts.entry(it.subledger).or_default().gained,
            it.amount,
        );
    }
    Ok(())
}

impl OfAccount {
    fn is_zero(&self) -> bool {
        self.base.is_zero() && self.gained.is_zero() && self.own.values().all(Movement::is_zero)
    }
}

/// Amounts in a foreign currency, below the row with the same in base currency.
pub(crate) fn own_currency_row(frame: &Frame<'_>, currency: Key, amounts: &[Decimal]) -> ReportRow {
    let decimals = frame.books.decimals(Some(currency));
    let code = frame.currency_code(currency);
    let cells = amounts.iter().map(|amount| Cell::Amount {
        amount: fixed(*amount, decimals),
        currency: Some(code.clone()),
        link: None,
    });
    row(RowKind::Line, 1, coded("own-currency"), cells.collect())
}
