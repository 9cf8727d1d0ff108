//! The proof that is asked for before what is grave (security.md S35; docs/SPEC-users.md, 3.10).
//!
//! A page that is grave leads to the page that asks for the proof, and from there back. A form that
//! is grave is answered with that page instead of being carried out: it holds what was typed, and
//! sends it together with the proof to where it was sent before.

mod grave;

use super::client_address::address_of;
use super::cookies::{SESSION, presented};
use super::current::{self, Current, OpenUntil};
use super::gate::{Presents, who_asks};
use super::proving::of_present;
use super::sign_in::is_answer;
use super::{Users, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal};
use crate::{PageError, Shared};
use axum::extract::{FromRequestParts, Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use faces::kept_form::{KeptForm, is_secret};
use faces::preferences::own_path;
use grave::{Grave, grave};
use jiff::Timestamp;
use pages::proof::{self, Asked};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use std::sync::Arc;
use users::Secret;

/// The page that asks for a proof before another page.
const HERE: &str = "/account/proof";
/// What secrets are called in forms that are grave, by the names of their fields.
const SECRET_LABELS: [(&str, &str); 4] = [
    ("password", "proof-mail-password"),
    ("secret", "place-secret"),
    ("passphrase", "schedule-passphrase"),
    ("passphrase_again", "schedule-passphrase-again"),
];

pub(super) fn routes() -> Router<Shared> {
    Router::new().route(HERE, get(show).post(take))
}

/// What was typed to prove who one is. It has no `Debug`: a password is in it.
#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default, rename = "proof_password")]
    password: String,
    #[serde(default, rename = "proof_code")]
    code: String,
    #[serde(default)]
    back: String,
}

