//! What was typed into a form is not lost while the database does not answer: the page that says so
//! holds it, ready to be sent again (docs/SPEC-cloud.md, 7.4).

use axum::extract::Request;
use axum::response::Response;
use faces::kept_form::KeptForm;
use pages::Locale;

/// After which errors it makes sense to send the same again.
const PASSING: [&str; 2] = ["store-unreachable", "store-in-doubt"];

/// The form of a request that a page can hold whole, and the request again.
///
/// # Errors
/// An answer, when the body does not come or is longer than it says.
pub async fn typed(request: Request) -> Result<(Option<KeptForm>, Request), Response> {
    let (kept, request) = KeptForm::read(request).await?;
    Ok((kept.filter(|form| !form.has_secrets()), request))
}

/// The answer; where it says that the database does not answer, with what was typed.
pub fn or_again(locale: Locale, typed: Option<KeptForm>, response: Response) -> Response {
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::header;

    #[tokio::test]
    async fn secrets_are_written_into_no_page() {
        for (body, is_kept) in [("name=a&password=b", false), ("name=a&place=b", true)] {
            let sent = Request::post("/businesses")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(body))
                .unwrap();
            let (kept, request) = typed(sent).await.unwrap();
            assert_eq!(kept.is_some(), is_kept, "{body}");
            let bytes = to_bytes(request.into_body(), 1000).await.unwrap();
            assert_eq!(bytes, body);
        }
    }
}
