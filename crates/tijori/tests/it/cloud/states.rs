//! What the state of a subscription opens and closes (docs/SPEC-cloud.md, 9 and 10).

use super::browser::{Answer, Browser};
use super::ground::{BILLING_SECRET, Ground, Node, PASSWORD};
use super::serving::create;

/// Signs in at the portal.
pub fn enter_portal(portal: &Node, name: &str) -> Browser {
    let mut browser = portal.browser();
    let answer = browser.post("/sign-in", &[("name", name), ("password", PASSWORD)]);
    let told = (answer.status, answer.header("location"));
    assert_eq!(told, (303, "/"), "{}", answer.body);
    browser
}

#[test]
fn spec_9_2_when_it_is_over_the_books_are_closed_and_the_portal_is_not() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--portal-origin", "http://portal.example"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    for state in ["expired", "cancelled"] {
        ground.json(&["subscriber", "set-state", "Lamp Shop", state]);
        for path in ["/", &business, "/trash", "/nosuch"] {
            let answer = asha.get(path);
            assert_eq!(answer.status, 402, "{state} {path}");
            assert!(
                answer.body.contains("Your books are closed"),
                "{}",
                answer.body
            );
            assert!(answer.body.contains("href=\"http://portal.example\""));
            assert!(!answer.body.contains("Lamps"));
        }
        assert_eq!(asha.post("/businesses", &[("name", "More")]).status, 402);
        // Whoever is not signed in learns nothing of it.
        let mut stranger = node.browser();
        let whose = asha.cookies["subscriber"].clone();
        stranger.cookies.insert("subscriber".to_owned(), whose);
        assert_eq!(stranger.get(&business).status, 303);
        assert_eq!(stranger.get("/sign-in").status, 200);
        let mut portal = Browser {
            host: "portal.example".to_owned(),
            ..node.browser()
        };
        let form = [("name", "asha@lamp.example"), ("password", PASSWORD)];
        assert_eq!(portal.post("/sign-in", &form).status, 303);
        let page = portal.get("/");
        assert_eq!(page.status, 200);
        assert!(
            page.body.contains("Your subscription has ended"),
            "{}",
            page.body
        );
    }
    assert_eq!(
        asha.get("/assets/nosuch").status,
        404,
        "what pages need goes on"
    );
    ground.json(&["subscriber", "set-state", "Lamp Shop", "past-due"]);
    let page = asha.get("/").body;
    assert!(page.contains("Lamps"), "open again");
    assert!(page.contains("A payment is late"), "{page}");
    ground.json(&["subscriber", "set-state", "Lamp Shop", "active"]);
    assert!(!asha.get("/").body.contains("A payment is late"));
}

#[test]
fn the_portal_runs_alone_and_refuses_strangers_alike() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    node.kill();
    let portal = ground.portal();
    let mut asha = enter_portal(&portal, "asha@lamp.example");
    let page = asha.get("/");
    assert!(
        page.body.contains("There are no backups yet"),
        "{}",
        page.body
    );
    let refused = |name: &str| {
        let answer = portal
            .browser()
            .post("/sign-in", &[("name", name), ("password", "wrong")]);
        (answer.status, answer.body.replace(name, "NAME"))
    };
    assert_eq!(refused("asha@lamp.example"), refused("none@lamp.example"));
    // A session of the portal with another subscriber in front of it is none.
    let cookie = asha.cookies["portal"].clone();
    let (_, secret) = cookie.split_once('.').expect("a secret");
    for forged in [
        format!("00000000-0000-0000-0000-000000000000.{secret}"),
        format!("5ab5c21b-0000-4000-8000-000000000001.{secret}"),
        secret.to_owned(),
    ] {
        asha.cookies.insert("portal".to_owned(), forged);
        assert_eq!(asha.get("/").status, 303);
    }
    asha.cookies.insert("portal".to_owned(), cookie);
    assert_eq!(asha.post("/sign-out", &[]).status, 303);
}

/// Sends an event, signed with a secret at a moment.
fn event(node: &Node, body: &str, secret: &str, seconds_ago: i64) -> Answer {
    let at = jiff::Timestamp::now().as_second() - seconds_ago;
    let signature = format!(
        "t={at},v1={}",
        signature_of(secret, &format!("{at}.{body}"))
    );
    let headers = [
        ("Tijori-Signature", signature.as_str()),
        ("Sec-Fetch-Site", "none"),
    ];
    node.browser()
        .send("POST", "/billing/events", &headers, body)
}

pub fn signature_of(secret: &str, text: &str) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let mut sum = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
    sum.update(text.as_bytes());
    catalog::hex(&sum.finalize().into_bytes())
}

