//! The difference between two contents of a record, field by field, side by side.
//!
//! Only what differs is shown. Fields are named and their values put into words like those of a
//! record's page; what is not understood is shown as bytes. A record that was made has nothing
//! before; one that was deleted has nothing after.

use super::raw;
use crate::records::names::Names;
use crate::records::{value, words};
use books::Key;
use history::Contents;
use interchange::{DecodedField, FieldSpec, FieldValue, decode};
use maud::{Markup, html};
use pages::tables::{Column, panel, table};
use pages::{Argument, Locale, user_text};
use std::collections::BTreeMap;
use store::{EntryFilter, StoreError};

/// One row: the label, and the value before and after; a heading has neither.
struct Row {
    label: String,
    before: Option<Markup>,
    after: Option<Markup>,
}

/// The table of differences.
pub(crate) fn difference(
    names: &Names<'_>,
    before: &Contents,
    after: &Contents,
) -> Result<Markup, StoreError> {
    side_by_side(names, [before, after], ["history-before", "history-after"])
}

/// The same under headings of one's own, by their keys.
pub(crate) fn side_by_side(
    names: &Names<'_>,
    [before, after]: [&Contents; 2],
    headings: [&'static str; 2],
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let (Some(old), Some(new)) = (fields_of(before), fields_of(after)) else {
        return Ok(bytes_only(locale, before, after));
    };
    let mut comparing = Comparing {
        names,
        headings,
        rows: Vec::new(),
    };
    comparing.compare(&old, &new, "")?;
    Ok(comparing.table())
}

/// Two versions of a record that was changed while a form of it was open: as it is saved now, with
/// who saved it and when, and as it was typed.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn versions(
    names: &Names<'_>,
    key: Key,
    [saved, typed]: [&Contents; 2],
) -> Result<Markup, StoreError> {
    let headings = ["versions-saved", "versions-typed"];
    let sides = side_by_side(names, [saved, typed], headings)?;
    let (locale, who) = (names.locale, last_change(names, key)?);
    Ok(panel(
        &locale.text("versions-title"),
        html! {
            @if let Some(who) = who { p { (user_text(&who)) } }
            (sides)
            p .field-hint { (locale.text("versions-hint")) }
        },
    ))
}

/// Who changed a record last, and when.
fn last_change(names: &Names<'_>, key: Key) -> Result<Option<String>, StoreError> {
    let filter = EntryFilter {
        object: Some(key),
        ..EntryFilter::default()
    };
    let page = names.reader().entries(&filter, None, 1)?;
    Ok(page.entries.first().map(|entry| {
        let stamp = &entry.draft.stamp;
        let when = names.locale.moment(stamp.instant, &stamp.zone);
        format!("{} · {when}", stamp.user_name)
    }))
}

/// The fields of a content; none where there is no content; nothing when it cannot be read.
fn fields_of(contents: &Contents) -> Option<Vec<DecodedField>> {
    match (&contents.content, contents.content_type) {
        (None, _) => Some(Vec::new()),
        (Some(content), Some(kind)) => decode(kind, content).ok().map(|record| record.fields),
        (Some(_), None) => None,
    }
}

/// Both contents as bytes, where one of them is not fields at all.
fn bytes_only(locale: Locale, before: &Contents, after: &Contents) -> Markup {
    let side = |label: &str, contents: &Contents| {
        let shown = contents
            .content
            .as_ref()
            .map(|content| raw::bytes(locale, content));
        (locale.text(label), shown.unwrap_or_default())
    };
    html! {
        p { (locale.text("record-damaged-explained")) }
        (pages::tables::facts(&[side("history-before", before), side("history-after", after)]))
    }
}

