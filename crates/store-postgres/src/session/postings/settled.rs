//! What settles what, as rows (SPEC-posting.md, 15.8), and documents as lists show them.

use super::{HEADS_OF, Holder, Session, amount_at, day_at, head_of};
use crate::session::{Writing, key_at, optional_key_at, text_at, to_count, to_signed};
use crate::values::{Day, Id};
use books::Key;
use ledger::{Allocations, InvoiceStanding, Owed, Unallocated};
use postgres::Row;
use postgres::types::ToSql;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::{ListPart, ListSums, Listed, ListedStanding, StoreError, VisitRef};

/// How it is written in the column `owed`.
pub const fn number_of(owed: Owed) -> i16 {
    match owed {
        Owed::ByCustomers => 0,
        Owed::ToSuppliers => 1,
    }
}

/// Whose invoices a kind is; a number that no row has where it is nobody's.
fn owed_of(kind: Key) -> i16 {
    [Owed::ByCustomers, Owed::ToSuppliers]
        .into_iter()
        .find(|owed| owed.invoice_kind() == kind)
        .map_or(-1, number_of)
}

pub fn read<H: Holder>(
    session: &Session<H>,
    owed: Owed,
    contact: Option<Key>,
    only_open: bool,
) -> Result<Allocations, StoreError> {
    let what = "read what is open";
    let owed = number_of(owed);
    let contact = contact.map(Id);
    let open = match only_open {
        true => "AND (open <> 0 OR open_base <> 0)",
        false => "",
    };
    let mut all = Allocations::default();
    let sql = format!(
        "{INVOICES} AND ($3::uuid IS NULL OR contact = $3) {open}
         ORDER BY contact, date, reference, invoice"
    );
    session.each(
        what,
        &sql,
        &[session.number(), &owed, &contact],
        &mut |row| {
            all.invoices.push(invoice_of(session, row)?);
            Ok(())
        },
    )?;
    let sql = "SELECT document, contact, account, date, kind, currency, amount::text, base::text
         FROM posted_unallocated
         WHERE business = $1 AND owed = $2 AND ($3::uuid IS NULL OR contact = $3)
         ORDER BY contact, position";
    session.each(
        what,
        sql,
        &[session.number(), &owed, &contact],
        &mut |row| {
            all.unallocated.push(unallocated_of(session, row)?);
            Ok(())
        },
    )?;
    Ok(all)
}

/// What is kept of one invoice.
pub fn read_one<H: Holder>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    invoice: Key,
) -> Result<Option<InvoiceStanding>, StoreError> {
    let row = session.first(
        "read what is open",
        &format!("{INVOICES} AND contact = $3 AND invoice = $4"),
        &[
            session.number(),
            &number_of(owed),
            &Id(contact),
            &Id(invoice),
        ],
    )?;
    row.map(|row| invoice_of(session, &row)).transpose()
}

/// The invoices of a side, as [`invoice_of`] reads them.
const INVOICES: &str = "
    SELECT invoice, contact, account, date, due_date, reference, is_headed, currency, total::text,
        total_base::text, open::text, open_base::text
    FROM posted_settled WHERE business = $1 AND owed = $2";

fn invoice_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<InvoiceStanding, StoreError> {
    let amount = |column| exact_at(session, row, column);
    Ok(InvoiceStanding {
        invoice: key_at(row, 0),
        contact: key_at(row, 1),
        account: key_at(row, 2),
        date: row.get::<_, Day>(3).0,
        due_date: day_at(row, 4),
        reference: text_at(session.place(), row, 5)?,
        is_headed: row.get(6),
        currency: optional_key_at(row, 7),
        total: amount(8)?,
        total_base: amount(9)?,
        settlements: Vec::new(),
        open: amount(10)?,
        open_base: amount(11)?,
    })
}

fn unallocated_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Unallocated, StoreError> {
    Ok(Unallocated {
        document: key_at(row, 0),
        contact: key_at(row, 1),
        account: key_at(row, 2),
        date: row.get::<_, Day>(3).0,
        kind: key_at(row, 4),
        currency: optional_key_at(row, 5),
        amount: exact_at(session, row, 6)?,
        base: exact_at(session, row, 7)?,
    })
}

fn exact_at<H: Holder>(
    session: &Session<H>,
    row: &Row,
    column: usize,
) -> Result<Decimal, StoreError> {
    amount_at(session, row, column).map(Option::unwrap_or_default)
}

/// Replaces what is kept with a customer or supplier.
pub fn keep<H: Writing>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    settled: &Allocations,
) -> Result<(), StoreError> {
    let owed = number_of(owed);
    for table in ["posted_settled", "posted_unallocated"] {
        session.execute(
            "let go of what is open",
            &format!("DELETE FROM {table} WHERE business = $1 AND owed = $2 AND contact = $3"),
            &[session.number(), &owed, &Id(contact)],
        )?;
    }
    for standing in &settled.invoices {
        keep_invoice(session, owed, contact, standing)?;
    }
    for (position, rest) in (0_i32..).zip(&settled.unallocated) {
        session.execute(
            "keep what is not allocated",
            "INSERT INTO posted_unallocated (business, owed, contact, position, document, kind,
                 account, date, currency, amount, base)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::numeric, $11::text::numeric)",
            &[
                session.number(),
                &owed,
                &Id(contact),
                &position,
                &Id(rest.document),
                &Id(rest.kind),
                &Id(rest.account),
                &Day(rest.date),
                &rest.currency.map(Id),
                &rest.amount.to_string(),
                &rest.base.to_string(),
            ],
        )?;
    }
    Ok(())
}

