//! Keeps large bytes in a folder or in S3-compatible storage (docs/SPEC-keeping.md, section 2).
//!
//! Both are a [`BlobStore`](catalog::BlobStore) and pass its contract. Whatever is asynchronous
//! stays inside: callers wait, on threads that may wait. Nothing here knows what the bytes are.

mod folder;
mod s3;

pub use folder::FolderStore;
pub use s3::{S3Limits, S3Store};

use catalog::{BlobError, Place, PlaceKind};
use std::sync::Arc;

/// Opens a place. `secret` is the secret access key of S3-compatible storage; folders need none.
///
/// # Errors
/// [`BlobError::BadSettings`] when the settings cannot be right. A place that cannot be reached is
/// no error yet.
pub fn open(place: &Place, secret: &str) -> Result<Arc<dyn catalog::BlobStore>, BlobError> {
    Ok(match &place.kind {
        PlaceKind::Folder(path) => Arc::new(FolderStore::new(path.as_ref(), place.key)),
        PlaceKind::S3(settings) => Arc::new(S3Store::new(settings, secret, S3Limits::default())?),
    })
}

/// The same for what somebody waits for at a page: storage that is silent is given up soon.
///
/// # Errors
/// As [`open`].
pub fn open_for_people(
    place: &Place,
    secret: &str,
) -> Result<Arc<dyn catalog::BlobStore>, BlobError> {
    Ok(match &place.kind {
        PlaceKind::S3(settings) => {
            Arc::new(S3Store::new(settings, secret, S3Limits::for_people())?)
        }
        PlaceKind::Folder(_) => open(place, secret)?,
    })
}

/// A random text for the name of something short-lived.
fn random_name() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(catalog::hex(&bytes))
}
