//! Records made, read, changed and deleted by a program (SPEC-api.md, 2).

use crate::world::{Answer, World};
use axum::http::StatusCode;
use books::Key;
use serde_json::json;
use users::{Role, Scope};

/// A server, a token that may write, and the address of a business.
fn start() -> (World, String, Key) {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Write, None);
    let business = world.business(1);
    (world, token, business)
}

fn kind(business: Key, slug: &str) -> String {
    format!("/api/v1/businesses/{business}/records/{slug}")
}

async fn made(world: &World, token: &str, business: Key, name: &str) -> Answer {
    let body = json!({ "Name": name }).to_string();
    let path = kind(business, "customers");
    let answer = world.ask(token, "POST", &path, &[], &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{:?}", answer.json());
    answer
}

#[tokio::test]
async fn a_record_is_made_read_changed_and_deleted_and_history_names_the_token() {
    let (world, token, business) = start();
    let created = made(&world, &token, business, "Karim").await;
    let path = created.header("location").to_owned();
    let etag = created.header("etag").to_owned();
    let read = world.get(&token, &path).await;
    assert_eq!(read.json()["content"]["Name"], "Karim");
    assert_eq!(read.header("etag"), etag);
    let same = world
        .ask(&token, "GET", &path, &[("if-none-match", &etag)], "")
        .await;
    assert_eq!(same.status, StatusCode::NOT_MODIFIED);

    let body = json!({ "Name": "Karim & Sons" }).to_string();
    let changed = world
        .ask(&token, "PATCH", &path, &[("if-match", &etag)], &body)
        .await;
    assert_eq!(changed.status, StatusCode::OK, "{:?}", changed.json());
    assert_eq!(changed.json()["content"]["Name"], "Karim & Sons");
    let renewed = changed.header("etag").to_owned();
    assert_ne!(renewed, etag);

    let deleted = world
        .ask(&token, "DELETE", &path, &[("if-match", &renewed)], "")
        .await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    assert_eq!(world.get(&token, &path).await.status, StatusCode::NOT_FOUND);

    let opened = world.app.store.open(business).expect("a business");
    let mut names = Vec::new();
    let reader = opened.read().expect("a reader");
    let visited = reader.each_entry(0, &mut |entry| {
        names.push(entry.draft.stamp.user_name.clone());
        Ok(())
    });
    visited.expect("the trail");
    let ours = names.iter().filter(|name| *name == "User 1 · API: Till");
    assert_eq!(ours.count(), 3, "{names:?}");
}

#[tokio::test]
async fn who_did_not_read_the_last_version_changes_nothing() {
    let (world, token, business) = start();
    let created = made(&world, &token, business, "Karim").await;
    let path = created.header("location").to_owned();
    let first = created.header("etag").to_owned();
    let change = |name: &str| json!({ "Name": name }).to_string();
    let bare = world.ask(&token, "PUT", &path, &[], &change("A")).await;
    assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
    assert_eq!(bare.code(), "version-needed");
    let won = world
        .ask(&token, "PUT", &path, &[("if-match", &first)], &change("B"))
        .await;
    assert_eq!(won.status, StatusCode::OK);
    for method in ["PUT", "PATCH", "DELETE"] {
        let late = world
            .ask(&token, method, &path, &[("if-match", &first)], &change("C"))
            .await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{method}");
        assert_eq!(late.code(), "version-differs");
    }
    assert_eq!(
        world.get(&token, &path).await.json()["content"]["Name"],
        "B"
    );
}

#[tokio::test]
async fn the_rules_of_the_pages_hold() {
    let (world, token, business) = start();
    let customers = kind(business, "customers");
    let too_long = json!({ "Name": "x".repeat(100_000) }).to_string();
    let nobody = json!({ "Customer": "c0000000-0000-4000-8000-000000000001" }).to_string();
    let cases = [
        ("customers", "{", StatusCode::BAD_REQUEST, "json-refused"),
        (
            "customers",
            "[]",
            StatusCode::UNPROCESSABLE_ENTITY,
            "json-refused",
        ),
        (
            "customers",
            &too_long,
            StatusCode::UNPROCESSABLE_ENTITY,
            "text-too-long",
        ),
        (
            "sales-invoices",
            &nobody,
            StatusCode::UNPROCESSABLE_ENTITY,
            "choice-unknown",
        ),
        ("nosuch", "{}", StatusCode::NOT_FOUND, "kind-unknown"),
    ];
    for (slug, body, status, code) in cases {
        let answer = world
            .ask(&token, "POST", &kind(business, slug), &[], body)
            .await;
        assert_eq!(answer.status, status, "{slug} {:.40}", body);
        assert_eq!(answer.code(), code, "{slug}");
    }
    assert_eq!(
        world.get(&token, &customers).await.json()["records"],
        json!([])
    );
    let used = made(&world, &token, business, "Karim").await;
    let customer = used.json()["key"].clone();
    let invoice = json!({
        "IssueDate": "2026-11-22",
        "Customer": customer,
        "Lines": [{ "LineDescription": "Rice" }],
    })
    .to_string();
    let path = kind(business, "sales-invoices");
    let invoice = world.ask(&token, "POST", &path, &[], &invoice).await;
    assert_eq!(invoice.status, StatusCode::CREATED, "{:?}", invoice.json());
    assert_eq!(invoice.json()["content"]["Reference"], "1");
    let (path, etag) = (used.header("location"), used.header("etag"));
    let kept = world
        .ask(&token, "DELETE", path, &[("if-match", etag)], "")
        .await;
    assert_eq!(kept.status, StatusCode::CONFLICT);
    assert_eq!(kept.code(), "record-in-use");
}

#[tokio::test]
async fn lists_are_paged_searched_and_filtered() {
    let (world, token, business) = start();
    for number in 0..7 {
        made(&world, &token, business, &format!("Customer {number}")).await;
    }
    let path = kind(business, "customers");
    let mut after = String::new();
    let mut seen = Vec::new();
    loop {
        let page = world
            .get(&token, &format!("{path}?limit=3{after}"))
            .await
            .json();
        let records = page["records"].as_array().expect("records");
        assert!(records.len() <= 3);
        let names = records
            .iter()
            .map(|it| it["content"]["Name"].as_str().expect("a name"));
        seen.extend(names.map(str::to_owned));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    seen.sort();
    let all: Vec<String> = (0..7).map(|number| format!("Customer {number}")).collect();
    assert_eq!(seen, all);
    for (query, count) in [
        ("search=CUSTOMER%204", 1),
        ("Name=Customer%205", 1),
        ("Name=x", 0),
    ] {
        let page = world.get(&token, &format!("{path}?{query}")).await.json();
        assert_eq!(
            page["records"].as_array().expect("records").len(),
            count,
            "{query}"
        );
    }
    for query in [
        "limit=0",
        "limit=501",
        "after=x",
        "nosuch=1",
        "from=2026-01-01",
    ] {
        let answer = world.get(&token, &format!("{path}?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.code(), "query-refused");
    }
}

#[tokio::test]
async fn a_file_is_attached_sent_and_removed() {
    let (world, token, business) = start();
    let created = made(&world, &token, business, "Karim").await;
    let record = created.header("location");
    let path = format!("{record}/attachments?name=note.txt");
    let attached = world.ask(&token, "POST", &path, &[], "paid in cash").await;
    assert_eq!(
        attached.status,
        StatusCode::CREATED,
        "{:?}",
        attached.json()
    );
    let file = attached.header("location").to_owned();
    let list = world
        .get(&token, &format!("{record}/attachments"))
        .await
        .json();
    assert_eq!(list["attachments"][0]["name"], "note.txt");
    let sent = world.get(&token, &file).await;
    assert_eq!(sent.bytes, b"paid in cash");
    assert_eq!(sent.header("x-content-type-options"), "nosniff");
    let large = "x".repeat(1_000_001);
    let refused = world.ask(&token, "POST", &path, &[], &large).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let removed = world.ask(&token, "DELETE", &file, &[], "").await;
    assert_eq!(removed.status, StatusCode::NO_CONTENT);
    assert_eq!(world.get(&token, &file).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_report_is_answered() {
    let (world, token, business) = start();
    made(&world, &token, business, "Karim").await;
    let path = format!("/api/v1/businesses/{business}/reports");
    let names = world.get(&token, &path).await.json();
    let names = names["reports"].as_array().expect("names").clone();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        let name = name.as_str().expect("a name");
        let answer = world.get(&token, &format!("{path}/{name}")).await;
        let is_fine = answer.status == StatusCode::OK
            // Statements ask whom they are about.
            || answer.status == StatusCode::UNPROCESSABLE_ENTITY;
        assert!(is_fine, "{name}: {:?}", answer.json());
    }
}
