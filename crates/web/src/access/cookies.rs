//! The cookies of someone who signs in: the session, the device, a sign-in that awaits a code.

use super::Users;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use users::{Presented, Secret};

/// A cookie of ours that holds a secret of `users`.
#[derive(Debug, Clone, Copy)]
pub struct Cookie(faces::cookie::Cookie);

/// The session.
pub const SESSION: Cookie = Cookie(faces::cookie::Cookie {
    secure: "__Host-session",
    plain: "session",
    life: None,
});
/// A sign-in that awaits the code of the second factor.
pub const BEGUN: Cookie = Cookie(faces::cookie::Cookie {
    secure: "__Host-begun",
    plain: "begun",
    life: Some(600),
});
/// A device that someone signed in from.
pub const DEVICE: Cookie = Cookie(faces::cookie::Cookie {
    secure: "__Host-device",
    plain: "device",
    life: Some(365 * 24 * 3600),
});

impl Cookie {
    /// The secret that the browser sent.
    pub fn read(self, users: &Users, headers: &HeaderMap) -> Option<Secret> {
        let value = self.0.read(users.is_secure, headers)?;
        Some(Secret(value.to_owned()))
    }

    /// Gives the browser a secret to keep.
    pub fn set(self, users: &Users, response: &mut Response, secret: &Secret) {
        self.0.set(users.is_secure, response, &secret.0);
    }

    /// Puts a secret into a request, in place of the one that the browser sent.
    pub fn put(self, users: &Users, headers: &mut HeaderMap, secret: &Secret) {
        self.0.put(users.is_secure, headers, &secret.0);
    }

    /// Whether an answer gives the browser this one.
    pub fn is_set_by(self, users: &Users, response: &Response) -> bool {
        self.0.is_set_by(users.is_secure, response)
    }

    /// Has the browser forget it.
    pub fn clear(self, users: &Users, response: &mut Response) {
        self.0.clear(users.is_secure, response);
    }
}

/// What a browser presents.
pub fn presented(users: &Users, headers: &HeaderMap, address: &str) -> Presented {
    let browser = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    Presented {
        address: address.to_owned(),
        browser: browser.to_owned(),
        device: DEVICE.read(users, headers),
    }
}
