//! Subscribers are served, each with pages and users of their own, by any node.

use super::browser::Browser;
use super::ground::{Ground, PASSWORD};

/// Creates a business and gives back its address.
pub fn create(browser: &mut Browser, name: &str) -> String {
    let form = [
        ("name", name),
        ("country", "BD"),
        ("currency", "BDT"),
        ("time_zone", "Asia/Dhaka"),
    ];
    let answer = browser.post("/businesses", &form);
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.header("location").to_owned()
}

fn sign_in(browser: &mut Browser, name: &str, password: &str) -> super::browser::Answer {
    browser.post("/sign-in", &[("name", name), ("password", password)])
}

/// A day within the year in which a token has to end, as a form takes it.
pub fn in_a_month() -> String {
    let later = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * 30);
    later.strftime("%d/%m/%Y").to_string()
}

#[test]
fn somebody_signs_up_creates_a_business_and_comes_back_at_another_node() {
    let Some(ground) = Ground::new() else { return };
    let (one, two) = (ground.node(&[]), ground.node(&[]));
    let mut asha = one.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamp & Oil");
    let page = asha.get(&business);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Lamp &amp; Oil"), "{}", page.body);
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    // The same session at another node, which has never heard of it.
    let mut there = asha.at(&two.address);
    assert!(there.get(&business).body.contains("Lamp &amp; Oil"));
    // The first node dies; nothing that was said to be saved is concerned.
    one.kill();
    create(&mut there, "Candles");
    assert!(there.get("/").body.contains("Lamp &amp; Oil"));
    let mut left = there.clone();
    assert_eq!(there.post("/account/sign-out", &[]).status, 303);
    assert_eq!(left.get(&business).status, 303, "signed out everywhere");
    let mut again = two.browser();
    let done = sign_in(&mut again, " Asha@Lamp.example ", PASSWORD);
    assert_eq!((done.status, done.header("location")), (303, "/"));
    assert!(again.get("/").body.contains("Lamp &amp; Oil"));
}

#[test]
fn spec_8_1_a_cookie_only_chooses_whose_rows_are_asked() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    let hers = create(&mut asha, "Lamps");
    create(&mut bela, "Ropes");
    assert_ne!(asha.cookies["subscriber"], bela.cookies["subscriber"]);
    // Another subscriber's business is one that nobody has.
    let unknown = hers.replace(&hers[hers.len() - 4..], "0000");
    let (theirs, nobodys) = (bela.get(&hers), bela.get(&unknown));
    assert_eq!((theirs.status, nobodys.status), (404, 404));
    assert!(!bela.get("/").body.contains("Lamps"));
    // With the other's name for whose rows are asked, one's session is none.
    let mut mixed = bela.clone();
    mixed
        .cookies
        .insert("subscriber".to_owned(), asha.cookies["subscriber"].clone());
    let answer = mixed.get(&hers);
    assert_eq!(answer.status, 303);
    assert!(
        answer.header("location").starts_with("/sign-in"),
        "{}",
        answer.header("location")
    );
    let mut nobody = bela.clone();
    nobody.cookies.remove("subscriber");
    assert_eq!(nobody.get("/").status, 303);
    nobody.cookies.insert(
        "subscriber".to_owned(),
        "00000000-0000-0000-0000-000000000000".to_owned(),
    );
    assert_eq!(nobody.get("/").status, 303);
}

#[test]
fn spec_8_3_unknown_names_and_wrong_passwords_get_the_same_answer() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    let stripped = |answer: super::browser::Answer, name: &str| {
        let mut names: Vec<String> = answer
            .headers
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        // Whose rows are asked stands in a cookie for a right name; its owner learns it, and so
        // does whoever knows the name.
        names.retain(|name| name != "set-cookie");
        (answer.status, names, answer.body.replace(name, "NAME"))
    };
    let wrong = sign_in(&mut node.browser(), "asha@lamp.example", "not her password");
    let unknown = sign_in(&mut node.browser(), "none@lamp.example", "not her password");
    assert_eq!(
        wrong.header("set-cookie"),
        unknown.header("set-cookie"),
        "nothing tells them apart"
    );
    assert_eq!(
        stripped(wrong, "asha@lamp.example"),
        stripped(unknown, "none@lamp.example")
    );
}

