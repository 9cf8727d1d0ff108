//! The proof before what is grave (SPEC-portal.md, 2.2a; SPEC-users.md, 3.10).

use crate::answer::{Fault, sentence, status_of};
use crate::businesses::page_of;
use crate::router::Portal;
use crate::session::{In, SESSION, Visitor, blocking};
use crate::subscribers::Member;
use crate::{account, downloads};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use catalog::Trouble;
use faces::preferences::own_path;
use pages::proof::{self, Asked};
use pages::{Notice, NoticeKind};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// Where the page is.
const HERE: &str = "/proof";
/// What is said on the form, and not on a page of its own.
const ANSWERS: [&str; 3] = ["present-password-refused", "too-many-tries", "code-refused"];

pub fn routes() -> Router<Portal> {
    Router::new().route(HERE, get(show).post(take))
}

/// What was typed, and where to go then. It has no `Debug`: a password is in it.
#[derive(Deserialize)]
struct Typed {
    #[serde(default, rename = "proof_password")]
    password: String,
    #[serde(default, rename = "proof_code")]
    code: String,
    #[serde(default)]
    back: String,
}

/// Leads whoever has no new proof to where it is asked for, and from there to `back`.
pub fn before(back: &str) -> Response {
    Redirect::to(&here(back)).into_response()
}

fn here(back: &str) -> String {
    format!(
        "{HERE}?back={}",
        utf8_percent_encode(back, NON_ALPHANUMERIC)
    )
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Query(typed): Query<Typed>,
) -> Response {
    // Whoever comes back to this page has nothing to prove.
    if member.is_proved {
        return Redirect::to(own_path(&typed.back)).into_response();
    }
    page(&portal, visitor, member, &typed, None).await
}

async fn take(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let session = SESSION.read(portal.is_secure, &headers).map(str::to_owned);
    let from = visitor.trying(&portal, &headers);
    let subscribers = portal.subscribers.clone();
    let proof = (typed.password.clone(), typed.code.clone());
    let proved = blocking(move || {
        let session = session.unwrap_or_default();
        let proof = (proof.0.as_str(), proof.1.as_str());
        let proved = subscribers.prove(&session, proof, &from);
        Ok(proved.map_err(|trouble| match trouble.code.as_str() {
            // The name was given by the session.
            "sign-in-refused" => Trouble::new("present-password-refused", Vec::new()),
            _ => trouble,
        })?)
    })
    .await;
    match proved {
        Ok(entered) => {
            let mut response = goes_on(&visitor, &member, own_path(&typed.back));
            SESSION.set(portal.is_secure, &mut response, &entered.session);
            response
        }
        Err(Fault::Trouble(trouble)) if ANSWERS.contains(&trouble.code.as_str()) => {
            page(&portal, visitor, member, &typed, Some(&trouble)).await
        }
        Err(fault) => fault.page(visitor.locale),
    }
}

/// To the page that was asked for; a download begins from a page that says so.
fn goes_on(visitor: &Visitor, member: &Member, back: &str) -> Response {
    if !downloads::is_address(back) && !account::is_download(back) {
        return Redirect::to(back).into_response();
    }
    let locale = visitor.locale;
    let title = locale.text("proof-done-title");
    let body = proof::download_begins(locale, back, around(back));
    page_of(visitor, member, &title, body, (StatusCode::OK, None))
}

/// The page from which a download is asked for: that of its business, or of the account.
fn around(back: &str) -> &str {
    if account::is_download(back) {
        return account::EXPORT;
    }
    let page = back.split_once("/backups/").map(|(business, _)| business);
    page.filter(|_| downloads::is_address(back)).unwrap_or("/")
}

async fn page(
    portal: &Portal,
    mut visitor: Visitor,
    member: Member,
    typed: &Typed,
    wrong: Option<&Trouble>,
) -> Response {
    let locale = visitor.locale;
    let (subscribers, asked) = (portal.subscribers.clone(), member.clone());
    let asks_code = match blocking(move || Ok(subscribers.asks_for_code(&asked)?)).await {
        Ok(asks_code) => asks_code,
        Err(fault) => return fault.page(locale),
    };
    let back = own_path(&typed.back);
    visitor.path = here(back);
    let asked = Asked {
        name: &member.name,
        asks_code,
        action: HERE,
        unseen: &[("back".to_owned(), back.to_owned())],
        is_form: false,
        secrets: &[],
        back: Some(around(back)),
    };
    let status = status_of(wrong);
    let notice = wrong.map(|trouble| Notice {
        kind: NoticeKind::Error,
        text: sentence(locale, trouble),
    });
    let title = locale.text("proof-title");
    let body = proof::ask(locale, &asked);
    page_of(&visitor, &member, &title, body, (status, notice))
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn whoever_proves_nothing_goes_where_the_download_was_asked_for() {
        let address = "/businesses/k/backups/e/a.manager";
        assert_eq!(around(address), "/businesses/k");
        assert_eq!(around("/account/account.json"), "/account/export");
        assert_eq!(around("/account/export"), "/");
        assert_eq!(around("/elsewhere/backups/e"), "/");
    }
}
