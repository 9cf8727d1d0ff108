//! The front of a node: whose office a request is for (docs/SPEC-cloud.md, 8 and 9).
//!
//! What stands in cookies, tokens and addresses only chooses whose rows are asked. Who may do what
//! is found out there, and the database shows no row of another.

mod billing;
mod kept;
mod meant;
mod sign_up;

pub use billing::Billing;

use super::office::{Office, OfficeSettings, Standing};
use super::{Offices, trouble_of_store};
use axum::Router;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use books::Key;
use catalog::Trouble;
use faces::visitor::locale_of;
use mail::HostPolicy;
use meant::{Meant, with_subscriber};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use tower::ServiceExt;
use users::clean_name;

/// The code of a database that does not answer.
const UNREACHABLE: &str = "store-unreachable";

/// The front of a node.
pub struct Front {
    /// The offices behind it.
    pub offices: Arc<Offices>,
    /// The hosts that it answers to.
    pub hosts: Vec<String>,
    /// Whether browsers reach it by HTTPS.
    pub is_secure: bool,
    /// Proxies in front, which may say for whom they ask.
    pub proxies: Vec<IpAddr>,
    /// The portal, where this node serves it.
    pub portal: Option<PortalAt>,
    /// What events of billing are signed with, where they are taken.
    pub billing: Option<Billing>,
}

/// The portal of a node.
pub struct PortalAt {
    /// Where browsers reach it, as `https://portal.example.com`.
    pub origin: String,
    /// The hosts that it answers to.
    pub hosts: Vec<String>,
    /// Its pages.
    pub router: Router,
}

impl Front {
    /// What is the same in all offices behind this front.
    pub fn office_settings(origin: String, hosts: &[String], is_secure: bool) -> OfficeSettings {
        OfficeSettings {
            host: hosts.first().cloned().unwrap_or_default(),
            origin,
            hosts: hosts.to_vec(),
            is_secure,
            mail_policy: HostPolicy::PublicOnly,
        }
    }
}

/// The whole node as an HTTP service.
pub fn router(front: Arc<Front>) -> Router {
    // What is ours alone stands under the same headers and refusals as everything else.
    let ours = Router::new()
        .route(portal::SIGN_UP, get(sign_up::show).post(sign_up::take))
        .route("/for/{subscriber}/{*rest}", get(follow_link))
        .merge(faces::preferences::routes())
        .merge(faces::assets::routes())
        .layer(faces::guard::same_site(refuse))
        .layer(from_fn(faces::guard::headers));
    Router::new()
        .merge(ours)
        .route("/billing/events", post(billing::take))
        .fallback(answer)
        .layer(from_fn_with_state(front.clone(), told_whom_to_ask))
        .with_state(front)
}

fn refuse(_: faces::guard::ProtectionError) -> Response {
    StatusCode::FORBIDDEN.into_response()
}

