//! Known and unknown names are answered alike, in words and in headers (security.md T-A7, S32).
//!
//! That they cost alike is counted and not timed: one comparison each (`users`,
//! `sign_in/tests.rs`); the letter to whoever is known goes out on a thread of its own.

use crate::access::{Browser, Server};
use crate::world::Answer;
use mail::{MailSettings, Mailbox};
use users::Role;

/// Names that are asked for known and unknown: fewer than an address may try.
const NAMES: u8 = 9;

/// An answer without what was typed, and without what differs in every answer.
fn looks(answer: &Answer, typed: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = answer.headers.iter().map(|(name, value)| {
        let value = value.to_str().expect("a header").to_owned();
        (name.to_string(), value)
    });
    let mut headers: Vec<_> = headers.collect();
    headers.sort();
    let body = answer.text().replace(typed, "TYPED");
    // The length follows what was typed.
    headers.retain(|(name, _)| name != "content-length");
    (answer.status.as_u16(), headers, body)
}

/// A server that can write to its users, and so many of them.
fn server() -> Server {
    let server = Server::new();
    let from = Mailbox::parse("Books <books@example.com>").expect("an address");
    let mut account = MailSettings::new("127.0.0.1", from);
    account.port = 25;
    let vault = server.world.app.mailroom.vault().expect("a vault");
    vault.keep_installation_mail(&account).expect("an account");
    for number in 0..NAMES {
        server.add(number + 20, &known(number), Role::Administrator);
    }
    server
}

fn known(number: u8) -> String {
    format!("known{number}")
}

/// Asks for known and unknown names in turn, a name each so that nobody has to wait: every answer
/// looks alike.
async fn are_alike(path: &str, form: impl Fn(&str) -> String) {
    let server = server();
    for number in 0..NAMES {
        let mut first = None;
        for name in [known(number), format!("naugh{number}")] {
            let (form, browser) = (form(&name), Browser::default());
            let answer = server.ask(&browser, "POST", path, &form).await;
            let looked = looks(&answer, &name);
            let first = first.get_or_insert_with(|| looked.clone());
            assert_eq!(*first, looked, "{path}");
        }
    }
}

#[tokio::test]
async fn a_sign_in_tells_nothing_of_who_is_there() {
    are_alike("/sign-in", |name| format!("name={name}&password=wrong")).await;
}

#[tokio::test]
async fn a_forgotten_password_tells_nothing_of_who_is_there() {
    are_alike("/new-password", |name| format!("name={name}")).await;
}
