//! Why something went to Suspense or was not posted, as a sentence.

use crate::records::names::Names;
use pages::{Argument, Locale};
use store::StoreError;

/// The reason in the reader's language; a code without words of its own is shown as it is.
pub(super) fn reason_text(
    locale: Locale,
    code: &str,
    arguments: &[(&'static str, String)],
) -> String {
    let key = format!("suspense-reason-{code}");
    if locale.has(&key) {
        let filled: Vec<(&str, Argument<'_>)> = arguments
            .iter()
            .map(|(name, value)| (*name, Argument::Text(value)))
            .collect();
        return locale.text_with(&key, &filled);
    }
    let facts: Vec<String> = arguments
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    if facts.is_empty() {
        code.to_owned()
    } else {
        format!("{code} ({})", facts.join(", "))
    }
}

/// The same with records by what they are called, and not by their keys.
pub(crate) fn named_reason_text(
    names: &Names<'_>,
    code: &str,
    arguments: &[(&'static str, String)],
) -> Result<String, StoreError> {
    let mut named = arguments.to_vec();
    for (_, value) in &mut named {
        if let Ok(key) = value.parse() {
            *value = names.text(key)?;
        }
    }
    Ok(reason_text(names.locale, code, &named))
}
