//! S3-compatible storage against a real server.

use crate::server::{SECRET, Server};
use blobs::{S3Limits, S3Store};
use catalog::contract::BlobGround;
use catalog::{BlobKey, BlobStore};
use std::time::Duration;

/// Small parts, so that tests have several of them; little patience.
pub fn limits() -> S3Limits {
    S3Limits {
        part_bytes: 5 * 1024 * 1024,
        connect_timeout: Duration::from_secs(2),
        request_timeout: Duration::from_secs(20),
        retries_count: 2,
        retry_timeout: Duration::from_secs(5),
        answer_timeout: Duration::from_secs(20),
        put_bytes_s_min: 60_000,
    }
}

struct Ground {
    store: S3Store,
    server: Server,
}

fn ground() -> Ground {
    let server = Server::start();
    Ground {
        store: S3Store::new(&server.place(), SECRET, limits()).expect("settings"),
        server,
    }
}

impl BlobGround for Ground {
    fn blobs(&self) -> &dyn BlobStore {
        &self.store
    }
}

mod contract {
    catalog::blob_contract_tests!(super::ground());
}

fn blob(text: &str) -> BlobKey {
    text.parse().expect("a key")
}

#[test]
fn keys_lie_under_the_prefix_of_the_place() {
    let ground = ground();
    ground.store.put(&blob("a/b"), &mut &b"b"[..]).expect("put");
    let path = ground.server.folder().join("books/shop/backups/a/b");
    assert_eq!(std::fs::read(path).expect("there"), b"b");
}

#[test]
fn a_wrong_secret_is_told_and_not_shown() {
    let server = Server::start();
    let store = S3Store::new(&server.place(), "the-wrong-secret", limits()).expect("settings");
    let error = store.prepare().expect_err("refused");
    assert_eq!(error.code(), "place-denied", "{error}");
    let told = format!("{error} {error:?} {:?}", error.arguments());
    assert!(!told.contains("the-wrong-secret"), "{told}");
    assert!(!told.contains('\n'));
    let right = S3Store::new(&server.place(), SECRET, limits()).expect("settings");
    assert!(right.list("").expect("listed").is_empty());
}

#[test]
fn settings_that_cannot_be_right_are_refused_before_anybody_is_asked() {
    let server = Server::start();
    let place = server.place();
    let code = |place: &_, secret: &str| {
        let made = S3Store::new(place, secret, limits());
        made.err().map(|error| error.code())
    };
    let bad = Some("place-bad-settings");
    assert_eq!(code(&place, ""), bad);
    for change in [
        |place: &mut catalog::S3Place| place.bucket.clear(),
        |place: &mut catalog::S3Place| place.access_key_id.clear(),
        |place: &mut catalog::S3Place| place.prefix = "a//b".to_owned(),
    ] {
        let mut changed = place.clone();
        change(&mut changed);
        assert_eq!(code(&changed, SECRET), bad, "{changed:?}");
    }
    assert_eq!(code(&place, SECRET), None);
}

/// Ours hold the keys of a subscriber and a business, a moment and a name.
#[test]
fn what_is_put_in_parts_may_have_a_long_key() {
    let ground = ground();
    let key = blob(&["k".repeat(60), "name".repeat(22)].join("/"));
    let bytes = vec![7; 12 * 1024 * 1024];
    ground.store.put(&key, &mut &bytes[..]).expect("put");
    let mut got = Vec::new();
    ground.store.get(&key, None, &mut got).expect("got");
    assert!(got == bytes);
}
