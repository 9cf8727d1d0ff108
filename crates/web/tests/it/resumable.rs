//! Files that come in pieces (docs/SPEC-import.md, section 8), as programs and scripts send them.

use crate::world::{Answer, HOST, World};
use axum::body::Body;
use axum::http::{Request, header};
use catalog::{BlobStore, MemoryBlobs};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use testkit::sample_files;

/// `Corner shop.manager`, as the protocol writes names.
const NAME: &str = "filename Q29ybmVyIHNob3AubWFuYWdlcg==";
const OFFSETS: &str = "application/offset+octet-stream";

/// A program, and the place where it keeps pieces.
fn world() -> (World, Arc<MemoryBlobs>) {
    let place = Arc::new(MemoryBlobs::default());
    (World::with_uploads(place.clone()), place)
}

async fn ask(
    world: &World,
    (method, path): (&str, &str),
    headers: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, HOST)
        .header(header::ACCEPT_LANGUAGE, "en")
        .header("sec-fetch-site", "same-origin")
        .header("tus-resumable", "1.0.0");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_vec())).expect("a request");
    world.send(request).await
}

async fn begin(world: &World, bytes_count: usize) -> Answer {
    let length = bytes_count.to_string();
    let headers = [
        ("upload-length", length.as_str()),
        ("upload-metadata", NAME),
    ];
    ask(world, ("POST", "/uploads"), &headers, b"").await
}

async fn piece(world: &World, place: &str, offset: usize, body: &[u8]) -> Answer {
    let offset = offset.to_string();
    let headers = [
        ("content-type", OFFSETS),
        ("upload-offset", offset.as_str()),
    ];
    ask(world, ("PATCH", place), &headers, body).await
}

async fn offset(world: &World, place: &str) -> String {
    let answer = ask(world, ("HEAD", place), &[], b"").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.header("upload-offset").to_owned()
}

