//! Receipts of erasures: looked up by their number, by anybody (SPEC-portal.md, 7.5).

use crate::answer::Fault;
use crate::businesses::in_utc;
use crate::router::Portal;
use crate::session::{Visitor, blocking};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use catalog::Receipt;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::layout::heading;
use pages::tables::{facts, panel};
use pages::{Locale, Page, render};
use serde::Deserialize;

/// Where they are looked up.
pub const HERE: &str = "/receipts";
/// How many figures a number has.
const FIGURES: usize = 32;
/// How many stand together.
const GROUP: usize = 4;

pub fn routes() -> Router<Portal> {
    Router::new().route(HERE, get(show))
}

/// What was typed.
#[derive(Debug, Deserialize)]
struct Typed {
    number: Option<String>,
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(typed): Query<Typed>,
) -> Response {
    let locale = visitor.locale;
    let Some(typed) = typed.number else {
        return page(&visitor, StatusCode::OK, &form(locale, "", None));
    };
    let asked = typed.clone();
    let found = blocking(move || {
        let number = number_of(&asked).ok_or(Fault::NotFound)?;
        let receipt = portal.subscribers.receipt(&number)?;
        receipt.ok_or(Fault::NotFound)
    })
    .await;
    match found {
        Ok(receipt) => page(&visitor, StatusCode::OK, &shown(locale, &receipt)),
        Err(Fault::NotFound) => {
            let wrong = locale.error("receipt-not-found", &[]);
            let again = form(locale, &typed, Some(&wrong));
            page(&visitor, StatusCode::NOT_FOUND, &again)
        }
        Err(fault) => fault.page(locale),
    }
}

/// The number as it is kept, however it was typed.
fn number_of(typed: &str) -> Option<String> {
    let figures: Vec<char> = typed.to_ascii_lowercase().chars().collect();
    let figures: Vec<char> = figures
        .into_iter()
        .filter(|it| it.is_ascii_hexdigit())
        .collect();
    (figures.len() == FIGURES).then(|| {
        let groups = figures.chunks(GROUP).map(String::from_iter);
        groups.collect::<Vec<String>>().join("-")
    })
}

fn form(locale: Locale, typed: &str, wrong: Option<&str>) -> Markup {
    let field = Field {
        name: "number",
        label: &locale.text("portal-receipt-number"),
        value: typed,
        error: wrong,
        required: true,
        autofocus: true,
        ..Field::default()
    };
    html! {
        p { (locale.text("portal-receipt-explained")) }
        form .form method="get" action=(HERE) {
            (forms::text(&field))
            (forms::submit(locale, &locale.text("portal-receipt-button"), None))
        }
    }
}

/// Which tables are told by name; all others are counted together.
const NAMED: [(&str, &str); 6] = [
    ("businesses", "portal-businesses-word"),
    ("objects", "backup-records"),
    ("history", "backup-history"),
    ("emails", "backup-emails"),
    ("blobs", "backup-attachments"),
    ("sign_in_names", "portal-users-word"),
];

fn shown(locale: Locale, receipt: &Receipt) -> Markup {
    let sum = |is_it: &dyn Fn(&str) -> bool| -> u64 {
        let these = receipt.counts.iter().filter(|(name, _)| is_it(name));
        these.map(|(_, count)| count).sum()
    };
    let is_named = |name: &str| NAMED.iter().any(|(table, _)| *table == name);
    let mut rows = vec![
        (
            locale.text("portal-receipt-number"),
            html! { code .break { (receipt.number) } },
        ),
        (
            locale.text("portal-erasure-asked"),
            html! { (in_utc(locale, receipt.asked_at)) },
        ),
        (
            locale.text("portal-receipt-erased"),
            html! { (in_utc(locale, receipt.erased_at)) },
        ),
    ];
    let mut count = |label: String, count: String| rows.push((label, html! { (count) }));
    for (table, label) in NAMED {
        let of_table = sum(&|name| name == table);
        count(locale.text(label), locale.count(of_table));
    }
    let rest = sum(&|name| !is_named(name) && !name.starts_with("stored-"));
    count(locale.text("portal-receipt-rest"), locale.count(rest));
    let objects = sum(&|name| name.starts_with("stored-objects"));
    count(locale.text("portal-receipt-files"), locale.count(objects));
    let bytes = sum(&|name| name.starts_with("stored-bytes"));
    count(locale.text("portal-receipt-bytes"), locale.bytes(bytes));
    html! {
        p { (locale.text("portal-receipt-done")) }
        (panel("", facts(&rows)))
    }
}

fn page(visitor: &Visitor, status: StatusCode, body: &Markup) -> Response {
    let locale = visitor.locale;
    let title = locale.text("portal-receipt");
    let page = render(&Page {
        locale,
        title: &title,
        business: None,
        body: html! {
            (heading(&title, html! { a .button href="/" { (locale.text("portal-title")) } }))
            (body)
        },
        notice: None,
        account: None,
        path: &visitor.path,
    });
    (status, Html(page.0)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        let kept = "0123-4567-89ab-cdef-0123-4567-89ab-cdef";
        for typed in [
            kept,
            " 0123456789abcdef0123456789ABCDEF\n",
            "0123 4567 89AB cdef 0123 4567 89ab cdef",
        ] {
            assert_eq!(number_of(typed).as_deref(), Some(kept), "{typed}");
        }
        for wrong in ["", "0123", "0123456789abcdef0123456789abcdef0"] {
            assert_eq!(number_of(wrong), None, "{wrong}");
        }
    }
}
