//! Offices are closed when nobody needs them, and opened again, on a real database.

use super::*;
use crate::arguments::cloud::{GroundArguments, StorageArguments};
use crate::cloud::keys::MasterKey;
use crate::cloud::subscribing::{Newcomer, subscribe};
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};
use users::Presented;

/// What all of a test stands on; the server and the folder last as long as it.
pub struct Setting {
    pub offices: Offices,
    pub subscriber: Key,
    _server: PostgresServer,
    _folder: tempfile::TempDir,
}

/// An edition with one subscriber; nothing where PostgreSQL is not installed.
pub fn setting() -> Option<Setting> {
    let server = PostgresServer::start().unwrap()?;
    let folder = tempfile::tempdir().unwrap();
    let database = server.create_database(None).unwrap();
    store_postgres::prepare(&server.url(OWNER, &database), ROLE).unwrap();
    let key = folder.path().join("master.key");
    MasterKey::draw(&key).ok().unwrap();
    let wanted = GroundArguments {
        database: Some(server.url(ROLE, &database)),
        connections: 4,
        master_key_file: Some(key),
        scratch: None,
        storage: StorageArguments {
            s3_endpoint: "http://127.0.0.1:9".to_owned(),
            s3_region: "us-east-1".to_owned(),
            s3_bucket: Some("books".to_owned()),
            s3_prefix: String::new(),
            s3_path_style: true,
            s3_access_key_id: Some("nobody".to_owned()),
        },
    };
    let ground = Ground::open_with(&wanted, "secret".to_owned())
        .ok()
        .unwrap();
    let newcomer = Newcomer {
        firm: "Lamp Shop",
        full_name: "Asha",
        email: "asha@lamp.example",
        password: None,
    };
    let made = subscribe(&ground, &newcomer, &Presented::default(), Timestamp::now());
    let (subscriber, _) = made.unwrap();
    let settings = OfficeSettings {
        origin: "http://books.example".to_owned(),
        host: "books.example".to_owned(),
        hosts: vec!["books.example".to_owned()],
        is_secure: false,
        mail_policy: HostPolicy::PublicOnly,
    };
    Some(Setting {
        offices: Offices::new(ground, settings),
        subscriber: crate::cloud::books_key(subscriber.key),
        _server: server,
        _folder: folder,
    })
}

#[test]
fn spec_7_2_an_office_is_closed_when_nobody_needs_it_and_opened_again() {
    let Some(setting) = setting() else {
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let (offices, subscriber) = (&setting.offices, setting.subscriber);
    let office = || offices.of(subscriber).unwrap().0;
    let first = office();
    assert_eq!(first.subscriber, subscriber);
    assert!(Arc::ptr_eq(&first, &office()), "the one that is kept");
    offices.sweep_after(Duration::ZERO);
    assert!(Arc::ptr_eq(&first, &office()), "it answers a request");
    let app = first.app.clone();
    let gone = Arc::downgrade(&first);
    drop(first);
    offices.sweep_after(Duration::ZERO);
    assert!(gone.upgrade().is_some(), "work of it goes on");
    drop(app);
    offices.sweep();
    assert!(gone.upgrade().is_some(), "it was asked for within the hour");
    offices.sweep_after(Duration::ZERO);
    assert!(gone.upgrade().is_none(), "nobody needs it");
    assert!(offices.kept().is_empty());
    let again = office();
    assert_eq!(again.subscriber, subscriber);
    let names = again.app.store.businesses().unwrap();
    assert!(names.is_empty(), "it asks its rows: {}", names.len());
}

#[test]
fn names_that_nobody_has_do_not_fill_a_node() {
    let Some(setting) = setting() else {
        println!("skipped: PostgreSQL is not installed here");
        return;
    };
    let (own, _) = setting.offices.of(setting.subscriber).unwrap();
    for number in 0..NOBODYS_MAX + 3 {
        let name = format!("none{number}@lamp.example");
        let (office, standing) = setting.offices.of_nobody(&name).unwrap();
        assert_eq!(office.subscriber, Key::NIL);
        assert!(standing.is_none());
    }
    let count = setting.offices.kept().len();
    assert_eq!(
        count,
        NOBODYS_MAX + 1,
        "all of nobody's, and the subscriber's"
    );
    let (kept, _) = setting.offices.of(setting.subscriber).unwrap();
    assert!(Arc::ptr_eq(&own, &kept));
}
