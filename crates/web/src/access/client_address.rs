//! From where a request comes: the other end of the connection, or what a proxy of ours says of it
//! (docs/SPEC-users.md, 3.3; security.md S37).

use super::Users;
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderName};
use std::net::{IpAddr, SocketAddr};

/// To what every proxy adds the address that it was asked from, at the end.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that a request comes from.
pub fn address_of(users: &Users, request: &Request) -> String {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    client_address(&users.proxies, peer, request.headers())
}

/// The address of whoever asks: the other end of the connection, or what one of these proxies says
/// of it; empty where no connection is known.
///
/// What proxies added is read from its end: the first address that is no proxy of ours is that of
/// the client. Where something stands that is no address, nothing before it is believed, for the
/// client may have written that, and the nearest proxy's own address holds.
pub fn client_address(proxies: &[IpAddr], peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let Some(peer) = peer else {
        return String::new();
    };
    let is_ours = |ip: IpAddr| proxies.iter().any(|it| it.to_canonical() == ip);
    let mut nearest = peer.to_canonical();
    if is_ours(nearest) {
        let lines: Vec<_> = headers.get_all(FORWARDED_FOR).iter().collect();
        let told = lines
            .iter()
            .rev()
            .flat_map(|line| line.as_bytes().rsplit(|it| *it == b','));
        for part in told {
            let Some(ip) = ip_of(part) else {
                break;
            };
            nearest = ip;
            if !is_ours(ip) {
                break;
            }
        }
    }
    nearest.to_string()
}

/// An address as proxies write it: alone, in brackets, or with the port behind.
fn ip_of(part: &[u8]) -> Option<IpAddr> {
    let part = std::str::from_utf8(part).ok()?.trim();
    let bare = part.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let alone = bare.unwrap_or(part).parse::<IpAddr>();
    let with_port = || part.parse::<SocketAddr>().map(|it| it.ip());
    Some(alone.or_else(|_| with_port()).ok()?.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn told(proxies: &[&str], peer: &str, lines: &[&str]) -> String {
        let proxies: Vec<IpAddr> = proxies.iter().map(|it| it.parse().unwrap()).collect();
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, HeaderValue::from_str(line).unwrap());
        }
        client_address(&proxies, peer.parse().ok(), &headers)
    }

    const OURS: &[&str] = &["10.0.0.1", "10.0.0.2"];

    #[test]
    fn only_a_proxy_of_ours_may_say_for_whom_it_asks() {
        assert_eq!(told(OURS, "203.0.113.9", &["192.0.2.1"]), "203.0.113.9");
        assert_eq!(told(OURS, "10.0.0.1", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(told(OURS, "::ffff:10.0.0.1", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(told(OURS, "10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(told(&[], "203.0.113.9", &["192.0.2.1"]), "203.0.113.9");
        assert_eq!(told(OURS, "", &["192.0.2.1"]), "");
    }

    #[test]
    fn what_the_client_wrote_itself_stands_before_what_proxies_added() {
        let line = "6.6.6.6, 192.0.2.1, 10.0.0.2";
        assert_eq!(told(OURS, "10.0.0.1", &[line]), "192.0.2.1");
        let lines = ["6.6.6.6", "192.0.2.1", "10.0.0.2"];
        assert_eq!(told(OURS, "10.0.0.1", &lines), "192.0.2.1");
    }

    #[test]
    fn an_address_may_have_a_port_or_brackets() {
        for (line, client) in [
            ("6.6.6.6, 1.2.3.4:5678", "1.2.3.4"),
            ("6.6.6.6, [2001:db8::1]:5678", "2001:db8::1"),
            ("6.6.6.6, [2001:db8::1]", "2001:db8::1"),
            ("6.6.6.6, 2001:db8::1", "2001:db8::1"),
            ("6.6.6.6, ::ffff:1.2.3.4", "1.2.3.4"),
        ] {
            assert_eq!(told(OURS, "10.0.0.1", &[line]), client, "{line}");
        }
    }

    #[test]
    fn nothing_before_what_is_no_address_is_believed() {
        for (line, client) in [
            ("nonsense", "10.0.0.1"),
            ("6.6.6.6, unknown", "10.0.0.1"),
            ("6.6.6.6, unknown, 10.0.0.2", "10.0.0.2"),
            ("6.6.6.6, 1.2.3.4:x", "10.0.0.1"),
            ("6.6.6.6,", "10.0.0.1"),
        ] {
            assert_eq!(told(OURS, "10.0.0.1", &[line]), client, "{line}");
        }
    }
}
