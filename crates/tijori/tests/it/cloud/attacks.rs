//! Trying to reach what is another's, and to have others do what they did not ask for. What stands
//! elsewhere: by key and by session (`serving::spec_8_1_…`), by the mark of a token
//! (`serving::spec_8_2_…`), sessions that somebody else chose and headers (`serving`), downloads of
//! the portal (`nodes`, `errands`), stale and forged events of billing (`states::spec_10_…`),
//! what is answered alike (`alike`).

use super::browser::{Answer, Browser};
use super::ground::{BILLING_SECRET, Ground, Node, PASSWORD};
use super::serving::{create, in_a_month};
use super::states::{enter_portal, signature_of};

/// Two subscribers with a business each.
struct Two {
    asha: Browser,
    bela: Browser,
    /// The address of the business of the first.
    hers: String,
}

fn two(node: &Node) -> Two {
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    let hers = create(&mut asha, "Lamps");
    create(&mut bela, "Ropes");
    Two { asha, bela, hers }
}

/// An access token of somebody, to read and write with.
pub fn token(browser: &mut Browser) -> String {
    let form = [
        ("name", "Till"),
        ("scope", "write"),
        ("until", &in_a_month()),
        ("present", PASSWORD),
    ];
    let made = browser.post("/account/tokens", &form);
    assert_eq!(made.status, 200, "{}", made.body);
    let at = made.body.find("tij_").expect("a token");
    let signs = made.body[at..].chars();
    signs
        .take_while(|it| it.is_ascii_alphanumeric() || *it == '_')
        .collect()
}

#[test]
fn with_a_token_nothing_of_another_subscriber_is_read_or_changed() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut two = two(&node);
    let (hers, theirs) = (token(&mut two.asha), token(&mut two.bela));
    let ask = |token: &str, method: &str, path: &str, body: &str| {
        let bearer = format!("Bearer {token}");
        let headers = [
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/json"),
            ("X-Requested-By", "test"),
        ];
        node.browser().send(method, path, &headers, body)
    };
    let business = format!("/api/v1{}", two.hers);
    let customers = format!("{business}/records/customers");
    assert_eq!(ask(&hers, "GET", &business, "").status, 200);
    assert_eq!(ask(&hers, "GET", &customers, "").status, 200);
    let before = ground.sql("SELECT count(*) FROM history");
    let nobodys = business.replace(&business[business.len() - 4..], "0000");
    for (method, rest, body) in [
        ("GET", "", ""),
        ("GET", "/records/customers", ""),
        ("GET", "/reports/trial-balance", ""),
        ("POST", "/records/customers", r#"{"Name":"Mallory"}"#),
    ] {
        let path = format!("{business}{rest}");
        let (told, unknown) = (
            ask(&theirs, method, &path, body),
            ask(&theirs, method, &format!("{nobodys}{rest}"), body),
        );
        assert_eq!(told.status, 404, "{method} {path}: {}", told.body);
        assert_eq!(told.status, unknown.status, "it is as one that nobody has");
        assert!(!told.body.contains("Lamps"), "{}", told.body);
    }
    // A token opens no page, and a session no API.
    let bearer = format!("Bearer {hers}");
    let page = node
        .browser()
        .send("GET", "/", &[("Authorization", &bearer)], "");
    assert_eq!(page.status, 303);
    assert_eq!(two.asha.get("/api/v1/businesses").status, 401);
    assert_eq!(ground.sql("SELECT count(*) FROM history"), before);
}

/// The link of an answer to `tijori cloud subscriber add`, and its parts.
pub fn link(ground: &Ground, firm: &str, email: &str) -> (String, String) {
    let added = ground.json(&["subscriber", "add", firm, "--email", email]);
    let link = added["link"].as_str().expect("a link").to_owned();
    let at = link.find("/for/").expect("whose it is");
    let link = link[at..].to_owned();
    let (_, rest) = link["/for/".len()..].split_once('/').expect("what for");
    let path = format!("/{rest}");
    (link, path)
}

