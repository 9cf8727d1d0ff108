//! Tables carried along: their declarations, and their rows in the order in which they came.

use super::{Holder, Session, to_count, to_signed};
use rusqlite::{OptionalExtension, params};
use store::rows::cells;
use store::{CarriedColumn, CarriedTable, Cell, StoreError, Visit};

pub fn tables<H: Holder>(session: &Session<H>) -> Result<Vec<CarriedTable>, StoreError> {
    let fault = session.place().fault("read the tables carried along");
    let found: Vec<(i64, String, bool)> = session
        .statement("SELECT Number, Name, WithoutRowid FROM CarriedTables ORDER BY Name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .and_then(Iterator::collect)
        .map_err(&fault)?;
    let mut columns = session.statement(
        "SELECT Name, DeclaredType, IsNotNull, PrimaryKeyPlace FROM CarriedColumns
         WHERE CarriedTable = ? ORDER BY Position",
    )?;
    let mut tables = Vec::new();
    for (number, name, without_rowid) in found {
        let columns = columns
            .query_map([number], |row| {
                Ok(CarriedColumn {
                    name: row.get(0)?,
                    declared_type: row.get(1)?,
                    not_null: row.get(2)?,
                    primary_key: row.get(3)?,
                })
            })
            .and_then(Iterator::collect)
            .map_err(&fault)?;
        tables.push(CarriedTable {
            name,
            columns,
            without_rowid,
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
    let fault = session.place().fault("read the rows carried along");
    let Some(number) = number_of(session, table)? else {
        return Ok(());
    };
    let mut statement = session
        .statement("SELECT Cells FROM CarriedRows WHERE CarriedTable = ? ORDER BY Position")?;
    let mut rows = statement.query([number]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let bytes = row
            .get_ref(0)
            .and_then(|value| Ok(value.as_blob()?))
            .map_err(&fault)?;
        let cells = cells::decode(bytes).ok_or_else(|| {
            session
                .place()
                .damaged(format!("a row of {table} is garbled"))
        })?;
        visit(cells)?;
    }
    Ok(())
}

pub fn size<H: Holder>(session: &Session<H>, table: &str) -> Result<(u64, u64), StoreError> {
    session
        .statement(
            "SELECT count(*), coalesce(sum(r.BytesCount), 0)
             FROM CarriedTables t JOIN CarriedRows r ON r.CarriedTable = t.Number
             WHERE t.Name = ?",
        )?
        .query_one([table], |row| {
            Ok((to_count(row.get(0)?), to_count(row.get(1)?)))
        })
        .map_err(session.place().fault("measure a table carried along"))
}

/// Takes over a declaration, and returns the table's number.
pub fn insert_table<H: Holder>(
    session: &Session<H>,
    table: &CarriedTable,
) -> Result<i64, StoreError> {
    let fault = session.place().fault("carry a table along");
    session
        .statement("INSERT INTO CarriedTables (Name, WithoutRowid) VALUES (?, ?)")?
        .execute(params![table.name, table.without_rowid])
        .map_err(&fault)?;
    let number = session.connection().last_insert_rowid();
    let mut insert = session.statement(
        "INSERT INTO CarriedColumns
         (CarriedTable, Position, Name, DeclaredType, IsNotNull, PrimaryKeyPlace)
         VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    for (position, column) in (1_i64..).zip(&table.columns) {
        insert
            .execute(params![
                number,
                position,
                column.name,
                column.declared_type,
                column.not_null,
                column.primary_key,
            ])
            .map_err(&fault)?;
    }
    Ok(number)
}

/// Takes over a row at this position.
pub fn insert_row<H: Holder>(
    session: &Session<H>,
    number: i64,
    position: i64,
    row: &[Cell],
) -> Result<(), StoreError> {
    session
        .statement(
            "INSERT INTO CarriedRows (CarriedTable, Position, BytesCount, Cells)
             VALUES (?, ?, ?, ?)",
        )?
        .execute(params![
            number,
            position,
            to_signed(cells::bytes_count(row)),
            cells::encode(row),
        ])
        .map_err(session.place().fault("carry a row along"))?;
    Ok(())
}

pub fn number_of<H: Holder>(session: &Session<H>, table: &str) -> Result<Option<i64>, StoreError> {
    session
        .statement("SELECT Number FROM CarriedTables WHERE Name = ?")?
        .query_one([table], |row| row.get(0))
        .optional()
        .map_err(session.place().fault("read the tables carried along"))
}
