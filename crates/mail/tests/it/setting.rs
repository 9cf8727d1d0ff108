//! A business in a temporary folder, and emails to send from it.

use books::Key;
use history::{Entry, Stamp};
use jiff::Timestamp;
use mail::outbox::{self, SendOutcome};
use mail::{Composition, HostPolicy, MailSettings, Mailbox, Secret, Security, compose};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Business, BusinessStore, Email, Profile, create_business};
use store_sqlite::SqliteStore;
use tempfile::TempDir;

/// Businesses and emails of this test program, each with a key of its own.
static NUMBER: AtomicU64 = AtomicU64::new(1);

pub const PASSWORD: &str = "পাসওয়ার্ড";

pub fn key() -> Key {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let mut bytes = [7; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    Key::from_random(bytes)
}

pub struct Setting {
    pub folder: TempDir,
    pub business: Arc<dyn Business>,
}

impl Setting {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        let profile = Profile {
            name: "মুদি দোকান".to_owned(),
            country: None,
            time_zone: "Asia/Dhaka".to_owned(),
            installation: key(),
            absent: Vec::new(),
        };
        let business = key();
        create_business(&store, business, &profile, &[], &stamp(), key()).unwrap();
        let business = store.open(business).unwrap();
        Self { folder, business }
    }

    pub fn queue(&self, composition: &Composition) -> (Email, Vec<u8>) {
        let (email, message) = compose(key(), composition, stamp().instant).unwrap();
        outbox::queue(&*self.business, &email, &message, &stamp()).unwrap();
        (email, message)
    }

    pub fn send(&self, settings: &MailSettings) -> SendOutcome {
        outbox::send_next(&*self.business, settings, HostPolicy::Any, &stamp).unwrap()
    }

    pub fn email(&self, key: Key) -> Email {
        self.business.read().unwrap().email(key).unwrap().unwrap()
    }

    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        self.business
            .read()
            .unwrap()
            .each_entry(1, &mut |entry| {
                entries.push(entry);
                Ok(())
            })
            .unwrap();
        entries
    }

    /// Whether any file of the business's folder holds these bytes.
    pub fn holds(&self, wanted: &str) -> bool {
        let folder = self.folder.path().join("businesses");
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            bytes
                .windows(wanted.len())
                .any(|it| it == wanted.as_bytes())
        })
    }
}

/// The only business of a folder that another program held before.
pub fn reopened(folder: &Path) -> Arc<dyn Business> {
    let store = SqliteStore::open(folder).unwrap();
    let key = store.businesses().unwrap()[0].key;
    store.open(key).unwrap()
}

pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::now(),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: key(),
    }
}

pub fn mailbox(text: &str) -> Mailbox {
    Mailbox::parse(text).unwrap()
}

pub fn settings(port: u16, security: Security, authority: &str) -> MailSettings {
    MailSettings {
        port,
        security,
        username: "rahima".to_owned(),
        password: Secret::new(PASSWORD),
        authority: Some(authority.to_owned()),
        ..MailSettings::new("localhost", mailbox("রহিমা বেগম <rahima@example.com>"))
    }
}

pub fn composition(to: &str) -> Composition {
    let settings = MailSettings::new("localhost", mailbox("রহিমা বেগম <rahima@example.com>"));
    Composition {
        to: vec![mailbox(to)],
        subject: "চালান INV-1".to_owned(),
        text: "Hello".to_owned(),
        ..Composition::from_settings(&settings)
    }
}
