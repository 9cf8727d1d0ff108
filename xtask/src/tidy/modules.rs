//! Names of files in Rust: the noun that is inside, `thing.rs` beside `thing/`.

use super::Finding;
use super::tree::{File, Tree};

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "service", "services",
];
/// Where a banned name is the right one: the other program's records, as it names itself.
const EXCEPTIONS: &[&str] = &[
    "crates/interchange/src/manager.rs",
    "crates/interchange/src/manager/",
];

/// Files whose name or folder is banned.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    tree.rust_files().filter_map(finding_of).collect()
}

/// What is wrong with one file's name.
fn finding_of(file: &File) -> Option<Finding> {
    if EXCEPTIONS
        .iter()
        .any(|exception| file.path.starts_with(exception))
    {
        return None;
    }
    let parts: Vec<&str> = file.path.split('/').collect();
    let (name, folders) = parts.split_last()?;
    if *name == "mod.rs" {
        let sentence = "Write `thing.rs` beside `thing/`: a screen full of `mod.rs` says nothing.";
        return Some(Finding::new(&file.path, 1, sentence));
    }
    let stem = name.trim_end_matches(".rs");
    // Folders above `src` are crates' names, which the map of layers holds.
    let below_src = folders
        .iter()
        .skip_while(|folder| **folder != "src")
        .skip(1);
    let banned = below_src
        .copied()
        .chain([stem])
        .find(|word| EMPTY_NAMES.contains(word))?;
    let sentence = format!("`{banned}` says nothing: name the file after the noun that is inside.");
    Some(Finding::new(&file.path, 1, sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found(path: &str) -> bool {
        !findings(&Tree::of(&[(path, "")])).is_empty()
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        assert!(is_found("crates/books/src/utils.rs"));
        assert!(is_found("crates/books/src/helpers/money.rs"));
        assert!(is_found("crates/books/tests/it/common.rs"));
        assert!(is_found("crates/web/src/manager.rs"));
        assert!(is_found("crates/web/src/receipts/mod.rs"));
    }

    #[test]
    fn nouns_are_fine() {
        assert!(!is_found("crates/books/src/money.rs"));
        assert!(!is_found("crates/manager-file/src/reader.rs"));
        assert!(!is_found("crates/interchange/src/manager/sales_invoice.rs"));
    }
}
