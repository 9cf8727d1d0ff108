//! The core is pure (house rule 3): values in, values out; clock and chance are arguments.
//!
//! The crates named here open no file, reach no network, read no clock and no environment, and
//! draw no random number. Their tests may: a test needs its samples.

use super::Finding;
use super::source::Source;
use super::tree::{File, Tree};

/// The crates that are pure.
const PURE_CRATES: &[&str] = &["books", "ledger", "reports", "history", "interchange"];

/// What a pure crate does not touch, and what that would be.
const IMPURITIES: &[(&str, &str)] = &[
    ("std::fs", "opens files"),
    ("std::net", "reaches the network"),
    ("std::env::", "reads the environment"),
    ("std::process", "starts programs"),
    ("SystemTime", "reads the clock"),
    ("Instant::now", "reads the clock"),
    ("Timestamp::now", "reads the clock"),
    ("Zoned::now", "reads the clock"),
    ("TimeZone::system", "asks the machine where it is"),
    ("getrandom", "draws random numbers"),
    ("rand::", "draws random numbers"),
];

/// Impure code in pure crates.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    tree.rust_files()
        .filter(|file| is_pure(file))
        .flat_map(findings_of)
        .collect()
}

/// Whether a file belongs to the program part of a pure crate.
fn is_pure(file: &File) -> bool {
    let in_pure_crate = PURE_CRATES.iter().any(|name| {
        file.path.strip_prefix("crates/").is_some_and(|path| {
            path.strip_prefix(name)
                .is_some_and(|path| path.starts_with("/src/"))
        })
    });
    in_pure_crate && !file.is_of_tests()
}

/// The impure lines of one file.
fn findings_of(file: &File) -> Vec<Finding> {
    let source = Source::scan(&file.text);
    let in_tests = source.test_lines();
    let lines = source
        .code
        .lines()
        .enumerate()
        .filter(|(index, _)| !in_tests[*index]);
    lines
        .flat_map(|(index, line)| {
            let found = IMPURITIES
                .iter()
                .filter(move |(word, _)| contains_whole(line, word));
            found.map(move |(word, deed)| {
                let sentence =
                    format!("`{word}` {deed}, but this crate is pure: let the caller hand it in.");
                Finding::new(&file.path, index + 1, sentence)
            })
        })
        .collect()
}

/// Whether a line contains a path that is not the tail of a longer name (`operand::` is none).
fn contains_whole(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(offset, _)| {
        let before = line[..offset].chars().next_back();
        before.is_none_or(|character| !character.is_alphanumeric() && character != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        findings(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn files_clocks_and_chance_are_found_in_pure_crates() {
        assert_eq!(count("crates/books/src/a.rs", "use std::fs;\n"), 1);
        assert_eq!(
            count(
                "crates/history/src/a.rs",
                "let t = jiff::Timestamp::now();\n"
            ),
            1
        );
        assert_eq!(
            count("crates/ledger/src/a.rs", "let n = rand::random();\n"),
            1
        );
    }

    #[test]
    fn other_crates_may() {
        assert_eq!(count("crates/store-sqlite/src/a.rs", "use std::fs;\n"), 0);
        assert_eq!(count("crates/booksellers/src/a.rs", "use std::fs;\n"), 0);
    }

    #[test]
    fn tests_and_words_may() {
        let text = "/// Unlike std::fs, pure.\nconst A: &str = \"std::fs\";\n\
                    #[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert_eq!(count("crates/books/src/a.rs", text), 0);
        assert_eq!(count("crates/books/src/a/tests.rs", "use std::fs;\n"), 0);
        assert_eq!(count("crates/books/tests/it/main.rs", "use std::fs;\n"), 0);
    }

    #[test]
    fn longer_names_are_not_mistaken() {
        assert_eq!(
            count("crates/books/src/a.rs", "use crate::operand::Operand;\n"),
            0
        );
    }
}
