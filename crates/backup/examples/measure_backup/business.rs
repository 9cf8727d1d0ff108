//! A made-up business: customers, receipts and invoices of two lines, and files on every so many of
//! them, half of which compress and half of which do not.

use crate::steps::BUSINESS;
use books::{Key, Object, kinds};
use interchange::{Plain, from_plain};
use std::path::Path;
use store::{BusinessStore, NewBusiness, Profile};
use store_sqlite::SqliteStore;

/// How many customers there are.
const CUSTOMERS: u64 = 2_000;
/// The length of each file.
const FILE_BYTES: usize = 195_500;

/// Makes it in a new data folder.
pub fn make(data: &Path, invoices: u64, megabytes: u64) {
    let store = SqliteStore::open(data).unwrap();
    let profile = Profile {
        name: "Measured".to_owned(),
        country: None,
        time_zone: "UTC".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    let mut business = store.begin(BUSINESS, &profile).unwrap();
    settings(&mut *business);
    let files = megabytes * 1_000_000 / u64::try_from(FILE_BYTES).unwrap();
    let mut noise = Noise(1);
    for number in 0..invoices {
        let document = document(number);
        business.load_object(&document).unwrap();
        if number * files / invoices < (number + 1) * files / invoices {
            attach(&mut *business, &document, number, &mut noise);
        }
    }
    business.publish().unwrap();
}

/// The key with this number among those of a sort.
fn key(sort: u8, number: u64) -> Key {
    let mut bytes = [sort; 16];
    // Keys lie as random ones do.
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bytes[..8].copy_from_slice(&mixed.to_be_bytes());
    Key::from_bytes(bytes)
}

fn text(words: impl Into<String>) -> Plain {
    Plain::Text(words.into())
}

fn object(kind: Key, key: Key, members: Vec<(&str, Plain)>) -> Object {
    let members = members.into_iter();
    let plain = Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect());
    Object {
        key,
        content_type: kind,
        content: from_plain(kind, &[], &plain).unwrap(),
        timestamp: None,
    }
}

fn settings(business: &mut dyn NewBusiness) {
    let mut put = |kind, key, members| business.load_object(&object(kind, key, members)).unwrap();
    let currency = kinds::BASE_CURRENCY;
    put(currency, currency, vec![("Code", text("EUR"))]);
    for number in 0..CUSTOMERS {
        let name = text(format!("Customer {number}"));
        put(kinds::CUSTOMER, key(2, number), vec![("Name", name)]);
    }
    for number in 0..50 {
        let account = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT;
        let name = text(format!("Income {number}"));
        put(account, key(3, number), vec![("Name", name)]);
    }
    let bank = kinds::BANK_OR_CASH_ACCOUNT;
    put(bank, key(4, 0), vec![("Name", text("Bank"))]);
}

/// Two invoices and then a receipt.
fn document(number: u64) -> Object {
    let date = text(format!(
        "2026-{:02}-{:02}",
        number % 12 + 1,
        number % 28 + 1
    ));
    let customer = text(key(2, number % CUSTOMERS).to_string());
    let line = |shift: u64| {
        let price = text(format!(
            "{}.{:02}",
            number % 900 + 1,
            (number + shift) % 100
        ));
        let account = text(key(3, (number + shift) % 50).to_string());
        let words = text(format!("Goods no. {}", number * 7 + shift));
        let members = vec![("Account", account), ("LineDescription", words)];
        let members = members.into_iter().chain([("SalesUnitPrice", price)]);
        Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
    };
    if number % 3 < 2 {
        let members = vec![
            ("IssueDate", date),
            ("Reference", text(format!("INV-{number:07}"))),
            ("Customer", customer),
            ("Lines", Plain::List(vec![line(0), line(1)])),
        ];
        return object(kinds::SALES_INVOICE, key(1, number), members);
    }
    let members = vec![
        ("Date", date),
        ("Reference", text(format!("{number:07}"))),
        ("Customer", customer),
        ("ReceivedIn", text(key(4, 0).to_string())),
    ];
    object(kinds::RECEIPT, key(1, number), members)
}

/// Puts a file on a record.
fn attach(business: &mut dyn NewBusiness, owner: &Object, number: u64, noise: &mut Noise) {
    let key = key(5, number);
    let bytes: Vec<u8> = match number % 2 {
        0 => std::iter::repeat_with(|| noise.next())
            .take(FILE_BYTES)
            .collect(),
        _ => (0..FILE_BYTES)
            .map(|at| b"date,amount,description\n"[(at + usize::from(noise.next()) % 3) % 24])
            .collect(),
    };
    let name = format!("paper-{number}.bin");
    let members = vec![
        ("Name", text(name.clone())),
        ("Object", text(owner.key.to_string())),
    ];
    let record = object(kinds::ATTACHMENT, key, members);
    business.load_object(&record).unwrap();
    let media = Some("application/octet-stream");
    let mut source = bytes.as_slice();
    business
        .put_blob(key, Some(&name), media, &mut source)
        .unwrap();
}

/// Bytes without pattern, the same ones each time (xorshift).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u8 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.to_le_bytes()[7]
    }
}
