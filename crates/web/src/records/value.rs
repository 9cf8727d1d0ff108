//! The value of one field, as words, as markup, and as something to sort by.
//!
//! Texts are always shown as text: the HTML and the scripts that records hold are data.

use super::known_values::meaning;
use super::names::Names;
use super::words;
use books::kinds;
use interchange::{
    CustomValue, DecodedField, FieldSpec, FieldValue, Plain, Shape, decode, from_plain,
};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::{bidi, user_text};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use store::StoreError;

/// Longer texts are cut in lists; the view of the record shows them whole.
const LISTED_CHARACTERS_MAX: usize = 160;

/// The field of the date of a journal entry.
const JOURNAL_ENTRY_DATE: u32 = 1;

/// What a column is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Nothing is there; it stands behind everything else.
    Nothing,
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// Words, in the order of the reader's language.
    Words(String),
}

impl Sort {
    /// The order of two values of one column.
    pub(crate) fn compare(&self, other: &Self, locale: pages::Locale) -> Ordering {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => Ordering::Equal,
            (Self::Nothing, _) => Ordering::Greater,
            (_, Self::Nothing) => Ordering::Less,
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            (Self::Words(a), Self::Words(b)) => locale.compare(a, b),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Day(_) => 1,
            Self::Words(_) => 2,
            Self::Nothing => 3,
        }
    }
}

/// What a field is sorted by.
pub(crate) fn sort(
    names: &Names<'_>,
    spec: &FieldSpec,
    value: &FieldValue,
) -> Result<Sort, StoreError> {
    Ok(match value {
        FieldValue::Decimal(number) => Sort::Number(*number),
        FieldValue::Integer(number) if !matches!(spec.shape, Shape::Choice(_)) => {
            Sort::Number(Decimal::from(*number))
        }
        FieldValue::Date(date) => date.date().map_or(Sort::Nothing, Sort::Day),
        other => {
            let words = plain(names, Some(spec), other)?;
            if words.is_empty() {
                Sort::Nothing
            } else {
                Sort::Words(words)
            }
        }
    })
}

/// What a custom field is sorted by.
pub(crate) fn sort_custom(names: &Names<'_>, value: &FieldValue) -> Result<Sort, StoreError> {
    Ok(match value {
        FieldValue::Decimal(number) => Sort::Number(*number),
        FieldValue::Date(date) => date.date().map_or(Sort::Nothing, Sort::Day),
        // What is ticked stands before what is not.
        FieldValue::Flag(flag) => Sort::Number(Decimal::from(u8::from(!flag))),
        other => match plain(names, None, other)? {
            words if words.is_empty() => Sort::Nothing,
            words => Sort::Words(words),
        },
    })
}

/// Whether a field holds numbers, which stand at the end of their column.
pub(crate) fn is_number(spec: &FieldSpec) -> bool {
    matches!(spec.shape, Shape::Decimal | Shape::Integer)
}

/// The value in words, on one line, for searching and sorting.
pub(crate) fn plain(
    names: &Names<'_>,
    spec: Option<&FieldSpec>,
    value: &FieldValue,
) -> Result<String, StoreError> {
    let locale = names.locale;
    if let Some(meaning) = spec.and_then(|spec| meaning(locale, spec, value)) {
        return Ok(meaning);
    }
    Ok(match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Texts(texts) => texts.join(", "),
        FieldValue::Flag(true) => locale.text("word-yes"),
        FieldValue::Flag(false) => locale.text("word-no"),
        FieldValue::Integer(number) => match spec.map(|spec| spec.shape) {
            Some(Shape::Choice(choices)) => choices
                .iter()
                .find(|(value, _)| value == number)
                .map_or_else(
                    || number.to_string(),
                    |(_, name)| words::choice_label(locale, name),
                ),
            _ => locale.number(Decimal::from(*number)),
        },
        FieldValue::Decimal(number) => decimal(names, spec, *number)?,
        FieldValue::Date(date) => date
            .date()
            .map_or_else(|| "–".to_owned(), |date| locale.date(date)),
        FieldValue::Reference(key) => names.text(*key)?,
        FieldValue::Custom(values) => {
            let mut parts = Vec::with_capacity(values.len());
            for custom in values {
                let name = names.text(custom.definition)?;
                parts.push(format!("{name}: {}", plain(names, None, &custom.value)?));
            }
            parts.join(" · ")
        }
        FieldValue::Part(fields) => {
            let mut parts = Vec::with_capacity(fields.len());
            for field in fields {
                parts.push(plain(names, field.spec, &field.value)?);
            }
            parts.join(" · ")
        }
        FieldValue::Bytes(bytes)
        | FieldValue::Raw { bytes, .. }
        | FieldValue::Misfit { bytes, .. } => hex(bytes),
    })
}

