//! Records of a backup file are looked at, and one of them is taken back into a business.

use crate::run::Desk;
use testkit::sample_files::{self, CUSTOMER, FIRST_INVOICE};

#[test]
fn records_of_a_file_are_listed_and_shown_without_a_data_folder() {
    let desk = Desk::new();
    let path = desk.file("shop.manager");
    sample_files::small_business_file(&path).expect("a file");
    let listed = desk.json(&["record", "list", "shop.manager", "--kind", "customers"]);
    assert_eq!(listed["records"][0]["key"], CUSTOMER);
    let shown = desk.json(&["record", "show", "shop.manager", CUSTOMER]);
    assert!(shown["content"]["Name"].is_string(), "{shown}");
    assert!(!desk.data().exists(), "no data folder was made");
    let refused = desk.run(&["record", "list", "absent.manager"]);
    assert_eq!(refused.exit_code, 3, "{}", refused.complained);
}

#[test]
fn a_record_is_taken_with_what_it_names_and_replaced_only_when_told() {
    let desk = Desk::new();
    let path = desk.file("shop.manager");
    sample_files::small_business_file(&path).expect("a file");
    desk.json(&["business", "create", "Books", "--country", "BD"]);
    let take = [
        "record",
        "take",
        "shop.manager",
        FIRST_INVOICE,
        "--into",
        "Books",
    ];
    let all: Vec<&str> = take.iter().copied().chain(["--with-references"]).collect();
    let taken = desk.json(&all);
    assert_eq!(taken["was"], "missing");
    assert_eq!(taken["attachments_taken"], 1);
    assert!(taken["records_taken"].as_u64() > Some(1), "{taken}");
    assert_eq!(taken["file"]["name"], "shop.manager");
    let again = desk.json(&take);
    assert_eq!(again["was"], "same");
    assert_eq!(again["records_taken"], 0);
    // The customer of the same key, renamed meanwhile.
    let new = desk.file("new.json");
    std::fs::write(&new, r#"{"Name":"Renamed"}"#).expect("a file");
    desk.json(&["record", "put", "Books", "--key", CUSTOMER, "new.json"]);
    let take = [
        "record",
        "take",
        "shop.manager",
        CUSTOMER,
        "--into",
        "Books",
    ];
    let kept = desk.run(&take);
    assert_eq!(kept.exit_code, 1);
    assert!(kept.complained.contains("--replace"), "{}", kept.complained);
    let name = || desk.json(&["record", "show", "Books", CUSTOMER])["content"]["Name"].clone();
    assert_eq!(name(), "Renamed");
    let all: Vec<&str> = take.iter().copied().chain(["--replace"]).collect();
    assert_eq!(desk.json(&all)["records_taken"], 1);
    assert_ne!(name(), "Renamed");
    let books = desk.json(&["business", "list"]);
    assert_eq!(books["businesses"].as_array().map(Vec::len), Some(1));
}
