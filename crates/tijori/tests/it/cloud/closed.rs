//! Every address and every operation in every state of a subscription (docs/SPEC-cloud.md, 9;
//! security.md S47, T-A8): closed books answer 402 to whoever is in, change nothing, and tell
//! nobody else; open ones never do.

use super::browser::{Answer, Browser};
use super::everything::{Furnished, Row, ask, furnished, held, operations, rows, visit};
use super::ground::{Ground, Node};
use serde_json::Value;

/// Every state, and whether it closes the books.
const STATES: [(&str, bool); 5] = [
    ("expired", true),
    ("cancelled", true),
    ("trial", false),
    ("active", false),
    ("past-due", false),
];

/// What goes on in closed books: coming in, a new password, what pages are made of, and going out.
fn stays_open(row: &Row) -> bool {
    let open = ["/sign-in", "/new-password", "/assets", "/preferences"];
    open.iter().any(|it| row.path.starts_with(it)) || row.is("POST", "/account/sign-out")
}

/// What ends the ground on which the others are asked.
fn ends(row: &Row) -> bool {
    let last = row.path.ends_with("/removal") && row.path.matches('/').count() == 3;
    let session = ["/account/sign-out", "/account/acting/end"].contains(&row.path);
    row.method == "POST" && (last || session)
}

fn put(ground: &Ground, state: &str) {
    ground.json(&["subscriber", "set-state", "Quokka firm", state]);
}

#[test]
fn spec_9_2_every_address_in_every_state() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--portal-origin", "http://portal.example"]);
    let asha = furnished(&node, "Quokka", "asha@lamp.example");
    let mut stranger = node.browser();
    let whose = asha.subscriber.clone();
    stranger.cookies.insert("subscriber".to_owned(), whose);
    let mut told: Vec<Vec<(u16, String, String)>> = Vec::new();
    for (state, is_over) in STATES {
        put(&ground, state);
        let before = held(&ground, &asha.subscriber);
        told.push(outside(&stranger, &asha));
        inside(&asha, state, is_over);
        if is_over {
            assert_eq!(held(&ground, &asha.subscriber), before, "{state}");
        }
    }
    for of_state in &told {
        assert_eq!(of_state, &told[0], "who is not in learns nothing");
    }
}

/// What whoever is not signed in is told at every address, but for forms that are counted as tries.
fn outside(stranger: &Browser, asha: &Furnished) -> Vec<(u16, String, String)> {
    let asked = rows();
    let asked = asked
        .iter()
        .filter(|row| row.wanted != "anyone" || row.method == "GET");
    let told = asked.map(|row| {
        let answer = visit(stranger, row.method, &asha.keys.fill(row.path), "");
        assert_ne!(answer.status, 402, "{} {}", row.method, row.path);
        refuse_canary(&answer, row.path);
        let location = answer.header("location").to_owned();
        (answer.status, location, answer.body)
    });
    told.collect()
}

/// Asks for every address as its owner.
fn inside(asha: &Furnished, state: &str, is_over: bool) {
    for row in rows() {
        if stays_open(&row) && row.method != "GET" || ends(&row) && !is_over {
            continue;
        }
        let answer = visit(&asha.browser, row.method, &asha.keys.fill(row.path), "");
        let at = format!("{state}: {} {}: {}", row.method, row.path, answer.status);
        if is_over && !stays_open(&row) {
            assert_eq!(answer.status, 402, "{at}");
            let (type_, rest) = (answer.header("content-type"), &answer.body);
            assert!(type_.starts_with("text/html"), "{at}");
            assert!(rest.contains("Your books are closed"), "{at}: {rest}");
            refuse_canary(&answer, &at);
        } else {
            assert_ne!(answer.status, 402, "{at}");
            assert!(answer.status < 500, "{at}: {}", answer.body);
        }
    }
    let page = visit(&asha.browser, "GET", "/", "");
    let wanted = if is_over { 402 } else { 200 };
    assert_eq!(page.status, wanted, "{state}: still signed in");
}

fn refuse_canary(answer: &Answer, at: &str) {
    assert!(!answer.body.contains("Quokka"), "{at}: {}", answer.body);
}

#[test]
fn spec_9_2_every_operation_in_every_state() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = furnished(&node, "Quokka", "asha@lamp.example");
    let operations = operations(&node);
    let mut unknown = asha.token.clone();
    unknown.replace_range(asha.token.len() - 8.., "00000000");
    for (state, is_over) in STATES {
        put(&ground, state);
        let before = held(&ground, &asha.subscriber);
        for operation in &operations {
            let path = asha.keys.fill(&operation.path);
            let path = match operation.id.as_str() {
                "attachFile" => format!("{path}?name=b.txt"),
                _ => path,
            };
            let at = format!("{state}: {}", operation.id);
            let asked = |token: &str| {
                let body = r#"{"Name":"Changed"}"#;
                ask(&node, token, &operation.method, &path, body)
            };
            if is_over {
                // Whoever guesses learns nothing of the subscription.
                assert_eq!(asked(&unknown).status, 401, "{at}");
                closed(&asked(&asha.token), &at);
            } else {
                let status = asked(&asha.token).status;
                assert!(
                    ![401, 402].contains(&status) && status < 500,
                    "{at}: {status}"
                );
            }
        }
        if is_over {
            assert_eq!(held(&ground, &asha.subscriber), before, "{state}");
        } else {
            assert_ne!(held(&ground, &asha.subscriber), before, "{state} changes");
        }
    }
    assert_eq!(ask_with_none(&node, &asha), 401);
}

/// What a program gets without any token.
fn ask_with_none(node: &Node, asha: &Furnished) -> u16 {
    let path = asha.keys.fill("/api/v1/businesses/{business}");
    ask(node, "", "GET", &path, "").status
}

/// The problem that programs are told, in the form of all others.
fn closed(answer: &Answer, at: &str) {
    assert_eq!(answer.status, 402, "{at}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let problem: Value = serde_json::from_str(&answer.body).expect("a problem");
    assert_eq!(problem["code"], "subscription-over", "{at}");
    assert_eq!(problem["status"], 402, "{at}");
    refuse_canary(answer, at);
}
