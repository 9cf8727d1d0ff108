//! Documents as lists show them, and the sums below a list.
//!
//! A page is found by its place in the index of kinds and days, so that only its rows are read; the
//! sums of all documents are kept (`PostedListSums`).

use super::numbers::Numbers;
use super::values::Exact;
use super::{amount_at, day_at, key_in, number_or_none, settled};
use crate::session::{Holder, Session, Writing, key_at, to_count, to_signed};
use books::Key;
use ledger::{DocumentHead, InvoiceStanding, Owed};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::{ListPart, ListSums, Listed, ListedStanding, StoreError, VisitRef};

/// What is to be added to the sums, by kind, measure and currency: how many documents, and an
/// amount.
pub type ListSumChanges = BTreeMap<(Key, i64, Option<Key>), (i64, Decimal)>;

/// In the column `Measure`: what documents come to.
const TOTALS: i64 = 0;
/// In the column `Measure`: what of invoices is open.
const OPEN: i64 = 1;
/// In the column `Measure`: how many documents there are, those of no known total among them.
const DOCUMENTS: i64 = 2;

/// A kind of which there are more than one in so many of all documents is read in one pass.
const LARGE_SHARE: u64 = 8;

/// Whose invoices a kind is.
fn owed_of(kind: Key) -> Option<Owed> {
    [Owed::ByCustomers, Owed::ToSuppliers]
        .into_iter()
        .find(|owed| owed.invoice_kind() == kind)
}

const LISTED: &str = "
    SELECT k.Key, d.Date, d.DueDate, d.Reference, d.Contact, d.BankAccount, d.Description,
        d.Currency, d.Total, s.Total, s.Open, s.Currency, coalesce(s.DueDate, s.Date)
    FROM PostedDocuments d JOIN PostedKeys k ON k.Number = d.Document
    LEFT JOIN PostedSettled s ON s.Owed = ? AND s.Contact = d.Contact AND s.Invoice = d.Document
    WHERE d.Kind = ? AND d.HasHead";

pub fn each<H: Holder>(
    session: &Session<H>,
    kind: Key,
    part: ListPart,
    visit: VisitRef<'_, Listed>,
) -> Result<(), StoreError> {
    let numbers = Numbers::default();
    let Some(number) = numbers.find(session, kind)? else {
        return Ok(());
    };
    let owed = owed_of(kind).map_or(-1, settled::number_of);
    let values = vec![Value::Integer(owed), Value::Integer(number)];
    let listing = Listing {
        session,
        numbers: &numbers,
        kind,
    };
    match part {
        ListPart::All if listing.is_large_share()? => {
            // The sign keeps SQLite from the index of kinds.
            let pass = LISTED.replace("d.Kind =", "+d.Kind =");
            listing.visit(&pass, values, visit)
        }
        ListPart::All => listing.visit(LISTED, values, visit),
        ListPart::Page {
            newest_first,
            offset,
            limit,
        } => {
            let dated = listing.dated_count(number)?;
            let page = Window::of(offset, limit, dated);
            if page.limit > 0 {
                let start = listing.start(number, newest_first, page.offset)?;
                listing.visit_dated(values.clone(), newest_first, start, page.limit, visit)?;
            }
            let rest = Window {
                offset: offset.saturating_sub(dated),
                limit: limit.saturating_sub(page.limit),
            };
            let order = order_within_a_day(newest_first);
            let sql = format!("{LISTED} AND d.Date IS NULL ORDER BY {order} LIMIT ? OFFSET ?");
            let window = [rest.limit, rest.offset].map(|it| Value::Integer(to_signed(it)));
            listing.visit(&sql, values.into_iter().chain(window), visit)
        }
    }
}

/// Documents of one day go by the number at the end of their reference, in the direction of the
/// days; those without one come last.
fn order_within_a_day(newest_first: bool) -> &'static str {
    match newest_first {
        true => "d.Number DESC, k.Key",
        false => "d.Number IS NULL, d.Number, k.Key",
    }
}

/// A part of the rows of one kind.
struct Window {
    offset: u64,
    limit: u64,
}

impl Window {
    /// What of a window falls among so many rows.
    fn of(offset: u64, limit: u64, count: u64) -> Self {
        let left = count.saturating_sub(offset);
        Self {
            offset,
            limit: limit.min(left),
        }
    }
}

/// Where a page begins: at a day, after so many documents of it.
struct Start {
    day: i64,
    offset: u64,
}

struct Listing<'l, H> {
    session: &'l Session<H>,
    numbers: &'l Numbers,
    kind: Key,
}

