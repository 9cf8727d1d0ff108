//! TLS to the database, where its address asks for it (docs/SPEC-cloud.md, 2.13).
//!
//! The address says so with `sslmode`, and names with `sslrootcert` the certificates that are
//! trusted; without, they are those of the system. Encrypted means proven here: whichever mode asks
//! for it, the certificate has to come from one of them and to be made out to the host that is
//! called. There is no mode that encrypts for whoever answers.

use crate::line::{Carrier, Fault, Line};
use crate::place::told;
use postgres::config::SslMode;
use postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use postgres::{Error, NoTls, Socket};
use std::future::Future;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use store::StoreError;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::{Client, Config};
use tokio_rustls::TlsConnector;
use tokio_rustls::client;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long making a connection may take, when its address says nothing else.
const CONNECT_WAIT: Duration = Duration::from_secs(5);
/// How long a connection may be still before this system asks the other one whether it is there.
const STILL: Duration = Duration::from_secs(30);
/// How long it waits before it asks again, and how often it does.
const STILL_AGAIN: Duration = Duration::from_secs(10);
const STILL_TRIES: u32 = 3;
/// How long what was sent may stay without a receipt of the other system.
const UNRECEIVED: Duration = Duration::from_secs(30);

/// How a database is called: its address, and the certificates that are trusted where it is called
/// over TLS.
#[derive(Clone)]
pub struct Call {
    config: Config,
    tls: Option<Tls>,
}

impl Call {
    /// Reads an address, as a URL or as words of the form `host=… dbname=…`.
    ///
    /// # Errors
    /// [`StoreError::Engine`] when it cannot be read, asks for a mode that proves nothing, or names
    /// certificates that cannot be read. The address is not repeated: it may hold a password.
    pub fn read(address: &str) -> Result<Self, StoreError> {
        let (address, mode, roots) = taken_apart(address);
        let mut config: Config = address.parse().map_err(|error: Error| unread(&error))?;
        config.application_name("tijori");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_WAIT);
        }
        config
            .keepalives_idle(STILL)
            .keepalives_interval(STILL_AGAIN)
            .keepalives_retries(STILL_TRIES);
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(UNRECEIVED);
        }
        let tls = match mode.as_deref() {
            None | Some("disable") if roots.is_none() => None,
            Some("require" | "verify-ca" | "verify-full") => Some(Tls::new(roots.as_deref())?),
            None | Some("disable") => {
                return Err(unread(
                    "sslrootcert is named, and sslmode does not ask for TLS",
                ));
            }
            Some(_) => {
                return Err(unread(
                    "sslmode is disable, or verify-full: other modes encrypt for whoever answers",
                ));
            }
        };
        config.ssl_mode(match tls {
            Some(_) => SslMode::Require,
            None => SslMode::Disable,
        });
        Ok(Self { config, tls })
    }

    /// Makes a connection for the pool.
    ///
    /// # Errors
    /// When nobody answers, or who answers is not who was called.
    pub fn connect(&self) -> Result<Line, Fault> {
        let each = self.config.get_connect_timeout().copied();
        let hosts = u32::try_from(self.config.get_hosts().len()).unwrap_or(u32::MAX);
        self.connect_within(each.unwrap_or(CONNECT_WAIT).saturating_mul(hosts.max(1)))
    }

    /// The same, in so much time.
    ///
    /// # Errors
    /// As above.
    pub fn connect_within(&self, wait: Duration) -> Result<Line, Fault> {
        Line::make(self.carried(), wait)
    }

    async fn carried(&self) -> Result<(Client, Carrier), Error> {
        Ok(match &self.tls {
            Some(tls) => {
                let (client, connection) = self.config.connect(tls.clone()).await?;
                (client, Box::pin(connection) as Carrier)
            }
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                (client, Box::pin(connection) as Carrier)
            }
        })
    }

    /// Makes a connection for the tables' owner, whose statements may take any time.
    ///
    /// # Errors
    /// As above.
    pub fn connect_owner(&self) -> Result<postgres::Client, Error> {
        let config = postgres::Config::from(self.config.clone());
        match &self.tls {
            Some(tls) => config.connect(tls.clone()),
            None => config.connect(NoTls),
        }
    }
}

fn unread(reason: impl std::fmt::Display) -> StoreError {
    StoreError::engine(
        "the address of the database cannot be read",
        reason.to_string(),
    )
}

/// An address without what is said about TLS, the mode, and the file of certificates: the client
/// knows fewer modes than addresses of PostgreSQL do.
fn taken_apart(address: &str) -> (String, Option<String>, Option<String>) {
    let is_url = address.contains("://");
    let (head, rest, between) = match (is_url, address.split_once('?')) {
        (true, Some((head, rest))) => (head, rest, '&'),
        (true, None) => return (address.to_owned(), None, None),
        (false, _) => ("", address, ' '),
    };
    let (mut mode, mut roots, mut others) = (None, None, Vec::new());
    for word in rest.split(between) {
        match word.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value.to_owned()),
            Some(("sslrootcert", "system")) => {}
            Some(("sslrootcert", value)) => roots = Some(plain(value, is_url)),
            _ => others.push(word),
        }
    }
    let others = others.join(&between.to_string());
    let address = match (is_url, others.is_empty()) {
        (true, false) => format!("{head}?{others}"),
        (true, true) => head.to_owned(),
        (false, _) => others,
    };
    (address, mode, roots)
}