#[test]
fn spec_8_4_signing_up_refuses_what_cannot_be() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    for (firm, email, password, said) in [
        ("", "b@rope.example", PASSWORD, "name of the firm"),
        ("Rope", "no address", PASSWORD, "no email address"),
        ("Rope", "b@rope.example", "short", "too short"),
        (
            "Rope",
            "asha@lamp.example",
            PASSWORD,
            "No account can be made",
        ),
    ] {
        let form = [("firm", firm), ("email", email), ("password", password)];
        let mut browser = node.browser();
        let answer = browser.post("/sign-up", &form);
        assert_eq!(answer.status, 422, "{firm} {email}");
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
        assert!(!answer.body.contains(PASSWORD) && browser.cookies.is_empty());
    }
    for (firm, full_name, said) in [
        ("Rope\u{202e}", "Bela", "name of the firm"),
        ("Rope", "Asha → Bela", "cannot be used"),
        ("Rope", "Asha\u{2066}", "cannot be used"),
    ] {
        let form = [
            ("firm", firm),
            ("full_name", full_name),
            ("email", "b@rope.example"),
            ("password", PASSWORD),
        ];
        let answer = node.browser().post("/sign-up", &form);
        assert_eq!(answer.status, 422, "{firm} {full_name}");
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
    }
    let all = ground.json(&["subscriber", "list"]);
    let names = all["subscribers"].as_array().expect("a list");
    assert_eq!(
        names.len(),
        1,
        "nothing is left of those who were refused: {all}"
    );
    let foreign = node.browser().send(
        "POST",
        "/sign-up",
        &[("Sec-Fetch-Site", "cross-site")],
        "firm=a",
    );
    assert_eq!(foreign.status, 403);
}

#[test]
fn spec_8_2_a_token_carries_whose_it_is_and_a_link_leads_there() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = node.newcomer("Rope Shop", "bela@rope.example");
    create(&mut asha, "Lamps");
    create(&mut bela, "Ropes");
    let form = [
        ("name", "Till"),
        ("scope", "read"),
        ("until", &in_a_month()),
        ("present", PASSWORD),
    ];
    let made = asha.post("/account/tokens", &form);
    assert_eq!(made.status, 200, "{}", made.body);
    let at = made.body.find("tij_").expect("a token");
    let token: String = made.body[at..]
        .chars()
        .take_while(|it| it.is_ascii_alphanumeric() || *it == '_')
        .collect();
    assert_eq!(token.len(), "tij_".len() + 32 + 64);
    let ask = |token: &str| {
        let bearer = format!("Bearer {token}");
        let mut program = node.browser();
        program.send(
            "GET",
            "/api/v1/businesses",
            &[("Authorization", &bearer)],
            "",
        )
    };
    let answer = ask(&token);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.body.contains("Lamps") && !answer.body.contains("Ropes"));
    // With another's mark it is a token that nobody has.
    let mark = |browser: &Browser| browser.cookies["subscriber"].replace('-', "");
    assert_eq!(ask(&token.replace(&mark(&asha), &mark(&bela))).status, 401);
    assert_eq!(ask("tij_").status, 401);

    let added = ground.json(&[
        "subscriber",
        "add",
        "Oil Mill",
        "--email",
        "cara@oil.example",
    ]);
    let link = added["link"].as_str().expect("a link").to_owned();
    let mut cara = node.browser();
    let first = cara.get(&link);
    assert_eq!(first.status, 303);
    let path = first.header("location").to_owned();
    assert!(path.starts_with("/new-password/"), "{path}");
    assert_eq!(cara.get(&path).status, 200);
    let set = cara.post(&path, &[("password", PASSWORD)]);
    assert_eq!(set.status, 303, "{}", set.body);
    assert_eq!(sign_in(&mut cara, "cara@oil.example", PASSWORD).status, 303);
    assert_eq!(cara.get("/").status, 200);
    let odd = node.browser().get("/for/not-a-key/%2F%2Fevil.example");
    assert_eq!(odd.header("location"), "/sign-in");
}

