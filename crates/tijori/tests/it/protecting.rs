//! Encrypted backups on the command line: the summary that may be allowed, and kept ones.

use crate::keeping::desk_with_place;
use crate::run::{Desk, Ran};
use testkit::sample_files as files;

const WORDS: &str = "tulip granite seventeen kettle orbit plum";

/// A desk with a business, and a file with a passphrase.
fn desk() -> Desk {
    let desk = Desk::new();
    let original = desk.file("Small Shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    std::fs::write(desk.file("words"), WORDS).expect("the passphrase");
    desk
}

fn with_words(desk: &Desk, words: &[&str]) -> Ran {
    let all = [words, &["--passphrase-file", "words"]].concat();
    desk.run(&all)
}

#[test]
fn inspect_tells_a_summary_without_the_passphrase_only_where_it_was_allowed() {
    let desk = desk();
    let backup = ["backup", "Small Shop", "--encrypt", "--output"];
    let made = with_words(&desk, &[&backup[..], &["closed.manager"]].concat());
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    let refused = desk.run(&["inspect", "closed.manager"]);
    assert_eq!(refused.exit_code, 3, "{}", refused.said);
    let open = [&backup[..], &["open.manager", "--readable-summary"]].concat();
    let made = with_words(&desk, &open);
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    assert!(
        made.said.contains("open.manager.summary.txt"),
        "{}",
        made.said
    );
    let told = desk.run(&["inspect", "open.manager"]);
    assert_eq!(told.exit_code, 0, "{}", told.complained);
    assert!(told.said.contains("Small Shop"), "{}", told.said);
    assert!(
        told.complained.contains("nothing of it is proved"),
        "{}",
        told.complained
    );
    let facts = desk.json(&["inspect", "open.manager"]);
    assert_eq!(facts["result"], "not-opened");
    assert_eq!(facts["proved"], false);
    assert_eq!(facts["summary"]["business_name"], "Small Shop");
    assert!(facts["trial_balance"].is_null(), "no amounts");
    let whole = with_words(&desk, &["inspect", "open.manager"]);
    assert!(
        whole.said.contains("agrees with what is in it"),
        "{}",
        whole.said
    );
    // Verify proves, and takes nobody's word.
    assert_eq!(desk.run(&["verify", "open.manager"]).exit_code, 3);

    // Somebody wrote another number into it, and somebody laid it beside another file.
    let path = desk.file("open.manager.summary.txt");
    let text = std::fs::read_to_string(&path).expect("the summary");
    let records = text.lines().find(|line| line.starts_with("records: "));
    let forged = text.replace(records.expect("a number"), "records: 9999");
    std::fs::write(&path, &forged).expect("the forged summary");
    let whole = with_words(&desk, &["inspect", "open.manager"]);
    assert!(
        whole.complained.contains("something else"),
        "{}",
        whole.complained
    );
    assert!(whole.complained.contains("records"), "{}", whole.complained);
    std::fs::write(desk.file("closed.manager.summary.txt"), &text).expect("a copy");
    let refused = desk.run(&["inspect", "closed.manager"]);
    assert_eq!(refused.exit_code, 3, "{}", refused.said);
    assert!(
        refused.complained.contains("another file"),
        "{}",
        refused.complained
    );
    let needs = desk.run(&["backup", "Small Shop", "--readable-summary"]);
    assert_eq!(
        needs.exit_code, 64,
        "a summary is of encrypted files: {}",
        needs.said
    );
}

#[test]
fn a_kept_backup_is_protected_by_hand_and_opened_by_the_vault() {
    let desk = desk_with_place();
    std::fs::write(desk.file("words"), WORDS).expect("the passphrase");
    let run = ["backups", "run", "Small Shop", "--encrypt"];
    let made = with_words(&desk, &run);
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    for verb in ["verify", "rehearse"] {
        let ran = desk.run(&["backups", verb, "Small Shop"]);
        assert_eq!(ran.exit_code, 0, "{verb}: {}", ran.complained);
    }
    let file = crate::keeping::kept_files(&desk.file("disk")).remove(0);
    assert_eq!(desk.run(&["verify", &file]).exit_code, 3, "it is encrypted");
    let opened = with_words(&desk, &["verify", &file]);
    assert_eq!(opened.exit_code, 0, "{}", opened.complained);
}

#[test]
fn no_place_may_be_in_the_folder_of_the_businesses() {
    let desk = desk();
    let data = desk.data();
    let inside = data.join("backups").display().to_string();
    for folder in [data.display().to_string(), inside] {
        let words = ["backups", "places", "add", "Disk", "--folder", &folder];
        let refused = desk.run(&words);
        assert_ne!(refused.exit_code, 0, "{folder}");
        let why = "would be lost with them";
        assert!(refused.complained.contains(why), "{}", refused.complained);
    }
    #[cfg(unix)]
    {
        let link = desk.file("elsewhere");
        std::os::unix::fs::symlink(&data, &link).expect("a link");
        let folder = link.join("kept").display().to_string();
        let words = ["backups", "places", "add", "Disk", "--folder", &folder];
        assert_ne!(desk.run(&words).exit_code, 0, "by another name");
    }
    let listed = desk.json(&["backups", "places", "list"]);
    assert_eq!(listed["places"].as_array().map(Vec::len), Some(0));
}
