//! The gate: finds out who asks and lets the request pass or not, before any handler sees it.

use super::client_address::{address_of, client_address};
use super::cookies::SESSION;
use super::current::{self, By, Current, OpenUntil};
use super::factor_rule::Factor;
use super::offers::without_refused;
use super::programs::covers;
use super::requirement::{Act, Requirement, Wanted, requirement};
use super::{Users, proof, users_of};
use crate::blocking::blocking;
use crate::{App, PageError, Shared};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use books::Key;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use store::attachment_owner;
use users::{Denied, Event, EventKind, Level, Operation, Role, User, authorize};

/// A page is never larger: lists are paged, and reports have thousands of lines at most.
const PAGE_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Middleware: nobody passes who may not.
pub async fn gate(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let Some(users) = app.users.clone() else {
        return next.run(request).await;
    };
    if users.lacks(request.uri().path()) {
        return PageError::not_found().into_response();
    }
    let address = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let asked = requirement(request.method(), address);
    let open_until = request.extensions().get::<OpenUntil>().copied();
    let from = address_of(&users, &request);
    let found = who_asks(&users, request.headers(), from.clone(), open_until).await;
    let current = match found {
        Ok(current) => current,
        Err(error) => return error.into_response(),
    };
    let Some(current) = current else {
        return match asked {
            Requirement::Nothing => next.run(request).await,
            _ => to_sign_in(&request),
        };
    };
    if !matches!(asked, Requirement::Nothing)
        && let Some(answer) = current.factor.answer(&request)
    {
        return answer;
    }
    if current.administrator().is_some() && is_of_ones_own(request.uri().path()) {
        return PageError::not_found().into_response();
    }
    let may = is_allowed(app.clone(), users.clone(), current.clone(), asked, from).await;
    if let Err(error) = may {
        return error.into_response();
    }
    match proof::answered(&users, current.clone(), request, next).await {
        Ok(answer) => offered(app, current, answer).await,
        Err(error) => error.into_response(),
    }
}

/// Whether an address is about what proves who somebody is, or other things of their own. Nothing
/// of it is there while an administrator acts for them: it would be of two people at once.
fn is_of_ones_own(path: &str) -> bool {
    let rest = path.strip_prefix("/account/");
    rest.is_some_and(|rest| !["acting/end", "sign-out", "proof"].contains(&rest))
}

/// Whether a request with these headers comes from somebody who is signed in.
///
/// # Errors
/// When the users cannot be asked.
pub async fn is_signed_in(users: &Arc<Users>, headers: &HeaderMap) -> Result<bool, PageError> {
    Ok(who_asks(users, headers, String::new(), None)
        .await?
        .is_some())
}

/// A page without what its reader may not do. Whoever may do everything gets it as it was made,
/// unless there are addresses that nobody may ask for.
async fn offered(app: Shared, current: Arc<Current>, answer: Response) -> Response {
    let is_page = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let users = app.users.clone().filter(|it| it.subscribed.is_some());
    if !is_page || (current.user.role == Role::Administrator && users.is_none()) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let Ok(page) = to_bytes(body, PAGE_BYTES_MAX).await else {
        return PageError::internal().into_response();
    };
    let kept = blocking(move || {
        let page = String::from_utf8_lossy(&page);
        let mut offering = Offering {
            app: &app,
            current: &current,
            today: BTreeMap::new(),
        };
        let lacks = |path: &str| users.as_ref().is_some_and(|users| users.lacks(path));
        Ok(without_refused(&page, &mut |method, path| {
            let address = path.split('?').next().unwrap_or_default();
            !lacks(address) && offering.may(method, path)
        }))
    })
    .await;
    match kept {
        Ok(kept) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(kept))
        }
        Err(error) => error.into_response(),
    }
}

/// What may be offered to somebody on one page.
struct Offering<'a> {
    app: &'a App,
    current: &'a Current,
    /// Which day it is in each business, looked up once.
    today: BTreeMap<Key, Date>,
}

