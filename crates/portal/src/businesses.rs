//! The businesses whose backups a member may take, and what is to know of the subscription.

use crate::answer::Fault;
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::Member;
use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use catalog::{BackupEntry, EntryFilter, Key, Subscription};
use maud::{Markup, html};
use pages::forms::button_form;
use pages::layout::heading;
use pages::tables::{Column, amount_cell, cell, empty, folds, moment, table};
use pages::{Account, Argument, Locale, Notice, NoticeKind, Page, render, user_text};
use std::collections::BTreeMap;

pub fn routes() -> Router<Portal> {
    Router::new().route("/", get(show))
}

/// A business as its backups tell of it.
#[derive(Debug)]
struct Held {
    /// The newest backup that lies somewhere.
    newest: BackupEntry,
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

fn held(portal: &Portal, member: &Member) -> Result<Vec<Held>, Fault> {
    let shelf = portal.subscribers.shelf(member)?;
    let filter = EntryFilter {
        only_good: true,
        ..EntryFilter::default()
    };
    let mut entries = shelf.catalog.entries(&filter)?;
    entries.retain(|entry| member.may_take(entry.business));
    // By business, the newest first; the same sequence in two places is one backup.
    let mut by_business: BTreeMap<Key, BTreeMap<u64, BackupEntry>> = BTreeMap::new();
    for entry in entries {
        let of_business = by_business.entry(entry.business).or_default();
        of_business.entry(entry.sequence).or_insert(entry);
    }
    let mut held: Vec<Held> = Vec::new();
    for mut backups in by_business.into_values() {
        let count = u64::try_from(backups.len()).unwrap_or(u64::MAX);
        if let Some((_, newest)) = backups.pop_last() {
            held.push(Held { newest, count });
        }
    }
    held.sort_by(|a, b| a.newest.business_name.cmp(&b.newest.business_name));
    Ok(held)
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
        (heading(&title, html! {}))
        @if held.is_empty() {
            (empty(&locale.text("portal-no-backups"), html! {}))
        } @else {
            (folds(table(&title, &columns, &rows, None)))
        }
    };
    answer(visitor, member, &title, body)
}

fn row(locale: Locale, held: &Held) -> Markup {
    let newest = &held.newest;
    let href = format!("/businesses/{}", newest.business);
    html! {
        tr {
            (cell(html! { a href=(href) { (user_text(&newest.business_name)) } }))
            (cell(moment(locale, newest.made_at, &newest.zone)))
            (amount_cell(&locale.bytes(newest.bytes_count)))
            (amount_cell(&locale.count(held.count)))
        }
    }
}

/// A page of the portal: who is in at the top, what is to know of the subscription above the body.
pub fn answer(visitor: &Visitor, member: &Member, title: &str, body: Markup) -> Response {
    let locale = visitor.locale;
    let body = html! {
        (body)
        (button_form("/sign-out", &locale.text("sign-out-button"), &[]))
    };
    let page = render(&Page {
        locale,
        title,
        business: None,
        body,
        notice: notice(locale, member.subscription),
        account: Some(Account {
            name: &member.name,
            href: "/",
            people: None,
            acting: None,
            told: None,
        }),
        path: &visitor.path,
    });
    Html(page.0).into_response()
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
