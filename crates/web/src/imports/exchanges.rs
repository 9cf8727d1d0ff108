//! What was going on when the program was ended: two businesses that were changing places. The list
//! says how far it came, and offers to finish it or to leave it so.

use super::run::follow;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::stamp;
use crate::{App, PageError, Shared};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Exchange, ExchangeState};
use books::Key;
use maud::{Markup, html};
use pages::{Argument, Locale, forms, user_text};

/// The exchanges that were cut short, with how far each came; those going on just now are none.
pub(crate) fn notes(app: &App) -> Result<Vec<(Exchange, ExchangeState)>, PageError> {
    let mut found = Vec::new();
    for exchange in backup::exchanges(&app.imports.notes)? {
        if !app.imports.is_coming(exchange.comes) {
            let state = exchange.state(app.store.as_ref())?;
            found.push((exchange, state));
        }
    }
    Ok(found)
}

/// One sentence on an exchange that was cut short.
pub fn exchange_sentence(locale: Locale, exchange: &Exchange, state: ExchangeState) -> String {
    let key = match state {
        ExchangeState::NeitherHere => "exchange-neither-here".to_owned(),
        state => format!("exchange-{}-{}", exchange.kind.code(), state.code()),
    };
    let told = [
        ("name", Argument::Text(&exchange.name)),
        ("file", Argument::Text(&exchange.file_name)),
    ];
    locale.text_with(&key, &told)
}

/// A message above the list, with what can be done.
pub(crate) fn message(locale: Locale, exchange: &Exchange, state: ExchangeState) -> Markup {
    let act = |verb: &str, label: &str| {
        let action = format!("/exchanges/{}/{verb}", exchange.comes);
        forms::button_form(&action, &locale.text(label), &[])
    };
    let both = state == ExchangeState::BothHere;
    let leave = if both {
        "exchange-dismiss"
    } else {
        "exchange-seen"
    };
    html! {
        div .notice .warning role="status" {
            div {
                p { (user_text(&exchange_sentence(locale, exchange, state))) }
                div .form-buttons {
                    @if both { (act("completion", "exchange-complete")) }
                    (act("dismissal", leave))
                }
            }
        }
    }
}

fn find(app: &App, key: Key) -> Result<Exchange, PageError> {
    let mut all = backup::exchanges(&app.imports.notes)?.into_iter();
    all.find(|exchange| exchange.comes == key)
        .filter(|exchange| !app.imports.is_coming(exchange.comes))
        .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "nothing-to-undo"))
}

/// Moves the business that was to go to Trash.
pub(super) async fn complete(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        let exchange = find(&app, key)?;
        let (store, notes) = (app.store.as_ref(), &app.imports.notes);
        if exchange.state(store)? == ExchangeState::BothHere {
            let stamp = stamp(&app, &app.time_zone)?;
            let follow = |from, to| follow(&app, from, to);
            return Ok(backup::complete_exchange(
                store, &exchange, notes, &stamp, &follow,
            )?);
        }
        Ok(exchange.forget(notes)?)
    })
    .await?;
    Ok(Redirect::to("/").into_response())
}

/// Forgets the note; both businesses stay as they are.
pub(super) async fn dismiss(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        let exchange = find(&app, key)?;
        if exchange.state(app.store.as_ref())? == ExchangeState::Done {
            // The program ended before its schedules could go along.
            follow(&app, exchange.goes, exchange.comes);
        }
        Ok(exchange.forget(&app.imports.notes)?)
    })
    .await?;
    Ok(Redirect::to("/").into_response())
}
