//! What concerns the whole account: everything to take along, and erasure. For administrators
//! (SPEC-portal.md, 6 and 7).

mod description;
mod erasure;
mod export;

use crate::businesses::answer;
use crate::router::Portal;
use crate::session::{Administrator, Visitor};
use crate::subscribers::Member;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use catalog::SubscriptionState;
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{facts, panel};
use pages::{Locale, user_text};

pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/account", get(show))
        .merge(description::routes())
        .merge(export::routes())
        .merge(erasure::routes())
}

/// Where everything is gathered to be taken along.
pub(crate) const EXPORT: &str = export::HERE;

/// Whether the description of the account is downloaded at this path.
pub(crate) fn is_download(path: &str) -> bool {
    path == description::ADDRESS
}

/// Where this page is.
const HERE: &str = "/account";

async fn show(visitor: Visitor, Administrator(member): Administrator) -> Response {
    let locale = visitor.locale;
    let title = locale.text("portal-account");
    let body = html! {
        (heading(&title, html! { a .button href="/" { (locale.text("portal-businesses")) } }))
        (panel("", own_facts(locale, &member)))
        (panel(&locale.text("portal-export"), html! {
            p { (locale.text("portal-export-explained")) }
            p { a .button .primary href=(export::HERE) { (locale.text("portal-export-link")) } }
        }))
        (panel(&locale.text("portal-erasure"), html! {
            p { (locale.text("portal-erasure-lead")) }
            p {
                a .button .danger-quiet href=(erasure::HERE) {
                    (locale.text("portal-erasure-link"))
                }
            }
        }))
    };
    answer(&visitor, &member, &title, body)
}

fn own_facts(locale: Locale, member: &Member) -> Markup {
    let subscription = member.subscription;
    let state = match subscription.state {
        SubscriptionState::Trial => "portal-state-trial",
        SubscriptionState::Active => "portal-state-active",
        SubscriptionState::PastDue => "portal-state-past-due",
        SubscriptionState::Expired => "portal-state-expired",
        SubscriptionState::Cancelled => "portal-state-cancelled",
    };
    let mut rows = vec![
        (locale.text("sign-up-firm"), user_text(&member.firm)),
        (
            locale.text("portal-subscription"),
            html! { (locale.text(state)) },
        ),
    ];
    let kept_until = subscription.kept_until;
    if let Some(day) = kept_until.filter(|_| member.erased_at.is_none()) {
        let day = html! { (locale.date(day)) };
        rows.push((locale.text("portal-kept-until"), day));
    }
    facts(&rows)
}
