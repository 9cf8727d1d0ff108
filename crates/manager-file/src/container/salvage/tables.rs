//! Which tables there were: from the list of tables in the file, as far as it can be read, and from
//! what is known of the format where it cannot.

use std::io;

use super::pages::Pages;
use crate::container::page_format::Kind;
use crate::container::schema::{self, Entry};
use crate::container::{Cell, Column, Limits, NewTable, standard_tables};

/// No tree of pages is deeper.
pub(super) const DEPTH_MAX: usize = 20;

/// A table that rows are taken out of.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) table: NewTable,
    /// The page at which it begins; none when the list of tables does not tell it.
    pub(super) root: Option<u64>,
    /// The column that is the number of the row and stands nowhere else.
    pub(super) row_column: Option<usize>,
}

/// An index of keys or of content types.
#[derive(Debug, Clone)]
pub(super) struct Index {
    pub(super) of_table: String,
    pub(super) root: u64,
    /// What stands in it: keys, or content types.
    pub(super) is_of_keys: bool,
}

/// The tables and indexes.
pub(super) struct Schema {
    pub(super) shapes: Vec<Shape>,
    pub(super) indexes: Vec<Index>,
    /// Whether the list in the file was read to its end.
    pub(super) is_whole: bool,
    /// Whether it was, and names no table of a business: then the file is of another program.
    pub(super) is_of_another: bool,
}

/// Reads the list of tables.
pub(super) fn read(pages: &Pages<'_>, limits: &Limits, known: &[NewTable]) -> io::Result<Schema> {
    let mut schema = Schema {
        shapes: Vec::new(),
        indexes: Vec::new(),
        is_whole: true,
        is_of_another: false,
    };
    let standard: Vec<NewTable> = standard_tables::all()
        .into_iter()
        .chain([standard_tables::blob_parts()])
        .chain(known.iter().cloned())
        .collect();
    let most = usize::try_from(limits.schema_entries_count_max).unwrap_or(usize::MAX);
    schema.is_whole = schema.follow(pages, 1, 0, most, &standard)?;
    let has_objects = schema.has("Objects");
    schema.is_of_another = schema.is_whole && !has_objects;
    schema.is_whole &= has_objects;
    if !schema.is_whole {
        // Rows may still be known by their looks.
        for table in standard {
            if !schema.has(&table.name) {
                schema.shapes.push(Shape::of(table, None));
            }
        }
    }
    schema
        .shapes
        .sort_by(|a, b| a.table.name.cmp(&b.table.name));
    Ok(schema)
}

impl Schema {
    fn has(&self, name: &str) -> bool {
        let mut shapes = self.shapes.iter();
        shapes.any(|shape| shape.table.name.eq_ignore_ascii_case(name))
    }

    fn follow(
        &mut self,
        pages: &Pages<'_>,
        root: u64,
        depth: usize,
        most: usize,
        standard: &[NewTable],
    ) -> io::Result<bool> {
        let Some(page) = pages.page(root)?.filter(|_| depth < DEPTH_MAX) else {
            return Ok(false);
        };
        let mut is_whole = true;
        for slot in pages.slots(&page) {
            let Some(slot) = slot else {
                is_whole = false;
                continue;
            };
            if page.kind == Kind::TableInside {
                let deeper = depth.saturating_add(1);
                is_whole &= self.follow(pages, slot.child, deeper, most, standard)?;
                continue;
            }
            let entry = pages.payload(&page, &slot)?;
            let values = entry.and_then(|entry| pages.values(&entry.bytes));
            is_whole &= self.shapes.len().saturating_add(self.indexes.len()) < most
                && values.is_some_and(|values| self.add(&values, standard));
        }
        if page.kind == Kind::TableInside {
            let deeper = depth.saturating_add(1);
            is_whole &= self.follow(pages, page.last_child(), deeper, most, standard)?;
        }
        Ok(is_whole && matches!(page.kind, Kind::TableInside | Kind::TableLeaf))
    }

