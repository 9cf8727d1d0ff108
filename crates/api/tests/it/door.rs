//! Who gets in (SPEC-api.md, 1).

use crate::world::{HOST, World};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use users::{AccessToken, Role, Scope, Secret};

const BUSINESSES: &str = "/api/v1/businesses";

#[tokio::test]
async fn nobody_gets_in_without_a_token_that_works() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let good = world.token(user, Scope::Read, None);
    assert_eq!(world.get(&good, BUSINESSES).await.status, StatusCode::OK);
    for wrong in ["", "tij_", "tij_0000", "nonsense", &good[..good.len() - 1]] {
        let answer = world.get(wrong, BUSINESSES).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{wrong}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        assert_eq!(answer.code(), "token-refused");
    }
    let early = Timestamp::now() - SignedDuration::from_hours(48);
    let life = SignedDuration::from_hours(1);
    let made = AccessToken::new(user, "Old", Scope::Read, None, early, life);
    let (token, Secret(old)) = made.expect("a token");
    let directory = world.users.sign_in.directory();
    directory.put_token(&token).expect("a directory");
    let answer = world.get(&old, BUSINESSES).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_cookie_opens_nothing_and_a_foreign_host_is_told_nothing() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Read, None);
    let with = |name: header::HeaderName, value: &str, host: &str| {
        let request = Request::builder().uri(BUSINESSES);
        let request = request.header(header::HOST, host).header(name, value);
        request.body(Body::empty()).expect("a request")
    };
    let cookie = with(header::COOKIE, &format!("session={token}"), HOST);
    let answer = world.send(cookie).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let bearer = format!("Bearer {token}");
    let foreign = with(header::AUTHORIZATION, &bearer, "evil.example");
    let answer = world.send(foreign).await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    assert!(answer.bytes.is_empty());
}

#[tokio::test]
async fn a_token_in_an_address_is_revoked() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Read, None);
    let shown = world
        .get(&token, &format!("{BUSINESSES}?token={token}"))
        .await;
    assert_eq!(shown.status, StatusCode::UNAUTHORIZED);
    let after = world.get(&token, BUSINESSES).await;
    assert_eq!(after.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_disabled_user_has_no_token_any_more() {
    let world = World::new();
    world.user(1, Role::Administrator);
    let key = world.user(2, Role::Administrator);
    let token = world.token(key, Scope::Write, None);
    let directory = world.users.sign_in.directory();
    let mut user = directory.user(key).expect("a directory").expect("a user");
    user.is_disabled = true;
    directory.put_user(&user).expect("a directory");
    let answer = world.get(&token, BUSINESSES).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn whoever_guesses_has_to_wait() {
    let world = World::new();
    let mut last = StatusCode::OK;
    // The minute may change in between, once.
    for _ in 0..130 {
        let answer = world.get("tij_guess", BUSINESSES).await;
        last = answer.status;
        if last == StatusCode::TOO_MANY_REQUESTS {
            let seconds: u64 = answer.header("retry-after").parse().expect("seconds");
            let words = format!("Wait {seconds} seconds");
            assert!(String::from_utf8_lossy(&answer.bytes).contains(&words));
            break;
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    // Whoever guesses keeps nobody out who shows a token that works from the same address.
    let user = world.user(1, Role::Administrator);
    let good = world.token(user, Scope::Read, None);
    assert_eq!(world.get(&good, BUSINESSES).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Write, None);
    let nowhere = world.get(&token, "/api/nowhere").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    assert_eq!(nowhere.code(), "page-not-found");
    let wrong = world.ask(&token, "DELETE", BUSINESSES, &[], "").await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(wrong.code(), "method-refused");
}
