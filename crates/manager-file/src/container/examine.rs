//! Examines the database of a private copy: schema, consistency, columns, number of rows, keys.
//! SPEC-manager-file.md, "Opening", says why in this order.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::schema::{self, Entry};
use super::writer::quoted;
use super::{Column, FileFinding, Limits, Refusal, Table, connection, keys, standard_tables};

/// Tables that other programs' files are known to have.
const KNOWN: [&str; 5] = ["Objects", "Images", "Blobs", "Changes", "Emails"];
/// How the names of our own tables begin.
const OWN_PREFIX: &str = "Tijori";

/// What a database holds.
pub(super) struct Examined {
    pub(super) tables: Vec<Table>,
    pub(super) findings: Vec<FileFinding>,
}

/// Checks all there is to check before rows are given out.
pub(super) fn examine(database: &Connection, limits: &Limits) -> Result<Examined, Refusal> {
    let mut schema = read_schema(database, limits)?;
    schema.require_objects()?;
    check_consistency(database, &schema, limits)?;
    let mut rows_count = 0_u64;
    for table in &mut schema.tables {
        table.columns = columns(database, &table.name, limits)?;
        table.rows_count = count_rows(database, &table.name, limits)?;
        rows_count = rows_count.saturating_add(table.rows_count);
    }
    if rows_count > limits.rows_count_max {
        return Err(Refusal::TooManyRows(limits.rows_count_max));
    }
    for name in ["Objects", "Blobs"] {
        if let Some(table) = schema
            .table(name)
            .filter(|it| it.column_at("Key").is_some())
        {
            keys::check_unique(database, &table.name, limits)?;
        }
    }
    schema.require_columns()?;
    schema.tables.retain(|table| !table.columns.is_empty());
    let mut findings = schema.dropped();
    findings.extend(unknown_parts(&schema.tables));
    Ok(Examined {
        tables: schema.tables,
        findings,
    })
}

/// The schema, taken apart into what can be read and what is code.
struct Schema {
    tables: Vec<Table>,
    /// Names of views, triggers, virtual tables and computed indexes.
    code: Vec<String>,
    /// Names of tables that can be read, with code in their declaration.
    ruled: Vec<String>,
}

impl Schema {
    fn table(&self, name: &str) -> Option<&Table> {
        let same = |table: &&Table| table.name.eq_ignore_ascii_case(name);
        self.tables.iter().find(same)
    }

    fn has_code(&self) -> bool {
        !self.code.is_empty() || !self.ruled.is_empty()
    }

    fn require_objects(&self) -> Result<(), Refusal> {
        if self.table("Objects").is_some() {
            return Ok(());
        }
        let posed = |name: &&String| name.eq_ignore_ascii_case("Objects");
        Err(match self.code.iter().find(posed) {
            Some(name) => Refusal::SchemaIsCode(name.clone()),
            None => Refusal::OtherDatabase,
        })
    }

    fn require_columns(&self) -> Result<(), Refusal> {
        let objects = self.table("Objects").ok_or(Refusal::OtherDatabase)?;
        let complete = ["Key", "ContentType", "Content"]
            .iter()
            .all(|name| objects.column_at(name).is_some());
        match complete {
            true => Ok(()),
            // A computed column is left out, so it is missing here.
            false if self.ruled.contains(&objects.name) => {
                Err(Refusal::SchemaIsCode(objects.name.clone()))
            }
            false => Err(Refusal::OtherDatabase),
        }
    }

    fn dropped(&self) -> Vec<FileFinding> {
        let mut names: Vec<_> = self.code.iter().chain(&self.ruled).collect();
        names.sort();
        names
            .into_iter()
            .map(|name| FileFinding::CodeDropped { name: name.clone() })
            .collect()
    }
}

fn read_schema(database: &Connection, limits: &Limits) -> Result<Schema, Refusal> {
    let failed = |error: rusqlite::Error| connection::refusal_of(&error, limits);
    let mut statement = database
        .prepare("SELECT \"name\", \"sql\" FROM sqlite_schema")
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut schema = Schema {
        tables: Vec::new(),
        code: Vec::new(),
        ruled: Vec::new(),
    };
    let mut entries = 0_u64;
    while let Some(row) = rows.next().map_err(failed)? {
        entries = entries.saturating_add(1);
        if entries > limits.schema_entries_count_max {
            return Err(Refusal::TooLarge {
                what: "schema-entries",
                limit: limits.schema_entries_count_max,
            });
        }
        let text = |at| match row.get::<_, Value>(at) {
            Ok(Value::Text(text)) => Some(text),
            _ => None,
        };
        let name = text(0).unwrap_or_default();
        // SQLite's own: indexes of keys, counters, statistics.
        if !name.to_ascii_lowercase().starts_with("sqlite_") {
            schema.add(name, &text(1).unwrap_or_default());
        }
    }
    schema.tables.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(schema)
}

