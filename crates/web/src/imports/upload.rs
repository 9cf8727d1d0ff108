//! Choosing a file: it is streamed into a private temporary file, checked, and either refused with
//! its reason on the same page or shown before anything is imported.

use super::job::Incoming;
use crate::attachments::sent_name::sent_file_name;
use crate::blocking::blocking;
use crate::locked::{Aim, Arrived, arrive};
use crate::looking::look;
use crate::request::Visitor;
use crate::rescues::{Waiting, offer};
use crate::shell::plain_page;
use crate::stamp::random_key;
use crate::{App, PageError, Shared};
use axum::extract::multipart::{Field as Part, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Opening, Summary};
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::{Locale, layout};
use std::convert::Infallible;
use std::sync::Arc;
use store::StoreError;
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt;

/// What is kept of a file's name; longer ones are no names.
const NAME_CHARACTERS_MAX: usize = 255;

/// The page.
pub(super) async fn new_import(State(app): State<Shared>, visitor: Visitor) -> Response {
    let unfinished = crate::uploads::unfinished(&app, visitor.locale, Aim::Import).await;
    upload_page_with(&visitor, None, None, &unfinished)
}

/// The page, with the reason when a file was refused.
pub(super) fn upload_page(visitor: &Visitor, refused: Option<&PageError>) -> Response {
    upload_page_with(visitor, refused, None, &html! {})
}

/// The same with the offer to rescue what is whole in the file that was refused.
fn upload_page_with(
    visitor: &Visitor,
    refused: Option<&PageError>,
    waiting: Option<&Waiting>,
    unfinished: &Markup,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("import-title");
    let body = html! {
        (layout::heading(&title, html! {}))
        p { (locale.text("import-explanation")) }
        @if let Some(error) = refused {
            (forms::form_error(&error.sentence(locale)))
            p { (locale.text("import-failed")) }
        }
        @if let Some(waiting) = waiting { (offer(locale, waiting)) }
        (unfinished)
        (forms::form("/imports", true, html! {
            (file_field(locale))
            details {
                summary { (locale.text("log-file")) }
                (forms::file(
                    &Field {
                        name: "log",
                        label: &locale.text("log-file"),
                        hint: Some(&locale.text("log-file-hint")),
                        label_hidden: true,
                        ..Field::default()
                    },
                    "",
                    false,
                ))
            }
            (summary_field(locale))
            p .quiet { (locale.text("import-safe")) }
            (crate::uploads::form_marks(locale, Aim::Import))
            (forms::submit(locale, &locale.text("import-check"), Some("/")))
        }))
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    plain_page(visitor, status, &title, None, body)
}

/// Takes the file, checks it, and leads to its preview.
pub(super) async fn save_upload(
    State(app): State<Shared>,
    visitor: Visitor,
    sent: SentForm,
) -> Response {
    match taken(&app, sent).await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            tracing::info!(code = error.code, "a file was refused");
            refused_page(&app, &visitor, &error)
        }
    }
}

/// The page that says why a file was refused, with the offer to rescue what is whole in it.
pub(crate) fn refused_page(app: &App, visitor: &Visitor, error: &PageError) -> Response {
    let waiting = app.jobs.rescues.told_by(error);
    upload_page_with(visitor, Some(error), waiting.as_deref(), &html! {})
}

async fn taken(app: &Shared, sent: SentForm) -> Result<String, PageError> {
    let SentFiles { arrived, log } = sent_files(app, sent).await?;
    look(app, arrived.wanted(Aim::Import)?, move |app| {
        let log = log.as_ref().map(NamedTempFile::path);
        arrive(app, arrived, log, Aim::Import)
    })
    .await
}

/// Checks a file and keeps it for a decision; the address of its preview.
///
/// # Errors
/// When the file is refused.
pub(crate) fn checked(
    app: &App,
    file: &Arrived,
    opening: &Opening<'_>,
) -> Result<String, PageError> {
    let checked = match backup::check_with(&file.path, &file.name, opening, &*file.watch) {
        Ok(checked) => checked,
        Err(error) if backup::is_rescuable(&error) => {
            return Err(rescuable(app, file, opening, error.into()));
        }
        Err(error) => return Err(error.into()),
    };
    let id = random_key()?;
    app.jobs.imports.add(Arc::new(Incoming::new(id, checked)));
    Ok(format!("/imports/{id}"))
}

/// The refusal of a damaged file, which is looked through for what is whole: that waits for a
/// decision. Where nothing can be rescued either, the refusal says all there is to say.
pub(crate) fn rescuable(
    app: &App,
    file: &Arrived,
    opening: &Opening<'_>,
    refused: PageError,
) -> PageError {
    let found = backup::prepare_rescue(&file.path, &file.name, opening, &*file.watch);
    match (found, random_key()) {
        (Ok(rescue), Ok(id)) => app.jobs.rescues.add(Waiting::new(id, rescue, refused)),
        _ => refused,
    }
}

/// A form with a file in it, of which nothing was read yet.
pub(crate) struct SentForm {
    multipart: Result<Multipart, MultipartRejection>,
    /// How long all of it is going to be, where the browser says so.
    bytes_count: Option<u64>,
}

