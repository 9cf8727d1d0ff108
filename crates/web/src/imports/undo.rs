//! Taking a replacement back: what would go with it, and doing it.

use crate::blocking::blocking;
use crate::history::action_label;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, with_business};
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::Replacement;
use books::Key;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;

/// The page with the changes that would go to Trash.
pub(super) async fn show_replacement(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let shared = app.clone();
    let (shell, found) = with_business(&app, key, move |reader, _| {
        Ok(backup::replacement(shared.store.as_ref(), reader)?)
    })
    .await?;
    let found = found.ok_or_else(nothing)?;
    let locale = visitor.locale;
    let name = [("name", Argument::Text(&found.old_name))];
    let title = locale.text_with("replace-undo-title", &name);
    let body = html! {
        (layout::heading(&title, html! {}))
        (question(locale, key, &found))
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

fn question(locale: Locale, key: Key, found: &Replacement) -> Markup {
    let told = [
        ("name", Argument::Text(&found.old_name)),
        ("file", Argument::Text(&found.file_name)),
    ];
    let count = [("count", Argument::Count(found.changes))];
    let more = found.changes.saturating_sub(found.newest.len() as u64);
    // What goes with it is named above and on the button; where nothing goes, nothing is said.
    let submit = match found.changes {
        0 => locale.text("replace-undo"),
        _ => locale.text("replace-undo-anyway"),
    };
    let action = addresses::business_part(key, "replacement/undoing");
    panel(
        "",
        html! {
            p { (locale.text_with("replace-undo-explanation", &told)) }
            @if found.changes > 0 {
                p { (locale.text_with("replace-undo-changes", &count)) }
                ul {
                    @for (action, title) in &found.newest {
                        li { (action_label(locale, *action)) ": " (user_text(title)) }
                    }
                }
                @if more > 0 {
                    p { (locale.text_with("word-and-more", &[("count", Argument::Count(more))])) }
                }
            }
            (forms::form(&action, false, html! {
                (forms::hidden("changes", &found.changes.to_string()))
                (forms::submit(locale, &submit, Some(&addresses::business(key))))
            }))
        },
    )
}

/// How many changes the person was told of before pressing.
#[derive(Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    changes: u64,
}

/// Brings the old business back; where more was changed than the person knows, asks first.
pub(super) async fn undo_replacement(
    State(app): State<Shared>,
    Path(key): Path<String>,
    Form(seen): Form<Seen>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let back = blocking(move || {
        let (found, zone) = {
            let business = app.store.open(key)?;
            let reader = business.read()?;
            let found = backup::replacement(app.store.as_ref(), &*reader)?;
            (found.ok_or_else(nothing)?, reader.profile()?.time_zone)
        };
        if found.changes > seen.changes {
            return Ok(None);
        }
        let stamp = stamp(&app, &zone)?;
        let _coming = app.imports.coming_in(found.old);
        let (store, notes) = (app.store.as_ref(), &app.imports.notes);
        let follow = |from, to| super::run::follow(&app, from, to);
        Ok(Some(backup::undo_replacement(
            store, key, notes, &stamp, &follow,
        )?))
    })
    .await?;
    let next = match back {
        Some(back) => format!("/?undone={back}"),
        None => addresses::business_part(key, "replacement"),
    };
    Ok(Redirect::to(&next).into_response())
}

fn nothing() -> PageError {
    PageError::new(StatusCode::NOT_FOUND, "nothing-to-undo")
}
