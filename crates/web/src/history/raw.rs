//! Bytes that cannot be read as fields, shown for people: their beginning in hexadecimal, and text
//! as text where they are text. Nothing of it is ever run.

use crate::records::value::hex;
use maud::{Markup, html};
use pages::{Argument, Locale};

/// How many bytes are shown; the whole is in the backup.
const SHOWN_BYTES_MAX: usize = 2048;

/// The bytes, cut after a while with how much there is.
pub(super) fn bytes(locale: Locale, bytes: &[u8]) -> Markup {
    let shown = bytes.get(..SHOWN_BYTES_MAX).unwrap_or(bytes);
    let count = Argument::Count(bytes.len() as u64);
    html! {
        code .bytes { (hex(shown)) @if shown.len() < bytes.len() { "…" } }
        @if let Some(text) = readable(shown) { pre .source dir="auto" { (text) } }
        p .field-hint { (locale.text_with("record-raw-bytes", &[("count", count)])) }
    }
}

/// The bytes as text, when they are nothing but text.
fn readable(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_text = |letter: char| !letter.is_control() || letter.is_whitespace();
    (text.chars().count() > 2 && text.chars().all(is_text)).then_some(text)
}
