//! Every address and every operation, asked by another subscriber with the keys of the first
//! (security.md T-A2, S40 to S45): what is asked for is as if nobody had it, no answer holds a
//! byte of it, and afterwards every row is as it was.

use super::browser::{Answer, Browser};
use super::everything::{
    Furnished, Keys, Row, ask, furnished, held, last, operations, rows, visit,
};
use super::ground::{Ground, Node};
use super::nodes::{BACKUPS, make_due, wait_for};
use super::outbox::keep_account;

/// What a stranger is told of what is not theirs.
const REFUSED: [u16; 3] = [401, 403, 404];
/// Names under which forms and queries take keys of what there is.
const NAMES: [&str; 22] = [
    "key",
    "keys",
    "record",
    "business",
    "attachment",
    "attachments",
    "entry",
    "id",
    "email",
    "copy",
    "from",
    "source",
    "upload",
    "schedule",
    "place",
    "user",
    "token",
    "after",
    "search",
    "Customer",
    "BilledToParty",
    "back",
];

/// Two subscribers; the first has something of everything, under names that nobody else uses.
struct Two {
    ground: Ground,
    node: Node,
    asha: Furnished,
    bela: Furnished,
}

impl Two {
    fn new() -> Option<Self> {
        let ground = Ground::new()?;
        let node = ground.node(&["--mail-to-any-address"]);
        let mut asha = furnished(&node, "Quokka", "quokka@lamp.example");
        let bela = furnished(&node, "Rope", "bela@rope.example");
        more(&ground, &mut asha);
        Some(Self {
            ground,
            node,
            asha,
            bela,
        })
    }

    /// The keys of the second, with these of the first.
    fn mixed(&self, names: &[&str]) -> Keys {
        let mut keys = self.bela.keys.clone();
        for (name, value) in &self.asha.keys.0 {
            if names.contains(name) {
                keys.0.insert(name, value.clone());
            }
        }
        keys
    }
}

/// An email, a kept backup and one to be downloaded; and the keys of what came with signing up.
fn more(ground: &Ground, asha: &mut Furnished) {
    let business = asha.keys.fill("/businesses/{business}");
    let (status, page) = keep_account(&mut asha.browser, &business, 1);
    assert_eq!(status, 200, "{page}");
    let email = "e0000000-0000-4000-8000-00000000000a";
    let record = asha.keys.get("record");
    let form = [
        ("email", email),
        ("record", record.as_str()),
        ("to", "quokka@rope.example"),
        ("subject", "Quokka subject"),
        ("text", "Quokka text"),
        ("act", "draft"),
    ];
    let kept = asha.browser.post(&format!("{business}/emails"), &form);
    assert_eq!(kept.status, 303, "{}", kept.body);
    let form = [("attachments", "on"), ("history", "on")];
    let begun = asha.browser.post(&format!("{business}/backups"), &form);
    assert_eq!(begun.status, 303, "{}", begun.body);
    make_due(ground);
    wait_for(ground, BACKUPS, "2");
    let rehearsed = "SELECT count(*) FROM catalog_runs WHERE kind = 'rehearsal'";
    wait_for(ground, rehearsed, "2");
    ground.sql("UPDATE catalog_schedules SET is_on = false");
    let whose = asha.subscriber.clone();
    let of = |column: &str, table: &str| {
        ground.sql(&format!(
            "SELECT {column} FROM {table} WHERE subscriber = '{whose}' LIMIT 1"
        ))
    };
    let keys = &mut asha.keys.0;
    keys.insert("email", email.to_owned());
    keys.insert("id", last(begun.header("location")));
    keys.insert("entry", of("key", "catalog_entries"));
    keys.insert("schedule", of("key", "catalog_schedules"));
    keys.insert("place", of("key", "catalog_places"));
    keys.insert("user", of("owner", "sign_in_names"));
    assert!(keys.values().all(|key| key.len() > 8), "{keys:?}");
}

/// The names of everything of the first occur in no answer.
fn refuse_canary(answer: &Answer, at: &str) {
    let told = answer.body.to_lowercase();
    assert!(!told.contains("quokka"), "{at}: {}", answer.body);
}

/// What would end the session with which the others are asked.
fn ends(row: &Row) -> bool {
    let of_session = ["/account/sign-out", "/account/acting/end"];
    row.method == "POST" && of_session.contains(&row.path)
        || row.is("POST", "/businesses/{key}/removal")
}

/// Where an answer leads, but for the key of what was begun.
fn led_to(hers: &Keys, answer: &Answer) -> String {
    let to = nobodys(hers, answer.header("location"));
    let begun = to
        .rsplit_once("/jobs/")
        .map(|(before, _)| before.to_owned());
    begun.unwrap_or(to)
}

/// The same text with keys that nobody has in place of hers.
fn nobodys(hers: &Keys, text: &str) -> String {
    hers.0.values().fold(text.to_owned(), |text, key| {
        text.replace(key.as_str(), &format!("{}0000", &key[..key.len() - 4]))
    })
}

