//! What members ask of the portal is carried out by a node (docs/SPEC-portal.md, 5).

use super::browser::{Answer, Browser};
use super::ground::Ground;
use super::serving::create;
use super::states::enter_portal;
use std::thread;
use std::time::{Duration, Instant};

/// How long a node may take for something here.
const PATIENCE: Duration = Duration::from_secs(60);
/// Everything but the emails.
const NO_EMAILS: [(&str, &str); 2] = [("attachments", "on"), ("history", "on")];

/// Asks for a page until it holds these words.
pub fn page_with(browser: &mut Browser, path: &str, words: &str) -> Answer {
    page_within(browser, path, words, PATIENCE)
}

/// The same with another patience.
pub fn page_within(browser: &mut Browser, path: &str, words: &str, patience: Duration) -> Answer {
    let begun = Instant::now();
    loop {
        let page = browser.get(path);
        if page.body.contains(words) {
            return page;
        }
        assert!(begun.elapsed() < patience, "no “{words}”: {}", page.body);
        thread::sleep(Duration::from_millis(200));
    }
}

/// Where the words of a button lead.
pub fn leads_to(page: &str, words: &str) -> String {
    let (before, _) = page.split_once(words).expect("the words");
    let (_, rest) = before.rsplit_once("href=\"").expect("a link");
    rest.split('"').next().expect("an address").to_owned()
}

#[test]
fn spec_5_3_a_backup_of_this_moment_is_made_when_a_node_is_there() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    let business = create(&mut asha, "Lamps");
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let list = door.get("/");
    assert!(list.body.contains("Lamps") && list.body.contains("None yet"));
    let ask = format!("{business}/backups");
    let asked = door.post(&ask, &NO_EMAILS);
    assert_eq!(
        (asked.status, asked.header("location")),
        (303, business.as_str())
    );
    assert!(door.get(&business).body.contains("Waiting to begin"));
    // Nobody does anything; after a minute that is said.
    ground.sql(
        "SET session_replication_role = replica;
         UPDATE errands SET due_at = due_at - interval '61 seconds'",
    );
    assert!(door.get(&business).body.contains("does not answer"));
    node.kill();

    let node = ground.node(&[]);
    let ready = page_with(&mut door, &business, "Your backup of");
    let file = leads_to(&ready.body, "Download this backup");
    let answer = door.get(&file);
    assert_eq!(answer.status, 200);
    let path = ground.file("now.manager");
    std::fs::write(&path, &answer.bytes).expect("it is kept");
    let told = ground.tool(&["inspect", &path.display().to_string(), "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert_eq!(told["left_out"], serde_json::json!(["emails"]), "{told}");
    let verified = ground.tool(&["verify", &path.display().to_string()]);
    assert_eq!(
        verified.status.code(),
        Some(2),
        "whole, and something was left out"
    );
    // History tells of it, in the name of who asked.
    let noted = "SELECT convert_from(user_name, 'UTF8') || user_key FROM history
        WHERE action = 'backup'";
    let key = ground.sql("SELECT by_key FROM errands");
    assert_eq!(ground.sql(noted), format!("Asha{key}"));
    let downloads = ground.sql("SELECT count(*) FROM user_rows WHERE drawer = 'events'");
    assert!(
        downloads.parse::<u32>().is_ok_and(|count| count > 0),
        "{downloads}"
    );
    // Asked for once more with nothing changed: the same backup is it.
    door.post(&ask, &NO_EMAILS);
    page_with(&mut door, &business, "Your backup of");
    assert_eq!(
        ground.sql("SELECT count(DISTINCT sequence) FROM catalog_entries"),
        "1"
    );
    // Nothing of it is another's.
    let mut bela = enter_portal(&portal, "bela@rope.example");
    for path in [&business, &file] {
        assert_eq!(bela.get(path).status, 404, "{path}");
    }
    assert_eq!(bela.post(&ask, &NO_EMAILS).status, 404);
    drop(node);
}

#[test]
fn spec_5_1_an_errand_of_a_node_that_died_is_done_by_another() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    door.post(&format!("{business}/backups"), &NO_EMAILS);
    // As a node leaves it that was killed in the middle.
    ground.sql(
        "UPDATE errands SET node = gen_random_uuid(), attempts = 1, progress = 'reading 300',
             held_until = now() + interval '4 seconds'",
    );
    let works = door.get(&business);
    assert!(works.body.contains("Copying the books") && works.body.contains("value=\"300\""));
    let second = ground.node(&[]);
    page_with(&mut door, &business, "Your backup of");
    assert_eq!(ground.sql("SELECT attempts FROM errands"), "2");
    drop((node, second));
}

#[test]
fn spec_5_5_a_business_comes_back_from_trash_whatever_the_subscription_is() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    assert_eq!(asha.post(&format!("{business}/removal"), &[]).status, 303);
    ground.json(&["subscriber", "set-state", "Lamp Shop", "cancelled"]);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    assert!(door.get("/").body.contains("In Trash"));
    let page = door.get(&business);
    assert!(page.body.contains("moved to Trash"), "{}", page.body);
    let restore = format!("{business}/restoration");
    assert_eq!(door.post(&restore, &[]).status, 303);
    page_with(&mut door, &business, "is back among your businesses");
    assert!(!door.get("/").body.contains("In Trash"));
    let last = "SELECT action || ' ' || convert_from(user_name, 'UTF8') FROM history
        ORDER BY sequence DESC LIMIT 1";
    assert_eq!(ground.sql(last), "brought-back Asha");
    assert_eq!(door.post(&restore, &[]).status, 404, "it is not in Trash");
    ground.json(&["subscriber", "set-state", "Lamp Shop", "active"]);
    assert!(asha.get("/").body.contains("Lamps"));
}
