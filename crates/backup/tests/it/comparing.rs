//! What differs between a file and a business, and which business a file is of
//! (docs/SPEC-import.md, section 1).

use crate::setting::{BUSINESS, Setting, back_up, key, made_up, stamp};
use backup::{
    BackupContents, BackupForm, Comparison, Difference, HistoryRelation, NoProgress, RecognisedBy,
    RecordDifference, check, compare, recognise,
};
use books::{Key, kinds};
use interchange::{Plain, from_plain};
use std::path::{Path, PathBuf};
use store::{Business, BusinessStore};

const BANK: u8 = 50;
const INVOICE: u8 = 51;
const RECEIPT: u8 = 52;

pub fn checked(setting: &Setting, path: &Path) -> backup::CheckedFile {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    check(path, &name, setting.store.scratch(), &NoProgress).unwrap()
}

fn compared(
    setting: &Setting,
    path: &Path,
    business: &dyn Business,
) -> (Comparison, Vec<RecordDifference>) {
    let mut each = Vec::new();
    let reader = business.read().unwrap();
    let figures = (books_of(&*reader), ledger::post(&books_of(&*reader)));
    let result = compare(
        &checked(setting, path),
        &*reader,
        &figures,
        &NoProgress,
        &mut |record| each.push(record),
    );
    (result.unwrap(), each)
}

fn books_of(reader: &dyn store::Reader) -> books::Books {
    let mut books = interchange::BooksReader::new();
    reader
        .each_object(None, &mut |object| {
            books.add(&object);
            Ok(())
        })
        .unwrap();
    books.finish().0
}

fn file_of(setting: &Setting, business: &dyn Business, name: &str) -> PathBuf {
    let path = setting.path(name);
    let (contents, form) = (BackupContents::default(), BackupForm::Compressed);
    back_up(setting, business, &path, contents, form);
    path
}

fn text(value: &str) -> Plain {
    Plain::Text(value.to_owned())
}

fn object(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter();
    Plain::Map(
        members
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    )
}

fn put(business: &dyn Business, number: u8, kind: Key, members: &[(&str, Plain)]) {
    let content = from_plain(kind, &[], &object(members)).unwrap();
    business
        .write(&mut |work| {
            work.put_object(key(number), kind, &content, "title", &stamp(8))
                .map(drop)
        })
        .unwrap();
}

/// An invoice to the customer over an amount, and money received.
fn trade(business: &dyn Business, invoice: &str, received: &str) {
    let line = object(&[
        ("Account", text(&key(60).to_string())),
        ("Qty", text("1")),
        ("SalesUnitPrice", text(invoice)),
    ]);
    put(
        business,
        60,
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
        &[("Name", text("Sales"))],
    );
    put(
        business,
        BANK,
        kinds::BANK_OR_CASH_ACCOUNT,
        &[("Name", text("Till"))],
    );
    put(
        business,
        INVOICE,
        kinds::SALES_INVOICE,
        &[
            ("IssueDate", text("2026-10-01")),
            ("Reference", text("SI-1")),
            ("Customer", text(&key(1).to_string())),
            ("Lines", Plain::List(vec![line])),
        ],
    );
    let line = object(&[
        (
            "Account",
            text(&kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT.to_string()),
        ),
        ("AccountsReceivableCustomer", text(&key(1).to_string())),
        ("Amount", text(received)),
    ]);
    put(
        business,
        RECEIPT,
        kinds::RECEIPT,
        &[
            ("Date", text("2026-10-02")),
            ("Reference", text("R-1")),
            ("ReceivedIn", text(&key(BANK).to_string())),
            ("Lines", Plain::List(vec![line])),
        ],
    );
}

#[test]
fn what_would_be_missing_and_what_changed_is_told_with_its_amounts() {
    let setting = Setting::new();
    let business = made_up(&setting);
    trade(&*business, "100", "40");
    let path = file_of(&setting, &*business, "old.manager");
    let (same, each) = compared(&setting, &path, &*business);
    assert!(same.is_same() && each.is_empty(), "{same:?}");
    // The invoice is raised, the receipt is gone, a supplier is new.
    trade(&*business, "150", "40");
    put(
        &*business,
        55,
        kinds::SUPPLIER,
        &[("Name", text("Newcomer"))],
    );
    business
        .write(&mut |work| work.delete_object(key(RECEIPT), "R-1", &stamp(8)).map(drop))
        .unwrap();
    let (found, each) = compared(&setting, &path, &*business);
    assert_eq!(each.len(), 3, "{each:?}");
    assert!(each.is_sorted_by_key(|record| record.key));
    let counts = Difference::ALL.map(|difference| found.count(difference));
    assert_eq!(counts, [1, 1, 1]);
    let of = |kind| found.kinds.iter().find(|it| it.kind == kind).unwrap();
    let missing = of(kinds::SUPPLIER).newest(Difference::OnlyInBusiness);
    assert_eq!(missing[0].title, "Newcomer");
    let changed = &of(kinds::SALES_INVOICE).newest(Difference::Changed)[0];
    assert_eq!(changed.title, "SI-1");
    assert_eq!(changed.date, Some("2026-10-01".parse().unwrap()));
    let amount = |value: i64| Some(rust_decimal::Decimal::from(value));
    assert_eq!(
        (changed.in_file, changed.in_business),
        (amount(100), amount(150))
    );
    let back = &of(kinds::RECEIPT).newest(Difference::OnlyInFile)[0];
    assert_eq!((back.in_file, back.in_business), (amount(40), None));
    let (file, live) = (found.in_file, found.in_business);
    assert_eq!((Some(file.cash), Some(live.cash)), (amount(40), amount(0)));
    assert_eq!(
        (Some(file.receivables), Some(live.receivables)),
        (amount(60), amount(150))
    );
    assert_eq!(
        (Some(file.net_profit), Some(live.net_profit)),
        (amount(100), amount(150))
    );
    assert_eq!(file.payables, live.payables);
}

