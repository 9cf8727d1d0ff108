//! docs/verify_history.py agrees with the Rust code on the vectors of SPEC-history.md, and finds
//! what was altered.

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::process::Command;

const SPEC: &str = include_str!("../../../../docs/SPEC-history.md");

/// The hash of the last vector, which the tests of crate `history` compute anew.
const HEAD: &str = "31f39500e1dc85078d74e53ee171c10f4c7be9671e477e5ff6fd765ffd24ee74";

/// A plain file with the tables and rows that the SPEC shows, and this done to it.
fn file(folder: &Path, alteration: &str) -> PathBuf {
    let path = folder.join("books.manager");
    let _earlier = std::fs::remove_file(&path);
    let connection = Connection::open(&path).unwrap();
    for block in SPEC.split("```sql\n").skip(1) {
        let sql = block.split("```").next().unwrap();
        connection.execute_batch(sql).unwrap();
    }
    connection.execute_batch(alteration).unwrap();
    path
}

/// What the script prints and how it ends; nothing where there is no Python.
fn verify(path: &Path, anchor: &[&str]) -> Option<(i32, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_history.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(path)
        .args(anchor)
        .env("PYTHONIOENCODING", "utf-8")
        .output();
    match output {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            Some((output.status.code().unwrap(), text))
        }
        Err(error) => {
            println!("skipped: python3 cannot be started ({error})");
            None
        }
    }
}

#[test]
fn the_python_reader_finds_the_vectors_whole() {
    let folder = tempfile::tempdir().unwrap();
    let Some((code, text)) = verify(&file(folder.path(), ""), &["1:e9e24c94"]) else {
        return;
    };
    assert_eq!(code, 0, "{text}");
    assert!(text.contains(&format!("head: 2:{HEAD}")), "{text}");
    assert!(SPEC.contains(HEAD));
}

#[test]
fn the_python_reader_finds_every_alteration() {
    let folder = tempfile::tempdir().unwrap();
    for alteration in [
        "UPDATE TijoriHistory SET Title = 'x' WHERE Sequence = 2",
        "UPDATE TijoriHistory SET UserKey = NULL WHERE Sequence = 2",
        "UPDATE TijoriHistory SET Facts = X'' WHERE Sequence = 1",
        "UPDATE TijoriHistory SET Facts = X'00' WHERE Sequence = 1",
        "UPDATE TijoriHistory SET Sequence = 3 WHERE Sequence = 2",
        "DELETE FROM TijoriHistory WHERE Sequence = 1",
        "DELETE FROM Changes",
        "UPDATE Changes SET ContentBefore = NULL",
        "UPDATE Changes SET ContentAfter = X'0a'",
        "UPDATE Changes SET User = 'another'",
        "UPDATE Changes SET Timestamp = Timestamp + 1",
    ] {
        let Some((code, text)) = verify(&file(folder.path(), alteration), &[]) else {
            return;
        };
        assert_eq!(code, 1, "{alteration}: {text}");
        assert!(text.contains("RESULT: ALTERED"), "{alteration}: {text}");
    }
}

#[test]
fn the_python_reader_sees_a_tail_cut_off_only_with_an_earlier_head() {
    let folder = tempfile::tempdir().unwrap();
    let cut = "DELETE FROM TijoriHistory WHERE Sequence = 2; DELETE FROM Changes";
    let path = file(folder.path(), cut);
    let Some((code, text)) = verify(&path, &[]) else {
        return;
    };
    assert_eq!(code, 0, "{text}");
    let (code, text) = verify(&path, &[&format!("2:{HEAD}")]).unwrap();
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("does not pass through"), "{text}");
    let legacy = file(folder.path(), "DROP TABLE TijoriHistory");
    assert_eq!(verify(&legacy, &[]).unwrap().0, 3);
}
