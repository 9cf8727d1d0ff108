//! Reading the trail: upward from an entry, page by page downward, and what filters offer.

use super::entry_row::{COLUMNS, entry_of};
use super::{Holder, Session, to_count, to_signed};
use history::Entry;
use rusqlite::types::Value;
use rusqlite::{Params, params_from_iter};
use store::{EntryFilter, EntryPage, StoreError, Visit};

pub fn each<H: Holder>(
    session: &Session<H>,
    from_sequence: u64,
    visit: Visit<'_, Entry>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM History WHERE Sequence >= ? ORDER BY Sequence");
    visit_rows(session, &sql, [to_signed(from_sequence)], visit)
}

pub fn one<H: Holder>(session: &Session<H>, sequence: u64) -> Result<Option<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM History WHERE Sequence = ?");
    let mut found = None;
    visit_rows(session, &sql, [to_signed(sequence)], &mut |entry| {
        found = Some(entry);
        Ok(())
    })?;
    Ok(found)
}

/// A page, newest first. One entry more than wanted is looked for, to know whether more follow.
pub fn page<H: Holder>(
    session: &Session<H>,
    filter: &EntryFilter,
    before: Option<u64>,
    limit: usize,
) -> Result<EntryPage, StoreError> {
    let (sql, parameters) = page_query(filter, before, limit);
    let mut entries = Vec::new();
    let mut is_more = false;
    visit_rows(session, &sql, params_from_iter(parameters), &mut |entry| {
        if entries.len() < limit {
            entries.push(entry);
        } else {
            is_more = true;
        }
        Ok(())
    })?;
    let next_before = entries
        .last()
        .filter(|_| is_more)
        .map(|last: &Entry| last.sequence);
    Ok(EntryPage {
        entries,
        next_before,
    })
}

/// The statement of a page with its parameters.
///
/// Kind before or kind after: one condition with OR would read every entry of the kind and sort
/// them. Two lists, each in order by its own index and each cut at the limit, read no more than the
/// page needs, however long the trail.
fn page_query(filter: &EntryFilter, before: Option<u64>, limit: usize) -> (String, Vec<Value>) {
    let rows = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let rows = Value::Integer(rows);
    let (conditions, parameters) = conditions_of(filter, before);
    let Some(kind) = &filter.content_type else {
        let sql = format!(
            "SELECT {COLUMNS} FROM History WHERE {conditions} ORDER BY Sequence DESC LIMIT ?"
        );
        return (sql, [parameters, vec![rows]].concat());
    };
    let list = |column: &str| {
        format!(
            "SELECT Sequence FROM (SELECT Sequence FROM History
             WHERE {conditions} AND {column} = ? ORDER BY Sequence DESC LIMIT ?)"
        )
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM History WHERE Sequence IN ({} UNION {})
         ORDER BY Sequence DESC LIMIT ?",
        list("ContentTypeBefore"),
        list("ContentTypeAfter")
    );
    let kind = Value::Blob(kind.as_bytes().to_vec());
    let of_list = [parameters, vec![kind, rows.clone()]].concat();
    (sql, [of_list.clone(), of_list, vec![rows]].concat())
}

/// The filter but for the kind as SQL: [`EntryFilter::admits`] says what it means, and the contract
/// compares both.
fn conditions_of(filter: &EntryFilter, before: Option<u64>) -> (String, Vec<Value>) {
    let mut conditions = vec!["TRUE"];
    let mut parameters = Vec::new();
    let mut add = |condition, values: Vec<Value>| {
        conditions.push(condition);
        parameters.extend(values);
    };
    let bytes = |key: &books::Key| Value::Blob(key.as_bytes().to_vec());
    if let Some(before) = before {
        add("Sequence < ?", vec![Value::Integer(to_signed(before))]);
    }
    if let Some(name) = &filter.user_name {
        add("UserName = ?", vec![Value::Text(name.clone())]);
    }
    if let Some(action) = filter.action {
        add("Action = ?", vec![Value::Text(action.code().to_owned())]);
    }
    if let Some(object) = &filter.object {
        add("Object = ?", vec![bytes(object)]);
    }
    let moment = |at: jiff::Timestamp| {
        vec![
            Value::Integer(at.as_second()),
            Value::Integer(at.subsec_nanosecond().into()),
        ]
    };
    if let Some(from) = filter.from {
        add(
            "(InstantSeconds, InstantNanoseconds) >= (?, ?)",
            moment(from),
        );
    }
    if let Some(until) = filter.until {
        add(
            "(InstantSeconds, InstantNanoseconds) < (?, ?)",
            moment(until),
        );
    }
    (conditions.join(" AND "), parameters)
}

pub fn bytes<H: Holder>(session: &Session<H>) -> Result<u64, StoreError> {
    session
        .statement(
            "SELECT coalesce(sum(ifnull(length(ContentBefore), 0)
                 + ifnull(length(ContentAfter), 0)), 0) FROM History",
        )?
        .query_one([], |row| row.get(0))
        .map(to_count)
        .map_err(session.place().fault("measure the trail"))
}

pub fn user_names<H: Holder>(session: &Session<H>) -> Result<Vec<String>, StoreError> {
    session
        .statement("SELECT DISTINCT UserName FROM History ORDER BY UserName")?
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .map_err(session.place().fault("read who is in the trail"))
}

fn visit_rows<H: Holder>(
    session: &Session<H>,
    sql: &str,
    parameters: impl Params,
    visit: Visit<'_, Entry>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the trail");
    let mut statement = session.statement(sql)?;
    let mut rows = statement.query(parameters).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(entry_of(session, row)?)?;
    }
    Ok(())
}
