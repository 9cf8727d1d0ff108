//! Why something went to Suspense or was not posted, as a sentence.

use pages::{Argument, Locale};

/// The reason in the reader's language; a code without words of its own is shown as it is.
pub(crate) fn reason_text(
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
