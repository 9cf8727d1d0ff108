//! A hundred downloads at once at a real portal, out of a real S3 server, while pages are asked for
//! (docs/SPEC-portal.md, 4.6): eighty by quick readers, ten by readers that take 100 KB a second as
//! long as the quick ones are there, ten that break off twice and are resumed. What comes is summed
//! and let go of.
//!
//! `TIJORI_DOWNLOAD_MB=100` makes each as large as the requirement; the time limits here grow with
//! it. The figures that are printed then stand in docs/PERFORMANCE.md.

use super::browser::Browser;
use super::downloads::large_backup;
use super::ground::Ground;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many downloads of each kind go on at the same time.
const QUICK_COUNT: usize = 80;
const SLOW_COUNT: usize = 10;
const CUT_COUNT: usize = 10;
const ALL_COUNT: usize = QUICK_COUNT + SLOW_COUNT + CUT_COUNT;
/// How many bytes a slow reader takes in a second.
const SLOW_BYTES_PER_S: usize = 100_000;
/// How large each is when nobody says otherwise.
const MB: usize = 2;
/// How much memory the portal may grow by for all of them, in kilobytes, whatever their size.
const MEMORY_KB_MAX: u64 = 150_000;
/// A connection that brings nothing for so long has failed, and for so much longer for each
/// megabyte.
const SILENCE_MAX: [Duration; 2] = [Duration::from_secs(60), Duration::from_secs(1)];

/// What a reader is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Quick,
    Slow,
    /// Breaks off after a third and after two, and goes on where it was.
    Cut,
}

/// What came of a download: its tag, how many bytes came, and their digest.
struct Came {
    etag: String,
    bytes_count: u64,
    sha256: String,
}

/// What all readers share.
struct Readers {
    door: Browser,
    file: String,
    silence_max: Duration,
    /// All have their first line of an answer.
    all_have_begun: Barrier,
    /// How many quick readers and those that break off are not at their end.
    hurried_count: AtomicUsize,
}

/// An answer whose body has not been read.
pub struct Coming {
    body: BufReader<TcpStream>,
    pub status: String,
    headers: String,
}

impl Coming {
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.headers.lines().filter_map(|it| it.split_once(": "));
        let found = lines.find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// Takes bytes until there are so many or no more, and says how many these were.
    pub fn take(&mut self, most: u64, mut each: impl FnMut(&[u8])) -> u64 {
        let mut body = self.body.by_ref().take(most);
        let mut buffer = [0; 16 * 1024];
        let mut bytes_count = 0;
        loop {
            let count = body.read(&mut buffer).expect("bytes");
            if count == 0 {
                return bytes_count;
            }
            each(&buffer[..count]);
            bytes_count += count as u64;
        }
    }
}

