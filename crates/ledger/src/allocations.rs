//! What settles what: how much of each invoice is open, and what nobody has allocated yet
//! (SPEC-posting.md, 17). Lists, ageing, statements and the cash basis all ask here.

mod naming;
mod settling;
mod share_out;

use crate::{Figures, FiguresError, Grouping, HeadFilter, Posting, PostingFilter};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;
use share_out::Entry;
use std::collections::BTreeSet;

pub use naming::{Named, by_names};
pub use settling::Settling;

/// Whom amounts are owed by or to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owed {
    /// By customers: a debit raises what is owed.
    ByCustomers,
    /// To suppliers: a credit raises what is owed.
    ToSuppliers,
}

/// An amount that settles an invoice, or raises it when below zero (a fee for paying late).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// The receipt, payment, note, journal entry … that settles.
    pub by: Key,
    /// Its kind.
    pub kind: Key,
    /// The later of its date and that of the invoice.
    pub date: Date,
    /// In the currency of the customer or supplier.
    pub amount: Decimal,
    /// In base currency, at the rate of the document that settles.
    pub base: Decimal,
    /// The document named no invoice, and this was the oldest open one.
    pub is_automatic: bool,
}

/// How far an invoice is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceStatus {
    /// Nothing is open.
    Paid,
    /// More was paid than was owed.
    Overpaid,
    /// Something is open and past due by so many days.
    Overdue(i64),
    /// Something was paid, and what is open is not past due.
    PartPaid,
    /// Nothing was paid yet, and nothing is past due.
    Unpaid,
}

impl InvoiceStatus {
    /// How far an invoice over a total is paid, of which an amount is open, seen from a day.
    pub fn of(total: Decimal, open: Decimal, due: Date, today: Date) -> Self {
        if open.is_zero() {
            return Self::Paid;
        }
        if open.is_sign_negative() != total.is_sign_negative() {
            return Self::Overpaid;
        }
        if due < today {
            let days = today
                .since(due)
                .map_or(0, |span| i64::from(span.get_days()));
            return Self::Overdue(days);
        }
        if open == total {
            Self::Unpaid
        } else {
            Self::PartPaid
        }
    }

    /// A stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Overpaid => "overpaid",
            Self::Overdue(_) => "overdue",
            Self::PartPaid => "part-paid",
            Self::Unpaid => "unpaid",
        }
    }
}

/// An invoice and what has settled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceStanding {
    /// The invoice.
    pub invoice: Key,
    /// The customer or supplier.
    pub contact: Key,
    /// The control account.
    pub account: Key,
    /// The issue date.
    pub date: Date,
    /// When it is to be paid.
    pub due_date: Option<Date>,
    /// Its reference, which may be empty.
    pub reference: String,
    /// Its heading names the contact; else only a line of it stands under the contact, and it has
    /// neither due date nor reference here.
    pub is_headed: bool,
    /// The foreign currency of the amounts; none means the base currency.
    pub currency: Option<Key>,
    /// What the invoice itself raised what is owed by.
    pub total: Decimal,
    /// The same in base currency.
    pub total_base: Decimal,
    /// What settled it, in the order in which it did.
    pub settlements: Vec<Settlement>,
    /// What is still owed; below zero when overpaid.
    pub open: Decimal,
    /// What is still owed in base currency, as it was posted: what a rate that moved has left
    /// over stands here too, until SPEC-posting.md, 18 takes it to gains and losses.
    pub open_base: Decimal,
}

impl InvoiceStanding {
    /// How far it is paid, seen from a day.
    pub fn status(&self, today: Date) -> InvoiceStatus {
        let due = self.due_date.unwrap_or(self.date);
        InvoiceStatus::of(self.total, self.open, due, today)
    }

    /// Whether something of it is open in either currency.
    pub const fn is_open(&self) -> bool {
        !self.open.is_zero() || !self.open_base.is_zero()
    }
}

/// What stands under a customer or supplier and settles no invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unallocated {
    /// The document that left it.
    pub document: Key,
    /// Its kind.
    pub kind: Key,
    /// The customer or supplier.
    pub contact: Key,
    /// The control account.
    pub account: Key,
    /// The date.
    pub date: Date,
    /// The foreign currency of the amount; none means the base currency.
    pub currency: Option<Key>,
    /// What it raises what is owed by; below zero for a prepayment or credit.
    pub amount: Decimal,
    /// The same in base currency.
    pub base: Decimal,
}

/// Everything that is owed, by invoice, and what is not allocated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allocations {
    /// The invoices by contact, date, reference and key, paid ones included.
    pub invoices: Vec<InvoiceStanding>,
    /// The rest, by contact, date and document.
    pub unallocated: Vec<Unallocated>,
}