#[test]
fn spec_7_5_no_place_of_ones_own_and_no_setup() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    for path in ["/keeping/places", "/keeping/places/new", "/setup"] {
        assert_eq!(asha.get(path).status, 404, "{path}");
    }
    // Nothing leads there, and everything else is where it was.
    for (path, absent, present) in [
        ("/keeping", "/keeping/places", "/keeping/schedules"),
        ("/users", "/server/email", "/users/new"),
    ] {
        let page = asha.get(path).body;
        assert!(!page.contains(&format!("href=\"{absent}\"")), "{page}");
        assert!(page.contains(&format!("href=\"{present}\"")), "{page}");
    }
    let form = [("kind", "folder"), ("name", "x"), ("folder", "/tmp")];
    assert_eq!(asha.post("/keeping/places/new", &form).status, 404);
    let foreign = Browser {
        host: "evil.example".to_owned(),
        ..node.browser()
    }
    .get("/sign-in");
    assert_eq!(foreign.status, 421);
    let health = node.browser().get("/health");
    assert_eq!((health.status, health.body.as_str()), (200, "ok\n"));
}

#[test]
fn a_session_that_somebody_else_chose_is_none_and_hosts_are_not_believed() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    let chosen = "f".repeat(64);
    let mut victim = node.browser();
    victim.cookies.insert("session".to_owned(), chosen.clone());
    assert_eq!(
        sign_in(&mut victim, "asha@lamp.example", PASSWORD).status,
        303
    );
    assert_ne!(victim.cookies["session"], chosen, "a fixed session");
    let mut attacker = node.browser();
    attacker.cookies = victim.cookies.clone();
    attacker.cookies.insert("session".to_owned(), chosen);
    assert_eq!(attacker.get("/").status, 303);
    // Neither header nor path makes another host or another subscriber of it.
    for headers in [
        [
            ("X-Forwarded-Host", "evil.example"),
            ("Forwarded", "host=evil.example"),
        ],
        [("X-Original-URL", "/users"), ("X-Rewrite-URL", "/users")],
    ] {
        let answer = node.browser().send("GET", "/sign-in", &headers, "");
        assert_eq!(answer.status, 200);
        assert!(!answer.body.contains("evil.example"));
    }
    for path in [
        "//sign-in/..//users",
        "/sign-in/../users",
        "/SIGN-IN/%2e%2e/users",
        "/api/../users",
    ] {
        let answer = node.browser().get(path);
        assert!(
            [303, 401, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
    }
}

#[test]
fn spec_8_3_tries_are_counted_by_where_they_really_come_from_and_say_when_to_try_again() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    // A proxy that nobody named is not believed: every try counts for where it really comes from.
    let told = |number: u32| {
        let from = format!("192.0.2.{number}");
        let form = format!("name=none{number}%40lamp.example&password=x");
        let headers = [
            ("X-Forwarded-For", from.as_str()),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        node.browser()
            .send("POST", "/sign-in", &headers, &form)
            .status
    };
    assert_eq!(told(0), 422);
    let waits = |name: &str| {
        let answer = sign_in(&mut node.browser(), name, "x");
        let is_told = !answer.header("retry-after").is_empty();
        assert_eq!(is_told, answer.status == 429, "{}", answer.status);
        is_told
    };
    assert!(
        (1..40).any(|number| told(number) == 429),
        "nobody has to wait"
    );
    // Signing up is counted with them, and says when as they do.
    let form = [
        ("firm", "Rope"),
        ("email", "b@rope.example"),
        ("password", PASSWORD),
    ];
    let answer = node.browser().post("/sign-up", &form);
    if answer.status == 429 {
        let seconds = answer.header("retry-after");
        let words = format!("Wait {seconds} seconds");
        assert!(answer.body.contains(&words), "{words}: {}", answer.body);
    }
    // Also for a name that somebody has: the same address is counted. Each wait is longer than the
    // one before, so that a slow machine sees one of them.
    assert!((0..4).any(|_| waits("asha@lamp.example")));
}
