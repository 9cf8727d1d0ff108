//! Killed at random moments: what was acknowledged is there with its entry, and nothing is half.

use crate::ground::{BUSINESS, Folder, KIND, create, key, profile, put};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::contract::followed_trail;
use store::{BusinessStore, EntryFilter};
use store_sqlite::SqliteStore;

const ROUNDS: u64 = 30;

/// Tells the child where to write.
const FOLDER_VARIABLE: &str = "TIJORI_TEST_KILLED_IN";

/// The part of the child: writes and acknowledges until it is killed. While one thread changes the
/// business, another makes a business that is never published.
#[test]
#[ignore = "started by the test below, which kills it"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from) else {
        println!("skipped: this is the other test's child");
        return;
    };
    let store = SqliteStore::open(&folder).unwrap();
    let business = store.open(BUSINESS).unwrap();
    let first = business.read().unwrap().history_head().unwrap().sequence + 1000;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut making = store.begin(key(77), &profile()).unwrap();
            for number in 0.. {
                making
                    .put_object(key(number), KIND, &[1; 300], "", &crate::ground::stamp())
                    .unwrap();
            }
        });
        for number in first.. {
            put(business.as_ref(), number, &number.to_be_bytes()).unwrap();
            if number % 5 == 0 {
                let mut bytes: &[u8] = &[7; 600_000];
                business
                    .write(&mut |unit| unit.put_blob(key(5), None, None, &mut bytes).map(drop))
                    .unwrap();
            }
            let mut out = std::io::stdout().lock();
            writeln!(out, "acknowledged {number}").unwrap();
            out.flush().unwrap();
        }
    });
}

/// Starts the child, kills it after so long, and returns what it acknowledged.
fn killed_after(folder: &Folder, wait: Duration) -> Vec<u64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killing::writes_until_it_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER_VARIABLE, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let reading = std::thread::spawn(move || {
        let mut acknowledged = Vec::new();
        let mut line = String::new();
        // A line without its end was cut by the kill: nobody was told.
        while lines.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
            if let Some((_, number)) = line.trim_end().split_once("acknowledged ") {
                acknowledged.push(number.parse().unwrap());
            }
            line.clear();
        }
        acknowledged
    });
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap()
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let seed = std::env::var("TIJORI_TEST_SEED")
        .ok()
        .and_then(|text| text.parse().ok());
    let mut random = seed.unwrap_or_else(|| u64::from(std::process::id()));
    println!("seed {random} (set TIJORI_TEST_SEED to repeat)");
    let folder = Folder::new();
    create(&folder.store());
    let mut acknowledged = Vec::new();
    let mut parts_swept = 0;
    for round in 0..ROUNDS {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        acknowledged.extend(killed_after(
            &folder,
            Duration::from_millis(30 + (random >> 33) % 270),
        ));
        let part = folder.path().join(format!("businesses/{}.part", key(77)));
        parts_swept += u32::from(part.exists());
        // The lock must be free at once: a failure to open here fails the test.
        let store = folder.store();
        assert!(
            !part.exists(),
            "a business in the making was left in round {round}"
        );
        let business = store.open(BUSINESS).unwrap();
        let reader = business.read().unwrap();
        followed_trail(reader.as_ref()).unwrap();
        let listed = store.businesses().unwrap();
        assert_eq!((listed.len(), listed[0].fault.as_ref()), (1, None));
        for number in &acknowledged {
            let object = reader.object(key(*number)).unwrap();
            let object = object.unwrap_or_else(|| panic!("{number} lost in round {round}"));
            assert_eq!(object.content, number.to_be_bytes());
            let filter = EntryFilter {
                object: Some(key(*number)),
                ..EntryFilter::default()
            };
            let entries = reader.entries(&filter, None, 10).unwrap().entries;
            assert_eq!(entries.len(), 1, "the entry of {number}");
            assert_eq!(entries[0].draft.after.content, Some(object.content));
        }
        // And the other way round: no record without its entry, acknowledged or not.
        let head = reader.history_head().unwrap().sequence;
        let records: u64 = reader.object_counts().unwrap().iter().map(|(_, n)| n).sum();
        assert_eq!(head, records + 1);
    }
    println!(
        "{} acknowledged changes, {parts_swept} leftovers swept",
        acknowledged.len()
    );
    assert!(
        acknowledged.len() > 30 && parts_swept > 0,
        "the test tested something"
    );
}
