//! Kept postings: what follows from the records, in tables of their own (SPEC-posting.md, 15).

mod costs;
mod dealings;
mod listed;
mod numbers;
mod reasons;
mod settled;
mod standings;
mod sums;
mod values;
mod writer;

pub use writer::PostedState;

use super::{Holder, Session, key_at};
use books::Key;
use jiff::civil::Date;
use ledger::{
    Allocations, DocumentHead, Grouping, HeadFilter, NotPosted, Owed, Posting, PostingFilter, Sum,
    SuspenseReason, TaxShare,
};
use numbers::Numbers;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use std::collections::BTreeSet;
use store::rows::posted::role_of;
use store::{
    KeptCosts, ListPart, ListSums, Listed, PostedMark, PostingReader, StoreError, VisitRef,
};
use values::{Day, Exact, month_of};

impl<H: Holder> PostingReader for Session<H> {
    fn posted_mark(&self) -> Result<Option<PostedMark>, StoreError> {
        self.statement("SELECT Sequence, Rules, Earliest FROM PostedMark")?
            .query_one([], |row| {
                Ok(PostedMark {
                    sequence: super::to_count(row.get(0)?),
                    rules: row.get(1)?,
                    earliest: day_at(row, 2)?,
                })
            })
            .optional()
            .map_err(self.place().fault("read the mark of the kept postings"))
    }

    fn posting_sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, StoreError> {
        sums::sums(self, filter, by)
    }

    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: VisitRef<'_, Posting>,
    ) -> Result<(), StoreError> {
        each_posting(self, filter, true, visit)
    }

    fn each_dealing(
        &self,
        filter: &PostingFilter,
        visit: VisitRef<'_, Posting>,
    ) -> Result<(), StoreError> {
        dealings::each(self, filter, visit)
    }

    fn document_head(&self, document: Key) -> Result<Option<DocumentHead>, StoreError> {
        let sql = format!("{HEADS} WHERE d.HasHead AND k.Key = ?");
        let mut found = None;
        each_head(
            self,
            &sql,
            [Value::Blob(document.as_bytes().to_vec())],
            &mut |head| {
                found = Some(head.clone());
                Ok(())
            },
        )?;
        Ok(found)
    }

    fn each_document_head(
        &self,
        filter: &HeadFilter,
        visit: VisitRef<'_, DocumentHead>,
    ) -> Result<(), StoreError> {
        heads_of(self, filter, HeadOrder::OfHeads, visit)
    }

    fn each_head_in_any_order(
        &self,
        filter: &HeadFilter,
        visit: VisitRef<'_, DocumentHead>,
    ) -> Result<(), StoreError> {
        heads_of(self, filter, HeadOrder::Any, visit)
    }

    fn suspense_reasons(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, StoreError> {
        reasons::suspense(self, to)
    }

    fn documents_not_posted(&self) -> Result<Vec<NotPosted>, StoreError> {
        reasons::not_posted(self)
    }

    fn documents_naming(&self, record: Key) -> Result<Vec<Key>, StoreError> {
        self.statement(
            "SELECT d.Key FROM PostedNames n JOIN PostedKeys k ON k.Number = n.Named
             JOIN PostedKeys d ON d.Number = n.Document WHERE k.Key = ? ORDER BY d.Key",
        )?
        .query_map([record.as_bytes()], |row| key_at(row, 0))
        .and_then(Iterator::collect)
        .map_err(self.place().fault("read which documents name a record"))
    }

    fn kept_costs(&self, items: &BTreeSet<Key>) -> Result<KeptCosts, StoreError> {
        costs::read(self, items)
    }

    fn kept_settled(
        &self,
        owed: Owed,
        contact: Option<Key>,
        only_open: bool,
    ) -> Result<Allocations, StoreError> {
        settled::read(self, owed, contact, only_open)
    }

    fn each_listed(
        &self,
        kind: Key,
        part: ListPart,
        visit: VisitRef<'_, Listed>,
    ) -> Result<(), StoreError> {
        listed::each(self, kind, part, visit)
    }

    fn list_sums(&self, kind: Key) -> Result<ListSums, StoreError> {
        listed::sums(self, kind)
    }
}

