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

    /// Puts a secret into a request, in place of the one that the browser sent: what is done later
    /// in the same request is done with this one.
    pub fn put(self, is_secure: bool, headers: &mut HeaderMap, secret: &str) {
        let name = self.name(is_secure);
        let lines = headers.get_all(header::COOKIE).iter();
        let pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .map(str::trim)
            .filter(|pair| pair.split_once('=').is_some_and(|(known, _)| known != name));
        let mut pairs: Vec<String> = pairs.map(str::to_owned).collect();
        pairs.push(format!("{name}={secret}"));
        if let Ok(value) = HeaderValue::from_str(&pairs.join("; ")) {
            headers.insert(header::COOKIE, value);
        }
    }

    /// Whether an answer gives the browser this one, or has it forget it.
    pub fn is_set_by(self, is_secure: bool, response: &Response) -> bool {
        let name = self.name(is_secure);
        let mut set = response.headers().get_all(header::SET_COOKIE).iter();
        set.any(|value| {
            let text = value.to_str().unwrap_or_default();
            text.split_once('=').is_some_and(|(known, _)| known == name)
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    const SESSION: Cookie = Cookie {
        secure: "__Host-session",
        plain: "session",
        life: None,
    };

    #[test]
    fn a_secret_takes_the_place_of_the_one_that_was_sent() {
        let mut headers = HeaderMap::new();
        let sent = HeaderValue::from_static("language=bn; session=old; begun=x");
        headers.insert(header::COOKIE, sent);
        SESSION.put(false, &mut headers, "new");
        assert_eq!(SESSION.read(false, &headers), Some("new"));
        assert_eq!(headers[header::COOKIE], "language=bn; begun=x; session=new");
        let mut response = ().into_response();
        assert!(!SESSION.is_set_by(false, &response));
        SESSION.set(false, &mut response, "new");
        assert!(SESSION.is_set_by(false, &response));
        assert!(!SESSION.is_set_by(true, &response));
    }
}
