//! What the documents that are named come to on each side.
//!
//! The business answers out of what it keeps. Of the file the settings are read once more, and
//! beside them only the documents that are named: all the others are passed over.

use super::records::KindDifference;
use super::unreadable;
use crate::BackupError;
use crate::source::{FileSource, Source};
use books::documents::{POSTED_KINDS, UNTYPED_KINDS};
use books::{Books, Key, kinds};
use interchange::BooksReader;
use ledger::{DocumentHead, Figures};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of documents with a heading that make no postings.
const HEADED_KINDS: [Key; 6] = [
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::DELIVERY_NOTE,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::GOODS_RECEIPT,
];

/// Fills in dates, currencies and amounts of what is named.
pub(super) fn tell_amounts(
    differences: &mut [KindDifference],
    source: &FileSource<'_>,
    figures: &dyn Figures,
) -> Result<(), BackupError> {
    let mut named: BTreeSet<Key> = BTreeSet::new();
    for difference in differences.iter_mut() {
        if is_document(difference.kind) {
            named.extend(difference.each_named().map(|named| named.key));
        }
    }
    if named.is_empty() {
        return Ok(());
    }
    let (books, heads) = heads_in_file(source, &named)?;
    for difference in differences.iter_mut() {
        for named in difference.each_named() {
            let live = figures.head(named.key).map_err(unreadable)?;
            for (head, books, is_file) in [
                (heads.get(&named.key), &books, true),
                (live.as_ref(), figures.books(), false),
            ] {
                let Some(head) = head else { continue };
                named.date = head.date.or(named.date);
                named.currency = currency(head, books);
                *(if is_file {
                    &mut named.in_file
                } else {
                    &mut named.in_business
                }) = head.total;
            }
        }
    }
    Ok(())
}

fn is_document(kind: Key) -> bool {
    POSTED_KINDS.contains(&kind) || HEADED_KINDS.contains(&kind)
}

fn currency(head: &DocumentHead, books: &Books) -> String {
    let foreign = head
        .currency
        .and_then(|key| books.foreign_currencies.get(&key));
    foreign.map_or_else(String::new, |currency| currency.code.clone())
}

/// The headings of these documents, posted with the settings of the file and nothing else.
fn heads_in_file(
    source: &FileSource<'_>,
    wanted: &BTreeSet<Key>,
) -> Result<(Books, BTreeMap<Key, DocumentHead>), BackupError> {
    let mut reader = BooksReader::new();
    source.each_object(&mut |object| {
        let kind = object.content_type;
        let passed_over =
            is_document(kind) || UNTYPED_KINDS.contains(&kind) || kind == kinds::ATTACHMENT;
        if wanted.contains(&object.key) || !passed_over {
            reader.add(&object);
        }
        Ok(())
    })?;
    let (books, _) = reader.finish();
    let heads = ledger::post(&books).heads.into_iter();
    let heads = heads
        .filter(|head| wanted.contains(&head.document))
        .map(|head| (head.document, head))
        .collect();
    Ok((books, heads))
}
