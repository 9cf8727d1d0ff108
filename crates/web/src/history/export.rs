//! The filtered trail as a file: CSV for spreadsheets, JSON for programs, newest first as on the
//! page. It goes out piece by piece, in constant memory, however long it is: a trail only grows, so
//! the pieces fit together though each is read at its own moment.

use super::filter::Asked;
use super::of_record;
use crate::attachments::disposition::content_disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::open_shell;
use crate::{PageError, Shared};
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::Response;
use books::Key;
use futures_util::stream;
use history::Entry;
use interchange::{BYTE_ORDER_MARK, csv_heading, csv_row, json_entry};
use jiff::Timestamp;
use std::io;
use store::EntryFilter;

/// How many entries are read at once.
const ENTRIES_AT_ONCE: usize = 500;

/// How entries are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
}

impl Form {
    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Csv => ".history.csv",
            Self::Json => ".history.json",
        }
    }

    fn beginning(self) -> String {
        match self {
            Self::Csv => format!("{BYTE_ORDER_MARK}{}", csv_heading()),
            Self::Json => "[".to_owned(),
        }
    }

    fn entry(self, entry: &Entry, is_first: bool) -> String {
        match self {
            Self::Csv => csv_row(entry),
            Self::Json if is_first => format!("\n{}", json_entry(entry)),
            Self::Json => format!(",\n{}", json_entry(entry)),
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Csv => "",
            Self::Json => "\n]\n",
        }
    }
}

/// `GET /businesses/{business}/history/trail.csv`.
pub(super) async fn export_csv(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    export(app, &visitor, &key, &asked, Form::Csv).await
}

/// `GET /businesses/{business}/history/trail.json`.
pub(super) async fn export_json(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    export(app, &visitor, &key, &asked, Form::Json).await
}

async fn export(
    app: Shared,
    visitor: &Visitor,
    key: &str,
    asked: &Asked,
    form: Form,
) -> Result<Response, PageError> {
    let key = key_of(key)?;
    let shell = open_shell(&app, key).await?;
    let filter = asked.understood(visitor.locale, shell.zone())?.filter;
    let today = backup::today(Timestamp::now(), shell.zone());
    let suggested = backup::suggested_file_name(shell.name(), today);
    let stem = suggested.trim_end_matches(".manager");
    let name = format!("{stem}{}", form.ending());
    let pieces = stream::try_unfold(Some(Place::default()), move |place| {
        let (app, filter) = (app.clone(), filter.clone());
        async move {
            let Some(place) = place else {
                return Ok(None);
            };
            let piece = blocking(move || piece(&app, key, &filter, form, place)).await;
            // The receiver sees a broken transfer, never a short file that looks whole.
            piece
                .map(Some)
                .map_err(|error| io::Error::other(error.code))
        }
    });
    Response::builder()
        .header(header::CONTENT_TYPE, form.media_type())
        .header(
            header::CONTENT_DISPOSITION,
            content_disposition("attachment", &name),
        )
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(Body::from_stream(pieces))
        .map_err(|_| PageError::internal())
}

/// How far the file has come.
#[derive(Default)]
struct Place {
    before: Option<u64>,
    is_begun: bool,
}

fn piece(
    app: &Shared,
    key: Key,
    filter: &EntryFilter,
    form: Form,
    place: Place,
) -> Result<(Bytes, Option<Place>), PageError> {
    let opened = app.store.open(key)?;
    let reader = opened.read()?;
    let page = of_record::entries(reader.as_ref(), filter, place.before, ENTRIES_AT_ONCE)?;
    let mut text = if place.is_begun {
        String::new()
    } else {
        form.beginning()
    };
    for (at, entry) in page.entries.iter().enumerate() {
        text.push_str(&form.entry(entry, at == 0 && !place.is_begun));
    }
    let next = page.next_before.map(|before| Place {
        before: Some(before),
        is_begun: true,
    });
    if next.is_none() {
        text.push_str(form.end());
    }
    Ok((Bytes::from(text), next))
}