impl Offering<'_> {
    /// Whether the gate would let this pass. A record that is looked at is not looked up for it:
    /// lists have hundreds of links.
    fn may(&mut self, method: &Method, path: &str) -> bool {
        let user = &self.current.user;
        if user.role == Role::Administrator {
            return true;
        }
        let (key, wanted) = match requirement(method, path) {
            Requirement::Nothing | Requirement::SignedIn => return true,
            Requirement::Administrator => return false,
            Requirement::Business(key, wanted) => (key, wanted),
        };
        if matches!(
            wanted,
            Wanted::OnRecord(_, Act::View) | Wanted::OnAttachment(_, Act::View)
        ) {
            return true;
        }
        let today = self
            .today
            .entry(key)
            .or_insert_with(|| today(self.app, user, key));
        // What cannot be looked up now is for the gate to refuse then.
        match operation(self.app, user, key, wanted) {
            Ok(Some(operation)) => denied(self.current, key, operation, *today).is_none(),
            Ok(None) => false,
            Err(_) => true,
        }
    }
}

/// Who asks with the session in these headers; nobody without one that goes on.
///
/// # Errors
/// When the users cannot be asked.
pub async fn who_asks(
    users: &Arc<Users>,
    headers: &HeaderMap,
    address: String,
    open_until: Option<OpenUntil>,
) -> Result<Option<Arc<Current>>, PageError> {
    let Some(secret) = SESSION.read(users, headers) else {
        return Ok(None);
    };
    let users = users.clone();
    blocking(move || {
        let now = Timestamp::now();
        let Some(visitor) = users.sign_in.visitor(&secret, now)? else {
            return Ok(None);
        };
        Ok(Some(Arc::new(Current {
            user: visitor.user.clone(),
            factor: Factor::of(&users, &visitor.user, &visitor.session, now)?,
            by: By::Session(Box::new(visitor)),
            address,
            open_until,
        })))
    })
    .await
}

/// A page that is looked at leads to the sign-in and back; anything else is refused.
fn to_sign_in(request: &Request) -> Response {
    if request.method() != Method::GET {
        return PageError::new(StatusCode::UNAUTHORIZED, "sign-in-needed").into_response();
    }
    let path = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let back = utf8_percent_encode(path, NON_ALPHANUMERIC);
    Redirect::to(&format!("/sign-in?back={back}")).into_response()
}

async fn is_allowed(
    app: Shared,
    users: Arc<Users>,
    current: Arc<Current>,
    asked: Requirement,
    address: String,
) -> Result<(), PageError> {
    let (key, wanted) = match asked {
        Requirement::Nothing | Requirement::SignedIn => return Ok(()),
        Requirement::Administrator if current.user.role == Role::Administrator => return Ok(()),
        // To others these pages do not exist.
        Requirement::Administrator => return Err(PageError::not_found()),
        Requirement::Business(key, wanted) => (key, wanted),
    };
    blocking(move || require(&app, &users, &current, key, wanted, &address)).await
}

/// Passes when someone may do this in a business; a refusal inside it is told to the security log.
///
/// # Errors
/// `business-not-found` where it is not there for them, `not-allowed` where it is.
pub fn require(
    app: &App,
    users: &Users,
    current: &Current,
    key: Key,
    wanted: Wanted,
    address: &str,
) -> Result<(), PageError> {
    if current.user.role == Role::Administrator && current.token().is_none() {
        return Ok(());
    }
    let today = today(app, &current.user, key);
    let denied = match operation(app, &current.user, key, wanted)? {
        Some(operation) => denied(current, key, operation, today),
        None => Some(Denied::NotThere),
    };
    match denied {
        None => Ok(()),
        Some(Denied::NotThere) => Err(PageError {
            status: StatusCode::NOT_FOUND,
            code: "business-not-found",
            arguments: vec![("business", key.to_string())],
        }),
        Some(Denied::NotAllowed) => {
            users.sign_in.directory().note(&Event {
                at: Timestamp::now(),
                kind: EventKind::AccessDenied,
                by: Some(current.key()),
                about: Some(key),
                address: address.to_owned(),
                detail: String::new(),
            })?;
            Err(PageError::new(StatusCode::FORBIDDEN, "not-allowed"))
        }
    }
}

