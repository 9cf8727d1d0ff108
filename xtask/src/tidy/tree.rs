//! The files that tidy judges: everything a person wrote, nothing that a tool made.

use std::path::Path;

use anyhow::{Context, Result};

/// What tools fill, by name, wherever it lies; git's is a file where the checkout is a worktree.
const NAMES_LEFT_OUT: &[&str] = &["target", ".git", "node_modules"];
/// Folders that tools fill, by path.
const PATHS_LEFT_OUT: &[&str] = &["e2e/shots", "e2e/downloads"];
/// Larger files are data, not text.
const FILE_SIZE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// One text file.
#[derive(Debug)]
pub struct File {
    /// Its path from the workspace's root, with forward slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    /// The last part of the path after its last dot, or nothing.
    pub fn extension(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether this is a file of tests: below a `tests` folder, or named `tests.rs`.
    pub fn is_of_tests(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

/// All text files of the workspace, by path.
#[derive(Debug)]
pub struct Tree {
    /// The files, sorted by path.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the workspace. Files that are not text (UTF-8) or very large are left out.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn read(root: &Path) -> Result<Tree> {
        let mut files = Vec::new();
        read_folder(root, "", &mut files)?;
        files.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(Tree { files })
    }

    /// A tree written down in a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let files = files
            .iter()
            .map(|(path, text)| File {
                path: path.to_string(),
                text: text.to_string(),
            })
            .collect();
        Tree { files }
    }

    /// The files in Rust.
    pub fn rust_files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.extension() == "rs")
    }
}

/// Adds the files of one folder and of those below it.
fn read_folder(root: &Path, below: &str, files: &mut Vec<File>) -> Result<()> {
    let folder = root.join(below);
    let entries =
        std::fs::read_dir(&folder).with_context(|| format!("{} not listed", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() {
            name.clone()
        } else {
            format!("{below}/{name}")
        };
        let kind = entry.file_type()?;
        let is_left_out =
            NAMES_LEFT_OUT.contains(&name.as_str()) || PATHS_LEFT_OUT.contains(&path.as_str());
        if is_left_out {
            continue;
        }
        if kind.is_dir() {
            read_folder(root, &path, files)?;
        } else if kind.is_file() && entry.metadata()?.len() <= FILE_SIZE_BYTES_MAX {
            // A file that vanishes or turns out not to be text is nobody's fault: it is skipped.
            if let Ok(text) = std::fs::read_to_string(entry.path()) {
                files.push(File { path, text });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_workspace_is_read_without_what_tools_made() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let tree = Tree::read(&root).unwrap();
        assert!(
            tree.files
                .iter()
                .any(|file| file.path == "xtask/src/tidy/tree.rs")
        );
        assert!(
            !tree
                .files
                .iter()
                .any(|file| file.path.starts_with("target/"))
        );
        assert!(
            !tree
                .files
                .iter()
                .any(|file| file.path.contains("node_modules/"))
        );
        assert!(
            tree.files
                .is_sorted_by(|left, right| left.path < right.path)
        );
    }

    #[test]
    fn tests_are_known_by_their_place() {
        let tree = Tree::of(&[
            ("crates/a/src/wire/tests.rs", ""),
            ("crates/a/tests/it/main.rs", ""),
            ("crates/a/src/latest.rs", ""),
        ]);
        let marks: Vec<bool> = tree.files.iter().map(File::is_of_tests).collect();
        assert_eq!(marks, [true, true, false]);
    }
}
