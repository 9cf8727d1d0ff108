//! Whose rows a request is about, as far as it says: by its cookie, its token, or the name in the
//! form of a sign-in.

use super::Front;
use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use books::Key;
use faces::visitor::cookie_of;
use serde::Deserialize;
use users::TOKEN_PREFIX;

/// A form that names a user is no larger.
const FORM_BYTES_MAX: usize = 64 * 1024;
/// How long a browser keeps whose rows it asked, in seconds.
const LIFE_S: u32 = 365 * 24 * 3600;
/// Figures of a key in a token.
const MARK_FIGURES: usize = 32;

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// The subscriber with this key; nobody for zeros.
    Key(Key),
    /// Whoever has the user with this name.
    Named(String),
}

/// What a form that names a user sends.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
}

/// Who is meant by a request, and the request again.
pub async fn whom(front: &Front, request: Request) -> Result<(Meant, Request), Response> {
    let path = request.uri().path();
    if request.method() == Method::POST && matches!(path, "/sign-in" | "/new-password") {
        return by_form(request).await;
    }
    let key = match path.starts_with("/api/") {
        true => key_of_token(&request),
        false => key_of_cookie(request.headers(), front.is_secure),
    };
    Ok((Meant::Key(key.unwrap_or(Key::NIL)), request))
}

/// By the name in a form, which is read here and once more where it is answered.
async fn by_form(request: Request) -> Result<(Meant, Request), Response> {
    let (head, body) = request.into_parts();
    let bytes = to_bytes(body, FORM_BYTES_MAX)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    let again = Request::from_parts(head.clone(), Body::from(bytes.clone()));
    let read = Form::<Named>::from_request(again, &()).await;
    // A form that cannot be read names nobody; the office says what is wrong with it.
    let name = read.map_or_else(|_| String::new(), |Form(named)| named.name);
    Ok((
        Meant::Named(name),
        Request::from_parts(head, Body::from(bytes)),
    ))
}

fn name_of_cookie(is_secure: bool) -> &'static str {
    match is_secure {
        true => "__Host-subscriber",
        false => "subscriber",
    }
}

fn key_of_cookie(headers: &HeaderMap, is_secure: bool) -> Option<Key> {
    cookie_of(headers, name_of_cookie(is_secure))?.parse().ok()
}

/// The key in an access token, wherever it was shown.
fn key_of_token(request: &Request) -> Option<Key> {
    let shown = request.headers().get(header::AUTHORIZATION);
    let shown = shown.and_then(|value| value.to_str().ok());
    shown
        .and_then(key_in)
        .or_else(|| key_in(request.uri().query()?))
}

/// The key behind the beginning of a token in a text.
fn key_in(text: &str) -> Option<Key> {
    let (_, rest) = text.split_once(TOKEN_PREFIX)?;
    let mut figures = rest.get(..MARK_FIGURES)?.to_owned();
    for place in [8, 13, 18, 23] {
        figures.insert(place, '-');
    }
    figures.parse().ok()
}

/// The same answer, with a browser told whose rows it asks. Links in emails are followed from other
/// sites, so that this cookie goes along with them; it is no secret, and nothing is changed by it.
pub fn with_subscriber(mut response: Response, subscriber: Key, is_secure: bool) -> Response {
    let name = name_of_cookie(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let text =
        format!("{name}={subscriber}; Max-Age={LIFE_S}; Path=/; SameSite=Lax; HttpOnly{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASHA: &str = "5ab5c21b-0000-4000-8000-000000000001";

    fn asked(path: &str, name: header::HeaderName, value: &str) -> Request {
        let request = Request::builder().uri(path).header(name, value);
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn a_token_tells_whose_it_is() {
        let secret = "f".repeat(64);
        let marked = format!("Bearer tij_{}{secret}", ASHA.replace('-', ""));
        let of = |value: &str| key_of_token(&asked("/api/v1", header::AUTHORIZATION, value));
        assert_eq!(
            of(&marked).map(|key| key.to_string()).as_deref(),
            Some(ASHA)
        );
        let bare = marked.trim_start_matches("Bearer ");
        let in_address = asked(&format!("/api/v1?token={bare}"), header::ACCEPT, "*/*");
        assert!(key_of_token(&in_address).is_some());
        for wrong in ["", "Bearer", "Bearer tij_", "Bearer tij_zz"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
        assert_eq!(key_in("tij_é5ab5c21b000040008000000000000001"), None);
    }

    #[test]
    fn a_cookie_tells_whose_rows_are_asked() {
        let of = |value: &str, is_secure| {
            key_of_cookie(asked("/", header::COOKIE, value).headers(), is_secure)
        };
        assert!(of(&format!("a=b; subscriber={ASHA}"), false).is_some());
        assert!(of(&format!("__Host-subscriber={ASHA}"), true).is_some());
        // Another site could set the one without the prefix.
        assert_eq!(of(&format!("subscriber={ASHA}"), true), None);
        assert_eq!(of("subscriber=../../etc", false), None);
    }

    /// S34: Lax, because it is no secret and links in letters need it.
    #[test]
    fn the_cookie_of_a_subscriber_is_for_its_host_and_https_alone() {
        let key: Key = ASHA.parse().unwrap();
        let set = |is_secure| {
            let response = with_subscriber(Response::default(), key, is_secure);
            let line = response.headers().get(header::SET_COOKIE).unwrap();
            line.to_str().unwrap().to_owned()
        };
        let rest = format!("={ASHA}; Max-Age={LIFE_S}; Path=/; SameSite=Lax; HttpOnly");
        assert_eq!(set(true), format!("__Host-subscriber{rest}; Secure"));
        assert_eq!(set(false), format!("subscriber{rest}"));
    }

    #[tokio::test]
    async fn a_form_names_a_user_and_is_passed_on_as_it_was() {
        let form = "name=Asha%40lamp.example&password=x%26y";
        let request = Request::post("/sign-in")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        let (meant, request) = by_form(request).await.unwrap();
        assert_eq!(meant, Meant::Named("Asha@lamp.example".to_owned()));
        let bytes = to_bytes(request.into_body(), 1000).await.unwrap();
        assert_eq!(bytes, form);
    }
}