/// A number: amounts with the decimals of the currency at least, rates and quantities as they are.
fn decimal(
    names: &Names<'_>,
    spec: Option<&FieldSpec>,
    number: Decimal,
) -> Result<String, StoreError> {
    const AMOUNTS: [&str; 6] = ["Amount", "Price", "Debit", "Credit", "Cost", "Balance"];
    let is_amount = spec.is_some_and(|spec| AMOUNTS.iter().any(|word| spec.name.contains(word)));
    if !is_amount {
        return Ok(names.locale.number(number));
    }
    let decimals = names.decimals()?.max(number.normalize().scale());
    Ok(names.locale.amount(number, decimals))
}

/// The value on a page, whole.
pub(crate) fn markup(
    names: &Names<'_>,
    spec: Option<&FieldSpec>,
    value: &FieldValue,
) -> Result<Markup, StoreError> {
    Ok(match value {
        FieldValue::Text(text) => match spec.map(|spec| spec.shape) {
            Some(Shape::Html | Shape::Script) => {
                html! { pre .source dir="auto" tabindex="0" { (text) } }
            }
            Some(Shape::Text) => user_text(&plain(names, spec, value)?),
            _ if text.contains('\n') => bidi::user_block(text),
            _ => user_text(text),
        },
        FieldValue::Texts(_) => user_text(&plain(names, spec, value)?),
        FieldValue::Reference(key) => names.link(*key)?,
        FieldValue::Custom(values) => customs(names, values)?,
        FieldValue::Part(fields) => part(names, fields)?,
        FieldValue::Bytes(_) => html! { code .bytes { (plain(names, spec, value)?) } },
        FieldValue::Raw { .. } | FieldValue::Misfit { .. } => html! {
            span .muted { (names.locale.text("record-not-understood")) }
        },
        _ => html! { (plain(names, spec, value)?) },
    })
}

/// The value in a list: cut to a line.
pub(crate) fn listed(
    names: &Names<'_>,
    spec: &FieldSpec,
    value: &FieldValue,
) -> Result<Markup, StoreError> {
    match value {
        FieldValue::Text(text) => Ok(user_text(&cut(text))),
        FieldValue::Custom(_) | FieldValue::Part(_) | FieldValue::Bytes(_) => {
            Ok(user_text(&cut(&plain(names, Some(spec), value)?)))
        }
        _ => markup(names, Some(spec), value),
    }
}

/// The value of a custom field in a list: cut to a line.
pub(crate) fn listed_custom(names: &Names<'_>, value: &FieldValue) -> Result<Markup, StoreError> {
    match value {
        FieldValue::Raw { .. } | FieldValue::Misfit { .. } => markup(names, None, value),
        value => Ok(user_text(&cut(&plain(names, None, value)?))),
    }
}

/// The first line of a text, and no more of it than a list has room for.
fn cut(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let mut shown: String = line.chars().take(LISTED_CHARACTERS_MAX).collect();
    if shown.len() < text.trim().len() {
        shown.push('…');
    }
    shown
}

/// Custom fields by the names of their definitions.
fn customs(names: &Names<'_>, values: &[CustomValue]) -> Result<Markup, StoreError> {
    let mut rows = Vec::with_capacity(values.len());
    for custom in values {
        let name = names.link(custom.definition)?;
        let shown = match &custom.value {
            FieldValue::Raw { bytes, .. } => html! { code .bytes { (hex(bytes)) } },
            value => markup(names, None, value)?,
        };
        rows.push((name, shown));
    }
    Ok(html! {
        dl .facts {
            @for (name, shown) in &rows { div { dt { (name) } dd { (shown) } } }
        }
    })
}

/// The fields of a part.
fn part(names: &Names<'_>, fields: &[DecodedField]) -> Result<Markup, StoreError> {
    let mut rows = Vec::with_capacity(fields.len());
    for field in fields {
        if let Some(spec) = field.spec {
            let label = words::field_label(names.locale, spec);
            rows.push((label, markup(names, Some(spec), &field.value)?));
        }
    }
    Ok(pages::tables::facts(&rows))
}

/// A day as the value of a field. How a date is written is the affair of `interchange`, whose plain
/// form of it is text.
pub(crate) fn day(date: Date) -> Option<FieldValue> {
    let plain = Plain::Map(vec![("Date".to_owned(), Plain::Text(date.to_string()))]);
    let content = from_plain(kinds::JOURNAL_ENTRY, &[], &plain).ok()?;
    let record = decode(kinds::JOURNAL_ENTRY, &content).ok()?;
    record.value(JOURNAL_ENTRY_DATE).cloned()
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(
        String::with_capacity(bytes.len().saturating_mul(2)),
        |mut out, byte| {
            // Writing into a String cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        },
    )
}
