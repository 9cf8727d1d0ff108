//! Every library of other people's has its reason: a row in docs/DECISIONS.md.

use super::Finding;
use super::tree::Tree;

/// Where the libraries are listed.
const MANIFEST: &str = "Cargo.toml";
/// Where their reasons are.
const DECISIONS: &str = "docs/DECISIONS.md";

/// Libraries in the root manifest that the decisions do not name.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let text_of = |path: &str| {
        tree.files
            .iter()
            .find(|file| file.path == path)
            .map(|file| &file.text)
    };
    let (Some(manifest), Some(decisions)) = (text_of(MANIFEST), text_of(DECISIONS)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let mut inside = false;
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            inside = line.trim() == "[workspace.dependencies]";
        }
        let Some((name, details)) = line.split_once('=').filter(|_| inside) else {
            continue;
        };
        let name = name.trim();
        let is_ours = details.contains("path =");
        if name.starts_with('#') || is_ours || decisions.contains(&format!("`{name}`")) {
            continue;
        }
        let sentence = format!("`{name}` has no reason yet: give it a row in {DECISIONS}.");
        findings.push(Finding::new(MANIFEST, index + 1, sentence));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "[workspace]\nmembers = []\n\n[workspace.dependencies]\n# Pinned = yes.\n\
                        books = { path = \"crates/books\" }\njiff = \"=0.2\"\nzip = \"=9\"\n\n\
                        [profile.release]\nstrip = true\n";

    #[test]
    fn a_library_without_a_reason_is_found_at_its_line() {
        let tree = Tree::of(&[
            (MANIFEST, LIST),
            (DECISIONS, "# Decisions\n\n| `zip` | because |\n"),
        ]);
        let found = findings(&tree);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, 7);
        assert!(found[0].sentence.starts_with("`jiff` has no reason"));
    }

    #[test]
    fn ours_need_none() {
        let reasons = "# Decisions\n\n`zip` and `jiff`\n";
        assert!(findings(&Tree::of(&[(MANIFEST, LIST), (DECISIONS, reasons)])).is_empty());
    }
}
