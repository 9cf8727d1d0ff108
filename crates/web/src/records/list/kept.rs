//! A page of a list out of what is kept: only its own rows are read, and the sums of all are kept
//! with them (SPEC-posting.md, 15.8).
//!
//! This serves the list as it opens: everything, by date. What is searched, filtered by status or
//! sorted by something else takes a pass over what is kept of all records of the kind, where that
//! holds every column of the list; the records themselves are read only for the page.

use super::page::Page;
use super::{Asked, Listed};
use crate::records::list_figures::ListFigures;
use crate::records::names::Names;
use crate::records::rows::{self, By, Found, Order, PAGE_ROWS_MAX};
use crate::records::search::Query;
use crate::records::value;
use books::{Key, kinds};
use interchange::{DecodedField, DecodedRecord, FieldSpec, FieldValue, KindSpec, decode};
use jiff::civil::Date;
use ledger::DocumentHead;
use store::{ListPart, ListSums, StoreError};

/// The documents of a kind that has everything its list shows in what is kept: what was searched
/// and filtered for, in the order asked for; none where the records have to be read.
pub(super) fn found(
    names: &Names<'_>,
    spec: &'static KindSpec,
    asked: &Asked,
    today: Date,
) -> Result<Option<Listed>, StoreError> {
    let kind = spec.content_type;
    if !has_kept_columns(spec) {
        return Ok(None);
    }
    let Some(Kept {
        mut figures,
        form_default,
        ..
    }) = Kept::read(names, spec)?
    else {
        return Ok(None);
    };
    let query = Query::new(&asked.q);
    let days = asked.days(names.locale);
    let order = Order::of(spec, &figures, &asked.sort);
    if let By::Custom(_) = order.by {
        return Ok(None);
    }
    let mut sorting = rows::Sorting::new(names, spec, order);
    names
        .reader()
        .each_listed(kind, ListPart::All, &mut |listed| {
            figures.put_listed(listed, today);
            if !figures.is_of_status(listed.head.document, &asked.status)
                || !days.admit(listed.head.date)
            {
                return Ok(());
            }
            let record = columns_of(names, spec, &listed.head)?;
            if query.is_empty() || rows::is_found(names, spec, &query, Vec::new(), Some(&record))? {
                sorting.add(&figures, listed.head.document, None, Some(&record))?;
            }
            Ok(())
        })?;
    let form_defaults = form_default.into_iter().collect();
    Ok(Some(Listed {
        found: sorting.finish(form_defaults),
        figures,
    }))
}

/// The fields of a list that a heading holds too.
fn kept_column(spec: &KindSpec, field: &FieldSpec, head: &DocumentHead) -> Option<FieldValue> {
    let text = |words: &String| (!words.is_empty()).then(|| FieldValue::Text(words.clone()));
    match field.name {
        _ if spec.date_field == Some(field.number) => value::day(head.date?),
        "Reference" => text(&head.reference),
        "Description" | "Narration" => text(&head.description),
        "Customer" | "Supplier" | "Contact" => head.contact.map(FieldValue::Reference),
        "ReceivedIn" | "PaidFrom" => head.bank_account.map(FieldValue::Reference),
        _ => None,
    }
}

/// Whether the headings of a kind hold every column of its list. Notes are not among them: a
/// heading names the customer of the invoice where the note itself names none.
fn has_kept_columns(spec: &KindSpec) -> bool {
    matches!(
        spec.content_type,
        kinds::SALES_INVOICE
            | kinds::PURCHASE_INVOICE
            | kinds::RECEIPT
            | kinds::PAYMENT
            | kinds::SALES_QUOTE
            | kinds::SALES_ORDER
            | kinds::PURCHASE_QUOTE
            | kinds::PURCHASE_ORDER
    )
}

/// A record that has the columns of its list and nothing else.
fn columns_of(
    names: &Names<'_>,
    spec: &'static KindSpec,
    head: &DocumentHead,
) -> Result<DecodedRecord, StoreError> {
    let mut fields = Vec::new();
    for field in rows::columns(spec) {
        let mut value = kept_column(spec, field, head);
        // Somebody who is only named stands in the record alone.
        if field.name == "Contact" && value.is_none() {
            let object = names.reader().object(head.document)?;
            let record = object.and_then(|it| decode(it.content_type, &it.content).ok());
            value = record.and_then(|record| record.value(field.number).cloned());
        }
        fields.extend(value.map(|value| DecodedField {
            number: field.number,
            spec: Some(field),
            value,
        }));
    }
    Ok(DecodedRecord { fields })
}

/// What a list out of what is kept begins with.
struct Kept {
    figures: ListFigures,
    sums: ListSums,
    form_default: Option<Key>,
}

impl Kept {
    /// None where nothing current is kept, or not of every record.
    fn read(names: &Names<'_>, spec: &KindSpec) -> Result<Option<Self>, StoreError> {
        let reader = names.reader();
        let kind = spec.content_type;
        // What arrives of a transfer stands in no heading.
        let is_listed = ListFigures::has_totals(kind) && kind != kinds::INTER_ACCOUNT_TRANSFER;
        if !is_listed || !figures::is_current(reader)? {
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
        Ok(Some(Self {
            figures: ListFigures::kept(reader, kind)?,
            sums,
            form_default,
        }))
    }
}

/// The page asked for; none where it has to be found by a pass over the records.
pub(super) fn page(
    names: &Names<'_>,
    spec: &'static KindSpec,
    asked: &Asked,
    today: Date,
) -> Result<Option<Listed>, StoreError> {
    let reader = names.reader();
    let kind = spec.content_type;
    if !asked.is_everything(names.locale) {
        return Ok(None);
    }
    let Some(Kept {
        mut figures,
        sums,
        form_default,
    }) = Kept::read(names, spec)?
    else {
        return Ok(None);
    };
    let order = Order::of(spec, &figures, &asked.sort);
    if spec.date_field.map(By::Field) != Some(order.by) {
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
