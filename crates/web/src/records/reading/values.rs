//! Single values, read in the reader's language.

use super::{is_nothing, is_text};
use crate::records::limits::{BrokenRule, broken_by_amount, broken_by_text};
use crate::records::typed::shown;
use crate::records::value::day;
use interchange::{Edit, FieldSpec, FieldValue, Shape};
use pages::Locale;

/// What was typed into a field whose shape says how to read it.
pub(super) fn by_shape(
    locale: Locale,
    spec: &'static FieldSpec,
    typed: &str,
    current: Option<&FieldValue>,
) -> Result<Option<Edit>, String> {
    let typed = typed.replace("\r\n", "\n");
    let before = shown(locale, spec, current);
    if typed == before.replace("\r\n", "\n") || typed.trim() == before.trim() {
        return Ok(None);
    }
    if is_nothing(spec, &typed) {
        return Ok(Some(Edit::Set(spec.number, None)));
    }
    let value = read(locale, spec.shape, &typed)?;
    if current == Some(&value) {
        return Ok(None);
    }
    Ok(Some(Edit::Set(spec.number, Some(value))))
}

/// A value of this shape.
pub(super) fn read(locale: Locale, shape: Shape, typed: &str) -> Result<FieldValue, String> {
    Ok(match shape {
        _ if is_text(shape) => {
            let text = typed.trim();
            kept(locale, broken_by_text(shape, text))?;
            FieldValue::Text(text.to_owned())
        }
        Shape::Texts => FieldValue::Texts(texts(locale, typed)?),
        Shape::Flag => FieldValue::Flag(true),
        Shape::Date => {
            let date = locale
                .parse_date(typed)
                .map_err(|error| locale.error(error.code(), &error.arguments()))?;
            day(date).ok_or_else(|| locale.error("internal", &[]))?
        }
        Shape::Decimal => {
            let number = locale
                .parse_amount(typed)
                .map_err(|error| locale.error(error.code(), &error.arguments()))?;
            kept(locale, broken_by_amount(number))?;
            FieldValue::Decimal(number)
        }
        Shape::Integer | Shape::Choice(_) => integer(locale, shape, typed)?,
        _ => return Err(locale.error("choice-unknown", &[])),
    })
}

/// The lines of a text that say something, each once.
fn texts(locale: Locale, typed: &str) -> Result<Vec<String>, String> {
    let mut texts: Vec<String> = Vec::new();
    for text in typed.lines().map(str::trim) {
        if !text.is_empty() && !texts.iter().any(|it| it == text) {
            kept(locale, broken_by_text(Shape::Text, text))?;
            texts.push(text.to_owned());
        }
    }
    Ok(texts)
}

/// The sentence about a rule that is broken, as an error.
fn kept(locale: Locale, broken: Option<BrokenRule>) -> Result<(), String> {
    match broken {
        Some(rule) => Err(locale.error(rule.code, &rule.arguments)),
        None => Ok(()),
    }
}

fn integer(locale: Locale, shape: Shape, typed: &str) -> Result<FieldValue, String> {
    if let Shape::Choice(choices) = shape {
        return typed
            .parse()
            .ok()
            .filter(|number| choices.iter().any(|(known, _)| known == number))
            .map(FieldValue::Integer)
            .ok_or_else(|| locale.error("choice-unknown", &[]));
    }
    let number = locale
        .parse_amount(typed)
        .map_err(|error| locale.error(error.code(), &error.arguments()))?;
    i64::try_from(number)
        .ok()
        .filter(|whole| number == (*whole).into())
        .map(FieldValue::Integer)
        .ok_or_else(|| locale.error("whole-number-needed", &[]))
}
