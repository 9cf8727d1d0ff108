//! The security log for administrators, and what forms of users refuse (SPEC-users.md, 1.1, 4.2).

use crate::access::{Browser, PASSWORD, Server, member};
use crate::access_own::{between, code_of};
use crate::keeping::place;
use crate::world::{Answer, HOST};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use backup::catalog_key;
use books::Key;
use catalog::EntryFilter;
use jiff::{Timestamp, ToSpan};
use std::time::{Duration, Instant};
use users::{Event, EventKind, Level};

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

/// What is at the end of work that began with this answer: where it leads to, or its own page.
async fn ended(server: &Server, browser: &Browser, first: &Answer) -> String {
    let page = first.location();
    let begun = Instant::now();
    loop {
        let told = server.get(browser, &page).await;
        if told.status == StatusCode::SEE_OTHER {
            return told.location();
        }
        if !told.text().contains("data-poll") {
            return page;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "no end: {page}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Sends a form, which must not be refused.
async fn done(server: &Server, browser: &Browser, path: &str, form: &str) -> Answer {
    let answer = server.ask(browser, "POST", path, form).await;
    let is_fine = answer.status.is_success() || answer.status.is_redirection();
    assert!(is_fine, "{path}: {} {}", answer.status, answer.text());
    answer
}

/// Sends a file as the Import page does.
async fn send_file(server: &Server, browser: &Browser, bytes: &[u8]) -> Answer {
    let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.manager\"\r\n\
                Content-Type: application/octet-stream\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    let request = Request::post("/imports")
        .header(header::HOST, HOST)
        .header(header::CONTENT_LENGTH, body.len())
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, browser.header())
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(Body::from(body))
        .expect("a request");
    server.world.send(request).await
}

/// A backup is made, downloaded and brought in; one is kept, and goes to Trash.
async fn act_on_backups(server: &Server, browser: &Browser, business: &str) {
    let form = "attachments=on&emails=on&history=on&form=compressed";
    let made = done(server, browser, &format!("{business}/backups"), form).await;
    let page = ended(server, browser, &made).await;
    let file = server.get(browser, &format!("{page}/file")).await;
    assert_eq!(file.status, StatusCode::OK);
    let looked = send_file(server, browser, &file.bytes).await;
    let mut preview = looked.location();
    if preview.starts_with("/looking/") {
        preview = ended(server, browser, &looked).await;
    }
    let confirmed = done(server, browser, &format!("{preview}/confirmation"), "").await;
    ended(server, browser, &confirmed).await;

    let kept_in = place(&server.world, "Blue disk").key;
    let form = format!("place={kept_in}&attachments=on&emails=on&history=on");
    for name in ["First", "Second"] {
        let path = format!("{business}/records/customers");
        done(server, browser, &path, &format!("Name={name}")).await;
        let run = done(server, browser, &format!("{business}/keeping"), &form).await;
        ended(server, browser, &run).await;
    }
    let key: Key = business
        .rsplit('/')
        .next()
        .expect("a key")
        .parse()
        .expect("a key");
    let catalog = server.world.app.keeping.catalog().expect("a catalogue");
    let filter = EntryFilter::of(catalog_key(key));
    let mut entries = catalog.entries(&filter).expect("entries");
    entries.sort_by_key(|entry| entry.made_at);
    let first = format!("{business}/keeping/entries/{}", entries[0].key);
    let file = server.get(browser, &format!("{first}/file")).await;
    assert_eq!(file.status, StatusCode::OK);
    done(server, browser, &format!("{first}/removal"), "").await;
}

/// Somebody is made, changed, helped with a link, acted for and removed.
async fn act_on_users(server: &Server, browser: &mut Browser) {
    let page = done(server, browser, "/users", "name=jamal&full_name=Jamal")
        .await
        .location();
    let link = done(server, browser, &format!("{page}/link"), "")
        .await
        .text();
    let link = between(&link, "https://books.example.com", "<").to_owned();
    let form = format!("password={}", PASSWORD.replace(' ', "+"));
    done(server, &Browser::default(), &link, &form).await;
    let acting = done(server, browser, &format!("{page}/acting"), "").await;
    browser.take(&acting);
    let back = done(server, browser, "/account/acting/end", "").await;
    browser.take(&back);
    done(server, browser, &format!("{page}/removal"), "").await;
}

/// What somebody does with what proves who they are.
async fn act_on_oneself(server: &Server, browser: &Browser) {
    done(server, browser, "/account/email", "email=new%40example.com").await;
    let until = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let until = until.saturating_add(10.days());
    let form = format!("name=Till&scope=read&business=&until={until}");
    done(server, browser, "/account/tokens", &form).await;
    let page = server.get(browser, "/account/second-factor").await.text();
    let seed = between(&page, "name=\"seed\" value=\"", "\"").to_owned();
    let form = format!("seed={seed}&code={}", code_of(&seed));
    done(server, browser, "/account/second-factor", &form).await;
    let wrong = "present=wrong&wanted=a+second+horse+and+a+third+battery";
    let refused = server
        .ask(browser, "POST", "/account/password", wrong)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The mail account of a business is kept.
async fn keep_mail_account(server: &Server, browser: &Browser, business: &str) {
    let fields = "host=localhost&port=2525&security=starttls&username=rahima&password=secret\
        &from_name=Books&from_address=books%40example.com&emails_per_hour=100&act=save";
    let path = format!("{business}/settings/email");
    done(server, browser, &path, fields).await;
}

/// SPEC-users.md, 4.1. The door for programs is the crate `api`'s, and the erasure of an account
/// the customer portal's, where it is tested.
#[tokio::test]
async fn every_kind_is_written_by_the_act_it_names() {
    let server = Server::new();
    let mut rahima = server.signed_in("rahima").await;
    let (business, customer) = server.business(&rahima, "Dokan").await;
    act_on_backups(&server, &rahima, &business).await;
    keep_mail_account(&server, &rahima, &business).await;
    act_on_users(&server, &mut rahima).await;
    server.add(2, "karim", member(&[(&business, Level::Auditor)]));
    let karim = server.signed_in("karim").await;
    let path = format!("{business}/record/{customer}/deletion");
    let denied = server.ask(&karim, "POST", &path, "").await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    done(&server, &karim, "/account/sign-out", "").await;
    act_on_oneself(&server, &rahima).await;
    let now = Timestamp::now();
    let shown = web::programs::bearer(&server.users, "tij_none", "192.0.2.7", now);
    assert!(shown.expect("a directory").is_none());

    let directory = server.users.sign_in.directory();
    let events = directory.events(None, 1_000).expect("the log");
    for kind in EventKind::ALL {
        let is_told = events.iter().any(|event| event.kind == kind);
        assert_eq!(is_told, kind != EventKind::AccountErasure, "{kind:?}");
    }
    let told = |kind: EventKind, detail: &str| {
        let found = events
            .iter()
            .find(|it| it.kind == kind && it.detail == detail);
        found
            .unwrap_or_else(|| panic!("no {kind:?} {detail}: {events:?}"))
            .clone()
    };
    let (key, admin) = (
        business.rsplit('/').next().expect("a key"),
        Key::from_bytes([1; 16]),
    );
    for (kind, detail) in [
        (EventKind::BackupMade, "to-download"),
        (EventKind::BackupMade, "kept"),
        (EventKind::BackupDownloaded, "books"),
        (EventKind::BackupDeleted, "to-trash"),
        (EventKind::MailAccountChanged, "kept"),
    ] {
        let line = told(kind, detail);
        assert_eq!(line.about.map(|it| it.to_string()).as_deref(), Some(key));
        assert_eq!(line.by, Some(admin), "{kind:?}");
    }
    let downloads = events
        .iter()
        .filter(|it| it.kind == EventKind::BackupDownloaded);
    assert_eq!(
        downloads.count(),
        2,
        "of the one just made and of the kept one"
    );
    for detail in ["made", "removed"] {
        assert_eq!(told(EventKind::UserChanged, detail).by, Some(admin));
    }
    assert_eq!(told(EventKind::PasswordLinkAsked, "made").by, Some(admin));
    assert_eq!(told(EventKind::AccessChanged, "member").by, Some(admin));
    assert_eq!(told(EventKind::BusinessImported, "new").by, Some(admin));
    assert_eq!(
        told(EventKind::SignInRefused, "present-password").by,
        Some(admin)
    );
}
