//! The cookies of someone who signs in.

use crate::visitor::cookie_of;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// A cookie of ours; its name where browsers reach us by HTTPS, which no other site can set, and
/// its name on a computer's own network. No script reads it, and no other site sends it.
#[derive(Debug, Clone, Copy)]
pub struct Cookie {
    /// The name by HTTPS; it begins with `__Host-` (RFC 6265bis, 4.1.3.2).
    pub secure: &'static str,
    /// The name elsewhere.
    pub plain: &'static str,
    /// How long the browser keeps it, in seconds; until it closes where nothing is said.
    pub life: Option<u32>,
}

impl Cookie {
    const fn name(self, is_secure: bool) -> &'static str {
        if is_secure { self.secure } else { self.plain }
    }

    /// The secret that the browser sent.
    pub fn read(self, is_secure: bool, headers: &HeaderMap) -> Option<&str> {
        cookie_of(headers, self.name(is_secure)).filter(|value| !value.is_empty())
    }

    /// Gives the browser a secret to keep: letters and figures.
    pub fn set(self, is_secure: bool, response: &mut Response, secret: &str) {
        let life = self.life.map(|life| format!("; Max-Age={life}"));
        self.write(is_secure, response, secret, &life.unwrap_or_default());
    }

    /// Has the browser forget it.
    pub fn clear(self, is_secure: bool, response: &mut Response) {
        self.write(is_secure, response, "", "; Max-Age=0");
    }

    fn write(self, is_secure: bool, response: &mut Response, secret: &str, life: &str) {
        let name = self.name(is_secure);
        let secure = if is_secure { "; Secure" } else { "" };
        let text = format!("{name}={secret}{life}; Path=/; SameSite=Strict; HttpOnly{secure}");
        // Our secrets are letters and figures.
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}
