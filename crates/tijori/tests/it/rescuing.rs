//! `tijori rescue`: what is whole in a damaged file (docs/SPEC-rescue.md, 6.2).

use crate::run::{Desk, Ran};
use std::path::Path;
use testkit::sample_files as files;

/// A desk with a business, and a plain backup of it.
fn desk() -> Desk {
    let desk = Desk::new();
    let original = desk.file("Small Shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    let made = desk.run(&[
        "backup",
        "Small Shop",
        "--plain",
        "--output",
        "whole.manager",
    ]);
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    desk
}

/// The same file without its last page and a bit of the one before.
fn cut(desk: &Desk) {
    let mut bytes = std::fs::read(desk.file("whole.manager")).expect("the backup");
    bytes.truncate(bytes.len() - 5000);
    std::fs::write(desk.file("cut.manager"), bytes).expect("the damaged file");
}

fn rescue(desk: &Desk, words: &[&str]) -> Ran {
    desk.run(&[&["rescue"], words].concat())
}

#[test]
fn a_list_brings_nothing_over_and_a_rescue_brings_a_business_that_says_what_it_is() {
    let desk = desk();
    cut(&desk);
    let before = desk.books();
    let listed = rescue(&desk, &["cut.manager", "--list-only"]);
    assert_eq!(listed.exit_code, 1, "{}", listed.complained);
    assert!(listed.said.contains("Certain"), "{}", listed.said);
    assert!(
        listed.said.contains("Nothing was brought over"),
        "{}",
        listed.said
    );
    assert_eq!(desk.books(), before, "nothing has changed, byte for byte");
    let facts = desk.json(&["rescue", "cut.manager", "--list-only"]);
    assert!(facts["business"].is_null());
    let items = facts["items"].as_array().expect("a list");
    assert!(!items.is_empty());
    for item in items {
        for fact in ["state", "part", "name", "reason"] {
            assert!(item[fact].is_string(), "{fact}: {item}");
        }
    }
    let facts = desk.json(&["rescue", "cut.manager", "--name", "Saved"]);
    assert_eq!(facts["business"]["name"], "Saved");
    let list = desk.json(&["business", "list"]);
    assert_eq!(list["businesses"].as_array().map(Vec::len), Some(2));
    let now = &facts["trial_balance"]["now"];
    assert_eq!(now["debit"], now["credit"], "{now}");
    let trail = desk.run(&["history", "Saved", "--json"]);
    assert!(trail.said.contains("\"rescued\""), "{}", trail.said);
}

#[test]
fn what_is_whole_is_not_rescued_and_what_is_no_business_cannot_be() {
    let desk = desk();
    let before = desk.books();
    let whole = rescue(&desk, &["whole.manager"]);
    assert_eq!(whole.exit_code, 64, "{}", whole.complained);
    assert!(
        whole.complained.contains("Import it instead"),
        "{}",
        whole.complained
    );
    std::fs::write(desk.file("letter.manager"), "Dear Sir, ".repeat(1000)).expect("a letter");
    let letter = rescue(&desk, &["letter.manager"]);
    assert_eq!(letter.exit_code, 3, "{}", letter.complained);
    assert_eq!(rescue(&desk, &["nowhere.manager"]).exit_code, 3);
    assert_eq!(desk.books(), before);
}

#[test]
fn an_encrypted_file_is_rescued_with_its_passphrase_and_not_without() {
    let desk = desk();
    std::fs::write(desk.file("words"), "tulip granite seventeen kettle").expect("words");
    let words = ["--passphrase-file", "words"];
    let backup = [
        "backup",
        "Small Shop",
        "--encrypt",
        "--output",
        "secret.manager",
    ];
    let made = desk.run(&[&backup[..], &words].concat());
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    let path = desk.file("secret.manager");
    flip(&path);
    let closed = rescue(&desk, &["secret.manager", "--list-only"]);
    assert_eq!(closed.exit_code, 3, "{}", closed.said);
    assert!(
        closed.complained.contains("passphrase"),
        "{}",
        closed.complained
    );
    // All of a small shop lies in one chunk: it says that nothing can be read, and changes nothing.
    let before = desk.books();
    let opened = rescue(
        &desk,
        &[&["secret.manager", "--list-only"][..], &words].concat(),
    );
    assert_eq!(opened.exit_code, 3, "{}{}", opened.said, opened.complained);
    assert_eq!(desk.books(), before);
}

fn flip(path: &Path) {
    let mut bytes = std::fs::read(path).expect("the file");
    let middle = bytes.len() * 2 / 3;
    bytes[middle] ^= 1;
    std::fs::write(path, bytes).expect("the damaged file");
}
