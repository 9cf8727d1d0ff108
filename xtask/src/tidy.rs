//! `cargo xtask tidy`: what the house rules (docs/STYLE.md) say and a program can see.
//!
//! Every rule reads the same [`Tree`] and returns findings; none of them needs git, the network or
//! a build. A rule belongs here only while it raises no false alarm: what needs judgement is left
//! to review. Rules are tested on small trees written in their own files.

mod dependencies;
mod layers;
mod lock_file;
mod machine_paths;
mod modules;
mod outsiders;
mod purity;
mod reasons;
mod sizes;
mod source;
mod story;
mod text;
mod tree;
mod words;

use std::path::Path;

use anyhow::{Result, bail};

use crate::screen::say;
use tree::Tree;

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the workspace, with forward slashes.
    path: String,
    /// The line, counted from one.
    line: usize,
    /// What is wrong and what to do.
    sentence: String,
}

impl Finding {
    /// A finding at a line of a file.
    fn new(path: &str, line: usize, sentence: impl Into<String>) -> Finding {
        Finding {
            path: path.to_string(),
            line,
            sentence: sentence.into(),
        }
    }
}

/// A rule: everything in the tree that breaks it.
type Rule = fn(&Tree) -> Vec<Finding>;

/// Every rule.
const RULES: &[Rule] = &[
    layers::findings,
    outsiders::findings,
    sizes::findings,
    story::findings,
    modules::findings,
    words::findings,
    purity::findings,
    reasons::findings,
    text::findings,
    machine_paths::findings,
    lock_file::findings,
];

/// Judges the workspace and prints every finding as `path:line: sentence`, then the measures.
///
/// # Errors
/// When there is any finding, or the tree cannot be read.
pub fn run(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let findings = all_findings(&tree);
    for finding in &findings {
        say(&format!(
            "{}:{}: {}",
            finding.path, finding.line, finding.sentence
        ));
    }
    say(&sizes::report(&tree));
    match findings.len() {
        0 => Ok(()),
        1 => bail!("tidy: 1 finding"),
        count => bail!("tidy: {count} findings"),
    }
}

/// The findings of every rule, by file and line.
fn all_findings(tree: &Tree) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    findings.sort();
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_by_file_and_line() {
        let tree = Tree::of(&[
            ("crates/b/src/lib.rs", "pub fn f() {}\n"),
            (
                "crates/a/src/lib.rs",
                "//! A story that is told in one sentence.\n\nfn f() {} \n",
            ),
        ]);
        let findings = all_findings(&tree);
        let places: Vec<(&str, usize)> = findings
            .iter()
            .map(|finding| (finding.path.as_str(), finding.line))
            .collect();
        assert_eq!(
            places,
            [("crates/a/src/lib.rs", 3), ("crates/b/src/lib.rs", 1)]
        );
    }
}
