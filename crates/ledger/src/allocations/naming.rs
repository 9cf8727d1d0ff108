//! How one invoice stands by what names it alone, for whoever knows that nothing else reaches it
//! (SPEC-posting.md, 15.12).

use super::share_out::{Heading, standing};
use super::{InvoiceStanding, Owed};
use crate::{DocumentHead, Posting};
use books::{Books, Key};

/// What comes of the postings under a customer or supplier that name one invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// There are none.
    Nothing,
    /// The invoice is not among them: whether they settle others depends on where it is.
    Elsewhere,
    /// The invoice with them.
    Here(InvoiceStanding),
}

impl Named {
    /// The invoice with what names it.
    pub const fn standing(&self) -> Option<&InvoiceStanding> {
        match self {
            Self::Here(standing) => Some(standing),
            Self::Nothing | Self::Elsewhere => None,
        }
    }
}

/// Adds up what names an invoice: as [`allocations`](super::allocations) before anything that names
/// none is shared out. The postings are all those on the control accounts of `owed` under the
/// contact that name the invoice, those of one document in their order; `head` is the heading of
/// the invoice.
pub fn by_names(
    owed: Owed,
    books: &Books,
    (contact, invoice): (Key, Key),
    postings: &[Posting],
    head: Option<&DocumentHead>,
) -> Named {
    if postings.is_empty() {
        return Named::Nothing;
    }
    let currency = books.subledger(contact).and_then(|(_, currency)| currency);
    let entries = postings.iter().map(|it| owed.entry(it, currency));
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by_key(|entry| (entry.date, entry.kind, entry.document));
    let head = head.filter(|it| it.kind == owed.invoice_kind() && it.contact == Some(contact));
    let head = head.map(Heading::of);
    standing(invoice, contact, currency, &entries, head.as_ref())
        .map_or(Named::Elsewhere, Named::Here)
}
