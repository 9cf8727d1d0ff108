//! Subscribers, names, jobs, turns and secrets in the database, and who reaches whose
//! (SPEC-cloud.md, 4 to 6).

use crate::ground::{Ground, SUBSCRIBER, server};
use books::Key;
use catalog::{Subscriber, SubscriptionState};
use jiff::{SignedDuration, Timestamp};
use postgres::{Client, NoTls};
use std::error::Error;
use store_postgres::{EventTaken, HeldJob, JobKind, JobRows, SubscriberRows, UsersRows, VaultRows};
use users::{Directory, KeptDirectory, Role, User};

type Outcome = Result<(), Box<dyn Error>>;

const OTHER: Key = Key::constant("5ab5c21b-0000-4000-8000-000000000002");
const NODES: [Key; 2] = [
    Key::constant("70de0000-0000-4000-8000-000000000001"),
    Key::constant("70de0000-0000-4000-8000-000000000002"),
];

fn begun() -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(1_795_000_000)
}

fn of(key: Key, name: &str) -> Subscriber {
    Subscriber::on_trial(catalog::Key::from_bytes(*key.as_bytes()), name, begun())
}

fn both(ground: &Ground) -> Result<SubscriberRows, Box<dyn Error>> {
    let rows = SubscriberRows::new(ground.database()?);
    rows.add(&of(SUBSCRIBER, "রহিমা স্টোর"))?;
    rows.add(&of(OTHER, "Lamp Shop"))?;
    Ok(rows)
}

fn user(number: u8, name: &str) -> User {
    User {
        key: Key::from_bytes([number; 16]),
        name: name.to_owned(),
        full_name: "Asha".to_owned(),
        email: name.to_owned(),
        role: Role::Administrator,
        is_disabled: false,
        created_at: begun(),
    }
}

#[test]
fn spec_4_1_a_subscriber_comes_back_as_it_was_and_is_listed() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let rows = both(&ground)?;
    assert_eq!(rows.get(SUBSCRIBER)?, Some(of(SUBSCRIBER, "রহিমা স্টোর")));
    let changed = rows.change(OTHER, &mut |it| {
        it.set(SubscriptionState::Active, None, begun());
        it.billing = Some("cus_1".to_owned());
        it.kept_until = Some(jiff::civil::date(2040, 2, 29));
    })?;
    assert_eq!(rows.get(OTHER)?, changed);
    assert_eq!(rows.billed("cus_1")?, Some(OTHER));
    assert_eq!(rows.billed("cus_2")?, None);
    let names: Vec<String> = rows.all()?.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["রহিমা স্টোর", "Lamp Shop"]);
    assert!(rows.add(&of(OTHER, "again")).is_err());
    assert_eq!(rows.change(Key::NIL, &mut |_| ())?, None);
    Ok(())
}

#[test]
fn spec_4_2_a_name_is_one_users_among_all_subscribers() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let rows = both(&ground)?;
    let [ours, theirs] = [SUBSCRIBER, OTHER].map(|who| {
        Ok::<_, store::StoreError>(KeptDirectory(UsersRows::new(ground.database()?, who)))
    });
    let (ours, theirs) = (ours?, theirs?);
    ours.put_user(&user(1, "asha@example.com"))?;
    assert_eq!(rows.named("asha@example.com")?, Some(SUBSCRIBER));
    let taken = theirs.put_user(&user(2, "asha@example.com"));
    assert_eq!(taken.err().ok_or("taken twice")?.code(), "user-name-taken");
    assert!(theirs.users()?.is_empty(), "nothing is kept of a refusal");
    // The user is saved again under the same name, and takes another one.
    ours.put_user(&user(1, "asha@example.com"))?;
    ours.put_user(&user(1, "asha@lamp.example"))?;
    assert_eq!(rows.named("asha@example.com")?, None);
    theirs.put_user(&user(2, "asha@example.com"))?;
    theirs.put_user(&user(3, "bela@example.com"))?;
    theirs.remove_user(user(2, "").key)?;
    assert_eq!(rows.named("asha@example.com")?, None);
    ours.put_user(&user(4, "asha@example.com"))?;
    Ok(())
}