/// Asks for every address with these keys; what is not refused, though a key of the first stands
/// in it.
fn let_in(browser: &Browser, keys: &Keys, hers: &Keys, form: &str) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows().iter().filter(|row| !ends(row)) {
        let mut path = keys.fill(row.path);
        let asks_for_hers = !hers.holes_of(&path).is_empty();
        if row.method == "GET" && !form.is_empty() {
            path = format!("{path}?{form}");
        }
        let answer = visit(browser, row.method, &path, form);
        let at = format!("{} {path}: {}", row.method, answer.status);
        refuse_canary(&answer, &at);
        assert!(answer.status < 500, "{at}: {}", answer.body);
        if !asks_for_hers || REFUSED.contains(&answer.status) {
            continue;
        }
        // Some complain of the form, or lead on, before they look: for a key that nobody has too.
        let (unknown, form) = (nobodys(hers, &path), nobodys(hers, form));
        let nobodys_answer = visit(browser, row.method, &unknown, &form);
        let is_alike = answer.status == nobodys_answer.status
            && led_to(hers, &answer) == led_to(hers, &nobodys_answer);
        if answer.status == 200 || !is_alike {
            found.push(at);
        }
    }
    found
}

#[test]
fn with_anothers_session_every_address_is_of_nobody() {
    let Some(two) = Two::new() else { return };
    let before = held(&two.ground, &two.asha.subscriber);
    let hers = &two.asha.keys;
    // All keys are hers, and then only those of what lies in a business.
    let inner = ["record", "attachment", "email", "entry", "id"];
    for keys in [
        two.mixed(&hers.0.keys().copied().collect::<Vec<_>>()),
        two.mixed(&inner),
    ] {
        let found = let_in(&two.bela.browser, &keys, hers, "");
        assert!(found.is_empty(), "{found:#?}");
    }
    // Her keys stand where forms and queries of one's own take keys.
    for value in hers.0.values() {
        let form: Vec<String> = NAMES.iter().map(|it| format!("{it}={value}")).collect();
        let found = let_in(&two.bela.browser, &two.bela.keys, hers, &form.join("&"));
        assert!(found.is_empty(), "{found:#?}");
    }
    assert_eq!(held(&two.ground, &two.asha.subscriber), before);
    assert_eq!(visit(&two.bela.browser, "GET", "/", "").status, 200);
}

#[test]
fn with_anothers_session_under_her_mark_every_address_is_closed() {
    let Some(two) = Two::new() else { return };
    let before = held(&two.ground, &two.asha.subscriber);
    let mut mixed = two.bela.browser.clone();
    let whose = two.asha.subscriber.clone();
    mixed.cookies.insert("subscriber".to_owned(), whose);
    for row in rows().iter().filter(|row| row.wanted != "anyone") {
        let path = two.asha.keys.fill(row.path);
        let answer = visit(&mixed, row.method, &path, "");
        let at = format!("{} {path}: {}", row.method, answer.status);
        refuse_canary(&answer, &at);
        let is_led = answer.header("location").starts_with("/sign-in");
        assert!(is_led || REFUSED.contains(&answer.status), "{at}");
    }
    assert_eq!(held(&two.ground, &two.asha.subscriber), before);
}

/// Bodies that name what is hers, for each way in which an operation changes something.
fn bodies(keys: &Keys) -> [String; 2] {
    let (record, key) = (keys.get("record"), keys.get("attachment"));
    [
        r#"{"Name":"Mallory"}"#.to_owned(),
        format!(r#"{{"Name":"Mallory","ControlAccount":"{record}","Key":"{key}"}}"#),
    ]
}

#[test]
fn with_anothers_token_every_operation_is_of_nobody() {
    let Some(two) = Two::new() else { return };
    let before = held(&two.ground, &two.asha.subscriber);
    let hers = &two.asha.keys;
    let all: Vec<&str> = hers.0.keys().copied().collect();
    // The mark of the first before the secret of the second: a token that nobody has.
    let mark = |whose: &Furnished| whose.subscriber.replace('-', "");
    let forged = two.bela.token.replace(&mark(&two.bela), &mark(&two.asha));
    assert_ne!(forged, two.bela.token);
    for operation in operations(&two.node) {
        for (keys, token, is_forged) in [
            (two.mixed(&all), &two.bela.token, false),
            (two.mixed(&["record", "attachment"]), &two.bela.token, false),
            (two.mixed(&all), &forged, true),
        ] {
            for body in bodies(hers) {
                let mut path = keys.fill(&operation.path);
                let asks_for_hers = !hers.holes_of(&path).is_empty();
                if operation.id == "attachFile" {
                    path.push_str("?name=b.txt");
                }
                let answer = ask(&two.node, token, &operation.method, &path, &body);
                let at = format!("{} {path}: {}", operation.id, answer.status);
                refuse_canary(&answer, &at);
                assert!(answer.status < 500, "{at}: {}", answer.body);
                let wanted: &[u16] = if is_forged { &[401, 429] } else { &REFUSED };
                let is_told = wanted.contains(&answer.status);
                assert!(is_told || !(asks_for_hers || is_forged), "{at}");
            }
        }
    }
    // Her keys in the query and in what a record of one's own refers to.
    let mine = two.bela.keys.fill("/api/v1/businesses/{business}/records");
    for value in hers.0.values() {
        for name in ["after", "search", "Customer", "Key"] {
            let path = format!("{mine}/customers?{name}={value}");
            refuse_canary(&ask(&two.node, &two.bela.token, "GET", &path, ""), &path);
        }
        let body = format!(r#"{{"Date":"2026-11-22","Customer":"{value}","Lines":[{{}}]}}"#);
        let path = format!("{mine}/sales-invoices");
        let answer = ask(&two.node, &two.bela.token, "POST", &path, &body);
        assert_eq!(answer.status, 422, "{value}: {}", answer.body);
        refuse_canary(&answer, &path);
    }
    assert_eq!(held(&two.ground, &two.asha.subscriber), before);
}
