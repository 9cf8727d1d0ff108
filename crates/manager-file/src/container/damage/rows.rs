//! Which rows lie in the gaps: found from the pages that lead to them and, for their keys, from
//! the indexes, which stand on other pages.

use std::collections::BTreeMap;
use std::io;
use std::str;

use super::DamagedRows;
use super::pages::{Page, Pages};
use crate::container::Cell;
use crate::container::keys;
use crate::container::page_format::{Kind, length_of, number, varint};

/// No tree of pages is deeper.
const DEPTH_MAX: usize = 20;

/// What is known of the rows in the gaps.
pub(super) struct Told {
    pub(super) rows: Vec<DamagedRows>,
    pub(super) is_complete: bool,
}

/// Rows between two others: after the first number, up to the second. Rows are numbered from 1.
type Between = (i64, i64);

/// What one table lost.
#[derive(Default)]
struct Lost {
    /// Whole stretches of rows.
    between: Vec<Between>,
    /// Rows of which a part is gone, with their keys where they have some.
    in_part: BTreeMap<i64, Option<[u8; 16]>>,
}

/// A table or an index, as the schema tells.
struct Entry {
    is_index: bool,
    name: String,
    of_table: String,
    root: u64,
}

/// The rows in the gaps, table by table.
pub(super) fn damaged(pages: &Pages<'_>) -> io::Result<Told> {
    let mut told = Told {
        rows: Vec::new(),
        is_complete: true,
    };
    let (entries, is_whole) = schema(pages)?;
    told.is_complete &= is_whole;
    for table in entries.iter().filter(|entry| !entry.is_index) {
        let mut lost = Lost::default();
        follow_table(pages, table.root, (0, i64::MAX), 0, &mut lost)?;
        if lost.between.is_empty() && lost.in_part.is_empty() {
            continue;
        }
        let index = entries.iter().find(|entry| {
            entry.is_index
                && entry.of_table == table.name
                && entry.name.starts_with("sqlite_autoindex_")
        });
        let mut keys = BTreeMap::new();
        if let Some(index) = index {
            told.is_complete &= follow_index(pages, index.root, 0, &mut |key, row| {
                if lost.has(row) {
                    keys.insert(row, key);
                }
            })?;
        }
        told.is_complete &= lost.is_bounded() || index.is_some();
        told.rows.extend(lost.tell(&table.name, keys));
    }
    Ok(told)
}

impl Lost {
    fn has(&self, row: i64) -> bool {
        let mut between = self.between.iter();
        self.in_part.contains_key(&row) || between.any(|(after, to)| (*after < row) && row <= *to)
    }

    /// Whether the ends of all stretches are known, so that their rows can be counted.
    fn is_bounded(&self) -> bool {
        self.between.iter().all(|(_, to)| *to != i64::MAX)
    }

    /// Rows are numbered without gaps in our files; where the end of a stretch is not known, only
    /// those count whose keys were found.
    fn tell(self, table: &str, mut keys: BTreeMap<i64, [u8; 16]>) -> Option<DamagedRows> {
        let known = self.in_part.iter();
        keys.extend(known.filter_map(|(row, key)| Some((*row, (*key)?))));
        let counted: u64 = match self.is_bounded() {
            true => {
                let stretches = self.between.iter();
                let rows = stretches.map(|(after, to)| to.saturating_sub(*after));
                let rows = rows.fold(0_i64, i64::saturating_add);
                let in_part = u64::try_from(self.in_part.len()).unwrap_or(u64::MAX);
                u64::try_from(rows).unwrap_or(0).saturating_add(in_part)
            }
            false => 0,
        };
        let named = u64::try_from(keys.len()).unwrap_or(u64::MAX);
        let mut keys: Vec<[u8; 16]> = keys.into_values().collect();
        keys.sort_unstable();
        Some(DamagedRows {
            table: table.to_owned(),
            rows_count: counted.max(named),
            keys,
        })
        .filter(|rows| rows.rows_count > 0)
    }
}

/// Tables and indexes, and whether all of them are known.
fn schema(pages: &Pages<'_>) -> io::Result<(Vec<Entry>, bool)> {
    let mut entries = Vec::new();
    let is_whole = read_schema(pages, 1, 0, &mut entries)?;
    Ok((entries, is_whole))
}

