//! What belongs to a protected backup: the emergency sheet on paper, and the proof that what stands
//! on it opens the file (docs/SPEC-backup.md, 11.11).

use super::job::{BackupJob, Finished, Outcome};
use crate::blocking::blocking;
use crate::long_work::Watch;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, NO_TAB, business_page_with, open_shell};
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Opening, Passphrase, check_with};
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::tables::{BadgeKind, badge, facts, panel};
use pages::{Argument, Locale, layout, user_text};
use serde::Deserialize;
use std::sync::Arc;

/// Where an empty line stands for the passphrase.
const EMPTY_LINE: &str = "____________________________________________";
/// What opens a file with published programs; words of no language.
const WITH_AGE: &str = "age -d -o books.zst BACKUP.manager";
const WITH_ZSTANDARD: &str = "zstd -d books.zst -o books.sqlite";

/// What the page of a finished backup says about its passphrase; nothing when it has none.
pub(super) fn steps(locale: Locale, job: &BackupJob, here: &str, error: Option<&str>) -> Markup {
    if job.wanted.protected.is_none() {
        return html! {};
    }
    let word = |key: &str| locale.text(key);
    let field = Field {
        name: "passphrase",
        label: &word("protect-passphrase"),
        error,
        required: true,
        ..Field::default()
    };
    let body = html! {
        p { (word("protect-done")) }
        ol {
            li {
                p { (word("protect-step-sheet")) }
                p { a .button href={ (here) "/sheet" } { (word("sheet-title")) } }
            }
            li {
                p { (word("protect-step-test")) }
                @if job.is_proved() {
                    p { (badge(BadgeKind::Good, &word("protect-tested"))) }
                } @else {
                    p { (badge(BadgeKind::Warning, &word("protect-untested"))) }
                    (forms::form(&format!("{here}/passphrase"), false, html! {
                        (forms::password(&field))
                        (forms::submit(locale, &word("protect-test"), None))
                    }))
                }
            }
        }
        p { strong { (word("protect-warning")) } }
    };
    panel(&word("protect-title"), body)
}

/// What the form of the proof sends.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    passphrase: String,
}

/// `POST …/backups/{id}/passphrase`: does what was typed open the file?
pub(super) async fn prove_passphrase(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    let Outcome::Done(finished) = job.outcome() else {
        return Err(PageError::new(StatusCode::NOT_FOUND, "backup-not-found"));
    };
    let here = addresses::business_part(key, &format!("backups/{id}"));
    let passphrase = Passphrase::new(typed.passphrase);
    let (shared, file, name) = (app.clone(), finished.clone(), job.wanted.file_name.clone());
    let opened = blocking(move || {
        let opening = Opening::in_scratch(shared.store.scratch())
            .with_passphrase(Some(&passphrase))
            .within(&shared.imports.limits);
        check_with(&file.path, &name, &opening, &Watch::default())?;
        Ok(())
    });
    match opened.await {
        Ok(()) => {
            job.set_proved();
            Ok(Redirect::to(&here).into_response())
        }
        Err(error) => {
            let shell = open_shell(&app, key).await?;
            let page = super::progress::done_page(visitor.locale, &job, &finished, Some(&error));
            Ok(shown(&visitor, &shell, error.status, page))
        }
    }
}

fn shown(
    visitor: &Visitor,
    shell: &BusinessShell,
    status: StatusCode,
    (title, body): (String, Markup),
) -> Response {
    let page = BusinessPage {
        title: &title,
        current_tab: NO_TAB,
        body,
        notice: None,
        status,
    };
    business_page_with(visitor, shell, page)
}

/// What the address of the sheet asks for.
#[derive(Deserialize)]
pub(super) struct SheetAsked {
    /// Print the words, instead of lines to write on.
    words: Option<String>,
}

/// `GET …/backups/{id}/sheet`: the sheet to print.
pub(super) async fn show_sheet(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, id)): Path<(String, String)>,
    Query(asked): Query<SheetAsked>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    let Outcome::Done(finished) = job.outcome() else {
        return Err(PageError::new(StatusCode::NOT_FOUND, "backup-not-found"));
    };
    if job.wanted.protected.is_none() {
        return Err(PageError::not_found());
    }
    let shell = open_shell(&app, key).await?;
    let title = visitor.locale.text("sheet-title");
    let body = sheet(
        visitor.locale,
        &shell,
        (&job, &finished),
        asked.words.is_some(),
    );
    Ok(shown(&visitor, &shell, StatusCode::OK, (title, body)))
}

fn sheet(
    locale: Locale,
    shell: &BusinessShell,
    (job, finished): (&Arc<BackupJob>, &Finished),
    printed: bool,
) -> Markup {
    let word = |key: &str| locale.text(key);
    let here = addresses::business_part(shell.key, &format!("backups/{}", job.id));
    let words = job.drawn_words();
    let rows = [
        (word("command-business"), user_text(shell.name())),
        (word("command-file"), user_text(&job.wanted.file_name)),
        (
            word("command-made"),
            html! { (locale.date_long(finished.date)) },
        ),
        (
            word("backup-file-digest"),
            html! { code .digest { (crate::records::value::hex(&finished.result.sha256)) } },
        ),
    ];
    html! {
        (layout::heading(&word("sheet-title"), html! {
            button .button type="button" data-print hidden { (word("report-print")) }
            a .button href=(here) { (word("button-back")) }
        }))
        p { (word("sheet-explanation")) }
        (panel("", facts(&rows)))
        section .panel {
            h2 { (word("protect-passphrase")) }
            (on_paper(locale, words.as_ref(), printed))
            @if words.is_some() {
                p .no-print {
                    @if printed {
                        a .button href={ (here) "/sheet" } { (word("sheet-with-lines")) }
                    } @else {
                        a .button href={ (here) "/sheet?words=1" } { (word("sheet-with-words")) }
                    }
                }
            }
        }
        (how_to_open(locale))
        p { strong { (word("protect-warning")) } }
    }
}

/// The passphrase, or lines to write it on; words that were just drawn are shown on the screen in
/// both cases, since they have to be written down.
fn on_paper(locale: Locale, words: Option<&Passphrase>, printed: bool) -> Markup {
    html! {
        @if let Some(words) = words {
            p .no-print[!printed] { strong { code { (words.reveal()) } } }
        }
        @if words.is_none() || !printed {
            p { (locale.text("sheet-write")) }
            p { (EMPTY_LINE) }
            p { (EMPTY_LINE) }
        }
    }
}

fn how_to_open(locale: Locale) -> Markup {
    let name = locale.text("product-name");
    let way = locale.text("businesses-import");
    let here = [
        ("program", Argument::Text(&name)),
        ("way", Argument::Text(&way)),
    ];
    panel(
        &locale.text("sheet-how"),
        html! {
            p { (locale.text_with("sheet-how-here", &here)) }
            p { (locale.text("sheet-how-elsewhere")) }
            p { code { (WITH_AGE) } }
            p { code { (WITH_ZSTANDARD) } }
        },
    )
}
