//! Kept postings: they come back as they were, sums and filters agree with them, and they go with
//! a unit of work that fails (SPEC-posting.md, 15).

use super::sample::{key, opened};
use super::{Ground, Outcome};
use crate::{Business, PostedDocument, PostedMark, Reader, StoreError};
use jiff::civil::{Date, date};
use ledger::{
    DocumentHead, Grouping, HeadFilter, NotPosted, Posting, PostingFilter, Sums, SuspenseReason,
    TaxRole, TaxShare, codes,
};

/// A document with two postings, the numbers of its keys following from its own.
fn document(number: u64, day: Date, amount: i64) -> PostedDocument {
    let posting = |place: u64, amount: i64| Posting {
        date: day,
        account: key(100 + place),
        subledger: (place == 1).then(|| key(200 + number % 2)),
        amount: rust_decimal::Decimal::new(amount, 2),
        own_currency: (place == 1).then(|| (key(300), rust_decimal::Decimal::new(amount, 3))),
        document: key(number),
        document_kind: key(400),
        line: usize::try_from(place).ok(),
        description: if place == 1 { "Line" } else { "Heading" }.to_owned(),
        contact: Some(key(200 + number % 2)),
        invoice: (place == 1).then(|| key(number)),
        tax: (place == 2).then(|| TaxShare {
            code: key(500),
            role: TaxRole::Tax(3),
            is_sale: true,
        }),
        quantity: (place == 2).then(|| rust_decimal::Decimal::new(15, 1)),
        division: (place == 2).then(|| key(600)),
    };
    PostedDocument {
        head: Some(DocumentHead {
            document: key(number),
            kind: key(400),
            date: Some(day),
            due_date: None,
            reference: format!("R-{number}"),
            contact: Some(key(200 + number % 2)),
            bank_account: None,
            description: "Heading".to_owned(),
            currency: Some(key(300)),
            total: Some(rust_decimal::Decimal::new(amount, 2)),
        }),
        postings: vec![posting(1, amount), posting(2, -amount)],
        suspense: vec![SuspenseReason {
            document: key(number),
            kind: key(400),
            date: day,
            line: Some(1),
            code: codes::RATE_UNKNOWN,
            arguments: vec![
                ("currency", "XXX".to_owned()),
                ("amount", "1.50".to_owned()),
            ],
            amount: rust_decimal::Decimal::ZERO,
        }],
        not_posted: Vec::new(),
        names: vec![key(number + 1)],
    }
}

fn mark(sequence: u64) -> PostedMark {
    PostedMark {
        sequence,
        rules: "rules of the test".to_owned(),
        earliest: Some(date(2026, 1, 31)),
    }
}

/// Keeps these documents under their numbers.
fn keep(business: &dyn Business, documents: &[(u64, &PostedDocument)]) -> Result<(), StoreError> {
    business.write(&mut |unit| {
        for (number, document) in documents {
            unit.put_posted(key(*number), document)?;
        }
        unit.set_posted_mark(&mark(1))
    })
}

fn postings(reader: &dyn Reader, filter: &PostingFilter) -> Result<Vec<Posting>, StoreError> {
    let mut found = Vec::new();
    reader.each_posting(filter, &mut |posting| {
        found.push(posting.clone());
        Ok(())
    })?;
    Ok(found)
}

/// Sums as the ledger itself adds up.
fn added_up(postings: &[Posting], by: Grouping) -> Vec<ledger::Sum> {
    let mut sums = Sums::new(by);
    postings.iter().for_each(|posting| sums.add(posting));
    sums.finish()
}

/// Every field of every part, after opening again.
pub fn kept_postings_come_back_as_they_were(ground: &dyn Ground) -> Outcome {
    let first = document(1, date(2026, 1, 31), 12_345);
    let second = document(2, date(2026, 2, 1), -5);
    {
        let (_store, business) = opened(ground)?;
        assert_eq!(business.read()?.posted_mark()?, None);
        keep(business.as_ref(), &[(2, &second), (1, &first)])?;
    }
    let store = ground.open()?;
    let entries = store.businesses()?;
    let business = store.open(entries.first().ok_or("a business")?.key)?;
    let reader = business.read()?;
    assert_eq!(reader.posted_mark()?, Some(mark(1)));
    let both = [first.postings.clone(), second.postings.clone()].concat();
    assert_eq!(postings(&*reader, &PostingFilter::default())?, both);
    assert_eq!(reader.document_head(key(1))?, first.head);
    assert_eq!(reader.document_head(key(9))?, None);
    let reasons = [first.suspense.clone(), second.suspense.clone()].concat();
    assert_eq!(reader.suspense_reasons(None)?, reasons);
    assert_eq!(
        reader.suspense_reasons(Some(date(2026, 1, 31)))?,
        first.suspense
    );
    assert_eq!(reader.documents_naming(key(2))?, [key(1)]);
    assert_eq!(reader.documents_naming(key(9))?, []);
    Ok(())
}

