//! Every address of the portal, and what stands on every answer.

use crate::answer::Fault;
use crate::session::Visitor;
use crate::subscribers::{Member, Subscribers};
use crate::{account, backups, businesses, downloads, errands, proof, receipts, sign_in};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use faces::room::{DownloadRoom, InRoom};
use std::sync::Arc;

/// What the portal works with.
#[derive(Clone)]
pub struct Portal {
    /// Who comes in, and what is theirs.
    pub subscribers: Arc<dyn Subscribers>,
    /// The hosts that it answers to, with the port where it is not the usual one.
    pub hosts: Arc<[String]>,
    /// Whether browsers reach it by HTTPS.
    pub is_secure: bool,
    /// How many downloads go on at once.
    pub downloads: Arc<DownloadRoom>,
}

impl Portal {
    /// A place for one more download of a member.
    ///
    /// # Errors
    /// [`Fault::Busy`] when there is no more room.
    pub(crate) fn room_for(&self, member: &Member) -> Result<InRoom, Fault> {
        let whose = *member.subscriber.as_bytes();
        self.downloads.enter(whose).ok_or(Fault::Busy)
    }
}

/// The portal as an HTTP service.
pub fn router(portal: Portal) -> Router {
    Router::new()
        .merge(sign_in::routes())
        .merge(proof::routes())
        .merge(businesses::routes())
        .merge(backups::routes())
        .merge(errands::routes())
        .merge(account::routes())
        .merge(receipts::routes())
        .merge(downloads::routes())
        .merge(faces::preferences::routes())
        .merge(faces::assets::routes())
        .fallback(nothing_here)
        // The last layer is the outermost: headers stand on every answer, refusals included.
        .layer(faces::guard::same_site(refuse))
        .layer(from_fn_with_state(portal.clone(), our_host))
        .layer(from_fn(faces::guard::headers))
        .with_state(portal)
}

async fn nothing_here(visitor: Visitor) -> Response {
    Fault::NotFound.page(visitor.locale)
}

async fn our_host(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    if faces::guard::is_to(&request, &portal.hosts) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

fn refuse(_: faces::guard::ProtectionError) -> Response {
    StatusCode::FORBIDDEN.into_response()
}
