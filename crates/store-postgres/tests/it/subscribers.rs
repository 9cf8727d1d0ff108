//! Subscribers do not see, change or add to each other's rows, whatever the statements say: the
//! database refuses, not this program (SPEC-cloud.md, 2; security.md S42).

use crate::ground::{Ground, SUBSCRIBER, server, stamp};
use books::Key;
use postgres::{Client, NoTls};
use std::error::Error;
use std::time::Duration;
use store::{BusinessStore, Profile, StoreError, create_business};
use store_postgres::{Database, PostgresStore, Settings};

type Outcome = Result<(), Box<dyn Error>>;

const OTHER: Key = Key::constant("5ab5c21b-0000-4000-8000-000000000002");
const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
const RECORD: Key = Key::constant("c0000000-0000-4000-8000-000000000001");

fn create(store: &dyn BusinessStore, key: Key, name: &str) -> Result<(), StoreError> {
    let profile = Profile {
        name: name.to_owned(),
        country: None,
        time_zone: "UTC".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    create_business(store, key, &profile, &[], &stamp(), key)?;
    let business = store.open(key)?;
    business.write(&mut |unit| {
        unit.put_object(RECORD, Key::NIL, name.as_bytes(), name, &stamp())?;
        unit.put_blob(RECORD, Some("a"), None, &mut name.as_bytes())
            .map(drop)
    })
}

/// Two subscribers with a business of the same key each.
fn both(ground: &Ground) -> Result<[PostgresStore; 2], Box<dyn Error>> {
    let database = ground.database()?;
    let stores = [SUBSCRIBER, OTHER].map(|who| PostgresStore::new(database.clone(), who));
    create(&stores[0], BUSINESS, "mine")?;
    create(&stores[1], BUSINESS, "theirs")?;
    Ok(stores)
}

#[test]
fn the_same_key_is_another_business_for_another_subscriber() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let stores = both(&ground)?;
    for (store, name) in stores.iter().zip(["mine", "theirs"]) {
        let names: Vec<String> = store
            .businesses()?
            .into_iter()
            .map(|entry| entry.name)
            .collect();
        assert_eq!(names, [name]);
        let business = store.open(BUSINESS)?;
        let reader = business.read()?;
        let content = reader.object(RECORD)?.ok_or("no record")?.content;
        assert_eq!(content, name.as_bytes());
        let mut bytes = Vec::new();
        reader.copy_blob(RECORD, &mut bytes)?;
        assert_eq!(bytes, name.as_bytes());
    }
    stores[0].remove(BUSINESS)?;
    assert!(stores[1].trash()?.is_empty());
    assert!(stores[1].open(BUSINESS).is_ok());
    Ok(())
}

/// Every table that names a subscriber.
fn tables(client: &mut Client) -> Result<Vec<String>, postgres::Error> {
    let rows = client.query(
        "SELECT table_name::text FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'subscriber' ORDER BY 1",
        &[],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

#[test]
fn statements_without_any_condition_reach_only_the_subscribers_own_rows() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    both(&ground)?;
    let mut client = Client::connect(&ground.url, NoTls)?;
    let tables = tables(&mut client)?;
    assert!(tables.len() > 20, "{tables:?}");
    for table in &tables {
        let count = |client: &mut Client, who: &str| -> Result<i64, postgres::Error> {
            let mut transaction = client.transaction()?;
            if !who.is_empty() {
                transaction.batch_execute(&format!("SET LOCAL tijori.subscriber = '{who}'"))?;
            }
            let rows = transaction.query(
                &format!("SELECT count(*), count(DISTINCT subscriber) FROM {table}"),
                &[],
            )?;
            let subscribers: i64 = rows.first().map_or(0, |row| row.get(1));
            assert!(subscribers <= 1, "{table} shows {subscribers} subscribers");
            Ok(rows.first().map_or(0, |row| row.get(0)))
        };
        assert_eq!(count(&mut client, "")?, 0, "{table} without a subscriber");
        let mine = count(&mut client, &SUBSCRIBER.to_string())?;
        assert_eq!(mine, count(&mut client, &OTHER.to_string())?, "{table}");
    }
    for table in ["businesses", "objects", "blobs", "history"] {
        let mut transaction = client.transaction()?;
        transaction.batch_execute(&format!("SET LOCAL tijori.subscriber = '{SUBSCRIBER}'"))?;
        let deleted = transaction.execute(&format!("DELETE FROM {table}"), &[]);
        // Of the trail not even one's own.
        assert_eq!(deleted.ok(), (table != "history").then_some(1), "{table}");
    }
    Ok(())
}

#[test]
fn a_row_for_another_subscriber_is_refused() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    both(&ground)?;
    let mut client = Client::connect(&ground.url, NoTls)?;
    for sql in [
        format!(
            "INSERT INTO noted_heads (subscriber, business_key, line) VALUES ('{OTHER}', '{OTHER}', '')"
        ),
        format!("UPDATE objects SET subscriber = '{OTHER}'"),
        format!("UPDATE businesses SET subscriber = '{OTHER}'"),
    ] {
        let mut transaction = client.transaction()?;
        transaction.batch_execute(&format!("SET LOCAL tijori.subscriber = '{SUBSCRIBER}'"))?;
        let refused = transaction.execute(&sql, &[]).err().ok_or(sql)?;
        let said = refused.as_db_error().ok_or("no answer")?.message();
        assert!(said.contains("row-level security"), "{said}");
    }
    Ok(())
}

