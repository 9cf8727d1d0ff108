//! Requests of other sites (security.md T-A4, S36): every changing address refuses them, and no
//! address changes anything when it is looked at.

use crate::access::{Browser, Server};
use crate::addresses;
use crate::world::{Answer, HOST};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::collections::BTreeMap;

/// A key that nothing has.
const NOTHING: &str = "c0ffee00-0000-4000-8000-000000000001";

/// What the browser of a person says when another site has it ask.
const FOREIGN: [&[(&str, &str)]; 6] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("origin", "http://127.0.0.1:7879")],
    &[
        ("sec-fetch-site", "cross-site"),
        ("origin", "http://127.0.0.1:7878"),
    ],
];

fn fill(path: &str, business: &str) -> String {
    let parts = path.split('/').enumerate().map(|(at, part)| match part {
        "{slug}" => "customers",
        "{report}" => "trial-balance",
        "{name}" => "style.css",
        "{sequence}" | "{row}" | "{number}" => "1",
        hole if hole.starts_with('{') && at == 2 && path.starts_with("/businesses/") => business,
        hole if hole.starts_with('{') => NOTHING,
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

async fn send(
    server: &Server,
    browser: &Browser,
    (method, path): (&str, &str),
    content_type: &str,
    says: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, HOST)
        .header(header::CONTENT_TYPE, content_type)
        .header(header::COOKIE, browser.header());
    for (name, value) in says {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from("name=x")).expect("a request");
    server.world.send(request).await
}

#[tokio::test]
async fn no_other_site_changes_anything() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let (business, _) = server.business(&rahima, "Dokan").await;
    let key = business.rsplit('/').next().expect("a key");
    let before = server.world.app.store.businesses().expect("the list").len();
    let mut tried = 0;
    for (path, methods) in addresses::all(&server.world.app) {
        for method in methods.into_iter().filter(|method| *method != "GET") {
            for says in FOREIGN {
                for kind in [
                    "application/x-www-form-urlencoded",
                    "text/plain",
                    "multipart/form-data; boundary=edge",
                ] {
                    let at = fill(&path, key);
                    let answer = send(&server, &rahima, (method, &at), kind, says).await;
                    let status = answer.status;
                    assert_eq!(status, StatusCode::FORBIDDEN, "{method} {path} {says:?}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1000, "only {tried} were tried");
    let after = server.world.app.store.businesses().expect("the list").len();
    assert_eq!(after, before);
    assert!(server.get(&rahima, "/account").await.status.is_success());
}

#[tokio::test]
async fn looking_changes_nothing() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let (business, _) = server.business(&rahima, "Dokan").await;
    let key = business.rsplit('/').next().expect("a key").to_owned();
    let before = state(&server, &key);
    for (path, methods) in addresses::all(&server.world.app) {
        if methods.contains(&"GET") {
            let answer = server.get(&rahima, &fill(&path, &key)).await;
            assert!(
                !answer.status.is_server_error(),
                "{path}: {}",
                answer.text()
            );
        }
    }
    assert_eq!(state(&server, &key), before);
}

/// The records and History of the business, the users, and what lies in Trash.
fn state(server: &Server, key: &str) -> (Vec<Vec<u8>>, usize, String, usize) {
    let store = &server.world.app.store;
    let opened = store.open(key.parse().expect("a key")).expect("it");
    let reader = opened.read().expect("a reader");
    let mut records = BTreeMap::new();
    reader
        .each_object(None, &mut |object| {
            records.insert(object.key, object.content);
            Ok(())
        })
        .expect("the records");
    let mut entries = 0;
    reader
        .each_entry(1, &mut |_| {
            entries += 1;
            Ok(())
        })
        .expect("the trail");
    let users = server.users.sign_in.directory().users();
    let users = format!("{:?}", users.expect("the users"));
    let trash = store.trash().expect("the trash").len();
    (records.into_values().collect(), entries, users, trash)
}
