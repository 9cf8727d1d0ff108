//! Ctrl-C in the middle of a command: the work stops at its next step, and nothing half is left
//! (docs/SPEC-backup.md, 6.4).

use crate::run::Desk;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use testkit::sample_files as files;

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(60);

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_backup_that_is_told_to_stop_leaves_nothing_half() {
    let desk = Desk::new();
    let original = desk.file("Small Shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    std::fs::write(desk.file("words"), "kitten wharf mango").expect("the passphrase");
    let target = desk.file("target");
    std::fs::create_dir(&target).expect("a folder");
    // Deriving the key takes a while, in which the unfinished file lies there already.
    let mut child = Command::new(env!("CARGO_BIN_EXE_tijori"))
        .args(["backup", "Small Shop", "--output", "target/x.manager"])
        .args(["--encrypt", "--passphrase-file", "words"])
        .env("TIJORI_DATA", desk.data())
        .current_dir(desk.file(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let begun = Instant::now();
    while names(&target).is_empty() {
        assert!(begun.elapsed() < PATIENCE, "nothing was begun");
        std::thread::sleep(Duration::from_millis(2));
    }
    let pid = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &pid]).status();
    assert!(sent.expect("kill runs").success());
    let ended = child.wait().expect("an end");
    assert!(
        ended.code().is_some_and(|code| code != 0),
        "it ends by itself, and says that it did not do it: {ended:?}"
    );
    assert_eq!(names(&target), Vec::<String>::new());
    let scratch = names(&desk.data().join("scratch"));
    assert!(
        scratch.iter().all(|name| !name.ends_with(".part")),
        "{scratch:?}"
    );
}
