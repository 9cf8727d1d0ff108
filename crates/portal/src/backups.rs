//! The backups of one business, the newest first.

use crate::answer::Fault;
use crate::businesses::answer;
use crate::errands::{backup_form, restoration_form, standing};
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::Member;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use catalog::{BackupEntry, EntryFilter, Errand, ErrandKind, Key, hex};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{
    BadgeKind, Column, badge, cell, empty, folds_named, labelled_amount_cell, labelled_cell,
    moment, panel, table,
};
use pages::{Argument, Locale, user_text};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

pub fn routes() -> Router<Portal> {
    Router::new().route("/businesses/{business}", get(show))
}

/// A business, its backups, and what was asked for it.
struct Shown {
    business: Key,
    name: String,
    /// Whether it is among the businesses that can be opened.
    is_live: bool,
    /// Since when it is in Trash, when it is.
    removed_at: Option<Timestamp>,
    /// Those that lie somewhere, the newest first; in each of its places once.
    backups: Vec<BackupEntry>,
    errands: Vec<Errand>,
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Path(business): Path<String>,
) -> Response {
    let asked = member.clone();
    let shown = blocking(move || {
        let business: Key = business.parse().map_err(|_| Fault::NotFound)?;
        find(&portal, &asked, business)
    })
    .await;
    match shown {
        Ok(shown) => page(&visitor, &member, &shown),
        Err(fault) => fault.page(visitor.locale),
    }
}

/// A business that is there, or of which a backup is.
fn find(portal: &Portal, member: &Member, business: Key) -> Result<Shown, Fault> {
    if !member.may_take(business) {
        return Err(Fault::NotFound);
    }
    let mut owned = portal.subscribers.businesses(member)?;
    owned.retain(|it| it.key == business);
    let backups = backups_of(portal, member, business)?;
    let live = owned.iter().find(|it| it.removed_at.is_none());
    let named = live.or(owned.first()).map(|it| it.name.clone());
    let name = named.or_else(|| backups.first().map(|it| it.business_name.clone()));
    let mut errands = portal.subscribers.errands(member)?;
    errands.retain(|it| it.wish.business == Some(business));
    Ok(Shown {
        business,
        name: name.ok_or(Fault::NotFound)?,
        is_live: live.is_some(),
        removed_at: owned.iter().find_map(|it| it.removed_at),
        backups,
        errands,
    })
}

/// The backups that lie somewhere, the newest first; in each of their places once.
pub fn backups_of(
    portal: &Portal,
    member: &Member,
    business: Key,
) -> Result<Vec<BackupEntry>, Fault> {
    let shelf = portal.subscribers.shelf(member)?;
    let filter = EntryFilter {
        only_good: true,
        ..EntryFilter::of(business)
    };
    Ok(shelf.catalog.entries(&filter)?)
}

fn page(visitor: &Visitor, member: &Member, shown: &Shown) -> Response {
    let locale = visitor.locale;
    let body = html! {
        (heading(&shown.name, html! {
            a .button href="/" { (locale.text("portal-businesses")) }
        }))
        (trash_panel(locale, member, shown))
        @if shown.is_live { (now_panel(locale, shown)) }
        (list(locale, shown))
    };
    answer(visitor, member, &shown.name, body)
}

/// What is to know, and to do, about a business that is in Trash.
fn trash_panel(locale: Locale, member: &Member, shown: &Shown) -> Markup {
    let here = format!("/businesses/{}", shown.business);
    let kind = ErrandKind::Restoration;
    let standing = standing(locale, kind, &shown.errands, &here, &[]);
    let zone = shown.backups.first().map_or("UTC", |it| &it.zone);
    let removed = shown.removed_at.filter(|_| !shown.is_live);
    html! {
        (standing.shown)
        @if let Some(at) = removed {
            @let since = locale.moment(at, zone);
            @let since = [("date", Argument::Text(&since))];
            (panel(&locale.text("trash-title"), html! {
                p { (locale.text_with("portal-in-trash", &since)) }
                @if member.is_administrator() && !standing.is_open {
                    (restoration_form(locale, shown.business))
                }
            }))
        }
    }
}

/// A backup of this moment: where it stands, or what it is asked for with.
fn now_panel(locale: Locale, shown: &Shown) -> Markup {
    let here = format!("/businesses/{}", shown.business);
    let backups = shown.backups.iter().map(|it| (it, address(it)));
    let backups: Vec<_> = backups.collect();
    let kind = ErrandKind::Backup;
    let standing = standing(locale, kind, &shown.errands, &here, &backups);
    html! {
        (standing.shown)
        @if !standing.is_open { (backup_form(locale, shown.business)) }
    }
}

fn list(locale: Locale, shown: &Shown) -> Markup {
    let columns = [
        Column::words(locale.text("portal-made")),
        Column::amounts(locale.text("portal-size")),
        Column::words(locale.text("portal-state")),
        Column::words(locale.text("portal-sha256")),
        Column::words(locale.text("portal-download")),
    ];
    // The same backup in several places is one.
    let mut each: Vec<&BackupEntry> = shown.backups.iter().collect();
    each.dedup_by_key(|entry| entry.sequence);
    let rows: Vec<Markup> = each.into_iter().map(|it| row(locale, it)).collect();
    html! {
        @if rows.is_empty() {
            (empty(&locale.text("portal-no-backups"), html! {}))
        } @else {
            p { (locale.text("portal-how")) }
            (folds_named(table(&shown.name, &columns, &rows, None)))
        }
    }
}

fn row(locale: Locale, entry: &BackupEntry) -> Markup {
    let digest = entry.sha256.map(|bytes| hex(&bytes));
    html! {
        tr {
            (cell(moment(locale, entry.made_at, &entry.zone)))
            (labelled_amount_cell(&locale.text("portal-size"), &locale.bytes(entry.bytes_count)))
            (labelled_cell(
                &locale.text("portal-state"),
                html! { span { (state(locale, entry)) (left_out(locale, entry)) } },
            ))
            (labelled_cell(&locale.text("portal-sha256"), html! {
                @if let Some(digest) = &digest { code .break title=(digest) { (digest) } }
            }))
            (cell(html! {
                a .button .primary href=(address(entry)) {
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

/// Which parts were left out on purpose, if any.
fn left_out(locale: Locale, entry: &BackupEntry) -> Markup {
    let parts = [
        ("backup-attachments", entry.contents.attachments),
        ("backup-emails", entry.contents.emails),
        ("backup-history", entry.contents.history),
    ];
    let out = parts.iter().filter(|(_, is_in)| !is_in);
    let out: Vec<String> = out.map(|(label, _)| locale.text(label)).collect();
    let out = out.join(", ");
    let told = [("sections", Argument::Text(&out))];
    html! {
        @if !out.is_empty() {
            br;
            small { (locale.text_with("backup-left-out", &told)) }
        }
    }
}

/// Where a backup is downloaded: the name at the end is for readers of the address only.
pub fn address(entry: &BackupEntry) -> String {
    let name = utf8_percent_encode(&entry.file_name, NON_ALPHANUMERIC);
    format!(
        "/businesses/{}/backups/{}/{name}",
        entry.business, entry.key
    )
}