/// The headings with the keys that sort them.
const HEADS: &str = "
    SELECT k.Key, kk.Key, d.Date, d.DueDate, d.Reference, d.Contact, d.BankAccount, d.Description,
        d.Currency, d.Total
    FROM PostedDocuments d JOIN PostedKeys k ON k.Number = d.Document
    JOIN PostedKeys kk ON kk.Number = d.Kind";

/// In which order headings are visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadOrder {
    /// By kind, date and key.
    OfHeads,
    /// Whatever is quickest.
    Any,
}

fn heads_of<H: Holder>(
    session: &Session<H>,
    filter: &HeadFilter,
    order: HeadOrder,
    visit: VisitRef<'_, DocumentHead>,
) -> Result<(), StoreError> {
    let numbers = Numbers::default();
    let mut sql = format!("{HEADS} WHERE d.HasHead");
    let mut values = Vec::new();
    // Of everybody, rows one after the other are read much quicker than each by an index.
    let is_pass = order == HeadOrder::Any && filter.contact.is_none();
    let column = |name: &str| {
        if is_pass {
            format!("+{name}")
        } else {
            name.to_owned()
        }
    };
    if let Some(kinds) = &filter.kinds {
        sql.push_str(&format!(" AND {} IN (", column("d.Kind")));
        push_numbers(session, &numbers, kinds, &mut sql, &mut values)?;
        sql.push(')');
    }
    if let Some(contact) = filter.contact {
        sql.push_str(" AND d.Contact = ?");
        values.push(number_or_none(session, &numbers, contact)?);
    }
    for (comparison, day) in [(">= ?", filter.from), ("<= ?", filter.to)] {
        let condition = format!(" AND {} {comparison}", column("d.Date"));
        push_day(&condition, day, &mut sql, &mut values);
    }
    if order == HeadOrder::OfHeads {
        sql.push_str(" ORDER BY kk.Key, d.Date, k.Key");
    }
    each_head(session, &sql, values, visit)
}

fn each_head<H: Holder>(
    session: &Session<H>,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
    visit: VisitRef<'_, DocumentHead>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the headings of documents");
    let numbers = Numbers::default();
    let mut statement = session.statement(sql)?;
    let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let key = |column| key_in(session, &numbers, row, column);
        let head = DocumentHead {
            document: key_at(row, 0).map_err(&fault)?,
            kind: key_at(row, 1).map_err(&fault)?,
            date: day_at(row, 2).map_err(&fault)?,
            due_date: day_at(row, 3).map_err(&fault)?,
            reference: row.get(4).map_err(&fault)?,
            contact: key(5)?,
            bank_account: key(6)?,
            description: row.get(7).map_err(&fault)?,
            currency: key(8)?,
            total: amount_at(row, 9).map_err(&fault)?,
        };
        visit(&head)?;
    }
    Ok(())
}

/// The postings with the keys that sort them.
const POSTINGS: &str = "
    SELECT p.Date, p.Account, p.Subledger, p.Amount, p.Currency, p.OwnAmount, k.Key, d.Kind,
        p.Line, coalesce(p.Description, d.Description), p.Contact, p.Invoice, p.TaxCode,
        p.TaxRole, p.Quantity, p.Division
    FROM Postings p JOIN PostedDocuments d ON d.Document = p.Document
    JOIN PostedKeys k ON k.Number = p.Document
    JOIN PostedKeys kk ON kk.Number = d.Kind WHERE 1";

/// Visits the postings that a filter admits, in the order of the ledger where that is asked for.
fn each_posting<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    in_order: bool,
    visit: VisitRef<'_, Posting>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the kept postings");
    let numbers = Numbers::default();
    let mut sql = POSTINGS.to_owned();
    let mut values = Vec::new();
    push_conditions(session, &numbers, filter, &mut sql, &mut values)?;
    if in_order {
        sql.push_str(" ORDER BY p.Date, kk.Key, k.Key, p.Position");
    }
    let mut statement = session.statement(&sql)?;
    let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(&posting_of(session, &numbers, row)?)?;
    }
    Ok(())
}