/// A path as it is: in a URL some signs are written in figures.
fn plain(value: &str, is_url: bool) -> String {
    if !is_url {
        return value.trim_matches('\'').to_owned();
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let figures = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = figures.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What the client needs to speak TLS.
#[derive(Clone)]
struct Tls(Arc<ClientConfig>);

impl Tls {
    /// With the certificates of a file, or those of the system.
    fn new(file: Option<&str>) -> Result<Self, StoreError> {
        let mut roots = RootCertStore::empty();
        match file {
            Some(file) => {
                let named = |error: &dyn std::fmt::Display| {
                    StoreError::engine(format!("{file} holds no certificates"), error.to_string())
                };
                let read = CertificateDer::pem_file_iter(Path::new(file));
                for certificate in read.map_err(|error| named(&error))? {
                    let certificate = certificate.map_err(|error| named(&error))?;
                    roots.add(certificate).map_err(|error| named(&error))?;
                }
                if roots.is_empty() {
                    return Err(named(&"there is none in it"));
                }
            }
            None => {
                roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| StoreError::engine("speak TLS", error))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(Arc::new(config)))
    }
}

impl MakeTlsConnect<Socket> for Tls {
    type Stream = Encrypted;
    type TlsConnect = Handshake;
    type Error = io::Error;

    fn make_tls_connect(&mut self, host: &str) -> io::Result<Handshake> {
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        Ok(Handshake {
            connector: TlsConnector::from(self.0.clone()),
            name,
        })
    }
}

/// A handshake with a host.
struct Handshake {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl TlsConnect<Socket> for Handshake {
    type Stream = Encrypted;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Encrypted>> + Send>>;

    fn connect(self, socket: Socket) -> Self::Future {
        Box::pin(async move {
            let stream = self.connector.connect(self.name, socket).await?;
            Ok(Encrypted(Box::new(stream)))
        })
    }
}

/// A connection over TLS.
struct Encrypted(Box<client::TlsStream<Socket>>);

impl TlsStream for Encrypted {
    /// Nothing is bound to the certificate beyond what was proven of it.
    fn channel_binding(&self) -> ChannelBinding {
        ChannelBinding::none()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.0).poll_read(context, buffer)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut *self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.0).poll_shutdown(context)
    }
}

/// The reason why nobody could be reached, with what lies below it: a handshake that failed says
/// why only there.
pub fn unreachable(error: &Error) -> StoreError {
    StoreError::Unreachable {
        reason: told(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(address: &str) -> (String, Option<String>, Option<String>) {
        taken_apart(address)
    }

    #[test]
    fn what_is_said_about_tls_is_taken_out_of_an_address() {
        let url = "postgresql://t@h/d?sslmode=verify-full&a=b&sslrootcert=/etc/my%20ca.pem";
        let (address, mode, roots) = apart(url);
        assert_eq!(address, "postgresql://t@h/d?a=b");
        assert_eq!(mode.as_deref(), Some("verify-full"));
        assert_eq!(roots.as_deref(), Some("/etc/my ca.pem"));
        let (address, mode, roots) = apart("postgresql://t@h/d?sslmode=require&sslrootcert=system");
        assert_eq!((address.as_str(), roots), ("postgresql://t@h/d", None));
        assert_eq!(mode.as_deref(), Some("require"));
        let (address, mode, roots) = apart("host=h sslmode=verify-full sslrootcert='/ca' user=t");
        assert_eq!(address, "host=h user=t");
        assert_eq!(mode.as_deref(), Some("verify-full"));
        assert_eq!(roots.as_deref(), Some("/ca"));
        assert_eq!(apart("postgresql://t@h/d").0, "postgresql://t@h/d");
    }

    #[test]
    fn modes_that_prove_nothing_and_files_without_certificates_are_refused() {
        for address in [
            "postgresql://t:geheim@h/d?sslmode=prefer",
            "postgresql://t:geheim@h/d?sslmode=allow",
            "postgresql://t:geheim@h/d?sslrootcert=/ca.pem",
            "postgresql://t:geheim@h/d?sslmode=disable&sslrootcert=/ca.pem",
            "postgresql://t:geheim@h/d?sslmode=verify-full&sslrootcert=/no/such/file.pem",
            "postgresql://t:geheim@h:nowhere/d",
        ] {
            let Err(error) = Call::read(address) else {
                panic!("{address} was taken");
            };
            assert!(!error.to_string().contains("geheim"), "{error}");
        }
        assert!(Call::read("postgresql://t@h/d").is_ok());
        assert!(Call::read("postgresql://t@h/d?sslmode=disable").is_ok());
    }
}
