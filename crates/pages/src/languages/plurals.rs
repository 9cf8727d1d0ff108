//! CLDR plural categories of whole numbers, through ICU4X.

use std::sync::OnceLock;

use icu::plurals::{PluralCategory, PluralRuleType, PluralRules};

use super::Language;

/// The category of `n` things: `one`, `many` or `other` in our five languages.
pub(super) fn category(language: Language, n: u64) -> &'static str {
    static RULES: OnceLock<Vec<Option<PluralRules>>> = OnceLock::new();
    let rules = RULES.get_or_init(|| Language::ALL.map(rules_of).into_iter().collect());
    let index = Language::ALL
        .iter()
        .position(|other| *other == language)
        .unwrap_or(0);
    let category = rules
        .get(index)
        .and_then(Option::as_ref)
        .map_or(PluralCategory::Other, |rules| rules.category_for(n));
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The cardinal rules of a language. They are compiled into the program, so this does not fail in
/// practice; if it did, every number would take the form that always exists, `other`.
fn rules_of(language: Language) -> Option<PluralRules> {
    let locale: icu::locale::Locale = language.code().parse().ok()?;
    let options = PluralRuleType::Cardinal.into();
    PluralRules::try_new(locale.into(), options).ok()
}
