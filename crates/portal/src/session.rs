//! The cookies of the portal, and who is in.

use crate::answer::Fault;
use crate::router::Portal;
use crate::subscribers::{Member, Presented};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use faces::cookie::Cookie;
use faces::visitor::locale_of;
use pages::Locale;
use std::convert::Infallible;
use std::net::SocketAddr;

/// The session.
pub const SESSION: Cookie = Cookie {
    secure: "__Host-portal",
    plain: "portal",
    life: None,
};
/// A sign-in that awaits the code of the second factor.
pub const BEGUN: Cookie = Cookie {
    secure: "__Host-portal-begun",
    plain: "portal-begun",
    life: Some(600),
};

/// A browser that somebody signed in from.
pub const DEVICE: Cookie = Cookie {
    secure: "__Host-portal-device",
    plain: "portal-device",
    life: Some(365 * 24 * 3600),
};

/// Whoever asks, in or not.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// What to answer in.
    pub locale: Locale,
    /// The path and query of the request.
    pub path: String,
    /// What the browser presents.
    pub presented: Presented,
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let browser = parts.headers.get(header::USER_AGENT);
        let browser = browser.and_then(|value| value.to_str().ok());
        let path = parts.uri.path_and_query();
        Ok(Self {
            locale: locale_of(&parts.headers),
            path: path.map_or_else(|| "/".to_owned(), ToString::to_string),
            presented: Presented {
                address: address_of(parts),
                browser: browser.unwrap_or_default().to_owned(),
                device: None,
            },
        })
    }
}

/// The other end of the connection; empty where none is known.
fn address_of(parts: &Parts) -> String {
    let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    address.map_or_else(String::new, |it| it.0.ip().to_string())
}

impl Visitor {
    /// What the browser presents where a password or a code is tried: also by what it is known.
    pub fn trying(&self, portal: &Portal, headers: &HeaderMap) -> Presented {
        Presented {
            device: DEVICE.read(portal.is_secure, headers).map(str::to_owned),
            ..self.presented.clone()
        }
    }
}

/// Someone who is in; whoever is not is sent to the form.
#[derive(Debug, Clone)]
pub struct In(pub Member);

impl FromRequestParts<Portal> for In {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        let Some(session) = SESSION.read(portal.is_secure, &parts.headers) else {
            return Err(Redirect::to("/sign-in").into_response());
        };
        let session = session.to_owned();
        let subscribers = portal.subscribers.clone();
        let address = address_of(parts);
        let found = blocking(move || Ok(subscribers.member(&session)?)).await;
        match found {
            Ok(Some(member)) => Ok(Self(Member { address, ..member })),
            Ok(None) => Err(Redirect::to("/sign-in").into_response()),
            Err(fault) => Err(fault.page(locale_of(&parts.headers))),
        }
    }
}

/// Someone who is in and may do what concerns the whole account; to others there is nothing here.
#[derive(Debug, Clone)]
pub struct Administrator(pub Member);

impl FromRequestParts<Portal> for Administrator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        let In(member) = In::from_request_parts(parts, portal).await?;
        match member.is_administrator() {
            true => Ok(Self(member)),
            false => Err(Fault::NotFound.page(locale_of(&parts.headers))),
        }
    }
}

/// Runs `work` on a thread that may wait for disks and networks.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(panicked = error.is_panic(), "work of the portal stopped");
            Err(Fault::Trouble(catalog::Trouble::new(
                "internal",
                Vec::new(),
            )))
        }
    }
}
