//! Answering until the server is told to stop, and ending in order.
//!
//! At the end no new connection is taken, what is being answered is finished, for a while, and long
//! work such as a backup goes on to its end before the program does: the runtime waits for the
//! threads it runs on.

use super::connections::{HEAD_MAX, answer};
use super::metrics::{self, Metrics};
use super::patience::{PatientListener, STILL_MAX};
use super::room::Room;
use super::tls::{self, Certificate, TlsListener};
use crate::arguments::ServerArguments;
use crate::commands::serve::told_to_stop;
use crate::failure::Failure;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// How long answers may go on after the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(30);
/// A browser that has seen our TLS asks for nothing without it for a year (security.md S27).
const ONLY_TLS: &str = "max-age=31536000; includeSubDomains";

/// The certificate that was named, if one was.
///
/// # Errors
/// `certificate-unreadable`.
pub fn certificate(wanted: &ServerArguments) -> Result<Option<Arc<Certificate>>, Failure> {
    match (&wanted.tls_cert, &wanted.tls_key) {
        (Some(chain), Some(key)) => Ok(Some(Arc::new(Certificate::read(chain, key)?))),
        _ => Ok(None),
    }
}

/// Listens at an address.
///
/// # Errors
/// `listen-refused`.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let facts = vec![
            ("listen", address.to_string()),
            ("reason", error.to_string()),
        ];
        Failure::fault("listen-refused", facts)
    })
}

/// Pages and API, with what watchers ask for: `/health`, and the figures at an address of their
/// own where one was named.
///
/// # Errors
/// `listen-refused`.
pub async fn watched(
    router: Router,
    healthy: Healthy,
    wanted: &ServerArguments,
) -> Result<Router, Failure> {
    let metrics = Arc::new(Metrics::default());
    if let Some(address) = wanted.metrics {
        let listener = listen(address).await?;
        let figures = metrics::router(metrics.clone(), env!("CARGO_PKG_VERSION"));
        tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, figures).await {
                tracing::error!(%error, "the figures are not told any more");
            }
        });
    }
    let health = Router::new().route("/health", get(move || health(healthy.clone())));
    Ok(health
        .fallback_service(router)
        .layer(from_fn_with_state(metrics, metrics::counted)))
}

/// Whether what is served can be read.
pub type Healthy = Arc<dyn Fn() -> bool + Send + Sync>;

/// Whether all is well. It tells nothing else to whoever asks.
async fn health(healthy: Healthy) -> (StatusCode, &'static str) {
    match tokio::task::spawn_blocking(move || healthy()).await {
        Ok(true) => (StatusCode::OK, "ok\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "failing\n"),
    }
}

/// Answers until the system says to stop; `proxies` may hold as many connections as there are.
///
/// # Errors
/// When connections cannot be taken any more.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    certificate: Option<Arc<Certificate>>,
    proxies: &[IpAddr],
) -> io::Result<()> {
    let room = Room::behind(proxies);
    let stopping = Arc::new(Notify::new());
    let told = stopping.clone();
    let until_told = async move {
        told_to_stop().await;
        told.notify_one();
    };
    let served = async move {
        match certificate {
            None => {
                let listener = PatientListener::new(listener, STILL_MAX, room);
                answer(listener, router, HEAD_MAX, until_told).await
            }
            Some(certificate) => {
                tokio::spawn(tls::renew(certificate.clone()));
                let listener = TlsListener::new(listener, certificate)?;
                let listener = PatientListener::new(listener, STILL_MAX, room);
                let router = router.layer(from_fn(only_tls));
                answer(listener, router, HEAD_MAX, until_told).await
            }
        }
    };
    tokio::select! {
        ended = served => ended,
        // Whoever still downloads then is cut off, and goes on with the rest later.
        () = async { stopping.notified().await; tokio::time::sleep(LAST_ANSWERS).await } => Ok(()),
    }
}

async fn only_tls(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static(ONLY_TLS),
    );
    response
}
