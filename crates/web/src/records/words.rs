//! The words for fields of records and their choices, in the reader's language.
//!
//! The catalogues name what people meet often; everything else is known to `interchange` under an
//! English name only, which is shown with its words apart rather than not at all.

use books::{Key, kinds};
use interchange::FieldSpec;
use pages::Locale;

/// The label of a field of a record or of a line.
pub(crate) fn field_label(locale: Locale, field: &FieldSpec) -> String {
    let key = format!("field-{}", field.name);
    if locale.has(&key) {
        locale.text(&key)
    } else {
        sentence_case(&spaced(field.name))
    }
}

/// The words of one choice of a field, by its English name.
pub(crate) fn choice_label(locale: Locale, name: &str) -> String {
    let low = name.to_lowercase().replace(' ', "-");
    ["choice", "contact", "discount", "side", "group", "status"]
        .iter()
        .map(|prefix| format!("{prefix}-{low}"))
        .find(|key| locale.has(key))
        .map_or_else(|| name.to_owned(), |key| locale.text(&key))
}

/// The name of something built in, as an account or a root of the chart, by the English name of
/// its kind.
pub(crate) fn built_in(locale: Locale, name: &str) -> String {
    let key = format!("account-{name}");
    if locale.has(&key) {
        return locale.text(&key);
    }
    kinds::find_by_name(name).map_or_else(
        || sentence_case(&spaced(name)),
        |kind| kind_name(locale, kind.key),
    )
}

/// What one record of this kind is called: `Sales Invoice`.
pub(crate) fn kind_name(locale: Locale, content_type: Key) -> String {
    kind(locale, content_type, "one")
}

/// What records of this kind are called together: `Sales Invoices`.
pub(crate) fn kind_plural(locale: Locale, content_type: Key) -> String {
    kind(locale, content_type, "many")
}

fn kind(locale: Locale, content_type: Key, number: &str) -> String {
    let Some(kind) = kinds::find(content_type) else {
        return locale.text("record-unknown-kind");
    };
    let key = format!("kind-{}-{number}", kind.name);
    if locale.has(&key) {
        locale.text(&key)
    } else {
        spaced(kind.name)
    }
}

/// An English name without spaces as words: `SalesInvoice` becomes `Sales Invoice`.
pub(crate) fn spaced(name: &str) -> String {
    let mut words = String::with_capacity(name.len().saturating_add(8));
    let mut small_before = false;
    for letter in name.chars() {
        if small_before && (letter.is_ascii_uppercase() || letter.is_ascii_digit()) {
            words.push(' ');
        }
        small_before = letter.is_ascii_lowercase();
        words.push(letter);
    }
    words
}

/// The first word with a capital, the others without.
fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + &letters.as_str().to_lowercase()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unnamed_fields_are_shown_with_their_words_apart() {
        assert_eq!(sentence_case(&spaced("BankClearDate")), "Bank clear date");
        assert_eq!(sentence_case(""), "");
    }
}
