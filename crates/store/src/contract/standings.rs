//! How single invoices stand: kept, replaced and asked for one by one, with the sums of lists that
//! follow (SPEC-posting.md, 15.12).

use super::sample::{key, opened};
use super::{Ground, Outcome};
use crate::{Business, PostedDocument, PostedMark, StoreError, UnitOfWork};
use books::Key;
use jiff::civil::{Date, date};
use ledger::{Allocations, InvoiceStanding, Owed, Posting, Unallocated};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Whose invoices these are.
const OWED: Owed = Owed::ByCustomers;

fn customer() -> Key {
    key(200)
}

/// An invoice of a day in November.
fn invoice(number: u64, day: i8, open: i64) -> InvoiceStanding {
    InvoiceStanding {
        invoice: key(number),
        contact: customer(),
        account: key(300),
        date: in_november(day),
        due_date: Some(date(2026, 12, 1)),
        reference: format!("R-{number}"),
        is_headed: true,
        currency: None,
        total: Decimal::new(10_000, 2),
        total_base: Decimal::new(10_000, 2),
        settlements: Vec::new(),
        open: Decimal::new(open, 2),
        open_base: Decimal::new(open, 2),
    }
}

fn in_november(day: i8) -> Date {
    date(2026, 11, day)
}

/// A prepayment of which so much is left.
fn prepayment(left: i64) -> Unallocated {
    Unallocated {
        document: key(50),
        kind: key(401),
        contact: customer(),
        account: key(300),
        date: in_november(1),
        currency: None,
        amount: Decimal::new(-left, 2),
        base: Decimal::new(-left, 2),
    }
}

/// The posting of an invoice under its customer.
fn posted(invoice: &InvoiceStanding) -> PostedDocument {
    PostedDocument {
        postings: vec![Posting {
            date: invoice.date,
            account: invoice.account,
            subledger: Some(invoice.contact),
            amount: invoice.total,
            own_currency: None,
            document: invoice.invoice,
            document_kind: OWED.invoice_kind(),
            line: None,
            description: String::new(),
            contact: Some(invoice.contact),
            invoice: Some(invoice.invoice),
            tax: None,
            quantity: None,
            division: None,
        }],
        ..PostedDocument::default()
    }
}

/// Keeps these invoices and what no invoice took, with the postings of the invoices.
fn keep(
    business: &dyn Business,
    invoices: Vec<InvoiceStanding>,
    unallocated: Vec<Unallocated>,
) -> Result<(), StoreError> {
    let all = Allocations {
        invoices,
        unallocated,
    };
    business.write(&mut |unit| {
        for invoice in &all.invoices {
            unit.put_posted(invoice.invoice, &posted(invoice))?;
        }
        unit.put_settled(OWED, customer(), &all)?;
        marked(unit)
    })
}

fn marked(unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
    unit.set_posted_mark(&PostedMark {
        sequence: 1,
        rules: "rules of the test".to_owned(),
        earliest: None,
    })
}

/// Replaces one invoice by another, or by none.
fn replace(
    business: &dyn Business,
    kept: Option<&InvoiceStanding>,
    now: Option<&InvoiceStanding>,
) -> Result<(), StoreError> {
    business.write(&mut |unit| {
        if let Some(standings) = unit.standings() {
            standings.replace(OWED, customer(), kept, now)?;
        }
        marked(unit)
    })
}

/// Whether nothing reaches an invoice of this day, but for these.
fn no_credit_reaches(business: &dyn Business, day: i8, except: &[u64]) -> Result<bool, StoreError> {
    let except: BTreeSet<Key> = except.iter().map(|number| key(*number)).collect();
    let mut said = false;
    business.write(&mut |unit| {
        if let Some(standings) = unit.standings() {
            let day = in_november(day);
            said = standings.no_credit_reaches(OWED, customer(), day, &except)?;
        }
        Ok(())
    })?;
    Ok(said)
}

