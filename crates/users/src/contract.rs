//! The tests that every directory must pass, whatever lies beneath.
//!
//! A directory's own tests take over the whole list, with an empty one and what it stands on:
//! `users::directory_tests!(Some((directory, folder)));`.

use crate::{Access, Level};
use crate::{
    AccessToken, Directory, Event, EventKind, Link, Purpose, Rights, Role, Scope, Session, User,
    UsersError,
};
use books::Key;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// What a test ends with; what it finds wrong it says by a panic.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

fn at(second: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(1_795_000_000 + second)
}

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

fn user(number: u8, role: Role) -> User {
    User {
        key: key(number),
        name: format!("user-{number}"),
        full_name: "রহিমা \"বেগম\"".to_owned(),
        email: "rahima@example.com".to_owned(),
        role,
        is_disabled: false,
        created_at: at(0),
    }
}

fn member() -> Role {
    let areas = BTreeMap::from([("sales-invoices".to_owned(), Rights::ALL)]);
    Role::Member(BTreeMap::from([
        (
            key(100),
            Access {
                level: Level::Custom(areas),
                until: None,
            },
        ),
        (
            key(101),
            Access {
                level: Level::Auditor,
                until: Some(jiff::civil::date(2026, 12, 31)),
            },
        ),
    ]))
}

fn session(number: u8, of: u8) -> Session {
    Session {
        digest: [number; 32],
        user: key(of),
        acting_for: (number == 1).then(|| key(9)),
        begun_at: at(0),
        seen_at: at(i64::from(number)),
        confirmed_at: at(0),
        browser: "A browser".to_owned(),
        address: "192.0.2.1".to_owned(),
        password_version: 0,
        needs_second_factor: number == 2,
    }
}

fn link(number: u8, of: u8) -> Link {
    Link {
        digest: [number; 32],
        purpose: Purpose::Invitation,
        user: key(of),
        password_version: 3,
        expires_at: at(1800),
    }
}

/// Every field, and a name belongs to one user.
pub fn users_come_back_as_they_were(directory: &dyn Directory) -> Outcome {
    let (first, second) = (user(1, Role::Administrator), user(2, member()));
    directory.put_user(&second)?;
    directory.put_user(&first)?;
    assert_eq!(directory.users()?, [first.clone(), second.clone()]);
    assert_eq!(directory.user(key(2))?.as_ref(), Some(&second));
    assert_eq!(directory.user_named("user-1")?, Some(first.clone()));
    assert_eq!(directory.user_named("USER-1")?, None);
    assert_eq!(directory.user(key(9))?, None);
    let taken = User {
        name: first.name.clone(),
        ..second.clone()
    };
    assert!(matches!(
        directory.put_user(&taken),
        Err(UsersError::NameTaken(_))
    ));
    let changed = User {
        role: Role::Member(BTreeMap::new()),
        is_disabled: true,
        ..second
    };
    directory.put_user(&changed)?;
    assert_eq!(directory.user(key(2))?, Some(changed));
    Ok(())
}

/// Neither by role, nor by disabling, nor by removal.
pub fn the_last_administrator_stays(directory: &dyn Directory) -> Outcome {
    let only = user(1, Role::Administrator);
    directory.put_user(&only)?;
    directory.put_user(&user(2, member()))?;
    let demoted = User {
        role: member(),
        ..only.clone()
    };
    let disabled = User {
        is_disabled: true,
        ..only.clone()
    };
    for changed in [demoted, disabled.clone()] {
        let refused = directory.put_user(&changed);
        assert!(matches!(refused, Err(UsersError::LastAdministrator)));
    }
    assert!(matches!(
        directory.remove_user(key(1)),
        Err(UsersError::LastAdministrator)
    ));
    assert_eq!(directory.user(key(1))?, Some(only));
    directory.put_user(&user(3, Role::Administrator))?;
    directory.put_user(&disabled)?;
    directory.remove_user(key(1))?;
    directory.remove_user(key(77))?;
    assert_eq!(directory.users()?.len(), 2);
    Ok(())
}

