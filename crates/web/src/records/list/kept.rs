//! A page of a list out of what is kept: only its own rows are read, and the sums of all are kept
//! with them (SPEC-posting.md, 15.8).
//!
//! This serves the list as it opens: everything, by date. What is searched, filtered by status or
//! sorted by something else takes a pass over all records of the kind.

use super::page::Page;
use super::{Asked, Listed};
use crate::records::list_figures::ListFigures;
use crate::records::names::Names;
use crate::records::rows::{By, Found, Order, PAGE_ROWS_MAX};
use interchange::KindSpec;
use jiff::civil::Date;
use store::{ListPart, StoreError};

/// The page asked for; none where it has to be found by a pass over the records.
pub(super) fn page(
    names: &Names<'_>,
    spec: &'static KindSpec,
    asked: &Asked,
    today: Date,
) -> Result<Option<Listed>, StoreError> {
    let reader = names.reader();
    let kind = spec.content_type;
    let is_whole = asked.q.trim().is_empty() && asked.status.is_empty();
    if !is_whole || !ListFigures::has_totals(kind) || !figures::is_current(reader)? {
        return Ok(None);
    }
    let mut figures = ListFigures::kept(reader, kind)?;
    let order = Order::of(spec, &figures, &asked.sort);
    if spec.date_field.map(By::Field) != Some(order.by) {
        return Ok(None);
    }
    let form_default = reader.object(kind)?.map(|object| object.key);
    let sums = reader.list_sums(kind)?;
    let counts = reader.object_counts()?;
    let records = counts.iter().find(|(found, _)| *found == kind);
    let records = records.map_or(0, |(_, count)| *count);
    let defaults = u64::from(form_default.is_some());
    // A record without a heading would be missing here.
    if records != sums.count.saturating_add(defaults) {
        return Ok(None);
    }
    let count = usize::try_from(sums.count).unwrap_or(usize::MAX);
    let part = ListPart::Page {
        newest_first: order.descending,
        offset: u64::try_from(Page::of(asked.page, count).first()).unwrap_or(u64::MAX),
        limit: u64::try_from(PAGE_ROWS_MAX).unwrap_or(u64::MAX),
    };
    let mut keys = Vec::with_capacity(PAGE_ROWS_MAX);
    reader.each_listed(kind, part, &mut |listed| {
        keys.push(listed.head.document);
        figures.put_listed(listed, today);
        Ok(())
    })?;
    figures.set_sums(sums);
    Ok(Some(Listed {
        found: Found {
            keys,
            count,
            form_defaults: form_default.into_iter().collect(),
        },
        figures,
    }))
}
