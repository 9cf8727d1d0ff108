//! What went wrong, on its way to becoming a page in the visitor's language.
//!
//! A handler returns a [`PageError`]; its response carries the code and the arguments, and
//! [`localized`] turns it into a page, because only there the visitor's language is known. Logs get
//! codes and keys, never names, amounts or paths.

use crate::request::Visitor;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use backup::{BackupError, KeepError, Verdict};
use books::Key;
use catalog::CatalogError;
use store::StoreError;

/// The fact that says after how many seconds to ask again.
pub const SECONDS: &str = "seconds";

/// Why a page cannot be shown or an act not be done.
#[derive(Debug, Clone)]
pub struct PageError {
    /// The HTTP status.
    pub status: StatusCode,
    /// The stable code; pages translate it by the key `error-<code>`.
    pub code: &'static str,
    /// The facts of the sentence, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
}

impl PageError {
    /// An error with a code and without facts.
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            arguments: Vec::new(),
        }
    }

    /// The same error with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// There is nothing at this address.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "page-not-found")
    }

    /// Says in the answer when to ask again, where the error tells the seconds. Whoever shows an
    /// error on a page of its own calls this; every other answer does it by itself.
    pub fn say_when(&self) {
        let told = self.arguments.iter().find(|(name, _)| *name == SECONDS);
        if let Some(seconds) = told.and_then(|(_, seconds)| seconds.parse().ok()) {
            faces::waiting::ask_again_in(seconds);
        }
    }

    /// Our own fault.
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }

    /// What was sent cannot be understood.
    pub fn bad_request() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request")
    }

    /// The finished sentence. A date among the facts is kept as `yyyy-MM-dd` and shown as the
    /// reader writes dates.
    pub fn sentence(&self, locale: pages::Locale) -> String {
        let shown = |name: &'static str, value: &String| match value.parse() {
            Ok(date) if name == "date" => (name, locale.date(date)),
            _ => (name, value.clone()),
        };
        let arguments: Vec<(&'static str, String)> = self
            .arguments
            .iter()
            .map(|(name, value)| shown(name, value))
            .collect();
        locale.error(self.code, &arguments)
    }
}

impl From<StoreError> for PageError {
    /// Unwraps our own errors that travelled through a visit or a unit of work.
    fn from(error: StoreError) -> Self {
        let error = match error {
            StoreError::Stopped(inner) => match inner.downcast::<Carried>() {
                Ok(ours) => return ours.0,
                Err(other) => StoreError::Stopped(other),
            },
            other => other,
        };
        let status = match &error {
            StoreError::BusinessNotFound(_) | StoreError::RecordNotFound(_) => {
                StatusCode::NOT_FOUND
            }
            StoreError::BusinessExists(_) | StoreError::ReadOnly(_) | StoreError::Replaced(_) => {
                StatusCode::CONFLICT
            }
            StoreError::DiskFull(_) => StatusCode::INSUFFICIENT_STORAGE,
            StoreError::Unreachable { .. } | StoreError::InDoubt { .. } => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self {
            status,
            code: error.code(),
            arguments: error.arguments(),
        }
    }
}

impl From<BackupError> for PageError {
    fn from(error: BackupError) -> Self {
        let status = match (&error, error.verdict()) {
            (_, Verdict::Altered | Verdict::NotABackup) => StatusCode::UNPROCESSABLE_ENTITY,
            (BackupError::Cancelled(_), _) => StatusCode::CONFLICT,
            (BackupError::NoRoom { .. }, _) => StatusCode::INSUFFICIENT_STORAGE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        match error {
            BackupError::Store(inner) => inner.into(),
            other => Self {
                status,
                code: other.code(),
                arguments: other.arguments(),
            },
        }
    }
}

impl From<KeepError> for PageError {
    fn from(error: KeepError) -> Self {
        let status = match &error {
            KeepError::PlaceUnknown { .. } | KeepError::EntryUnknown { .. } => {
                StatusCode::NOT_FOUND
            }
            KeepError::Catalog(CatalogError::Unreachable { .. }) => StatusCode::SERVICE_UNAVAILABLE,
            KeepError::Catalog(_) => StatusCode::INTERNAL_SERVER_ERROR,
            KeepError::Place(_) | KeepError::Vault(_) => StatusCode::BAD_GATEWAY,
            _ => StatusCode::CONFLICT,
        };
        match error {
            KeepError::Backup(inner) => inner.into(),
            other => Self {
                status,
                code: other.code(),
                arguments: other.arguments(),
            },
        }
    }
}

impl From<CatalogError> for PageError {
    fn from(error: CatalogError) -> Self {
        KeepError::from(error).into()
    }
}

/// A [`PageError`] inside a [`StoreError::Stopped`].
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.code)]
struct Carried(PageError);

impl From<PageError> for StoreError {
    /// For closures of visits and units of work, whose error must be the store's.
    fn from(error: PageError) -> Self {
        Self::Stopped(Box::new(Carried(error)))
    }
}

impl IntoResponse for PageError {
    /// The status, the code as plain text, and the error itself for [`localized`].
    fn into_response(self) -> Response {
        self.say_when();
        let mut response = (self.status, self.code).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The key in a part of an address.
///
/// # Errors
/// [`PageError::not_found`] when it is none: no page has such an address.
pub fn key_of(text: &str) -> Result<Key, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// Middleware: turns errors into pages in the visitor's language.
pub async fn localized(visitor: Visitor, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    // Who asks under a foreign host gets no page (`guard`).
    if !is_error || status == StatusCode::MISDIRECTED_REQUEST {
        return response;
    }
    let error = match response.extensions().get::<PageError>() {
        Some(error) => error.clone(),
        // A form that was refused brings its own page; anything else is axum's plain text.
        None if is_html(&response) => return response,
        // Programs and scripts that send a file in pieces are told in a sentence.
        None if response.headers().contains_key("tus-resumable") => return response,
        None if status == StatusCode::PAYLOAD_TOO_LARGE => PageError::new(status, "form-too-large"),
        None => PageError::new(status, "bad-request"),
    };
    if status.is_server_error() {
        tracing::error!(code = error.code, keys = ?keys(&error), "a request failed");
    } else {
        tracing::info!(code = error.code, keys = ?keys(&error), "a request was refused");
    }
    let title = visitor.locale.text("error-page-title");
    let page = pages::error_page(visitor.locale, &title, &error.sentence(visitor.locale));
    let mut response = (error.status, Html(page.into_string())).into_response();
    // Whoever stands in front may want to know what it was.
    response.extensions_mut().insert(error);
    response
}

/// The arguments that are keys: the only ones that logs may hold.
fn keys(error: &PageError) -> Vec<&str> {
    error
        .arguments
        .iter()
        .filter(|(_, value)| value.parse::<Key>().is_ok())
        .map(|(_, value)| value.as_str())
        .collect()
}

fn is_html(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