#[test]
fn a_role_that_may_pass_over_the_rules_is_not_used() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let Some((server, _template)) = server() else {
        return Ok(());
    };
    // Roles are those of the server, which all tests here share.
    let passing = [
        "CREATE ROLE passes_over LOGIN BYPASSRLS",
        "CREATE ROLE may_pass_over LOGIN NOINHERIT IN ROLE passes_over",
        "CREATE ROLE may_own LOGIN NOINHERIT IN ROLE tijori_owner",
    ];
    for sql in passing {
        server.sql("postgres", sql)?;
    }
    for role in [
        "postgres",
        "passes_over",
        "may_pass_over",
        "may_own",
        testkit::postgres_server::OWNER,
    ] {
        let other = Ground {
            url: server.url(role, &ground.name),
            name: ground.name.clone(),
            scratch: tempfile::TempDir::new()?,
        };
        let refused = other.database().err().ok_or(role)?;
        assert!(refused.to_string().contains("BYPASSRLS"), "{refused}");
    }
    assert!(ground.database().is_ok());
    Ok(())
}

#[test]
fn for_whom_a_transaction_works_ends_with_it() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let database = Database::open(&Settings {
        url: ground.url.clone(),
        connections_count_max: 1,
        wait: Duration::from_secs(10),
        scratch: ground.scratch.path().to_owned(),
    })?;
    let left = || -> Result<(i32, String, i64), Box<dyn Error>> {
        let rows = database.connection()?.query(
            "SELECT pg_backend_pid(), coalesce(current_setting('tijori.subscriber', true), ''),
                 (SELECT count(*) FROM businesses)",
            &[],
        )?;
        let row = rows.first().ok_or("no row")?;
        Ok((row.get(0), row.get(1), row.get(2)))
    };
    let (process, ..) = left()?;
    let store = PostgresStore::new(database.clone(), SUBSCRIBER);
    create(&store, BUSINESS, "mine")?;
    assert_eq!(left()?, (process, String::new(), 0), "after what committed");
    let refused = store.open(OTHER).err().map(|error| error.code());
    assert_eq!(refused, Some("business-not-found"));
    assert_eq!(store.businesses()?.len(), 1);
    assert_eq!(
        left()?,
        (process, String::new(), 0),
        "after what was rolled back"
    );
    Ok(())
}

#[test]
fn the_trail_is_neither_changed_nor_emptied_even_by_the_owner_of_the_tables() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let Some((server, _template)) = server() else {
        return Ok(());
    };
    both(&ground)?;
    for sql in [
        "UPDATE history SET title = ''",
        "DELETE FROM history",
        "TRUNCATE history",
        "INSERT INTO history SELECT business, sequence + 5, subscriber, gen_random_uuid(),
             installation, commit_key, instant_seconds, instant_nanoseconds, zone, offset_seconds,
             user_key, user_name, program_version, action, object, content_type_before,
             content_type_after, title, facts, previous_hash, hash, content_before, content_after
         FROM history",
    ] {
        let refused = server.sql(&ground.name, sql).err().ok_or(sql)?;
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
    Ok(())
}

#[test]
fn a_server_that_does_not_answer_is_told_as_such() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let nowhere = Ground {
        url: "postgresql://tijori@127.0.0.1:1/tijori?connect_timeout=1".to_owned(),
        ..ground
    };
    let settings = nowhere.database().err().ok_or("it answered")?;
    assert_eq!(settings.code(), "store-unreachable");
    Ok(())
}

#[test]
fn connections_that_the_server_ended_are_replaced() -> Outcome {
    let Some(ground) = Ground::new() else {
        return Ok(());
    };
    let Some((server, _template)) = server() else {
        return Ok(());
    };
    let [mine, _theirs] = both(&ground)?;
    let business = mine.open(BUSINESS)?;
    let end_all = format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' \
         AND pid <> pg_backend_pid()",
        ground.name
    );
    // In the middle of a unit of work: it is lost whole, and told.
    let cut = business.write(&mut |unit| {
        unit.put_object(RECORD, Key::NIL, b"lost", "", &stamp())?;
        server
            .sql("postgres", &end_all)
            .map_err(|error| StoreError::Stopped(error.into()))?;
        unit.put_object(RECORD, Key::NIL, b"lost too", "", &stamp())
            .map(drop)
    });
    assert_eq!(cut.err().ok_or("kept")?.code(), "store-unreachable");
    server.sql("postgres", &end_all)?;
    let content = business.read()?.object(RECORD)?.ok_or("no record")?.content;
    assert_eq!(content, b"mine");
    business.write(&mut |unit| {
        unit.put_object(RECORD, Key::NIL, b"again", "", &stamp())
            .map(drop)
    })?;
    Ok(())
}