/// A document is replaced whole, and nothing of what it was is counted.
pub fn keeping_a_document_again_replaces_it(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let (old, new) = (
        document(1, date(2026, 1, 31), 700),
        document(1, date(2026, 3, 1), 3),
    );
    let other = document(2, date(2026, 1, 31), 50);
    keep(business.as_ref(), &[(1, &old), (2, &other)])?;
    keep(business.as_ref(), &[(1, &new)])?;
    let left = [other.postings.clone(), new.postings.clone()].concat();
    let reader = business.read()?;
    assert_eq!(postings(&*reader, &PostingFilter::default())?, left);
    let by = Grouping {
        subledger: true,
        month: true,
        ..Grouping::default()
    };
    let sums = reader.posting_sums(&PostingFilter::default(), by)?;
    assert_eq!(sums, added_up(&left, by));
    drop(reader);
    // What is nothing any more leaves nothing behind.
    keep(
        business.as_ref(),
        &[
            (1, &PostedDocument::default()),
            (2, &PostedDocument::default()),
        ],
    )?;
    let reader = business.read()?;
    assert!(
        reader
            .posting_sums(&PostingFilter::default(), by)?
            .is_empty()
    );
    assert_eq!(reader.document_head(key(1))?, None);
    assert!(reader.suspense_reasons(None)?.is_empty());
    Ok(())
}

/// Filters of every sort, each of which admits something.
fn sample_filters() -> [PostingFilter; 8] {
    let until = |day| PostingFilter::until(Some(day));
    [
        until(date(2026, 1, 31)),
        until(date(2026, 2, 9)),
        PostingFilter::between(Some(date(2026, 1, 16)), Some(date(2026, 3, 4))),
        PostingFilter {
            accounts: Some(vec![key(101), key(999)]),
            ..until(date(2026, 2, 28))
        },
        PostingFilter {
            subledger: Some(key(201)),
            ..PostingFilter::default()
        },
        PostingFilter {
            invoice: Some(key(2)),
            ..PostingFilter::default()
        },
        PostingFilter {
            tax_code: Some(key(500)),
            division: Some(key(600)),
            ..until(date(2026, 2, 10))
        },
        PostingFilter {
            document: Some(key(3)),
            ..PostingFilter::default()
        },
    ]
}

/// Each filter gives the postings that it admits, and sums of just those.
pub fn filters_of_postings_give_what_they_admit(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let days = [
        date(2026, 1, 15),
        date(2026, 1, 31),
        date(2026, 2, 10),
        date(2026, 3, 5),
    ];
    let documents: Vec<(u64, PostedDocument)> = (1..)
        .zip(days)
        .map(|(number, day)| (number, document(number, day, 100)))
        .collect();
    let kept: Vec<(u64, &PostedDocument)> =
        documents.iter().map(|(number, it)| (*number, it)).collect();
    keep(business.as_ref(), &kept)?;
    let all: Vec<Posting> = documents
        .iter()
        .flat_map(|(_, it)| it.postings.clone())
        .collect();
    let filters = sample_filters();
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let by_all = Grouping {
        subledger: true,
        invoice: true,
        tax: true,
        month: true,
        kind: true,
    };
    let reader = business.read()?;
    for filter in &filters {
        let admitted: Vec<Posting> = all.iter().filter(|it| filter.admits(it)).cloned().collect();
        assert!(!admitted.is_empty(), "{filter:?}");
        assert_eq!(postings(&*reader, filter)?, admitted, "{filter:?}");
        for by in [Grouping::default(), by, by_all] {
            assert_eq!(
                reader.posting_sums(filter, by)?,
                added_up(&admitted, by),
                "{filter:?}"
            );
        }
    }
    let heads = HeadFilter {
        kinds: Some(vec![key(400)]),
        contact: Some(key(201)),
        to: Some(date(2026, 2, 10)),
        ..HeadFilter::default()
    };
    let mut found = Vec::new();
    reader.each_document_head(&heads, &mut |head| {
        found.push(head.document);
        Ok(())
    })?;
    assert_eq!(found, [key(1), key(3)]);
    Ok(())
}

/// Postings are kept with the rest of a unit of work, or not at all; clearing leaves nothing.
pub fn kept_postings_go_with_their_unit_of_work(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let not_posted = PostedDocument {
        not_posted: vec![NotPosted {
            document: key(1),
            kind: key(400),
            code: codes::DATE_MISSING,
        }],
        ..PostedDocument::default()
    };
    let failed = business.write(&mut |unit| {
        unit.put_posted(key(1), &not_posted)?;
        unit.set_posted_mark(&mark(1))?;
        Err(StoreError::engine("stop", "for the test"))
    });
    assert!(failed.is_err());
    assert_eq!(business.read()?.posted_mark()?, None);
    assert!(business.read()?.documents_not_posted()?.is_empty());
    keep(business.as_ref(), &[(1, &not_posted)])?;
    assert_eq!(
        business.read()?.documents_not_posted()?,
        not_posted.not_posted
    );
    business.write(&mut |unit| unit.clear_posted())?;
    assert_eq!(business.read()?.posted_mark()?, None);
    assert!(business.read()?.documents_not_posted()?.is_empty());
    Ok(())
}
