//! Browsers that take nothing of what they asked for, more of them than there are connections to
//! the database (docs/SPEC-cloud.md, 2.16 and 7.6).

use super::browser::Browser;
use super::downloads::{attach, noise};
use super::ground::Ground;
use super::serving::create;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Connections of the node's pool: the fewest that are allowed.
const CONNECTIONS: &str = "4";
/// Browsers that take nothing.
const SLOW_COUNT: usize = 12;
/// More than what systems keep on its way between two programs, so that the node has to wait.
const BYTES_COUNT: usize = 24_000_000;
/// A page has to be there well before it would be told that the database does not answer.
const PAGE_MAX: Duration = Duration::from_secs(4);

/// Asks for a file, and reads no more than the first line of the answer.
fn slow_reader(browser: &Browser, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(&browser.address).expect("a connection");
    let limit = Some(Duration::from_secs(60));
    stream.set_read_timeout(limit).expect("a limit");
    let cookies = browser.cookies.iter();
    let cookies: Vec<String> = cookies
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\r\n",
        browser.host,
        cookies.join("; ")
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut line = [0; 15];
    stream.read_exact(&mut line).expect("an answer");
    assert_eq!(&line, b"HTTP/1.1 200 OK");
    stream
}

/// Where the only file of a business is downloaded.
fn file_of(browser: &mut Browser, business: &str) -> String {
    let page = browser.get(&format!("{business}/attachments")).body;
    let start = format!("href=\"{business}/attachments/");
    let at = page.find(&start).expect("a file is listed");
    let rest = &page[at + "href=\"".len()..];
    let path = rest.split(['"', '?']).next().expect("an address");
    path.trim_end_matches("/edit")
        .trim_end_matches("/preview")
        .to_owned()
}

#[test]
fn spec_7_6_pages_are_answered_while_more_browsers_than_connections_take_nothing() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--connections", CONNECTIONS, "--jobs", "0"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    attach(&mut asha, &business, &noise(BYTES_COUNT));
    let file = file_of(&mut asha, &business);
    let slow: Vec<TcpStream> = (0..SLOW_COUNT).map(|_| slow_reader(&asha, &file)).collect();
    // Another subscriber's pages, and one's own.
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    let ropes = create(&mut bela, "Ropes");
    for _ in 0..3 {
        for (browser, path) in [(&mut asha, &business), (&mut bela, &ropes)] {
            let begun = Instant::now();
            let page = browser.get(path);
            assert_eq!(page.status, 200, "{}", page.body);
            assert!(begun.elapsed() < PAGE_MAX, "{:?}", begun.elapsed());
        }
    }
    // One that does read gets all of it, whole.
    let whole = asha.get(&file);
    assert_eq!(whole.bytes.len(), BYTES_COUNT);
    assert!(whole.bytes == noise(BYTES_COUNT), "other bytes");
    drop(slow);
}
