//! The proof that is asked for before what is grave (docs/SPEC-users.md, 3.10).

use super::*;

/// The code of a second factor at a moment.
fn code_at(made: &SecondFactor, now: Timestamp) -> String {
    let totp: totp_rs::Totp = totp_rs::Builder::new()
        .with_secret(made.seed().to_vec())
        .build()
        .unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap())
        .to_string()
}

/// SPEC-users.md, 3.10.
#[test]
fn spec_3_10_a_proof_is_five_minutes_old_at_most_and_renews_the_session() {
    let sign_in = opened();
    let secret = signed_in(&sign_in, "karim", PASSWORD, at(0)).session;
    let found = |secret: &Secret, now| sign_in.visitor(secret, now).unwrap();
    let is_fresh = |secret: &Secret, now| found(secret, now).unwrap().session.is_fresh(now);
    assert!(is_fresh(&secret, minutes(4)));
    assert!(!is_fresh(&secret, minutes(5)));
    let wrong = sign_in.prove(&secret, ("wrong", ""), &browser(), minutes(6));
    assert_eq!(code_of(wrong), "sign-in-refused");
    // The form of one act asks for the password: that proves nothing for another act.
    sign_in
        .confirm_password(&secret, PASSWORD, &browser(), minutes(6))
        .unwrap();
    assert!(!is_fresh(&secret, minutes(6)));
    let before = found(&secret, minutes(6)).unwrap().session;
    let renewed = sign_in
        .prove(&secret, (PASSWORD, ""), &browser(), minutes(6))
        .unwrap();
    assert!(is_fresh(&renewed, minutes(10)));
    assert!(!is_fresh(&renewed, minutes(11)));
    assert_eq!(
        found(&secret, minutes(7)),
        None,
        "the secret before is over"
    );
    let after = found(&renewed, minutes(7)).unwrap().session;
    assert_eq!((after.begun_at, after.user), (before.begun_at, before.user));
    assert_ne!(after.digest, before.digest);
    let events = sign_in.directory().events(None, 100).unwrap();
    let told = events.iter().filter(|it| it.detail == "proof").count();
    assert_eq!(told, 1, "the wrong try");
}

/// SPEC-users.md, 3.3 and 3.10: codes cannot be tried without an end by whoever has the password.
#[test]
fn spec_3_10_a_proof_takes_the_code_too_and_counts_wrong_ones() {
    let sign_in = opened();
    let rahima = sign_in.directory().user_named("rahima").unwrap().unwrap();
    let secret = signed_in(&sign_in, "rahima", PASSWORD, at(0)).session;
    let made = SecondFactor::new("rahima", "books").unwrap();
    let code = |now: Timestamp| code_at(&made, now);
    sign_in
        .add_second_factor(&rahima, &made, &code(at(0)), &browser(), at(0))
        .unwrap();
    assert!(sign_in.asks_for_code(rahima.key).unwrap());
    let prove =
        |password: &str, code: &str, now| sign_in.prove(&secret, (password, code), &browser(), now);
    assert_eq!(code_of(prove(PASSWORD, "", minutes(6))), "code-refused");
    let right = code(minutes(6));
    assert_eq!(
        code_of(prove("wrong", &right, minutes(6))),
        "sign-in-refused"
    );
    for _ in 0..3 {
        assert_eq!(
            code_of(prove(PASSWORD, "000000", minutes(6))),
            "code-refused"
        );
    }
    let waits = prove(PASSWORD, &right, minutes(6));
    assert_eq!(code_of(waits), "too-many-tries");
    let later = minutes(30);
    let renewed = prove(PASSWORD, &code(later), later).unwrap();
    let paper = &made.recovery_codes.first().unwrap().0;
    let by_paper = sign_in.prove(&renewed, (PASSWORD, paper), &browser(), minutes(40));
    by_paper.unwrap();
}
