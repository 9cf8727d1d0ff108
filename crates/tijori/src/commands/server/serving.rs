//! Answering until the server is told to stop, and ending in order.
//!
//! At the end no new connection is taken, and what is being answered is finished, for a while. Then
//! a save, a backup or an import comes to its end before the program does; what only reads is left
//! behind (`web::lasting`; docs/SPEC-users.md, 5.3).

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
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::Notify;

#[cfg(test)]
mod tests;

/// How long answers may go on after the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(30);
/// How long the end waits for saves, backups and imports that go on then. With the minute of those
/// who keep backups it is less than systemd gives a service by `packaging/tijori.service`.
const LAST_WORK: Duration = Duration::from_secs(600);
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

/// Says in the log that passwords go in clear text, where they do.
pub fn warn_of_clear_text(wanted: &ServerArguments, address: SocketAddr) {
    if is_in_clear(wanted, address) {
        let code = "passwords-in-clear";
        tracing::warn!(code, %address, "neither TLS nor a proxy: passwords go in clear text");
    }
}

/// Whether who asks from afar asks without TLS: there is no certificate and no proxy that was
/// named, and the address is neither this computer's own nor one of a network of one's own.
fn is_in_clear(wanted: &ServerArguments, address: SocketAddr) -> bool {
    let is_near = match address.ip().to_canonical() {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    };
    !is_near && wanted.tls_cert.is_none() && wanted.proxies.is_empty()
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
        .layer(from_fn(web::lasting::told_apart))
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
    match certificate {
        None => {
            let listener = PatientListener::new(listener, STILL_MAX, room);
            until(told_to_stop(), LAST_ANSWERS, |told| {
                answer(listener, router, HEAD_MAX, told)
            })
            .await
        }
        Some(certificate) => {
            tokio::spawn(tls::renew(certificate.clone()));
            let listener = TlsListener::new(listener, certificate)?;
            let listener = PatientListener::new(listener, STILL_MAX, room);
            let router = router.layer(from_fn(only_tls));
            until(told_to_stop(), LAST_ANSWERS, |told| {
                answer(listener, router, HEAD_MAX, told)
            })
            .await
        }
    }
}

/// What a server is handed that ends by itself when it is told to.
pub type Told = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Serves until `told`, and then for so much longer as answers need, but not longer than
/// `last_answers`: whoever still downloads then is cut off, and goes on with the rest later.
///
/// # Errors
/// Those of `serving`.
pub async fn until<F>(
    told: impl Future<Output = ()> + Send + 'static,
    last_answers: Duration,
    serving: impl FnOnce(Told) -> F,
) -> io::Result<()>
where
    F: Future<Output = io::Result<()>>,
{
    let stopping = Arc::new(Notify::new());
    let telling = stopping.clone();
    let served = serving(Box::pin(async move {
        told.await;
        telling.notify_one();
    }));
    tokio::select! {
        ended = served => ended,
        () = async { stopping.notified().await; tokio::time::sleep(last_answers).await } => Ok(()),
    }
}

/// Ends what the program ran on. Saves, backups and imports that go on come to their end first, or
/// are cut off when they take too long and then leave nothing; threads that only read are left
/// behind, and end with the process.
pub fn end(runtime: Runtime) {
    end_within(runtime, LAST_WORK);
}

fn end_within(runtime: Runtime, last_work: Duration) {
    if !web::lasting::wait(last_work) {
        tracing::warn!(code = "work-cut-off", "the program ends while work goes on");
    }
    runtime.shutdown_background();
}

async fn only_tls(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static(ONLY_TLS),
    );
    response
}
