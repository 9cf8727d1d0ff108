//! A hundred downloads at once at a real portal, out of a real S3 server, while pages are asked for
//! (docs/SPEC-portal.md, 4.6). `TIJORI_DOWNLOAD_MB=100` makes each as large as the requirement; the
//! figures that are printed then stand in docs/PERFORMANCE.md.

use super::account::wait_for;
use super::browser::Browser;
use super::errands::{leads_to, page_with};
use super::ground::{Ground, Node};
use super::serving::create;
use super::states::enter_portal;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

/// How many downloads go on at the same time.
const DOWNLOADS_COUNT: usize = 100;
/// How large each is when nobody says otherwise.
const MB: usize = 2;
/// How much memory the portal may grow by for all of them, in kilobytes.
const MEMORY_KB_MAX: u64 = 400_000;
/// A connection that brings nothing for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(60);

/// Bytes that nothing makes smaller.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(count + 8);
    while bytes.len() < count {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(count);
    bytes
}

fn attach(browser: &mut Browser, business: &str, bytes: &[u8]) {
    let record = web::attachments::attach::BUSINESS;
    let head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"film.bin\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    let kind = [("Content-Type", "multipart/form-data; boundary=edge")];
    let path = format!("{business}/record/{record}/attachments");
    let answer = browser.send_bytes("POST", &path, &kind, &body);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// What came of a download: its tag, how many bytes came, and their digest.
struct Came {
    etag: String,
    bytes_count: u64,
    sha256: String,
}

/// Downloads to the end without keeping what comes, once all others have begun too.
fn download(browser: &Browser, path: &str, all_have_begun: &Barrier) -> Came {
    let mut stream = TcpStream::connect(&browser.address).expect("a connection");
    stream.set_read_timeout(Some(SILENCE_MAX)).expect("a limit");
    let (host, session) = (&browser.host, &browser.cookies["portal"]);
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: portal={session}\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut reader = BufReader::new(stream);
    let mut etag = String::new();
    let mut line = String::new();
    reader.read_line(&mut line).expect("a status line");
    // Whoever failed keeps nobody waiting.
    all_have_begun.wait();
    assert!(line.starts_with("HTTP/1.1 200"), "{line}");
    loop {
        line.clear();
        reader.read_line(&mut line).expect("a header");
        match line.trim_end().split_once(": ") {
            Some(("etag", tag)) => etag = tag.trim_matches('"').to_owned(),
            Some(_) => {}
            None => break,
        }
    }
    let (mut sum, mut bytes_count) = (Sha256::new(), 0);
    let mut buffer = [0; 16 * 1024];
    loop {
        let count = reader.read(&mut buffer).expect("bytes");
        if count == 0 {
            break;
        }
        sum.update(&buffer[..count]);
        bytes_count += count as u64;
    }
    let sha256 = catalog::hex(&sum.finalize());
    Came {
        etag,
        bytes_count,
        sha256,
    }
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
    }
    took.sort_unstable();
    took
}

/// A business with one large file in it, and where its backup is downloaded.
fn large_backup(ground: &Ground, node: &Node, portal: &Node, size_mb: usize) -> (Browser, String) {
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    // Sizes are those of files people attach: a little less than the limit.
    attach(&mut asha, &business, &noise(size_mb * 1_000_000));
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let mut door = enter_portal(portal, "asha@lamp.example");
    let wanted = [("attachments", "on"), ("history", "on")];
    door.post(&format!("{business}/backups"), &wanted);
    let ready = page_with(&mut door, &business, "Your backup of");
    (door, leads_to(&ready.body, "Download this backup"))
}

#[test]
fn spec_4_6_a_hundred_downloads_out_of_object_storage_at_once() {
    let Some(ground) = Ground::new() else { return };
    let size_mb = std::env::var("TIJORI_DOWNLOAD_MB").ok();
    let size_mb = size_mb.and_then(|text| text.parse().ok()).unwrap_or(MB);
    let (node, portal) = (ground.node(&[]), ground.portal());
    let (door, file) = large_backup(&ground, &node, &portal, size_mb);
    node.kill();
    let before = portal.memory_kb("VmRSS");
    let all_have_begun = Arc::new(Barrier::new(DOWNLOADS_COUNT + 1));
    let is_enough = Arc::new(AtomicBool::new(false));
    let begun = Instant::now();
    let downloads: Vec<_> = (0..DOWNLOADS_COUNT)
        .map(|_| {
            let (door, file, barrier) = (door.clone(), file.clone(), all_have_begun.clone());
            let thread = thread::Builder::new().stack_size(256 * 1024);
            let thread = thread.spawn(move || download(&door, &file, &barrier));
            thread.expect("a thread")
        })
        .collect();
    all_have_begun.wait();
    let (asking, enough) = (door.clone(), is_enough.clone());
    let pages = thread::spawn(move || pages_meanwhile(&asking, &enough));
    for download in downloads {
        let came = download.join().expect("a download");
        assert!(came.bytes_count > (size_mb * 1_000_000) as u64);
        assert_eq!(came.sha256, came.etag, "what came is what was kept");
    }
    let took = begun.elapsed();
    is_enough.store(true, Ordering::Relaxed);
    let pages = pages.join().expect("pages");
    let grown = portal
        .memory_kb("VmHWM")
        .zip(before)
        .map(|(peak, before)| peak.saturating_sub(before));
    println!(
        "{DOWNLOADS_COUNT} × {size_mb} MB: {took:?}, {grown:?} kB more; {} pages meanwhile, median \
         {:?}, 95 of 100 within {:?}, slowest {:?}",
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

#[test]
fn spec_4_4_history_tells_of_a_download_once_and_no_backup_is_made_for_it() {
    let Some(ground) = Ground::new() else { return };
    let (node, portal) = (ground.node(&[]), ground.portal());
    let (mut door, file) = large_backup(&ground, &node, &portal, 1);
    assert_eq!(door.get(&file).status, 200);
    // It broke off and is resumed: that is the same download.
    let rest = [("Range", "bytes=1000-")];
    assert_eq!(door.send("GET", &file, &rest, "").status, 206);
    assert_eq!(ground.sql("SELECT count(*) FROM downloads"), "1");
    let told = "SELECT count(*) FROM history WHERE action = 'downloaded'";
    assert_eq!(ground.sql(told), "0", "the portal writes into no books");
    ground.sql("UPDATE jobs SET due_at = now()");
    wait_for(&ground, told, "1");
    let by = "SELECT convert_from(user_name, 'UTF8') || ' ' || convert_from(title, 'UTF8')
        FROM history WHERE action = 'downloaded'";
    let by = ground.sql(by);
    assert!(
        by.starts_with("Asha Lamps (") && by.ends_with(".manager"),
        "{by}"
    );
    // A node that told History died before it noted that it did.
    let waits = "SELECT count(*) FROM downloads WHERE NOT is_told";
    wait_for(&ground, waits, "0");
    ground.sql("UPDATE downloads SET is_told = false");
    ground.sql("UPDATE jobs SET due_at = now(), held_until = NULL");
    wait_for(&ground, waits, "0");
    assert_eq!(ground.sql(told), "1");
    // The backup that there is holds all there is to hold.
    let path = file.split("/backups/").next().expect("the business");
    let made = "SELECT count(*) FROM catalog_entries WHERE state = 'good'";
    let before = ground.sql(made);
    let wanted = [("attachments", "on"), ("history", "on")];
    door.post(&format!("{path}/backups"), &wanted);
    let done = "SELECT count(*) FROM errands WHERE state = 'done'";
    wait_for(&ground, done, "2");
    assert_eq!(ground.sql(made), before);
}
