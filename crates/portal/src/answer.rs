//! What went wrong, as a page in the reader's language.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use catalog::{BlobError, CatalogError, Trouble};
use faces::waiting;
use pages::Locale;
use pages::layout::error_page;

/// When to try again what cannot be asked for now, in seconds.
pub const RETRY_AFTER_S: u64 = 10;
/// When to try a download again for which there was no room, in seconds.
const BUSY_RETRY_AFTER_S: u64 = 60;
/// When there is room for another errand at the latest, in seconds: an hour.
const ERRANDS_RETRY_AFTER_S: u64 = 3600;

/// Why something is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there, or not theirs.
    NotFound,
    /// It was asked for too often.
    TooMany,
    /// So many are being downloaded that one more has to wait.
    Busy,
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
            Self::Busy => (
                StatusCode::SERVICE_UNAVAILABLE,
                locale.error("downloads-busy", &[]),
            ),
            Self::Trouble(trouble) => (StatusCode::SERVICE_UNAVAILABLE, sentence(locale, trouble)),
        };
        let title = locale.text("error-page-title");
        let page = Html(error_page(locale, &title, &sentence).0);
        let mut response = (status, page).into_response();
        if let Some(seconds) = self.retry_after() {
            waiting::tell(&mut response, seconds);
        }
        response
    }

    /// When to try again, in seconds.
    const fn retry_after(&self) -> Option<u64> {
        match self {
            Self::NotFound => None,
            Self::TooMany => Some(ERRANDS_RETRY_AFTER_S),
            Self::Busy => Some(BUSY_RETRY_AFTER_S),
            Self::Trouble(_) => Some(RETRY_AFTER_S),
        }
    }
}

/// The status of a form that is shown again, by what was wrong with it. What passes by itself says
/// in its answer when to try again.
pub fn status_of(wrong: Option<&Trouble>) -> StatusCode {
    let Some(wrong) = wrong else {
        return StatusCode::OK;
    };
    let told = wrong.arguments.iter().find(|(name, _)| name == "seconds");
    if let Some(seconds) = told.and_then(|(_, seconds)| seconds.parse().ok()) {
        waiting::ask_again_in(seconds);
    }
    match wrong.code.as_str() {
        "too-many-tries" => StatusCode::TOO_MANY_REQUESTS,
        "store-unreachable" => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
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
