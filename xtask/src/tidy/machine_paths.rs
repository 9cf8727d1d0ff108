//! Nothing we keep names a folder of the machine it was written on.
//!
//! Such a path works for one person and tells everyone where that person keeps their files.

use super::Finding;
use super::tree::Tree;

/// Where machines keep what belongs to one person. Written in two parts, so that this file does
/// not find itself.
const FOLDERS: &[[&str; 2]] = &[
    ["/ho", "me/"],
    ["/ro", "ot/"],
    ["/wo", "rk/"],
    ["/Us", "ers/"],
];

/// Lines that name such a folder.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let folders: Vec<String> = FOLDERS.iter().map(|parts| parts.concat()).collect();
    let mut findings = Vec::new();
    for file in &tree.files {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(folder) = folders.iter().find(|folder| names_folder(line, folder)) {
                let sentence = format!("`{folder}…` is a folder of one machine.");
                findings.push(Finding::new(&file.path, index + 1, sentence));
            }
        }
    }
    findings
}

/// Whether a line names a folder at the root, and not one below something else (`crates/home/`).
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(offset, _)| {
        let before = line[..offset].chars().next_back();
        // A letter, a closing brace or a dot before the slash: the path begins further left.
        before.is_none_or(|character| {
            !character.is_alphanumeric() && !['_', '-', '.', '}', '~', '*'].contains(&character)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found(text: &str) -> bool {
        !findings(&Tree::of(&[("a.md", text)])).is_empty()
    }

    #[test]
    fn folders_of_a_machine_are_found() {
        let home = ["/ho", "me/"].concat();
        assert!(is_found(&format!("see {home}anna/books")));
        assert!(is_found(&format!("`{home}anna`")));
    }

    #[test]
    fn folders_of_the_project_are_not() {
        assert!(!is_found(
            "crates/home/page.rs, ../shared/work/list, src/root/mod"
        ));
        assert!(!is_found("the home/ of words"));
    }
}
