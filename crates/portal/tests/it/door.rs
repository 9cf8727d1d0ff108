//! Who comes in, and what they see.

use crate::ground::Ground;
use axum::http::Request;
use portal::SubscriptionState;

/// SPEC-portal.md, 2.1 and 2.2.
#[tokio::test]
async fn spec_2_1_the_answer_is_the_same_whatever_is_wrong() {
    let ground = Ground::new(SubscriptionState::Active);
    let wrong = ground
        .send_form("", "/sign-in", "name=asha&password=wrong")
        .await;
    let unknown = ground
        .send_form("", "/sign-in", "name=none&password=wrong")
        .await;
    assert_eq!((wrong.status, unknown.status), (422, 422));
    assert_eq!(wrong.text().replace("asha", "none"), unknown.text());
    assert_eq!(wrong.header("set-cookie"), "");
    let waits = ground
        .send_form("", "/sign-in", "name=asha&password=too+often")
        .await;
    assert_eq!(waits.status, 429);
    assert_eq!(waits.header("retry-after"), "4");
    assert!(waits.text().contains("Wait 4 seconds"), "{}", waits.text());

    let right = ground
        .send_form("", "/sign-in", "name=asha&password=right")
        .await;
    assert_eq!((right.status, right.header("location")), (303, "/"));
    assert_eq!(
        right.header("set-cookie"),
        "__Host-portal=asha; Path=/; SameSite=Strict; HttpOnly; Secure"
    );
}

#[tokio::test]
async fn spec_2_1_the_second_factor_is_asked_for_where_there_is_one() {
    let ground = Ground::new(SubscriptionState::Active);
    let begun = ground
        .send_form("", "/sign-in", "name=asha&password=right+and+a+code")
        .await;
    assert_eq!(begun.header("location"), "/sign-in/code");
    assert!(
        begun
            .header("set-cookie")
            .starts_with("__Host-portal-begun=asha; Max-Age=600")
    );
    let coded = |code: &'static str| {
        let request = Request::post("/sign-in/code")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("host", "portal.example")
            .header("cookie", "__Host-portal-begun=asha")
            .body(axum::body::Body::from(format!("code={code}")))
            .unwrap();
        tower::ServiceExt::oneshot(ground.router.clone(), request)
    };
    assert_eq!(coded("000000").await.unwrap().status(), 422);
    let done = coded("123456").await.unwrap();
    assert_eq!(done.status(), 303);
    let cookies: Vec<_> = done.headers().get_all("set-cookie").iter().collect();
    let [session, device, begun] = cookies[..] else {
        panic!("{cookies:?}")
    };
    assert!(session.to_str().unwrap().starts_with("__Host-portal=asha;"));
    // By this the browser is known the next time (2.2).
    assert_eq!(
        device,
        "__Host-portal-device=device-of-asha; Max-Age=31536000; Path=/; SameSite=Strict; \
         HttpOnly; Secure"
    );
    assert!(begun.to_str().unwrap().contains("Max-Age=0"));
}

/// SPEC-portal.md, 3.1: S47.
#[tokio::test]
async fn spec_3_1_backups_are_there_in_every_state_of_the_subscription() {
    for state in SubscriptionState::ALL {
        let ground = Ground::new(state);
        let list = ground.ask("asha", Request::get("/")).await;
        assert_eq!(list.status, 200, "{state:?}");
        assert!(
            list.text().contains("Lamp &amp; &lt;Shop&gt;"),
            "{}",
            list.text()
        );
        assert_eq!(list.text().contains("2028"), state.is_over(), "{state:?}");
        let business = format!("/businesses/{}", ground.ours.business);
        let backups = ground.ask("asha", Request::get(business)).await;
        assert_eq!(backups.status, 200, "{state:?}");
        // In two places, and one backup.
        assert_eq!(backups.text().matches("/backups/").count(), 1);
        let file = Ground::address(&ground.ours);
        assert_eq!(
            ground.ask("asha", Request::get(file)).await.status,
            200,
            "{state:?}"
        );
    }
}

/// SPEC-portal.md, 1.3.
#[tokio::test]
async fn spec_1_3_strangers_hosts_and_pages_get_nothing() {
    let ground = Ground::new(SubscriptionState::Active);
    let other_host = Request::get("/").header("host", "evil.example");
    assert_eq!(ground.ask("asha", other_host).await.status, 421);
    let cross = Request::post("/sign-out").header("sec-fetch-site", "cross-site");
    assert_eq!(ground.ask("asha", cross).await.status, 403);
    let page = ground.ask("asha", Request::get("/")).await;
    assert!(
        page.header("content-security-policy")
            .contains("default-src 'none'")
    );
    assert_eq!(page.header("cache-control"), "no-store");
    for path in ["/", "/businesses/x", &Ground::address(&ground.ours)] {
        let out = ground.ask("", Request::get(path)).await;
        assert_eq!(
            (out.status, out.header("location")),
            (303, "/sign-in"),
            "{path}"
        );
        let stale = ground.ask("nobody", Request::get(path)).await;
        assert_eq!(
            (stale.status, stale.header("location")),
            (303, "/sign-in"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_said_so() {
    let ground = Ground::new(SubscriptionState::Active);
    *ground.stand.is_down.lock().unwrap() = true;
    let list = ground.ask("asha", Request::get("/")).await;
    assert_eq!(list.status, 503);
    let entering = ground
        .send_form("", "/sign-in", "name=asha&password=right")
        .await;
    assert_eq!(entering.status, 503);
}
