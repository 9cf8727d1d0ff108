//! What was typed into a form is not lost while the database does not answer: the page that says so
//! holds it, ready to be sent again (docs/SPEC-cloud.md, 7.4).

use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pages::Locale;

/// Longer forms are passed on as they come, and not kept, in bytes. None of ours is longer.
const FORM_BYTES_MAX: usize = 2 * 1024 * 1024;
/// What stands in the names of fields whose values are written into no page.
const SECRET_PARTS: [&str; 3] = ["password", "passphrase", "secret"];
/// The names of others: the present password, and the code of a second factor.
const SECRET_NAMES: [&str; 2] = ["present", "code"];
/// After which errors it makes sense to send the same again.
const PASSING: [&str; 2] = ["store-unreachable", "store-in-doubt"];

/// A form as it was sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Typed {
    action: String,
    fields: Vec<(String, String)>,
}

/// The form of a request that can be kept, and the request again.
///
/// # Errors
/// An answer, when the body does not come or is longer than it says.
pub async fn typed(request: Request) -> Result<(Option<Typed>, Request), Response> {
    if request.method() != Method::POST || !is_short_form(request.headers()) {
        return Ok((None, request));
    }
    let (head, body) = request.into_parts();
    let bytes = to_bytes(body, FORM_BYTES_MAX)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    let again = Request::from_parts(head.clone(), Body::from(bytes.clone()));
    let fields = Form::<Vec<(String, String)>>::from_request(again, &()).await;
    let action = head.uri.path_and_query().map(ToString::to_string);
    let kept = fields
        .ok()
        .zip(action)
        .map(|(Form(fields), action)| Typed { action, fields });
    let kept = kept.filter(|it| !it.fields.iter().any(|(name, _)| is_secret(name)));
    Ok((kept, Request::from_parts(head, Body::from(bytes))))
}

/// The answer; where it says that the database does not answer, with what was typed.
pub fn or_again(locale: Locale, typed: Option<Typed>, response: Response) -> Response {
    let told = response.extensions().get::<web::PageError>();
    let code = told.map(|error| error.code);
    let code = code.filter(|code| PASSING.contains(code));
    match (typed, code) {
        (Some(typed), Some(code)) => super::headed(portal::again_page(
            locale,
            code,
            &typed.action,
            &typed.fields,
        )),
        _ => response,
    }
}

fn is_short_form(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_form = text(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    is_form && length.is_some_and(|length: usize| length <= FORM_BYTES_MAX)
}

fn is_secret(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    SECRET_PARTS.iter().any(|part| small.contains(part)) || SECRET_NAMES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(kind: &str, body: &str) -> Request {
        Request::post("/businesses/1/records/customers?from=2")
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body.to_owned()))
            .unwrap()
    }

    #[tokio::test]
    async fn a_form_is_kept_and_passed_on_as_it_was() {
        let body = "Name=Karim+%26+Sons&Code=1&Code=2";
        let form = "application/x-www-form-urlencoded";
        let (kept, request) = typed(sent(form, body)).await.unwrap();
        let kept = kept.unwrap();
        assert_eq!(kept.action, "/businesses/1/records/customers?from=2");
        let pairs: Vec<_> = kept
            .fields
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [("Name", "Karim & Sons"), ("Code", "1"), ("Code", "2")]
        );
        let bytes = to_bytes(request.into_body(), 1000).await.unwrap();
        assert_eq!(bytes, body);
    }

    #[tokio::test]
    async fn secrets_and_files_are_written_into_no_page() {
        let form = "application/x-www-form-urlencoded";
        for (kind, body) in [
            (form, "name=a&password=b"),
            (form, "present=b"),
            (form, "code=123456"),
            (form, "CurrentPassword=b"),
            ("multipart/form-data; boundary=x", "--x--"),
        ] {
            let (kept, request) = typed(sent(kind, body)).await.unwrap();
            assert_eq!(kept, None, "{body}");
            let bytes = to_bytes(request.into_body(), 1000).await.unwrap();
            assert_eq!(bytes, body);
        }
    }
}