#[test]
fn spec_10_billing_changes_the_state_once_and_forgers_change_nothing() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let key = asha.cookies["subscriber"].clone();
    let state = || {
        let told = ground.json(&["subscriber", "show", "Lamp Shop"]);
        told["subscriber"]["state"]
            .as_str()
            .expect("a state")
            .to_owned()
    };
    let now = jiff::Timestamp::now();
    let cancelled = format!(
        r#"{{"id":"e1","at":"{now}","subscriber":"{key}","customer":"cus_1","state":"cancelled"}}"#
    );
    assert_eq!(event(&node, &cancelled, "another secret", 0).status, 400);
    assert_eq!(
        event(&node, &cancelled, BILLING_SECRET, 400).status,
        400,
        "too old"
    );
    let unsigned = node
        .browser()
        .send("POST", "/billing/events", &[], &cancelled);
    assert_eq!(unsigned.status, 400);
    assert_eq!(state(), "trial");
    let followed = event(&node, &cancelled, BILLING_SECRET, 0);
    assert_eq!(followed.status, 200, "{}", followed.body);
    assert!(followed.body.contains("followed"), "{}", followed.body);
    assert_eq!(state(), "cancelled");
    assert_eq!(asha.get("/").status, 402);
    let later = now + jiff::SignedDuration::from_secs(60);
    let paid = format!(r#"{{"id":"e2","at":"{later}","customer":"cus_1","state":"active"}}"#);
    assert!(
        event(&node, &paid, BILLING_SECRET, 0)
            .body
            .contains("followed")
    );
    assert_eq!(asha.get("/").status, 200);
    // The first event comes once more, and one that was overtaken on its way.
    assert!(
        event(&node, &cancelled, BILLING_SECRET, 0)
            .body
            .contains("known")
    );
    let overtaken = cancelled.replace("\"e1\"", "\"e0\"");
    assert!(
        event(&node, &overtaken, BILLING_SECRET, 0)
            .body
            .contains("outdated")
    );
    assert_eq!(state(), "active");
    let stranger = paid.replace("cus_1", "cus_2").replace("e2", "e3");
    let unknown = event(&node, &stranger, BILLING_SECRET, 0);
    assert_eq!(unknown.status, 404);
    assert!(unknown.body.contains("cus_2"), "{}", unknown.body);
    assert_eq!(event(&node, "{", BILLING_SECRET, 0).status, 422);
}

#[test]
fn spec_10_3_two_subscribers_are_never_known_by_one_name_and_an_end_lies_ahead() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example").cookies["subscriber"].clone();
    let bela = node.newcomer("Rope Shop", "bela@rope.example").cookies["subscriber"].clone();
    let now = jiff::Timestamp::now();
    let known = |id: &str, key: &str| {
        let members = format!(r#""id":"{id}","at":"{now}","subscriber":"{key}""#);
        let text = format!(r#"{{{members},"customer":"cus_1","state":"active"}}"#);
        event(&node, &text, BILLING_SECRET, 0)
    };
    assert_eq!(known("n1", &asha).status, 200);
    let taken = known("n2", &bela);
    assert_eq!(taken.status, 409, "{}", taken.body);
    assert!(taken.body.contains("billing-name-taken"), "{}", taken.body);
    let told = ground.json(&["subscriber", "show", "Rope Shop"]);
    assert_eq!(told["subscriber"]["state"], "trial");
    assert_eq!(known("n3", &asha).status, 200, "its own name again");
    for verb in [
        &["extend", "Rope Shop"][..],
        &["set-state", "Rope Shop", "active"],
    ] {
        let words = [&["subscriber"], verb, &["--until", "2020-01-01"]].concat();
        let refused = ground.run(&words);
        assert_eq!(refused.status.code(), Some(64));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(said.contains("2020-01-01"), "{said}");
    }
    let day = (now + jiff::SignedDuration::from_hours(48))
        .strftime("%Y-%m-%d")
        .to_string();
    let told = ground.json(&["subscriber", "extend", "Rope Shop", "--until", &day]);
    assert!(told["subscriber"]["until"].as_str() > Some(day.as_str()));
}

#[test]
fn spec_2_2_a_strangers_tries_do_not_keep_the_owner_out_of_the_portal() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    let portal = ground.portal();
    let mut hers = enter_portal(&portal, "asha@lamp.example");
    let key = &asha.cookies["subscriber"];
    assert!(hers.cookies["portal-device"].starts_with(&format!("{key}.")));
    let devices = "SELECT count(*) FROM user_rows WHERE drawer = 'devices'";
    let before = ground.sql(devices);
    let form = |password| [("name", "asha@lamp.example"), ("password", password)];
    let mut stranger = portal.browser();
    let mut statuses = Vec::new();
    for number in 0..10 {
        // A mark of another subscriber's makes nobody known.
        if number == 5 {
            stranger = enter_portal(&portal, "bela@rope.example");
        }
        statuses.push(stranger.post("/sign-in", &form("wrong")).status);
    }
    assert_eq!(statuses[..4], [422; 4], "{statuses:?}");
    assert!(statuses[5..].contains(&429), "{statuses:?}");
    let again = hers.post("/sign-in", &form(PASSWORD));
    assert_eq!(again.status, 303, "{}", again.body);
    assert_eq!(hers.get("/").status, 200);
    let added = ground.sql(&format!("SELECT ({devices}) - {before}"));
    assert_eq!(added, "1", "that of the other subscriber's user alone");
}
