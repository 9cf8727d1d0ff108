//! Administrators of the Cloud edition need a second factor after a week (SPEC-cloud.md, 8.5).

use crate::access::{Browser, PASSWORD, Server, member};
use crate::access_own::code_of;
use axum::http::StatusCode;
use books::Key;
use jiff::{SignedDuration, Timestamp};
use users::{Level, Role};

/// A server of many subscribers, on which rahima's account was made so many days ago.
fn cloud(days: i64) -> Server {
    let server = Server::of_subscribers();
    made_ago(&server, 1, days);
    server
}

fn made_ago(server: &Server, number: u8, days: i64) {
    let directory = server.users.sign_in.directory();
    let user = directory
        .user(Key::from_bytes([number; 16]))
        .expect("a directory");
    let mut user = user.expect("a user");
    user.created_at = Timestamp::now() - SignedDuration::from_hours(24 * days);
    directory.put_user(&user).expect("a directory");
}

/// Whether a page is led away to where a second factor is set up.
async fn is_led(server: &Server, browser: &Browser, path: &str) -> bool {
    let answer = server.get(browser, path).await;
    answer.status == StatusCode::SEE_OTHER && answer.header("location") == "/account/second-factor"
}

#[tokio::test]
async fn for_a_week_every_page_says_from_when_on() {
    let server = cloud(6);
    let browser = server.signed_in("rahima").await;
    let page = server.get(&browser, "/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("you need a second factor here from"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn afterwards_nothing_goes_on_but_setting_it_up() {
    let server = cloud(8);
    let browser = server.signed_in("rahima").await;
    for path in [
        "/",
        "/users",
        "/trash",
        "/account",
        "/account/tokens",
        "/imports/new",
        "/nosuch",
    ] {
        assert!(is_led(&server, &browser, path).await, "{path}");
    }
    let refused = server
        .ask(&browser, "POST", "/businesses", "name=Dokan&country=BD")
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(
        refused.text().contains("second factor"),
        "{}",
        refused.text()
    );
    let page = server.get(&browser, "/account/second-factor").await;
    assert!(
        page.text()
            .contains("Administrators need a second factor here")
    );
    let out = server.ask(&browser, "POST", "/account/sign-out", "").await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn once_it_is_set_up_the_way_is_free() {
    let server = cloud(8);
    let browser = server.signed_in("rahima").await;
    let page = server.get(&browser, "/account/second-factor").await.text();
    let seed = page.split("name=\"seed\" value=\"").nth(1).expect("a seed");
    let seed = seed.split('"').next().expect("its end").to_owned();
    let code = code_of(&seed);
    let password = PASSWORD.replace(' ', "+");
    let form = format!("seed={seed}&code={code}&present={password}");
    let added = server
        .ask(&browser, "POST", "/account/second-factor", &form)
        .await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.text());
    assert_eq!(server.get(&browser, "/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn members_need_none_and_neither_do_other_editions() {
    let server = cloud(8);
    let administrator = Server::new();
    made_ago(&administrator, 1, 800);
    let browser = administrator.signed_in("rahima").await;
    assert_eq!(
        administrator.get(&browser, "/").await.status,
        StatusCode::OK
    );
    let key = Key::from_bytes([9; 16]);
    let role: Role = member(&[(&format!("/businesses/{key}"), Level::Full)]);
    server.add(2, "karim", role);
    made_ago(&server, 2, 800);
    let browser = server.signed_in("karim").await;
    assert_eq!(server.get(&browser, "/").await.status, StatusCode::OK);
}
