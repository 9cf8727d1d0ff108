//! Reading the trail: upward from an entry, page by page downward, and what filters offer.

use super::entry_row::{COLUMNS, entry_of};
use super::{Holder, Session, text_at, to_count, to_signed};
use crate::values::Id;
use history::Entry;
use postgres::types::ToSql;
use store::{EntryFilter, EntryPage, StoreError, Visit};

pub fn each<H: Holder>(
    session: &Session<H>,
    from_sequence: u64,
    visit: Visit<'_, Entry>,
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM history WHERE business = $1 AND sequence >= $2 ORDER BY sequence"
    );
    let from = to_signed(from_sequence);
    session.each(
        "read the trail",
        &sql,
        &[session.number(), &from],
        &mut |row| visit(entry_of(session, row)?),
    )
}

pub fn one<H: Holder>(session: &Session<H>, sequence: u64) -> Result<Option<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM history WHERE business = $1 AND sequence = $2");
    let sequence = to_signed(sequence);
    let row = session.first("read the trail", &sql, &[session.number(), &sequence])?;
    row.map(|row| entry_of(session, &row)).transpose()
}

/// A page, newest first. One entry more than wanted is looked for, to know whether more follow.
pub fn page<H: Holder>(
    session: &Session<H>,
    filter: &EntryFilter,
    before: Option<u64>,
    limit: usize,
) -> Result<EntryPage, StoreError> {
    let wanted = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let conditions = Conditions::of(session, filter, before, wanted);
    let sql = page_query(filter, &conditions.texts.join(" AND "));
    let values: Vec<&(dyn ToSql + Sync)> = conditions
        .values
        .iter()
        .map(|value| value.as_ref())
        .collect();
    let rows = session.query("read the trail", &sql, &values)?;
    let is_more = rows.len() > limit;
    let entries = rows
        .iter()
        .take(limit)
        .map(|row| entry_of(session, row))
        .collect::<Result<Vec<_>, _>>()?;
    let next_before = entries
        .last()
        .filter(|_| is_more)
        .map(|last: &Entry| last.sequence);
    Ok(EntryPage {
        entries,
        next_before,
    })
}

/// The statement of a page. Kind before or kind after: two lists, each in order by its own index
/// and each cut at the limit, read no more than the page needs, however long the trail.
fn page_query(filter: &EntryFilter, conditions: &str) -> String {
    let Some(_kind) = filter.content_type else {
        return format!(
            "SELECT {COLUMNS} FROM history WHERE {conditions} ORDER BY sequence DESC LIMIT $2"
        );
    };
    let list = |column: &str| {
        format!(
            "(SELECT sequence FROM history WHERE {conditions} AND {column} = $3
              ORDER BY sequence DESC LIMIT $2)"
        )
    };
    format!(
        "SELECT {COLUMNS} FROM history WHERE business = $1 AND sequence IN ({} UNION {})
         ORDER BY sequence DESC LIMIT $2",
        list("content_type_before"),
        list("content_type_after")
    )
}

/// The filter as SQL: the business, the limit and the kind are the first values.
/// [`EntryFilter::admits`] says what it means, and the contract compares both.
struct Conditions {
    texts: Vec<String>,
    values: Vec<Box<dyn ToSql + Sync>>,
}

impl Conditions {
    fn of<H: Holder>(
        session: &Session<H>,
        filter: &EntryFilter,
        before: Option<u64>,
        wanted: i64,
    ) -> Self {
        let mut conditions = Self {
            texts: vec!["business = $1".to_owned()],
            values: vec![Box::new(*session.number()), Box::new(wanted)],
        };
        if let Some(kind) = filter.content_type {
            conditions.values.push(Box::new(Id(kind)));
        }
        if let Some(before) = before {
            conditions.add("sequence <", Box::new(to_signed(before)));
        }
        if let Some(name) = &filter.user_name {
            conditions.add("user_name =", Box::new(name.as_bytes().to_vec()));
        }
        if let Some(action) = filter.action {
            conditions.add("action =", Box::new(action.code()));
        }
        if let Some(object) = filter.object {
            conditions.add("object =", Box::new(Id(object)));
        }
        if let Some(from) = filter.from {
            conditions.add_moment(">=", from);
        }
        if let Some(until) = filter.until {
            conditions.add_moment("<", until);
        }
        conditions
    }

    fn add(&mut self, text: &str, value: Box<dyn ToSql + Sync>) {
        self.values.push(value);
        self.texts.push(format!("{text} ${}", self.values.len()));
    }

    fn add_moment(&mut self, comparison: &str, at: jiff::Timestamp) {
        self.values.push(Box::new(at.as_second()));
        self.values.push(Box::new(at.subsec_nanosecond()));
        let last = self.values.len();
        self.texts.push(format!(
            "(instant_seconds, instant_nanoseconds) {comparison} (${}, ${last})",
            last - 1
        ));
    }
}

pub fn bytes<H: Holder>(session: &Session<H>) -> Result<u64, StoreError> {
    let row = session.first(
        "measure the trail",
        "SELECT coalesce(sum(coalesce(octet_length(content_before), 0)
             + coalesce(octet_length(content_after), 0)), 0)::bigint
         FROM history WHERE business = $1",
        &[session.number()],
    )?;
    Ok(row.map_or(0, |row| to_count(row.get(0))))
}

pub fn user_names<H: Holder>(session: &Session<H>) -> Result<Vec<String>, StoreError> {
    let rows = session.query(
        "read who is in the trail",
        "SELECT DISTINCT user_name FROM history WHERE business = $1 ORDER BY user_name",
        &[session.number()],
    )?;
    rows.iter()
        .map(|row| text_at(session.place(), row, 0))
        .collect()
}
