//! Which addresses may be connected to. The name is resolved once, and the addresses that were
//! checked are the ones connected to: a name cannot answer one thing to the check and another to
//! the connection.

use crate::{Failure, FailureCode, MailSettings, Security};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};

/// The ports of mail.
const PORTS: [u16; 3] = [465, 587, 25];

/// Where the program may connect to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostPolicy {
    /// Anywhere: the person's own computer and network.
    Any,
    /// Public addresses only: in the Cloud edition the network around belongs to somebody else.
    PublicOnly,
}

/// The addresses of the server that may be used.
pub fn resolve(settings: &MailSettings, policy: HostPolicy) -> Result<Vec<SocketAddr>, Failure> {
    let found: Vec<SocketAddr> = (settings.host.as_str(), settings.port)
        .to_socket_addrs()
        .map_err(|error| Failure::new(FailureCode::HostNotFound, error))?
        .collect();
    if found.is_empty() {
        return Err(Failure::new(FailureCode::HostNotFound, &settings.host));
    }
    if !PORTS.contains(&settings.port) && !found.iter().all(is_this_computer) {
        let reason = format!("port {}", settings.port);
        return Err(Failure::new(FailureCode::PortNotAllowed, reason));
    }
    let is_allowed = |address: &SocketAddr| {
        (policy == HostPolicy::Any || is_public(address.ip()))
            && (settings.security != Security::None || is_this_computer(address))
    };
    let allowed: Vec<SocketAddr> = found.into_iter().filter(is_allowed).collect();
    if allowed.is_empty() {
        return Err(Failure::new(FailureCode::HostNotAllowed, &settings.host));
    }
    Ok(allowed)
}

fn is_this_computer(address: &SocketAddr) -> bool {
    match address.ip() {
        IpAddr::V4(ip) => ip.is_loopback(),
        IpAddr::V6(ip) => {
            ip.is_loopback() || ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback())
        }
    }
}

/// Whether the address is one of the public internet, by the registries of special addresses
/// (RFC 6890 and its successors).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_public_v4(ip),
            None => is_public_v6(ip),
        },
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || a == 0
        || a >= 224
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b)))
}

/// Only global unicast, without the ranges that carry an IPv4 address or are for documents.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    (0x2000..0x4000).contains(&a)
        && a != 0x2002
        && a != 0x3fff
        && !(a == 0x2001 && (b < 0x0200 || b == 0x0db8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mailbox;

    #[test]
    fn only_public_addresses_are_public() {
        for text in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::1",
            "2001:db8::1",
            "2001::1",
            "ff02::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        for text in [
            "8.8.8.8",
            "193.99.144.80",
            "2a00:1450::1",
            "2606:4700::1111",
        ] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    fn settings(host: &str, port: u16, security: Security) -> MailSettings {
        MailSettings {
            port,
            security,
            ..MailSettings::new(host, Mailbox::parse("a@example.com").unwrap())
        }
    }

    #[test]
    fn hosts_and_ports_are_held_to_the_rules() {
        use FailureCode::{HostNotAllowed, PortNotAllowed};
        use HostPolicy::{Any, PublicOnly};
        for (host, port, security, policy, outcome) in [
            ("127.0.0.1", 1025, Security::None, Any, None),
            ("127.0.0.1", 587, Security::StartTls, Any, None),
            ("10.0.0.1", 587, Security::StartTls, Any, None),
            ("10.0.0.1", 22, Security::Tls, Any, Some(PortNotAllowed)),
            ("10.0.0.1", 25, Security::None, Any, Some(HostNotAllowed)),
            ("8.8.8.8", 25, Security::None, Any, Some(HostNotAllowed)),
            ("8.8.8.8", 465, Security::Tls, PublicOnly, None),
            (
                "10.0.0.1",
                465,
                Security::Tls,
                PublicOnly,
                Some(HostNotAllowed),
            ),
            (
                "169.254.169.254",
                587,
                Security::StartTls,
                PublicOnly,
                Some(HostNotAllowed),
            ),
            (
                "127.0.0.1",
                1025,
                Security::None,
                PublicOnly,
                Some(HostNotAllowed),
            ),
        ] {
            let found = resolve(&settings(host, port, security), policy);
            assert_eq!(
                found.err().map(|failure| failure.code),
                outcome,
                "{host}:{port}"
            );
        }
    }
}
