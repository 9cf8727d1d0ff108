//! A store in a temporary folder, a made-up business with everything in it, and the sample files.

use backup::{BackupContents, BackupForm, BackupResult, MakeRequest, NoProgress, make_backup};
use books::{Key, kinds};
use history::Stamp;
use manager_file::wire::{Field, Message};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Business, BusinessStore, Email, EmailState, Profile};
use store_sqlite::SqliteStore;
use tempfile::TempDir;

/// The installation of every store here.
pub const INSTALLATION: Key = Key::constant("11111111-1111-4111-8111-111111111111");
/// The made-up business.
pub const BUSINESS: Key = Key::constant("22222222-2222-4222-8222-222222222222");
/// Text that is nowhere but in the attachment.
pub const ATTACHMENT_CANARY: &str = "canary-in-the-attachment-5c1f";
/// Text that is nowhere but in the History of a changed record.
pub const HISTORY_CANARY: &str = "canary-in-the-history-77ab";

/// Text that is nowhere but in the message of an email.
pub const EMAIL_CANARY: &str = "canary-in-the-email-93d0";

pub struct Setting {
    pub folder: TempDir,
    pub store: SqliteStore,
}

impl Setting {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("data")).unwrap();
        Self { folder, store }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Names, lengths and digests of all files in the data folder, but for the lock's.
    pub fn fingerprint(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.path("data")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.to_string_lossy().ends_with("-shm") {
                    let bytes = std::fs::read(&path).unwrap();
                    found.push((path, Sha256::digest(bytes).to_vec()));
                }
            }
        }
        found.sort();
        found
    }

    pub fn import(&self, path: &Path, key: Key) -> Arc<dyn Business> {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let checked = backup::check(path, &name, self.store.scratch(), &NoProgress).unwrap();
        let request = backup::ImportRequest {
            key,
            name: None,
            time_zone: "Asia/Dhaka",
            installation: INSTALLATION,
            stamp: &stamp(9),
        };
        let result = backup::import(&self.store, &checked, &request, &NoProgress).unwrap();
        assert_eq!(result.content_digest, checked.plan().content_digest);
        self.store.open(key).unwrap()
    }
}

pub fn stamp(commit: u8) -> Stamp {
    Stamp {
        instant: "2026-11-21T10:02:11.123456789Z".parse().unwrap(),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: Key::from_random([commit; 16]),
    }
}

fn content(fields: Vec<Field>) -> Vec<u8> {
    let mut message = Message::default();
    for field in fields {
        message.set(field.number(), Some(field));
    }
    message.to_bytes()
}

pub fn key(number: u8) -> Key {
    Key::from_random([number; 16])
}

/// A business with details, a customer that was changed, a deleted supplier and an attachment.
pub fn made_up(setting: &Setting) -> Arc<dyn Business> {
    let profile = Profile {
        name: "ঢাকা মুদি দোকান".to_owned(),
        country: Some("BD".to_owned()),
        time_zone: "Asia/Dhaka".to_owned(),
        installation: INSTALLATION,
        absent: Vec::new(),
    };
    store::create_business(&setting.store, BUSINESS, &profile, &[], &stamp(1), key(90)).unwrap();
    let business = setting.store.open(BUSINESS).unwrap();
    business
        .write(&mut |work| {
            let mut put = |key: Key, kind: Key, fields: Vec<Field>| {
                work.put_object(key, kind, &content(fields), "title", &stamp(2))
                    .map(drop)
            };
            put(
                kinds::BUSINESS_DETAILS,
                kinds::BUSINESS_DETAILS,
                vec![Field::of_text(1, "Dhaka Grocery")],
            )?;
            let currency = vec![Field::of_text(2, "Taka"), Field::of_text(3, "BDT")];
            put(kinds::BASE_CURRENCY, kinds::BASE_CURRENCY, currency)?;
            put(
                key(1),
                kinds::CUSTOMER,
                vec![Field::of_text(1, HISTORY_CANARY)],
            )?;
            put(
                key(1),
                kinds::CUSTOMER,
                vec![Field::of_text(1, "Karim & Sons")],
            )?;
            put(key(2), kinds::SUPPLIER, vec![Field::of_text(1, "Gone")])?;
            work.delete_object(key(2), "Gone", &stamp(3))?;
            let bytes = format!("{ATTACHMENT_CANARY}{}", "x".repeat(100_000)).into_bytes();
            work.put_blob(
                key(3),
                Some("রসিদ.txt"),
                Some("text/plain"),
                &mut bytes.as_slice(),
            )?;
            let attachment = content(vec![
                Field::of_text(2, "রসিদ.txt"),
                Field::of_varint(4, bytes.len() as u64),
                Field::of_guid(6, key(1).as_bytes()),
                Field::of_bytes(12, &Sha256::digest(&bytes)),
            ]);
            work.put_object(
                key(3),
                kinds::ATTACHMENT,
                &attachment,
                "রসিদ.txt",
                &stamp(4),
            )?;
            for (number, state) in (40..).zip(EmailState::ALL) {
                let message = format!("Subject: {EMAIL_CANARY}\r\n\r\n{number}");
                work.put_email(&email(number, state), Some(message.as_bytes()))?;
            }
            Ok(())
        })
        .unwrap();
    business
}

/// An email with a little of everything.
pub fn email(number: u8, state: EmailState) -> Email {
    let at = stamp(1).instant;
    Email {
        key: key(number),
        state,
        is_held: false,
        created_at: at,
        queued_at: (state != EmailState::Draft).then_some(at),
        sent_at: (state == EmailState::Sent).then_some(at),
        record: Some((key(2), kinds::CUSTOMER)),
        contact: number.is_multiple_of(2).then_some(key(1)),
        from: "রহিমা <rahima@example.com>".to_owned(),
        to: vec!["a@example.com".to_owned(), "b@example.com".to_owned()],
        cc: Vec::new(),
        bcc: vec!["c@example.com".to_owned()],
        reply_to: None,
        subject: "চালান".to_owned(),
        message_id: format!("<{}@example.com>", key(number)),
        attempts_count: 1,
        failure: (state == EmailState::Failed).then(|| "timeout".to_owned()),
        failure_reason: None,
    }
}

pub fn back_up(
    setting: &Setting,
    business: &dyn Business,
    target: &Path,
    contents: BackupContents,
    form: BackupForm,
) -> BackupResult {
    let file_name = target.file_name().unwrap().to_string_lossy().into_owned();
    let request = MakeRequest {
        business,
        target,
        scratch: setting.store.scratch(),
        contents,
        form,
        encryption: None,
        file_name: &file_name,
        stamp: &stamp(5),
    };
    make_backup(&request, &NoProgress).unwrap()
}

/// The real sample files; none, with a printed line, where they are not at hand.
pub fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: no sample files in ../shared/samples");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "manager")
        })
        .collect();
    paths.sort();
    paths
}

/// Everything in a plain file's table, as text.
pub fn rows(path: &Path, sql: &str) -> Vec<String> {
    let database = rusqlite::Connection::open(path).unwrap();
    let mut statement = database.prepare(sql).unwrap();
    let columns = statement.column_count();
    statement
        .query_map([], |row| {
            let cells: Vec<String> = (0..columns)
                .map(|at| format!("{:?}", row.get_ref(at).unwrap()))
                .collect();
            Ok(cells.join("|"))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect()
}
