//! An empty database on a server that all tests of this program share.

use books::Key;
use history::Stamp;
use jiff::Timestamp;
use std::sync::OnceLock;
use std::time::Duration;
use store::{BusinessStore, StoreError};
use store_postgres::{Database, PostgresStore, Settings, prepare};
use tempfile::TempDir;
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};

/// A subscriber.
pub const SUBSCRIBER: Key = Key::constant("5ab5c21b-0000-4000-8000-000000000001");

/// Who changes something in these tests, and when.
pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::UNIX_EPOCH,
        zone: "UTC".to_owned(),
        offset_s: 0,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: Key::NIL,
    }
}

/// The server, with a database that has the tables; nothing where PostgreSQL is not installed.
static SERVER: OnceLock<Option<(PostgresServer, String)>> = OnceLock::new();

pub fn server() -> Option<&'static (PostgresServer, String)> {
    let found = SERVER.get_or_init(|| {
        let server = PostgresServer::start().unwrap()?;
        let template = server.create_database(None).unwrap();
        prepare(&server.url(OWNER, &template), ROLE).unwrap();
        Some((server, template))
    });
    if found.is_none() {
        println!("skipped: PostgreSQL is not installed here");
    }
    found.as_ref()
}

/// A database of its own.
pub struct Ground {
    pub url: String,
    pub name: String,
    pub scratch: TempDir,
}

impl Ground {
    pub fn new() -> Option<Self> {
        let (server, template) = server()?;
        let name = server.create_database(Some(template)).unwrap();
        Some(Self {
            url: server.url(ROLE, &name),
            name,
            scratch: TempDir::new().unwrap(),
        })
    }

    pub fn database(&self) -> Result<Database, StoreError> {
        Database::open(&Settings {
            url: self.url.clone(),
            connections_count_max: 8,
            wait: Duration::from_secs(10),
            scratch: self.scratch.path().to_owned(),
        })
    }
}

impl store::contract::Ground for Ground {
    fn open(&self) -> Result<Box<dyn BusinessStore>, StoreError> {
        Ok(Box::new(PostgresStore::new(self.database()?, SUBSCRIBER)))
    }
}