impl SentForm {
    /// Refuses what there is no room for. What is longer than any file may be is refused for that,
    /// once so much of it arrived.
    fn look_for_room(&self, app: &App) -> Result<(), PageError> {
        let Some(bytes_count) = self.bytes_count else {
            return Ok(());
        };
        let scratch = app.store.scratch();
        let bytes_count = bytes_count.min(app.imports.limits.file_bytes_max);
        app.imports.look_for_room(scratch, bytes_count)
    }
}

impl FromRequest<Shared> for SentForm {
    type Rejection = Infallible;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Infallible> {
        let length = request.headers().get(header::CONTENT_LENGTH);
        let bytes_count = length.and_then(|length| length.to_str().ok()?.parse().ok());
        Ok(Self {
            multipart: Multipart::from_request(request, app).await,
            bytes_count,
        })
    }
}

/// The file that a form sends, in a private temporary file, with the name it was sent under and the
/// summary that was sent with it.
///
/// # Errors
/// When none was sent, it is too large or could not be kept.
pub(crate) async fn sent_file(app: &Shared, sent: SentForm) -> Result<Arrived, PageError> {
    Ok(sent_files(app, sent).await?.arrived)
}

/// What a form sends.
struct SentFiles {
    arrived: Arrived,
    /// The log that lay beside it.
    log: Option<NamedTempFile>,
}

/// The same, with the log that lay beside it where one was sent.
async fn sent_files(app: &Shared, sent: SentForm) -> Result<SentFiles, PageError> {
    sent.look_for_room(app)?;
    let mut multipart = sent.multipart.map_err(|_| no_file())?;
    let (mut file, mut log, mut summary) = (None, None, None);
    while let Some(part) = multipart.next_field().await.map_err(|_| cut_off())? {
        let field = part.name().unwrap_or_default().to_owned();
        if !["file", "log", "summary"].contains(&field.as_str()) {
            continue;
        }
        let name: String = sent_file_name(part.file_name().unwrap_or_default())
            .chars()
            .filter(|letter| !letter.is_control())
            .take(NAME_CHARACTERS_MAX)
            .collect();
        if name.is_empty() {
            continue;
        }
        let sent = streamed(app, part, &name).await?;
        match field.as_str() {
            "log" => log = Some(sent),
            // What is no summary tells nothing, and is no reason to refuse the file.
            "summary" => summary = blocking(move || Ok(Summary::read_file(sent.path()))).await?,
            _ => file = Some((sent, name)),
        }
    }
    let (file, name) = file.ok_or_else(no_file)?;
    let arrived = Arrived {
        path: file.path().to_owned(),
        name,
        summary,
        watch: Arc::default(),
        _keeps: Box::new(file),
    };
    Ok(SentFiles { arrived, log })
}

/// Writes what arrives into a private temporary file, which goes when it is dropped.
async fn streamed(
    app: &Shared,
    mut part: Part<'_>,
    name: &str,
) -> Result<NamedTempFile, PageError> {
    let scratch = app.clone();
    let file = blocking(move || {
        NamedTempFile::with_prefix_in("upload-", scratch.store.scratch()).map_err(not_written)
    })
    .await?;
    let opened = file.reopen().map_err(not_written)?;
    let mut sink = tokio::io::BufWriter::new(tokio::fs::File::from_std(opened));
    let mut bytes_count: u64 = 0;
    while let Some(chunk) = part.chunk().await.map_err(|_| cut_off())? {
        bytes_count = bytes_count.saturating_add(chunk.len() as u64);
        if bytes_count > app.imports.limits.file_bytes_max {
            return Err(
                PageError::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large").with("file", name)
            );
        }
        sink.write_all(&chunk).await.map_err(not_written)?;
    }
    sink.flush().await.map_err(not_written)?;
    Ok(file)
}

/// An error of the disk that a file arrives on.
pub(crate) fn not_written(error: std::io::Error) -> PageError {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            StoreError::DiskFull(String::new()).into()
        }
        _ => StoreError::engine("keeping the uploaded file", error).into(),
    }
}

fn no_file() -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "no-file-chosen")
}

fn cut_off() -> PageError {
    PageError::new(StatusCode::BAD_REQUEST, "upload-cut-off")
}

/// The field for the summary of an encrypted file, folded away: few have one.
pub(crate) fn summary_field(locale: Locale) -> Markup {
    let label = locale.text("backup-summary-file");
    let field = Field {
        name: "summary",
        label: &label,
        hint: Some(&locale.text("backup-summary-file-hint")),
        label_hidden: true,
        ..Field::default()
    };
    html! { details { summary { (label) } (forms::file(&field, "", false)) } }
}

/// The field for a file from outside: to import, to look into, to verify.
pub(crate) fn file_field(locale: Locale) -> Markup {
    let field = Field {
        name: "file",
        label: &locale.text("import-file"),
        hint: Some(&locale.text("import-file-hint")),
        required: true,
        ..Field::default()
    };
    forms::file(&field, "", false)
}
