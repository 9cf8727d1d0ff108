//! Programs that are killed in the middle of keeping a backup, and folders that cannot be written
//! (SPEC-keeping.md, 5.3 and 5.4).

use crate::keeping::{desk_with_place, kept_files};
use crate::run::Desk;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Kills that are tried; the short form of what can be done for hours.
const KILLS_COUNT: u64 = 14;

/// Begins to make a backup, and kills the program after a while; whether it had ended before.
fn run_and_kill(desk: &Desk, options: &[&str], after: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tijori"))
        .args(["backups", "run", "Small Shop"])
        .args(options)
        .env("TIJORI_DATA", desk.data())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(after);
    let ended = child.try_wait().expect("a state").is_some();
    // Whoever has ended cannot be killed; that is no failure.
    let _ = child.kill();
    child.wait().expect("an end");
    ended
}

/// The good backups, after the places were looked into.
fn good(desk: &Desk) -> Vec<Value> {
    let listed = desk.json(&["backups", "list", "Small Shop", "--look"]);
    listed["backups"].as_array().expect("entries").clone()
}

#[test]
fn a_program_killed_at_any_moment_leaves_good_backups_or_none() {
    let desk = desk_with_place();
    let mut ended_count = 0;
    for number in 0..KILLS_COUNT {
        // Other contents than last time: so there is always something to make.
        let options: &[&str] = match number.is_multiple_of(2) {
            true => &["--no-emails"],
            false => &[],
        };
        let after = Duration::from_millis(number * number * 8);
        ended_count += u64::from(run_and_kill(&desk, options, after));
        let good = good(&desk);
        // More than ten within the hour: retention moves the oldest to Trash.
        let mut there = kept_files(&desk.file("disk"));
        there.retain(|path| !path.contains("/trash/"));
        assert_eq!(good.len(), there.len(), "kill {number}: {there:?}");
        for entry in &good {
            let key = entry["key"].as_str().expect("a key");
            let proved = desk.run(&["backups", "verify", key]);
            assert_eq!(proved.exit_code, 0, "kill {number}: {}", proved.complained);
        }
        let scratch = std::fs::read_dir(desk.data().join("scratch")).expect("scratch");
        let names = scratch.map(|entry| entry.expect("an entry").file_name());
        let left: Vec<_> = names.filter(|name| name != ".made-by-tijori").collect();
        assert!(left.is_empty(), "kill {number}: {left:?}");
    }
    assert!(
        ended_count < KILLS_COUNT,
        "every run had ended before it was killed"
    );
    let last = desk.json(&["backups", "run", "Small Shop", "--no-history"]);
    assert_eq!(last["outcome"], "good");
    let numbers: Vec<u64> = good(&desk)
        .iter()
        .map(|entry| entry["sequence"].as_u64().expect("a number"))
        .collect();
    assert!(
        numbers.is_sorted_by(|newer, older| newer > older),
        "{numbers:?}"
    );
    let rehearsed = desk.json(&["backups", "rehearse", "Small Shop"]);
    assert_eq!(rehearsed["backup"]["rehearsed"]["good"], true);
}

/// Whether the folder lets itself be written although it was made read-only: for root it does.
#[cfg(unix)]
fn is_written_all_the_same(folder: &Path) -> bool {
    let probe = folder.join("probe");
    let written = std::fs::write(&probe, b"").is_ok();
    // Only what was written can be removed.
    let _ = std::fs::remove_file(&probe);
    written
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_and_the_other_place_has_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk_with_place();
    desk.json(&["backups", "places", "add", "Stick", "--folder", "stick"]);
    let stick = desk.file("stick");
    let set = |mode| std::fs::set_permissions(&stick, PermissionsExt::from_mode(mode));
    set(0o555).expect("rights");
    if is_written_all_the_same(&stick) {
        println!("skipped: whoever runs the tests writes into read-only folders");
        return;
    }
    let ran = desk.run(&["backups", "run", "Small Shop", "--json"]);
    assert_eq!(ran.exit_code, 70);
    set(0o755).expect("rights");
    let told: Value = serde_json::from_str(&ran.said).expect("JSON");
    assert_eq!(told["trouble"]["code"], "place-denied");
    assert_eq!(kept_files(&stick), [""; 0]);
    assert_eq!(kept_files(&desk.file("disk")).len(), 1);
}

#[test]
fn a_catalogue_that_is_damaged_is_told_and_stops_nothing_else() {
    let desk = desk_with_place();
    let made = desk.json(&["backups", "run", "Small Shop"]);
    std::fs::write(desk.data().join("catalog.sqlite3"), b"no catalogue").expect("damage");
    let told = desk.run(&["backups", "list"]);
    assert_eq!(told.exit_code, 70, "{}", told.complained);
    assert!(
        told.complained.contains("No backup is lost"),
        "{}",
        told.complained
    );
    let other = desk.run(&["backup", "Small Shop", "--output", "by-hand.manager"]);
    assert_eq!(other.exit_code, 0, "{}", other.complained);
    std::fs::remove_file(desk.data().join("catalog.sqlite3")).expect("moved away");
    desk.json(&["backups", "places", "add", "Disk again", "--folder", "disk"]);
    let found = good(&desk);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["stored_as"], made["backups"][0]["stored_as"]);
    let next = desk.json(&["backups", "run", "Small Shop"]);
    assert_eq!(
        next["backups"][0]["sequence"], 2,
        "after the one that lies there"
    );
}

#[test]
fn a_run_that_fails_beside_a_good_backup_says_why() {
    let desk = desk_with_place();
    // Where the chain ended is noted beside the business; a folder stands in the way of the note.
    let key = desk.json(&["business", "list"])["businesses"][0]["key"].clone();
    let key = key.as_str().expect("a key").to_owned();
    let notes = desk.data().join("heads").join(format!("{key}.heads"));
    let _there_may_be_none = std::fs::remove_file(&notes);
    std::fs::create_dir(&notes).expect("a folder in the way");
    let ran = desk.run(&["backups", "run", "Small Shop"]);
    assert_eq!(ran.exit_code, 70, "{}", ran.said);
    assert!(ran.complained.contains("heads"), "“{}”", ran.complained);
}
