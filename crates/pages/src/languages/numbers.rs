//! Showing numbers, amounts and sizes.
//!
//! ICU4X formats; this file keeps one formatter per language and choice, adds the Indian grouping
//! where a language has another, and builds negative numbers from the standard pattern (CLDR's
//! accounting pattern groups wrongly in Indian English).

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal as IcuDecimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use rust_decimal::{Decimal, RoundingStrategy};

use super::catalogue::{self, Argument};
use super::{Digits, Grouping, Language, Locale, digits};

/// An amount with exactly `decimals` decimals.
pub(super) fn amount(locale: Locale, value: Decimal, decimals: u32) -> String {
    let decimals = decimals.min(Decimal::MAX_SCALE);
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let places = usize::try_from(decimals).unwrap_or(0);
    // A rounded nothing has no sign: "-0.00" would make people look for a mistake.
    let rounded = if rounded.is_zero() {
        Decimal::ZERO
    } else {
        rounded
    };
    formatted(locale, &format!("{rounded:.places$}"))
}

/// A number with the decimals it needs.
pub(super) fn number(locale: Locale, value: Decimal) -> String {
    formatted(locale, &value.normalize().to_string())
}

/// A whole number.
pub(super) fn count(locale: Locale, n: u64) -> String {
    formatted(locale, &n.to_string())
}

/// The units of sizes, smallest first, by their keys in the catalogue.
const UNITS: [&str; 5] = [
    "unit-bytes",
    "unit-kilobytes",
    "unit-megabytes",
    "unit-gigabytes",
    "unit-terabytes",
];

/// A size in the largest unit that leaves at least one.
pub(super) fn bytes(locale: Locale, n: u64) -> String {
    let mut index = 0;
    let mut unit: u64 = 1;
    while index + 1 < UNITS.len() && n / unit >= 1000 {
        unit *= 1000;
        index += 1;
    }
    if index == 0 {
        return catalogue::text(locale, UNITS[0], &[("count", Argument::Count(n))]);
    }
    let exact = Decimal::from(n) / Decimal::from(unit);
    let decimals = u32::from(exact < Decimal::ONE_HUNDRED);
    let shown = amount(locale, exact, decimals);
    catalogue::text(locale, UNITS[index], &[("number", Argument::Text(&shown))])
}

/// A plain decimal text (`-1234.50`) as the locale writes it.
fn formatted(locale: Locale, plain: &str) -> String {
    if let Some(pattern) = locale.formats.numbers {
        return digits::localized(locale, &pattern.written(plain));
    }
    let Ok(value) = plain.parse::<IcuDecimal>() else {
        return plain.to_owned();
    };
    let regroup = locale.grouping == Grouping::Indian && !groups_by_lakh(locale.language);
    let Some(formatter) = formatter(locale, regroup) else {
        return plain.to_owned();
    };
    let shown = formatter.format_to_string(&value);
    if regroup {
        grouped_by_lakh(locale.language, &shown)
    } else {
        shown
    }
}

/// Whether the language's own grouping is already lakh and crore.
const fn groups_by_lakh(language: Language) -> bool {
    matches!(language, Language::Hindi | Language::Bengali)
}

/// One formatter per language, digits and grouping, made when first needed.
fn formatter(locale: Locale, ungrouped: bool) -> Option<&'static DecimalFormatter> {
    type Choice = (Language, Digits, bool);
    static FORMATTERS: LazyLock<HashMap<Choice, OnceLock<Option<DecimalFormatter>>>> =
        LazyLock::new(|| {
            let mut slots = HashMap::new();
            for language in Language::ALL {
                for digits in [Digits::Latin, Digits::Native] {
                    for ungrouped in [false, true] {
                        slots.insert((language, digits, ungrouped), OnceLock::new());
                    }
                }
            }
            slots
        });
    FORMATTERS
        .get(&(locale.language, locale.digits, ungrouped))?
        .get_or_init(|| new_formatter(locale.language, locale.digits, ungrouped))
        .as_ref()
}

/// Builds a formatter; the numbering system is always named, so that a change of CLDR's defaults
/// changes nothing.
fn new_formatter(language: Language, digits: Digits, ungrouped: bool) -> Option<DecimalFormatter> {
    let system = match (digits, language) {
        (Digits::Native, Language::Hindi) => "deva",
        (Digits::Native, Language::Bengali) => "beng",
        _ => "latn",
    };
    let tag = format!("{}-u-nu-{system}", language.code());
    let locale: icu::locale::Locale = tag.parse().ok()?;
    let mut options = DecimalFormatterOptions::default();
    if ungrouped {
        options.grouping_strategy = Some(GroupingStrategy::Never);
    }
    DecimalFormatter::try_new(locale.into(), options).ok()
}

/// An ungrouped number with the language's group sign before the last three digits of its whole
/// part and every two before those.
fn grouped_by_lakh(language: Language, ungrouped: &str) -> String {
    let whole_end = ungrouped
        .find(language.decimal_sign())
        .unwrap_or(ungrouped.len());
    let (whole, fraction) = ungrouped.split_at(whole_end);
    let digits_count = whole
        .chars()
        .filter(|c| digits::value(*c).is_some())
        .count();
    let mut left = digits_count;
    let mut shown = String::with_capacity(ungrouped.len() + 8);
    for character in whole.chars() {
        if digits::value(character).is_some() {
            if left != digits_count && (left == 3 || left > 3 && left % 2 == 1) {
                shown.push(language.group_sign());
            }
            left -= 1;
        }
        shown.push(character);
    }
    shown.push_str(fraction);
    shown
}
