//! The Desktop edition: the pages, on this computer only, for the one person at it.

use super::server::serving;
use crate::arguments::{Arguments, DesktopArguments};
use crate::failure::Failure;
use crate::keeper::Keeper;
use crate::outbox::Outbox;
use crate::output::say;
use crate::program::Program;
use axum::middleware::from_fn;
use pages::{Argument, Locale};
use std::future::IntoFuture;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// The port that is tried first, so that a bookmark keeps working.
const PORT: u16 = 8743;
/// How long answers may go on after the program was told to stop: whoever stops it waits for that.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Serves until it is told to stop.
pub fn desktop(
    arguments: &Arguments,
    wanted: &DesktopArguments,
    locale: Locale,
) -> Result<u8, Failure> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(LOG_LEVEL)
        .init();
    let mut program = Program::open(arguments)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let listener = listen(wanted.port).await?;
        let address = listener.local_addr()?;
        program.app.hosts = hosts(address.port());
        if let Some(bytes_max) = wanted.attachment_limit {
            program.app.attachment_bytes_max = bytes_max;
        }
        let url = format!("http://{address}/");
        program.sqlite.set_holder_note(&url)?;
        say(&locale.text_with("command-serving", &[("address", Argument::Text(&url))]))?;
        if !wanted.no_browser {
            open_browser(url);
        }
        let app = Arc::new(program.app);
        let outbox = Outbox::start(app.clone())?;
        let keeper = Keeper::start(app.clone(), locale)?;
        let router = web::router(app).layer(from_fn(web::lasting::told_apart));
        let served = serving::until(told_to_stop(), LAST_ANSWERS, |told| {
            axum::serve(listener, router)
                .with_graceful_shutdown(told)
                .into_future()
        })
        .await;
        keeper.stop();
        outbox.stop();
        served?;
        Ok(0)
    });
    serving::end(runtime);
    served
}

pub(super) const LOG_LEVEL: tracing::Level = tracing::Level::WARN;

/// Listens on loopback only: on the port asked for, else the usual one, else any that is free.
async fn listen(port: Option<u16>) -> Result<TcpListener, Failure> {
    let address = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let refused = |port: u16, error: std::io::Error| {
        let arguments = vec![("port", port.to_string()), ("reason", error.to_string())];
        Failure::fault("port-refused", arguments)
    };
    match port {
        Some(port) => TcpListener::bind(address(port))
            .await
            .map_err(|error| refused(port, error)),
        None => match TcpListener::bind(address(PORT)).await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind(address(0))
                .await
                .map_err(|error| refused(0, error)),
        },
    }
}

/// The names under which this computer may be asked for.
fn hosts(port: u16) -> Vec<String> {
    ["127.0.0.1", "localhost", "[::1]"]
        .map(|host| format!("{host}:{port}"))
        .to_vec()
}

/// Opens the browser where there is one; where there is none, the printed address must do.
fn open_browser(url: String) {
    std::thread::spawn(move || {
        if let Err(error) = webbrowser::open(&url) {
            tracing::info!(%error, "no browser was opened");
        }
    });
}

/// Waits for Ctrl-C, or for the signal by which systems end programs.
pub(crate) async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
