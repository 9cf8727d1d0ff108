//! What there is not, what is another's, what is over and what is not yet are answered alike, byte
//! by byte: nobody learns from an answer which of them it was (docs/SPEC-portal.md, 4.3 and 7.5;
//! SPEC-cloud.md, 8.2). How much work is done for a password stands in `cloud::door::tests`.

use super::account::ask_for_erasure;
use super::attacks::link;
use super::browser::{Answer, Browser};
use super::errands::{leads_to, page_with};
use super::factor::let_days_pass;
use super::ground::{Ground, Node, PASSWORD};
use super::serving::create;
use super::states::enter_portal;

/// A key that nobody has.
const NOBODY: &str = "c0ffee00-0000-4000-8000-000000000001";

/// A status, headers and a body.
type Told = (u16, Vec<(String, String)>, String);

/// All of an answer that may tell something: its status, its headers without the moment, its bytes.
/// What was asked for is taken out where it is repeated.
fn told(answer: &Answer, asked: &str) -> Told {
    let mut headers = answer.headers.clone();
    headers.retain(|(name, _)| name != "date" && name != "content-length");
    let without = |text: &str| match asked {
        "" => text.to_owned(),
        asked => text.replace(asked, "ASKED"),
    };
    for (_, value) in &mut headers {
        *value = without(value);
    }
    (answer.status, headers, without(&answer.body))
}

#[test]
fn receipts_that_there_are_not_or_not_yet_are_answered_alike() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let waiting = ask_for_erasure(&mut door);
    let look = |browser: &mut Browser, number: &str| {
        told(&browser.get(&format!("/receipts?number={number}")), number)
    };
    let unknown = "0123-4567-89ab-cdef-0123-4567-89ab-cdef";
    let wanted = look(&mut portal.browser(), unknown);
    assert_eq!(wanted.0, 404);
    for number in [waiting.as_str(), &waiting.replace('-', ""), "nonsense"] {
        assert_eq!(look(&mut portal.browser(), number), wanted, "{number}");
    }
    assert_eq!(look(&mut portal.browser(), "").0, 404);
    // Whoever is signed in is told no more by it, not even whoever asked for the erasure.
    assert_eq!(look(&mut door, &waiting), wanted);
}

/// What a link leads to, and what comes of a password that is sent there.
fn followed(node: &Node, key: &str, path: &str) -> [Told; 2] {
    let mut browser = node.browser();
    let whose = [("subscriber".to_owned(), key.to_owned())];
    browser.cookies.extend(whose);
    let secret = path.rsplit('/').next().expect("a secret");
    let seen = browser.get(path);
    let taken = browser.post(path, &[("password", "another long password of mine")]);
    [told(&seen, secret), told(&taken, secret)]
}

#[test]
fn links_that_do_not_work_are_answered_alike() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let hers = asha.cookies["subscriber"].clone();
    let key_of = |link: &str| link["/for/".len()..].split('/').next().map(str::to_owned);
    let (good, path) = link(&ground, "Oil Mill", "cara@oil.example");
    let (used_link, used) = link(&ground, "Silk Mill", "dana@silk.example");
    let (cara, dana) = (key_of(&good), key_of(&used_link));
    let (cara, dana) = (cara.expect("a key"), dana.expect("a key"));
    let mut browser = node.browser();
    browser.get(&used_link);
    assert_eq!(browser.post(&used, &[("password", PASSWORD)]).status, 303);
    let unknown = format!("{}0000", &path[..path.len() - 4]);
    let wanted = followed(&node, &cara, &unknown);
    assert!(wanted.iter().all(|(status, ..)| *status >= 400));
    for (key, path, what) in [
        (hers.as_str(), &path, "a good one under the key of another"),
        (NOBODY, &path, "a good one under a key that nobody has"),
        ("nonsense", &path, "a good one under what is no key"),
        (NOBODY, &unknown, "none under a key that nobody has"),
        (&dana, &used, "one that was used"),
    ] {
        assert_eq!(followed(&node, key, path), wanted, "{what}");
    }
    let_days_pass(&ground, "links");
    assert_eq!(followed(&node, &cara, &path), wanted, "one that is over");
}

#[test]
fn downloads_of_another_and_those_that_there_are_not_are_answered_alike() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    let (lamps, ropes) = (create(&mut asha, "Lamps"), create(&mut bela, "Ropes"));
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let mut other = enter_portal(&portal, "bela@rope.example");
    door.post(&format!("{lamps}/backups"), &[("history", "on")]);
    let page = page_with(&mut door, &lamps, "Your backup of").body;
    let file = leads_to(&page, "Download this backup");
    let entry = file.split('/').nth(4).expect("a key").to_owned();
    assert_eq!(door.get(&file).status, 200, "it is there for its own");
    let none = format!("/businesses/{NOBODY}/backups/{NOBODY}/a.manager");
    let wanted = told(&other.get(&none), &none);
    assert_eq!(wanted.0, 404);
    for path in [
        file.clone(),
        format!("{ropes}/backups/{entry}/a.manager"),
        format!("{lamps}/backups/{NOBODY}/a.manager"),
        format!("{ropes}/backups/{NOBODY}/a.manager"),
        format!("{lamps}/backups/nonsense/a.manager"),
    ] {
        assert_eq!(told(&other.get(&path), &path), wanted, "{path}");
    }
    // Nothing of it stands in their own log.
    let log = other.get("/account/account.json").body;
    assert!(log.contains("Rope Shop") && !log.contains(&entry), "{log}");
}
