//! Errands that concern one business: a backup of this moment, and a way out of Trash. They are
//! written down here and carried out by a node, if one is there (SPEC-portal.md, 5).

mod status;

pub use status::standing;

use crate::answer::Fault;
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::Member;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use catalog::{Contents, ErrandAsked, ErrandKind, ErrandWish, Key};
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::tables::panel;
use pages::{Locale, layout};
use serde::Deserialize;

pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/businesses/{business}/backups", post(ask_for_backup))
        .route(
            "/businesses/{business}/restoration",
            post(ask_for_restoration),
        )
}

/// Which parts are wanted: a box that is not ticked is not sent.
#[derive(Debug, Deserialize)]
struct Ticked {
    attachments: Option<String>,
    emails: Option<String>,
    history: Option<String>,
}

async fn ask_for_backup(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Path(business): Path<String>,
    Form(ticked): Form<Ticked>,
) -> Response {
    let contents = Contents {
        attachments: ticked.attachments.is_some(),
        emails: ticked.emails.is_some(),
        history: ticked.history.is_some(),
    };
    let asked = blocking(move || {
        let business = own(&portal, &member, &business, false)?;
        ask(
            &portal,
            &member,
            ErrandKind::Backup,
            Some(business),
            contents,
        )?;
        Ok(format!("/businesses/{business}"))
    })
    .await;
    led(&visitor, asked)
}

async fn ask_for_restoration(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Path(business): Path<String>,
) -> Response {
    let asked = blocking(move || {
        if !member.is_administrator() {
            return Err(Fault::NotFound);
        }
        let business = own(&portal, &member, &business, true)?;
        let kind = ErrandKind::Restoration;
        ask(&portal, &member, kind, Some(business), Contents::ALL)?;
        Ok(format!("/businesses/{business}"))
    })
    .await;
    led(&visitor, asked)
}

/// To the page that shows where it stands.
pub fn led(visitor: &Visitor, asked: Result<String, Fault>) -> Response {
    match asked {
        Ok(address) => Redirect::to(&address).into_response(),
        Err(fault) => fault.page(visitor.locale),
    }
}

/// The business that is meant: one that the member may take, in Trash or not.
fn own(portal: &Portal, member: &Member, typed: &str, in_trash: bool) -> Result<Key, Fault> {
    let business: Key = typed.parse().map_err(|_| Fault::NotFound)?;
    if !member.may_take(business) {
        return Err(Fault::NotFound);
    }
    let all = portal.subscribers.businesses(member)?;
    let mut all = all.iter().filter(|it| it.key == business);
    match all.any(|it| it.removed_at.is_some() == in_trash) {
        true => Ok(business),
        false => Err(Fault::NotFound),
    }
}

/// Writes an errand down, unless one like it waits already.
pub fn ask(
    portal: &Portal,
    member: &Member,
    kind: ErrandKind,
    business: Option<Key>,
    contents: Contents,
) -> Result<(), Fault> {
    let wish = ErrandWish {
        kind,
        business,
        contents,
        by: member.user,
        by_name: member.name.clone(),
        receipt: None,
    };
    match portal.subscribers.ask(member, wish)? {
        ErrandAsked::Entered(_) | ErrandAsked::Waiting(_) => Ok(()),
        ErrandAsked::TooMany => Err(Fault::TooMany),
    }
}

/// What is asked for a backup of this moment with: everything ticked.
pub fn backup_form(locale: Locale, business: Key) -> Markup {
    let tick = |name, label: &str, hint: &str| {
        let field = Field {
            name,
            label: &locale.text(label),
            hint: Some(&locale.text(hint)),
            ..Field::default()
        };
        forms::checkbox(&field, true)
    };
    let fields = html! {
        p { (locale.text("portal-now-explained")) }
        fieldset .field {
            legend { (locale.text("backup-contents")) }
            (tick("attachments", "backup-attachments", "backup-attachments-hint"))
            (tick("emails", "backup-emails", "backup-emails-hint"))
            (tick("history", "backup-history", "backup-history-hint"))
            p .field-hint { (locale.text("backup-unticking")) }
        }
        (forms::submit(locale, &locale.text("portal-now-button"), None))
    };
    let address = format!("/businesses/{business}/backups");
    panel(
        &locale.text("portal-now"),
        forms::form(&address, false, fields),
    )
}

/// What leads a business out of Trash, for whoever may.
pub fn restoration_form(locale: Locale, business: Key) -> Markup {
    let address = format!("/businesses/{business}/restoration");
    forms::button_form(&address, &locale.text("trash-restore"), &[])
}

/// A message above what it is about.
fn told(kind: pages::NoticeKind, text: String) -> Markup {
    layout::notice_box(&pages::Notice { kind, text })
}