/// What is owed as at a day, of one customer or supplier or of all. Amounts of invoices and the
/// rest together are the balance under the control accounts.
///
/// # Errors
/// When the figures cannot be read.
pub fn allocations(
    figures: &dyn Figures,
    owed: Owed,
    contact: Option<Key>,
    as_at: Option<Date>,
) -> Result<Allocations, FiguresError> {
    let books = figures.books();
    let mut settling = Settling::new(owed, books);
    let filter = PostingFilter {
        to: as_at,
        accounts: Some(settling.accounts.clone()),
        subledger: contact,
        ..PostingFilter::default()
    };
    figures.each_dealing(&filter, &mut |posting| {
        settling.add_posting(books, posting);
        Ok(())
    })?;
    let filter = HeadFilter {
        kinds: Some(vec![owed.invoice_kind()]),
        contact,
        from: None,
        to: as_at,
    };
    figures.each_head_in_any_order(&filter, &mut |head| {
        settling.add_head(head);
        Ok(())
    })?;
    let mut all = Allocations::default();
    settling.share_out(
        books,
        &mut |invoice| Ok(figures.head(invoice)?.is_some()),
        &mut |_, of_contact| {
            all.invoices.extend(of_contact.invoices);
            all.unallocated.extend(of_contact.unallocated);
            Ok(())
        },
    )?;
    Ok(all)
}

/// What is open as at a day: as [`allocations`], without the invoices that are paid and without
/// what settled the others. Where what is open now is kept, only the customers or suppliers with
/// later postings are worked out (SPEC-posting.md, 17.7).
///
/// # Errors
/// When the figures cannot be read.
pub fn open_allocations(
    figures: &dyn Figures,
    owed: Owed,
    contact: Option<Key>,
    as_at: Option<Date>,
) -> Result<Allocations, FiguresError> {
    let later = contacts_after(figures, owed, contact, as_at)?;
    if later.len() <= LATER_CONTACTS_COUNT_MAX
        && let Some(mut kept) = figures.open_now(owed, contact)?
    {
        kept.invoices.retain(|it| !later.contains(&it.contact));
        kept.unallocated.retain(|it| !later.contains(&it.contact));
        for &contact in &later {
            let of_contact = allocations(figures, owed, Some(contact), as_at)?.only_open();
            kept.invoices.extend(of_contact.invoices);
            kept.unallocated.extend(of_contact.unallocated);
        }
        // Each contact stands in one piece and in its own order.
        kept.invoices.sort_by_key(|it| it.contact);
        kept.unallocated.sort_by_key(|it| it.contact);
        return Ok(kept);
    }
    Ok(allocations(figures, owed, contact, as_at)?.only_open())
}

/// More contacts with later postings than these, and everything is worked out.
const LATER_CONTACTS_COUNT_MAX: usize = 100;

/// The customers or suppliers with postings after a day.
fn contacts_after(
    figures: &dyn Figures,
    owed: Owed,
    contact: Option<Key>,
    as_at: Option<Date>,
) -> Result<BTreeSet<Key>, FiguresError> {
    // After the last day of the calendar there is none.
    let Some(from) = as_at.and_then(|day| day.tomorrow().ok()) else {
        return Ok(BTreeSet::new());
    };
    let filter = PostingFilter {
        from: Some(from),
        accounts: Some(owed.accounts(figures.books())),
        subledger: contact,
        ..PostingFilter::default()
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let sums = figures.sums(&filter, by)?.into_iter();
    Ok(sums.filter_map(|sum| sum.subledger).collect())
}

impl Allocations {
    /// Without paid invoices and without what settled the others.
    fn only_open(mut self) -> Self {
        self.invoices.retain(InvoiceStanding::is_open);
        for standing in &mut self.invoices {
            standing.settlements.clear();
        }
        self
    }
}

impl Owed {
    /// The kind of invoice that raises what is owed.
    pub const fn invoice_kind(self) -> Key {
        match self {
            Self::ByCustomers => kinds::SALES_INVOICE,
            Self::ToSuppliers => kinds::PURCHASE_INVOICE,
        }
    }

    /// The control accounts: the built-in one and the custom ones of its kind.
    pub fn accounts(self, books: &Books) -> Vec<Key> {
        let (built_in, custom) = match self {
            Self::ByCustomers => (
                kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS,
            ),
            Self::ToSuppliers => (
                kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
                kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS,
            ),
        };
        let customs = books.accounts.values().filter(|it| it.kind == custom);
        let customs = customs.map(|it| it.key).filter(|&key| key != custom);
        std::iter::once(built_in).chain(customs).collect()
    }

    /// A posting as what it raises what is owed by.
    fn entry(self, posting: &Posting, currency: Option<Key>) -> Entry {
        let own = match (currency, posting.own_currency) {
            (None, _) => posting.amount,
            (Some(currency), Some((of, own))) if of == currency => own,
            // What the document does not say in the currency of the party is not known in it.
            (Some(_), _) => Decimal::ZERO,
        };
        let signed = |amount: Decimal| match self {
            Self::ByCustomers => amount,
            Self::ToSuppliers => crate::arithmetic::negated(amount),
        };
        Entry {
            document: posting.document,
            kind: posting.document_kind,
            account: posting.account,
            date: posting.date,
            amount: signed(own),
            base: signed(posting.amount),
        }
    }
}