/// Answers a request that may pass: at once, or when its session is proved.
pub(super) async fn answered(
    users: &Arc<Users>,
    current: Arc<Current>,
    request: Request,
    next: Next,
) -> Result<Response, PageError> {
    let is_cloud = users.subscribed.is_some();
    let path = request.uri().path();
    let is_old = current
        .session()
        .is_some_and(|it| !it.is_fresh(Timestamp::now()));
    let asked = grave(request.method(), path, is_cloud).filter(|_| is_old);
    let only_with = match asked {
        None => return Ok(current::within(current, next.run(request)).await),
        Some(Grave::Page | Grave::Download) => return Ok(to_proof(&request)),
        Some(Grave::Act) => None,
        Some(Grave::ActWith(field)) => Some(field),
    };
    let (form, request) = match KeptForm::read(request).await {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    // Nothing of ours that is grave is sent as anything but a form.
    let needed = || PageError::new(StatusCode::FORBIDDEN, "proof-needed");
    let mut form = form.ok_or_else(needed)?;
    let is_filled = |field: &str| form.value(field).is_some_and(|value| !value.is_empty());
    if only_with.is_some_and(|field| !is_filled(field)) {
        return Ok(current::within(current, next.run(request)).await);
    }
    match form.take(proof::PASSWORD) {
        None => asked_for(users, current, request, form, None).await,
        Some(password) => {
            let code = form.take(proof::CODE).unwrap_or_default();
            proved(users, current, request, form, (password, code), next).await
        }
    }
}

/// A page that is looked at leads to the proof and back.
fn to_proof(request: &Request) -> Response {
    let path = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let back = utf8_percent_encode(path, NON_ALPHANUMERIC);
    Redirect::to(&format!("{HERE}?back={back}")).into_response()
}

/// Carries out a form that came with a proof, in the session that goes on from it.
async fn proved(
    users: &Arc<Users>,
    current: Arc<Current>,
    request: Request,
    form: KeptForm,
    typed: (String, String),
    next: Next,
) -> Result<Response, PageError> {
    let from = presented(users, request.headers(), &address_of(users, &request));
    let renewed = match prove(users, request.headers(), typed, from).await {
        Ok(renewed) => renewed,
        Err(error) if is_answer(&error) => {
            return asked_for(users, current, request, form, Some(&error)).await;
        }
        Err(error) => return Err(error),
    };
    let mut request = form.put_into(request);
    SESSION.put(users, request.headers_mut(), &renewed);
    let open_until = request.extensions().get::<OpenUntil>().copied();
    let address = current.address.clone();
    let found = who_asks(users, request.headers(), address, open_until).await?;
    let current = found.ok_or_else(PageError::internal)?;
    let mut response = current::within(current, next.run(request)).await;
    // Beginning to act for somebody renews it once more.
    if !SESSION.is_set_by(users, &response) {
        SESSION.set(users, &mut response, &renewed);
    }
    Ok(response)
}

async fn prove(
    users: &Arc<Users>,
    headers: &HeaderMap,
    (password, code): (String, String),
    from: users::Presented,
) -> Result<Secret, PageError> {
    let secret = SESSION.read(users, headers);
    let secret = secret.ok_or_else(PageError::not_found)?;
    let users = users.clone();
    blocking(move || {
        let typed = (password.as_str(), code.as_str());
        let proved = users.sign_in.prove(&secret, typed, &from, Timestamp::now());
        proved.map_err(|error| of_present(error.into()))
    })
    .await
}

/// The page in place of an answer to a form, which it holds. Nothing was changed.
async fn asked_for(
    users: &Arc<Users>,
    current: Arc<Current>,
    request: Request,
    mut form: KeptForm,
    error: Option<&PageError>,
) -> Result<Response, PageError> {
    let (mut head, _) = request.into_parts();
    let Ok(mut visitor) = Visitor::from_request_parts(&mut head, &()).await;
    // Whoever chooses another language here comes back to a page: nothing is shown at the address
    // of an act.
    around(&form.action).clone_into(&mut visitor.path);
    let asks_code = asks_code(users, &current).await?;
    let label = |name: &str| {
        let known = SECRET_LABELS.iter().find(|(field, _)| *field == name);
        visitor
            .locale
            .text(known.map_or("sign-in-password", |(_, key)| key))
    };
    let is_typed = |name: &str, value: &str| is_secret(name) && !value.is_empty();
    let typed = form
        .fields
        .iter()
        .filter(|(name, value)| is_typed(name, value));
    let secrets: Vec<(String, String)> =
        typed.map(|(name, _)| (name.clone(), label(name))).collect();
    // An empty secret means that the one before stays: that goes on as it is.
    form.fields.retain(|(name, value)| !is_typed(name, value));
    let asked = Asked {
        name: owner(&current),
        asks_code,
        action: &form.action,
        unseen: &form.fields,
        is_form: form.fields.iter().any(|(_, value)| !value.is_empty()),
        secrets: &secrets,
        back: None,
    };
    let shown = async { page(&visitor, &asked, StatusCode::FORBIDDEN, error) };
    Ok(current::within(current.clone(), shown).await)
}

/// Who has to prove it: whoever signed in, whomever they act for.
fn owner(current: &Current) -> &str {
    let owner = current.administrator().unwrap_or(&current.user);
    &owner.full_name
}

async fn asks_code(users: &Arc<Users>, current: &Current) -> Result<bool, PageError> {
    let (users, owner) = (users.clone(), current.key());
    blocking(move || Ok(users.sign_in.asks_for_code(owner)?)).await
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(typed): Query<Typed>,
) -> Result<Response, PageError> {
    let current = current::get().ok_or_else(PageError::not_found)?;
    let session = current.session().ok_or_else(PageError::not_found)?;
    // Whoever comes back to this page has nothing to prove.
    if session.is_fresh(Timestamp::now()) {
        return Ok(Redirect::to(own_path(&typed.back)).into_response());
    }
    before_page(&app, &visitor, &current, &typed, None).await
}

async fn take(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Presents(from): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let current = current::get().ok_or_else(PageError::not_found)?;
    let proof = (typed.password.clone(), typed.code.clone());
    let renewed = match prove(&users, &headers, proof, from).await {
        Ok(renewed) => renewed,
        Err(error) if is_answer(&error) => {
            return before_page(&app, &visitor, &current, &typed, Some(&error)).await;
        }
        Err(error) => return Err(error),
    };
    let back = own_path(&typed.back);
    let path = back.split('?').next().unwrap_or_default();
    let is_cloud = users.subscribed.is_some();
    let mut response = match grave(&Method::GET, path, is_cloud) {
        Some(Grave::Download) => {
            let locale = visitor.locale;
            let body = proof::download_begins(locale, back, around(back));
            let title = locale.text("proof-done-title");
            plain_page(&visitor, StatusCode::OK, &title, None, body)
        }
        _ => Redirect::to(back).into_response(),
    };
    SESSION.set(&users, &mut response, &renewed);
    Ok(response)
}

/// The page that asks for the proof before another page.
async fn before_page(
    app: &Shared,
    visitor: &Visitor,
    current: &Current,
    typed: &Typed,
    error: Option<&PageError>,
) -> Result<Response, PageError> {
    let back = own_path(&typed.back);
    let asked = Asked {
        name: owner(current),
        asks_code: asks_code(&users_of(app)?, current).await?,
        action: HERE,
        unseen: &[("back".to_owned(), back.to_owned())],
        is_form: false,
        secrets: &[],
        back: Some(around(back)),
    };
    Ok(page(visitor, &asked, StatusCode::OK, error))
}

/// Where whoever proves nothing goes instead: the business that the page belongs to, or the list.
fn around(path: &str) -> &str {
    let rest = path.strip_prefix("/businesses/").unwrap_or_default();
    let key = rest.split(['/', '?']).next().unwrap_or_default();
    let length = path
        .len()
        .saturating_sub(rest.len())
        .saturating_add(key.len());
    match key.is_empty() {
        true => "/",
        false => path.get(..length).unwrap_or("/"),
    }
}

fn page(
    visitor: &Visitor,
    asked: &Asked<'_>,
    status: StatusCode,
    error: Option<&PageError>,
) -> Response {
    let locale = visitor.locale;
    let status = error.map_or(status, |error| error.status);
    let notice = error.map(|error| refusal(error.sentence(locale)));
    let body = proof::ask(locale, asked);
    plain_page(visitor, status, &locale.text("proof-title"), notice, body)
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_way_back_is_the_business() {
        assert_eq!(around("/businesses/k/backups/1/file?a=/b"), "/businesses/k");
        assert_eq!(around("/businesses/k"), "/businesses/k");
        for path in ["/", "/server/email", "/businesses/", "/keeping/places/new"] {
            assert_eq!(around(path), "/", "{path}");
        }
    }
}