#[test]
fn it_is_told_whose_history_goes_further() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let first = file_of(&setting, &*business, "first.manager");
    let relation =
        |path: &Path, business: &dyn Business| compared(&setting, path, business).0.history;
    let older = |entries, changes| HistoryRelation::FileIsOlder { entries, changes };
    assert_eq!(
        relation(&first, &*business),
        older(1, 0),
        "the backup itself is an entry"
    );
    put(
        &*business,
        55,
        kinds::SUPPLIER,
        &[("Name", text("Newcomer"))],
    );
    assert_eq!(relation(&first, &*business), older(2, 1));
    let second = file_of(&setting, &*business, "second.manager");
    // The first file, imported, went its own way: it says `restored` where the other says `backup`.
    let copy = setting.import(&first, key(80));
    assert_eq!(relation(&first, &*copy), older(1, 0));
    let at = copy.read().unwrap().history_head().unwrap().sequence;
    let diverged = HistoryRelation::Diverged {
        at,
        in_file: 1,
        in_business: 0,
    };
    assert_eq!(relation(&second, &*copy), diverged);
    // A file of the copy goes on where the first business... does not: it diverged as well.
    let third = file_of(&setting, &*copy, "third.manager");
    let diverged = HistoryRelation::Diverged {
        at,
        in_file: 0,
        in_business: 1,
    };
    assert_eq!(relation(&third, &*business), diverged);
}

#[test]
fn a_file_goes_further_than_a_business_that_was_set_back() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let earlier = setting.path("set-back");
    business.read().unwrap();
    let head = business.read().unwrap().history_head().unwrap();
    // The data folder as it was before two further changes, as a disk image would bring it back.
    let data = setting.path("data");
    drop(business);
    let Setting { folder, store } = setting;
    drop(store);
    copy_folder(&data, &earlier);
    let store = store_sqlite::SqliteStore::open(&data).unwrap();
    let setting = Setting { folder, store };
    let business = setting.store.open(BUSINESS).unwrap();
    for number in [55, 56] {
        put(
            &*business,
            number,
            kinds::SUPPLIER,
            &[("Name", text("Newcomer"))],
        );
    }
    let path = file_of(&setting, &*business, "late.manager");
    let old = store_sqlite::SqliteStore::open(&earlier).unwrap();
    let old = old.open(BUSINESS).unwrap();
    assert_eq!(old.read().unwrap().history_head().unwrap(), head);
    let (found, _) = compared(&setting, &path, &*old);
    assert_eq!(
        found.history,
        HistoryRelation::FileIsNewer {
            entries: 2,
            changes: 2
        }
    );
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_business_is_recognised_by_history_then_records_then_name() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let path = file_of(&setting, &*business, "some other name.manager");
    let by = |path: &Path| -> Vec<(Key, RecognisedBy)> {
        let found = recognise(&setting.store, &checked(&setting, path)).unwrap();
        found.into_iter().map(|it| (it.key, it.by)).collect()
    };
    assert_eq!(by(&path), [(BUSINESS, RecognisedBy::History)]);
    // The copy has another name; the one that has the file's own comes first.
    setting.import(&path, key(80));
    let both = [
        (BUSINESS, RecognisedBy::History),
        (key(80), RecognisedBy::History),
    ];
    assert_eq!(by(&path), both);
    // Without any chain the keys of its records tell.
    let plain = setting.path("plain.manager");
    back_up(
        &setting,
        &*business,
        &plain,
        BackupContents::default(),
        BackupForm::Plain,
    );
    let database = rusqlite::Connection::open(&plain).unwrap();
    database
        .execute_batch(
            "DROP TABLE TijoriManifest; DROP TABLE TijoriSections; DROP TABLE TijoriHistory;
             DROP TABLE Changes; VACUUM",
        )
        .unwrap();
    drop(database);
    let by_records = [
        (BUSINESS, RecognisedBy::Records),
        (key(80), RecognisedBy::Records),
    ];
    let mut found = by(&plain);
    found.sort();
    assert_eq!(found, by_records);
}