impl<H: Holder> Listing<'_, H> {
    /// Whether so many of all documents are of this kind that reading all of them, one after the
    /// other, is quicker than each of the kind where the index says it lies.
    fn is_large_share(&self) -> Result<bool, StoreError> {
        let last: Option<i64> = self
            .session
            .statement("SELECT max(Document) FROM PostedDocuments")?
            .query_one([], |row| row.get(0))
            .map_err(self.session.place().fault("count documents"))?;
        let of_kind = sums(self.session, self.kind)?.count;
        Ok(of_kind.saturating_mul(LARGE_SHARE) >= last.map_or(0, to_count))
    }

    /// How many documents of the kind have a date: all, as they are counted already, without the
    /// few that have none.
    fn dated_count(&self, kind: i64) -> Result<u64, StoreError> {
        let undated = self.count("Date IS NULL", params![kind])?;
        let all = sums(self.session, self.kind)?.count;
        Ok(all.saturating_sub(undated))
    }

    fn count(&self, condition: &str, values: &[&dyn rusqlite::ToSql]) -> Result<u64, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM PostedDocuments
             WHERE Kind = ? AND {condition} AND HasHead"
        );
        self.session
            .statement(&sql)?
            .query_one(values, |row| row.get(0).map(to_count))
            .map_err(self.session.place().fault("count documents"))
    }

    /// The day on which a page begins, and how many documents of that day stand before it.
    fn start(&self, kind: i64, newest_first: bool, offset: u64) -> Result<Start, StoreError> {
        let (direction, before) = if newest_first {
            ("DESC", "Date > ?")
        } else {
            ("ASC", "Date < ?")
        };
        let sql = format!(
            "SELECT Date FROM PostedDocuments WHERE Kind = ? AND Date IS NOT NULL AND HasHead
             ORDER BY Date {direction} LIMIT 1 OFFSET ?"
        );
        let day: i64 = self
            .session
            .statement(&sql)?
            .query_one(params![kind, to_signed(offset)], |row| row.get(0))
            .map_err(self.session.place().fault("find a page of documents"))?;
        let before = self.count(before, params![kind, day])?;
        Ok(Start {
            day,
            offset: offset.saturating_sub(before),
        })
    }

    fn visit_dated(
        &self,
        mut values: Vec<Value>,
        newest_first: bool,
        start: Start,
        limit: u64,
        visit: VisitRef<'_, Listed>,
    ) -> Result<(), StoreError> {
        let days = match newest_first {
            true => "d.Date <= ? ORDER BY d.Date DESC",
            false => "d.Date >= ? ORDER BY d.Date",
        };
        let order = order_within_a_day(newest_first);
        let sql = format!("{LISTED} AND {days}, {order} LIMIT ? OFFSET ?");
        let window = [start.day, to_signed(limit), to_signed(start.offset)];
        values.extend(window.map(Value::Integer));
        self.visit(&sql, values, visit)
    }

    fn visit(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        visit: VisitRef<'_, Listed>,
    ) -> Result<(), StoreError> {
        let fault = self.session.place().fault("read the documents of a list");
        let mut statement = self.session.statement(sql)?;
        let mut rows = statement.query(params_from_iter(values)).map_err(&fault)?;
        while let Some(row) = rows.next().map_err(&fault)? {
            visit(&self.listed_of(row)?)?;
        }
        Ok(())
    }

    fn listed_of(&self, row: &Row<'_>) -> Result<Listed, StoreError> {
        let fault = self.session.place().fault("read a document of a list");
        let key = |column| key_in(self.session, self.numbers, row, column);
        let amount = |column| amount_at(row, column).map_err(&fault);
        let standing = match (amount(9)?, amount(10)?, day_at(row, 12).map_err(&fault)?) {
            (Some(total), Some(open), Some(due)) => Some(ListedStanding {
                total,
                open,
                currency: key(11)?,
                due,
            }),
            _ => None,
        };
        Ok(Listed {
            head: DocumentHead {
                document: key_at(row, 0).map_err(&fault)?,
                kind: self.kind,
                date: day_at(row, 1).map_err(&fault)?,
                due_date: day_at(row, 2).map_err(&fault)?,
                reference: row.get(3).map_err(&fault)?,
                contact: key(4)?,
                bank_account: key(5)?,
                description: row.get(6).map_err(&fault)?,
                currency: key(7)?,
                total: amount(8)?,
            },
            standing,
        })
    }
}