    /// Adds an entry of the list; says whether it could be understood. Code is understood and left
    /// out.
    fn add(&mut self, values: &[Cell], standard: &[NewTable]) -> bool {
        let text = |at: usize| values.get(at).and_then(Cell::text);
        let root = values.get(3).and_then(Cell::integer);
        let root = root.and_then(|root| u64::try_from(root).ok());
        let (Some(of_type), Some(name), Some(of_table), Some(root)) =
            (text(0), text(1), text(2), root)
        else {
            return false;
        };
        if of_type == "index" {
            let is_of_keys = name.starts_with("sqlite_autoindex_");
            if is_of_keys || name == "Objects_ContentType" {
                self.indexes.push(Index {
                    of_table: of_table.to_owned(),
                    root,
                    is_of_keys,
                });
            }
            return true;
        }
        if of_type != "table" || name.to_ascii_lowercase().starts_with("sqlite_") || root == 0 {
            return ["table", "view", "trigger"].contains(&of_type);
        }
        let sql = text(4).unwrap_or_default();
        let documented = standard.iter().find(|it| it.name == name);
        let declared = match schema::classify(sql) {
            Entry::Table { without_rowid, .. } => schema::columns(sql).map(|columns| NewTable {
                name: name.to_owned(),
                columns,
                without_rowid,
            }),
            Entry::Index | Entry::Code => None,
        };
        // A damaged declaration must not turn the columns of a known table around.
        let fits = |table: &NewTable| {
            documented.is_none_or(|it| {
                it.columns.iter().all(|column| {
                    let at = table.column_at(&column.name);
                    let found = at.and_then(|at| table.columns.get(at));
                    found.map_or(!is_needed(column), |it| {
                        it.primary_key == column.primary_key
                    })
                })
            })
        };
        let table = declared.filter(fits).or_else(|| documented.cloned());
        match table {
            Some(table) if !self.has(&table.name) => {
                self.shapes.push(Shape::of(table, Some(root)));
                true
            }
            _ => false,
        }
    }
}

/// Older files have no moments: that column alone may be missing.
fn is_needed(column: &Column) -> bool {
    column.name != "Timestamp"
}

impl Shape {
    fn of(table: NewTable, root: Option<u64>) -> Self {
        let mut keys = table.columns.iter().filter(|it| it.primary_key > 0);
        let is_number = |column: &Column| column.declared_type.eq_ignore_ascii_case("INTEGER");
        let row_column = match (keys.next(), keys.next()) {
            (Some(key), None) if is_number(key) && !table.without_rowid => {
                table.column_at(&key.name)
            }
            _ => None,
        };
        Self {
            table,
            root,
            row_column,
        }
    }

    /// The values of a row in the order of the columns, the number of the row at its place; none
    /// when they do not fit the declaration.
    pub(super) fn row(&self, mut values: Vec<Cell>, row: i64) -> Option<Vec<Cell>> {
        let columns = &self.table.columns;
        if values.len() > columns.len() || values.is_empty() {
            return None;
        }
        if self.table.without_rowid {
            values = self.in_order(values)?;
        }
        // Columns that were added later have no value in older rows.
        values.resize(columns.len(), Cell::Null);
        if let Some(place) = self.row_column.and_then(|at| values.get_mut(at)) {
            if !place.is_null() {
                return None;
            }
            *place = Cell::Integer(row);
        }
        let misses = |(column, value): (&Column, &Cell)| column.not_null && value.is_null();
        (!columns.iter().zip(&values).any(misses)).then_some(values)
    }

    /// Without a number of the row, the values of the key stand first.
    fn in_order(&self, values: Vec<Cell>) -> Option<Vec<Cell>> {
        let columns = &self.table.columns;
        let mut places: Vec<usize> = (0..columns.len()).collect();
        let rank = |at: &usize| match columns.get(*at).map_or(0, |it| it.primary_key) {
            0 => u32::MAX,
            place => place,
        };
        places.sort_by_key(rank);
        let mut row = vec![Cell::Null; columns.len()];
        for (place, value) in places.into_iter().zip(values) {
            *row.get_mut(place)? = value;
        }
        Some(row)
    }

    /// Whether a row looks as this table's rows do, so that it may be one without being led to.
    pub(super) fn looks_alike(&self, values: &[Cell]) -> bool {
        let columns = &self.table.columns;
        let alike = |(column, value): (&Column, &Cell)| {
            let declared = column.declared_type.to_ascii_lowercase();
            match value {
                Cell::Null => true,
                Cell::Integer(_) => declared.contains("int"),
                Cell::Text(_) => declared.contains("text") || declared.contains("char"),
                Cell::Blob(_) => declared.contains("blob"),
                Cell::Real(_) => false,
            }
        };
        let is_guid = |at: usize| values.get(at).is_some_and(is_key);
        columns.len() == values.len()
            && columns.iter().zip(values).all(alike)
            && match self.table.name.as_str() {
                "Objects" => is_guid(0) && is_guid(1),
                "Images" => is_guid(0) && !is_guid(1),
                "TijoriManifest" | "TijoriSections" => !is_guid(0),
                _ => self.table.column_at("Key").is_none_or(is_guid),
            }
    }
}

fn is_key(cell: &Cell) -> bool {
    crate::container::keys::guid(cell).is_some()
}