/// Replaces the row of one invoice.
pub fn replace<H: Writing>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    (kept, now): (Option<&InvoiceStanding>, Option<&InvoiceStanding>),
) -> Result<(), StoreError> {
    let owed = number_of(owed);
    if let Some(kept) = kept {
        session.execute(
            "let go of what is open",
            "DELETE FROM posted_settled
             WHERE business = $1 AND owed = $2 AND contact = $3 AND invoice = $4",
            &[session.number(), &owed, &Id(contact), &Id(kept.invoice)],
        )?;
    }
    match now {
        Some(now) => keep_invoice(session, owed, contact, now),
        None => Ok(()),
    }
}

fn keep_invoice<H: Writing>(
    session: &Session<H>,
    owed: i16,
    contact: Key,
    standing: &InvoiceStanding,
) -> Result<(), StoreError> {
    session.execute(
        "keep what is open",
        "INSERT INTO posted_settled (business, owed, contact, invoice, account, date, due_date,
             reference, is_headed, currency, total, total_base, open, open_base)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::numeric, $12::text::numeric,
             $13::text::numeric, $14::text::numeric)",
        &[
            session.number(),
            &owed,
            &Id(contact),
            &Id(standing.invoice),
            &Id(standing.account),
            &Day(standing.date),
            &standing.due_date.map(Day),
            &standing.reference.as_bytes(),
            &standing.is_headed,
            &standing.currency.map(Id),
            &standing.total.to_string(),
            &standing.total_base.to_string(),
            &standing.open.to_string(),
            &standing.open_base.to_string(),
        ],
    )?;
    Ok(())
}

/// Visits the documents of a kind, or a page of them.
pub fn each_listed<H: Holder>(
    session: &Session<H>,
    kind: Key,
    part: ListPart,
    visit: VisitRef<'_, Listed>,
) -> Result<(), StoreError> {
    let owed = owed_of(kind);
    let id = Id(kind);
    let listed = format!(
        "SELECT {HEADS_OF}, s.total::text, s.open::text, s.currency, coalesce(s.due_date, s.date)
         FROM posted_documents d
         LEFT JOIN posted_settled s ON s.business = d.business AND s.owed = $2
             AND s.contact = d.contact AND s.invoice = d.document
         WHERE d.business = $1 AND d.kind = $3 AND d.has_head"
    );
    let mut values: Vec<&(dyn ToSql + Sync)> = vec![session.number(), &owed, &id];
    let (sql, window) = match part {
        ListPart::All => (listed, [0, 0]),
        ListPart::Page {
            newest_first,
            offset,
            limit,
        } => {
            let direction = if newest_first { "DESC" } else { "ASC" };
            let order =
                format!("ORDER BY d.date {direction} NULLS LAST, d.number {direction} NULLS LAST, d.document
                 LIMIT $4 OFFSET $5");
            (
                format!("{listed} {order}"),
                [to_signed(limit), to_signed(offset)],
            )
        }
    };
    if part != ListPart::All {
        values.extend([&window[0] as &(dyn ToSql + Sync), &window[1]]);
    }
    session.each("read the documents of a list", &sql, &values, &mut |row| {
        let standing = match (
            amount_at(session, row, 10)?,
            amount_at(session, row, 11)?,
            day_at(row, 13),
        ) {
            (Some(total), Some(open), Some(due)) => Some(ListedStanding {
                total,
                open,
                currency: optional_key_at(row, 12),
                due,
            }),
            _ => None,
        };
        visit(&Listed {
            head: head_of(session, row)?,
            standing,
        })
    })
}

/// What the documents of a kind come to, added up by the database.
pub fn list_sums<H: Holder>(session: &Session<H>, kind: Key) -> Result<ListSums, StoreError> {
    let what = "read the sums of a list";
    let mut sums = ListSums::default();
    let rows = session.query(
        what,
        "SELECT currency, count(*), sum(total)::text FROM posted_documents
         WHERE business = $1 AND kind = $2 AND has_head GROUP BY currency",
        &[session.number(), &Id(kind)],
    )?;
    for row in &rows {
        sums.count += to_count(row.get(1));
        if let Some(total) = amount_at(session, row, 2)? {
            sums.totals.insert(optional_key_at(row, 0), total);
        }
    }
    let rows = session.query(
        what,
        "SELECT currency, sum(open)::text FROM posted_settled
         WHERE business = $1 AND owed = $2 AND is_headed GROUP BY currency",
        &[session.number(), &owed_of(kind)],
    )?;
    let open: BTreeMap<Option<Key>, Decimal> = rows
        .iter()
        .map(|row| Ok((optional_key_at(row, 0), exact_at(session, row, 1)?)))
        .collect::<Result<_, StoreError>>()?;
    sums.open = open;
    Ok(sums)
}
