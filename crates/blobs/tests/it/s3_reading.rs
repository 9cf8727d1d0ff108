//! Reading from object storage hands on what comes when it comes, and gets by with slow readers
//! (docs/SPEC-keeping.md, 2.4).

use crate::s3::limits;
use crate::s3_faults::{hasty, say, stand_in, store};
use crate::server::{SECRET, Server};
use blobs::S3Store;
use catalog::{BlobKey, BlobStore};
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Half of what the stand-in gives.
const HALF: usize = 100_000;

fn key() -> BlobKey {
    "a".parse().expect("a key")
}

/// Tells of every byte that arrives.
struct Telling {
    got: Vec<u8>,
    told: Sender<usize>,
}

impl Write for Telling {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.got.extend_from_slice(bytes);
        let _ = self.told.send(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The head of an answer with the bytes from here to the end.
fn head(from: usize) -> String {
    let all = 2 * HALF;
    format!(
        "HTTP/1.1 206 Partial Content\r\nconnection: close\r\netag: \"x\"\r\n\
         last-modified: Sun, 22 Nov 2026 04:00:00 GMT\r\ncontent-length: {}\r\n\
         content-range: bytes {from}-{}/{all}\r\n\r\n",
        all - from,
        all - 1
    )
}

/// The server sends its second half only when the first one has arrived, so that whoever waits for
/// the whole waits in vain.
#[test]
fn spec_2_4_what_comes_is_handed_on_before_the_rest_is_there() {
    let (told, heard) = channel::<usize>();
    let heard = Mutex::new(heard);
    let (address, _) = stand_in(move |_, socket| {
        say(socket, &head(0));
        say(socket, &"a".repeat(HALF));
        let heard = heard.lock().expect("one request");
        let mut arrived = 0;
        while arrived < HALF {
            match heard.recv_timeout(Duration::from_secs(5)) {
                Ok(count) => arrived += count,
                Err(_) => return,
            }
        }
        say(socket, &"b".repeat(HALF));
    });
    let mut sink = Telling {
        got: Vec::new(),
        told,
    };
    let range = Some(0..2 * HALF as u64);
    let count = store(address, limits()).get(&key(), range, &mut sink);
    assert_eq!(count.expect("all of it"), 2 * HALF as u64);
    assert!(sink.got.starts_with(b"aa") && sink.got.ends_with(b"bb"));
}

/// Each connection breaks after a tenth; what came is not asked for again.
#[test]
fn spec_2_4_what_broke_off_goes_on_where_it_was_as_long_as_something_comes() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = asked.clone();
    let (address, _) = stand_in(move |heard, socket| {
        let (_, range) = heard.split_once("bytes=").expect("a range");
        let (from, _) = range.split_once('-').expect("a range");
        let from: usize = from.parse().expect("a number");
        counted.fetch_add(1, Ordering::Relaxed);
        say(socket, &head(from));
        let tenth = (HALF / 5).min(2 * HALF - from);
        let bytes: Vec<u8> = (from..from + tenth).map(|at| (at % 251) as u8).collect();
        let _ = socket.write_all(&bytes);
    });
    let mut sink = Vec::new();
    let range = Some(0..2 * HALF as u64);
    let count = store(address, hasty()).get(&key(), range, &mut sink);
    assert_eq!(count.expect("all of it"), 2 * HALF as u64);
    let wanted: Vec<u8> = (0..2 * HALF).map(|at| (at % 251) as u8).collect();
    assert!(sink == wanted, "every byte once, in its order");
    assert_eq!(asked.load(Ordering::Relaxed), 10);
}

/// Takes its time with every piece.
struct Slow(Vec<u8>);

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        thread::sleep(Duration::from_millis(20));
        let count = bytes.len().min(100_000);
        self.0.extend_from_slice(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn spec_2_4_a_reader_slower_than_the_time_limit_of_a_request_gets_everything() {
    let server = Server::start();
    let patient = S3Store::new(&server.place(), SECRET, limits()).expect("settings");
    let bytes: Vec<u8> = (0..12_000_000_u32).map(|at| (at % 251) as u8).collect();
    patient.put(&key(), &mut &bytes[..]).expect("put");
    // Reading takes more than two seconds, and a request no more than this.
    let limits = blobs::S3Limits {
        request_timeout: Duration::from_millis(500),
        ..limits()
    };
    let hasty = S3Store::new(&server.place(), SECRET, limits).expect("settings");
    let mut slow = Slow(Vec::new());
    let count = hasty.get(&key(), None, &mut slow).expect("all of it");
    assert_eq!(count, 12_000_000);
    assert!(slow.0 == bytes, "every byte once, in its order");
}
