//! Gives out the rows of an opened file, one at a time.

use std::io::{self, Read, Write};

use rusqlite::{Connection, Row, Statement};

use crate::container::standard_tables::BLOB_PARTS;
use crate::container::writer::quoted;
use crate::container::{
    BlobRow, Cell, ManagerFile, ObjectRow, ReadError, Refusal, Table, connection, keys,
};

/// How much of a blob is held at a time.
const PIECE_BYTES: usize = 64 * 1024;

impl ManagerFile {
    /// Every row of `Objects`, in the order of the keys as text.
    ///
    /// # Errors
    /// [`ReadError`] of the file, or whatever `visit` returns, which ends the reading.
    pub fn each_object(
        &self,
        visit: &mut dyn FnMut(ObjectRow) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let table = self.existing("Objects")?;
        let shape = ObjectShape::of(table);
        let order = "\"Key\" COLLATE BINARY".to_owned();
        self.walk(&select_all(table, Some(order)), &mut |cells| {
            visit(shape.row(table, cells))
        })
    }

    /// The row of `Objects` with this key, as [`Self::each_object`] gives it.
    ///
    /// # Errors
    /// As [`Self::each_object`].
    pub fn object(&self, key: &[u8; 16]) -> Result<Option<ObjectRow>, ReadError> {
        let table = self.existing("Objects")?;
        let cells = self.find_row("Objects", "Key", &Cell::of_text(&keys::text(key)))?;
        Ok(cells.map(|cells| ObjectShape::of(table).row(table, cells)))
    }

    /// Every conforming row of `Blobs` without its bytes, in the order of the keys. A file without
    /// that table has none.
    ///
    /// # Errors
    /// As [`Self::each_object`].
    pub fn each_blob(
        &self,
        visit: &mut dyn FnMut(BlobRow) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.each_blob_or_odd(&mut |row| row.map_or(Ok(()), &mut *visit))
    }

