//! The browser tests' lock file pins by digest and names no place to fetch from.

use super::Finding;
use super::tree::Tree;
use crate::e2e::line_that_names_a_place;

/// The first line of a lock file of npm that names a place.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let locks = tree
        .files
        .iter()
        .filter(|file| file.path.ends_with("package-lock.json"));
    locks
        .filter_map(|file| {
            let line = line_that_names_a_place(&file.text)?;
            let sentence = "The lock file says where a package comes from: make it again with \
                            `--omit-lockfile-registry-resolved`.";
            Some(Finding::new(&file.path, line, sentence))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_with_a_place_is_found_at_its_line() {
        let tree = Tree::of(&[("e2e/package-lock.json", "{\n\"resolved\": \"x\"\n}\n")]);
        assert_eq!(findings(&tree)[0].line, 2);
        let other = Tree::of(&[("e2e/package.json", "{\n\"resolved\": \"x\"\n}\n")]);
        assert!(findings(&other).is_empty());
    }
}
