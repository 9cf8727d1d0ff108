//! Uploads as browsers send them: the names of files, and what is above the limit.

use crate::bench::{Bench, CUSTOMER};
use crate::world::{HOST, World};
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use books::kinds;
use futures_util::StreamExt;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes in a chunk of an upload that is sent piece by piece.
const CHUNK_BYTES: usize = 1_000_000;

#[tokio::test]
async fn quotes_and_line_breaks_in_names_arrive_as_browsers_write_them() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/record/{CUSTOMER}/attachments");
    let sent = [("a %22b%22 100%25%0D%0A.pdf", &b"x"[..])];
    let answer = bench.upload(&path, &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let kept = bench.objects(business, Some(kinds::ATTACHMENT));
    let title = interchange::title(&kept[0]);
    assert_eq!(title.as_deref(), Some("a \"b\" 100%25.pdf"));
}

/// Attaches a file of so many chunks; the status, and how many chunks were read.
async fn chunks_read(chunks: usize) -> (StatusCode, usize) {
    let world = World::new();
    let business = world.business("Shop").await;
    let read = Arc::new(AtomicUsize::new(0));
    let counter = read.clone();
    let head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n";
    let parts = (0..chunks + 2).map(move |number| {
        let bytes = match number {
            0 => Bytes::from_static(head.as_bytes()),
            _ if number == chunks + 1 => Bytes::from_static(b"\r\n--edge--\r\n"),
            _ => {
                counter.fetch_add(1, Ordering::SeqCst);
                Bytes::from(vec![7; CHUNK_BYTES])
            }
        };
        Ok::<_, Infallible>(bytes)
    });
    // One after another, as they come from a network.
    let arriving = futures_util::stream::iter(parts).then(async |part| {
        tokio::task::yield_now().await;
        part
    });
    let body = Body::from_stream(Box::pin(arriving));
    let record = web::attachments::attach::BUSINESS;
    let request = Request::post(format!("{business}/record/{record}/attachments"))
        .header(header::HOST, HOST)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(body)
        .expect("a request");
    let answer = world.send(request).await;
    (answer.status, read.load(Ordering::SeqCst))
}

#[tokio::test]
async fn what_is_above_the_limit_is_read_to_its_end_within_reason() {
    let limit = usize::try_from(web::ATTACHMENT_BYTES_DEFAULT).expect("a size") / CHUNK_BYTES;
    let (status, read) = chunks_read(limit + limit / 2).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(read, limit + limit / 2, "the browser could send everything");
    let (status, read) = chunks_read(limit * 4).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!((limit * 2..limit * 2 + 3).contains(&read), "{read}");
}
