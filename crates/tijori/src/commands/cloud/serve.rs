//! A node of the Cloud edition, and the portal alone.

use super::keep_log;
use crate::arguments::ServerArguments;
use crate::arguments::cloud::{CloudArguments, PortalArguments};
use crate::cloud::door::Door;
use crate::cloud::front::{self, Billing, Front, PortalAt};
use crate::cloud::ground::Ground;
use crate::cloud::{Clerk, Offices, Workers};
use crate::commands::server::{hosts, origin_of, read_origin, serving};
use crate::failure::Failure;
use crate::output::say;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use jiff::Timestamp;
use mail::HostPolicy;
use pages::{Argument, Locale};
use portal::Portal;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// How often offices that nobody needs, and what is over in the rows of nobody, are let go of.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// Serves subscribers until it is told to stop.
pub fn node(wanted: &CloudArguments, locale: Locale) -> Result<u8, Failure> {
    keep_log();
    let ground = Ground::open(&wanted.ground)?;
    let billing = Billing::read(wanted.billing_secret_file.as_deref())?;
    let runtime = runtime()?;
    // Connections are closed after the runtime has ended: within it nobody may wait for them.
    let outlasting = ground.clone();
    let served = runtime.block_on(async {
        let certificate = serving::certificate(&wanted.serving)?;
        let listener = serving::listen(wanted.serving.listen).await?;
        let address = listener.local_addr()?;
        serving::warn_of_clear_text(&wanted.serving, address);
        let origin = origin_of(&wanted.serving, address)?;
        let hosts = hosts(&origin, address);
        let mut settings = Front::office_settings(origin.text(), &hosts, origin.is_secure);
        if wanted.mail_to_any_address {
            settings.mail_policy = HostPolicy::Any;
        }
        let offices = Arc::new(Offices::new(ground.clone(), settings));
        let front = Arc::new(Front {
            offices: offices.clone(),
            hosts,
            is_secure: origin.is_secure,
            proxies: wanted.serving.proxies.clone(),
            portal: portal_at(wanted, &ground)?,
            billing,
        });
        let shown = origin.text();
        say(&locale.text_with(
            "command-cloud-serving",
            &[("address", Argument::Text(&shown))],
        ))?;
        let workers = Workers::start(offices.clone(), wanted.jobs, locale)?;
        let clerk = (wanted.jobs > 0).then(|| Clerk::start(offices));
        let clerk = clerk.transpose()?;
        let sweeping = tokio::spawn(sweep(front.clone()));
        let router = front::router(front);
        let router = serving::watched(router, healthy(ground), &wanted.serving).await?;
        let served = serving::serve(listener, router, certificate, &wanted.serving.proxies).await;
        sweeping.abort();
        let stopping = tokio::task::spawn_blocking(|| clerk.map(Clerk::stop));
        tokio::task::spawn_blocking(|| workers.stop()).await.ok();
        stopping.await.ok();
        served?;
        Ok(0)
    });
    serving::end(runtime);
    left(outlasting);
    served
}

/// Serves the portal, and nothing else, until it is told to stop.
pub fn portal_alone(wanted: &PortalArguments, locale: Locale) -> Result<u8, Failure> {
    keep_log();
    let ground = Ground::open(&wanted.ground)?;
    let runtime = runtime()?;
    let outlasting = ground.clone();
    let served = runtime.block_on(async {
        let certificate = serving::certificate(&wanted.serving)?;
        let listener = serving::listen(wanted.serving.listen).await?;
        let address = listener.local_addr()?;
        serving::warn_of_clear_text(&wanted.serving, address);
        let origin = origin_of(&wanted.serving, address)?;
        let router = portal_router(&ground, &hosts(&origin, address), origin.is_secure);
        let shown = origin.text();
        say(&locale.text_with(
            "command-cloud-portal",
            &[("address", Argument::Text(&shown))],
        ))?;
        let router = behind_proxies(router, &wanted.serving);
        let router = serving::watched(router, healthy(ground), &wanted.serving).await?;
        serving::serve(listener, router, certificate, &wanted.serving.proxies).await?;
        Ok(0)
    });
    serving::end(runtime);
    left(outlasting);
    served
}

/// Leaves what a node worked with. Threads that were left behind may hold it for as long as the
/// process lives: so its scratch folder is removed here, and its connections end with the process.
fn left(ground: Arc<Ground>) {
    ground.remove_scratch();
    std::mem::forget(ground);
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?)
}

/// Whether the database answers.
fn healthy(ground: Arc<Ground>) -> serving::Healthy {
    Arc::new(move || ground.subscribers.look().is_ok())
}

/// The portal of this node, at the host that was named for it.
fn portal_at(wanted: &CloudArguments, ground: &Arc<Ground>) -> Result<Option<PortalAt>, Failure> {
    let Some(text) = &wanted.portal_origin else {
        return Ok(None);
    };
    let origin = read_origin(text)?;
    let hosts = vec![origin.host.clone()];
    Ok(Some(PortalAt {
        origin: origin.text(),
        router: portal_router(ground, &hosts, origin.is_secure),
        hosts,
    }))
}

fn portal_router(ground: &Arc<Ground>, hosts: &[String], is_secure: bool) -> Router {
    portal::router(Portal {
        subscribers: Arc::new(Door::new(ground.clone())),
        hosts: hosts.into(),
        is_secure,
        downloads: ground.downloads.clone(),
    })
}

/// The same router, told by proxies that were named from where a request really comes.
fn behind_proxies(router: Router, wanted: &ServerArguments) -> Router {
    let proxies: Arc<[IpAddr]> = wanted.proxies.clone().into();
    let told = move |mut request: Request, next: Next| {
        let proxies = proxies.clone();
        async move {
            front::tell_client(&proxies, &mut request);
            next.run(request).await
        }
    };
    router.layer(from_fn(told))
}

/// Lets go of offices that nobody needs, and of what is over where nobody is.
async fn sweep(front: Arc<Front>) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    loop {
        every.tick().await;
        let front = front.clone();
        let swept = tokio::task::spawn_blocking(move || {
            front.offices.sweep();
            front.offices.ground.nobody.sweep(Timestamp::now())
        })
        .await;
        if let Ok(Err(error)) = swept {
            tracing::warn!(code = error.code(), "what is over was not let go of");
        }
    }
}
