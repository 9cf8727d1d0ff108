//! “Kept but not understood”: what a record holds that no description names or fits.
//!
//! Nothing is hidden and nothing is interpreted: number, how it is written, size, and the bytes as
//! text where they are text, otherwise in hexadecimal. A guess, where there is one, says so.

use super::names::Names;
use super::value::{hex, plain};
use interchange::{DecodedField, DecodedRecord, FieldValue};
use maud::{Markup, html};
use pages::Argument;
use pages::tables::{Column, amount_cell, cell, panel, table};
use store::StoreError;

/// More bytes than this of one field are not put on the page; its size is always said.
const SHOWN_BYTES_MAX: usize = 64 * 1024;

/// One field that is kept but not understood.
struct Leftover<'a> {
    /// Where it stands: `49.30`, with the line when it stands in one.
    path: String,
    /// How it is written.
    written: String,
    bytes: &'a [u8],
    guess: Option<FieldValue>,
    expected: Option<&'static str>,
}

/// The section of a record, or nothing when everything is understood.
pub(crate) fn section(
    names: &Names<'_>,
    record: &DecodedRecord,
) -> Result<Option<Markup>, StoreError> {
    let mut found = Vec::new();
    collect("", &record.fields, names, &mut found);
    if found.is_empty() {
        return Ok(None);
    }
    let locale = names.locale;
    let mut rows = Vec::with_capacity(found.len());
    for leftover in &found {
        rows.push(row(names, leftover)?);
    }
    let columns = [
        Column::words(locale.text("leftover-field")),
        Column::words(locale.text("leftover-written-as")),
        Column::amounts(locale.text("leftover-size")),
        Column::words(locale.text("leftover-content")),
    ];
    let heading = locale.text("record-not-understood");
    Ok(Some(panel(
        &heading,
        html! {
            p .muted { (locale.text("record-not-understood-explained")) }
            (table(&heading, &columns, &rows, None))
        },
    )))
}

/// The whole content of a record that is not fields at all.
pub(crate) fn damaged(names: &Names<'_>, content: &[u8], reason: &str) -> Markup {
    let locale = names.locale;
    panel(
        &locale.text("record-not-understood"),
        html! {
            p .field-error { (locale.error("record-not-fields", &[("reason", reason.to_owned())])) }
            p { (locale.bytes(u64::try_from(content.len()).unwrap_or(u64::MAX))) }
            (bytes_shown(content))
        },
    )
}

fn collect<'a>(
    prefix: &str,
    fields: &'a [DecodedField],
    names: &Names<'_>,
    found: &mut Vec<Leftover<'a>>,
) {
    let mut lines_seen: Vec<(u32, u64)> = Vec::new();
    for field in fields {
        match &field.value {
            FieldValue::Raw { wire_type, bytes } => found.push(Leftover {
                path: format!("{prefix}{}", field.number),
                written: format!("{wire_type:?}"),
                bytes,
                guess: field.guess(),
                expected: None,
            }),
            FieldValue::Misfit {
                expected,
                wire_type,
                bytes,
            } => found.push(Leftover {
                path: format!("{prefix}{}", field.number),
                written: format!("{wire_type:?}"),
                bytes,
                guess: None,
                expected: Some(expected),
            }),
            FieldValue::Part(parts) => {
                let place = place_among(&mut lines_seen, field.number);
                let line = names.locale.count(place);
                collect(
                    &format!("{prefix}{} ({line}) . ", field.number),
                    parts,
                    names,
                    found,
                );
            }
            _ => {}
        }
    }
}

/// The place of this line among those of its number, from 1.
fn place_among(seen: &mut Vec<(u32, u64)>, number: u32) -> u64 {
    if let Some((_, count)) = seen.iter_mut().find(|(known, _)| *known == number) {
        *count = count.saturating_add(1);
        return *count;
    }
    seen.push((number, 1));
    1
}

/// The shape that was expected, for the sentence that says so.
fn shape(expected: &str) -> Argument<'_> {
    Argument::Text(expected)
}

fn row(names: &Names<'_>, leftover: &Leftover<'_>) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let size = u64::try_from(leftover.bytes.len()).unwrap_or(u64::MAX);
    let written = format!("wire-{}", leftover.written.to_lowercase());
    let guess = match &leftover.guess {
        // Text is shown as it stands, below; a guess adds nothing to it.
        None | Some(FieldValue::Text(_)) => None,
        Some(FieldValue::Reference(key)) => Some(names.link(*key)?),
        Some(value) => Some(html! { (plain(names, None, value)?) }),
    };
    Ok(html! {
        tr {
            (cell(html! { code { (leftover.path) } }))
            (cell(html! {
                @if locale.has(&written) { (locale.text(&written)) } @else { (leftover.written) }
                @if let Some(expected) = leftover.expected {
                    br; (locale.text_with("leftover-expected", &[("shape", shape(expected))]))
                }
            }))
            (amount_cell(&locale.bytes(size)))
            (cell(html! {
                @if let Some(guess) = &guess {
                    p { (locale.text("leftover-perhaps")) " " (guess) }
                }
                (bytes_shown(leftover.bytes))
            }))
        }
    })
}

/// Bytes as text where they are text, otherwise in hexadecimal; cut where they are very many.
fn bytes_shown(bytes: &[u8]) -> Markup {
    let end = bytes.len().min(SHOWN_BYTES_MAX);
    let shown = bytes.get(..end).unwrap_or_default();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.is_empty() && text.chars().all(is_printable) => {
            let cut: String = text.chars().take(SHOWN_BYTES_MAX).collect();
            cut
        }
        _ => hex(shown),
    };
    html! { pre .source dir="auto" { (text) @if shown.len() < bytes.len() { "…" } } }
}

fn is_printable(letter: char) -> bool {
    !letter.is_control() || matches!(letter, '\n' | '\r' | '\t')
}
