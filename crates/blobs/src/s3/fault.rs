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

/// The error of a server that was silent for too long.
pub fn silent(elapsed: tokio::time::error::Elapsed) -> Error {
    Error::Generic {
        store: "S3",
        source: Box::new(HttpError::new(HttpErrorKind::Timeout, elapsed)),
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

/// What the server says, in one line and not too long: the code and the message where its answer
/// has them (S3's "REST Error Responses"), the client's words otherwise.
fn reason_of(error: &Error) -> String {
    let text = error.to_string();
    let said = match (element(&text, "Code"), element(&text, "Message")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(code), None) => code.to_owned(),
        _ => text,
    };
    let line: Vec<&str> = said.split_whitespace().collect();
    line.join(" ")
        .chars()
        .filter(|letter| !letter.is_control())
        .take(REASON_CHARACTERS_MAX)
        .collect()
}

/// What stands in the first element of this name of a server's answer.
fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    let (content, _) = rest.split_once(&format!("</{name}>"))?;
    Some(content.trim()).filter(|content| !content.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: &str) -> Error {
        Error::Generic {
            store: "S3",
            source: format!("Error performing GET: 403 Forbidden: {body}").into(),
        }
    }

    #[test]
    fn what_a_server_says_in_its_markup_is_told_without_it() {
        let body = "<?xml version=\"1.0\"?><Error><Code>SignatureDoesNotMatch</Code>\n  \
            <Message>The signature does\nnot match.</Message><RequestId>1</RequestId></Error>";
        let told = reason_of(&refused(body));
        assert_eq!(told, "SignatureDoesNotMatch: The signature does not match.");
        let told = reason_of(&refused("<Error><Code>AccessDenied</Code></Error>"));
        assert_eq!(told, "AccessDenied");
    }

    #[test]
    fn other_words_are_told_as_they_are_and_not_without_end() {
        assert!(reason_of(&refused("no markup")).ends_with("no markup"));
        let long = reason_of(&refused(&"x".repeat(1_000)));
        assert_eq!(long.chars().count(), REASON_CHARACTERS_MAX);
    }
}
