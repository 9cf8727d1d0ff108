//! A person's way through signing in, and the ways of someone who is not that person.

mod proof;

use super::*;
use crate::{Access, AccessToken, Level, MemoryDirectory, Purpose, Role, Scope, SecondFactor};
use std::collections::BTreeMap;

const PASSWORD: &str = "correct horse battery staple";
const OTHER_PASSWORD: &str = "a kettle full of monsoon rain";

/// Sealing that a test can see through.
struct Plain;

impl Seal for Plain {
    fn seal(&self, context: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok([context.as_bytes(), b"|", bytes].concat())
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError> {
        let bound = [context.as_bytes(), b"|"].concat();
        sealed
            .strip_prefix(bound.as_slice())
            .map(<[u8]>::to_vec)
            .ok_or_else(|| UsersError::directory("open", "bound to something else"))
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

fn minutes(count: i64) -> Timestamp {
    at(count * 60)
}

fn user(number: u8, name: &str, role: Role) -> User {
    User {
        key: Key::from_bytes([number; 16]),
        name: name.to_owned(),
        full_name: name.to_owned(),
        email: format!("{name}@example.com"),
        role,
        is_disabled: false,
        created_at: at(0),
    }
}

fn browser() -> Presented {
    Presented {
        address: "192.0.2.1".to_owned(),
        browser: "A browser".to_owned(),
        device: None,
    }
}

/// An administrator and a member, both with [`PASSWORD`].
fn opened() -> SignIn {
    let directory = MemoryDirectory::default();
    let sign_in = SignIn::new(
        Arc::new(directory),
        Hasher::new(2).unwrap(),
        Arc::new(Plain),
    );
    let member = Role::Member(BTreeMap::from([(
        Key::NIL,
        Access {
            level: Level::Full,
            until: None,
        },
    )]));
    for user in [
        user(1, "rahima", Role::Administrator),
        user(2, "karim", member),
    ] {
        sign_in.directory().put_user(&user).unwrap();
        sign_in
            .set_password(&user, PASSWORD, None, &browser(), at(0))
            .unwrap();
    }
    sign_in
}

fn signed_in(sign_in: &SignIn, name: &str, password: &str, now: Timestamp) -> SignedIn {
    match sign_in.begin(name, password, &browser(), now).unwrap() {
        Step::Done(done) => *done,
        Step::Code(_) => panic!("a code was asked for"),
    }
}

fn code_of<T>(result: Result<T, UsersError>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "fine")
}

#[test]
fn a_name_and_a_password_open_a_session() {
    let sign_in = opened();
    let done = signed_in(&sign_in, " Rahima ", PASSWORD, at(1));
    let visitor = sign_in.visitor(&done.session, at(2)).unwrap().unwrap();
    assert_eq!(visitor.user.name, "rahima");
    assert!(done.device.is_some());
    assert_eq!(done.session.0.len(), 64);
    sign_in.sign_out(&done.session, &browser(), at(3)).unwrap();
    assert_eq!(sign_in.visitor(&done.session, at(3)).unwrap(), None);
}

#[test]
fn unknown_wrong_disabled_and_nameless_are_told_apart_by_nothing() {
    let sign_in = opened();
    let mut disabled = user(3, "jamal", Role::Member(BTreeMap::new()));
    disabled.is_disabled = true;
    sign_in.directory().put_user(&disabled).unwrap();
    sign_in
        .set_password(&disabled, PASSWORD, None, &browser(), at(0))
        .unwrap();
    for (name, password) in [
        ("rahima", "wrong"),
        ("nobody", PASSWORD),
        ("jamal", PASSWORD),
        ("", PASSWORD),
        ("two words", PASSWORD),
    ] {
        let before = sign_in.hasher.worked_count();
        let refused = sign_in
            .begin(name, password, &browser(), at(1))
            .unwrap_err();
        let worked_count = sign_in.hasher.worked_count() - before;
        assert_eq!(worked_count, 1, "{name}: each costs one comparison");
        assert_eq!(refused.code(), "sign-in-refused", "{name}");
        assert_eq!(refused.to_string(), UsersError::SignInRefused.to_string());
    }
}

#[test]
fn wrong_tries_make_strangers_wait_and_not_the_owner_at_her_device() {
    let sign_in = opened();
    let known = Presented {
        device: signed_in(&sign_in, "rahima", PASSWORD, at(1)).device,
        ..browser()
    };
    for _ in 0..5 {
        let _refused = sign_in.begin("rahima", "wrong", &browser(), at(2));
    }
    let early = sign_in.begin("rahima", PASSWORD, &browser(), at(2));
    assert_eq!(code_of(early), "too-many-tries");
    assert_eq!(
        code_of(sign_in.begin("rahima", PASSWORD, &known, at(2))),
        "fine"
    );
    // Her device is no device of anybody else: tries with it count on that account.
    for _ in 0..5 {
        let _refused = sign_in.begin("karim", "wrong", &known, at(2));
    }
    let stranger = sign_in.begin("karim", PASSWORD, &browser(), at(2));
    assert_eq!(code_of(stranger), "too-many-tries");
    let later = sign_in.begin("rahima", PASSWORD, &browser(), minutes(20));
    assert_eq!(code_of(later), "fine");
}

#[test]
fn a_session_ends_by_time_by_another_password_and_with_its_user() {
    let sign_in = opened();
    let idle = signed_in(&sign_in, "karim", PASSWORD, at(0)).session;
    assert!(sign_in.visitor(&idle, minutes(59)).unwrap().is_some());
    assert!(sign_in.visitor(&idle, minutes(118)).unwrap().is_some());
    assert!(sign_in.visitor(&idle, minutes(180)).unwrap().is_none());
    let busy = signed_in(&sign_in, "karim", PASSWORD, at(0)).session;
    let last = (0..=11).rev().find(|hour| {
        (0..=*hour).all(|hour| {
            let asked = [hour * 60, hour * 60 + 30];
            asked
                .iter()
                .all(|minute| sign_in.visitor(&busy, minutes(*minute)).unwrap().is_some())
        })
    });
    assert_eq!(last, Some(11), "used all the time, it lasts twelve hours");
    assert!(sign_in.visitor(&busy, minutes(720)).unwrap().is_none());

    let [kept, other] = [(); 2].map(|()| signed_in(&sign_in, "karim", PASSWORD, at(0)).session);
    sign_in
        .change_password(&kept, PASSWORD, OTHER_PASSWORD, &browser(), at(5))
        .unwrap();
    assert!(sign_in.visitor(&kept, at(6)).unwrap().is_some());
    assert!(sign_in.visitor(&other, at(6)).unwrap().is_none());
    let mut karim = sign_in.directory().user_named("karim").unwrap().unwrap();
    karim.is_disabled = true;
    sign_in.directory().put_user(&karim).unwrap();
    assert!(sign_in.visitor(&kept, at(7)).unwrap().is_none());
}

#[test]
fn a_second_factor_is_asked_for_and_each_code_is_good_once() {
    let sign_in = opened();
    let rahima = sign_in.directory().user_named("rahima").unwrap().unwrap();
    let made = SecondFactor::from_seed(*b"12345678901234567890", "rahima", "Tijori").unwrap();
    // The seed's codes are those of RFC 6238, at whose moment we are.
    let moment = |second: i64| Timestamp::from_second(second).unwrap();
    let wrong = sign_in.add_second_factor(&rahima, &made, "000000", &browser(), moment(59));
    assert_eq!(code_of(wrong), "code-refused");
    sign_in
        .add_second_factor(&rahima, &made, "287082", &browser(), moment(59))
        .unwrap();
    let begin = |now| match sign_in.begin("rahima", PASSWORD, &browser(), now).unwrap() {
        Step::Code(secret) => secret,
        Step::Done(_) => panic!("no code was asked for"),
    };
    let begun = begin(moment(60));
    assert!(
        sign_in.visitor(&begun, moment(60)).unwrap().is_none(),
        "half in is not in"
    );
    let used = sign_in.take_code(&begun, "287082", &browser(), moment(60));
    assert_eq!(code_of(used), "code-refused");
    // RFC 6238: 07081804 at 1111111109.
    let begun = begin(moment(1_111_111_100));
    let done = sign_in
        .take_code(&begun, "081804", &browser(), moment(1_111_111_109))
        .unwrap();
    assert!(
        sign_in
            .visitor(&done.session, moment(1_111_111_110))
            .unwrap()
            .is_some()
    );
    assert_ne!(done.session, begun, "a session of its own");
    let again = sign_in.take_code(&begun, "081804", &browser(), moment(1_111_111_110));
    assert_eq!(code_of(again), "sign-in-refused");
    let begun = begin(moment(1_111_112_000));
    let paper = &made.recovery_codes[3].0;
    sign_in
        .take_code(&begun, paper, &browser(), moment(1_111_112_001))
        .unwrap();
    let begun = begin(moment(1_111_112_002));
    let twice = sign_in.take_code(&begun, paper, &browser(), moment(1_111_112_003));
    assert_eq!(code_of(twice), "code-refused");
    let late = sign_in.take_code(
        &begun,
        &made.recovery_codes[4].0,
        &browser(),
        moment(1_111_113_000),
    );
    assert_eq!(code_of(late), "sign-in-refused");
}

#[test]
fn a_link_sets_a_password_once_and_signs_nobody_in() {
    let sign_in = opened();
    let open = signed_in(&sign_in, "karim", PASSWORD, at(0)).session;
    let (meant, link) = sign_in
        .ask_for_link("Karim@Example.com", &browser(), at(1))
        .unwrap()
        .unwrap();
    assert_eq!(meant.name, "karim");
    assert!(
        sign_in
            .ask_for_link("nobody", &browser(), at(1))
            .unwrap()
            .is_none()
    );
    let weak = sign_in.use_link(&link, "karim", &browser(), at(2));
    assert_eq!(code_of(weak), "password-too-short");
    sign_in
        .use_link(&link, OTHER_PASSWORD, &browser(), at(3))
        .unwrap();
    let twice = sign_in.use_link(&link, PASSWORD, &browser(), at(4));
    assert_eq!(code_of(twice), "link-refused");
    assert!(sign_in.visitor(&open, at(4)).unwrap().is_none());
    assert_eq!(
        code_of(sign_in.begin("karim", PASSWORD, &browser(), at(5))),
        "sign-in-refused"
    );
    signed_in(&sign_in, "karim", OTHER_PASSWORD, at(6));
}

#[test]
fn a_link_is_void_after_half_an_hour_and_after_another_password() {
    let sign_in = opened();
    let karim = sign_in.directory().user_named("karim").unwrap().unwrap();
    let old = sign_in
        .make_link(karim.key, Purpose::NewPassword, at(0))
        .unwrap();
    assert_eq!(
        code_of(sign_in.look_at_link(&old, minutes(30))),
        "link-refused"
    );
    let link = sign_in
        .make_link(karim.key, Purpose::Invitation, at(0))
        .unwrap();
    sign_in
        .set_password(&karim, OTHER_PASSWORD, None, &browser(), at(1))
        .unwrap();
    assert_eq!(code_of(sign_in.look_at_link(&link, at(2))), "link-refused");
    let guessed = Secret("0".repeat(64));
    assert_eq!(
        code_of(sign_in.look_at_link(&guessed, at(2))),
        "link-refused"
    );
}

#[test]
fn a_password_set_by_a_link_ends_the_wait_of_the_account() {
    let sign_in = opened();
    let karim = sign_in.directory().user_named("karim").unwrap().unwrap();
    for number in 0..10 {
        let _refused = sign_in.begin("karim", "wrong", &browser(), at(number * 100));
    }
    let waits = |password: &str| code_of(sign_in.begin("karim", password, &browser(), at(901)));
    assert_eq!(waits(PASSWORD), "too-many-tries");
    let link = sign_in
        .make_link(karim.key, Purpose::Invitation, at(901))
        .unwrap();
    // A link that is looked at, or refused a password, unlocks nothing.
    sign_in.look_at_link(&link, at(901)).unwrap();
    let weak = sign_in.use_link(&link, "karim", &browser(), at(901));
    assert_eq!(code_of(weak), "password-too-short");
    assert_eq!(waits(PASSWORD), "too-many-tries");
    sign_in
        .use_link(&link, OTHER_PASSWORD, &browser(), at(901))
        .unwrap();
    assert_eq!(waits(OTHER_PASSWORD), "fine");
}

#[test]
fn the_first_administrator_is_made_with_the_secret_of_the_console_and_once() {
    let directory = Arc::new(MemoryDirectory::default());
    let sign_in = SignIn::new(directory, Hasher::new(1).unwrap(), Arc::new(Plain));
    let secret = sign_in.setup_secret(at(0)).unwrap().unwrap();
    let rahima = user(1, "rahima", Role::Administrator);
    let guessed = sign_in.set_up(
        &Secret("1".repeat(64)),
        &rahima,
        PASSWORD,
        &browser(),
        at(1),
    );
    assert_eq!(code_of(guessed), "setup-code-refused");
    sign_in
        .set_up(&secret, &rahima, PASSWORD, &browser(), at(1))
        .unwrap();
    signed_in(&sign_in, "rahima", PASSWORD, at(2));
    let other = user(2, "karim", Role::Administrator);
    let again = sign_in.set_up(&secret, &other, PASSWORD, &browser(), at(3));
    assert_eq!(code_of(again), "setup-code-refused");
    assert_eq!(sign_in.setup_secret(at(3)).unwrap(), None);
}

#[test]
fn an_administrator_acts_for_a_member_under_a_new_secret_and_it_is_logged() {
    let sign_in = opened();
    let karim = sign_in.directory().user_named("karim").unwrap().unwrap();
    let own = signed_in(&sign_in, "rahima", PASSWORD, at(0)).session;
    let acting = sign_in
        .act_for(&own, Some(karim.key), &browser(), at(1))
        .unwrap();
    assert!(
        sign_in.visitor(&own, at(2)).unwrap().is_none(),
        "the old secret is void"
    );
    let visitor = sign_in.visitor(&acting, at(2)).unwrap().unwrap();
    assert_eq!(visitor.user.name, "karim");
    assert_eq!(
        visitor.administrator.map(|user| user.name).as_deref(),
        Some("rahima")
    );
    let back = sign_in.act_for(&acting, None, &browser(), at(3)).unwrap();
    let visitor = sign_in.visitor(&back, at(4)).unwrap().unwrap();
    assert_eq!(visitor.user.name, "rahima");
    let member = signed_in(&sign_in, "karim", PASSWORD, at(5)).session;
    let refused = sign_in.act_for(&member, Some(visitor.user.key), &browser(), at(6));
    assert_eq!(code_of(refused), "user-not-found");
    let log = sign_in.directory().events(None, 100).unwrap();
    let acts = log
        .iter()
        .filter(|event| event.kind == EventKind::Impersonation);
    assert_eq!(acts.count(), 2);
}

#[test]
fn a_token_is_known_by_its_secret_until_it_expires_or_is_revoked() {
    let sign_in = opened();
    let karim = sign_in.directory().user_named("karim").unwrap().unwrap();
    let hours = SignedDuration::from_hours;
    let (token, secret) =
        AccessToken::new(karim.key, "Till", Scope::Read, None, at(0), hours(24)).unwrap();
    assert!(secret.0.starts_with("tij_"));
    sign_in.directory().put_token(&token).unwrap();
    let (user, found) = sign_in.bearer(&secret, at(10)).unwrap().unwrap();
    assert_eq!((user.name.as_str(), found.used_at), ("karim", Some(at(10))));
    assert!(sign_in.bearer(&secret, minutes(24 * 60)).unwrap().is_none());
    assert!(
        sign_in
            .bearer(&Secret("tij_".to_owned()), at(1))
            .unwrap()
            .is_none()
    );
    sign_in
        .directory()
        .revoke_token(karim.key, token.key)
        .unwrap();
    assert!(sign_in.bearer(&secret, at(11)).unwrap().is_none());
    let made = AccessToken::new(karim.key, "Till", Scope::Read, None, at(0), hours(24)).unwrap();
    let (marked, shown) = AccessToken::marked(made, "5ab5");
    assert!(shown.0.starts_with("tij_5ab5"));
    sign_in.directory().put_token(&marked).unwrap();
    assert!(sign_in.bearer(&shown, at(11)).unwrap().is_some());
    let otherwise = Secret(shown.0.replacen("5ab5", "5ab6", 1));
    assert!(sign_in.bearer(&otherwise, at(11)).unwrap().is_none());
    let forever = AccessToken::new(karim.key, "", Scope::Read, None, at(0), hours(1_000_000));
    assert_eq!(forever.unwrap().0.expires_at, at(0) + crate::TOKEN_LIFE_MAX);
}
