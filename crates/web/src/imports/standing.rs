//! What a business that was brought in is: where the books are kept from now on, or a copy
//! (docs/SPEC-import.md, section 4).

use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared, addresses};
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
        let replacement = if standing == Standing::Unconfirmed {
            backup::replacement(store, reader)?
        } else {
            None
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
        Standing::Own => None,
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
    let action = match said.standing.as_str() {
        "own" => Action::KeptHere,
        "copy" => Action::KeptAsCopy,
        _ => return Err(PageError::bad_request()),
    };
    blocking(move || {
        let business = app.store.open(key)?;
        let (profile, present) = {
            let reader = business.read()?;
            (reader.profile()?, store::standing(&*reader)?)
        };
        if Standing::after(Some(action)) == present {
            return Ok(());
        }
        let draft = Draft {
            stamp: stamp(&app, &profile.time_zone)?,
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
    })
    .await?;
    Ok(Redirect::to(&addresses::business(key)).into_response())
}
