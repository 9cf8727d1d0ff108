//! Servers that do not answer, answer late, answer with errors, or answer with less than they say.

use crate::s3::limits;
use crate::server::{SECRET, Server, place_at};
use blobs::{S3Limits, S3Store};
use catalog::BlobStore;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Answers every request in the same way; counts them.
pub fn stand_in(
    answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static,
) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let count = Arc::new(AtomicUsize::new(0));
    let (counted, answer) = (count.clone(), Arc::new(answer));
    thread::spawn(move || {
        for socket in listener.incoming().flatten() {
            let (counted, answer) = (counted.clone(), answer.clone());
            thread::spawn(move || {
                let mut socket = socket;
                let mut heard = Vec::new();
                let mut buffer = [0; 4096];
                while !heard.windows(4).any(|end| end == b"\r\n\r\n") {
                    match socket.read(&mut buffer) {
                        Ok(0) | Err(_) => return,
                        Ok(read) => heard.extend_from_slice(&buffer[..read]),
                    }
                }
                counted.fetch_add(1, Ordering::Relaxed);
                answer(&String::from_utf8_lossy(&heard), &mut socket);
            });
        }
    });
    (address, count)
}

pub fn store(address: SocketAddr, limits: S3Limits) -> S3Store {
    S3Store::new(&place_at(address), SECRET, limits).expect("settings")
}

pub fn hasty() -> S3Limits {
    S3Limits {
        request_timeout: Duration::from_millis(300),
        retries_count: 1,
        retry_timeout: Duration::from_secs(1),
        ..limits()
    }
}

pub fn say(socket: &mut TcpStream, text: &str) {
    let _ = socket.write_all(text.as_bytes());
}

#[test]
fn errors_of_the_server_are_repeated_a_few_times_and_then_told() {
    let (address, count) = stand_in(|_, socket| {
        let body = "<Error><Code>InternalError</Code></Error>";
        let length = body.len();
        let head = "HTTP/1.1 500 Internal Server Error\r\nconnection: close\r\n";
        say(
            socket,
            &format!("{head}content-length: {length}\r\n\r\n{body}"),
        );
    });
    let put = store(address, hasty()).put(&"a".parse().expect("a key"), &mut &b"a"[..]);
    assert_eq!(put.expect_err("500").code(), "place-failed");
    assert_eq!(count.load(Ordering::Relaxed), 2, "once, and once again");
}

#[test]
fn a_server_that_does_not_answer_is_given_up() {
    let (address, _) = stand_in(|_, _| thread::sleep(Duration::from_secs(30)));
    let began = Instant::now();
    let error = store(address, hasty()).prepare().expect_err("late");
    assert_eq!(error.code(), "place-unreachable", "{error}");
    assert!(
        began.elapsed() < Duration::from_secs(15),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn spec_cloud_2_12_a_silent_server_is_given_up_soon_whatever_a_request_may_take() {
    let (address, _) = stand_in(|_, _| thread::sleep(Duration::from_secs(30)));
    let limits = S3Limits {
        answer_timeout: Duration::from_millis(500),
        ..S3Limits::for_people()
    };
    let store = store(address, limits);
    let key = "a".parse().expect("a key");
    let began = Instant::now();
    let told = [
        store.list("").map(drop),
        store.head(&key).map(drop),
        store.get(&key, Some(0..9), &mut Vec::new()).map(drop),
        store.put(&key, &mut &b"a"[..]).map(drop),
        store.delete(&key),
    ];
    for told in told {
        assert_eq!(told.expect_err("silence").code(), "place-unreachable");
    }
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn spec_cloud_2_12_a_frozen_server_is_given_up_and_found_again() {
    let server = Server::start();
    let limits = S3Limits {
        answer_timeout: Duration::from_secs(2),
        ..S3Limits::for_people()
    };
    let store = S3Store::new(&server.place(), SECRET, limits).expect("settings");
    let key = "a".parse().expect("a key");
    store.put(&key, &mut &b"before"[..]).expect("put");
    let frozen = server.freeze();
    let told = store.head(&key).expect_err("it is frozen");
    assert_eq!(told.code(), "place-unreachable");
    drop(frozen);
    assert!(store.head(&key).expect("it goes on").is_some());
}

#[test]
fn spec_cloud_2_12_a_server_that_falls_silent_in_the_middle_of_an_answer_is_given_up() {
    let (address, _) = stand_in(|_, socket| {
        let head = "HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 0-9/10\r\netag: \"x\"\r\n\
             last-modified: Sun, 22 Nov 2026 04:00:00 GMT\r\ncontent-length: 10\r\n\r\n01234";
        say(socket, head);
        thread::sleep(Duration::from_secs(30));
    });
    let limits = S3Limits {
        answer_timeout: Duration::from_millis(500),
        ..S3Limits::for_people()
    };
    let began = Instant::now();
    let mut got = Vec::new();
    let key = "a".parse().expect("a key");
    let told = store(address, limits).get(&key, Some(0..10), &mut got);
    assert!(told.is_err(), "{told:?}");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_server_that_is_not_there_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let error = store(address, hasty()).list("").expect_err("nobody");
    assert_eq!(error.code(), "place-unreachable", "{error}");
}

#[test]
fn an_answer_that_ends_too_early_is_not_passed_off_as_whole() {
    let (address, _) = stand_in(|heard, socket| {
        let head = "HTTP/1.1 206 Partial Content\r\nconnection: close\r\netag: \"x\"\r\n\
             last-modified: Sun, 22 Nov 2026 04:00:00 GMT\r\n";
        if heard.starts_with("HEAD") {
            let head = head.replace("206 Partial Content", "200 OK");
            say(socket, &format!("{head}content-length: 10\r\n\r\n"));
        } else {
            say(
                socket,
                &format!("{head}content-length: 10\r\ncontent-range: bytes 0-9/10\r\n\r\n01234"),
            );
        }
    });
    let got = store(address, hasty()).get(&"a".parse().expect("a key"), None, &mut Vec::new());
    assert!(got.is_err(), "{got:?}");
}

#[test]
fn a_bucket_that_is_not_there_is_told_when_the_place_is_tried() {
    let (address, _) = stand_in(|heard, socket| {
        let body = "<Error><Code>NoSuchBucket</Code></Error>";
        let length = body.len();
        let head = "HTTP/1.1 404 Not Found\r\nconnection: close\r\n";
        let body = if heard.starts_with("HEAD") { "" } else { body };
        say(
            socket,
            &format!("{head}content-length: {length}\r\n\r\n{body}"),
        );
    });
    let error = store(address, hasty()).prepare().expect_err("no bucket");
    assert_eq!(error.code(), "place-bad-settings", "{error}");
}
