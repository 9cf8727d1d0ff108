//! What members ask for, who may, and how it is told where it stands (SPEC-portal.md, 5).

use crate::ground::{Answer, Ground};
use axum::http::Request;
use catalog::contract::key;
use catalog::{Contents, ErrandKind, ErrandProgress, ErrandState, Trouble};
use jiff::{SignedDuration, Timestamp};
use portal::SubscriptionState;

const ALL: &str = "attachments=on&emails=on&history=on";

fn page(business: u8) -> String {
    format!("/businesses/{}", key(business))
}

async fn shown(ground: &Ground, business: u8) -> Answer {
    ground.ask("asha", Request::get(page(business))).await
}

async fn asked(ground: &Ground, who: &str, business: u8, form: &str) -> Answer {
    let address = format!("{}/backups", page(business));
    ground.send_form(who, &address, form).await
}

#[tokio::test]
async fn spec_5_3_everything_is_ticked_and_what_is_sent_is_asked_for() {
    for state in SubscriptionState::ALL {
        let ground = Ground::new(state);
        let first = shown(&ground, 11).await;
        assert_eq!(
            first.text().matches(" checked").count(),
            3,
            "{}",
            first.text()
        );
        let done = asked(&ground, "asha", 11, "attachments=on&history=on").await;
        assert_eq!(
            (done.status, done.header("location")),
            (303, page(11).as_str())
        );
        let errand = ground.stand.errands.lock().unwrap()[0].clone();
        assert_eq!(errand.0, key(1));
        let wish = errand.1.wish;
        assert_eq!(
            (wish.kind, wish.business),
            (ErrandKind::Backup, Some(key(11)))
        );
        let contents = Contents {
            emails: false,
            ..Contents::ALL
        };
        assert_eq!((wish.contents, wish.by), (contents, key(51)));
        assert_eq!(wish.by_name, "Asha");
    }
}

#[tokio::test]
async fn spec_5_4_the_page_says_where_it_stands_and_needs_no_scripts() {
    let ground = Ground::new(SubscriptionState::Active);
    asked(&ground, "asha", 11, ALL).await;
    let change = |change: &dyn Fn(&mut catalog::Errand)| {
        change(&mut ground.stand.errands.lock().unwrap()[0].1);
    };
    let waits = shown(&ground, 11).await.text();
    assert!(waits.contains("Waiting to begin"), "{waits}");
    assert!(waits.contains("http-equiv=\"refresh\""));
    assert!(waits.contains(&format!("data-poll=\"{}\"", page(11))));
    assert!(!waits.contains("Make a backup now"), "one at a time");
    change(&|it| {
        it.is_held = true;
        it.progress = ErrandProgress::from_text("verifying 420");
    });
    let works = shown(&ground, 11).await.text();
    assert!(
        works.contains("verify it") && works.contains("value=\"420\""),
        "{works}"
    );
    change(&|it| {
        it.state = ErrandState::Done;
        it.entry = Some(ground.ours.key);
        it.ended_at = Some(Timestamp::now());
    });
    let done = shown(&ground, 11).await.text();
    assert!(done.contains("Your backup of") && done.contains("Download this backup"));
    assert!(done.contains("Make a backup now") && !done.contains("id=\"progress\""));
    change(&|it| it.ended_at = Some(Timestamp::now() - SignedDuration::from_hours(2)));
    assert!(!shown(&ground, 11).await.text().contains("Your backup of"));
    change(&|it| {
        it.state = ErrandState::Failed(Trouble::new(
            "place-unreachable",
            vec![("place", "http://10.0.0.7/secret-bucket".to_owned())],
        ));
        it.ended_at = Some(Timestamp::now());
    });
    let failed = shown(&ground, 11).await.text();
    assert!(failed.contains("could not be done"), "{failed}");
    assert!(
        !failed.contains("secret-bucket"),
        "where bytes lie is not told"
    );
}