/// With a user goes all that belongs to them.
pub fn what_belongs_to_a_user_goes_with_them(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    directory.put_user(&user(2, member()))?;
    directory.set_password(key(2), "hash", None)?;
    directory.put_session(&session(5, 2))?;
    directory.put_link(&link(5, 2))?;
    let (token, _) = AccessToken::new(
        key(2),
        "x",
        Scope::Read,
        None,
        at(0),
        SignedDuration::from_hours(1),
    )?;
    directory.put_token(&token)?;
    directory.put_device(key(2), [8; 32], at(0))?;
    directory.remove_user(key(2))?;
    assert_eq!(
        directory.credentials(key(2))?,
        crate::Credentials::default()
    );
    assert_eq!(directory.session([5; 32])?, None);
    assert_eq!(directory.link([5; 32])?, None);
    assert_eq!(directory.token(token.digest)?, None);
    assert!(!directory.is_device_of(key(2), [8; 32])?);
    Ok(())
}

/// A new password raises the version and ends the sessions and links of its user, but one.
pub fn a_new_password_ends_what_the_old_one_opened(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    directory.put_user(&user(2, member()))?;
    for (number, of) in [(1, 1), (2, 1), (3, 2)] {
        directory.put_session(&session(number, of))?;
        directory.put_link(&link(number, of))?;
    }
    directory.set_password(key(1), "first", Some([2; 32]))?;
    let credentials = directory.credentials(key(1))?;
    assert_eq!(credentials.password_hash.as_deref(), Some("first"));
    assert_eq!(credentials.password_version, 1);
    assert_eq!(directory.session([1; 32])?, None);
    let kept = directory.session([2; 32])?.ok_or("the session is gone")?;
    assert_eq!(kept.password_version, 1);
    assert!(directory.session([3; 32])?.is_some());
    assert_eq!(directory.link([1; 32])?, None);
    assert!(directory.link([3; 32])?.is_some());
    directory.rehash_password(key(1), "another", "lost")?;
    directory.rehash_password(key(1), "first", "stronger")?;
    let credentials = directory.credentials(key(1))?;
    assert_eq!(credentials.password_hash.as_deref(), Some("stronger"));
    assert_eq!(credentials.password_version, 1, "it is the same password");
    Ok(())
}

/// A step and a code are good once.
pub fn a_second_factor_is_used_up(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    directory.set_second_factor(key(1), Some(b"sealed"), &[[1; 32], [2; 32]])?;
    let credentials = directory.credentials(key(1))?;
    assert_eq!(
        credentials.sealed_seed.as_deref(),
        Some(b"sealed".as_slice())
    );
    assert_eq!(credentials.recovery_codes.len(), 2);
    assert!(directory.use_step(key(1), 7)?);
    assert!(!directory.use_step(key(1), 7)?);
    assert!(!directory.use_step(key(1), 6)?);
    assert!(directory.use_step(key(1), 8)?);
    assert!(directory.use_recovery_code(key(1), [2; 32])?);
    assert!(!directory.use_recovery_code(key(1), [2; 32])?);
    assert_eq!(directory.credentials(key(1))?.recovery_codes, [[1; 32]]);
    directory.set_second_factor(key(1), None, &[])?;
    let credentials = directory.credentials(key(1))?;
    assert_eq!(credentials.sealed_seed, None);
    assert!(credentials.recovery_codes.is_empty());
    Ok(())
}

/// Every field; latest first; ended one by one or all.
pub fn sessions_are_kept_listed_and_ended(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    for (number, of) in [(1, 1), (2, 1), (3, 1)] {
        directory.put_session(&session(number, of))?;
    }
    assert_eq!(directory.session([1; 32])?, Some(session(1, 1)));
    let numbers = |sessions: Vec<Session>| -> Vec<u8> {
        sessions.iter().map(|session| session.digest[0]).collect()
    };
    assert_eq!(numbers(directory.sessions_of(key(1))?), [3, 2, 1]);
    let seen = Session {
        seen_at: at(50),
        ..session(1, 1)
    };
    directory.put_session(&seen)?;
    assert_eq!(numbers(directory.sessions_of(key(1))?), [1, 3, 2]);
    directory.end_session([3; 32])?;
    directory.end_session([3; 32])?;
    assert_eq!(numbers(directory.sessions_of(key(1))?), [1, 2]);
    directory.end_sessions_of(key(1))?;
    assert!(directory.sessions_of(key(1))?.is_empty());
    Ok(())
}

