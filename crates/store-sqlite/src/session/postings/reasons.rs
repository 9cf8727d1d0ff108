//! Why something went to Suspense, and why a document posted nothing, as rows.
//!
//! A reason with a date is one of Suspense, one without is one of nothing posted.

use super::numbers::Numbers;
use super::values::{Day, Exact};
use crate::session::{Holder, Session, Writing};
use books::Key;
use jiff::civil::Date;
use ledger::{NotPosted, SuspenseReason, codes};
use rusqlite::params;
use rust_decimal::Decimal;
use store::rows::posted::{read_arguments, written_arguments};
use store::{PostedDocument, StoreError};

pub fn keep<H: Writing>(
    session: &Session<H>,
    document: i64,
    posted: &PostedDocument,
) -> Result<(), StoreError> {
    if posted.suspense.is_empty() && posted.not_posted.is_empty() {
        return Ok(());
    }
    let numbers = &session.0.posted().numbers;
    let mut statement = session.statement(
        "INSERT INTO PostedReasons (Document, Position, Kind, Date, Line, Code, Arguments, Amount)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let fault = session.place().fault("keep why a document is in Suspense");
    let mut position: i64 = 0;
    for reason in &posted.suspense {
        statement
            .execute(params![
                document,
                position,
                numbers.give(session, reason.kind)?,
                Day(reason.date),
                reason.line.and_then(|line| i64::try_from(line).ok()),
                reason.code,
                written_arguments(&reason.arguments),
                Exact(reason.amount),
            ])
            .map_err(&fault)?;
        position += 1;
    }
    for reason in &posted.not_posted {
        let kind = numbers.give(session, reason.kind)?;
        let none = (None::<Day>, None::<i64>);
        statement
            .execute(params![
                document,
                position,
                kind,
                none.0,
                none.1,
                reason.code,
                "",
                Exact(Decimal::ZERO)
            ])
            .map_err(&fault)?;
        position += 1;
    }
    Ok(())
}

/// A row of the table.
struct Row {
    document: Key,
    kind: i64,
    date: Option<Date>,
    line: Option<i64>,
    code: String,
    arguments: String,
    amount: Decimal,
}

pub fn suspense<H: Holder>(
    session: &Session<H>,
    to: Option<Date>,
) -> Result<Vec<SuspenseReason>, StoreError> {
    let numbers = Numbers::default();
    let mut reasons = Vec::new();
    for row in rows(session)? {
        let Some(date) = row.date.filter(|date| to.is_none_or(|last| *date <= last)) else {
            continue;
        };
        reasons.push(SuspenseReason {
            document: row.document,
            kind: numbers.key(session, row.kind)?,
            date,
            line: row.line.and_then(|line| usize::try_from(line).ok()),
            code: code(session, &row.code)?,
            arguments: arguments(session, &row.arguments)?,
            amount: row.amount,
        });
    }
    // Stable, so that the reasons of one document keep their order.
    reasons.sort_by_key(|reason| (reason.kind, reason.document));
    Ok(reasons)
}

pub fn not_posted<H: Holder>(session: &Session<H>) -> Result<Vec<NotPosted>, StoreError> {
    let numbers = Numbers::default();
    let mut found = Vec::new();
    for row in rows(session)?.into_iter().filter(|row| row.date.is_none()) {
        found.push(NotPosted {
            document: row.document,
            kind: numbers.key(session, row.kind)?,
            code: code(session, &row.code)?,
        });
    }
    found.sort_by_key(|it| (it.kind, it.document, it.code));
    Ok(found)
}

fn rows<H: Holder>(session: &Session<H>) -> Result<Vec<Row>, StoreError> {
    session
        .statement(
            "SELECT k.Key, r.Kind, r.Date, r.Line, r.Code, r.Arguments, r.Amount
             FROM PostedReasons r JOIN PostedKeys k ON k.Number = r.Document
             ORDER BY r.Document, r.Position",
        )?
        .query_map([], |row| {
            Ok(Row {
                document: crate::session::key_at(row, 0)?,
                kind: row.get(1)?,
                date: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
                line: row.get(3)?,
                code: row.get(4)?,
                arguments: row.get(5)?,
                amount: row.get::<_, Exact>(6)?.0,
            })
        })
        .and_then(Iterator::collect)
        .map_err(session.place().fault("read why documents are in Suspense"))
}

fn code<H: Holder>(session: &Session<H>, text: &str) -> Result<&'static str, StoreError> {
    let unknown = || {
        session
            .place()
            .damaged(format!("the code {text} is unknown"))
    };
    codes::find(text).ok_or_else(unknown)
}

fn arguments<H: Holder>(
    session: &Session<H>,
    text: &str,
) -> Result<Vec<(&'static str, String)>, StoreError> {
    read_arguments(text).map_err(|name| {
        session
            .place()
            .damaged(format!("the argument {name} is unknown"))
    })
}
