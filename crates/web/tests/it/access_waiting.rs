//! Every form that is tried too often says when to try again, in its words and in `Retry-After`
//! (SPEC-users.md, 3.3).

use crate::access::{Browser, Server};
use crate::emails_server::Server as MailServer;
use crate::resetting::enter_account;
use crate::world::Answer;
use axum::http::StatusCode;

/// More tries than any form takes before it makes one wait.
const TRIES_MAX: usize = 40;

/// What the header says, and that the page says the same.
fn told(answer: &Answer, form: &str) {
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{form}");
    let seconds: u64 = answer.header("retry-after").parse().expect("seconds");
    assert!((1..=900).contains(&seconds), "{form}: {seconds}");
    let words = format!("Wait {seconds} seconds");
    assert!(
        answer.text().contains(&words),
        "{form}: {words}: {}",
        answer.text()
    );
}

/// Sends a form until it makes one wait.
async fn worn_out(server: &Server, browser: &Browser, path: &str, form: &str) -> Answer {
    let mut last = None;
    for _ in 0..TRIES_MAX {
        let answer = server.ask(browser, "POST", path, form).await;
        let is_over = answer.status == StatusCode::TOO_MANY_REQUESTS;
        if !is_over {
            assert_eq!(answer.header("retry-after"), "", "{path}");
        }
        last = Some(answer);
        if is_over {
            break;
        }
    }
    last.expect("an answer")
}

#[tokio::test]
async fn spec_3_3_forms_of_strangers_say_when_to_try_again() {
    for form in ["name=rahima&password=wrong", "name=nobody&password=wrong"] {
        let server = Server::new();
        let answer = worn_out(&server, &Browser::default(), "/sign-in", form).await;
        told(&answer, form);
    }
}

#[tokio::test]
async fn spec_3_3_who_asks_for_too_many_links_is_told_when_to_try_again() {
    let Some(mail) = MailServer::start("starttls") else {
        return;
    };
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    enter_account(&server, &administrator, &mail).await;
    let form = "name=nobody";
    let answer = worn_out(&server, &Browser::default(), "/new-password", form).await;
    told(&answer, form);
}

#[tokio::test]
async fn spec_3_3_forms_of_whoever_is_signed_in_say_when_to_try_again() {
    for (path, form) in [
        ("/account/proof", "proof_password=wrong&back=/"),
        (
            "/account/password",
            "present=wrong&password=nine+grey+ships+at+sea",
        ),
    ] {
        let server = Server::new();
        let browser = server.signed_in("rahima").await;
        let answer = worn_out(&server, &browser, path, form).await;
        told(&answer, path);
    }
}
