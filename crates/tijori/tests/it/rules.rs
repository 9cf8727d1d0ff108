//! The command line keeps the rules that the pages keep.

use crate::run::{Desk, Ran};
use serde_json::{Value, json};

/// A desk with a business that has two accounts and a journal entry between them.
struct Shop {
    desk: Desk,
    first: String,
    second: String,
}

impl Shop {
    fn new() -> Self {
        let desk = Desk::new();
        desk.json(&["business", "create", "Shop", "--country", "BD"]);
        let listed = desk.json(&[
            "record",
            "list",
            "Shop",
            "--kind",
            "ProfitAndLossStatementAccount",
        ]);
        let key = |place: usize| {
            let key = listed["records"][place]["key"].as_str();
            key.expect("an account").to_owned()
        };
        let (first, second) = (key(0), key(1));
        Self {
            desk,
            first,
            second,
        }
    }

    fn journal(&self, debit: &str, credit: &str) -> Value {
        json!({
            "Date": "2020-02-03",
            "Lines": [
                { "Account": self.first, "Debit": debit },
                { "Account": self.second, "Credit": credit },
            ],
        })
    }

    fn put(&self, kind: &str, record: &Value, more: &[&str]) -> Ran {
        let file = self.desk.file("record.json");
        std::fs::write(file, record.to_string()).expect("a file");
        let mut words = vec!["record", "put", "Shop", "--kind", kind];
        words.extend(more);
        words.push("record.json");
        self.desk.run(&words)
    }

    /// Puts a record that must be taken; its key.
    fn puts(&self, kind: &str, record: &Value) -> String {
        let ran = self.put(kind, record, &[]);
        assert_eq!(ran.exit_code, 0, "{}", ran.complained);
        let put: Value = serde_json::from_str(&ran.said).expect("JSON");
        put["key"].as_str().expect("a key").to_owned()
    }

    /// Asserts that these words are refused with a sentence that holds `part`, and change nothing.
    fn refuses(&self, ran: impl FnOnce() -> Ran, part: &str) {
        let records = || self.desk.json(&["record", "list", "Shop"]);
        let before = records();
        let ran = ran();
        assert_eq!(ran.exit_code, 64, "{}{}", ran.said, ran.complained);
        assert!(ran.complained.contains(part), "{}", ran.complained);
        assert_eq!(records(), before);
    }
}

#[test]
fn a_record_that_others_refer_to_is_not_deleted() {
    let shop = Shop::new();
    shop.puts("JournalEntry", &shop.journal("10", "10"));
    shop.refuses(
        || shop.desk.run(&["record", "delete", "Shop", &shop.first]),
        "used by other records",
    );
}

#[test]
fn settings_are_not_deleted() {
    let shop = Shop::new();
    let listed = shop
        .desk
        .json(&["record", "list", "Shop", "--kind", "BaseCurrency"]);
    let key = listed["records"][0]["key"].as_str().expect("a currency");
    shop.refuses(
        || shop.desk.run(&["record", "delete", "Shop", key]),
        "cannot be deleted",
    );
}

#[test]
fn a_journal_entry_that_does_not_balance_or_says_nothing_is_not_put() {
    let shop = Shop::new();
    shop.refuses(
        || shop.put("JournalEntry", &shop.journal("10", "9.5"), &[]),
        "differ by 0.5",
    );
    shop.refuses(
        || shop.put("JournalEntry", &json!({ "Date": "2020-02-03" }), &[]),
        "at least one line",
    );
}

#[test]
fn the_only_record_of_a_kind_has_its_kinds_key_and_locks_the_period() {
    let shop = Shop::new();
    let entry = shop.puts("JournalEntry", &shop.journal("10", "10"));
    let lock = json!({ "Date": "2020-12-31", "LockAccountingPeriods": true });
    let random = ["--key", "12345678-1234-4234-8234-123456789abc"];
    shop.refuses(|| shop.put("LockDate", &lock, &random), "key");
    let key = shop.puts("LockDate", &lock);
    assert_eq!(key, books::kinds::LOCK_DATE.to_string());
    assert_eq!(
        shop.puts("LockDate", &lock),
        key,
        "put again, it is changed"
    );

    shop.refuses(
        || shop.desk.run(&["record", "delete", "Shop", &entry]),
        "are locked up to",
    );
    shop.refuses(
        || shop.put("JournalEntry", &shop.journal("5", "5"), &["--key", &entry]),
        "are locked up to",
    );
    shop.refuses(
        || shop.put("JournalEntry", &shop.journal("5", "5"), &[]),
        "are locked up to",
    );
    // Backward, or off, it goes with a reason only, which the page asks for.
    for back in [
        json!({ "Date": "2020-06-30", "LockAccountingPeriods": true }),
        json!({ "Date": "2020-12-31" }),
    ] {
        shop.refuses(|| shop.put("LockDate", &back, &[]), "needs a reason");
    }
    let forward = json!({ "Date": "2021-06-30", "LockAccountingPeriods": true });
    assert_eq!(shop.puts("LockDate", &forward), key);
}

#[test]
fn values_that_no_form_takes_are_not_put_and_the_field_is_named() {
    let shop = Shop::new();
    for (record, part) in [
        (json!({ "Name": "A\u{0}B" }), "Name: "),
        (json!({ "Name": "a".repeat(1_001) }), "1,000"),
        (
            json!({ "Name": "A", "BillingAddress": "a".repeat(100_001) }),
            "BillingAddress: ",
        ),
    ] {
        shop.refuses(|| shop.put("Customer", &record, &[]), part);
    }
    let much = "79228162514264337593543950335";
    shop.refuses(
        || shop.put("JournalEntry", &shop.journal(much, much), &[]),
        "Debit: ",
    );
}
