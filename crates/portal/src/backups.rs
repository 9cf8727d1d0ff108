//! The backups of one business, the newest first.

use crate::answer::Fault;
use crate::businesses::answer;
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::Member;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use catalog::{BackupEntry, EntryFilter, Key, hex};
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, amount_cell, badge, cell, folds, moment, table};
use pages::{Locale, user_text};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

pub fn routes() -> Router<Portal> {
    Router::new().route("/businesses/{business}", get(show))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Path(business): Path<String>,
) -> Response {
    let asked = member.clone();
    let backups = blocking(move || {
        let business: Key = business.parse().map_err(|_| Fault::NotFound)?;
        backups_of(&portal, &asked, business)
    })
    .await;
    match backups {
        Ok(backups) => page(&visitor, &member, &backups),
        Err(fault) => fault.page(visitor.locale),
    }
}

/// The backups that lie somewhere, each once; at least one.
fn backups_of(portal: &Portal, member: &Member, business: Key) -> Result<Vec<BackupEntry>, Fault> {
    if !member.may_take(business) {
        return Err(Fault::NotFound);
    }
    let shelf = portal.subscribers.shelf(member)?;
    let filter = EntryFilter {
        only_good: true,
        ..EntryFilter::of(business)
    };
    let mut backups = shelf.catalog.entries(&filter)?;
    backups.dedup_by_key(|entry| entry.sequence);
    if backups.is_empty() {
        return Err(Fault::NotFound);
    }
    Ok(backups)
}

fn page(visitor: &Visitor, member: &Member, backups: &[BackupEntry]) -> Response {
    let locale = visitor.locale;
    let name = backups.first().map_or("", |newest| &newest.business_name);
    let columns = [
        Column::words(locale.text("portal-made")),
        Column::amounts(locale.text("portal-size")),
        Column::words(locale.text("portal-state")),
        Column::words(locale.text("portal-sha256")),
        Column::words(locale.text("portal-download")),
    ];
    let rows: Vec<Markup> = backups.iter().map(|it| row(locale, it)).collect();
    let body = html! {
        (heading(name, html! { a .button href="/" { (locale.text("portal-businesses")) } }))
        p { (locale.text("portal-how")) }
        (folds(table(name, &columns, &rows, None)))
    };
    answer(visitor, member, name, body)
}

fn row(locale: Locale, entry: &BackupEntry) -> Markup {
    let digest = entry.sha256.map(|bytes| hex(&bytes));
    html! {
        tr {
            (cell(moment(locale, entry.made_at, &entry.zone)))
            (amount_cell(&locale.bytes(entry.bytes_count)))
            (cell(state(locale, entry)))
            (cell(html! {
                @if let Some(digest) = &digest { code .break title=(digest) { (digest) } }
            }))
            (cell(html! {
                a .button .primary href=(address(entry)) download {
                    (locale.text("portal-download"))
                    span .visually-hidden { " " (user_text(&entry.file_name)) }
                }
            }))
        }
    }
}

/// Whether it was proved, and how far.
fn state(locale: Locale, entry: &BackupEntry) -> Markup {
    let restorable = entry
        .rehearsed
        .as_ref()
        .is_some_and(catalog::Checked::is_good);
    html! {
        @if restorable {
            (badge(BadgeKind::Good, &locale.text("portal-restorable")))
        } @else if entry.is_proved() {
            (badge(BadgeKind::Good, &locale.text("portal-verified")))
        } @else if entry.verified.is_some() {
            (badge(BadgeKind::Bad, &locale.text("portal-doubtful")))
        } @else {
            (badge(BadgeKind::Plain, &locale.text("portal-not-verified")))
        }
        @if entry.is_encrypted { " " (badge(BadgeKind::Plain, &locale.text("portal-encrypted"))) }
    }
}

/// Where a backup is downloaded: the name at the end is for readers of the address only.
fn address(entry: &BackupEntry) -> String {
    let name = utf8_percent_encode(&entry.file_name, NON_ALPHANUMERIC);
    format!(
        "/businesses/{}/backups/{}/{name}",
        entry.business, entry.key
    )
}
