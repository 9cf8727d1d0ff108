//! The rule that administrators need a second factor is one of the books. The portal, which hands
//! out backups, does not ask for it; and where a factor is set, it asks for that (SPEC-cloud.md,
//! 8.5; SPEC-portal.md, 2.1).

use super::browser::{Answer, Browser};
use super::errands::{leads_to, page_with};
use super::ground::{Ground, PASSWORD};
use super::letters::{mail_server, set_mail_account, text_of};
use super::serving::create;
use super::states::enter_portal;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use users::SecondFactor;

/// How long a code lasts.
const STEP: SignedDuration = SignedDuration::from_secs(30);
/// Where it is set up.
const SETTING_UP: &str = "/account/second-factor";

/// Puts what happened today in rows of this kind ten days back: accounts that were made, links that
/// end.
pub fn let_days_pass(ground: &Ground, drawer: &str) {
    let day = |at: Timestamp| at.strftime("%Y-%m-%dT").to_string();
    let now = Timestamp::now();
    let before = day(now - SignedDuration::from_hours(240));
    ground.sql(&format!(
        "UPDATE user_rows SET body = decode(replace(encode(body, 'hex'),
             encode('{}', 'hex'), encode('{before}', 'hex')), 'hex')
         WHERE drawer = '{drawer}'",
        day(now)
    ));
}

fn is_led(answer: &Answer) -> bool {
    (answer.status, answer.header("location")) == (303, SETTING_UP)
}

#[test]
fn spec_8_5_the_portal_lets_in_whom_the_rule_keeps_out_of_the_books() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    let_days_pass(&ground, "users");
    for path in ["/", &business, "/account"] {
        assert!(is_led(&asha.get(path)), "{path}");
    }
    let refused = asha.post(&format!("{business}/backups"), &[("history", "on")]);
    assert_eq!(refused.status, 403);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    assert!(door.get("/").body.contains("Lamps"));
    door.post(&format!("{business}/backups"), &[("history", "on")]);
    let ready = page_with(&mut door, &business, "Your backup of");
    let file = door.get(&leads_to(&ready.body, "Download this backup"));
    let is_whole = file.bytes.len().to_string() == file.header("content-length");
    assert!(file.status == 200 && is_whole && !file.bytes.is_empty());
    assert_eq!(door.get("/account/account.json").status, 200);
    assert!(is_led(&asha.get("/")), "the books ask for it still");
}

/// A code of the seed on this page, so long after this moment.
fn code(seed: &str, later: SignedDuration) -> String {
    let made = SecondFactor::from_typed(seed, "asha", "books").expect("a seed");
    let totp: totp_rs::Totp = totp_rs::Builder::new()
        .with_secret(made.seed().to_vec())
        .build()
        .expect("a seed");
    let at = (Timestamp::now() + later).as_second();
    totp.generate(u64::try_from(at).expect("a moment"))
        .to_string()
}

/// Sets a second factor up in the books; its seed.
pub fn set_up(browser: &mut Browser) -> String {
    let page = browser.get(SETTING_UP).body;
    let (_, rest) = page.split_once("name=\"seed\" value=\"").expect("a seed");
    let seed = rest.split('"').next().expect("its end").to_owned();
    let now = code(&seed, SignedDuration::ZERO);
    let form = [
        ("seed", seed.as_str()),
        ("code", &now),
        ("present", PASSWORD),
    ];
    let added = browser.post(SETTING_UP, &form);
    assert_eq!(added.status, 200, "{}", added.body);
    seed
}

