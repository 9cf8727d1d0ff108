//! The trees of pages: of tables, whose rows are taken, and of indexes, which tell the keys of rows
//! that are lost.

use std::io;

use super::found::{Found, Taking};
use super::pages::{Page, Pages};
use super::tables::{DEPTH_MAX, Index, Shape};
use super::{Doubt, LostRow, failed};
use crate::container::page_format::Kind;
use crate::container::{Cell, Refusal};

/// Takes every row out of a table that its tree leads to.
pub(super) fn take_table(
    pages: &Pages<'_>,
    shape: &Shape,
    taking: &mut Taking<'_>,
) -> Result<(), Refusal> {
    let Some(root) = shape.root else {
        taking.hole(shape, 0, (i64::MIN, i64::MAX));
        return Ok(());
    };
    match shape.table.without_rowid {
        true => take_keyed(pages, shape, root, 0, taking),
        false => take_below(pages, shape, root, (i64::MIN, i64::MAX), 0, taking),
    }
}

fn take_below(
    pages: &Pages<'_>,
    shape: &Shape,
    number: u64,
    (after, to): (i64, i64),
    depth: usize,
    taking: &mut Taking<'_>,
) -> Result<(), Refusal> {
    let page = pages.page(number).map_err(failed)?;
    let page = page.filter(|_| depth < DEPTH_MAX);
    match page {
        Some(page) if page.kind == Kind::TableInside => {
            let deeper = depth.saturating_add(1);
            let mut before = after;
            for slot in pages.slots(&page) {
                // Numbers that are out of order are no guide; the pages below are followed.
                match slot.filter(|slot| slot.row >= before && slot.row <= to) {
                    Some(slot) => {
                        let between = (before, slot.row);
                        take_below(pages, shape, slot.child, between, deeper, taking)?;
                        before = slot.row;
                    }
                    None => taking.hole(shape, page.number, (before, to)),
                }
            }
            take_below(
                pages,
                shape,
                page.last_child(),
                (before, to),
                deeper,
                taking,
            )
        }
        Some(page) if page.kind == Kind::TableLeaf => {
            take_leaf(pages, shape, &page, (after, to), None, taking)
        }
        Some(page) => {
            pages.give_back(&page);
            taking.hole(shape, number, (after, to));
            Ok(())
        }
        None => {
            taking.hole(shape, number, (after, to));
            Ok(())
        }
    }
}

/// Takes the rows of one page.
pub(super) fn take_leaf(
    pages: &Pages<'_>,
    shape: &Shape,
    page: &Page,
    (after, to): (i64, i64),
    doubt: Option<Doubt>,
    taking: &mut Taking<'_>,
) -> Result<(), Refusal> {
    let mut before = after;
    for slot in pages.slots(page) {
        let Some(slot) = slot.filter(|slot| slot.row > before && slot.row <= to) else {
            taking.hole(shape, page.number, (before, to));
            continue;
        };
        before = slot.row;
        let payload = pages.payload(page, &slot).map_err(failed)?;
        let found = payload.and_then(|payload| {
            let values = pages.values(&payload.bytes)?;
            let cells = shape.row(values, slot.row)?;
            let unproved = (!payload.is_proved).then_some(Doubt::Unproved);
            Some(Found {
                row: slot.row,
                cells,
                doubt: unproved.map(|it| doubt.unwrap_or(it)),
            })
        });
        match found {
            Some(found) => taking.take(shape, found)?,
            None => taking.lose(
                shape,
                begun(pages, shape, &Pages::beginning(&slot), slot.row),
            ),
        }
    }
    Ok(())
}

/// What the beginning of a row tells of it, whose end is lost.
fn begun(pages: &Pages<'_>, shape: &Shape, beginning: &[u8], row: i64) -> LostRow {
    let values = pages.values_so_far(beginning).map(|(values, _)| values);
    let text = |name: &str| {
        let at = shape.table.column_at(name)?;
        values.as_ref()?.get(at)?.text().map(str::to_owned)
    };
    LostRow {
        row,
        key: text("Key"),
        content_type: text("ContentType").filter(|_| shape.table.name == "Objects"),
    }
}

/// Takes the rows of a table that is kept by its key alone.
fn take_keyed(
    pages: &Pages<'_>,
    shape: &Shape,
    number: u64,
    depth: usize,
    taking: &mut Taking<'_>,
) -> Result<(), Refusal> {
    let page = pages.page(number).map_err(failed)?;
    let is_index = |page: &Page| matches!(page.kind, Kind::IndexInside | Kind::IndexLeaf);
    let Some(page) = page.filter(|page| is_index(page) && depth < DEPTH_MAX) else {
        taking.hole(shape, number, (i64::MIN, i64::MAX));
        return Ok(());
    };
    let deeper = depth.saturating_add(1);
    for slot in pages.slots(&page) {
        let Some(slot) = slot else {
            taking.hole(shape, page.number, (i64::MIN, i64::MAX));
            continue;
        };
        if page.kind == Kind::IndexInside {
            take_keyed(pages, shape, slot.child, deeper, taking)?;
        }
        let payload = pages.payload(&page, &slot).map_err(failed)?;
        let found = payload.and_then(|payload| {
            Some(Found {
                row: 0,
                cells: shape.row(pages.values(&payload.bytes)?, 0)?,
                doubt: (!payload.is_proved).then_some(Doubt::Unproved),
            })
        });
        match found {
            Some(found) => taking.take(shape, found)?,
            None => taking.lose(shape, begun(pages, shape, &Pages::beginning(&slot), 0)),
        }
    }
    if page.kind == Kind::IndexInside {
        take_keyed(pages, shape, page.last_child(), deeper, taking)?;
    }
    Ok(())
}

/// Tells the keys, or the kinds, of rows that were not found, from an index.
pub(super) fn name_lost(
    pages: &Pages<'_>,
    index: &Index,
    taking: &mut Taking<'_>,
) -> io::Result<()> {
    let is_whole = follow(pages, index, index.root, 0, taking)?;
    if index.is_of_keys {
        taking.counted(&index.of_table, is_whole);
    }
    Ok(())
}

fn follow(
    pages: &Pages<'_>,
    index: &Index,
    number: u64,
    depth: usize,
    taking: &mut Taking<'_>,
) -> io::Result<bool> {
    let page = pages.page(number)?;
    let is_index = |page: &Page| matches!(page.kind, Kind::IndexInside | Kind::IndexLeaf);
    let Some(page) = page.filter(|page| is_index(page) && depth < DEPTH_MAX) else {
        return Ok(false);
    };
    let deeper = depth.saturating_add(1);
    let mut is_whole = true;
    for slot in pages.slots(&page) {
        let Some(slot) = slot else {
            is_whole = false;
            continue;
        };
        if page.kind == Kind::IndexInside {
            is_whole &= follow(pages, index, slot.child, deeper, taking)?;
        }
        let payload = pages.payload(&page, &slot)?;
        // What came out of a damaged frame may be wrong in the index as it is in the table.
        is_whole &= payload.as_ref().is_some_and(|it| it.is_proved) || pages.is_plain();
        let values = payload.and_then(|payload| pages.values(&payload.bytes));
        match values.as_deref() {
            Some([value, .., Cell::Integer(row)]) => taking.indexed(index, value, *row),
            _ => is_whole = false,
        }
    }
    if page.kind == Kind::IndexInside {
        is_whole &= follow(pages, index, page.last_child(), deeper, taking)?;
    }
    Ok(is_whole)
}
