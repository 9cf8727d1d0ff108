//! What a document posts, as a small table: account, debit, credit; and the totals of a list.
//!
//! Only what can bear on the document is read: the chart, parties, items, rates and settings, the
//! document itself, and the documents that it names. The postings of all documents together are
//! for the reports.

use super::names::{Names, date_of};
use crate::reports::suspense::named_reason_text;
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, FieldValue, decode, references};
use jiff::civil::Date;
use ledger::{Ledger, NotPosted, Posting, PostingFilter, SuspenseReason};
use maud::{Markup, html};
use pages::Locale;
use pages::tables::{Column, cell, folds, labelled_amount_cell, panel, table};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use store::StoreError;

/// Kinds of which a business has very many; of these only named documents are read.
const MANY: &[Key] = &[
    kinds::SALES_INVOICE,
    kinds::PURCHASE_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::DEBIT_NOTE,
    kinds::RECEIPT,
    kinds::PAYMENT,
    kinds::INTER_ACCOUNT_TRANSFER,
    kinds::JOURNAL_ENTRY,
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::DELIVERY_NOTE,
    kinds::GOODS_RECEIPT,
    kinds::PAYSLIP,
    kinds::EXPENSE_CLAIM,
    kinds::BILLABLE_TIME,
    kinds::ATTACHMENT,
];

/// Kinds that make postings in this version.
const POSTING: &[Key] = &[
    kinds::SALES_INVOICE,
    kinds::PURCHASE_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::DEBIT_NOTE,
    kinds::RECEIPT,
    kinds::PAYMENT,
    kinds::INTER_ACCOUNT_TRANSFER,
    kinds::JOURNAL_ENTRY,
];

/// The section of a document as it stands in the books now, with what its stock cost; nothing for
/// records that make no postings.
pub(super) fn kept_section(names: &Names<'_>, object: &Object) -> Result<Markup, StoreError> {
    let kept = figures::open(names.reader())?;
    let filter = PostingFilter {
        document: Some(object.key),
        ..PostingFilter::default()
    };
    let mut postings = Vec::new();
    kept.each_posting(&filter, &mut |posting| {
        postings.push(posting.clone());
        Ok(())
    })?;
    if postings.is_empty() && !POSTING.contains(&object.content_type) {
        return Ok(html! {});
    }
    let suspense = kept.suspense(None)?;
    let not_posted = kept.not_posted()?;
    let reasons = reasons(names, object.key, &suspense, &not_posted)?;
    let postings: Vec<&Posting> = postings.iter().collect();
    shown_section(names, &reasons, &postings)
}

/// The section of a document as it once was; nothing for records that make no postings.
pub(super) fn section(names: &Names<'_>, object: &Object) -> Result<Markup, StoreError> {
    if !POSTING.contains(&object.content_type) {
        return Ok(html! {});
    }
    let ledger = ledger_of(names, std::slice::from_ref(object))?;
    let postings: Vec<&Posting> = ledger
        .postings
        .iter()
        .filter(|posting| posting.document == object.key)
        .collect();
    let (suspense, not_posted) = (&ledger.suspense, &ledger.not_posted);
    let reasons = reasons(names, object.key, suspense, not_posted)?;
    shown_section(names, &reasons, &postings)
}

/// Why a document, or a part of it, is not where it should be; records by what they are called.
fn reasons(
    names: &Names<'_>,
    document: Key,
    suspense: &[SuspenseReason],
    not_posted: &[NotPosted],
) -> Result<Vec<String>, StoreError> {
    let mut texts = Vec::new();
    for reason in suspense.iter().filter(|it| it.document == document) {
        texts.push(named_reason_text(names, reason.code, &reason.arguments)?);
    }
    for reason in not_posted.iter().filter(|it| it.document == document) {
        texts.push(named_reason_text(names, reason.code, &[])?);
    }
    Ok(texts)
}

fn shown_section(
    names: &Names<'_>,
    reasons: &[String],
    postings: &[&Posting],
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let content = html! {
        @for reason in reasons { p .field-error { (reason) } }
        @if postings.is_empty() {
            p .muted { (locale.text("record-not-posted")) }
        } @else {
            (posting_table(names, postings)?)
        }
    };
    Ok(panel(&locale.text("record-postings"), content))
}

