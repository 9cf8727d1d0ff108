//! What settles what, as rows: one for each invoice under a customer or supplier, and one for each
//! amount that settles none (SPEC-posting.md, 15.8).

use super::numbers::Numbers;
use super::values::{Day, Exact};
use super::{amount_at, day_at, key_in, listed, number_or_none};
use crate::session::{Holder, Session, Writing, key_at};
use books::Key;
use ledger::{Allocations, InvoiceStanding, Owed, Unallocated};
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::StoreError;

/// How it is written in the column `Owed`.
pub const fn number_of(owed: Owed) -> i64 {
    match owed {
        Owed::ByCustomers => 0,
        Owed::ToSuppliers => 1,
    }
}

pub fn read<H: Holder>(
    session: &Session<H>,
    owed: Owed,
    contact: Option<Key>,
    only_open: bool,
) -> Result<Allocations, StoreError> {
    let numbers = Numbers::default();
    let mut conditions = " WHERE s.Owed = ?".to_owned();
    let mut values = vec![Value::Integer(number_of(owed))];
    if let Some(contact) = contact {
        conditions.push_str(" AND s.Contact = ?");
        values.push(number_or_none(session, &numbers, contact)?);
    }
    let fault = session.place().fault("read what is open");
    let mut all = Allocations::default();
    let open = if only_open { " AND s.IsOpen" } else { "" };
    // Of all customers and suppliers, the index knows the few that are open; left to itself, SQLite
    // takes the table, where every invoice ever paid stands too.
    let index = match (only_open, contact) {
        (true, None) => " INDEXED BY PostedSettledThatIsOpen",
        _ => "",
    };
    let sql = INVOICES.replacen(" s JOIN", &format!(" s{index} JOIN"), 1);
    let mut statement = session.statement(&format!("{sql}{conditions}{open}"))?;
    let mut rows = statement
        .query(params_from_iter(values.clone()))
        .map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        all.invoices.push(invoice_of(session, &numbers, row)?);
    }
    all.invoices.sort_by(|a, b| {
        (a.contact, a.date, &a.reference, a.invoice).cmp(&(
            b.contact,
            b.date,
            &b.reference,
            b.invoice,
        ))
    });
    let mut statement =
        session.statement(&format!("{UNALLOCATED}{conditions} ORDER BY s.Position"))?;
    let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        all.unallocated
            .push(unallocated_of(session, &numbers, row)?);
    }
    all.unallocated.sort_by_key(|it| it.contact);
    Ok(all)
}

/// What is kept of one invoice with a customer or supplier.
pub fn read_one<H: Holder>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    invoice: Key,
) -> Result<Option<InvoiceStanding>, StoreError> {
    let numbers = Numbers::default();
    let (Some(contact), Some(invoice)) = (
        numbers.find(session, contact)?,
        numbers.find(session, invoice)?,
    ) else {
        return Ok(None);
    };
    let fault = session.place().fault("read what is open");
    let sql = format!("{INVOICES} WHERE s.Owed = ? AND s.Contact = ? AND s.Invoice = ?");
    let mut statement = session.statement(&sql)?;
    let mut rows = statement
        .query(params![number_of(owed), contact, invoice])
        .map_err(&fault)?;
    let row = rows.next().map_err(&fault)?;
    row.map(|row| invoice_of(session, &numbers, row))
        .transpose()
}

const INVOICES: &str = "
    SELECT k.Key, s.Contact, s.Account, s.Date, s.DueDate, s.Reference, s.IsHeaded, s.Currency,
        s.Total, s.TotalBase, s.Open, s.OpenBase
    FROM PostedSettled s JOIN PostedKeys k ON k.Number = s.Invoice";

const UNALLOCATED: &str = "
    SELECT k.Key, s.Contact, s.Account, s.Date, s.Kind, s.Currency, s.Amount, s.Base
    FROM PostedUnallocated s JOIN PostedKeys k ON k.Number = s.Document";

fn invoice_of<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    row: &Row<'_>,
) -> Result<InvoiceStanding, StoreError> {
    let fault = session.place().fault("read what is open");
    let key = |column| -> Result<Key, StoreError> {
        numbers.key(session, row.get(column).map_err(&fault)?)
    };
    let amount = |column| exact_at(row, column).map_err(&fault);
    Ok(InvoiceStanding {
        invoice: key_at(row, 0).map_err(&fault)?,
        contact: key(1)?,
        account: key(2)?,
        date: row.get::<_, Day>(3).map_err(&fault)?.0,
        due_date: day_at(row, 4).map_err(&fault)?,
        reference: row.get(5).map_err(&fault)?,
        is_headed: row.get(6).map_err(&fault)?,
        currency: key_in(session, numbers, row, 7)?,
        total: amount(8)?,
        total_base: amount(9)?,
        settlements: Vec::new(),
        open: amount(10)?,
        open_base: amount(11)?,
    })
}

fn unallocated_of<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    row: &Row<'_>,
) -> Result<Unallocated, StoreError> {
    let fault = session.place().fault("read what is not allocated");
    let key = |column| -> Result<Key, StoreError> {
        numbers.key(session, row.get(column).map_err(&fault)?)
    };
    Ok(Unallocated {
        document: key_at(row, 0).map_err(&fault)?,
        contact: key(1)?,
        account: key(2)?,
        date: row.get::<_, Day>(3).map_err(&fault)?.0,
        kind: key(4)?,
        currency: key_in(session, numbers, row, 5)?,
        amount: exact_at(row, 6).map_err(&fault)?,
        base: exact_at(row, 7).map_err(&fault)?,
    })
}

fn exact_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Decimal> {
    amount_at(row, column).map(Option::unwrap_or_default)
}

