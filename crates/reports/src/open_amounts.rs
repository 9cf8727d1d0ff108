//! What is open between the business and its customers or suppliers, invoice by invoice.
//!
//! Which invoice an amount belongs to, the postings say; this only reads it.

use crate::amounts::add;
use crate::control::Control;
use crate::frame::Frame;
use books::Key;
use jiff::civil::Date;
use ledger::arithmetic::negated;
use ledger::{DocumentHead, FiguresError, Grouping, HeadFilter, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// An amount in base currency, and in the party's own where that is another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Open {
    /// In base currency.
    pub(crate) base: Decimal,
    /// In the party's currency; zero when that is the base currency.
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

    /// The amount in the party's currency.
    pub(crate) const fn in_own(&self, currency: Option<Key>) -> Decimal {
        match currency {
            Some(_) => self.own,
            None => self.base,
        }
    }
}

/// What is open with one party; positive is owed to us by customers, by us to suppliers.
#[derive(Debug, Clone, Default)]
pub(crate) struct OfParty {
    /// Open invoices with their headings.
    pub(crate) invoices: Vec<(DocumentHead, Open)>,
    /// What settles no invoice.
    pub(crate) unallocated: Open,
}

impl OfParty {
    /// The balance with the party.
    pub(crate) fn balance(&self) -> Open {
        let mut balance = self.unallocated;
        for (_, open) in &self.invoices {
            balance.add(*open);
        }
        balance
    }
}

/// Parties with something open; nobody named comes as nothing.
pub(crate) type Parties = BTreeMap<Option<Key>, OfParty>;

/// What is open with all parties of a control account as at the day asked for, or with one.
pub(crate) fn open_amounts(
    frame: &Frame<'_>,
    control: Control,
    about: Option<Key>,
) -> Result<Parties, FiguresError> {
    let open = open_by_invoice(frame, control, about)?;
    let mut heads = read_heads(frame, control, &open)?;
    let mut parties = Parties::new();
    for ((party, invoice), amount) in open {
        let of = parties.entry(party).or_default();
        match invoice.and_then(|invoice| heads.remove(&invoice)) {
            Some(head) => of.invoices.push((head, amount)),
            None => of.unallocated.add(amount),
        }
    }
    for of in parties.values_mut() {
        of.invoices
            .sort_by_key(|(head, _)| (due(head), head.date, head.document));
    }
    Ok(parties)
}

/// The day from which an invoice is late: its due date, else its own.
pub(crate) fn due(head: &DocumentHead) -> Option<Date> {
    head.due_date.or(head.date)
}

type ByInvoice = BTreeMap<(Option<Key>, Option<Key>), Open>;

fn open_by_invoice(
    frame: &Frame<'_>,
    control: Control,
    about: Option<Key>,
) -> Result<ByInvoice, FiguresError> {
    let filter = PostingFilter {
        accounts: Some(control.all(frame.books)),
        subledger: about,
        ..PostingFilter::until(frame.options.period.to)
    };
    let by = Grouping {
        subledger: true,
        invoice: true,
        ..Grouping::default()
    };
    let mut open = ByInvoice::new();
    for sum in frame.figures.sums(&filter, by)? {
        let currency = sum.subledger.and_then(|key| frame.currency_of(key));
        let is_own = currency.is_some() && sum.currency == currency;
        let own = if is_own {
            sum.own_amount
        } else {
            Decimal::ZERO
        };
        let amount = Open {
            base: control.owed(sum.amount),
            own: control.owed(own),
        };
        open.entry((sum.subledger, sum.invoice))
            .or_default()
            .add(amount);
    }
    open.retain(|_, amount| !amount.is_zero());
    Ok(open)
}

/// The headings of open invoices only: of paid ones there are many more.
fn read_heads(
    frame: &Frame<'_>,
    control: Control,
    open: &ByInvoice,
) -> Result<BTreeMap<Key, DocumentHead>, FiguresError> {
    let wanted: std::collections::BTreeSet<Key> =
        open.keys().filter_map(|(_, invoice)| *invoice).collect();
    let mut heads = BTreeMap::new();
    let filter = HeadFilter {
        kinds: Some(control.invoice_kinds().to_vec()),
        ..HeadFilter::default()
    };
    frame.figures.each_head(&filter, &mut |head| {
        if wanted.contains(&head.document) {
            heads.insert(head.document, head.clone());
        }
        Ok(())
    })?;
    Ok(heads)
}

impl Control {
    /// A balance, debit positive, as what is owed: to us by customers, by us to suppliers.
    pub(crate) fn owed(self, balance: Decimal) -> Decimal {
        match self {
            Self::Payable => negated(balance),
            Self::Receivable | Self::Cash | Self::Inventory => balance,
        }
    }
}
