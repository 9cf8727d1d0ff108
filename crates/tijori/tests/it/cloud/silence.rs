//! A database and object storage that are frozen, not gone: they take every call and answer none
//! (docs/SPEC-cloud.md, 2.12, 2.16 and 7.4).

use super::account::send_file;
use super::away::kept_in;
use super::browser::{Answer, Browser};
use super::ground::Ground;
use super::nodes::customer;
use super::serving::create;
use super::states::enter_portal;
use super::uploads::begin;
use std::thread;
use std::time::{Duration, Instant};

/// How long anybody may wait at a page.
const PAGE_WAIT: Duration = Duration::from_secs(16);
/// How long a watcher may.
const HEALTH_WAIT: Duration = Duration::from_secs(6);
/// How long it may take until everything goes on, once it is thawed.
const RECOVERY: Duration = Duration::from_secs(20);

/// Asks, and wants to be told in time that nobody answers.
fn told_in(most: Duration, ask: impl FnOnce() -> Answer) -> Answer {
    let begun = Instant::now();
    let answer = ask();
    let took = begun.elapsed();
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert!(took < most, "{took:?}");
    answer
}

/// Asks until the answer is a good one again.
fn comes_back(browser: &mut Browser, path: &str) -> Answer {
    let begun = Instant::now();
    loop {
        let answer = browser.get(path);
        if answer.status == 200 {
            return answer;
        }
        assert!(begun.elapsed() < RECOVERY, "{path}: {}", answer.body);
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn spec_2_16_a_frozen_database_is_told_in_time_and_needs_no_restart() {
    let Some(ground) = Ground::alone() else {
        return;
    };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let lamps = create(&mut asha, "Lamps");
    customer(&mut asha, &lamps, "Karim");
    let portal = ground.portal();
    let mut at_portal = enter_portal(&portal, "asha@lamp.example");
    let frozen = ground.server.freeze().expect("it is frozen");
    told_in(HEALTH_WAIT, || node.browser().get("/health"));
    let page = told_in(PAGE_WAIT, || asha.get(&lamps));
    assert_eq!(page.header("retry-after"), "10");
    let customers = format!("{lamps}/records/customers");
    let saved = told_in(PAGE_WAIT, || asha.post(&customers, &[("Name", "Bela")]));
    let form = kept_in(&saved, &customers);
    assert_eq!(form, [("Name".to_owned(), "Bela".to_owned())]);
    told_in(PAGE_WAIT, || at_portal.get("/"));
    told_in(HEALTH_WAIT, || node.browser().get("/health"));
    drop(frozen);
    let list = comes_back(&mut asha, &customers).body;
    assert!(
        list.contains("Karim") && !list.contains("Bela"),
        "nothing was written"
    );
    customer(&mut asha, &lamps, "Bela");
    comes_back(&mut at_portal, "/");
    comes_back(&mut node.browser(), "/health");
}

#[test]
fn spec_2_12_frozen_object_storage_is_told_in_time_and_everything_else_goes_on() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let lamps = create(&mut asha, "Lamps");
    assert_eq!(send_file(&mut asha, &lamps, "before").status, 303);
    let frozen = ground.storage.freeze();
    told_in(PAGE_WAIT, || send_file(&mut asha, &lamps, "lost"));
    told_in(PAGE_WAIT, || begin(&mut asha, 1000));
    let begun = Instant::now();
    let page = asha.get("/imports/new");
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("cannot be listed"), "{}", page.body);
    assert!(begun.elapsed() < PAGE_WAIT, "{:?}", begun.elapsed());
    customer(&mut asha, &lamps, "Karim");
    drop(frozen);
    assert_eq!(send_file(&mut asha, &lamps, "after").status, 303);
    assert_eq!(begin(&mut asha, 1000).status, 201);
    assert!(!asha.get("/imports/new").body.contains("cannot be listed"));
}
