//! What a business that was brought in is: where the books are kept from now on, or a copy
//! (docs/SPEC-import.md, section 4).

use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use backup::Replacement;
use books::Key;
use history::{Action, Contents, Draft};
use maud::{Markup, html};
use pages::tables::{self, BadgeKind};
use pages::{Argument, Locale, Notice, NoticeKind, forms, layout};
use serde::Deserialize;
use store::{BusinessStore, Reader, Standing, StoreError};

/// What a business must be told of itself before it acts.
pub(crate) struct Held {
    standing: Standing,
    replacement: Option<Replacement>,
}

impl Held {
    /// Reads it.
    pub(crate) fn read(store: &dyn BusinessStore, reader: &dyn Reader) -> Result<Self, StoreError> {
        let standing = store::standing(reader)?;
        let replacement = match standing {
            Standing::Unconfirmed | Standing::Own => backup::replacement(store, reader)?,
            Standing::Copy => None,
        };
        Ok(Self {
            standing,
            replacement,
        })
    }
}

/// The panel on the Summary: what it is, and the way back where it took the place of another.
pub(crate) fn panel(locale: Locale, key: Key, held: &Held) -> Option<Markup> {
    let action = addresses::business_part(key, "standing");
    let say = |label: &str, code: &str| {
        forms::button_form(&action, &locale.text(label), &[("standing", code)])
    };
    match held.standing {
        // What took the place of the same business goes on as before, and can be taken back until
        // somebody says that the books are kept in it.
        Standing::Own => held.replacement.as_ref().map(|replacement| {
            tables::panel(
                "",
                html! {
                    p { (locale.text("answer-kept")) }
                    (offer(locale, key, replacement))
                    (say("copy-keep-here", Standing::Own.code()))
                },
            )
        }),
        Standing::Unconfirmed => Some(tables::panel(
            &locale.text("copy-title"),
            html! {
                p { (locale.text("copy-unconfirmed")) }
                div .form-buttons {
                    (say("copy-keep-here", Standing::Own.code()))
                    (say("copy-keep-as-copy", Standing::Copy.code()))
                }
                @if let Some(replacement) = &held.replacement { (offer(locale, key, replacement)) }
            },
        )),
        Standing::Copy => Some(tables::panel(
            "",
            html! {
                p { (locale.text("copy-is-copy")) }
                (say("copy-keep-here", Standing::Own.code()))
            },
        )),
    }
}

/// One press where nothing was changed since; else the way to the page that tells what was.
fn offer(locale: Locale, key: Key, replacement: &Replacement) -> Markup {
    let name = [("name", Argument::Text(&replacement.old_name))];
    let page = addresses::business_part(key, "replacement");
    html! {
        p { (locale.text_with("replace-undo-offer", &name)) }
        @if replacement.changes == 0 {
            (forms::button_form(&format!("{page}/undoing"), &locale.text("replace-undo"), &[]))
        } @else {
            a .button href=(page) { (locale.text("replace-undo")) }
        }
    }
}

/// The word beside the name in the list.
pub(crate) fn badge(locale: Locale, standing: Standing) -> Option<Markup> {
    let label = match standing {
        Standing::Own => return None,
        Standing::Unconfirmed => "copy-badge-unconfirmed",
        Standing::Copy => "copy-badge",
    };
    Some(tables::badge(BadgeKind::Warning, &locale.text(label)))
}

/// The message on the pages of emails, while they wait for a word on the Summary.
pub(crate) fn emails_wait(locale: Locale, standing: Standing) -> Option<Markup> {
    let notice = Notice {
        kind: NoticeKind::Warning,
        text: locale.text("copy-emails-wait"),
    };
    (!standing.is_own()).then(|| layout::notice_box(&notice))
}

/// What the panel sends.
#[derive(Deserialize)]
pub(super) struct Said {
    standing: String,
}

/// Writes what the person said into History, and shows the Summary again.
pub(super) async fn save_standing(
    State(app): State<Shared>,
    Path(key): Path<String>,
    Form(said): Form<Said>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let standing = match said.standing.as_str() {
        "own" => Standing::Own,
        "copy" => Standing::Copy,
        _ => return Err(PageError::bad_request()),
    };
    blocking(move || say_standing(&app, key, standing)).await?;
    Ok(Redirect::to(&addresses::business(key)).into_response())
}

/// Writes into the History of a business what it is; nothing where that was said before.
///
/// # Errors
/// When the store cannot be read or written.
pub fn say_standing(app: &App, key: Key, standing: Standing) -> Result<(), PageError> {
    let action = match standing {
        Standing::Copy => Action::KeptAsCopy,
        Standing::Own | Standing::Unconfirmed => Action::KeptHere,
    };
    let business = app.store.open(key)?;
    let (profile, held) = {
        let reader = business.read()?;
        (reader.profile()?, Held::read(app.store.as_ref(), &*reader)?)
    };
    // Said of what took the place of the same business, it ends the way back.
    let is_taken_over = held.replacement.is_some() && held.standing.is_own();
    if standing == held.standing && !is_taken_over {
        return Ok(());
    }
    let draft = Draft {
        stamp: stamp(app, &profile.time_zone)?,
        action,
        key: random_key()?,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: profile.name,
        facts: Vec::new(),
    };
    business.write(&mut |work| work.record(draft.clone()).map(|_| ()))?;
    // What waits in its outbox may go now.
    app.mailroom.ring();
    Ok(())
}