#[test]
fn spec_2_1_where_a_second_factor_is_set_the_portal_asks_for_it() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    let seed = set_up(&mut asha);
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let portal = ground.portal();
    let mut door = portal.browser();
    let typed = [("name", "asha@lamp.example"), ("password", PASSWORD)];
    let begun = door.post("/sign-in", &typed);
    let led = (begun.status, begun.header("location"));
    assert_eq!(led, (303, "/sign-in/code"), "{}", begun.body);
    // The password alone opens nothing, nor does what stands for it in place of a session.
    let mut forged = door.clone();
    let half = door.cookies["portal-begun"].clone();
    forged.cookies.insert("portal".to_owned(), half);
    for path in ["/", &business, "/account", "/account/account.json"] {
        for browser in [&mut door, &mut forged] {
            let answer = browser.get(path);
            let led = (answer.status, answer.header("location"));
            assert_eq!(led, (303, "/sign-in"), "{path}");
        }
    }
    assert_eq!(door.post("/sign-in/code", &[("code", "12345")]).status, 422);
    // The code that set it up was used; the next one is good, once.
    let used = code(&seed, SignedDuration::ZERO);
    let next = code(&seed, STEP);
    let mut twice = door.clone();
    let entered = door.post("/sign-in/code", &[("code", &next)]);
    let led = (entered.status, entered.header("location"));
    assert_eq!(led, (303, "/"), "{}", entered.body);
    assert!(door.get("/").body.contains("Lamps"));
    for code in [&used, &next] {
        let again = twice.post("/sign-in/code", &[("code", code)]);
        assert_ne!(again.header("location"), "/", "a code is good once");
    }
}

#[test]
fn spec_8_6_whoever_lost_the_second_factor_is_helped_by_whoever_runs_the_edition() {
    let Some(ground) = Ground::new() else { return };
    let (port, letters) = mail_server();
    set_mail_account(&ground, port);
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    set_up(&mut asha);
    let notice = || {
        let letter = letters.recv_timeout(Duration::from_secs(30));
        text_of(&letter.expect("a letter"))
    };
    assert!(notice().contains("turned on or off"));
    let listed = ground.json(&["user", "list", "Lamp Shop"]);
    assert_eq!(listed["users"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["users"][0]["name"], "asha@lamp.example");
    // Another subscriber's user is nobody here.
    for (firm, name) in [("Rope Shop", "asha@lamp.example"), ("Lamp Shop", "bela")] {
        let refused = ground.run(&["user", "forget-second-factor", firm, name]);
        assert_eq!(refused.status.code(), Some(64), "{firm} {name}");
    }
    let words = ["user", "forget-second-factor", "Lamp Shop"];
    let told = ground.json(&[&words[..], &["Asha@Lamp.example"]].concat());
    assert_eq!(told["user"]["name"], "asha@lamp.example");
    assert_eq!(told["letter"], "sent");
    let letter = notice();
    assert!(letter.contains("second factor of the user asha@lamp.example"));
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let account = door.get("/account/account.json").body;
    let line = r#""what":"second-factor-changed""#;
    assert_eq!(account.matches(line).count(), 2, "{account}");
    assert_eq!(account.matches("command-line").count(), 1, "{account}");
    assert_eq!(door.get("/").status, 200);
}

#[test]
fn spec_8_6_a_link_leads_to_the_rows_of_the_right_subscriber() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let words = ["user", "link", "Lamp Shop", "asha@lamp.example"];
    let nowhere = ground.run(&words);
    assert_eq!(nowhere.status.code(), Some(64), "it needs an address");
    let origin = ["--origin", "https://books.example"];
    let told = ground.json(&[&words[..], &origin].concat());
    assert_eq!(told["letter"], "nowhere");
    let link = told["link"].as_str().expect("a link");
    let path = link.strip_prefix("https://books.example").expect("origin");
    let beginning = format!("/for/{}/new-password/", asha.cookies["subscriber"]);
    assert!(path.starts_with(&beginning), "{path}");
    let mut browser = node.browser();
    let form = browser.get(path).header("location").to_owned();
    let password = format!("{PASSWORD} indeed");
    let set = browser.post(&form, &[("password", &password)]);
    assert_eq!(set.status, 303, "{}", set.body);
    let sign_in = |password: &str| {
        let form = [("name", "asha@lamp.example"), ("password", password)];
        node.browser().post("/sign-in", &form).status
    };
    assert_eq!((sign_in(PASSWORD), sign_in(&password)), (422, 303));
    let lines = ground.sql(
        "SELECT count(*) FROM user_rows WHERE drawer = 'events'
         AND encode(body, 'escape') LIKE '%password-link-asked%command-line%'",
    );
    assert_eq!(lines, "1");
}
