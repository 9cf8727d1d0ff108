//! A new password by email: asked for without telling who is there, sent through the account of the
//! server, used once (security.md S32, T-A7).

use crate::access::{Browser, Server};
use crate::emails_server::{Server as MailServer, read_by_python};
use crate::emails_setting::PASSWORD as MAIL_PASSWORD;
use axum::http::StatusCode;
use jiff::Timestamp;
use std::time::{Duration, Instant};
use users::{Directory, Role, User};

/// How long a letter may take.
const PATIENCE: Duration = Duration::from_secs(60);

fn form(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", web::addresses::escaped(value)))
        .collect();
    pairs.join("&")
}

/// Enters the account of the server as an administrator does, and tests it.
pub(crate) async fn enter_account(server: &Server, administrator: &Browser, mail: &MailServer) {
    let port = mail.port.to_string();
    let fields = form(&[
        ("host", "localhost"),
        ("port", &port),
        ("security", "starttls"),
        ("username", "rahima"),
        ("password", MAIL_PASSWORD),
        ("from_name", "Books"),
        ("from_address", "books@example.com"),
        ("copy", "on"),
        ("emails_per_hour", "100"),
        ("authority", &mail.authority),
        ("act", "test"),
    ]);
    let kept = server
        .ask(administrator, "POST", "/server/email", &fields)
        .await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text());
    assert!(kept.text().contains("Everything works"), "{}", kept.text());
    assert!(!kept.text().contains(MAIL_PASSWORD));
}

fn give_address(server: &Server, name: &str, email: &str) -> User {
    let directory = server.users.sign_in.directory();
    let user = named(directory, name);
    let user = User {
        email: email.to_owned(),
        ..user
    };
    directory.put_user(&user).expect("a directory");
    user
}

fn named(directory: &dyn Directory, name: &str) -> User {
    let user = directory.user_named(name).expect("a directory");
    user.expect("a user")
}