/// Replaces what is kept with a customer or supplier: only rows that changed are written. `is_anew`
/// where nothing was kept before.
pub fn keep<H: Writing>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    settled: &Allocations,
    is_anew: bool,
) -> Result<(), StoreError> {
    let number = session.0.posted().numbers.give(session, contact)?;
    let place = (number_of(owed), number);
    let mut before: BTreeMap<Key, InvoiceStanding> = BTreeMap::new();
    if !is_anew {
        let kept = read(session, owed, Some(contact), false)?;
        before.extend(kept.invoices.into_iter().map(|it| (it.invoice, it)));
        session
            .statement("DELETE FROM PostedUnallocated WHERE Owed = ? AND Contact = ?")?
            .execute(place)
            .map_err(session.place().fault("let go of what is not allocated"))?;
    }
    for invoice in in_order_of_rows(session, settled)? {
        let old = before.remove(&invoice.invoice);
        replace(session, owed, contact, (old.as_ref(), Some(invoice)))?;
    }
    for old in before.values() {
        replace(session, owed, contact, (Some(old), None))?;
    }
    keep_unallocated(session, place, &settled.unallocated)
}

/// Invoices as their rows stand in the table, so that filling it goes forward.
fn in_order_of_rows<'s, H: Writing>(
    session: &Session<H>,
    settled: &'s Allocations,
) -> Result<Vec<&'s InvoiceStanding>, StoreError> {
    let numbers = &session.0.posted().numbers;
    let mut rows = Vec::with_capacity(settled.invoices.len());
    for invoice in &settled.invoices {
        rows.push((numbers.give(session, invoice.invoice)?, invoice));
    }
    rows.sort_unstable_by_key(|(number, _)| *number);
    Ok(rows.into_iter().map(|(_, invoice)| invoice).collect())
}

/// Replaces the row of one invoice, and counts what is open of it out and in.
pub fn replace<H: Writing>(
    session: &Session<H>,
    owed: Owed,
    contact: Key,
    (old, now): (Option<&InvoiceStanding>, Option<&InvoiceStanding>),
) -> Result<(), StoreError> {
    if old.zip(now).is_some_and(|(old, now)| is_same(old, now)) {
        return Ok(());
    }
    let numbers = &session.0.posted().numbers;
    let place = (number_of(owed), numbers.give(session, contact)?);
    if let Some(old) = old {
        listed::count_open(session, owed, old, Decimal::NEGATIVE_ONE);
    }
    if let Some(now) = now {
        listed::count_open(session, owed, now, Decimal::ONE);
        return keep_invoice(session, place, now);
    }
    let Some(old) = old else {
        return Ok(());
    };
    session
        .statement("DELETE FROM PostedSettled WHERE Owed = ? AND Contact = ? AND Invoice = ?")?
        .execute((place.0, place.1, numbers.give(session, old.invoice)?))
        .map_err(session.place().fault("let go of what is open"))?;
    Ok(())
}

/// Whether both would be the same row.
fn is_same(kept: &InvoiceStanding, now: &InvoiceStanding) -> bool {
    let scales = |it: &InvoiceStanding| {
        [it.total, it.total_base, it.open, it.open_base].map(|amount| amount.scale())
    };
    let InvoiceStanding {
        invoice,
        contact,
        account,
        date,
        due_date,
        ref reference,
        is_headed,
        currency,
        total,
        total_base,
        settlements: _,
        open,
        open_base,
    } = *now;
    kept.invoice == invoice
        && kept.contact == contact
        && kept.account == account
        && kept.date == date
        && kept.due_date == due_date
        && kept.reference == *reference
        && kept.is_headed == is_headed
        && kept.currency == currency
        && kept.total == total
        && kept.total_base == total_base
        && kept.open == open
        && kept.open_base == open_base
        && scales(kept) == scales(now)
}

fn keep_invoice<H: Writing>(
    session: &Session<H>,
    (owed, contact): (i64, i64),
    standing: &InvoiceStanding,
) -> Result<(), StoreError> {
    let numbers = &session.0.posted().numbers;
    session
        .statement(
            "INSERT OR REPLACE INTO PostedSettled (Owed, Contact, Invoice, Account, Date, DueDate,
                Reference, IsHeaded, Currency, Total, TotalBase, Open, OpenBase, IsOpen)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            owed,
            contact,
            numbers.give(session, standing.invoice)?,
            numbers.give(session, standing.account)?,
            Day(standing.date),
            standing.due_date.map(Day),
            standing.reference,
            standing.is_headed,
            numbers.give_optional(session, standing.currency)?,
            Exact(standing.total),
            Exact(standing.total_base),
            Exact(standing.open),
            Exact(standing.open_base),
            standing.is_open(),
        ])
        .map_err(session.place().fault("keep what is open"))?;
    Ok(())
}

fn keep_unallocated<H: Writing>(
    session: &Session<H>,
    (owed, contact): (i64, i64),
    unallocated: &[Unallocated],
) -> Result<(), StoreError> {
    let numbers = &session.0.posted().numbers;
    for (position, rest) in (0_i64..).zip(unallocated) {
        session
            .statement(
                "INSERT INTO PostedUnallocated (Owed, Contact, Position, Document, Kind, Account,
                    Date, Currency, Amount, Base) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                owed,
                contact,
                position,
                numbers.give(session, rest.document)?,
                numbers.give(session, rest.kind)?,
                numbers.give(session, rest.account)?,
                Day(rest.date),
                numbers.give_optional(session, rest.currency)?,
                Exact(rest.amount),
                Exact(rest.base),
            ])
            .map_err(session.place().fault("keep what is not allocated"))?;
    }
    Ok(())
}
