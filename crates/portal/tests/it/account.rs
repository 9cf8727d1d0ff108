//! What concerns the whole account: everything to take along, erasure, receipts (SPEC-portal.md, 6
//! and 7).

use crate::ground::{Ground, RECEIPT};
use axum::http::Request;
use catalog::contract::key;
use catalog::{Contents, ErrandKind, ErrandState, Trouble};
use jiff::{SignedDuration, Timestamp};
use portal::SubscriptionState;

const PAGES: [&str; 4] = [
    "/account",
    "/account/export",
    "/account/account.json",
    "/account/erasure",
];
const ACTS: [&str; 3] = [
    "/account/exports",
    "/account/erasure",
    "/account/erasure/withdrawal",
];
/// The name of the firm as a form sends it, and the right password.
const SURE: &str = "firm=Lamp+%26+%3CFirm%3E+1&password=right";

async fn page(ground: &Ground, path: &str) -> String {
    let answer = ground.ask("asha", Request::get(path)).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

fn errands_count(ground: &Ground) -> usize {
    ground.stand.errands.lock().unwrap().len()
}

#[tokio::test]
async fn spec_6_1_and_7_1_nobody_but_an_administrator_finds_any_of_it() {
    let ground = Ground::new(SubscriptionState::Active);
    for path in PAGES {
        let stranger = ground.ask("", Request::get(path)).await;
        let told = (stranger.status, stranger.header("location"));
        assert_eq!(told, (303, "/sign-in"), "{path}");
        assert_eq!(
            ground.ask("clerk", Request::get(path)).await.status,
            404,
            "{path}"
        );
    }
    for path in ACTS {
        assert_eq!(ground.send_form("", path, SURE).await.status, 303, "{path}");
        assert_eq!(
            ground.send_form("clerk", path, SURE).await.status,
            404,
            "{path}"
        );
        let forged = Request::post(path)
            .header("sec-fetch-site", "cross-site")
            .header("content-type", "application/x-www-form-urlencoded");
        assert_eq!(ground.ask("asha", forged).await.status, 403, "{path}");
    }
    assert_eq!(errands_count(&ground), 0);
    assert!(ground.stand.described.lock().unwrap().is_empty());
    let list = ground.ask("clerk", Request::get("/")).await.text();
    assert!(!list.contains("href=\"/account\""), "{list}");
}

#[tokio::test]
async fn spec_6_1_everything_is_asked_for_once_and_listed_in_every_state() {
    for state in SubscriptionState::ALL {
        let ground = Ground::new(state);
        assert!(page(&ground, "/").await.contains("href=\"/account\""));
        assert!(
            page(&ground, "/account")
                .await
                .contains("href=\"/account/export\"")
        );
        let first = page(&ground, "/account/export").await;
        assert!(first.contains("Gather everything now"), "{first}");
        // The newest whole backup where there is one; those in Trash too.
        assert!(first.contains(&format!("/businesses/{}/backups/", key(11))));
        assert!(first.contains("Old Shop") && first.contains("None yet"));
        assert!(!first.contains("Ropes"), "that is another's");
        for _ in 0..2 {
            let asked = ground.send_form("asha", "/account/exports", "").await;
            let told = (asked.status, asked.header("location").to_owned());
            assert_eq!(told, (303, "/account/export".to_owned()));
        }
        assert_eq!(errands_count(&ground), 1);
        let wish = ground.stand.errands.lock().unwrap()[0].1.wish.clone();
        assert_eq!((wish.kind, wish.business), (ErrandKind::Export, None));
        assert_eq!(wish.contents, Contents::ALL);
        let waits = page(&ground, "/account/export").await;
        assert!(waits.contains("data-poll=\"/account/export\""), "{waits}");
        assert!(!waits.contains("Gather everything now"), "one at a time");
    }
}

#[tokio::test]
async fn spec_6_1_what_came_of_it_is_told() {
    let ground = Ground::new(SubscriptionState::Expired);
    ground.send_form("asha", "/account/exports", "").await;
    let end = |state: ErrandState| {
        let errand = &mut ground.stand.errands.lock().unwrap()[0].1;
        errand.state = state;
        errand.ended_at = Some(Timestamp::now());
    };
    end(ErrandState::Done);
    let done = page(&ground, "/account/export").await;
    assert!(done.contains("Everything is gathered"), "{done}");
    let names = vec![("names", "Candles & <Wax>".to_owned())];
    end(ErrandState::Failed(Trouble::new("errand-partly", names)));
    let partly = page(&ground, "/account/export").await;
    assert!(partly.contains("Candles &amp; &lt;Wax&gt;"), "{partly}");
    let reason = vec![("reason", "host 10.0.0.7".to_owned())];
    end(ErrandState::Failed(Trouble::new(
        "store-unreachable",
        reason,
    )));
    let failed = page(&ground, "/account/export").await;
    assert!(failed.contains("could not be done"), "{failed}");
    assert!(
        !failed.contains("10.0.0.7"),
        "that is for whoever runs the edition"
    );
}

#[tokio::test]
async fn spec_6_3_the_description_is_noted_before_its_first_byte_and_never_half() {
    let ground = Ground::new(SubscriptionState::Cancelled);
    let path = "/account/account.json";
    let looked = ground.ask("asha", Request::head(path)).await;
    assert_eq!(looked.status, 200);
    assert!(ground.stand.described.lock().unwrap().is_empty());
    let answer = ground.ask("asha", Request::get(path)).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert!(
        answer
            .header("content-disposition")
            .contains("account.json")
    );
    assert_eq!(answer.text(), format!("{{\"subscriber\": \"{}\"}}", key(1)));
    assert_eq!(*ground.stand.described.lock().unwrap(), [key(51)]);
    *ground.stand.breaks_off.lock().unwrap() = true;
    let cut = ground.ask("asha", Request::get(path)).await;
    assert!(cut.body.is_err(), "a browser sees that it failed");
}

#[tokio::test]
async fn spec_7_1_erasure_wants_the_name_of_the_firm_and_the_password() {
    let ground = Ground::new(SubscriptionState::Expired);
    let form = page(&ground, "/account/erasure").await;
    assert!(form.contains("Lamp &amp; &lt;Firm&gt; 1"), "{form}");
    assert!(form.contains("Seven days"));
    for (typed, status, said) in [
        ("firm=Lamp&password=right", 422, "not the name of the firm"),
        ("password=right", 422, "not the name of the firm"),
        (
            "firm=Lamp+%26+%3CFirm%3E+1&password=wrong",
            422,
            "password is wrong",
        ),
        ("firm=Lamp+%26+%3CFirm%3E+1", 422, "password is wrong"),
        (
            "firm=Lamp+%26+%3CFirm%3E+1&password=too+often",
            429,
            "Wait 4 seconds",
        ),
    ] {
        let answer = ground.send_form("asha", "/account/erasure", typed).await;
        assert_eq!(answer.status, status, "{typed}");
        let seconds = if status == 429 { "4" } else { "" };
        assert_eq!(answer.header("retry-after"), seconds, "{typed}");
        assert!(answer.text().contains(said), "{typed}: {}", answer.text());
        assert!(!answer.text().contains("value=\"wrong\""));
    }
    assert_eq!(errands_count(&ground), 0);
    let asked = ground.send_form("asha", "/account/erasure", SURE).await;
    let told = (asked.status, asked.header("location"));
    assert_eq!(told, (303, "/account/erasure"));
    let wish = ground.stand.errands.lock().unwrap()[0].1.wish.clone();
    assert_eq!((wish.kind, wish.business), (ErrandKind::Erasure, None));
}

#[tokio::test]
async fn spec_7_2_it_waits_is_called_back_and_then_no_more() {
    let ground = Ground::new(SubscriptionState::Active);
    let back = "/account/erasure/withdrawal";
    assert_eq!(ground.send_form("asha", back, "").await.status, 404);
    ground.send_form("asha", "/account/erasure", SURE).await;
    let waits = page(&ground, "/account/erasure").await;
    assert!(
        waits.contains(RECEIPT) && waits.contains("Call the erasure back"),
        "{waits}"
    );
    assert!(!waits.contains("name=\"password\""), "asked for once");
    // Another subscriber has nothing to call back.
    assert_eq!(ground.send_form("other", back, "").await.status, 404);
    assert_eq!(ground.send_form("asha", back, "").await.status, 303);
    let again = page(&ground, "/account/erasure").await;
    assert!(again.contains("name=\"password\""), "{again}");
    assert!(again.contains("The erasure was called back."), "{again}");
    ground.send_form("asha", "/account/erasure", SURE).await;
    ground.stand.errands.lock().unwrap()[0].1.due_at =
        Timestamp::now() - SignedDuration::from_secs(1);
    let late = page(&ground, "/account/erasure").await;
    assert!(
        late.contains("cannot be called back") && !late.contains(back),
        "{late}"
    );
    assert_eq!(ground.send_form("asha", back, "").await.status, 404);
}

#[tokio::test]
async fn spec_7_2_every_page_says_when_it_will_be() {
    let ground = Ground::new(SubscriptionState::Expired);
    ground.erases("asha", "2026-11-29T10:00:00Z".parse().unwrap());
    for path in [
        "/".to_owned(),
        "/account".to_owned(),
        format!("/businesses/{}", key(11)),
    ] {
        let shown = page(&ground, &path).await;
        assert!(shown.contains("will be erased at"), "{path}: {shown}");
        assert!(shown.contains("29/11/2026 10:00 UTC"), "{shown}");
        assert!(
            !shown.contains("at least until"),
            "nothing is promised: {shown}"
        );
    }
}

#[tokio::test]
async fn spec_7_5_a_receipt_is_found_by_its_number_by_anybody_and_by_nothing_else() {
    let ground = Ground::new(SubscriptionState::Active);
    let typed = |number: &str| format!("/receipts?number={number}");
    let form = ground.ask("", Request::get("/receipts")).await;
    assert_eq!(form.status, 200);
    for who in ["", "asha", "other"] {
        let found = ground.ask(who, Request::get(typed(RECEIPT))).await;
        assert_eq!(found.status, 200);
        let text = found.text();
        for said in ["1,234", "2.5 MB", ">9<", ">5<"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let other = RECEIPT.replace('0', "1");
    let unknown = ground.ask("", Request::get(typed(&other))).await;
    let none = ground.ask("", Request::get(typed("lamp"))).await;
    let empty = ground.ask("", Request::get(typed(""))).await;
    assert_eq!((unknown.status, none.status, empty.status), (404, 404, 404));
    // What was typed stands in the form again; nothing else differs.
    let again = none.text();
    assert!(again.contains("id=\"number-error\""), "{again}");
    assert_eq!(unknown.text().replace(&other, "lamp"), again);
    *ground.stand.is_down.lock().unwrap() = true;
    let down = ground.ask("", Request::get(typed(RECEIPT))).await;
    assert_eq!(down.status, 503);
}
