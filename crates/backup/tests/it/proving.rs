//! Proving a business, and editing its closed file as somebody with a tool for databases would.

use crate::setting::Setting;
use backup::{BusinessVerification, NoProgress, VerifyBusinessRequest, verify_business};
use books::{Key, kinds};
use interchange::{Edit, FieldValue, patch};
use rusqlite::Connection;
use std::path::PathBuf;
use store::{Business, BusinessStore};
use store_sqlite::SqliteStore;

/// What an attacker does first: the triggers refuse everything else.
pub const WITHOUT_TRIGGERS: &str = "DROP TRIGGER HistoryIsNotUpdated;
    DROP TRIGGER HistoryIsNotDeleted; DROP TRIGGER HistoryGrowsAtItsEnd;";

pub fn proved(
    setting: &Setting,
    business: &dyn Business,
    backups: &[PathBuf],
) -> BusinessVerification {
    let request = VerifyBusinessRequest {
        business,
        backups,
        scratch: setting.store.scratch(),
        reads_attachments: true,
    };
    verify_business(&request, &NoProgress).unwrap()
}

/// Closes everything, lets somebody edit the file, and proves what is there then.
pub fn attacked(setting: Setting, business: Key, sql: &str) -> (Setting, BusinessVerification) {
    let Setting { folder, store } = setting;
    drop(store);
    let data = folder.path().join("data");
    let file = data.join(format!("businesses/{business}.sqlite"));
    let connection = Connection::open(&file).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
    let store = SqliteStore::open(&data).unwrap();
    let setting = Setting { folder, store };
    let opened = setting.store.open(business).unwrap();
    let found = proved(&setting, opened.as_ref(), &[]);
    (setting, found)
}

pub fn codes(found: &BusinessVerification) -> Vec<&'static str> {
    found.faults.iter().map(|fault| fault.code).collect()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn payment(amount: i64) -> Vec<u8> {
    let line = |number| Edit::Set(number, Some(FieldValue::Text(amount.to_string())));
    patch(kinds::CUSTOMER, &[], &[line(1)]).unwrap()
}

pub fn set_content(record: Key, content: &[u8]) -> String {
    let (key, content) = (hex(record.as_bytes()), hex(content));
    format!("UPDATE Objects SET Content = X'{content}' WHERE Key = X'{key}';")
}
