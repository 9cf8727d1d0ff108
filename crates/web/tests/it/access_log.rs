//! The security log for administrators, and what forms of users refuse (SPEC-users.md, 1.1, 4.2).

use crate::access::{Server, member};
use axum::http::StatusCode;
use books::Key;
use jiff::{Timestamp, ToSpan};
use users::{Event, EventKind};

const KARIM: Key = Key::from_bytes([2; 16]);

/// A line of the log so many seconds ago.
fn note(server: &Server, seconds: i64, kind: EventKind, by: Option<Key>, detail: &str) {
    let event = Event {
        at: Timestamp::now() - seconds.seconds(),
        kind,
        by,
        about: None,
        address: "192.0.2.7".to_owned(),
        detail: detail.to_owned(),
    };
    let directory = server.users.sign_in.directory();
    directory.note(&event).expect("a line");
}

/// A server whose log has many lines of one user, and an older one.
fn logged() -> Server {
    let server = Server::new();
    let karim = KARIM;
    server.add(2, "karim", member(&[]));
    for number in 0..120 {
        note(
            &server,
            1_000 + number,
            EventKind::AccessDenied,
            Some(karim),
            &format!("line-{number}."),
        );
    }
    note(
        &server,
        5_000,
        EventKind::Impersonation,
        None,
        "oldest-line",
    );
    server
}

#[tokio::test]
async fn an_administrator_reads_the_security_log_page_by_page() {
    let server = logged();
    let rahima = server.signed_in("rahima").await;
    let page = server.get(&rahima, "/users/log").await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    assert!(
        page.contains("Signed in") && page.contains("192.0.2.7"),
        "{page}"
    );
    let (first, second) = (
        page.find("line-0.").expect("a line"),
        page.find("line-1.").expect("a line"),
    );
    assert!(first < second, "the newest first");
    assert!(!page.contains("oldest-line"), "a hundred at a time");
    let next = page
        .split("rel=\"next\" href=\"")
        .nth(1)
        .expect("the way on");
    let next = next
        .split('"')
        .next()
        .expect("an address")
        .replace("&amp;", "&");
    let older = server.get(&rahima, &next).await.text();
    assert!(
        older.contains("oldest-line") && older.contains("line-119."),
        "{older}"
    );
    assert!(!older.contains("line-0."), "{older}");
}

#[tokio::test]
async fn the_log_is_found_by_user_and_by_kind_and_is_for_administrators() {
    let server = logged();
    let karim = KARIM;
    let rahima = server.signed_in("rahima").await;
    let found = server
        .get(&rahima, &format!("/users/log?user={karim}&kind="))
        .await
        .text();
    assert!(
        found.contains("line-5.") && !found.contains("oldest-line"),
        "{found}"
    );
    let found = server
        .get(&rahima, "/users/log?kind=impersonation")
        .await
        .text();
    assert!(
        found.contains("oldest-line") && !found.contains("line-5."),
        "{found}"
    );
    assert!(
        server
            .get(&rahima, "/users")
            .await
            .text()
            .contains("href=\"/users/log\"")
    );
    let karim = server.signed_in("karim").await;
    assert_eq!(
        server.get(&karim, "/users/log").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_of_a_user_with_rights_that_are_none_is_refused() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let (business, _) = server.business(&rahima, "Dokan").await;
    let key = business.rsplit('/').next().expect("a key");
    let nowhere = "c0ffee00-0000-4000-8000-000000000001";
    for form in [
        format!("level.{key}=root"),
        format!("level.{nowhere}=full"),
        "level.nokey=full".to_owned(),
        format!("level.{key}=custom&right.{key}.nosuch.v=on"),
        format!("level.{key}=custom&right.{nowhere}.customers.v=on"),
        "full_name=A+5+%E2%86%92+Custo".to_owned(),
        "full_name=A+5+%C2%B7+API%3A+boot".to_owned(),
    ] {
        let answer = server
            .ask(&rahima, "POST", "/users", &format!("name=jamal&{form}"))
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    let made = server
        .ask(
            &rahima,
            "POST",
            "/users",
            &format!("name=jamal&level.{key}=full"),
        )
        .await;
    assert!(made.location().starts_with("/users/"));
    let wide = "name=%EF%BC%AAamal";
    let again = server.ask(&rahima, "POST", "/users", wide).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the same name"
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_of_what_was_typed() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let form = "present=wrong&wanted=a+second+horse+and+a+third+battery";
    let answer = server.ask(&rahima, "POST", "/account/password", form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("The present password is wrong"));
    assert!(!answer.text().contains("The name or the password"));
    let form = "code=wrong&name=karim&password=a+second+horse+and+a+third+battery";
    let answer = server.ask(&rahima, "POST", "/setup", form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        !answer.text().contains("link was used"),
        "{}",
        answer.text()
    );
    assert!(answer.text().contains("The code is wrong or too old"));
}
