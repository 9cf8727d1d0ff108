//! Every sentence that the command line says is in the catalogue.

use std::collections::BTreeSet;
use std::path::Path;

/// The text of all Rust sources below a folder.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(std::fs::read_to_string(&path).expect("a source"));
        }
    }
}

/// The sources of the command line, as one text.
fn own_sources() -> String {
    let mut found = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    found.join("\n")
}

/// The literals that stand right behind any of these calls.
fn literals(source: &str, calls: &[&str]) -> BTreeSet<String> {
    calls
        .iter()
        .flat_map(|call| source.split(call).skip(1))
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Fails with the names of all keys that the catalogue lacks.
fn require(keys: &BTreeSet<String>, at_least: usize) {
    assert!(keys.len() >= at_least, "the scan found only {keys:?}");
    let known: BTreeSet<&str> = pages::languages::keys().into_iter().collect();
    let missing: Vec<&String> = keys
        .iter()
        .filter(|key| !known.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:#?}");
}

#[test]
fn every_sentence_that_is_said_exists() {
    require(&literals(&own_sources(), &[".text(", ".text_with("]), 15);
}

#[test]
fn every_failure_has_a_sentence() {
    let calls = [
        "Failure::usage(",
        "Failure::fault(",
        "Self::usage(",
        "Self::fault(",
        ".error(",
    ];
    let codes = literals(&own_sources(), &calls);
    require(
        &codes.iter().map(|code| format!("error-{code}")).collect(),
        8,
    );
}

#[test]
fn every_code_that_is_said_has_its_words() {
    let difference = [
        backup::Difference::OnlyInFile,
        backup::Difference::OnlyInBusiness,
        backup::Difference::Changed,
    ];
    let outcome = [
        backup::Outcome::Whole,
        backup::Outcome::Readable,
        backup::Outcome::LeftOut,
        backup::Outcome::Altered,
    ];
    let mut keys = BTreeSet::new();
    keys.extend(difference.map(|it| format!("command-compare-{}", it.code())));
    keys.extend(catalog::EntryState::CODES.map(|code| format!("command-backups-state-{code}")));
    keys.extend(
        [
            "newest", "proved", "complete", "last", "hourly", "daily", "weekly", "monthly",
            "yearly", "no-rule",
        ]
        .map(|code| format!("command-backups-why-{code}")),
    );
    for code in ["stays", "goes", "proof-good", "proof-bad"] {
        keys.insert(format!("command-backups-{code}"));
    }
    for code in ["on", "word-paused"] {
        keys.insert(format!("command-schedule-{code}"));
    }
    keys.extend(outcome.map(|it| format!("command-result-{}", it.code())));
    keys.extend(backup::Phase::ALL.map(|it| format!("progress-{}", it.code())));
    keys.extend(
        ["data", "attachments", "emails", "history", "other"]
            .map(|section| format!("command-section-{section}")),
    );
    require(&keys, 16);
}
