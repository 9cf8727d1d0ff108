//! Downloads: whole, in parts, cut, and not theirs.

use crate::ground::{Ground, bytes};
use axum::http::Request;
use catalog::{BlobKey, BlobStore, hex};
use portal::SubscriptionState;

fn ground() -> Ground {
    Ground::new(SubscriptionState::Expired)
}

/// SPEC-portal.md, 4.1 and 4.4.
#[tokio::test]
async fn spec_4_1_a_backup_comes_whole_with_its_digest() {
    let ground = ground();
    let address = Ground::address(&ground.ours);
    let answer = ground.ask("asha", Request::get(&address)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-length"), "700000");
    let etag = format!("\"{}\"", hex(&ground.ours.sha256.unwrap()));
    assert_eq!(answer.header("etag"), etag);
    assert_eq!(answer.header("accept-ranges"), "bytes");
    assert!(answer.header("repr-digest").starts_with("sha-256=:"));
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"1.manager\"; \
         filename*=UTF-8''Lamp%20Shop%20%282026-11-22%29.manager"
    );
    assert_eq!(answer.body.unwrap(), bytes());
    let head = ground.ask("asha", Request::head(&address)).await;
    assert_eq!(
        (head.status, head.header("content-length")),
        (200, "700000")
    );
    assert_eq!(head.body.unwrap(), b"");
    let noted = ground.stand.noted.lock().unwrap().clone();
    assert_eq!(noted, [(catalog::contract::key(51), ground.ours.key)]);
}

#[tokio::test]
async fn spec_4_1_a_download_that_broke_off_is_resumed() {
    let ground = ground();
    let address = Ground::address(&ground.ours);
    let etag = format!("\"{}\"", hex(&ground.ours.sha256.unwrap()));
    let rest = Request::get(&address)
        .header("range", "bytes=300000-")
        .header("if-range", &etag);
    let rest = ground.ask("asha", rest).await;
    assert_eq!(rest.status, 206);
    assert_eq!(rest.header("content-range"), "bytes 300000-699999/700000");
    assert_eq!(rest.header("content-length"), "400000");
    assert_eq!(rest.body.unwrap(), bytes()[300_000..]);
    let beyond = Request::get(&address).header("range", "bytes=700000-");
    let beyond = ground.ask("asha", beyond).await;
    assert_eq!(
        (beyond.status, beyond.header("content-range")),
        (416, "bytes */700000")
    );
}

/// SPEC-portal.md, 4.2: the place gives back other bytes of the same length.
#[tokio::test]
async fn spec_4_2_bytes_that_are_not_those_that_were_put_are_never_finished() {
    let ground = ground();
    let blob: BlobKey = ground.ours.blob.parse().unwrap();
    for room in &ground.rooms {
        let _ = room.delete(&blob);
    }
    let mut other = bytes();
    other[5] ^= 1;
    ground.rooms[0].put(&blob, &mut other.as_slice()).unwrap();
    let address = Ground::address(&ground.ours);
    let answer = ground.ask("asha", Request::get(address)).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.body.is_err(),
        "{:?}",
        answer.body.map(|body| body.len())
    );
}

/// SPEC-portal.md, 4.5: the other place has it too.
#[tokio::test]
async fn spec_4_5_another_place_is_tried() {
    let ground = ground();
    let blob: BlobKey = ground.ours.blob.parse().unwrap();
    ground.rooms[0].delete(&blob).unwrap();
    let answer = ground
        .ask("asha", Request::get(Ground::address(&ground.ours)))
        .await;
    assert_eq!(answer.body.unwrap(), bytes());
}

/// SPEC-portal.md, 4.3: whatever it is that they may not have, the answer is one and the same.
#[tokio::test]
async fn spec_4_3_nobody_reaches_anothers_backups() {
    let ground = ground();
    let theirs = Ground::address(&ground.theirs);
    let mixed = format!(
        "/businesses/{}/backups/{}/a.manager",
        ground.ours.business, ground.theirs.key
    );
    let none = format!(
        "/businesses/{}/backups/{}/a",
        ground.ours.key, ground.ours.key
    );
    let their_list = format!("/businesses/{}", ground.theirs.business);
    let nowhere = ground.ask("asha", Request::get("/nowhere")).await;
    for path in [
        theirs,
        mixed,
        none,
        their_list,
        "/businesses/%2e%2e/backups/x/y".to_owned(),
    ] {
        let answer = ground.ask("asha", Request::get(&path)).await;
        assert_eq!(answer.status, 404, "{path}");
        let page = |text: String| text.split("<main").nth(1).unwrap().to_owned();
        assert_eq!(page(answer.text()), page(nowhere.text()), "{path}");
    }
    let clerk = ground
        .ask("clerk", Request::get(Ground::address(&ground.ours)))
        .await;
    assert_eq!(clerk.status, 404);
    let list = ground.ask("clerk", Request::get("/")).await;
    assert!(!list.text().contains("Lamp"), "{}", list.text());
    assert_eq!(*ground.stand.noted.lock().unwrap(), []);
}
