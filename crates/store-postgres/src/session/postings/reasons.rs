//! Why something went to Suspense, and why a document posted nothing, as rows.
//!
//! A reason with a date is one of Suspense, one without is one of nothing posted.

use super::{Holder, Session, amount_at, day_at};
use crate::session::{Writing, key_at, text_at};
use crate::values::{Day, Id};
use books::Key;
use jiff::civil::Date;
use ledger::{NotPosted, SuspenseReason, codes};
use postgres::Row;
use store::rows::posted::{read_arguments, written_arguments};
use store::{PostedDocument, StoreError};

pub fn keep<H: Writing>(
    session: &Session<H>,
    document: Key,
    posted: &PostedDocument,
) -> Result<(), StoreError> {
    let what = "keep why a document is in Suspense";
    let sql = "INSERT INTO posted_reasons
             (business, document, position, kind, date, line, code, arguments, amount)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::numeric)";
    let mut position: i32 = 0;
    for reason in &posted.suspense {
        let line = reason.line.and_then(|line| i64::try_from(line).ok());
        session.execute(
            what,
            sql,
            &[
                session.number(),
                &Id(document),
                &position,
                &Id(reason.kind),
                &Some(Day(reason.date)),
                &line,
                &reason.code,
                &written_arguments(&reason.arguments).as_bytes(),
                &reason.amount.to_string(),
            ],
        )?;
        position += 1;
    }
    for reason in &posted.not_posted {
        session.execute(
            what,
            sql,
            &[
                session.number(),
                &Id(document),
                &position,
                &Id(reason.kind),
                &None::<Day>,
                &None::<i64>,
                &reason.code,
                &b"".as_slice(),
                &"0",
            ],
        )?;
        position += 1;
    }
    Ok(())
}

pub fn suspense<H: Holder>(
    session: &Session<H>,
    to: Option<Date>,
) -> Result<Vec<SuspenseReason>, StoreError> {
    let rows = session.query(
        "read why documents are in Suspense",
        "SELECT document, kind, date, line, code, arguments, amount::text FROM posted_reasons
         WHERE business = $1 AND date <= coalesce($2, 'infinity'::date)
         ORDER BY kind, document, position",
        &[session.number(), &to.map(Day)],
    )?;
    rows.iter().map(|row| reason_of(session, row)).collect()
}

fn reason_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<SuspenseReason, StoreError> {
    let line: Option<i64> = row.get(3);
    let arguments = read_arguments(&text_at(session.place(), row, 5)?).map_err(|name| {
        session
            .place()
            .damaged(format!("the argument {name} is unknown"))
    })?;
    Ok(SuspenseReason {
        document: key_at(row, 0),
        kind: key_at(row, 1),
        date: day_at(row, 2).unwrap_or(Date::ZERO),
        line: line.and_then(|line| usize::try_from(line).ok()),
        code: code(session, row.get(4))?,
        arguments,
        amount: amount_at(session, row, 6)?.unwrap_or_default(),
    })
}

pub fn not_posted<H: Holder>(session: &Session<H>) -> Result<Vec<NotPosted>, StoreError> {
    let rows = session.query(
        "read which documents posted nothing",
        "SELECT document, kind, code FROM posted_reasons WHERE business = $1 AND date IS NULL
         ORDER BY kind, document, code COLLATE \"C\"",
        &[session.number()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(NotPosted {
                document: key_at(row, 0),
                kind: key_at(row, 1),
                code: code(session, row.get(2))?,
            })
        })
        .collect()
}

fn code<H: Holder>(session: &Session<H>, text: &str) -> Result<&'static str, StoreError> {
    let unknown = || {
        session
            .place()
            .damaged(format!("the code {text} is unknown"))
    };
    codes::find(text).ok_or_else(unknown)
}
