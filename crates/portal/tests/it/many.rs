//! A hundred downloads at once, over real connections, in memory that does not grow with what is
//! downloaded (SPEC-portal.md, 4.6).

use crate::ground::{Ground, Stand};
use axum::Router;
use catalog::contract::{entry, key, place};
use catalog::{
    BackupEntry, BlobError, BlobInfo, BlobKey, BlobStore, Catalog, MemoryCatalog, Place, Stored,
};
use portal::{DownloadRoom, Places, Portal, Shelf, SubscriptionState, router};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::ops::Range;
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How many downloads go on at the same time.
const DOWNLOADS_COUNT: usize = 100;
/// How large each is, when `PORTAL_DOWNLOAD_MB` does not say otherwise.
const MB: u64 = 8;
/// How much memory all of them may take together.
const MEMORY_KB_MAX: u64 = 150_000;
/// Other pages are answered meanwhile within this time, on a machine that does other things too.
const PAGE_WAIT_MAX: Duration = Duration::from_secs(20);
/// A connection that brings nothing for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(60);
const PIECE: usize = 64 * 1024;

/// A place whose backups are made while they are read, so that no memory holds them.
struct Endless {
    bytes_count: u64,
}

impl Endless {
    fn pieces(&self) -> impl Iterator<Item = Vec<u8>> + use<> {
        let count = self.bytes_count / PIECE as u64;
        (0..count).map(|number| vec![u8::try_from(number % 251).unwrap(); PIECE])
    }

    fn digest(&self) -> [u8; 32] {
        let mut sum = Sha256::new();
        self.pieces().for_each(|piece| sum.update(piece));
        sum.finalize().into()
    }
}

impl BlobStore for Endless {
    fn prepare(&self) -> Result<(), BlobError> {
        Ok(())
    }

    fn put(&self, key: &BlobKey, _: &mut dyn Read) -> Result<Stored, BlobError> {
        Err(BlobError::Exists {
            place: "memory".to_owned(),
            key: key.clone(),
        })
    }

    fn get(
        &self,
        _: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        assert_eq!(range, None, "whole downloads are asked for here");
        for piece in self.pieces() {
            // A reader that went away is not what is looked at here.
            if sink.write_all(&piece).is_err() {
                break;
            }
        }
        Ok(self.bytes_count)
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        Ok(Some(BlobInfo {
            key: key.clone(),
            bytes_count: self.bytes_count,
            modified_at: None,
        }))
    }

    fn list(&self, _: &str) -> Result<Vec<BlobInfo>, BlobError> {
        Ok(Vec::new())
    }

    fn move_to(&self, from: &BlobKey, _: &BlobKey) -> Result<(), BlobError> {
        Err(BlobError::NotFound {
            place: "memory".to_owned(),
            key: from.clone(),
        })
    }

    fn delete(&self, _: &BlobKey) -> Result<(), BlobError> {
        Ok(())
    }
}

impl Places for Endless {
    fn open(&self, _: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        Ok(Arc::new(Self {
            bytes_count: self.bytes_count,
        }))
    }
}

/// A portal whose subscribers have one backup of this size each, and room for so many downloads.
pub fn portal_with(bytes_count: u64, room: DownloadRoom) -> (Router, BackupEntry, Arc<Stand>) {
    let place_of_it = Endless { bytes_count };
    let backup = BackupEntry {
        place: Some(key(1)),
        blob: "b11/1.manager".to_owned(),
        bytes_count,
        sha256: Some(place_of_it.digest()),
        file_name: "Shop.manager".to_owned(),
        state: catalog::EntryState::Good,
        contents: catalog::Contents::ALL,
        ..entry(1, 11, 1)
    };
    let catalog = MemoryCatalog::default();
    catalog.put_place(&place(1, "Place")).unwrap();
    catalog.put_entry(&backup).unwrap();
    let shelf = Shelf {
        catalog: Arc::new(catalog),
        places: Arc::new(place_of_it),
    };
    let mut stand = Ground::new(SubscriptionState::Expired).into_stand();
    stand.shelves = HashMap::from([(key(1), shelf.clone()), (key(2), shelf)]);
    stand.noted = Mutex::default();
    let stand = Arc::new(stand);
    let router = router(Portal {
        subscribers: stand.clone(),
        hosts: Arc::new(["portal.example".to_owned()]),
        is_secure: true,
        downloads: Arc::new(room),
    });
    (router, backup, stand)
}

