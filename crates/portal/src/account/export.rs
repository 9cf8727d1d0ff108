//! Everything to take along: one errand has a backup of this moment made of every business, and the
//! page lists what there is (SPEC-portal.md, 6.1).

use super::description;
use crate::answer::Fault;
use crate::backups::address;
use crate::businesses::answer;
use crate::errands::{ask, led, standing};
use crate::proof;
use crate::router::Portal;
use crate::session::{Administrator, Visitor, blocking};
use crate::subscribers::{Member, OwnBusiness};
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use catalog::{BackupEntry, Contents, EntryFilter, Errand, ErrandKind, hex};
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{
    BadgeKind, Column, badge, cell, empty, folds_named, labelled_amount_cell, labelled_cell,
    moment, panel, table,
};
use pages::{Locale, forms, user_text};

/// Where the page is.
pub const HERE: &str = "/account/export";
/// Where it is asked for.
const ASK: &str = "/account/exports";

pub fn routes() -> Router<Portal> {
    Router::new()
        .route(HERE, get(show))
        .route(ASK, post(ask_for_export))
}

/// A business, and the newest backup with all its parts.
type Held = (OwnBusiness, Option<BackupEntry>);

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
) -> Response {
    let asked = member.clone();
    let found = blocking(move || {
        let errands = portal.subscribers.errands(&asked)?;
        Ok((errands, held(&portal, &asked)?))
    })
    .await;
    match found {
        Ok((errands, held)) => page(&visitor, &member, &errands, &held),
        Err(fault) => fault.page(visitor.locale),
    }
}

async fn ask_for_export(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
) -> Response {
    // Nothing was typed: the form stands on the page that is shown then.
    if !member.is_proved {
        return proof::before(HERE);
    }
    let asked = blocking(move || {
        ask(&portal, &member, ErrandKind::Export, None, Contents::ALL)?;
        Ok(HERE.to_owned())
    })
    .await;
    led(&visitor, asked)
}

/// Every business that there is or that is in Trash, those that are there first.
fn held(portal: &Portal, member: &Member) -> Result<Vec<Held>, Fault> {
    let shelf = portal.subscribers.shelf(member)?;
    let mut owned = portal.subscribers.businesses(member)?;
    owned.sort_by(|a, b| {
        let by = |it: &OwnBusiness| (it.removed_at.is_some(), it.name.clone());
        by(a).cmp(&by(b))
    });
    let mut held = Vec::new();
    for business in owned {
        let filter = EntryFilter {
            only_good: true,
            ..EntryFilter::of(business.key)
        };
        let entries = shelf.catalog.entries(&filter)?;
        let whole = |entry: &BackupEntry| entry.contents == Contents::ALL;
        held.push((business, entries.into_iter().find(whole)));
    }
    Ok(held)
}

fn page(visitor: &Visitor, member: &Member, errands: &[Errand], held: &[Held]) -> Response {
    let locale = visitor.locale;
    let title = locale.text("portal-export");
    let standing = standing(locale, ErrandKind::Export, errands, HERE, &[]);
    let body = html! {
        (heading(&title, html! { a .button href=(super::HERE) { (locale.text("button-back")) } }))
        (standing.shown)
        @if !standing.is_open {
            (panel("", html! {
                p { (locale.text("portal-export-explained")) }
                (forms::form(ASK, false, html! {
                    (forms::submit(locale, &locale.text("portal-export-button"), None))
                }))
            }))
        }
        (list(locale, held))
        (panel(&locale.text("portal-description"), html! {
            p { (locale.text("portal-description-explained")) }
            p {
                a .button href=(description::ADDRESS) {
                    (locale.text("portal-description-link"))
                }
            }
        }))
    };
    answer(visitor, member, &title, body)
}

fn list(locale: Locale, held: &[Held]) -> Markup {
    let columns = [
        Column::words(locale.text("portal-business")),
        Column::words(locale.text("portal-made")),
        Column::amounts(locale.text("portal-size")),
        Column::words(locale.text("portal-sha256")),
        Column::words(locale.text("portal-download")),
    ];
    let rows: Vec<Markup> = held.iter().map(|held| row(locale, held)).collect();
    let title = locale.text("portal-businesses");
    html! {
        @if rows.is_empty() {
            (empty(&locale.text("portal-no-backups"), html! {}))
        } @else {
            (folds_named(table(&title, &columns, &rows, None)))
        }
    }
}

fn row(locale: Locale, (business, newest): &Held) -> Markup {
    let href = format!("/businesses/{}", business.key);
    let made = locale.text("portal-made");
    let size = locale.text("portal-size");
    html! {
        tr {
            (cell(html! {
                a href=(href) { (user_text(&business.name)) }
                @if business.removed_at.is_some() {
                    " " (badge(BadgeKind::Plain, &locale.text("portal-removed")))
                }
            }))
            @if let Some(entry) = newest {
                (labelled_cell(&made, moment(locale, entry.made_at, &entry.zone)))
                (labelled_amount_cell(&size, &locale.bytes(entry.bytes_count)))
                (labelled_cell(&locale.text("portal-sha256"), html! {
                    @if let Some(digest) = entry.sha256.map(|bytes| hex(&bytes)) {
                        code .break title=(digest) { (digest) }
                    }
                }))
                (cell(html! {
                    a .button .primary href=(address(entry)) {
                        (locale.text("portal-download"))
                        span .visually-hidden { " " (user_text(&entry.file_name)) }
                    }
                }))
            } @else {
                (labelled_cell(&made, html! { (locale.text("portal-none-yet")) }))
                (cell(html! {})) (cell(html! {})) (cell(html! {}))
            }
        }
    }
}
