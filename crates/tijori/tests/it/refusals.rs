//! Every refusal in its own words, with exit code 3, and nothing changed (issue: “Refusals”).

use crate::run::Desk;
use std::fmt::Write;
use std::path::Path;
use testkit::sample_files as files;

type Damage = (&'static str, fn(&Path) -> files::Built);

/// A folder where a file should be.
fn folder(path: &Path) -> files::Built {
    Ok(std::fs::create_dir(path)?)
}

/// Nothing at all.
fn nothing(_: &Path) -> files::Built {
    Ok(())
}

/// A compressed backup with 64 bytes overwritten in its middle.
fn overwritten_backup(path: &Path) -> files::Built {
    files::small_business_file_compressed(path)?;
    let mut bytes = std::fs::read(path)?;
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0);
    Ok(std::fs::write(path, bytes)?)
}

const DAMAGES: &[Damage] = &[
    ("empty.manager", files::empty),
    ("letter.manager", files::text),
    ("bookmarks.manager", files::other_database),
    ("half.manager", files::cut_half),
    ("overwritten.manager", files::overwritten_middle),
    ("overwritten-backup.manager", overwritten_backup),
    ("old.manager", files::older_format),
    ("two.zip", files::two_databases_zip),
    ("none.zip", files::zip_without_database),
    ("secret.age", files::encrypted),
    ("twice.manager", files::keys_differing_in_case),
    ("folder.manager", folder),
    ("nothing.manager", nothing),
];

#[test]
fn every_bad_file_is_refused_in_words_and_nothing_changes() {
    let desk = Desk::new();
    let created = desk.run(&["business", "create", "Dhaka Grocery", "--country", "BD"]);
    assert_eq!(created.exit_code, 0, "{}", created.complained);
    let before = desk.books();
    let mut golden = String::new();
    for (name, make) in DAMAGES {
        let path = desk.file(name);
        make(&path).expect("the damaged file is made");
        let path = path.to_string_lossy().into_owned();
        let import = desk.run(&["import", &path]);
        assert_eq!(import.exit_code, 3, "{name}: {}", import.complained);
        assert_eq!(import.said, "", "{name}");
        let verify = desk.run(&["verify", &path]);
        let inspect = desk.run(&["inspect", &path, "--json"]);
        assert!(matches!(verify.exit_code, 1 | 3), "{name}");
        assert_eq!(verify.exit_code, inspect.exit_code, "{name}");
        writeln!(golden, "{}{}", import.complained, verify.exit_code).expect("memory");
    }
    assert_eq!(before, desk.books());
    insta::assert_snapshot!(golden);
}

#[test]
fn wrong_usage_is_told_apart_from_bad_files() {
    let desk = Desk::new();
    for words in [
        &["no-such-verb"][..],
        &["backup"],
        &["backup", "No such business"],
        &["report", "trial-balance", "No such business"],
        &["record", "list", "No such business"],
        &["business", "create", "  "],
    ] {
        let ran = desk.run(words);
        assert_eq!(ran.exit_code, 64, "{words:?}: {}", ran.complained);
        assert!(!ran.complained.is_empty());
    }
    assert_eq!(desk.run(&["--help"]).exit_code, 0);
    assert_eq!(desk.run(&["--version"]).exit_code, 0);
}

#[test]
fn one_damaged_record_is_imported_and_told() {
    let desk = Desk::new();
    let path = desk.file("damaged.manager");
    files::damaged_record(&path).expect("the file is made");
    let imported = desk.json(&["import", &path.to_string_lossy()]);
    let findings = imported["findings"].as_array().expect("findings");
    let damaged: Vec<_> = findings
        .iter()
        .filter(|finding| finding["code"] == "damaged-record")
        .collect();
    assert_eq!(damaged.len(), 1, "{findings:?}");
    assert_eq!(damaged[0]["level"], "error");
    assert!(damaged[0]["record"].is_string() && damaged[0]["message"].is_string());
}

/// S6: how much a file may cost is a setting.
#[test]
fn a_file_above_the_limit_is_refused_and_the_limit_can_be_raised() {
    let desk = Desk::new();
    let path = desk.file("shop.manager");
    files::small_business_file(&path).expect("the file is made");
    let length = std::fs::metadata(&path).expect("the file").len();
    let path = path.to_string_lossy().into_owned();
    let (below, enough) = ((length - 1).to_string(), length.to_string());
    for verb in ["import", "verify", "inspect"] {
        let ran = desk.run(&[verb, &path, "--import-limit", &below]);
        assert_eq!(ran.exit_code, 3, "{verb}: {}", ran.complained);
        assert!(
            ran.complained.contains("larger than the limit"),
            "{}",
            ran.complained
        );
        let ran = desk.run(&[verb, &path, "--import-limit", &enough]);
        assert_eq!(ran.exit_code, 0, "{verb}: {}", ran.complained);
    }
    let nonsense = desk.run(&["import", &path, "--import-limit", "0"]);
    assert_eq!(nonsense.exit_code, 64);
}
