//! Who asks: in which language to answer, and what the browser's cookies say.

use axum::http::{HeaderMap, header};
use pages::{Digits, Formats, Grouping, Language, Locale};

/// The cookie that holds the chosen language.
pub const LANGUAGE_COOKIE: &str = "language";
/// The cookie that holds the chosen digits.
pub const DIGITS_COOKIE: &str = "digits";
/// The cookie that holds the chosen grouping.
pub const GROUPING_COOKIE: &str = "grouping";

/// What to render in for a request with these headers.
pub fn locale_of(headers: &HeaderMap) -> Locale {
    let browser = || {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .map_or(Language::English, Language::from_accept_language)
    };
    let cookie = |name| cookie_of(headers, name);
    Locale {
        language: cookie(LANGUAGE_COOKIE)
            .and_then(Language::from_code)
            .unwrap_or_else(browser),
        digits: cookie(DIGITS_COOKIE)
            .and_then(Digits::from_code)
            .unwrap_or_default(),
        grouping: cookie(GROUPING_COOKIE)
            .and_then(Grouping::from_code)
            .unwrap_or_default(),
        formats: Formats::default(),
    }
}

/// The value of a cookie (RFC 6265 section 4.2).
pub fn cookie_of<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().expect("a header value")))
            .collect()
    }

    #[test]
    fn the_cookie_wins_over_the_browser() {
        let asked = headers(&[
            (header::ACCEPT_LANGUAGE, "fr-FR,fr;q=0.9"),
            (header::COOKIE, "a=b; language=bn; digits=native"),
        ]);
        let locale = locale_of(&asked);
        assert_eq!(locale.language, Language::Bengali);
        assert_eq!(locale.digits, Digits::Native);
        assert_eq!(
            locale_of(&headers(&[(header::ACCEPT_LANGUAGE, "fr")])).language,
            Language::French
        );
        assert_eq!(
            locale_of(&headers(&[(header::COOKIE, "language=xx")])),
            Locale::default()
        );
    }
}
