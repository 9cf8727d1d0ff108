//! The description of the account: a JSON document, made and streamed when it is downloaded
//! (SPEC-portal.md, 6.2).

use crate::proof;
use crate::router::Portal;
use crate::session::{Administrator, Visitor, blocking};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Method, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use faces::disposition::both_forms;
use faces::held_back::{held_back, pieces};
use std::io;

/// Where it is downloaded.
pub const ADDRESS: &str = "/account/account.json";

pub fn routes() -> Router<Portal> {
    // A GET route answers HEAD too.
    Router::new().route(ADDRESS, get(download))
}

async fn download(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
    method: Method,
) -> Response {
    if !member.is_proved {
        return proof::before(ADDRESS);
    }
    let is_head = method == Method::HEAD;
    let (noting, by) = (portal.clone(), member.clone());
    let noted = blocking(move || {
        if is_head {
            return Ok(None);
        }
        let room = noting.room_for(&by)?;
        noting.subscribers.note_description(&by)?;
        Ok(Some(room))
    })
    .await;
    let room = match noted {
        Ok(room) => room,
        Err(fault) => return fault.page(visitor.locale),
    };
    let body = if let Some(room) = room {
        let (mut held, receiver) = held_back();
        tokio::task::spawn_blocking(move || {
            let _until_the_end = room;
            let written = portal.subscribers.write_description(&member, &mut held);
            // Without its last piece the browser sees a download that failed.
            let ended = match written {
                Ok(()) => held.end(),
                Err(trouble) => {
                    tracing::warn!(code = trouble.code, "a description was cut");
                    held.fail(io::Error::other("the account could not be read to its end"));
                    Ok(())
                }
            };
            if let Err(error) = ended {
                tracing::warn!(%error, "nobody took a description to its end");
            }
        });
        Body::from_stream(pieces(None, receiver))
    } else {
        Body::empty()
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, kind);
    let name = both_forms("attachment", "account.json", "account.json");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
