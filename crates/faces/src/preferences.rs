//! The visitor's language, digits and grouping, kept in cookies.

use crate::visitor::{DIGITS_COOKIE, GROUPING_COOKIE, LANGUAGE_COOKIE};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use pages::{Digits, Grouping, Language};
use serde::Deserialize;

/// The address that the chooser at the foot of each page sends to.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/preferences", post(save_preferences))
}

/// What was chosen. Words that are none of ours change nothing.
#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    language: String,
    #[serde(default)]
    digits: String,
    #[serde(default)]
    grouping: String,
    #[serde(default)]
    back: String,
}

async fn save_preferences(Form(chosen): Form<Chosen>) -> Response {
    let mut response = Redirect::to(own_path(&chosen.back)).into_response();
    let cookies = [
        (
            LANGUAGE_COOKIE,
            Language::from_code(&chosen.language).map(Language::code),
        ),
        (
            DIGITS_COOKIE,
            Digits::from_code(&chosen.digits).map(Digits::code),
        ),
        (
            GROUPING_COOKIE,
            Grouping::from_code(&chosen.grouping).map(Grouping::code),
        ),
    ];
    for (name, value) in cookies {
        let Some(value) = value else { continue };
        let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly");
        // Codes are letters.
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// The path to go back to, when it is one of ours; else the first page. Browsers take control
/// characters out of an address and read a backslash as a slash, so that either could make another
/// site's address of what looks like a path here.
pub fn own_path(back: &str) -> &str {
    let is_odd = |sign: char| sign.is_control() || sign == '\\';
    let foreign = back.starts_with("//") || back.contains(is_odd);
    if back.starts_with('/') && !foreign {
        back
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_sent_away() {
        assert_eq!(own_path("/trash?a=1"), "/trash?a=1");
        for foreign in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(own_path(foreign), "/");
        }
    }

    #[test]
    fn no_sign_that_a_browser_passes_over_leads_away() {
        let signs = (0..=0xff).filter_map(char::from_u32);
        for sign in signs.filter(|sign| sign.is_control() || *sign == '\\') {
            for at in 0..3 {
                let mut back = "//evil.example".to_owned();
                back.insert(at, sign);
                assert_eq!(own_path(&back), "/", "{back:?}");
                let mut back = "/trash?a=1".to_owned();
                back.insert(at, sign);
                assert_eq!(own_path(&back), "/", "{back:?}");
            }
        }
    }
}
