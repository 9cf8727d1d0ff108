//! Every sentence that the pages ask for is in the catalogue, or in the list of those still needed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The Rust sources below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The keys that the catalogue does not have yet, `key = English text` a line.
fn needed_keys(root: &Path) -> String {
    ["NEEDED_KEYS.txt", "NEEDED_KEYS_RECORDS.txt"]
        .map(|file| std::fs::read_to_string(root.join(file)).unwrap_or_default())
        .join("\n")
}

/// The literals that stand right behind a call.
fn literals<'a>(source: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    source.match_indices(call).filter_map(move |(at, _)| {
        let rest = source.get(at + call.len()..)?.trim_start();
        rest.strip_prefix('"')?.split('"').next()
    })
}

#[test]
fn every_sentence_of_the_pages_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let needed = needed_keys(root);
    let mut known: BTreeSet<String> = pages::languages::keys()
        .into_iter()
        .map(str::to_owned)
        .collect();
    known.extend(
        needed
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(key, _)| key.trim().to_owned()),
    );
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut asked = 0;
    let mut missing = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a source");
        for call in [".text(", ".text_with(", "count("] {
            for key in literals(&source, call) {
                asked += 1;
                if !known.contains(key) {
                    missing.push(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    assert!(asked > 150, "the scan found only {asked} calls");
    assert!(
        missing.is_empty(),
        "not in the catalogue:\n{}",
        missing.join("\n")
    );
}

/// Labels that reach `text` through a variable: every kebab-case literal that looks like a key of
/// an area of the catalogue must be one.
#[test]
fn every_literal_that_looks_like_a_key_is_one() {
    const AREAS: [&str; 12] = [
        "summary-",
        "history-",
        "backup-",
        "import-",
        "tab-",
        "action-",
        "create-",
        "trash-",
        "businesses-",
        "settings-",
        "emails-",
        "button-",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let needed = needed_keys(root);
    let keys = pages::languages::keys();
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut looked_at = 0;
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a source");
        for literal in source.split('"').skip(1).step_by(2) {
            let is_key = AREAS
                .iter()
                .any(|area| literal.len() > area.len() && literal.starts_with(area))
                && literal
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '-');
            if is_key && literal != "import-not-found" && literal != "backup-not-found" {
                looked_at += 1;
                let listed = needed
                    .lines()
                    .any(|line| line.starts_with(&format!("{literal} ")));
                assert!(
                    keys.contains(&literal) || listed,
                    "{}: {literal} is in no catalogue",
                    file.display()
                );
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at} keys seen");
}

#[test]
fn codes_of_our_own_errors_have_sentences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let needed = needed_keys(root);
    let keys = pages::languages::keys();
    for code in [
        "page-not-found",
        "internal",
        "bad-request",
        "foreign-host",
        "cross-site",
        "busy",
        "backup-not-found",
        "import-not-found",
        "no-file-chosen",
        "upload-cut-off",
        "too-large",
        "name-needed",
        "name-too-long",
        "business-name-in-use",
        "country-needed",
        "currency-needed",
        "currency-unknown",
        "time-zone-unknown",
        "business-not-found",
        "record-not-found",
        "business-exists",
        "disk-full",
        "stored-business-damaged",
        "stored-business-replaced",
        "store-failed",
        "stopped",
        "manifest-mismatch",
        "bad-manifest",
        "overwritten",
        "no-business",
        "file-failed",
        "cancelled",
    ] {
        let key = format!("error-{code}");
        let listed = needed
            .lines()
            .any(|line| line.starts_with(&format!("{key} ")));
        assert!(
            keys.contains(&key.as_str()) || listed,
            "{key} is in no catalogue"
        );
    }
}
