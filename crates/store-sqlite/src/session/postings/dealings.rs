//! Postings for whoever adds up what is owed: few of their columns, and of everybody in the order
//! in which they stand in their table, so that nothing is sorted and no page is read twice.

use super::numbers::Numbers;
use super::values::{Day, Exact};
use super::{amount_at, each_posting, key_in, number_or_none, push_day, push_numbers};
use crate::session::{Holder, Session, key_at};
use ledger::{Posting, PostingFilter};
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use store::{StoreError, VisitRef};

/// Document by document; the table is the outer loop.
const DEALINGS: &str = "
    SELECT p.Date, p.Account, p.Subledger, p.Amount, p.Currency, p.OwnAmount, k.Key, d.Kind,
        p.Invoice, p.Document
    FROM Postings p CROSS JOIN PostedDocuments d ON d.Document = p.Document
    CROSS JOIN PostedKeys k ON k.Number = p.Document WHERE 1";

pub fn each<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    visit: VisitRef<'_, Posting>,
) -> Result<(), StoreError> {
    let PostingFilter {
        from,
        to,
        accounts,
        subledger,
        document: None,
        invoice: None,
        tax_code: None,
        division: None,
    } = filter
    else {
        return each_posting(session, filter, true, visit);
    };
    let fault = session.place().fault("read the kept postings");
    let numbers = Numbers::default();
    let mut sql = DEALINGS.to_owned();
    let mut values: Vec<Value> = Vec::new();
    if let Some(subledger) = subledger {
        sql.push_str(" AND p.Subledger = ?");
        values.push(number_or_none(session, &numbers, *subledger)?);
    }
    // The signs keep SQLite from the indexes of accounts and days.
    if let Some(accounts) = accounts {
        sql.push_str(" AND +p.Account IN (");
        push_numbers(session, &numbers, accounts, &mut sql, &mut values)?;
        sql.push(')');
    }
    push_day(" AND +p.Date >= ?", *from, &mut sql, &mut values);
    push_day(" AND +p.Date <= ?", *to, &mut sql, &mut values);
    sql.push_str(" ORDER BY p.Document, p.Position");
    let mut statement = session.statement(&sql)?;
    let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(&dealing_of(session, &numbers, row)?)?;
    }
    Ok(())
}

fn dealing_of<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    row: &Row<'_>,
) -> Result<Posting, StoreError> {
    let fault = session.place().fault("read a kept posting");
    let key = |column| key_in(session, numbers, row, column);
    let number = |column| row.get::<_, i64>(column).map_err(&fault);
    let document = key_at(row, 6).map_err(&fault)?;
    let invoice: Option<i64> = row.get(8).map_err(&fault)?;
    // Most name themselves: their key is there already.
    let invoice = match invoice {
        Some(named) if named == number(9)? => Some(document),
        other => other.map(|named| numbers.key(session, named)).transpose()?,
    };
    Ok(Posting {
        date: row.get::<_, Day>(0).map_err(&fault)?.0,
        account: numbers.key(session, number(1)?)?,
        subledger: key(2)?,
        amount: row.get::<_, Exact>(3).map_err(&fault)?.0,
        own_currency: key(4)?.zip(amount_at(row, 5).map_err(&fault)?),
        document,
        document_kind: numbers.key(session, number(7)?)?,
        line: None,
        description: String::new(),
        contact: None,
        invoice,
        tax: None,
        quantity: None,
        division: None,
    })
}