/// Recipients and texts of the letters so far, once there are so many.
async fn letters(mail: &MailServer, count: usize) -> Vec<(Vec<String>, String)> {
    let begun = Instant::now();
    loop {
        let taken = mail.taken();
        if taken.len() >= count {
            let messages: Vec<Vec<u8>> = taken.iter().map(|it| it.data.clone()).collect();
            let texts = read_by_python(&messages).into_iter().map(|read| {
                assert_eq!(read["defects"], serde_json::json!([]));
                read["text"].as_str().expect("a text").to_owned()
            });
            return taken.into_iter().map(|it| it.to).zip(texts).collect();
        }
        assert!(begun.elapsed() < PATIENCE, "no letter arrives");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn link_in(text: &str) -> String {
    let (_, rest) = text
        .split_once("https://books.example.com")
        .expect("a link at the origin that was configured");
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest[..end].to_owned()
}

#[tokio::test]
async fn without_a_mail_account_the_page_sends_to_the_administrator() {
    let server = Server::new();
    let stranger = Browser::default();
    let page = server.get(&stranger, "/new-password").await.text();
    assert!(page.contains("Ask an administrator for a link"), "{page}");
    let asked = server
        .ask(&stranger, "POST", "/new-password", "name=rahima")
        .await
        .text();
    assert!(asked.contains("Ask an administrator for a link"));
    let events = server.users.sign_in.directory().events(None, 10);
    let links = events.expect("a log").into_iter();
    assert!(
        links
            .map(|event| event.kind.code())
            .all(|code| code != "password-link-asked")
    );
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_by_a_link_that_works_once() {
    let Some(mail) = MailServer::start("starttls") else {
        return;
    };
    let server = Server::new();
    server.add(2, "karim", Role::Administrator);
    give_address(&server, "karim", "karim@example.com");
    let administrator = server.signed_in("rahima").await;
    enter_account(&server, &administrator, &mail).await;
    let before = server.signed_in("karim").await;
    let stranger = Browser::default();
    let page = server.get(&stranger, "/new-password").await.text();
    assert!(page.contains("name=\"name\""), "{page}");
    for name in ["Karim@Example.com", "karim", "rahima", "nobody"] {
        let asked = server
            .ask(&stranger, "POST", "/new-password", &form(&[("name", name)]))
            .await;
        assert_eq!(asked.status, StatusCode::OK);
        assert!(asked.text().contains("a link is on its way"));
    }
    // Two for the one who has an address; the sender's own mailbox gets no copy of a link.
    let taken = letters(&mail, 2).await;
    assert_eq!(taken.len(), 2);
    assert!(taken.iter().all(|(to, _)| *to == ["karim@example.com"]));
    let link = link_in(&taken[0].1);
    let weak = server.ask(&stranger, "POST", &link, "password=karim").await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wanted = form(&[("password", "another horse and another battery")]);
    let set = server.ask(&stranger, "POST", &link, &wanted).await;
    assert_eq!(set.location(), "/sign-in", "nobody is signed in by a link");
    assert!(set.headers.get("set-cookie").is_none());
    for used in [&link, &link_in(&taken[1].1)] {
        let again = server.ask(&stranger, "POST", used, &wanted).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let ended = server.get(&before, "/").await;
    assert!(ended.location().starts_with("/sign-in"));
    let notice = letters(&mail, 3).await.pop().expect("a notice");
    assert!(notice.1.contains("a new password was set"), "{}", notice.1);
    assert_eq!(notice.0, ["karim@example.com"]);
}

#[tokio::test]
async fn an_administrator_sends_a_link_without_seeing_it() {
    let Some(mail) = MailServer::start("starttls") else {
        return;
    };
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    server.add(2, "karim", Role::Administrator);
    let karim = named(server.users.sign_in.directory(), "karim");
    let path = format!("/users/{}/letter", karim.key);
    let unsent = server.ask(&administrator, "POST", &path, "").await.text();
    assert!(unsent.contains("The link was not sent"), "{unsent}");
    enter_account(&server, &administrator, &mail).await;
    give_address(&server, "karim", "karim@example.com");
    let sent = server.ask(&administrator, "POST", &path, "").await.text();
    let taken = letters(&mail, 1).await;
    let link = link_in(&taken[0].1);
    assert!(sent.contains("is on its way") && !sent.contains(&link));
    let page = server.get(&Browser::default(), &link).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn a_changed_address_is_told_to_the_one_before() {
    let Some(mail) = MailServer::start("starttls") else {
        return;
    };
    let server = Server::new();
    give_address(&server, "rahima", "old@example.com");
    let browser = server.signed_in("rahima").await;
    enter_account(&server, &browser, &mail).await;
    let refused = form(&[("email", "no address")]);
    let refused = server
        .ask(&browser, "POST", "/account/email", &refused)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let changed = form(&[("email", "new@example.com")]);
    let changed = server
        .ask(&browser, "POST", "/account/email", &changed)
        .await;
    assert_eq!(changed.location(), "/account?done=1");
    let notice = letters(&mail, 1).await.pop().expect("a notice");
    assert_eq!(notice.0, ["old@example.com"]);
    assert!(notice.1.contains("another address"), "{}", notice.1);
    let page = server.get(&browser, "/account").await.text();
    assert!(page.contains("new@example.com"));
}

#[tokio::test]
async fn only_administrators_reach_the_account_of_the_server() {
    let server = Server::new();
    server.add(2, "karim", Role::Member(std::collections::BTreeMap::new()));
    let karim = server.signed_in("karim").await;
    for (method, path) in [
        ("GET", "/server/email"),
        ("POST", "/server/email"),
        ("POST", "/server/email/removal"),
    ] {
        let answer = server.ask(&karim, method, path, "").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
    }
    let rahima = server.signed_in("rahima").await;
    let page = server.get(&rahima, "/server/email").await.text();
    assert!(page.contains("name=\"host\""));
}

#[tokio::test]
async fn asking_too_often_waits_alike_for_known_and_unknown_names() {
    let server = Server::new();
    give_address(&server, "rahima", "rahima@example.com");
    let sign_in = &server.users.sign_in;
    let now = Timestamp::now();
    for name in ["rahima", "nobody"] {
        let presented = users::Presented {
            address: format!("192.0.2.{}", name.len()),
            ..users::Presented::default()
        };
        let codes: Vec<&str> = (0..6)
            .map(|_| match sign_in.ask_for_link(name, &presented, now) {
                Ok(_) => "",
                Err(error) => error.code(),
            })
            .collect();
        assert_eq!(codes, ["", "", "", "", "", "too-many-tries"], "{name}");
    }
}
