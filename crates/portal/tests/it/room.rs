//! So many downloads and no more, so that pages are answered whatever slow readers do
//! (SPEC-portal.md, 4.7). Readers here are real connections that take nothing.

use crate::ground::Ground;
use crate::many::{asked_by, portal_with, send};
use portal::DownloadRoom;
use std::io::Read;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// How large a backup is: more than sockets and pieces on their way hold together.
const BACKUP_BYTES: u64 = 64 * 1024 * 1024;
/// How many threads may wait on the runtime of the test: fewer than readers ask.
const THREADS_COUNT: usize = 5;
/// How long it may take until the end of a download is seen.
const PATIENCE: Duration = Duration::from_secs(30);

/// The status, the head and the page of an answer that comes to its end by itself.
fn status(session: &str, at: SocketAddr, method: &str, path: &str) -> (u16, String, String) {
    let mut stream = send(session, at, method, path);
    let mut raw = Vec::new();
    stream.read_to_end(&mut raw).unwrap();
    let text = String::from_utf8_lossy(&raw).into_owned();
    let (head, page) = text.split_once("\r\n\r\n").unwrap();
    let code = head.split(' ').nth(1).unwrap().parse().unwrap();
    (code, head.to_lowercase(), page.to_owned())
}

#[test]
fn spec_4_7_beyond_the_room_one_is_told_kindly_and_pages_are_answered() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(THREADS_COUNT)
        .enable_all()
        .build()
        .unwrap();
    let (router, backup, stand) = portal_with(BACKUP_BYTES, DownloadRoom::new(3, 2));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let at = listener.local_addr().unwrap();
    let path = Ground::address(&backup);
    let serving = async move {
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        axum::serve(listener, router).await
    };
    runtime.spawn(serving);
    // Two readers of one subscriber and one of another take the head, and nothing of the body.
    let slow = ["asha", "asha", "other"].map(|session| {
        let (stream, head, _) = asked_by(session, at, &path);
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        stream
    });
    // Whoever tries again and again is told each time, takes no thread, and is not noted.
    for session in ["asha", "other", "asha", "other", "asha", "other", "asha"] {
        let (code, head, page) = status(session, at, "GET", &path);
        assert_eq!(code, 503, "{head}");
        assert!(head.contains("retry-after: 60"), "{head}");
        assert!(page.contains("has to wait a little"), "{page}");
    }
    assert_eq!(stand.noted.lock().unwrap().len(), 3);
    let (code, head, _) = status("asha", at, "GET", "/account/account.json");
    assert_eq!(code, 503, "the description of the account too: {head}");
    assert!(stand.described.lock().unwrap().is_empty());
    // Pages are answered, and so is who only asks how long it is.
    assert_eq!(status("asha", at, "GET", "/").0, 200);
    assert_eq!(status("other", at, "HEAD", &path).0, 200);
    // One of them goes: there is room again, though not for a third one of the same subscriber.
    let [gone, kept, others] = slow;
    drop(others);
    let begun = Instant::now();
    let again = loop {
        let (stream, head, _) = asked_by("other", at, &path);
        if head.starts_with("HTTP/1.1 200") {
            break stream;
        }
        assert!(begun.elapsed() < PATIENCE, "{head}");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(status("asha", at, "GET", &path).0, 503);
    drop((gone, kept, again));
    runtime.shutdown_timeout(PATIENCE);
}
