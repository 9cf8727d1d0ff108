//! Who asks: in which language to answer, and for which address.

use crate::opened::OpenedMark;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use faces::visitor::locale_of;
use pages::Locale;
use std::convert::Infallible;

/// Who asks.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// What to render in: the cookies' choice, else the browser's language.
    pub locale: Locale,
    /// The path and query of the request.
    pub path: String,
    /// The opened file that the address is about, if it is about one.
    pub(crate) opened: Option<OpenedMark>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let path = parts
            .uri
            .path_and_query()
            .map_or_else(|| "/".to_owned(), ToString::to_string);
        // What the business at this address says was put here by `settings::formats`.
        let formats = parts.extensions.get().copied().unwrap_or_default();
        Ok(Self {
            locale: locale_of(&parts.headers).with_formats(formats),
            path,
            opened: parts.extensions.get().cloned(),
        })
    }
}
