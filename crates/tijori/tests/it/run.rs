//! Runs the program as a shell would, in English and on a data folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// What one run came to.
pub struct Ran {
    pub exit_code: i32,
    pub said: String,
    pub complained: String,
}

/// A data folder, and a folder for files.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("files")).expect("a folder for files");
        Self { folder }
    }

    /// A path in the folder for files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    /// The folder with the businesses.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs `tijori` with these words.
    pub fn run(&self, words: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_tijori"))
            .args(words)
            .env("TIJORI_DATA", self.data())
            .env("LANG", "en_US.UTF-8")
            .env("LC_ALL", "en_US.UTF-8")
            .env("TZ", "Asia/Dhaka")
            .env("USER", "Rahima")
            .current_dir(self.folder.path().join("files"))
            .output()
            .expect("the program starts");
        Ran {
            exit_code: output.status.code().expect("the program ends by itself"),
            said: String::from_utf8(output.stdout).expect("text"),
            complained: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// Runs with `--json` and reads the answer.
    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        let mut all = words.to_vec();
        all.push("--json");
        let ran = self.run(&all);
        serde_json::from_str(&ran.said)
            .unwrap_or_else(|error| panic!("{words:?}: {error}\n{}{}", ran.said, ran.complained))
    }

    /// Names and bytes of everything in the data folder that a person would miss.
    pub fn books(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.data()];
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder).expect("a readable folder");
            for entry in entries {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if !is_fleeting(&path) {
                    let bytes = std::fs::read(&path).expect("a readable file");
                    found.push((path, bytes));
                }
            }
        }
        found.sort();
        found
    }
}

/// The lock tells who held it last; shared memory lives only while a database is open.
fn is_fleeting(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.ends_with("-shm") || name.ends_with(".lock")
}
