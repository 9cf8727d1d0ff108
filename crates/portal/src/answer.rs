//! What went wrong, as a page in the reader's language.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use catalog::{BlobError, CatalogError, Trouble};
use pages::Locale;
use pages::layout::error_page;

/// Why something is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there, or not theirs.
    NotFound,
    /// It was asked for too often.
    TooMany,
    /// It cannot be asked for now.
    Trouble(Trouble),
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<CatalogError> for Fault {
    fn from(error: CatalogError) -> Self {
        Self::Trouble(Trouble::new(error.code(), error.arguments()))
    }
}

impl From<BlobError> for Fault {
    fn from(error: BlobError) -> Self {
        // Where exactly a place is concerns whoever runs it, and not who downloads from it.
        tracing::warn!(code = error.code(), "a place could not be read");
        Self::Trouble(Trouble::new("portal-place-unreachable", Vec::new()))
    }
}

impl Fault {
    /// The page that says so.
    pub fn page(&self, locale: Locale) -> Response {
        let (status, sentence) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, locale.error("page-not-found", &[])),
            Self::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                locale.error("errands-too-many", &[]),
            ),
            Self::Trouble(trouble) => (StatusCode::SERVICE_UNAVAILABLE, sentence(locale, trouble)),
        };
        let title = locale.text("error-page-title");
        (status, Html(error_page(locale, &title, &sentence).0)).into_response()
    }
}

/// The sentence of a trouble; what the portal has no words for is told as not to be reached now.
pub fn sentence(locale: Locale, trouble: &Trouble) -> String {
    let known = locale.has(&format!("error-{}", trouble.code));
    if !known {
        tracing::warn!(code = trouble.code, "told as unreachable");
        return locale.error("portal-unreachable", &[]);
    }
    let arguments = trouble.arguments.iter();
    let arguments: Vec<(&str, String)> = arguments
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    locale.error(&trouble.code, &arguments)
}
