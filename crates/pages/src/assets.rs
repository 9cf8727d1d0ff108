//! Static files carried inside the program: the style sheet, the script and the icon.
//!
//! They are served under `/assets/`. [`version`] changes whenever one of them does, so that pages
//! can ask browsers to keep them for a long time.

use std::sync::LazyLock;

/// A content type and the bytes.
pub type Asset = (&'static str, &'static [u8]);

/// The style sheet of every page.
const STYLE: &[u8] = include_bytes!("assets/style.css");
/// The script: everything works without it.
const SCRIPT: &[u8] = include_bytes!("assets/tijori.js");
/// What sends large files in pieces; fetched by the script where a form asks for it.
const UPLOAD: &[u8] = include_bytes!("assets/upload.js");
/// The icon in the browser's tab.
const ICON: &[u8] = include_bytes!("assets/favicon.svg");

/// The asset of a name (`style.css`, `tijori.js`, `favicon.svg`), without the query; `None` for any
/// other.
pub fn asset(name: &str) -> Option<Asset> {
    match name {
        "style.css" => Some(("text/css; charset=utf-8", STYLE)),
        "tijori.js" => Some(("text/javascript; charset=utf-8", SCRIPT)),
        "upload.js" => Some(("text/javascript; charset=utf-8", UPLOAD)),
        "favicon.svg" => Some(("image/svg+xml", ICON)),
        _ => None,
    }
}

/// A short text that is different for different assets (FNV-1a over all of them): not a safeguard,
/// only a name for caches.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in [STYLE, SCRIPT, UPLOAD, ICON].concat() {
            hash ^= u64::from(byte);
            hash = hash.wrapping_mul(0x0100_0000_01b3);
        }
        format!("{hash:016x}")
    });
    &VERSION
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_found_by_name_and_nothing_else_is() {
        assert!(
            asset("style.css")
                .is_some_and(|(kind, bytes)| kind.starts_with("text/css") && !bytes.is_empty())
        );
        assert_eq!(asset("../Cargo.toml"), None);
        assert_eq!(version().len(), 16);
    }
}
