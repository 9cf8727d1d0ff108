//! Sorting names as each language does, through the ICU4X collator.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};

use super::Language;

/// The order of two names. `kn` compares digits by value, so Facture 9 comes before Facture 10 in
/// any script.
pub(super) fn compare(language: Language, a: &str, b: &str) -> Ordering {
    static COLLATORS: OnceLock<Vec<Option<CollatorBorrowed<'static>>>> = OnceLock::new();
    let collators = COLLATORS.get_or_init(|| Language::ALL.map(collator_of).into_iter().collect());
    let index = Language::ALL
        .iter()
        .position(|other| *other == language)
        .unwrap_or(0);
    match collators.get(index) {
        Some(Some(collator)) => collator.compare(a, b).then_with(|| a.cmp(b)),
        _ => a.cmp(b),
    }
}

/// The collator of a language, with numeric ordering.
fn collator_of(language: Language) -> Option<CollatorBorrowed<'static>> {
    let tag = format!("{}-u-kn-true", language.code());
    let locale: icu::locale::Locale = tag.parse().ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}