fn posting_of<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    row: &Row<'_>,
) -> Result<Posting, StoreError> {
    let fault = session.place().fault("read a kept posting");
    let key = |column| key_in(session, numbers, row, column);
    let account: i64 = row.get(1).map_err(&fault)?;
    let kind: i64 = row.get(7).map_err(&fault)?;
    let line: Option<i64> = row.get(8).map_err(&fault)?;
    let role: Option<i64> = row.get(13).map_err(&fault)?;
    let tax = key(12)?
        .zip(role.and_then(role_of))
        .map(|(code, (role, is_sale))| TaxShare {
            code,
            role,
            is_sale,
        });
    Ok(Posting {
        date: row.get::<_, Day>(0).map_err(&fault)?.0,
        account: numbers.key(session, account)?,
        subledger: key(2)?,
        amount: row.get::<_, Exact>(3).map_err(&fault)?.0,
        own_currency: key(4)?.zip(amount_at(row, 5).map_err(&fault)?),
        document: key_at(row, 6).map_err(&fault)?,
        document_kind: numbers.key(session, kind)?,
        line: line.and_then(|line| usize::try_from(line).ok()),
        description: row.get(9).map_err(&fault)?,
        contact: key(10)?,
        invoice: key(11)?,
        tax,
        quantity: amount_at(row, 14).map_err(&fault)?,
        division: key(15)?,
    })
}

/// The conditions of a filter as SQL, and their values.
fn push_conditions<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    filter: &PostingFilter,
    sql: &mut String,
    values: &mut Vec<Value>,
) -> Result<(), StoreError> {
    for (condition, day) in [
        (" AND p.Date >= ?", filter.from),
        (" AND p.Date <= ?", filter.to),
    ] {
        push_day(condition, day, sql, values);
    }
    if let Some(accounts) = &filter.accounts {
        sql.push_str(" AND p.Account IN (");
        push_numbers(session, numbers, accounts, sql, values)?;
        sql.push(')');
    }
    for (condition, key) in [
        (" AND p.Subledger = ?", filter.subledger),
        (" AND p.Document = ?", filter.document),
        (" AND p.Invoice = ?", filter.invoice),
        (" AND p.TaxCode = ?", filter.tax_code),
        (" AND p.Division = ?", filter.division),
    ] {
        if let Some(key) = key {
            sql.push_str(condition);
            values.push(number_or_none(session, numbers, key)?);
        }
    }
    Ok(())
}

fn push_day(condition: &str, day: Option<Date>, sql: &mut String, values: &mut Vec<Value>) {
    if let Some(day) = day {
        sql.push_str(condition);
        values.push(Value::Integer(Day(day).number()));
    }
}

/// The numbers of keys between brackets; keys without one are in no row.
fn push_numbers<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    keys: &[Key],
    sql: &mut String,
    values: &mut Vec<Value>,
) -> Result<(), StoreError> {
    for (place, &key) in keys.iter().enumerate() {
        sql.push_str(if place == 0 { "?" } else { ", ?" });
        values.push(number_or_none(session, numbers, key)?);
    }
    Ok(())
}

/// The number of a key; one that no row has, where it has none.
fn number_or_none<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    key: Key,
) -> Result<Value, StoreError> {
    let number = numbers.find(session, key)?;
    Ok(Value::Integer(number.unwrap_or(-1)))
}

fn key_in<H: Holder>(
    session: &Session<H>,
    numbers: &Numbers,
    row: &Row<'_>,
    column: usize,
) -> Result<Option<Key>, StoreError> {
    let number: Option<i64> = row
        .get(column)
        .map_err(session.place().fault("read a kept posting"))?;
    number
        .map(|number| numbers.key(session, number))
        .transpose()
}

fn day_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    row.get::<_, Option<Day>>(column)
        .map(|day| day.map(|day| day.0))
}

fn amount_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<rust_decimal::Decimal>> {
    row.get::<_, Option<Exact>>(column)
        .map(|exact| exact.map(|exact| exact.0))
}
