//! What the published `age` program makes of our files, and we of its own (SPEC-backup.md, 11.1).

use crate::encrypted::{WORDS, make, outcome};
use crate::setting::{Setting, back_up, made_up};
use backup::{BackupContents, BackupForm, Outcome};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Whether a program is installed; a test that needs it says so where it is not.
fn is_there(program: &str) -> bool {
    let found = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// Runs `age` at a terminal of its own, for it takes passphrases from nowhere else, and types the
/// words so many times.
fn age_at_a_terminal(arguments: &str, times: usize) -> bool {
    let mut child = Command::new("script")
        .args(["-qec", &format!("age {arguments}"), "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut terminal = child.stdin.take().unwrap();
    for _ in 0..times {
        // It asks anew each time, and what was typed before it asked may be dropped.
        thread::sleep(Duration::from_millis(700));
        writeln!(terminal, "{WORDS}").unwrap();
        terminal.flush().unwrap();
    }
    let ended = child.wait().unwrap().success();
    drop(terminal);
    ended
}

fn shell(path: &Path) -> String {
    format!("'{}'", path.display())
}

#[test]
fn the_age_program_opens_our_backup_and_zstd_what_is_in_it() {
    if !(is_there("age") && is_there("zstd") && is_there("script")) {
        return;
    }
    let setting = Setting::new();
    let business = made_up(&setting);
    let secret = setting.path("secret.manager");
    make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    let (opened, books) = (setting.path("opened.zst"), setting.path("books.sqlite"));
    let arguments = format!("-d -o {} {}", shell(&opened), shell(&secret));
    assert!(age_at_a_terminal(&arguments, 1));
    let unpacked = Command::new("zstd")
        .args(["-q", "-d"])
        .arg(&opened)
        .arg("-o")
        .arg(&books)
        .status();
    assert!(unpacked.unwrap().success());
    let database = rusqlite::Connection::open(&books).unwrap();
    let rows: u32 = database
        .query_row("SELECT count(*) FROM Objects", [], |row| row.get(0))
        .unwrap();
    let reader = business.read().unwrap();
    let counts = reader.object_counts().unwrap();
    let told: u64 = counts.iter().map(|(_, count)| count).sum();
    assert!(rows > 0);
    assert_eq!(u64::from(rows), told);
}

#[test]
fn what_the_age_program_encrypted_is_whole_with_its_passphrase() {
    if !(is_there("age") && is_there("script")) {
        return;
    }
    let setting = Setting::new();
    let business = made_up(&setting);
    let open = setting.path("open.manager");
    let contents = BackupContents::default();
    back_up(
        &setting,
        &*business,
        &open,
        contents,
        BackupForm::Compressed,
    );
    for (name, armour) in [("theirs.manager", ""), ("armoured.manager", "-a ")] {
        let theirs = setting.path(name);
        let arguments = format!("-p {armour}-o {} {}", shell(&theirs), shell(&open));
        assert!(age_at_a_terminal(&arguments, 2));
        assert_ne!(fs::read(&theirs).unwrap(), fs::read(&open).unwrap());
        assert_eq!(outcome(&setting, &theirs, Some(WORDS)), Ok(Outcome::Whole));
    }
}