/// Asks for a file, or for what these headers say of it, and reads the head of the answer.
pub fn ask(door: &Browser, file: &str, headers: &str, silence_max: Duration) -> Coming {
    let mut stream = TcpStream::connect(&door.address).expect("a connection");
    stream.set_read_timeout(Some(silence_max)).expect("a limit");
    let (host, session) = (&door.host, &door.cookies["portal"]);
    let request = format!(
        "GET {file} HTTP/1.1\r\nHost: {host}\r\nCookie: portal={session}\r\n\
         Connection: close\r\n{headers}\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut body = BufReader::new(stream);
    let mut status = String::new();
    body.read_line(&mut status).expect("a status line");
    let mut headers = String::new();
    while !headers.ends_with("\r\n\r\n") && headers != "\r\n" {
        let count = body.read_line(&mut headers).expect("a header");
        assert!(count > 0, "the answer breaks off: {status}{headers}");
    }
    Coming {
        body,
        status,
        headers,
    }
}

impl Readers {
    /// Asks for the file, or for what these headers say of it.
    fn ask(&self, headers: &str) -> Coming {
        ask(&self.door, &self.file, headers, self.silence_max)
    }

    /// Downloads to the end without keeping what comes, once all others have begun too.
    fn download(&self, kind: Kind) -> Came {
        let mut coming = self.ask("");
        // Whoever failed keeps nobody waiting.
        self.all_have_begun.wait();
        assert!(
            coming.status.starts_with("HTTP/1.1 200"),
            "{}",
            coming.status
        );
        let etag = coming.header("etag").to_owned();
        let length: u64 = coming.header("content-length").parse().expect("a length");
        let mut sum = Sha256::new();
        let mut bytes_count = 0;
        match kind {
            Kind::Quick => bytes_count = coming.take(u64::MAX, |bytes| sum.update(bytes)),
            Kind::Slow => {
                bytes_count = coming.take(u64::MAX, |bytes| {
                    sum.update(bytes);
                    self.dawdle(bytes.len());
                });
            }
            Kind::Cut => {
                for part in [1, 2, 3] {
                    if part > 1 {
                        coming = self.resume(bytes_count, length, &etag);
                    }
                    let most = length * part / 3 - bytes_count;
                    bytes_count += coming.take(most, |bytes| sum.update(bytes));
                }
            }
        }
        if kind != Kind::Slow {
            self.hurried_count.fetch_sub(1, Ordering::Relaxed);
        }
        Came {
            etag: etag.trim_matches('"').to_owned(),
            bytes_count,
            sha256: catalog::hex(&sum.finalize()),
        }
    }

    /// The rest of what broke off after so many bytes.
    fn resume(&self, at: u64, length: u64, etag: &str) -> Coming {
        let coming = self.ask(&format!("Range: bytes={at}-\r\nIf-Range: {etag}\r\n"));
        assert!(
            coming.status.starts_with("HTTP/1.1 206"),
            "{}",
            coming.status
        );
        let wanted = format!("bytes {at}-{}/{length}", length - 1);
        assert_eq!(coming.header("content-range"), wanted);
        assert_eq!(coming.header("etag"), etag);
        coming
    }

    /// Waits as long as a slow reader takes for so many bytes, while it is not the last.
    fn dawdle(&self, count: usize) {
        if self.hurried_count.load(Ordering::Relaxed) > 0 {
            let seconds = count as f64 / SLOW_BYTES_PER_S as f64;
            thread::sleep(Duration::from_secs_f64(seconds));
        }
    }
}

/// Has all of them begin.
fn begin(door: &Browser, file: &str, size_mb: usize) -> (Arc<Readers>, Vec<JoinHandle<Came>>) {
    let megabytes = u32::try_from(size_mb).expect("a small number");
    let readers = Arc::new(Readers {
        door: door.clone(),
        file: file.to_owned(),
        silence_max: SILENCE_MAX[0] + SILENCE_MAX[1] * megabytes,
        all_have_begun: Barrier::new(ALL_COUNT + 1),
        hurried_count: AtomicUsize::new(QUICK_COUNT + CUT_COUNT),
    });
    let kinds = (0..ALL_COUNT).map(|number| match number {
        // They stand between the others, for connections are taken in their order.
        _ if number % 10 == 3 => Kind::Slow,
        _ if number % 10 == 7 => Kind::Cut,
        _ => Kind::Quick,
    });
    let downloads = kinds.map(|kind| {
        let readers = readers.clone();
        let thread = thread::Builder::new().stack_size(256 * 1024);
        let thread = thread.spawn(move || readers.download(kind));
        thread.expect("a thread")
    });
    let downloads = downloads.collect();
    (readers, downloads)
}

/// How long pages take until somebody says that it is enough, from the quickest to the slowest.
fn pages_meanwhile(browser: &Browser, is_enough: &AtomicBool) -> Vec<Duration> {
    let mut browser = browser.clone();
    let mut took = Vec::new();
    while !is_enough.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let page = browser.get("/");
        took.push(begun.elapsed());
        assert_eq!(page.status, 200, "{}", page.body);
        // Somebody who asks without a pause would be a measure of the machine.
        thread::sleep(Duration::from_millis(20));
    }
    took.sort_unstable();
    took
}

#[test]
fn spec_4_6_a_hundred_downloads_out_of_object_storage_at_once() {
    let Some(ground) = Ground::new() else { return };
    let size_mb = std::env::var("TIJORI_DOWNLOAD_MB").ok();
    let size_mb = size_mb.and_then(|text| text.parse().ok()).unwrap_or(MB);
    let (node, portal) = (ground.node(&[]), ground.portal());
    let (door, file) = large_backup(&ground, &node, &portal, size_mb);
    let node_peak = node.memory_kb("VmHWM");
    node.kill();
    let before = portal.memory_kb("VmRSS");
    let (readers, downloads) = begin(&door, &file, size_mb);
    readers.all_have_begun.wait();
    let begun = Instant::now();
    let is_enough = Arc::new(AtomicBool::new(false));
    let enough = is_enough.clone();
    let pages = thread::spawn(move || pages_meanwhile(&door, &enough));
    for download in downloads {
        let came = download.join().expect("a download");
        assert!(came.bytes_count > (size_mb * 1_000_000) as u64);
        assert_eq!(came.sha256, came.etag, "what came is what was kept");
    }
    let took = begun.elapsed();
    is_enough.store(true, Ordering::Relaxed);
    let pages = pages.join().expect("pages");
    let peak = portal.memory_kb("VmHWM");
    let grown = peak
        .zip(before)
        .map(|(peak, before)| peak.saturating_sub(before));
    println!(
        "{ALL_COUNT} × {size_mb} MB: {took:?}; memory of the portal in kB: {before:?} before, \
         {peak:?} at most, {grown:?} more; of the node that made the backup: {node_peak:?}; \
         {} pages meanwhile, median {:?}, 95 of 100 within {:?}, slowest {:?}",
        pages.len(),
        pages.get(pages.len() / 2),
        pages.get(pages.len() * 95 / 100),
        pages.last()
    );
    assert!(!pages.is_empty(), "pages are answered meanwhile");
    assert!(
        grown.is_none_or(|grown| grown <= MEMORY_KB_MAX),
        "{grown:?}"
    );
}
