//! Answering on connections: each in a task of its own, which ends in order when the server does.
//!
//! This is what `axum::serve` does, with one thing more: the head of a request has to be there
//! within [`HEAD_MAX`] of when it was waited for. Who sends it by drops would else hold a
//! connection for as long as they like, and a few hundred of them all there are (security.md C7,
//! S48).

use axum::extract::ConnectInfo;
use axum::serve::Listener;
use axum::{Extension, Router};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tower::Layer;

/// How long the head of a request may take to arrive, and so how long a connection waits for the
/// next one.
pub const HEAD_MAX: Duration = Duration::from_secs(30);

/// Answers what comes in until `told`; then takes nothing new, and returns when what was begun is
/// answered.
///
/// # Errors
/// None today: a connection that cannot be taken is the listener's business.
pub async fn answer<L>(
    mut listener: L,
    router: Router,
    head_max: Duration,
    told: impl Future<Output = ()>,
) -> io::Result<()>
where
    L: Listener<Addr = SocketAddr>,
{
    let (is_ending, ending) = watch::channel(false);
    let mut told = pin!(told);
    loop {
        let (stream, address) = tokio::select! {
            () = told.as_mut() => break,
            taken = listener.accept() => taken,
        };
        let asked = (router.clone(), address);
        tokio::spawn(answer_one(stream, asked, head_max, ending.clone()));
    }
    drop((listener, ending));
    is_ending.send_replace(true);
    is_ending.closed().await;
    Ok(())
}

async fn answer_one(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    (router, address): (Router, SocketAddr),
    head_max: Duration,
    mut ending: watch::Receiver<bool>,
) {
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(head_max);
    let service = TowerToHyperService::new(Extension(ConnectInfo(address)).layer(router));
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // Whoever breaks off, or speaks something else, is nobody's fault.
        _ended = connection.as_mut() => return,
        _told = ending.wait_for(|it| *it) => connection.as_mut().graceful_shutdown(),
    }
    let _ended = connection.await;
}