    /// Every row of `Blobs` that [`Self::each_blob`] does not give: all its values in the order of
    /// [`Table::columns`].
    ///
    /// # Errors
    /// As [`Self::each_object`].
    pub fn each_odd_blob_row(
        &self,
        visit: &mut dyn FnMut(Vec<Cell>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut odd = false;
        self.each_blob_or_odd(&mut |row| {
            odd |= row.is_none();
            Ok(())
        })?;
        // Only now are whole rows, bytes included, worth reading.
        let Some(table) = self.table("Blobs").filter(|_| odd) else {
            return Ok(());
        };
        let shape = BlobShape::of(table);
        self.walk(
            &select_all(table, primary_order(table)),
            &mut |cells| match shape.conforms(&cells) {
                true => Ok(()),
                false => visit(cells),
            },
        )
    }

    /// Streams the bytes of one blob, its parts where it stands in parts, and returns how many
    /// there were. A table `WITHOUT ROWID`, which neither we nor any known program writes here, is
    /// read one whole value at a time.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] when there is no conforming row with this key;
    /// [`Refusal::Stopped`] with the [`std::io::Error`] of `sink`.
    pub fn copy_blob(&self, key: &[u8; 16], sink: &mut dyn Write) -> Result<u64, ReadError> {
        let parts = self.parts.of(key);
        if !parts.is_empty() {
            return parts.iter().try_fold(0_u64, |copied, part| {
                let count = self.stream(BLOB_PARTS, part.row, sink)?;
                Ok(copied.saturating_add(count))
            });
        }
        let key = keys::text(key);
        let missing = || self.refuse(Refusal::NoSuchPart(format!("Blobs {key}")));
        let table = self.table("Blobs").ok_or_else(missing)?;
        let shape = BlobShape::of(table);
        let (Some(_), Some(_)) = (shape.key, shape.content) else {
            return Err(missing());
        };
        let wanted = table.rowid().unwrap_or("\"Content\"");
        let sql = format!(
            "SELECT {wanted} FROM {} WHERE \"Key\" = ?1 COLLATE BINARY \
             AND typeof(\"Content\") = 'blob'",
            quoted(&table.name)
        );
        let mut statement = self.prepare(&sql)?;
        let mut rows = statement
            .query([Cell::of_text(&key)])
            .map_err(|e| self.failed(&e))?;
        let row = rows
            .next()
            .map_err(|e| self.failed(&e))?
            .ok_or_else(missing)?;
        match Cell::from_value(row.get_ref(0).map_err(|e| self.failed(&e))?) {
            Cell::Integer(row) => self.stream(&table.name, row, sink),
            Cell::Blob(bytes) => {
                sink.write_all(&bytes).map_err(ReadError::stopped)?;
                Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            }
            _ => Err(missing()),
        }
    }

    /// Every row of any table: all values in the order of [`Table::columns`], rows in the order of
    /// the primary key where there is one, else of the rowid.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] when there is no such table; else as [`Self::each_object`].
    pub fn each_row(
        &self,
        table: &str,
        visit: &mut dyn FnMut(Vec<Cell>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let table = self.existing(table)?;
        self.walk(&select_all(table, primary_order(table)), visit)
    }

    /// The first row of a table whose column holds this value: all its values in the order of
    /// [`Table::columns`]. Fast where the column is the primary key.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] when there is no such table or column; else as
    /// [`Self::each_object`].
    pub fn find_row(
        &self,
        table: &str,
        column: &str,
        value: &Cell,
    ) -> Result<Option<Vec<Cell>>, ReadError> {
        let table = self.existing(table)?;
        let column = table
            .column_at(column)
            .and_then(|at| table.columns.get(at))
            .ok_or_else(|| self.refuse(Refusal::NoSuchPart(column.to_owned())))?;
        let select = select_all(table, None);
        let sql = format!("{select} WHERE {} = ?1 LIMIT 1", quoted(&column.name));
        let mut statement = self
            .database
            .prepare_cached(&sql)
            .map_err(|e| self.failed(&e))?;
        let mut rows = statement.query([value]).map_err(|e| self.failed(&e))?;
        match rows.next().map_err(|e| self.failed(&e))? {
            None => Ok(None),
            Some(row) => cells(row, table.columns.len())
                .map(Some)
                .map_err(|e| self.failed(&e)),
        }
    }

    fn each_blob_or_odd(
        &self,
        visit: &mut dyn FnMut(Option<BlobRow>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Some(table) = self.table("Blobs") else {
            return Ok(());
        };
        let shape = BlobShape::of(table);
        self.walk(&shape.select(table), &mut |cells| {
            let mut row = shape.row(table, cells);
            if let Some(row) = &mut row {
                row.length = row.length.saturating_add(self.parts.length_of(&row.key));
            }
            visit(row)
        })
    }

    fn walk(
        &self,
        sql: &str,
        visit: &mut dyn FnMut(Vec<Cell>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut statement = self.prepare(sql)?;
        let columns_count = statement.column_count();
        let mut rows = statement.query([]).map_err(|e| self.failed(&e))?;
        while let Some(row) = rows.next().map_err(|e| self.failed(&e))? {
            let cells = cells(row, columns_count).map_err(|e| self.failed(&e))?;
            visit(cells)?;
        }
        Ok(())
    }

    fn stream(&self, table: &str, row: i64, sink: &mut dyn Write) -> Result<u64, ReadError> {
        let database: &Connection = &self.database;
        let mut blob = database
            .blob_open("main", table, "Content", row, true)
            .map_err(|e| self.failed(&e))?;
        let mut piece = vec![0; PIECE_BYTES];
        let mut copied = 0_u64;
        loop {
            let count = match blob.read(&mut piece) {
                Ok(0) => return Ok(copied),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.refuse(Refusal::Damaged(error.to_string()))),
            };
            sink.write_all(piece.get(..count).unwrap_or_default())
                .map_err(ReadError::stopped)?;
            copied = copied.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        }
    }

    fn existing(&self, name: &str) -> Result<&Table, ReadError> {
        self.table(name)
            .ok_or_else(|| self.refuse(Refusal::NoSuchPart(name.to_owned())))
    }

    fn prepare(&self, sql: &str) -> Result<Statement<'_>, ReadError> {
        self.database.prepare(sql).map_err(|e| self.failed(&e))
    }

    fn refuse(&self, refusal: Refusal) -> ReadError {
        ReadError::new(&self.name, refusal)
    }

    fn failed(&self, error: &rusqlite::Error) -> ReadError {
        self.refuse(connection::refusal_of(error, &self.limits))
    }
}

fn cells(row: &Row<'_>, columns_count: usize) -> rusqlite::Result<Vec<Cell>> {
    (0..columns_count)
        .map(|at| row.get_ref(at).map(Cell::from_value))
        .collect()
}

fn names(table: &Table) -> Vec<String> {
    table.columns.iter().map(|it| quoted(&it.name)).collect()
}

fn select_all(table: &Table, order: Option<String>) -> String {
    let order = order.map_or_else(String::new, |order| format!(" ORDER BY {order}"));
    let columns = names(table).join(",");
    format!("SELECT {columns} FROM {}{order}", quoted(&table.name))
}

fn primary_order(table: &Table) -> Option<String> {
    let mut key: Vec<_> = table
        .columns
        .iter()
        .filter(|column| column.primary_key > 0)
        .collect();
    key.sort_by_key(|column| column.primary_key);
    match key.is_empty() {
        true => table.rowid().map(str::to_owned),
        false => {
            let names: Vec<_> = key.iter().map(|column| quoted(&column.name)).collect();
            Some(names.join(","))
        }
    }
}

/// Columns of a table that are none of those named, with their values.
fn extra(table: &Table, cells: Vec<Cell>, named: &[Option<usize>]) -> Vec<(String, Cell)> {
    let columns = table.columns.iter().zip(cells).enumerate();
    columns
        .filter(|(at, _)| !named.contains(&Some(*at)))
        .map(|(_, (column, cell))| (column.name.clone(), cell))
        .collect()
}

fn take(cells: &mut [Cell], at: Option<usize>) -> Option<Cell> {
    let cell = cells.get_mut(at?)?;
    Some(std::mem::replace(cell, Cell::Null))
}

/// Where the four known columns of `Objects` stand.
struct ObjectShape {
    key: Option<usize>,
    content_type: Option<usize>,
    content: Option<usize>,
    timestamp: Option<usize>,
}

impl ObjectShape {
    fn of(table: &Table) -> Self {
        Self {
            key: table.column_at("Key"),
            content_type: table.column_at("ContentType"),
            content: table.column_at("Content"),
            timestamp: table.column_at("Timestamp"),
        }
    }

    fn row(&self, table: &Table, mut cells: Vec<Cell>) -> ObjectRow {
        let guid = |at: Option<usize>| at.and_then(|at| cells.get(at)).and_then(keys::guid);
        let (key, content_type) = (guid(self.key), guid(self.content_type));
        let is_blob = self
            .content
            .and_then(|at| cells.get(at))
            .is_some_and(|cell| cell.blob().is_some());
        let timestamp = match self.timestamp.and_then(|at| cells.get(at)) {
            None | Some(Cell::Null) => Ok(None),
            Some(Cell::Integer(ticks)) => Ok(Some(*ticks)),
            Some(_) => Err(()),
        };
        let reason = match (key, content_type, is_blob, timestamp) {
            (Some(key), Some(content_type), true, Ok(timestamp)) => {
                let content = match take(&mut cells, self.content) {
                    Some(Cell::Blob(content)) => content,
                    _ => Vec::new(),
                };
                let named = [self.key, self.content_type, self.content, self.timestamp];
                return ObjectRow::Conforming {
                    key,
                    content_type,
                    content,
                    timestamp,
                    extra: extra(table, cells, &named),
                };
            }
            (None, ..) => "key",
            (_, None, ..) => "content-type",
            (_, _, false, _) => "content",
            _ => "timestamp",
        };
        ObjectRow::Odd { reason, cells }
    }
}

/// Where the four known columns of `Blobs` stand.
struct BlobShape {
    key: Option<usize>,
    name: Option<usize>,
    content_type: Option<usize>,
    content: Option<usize>,
}

impl BlobShape {
    fn of(table: &Table) -> Self {
        Self {
            key: table.column_at("Key"),
            name: table.column_at("Name"),
            content_type: table.column_at("ContentType"),
            content: table.column_at("Content"),
        }
    }

    /// All columns, but of the content only its length, and null where it is no blob.
    fn select(&self, table: &Table) -> String {
        let columns = names(table);
        let wanted: Vec<String> = columns
            .into_iter()
            .enumerate()
            .map(|(at, name)| match Some(at) == self.content {
                true => format!("CASE WHEN typeof({name}) = 'blob' THEN length({name}) END"),
                false => name,
            })
            .collect();
        let order = match self.key {
            Some(_) => " ORDER BY \"Key\" COLLATE BINARY",
            None => "",
        };
        let (wanted, table) = (wanted.join(","), quoted(&table.name));
        format!("SELECT {wanted} FROM {table}{order}")
    }

    /// Whether a row is as the format describes it; `content_fits` says so of the content.
    fn fits(&self, cells: &[Cell], content_fits: fn(&Cell) -> bool) -> bool {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at));
        let text_or_none = |at| match cell(at) {
            None | Some(Cell::Null) => true,
            Some(cell) => cell.text().is_some(),
        };
        cell(self.key).and_then(keys::guid).is_some()
            && cell(self.content).is_some_and(content_fits)
            && text_or_none(self.name)
            && text_or_none(self.content_type)
    }

    fn conforms(&self, cells: &[Cell]) -> bool {
        self.fits(cells, |content| content.blob().is_some())
    }

    fn row(&self, table: &Table, mut cells: Vec<Cell>) -> Option<BlobRow> {
        if !self.fits(&cells, |length| length.integer().is_some()) {
            return None;
        }
        let key = keys::guid(&take(&mut cells, self.key)?)?;
        let length = u64::try_from(take(&mut cells, self.content)?.integer()?).ok()?;
        let text = |cell: Option<Cell>| cell.and_then(|cell| cell.text().map(str::to_owned));
        let name = text(take(&mut cells, self.name));
        let content_type = text(take(&mut cells, self.content_type));
        let named = [self.key, self.name, self.content_type, self.content];
        Some(BlobRow {
            key,
            name,
            content_type,
            length,
            extra: extra(table, cells, &named),
        })
    }
}