fn read_schema(
    pages: &Pages<'_>,
    root: u64,
    depth: usize,
    entries: &mut Vec<Entry>,
) -> io::Result<bool> {
    let Some(page) = pages.page(root)?.filter(|_| depth < DEPTH_MAX) else {
        return Ok(false);
    };
    if page.kind == Kind::TableLeaf {
        entries.extend(page.cells().filter_map(|cell| entry(cell.payload)));
        return Ok(true);
    }
    let mut is_whole = true;
    let below = page.cells().map(|cell| cell.child);
    for child in below.chain([page.last_child()]) {
        is_whole &= read_schema(pages, child, depth.saturating_add(1), entries)?;
    }
    Ok(is_whole)
}

fn entry(payload: &[u8]) -> Option<Entry> {
    let values = values(payload)?;
    let text = |at: usize| str::from_utf8(values.get(at)?.1).ok().map(str::to_owned);
    let (_, root) = values.get(3)?;
    Some(Entry {
        is_index: text(0)? == "index",
        name: text(1)?,
        of_table: text(2)?,
        root: number(root, 0, root.len())?,
    })
}

fn follow_table(
    pages: &Pages<'_>,
    root: u64,
    (after, to): Between,
    depth: usize,
    lost: &mut Lost,
) -> io::Result<()> {
    let page = pages.page(root)?.filter(|_| depth < DEPTH_MAX);
    match page {
        Some(page) if page.kind == Kind::TableInside => {
            let mut before = after;
            let deeper = depth.saturating_add(1);
            for cell in page.cells() {
                follow_table(pages, cell.child, (before, cell.rowid), deeper, lost)?;
                before = cell.rowid;
            }
            follow_table(pages, page.last_child(), (before, to), deeper, lost)
        }
        Some(page) if page.kind == Kind::TableLeaf => look_at_rows(pages, &page, lost),
        _ => {
            lost.between.push((after, to));
            Ok(())
        }
    }
}

fn look_at_rows(pages: &Pages<'_>, page: &Page, lost: &mut Lost) -> io::Result<()> {
    for cell in page.cells() {
        if let Some(next) = cell.goes_on
            && pages.runs_into_gap(next)?
        {
            let key = first_value(cell.payload).and_then(guid);
            lost.in_part.insert(cell.rowid, key);
        }
    }
    Ok(())
}

/// Shows each key of an index with its row; says whether all of it was there.
fn follow_index(
    pages: &Pages<'_>,
    root: u64,
    depth: usize,
    show: &mut dyn FnMut([u8; 16], i64),
) -> io::Result<bool> {
    let is_index = |page: &Page| matches!(page.kind, Kind::IndexInside | Kind::IndexLeaf);
    let Some(page) = pages.page(root)?.filter(is_index) else {
        return Ok(false);
    };
    if depth >= DEPTH_MAX {
        return Ok(false);
    }
    let deeper = depth.saturating_add(1);
    let mut is_whole = true;
    for cell in page.cells() {
        if page.kind == Kind::IndexInside {
            is_whole &= follow_index(pages, cell.child, deeper, show)?;
        }
        let entry = values(cell.payload).and_then(|values| {
            let (_, key) = values.first()?;
            let (of_type, row) = values.get(1)?;
            let row = integer(*of_type, row)?;
            Some((guid(key)?, row))
        });
        match entry {
            Some((key, row)) => show(key, row),
            None => is_whole = false,
        }
    }
    if page.kind == Kind::IndexInside {
        is_whole &= follow_index(pages, page.last_child(), deeper, show)?;
    }
    Ok(is_whole)
}

fn guid(text: &[u8]) -> Option<[u8; 16]> {
    keys::guid(&Cell::Text(text.to_vec()))
}

/// The values of a record, each with its type, as far as they stand here.
fn values(payload: &[u8]) -> Option<Vec<(i64, &[u8])>> {
    let mut rest = payload;
    let header = usize::try_from(varint(&mut rest)?).ok()?;
    let header_rest = header.checked_sub(payload.len().checked_sub(rest.len())?)?;
    let mut types = rest.get(..header_rest)?;
    let mut behind = payload.get(header..)?;
    let mut values = Vec::new();
    while !types.is_empty() {
        let of_type = varint(&mut types)?;
        let Some((value, after)) = behind.split_at_checked(length_of(of_type)?) else {
            break;
        };
        values.push((of_type, value));
        behind = after;
    }
    Some(values)
}

fn first_value(payload: &[u8]) -> Option<&[u8]> {
    values(payload)?.first().map(|(_, value)| *value)
}

/// A whole number; rowids are never below zero in our files.
fn integer(of_type: i64, bytes: &[u8]) -> Option<i64> {
    match of_type {
        8 => Some(0),
        9 => Some(1),
        1..=6 => i64::try_from(number(bytes, 0, bytes.len())?).ok(),
        _ => None,
    }
}
