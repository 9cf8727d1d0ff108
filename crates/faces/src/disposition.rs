//! The header that names a file to be saved (RFC 6266, with the extended form of RFC 8187).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 8187 section 3.2.1 leaves unencoded beside letters and digits.
const ATTRIBUTE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The header's value with a name in ASCII, which holds nothing that must be escaped, and the same
/// name whole, whose joiners are left out.
pub fn both_forms(disposition: &str, plain: &str, name: &str) -> String {
    let name = without_joiners(name);
    let extended = utf8_percent_encode(&name, ATTRIBUTE);
    format!("{disposition}; filename=\"{plain}\"; filename*=UTF-8''{extended}")
}

/// A name without joiners, in whose place browsers would show `_`.
pub fn without_joiners(name: &str) -> String {
    name.replace(['\u{200c}', '\u{200d}'], "")
}