pub fn sums<H: Holder>(session: &Session<H>, kind: Key) -> Result<ListSums, StoreError> {
    let fault = session.place().fault("read the sums of a list");
    let numbers = Numbers::default();
    let mut sums = ListSums::default();
    let mut statement = session
        .statement("SELECT Measure, Currency, Count, Amount FROM PostedListSums WHERE Kind = ?")?;
    let kind = number_or_none(session, &numbers, kind)?;
    let mut rows = statement.query([kind]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let measure: i64 = row.get(0).map_err(&fault)?;
        let currency: i64 = row.get(1).map_err(&fault)?;
        let currency = Some(currency).filter(|number| *number != 0);
        let currency = currency
            .map(|number| numbers.key(session, number))
            .transpose()?;
        let amount = row.get::<_, Exact>(3).map_err(&fault)?.0;
        match measure {
            TOTALS => drop(sums.totals.insert(currency, amount)),
            OPEN => drop(sums.open.insert(currency, amount)),
            _ => sums.count = to_count(row.get(2).map_err(&fault)?),
        }
    }
    Ok(sums)
}

/// Counts the heading of a document in.
pub fn count_head<H: Writing>(session: &Session<H>, head: &DocumentHead) {
    count_document(
        session,
        (head.kind, head.currency, head.total),
        Decimal::ONE,
    );
}

fn count_document<H: Writing>(
    session: &Session<H>,
    (kind, currency, total): (Key, Option<Key>, Option<Decimal>),
    sign: Decimal,
) {
    count(session, (kind, DOCUMENTS, None), sign, Decimal::ZERO);
    if let Some(total) = total {
        count(session, (kind, TOTALS, currency), sign, total);
    }
}

/// Counts the heading that is kept of a document out.
pub fn forget_head<H: Writing>(session: &Session<H>, document: i64) -> Result<(), StoreError> {
    let fault = session.place().fault("let go of a heading");
    let numbers = Numbers::default();
    let mut statement = session.statement(
        "SELECT Kind, Currency, Total FROM PostedDocuments WHERE Document = ? AND HasHead",
    )?;
    let mut rows = statement.query([document]).map_err(&fault)?;
    if let Some(row) = rows.next().map_err(&fault)? {
        let kind = numbers.key(session, row.get(0).map_err(&fault)?)?;
        let currency = key_in(session, &numbers, row, 1)?;
        let total = amount_at(row, 2).map_err(&fault)?;
        count_document(session, (kind, currency, total), Decimal::NEGATIVE_ONE);
    }
    Ok(())
}

/// Counts what is open of an invoice in or, with a sign below zero, out.
pub fn count_open<H: Writing>(
    session: &Session<H>,
    owed: Owed,
    standing: &InvoiceStanding,
    sign: Decimal,
) {
    if standing.is_headed {
        let place = (owed.invoice_kind(), OPEN, standing.currency);
        count(session, place, sign, standing.open);
    }
}

fn count<H: Writing>(
    session: &Session<H>,
    place: (Key, i64, Option<Key>),
    sign: Decimal,
    amount: Decimal,
) {
    let mut changes = session.0.posted().list_sums.borrow_mut();
    let change = changes.entry(place).or_default();
    change.0 += if sign.is_sign_negative() { -1 } else { 1 };
    // Bounded as SPEC-posting.md, 1.5 says: no sum of documents saturates.
    change.1 = change.1.saturating_add(sign * amount);
}

/// Adds what changed to the sums; a sum of no documents goes.
pub fn write_sums<H: Writing>(session: &Session<H>) -> Result<(), StoreError> {
    let fault = session.place().fault("keep the sums of lists");
    let changes = session.0.posted().list_sums.take();
    let numbers = &session.0.posted().numbers;
    for ((kind, measure, currency), (count, amount)) in changes {
        let kind = numbers.give(session, kind)?;
        let currency = numbers.give_optional(session, currency)?.unwrap_or(0);
        let place = params![kind, measure, currency];
        let before: Option<(i64, Exact)> = session
            .statement(
                "SELECT Count, Amount FROM PostedListSums
                 WHERE Kind = ? AND Measure = ? AND Currency = ?",
            )?
            .query_one(place, |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(&fault)?;
        let (count_before, amount_before) = before.map_or((0, Decimal::ZERO), |it| (it.0, it.1.0));
        let count = count_before + count;
        if count == 0 {
            session
                .statement(
                    "DELETE FROM PostedListSums
                     WHERE Kind = ? AND Measure = ? AND Currency = ?",
                )?
                .execute(place)
                .map_err(&fault)?;
            continue;
        }
        let sum = amount_before.saturating_add(amount);
        session
            .statement(
                "INSERT OR REPLACE INTO PostedListSums (Kind, Measure, Currency, Count, Amount)
                 VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(params![kind, measure, currency, count, Exact(sum)])
            .map_err(&fault)?;
    }
    Ok(())
}