#[tokio::test]
async fn spec_8_2_a_file_comes_in_pieces_and_is_looked_through_like_any_other() {
    let (world, kept) = world();
    let file = world.made("small.manager", sample_files::small_business_file);
    let begun = begin(&world, file.len()).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    assert!(begun.header("upload-expires").ends_with(" GMT"));
    let place = begun.header("location").to_owned();
    assert_eq!(offset(&world, &place).await, "0");
    let (first, rest) = file.split_at(10_000);
    let taken = piece(&world, &place, 0, first).await;
    assert_eq!(
        (taken.status.as_u16(), taken.header("upload-offset")),
        (204, "10000")
    );
    // A piece that was on its way twice, and one that leaves something out.
    for wrong in [0, 9_999, 10_001] {
        assert_eq!(piece(&world, &place, wrong, first).await.status, 409);
    }
    let early = world.post(&format!("{place}/completion"), &[]).await;
    assert!(
        early.text().contains("has not arrived whole"),
        "{}",
        early.text()
    );
    let page = world.page("/imports/new").await;
    assert!(page.contains("Corner shop.manager") && page.contains("have arrived"));
    // Damaged on its way: nothing of it is kept.
    let sum = [
        ("content-type", OFFSETS),
        ("upload-offset", "10000"),
        (
            "upload-checksum",
            "sha256 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        ),
    ];
    assert_eq!(ask(&world, ("PATCH", &place), &sum, rest).await.status, 460);
    assert_eq!(offset(&world, &place).await, "10000");
    assert_eq!(piece(&world, &place, 10_000, rest).await.status, 204);

    let done = world.post(&format!("{place}/completion"), &[]).await;
    let preview = done.location();
    assert!(preview.starts_with("/imports/"), "{preview}");
    assert!(world.page(&preview).await.contains("Corner shop.manager"));
    world.confirm(&preview).await;
    assert_eq!(world.businesses_count(), 1);
    assert!(
        kept.list("").expect("the place").is_empty(),
        "pieces are let go of"
    );
    assert_eq!(world.scratch_count(), 0);
    assert_eq!(ask(&world, ("HEAD", &place), &[], b"").await.status, 404);
}

#[tokio::test]
async fn spec_8_2_a_file_in_pieces_is_looked_into_and_verified_as_well() {
    let (world, kept) = world();
    let file = world.made("small.manager", sample_files::small_business_file);
    let (first, rest) = file.split_at(10_000);
    for (page, aim, next) in [
        ("/opened/new", "look", "/businesses/"),
        ("/verifications/new", "verify", "/verifications/"),
    ] {
        let place = begin(&world, file.len())
            .await
            .header("location")
            .to_owned();
        piece(&world, &place, 0, first).await;
        let shown = world.page(page).await;
        assert!(shown.contains(&format!("data-aim=\"{aim}\"")), "{shown}");
        assert!(shown.contains("Corner shop.manager") && shown.contains("have arrived"));
        let completion = format!("{place}/completion?aim={aim}");
        let early = world.post(&completion, &[]).await;
        // The refusal stands on the page on which the file was chosen.
        assert!(early.text().contains("has not arrived whole"));
        assert!(early.text().contains(&format!("data-aim=\"{aim}\"")));
        piece(&world, &place, 10_000, rest).await;
        let done = world.post(&completion, &[]).await.location();
        assert!(done.starts_with(next), "{done}");
        assert!(world.page(&done).await.contains("Corner shop"));
        assert!(kept.list("").expect("the place").is_empty());
        let place = begin(&world, 7).await.header("location").to_owned();
        let removal = format!("{place}/removal");
        let removed = world.post(&removal, &[("aim", aim)]).await;
        assert_eq!(removed.location(), page);
    }
    assert!(
        !world.page("/").await.contains("Corner shop"),
        "nothing was imported"
    );
}

#[tokio::test]
async fn spec_8_2_what_is_given_up_or_no_backup_leaves_nothing() {
    let (world, kept) = world();
    let place = begin(&world, 7).await.header("location").to_owned();
    piece(&world, &place, 0, b"no back").await;
    let refused = world.post(&format!("{place}/completion"), &[]).await;
    assert!(refused.status.is_client_error());
    assert!(
        refused.text().contains("The file was not imported"),
        "{}",
        refused.text()
    );
    assert!(kept.list("").expect("the place").is_empty());
    let place = begin(&world, 7).await.header("location").to_owned();
    piece(&world, &place, 0, b"no").await;
    assert_eq!(ask(&world, ("DELETE", &place), &[], b"").await.status, 204);
    assert_eq!(ask(&world, ("DELETE", &place), &[], b"").await.status, 404);
    let place = begin(&world, 7).await.header("location").to_owned();
    let removed = world.post(&format!("{place}/removal"), &[]).await;
    assert_eq!(removed.location(), "/imports/new");
    assert!(kept.list("").expect("the place").is_empty());
    assert_eq!(world.scratch_count(), 0);
}

#[tokio::test]
async fn spec_8_2_what_cannot_be_is_refused_in_a_sentence() {
    let (world, kept) = world();
    let name = ("upload-metadata", NAME);
    let too_large = u64::MAX.to_string();
    for (headers, status) in [
        (vec![name], 400),
        (vec![name, ("upload-length", "0")], 400),
        (vec![name, ("upload-length", "-1")], 400),
        (vec![("upload-length", "7")], 400),
        (
            vec![("upload-length", "7"), ("upload-metadata", "filename ***")],
            400,
        ),
        (
            vec![
                ("upload-length", "7"),
                ("upload-metadata", "filename YQ==,sha256 YQ=="),
            ],
            400,
        ),
        (vec![name, ("upload-length", too_large.as_str())], 413),
    ] {
        let answer = ask(&world, ("POST", "/uploads"), &headers, b"").await;
        assert_eq!(answer.status, status, "{headers:?}");
        assert!(answer.header("content-type").starts_with("text/plain"));
        assert!(!answer.text().is_empty());
    }
    assert!(kept.list("").expect("the place").is_empty());
    let place = begin(&world, 9_000_000).await.header("location").to_owned();
    let long = vec![7; 8 * 1024 * 1024 + 1];
    assert_eq!(piece(&world, &place, 0, &long).await.status, 413);
    let form = [("content-type", "text/plain"), ("upload-offset", "0")];
    assert_eq!(
        ask(&world, ("PATCH", &place), &form, b"x").await.status,
        415
    );
    let old = Request::head(&place).header(header::HOST, HOST);
    let old = old.body(Body::empty()).expect("a request");
    assert_eq!(world.send(old).await.status, 412);
    for other in [
        "/uploads/nokey",
        "/uploads/c0ffee00-0000-4000-8000-000000000001",
    ] {
        assert_eq!(ask(&world, ("HEAD", other), &[], b"").await.status, 404);
    }
    for _ in 0..5 {
        assert_eq!(begin(&world, 7).await.status, 201);
    }
    let seventh = begin(&world, 7).await;
    assert_eq!(seventh.status, 429);
    let seconds: u32 = seventh.header("retry-after").parse().expect("seconds");
    assert!((86_000..=86_400).contains(&seconds), "{seconds}: a day");
    assert!(
        seventh.text().contains("Too many files"),
        "{}",
        seventh.text()
    );
    let told = ask(&world, ("OPTIONS", "/uploads"), &[], b"").await;
    assert!(told.header("tus-extension").contains("creation"));
}

#[tokio::test]
async fn spec_8_4_a_digest_that_was_told_beforehand_has_to_agree() {
    let (world, _) = world();
    let file = world.made("small.manager", sample_files::small_business_file);
    // `sha256` in base64 of sixty-four figures: right for nothing, and for the file.
    let wrong = "0".repeat(64);
    let right = catalog::hex(&Sha256::digest(&file));
    for (digest, is_right) in [(wrong, false), (right, true)] {
        let about = format!("{NAME},sha256 {}", in_base64(&digest));
        let length = file.len().to_string();
        let headers = [
            ("upload-length", length.as_str()),
            ("upload-metadata", about.as_str()),
        ];
        let begun = ask(&world, ("POST", "/uploads"), &headers, b"").await;
        let place = begun.header("location").to_owned();
        piece(&world, &place, 0, &file).await;
        let done = world.post(&format!("{place}/completion"), &[]).await;
        assert_eq!(done.status.is_redirection(), is_right, "{}", done.text());
        let said = done.text().contains("not the file that was sent");
        assert_eq!(said, !is_right);
    }
}

/// Text of plain letters in base64.
fn in_base64(text: &str) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut coded = String::new();
    for three in text.as_bytes().chunks(3) {
        let number = three
            .iter()
            .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * at) & 63) as usize];
            let is_there = at <= three.len();
            coded.push(if is_there { char::from(sign) } else { '=' });
        }
    }
    coded
}

#[tokio::test]
async fn where_no_pieces_are_kept_a_form_is_the_way() {
    let world = World::new();
    assert_eq!(begin(&world, 7).await.status, 404);
    assert!(
        world
            .page("/imports/new")
            .await
            .contains("data-uploads=\"/uploads\"")
    );
}
