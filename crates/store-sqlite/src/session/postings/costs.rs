//! Average costs of inventory, as rows.

use super::numbers::Numbers;
use super::values::{Day, Exact};
use crate::session::{Holder, Session, Writing};
use books::Key;
use rusqlite::params;
use std::collections::BTreeSet;
use store::{KeptCosts, StoreError};

pub fn read<H: Holder>(
    session: &Session<H>,
    items: &BTreeSet<Key>,
) -> Result<KeptCosts, StoreError> {
    let fault = session.place().fault("read the average costs");
    let numbers = Numbers::default();
    let mut kept = KeptCosts::default();
    let mut costs = session.statement("SELECT Date, Cost FROM PostedCosts WHERE Item = ?")?;
    let mut valued = session.statement("SELECT ValuedUntil FROM PostedItems WHERE Item = ?")?;
    for &item in items {
        let Some(number) = numbers.find(session, item)? else {
            continue;
        };
        let mut rows = costs.query([number]).map_err(&fault)?;
        while let Some(row) = rows.next().map_err(&fault)? {
            let from = row.get::<_, Day>(0).map_err(&fault)?.0;
            let cost = row.get::<_, Exact>(1).map_err(&fault)?.0;
            kept.averages.set(item, from, cost);
        }
        let mut rows = valued.query([number]).map_err(&fault)?;
        if let Some(row) = rows.next().map_err(&fault)? {
            let until = row.get::<_, Day>(0).map_err(&fault)?.0;
            kept.valued_until.insert(item, until);
        }
    }
    Ok(kept)
}

/// Replaces the costs of these items.
pub fn keep<H: Writing>(
    session: &Session<H>,
    items: &BTreeSet<Key>,
    kept: &KeptCosts,
) -> Result<(), StoreError> {
    let fault = session.place().fault("keep the average costs");
    let numbers = &session.0.posted().numbers;
    for &item in items {
        let number = numbers.give(session, item)?;
        for sql in [
            "DELETE FROM PostedCosts WHERE Item = ?",
            "DELETE FROM PostedItems WHERE Item = ?",
        ] {
            session.statement(sql)?.execute([number]).map_err(&fault)?;
        }
    }
    let mut statement =
        session.statement("INSERT INTO PostedCosts (Item, Date, Cost) VALUES (?, ?, ?)")?;
    for (item, from, cost) in kept.averages.iter() {
        let item = numbers.give(session, item)?;
        statement
            .execute(params![item, Day(from), Exact(cost)])
            .map_err(&fault)?;
    }
    let mut statement =
        session.statement("INSERT INTO PostedItems (Item, ValuedUntil) VALUES (?, ?)")?;
    for (&item, &until) in &kept.valued_until {
        let item = numbers.give(session, item)?;
        statement
            .execute(params![item, Day(until)])
            .map_err(&fault)?;
    }
    Ok(())
}
