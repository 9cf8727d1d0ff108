//! Uploads on the pages on which files are chosen: what a script needs to send a large file in
//! pieces, and what was begun and is not complete.

use super::HERE;
use super::completion::SentFor;
use super::kept::Upload;
use super::protocol::{find, owner, uploads};
use crate::blocking::blocking;
use crate::locked::Aim;
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale, forms, user_text};
use std::time::Duration;

/// How long a page waits for the list of what was begun: it has more to show.
const LIST_WAIT: Duration = Duration::from_secs(3);

/// What stands in a form so that a script may send its file in pieces; without scripts, and for
/// small files, the form is sent as it is.
pub(crate) fn form_marks(locale: Locale, aim: Aim) -> Markup {
    // The script puts in how much it is.
    let part = [("part", Argument::Text("{part}"))];
    html! {
        div hidden data-uploads=(HERE) data-aim=(aim.word())
            data-numbers=(locale.numbers_tag())
            data-text-sending=(locale.text_with("upload-sending", &part))
            data-text-waiting=(locale.text("upload-waiting"))
            data-text-signed-out=(locale.text("upload-signed-out"))
            data-text-done=(locale.text("upload-done")) {
            div role="status" { p data-upload-text {} }
            progress max="1000" value="0" aria-label=(locale.text("import-file")) {}
            p .form-buttons {
                button .button type="button" data-upload-stop { (locale.text("upload-stop")) }
            }
            p .quiet { (locale.text("upload-explained")) }
        }
    }
}

/// What whoever asks has begun and not sent to the end, on the page of this aim. Whatever a file
/// was begun for, it may be gone on with for anything.
pub(crate) async fn unfinished(app: &Shared, locale: Locale, aim: Aim) -> Markup {
    let (shared, owner) = (app.clone(), owner());
    let found = blocking(move || {
        if shared.imports.uploads.is_none() {
            return Ok(Vec::new());
        }
        let mut all = uploads(&shared)?.all(Timestamp::now())?;
        all.retain(|upload| upload.begun.owner == owner);
        Ok(all)
    });
    let found = tokio::time::timeout(LIST_WAIT, found).await;
    // Where they cannot be listed now, nothing else of the page suffers.
    let Ok(Ok(found)) = found else {
        return html! { p .quiet { (locale.text("upload-not-listed")) } };
    };
    html! {
        @if !found.is_empty() {
            (panel(&locale.text("upload-unfinished"), html! {
                p { (locale.text("upload-unfinished-explained")) }
                ul { @for upload in &found { li { (row(locale, upload, aim)) } } }
            }))
        }
    }
}

fn row(locale: Locale, upload: &Upload, aim: Aim) -> Markup {
    let (there, all) = (upload.offset, upload.begun.bytes_count);
    let (there, all) = (locale.bytes(there), locale.bytes(all));
    let told = [
        ("done", Argument::Text(&there)),
        ("size", Argument::Text(&all)),
    ];
    let removal = format!("{HERE}/{}/removal", upload.begun.id);
    html! {
        (user_text(&upload.begun.name)) " · " (locale.text_with("upload-there", &told)) " "
        (forms::button_form(&removal, &locale.text("upload-discard"), &[("aim", aim.word())]))
    }
}

/// `POST /uploads/{id}/removal`: gives one up, from the page of an aim.
pub(super) async fn remove(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Form(SentFor { aim }): Form<SentFor>,
) -> Result<Response, PageError> {
    let id = find(&app, &id).await?.begun.id;
    blocking(move || uploads(&app)?.remove(id)).await?;
    Ok(Redirect::to(aim.choosing()).into_response())
}
