//! Downloads that run at the portal while a node dies and the database goes away: they come to
//! their end, new ones are told when to try again, and afterwards all is as before without a
//! restart (docs/SPEC-portal.md, 1.2 and 4.5). `TIJORI_AWAY_S` says for how many seconds the
//! database is away.

use super::browser::Browser;
use super::downloads::large_backup;
use super::ground::Ground;
use super::many_downloads::{Coming, ask};
use sha2::{Digest, Sha256};
use std::thread;
use std::time::{Duration, Instant};

/// How many downloads run.
const COUNT: usize = 20;
/// How large each is: more than the buffers of a connection of this computer take in.
const MB: usize = 16;
/// How long the database is away, in seconds, when nobody says otherwise.
const AWAY_S: u64 = 2;
/// A connection that brings nothing for so long has failed.
const SILENCE_MAX: Duration = Duration::from_secs(90);
/// How long somebody who comes meanwhile may wait for an answer.
const ANSWER_MAX: Duration = Duration::from_secs(30);

/// A download of which so much was read that it runs.
struct Begun {
    coming: Coming,
    sum: Sha256,
}

fn begin(door: &Browser, file: &str) -> Begun {
    let mut coming = ask(door, file, "", SILENCE_MAX);
    assert!(
        coming.status.starts_with("HTTP/1.1 200"),
        "{}",
        coming.status
    );
    let mut sum = Sha256::new();
    assert_eq!(coming.take(1_000, |bytes| sum.update(bytes)), 1_000);
    Begun { coming, sum }
}

/// Reads the rest: all of it, and right.
fn end(mut begun: Begun) {
    let length: u64 = begun
        .coming
        .header("content-length")
        .parse()
        .expect("a length");
    let rest = begun.coming.take(u64::MAX, |bytes| begun.sum.update(bytes));
    assert_eq!(rest + 1_000, length);
    let sum = catalog::hex(&begun.sum.finalize());
    assert_eq!(begun.coming.header("etag").trim_matches('"'), sum);
}

#[test]
fn spec_1_2_downloads_outlive_a_node_and_a_database_that_is_away() {
    let Some(ground) = Ground::alone() else {
        return;
    };
    let (node, portal) = (ground.node(&[]), ground.portal());
    let (mut door, file) = large_backup(&ground, &node, &portal, MB);
    let mut begun: Vec<Begun> = (0..COUNT).map(|_| begin(&door, &file)).collect();
    node.kill();
    // The portal is a process of its own, which no node concerns.
    assert_eq!(door.get("/").status, 200);
    begun.drain(..COUNT / 4).for_each(end);
    ground.server.stop().expect("the database dies");
    let gone = Instant::now();
    for path in ["/", &file] {
        let asked = Instant::now();
        let answer = door.get(path);
        assert_eq!(answer.status, 503, "{path}: {}", answer.body);
        assert_eq!(answer.header("retry-after"), "10");
        assert!(asked.elapsed() < ANSWER_MAX, "{:?}", asked.elapsed());
    }
    begun.drain(..COUNT / 2).for_each(end);
    let seconds = std::env::var("TIJORI_AWAY_S").ok();
    let seconds = seconds.and_then(|it| it.parse().ok()).unwrap_or(AWAY_S);
    thread::sleep(Duration::from_secs(seconds).saturating_sub(gone.elapsed()));
    ground.server.start_again().expect("it is back");
    // Those that waited all the time for their reader come to their end too.
    begun.into_iter().for_each(end);
    let back = Instant::now();
    while door.get("/").status != 200 {
        assert!(back.elapsed() < ANSWER_MAX, "it is not back");
        thread::sleep(Duration::from_millis(100));
    }
    end(begin(&door, &file));
}