#[test]
fn a_signed_link_opens_its_own_subscriber_and_no_other() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let whose = asha.cookies["subscriber"].clone();
    let (own, path) = link(&ground, "Oil Mill", "cara@oil.example");
    // The same secret under the key of another: it is as one that was never made.
    let mut stranger = node.browser();
    let first = stranger.get(&format!("/for/{whose}{path}"));
    assert_eq!(first.status, 303);
    let opened = stranger.get(&path);
    let mut other = stranger.clone();
    let unknown = other.get(&format!("{}0000", &path[..path.len() - 4]));
    assert_eq!(opened.status, unknown.status);
    let mine = [("password", "another long password of mine")];
    let taken = stranger.post(&path, &mine);
    assert!(taken.status >= 400, "{}", taken.status);
    assert_eq!(asha.get("/").status, 200, "nobody's password was changed");
    let form = [("name", "asha@lamp.example"), ("password", PASSWORD)];
    assert_eq!(node.browser().post("/sign-in", &form).status, 303);
    // Where it leads is a path of ours, whatever is written behind the key.
    for rest in [
        "//evil.example",
        "%2F%2Fevil.example",
        "https:%2F%2Fevil.example",
        "..%5C..%5Cx",
    ] {
        let answer = node.browser().get(&format!("/for/{whose}/{rest}"));
        let to = answer.header("location").to_owned();
        let is_ours = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        assert!(
            is_ours || answer.status == 404,
            "{rest}: {} {to}",
            answer.status
        );
    }
    // It works at its own, once.
    let mut cara = node.browser();
    assert_eq!(cara.get(&own).status, 303);
    assert_eq!(cara.post(&path, &[("password", PASSWORD)]).status, 303);
    assert!(cara.post(&path, &[("password", PASSWORD)]).status >= 400);
}

/// The same act as another site's page would have it done.
fn from_elsewhere(browser: &mut Browser, path: &str, form: &str) -> Vec<Answer> {
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let foreign: [&[(&str, &str)]; 4] = [
        &[kind, ("Sec-Fetch-Site", "cross-site")],
        &[kind, ("Sec-Fetch-Site", "same-site")],
        &[kind, ("Origin", "https://evil.example")],
        &[kind, ("Origin", "null")],
    ];
    let each = foreign.into_iter();
    each.map(|headers| browser.send("POST", path, headers, form))
        .collect()
}

#[test]
fn pages_of_other_sites_change_nothing_at_the_books_or_at_the_portal() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let portal = ground.portal();
    let mut two = two(&node);
    let mut door = enter_portal(&portal, "asha@lamp.example");
    let state = "SELECT (SELECT count(*) FROM history) || ' ' || (SELECT count(*) FROM errands)
        || ' ' || (SELECT count(*) FROM businesses)";
    let before = ground.sql(state);
    let hers = two.hers.clone();
    for (path, form) in [
        (
            "/businesses".to_owned(),
            "name=Mallory&currency=BDT&time_zone=UTC",
        ),
        (format!("{hers}/records/customers"), "Name=Mallory"),
        (format!("{hers}/removal"), ""),
        (format!("{hers}/backups"), "file_name=x.manager"),
        (
            "/users/new".to_owned(),
            "name=m&full_name=M&role=administrator",
        ),
        ("/account/tokens".to_owned(), "name=x&scope=full"),
        ("/account/sign-out".to_owned(), ""),
        ("/sign-in".to_owned(), "name=bela%40rope.example&password=x"),
    ] {
        for answer in from_elsewhere(&mut two.asha, &path, form) {
            assert_eq!(answer.status, 403, "{path}");
        }
    }
    for (path, form) in [
        (format!("{hers}/backups"), "history=on"),
        (format!("{hers}/restoration"), ""),
        ("/sign-out".to_owned(), ""),
        ("/sign-in".to_owned(), "name=bela%40rope.example&password=x"),
    ] {
        for answer in from_elsewhere(&mut door, &path, form) {
            assert_eq!(answer.status, 403, "portal {path}");
        }
    }
    assert_eq!(ground.sql(state), before);
    assert_eq!((two.asha.get("/").status, door.get("/").status), (200, 200));
}

