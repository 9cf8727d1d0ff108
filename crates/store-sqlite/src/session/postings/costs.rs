//! Average costs of inventory, as rows.

use super::values::{Day, Exact};
use crate::session::{Holder, Session, Writing, key_at};
use rusqlite::params;
use store::{KeptCosts, StoreError};

pub fn read<H: Holder>(session: &Session<H>) -> Result<KeptCosts, StoreError> {
    let fault = session.place().fault("read the average costs");
    let mut kept = KeptCosts::default();
    let mut statement = session.statement(
        "SELECT k.Key, c.Date, c.Cost FROM PostedCosts c JOIN PostedKeys k ON k.Number = c.Item",
    )?;
    let mut rows = statement.query([]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let item = key_at(row, 0).map_err(&fault)?;
        let from = row.get::<_, Day>(1).map_err(&fault)?.0;
        let cost = row.get::<_, Exact>(2).map_err(&fault)?.0;
        kept.averages.set(item, from, cost);
    }
    let mut statement = session.statement(
        "SELECT k.Key, i.ValuedUntil FROM PostedItems i JOIN PostedKeys k ON k.Number = i.Item",
    )?;
    let mut rows = statement.query([]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let item = key_at(row, 0).map_err(&fault)?;
        let until = row.get::<_, Day>(1).map_err(&fault)?.0;
        kept.valued_until.insert(item, until);
    }
    Ok(kept)
}

pub fn keep<H: Writing>(session: &Session<H>, kept: &KeptCosts) -> Result<(), StoreError> {
    let fault = session.place().fault("keep the average costs");
    let numbers = &session.0.posted().numbers;
    session
        .connection()
        .execute_batch("DELETE FROM PostedCosts; DELETE FROM PostedItems;")
        .map_err(&fault)?;
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
