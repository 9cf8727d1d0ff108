//! How much of each invoice and note counts on the cash basis (SPEC-reports.md, 2.3 to 2.5).

use crate::amounts::{add, less};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use ledger::arithmetic::ratio;
use ledger::{Figures, FiguresError, Grouping, Owed, Posting, PostingFilter, Sum, Sums};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The documents that count as far as they are settled; all others count on their date.
const SETTLED_KINDS: [Key; 4] = [
    kinds::SALES_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::PURCHASE_INVOICE,
    kinds::DEBIT_NOTE,
];

/// The sums of everything up to the last day of a filter, with invoices and notes as far as they
/// are settled on that day. Foreign amounts and quantities are left out.
pub(crate) fn settled_sums(
    figures: &dyn Figures,
    filter: &PostingFilter,
    by: Grouping,
) -> Result<Vec<Sum>, FiguresError> {
    let mut sums = Sums::new(by);
    let by_kind = Grouping { kind: true, ..by };
    for mut sum in figures.sums(filter, by_kind)? {
        if !sum.kind.is_some_and(|kind| SETTLED_KINDS.contains(&kind)) {
            sum.currency = None;
            sum.own_amount = Decimal::ZERO;
            sum.quantity = Decimal::ZERO;
            sums.add_sum(&sum);
        }
    }
    let shares = Shares::read(figures, filter.to)?;
    let mut document: Vec<Posting> = Vec::new();
    let mut count = |document: &mut Vec<Posting>| -> Result<(), FiguresError> {
        shares.scale(figures.books(), document)?;
        for posting in document.drain(..).filter(|it| filter.admits(it)) {
            sums.add(&posting);
        }
        Ok(())
    };
    // All postings of a document are needed for its share, whichever of them are asked for; they
    // come one after the other.
    figures.each_posting(&PostingFilter::until(filter.to), &mut |posting| {
        if !SETTLED_KINDS.contains(&posting.document_kind) {
            return Ok(());
        }
        if document
            .last()
            .is_some_and(|it| it.document != posting.document)
        {
            count(&mut document)?;
        }
        document.push(posting.clone());
        Ok(())
    })?;
    count(&mut document)?;
    Ok(sums.finish())
}

/// What is not settled of each document on a day, in the currency of its customer or supplier.
struct Shares {
    open: BTreeMap<Key, Decimal>,
    accounts: [(Owed, Vec<Key>); 2],
}

impl Shares {
    fn read(figures: &dyn Figures, as_at: Option<Date>) -> Result<Self, FiguresError> {
        let mut open: BTreeMap<Key, Decimal> = BTreeMap::new();
        let sides = [Owed::ByCustomers, Owed::ToSuppliers];
        for owed in sides {
            let all = ledger::allocations(figures, owed, None, as_at)?;
            for invoice in all.invoices {
                add(open.entry(invoice.invoice).or_default(), invoice.open);
            }
            for rest in all.unallocated {
                add(open.entry(rest.document).or_default(), rest.amount);
            }
        }
        let accounts = sides.map(|owed| (owed, owed.accounts(figures.books())));
        Ok(Self { open, accounts })
    }

    /// Brings the postings of one document down to the part that is settled.
    fn scale(&self, books: &Books, document: &mut [Posting]) -> Result<(), FiguresError> {
        let Some(first) = document.first() else {
            return Ok(());
        };
        let total = self.total(books, document);
        let open = self.open.get(&first.document).copied();
        let settled = settled(total, open.unwrap_or_default());
        let mut left = Decimal::ZERO;
        let mut last = None;
        let mut last_other = None;
        for (number, posting) in document.iter_mut().enumerate() {
            posting.own_currency = None;
            posting.quantity = None;
            if total != settled {
                posting.amount = share(books, posting.amount, settled, total)?;
            }
            add(&mut left, posting.amount);
            if !posting.amount.is_zero() {
                last = Some(number);
                if self.owed(posting.account).is_none() {
                    last_other = last;
                }
            }
        }
        // The customer's or supplier's side is exact; the last of the others takes the rounding.
        let last = last_other.or(last);
        if let Some(posting) = last.and_then(|number| document.get_mut(number)) {
            posting.amount = less(posting.amount, left);
        }
        Ok(())
    }

    /// What the document came to under its customer or supplier, as what it raises.
    fn total(&self, books: &Books, document: &[Posting]) -> Decimal {
        let mut total = Decimal::ZERO;
        for posting in document {
            let (Some(owed), Some(contact)) = (self.owed(posting.account), posting.subledger)
            else {
                continue;
            };
            let currency = books.subledger(contact).and_then(|(_, currency)| currency);
            let amount = match (currency, posting.own_currency) {
                (None, _) => posting.amount,
                (Some(wanted), Some((currency, own))) if currency == wanted => own,
                (Some(_), _) => Decimal::ZERO,
            };
            add(&mut total, crate::open_amounts::raises(owed, amount));
        }
        total
    }

    fn owed(&self, account: Key) -> Option<Owed> {
        let found = self
            .accounts
            .iter()
            .find(|(_, accounts)| accounts.contains(&account));
        found.map(|(owed, _)| *owed)
    }
}

/// What is settled of a total of which so much is open: never less than nothing, and never more
/// than all. A total of zero is settled.
fn settled(total: Decimal, open: Decimal) -> Decimal {
    let settled = less(total, open);
    if total.is_sign_negative() {
        settled.clamp(total, Decimal::ZERO)
    } else {
        settled.clamp(Decimal::ZERO, total)
    }
}

/// The amount × settled ÷ total, rounded once to the base currency's decimals.
fn share(
    books: &Books,
    amount: Decimal,
    settled: Decimal,
    total: Decimal,
) -> Result<Decimal, FiguresError> {
    if settled.is_zero() || amount.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let decimals = books.base_currency.decimals;
    let share = ratio(&[amount, settled], total, decimals);
    share.map_err(|error| FiguresError(Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_all_and_no_less_than_nothing_is_settled() {
        let d = |number: i64| Decimal::new(number, 2);
        assert_eq!(settled(d(100), d(30)), d(70));
        assert_eq!(settled(d(100), d(-30)), d(100));
        assert_eq!(settled(d(100), d(130)), d(0));
        assert_eq!(settled(d(-100), d(-30)), d(-70));
        assert_eq!(settled(d(-100), d(30)), d(-100));
        assert_eq!(settled(d(0), d(0)), d(0));
    }
}