/// Looking leaves it, taking takes it.
pub fn a_link_is_taken_once(directory: &dyn Directory) -> Outcome {
    directory.put_link(&link(1, 1))?;
    assert_eq!(directory.link([1; 32])?, Some(link(1, 1)));
    assert_eq!(directory.take_link([1; 32])?, Some(link(1, 1)));
    assert_eq!(directory.take_link([1; 32])?, None);
    assert_eq!(directory.link([1; 32])?, None);
    Ok(())
}

/// Every field; revoked by its owner only.
pub fn tokens_are_kept_listed_and_revoked(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    directory.put_user(&user(2, member()))?;
    let life = SignedDuration::from_hours(5);
    let make = |of: u8, second: i64, business: Option<Key>| {
        AccessToken::new(key(of), "কলের নাম", Scope::Write, business, at(second), life)
    };
    let (first, _) = make(1, 0, None)?;
    let (mut second, _) = make(1, 5, Some(key(100)))?;
    for token in [&first, &second] {
        directory.put_token(token)?;
    }
    second.used_at = Some(at(60));
    directory.put_token(&second)?;
    assert_eq!(directory.token(second.digest)?, Some(second.clone()));
    assert_eq!(
        directory.tokens_of(key(1))?,
        [second.clone(), first.clone()]
    );
    directory.revoke_token(key(2), first.key)?;
    assert!(directory.token(first.digest)?.is_some(), "another's token");
    directory.revoke_token(key(1), first.key)?;
    assert_eq!(directory.tokens_of(key(1))?, [second]);
    Ok(())
}

/// Counted by kind and name, forgotten on demand and by age.
pub fn wrong_tries_are_counted(directory: &dyn Directory) -> Outcome {
    for second in 0..3 {
        let attempt = directory.try_once("account", "রহিমা", at(second))?;
        assert!(attempt.wait.is_zero());
        assert_eq!(attempt.before, (second > 0).then(|| at(second - 1)));
    }
    directory.try_once("address", "রহিমা", at(9))?;
    let failures = directory.failures("account", "রহিমা")?.ok_or("none")?;
    assert_eq!((failures.count, failures.last), (3, at(2)));
    directory.take_back_try("account", "রহিমা", at(2), Some(at(1)))?;
    let failures = directory.failures("account", "রহিমা")?.ok_or("none")?;
    assert_eq!((failures.count, failures.last), (2, at(1)));
    directory.try_once("account", "রহিমা", at(100_000))?;
    let failures = directory.failures("account", "রহিমা")?.ok_or("none")?;
    assert_eq!(failures.count, 1, "the earlier ones are forgotten");
    directory.take_back_try("account", "রহিমা", at(100_000), None)?;
    assert_eq!(directory.failures("account", "রহিমা")?, None);
    directory.take_back_try("account", "রহিমা", at(100_000), None)?;
    directory.try_once("account", "রহিমা", at(100_001))?;
    directory.forget_failures("account", "রহিমা")?;
    assert_eq!(directory.failures("account", "রহিমা")?, None);
    assert!(directory.failures("address", "রহিমা")?.is_some());
    Ok(())
}

