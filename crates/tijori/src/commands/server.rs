//! The Server edition: the pages on a network, for people who sign in.
//!
//! TLS is spoken here with the files of a certificate, by a proxy in front, or not at all on a
//! network of one's own; who asks is told by the connection, or by a proxy that was named.
//!
//! - [`serving`]: answering, and ending in order; [`tls`]: TLS; [`metrics`]: figures for watchers;
//!   [`connections`]: one task each; [`patience`]: how long one may lie still; [`room`]: how many
//!   there are at once.

mod connections;
mod metrics;
mod patience;
mod room;
pub(super) mod serving;
mod tls;

use super::serve::LOG_LEVEL;
use crate::arguments::{Arguments, ServerArguments};
use crate::failure::Failure;
use crate::keeper::Keeper;
use crate::outbox::Outbox;
use crate::output::say;
use crate::people::{in_folder, keep_origin, sign_in};
use crate::program::Program;
use jiff::Timestamp;
use pages::{Argument, Locale};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use web::Users;

/// How often what is over is let go of: sessions, links, tokens, old lines of the log.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Serves until it is told to stop.
pub fn run(arguments: &Arguments, wanted: &ServerArguments, locale: Locale) -> Result<u8, Failure> {
    tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_max_level(LOG_LEVEL)
        .init();
    let mut program = Program::open(arguments)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let certificate = serving::certificate(wanted)?;
        let listener = serving::listen(wanted.listen).await?;
        let address = listener.local_addr()?;
        serving::warn_of_clear_text(wanted, address);
        let origin = origin_of(wanted, address)?;
        program.app.hosts = hosts(&origin, address);
        let users = Users {
            sign_in: sign_in(&program.app, in_folder(&program.folder)?)?,
            name: origin.host.clone(),
            is_secure: origin.is_secure,
            origin: origin.text(),
            proxies: wanted.proxies.clone(),
            subscribed: None,
        }
        .shared();
        program.app.users = Some(users.clone());
        program.app.imports.limits = backup::Limits::of_a_server();
        program.set_import_limit(arguments.import_limit);
        program.sqlite.set_holder_note(&origin.text())?;
        keep_origin(&program.folder, &origin.text());
        let shown = origin.text();
        say(&locale.text_with(
            "command-server-serving",
            &[("address", Argument::Text(&shown))],
        ))?;
        tell_setup(&users, &origin, locale)?;
        let app = Arc::new(program.app);
        let outbox = Outbox::start(app.clone())?;
        let keeper = Keeper::start(app.clone(), locale)?;
        let sweeping = tokio::spawn(sweep(users.clone()));
        let router = api::router(app.clone()).fallback_service(web::router(app));
        let healthy = move || users.sign_in.directory().users().is_ok();
        let router = serving::watched(router, Arc::new(healthy), wanted).await?;
        let served = serving::serve(listener, router, certificate, &wanted.proxies).await;
        sweeping.abort();
        keeper.stop();
        outbox.stop();
        served?;
        Ok(0)
    });
    serving::end(runtime);
    served
}

/// Where browsers reach the server.
pub(super) struct Origin {
    pub is_secure: bool,
    /// Host and, where it is not the usual one, port.
    pub host: String,
}

impl Origin {
    pub fn text(&self) -> String {
        let scheme = if self.is_secure { "https" } else { "http" };
        format!("{scheme}://{}", self.host)
    }
}

pub(super) fn origin_of(wanted: &ServerArguments, address: SocketAddr) -> Result<Origin, Failure> {
    match &wanted.origin {
        Some(text) => read_origin(text),
        // Nobody's browser can ask for "every address of this computer".
        None if address.ip().is_unspecified() => {
            let facts = vec![
                ("listen", address.to_string()),
                ("example", "https://books.example.com".to_owned()),
            ];
            Err(Failure::usage("listen-needs-origin", facts))
        }
        None => Ok(Origin {
            is_secure: wanted.tls_cert.is_some(),
            host: address.to_string(),
        }),
    }
}

/// Reads what people type into their browser.
pub(super) fn read_origin(text: &str) -> Result<Origin, Failure> {
    let parts = [("https://", true), ("http://", false)]
        .into_iter()
        .find_map(|(scheme, is_secure)| Some((text.strip_prefix(scheme)?, is_secure)));
    let is_fine = |host: &str| {
        let sign = |letter: char| letter.is_ascii_alphanumeric() || "-.:[]".contains(letter);
        !host.is_empty() && host.chars().all(sign)
    };
    match parts.map(|(host, is_secure)| (host.trim_end_matches('/'), is_secure)) {
        Some((host, is_secure)) if is_fine(host) => Ok(Origin {
            is_secure,
            host: host.to_ascii_lowercase(),
        }),
        _ => Err(Failure::usage(
            "origin-refused",
            vec![
                ("origin", text.to_owned()),
                ("example", "https://books.example.com".to_owned()),
            ],
        )),
    }
}

/// The names under which the server may be asked for: the origin's, and this computer's own.
pub(super) fn hosts(origin: &Origin, address: SocketAddr) -> Vec<String> {
    let port = address.port();
    let mut hosts = vec![origin.host.clone(), address.to_string()];
    hosts.extend(["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}")));
    hosts
}

/// A server without users shows the code that makes the first administrator.
fn tell_setup(users: &Users, origin: &Origin, locale: Locale) -> Result<(), Failure> {
    let Some(secret) = users.sign_in.setup_secret(Timestamp::now())? else {
        return Ok(());
    };
    let address = format!("{}/setup", origin.text());
    say(&locale.text_with(
        "command-server-setup",
        &[
            ("address", Argument::Text(&address)),
            ("code", Argument::Text(&secret.0)),
        ],
    ))?;
    Ok(())
}

async fn sweep(users: Arc<Users>) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    loop {
        every.tick().await;
        let users = users.clone();
        let swept =
            tokio::task::spawn_blocking(move || users.sign_in.directory().sweep(Timestamp::now()))
                .await;
        if let Ok(Err(error)) = swept {
            tracing::warn!(code = error.code(), "what is over was not let go of");
        }
    }
}
