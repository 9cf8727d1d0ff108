//! Pages of rows that nothing leads to any more, because the pages above them are lost: their rows
//! are taken when they can belong to one table only.

use super::failed;
use super::found::Taking;
use super::pages::{Page, Pages};
use super::tables::{Schema, Shape};
use super::{Doubt, trees};
use crate::container::Refusal;
use crate::container::page_format::Kind;

/// Looks at every page that was not used so far. Where the file is not of our own making, free
/// pages may hold rows that were deleted, so such rows are in doubt unless their page is proved.
pub(super) fn take(
    pages: &Pages<'_>,
    schema: &Schema,
    taking: &mut Taking<'_>,
) -> Result<(), Refusal> {
    if !taking.has_holes() {
        return Ok(());
    }
    pages.mark_free().map_err(failed)?;
    for number in 2..=pages.count {
        let Some(page) = pages.page(number).map_err(failed)? else {
            continue;
        };
        match owner(pages, &page, schema, taking) {
            Some(shape) => {
                let between = (i64::MIN, i64::MAX);
                let doubt = Some(Doubt::Unreached);
                trees::take_leaf(pages, shape, &page, between, doubt, taking)?;
            }
            None => pages.give_back(&page),
        }
    }
    Ok(())
}

/// The one table that all rows of the page can belong to.
fn owner<'s>(
    pages: &Pages<'_>,
    page: &Page,
    schema: &'s Schema,
    taking: &Taking<'_>,
) -> Option<&'s Shape> {
    if page.kind != Kind::TableLeaf {
        return None;
    }
    let slots = pages.slots(page);
    let mut shapes: Vec<&Shape> = schema
        .shapes
        .iter()
        .filter(|shape| !shape.table.without_rowid)
        .collect();
    if slots.is_empty() {
        return None;
    }
    for slot in &slots {
        let slot = slot.as_ref()?;
        let values = pages.sketch(slot)?;
        shapes.retain(|shape| {
            taking.misses(&shape.table.name, slot.row)
                && shape
                    .row(values.clone(), slot.row)
                    .is_some_and(|row| shape.looks_alike(&row))
        });
    }
    match shapes.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
