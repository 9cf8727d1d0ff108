//! What is open between the business and its customers or suppliers, invoice by invoice.
//!
//! Which invoice an amount settles, [`ledger::open_allocations`] says; this puts its answer in the
//! order of the reports and gives it the headings of the documents.

use crate::amounts::{add, less};
use crate::frame::Frame;
use books::Key;
use jiff::civil::Date;
use ledger::arithmetic::ratio;
use ledger::{DocumentHead, FiguresError, Grouping, InvoiceStanding, Owed, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// An amount in base currency, and in the party's own; the same where that is the base currency.
/// Positive is owed to us by customers, by us to suppliers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Open {
    /// In base currency.
    pub(crate) base: Decimal,
    /// In the party's currency.
    pub(crate) own: Decimal,
}

impl Open {
    /// Adds another one's amounts.
    pub(crate) fn add(&mut self, other: Self) {
        add(&mut self.base, other.base);
        add(&mut self.own, other.own);
    }

    /// Whether nothing is open in either currency.
    pub(crate) const fn is_zero(&self) -> bool {
        self.base.is_zero() && self.own.is_zero()
    }
}

/// An invoice of which something is open.
#[derive(Debug, Clone)]
pub(crate) struct OpenInvoice {
    /// The invoice, without what settled it.
    pub(crate) standing: InvoiceStanding,
    /// What is open.
    pub(crate) open: Open,
}

impl OpenInvoice {
    /// The day after which it is late: its due date, else its own.
    pub(crate) fn due(&self) -> Date {
        self.standing.due_date.unwrap_or(self.standing.date)
    }
}

/// What is open with one party.
#[derive(Debug, Clone, Default)]
pub(crate) struct OfParty {
    /// Open invoices by due date.
    pub(crate) invoices: Vec<OpenInvoice>,
    /// What settles no invoice.
    pub(crate) unallocated: Open,
}

impl OfParty {
    /// The balance with the party.
    pub(crate) fn balance(&self) -> Open {
        let mut balance = self.unallocated;
        for invoice in &self.invoices {
            balance.add(invoice.open);
        }
        balance
    }
}

/// Parties with something open; nobody named comes as nothing.
pub(crate) type Parties = BTreeMap<Option<Key>, OfParty>;

/// What is open with all parties.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenAmounts {
    /// By party.
    pub(crate) parties: Parties,
    /// What settling at another rate than invoices arose at has left in base currency: the parties
    /// are without it, so their amounts less this are what was posted.
    pub(crate) realised: Decimal,
}

/// What is open with all parties as at the day asked for, or with one.
pub(crate) fn open_amounts(
    frame: &Frame<'_>,
    owed: Owed,
    about: Option<Key>,
) -> Result<OpenAmounts, FiguresError> {
    let as_at = frame.options.period.to;
    let all = ledger::open_allocations(frame.figures, owed, about, as_at)?;
    let mut parties = Parties::new();
    let mut realised = Decimal::ZERO;
    for standing in all.invoices {
        let open = Open {
            base: carried(frame, &standing)?,
            own: standing.open,
        };
        add(&mut realised, less(open.base, standing.open_base));
        if !open.is_zero() {
            let of = parties.entry(Some(standing.contact)).or_default();
            of.invoices.push(OpenInvoice { standing, open });
        }
    }
    for rest in all.unallocated {
        let of = parties.entry(Some(rest.contact)).or_default();
        of.unallocated.add(Open {
            base: rest.base,
            own: rest.amount,
        });
    }
    if about.is_none() {
        of_nobody(frame, owed, &mut parties)?;
    }
    for of in parties.values_mut() {
        of.invoices
            .sort_by_key(|it| (it.due(), it.standing.date, it.standing.invoice));
    }
    parties.retain(|_, of| !of.invoices.is_empty() || !of.unallocated.is_zero());
    Ok(OpenAmounts { parties, realised })
}

/// What is open of an invoice at the rate that the invoice arose at.
fn carried(frame: &Frame<'_>, standing: &InvoiceStanding) -> Result<Decimal, FiguresError> {
    if standing.currency.is_none() || standing.total.is_zero() {
        return Ok(standing.open_base);
    }
    if standing.open == standing.total {
        return Ok(standing.total_base);
    }
    let decimals = frame.books.base_currency.decimals;
    let carried = ratio(
        &[standing.total_base, standing.open],
        standing.total,
        decimals,
    );
    carried.map_err(|error| FiguresError(Box::new(error)))
}

/// What stands on the control accounts and under nobody: it is part of their balance.
fn of_nobody(frame: &Frame<'_>, owed: Owed, parties: &mut Parties) -> Result<(), FiguresError> {
    let filter = PostingFilter {
        accounts: Some(owed.accounts(frame.books)),
        ..PostingFilter::until(frame.options.period.to)
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    for sum in frame.figures.sums(&filter, by)? {
        if sum.subledger.is_none() {
            let amount = raises(owed, sum.amount);
            parties.entry(None).or_default().unallocated.add(Open {
                base: amount,
                own: amount,
            });
        }
    }
    Ok(())
}

/// A debit as what it raises what is owed by.
pub(crate) fn raises(owed: Owed, debit: Decimal) -> Decimal {
    match owed {
        Owed::ByCustomers => debit,
        Owed::ToSuppliers => ledger::arithmetic::negated(debit),
    }
}

/// The kind of an invoice, where its heading is known.
pub(crate) fn kind_of(head: Option<&DocumentHead>, owed: Owed) -> Key {
    head.map_or(owed.invoice_kind(), |head| head.kind)
}
