//! The businesses whose backups a member may take, and what is to know of the subscription.

use crate::answer::Fault;
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::Member;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use catalog::{BackupEntry, EntryFilter, Key, Subscription};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::button_form;
use pages::layout::heading;
use pages::tables::{
    BadgeKind, Column, badge, cell, empty, folds_named, labelled_amount_cell, labelled_cell,
    moment, table,
};
use pages::{Account, Argument, Locale, Notice, NoticeKind, Page, render, user_text};
use std::collections::BTreeMap;

pub fn routes() -> Router<Portal> {
    Router::new().route("/", get(show))
}

/// A business and its backups.
#[derive(Debug)]
struct Held {
    key: Key,
    name: String,
    is_removed: bool,
    /// The newest backup that lies somewhere.
    newest: Option<BackupEntry>,
    /// How many backups there are, each counted once however many places hold it.
    count: u64,
}

async fn show(State(portal): State<Portal>, visitor: Visitor, In(member): In) -> Response {
    let asked = member.clone();
    let held = blocking(move || held(&portal, &asked)).await;
    match held {
        Ok(held) => page(&visitor, &member, &held),
        Err(fault) => fault.page(visitor.locale),
    }
}

/// The businesses that are there, those in Trash, and those of which a backup is left.
fn held(portal: &Portal, member: &Member) -> Result<Vec<Held>, Fault> {
    let mut backups = backups(portal, member)?;
    let mut held: BTreeMap<Key, Held> = BTreeMap::new();
    let mut owned = portal.subscribers.businesses(member)?;
    owned.retain(|it| member.may_take(it.key));
    // One that is there goes before those of the same key that are in Trash.
    owned.sort_by_key(|it| it.removed_at.is_some());
    for business in &owned {
        let is_removed = business.removed_at.is_some();
        if held.contains_key(&business.key) {
            continue;
        }
        let of_business = backups.remove(&business.key).unwrap_or_default();
        let row = row_of(business.key, business.name.clone(), is_removed, of_business);
        held.insert(business.key, row);
    }
    for (key, of_business) in backups {
        let newest = of_business.last_key_value();
        let name = newest.map_or_else(String::new, |(_, it)| it.business_name.clone());
        held.insert(key, row_of(key, name, false, of_business));
    }
    let mut held: Vec<Held> = held.into_values().collect();
    held.sort_by(|a, b| (a.is_removed, &a.name).cmp(&(b.is_removed, &b.name)));
    Ok(held)
}

/// The backups of a business by their sequence.
type BySequence = BTreeMap<u64, BackupEntry>;

/// The backups that lie somewhere, by business; the same sequence in two places is one backup.
fn backups(portal: &Portal, member: &Member) -> Result<BTreeMap<Key, BySequence>, Fault> {
    let shelf = portal.subscribers.shelf(member)?;
    let filter = EntryFilter {
        only_good: true,
        ..EntryFilter::default()
    };
    let mut entries = shelf.catalog.entries(&filter)?;
    entries.retain(|entry| member.may_take(entry.business));
    let mut by_business: BTreeMap<Key, BySequence> = BTreeMap::new();
    for entry in entries {
        let of_business = by_business.entry(entry.business).or_default();
        of_business.entry(entry.sequence).or_insert(entry);
    }
    Ok(by_business)
}

fn row_of(key: Key, name: String, is_removed: bool, mut backups: BySequence) -> Held {
    let count = u64::try_from(backups.len()).unwrap_or(u64::MAX);
    Held {
        key,
        name,
        is_removed,
        newest: backups.pop_last().map(|(_, entry)| entry),
        count,
    }
}

fn page(visitor: &Visitor, member: &Member, held: &[Held]) -> Response {
    let locale = visitor.locale;
    let columns = [
        Column::words(locale.text("portal-business")),
        Column::words(locale.text("portal-newest")),
        Column::amounts(locale.text("portal-size")),
        Column::amounts(locale.text("portal-backups")),
    ];
    let rows: Vec<Markup> = held.iter().map(|held| row(locale, held)).collect();
    let title = locale.text("portal-businesses");
    let body = html! {
        (heading(&title, html! {
            @if member.is_administrator() {
                a .button href="/account" { (locale.text("portal-account")) }
            }
        }))
        @if held.is_empty() {
            (empty(&locale.text("portal-no-backups"), html! {}))
        } @else {
            (folds_named(table(&title, &columns, &rows, None)))
        }
    };
    answer(visitor, member, &title, body)
}

fn row(locale: Locale, held: &Held) -> Markup {
    let href = format!("/businesses/{}", held.key);
    let newest = held.newest.as_ref();
    let size = newest.map_or_else(String::new, |it| locale.bytes(it.bytes_count));
    html! {
        tr {
            (cell(html! {
                a href=(href) { (user_text(&held.name)) }
                @if held.is_removed {
                    " " (badge(BadgeKind::Plain, &locale.text("portal-removed")))
                }
            }))
            (labelled_cell(&locale.text("portal-newest"), html! {
                @if let Some(newest) = newest {
                    (moment(locale, newest.made_at, &newest.zone))
                } @else {
                    (locale.text("portal-none-yet"))
                }
            }))
            (labelled_amount_cell(&locale.text("portal-size"), &size))
            (labelled_amount_cell(&locale.text("portal-backups"), &locale.count(held.count)))
        }
    }
}

/// A page of the portal: who is in at the top, what is to know of the subscription above the body.
pub fn answer(visitor: &Visitor, member: &Member, title: &str, body: Markup) -> Response {
    // Until when data are kept is not to be promised where all of it is going to be erased.
    let notice = match member.erased_at {
        Some(_) => None,
        None => notice(visitor.locale, member.subscription),
    };
    page_of(visitor, member, title, body, (StatusCode::OK, notice))
}

/// The same with another status, and something else to know.
pub fn page_of(
    visitor: &Visitor,
    member: &Member,
    title: &str,
    body: Markup,
    (status, notice): (StatusCode, Option<Notice>),
) -> Response {
    let locale = visitor.locale;
    let body = html! {
        (body)
        (button_form("/sign-out", &locale.text("sign-out-button"), &[]))
    };
    let erasure = member.erased_at.map(|at| {
        let at = in_utc(locale, at);
        locale.text_with("portal-erasure-notice", &[("date", Argument::Text(&at))])
    });
    let page = render(&Page {
        locale,
        title,
        business: None,
        body,
        notice,
        account: Some(Account {
            name: &member.name,
            href: if member.is_administrator() {
                "/account"
            } else {
                "/"
            },
            people: None,
            acting: None,
            told: erasure.as_deref(),
        }),
        path: &visitor.path,
    });
    (status, Html(page.0)).into_response()
}

/// A moment that is nobody's in particular: the account knows no time zone.
pub fn in_utc(locale: Locale, at: Timestamp) -> String {
    format!("{} UTC", locale.moment(at, "UTC"))
}

/// What is to know of the subscription: nothing while all is well.
fn notice(locale: Locale, subscription: Subscription) -> Option<Notice> {
    if !subscription.state.is_over() {
        return None;
    }
    let text = match subscription.kept_until {
        None => locale.text("portal-over"),
        Some(day) => {
            let day = locale.date(day);
            locale.text_with("portal-over-until", &[("date", Argument::Text(&day))])
        }
    };
    Some(Notice {
        kind: NoticeKind::Information,
        text,
    })
}