#[test]
fn spec_4_1_functions_tell_keys_and_the_tables_tell_nothing() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    both(&ground)?;
    let mut client = Client::connect(&ground.url, NoTls)?;
    for table in ["subscribers", "jobs"] {
        let rows = client.query(&format!("SELECT * FROM {table}"), &[])?;
        assert!(rows.is_empty(), "{table}");
        let mut transaction = client.transaction()?;
        transaction.batch_execute(&format!("SET LOCAL tijori.subscriber = '{SUBSCRIBER}'"))?;
        let changed = transaction.execute(&format!("DELETE FROM {table}"), &[])?;
        assert_eq!(changed, if table == "jobs" { 2 } else { 1 });
    }
    let forged = "INSERT INTO sign_in_names (name, subscriber, owner)
        VALUES ('a@b', gen_random_uuid(), gen_random_uuid())";
    let refused = client.execute(forged, &[]).err().ok_or("forged")?;
    let said = refused.as_db_error().ok_or("no answer")?.message();
    assert!(said.contains("row-level security"), "{said}");
    // Nobody else may ask the functions.
    let Some((server, _)) = server() else {
        return Ok(());
    };
    server.sql(&ground.name, "CREATE ROLE stranger LOGIN").ok();
    let mut stranger = Client::connect(&server.url("stranger", &ground.name), NoTls)?;
    for call in [
        "subscriber_named('a@b')",
        "subscriber_billed('c')",
        "subscriber_keys(NULL, 5)",
        "take_job(gen_random_uuid(), 60)",
    ] {
        let refused = stranger.query(&format!("SELECT {call}"), &[]);
        let refused = refused.err().ok_or(call)?;
        assert_eq!(refused.code().ok_or(call)?.code(), "42501", "{call}");
    }
    Ok(())
}

#[test]
fn spec_4_4_a_subscriber_is_removed_with_everything_but_never_with_a_business() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let rows = both(&ground)?;
    let ours = KeptDirectory(UsersRows::new(ground.database()?, SUBSCRIBER));
    ours.put_user(&user(1, "asha@example.com"))?;
    VaultRows::new(ground.database()?, SUBSCRIBER).put("a", b"b")?;
    let Some((server, _)) = server() else {
        return Ok(());
    };
    let made = format!(
        "INSERT INTO businesses (subscriber, key, name, time_zone, installation, absent)
         VALUES ('{SUBSCRIBER}', gen_random_uuid(), '', '', gen_random_uuid(), '')"
    );
    server.sql(&ground.name, &made)?;
    assert!(!rows.remove(SUBSCRIBER)?);
    assert!(rows.get(SUBSCRIBER)?.is_some());
    server.sql(&ground.name, "DELETE FROM businesses")?;
    assert!(rows.remove(SUBSCRIBER)?);
    assert_eq!(rows.named("asha@example.com")?, None);
    assert_eq!(rows.all()?.len(), 1, "the other one is still there");
    let left = "SELECT count(*) FROM user_rows";
    assert_eq!(server.sql(&ground.name, left)?.trim(), "0");
    Ok(())
}

#[test]
fn an_event_of_billing_is_followed_once_and_an_older_one_not_at_all() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let rows = both(&ground)?;
    let take = |who: Key, event: &str, second: i64, state: SubscriptionState| {
        let at = begun() + SignedDuration::from_secs(second);
        rows.take_event(who, event, at, &mut |it| it.set(state, None, at))
    };
    use SubscriptionState::{Active, Cancelled, PastDue};
    assert_eq!(take(SUBSCRIBER, "e1", 10, Active)?, EventTaken::Followed);
    assert_eq!(take(SUBSCRIBER, "e1", 10, Cancelled)?, EventTaken::Known);
    // Another subscriber cannot be hit by the same event either.
    assert_eq!(take(OTHER, "e1", 10, Cancelled)?, EventTaken::Known);
    assert_eq!(take(SUBSCRIBER, "e0", 5, PastDue)?, EventTaken::Outdated);
    assert_eq!(take(Key::NIL, "e2", 20, Active)?, EventTaken::NoSubscriber);
    let states = [SUBSCRIBER, OTHER]
        .map(|who| Ok::<_, store::StoreError>(rows.get(who)?.map(|it| it.state)));
    let [ours, theirs] = states;
    assert_eq!(ours?, Some(Active));
    assert_eq!(theirs?, Some(SubscriptionState::Trial));
    Ok(())
}