/// Asks for an address, and waits for the head of the answer; the connection, and what came of the
/// body already.
fn asked(at: SocketAddr, path: &str) -> (TcpStream, String, u64) {
    asked_by("asha", at, path)
}

/// The same for whoever has this session.
pub fn asked_by(session: &str, at: SocketAddr, path: &str) -> (TcpStream, String, u64) {
    let mut stream = send(session, at, "GET", path);
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "{}", String::from_utf8_lossy(&head));
        head.extend_from_slice(&buffer[..count]);
        if let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            let body = u64::try_from(head.len() - end - 4).unwrap();
            let head = String::from_utf8_lossy(&head[..end]).into_owned();
            return (stream, head, body);
        }
    }
}

/// Sends a request; the connection on which the answer comes.
pub fn send(session: &str, at: SocketAddr, method: &str, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(SILENCE_MAX)).unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: portal.example\r\nCookie: __Host-portal={session}\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

/// Downloads to the end, once all others have begun too; how many bytes came.
fn download(at: SocketAddr, path: &str, all_have_begun: &Barrier) -> u64 {
    let (mut stream, head, mut count) = asked(at, path);
    // Whoever failed keeps nobody waiting.
    all_have_begun.wait();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let mut buffer = [0; 16 * 1024];
    loop {
        match stream.read(&mut buffer).unwrap() {
            0 => return count,
            read => count += u64::try_from(read).unwrap(),
        }
    }
}

/// A figure of this process, in kilobytes; nothing where the system does not tell it.
fn memory_kb(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim_start_matches(':')
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .ok()
}

fn size_mb() -> u64 {
    let asked = std::env::var("PORTAL_DOWNLOAD_MB").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(MB)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spec_4_6_a_hundred_downloads_at_once_take_little_memory() {
    let (router, backup, _) = portal_with(size_mb() * 1024 * 1024, DownloadRoom::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    // The highest mark so far is that of other tests.
    let _forgotten = std::fs::write("/proc/self/clear_refs", "5");
    let before = memory_kb("VmRSS");
    let begun = Instant::now();
    let all_have_begun = Arc::new(Barrier::new(DOWNLOADS_COUNT + 1));
    let downloads: Vec<_> = (0..DOWNLOADS_COUNT)
        .map(|_| {
            let (path, barrier) = (Ground::address(&backup), all_have_begun.clone());
            let thread = thread::Builder::new().stack_size(256 * 1024);
            thread.spawn(move || download(at, &path, &barrier)).unwrap()
        })
        .collect();
    let (counts, page) = tokio::task::spawn_blocking(move || {
        all_have_begun.wait();
        // All hundred are on their way now, and a page is answered all the same.
        let asked_at = Instant::now();
        let (_, head, _) = asked(at, "/");
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let page = asked_at.elapsed();
        let counts: Vec<u64> = downloads.into_iter().map(|it| it.join().unwrap()).collect();
        (counts, page)
    })
    .await
    .unwrap();
    let took = begun.elapsed();
    serving.abort();
    assert!(
        counts.iter().all(|count| *count == backup.bytes_count),
        "{counts:?}"
    );
    assert!(page < PAGE_WAIT_MAX, "a page took {page:?}");
    let (Some(before), Some(peak)) = (before, memory_kb("VmHWM")) else {
        println!("skipped: this system does not tell how much memory is used");
        return;
    };
    let grown = peak.saturating_sub(before);
    println!(
        "{DOWNLOADS_COUNT} × {} MB: {took:?}, {grown} kB more, a page {page:?}",
        size_mb()
    );
    assert!(grown <= MEMORY_KB_MAX, "{grown} kB");
}
