//! Everything to take along, and everything erased, with real nodes, rows and objects
//! (docs/SPEC-portal.md, 6 and 7).

use super::browser::{Answer, Browser};
use super::errands::{leads_to, page_with};
use super::ground::{Ground, Node, PASSWORD};
use super::serving::create;
use super::states::enter_portal;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long something may take here.
const PATIENCE: Duration = Duration::from_secs(90);

/// Attaches a small file to a business itself.
fn attach(browser: &mut Browser, business: &str, text: &str) {
    let answer = send_file(browser, business, text);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Sends a small file to be attached to a business itself.
pub fn send_file(browser: &mut Browser, business: &str, text: &str) -> Answer {
    let record = web::attachments::attach::BUSINESS;
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\
         Content-Type: text/plain\r\n\r\n{text}\r\n--edge--\r\n"
    );
    let kind = [("Content-Type", "multipart/form-data; boundary=edge")];
    let path = format!("{business}/record/{record}/attachments");
    browser.send("POST", &path, &kind, &body)
}

pub fn wait_for(ground: &Ground, sql: &str, wanted: &str) {
    let begun = Instant::now();
    while ground.sql(sql) != wanted {
        let told = || format!("{sql}: {} and not {wanted}", ground.sql(sql));
        assert!(begun.elapsed() < PATIENCE, "{}", told());
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn spec_6_everything_is_gathered_and_the_account_described_without_a_secret() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    for name in ["Lamps", "Candles", "Old Oil"] {
        let business = create(&mut asha, name);
        attach(&mut asha, &business, name);
        if name == "Old Oil" {
            asha.post(&format!("{business}/removal"), &[]);
        }
    }
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let asked = door.post("/account/exports", &[]);
    assert_eq!(asked.header("location"), "/account/export");
    let page = page_with(&mut door, "/account/export", "Everything is gathered");
    let files: Vec<&str> = page
        .body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/backups/"))
        .collect();
    assert_eq!(files.len(), 2, "{}", page.body);
    assert!(page.body.contains("Old Oil"), "in Trash, and listed");
    for (number, file) in files.iter().enumerate() {
        let path = ground.file(&format!("{number}.manager"));
        std::fs::write(&path, door.get(file).bytes).expect("it is kept");
        let verified = ground.tool(&["verify", &path.display().to_string()]);
        assert_eq!(verified.status.code(), Some(0), "whole: {verified:?}");
    }
    let link = leads_to(&page.body, "Download account.json");
    door.get(&link);
    let described = door.get(&link);
    assert_eq!(described.status, 200);
    described_without_secrets(&ground, &door, &described);
    let mut bela = enter_portal(&portal, "bela@rope.example");
    let theirs = bela.get(&link).body;
    assert!(theirs.contains("Rope Shop") && !theirs.contains("Lamp"));
    assert!(bela.get("/account/export").body.contains("no backups yet"));
}

/// What stands in a description, and what does not.
fn described_without_secrets(ground: &Ground, door: &Browser, described: &Answer) {
    let told: serde_json::Value = serde_json::from_slice(&described.bytes).expect("JSON");
    assert_eq!(told["format"], "tijori-account");
    assert_eq!(told["subscriber"]["name"], "Lamp Shop");
    assert_eq!(told["subscription"]["state"], "expired");
    assert_eq!(told["users"][0]["name"], "asha@lamp.example");
    assert_eq!(
        told["users"][0]["sessions"].as_array().map(Vec::len),
        Some(2)
    );
    let businesses = told["businesses"].as_array().expect("businesses");
    let removed = businesses
        .iter()
        .filter(|it| !it["in_trash_since"].is_null());
    assert_eq!((businesses.len(), removed.count()), (3, 1));
    let backups = told["backups"].as_array().expect("backups");
    assert_eq!(backups.len(), 2);
    assert!(backups.iter().all(|it| it["sha256"].as_str().is_some()));
    let log = told["security_log"].as_array().expect("the log");
    let noted = |it: &&serde_json::Value| it["detail"] == "account";
    assert_eq!(
        log.iter().filter(noted).count(),
        2,
        "each download is noted"
    );
    let mut lines = log.iter().filter(noted);
    assert!(lines.all(|it| it["address"] == "127.0.0.1"), "{log:?}");
    // The session, its digest, and every hash of a password.
    let (_, secret) = door.cookies["portal"].split_once('.').expect("a secret");
    let hashes = "SELECT encode(body, 'escape') FROM user_rows WHERE drawer = 'credentials'";
    assert!(ground.sql(hashes).contains("$argon2id$"), "there are some");
    let digests = "SELECT encode(key, 'hex') FROM user_rows WHERE drawer = 'sessions'";
    let digests = ground.sql(digests);
    let mut secrets: Vec<&str> = digests.lines().collect();
    secrets.extend([secret, "argon2", PASSWORD]);
    for secret in secrets {
        assert!(!described.body.contains(secret), "{secret}");
    }
}

/// How many rows a subscriber has, by table: every table that names subscribers, whichever came
/// when.
fn counted(ground: &Ground, subscriber: &str) -> BTreeMap<String, u64> {
    let sql = format!(
        "SELECT table_name || ' ' || (xpath('/row/c/text()', query_to_xml(format(
            'SELECT count(*) AS c FROM %I WHERE subscriber = %L', table_name, '{subscriber}'),
            false, true, '')))[1]::text
         FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'subscriber'"
    );
    let lines = ground.sql(&sql);
    let pairs = lines.lines().filter_map(|line| line.split_once(' '));
    pairs
        .map(|(table, count)| (table.to_owned(), count.parse().expect("a count")))
        .collect()
}

