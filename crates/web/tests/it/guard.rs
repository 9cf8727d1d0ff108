//! Who is answered, and under which headers.

use crate::world::{HOST, World};
use axum::body::Body;
use axum::http::{Request, StatusCode};

#[tokio::test]
async fn every_page_has_the_headers() {
    let world = World::new();
    let business = world.business("Shop").await;
    for path in [
        "/",
        "/nothing-here",
        "/trash",
        business.as_str(),
        "/businesses/x",
    ] {
        let answer = world.get(path).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(
            answer.header("content-type").starts_with("text/html"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn assets_may_be_kept_and_nothing_else_is_served() {
    let world = World::new();
    let style = world.get("/assets/style.css").await;
    assert_eq!(style.status, StatusCode::OK);
    assert!(style.header("cache-control").contains("immutable"));
    assert_eq!(
        world.get("/assets/..%2FCargo.toml").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_and_changes_nothing() {
    let world = World::new();
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ] {
        let request = Request::post("/businesses")
            .header("host", HOST)
            .header(name, value)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("name=Evil&country=BD"))
            .expect("a request");
        let answer = world.send(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(
            answer.text().contains("another website"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn a_foreign_host_is_not_answered() {
    let world = World::new();
    for host in ["evil.example:7878", "127.0.0.1:80", ""] {
        let request = Request::get("/").header("host", host).body(Body::empty());
        let answer = world.send(request.expect("a request")).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert_eq!(answer.text(), "", "{host}");
    }
    let request = Request::get("/")
        .header("host", "LOCALHOST:7878")
        .body(Body::empty());
    assert_eq!(
        world.send(request.expect("a request")).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn scripts_in_data_are_shown_and_never_run() {
    let world = World::new();
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let business = world.business(evil).await;
    for path in [
        "/",
        &business,
        &format!("{business}/history"),
        &format!("{business}/backups/new"),
    ] {
        let page = world.page(path).await;
        assert!(page.contains("&lt;script&gt;alert(1)"), "{path}");
        assert!(
            !page.contains("<script>alert") && !page.contains("<img src=x"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn preferences_are_kept_in_strict_cookies_and_lead_back() {
    let world = World::new();
    let form = [
        ("language", "bn"),
        ("digits", "native"),
        ("grouping", "indian"),
        ("back", "/trash"),
    ];
    let answer = world.post("/preferences", &form).await;
    let cookies: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|cookie| cookie.to_str().expect("readable"))
        .collect();
    assert_eq!(cookies.len(), 3);
    for cookie in &cookies {
        assert!(
            cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"),
            "{cookie}"
        );
    }
    assert_eq!(answer.location(), "/trash");
    let away = world
        .post("/preferences", &[("back", "//evil.example")])
        .await;
    assert_eq!(away.location(), "/");
}

#[tokio::test]
async fn forms_that_are_no_forms_are_refused_with_a_page() {
    let world = World::new();
    let request = Request::post("/businesses")
        .header("host", HOST)
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .expect("a request");
    let answer = world.send(request).await;
    assert!(answer.status.is_client_error());
    assert!(
        answer.text().contains("<!DOCTYPE html>"),
        "{}",
        answer.text()
    );
    assert_eq!(
        world.get("/preferences").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}
