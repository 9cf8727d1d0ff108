//! Every sentence that the sources of the pages ask for is in the catalogue. The names and codes of
//! the crates below are held by `words`.

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

/// The sources of the pages, each with its text.
fn own_sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    files
        .into_iter()
        .map(|file| {
            let source = std::fs::read_to_string(&file).expect("a source");
            (file, source)
        })
        .collect()
}

/// The literals that stand right behind a call.
fn literals<'a>(source: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    source.match_indices(call).filter_map(move |(at, _)| {
        let rest = source.get(at + call.len()..)?.trim_start();
        rest.strip_prefix('"')?.split('"').next()
    })
}

/// The literals that are the second argument of a call.
fn second_literals<'a>(source: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    source.match_indices(call).filter_map(move |(at, _)| {
        let (_, rest) = source.get(at + call.len()..)?.split_once(',')?;
        rest.trim_start().strip_prefix('"')?.split('"').next()
    })
}

#[test]
fn every_sentence_of_the_pages_exists() {
    let known: BTreeSet<&str> = pages::languages::keys().into_iter().collect();
    let mut asked = 0;
    let mut missing = Vec::new();
    for (file, source) in own_sources() {
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
    let keys = pages::languages::keys();
    let mut looked_at = 0;
    for (file, source) in own_sources() {
        for literal in source.split('"').skip(1).step_by(2) {
            let is_key = AREAS
                .iter()
                .any(|area| literal.len() > area.len() && literal.starts_with(area))
                && literal
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '-');
            if is_key && literal != "import-not-found" && literal != "backup-not-found" {
                looked_at += 1;
                assert!(
                    keys.contains(&literal),
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
    let known: BTreeSet<&str> = pages::languages::keys().into_iter().collect();
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for (_, source) in own_sources() {
        for call in ["PageError::new(", "Self::new(StatusCode::"] {
            codes.extend(second_literals(&source, call).map(str::to_owned));
        }
        for call in [".error(", ".needed(", "code: "] {
            codes.extend(literals(&source, call).map(str::to_owned));
        }
    }
    // The errors of the form of a new business come from a table of pairs, so they are named here.
    codes.extend(
        [
            "name-needed",
            "name-too-long",
            "name-characters",
            "country-needed",
            "currency-needed",
            "currency-unknown",
            "time-zone-unknown",
        ]
        .map(str::to_owned),
    );
    assert!(codes.len() > 25, "the scan found only {codes:?}");
    let missing: Vec<&String> = codes
        .iter()
        .filter(|code| !known.contains(format!("error-{code}").as_str()))
        .collect();
    assert!(missing.is_empty(), "without a sentence: {missing:?}");
}
