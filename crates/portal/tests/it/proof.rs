//! The proof before what is grave (SPEC-portal.md, 2.2a).

use crate::ground::{Answer, Ground};
use axum::http::Request;
use portal::SubscriptionState;

/// A member whose proof has become old, of a firm whose subscription is over.
fn ground(who: &str) -> Ground {
    let ground = Ground::new(SubscriptionState::Expired);
    ground.lets_proof_grow_old(who);
    ground
}

fn leads_to_proof(answer: &Answer) -> bool {
    answer.status == 303 && answer.header("location").starts_with("/proof?back=%2F")
}

/// A path in the query of another.
fn escaped(path: &str) -> String {
    path.replace('/', "%2F")
        .replace('-', "%2D")
        .replace('.', "%2E")
}

#[tokio::test]
async fn spec_2_2a_what_is_grave_leads_to_the_proof_and_does_nothing() {
    let ground = ground("asha");
    let address = Ground::address(&ground.ours);
    let expected = format!("/proof?back={}", escaped(&address));
    for request in [Request::get(&address), Request::head(&address)] {
        let answer = ground.ask("asha", request).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, expected.as_str())
        );
    }
    // A part of what was not begun is no resumption.
    let part = Request::get(&address).header("range", "bytes=0-");
    assert!(leads_to_proof(&ground.ask("asha", part).await));
    assert!(ground.stand.noted.lock().unwrap().is_empty());
    let description = ground
        .ask("asha", Request::get("/account/account.json"))
        .await;
    assert!(leads_to_proof(&description));
    assert!(ground.stand.described.lock().unwrap().is_empty());
    let gathering = ground.send_form("asha", "/account/exports", "").await;
    assert!(leads_to_proof(&gathering));
    assert!(ground.stand.errands.lock().unwrap().is_empty());
    // What is only looked at asks for nothing, and what is not theirs is not there.
    for path in ["/", "/account", "/account/export", "/account/erasure"] {
        assert_eq!(
            ground.ask("asha", Request::get(path)).await.status,
            200,
            "{path}"
        );
    }
    let theirs = Ground::address(&ground.theirs);
    assert_eq!(ground.ask("asha", Request::get(&theirs)).await.status, 404);
}

#[tokio::test]
async fn spec_2_2a_a_right_proof_renews_the_session_and_the_download_begins() {
    let ground = ground("asha");
    let address = Ground::address(&ground.ours);
    let led = ground.ask("asha", Request::get(&address)).await;
    let page = ground
        .ask("asha", Request::get(led.header("location")))
        .await;
    assert_eq!(page.status, 200);
    assert!(
        page.text()
            .contains(&format!("name=\"back\" value=\"{address}\""))
    );
    assert!(!page.text().contains("proof_code"), "no second factor");
    for (password, status) in [("wrong", 422), ("too often", 429)] {
        let form = format!("proof_password={password}&back={address}");
        let refused = ground.send_form("asha", "/proof", &form).await;
        assert_eq!(refused.status, status);
        assert!(refused.text().contains(&format!("value=\"{address}\"")));
        assert!(!refused.text().contains(&format!("value=\"{password}\"")));
    }
    let form = format!("proof_password=right&back={address}");
    let proved = ground.send_form("asha", "/proof", &form).await;
    assert_eq!(proved.status, 200);
    assert!(
        proved
            .text()
            .contains(&format!("href=\"{address}\" data-download"))
    );
    let cookie = proved.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-portal=asha-again;"), "{cookie}");
    let file = ground.ask("asha-again", Request::get(&address)).await;
    assert_eq!(file.status, 200);
    let before = ground.ask("asha", Request::get(&address)).await;
    assert_eq!(
        before.header("location"),
        "/sign-in",
        "the secret before is over"
    );
}

#[tokio::test]
async fn spec_2_2a_a_download_that_was_begun_goes_on_without_another_proof() {
    let ground = Ground::new(SubscriptionState::Expired);
    let address = Ground::address(&ground.ours);
    assert_eq!(ground.ask("asha", Request::get(&address)).await.status, 200);
    ground.lets_proof_grow_old("asha");
    let rest = Request::get(&address).header("range", "bytes=300000-");
    assert_eq!(ground.ask("asha", rest).await.status, 206);
    // From the beginning it is asked for anew, and by another member too.
    assert!(leads_to_proof(
        &ground.ask("asha", Request::get(&address)).await
    ));
    ground.stand.noted.lock().unwrap().clear();
    let rest = Request::get(&address).header("range", "bytes=300000-");
    assert!(leads_to_proof(&ground.ask("asha", rest).await));
}

#[tokio::test]
async fn spec_2_2a_a_second_factor_belongs_to_the_proof_which_leads_nowhere_else() {
    let ground = ground("other");
    let page = ground.ask("other", Request::get("/proof?back=%2F")).await;
    assert!(
        page.text().contains("name=\"proof_code\""),
        "{}",
        page.text()
    );
    let alone = "proof_password=right&back=/account";
    let refused = ground.send_form("other", "/proof", alone).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("The code is wrong"),
        "{}",
        refused.text()
    );
    let both = "proof_password=right&proof_code=123456&back=//evil.example";
    let proved = ground.send_form("other", "/proof", both).await;
    assert_eq!((proved.status, proved.header("location")), (303, "/"));
    let again = Request::get("/proof?back=https%3A%2F%2Fevil.example");
    let again = ground.ask("other-again", again).await;
    assert_eq!((again.status, again.header("location")), (303, "/"));
    *ground.stand.is_down.lock().unwrap() = true;
    let away = ground.send_form("other-again", "/proof", both).await;
    assert_eq!(away.status, 503);
}