/// Whether the store keeps invoices one by one; where it does not there is nothing to ask.
fn keeps_them(business: &dyn Business) -> Result<bool, StoreError> {
    let mut keeps = false;
    business.write(&mut |unit| {
        keeps = unit.standings().is_some();
        Ok(())
    })?;
    Ok(keeps)
}

/// One invoice is replaced, and the others, the list's sums and what no invoice took stay theirs.
pub fn one_invoice_is_replaced_and_no_other(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    if !keeps_them(business)? {
        return Ok(());
    }
    let (first, second) = (invoice(1, 1, 0), invoice(2, 2, 4_000));
    keep(
        business,
        vec![first.clone(), second.clone()],
        vec![prepayment(5)],
    )?;
    let paid = invoice(2, 2, 0);
    replace(business, Some(&second), Some(&paid))?;
    let third = InvoiceStanding {
        due_date: None,
        ..invoice(3, 3, 2_500)
    };
    replace(business, None, Some(&third))?;
    let mut kept = Vec::new();
    business.write(&mut |unit| {
        if let Some(standings) = unit.standings() {
            for number in 1..=4 {
                kept.push(standings.kept(OWED, customer(), key(number))?);
            }
            // Of another customer, and of a supplier, nothing is kept under the same key.
            kept.push(standings.kept(OWED, key(201), key(1))?);
            kept.push(standings.kept(Owed::ToSuppliers, customer(), key(1))?);
        }
        Ok(())
    })?;
    let all = [Some(first.clone()), Some(paid), Some(third.clone())];
    assert_eq!(kept[..3], all);
    assert_eq!(kept[3..], [None, None, None]);
    replace(business, Some(&first), None)?;
    let reader = business.read()?;
    let settled = reader.kept_settled(OWED, Some(customer()), false)?;
    let numbers: Vec<Key> = settled.invoices.iter().map(|it| it.invoice).collect();
    assert_eq!(numbers, [key(2), key(3)]);
    assert_eq!(settled.unallocated, [prepayment(5)]);
    let open = reader.kept_settled(OWED, None, true)?;
    assert_eq!(open.invoices, [third]);
    let sums = reader.list_sums(OWED.invoice_kind())?;
    let owed: Decimal = sums.open.values().sum();
    assert_eq!(owed, Decimal::new(2_500, 2));
    Ok(())
}

/// What names no invoice reaches one, unless an earlier one is owed or there is nothing of it.
pub fn what_reaches_an_invoice_is_seen(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    if !keeps_them(business)? {
        return Ok(());
    }
    let both = || vec![invoice(1, 1, 100), invoice(2, 5, 100)];
    keep(business, both(), vec![prepayment(5)])?;
    assert!(no_credit_reaches(business, 2, &[])?, "the first is owed");
    assert!(
        !no_credit_reaches(business, 1, &[])?,
        "none is owed before, and something is left"
    );
    keep(business, both(), Vec::new())?;
    assert!(
        !no_credit_reaches(business, 1, &[])?,
        "another one is there"
    );
    assert!(!no_credit_reaches(business, 1, &[1])?, "a later one is");
    assert!(no_credit_reaches(business, 1, &[1, 2])?);
    // Overpaid, it is not owed; owed in base currency alone, it is not owed either.
    let overpaid = vec![invoice(1, 1, -100)];
    keep(business, overpaid, vec![prepayment(5)])?;
    assert!(!no_credit_reaches(business, 2, &[])?);
    let rate = InvoiceStanding {
        open: Decimal::ZERO,
        ..invoice(1, 1, 100)
    };
    keep(business, vec![rate], vec![prepayment(5)])?;
    assert!(!no_credit_reaches(business, 2, &[])?);
    // What raises what is owed is no credit.
    keep(business, vec![invoice(1, 1, 0)], vec![prepayment(-5)])?;
    assert!(no_credit_reaches(business, 3, &[2])?);
    Ok(())
}
