//! The wall around an opened file: what may be asked of it, and the mark on each of its pages.

use super::files::OpenedFile;
use crate::request::Visitor;
use crate::{PageError, Shared};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use books::Key;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::{Argument, forms};

/// The last parts of addresses that show nothing but a form for writing.
const FORMS: [&str; 8] = [
    "new",
    "edit",
    "copy",
    "deletion",
    "undoing",
    "batch",
    "existing-attachments",
    "customize",
];

/// What pages of an opened file say of it.
#[derive(Debug, Clone)]
pub(crate) struct OpenedMark {
    /// The key under which it is found.
    pub key: Key,
    file_name: String,
    /// The moment of the backup and the time zone to tell it in.
    made: Option<(jiff::Timestamp, String)>,
}

impl OpenedMark {
    fn of(file: &OpenedFile) -> Self {
        Self {
            key: file.key,
            file_name: file.file_name.clone(),
            made: file.made_at.map(|at| (at, file.time_zone.clone())),
        }
    }
}

/// Middleware: lets opened files be read and nothing else, and marks the request for its pages.
pub(crate) async fn read_only(
    State(app): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let file = request
        .uri()
        .path()
        .strip_prefix("/businesses/")
        .and_then(|rest| rest.split('/').next()?.parse::<Key>().ok())
        .and_then(|key| app.opened.find(key));
    if let Some(file) = file {
        let last = request.uri().path().rsplit('/').next().unwrap_or_default();
        let reads = [Method::GET, Method::HEAD].contains(request.method());
        if !reads || FORMS.contains(&last) {
            return PageError::new(StatusCode::CONFLICT, "opened-read-only")
                .with("file", &*file.file_name)
                .into_response();
        }
        request.extensions_mut().insert(OpenedMark::of(&file));
    }
    next.run(request).await
}

/// The strip on every page of an opened file: what it is, and the way to close it.
pub(crate) fn banner(visitor: &Visitor, mark: &OpenedMark) -> Markup {
    let locale = visitor.locale;
    let file = ("file", Argument::Text(mark.file_name.as_str()));
    let sentence = match &mark.made {
        Some((at, zone)) => {
            let when = locale.instant(*at, zone);
            locale.text_with("opened-banner", &[file, ("when", Argument::Text(&when))])
        }
        None => locale.text_with("opened-banner-undated", &[file]),
    };
    html! {
        (icon(Icon::Information))
        p { strong { (sentence) } " " (locale.text("opened-banner-hint")) }
        (forms::button_form(
            &format!("/opened/{}/closing", mark.key),
            &locale.text("opened-close"),
            &[],
        ))
    }
}