/// Of fifty at the same moment five are counted, and the others have to wait.
pub fn tries_at_once_are_counted_one_by_one(directory: &dyn Directory) -> Outcome {
    let attempts = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..50)
            .map(|_| scope.spawn(|| directory.try_once("account", "রহিমা", at(0))))
            .collect();
        let ended = tries.into_iter().map(|it| it.join());
        ended.collect::<Result<Vec<_>, _>>()
    });
    let attempts = attempts.map_err(|_panic| "a try ended in a panic")?;
    let mut counted = 0;
    for attempt in attempts {
        match attempt?.wait {
            wait if wait.is_zero() => counted += 1,
            wait => assert_eq!(wait, SignedDuration::from_secs(2)),
        }
    }
    assert_eq!(counted, 5);
    let failures = directory.failures("account", "রহিমা")?.ok_or("none")?;
    assert_eq!(failures.count, 5, "who waits is not counted");
    Ok(())
}

/// Latest first, a page at a time.
pub fn the_security_log_is_read_backwards(directory: &dyn Directory) -> Outcome {
    for second in 0..5 {
        directory.note(&Event {
            at: at(second),
            kind: EventKind::SignedIn,
            by: Some(key(1)),
            about: (second == 3).then(|| key(2)),
            address: "192.0.2.1".to_owned(),
            detail: "বিবরণ".to_owned(),
        })?;
    }
    let page = directory.events(None, 2)?;
    let moments: Vec<Timestamp> = page.iter().map(|event| event.at).collect();
    assert_eq!(moments, [at(4), at(3)]);
    assert_eq!(page.get(1).and_then(|event| event.about), Some(key(2)));
    assert_eq!(directory.events(Some(at(3)), 100)?.len(), 3);
    Ok(())
}

/// What is over goes, what is not stays.
pub fn sweeping_lets_go_of_what_is_over(directory: &dyn Directory) -> Outcome {
    directory.put_user(&user(1, Role::Administrator))?;
    directory.put_session(&session(1, 1))?;
    directory.put_link(&link(1, 1))?;
    let life = SignedDuration::from_hours(1);
    let (token, _) = AccessToken::new(key(1), "", Scope::Read, None, at(0), life)?;
    directory.put_token(&token)?;
    directory.put_device(key(1), [8; 32], at(0))?;
    directory.sweep(at(100))?;
    assert!(directory.session([1; 32])?.is_some());
    assert!(directory.link([1; 32])?.is_some());
    assert!(directory.token(token.digest)?.is_some());
    directory.sweep(at(100_000))?;
    assert_eq!(directory.session([1; 32])?, None);
    assert_eq!(directory.link([1; 32])?, None);
    assert_eq!(directory.token(token.digest)?, None);
    assert!(directory.is_device_of(key(1), [8; 32])?);
    assert!(!directory.is_device_of(key(2), [8; 32])?);
    // A device is known for a year after the last sign-in from it.
    directory.put_device(key(1), [9; 32], at(1))?;
    directory.sweep(at(DEVICE_LIFE_S))?;
    assert!(!directory.is_device_of(key(1), [8; 32])?);
    assert!(directory.is_device_of(key(1), [9; 32])?);
    assert_eq!(directory.users()?.len(), 1);
    Ok(())
}

/// How long a device is known, in seconds.
const DEVICE_LIFE_S: i64 = 366 * 24 * 3600;

/// Makes a test of each function of the contract. The argument is an expression that gives a new,
/// empty directory each time with what must live as long, or nothing where none can be had.
#[macro_export]
macro_rules! directory_tests {
    ($directory:expr) => {
        $crate::directory_tests! { $directory =>
            users_come_back_as_they_were,
            the_last_administrator_stays,
            what_belongs_to_a_user_goes_with_them,
            a_new_password_ends_what_the_old_one_opened,
            a_second_factor_is_used_up,
            sessions_are_kept_listed_and_ended,
            a_link_is_taken_once,
            tokens_are_kept_listed_and_revoked,
            wrong_tries_are_counted,
            tries_at_once_are_counted_one_by_one,
            the_security_log_is_read_backwards,
            sweeping_lets_go_of_what_is_over,
        }
    };
    ($directory:expr => $($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() -> $crate::contract::Outcome {
                match $directory {
                    Some((directory, _ground)) => $crate::contract::$name(&directory),
                    None => Ok(()),
                }
            }
        )*
    };
}
