//! At the door every try costs the same and is told the same, whoever is tried, on a real database
//! (docs/SPEC-portal.md, 2.1). Work is counted here and no time is taken: clocks of busy machines
//! prove nothing.

use super::*;
use crate::cloud::office::tests::setting;
use crate::cloud::subscribing::{Newcomer, subscribe};

const PASSWORD: &str = "seven green lamps in a row";

/// What a try leads to, and how many passwords were worked on for it. Each comes from an address of
/// its own, so that none has to wait.
fn tried(door: &Door, name: &str, password: &str, number: u8) -> (String, u64) {
    let from = Presented {
        address: format!("192.0.2.{number}"),
        browser: "A browser".to_owned(),
        device: None,
    };
    let before = door.ground.hasher.worked_count();
    let step = door.begin(name, password, &from);
    let told = match step {
        Ok(Step::In(_)) => "in".to_owned(),
        Ok(Step::Code(_)) => "code".to_owned(),
        Err(trouble) => format!("{} {:?}", trouble.code, trouble.arguments),
    };
    (told, door.ground.hasher.worked_count() - before)
}

#[test]
fn spec_2_1_whoever_is_tried_the_same_work_is_done_and_the_same_told() {
    let Some(setting) = setting() else {
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let ground = setting.offices.ground.clone();
    let newcomer = Newcomer {
        firm: "Rope Shop",
        full_name: "Bela",
        email: "bela@rope.example",
        password: Some(PASSWORD),
    };
    let from = users::Presented::default();
    subscribe(&ground, &newcomer, &from, Timestamp::now()).unwrap();
    let door = Door::new(ground);
    let long = "x".repeat(5_000);
    let refused = [
        ("bela@rope.example", "wrong"),
        ("nobody@rope.example", PASSWORD),
        // Somebody who has not set a password yet.
        ("asha@lamp.example", PASSWORD),
        // What can be no name.
        ("", PASSWORD),
        ("two words", PASSWORD),
        (&long, "wrong"),
    ];
    for (number, (name, password)) in (1..).zip(refused) {
        let (told, worked_count) = tried(&door, name, password, number);
        assert_eq!(told, "sign-in-refused []", "{name}");
        assert_eq!(worked_count, 1, "{name}: one comparison");
    }
    let right = tried(&door, "bela@rope.example", PASSWORD, 99);
    assert_eq!(right, ("in".to_owned(), 1));
}

/// SPEC-portal.md, 2.2a, and 4.4: whose proof is old proves anew under another secret, and goes on
/// with what they had begun to download.
#[test]
fn spec_2_2a_a_proof_renews_a_session_and_a_download_is_gone_on_with() {
    let Some(setting) = setting() else {
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let ground = setting.offices.ground.clone();
    let newcomer = Newcomer {
        firm: "Wick Shop",
        full_name: "Dev",
        email: "dev@wick.example",
        password: Some(PASSWORD),
    };
    let here = users::Presented::default();
    subscribe(&ground, &newcomer, &here, Timestamp::now()).unwrap();
    let door = Door::new(ground);
    let from = Presented::default();
    let Step::In(Entered { session, .. }) =
        door.begin("dev@wick.example", PASSWORD, &from).unwrap()
    else {
        panic!("nobody has a second factor here");
    };
    let member = door.member(&session).unwrap().unwrap();
    assert!(member.is_proved && !door.asks_for_code(&member).unwrap());

    let (_, sign_in, secret) = door.of_secret(&session).unwrap();
    let digest = users::Session::digest_of(&secret.0);
    let mut kept = sign_in.directory().session(digest).unwrap().unwrap();
    kept.confirmed_at = Timestamp::now() - jiff::SignedDuration::from_mins(6);
    sign_in.directory().put_session(&kept).unwrap();
    assert!(!door.member(&session).unwrap().unwrap().is_proved);
    let wrong = door.prove(&session, ("wrong", ""), &from).unwrap_err();
    assert_eq!(wrong.code, "sign-in-refused");
    let renewed = door.prove(&session, (PASSWORD, ""), &from).unwrap().session;
    assert_eq!(
        door.member(&session).unwrap(),
        None,
        "the secret before is over"
    );
    assert_eq!(door.member(&renewed).unwrap().as_ref(), Some(&member));

    let entry = catalog::contract::entry(1, 11, 7);
    let other = Member {
        user: catalog::contract::key(77),
        ..member.clone()
    };
    assert!(!door.has_begun(&member, &entry).unwrap());
    door.note_download(&member, &entry).unwrap();
    assert!(door.has_begun(&member, &entry).unwrap());
    assert!(!door.has_begun(&other, &entry).unwrap(), "nobody else's");
}

#[test]
fn spec_2_3_a_last_day_is_over_where_the_business_is_else_when_it_is_over_everywhere() {
    let last = jiff::civil::date(2026, 6, 30);
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let dhaka = || TimeZone::get("Asia/Dhaka").ok();
    let over = |text: &str| {
        [
            is_over(last, at(text), dhaka),
            is_over(last, at(text), || None),
        ]
    };
    // A quarter past midnight of the next day on Kiritimati, and nowhere else.
    assert_eq!(over("2026-06-30T10:15:00Z"), [false, false]);
    assert_eq!(over("2026-06-30T17:59:59Z"), [false, false]);
    assert_eq!(
        over("2026-06-30T18:00:00Z"),
        [true, false],
        "midnight in Dhaka"
    );
    assert_eq!(over("2026-07-01T11:59:59Z"), [true, false]);
    assert_eq!(over("2026-07-01T12:00:00Z"), [true, true], "everywhere");
    let unasked = || panic!("nobody needs to know where it is");
    assert!(!is_over(last, at("2026-06-30T09:59:59Z"), unasked));
    assert!(is_over(last, at("2026-07-01T12:00:00Z"), unasked));
}