/// The objects below folders of a subscriber's own.
fn objects(ground: &Ground, subscriber: &str) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut folders = vec![ground.storage.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false if is_of(&path, subscriber) => drop(found.insert(path)),
                false => {}
            }
        }
    }
    found
}

fn is_of(path: &Path, subscriber: &str) -> bool {
    path.components()
        .any(|part| part.as_os_str().to_string_lossy() == subscriber)
}

/// Asks for the erasure of everything at the portal; the number of the receipt.
pub fn ask_for_erasure(door: &mut Browser) -> String {
    let form = [("firm", "Lamp Shop"), ("password", PASSWORD)];
    let asked = door.post("/account/erasure", &form);
    let told = (asked.status, asked.header("location"));
    assert_eq!(told, (303, "/account/erasure"), "{}", asked.body);
    let page = door.get("/account/erasure").body;
    let (_, rest) = page.split_once("<code class=\"break\">").expect("a number");
    rest[..39].to_owned()
}

/// Two subscribers with books, attachments and backups each; their keys.
fn two_subscribers(ground: &Ground, node: &Node) -> (Browser, Browser) {
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    let lamps = create(&mut asha, "Lamps");
    let ropes = create(&mut bela, "Ropes");
    attach(&mut asha, &lamps, "wick");
    attach(&mut bela, &ropes, "hemp");
    let old = create(&mut asha, "Old Oil");
    asha.post(&format!("{old}/removal"), &[]);
    ground.sql("UPDATE catalog_schedules SET rhythm = 'hourly', since = '2026-01-01T00:00:00Z'");
    ground.sql("UPDATE jobs SET due_at = now()");
    wait_for(
        ground,
        "SELECT count(*) FROM catalog_entries WHERE state = 'good'",
        "2",
    );
    (asha, bela)
}

#[test]
fn spec_7_1_and_7_2_it_is_asked_twice_waits_and_is_called_back() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    ground.json(&["subscriber", "set-state", "Lamp Shop", "cancelled"]);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    for (firm, password) in [
        ("Lamps", PASSWORD),
        ("Rope Shop", PASSWORD),
        ("Lamp Shop", "not her password"),
    ] {
        let form = [("firm", firm), ("password", password)];
        assert_eq!(door.post("/account/erasure", &form).status, 422, "{firm}");
    }
    assert_eq!(ground.sql("SELECT count(*) FROM errands"), "0");
    let number = ask_for_erasure(&mut door);
    assert!(door.get("/").body.contains("will be erased at"));
    let wait = "SELECT due_at - asked_at FROM errands WHERE state = 'waiting'";
    assert_eq!(ground.sql(wait), "7 days");
    let receipt = format!("/receipts?number={number}");
    assert_eq!(door.get(&receipt).status, 404, "not yet");
    // Nobody else calls it back, or sees that it waits.
    let mut bela = enter_portal(&portal, "bela@rope.example");
    let back = "/account/erasure/withdrawal";
    assert_eq!(bela.post(back, &[]).status, 404);
    assert!(!bela.get("/").body.contains("will be erased at"));
    assert_eq!(
        portal.browser().post(back, &[]).header("location"),
        "/sign-in"
    );
    assert_eq!(door.post(back, &[]).status, 303);
    assert!(!door.get("/").body.contains("will be erased at"));
    assert_eq!(door.post(back, &[]).status, 404);
    let second = ask_for_erasure(&mut door);
    assert_ne!(number, second, "never the same number");
    let lines = door.get("/account/account.json").body;
    assert_eq!(lines.matches("account-erasure").count(), 3, "{lines}");
    let told: serde_json::Value = serde_json::from_str(&lines).expect("JSON");
    let log = told["security_log"].as_array().expect("the log");
    let of_erasure = log.iter().filter(|it| it["what"] == "account-erasure");
    let from_here = of_erasure.filter(|it| it["address"] == "127.0.0.1");
    assert_eq!(from_here.count(), 3, "{lines}");
}