#[tokio::test]
async fn spec_5_4_when_no_node_is_there_the_newest_backup_is_offered() {
    let ground = Ground::new(SubscriptionState::Expired);
    asked(&ground, "asha", 11, ALL).await;
    asked(&ground, "asha", 13, ALL).await;
    for (_, errand) in ground.stand.errands.lock().unwrap().iter_mut() {
        errand.due_at -= SignedDuration::from_secs(61);
    }
    let page = shown(&ground, 11).await.text();
    assert!(page.contains("does not answer") && page.contains("Download the newest backup"));
    assert!(page.contains("http-equiv=\"refresh\"") && !page.contains("data-poll"));
    let bare = shown(&ground, 13).await.text();
    assert!(bare.contains("does not answer") && !bare.contains("Download the newest"));
}

#[tokio::test]
async fn spec_5_2_one_at_a_time_and_not_too_many() {
    let ground = Ground::new(SubscriptionState::Active);
    for _ in 0..4 {
        assert_eq!(asked(&ground, "asha", 11, ALL).await.status, 303);
    }
    assert_eq!(ground.stand.errands.lock().unwrap().len(), 1);
    asked(&ground, "asha", 13, ALL).await;
    let restore = format!("{}/restoration", page(14));
    ground.send_form("asha", &restore, "").await;
    ground.stand.errands.lock().unwrap()[1].1.state = ErrandState::Done;
    let refused = asked(&ground, "asha", 13, ALL).await;
    assert_eq!(refused.status, 429, "{}", refused.text());
    assert_eq!(refused.header("retry-after"), "3600");
    assert!(refused.text().contains("within one hour"));
}

#[tokio::test]
async fn spec_5_5_trash_is_listed_and_an_administrator_brings_back() {
    for state in SubscriptionState::ALL {
        let ground = Ground::new(state);
        let list = ground.ask("asha", Request::get("/")).await.text();
        assert!(
            list.contains("Old Shop") && list.contains("In Trash"),
            "{list}"
        );
        assert!(list.contains("Candles") && list.contains("None yet"));
        assert!(!list.contains("Ropes"));
        let page = shown(&ground, 14).await.text();
        assert!(page.contains("moved to Trash"), "{page}");
        assert!(!page.contains("Make a backup now"));
        let restore = format!("{}/restoration", self::page(14));
        let done = ground.send_form("asha", &restore, "").await;
        assert_eq!(done.status, 303);
        let kind = ground.stand.errands.lock().unwrap()[0].1.wish.kind;
        assert_eq!(kind, ErrandKind::Restoration);
        assert!(!shown(&ground, 14).await.text().contains(&restore));
    }
}

#[tokio::test]
async fn spec_5_7_what_is_not_theirs_is_what_nobody_has() {
    let ground = Ground::new(SubscriptionState::Active);
    let nobodys = asked(&ground, "asha", 98, ALL).await;
    assert_eq!(nobodys.status, 404);
    let path = |business: u8, part: &str| format!("{}/{part}", page(business));
    for (who, address) in [
        // Another subscriber's; one that the clerk may not take; what is in Trash and what is not.
        ("asha", path(12, "backups")),
        ("clerk", path(11, "backups")),
        ("asha", path(14, "backups")),
        ("asha", path(11, "restoration")),
        ("clerk", path(14, "restoration")),
        ("other", path(14, "restoration")),
        ("asha", "/businesses/nonsense/backups".to_owned()),
    ] {
        let refused = ground.send_form(who, &address, ALL).await;
        assert_eq!(refused.status, 404, "{who} {address}");
        assert_eq!(refused.text(), nobodys.text(), "{who} {address}");
    }
    let out = asked(&ground, "", 11, ALL).await;
    assert_eq!((out.status, out.header("location")), (303, "/sign-in"));
    assert!(ground.stand.errands.lock().unwrap().is_empty());
    let foreign = Request::post(path(11, "backups"))
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://evil.example");
    assert_eq!(ground.ask("asha", foreign).await.status, 403);
}
