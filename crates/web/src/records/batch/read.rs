//! A cell as a form would have sent it: programs write numbers with a point, yes and no as words,
//! and choices by their names.

use super::columns::Slot;
use crate::records::search::folded;
use crate::records::words;
use interchange::Shape;
use pages::Locale;
use rust_decimal::Decimal;

/// What means yes, and what means no, beside the reader's own words.
const YES: [&str; 6] = ["yes", "true", "1", "on", "x", "y"];
const NO: [&str; 6] = ["no", "false", "0", "off", "-", "n"];

/// What was meant, or the code of the error.
pub(super) fn typed(slot: &Slot, cell: &str, locale: Locale) -> Result<String, &'static str> {
    let cell = unguarded(cell);
    match slot.shape {
        Shape::Flag => flag(cell, locale),
        Shape::Choice(choices) => choice(cell, choices, locale),
        Shape::Decimal | Shape::Integer => Ok(number(cell, locale)),
        Shape::Texts => Ok(cell.replace(';', "\n")),
        _ => Ok(cell.to_owned()),
    }
}

/// A text without the apostrophe that keeps it from running as a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

fn flag(cell: &str, locale: Locale) -> Result<String, &'static str> {
    let wanted = folded(cell);
    let is = |words: &[&str], own: &str| {
        words.contains(&wanted.as_str()) || wanted == folded(&locale.text(own))
    };
    if is(&YES, "word-yes") {
        Ok("on".to_owned())
    } else if is(&NO, "word-no") {
        Ok(String::new())
    } else {
        Err("yes-or-no-needed")
    }
}

fn choice(
    cell: &str,
    choices: &[(i64, &'static str)],
    locale: Locale,
) -> Result<String, &'static str> {
    let wanted = folded(cell);
    let is_meant = |(value, name): &&(i64, &'static str)| {
        let names = [
            value.to_string(),
            folded(name),
            folded(&words::choice_label(locale, name)),
        ];
        names.contains(&wanted)
    };
    let found = choices.iter().find(is_meant);
    found
        .map(|(value, _)| value.to_string())
        .ok_or("choice-unknown")
}

fn number(cell: &str, locale: Locale) -> String {
    match cell.parse::<Decimal>() {
        Ok(number) if cell.contains('.') => locale.number(number),
        _ => cell.to_owned(),
    }
}