#[test]
fn an_event_of_billing_with_another_body_or_half_a_signature_changes_nothing() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let bela = node.newcomer("Rope Shop", "bela@rope.example");
    let now = jiff::Timestamp::now();
    let body = |whose: &Browser| {
        let key = &whose.cookies["subscriber"];
        format!(r#"{{"id":"e1","at":"{now}","subscriber":"{key}","state":"cancelled"}}"#)
    };
    let seconds = now.as_second();
    let signed = signature_of(BILLING_SECRET, &format!("{seconds}.{}", body(&asha)));
    let bare = signature_of(BILLING_SECRET, &body(&asha));
    let send = |signature: &str, body: &str| {
        let headers = [("Tijori-Signature", signature), ("Sec-Fetch-Site", "none")];
        node.browser()
            .send("POST", "/billing/events", &headers, body)
            .status
    };
    let full = format!("t={seconds},v1={signed}");
    for (signature, body) in [
        // Signed for one subscriber, and sent for another.
        (full.clone(), body(&bela)),
        (full.clone(), format!("{} ", body(&asha))),
        (format!("t={},v1={signed}", seconds + 1), body(&asha)),
        (format!("t={seconds},v0={signed}"), body(&asha)),
        (format!("t={seconds},v1={}", &signed[..62]), body(&asha)),
        (format!("t={seconds},v1="), body(&asha)),
        (format!("t={seconds}"), body(&asha)),
        (format!("v1={signed}"), body(&asha)),
        (format!("t={seconds},v1={bare}"), body(&asha)),
        (format!("t=99999999999999999999,v1={signed}"), body(&asha)),
        (String::new(), body(&asha)),
    ] {
        assert_eq!(send(&signature, &body), 400, "{signature}");
    }
    assert_eq!(ground.sql("SELECT count(*) FROM billing_events"), "0");
    assert_eq!(
        ground.sql("SELECT count(*) FROM subscribers WHERE state <> 'trial'"),
        "0"
    );
    assert_eq!(
        send(&full, &body(&asha)),
        200,
        "and as it was signed it is followed"
    );
}

#[test]
fn paths_lead_out_of_nothing_at_the_portal() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let two = two(&node);
    let portal = ground.portal();
    let mut door = enter_portal(&portal, "bela@rope.example");
    let hers = &two.hers;
    let (_, key) = hers.rsplit_once('/').expect("a key");
    let backup = format!("{hers}/backups/00000000-0000-4000-8000-000000000001");
    for path in [
        hers.clone(),
        format!("{hers}/backups/1/{key}"),
        backup,
        format!("/businesses/..%2F..%2Fbusinesses%2F{key}"),
        "/businesses/%00".to_owned(),
        "/businesses/%2e%2e/%2e%2e/etc/passwd".to_owned(),
        "/assets/..%2f..%2fCargo.toml".to_owned(),
        "/assets/../../../../etc/passwd".to_owned(),
        "//etc/passwd".to_owned(),
        format!("/businesses/{}", key.to_uppercase()),
        format!("/businesses/{{{key}}}"),
    ] {
        let answer = door.get(&path);
        assert!(
            [400, 404, 405].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        assert!(
            !answer.body.contains("Lamps") && !answer.body.contains("root:"),
            "{path}"
        );
    }
}

#[test]
fn an_unknown_token_of_somebody_who_is_being_erased_is_refused_as_any() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let whose = asha.cookies["subscriber"].clone();
    let unknown = format!("Bearer tij_{}{}", whose.replace('-', ""), "a".repeat(32));
    let headers = [("Authorization", unknown.as_str())];
    let ask = || {
        let answer = node
            .browser()
            .send("GET", "/api/v1/businesses", &headers, "");
        answer.status
    };
    assert_eq!(ask(), 401);
    ground.sql(&format!(
        "SET session_replication_role = replica;
         INSERT INTO errands (subscriber, key, what, business, contents, by_key, by_name,
             due_at, held_until, receipt)
         VALUES ('{whose}', gen_random_uuid(), 'erasure', gen_random_uuid(), '',
             gen_random_uuid(), '', now() - interval '1 day', now() + interval '1 day', 'r')"
    ));
    assert_eq!(ask(), 401);
}

#[test]
fn the_session_of_whoever_signs_up_has_an_address_in_the_log() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let log = asha.get("/users/log");
    assert_eq!(log.status, 200, "{}", log.body);
    // Before the first row stands the filter, which offers the same words.
    let mut rows = log.body.split("<tr").skip(1);
    let signed_in = rows.find(|row| row.contains("Signed in"));
    let signed_in = signed_in.expect("a row of it");
    assert!(signed_in.contains("127.0.0.1"), "{signed_in}");
}