struct Comparing<'a, 'r> {
    names: &'a Names<'r>,
    headings: [&'static str; 2],
    rows: Vec<Row>,
}

impl Comparing<'_, '_> {
    /// Compares the fields of a record or of one line; `prefix` says which line.
    fn compare(
        &mut self,
        old: &[DecodedField],
        new: &[DecodedField],
        prefix: &str,
    ) -> Result<(), StoreError> {
        let (old, new) = (by_number(old), by_number(new));
        let mut numbers: Vec<u32> = old.keys().chain(new.keys()).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let empty = Vec::new();
            let before = old.get(&number).unwrap_or(&empty);
            let after = new.get(&number).unwrap_or(&empty);
            for place in 0..before.len().max(after.len()) {
                let is_repeated = before.len().max(after.len()) > 1;
                let place_shown = is_repeated.then_some(place + 1);
                let (before, after) = (before.get(place).copied(), after.get(place).copied());
                self.compare_one(before, after, prefix, place_shown)?;
            }
        }
        Ok(())
    }

    /// Compares one value of one field; lines and parts are compared field by field.
    fn compare_one(
        &mut self,
        before: Option<&DecodedField>,
        after: Option<&DecodedField>,
        prefix: &str,
        place: Option<usize>,
    ) -> Result<(), StoreError> {
        if before == after {
            return Ok(());
        }
        let Some(known) = after.or(before) else {
            return Ok(());
        };
        let label = self.label(known, prefix, place);
        let part = |field: Option<&DecodedField>| {
            field.map_or(Some(Vec::new()), |field| {
                field.value.part().map(<[_]>::to_vec)
            })
        };
        if let (Some(old), Some(new)) = (part(before), part(after)) {
            self.rows.push(Row {
                label: label.clone(),
                before: None,
                after: None,
            });
            return self.compare(&old, &new, &format!("{label} · "));
        }
        let before = before.map(|field| self.shown(field)).transpose()?;
        let after = after.map(|field| self.shown(field)).transpose()?;
        let nothing = || Some(self.names.locale.text("history-nothing-before"));
        let or_nothing = |side: Option<Markup>| {
            side.or_else(|| nothing().map(|text| html! { span .quiet { (text) } }))
        };
        self.rows.push(Row {
            label,
            before: or_nothing(before),
            after: or_nothing(after),
        });
        Ok(())
    }

    fn label(&self, field: &DecodedField, prefix: &str, place: Option<usize>) -> String {
        let locale = self.names.locale;
        let name = match field.spec {
            Some(spec) => words::field_label(locale, spec),
            None => {
                let number = field.number.to_string();
                locale.text_with(
                    "record-unknown-field",
                    &[("number", Argument::Text(&number))],
                )
            }
        };
        match place {
            Some(place) => format!("{prefix}{name} {}", locale.count(place as u64)),
            None => format!("{prefix}{name}"),
        }
    }

    fn shown(&self, field: &DecodedField) -> Result<Markup, StoreError> {
        shown(self.names, field.spec, &field.value)
    }

    fn table(&self) -> Markup {
        let locale = self.names.locale;
        if self.rows.is_empty() {
            return html! { p { (locale.text("history-no-difference")) } };
        }
        let [before, after] = self.headings;
        let columns = ["history-field", before, after].map(|key| Column::words(locale.text(key)));
        let rows: Vec<Markup> = self.rows.iter().map(row).collect();
        table(
            &locale.text("history-difference-title"),
            &columns,
            &rows,
            None,
        )
    }
}

/// A value in words; what nobody understands as bytes.
fn shown(
    names: &Names<'_>,
    spec: Option<&FieldSpec>,
    value: &FieldValue,
) -> Result<Markup, StoreError> {
    match value {
        FieldValue::Bytes(bytes)
        | FieldValue::Raw { bytes, .. }
        | FieldValue::Misfit { bytes, .. } => Ok(raw::bytes(names.locale, bytes)),
        _ => value::markup(names, spec, value),
    }
}

fn by_number(fields: &[DecodedField]) -> BTreeMap<u32, Vec<&DecodedField>> {
    let mut found: BTreeMap<u32, Vec<&DecodedField>> = BTreeMap::new();
    for field in fields {
        found.entry(field.number).or_default().push(field);
    }
    found
}

fn row(row: &Row) -> Markup {
    html! {
        tr {
            @match (&row.before, &row.after) {
                (None, None) => th scope="rowgroup" colspan="3" { (row.label) },
                (before, after) => {
                    th scope="row" { (row.label) }
                    td { @if let Some(before) = before { (before) } }
                    td { @if let Some(after) = after { (after) } }
                },
            }
        }
    }
}
