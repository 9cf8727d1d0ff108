//! Known and unknown names are answered alike, in words, in headers and in time (security.md T-A7,
//! S32).

use crate::access::{Browser, Server};
use crate::world::Answer;
use mail::{MailSettings, Mailbox};
use std::time::{Duration, Instant};
use users::Role;

/// Names that are asked for at each server, known and unknown: fewer than an address may try.
const NAMES: u8 = 9;
/// Servers that are asked.
const SERVERS: u8 = 3;
/// How much longer one may take than the other: a tenth.
const TENTH: u32 = 10;
/// A machine that does other things meanwhile is asked again.
const ROUNDS: u8 = 4;

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

/// Half of the answers took at most so long.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
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
/// looks alike, and both take alike.
async fn are_alike(path: &str, form: impl Fn(&str) -> String) {
    let mut told = Vec::new();
    for _ in 0..ROUNDS {
        let (mut here, mut nowhere) = (Vec::new(), Vec::new());
        for _ in 0..SERVERS {
            let server = server();
            for number in 0..NAMES {
                let mut first = None;
                let naught = format!("naugh{number}");
                for (name, times) in [(known(number), &mut here), (naught, &mut nowhere)] {
                    let (form, browser) = (form(&name), Browser::default());
                    let begun = Instant::now();
                    let answer = server.ask(&browser, "POST", path, &form).await;
                    times.push(begun.elapsed());
                    let looked = looks(&answer, &name);
                    let first = first.get_or_insert_with(|| looked.clone());
                    assert_eq!(*first, looked, "{path}");
                }
            }
        }
        let (here, nowhere) = (median(here), median(nowhere));
        let longer = here.max(nowhere);
        if longer - here.min(nowhere) <= longer / TENTH {
            return;
        }
        told.push((here, nowhere));
    }
    panic!("{path} takes longer for one of them: {told:?}");
}

#[tokio::test]
async fn a_sign_in_tells_nothing_of_who_is_there() {
    are_alike("/sign-in", |name| format!("name={name}&password=wrong")).await;
}

#[tokio::test]
async fn a_forgotten_password_tells_nothing_of_who_is_there() {
    are_alike("/new-password", |name| format!("name={name}")).await;
}
