//! What a user keeps of their own: the second factor and access tokens (security.md S35, S38, S39).

use crate::access::{Browser, PASSWORD, Server};
use axum::http::StatusCode;
use jiff::{Timestamp, ToSpan};
use users::{AccessToken, Scope, SecondFactor, Secret};

/// What stands in a page between two texts.
pub(crate) fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split_once(after).expect("an end").0
}

/// The code of a seed as it stands in the form, at this moment.
pub(crate) fn code_of(seed: &str) -> String {
    let made = SecondFactor::from_typed(seed, "rahima", "books").expect("a seed");
    let totp: totp_rs::Totp = totp_rs::Builder::new()
        .with_secret(made.seed().to_vec())
        .build()
        .expect("a seed");
    let now = u64::try_from(Timestamp::now().as_second()).expect("a moment");
    totp.generate(now).to_string()
}

#[tokio::test]
async fn a_second_factor_is_added_asked_for_and_taken_away() {
    let server = Server::new();
    let browser = server.signed_in("rahima").await;
    let other = server.signed_in("rahima").await;
    let page = server.get(&browser, "/account/second-factor").await.text();
    assert!(page.contains("<svg class=\"qr-code\""), "the square");
    let seed = between(&page, "name=\"seed\" value=\"", "\"").to_owned();

    let wrong = format!("seed={seed}&code=000001");
    let refused = server
        .ask(&browser, "POST", "/account/second-factor", &wrong)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(&seed), "the same seed again");

    let right = format!("seed={seed}&code={}", code_of(&seed));
    let added = server
        .ask(&browser, "POST", "/account/second-factor", &right)
        .await
        .text();
    assert_eq!(added.matches("<li><code>").count(), 10, "codes on paper");
    let paper = between(&added, "<li><code>", "<").to_owned();
    // What was begun with the password alone is over.
    let ended = server.get(&other, "/account").await;
    assert!(ended.location().starts_with("/sign-in"));

    let mut late = Browser::default();
    let form = format!("name=rahima&password={}&back=/", PASSWORD.replace(' ', "+"));
    let begun = server.ask(&late, "POST", "/sign-in", &form).await;
    assert!(begun.location().starts_with("/sign-in/code"));
    late.take(&begun);
    let form = format!("code={paper}&back=/");
    let entered = server.ask(&late, "POST", "/sign-in/code", &form).await;
    assert_eq!(entered.location(), "/");
    late.take(&entered);

    let page = server.get(&late, "/account/second-factor").await.text();
    assert!(page.contains("9 codes on paper are left"), "{page}");
    let removal = "/account/second-factor/removal";
    let kept = server.ask(&late, "POST", removal, "present=wrong").await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = format!("present={}", PASSWORD.replace(' ', "+"));
    let gone = server.ask(&late, "POST", removal, &form).await;
    assert_eq!(gone.location(), "/account?done=1");
    server.signed_in("rahima").await;
}

#[tokio::test]
async fn a_token_is_made_shown_once_listed_and_revoked() {
    let server = Server::new();
    let browser = server.signed_in("rahima").await;
    let until = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let until = until.saturating_add(10.days());
    let form = format!("name=Till&scope=write&business=&until={until}");
    let made = server
        .ask(&browser, "POST", "/account/tokens", &form)
        .await
        .text();
    let secret = between(&made, "<p class=\"secret\" dir=\"ltr\">", "<").to_owned();
    assert!(secret.starts_with("tij_"), "{secret}");

    let sign_in = &server.users.sign_in;
    let (user, token) = sign_in
        .bearer(&Secret(secret.clone()), Timestamp::now())
        .expect("a directory")
        .expect("a token that works");
    assert_eq!(user.name, "rahima");
    assert_eq!((token.name.as_str(), token.scope), ("Till", Scope::Write));

    let list = server.get(&browser, "/account/tokens").await.text();
    assert!(list.contains("Till") && !list.contains(&secret), "{list}");
    let revocation = format!("/account/tokens/{}/revocation", token.key);
    // Another user's revocation takes nothing away.
    server.add(2, "karim", users::Role::Administrator);
    let stranger = server.signed_in("karim").await;
    let refused = server.ask(&stranger, "POST", &revocation, "").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(bearer(&server, &secret).is_some());
    server.ask(&browser, "POST", &revocation, "").await;
    assert!(bearer(&server, &secret).is_none());
}

fn bearer(server: &Server, secret: &str) -> Option<AccessToken> {
    let found = server
        .users
        .sign_in
        .bearer(&Secret(secret.to_owned()), Timestamp::now());
    found.expect("a directory").map(|(_, token)| token)
}

#[tokio::test]
async fn a_token_has_a_name_and_an_end_within_a_year() {
    let server = Server::new();
    let browser = server.signed_in("rahima").await;
    for form in [
        "name=&scope=read&until=2026-12-31",
        "name=Till&scope=read&until=2020-01-01",
        "name=Till&scope=read&until=2099-01-01",
        "name=Till&scope=read&until=soon",
    ] {
        let answer = server.ask(&browser, "POST", "/account/tokens", form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    let tokens = server.users.sign_in.directory();
    let user = tokens.user_named("rahima").expect("a directory");
    let key = user.expect("a user").key;
    assert!(tokens.tokens_of(key).expect("a directory").is_empty());
}
