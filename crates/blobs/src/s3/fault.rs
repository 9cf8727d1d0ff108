//! What an error of the client means for the person.

use catalog::{BlobError, BlobKey};
use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};
use std::error::Error as _;

/// The longest reason that is told, in characters: servers send whole pages.
const REASON_CHARACTERS_MAX: usize = 300;

/// The error in our words. `place` is its address.
pub fn told(place: &str, key: Option<&BlobKey>, error: &Error) -> BlobError {
    let (place, reason) = (place.to_owned(), reason_of(error));
    match (error, key) {
        // A bucket that is not there answers a put like a key that is not there answers a get.
        (Error::NotFound { .. }, _) if reason.contains("NoSuchBucket") => {
            BlobError::BadSettings { place, reason }
        }
        (Error::NotFound { .. }, Some(key)) => BlobError::NotFound {
            place,
            key: key.clone(),
        },
        (Error::PermissionDenied { .. } | Error::Unauthenticated { .. }, _) => {
            BlobError::Denied { place, reason }
        }
        (Error::InvalidPath { .. }, _) => BlobError::BadSettings { place, reason },
        _ if is_unreachable(error) => BlobError::Unreachable { place, reason },
        _ => BlobError::Failed { place, reason },
    }
}

/// Whether no answer came, or none in time.
fn is_unreachable(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(found) = source {
        if let Some(http) = found.downcast_ref::<HttpError>() {
            return matches!(
                http.kind(),
                HttpErrorKind::Connect
                    | HttpErrorKind::Request
                    | HttpErrorKind::Timeout
                    | HttpErrorKind::Interrupted
            );
        }
        source = found.source();
    }
    false
}

/// The innermost words that say something, in one line and not too long.
fn reason_of(error: &Error) -> String {
    let text = error.to_string();
    let line: Vec<&str> = text.split_whitespace().collect();
    line.join(" ")
        .chars()
        .filter(|letter| !letter.is_control())
        .take(REASON_CHARACTERS_MAX)
        .collect()
}
