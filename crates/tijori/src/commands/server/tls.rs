//! TLS by certificate files, for servers that stand in the network by themselves.
//!
//! Each handshake is a task of its own with a limit, so that a client that says nothing keeps
//! nobody waiting. On SIGHUP the files are read again: a renewed certificate needs no restart, and
//! files that cannot be read leave the present ones in use.

use crate::failure::Failure;
use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

/// How long a handshake may take.
const HANDSHAKE_S: Duration = Duration::from_secs(10);
/// How many handshakes go on at a time.
const HANDSHAKES_MAX: usize = 256;
/// How long to wait when the system takes no connections, for want of descriptors.
const PAUSE: Duration = Duration::from_millis(500);

/// The files of a certificate with its key, and what was read of them.
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    read: RwLock<Arc<ServerConfig>>,
}

impl Certificate {
    /// Reads the files, in PEM.
    ///
    /// # Errors
    /// `certificate-unreadable`, with the file and the reason.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, Failure> {
        Ok(Self {
            read: RwLock::new(config(chain, key)?),
            chain: chain.to_owned(),
            key: key.to_owned(),
        })
    }

    /// Reads the files again.
    ///
    /// # Errors
    /// As [`Certificate::read`]; what was read before stays in use.
    pub fn read_again(&self) -> Result<(), Failure> {
        let renewed = config(&self.chain, &self.key)?;
        *self.read.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        Ok(())
    }

    fn present(&self) -> Arc<ServerConfig> {
        self.read
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn config(chain: &Path, key: &Path) -> Result<Arc<ServerConfig>, Failure> {
    let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(chain)
        .and_then(Iterator::collect)
        .map_err(|error| unreadable(chain, error))?;
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable(key, error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(certificates, secret)
        })
        .map_err(|error: rustls::Error| unreadable(chain, error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn unreadable(file: &Path, reason: impl std::fmt::Display) -> Failure {
    let arguments = vec![
        ("file", file.display().to_string()),
        ("reason", reason.to_string()),
    ];
    Failure::usage("certificate-unreadable", arguments)
}

/// Connections whose handshake is done.
pub struct TlsListener {
    address: SocketAddr,
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
}

impl TlsListener {
    /// Takes connections from `tcp`, with the certificate as it is at each handshake.
    ///
    /// # Errors
    /// When the address cannot be told.
    pub fn new(tcp: TcpListener, certificate: Arc<Certificate>) -> io::Result<Self> {
        let address = tcp.local_addr()?;
        let (sender, ready) = mpsc::channel(HANDSHAKES_MAX);
        tokio::spawn(take(tcp, certificate, sender));
        Ok(Self { address, ready })
    }
}

async fn take(
    tcp: TcpListener,
    certificate: Arc<Certificate>,
    sender: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let room = Arc::new(Semaphore::new(HANDSHAKES_MAX));
    loop {
        let Ok(place) = room.clone().acquire_owned().await else {
            return;
        };
        let (stream, address) = tokio::select! {
            () = sender.closed() => return,
            taken = tcp.accept() => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    tracing::warn!(%error, "a connection was not taken");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
        };
        let acceptor = TlsAcceptor::from(certificate.present());
        let sender = sender.clone();
        tokio::spawn(async move {
            let _place = place;
            let shaken = tokio::time::timeout(HANDSHAKE_S, acceptor.accept(stream)).await;
            // Scanners and browsers that distrust the certificate come and go.
            if let Ok(Ok(stream)) = shaken {
                let _ = sender.send((stream, address)).await;
            }
        });
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(taken) => taken,
            // The task that takes connections ends with us only.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

/// Reads the certificate again whenever the system says SIGHUP.
pub async fn renew(certificate: Arc<Certificate>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut hangups) = signal(SignalKind::hangup()) else {
            return;
        };
        while hangups.recv().await.is_some() {
            match certificate.read_again() {
                Ok(()) => tracing::warn!("the certificate was read again"),
                Err(failure) => {
                    tracing::error!(code = failure.code(), "the certificate stays as it was");
                }
            }
        }
    }
    #[cfg(not(unix))]
    drop(certificate);
}