/// Lets the time of everything that is held pass.
fn let_time_pass(ground: &Ground) -> Outcome {
    let (server, _) = server().ok_or("no server")?;
    for table in ["jobs", "turns"] {
        let sql = format!("UPDATE {table} SET held_until = held_until - interval '1 hour'");
        server.sql(&ground.name, &sql)?;
    }
    Ok(())
}

#[test]
fn spec_5_1_a_job_is_one_nodes_until_it_dies() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let subscribers = SubscriberRows::new(ground.database()?);
    subscribers.add(&of(SUBSCRIBER, "Lamp Shop"))?;
    let database = ground.database()?;
    let [one, two] = NODES.map(|node| JobRows::new(database.clone(), node));
    let first = one.take()?.ok_or("nothing to do")?;
    let second = two.take()?.ok_or("nothing to do")?;
    assert_eq!(
        (first.subscriber, second.subscriber),
        (SUBSCRIBER, SUBSCRIBER)
    );
    assert_ne!(first.kind, second.kind);
    assert_eq!((one.take()?, two.take()?), (None, None));
    assert!(one.renew(first, "half")?);
    assert!(!two.renew(first, "mine")?, "it is not held by this one");
    // The first node dies in the middle: another takes over, and the dead one is told if it wakes.
    let_time_pass(&ground)?;
    assert!(!one.renew(first, "late")?);
    let over: HeldJob = two.take()?.ok_or("nothing to take over")?;
    assert!(over.is_taken_over);
    let ended = two.end(over, "good", 3600)?;
    assert!(ended);
    assert!(!one.end(first, "bad", 0)?);
    Ok(())
}

#[test]
fn what_was_asked_for_while_a_job_went_on_is_done_right_after() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let subscribers = SubscriberRows::new(ground.database()?);
    subscribers.add(&of(SUBSCRIBER, "Lamp Shop"))?;
    let jobs = JobRows::new(ground.database()?, NODES[0]);
    let held = [jobs.take()?, jobs.take()?];
    for job in held.into_iter().flatten() {
        if job.kind == JobKind::Sending {
            jobs.ask_for(SUBSCRIBER, JobKind::Sending)?;
        }
        jobs.end(job, "", 3600)?;
    }
    let again = jobs.take()?.ok_or("nothing was asked for")?;
    assert_eq!((again.kind, again.attempts), (JobKind::Sending, 1));
    assert_eq!(jobs.take()?, None);
    Ok(())
}

#[test]
fn spec_5_2_a_turn_is_one_holders_until_it_dies() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let database = ground.database()?;
    let jobs = JobRows::new(database, NODES[0]);
    let [a, b] = NODES;
    assert!(jobs.take_turn(SUBSCRIBER, a)?);
    assert!(!jobs.take_turn(SUBSCRIBER, b)?);
    assert!(
        jobs.take_turn(OTHER, b)?,
        "another subscriber's turn is another"
    );
    assert!(jobs.renew_turn(SUBSCRIBER, a)?);
    jobs.end_turn(SUBSCRIBER, b)?;
    assert!(!jobs.take_turn(SUBSCRIBER, b)?, "only its holder ends it");
    let_time_pass(&ground)?;
    assert!(!jobs.renew_turn(SUBSCRIBER, a)?);
    assert!(jobs.take_turn(SUBSCRIBER, b)?);
    jobs.end_turn(SUBSCRIBER, b)?;
    assert!(jobs.take_turn(SUBSCRIBER, a)?);
    Ok(())
}

#[test]
fn spec_6_1_sealed_secrets_lie_under_their_names_for_one_subscriber() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let [ours, theirs] = [SUBSCRIBER, OTHER].map(|who| (ground.database(), who));
    let ours = VaultRows::new(ours.0?, ours.1);
    let theirs = VaultRows::new(theirs.0?, theirs.1);
    ours.put("b.mail", b"sealed")?;
    ours.put("a.secret", b"\0other")?;
    ours.put("b.mail", b"sealed again")?;
    assert_eq!(ours.get("b.mail")?.as_deref(), Some(&b"sealed again"[..]));
    assert_eq!(theirs.get("b.mail")?, None);
    assert_eq!(ours.names()?, ["a.secret", "b.mail"]);
    ours.remove("b.mail")?;
    ours.remove("b.mail")?;
    assert_eq!(ours.names()?, ["a.secret"]);
    assert_eq!(theirs.names()?, Vec::<String>::new());
    Ok(())
}