#[test]
fn spec_7_3_to_7_5_everything_goes_though_a_node_is_killed_and_a_receipt_stays() {
    let Some(ground) = Ground::new() else { return };
    let first = ground.node(&[]);
    let (asha, mut bela) = two_subscribers(&ground, &first);
    let (ours, theirs) = (
        &asha.cookies["subscriber"],
        bela.cookies["subscriber"].clone(),
    );
    let (rows, files) = (counted(&ground, &theirs), objects(&ground, &theirs));
    assert!(!objects(&ground, ours).is_empty() && files.len() >= 2);
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let number = ask_for_erasure(&mut door);
    erase_and_kill(&ground, first, ours);
    assert!(counted(&ground, ours)["history"] > 0, "it was interrupted");
    // Whoever comes next need not wait until the time of the dead one is over.
    ground.sql("UPDATE errands SET held_until = now()");
    let second = ground.node(&[]);
    wait_for(&ground, "SELECT count(*) FROM erasure_receipts", "1");

    let left = counted(&ground, ours);
    assert!(
        left.len() > 20 && left.values().all(|count| *count == 0),
        "{left:?}"
    );
    assert_eq!(objects(&ground, ours), BTreeSet::new());
    for (table, count) in counted(&ground, &theirs) {
        // Turns come and go.
        let is_kept = count >= rows[&table] || table == "turns";
        assert!(is_kept, "{table} of another: {count}");
    }
    assert!(objects(&ground, &theirs).is_superset(&files));
    receipt_tells_of_nobody(&portal, &number);
    // Nobody is signed in or can be; the name is free for whoever comes.
    assert_eq!(door.get("/").header("location"), "/sign-in");
    let form = [("name", "asha@lamp.example"), ("password", PASSWORD)];
    assert_eq!(portal.browser().post("/sign-in", &form).status, 422);
    let mut again = second.newcomer("Lamp Shop", "asha@lamp.example");
    assert!(!again.get("/").body.contains("Lamps"));
    bela.address = second.address.clone();
    bela.host = second.address.clone();
    assert!(bela.get("/").body.contains("Ropes"));
}

/// Lets the seven days pass, and kills the node that erases in the middle: users are gone, History
/// is not yet.
fn erase_and_kill(ground: &Ground, node: Node, subscriber: &str) {
    let (server, database) = (ground.server, ground.database.clone());
    let locked = thread::spawn(move || {
        let sql = "LOCK TABLE history IN EXCLUSIVE MODE; SELECT pg_sleep(60)";
        // It is broken off below.
        let _ = server.sql(&database, sql);
    });
    let held = "SELECT count(*) FROM pg_locks WHERE mode = 'ExclusiveLock' AND granted
        AND relation = 'history'::regclass";
    wait_for(ground, held, "1");
    ground.sql(
        "SET session_replication_role = replica;
         UPDATE errands SET asked_at = asked_at - interval '7 days',
             due_at = due_at - interval '7 days'",
    );
    let users = format!("SELECT count(*) FROM user_rows WHERE subscriber = '{subscriber}'");
    wait_for(ground, &users, "0");
    let waits = "SELECT count(*) FROM pg_locks WHERE NOT granted
        AND relation = 'history'::regclass";
    wait_for(ground, waits, "1");
    node.kill();
    ground.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()",
    );
    locked.join().expect("the lock ends");
}

/// The receipt is found by whoever has its number, and by nothing else; it names nobody.
fn receipt_tells_of_nobody(portal: &Node, number: &str) {
    let mut anybody = portal.browser();
    let typed = number.replace('-', "").to_uppercase();
    let found = anybody.get(&format!("/receipts?number={typed}"));
    assert_eq!(found.status, 200);
    for personal in ["Lamp", "asha", "Asha", "Old Oil"] {
        assert!(!found.body.contains(personal), "{personal}: {}", found.body);
    }
    let businesses = "<dt>Businesses</dt><dd>2</dd>";
    assert!(found.body.contains(businesses), "{}", found.body);
    let wrong = number.replace(|it: char| it.is_ascii_digit(), "0");
    assert_eq!(
        anybody.get(&format!("/receipts?number={wrong}")).status,
        404
    );
}