/// Middleware: finds out from where a request really comes, and to which host it is.
async fn told_whom_to_ask(
    State(front): State<Arc<Front>>,
    mut request: Request,
    next: axum::middleware::Next,
) -> Response {
    tell_client(&front.proxies, &mut request);
    if let Some(portal) = &front.portal
        && faces::guard::is_to(&request, &portal.hosts)
    {
        return ask(portal.router.clone(), request).await;
    }
    if faces::guard::is_to(&request, &front.hosts) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

/// Says from where a request really comes: what one of these proxies says of it, where one asks.
pub fn tell_client(proxies: &[IpAddr], request: &mut Request) {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let Some(peer) = peer.map(|info| info.0) else {
        return;
    };
    let address = web::client_address(proxies, Some(peer.ip()), request.headers());
    if let Ok(address) = address.parse::<IpAddr>() {
        let client = SocketAddr::new(address, peer.port());
        request.extensions_mut().insert(ConnectInfo(client));
    }
}

/// Asks another router.
async fn ask(router: Router, request: Request) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// A link of an email: says whose it is, and goes on to what it is for.
async fn follow_link(
    State(front): State<Arc<Front>>,
    Path((subscriber, rest)): Path<(String, String)>,
) -> Response {
    let Ok(subscriber) = subscriber.parse::<Key>() else {
        return Redirect::to("/sign-in").into_response();
    };
    // Letters, figures and hyphens are all that our links have.
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "-/".contains(sign);
    let rest = rest.trim_start_matches('/');
    let path = if rest.chars().all(is_sign) {
        rest
    } else {
        "sign-in"
    };
    let response = Redirect::to(&format!("/{path}")).into_response();
    with_subscriber(response, subscriber, front.is_secure)
}

/// Answers by the office that is meant.
async fn answer(State(front): State<Arc<Front>>, request: Request) -> Response {
    let locale = locale_of(request.headers());
    let (typed, request) = match kept::typed(request).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    kept::or_again(locale, typed, answered(front, request).await)
}

async fn answered(front: Arc<Front>, request: Request) -> Response {
    let locale = locale_of(request.headers());
    let (meant, request) = match meant::whom(&front, request).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let is_sign_in = request.uri().path() == "/sign-in" && matches!(meant, Meant::Named(_));
    match found(&front, meant).await {
        Ok((office, standing)) => {
            let response = pass(&front, &office, standing, request).await;
            // Only a right password leads on; whatever is wrong, the answer says nothing.
            match is_sign_in && response.status().is_redirection() {
                true => with_subscriber(response, office.subscriber, front.is_secure),
                false => response,
            }
        }
        Err(trouble) => {
            let is_away = trouble.code == UNREACHABLE;
            let mut response = headed(portal::trouble_page(locale, trouble));
            if is_away {
                let status = StatusCode::SERVICE_UNAVAILABLE;
                let told = web::PageError::new(status, UNREACHABLE);
                response.extensions_mut().insert(told);
            }
            response
        }
    }
}

/// The office that is meant, and the subscription of its subscriber.
async fn found(
    front: &Arc<Front>,
    meant: Meant,
) -> Result<(Arc<Office>, Option<Standing>), Trouble> {
    let front = front.clone();
    let look = move || match meant {
        Meant::Key(key) => front.offices.of(key),
        Meant::Named(typed) => {
            let name = clean_name(&typed).unwrap_or_default();
            let found = front.offices.ground.subscribers.named(&name);
            match found.map_err(|error| trouble_of_store(&error))? {
                Some(key) => front.offices.of(key),
                None => front.offices.of_nobody(&name),
            }
        }
    };
    blocking(look).await
}

/// Lets a request into an office, unless its books are closed.
async fn pass(
    front: &Front,
    office: &Office,
    standing: Option<Standing>,
    mut request: Request,
) -> Response {
    if let Some(until) = standing.and_then(|it| it.open_until) {
        request.extensions_mut().insert(until);
    }
    let path = request.uri().path();
    let over = standing.map(|it| it.subscription);
    let over = over.filter(|it| it.state.is_over());
    let Some(over) = over.filter(|_| !stays_open(request.method(), path)) else {
        return ask(office.router.clone(), request).await;
    };
    if path.starts_with("/api/") {
        // The door of the API says so, once it knows that the token is one of this subscriber's.
        request.extensions_mut().insert(api::BooksClosed);
        return ask(office.router.clone(), request).await;
    }
    match web::is_signed_in(&office.users, request.headers()).await {
        Ok(true) => {
            let origin = front.portal.as_ref().map(|it| it.origin.as_str());
            let locale = locale_of(request.headers());
            headed(portal::closed_page(locale, over, origin))
        }
        // Whoever is not signed in learns nothing of the subscription.
        _ => ask(office.router.clone(), request).await,
    }
}

/// What goes on when the books are closed: signing in and out, and a new password.
fn stays_open(method: &Method, path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next();
    matches!(first, Some("sign-in" | "new-password"))
        || (method == Method::POST && path == "/account/sign-out")
}

/// The headers of every answer, for pages that stand before any office.
fn headed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in faces::guard::HEADERS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Runs work that waits for the database away from the threads that answer.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(panicked = error.is_panic(), "work of the front stopped");
            Err(Trouble::new("internal", Vec::new()))
        }
    }
}
