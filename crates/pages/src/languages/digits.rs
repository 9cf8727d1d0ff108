//! Digits of every script: reading any of them, and writing the reader's own.

use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

use super::{Digits, Language, Locale};

/// The value of a decimal digit of any script (Unicode general category Nd), or `None` for anything
/// else.
pub(super) fn value(character: char) -> Option<u32> {
    if let Some(value) = character.to_digit(10) {
        return Some(value);
    }
    if !is_digit(character) {
        return None;
    }
    // Unicode keeps the ten digits of a script side by side from zero on, so the distance from the
    // beginning of the run is the value; runs of several sets (the mathematical digits) are
    // multiples of ten long.
    let mut distance: u32 = 0;
    let mut before = u32::from(character);
    loop {
        before = before.checked_sub(1)?;
        match char::from_u32(before) {
            Some(previous) if is_digit(previous) => distance = distance.checked_add(1)?,
            _ => return Some(distance % 10),
        }
    }
}

/// Whether the character is a decimal digit of some script.
fn is_digit(character: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(character) == GeneralCategory::DecimalNumber
}

/// Latin digits written in the reader's digits; everything else stays.
pub(super) fn localized(locale: Locale, text: &str) -> String {
    let zero = match (locale.digits, locale.language) {
        (Digits::Native, Language::Hindi) => '०',
        (Digits::Native, Language::Bengali) => '০',
        _ => return text.to_owned(),
    };
    text.chars()
        .map(|character| match character.to_digit(10) {
            Some(digit) => {
                char::from_u32(u32::from(zero).saturating_add(digit)).unwrap_or(character)
            }
            None => character,
        })
        .collect()
}

/// Text with every digit of any script turned into its Latin one, for reading dates.
pub(super) fn latin(text: &str) -> String {
    text.chars()
        .map(|character| {
            value(character)
                .and_then(|digit| char::from_digit(digit, 10))
                .unwrap_or(character)
        })
        .collect()
}
