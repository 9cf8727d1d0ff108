//! A form that was sent and cannot be carried out yet: read, so that a page can hold what was
//! typed, and passed on as it came (docs/SPEC-cloud.md, 7.4; docs/SPEC-users.md, 3.10).

use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Longer forms are passed on as they come, and not kept, in bytes. None of ours is longer.
const FORM_BYTES_MAX: usize = 2 * 1024 * 1024;
/// What stands in the names of fields whose values are written into no page.
const SECRET_PARTS: [&str; 3] = ["password", "passphrase", "secret"];
/// The names of others: the present password, and the code of a second factor.
const SECRET_NAMES: [&str; 2] = ["present", "code"];

/// A form as it was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// Where it was sent to: a path of ours, with what follows it.
    pub action: String,
    /// Names and values, in their order.
    pub fields: Vec<(String, String)>,
}

impl std::fmt::Debug for KeptForm {
    /// Names alone: values may be anything that people type.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.fields.iter().map(|(name, _)| name.as_str()).collect();
        out.debug_tuple("KeptForm")
            .field(&self.action)
            .field(&names)
            .finish()
    }
}

impl KeptForm {
    /// The form of a request that can be kept, and the request again.
    ///
    /// # Errors
    /// An answer, when the body does not come or is longer than it says.
    pub async fn read(request: Request) -> Result<(Option<Self>, Request), Response> {
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
        let kept = fields.ok().zip(action);
        let kept = kept.map(|(Form(fields), action)| Self { action, fields });
        Ok((kept, Request::from_parts(head, Body::from(bytes))))
    }

    /// Whether it has something that is written into no page.
    pub fn has_secrets(&self) -> bool {
        self.fields.iter().any(|(name, _)| is_secret(name))
    }

    /// The value of a field, where it was sent.
    pub fn value(&self, wanted: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        let found = fields.find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    }

    /// Takes a field out of it.
    pub fn take(&mut self, wanted: &str) -> Option<String> {
        let at = self.fields.iter().position(|(name, _)| name == wanted)?;
        Some(self.fields.remove(at).1)
    }

    /// The request with these fields in place of those that it came with.
    #[must_use]
    pub fn put_into(&self, request: Request) -> Request {
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pair = |(name, value): &(String, String)| [escaped(name), escaped(value)].join("=");
        let pairs: Vec<String> = self.fields.iter().map(pair).collect();
        let text = pairs.join("&");
        let (mut head, _) = request.into_parts();
        let length = HeaderValue::from(text.len());
        head.headers.insert(header::CONTENT_LENGTH, length);
        Request::from_parts(head, Body::from(text))
    }
}

/// Whether what stands in a field of this name is written into no page.
pub fn is_secret(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    SECRET_PARTS.iter().any(|part| small.contains(part)) || SECRET_NAMES.contains(&name)
}

fn is_short_form(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_form = text(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    is_form && length.is_none_or(|length: usize| length <= FORM_BYTES_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "application/x-www-form-urlencoded";

    fn sent(kind: &str, body: &str) -> Request {
        Request::post("/businesses/1/records/customers?from=2")
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body.to_owned()))
            .expect("a request")
    }

    async fn body_of(request: Request) -> String {
        let bytes = to_bytes(request.into_body(), 1000).await.expect("a body");
        String::from_utf8(bytes.to_vec()).expect("a text")
    }

    #[tokio::test]
    async fn a_form_is_kept_and_passed_on_as_it_was() {
        let body = "Name=Karim+%26+Sons&Code=1&Code=2";
        let (kept, request) = KeptForm::read(sent(FORM, body)).await.expect("a request");
        let mut kept = kept.expect("a form");
        assert_eq!(kept.action, "/businesses/1/records/customers?from=2");
        assert_eq!(kept.value("Name"), Some("Karim & Sons"));
        assert!(!kept.has_secrets());
        assert_eq!(body_of(request).await, body);
        assert_eq!(kept.take("Code").as_deref(), Some("1"));
        let again = kept.put_into(sent(FORM, body));
        let (again, request) = KeptForm::read(again).await.expect("a request");
        assert_eq!(again, Some(kept));
        assert_eq!(body_of(request).await, "Name=Karim%20%26%20Sons&Code=2");
    }

    #[tokio::test]
    async fn secrets_are_known_by_their_names_and_files_are_left_alone() {
        for body in [
            "name=a&password=b",
            "present=b",
            "code=1",
            "CurrentPassword=b",
        ] {
            let (kept, request) = KeptForm::read(sent(FORM, body)).await.expect("a request");
            let kept = kept.expect("a form");
            assert!(kept.has_secrets(), "{body}");
            assert!(!format!("{kept:?}").contains("\"b\""), "{kept:?}");
            assert_eq!(body_of(request).await, body);
        }
        let files = sent("multipart/form-data; boundary=x", "--x--");
        let (kept, request) = KeptForm::read(files).await.expect("a request");
        assert_eq!(kept, None);
        assert_eq!(body_of(request).await, "--x--");
    }
}