/// Why someone may not do this: what the user may not, and what the token is not for.
fn denied(current: &Current, key: Key, operation: Operation, today: Date) -> Option<Denied> {
    let token = current.token();
    if token.is_some_and(|token| token.business.is_some_and(|only| only != key)) {
        return Some(Denied::NotThere);
    }
    let is_covered = token.is_none_or(|token| covers(token, key, &operation));
    match authorize(&current.subject(), key, operation, today) {
        Err(denied) => Some(denied),
        Ok(_) => (!is_covered).then_some(Denied::NotAllowed),
    }
}

/// The operation that is asked for. Which area a record belongs to matters only to whoever has
/// rights by area; nothing where there is no such business for this user.
fn operation(
    app: &App,
    user: &User,
    business: Key,
    wanted: Wanted,
) -> Result<Option<Operation>, PageError> {
    let (record, act, is_attachment) = match wanted {
        Wanted::Told(operation) => return Ok(Some(operation)),
        Wanted::OnRecord(record, act) => (record, act, false),
        Wanted::OnAttachment(attachment, act) => (attachment, act, true),
    };
    // An administrator may do everything; what matters is whether a token is for it.
    let Role::Member(businesses) = &user.role else {
        return Ok(Some(act.in_area("record")));
    };
    match businesses.get(&business).map(|access| &access.level) {
        None => Ok(None),
        Some(Level::Custom(_)) => {
            let area = area_of(app, business, record, is_attachment)?;
            Ok(Some(act.in_area(&area)))
        }
        Some(_) => Ok(Some(act.in_area("record"))),
    }
}

/// The area of a record; of an attachment that of the record it belongs to. What is not there, or
/// belongs to nothing that has an area, is in none that anybody was allowed.
fn area_of(
    app: &App,
    business: Key,
    record: Key,
    is_attachment: bool,
) -> Result<String, PageError> {
    let business = app.store.open(business)?;
    let reader = business.read()?;
    let mut found = reader.object(record)?;
    if is_attachment {
        let owner = found.as_ref().and_then(|it| attachment_owner(&it.content));
        found = match owner {
            Some(owner) => reader.object(owner)?,
            None => None,
        };
    }
    let spec = found.and_then(|object| interchange::spec(object.content_type));
    Ok(spec.map_or_else(String::new, |spec| spec.slug.to_owned()))
}

/// The day in the business's time zone; looked up only for whoever has a last day.
fn today(app: &App, user: &User, business: Key) -> Date {
    let now = Timestamp::now();
    let has_end = match &user.role {
        Role::Member(businesses) => businesses
            .get(&business)
            .is_some_and(|access| access.until.is_some()),
        Role::Administrator => false,
    };
    let zone = has_end
        .then(|| app.store.open(business).ok()?.read().ok()?.profile().ok())
        .flatten()
        .and_then(|profile| TimeZone::get(&profile.time_zone).ok())
        .unwrap_or(TimeZone::UTC);
    now.to_zoned(zone).date()
}

/// Whether the businesses of a list are shown to whoever asks.
pub fn sees(app: &App, business: Key) -> bool {
    current::get().is_none_or(|current| {
        let today = today(app, &current.user, business);
        denied(&current, business, Operation::Enter, today).is_none()
    })
}

/// What a browser presents, for handlers.
pub struct Presents(pub users::Presented);

impl FromRequestParts<Shared> for Presents {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, PageError> {
        let users = users_of(app)?;
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip());
        let address = client_address(&users.proxies, peer, &parts.headers);
        Ok(Self(super::cookies::presented(
            &users,
            &parts.headers,
            &address,
        )))
    }
}