fn posting_table(names: &Names<'_>, postings: &[&Posting]) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let decimals = names.decimals()?;
    let [debit_label, credit_label] = ["report-debit", "report-credit"].map(|it| locale.text(it));
    let shown = |amount: Decimal| {
        if amount.is_zero() {
            String::new()
        } else {
            locale.amount(amount, decimals)
        }
    };
    let (mut debits, mut credits) = (Decimal::ZERO, Decimal::ZERO);
    let mut rows = Vec::with_capacity(postings.len());
    for posting in postings {
        // Stock that moves without an amount of its own: its cost follows from all of the books.
        if posting.amount.is_zero() {
            continue;
        }
        let debit = posting.amount.max(Decimal::ZERO);
        let credit = (-posting.amount).max(Decimal::ZERO);
        debits = debits.saturating_add(debit);
        credits = credits.saturating_add(credit);
        let under = match posting.subledger {
            Some(key) => Some(names.link(key)?),
            None => None,
        };
        rows.push(html! {
            tr {
                (cell(html! {
                    (names.link(posting.account)?)
                    @if let Some(under) = &under { " · " (under) }
                }))
                (labelled_amount_cell(&debit_label, &shown(debit)))
                (labelled_amount_cell(&credit_label, &shown(credit)))
            }
        });
    }
    let totals = html! {
        tr {
            th scope="row" { (locale.text("word-total")) }
            (labelled_amount_cell(&debit_label, &locale.amount(debits, decimals)))
            (labelled_amount_cell(&credit_label, &locale.amount(credits, decimals)))
        }
    };
    let columns = [
        Column::words(locale.text("report-account")),
        Column::amounts(debit_label),
        Column::amounts(credit_label),
    ];
    let heading = locale.text("record-postings");
    let table = folds(table(&heading, &columns, &rows, Some(&totals)));
    Ok(html! { div .folds-lines { (table) } })
}

/// What the heading of a document says, as an email names it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heading {
    /// Its number; empty when it has none.
    pub(crate) reference: String,
    /// Its date.
    pub(crate) date: Option<Date>,
    /// When it is to be paid.
    pub(crate) due_date: Option<Date>,
    /// What it comes to, with its currency, in the reader's language.
    pub(crate) total: Option<String>,
}

/// The heading of a document.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn heading(names: &Names<'_>, object: &Object) -> Result<Heading, StoreError> {
    let books = books_of(names, std::slice::from_ref(object))?;
    let ledger = ledger::post(&books);
    let head = ledger
        .heads
        .into_iter()
        .find(|head| head.document == object.key);
    let Some(head) = head else {
        return Ok(Heading {
            reference: text_of(object, "Reference"),
            date: date_of(object),
            ..Heading::default()
        });
    };
    let foreign = head
        .currency
        .and_then(|key| books.foreign_currencies.get(&key));
    let currency = foreign.unwrap_or(&books.base_currency);
    let total = head
        .total
        .map(|total| with_currency(names.locale, total, currency.decimals, &currency.code));
    Ok(Heading {
        reference: head.reference,
        date: head.date,
        due_date: head.due_date,
        total,
    })
}

/// An amount with the code of its currency before it.
pub(crate) fn with_currency(locale: Locale, amount: Decimal, decimals: u32, code: &str) -> String {
    let amount = locale.amount(amount, decimals);
    if code.is_empty() {
        amount
    } else {
        // A space that does not break: the code belongs to the amount.
        format!("{code}\u{a0}{amount}")
    }
}

/// The text of a field by its English name; empty where there is none.
fn text_of(object: &Object, name: &str) -> String {
    let record = decode(object.content_type, &object.content).ok();
    interchange::spec(object.content_type)
        .and_then(|spec| spec.field_by_name(name))
        .and_then(|field| record.as_ref()?.value(field.number))
        .and_then(FieldValue::text)
        .unwrap_or_default()
        .to_owned()
}

/// The ledger of these documents and of what they depend on.
fn ledger_of(names: &Names<'_>, documents: &[Object]) -> Result<Ledger, StoreError> {
    Ok(ledger::post(&books_of(names, documents)?))
}

/// The books of these documents and of what they depend on.
fn books_of(names: &Names<'_>, documents: &[Object]) -> Result<Books, StoreError> {
    let mut reader = BooksReader::new();
    for (content_type, _) in names.reader().object_counts()? {
        if MANY.contains(&content_type) {
            continue;
        }
        names
            .reader()
            .each_object(Some(content_type), &mut |object| {
                reader.add(&object);
                Ok(())
            })?;
    }
    let mut seen: BTreeSet<Key> = documents.iter().map(|document| document.key).collect();
    documents.iter().for_each(|document| reader.add(document));
    for key in documents.iter().flat_map(named_documents) {
        if seen.insert(key)
            && let Some(named) = names.reader().object(key)?
            && MANY.contains(&named.content_type)
        {
            reader.add(&named);
        }
    }
    Ok(reader.finish().0)
}

/// The records that a document names.
fn named_documents(object: &Object) -> Vec<Key> {
    decode(object.content_type, &object.content).map_or_else(
        |_| Vec::new(),
        |record| {
            references(object.content_type, &record)
                .into_iter()
                .map(|(_, key)| key)
                .collect()
        },
    )
}
