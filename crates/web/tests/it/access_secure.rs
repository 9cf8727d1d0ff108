//! Cookies where browsers come by HTTPS, and the last day of somebody's access (security.md S34;
//! SPEC-users.md, 2.2).

use crate::access::{Browser, PASSWORD, Server};
use crate::access_own::{between, code_of};
use crate::world::Answer;
use axum::http::{StatusCode, header};
use books::Key;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;
use users::{Access, Level, Role};

/// What an answer sets, the secrets left out: each of the 64 figures of one is told as `*`.
fn set_by(answer: &Answer) -> Vec<String> {
    let lines = answer.headers.get_all(header::SET_COOKIE).iter();
    let told = lines.map(|line| {
        let text = line.to_str().expect("text");
        let (pair, attributes) = text.split_once(';').expect("attributes");
        let (name, secret) = pair.split_once('=').expect("a pair");
        let is_secret = secret.len() == 64 && secret.bytes().all(|it| it.is_ascii_hexdigit());
        assert!(is_secret || secret.is_empty(), "{text}");
        let shown = if is_secret { "*" } else { "" };
        format!("{name}={shown};{attributes}")
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

const SESSION: &str = "__Host-session=*; Path=/; SameSite=Strict; HttpOnly; Secure";
const DEVICE: &str = "__Host-device=*; Max-Age=31536000; Path=/; SameSite=Strict; HttpOnly; Secure";
const BEGUN: &str = "__Host-begun=*; Max-Age=600; Path=/; SameSite=Strict; HttpOnly; Secure";

/// S34.
#[tokio::test]
async fn cookies_of_a_secure_server_are_for_its_host_and_https_alone() {
    let server = Server::secure();
    let form = format!("name=rahima&password={}&back=/", PASSWORD.replace(' ', "+"));
    let mut browser = Browser::default();
    let entered = server.ask(&browser, "POST", "/sign-in", &form).await;
    assert_eq!(set_by(&entered), [DEVICE, SESSION]);
    browser.take(&entered);
    assert_eq!(server.get(&browser, "/").await.status, StatusCode::OK);
    // What another site of the domain, or plain HTTP, could set has another name, and is none.
    let secret = browser.0["__Host-session"].clone();
    for name in ["session", "__Secure-session", "__host-session"] {
        let other = Browser(BTreeMap::from([(name.to_owned(), secret.clone())]));
        let answer = server.get(&other, "/").await;
        assert!(answer.location().starts_with("/sign-in"), "{name}");
    }

    let page = server.get(&browser, "/account/second-factor").await.text();
    let seed = between(&page, "name=\"seed\" value=\"", "\"").to_owned();
    let right = format!("seed={seed}&code={}", code_of(&seed));
    let added = server
        .ask(&browser, "POST", "/account/second-factor", &right)
        .await
        .text();
    let paper = between(&added, "<li><code>", "<").to_owned();
    let mut late = Browser::default();
    let begun = server.ask(&late, "POST", "/sign-in", &form).await;
    assert_eq!(set_by(&begun), [BEGUN]);
    let half = begun.headers[header::SET_COOKIE].to_str().expect("text");
    let half = between(half, "__Host-begun=", ";").to_owned();
    let code = format!("code={paper}&back=/");
    let plain = Browser(BTreeMap::from([("begun".to_owned(), half)]));
    let refused = server.ask(&plain, "POST", "/sign-in/code", &code).await;
    assert_ne!(refused.header("location"), "/");
    late.take(&begun);
    let entered = server.ask(&late, "POST", "/sign-in/code", &code).await;
    assert_eq!(entered.location(), "/");
    assert!(set_by(&entered).contains(&SESSION.to_owned()));
    late.take(&entered);
    let out = server.ask(&late, "POST", "/account/sign-out", "").await;
    let gone = "__Host-session=; Max-Age=0; Path=/; SameSite=Strict; HttpOnly; Secure";
    assert_eq!(set_by(&out), [gone]);
}

/// SPEC-users.md, 2.2: between these two zones it is nowhere the same day for long.
#[tokio::test]
async fn the_last_day_of_an_auditor_is_a_day_of_the_business() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    for (number, zone) in [(11, "Pacific/Kiritimati"), (12, "Pacific/Pago_Pago")] {
        let form = format!(
            "name=Shop+{number}&country=BD&time_zone={}",
            zone.replace('/', "%2F")
        );
        let made = server.ask(&rahima, "POST", "/businesses", &form).await;
        let business = made.location();
        let key: Key = business
            .rsplit('/')
            .next()
            .expect("a key")
            .parse()
            .expect("a key");
        let there = TimeZone::get(zone).expect("a zone");
        let today = Timestamp::now().to_zoned(there).date();
        for (more, last, status) in [
            (0, today, StatusCode::OK),
            (10, today.saturating_sub(1.day()), StatusCode::NOT_FOUND),
        ] {
            let access = Access {
                level: Level::Auditor,
                until: Some(last),
            };
            let name = format!("auditor-{}", number + more);
            let role = Role::Member(BTreeMap::from([(key, access)]));
            server.add(number + more, &name, role);
            let auditor = server.signed_in(&name).await;
            let page = server.get(&auditor, &format!("{business}/history")).await;
            assert_eq!(page.status, status, "{zone}, until {last}");
        }
    }
}