impl Schema {
    fn add(&mut self, name: String, sql: &str) {
        match schema::classify(sql) {
            Entry::Table {
                name: declared,
                has_code,
                without_rowid,
            } if declared == name && self.table(&name).is_none() => {
                if has_code {
                    self.ruled.push(name.clone());
                }
                self.tables.push(Table {
                    name,
                    columns: Vec::new(),
                    without_rowid,
                    rows_count: 0,
                });
            }
            Entry::Index => {}
            _ => self.code.push(name),
        }
    }
}

/// SQLite's own check of the pages, indexes and rows; rows are later read in the order of an
/// index, so indexes must agree with their tables. Where the schema holds code, only the plain
/// tables are checked, one by one, since the whole check would wake virtual tables.
fn check_consistency(
    database: &Connection,
    schema: &Schema,
    limits: &Limits,
) -> Result<(), Refusal> {
    if !schema.has_code() {
        return check(database, "PRAGMA integrity_check(1)", limits);
    }
    for table in &schema.tables {
        let sql = format!("PRAGMA integrity_check({})", quoted(&table.name));
        check(database, &sql, limits).map_err(|refusal| match refusal {
            Refusal::TooLarge {
                what: "check-steps",
                ..
            } => Refusal::SchemaIsCode(table.name.clone()),
            refusal => refusal,
        })?;
    }
    Ok(())
}

fn check(database: &Connection, sql: &str, limits: &Limits) -> Result<(), Refusal> {
    let verdict: String = database
        .query_row(sql, [], |row| row.get(0))
        .map_err(|error| connection::refusal_of(&error, limits))?;
    match verdict.as_str() {
        "ok" => Ok(()),
        _ => Err(Refusal::Damaged(verdict)),
    }
}

/// The columns that hold values; computed ones are left out.
fn columns(database: &Connection, table: &str, limits: &Limits) -> Result<Vec<Column>, Refusal> {
    let failed = |error: rusqlite::Error| connection::refusal_of(&error, limits);
    let mut statement = database
        .prepare(&format!("PRAGMA table_xinfo({})", quoted(table)))
        .map_err(failed)?;
    let read = |row: &rusqlite::Row<'_>| {
        let column = Column {
            name: row.get("name")?,
            declared_type: row.get("type")?,
            not_null: row.get("notnull")?,
            primary_key: row.get("pk")?,
        };
        Ok((row.get::<_, i64>("hidden")?, column))
    };
    let mut columns = Vec::new();
    for column in statement.query_map([], read).map_err(failed)? {
        let (hidden, column) = column.map_err(failed)?;
        if hidden == 0 {
            columns.push(column);
        }
    }
    Ok(columns)
}

fn count_rows(database: &Connection, table: &str, limits: &Limits) -> Result<u64, Refusal> {
    let sql = format!("SELECT count(*) FROM {}", quoted(table));
    database
        .query_row(&sql, [], |row| row.get::<_, i64>(0))
        .map(|count| u64::try_from(count).unwrap_or(0))
        .map_err(|error| connection::refusal_of(&error, limits))
}

/// Tables and columns that the format does not name. They are kept; this says so.
fn unknown_parts(tables: &[Table]) -> Vec<FileFinding> {
    let standard = standard_tables::all();
    let mut findings = Vec::new();
    for table in tables {
        let same = |name: &str| table.name.eq_ignore_ascii_case(name);
        if !KNOWN.iter().any(|name| same(name)) && !table.name.starts_with(OWN_PREFIX) {
            findings.push(FileFinding::UnknownTable {
                table: table.name.clone(),
                rows_count: table.rows_count,
            });
        }
        let Some(documented) = standard.iter().find(|it| same(&it.name)) else {
            continue;
        };
        for column in &table.columns {
            if documented.column_at(&column.name).is_none() {
                findings.push(FileFinding::ExtraColumn {
                    table: table.name.clone(),
                    column: column.name.clone(),
                });
            }
        }
    }
    findings
}
