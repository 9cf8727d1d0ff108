//! Documents posted part by part, each with the invoices it names.

use crate::BackupError;
use crate::source::Source;
use books::documents::InvoiceKind;
use books::{Books, Key, Object};
use interchange::{BooksReader, ReadFinding};
use jiff::civil::Date;
use ledger::{
    DocumentHead, Figures, FiguresError, Grouping, HeadFilter, NotPosted, Posting, PostingFilter,
    Sum, Sums, SuspenseReason, Visit,
};
use std::collections::BTreeSet;

/// By what the trial balance asks for sums.
const BY: Grouping = Grouping {
    subledger: true,
    invoice: false,
    tax: false,
    month: false,
    kind: false,
};

/// The sums of what was posted so far.
pub(super) struct Parts<'s> {
    source: &'s dyn Source,
    settings: &'s Books,
    sums: Sums,
    earliest: Option<Date>,
    findings: Vec<ReadFinding>,
}

impl<'s> Parts<'s> {
    pub(super) fn new(source: &'s dyn Source, settings: &'s Books) -> Self {
        Self {
            source,
            settings,
            sums: Sums::new(BY),
            earliest: None,
            findings: Vec::new(),
        }
    }

    /// The date of the earliest document so far.
    pub(super) fn earliest(&self) -> Option<Date> {
        self.earliest
    }

    /// Posts these documents, of books that begin at `earliest` where that matters.
    pub(super) fn post(
        &mut self,
        documents: &[Object],
        earliest: Option<Date>,
    ) -> Result<(), BackupError> {
        let mut reader = BooksReader::continuing(self.settings.clone());
        documents.iter().for_each(|document| reader.add(document));
        let (mut books, findings) = reader.finish();
        self.findings.extend(findings);
        self.earliest = books.earliest_date().into_iter().chain(self.earliest).min();
        let others = self.named_elsewhere(&books, documents)?;
        if !others.is_empty() {
            let mut reader = BooksReader::continuing(books);
            others.iter().for_each(|invoice| reader.add(invoice));
            books = reader.finish().0;
        }
        books.earliest_elsewhere = earliest;
        let others: BTreeSet<Key> = others.into_iter().map(|invoice| invoice.key).collect();
        let ledger = ledger::post(&books);
        let postings = ledger.postings.iter();
        postings
            .filter(|posting| !others.contains(&posting.document))
            .for_each(|posting| self.sums.add(posting));
        Ok(())
    }

    /// The invoices that documents in these books name and that are not among them.
    fn named_elsewhere(
        &self,
        books: &Books,
        documents: &[Object],
    ) -> Result<Vec<Object>, BackupError> {
        let here: BTreeSet<Key> = documents.iter().map(|document| document.key).collect();
        let mut found = Vec::new();
        for key in ledger::invoices_named(books).difference(&here) {
            let object = self.source.object(*key)?;
            found.extend(object.filter(|object| is_invoice(object.content_type)));
        }
        Ok(found)
    }

    pub(super) fn finish(self) -> (Vec<Sum>, Vec<ReadFinding>) {
        (self.sums.finish(), self.findings)
    }
}

fn is_invoice(kind: Key) -> bool {
    [
        InvoiceKind::SalesInvoice,
        InvoiceKind::PurchaseInvoice,
        InvoiceKind::CreditNote,
        InvoiceKind::DebitNote,
    ]
    .iter()
    .any(|it| it.key() == kind)
}

/// The settings and the sums: enough for a trial balance without foreign currencies.
pub(super) struct Gathered {
    settings: Books,
    sums: Vec<Sum>,
}

impl Gathered {
    pub(super) fn new(settings: Books, sums: Vec<Sum>) -> Self {
        Self { settings, sums }
    }
}

/// Nothing but the sums was kept: whoever asks for more must post in one go.
fn not_kept<T>() -> Result<T, FiguresError> {
    Err(FiguresError("only sums were kept".into()))
}

impl Figures for Gathered {
    fn books(&self) -> &Books {
        &self.settings
    }

    fn sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, FiguresError> {
        if *filter != PostingFilter::default() || by != BY {
            return not_kept();
        }
        Ok(self.sums.clone())
    }

    fn each_posting(&self, _: &PostingFilter, _: Visit<'_, Posting>) -> Result<(), FiguresError> {
        not_kept()
    }

    fn head(&self, _: Key) -> Result<Option<DocumentHead>, FiguresError> {
        not_kept()
    }

    fn each_head(&self, _: &HeadFilter, _: Visit<'_, DocumentHead>) -> Result<(), FiguresError> {
        not_kept()
    }

    fn suspense(&self, _: Option<Date>) -> Result<Vec<SuspenseReason>, FiguresError> {
        not_kept()
    }

    fn not_posted(&self) -> Result<Vec<NotPosted>, FiguresError> {
        not_kept()
    }
}
