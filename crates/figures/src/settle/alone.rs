//! Settles single invoices anew, where nothing of all the others with a customer or supplier can
//! have changed (SPEC-posting.md, 15.12).
//!
//! What names no invoice goes to the oldest open ones, so that in general one change moves all.
//! It moves none but the invoices it names when all that names none was used up before it came to
//! them, before the change as after it. What is kept shows that in most cases; where it does not,
//! the customer or supplier is worked out as a whole.

use super::Owing;
use books::{Books, Key};
use jiff::civil::Date;
use ledger::{DocumentHead, InvoiceStanding, Named, Owed, Posting, PostingFilter, by_names};
use std::collections::{BTreeMap, BTreeSet};
use store::{StoreError, UnitOfWork};

/// More invoices than these, and the customer or supplier as a whole is as quick.
const INVOICES_COUNT_MAX: usize = 100;

/// A customer or supplier, and what changed under it.
pub struct Alone<'a> {
    pub books: &'a Books,
    pub owed: Owed,
    /// The control accounts.
    pub accounts: &'a [Key],
    pub contact: Key,
    /// The documents that changed, as they were.
    pub changed: &'a BTreeMap<Key, Owing>,
}

/// What is kept of an invoice, and how it stands now.
type Replacement = (Option<InvoiceStanding>, Option<InvoiceStanding>);

impl Alone<'_> {
    /// Settles these invoices, which are all that changed documents name or named. Says no, with
    /// nothing kept, when others may have changed with them.
    pub fn settle(
        &self,
        unit: &mut dyn UnitOfWork,
        invoices: &BTreeSet<Key>,
    ) -> Result<bool, StoreError> {
        if invoices.len() > INVOICES_COUNT_MAX || unit.standings().is_none() {
            return Ok(false);
        }
        let mut replacements = Vec::new();
        for &invoice in invoices {
            let Some(replacement) = self.replacement(unit, invoice, invoices)? else {
                return Ok(false);
            };
            replacements.push(replacement);
        }
        for (kept, now) in &replacements {
            if let Some(standings) = unit.standings() {
                standings.replace(self.owed, self.contact, kept.as_ref(), now.as_ref())?;
            }
        }
        Ok(true)
    }

    /// How an invoice stands now; none when others may have changed with it.
    fn replacement(
        &self,
        unit: &mut dyn UnitOfWork,
        invoice: Key,
        invoices: &BTreeSet<Key>,
    ) -> Result<Option<Replacement>, StoreError> {
        let postings = self.naming(unit, invoice)?;
        let head = unit.document_head(invoice)?;
        let now = self.named(invoice, &postings, head.as_ref());
        let before = self.named_before(invoice, postings, head);
        let kept = match unit.standings() {
            Some(standings) => standings.kept(self.owed, self.contact, invoice)?,
            None => return Ok(None),
        };
        // Something that names no invoice has settled it, or how it stood is not known.
        if now == Named::Elsewhere || !is_same(&before, kept.as_ref()) {
            return Ok(None);
        }
        let Named::Here(now) = now else {
            return Ok(Some((kept, None)));
        };
        let was_left = kept.as_ref().filter(|it| is_owed(it));
        // Everything was used up before it came to this one, and still comes to it no sooner.
        let is_behind = was_left.is_some_and(|was| position(was) <= position(&now));
        if is_owed(&now) && !is_behind {
            let is_reached = match unit.standings() {
                Some(it) => !it.no_credit_reaches(self.owed, self.contact, now.date, invoices)?,
                None => true,
            };
            if is_reached {
                return Ok(None);
            }
        }
        Ok(Some((kept, Some(now))))
    }

    fn named(&self, invoice: Key, postings: &[Posting], head: Option<&DocumentHead>) -> Named {
        let place = (self.contact, invoice);
        by_names(self.owed, self.books, place, postings, head)
    }

    /// How the invoice stood by what named it before the change.
    fn named_before(&self, invoice: Key, now: Vec<Posting>, head: Option<DocumentHead>) -> Named {
        let mut postings = now;
        postings.retain(|it| !self.changed.contains_key(&it.document));
        let gone = self.changed.values().flat_map(|owing| &owing.postings);
        let gone = gone.filter(|(owed, it)| *owed == self.owed && self.is_named(it, invoice));
        postings.extend(gone.map(|(_, posting)| posting.clone()));
        let head = match self.changed.get(&invoice) {
            Some(owing) => owing.head.clone(),
            None => head,
        };
        self.named(invoice, &postings, head.as_ref())
    }

    /// The postings under the contact that name an invoice. Asked for by the invoice alone, of
    /// which there are few; whoever has very many invoices has very many postings.
    fn naming(&self, unit: &dyn UnitOfWork, invoice: Key) -> Result<Vec<Posting>, StoreError> {
        let filter = PostingFilter {
            invoice: Some(invoice),
            ..PostingFilter::default()
        };
        let mut found = Vec::new();
        unit.each_posting(&filter, &mut |posting| {
            if self.is_named(posting, invoice) && self.accounts.contains(&posting.account) {
                found.push(posting.clone());
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn is_named(&self, posting: &Posting, invoice: Key) -> bool {
        posting.subledger == Some(self.contact) && posting.invoice == Some(invoice)
    }
}

/// Whether what is kept of an invoice is what names it, and nothing else.
fn is_same(named: &Named, kept: Option<&InvoiceStanding>) -> bool {
    match (named, kept) {
        (Named::Nothing, None) => true,
        (Named::Here(named), Some(kept)) => {
            (named.total, named.open, named.open_base) == (kept.total, kept.open, kept.open_base)
        }
        _ => false,
    }
}

/// Whether what names no invoice would settle it.
fn is_owed(standing: &InvoiceStanding) -> bool {
    !standing.open.is_zero() && standing.open.is_sign_positive()
}

/// What names no invoice goes to the oldest.
fn position(standing: &InvoiceStanding) -> (Date, &str, Key) {
    (standing.date, &standing.reference, standing.invoice)
}
