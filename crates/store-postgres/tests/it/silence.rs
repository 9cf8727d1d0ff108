//! A server that is frozen, not gone: it takes every call and answers none (SPEC-cloud.md, 2.16).

use crate::ground::{SUBSCRIBER, stamp};
use books::Key;
use std::error::Error;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use store::{Business, BusinessStore, Profile, StoreError, create_business};
use store_postgres::{Database, PostgresStore, Settings, prepare};
use tempfile::TempDir;
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};

type Outcome = Result<(), Box<dyn Error>>;

const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-00000000000b");
const NOTE: Key = Key::constant("0000000d-0000-4000-8000-00000000000d");
const KIND: Key = Key::constant("0000000e-0000-4000-8000-00000000000e");

/// A business on a server that no other test uses.
struct Setting {
    server: PostgresServer,
    name: String,
    store: PostgresStore,
    business: Arc<dyn Business>,
    _scratch: TempDir,
}

fn setting() -> Result<Option<Setting>, Box<dyn Error>> {
    let Some(server) = PostgresServer::start()? else {
        println!("skipped: PostgreSQL is not installed here");
        return Ok(None);
    };
    let name = server.create_database(None)?;
    prepare(&server.url(OWNER, &name), ROLE)?;
    let scratch = TempDir::new()?;
    let database = Database::open(&Settings {
        url: server.url(ROLE, &name),
        connections_count_max: 8,
        wait: Duration::from_secs(4),
        scratch: scratch.path().to_owned(),
    })?;
    let store = PostgresStore::new(database, SUBSCRIBER);
    let profile = Profile {
        name: "Rahman Stores".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    create_business(&store, BUSINESS, &profile, &[], &stamp(), BUSINESS)?;
    Ok(Some(Setting {
        business: store.open(BUSINESS)?,
        server,
        name,
        store,
        _scratch: scratch,
    }))
}

/// Does something that nobody answers; it has to end in so many seconds.
fn unanswered<T>(most_s: u64, work: impl FnOnce() -> Result<T, StoreError>) {
    let begun = Instant::now();
    let told = work().map(drop);
    let took = begun.elapsed();
    assert!(
        matches!(told, Err(StoreError::Unreachable { .. })),
        "{told:?}"
    );
    assert!(took < Duration::from_secs(most_s), "{took:?}");
}

/// Waits until the server, which goes on, is found again.
fn come_back(setting: &Setting) {
    let begun = Instant::now();
    while let Err(error) = setting.store.businesses() {
        assert!(begun.elapsed() < Duration::from_secs(10), "{error}");
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn spec_2_16_a_frozen_server_is_told_in_time_and_goes_on_without_a_restart() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    let reader = setting.business.read()?;
    // Some connections lie idle.
    let readers = (0..4).map(|_| setting.business.read());
    drop(readers.collect::<Result<Vec<_>, _>>()?);
    let frozen = setting.server.freeze()?;
    unanswered(6, || setting.store.businesses());
    unanswered(4, || setting.store.businesses());
    // Whoever reads already waits a little longer.
    unanswered(10, || reader.object(NOTE));
    unanswered(4, || reader.object(NOTE));
    drop(reader);
    drop(frozen);
    come_back(&setting);
    assert!(setting.business.read()?.object(NOTE)?.is_none());
    Ok(())
}

#[test]
fn spec_2_16_a_unit_of_work_that_nobody_answers_changes_nothing() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    let mut frozen = None;
    unanswered(10, || {
        setting.business.write(&mut |unit| {
            unit.put_object(NOTE, KIND, b"a note", "A note", &stamp())?;
            frozen = Some(setting.server.freeze());
            Ok(())
        })
    });
    frozen.ok_or("it was never frozen")??;
    come_back(&setting);
    assert!(setting.business.read()?.object(NOTE)?.is_none());
    setting.business.write(&mut |unit| {
        let put = unit.put_object(NOTE, KIND, b"a note", "A note", &stamp());
        put.map(drop)
    })?;
    assert!(setting.business.read()?.object(NOTE)?.is_some());
    Ok(())
}

#[test]
fn spec_2_16_a_server_that_works_on_something_long_is_waited_for() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    thread::scope(|scope| {
        let (server, name) = (&setting.server, setting.name.as_str());
        let locking = scope.spawn(move || {
            let sql = "BEGIN; SELECT number FROM businesses FOR UPDATE; SELECT pg_sleep(8); COMMIT";
            server.sql(name, sql)
        });
        thread::sleep(Duration::from_secs(1));
        let begun = Instant::now();
        setting.business.write(&mut |unit| {
            let put = unit.put_object(NOTE, KIND, b"a note", "A note", &stamp());
            put.map(drop)
        })?;
        assert!(begun.elapsed() > Duration::from_secs(5), "it waited");
        locking.join().map_err(|_| "the lock was not taken")??;
        Ok(())
    })
}
