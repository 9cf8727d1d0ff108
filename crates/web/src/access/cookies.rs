//! The cookies of someone who signs in: the session, the device, a sign-in that awaits a code.

use super::Users;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use faces::visitor::cookie_of;
use users::{Presented, Secret};

/// A cookie of ours; its name where browsers reach us by HTTPS, which no other site can set, and
/// its name on a computer's own network.
#[derive(Debug, Clone, Copy)]
pub struct Cookie {
    secure: &'static str,
    plain: &'static str,
    /// How long the browser keeps it, in seconds; until it closes where nothing is said.
    life: Option<u32>,
}

/// The session.
pub const SESSION: Cookie = Cookie {
    secure: "__Host-session",
    plain: "session",
    life: None,
};
/// A sign-in that awaits the code of the second factor.
pub const BEGUN: Cookie = Cookie {
    secure: "__Host-begun",
    plain: "begun",
    life: Some(600),
};
/// A device that someone signed in from.
pub const DEVICE: Cookie = Cookie {
    secure: "__Host-device",
    plain: "device",
    life: Some(365 * 24 * 3600),
};

impl Cookie {
    fn name(self, users: &Users) -> &'static str {
        match users.is_secure {
            true => self.secure,
            false => self.plain,
        }
    }

    /// The secret that the browser sent.
    pub fn read(self, users: &Users, headers: &HeaderMap) -> Option<Secret> {
        let value = cookie_of(headers, self.name(users))?;
        (!value.is_empty()).then(|| Secret(value.to_owned()))
    }

    /// Gives the browser a secret to keep.
    pub fn set(self, users: &Users, response: &mut Response, secret: &Secret) {
        let life = self
            .life
            .map_or_else(String::new, |life| format!("; Max-Age={life}"));
        self.write(users, response, &format!("{}{life}", secret.0));
    }

    /// Has the browser forget it.
    pub fn clear(self, users: &Users, response: &mut Response) {
        self.write(users, response, "; Max-Age=0");
    }

    fn write(self, users: &Users, response: &mut Response, value_and_life: &str) {
        let secure = if users.is_secure { "; Secure" } else { "" };
        let text = format!(
            "{}={value_and_life}; Path=/; SameSite=Strict; HttpOnly{secure}",
            self.name(users)
        );
        // Our secrets are letters and figures.
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
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
