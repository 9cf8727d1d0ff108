//! Tables carried along: their declarations, and their rows in the order in which they came.

use super::{Holder, Session, Writing, text_at, to_count, to_signed};
use store::rows::cells;
use store::{CarriedColumn, CarriedTable, Cell, StoreError, Visit};

pub fn tables<H: Holder>(session: &Session<H>) -> Result<Vec<CarriedTable>, StoreError> {
    let what = "read the tables carried along";
    let place = session.place();
    let rows = session.query(
        what,
        "SELECT number, name, without_rowid FROM carried_tables WHERE business = $1 ORDER BY name",
        &[session.number()],
    )?;
    let mut tables = Vec::new();
    for row in rows {
        let number: i64 = row.get(0);
        let columns = session.query(
            what,
            "SELECT name, declared_type, is_not_null, primary_key_place FROM carried_columns
             WHERE carried_table = $1 ORDER BY position",
            &[&number],
        )?;
        let columns = columns
            .iter()
            .map(|column| {
                Ok(CarriedColumn {
                    name: text_at(place, column, 0)?,
                    declared_type: text_at(place, column, 1)?,
                    not_null: column.get(2),
                    primary_key: u32::try_from(column.get::<_, i64>(3)).unwrap_or(0),
                })
            })
            .collect::<Result<_, StoreError>>()?;
        tables.push(CarriedTable {
            name: text_at(place, &row, 1)?,
            columns,
            without_rowid: row.get(2),
        });
    }
    Ok(tables)
}

/// Visits the rows; a table that is not carried has none.
pub fn each_row<H: Holder>(
    session: &Session<H>,
    table: &str,
    visit: Visit<'_, Vec<Cell>>,
) -> Result<(), StoreError> {
    let Some(number) = number_of(session, table)? else {
        return Ok(());
    };
    session.each(
        "read the rows carried along",
        "SELECT cells FROM carried_rows WHERE carried_table = $1 ORDER BY position",
        &[&number],
        &mut |row| {
            let garbled = || {
                session
                    .place()
                    .damaged(format!("a row of {table} is garbled"))
            };
            visit(cells::decode(row.get(0)).ok_or_else(garbled)?)
        },
    )
}

pub fn size<H: Holder>(session: &Session<H>, table: &str) -> Result<(u64, u64), StoreError> {
    let row = session.first(
        "measure a table carried along",
        "SELECT count(*), coalesce(sum(r.bytes_count), 0)::bigint
         FROM carried_tables t JOIN carried_rows r ON r.carried_table = t.number
         WHERE t.business = $1 AND t.name = $2",
        &[session.number(), &table.as_bytes()],
    )?;
    Ok(row.map_or((0, 0), |row| (to_count(row.get(0)), to_count(row.get(1)))))
}

/// Takes over a declaration, and returns the table's number.
pub fn insert_table<H: Writing>(
    session: &Session<H>,
    table: &CarriedTable,
) -> Result<i64, StoreError> {
    let what = "carry a table along";
    let row = session.first(
        what,
        "INSERT INTO carried_tables (business, name, without_rowid) VALUES ($1, $2, $3)
         RETURNING number",
        &[
            session.number(),
            &table.name.as_bytes(),
            &table.without_rowid,
        ],
    )?;
    let number: i64 = row.map_or(0, |row| row.get(0));
    for (position, column) in (1_i64..).zip(&table.columns) {
        session.execute(
            what,
            "INSERT INTO carried_columns
                 (carried_table, position, name, declared_type, is_not_null, primary_key_place)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                &number,
                &position,
                &column.name.as_bytes(),
                &column.declared_type.as_bytes(),
                &column.not_null,
                &i64::from(column.primary_key),
            ],
        )?;
    }
    Ok(number)
}

/// Takes over a row at this position.
pub fn insert_row<H: Writing>(
    session: &Session<H>,
    number: i64,
    position: i64,
    row: &[Cell],
) -> Result<(), StoreError> {
    let bytes = cells::encode(row);
    session.0.growth().add_bytes(bytes.len());
    session.execute(
        "carry a row along",
        "INSERT INTO carried_rows (carried_table, position, bytes_count, cells)
         VALUES ($1, $2, $3, $4)",
        &[
            &number,
            &position,
            &to_signed(cells::bytes_count(row)),
            &bytes,
        ],
    )?;
    Ok(())
}

pub fn number_of<H: Holder>(session: &Session<H>, table: &str) -> Result<Option<i64>, StoreError> {
    let row = session.first(
        "read the tables carried along",
        "SELECT number FROM carried_tables WHERE business = $1 AND name = $2",
        &[session.number(), &table.as_bytes()],
    )?;
    Ok(row.map(|row| row.get(0)))
}
