//! The addresses of pages that other pages link to, each written once. Lists and records have
//! theirs in `records::names`.

use books::Key;

/// The Summary of a business.
pub fn business(key: Key) -> String {
    format!("/businesses/{key}")
}

/// A page of a business, by its last part: `history`, `backups/new`.
pub fn business_part(key: Key, part: &str) -> String {
    format!("/businesses/{key}/{part}")
}

/// Text made safe as one part of an address or as a value of a query.
pub fn escaped(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The Businesses screen after a business was restored from Trash.
pub fn restored(key: Key) -> String {
    format!("/?restored={key}")
}
