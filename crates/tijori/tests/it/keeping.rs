//! Kept backups on the command line, and by themselves while the program serves.

use crate::run::Desk;
use catalog::Catalog;
use serde_json::Value;
use std::path::Path;
use testkit::sample_files as files;

/// A desk with a business and a folder for its backups.
pub fn desk_with_place() -> Desk {
    let desk = Desk::new();
    let original = desk.file("Small Shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    let place = desk.json(&["backups", "places", "add", "Disk", "--folder", "disk"]);
    assert_eq!(place["place"]["kind"], "folder");
    desk
}

/// The files of ours below a folder.
pub fn kept_files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "manager") {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found
}

#[test]
fn a_backup_is_kept_proved_rehearsed_and_fetched() {
    let desk = desk_with_place();
    let made = desk.json(&["backups", "run", "Small Shop"]);
    assert_eq!(made["outcome"], "good");
    let backup = made["backups"][0].clone();
    let key = backup["key"].as_str().expect("a key");
    assert_eq!(kept_files(&desk.file("disk")).len(), 1);
    let again = desk.json(&["backups", "run", "Small Shop"]);
    assert_eq!(again["outcome"], "unchanged");
    assert_eq!(again["backups"][0]["key"], backup["key"]);
    let listed = desk.json(&["backups", "list", "Small Shop"]);
    assert_eq!(listed["backups"].as_array().map(Vec::len), Some(1));
    let proved = desk.run(&["backups", "verify", key]);
    assert_eq!(proved.exit_code, 0, "{}", proved.complained);
    let rehearsed = desk.json(&["backups", "rehearse", "Small Shop"]);
    assert_eq!(rehearsed["backup"]["rehearsed"]["good"], true);
    desk.json(&["backups", "download", key, "--output", "back.manager"]);
    let verified = desk.run(&["verify", "back.manager"]);
    assert_eq!(verified.exit_code, 0, "{}", verified.complained);
    let refused = desk.run(&["backups", "download", key, "--output", "back.manager"]);
    assert_eq!(refused.exit_code, 64, "nothing is replaced");
    let businesses = desk.json(&["business", "list"]);
    assert_eq!(businesses["businesses"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_damaged_backup_ends_with_1_and_a_vanished_place_with_70() {
    let desk = desk_with_place();
    desk.json(&["backups", "run", "Small Shop"]);
    let file = kept_files(&desk.file("disk")).remove(0);
    let mut bytes = std::fs::read(&file).expect("the backup");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, &bytes).expect("the damaged backup");
    for verb in ["verify", "rehearse"] {
        let ran = desk.run(&["backups", verb, "Small Shop"]);
        assert_eq!(ran.exit_code, 1, "{verb}: {}", ran.complained);
    }
    let fetched = desk.run(&["backups", "download", "Small Shop"]);
    assert_eq!(fetched.exit_code, 1, "{}", fetched.complained);
    assert_eq!(kept_files(&desk.file(".")).len(), 2, "no half file is left");
    std::fs::rename(desk.file("disk"), desk.file("unplugged")).expect("a disk that goes");
    std::fs::create_dir(desk.file("disk")).expect("the empty folder it leaves");
    let tested = desk.run(&["backups", "places", "test", "Disk"]);
    assert_eq!(tested.exit_code, 70, "{}", tested.complained);
    let run = desk.run(&["backups", "run", "Small Shop"]);
    assert_eq!(run.exit_code, 70, "{}", run.complained);
    assert_eq!(kept_files(&desk.file("disk")), [""; 0]);
    let all = desk.json(&["backups", "list", "--all"]);
    let states: Vec<&Value> = all["backups"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| &entry["state"])
        .collect();
    assert_eq!(states, ["failed", "good"]);
}

#[test]
fn a_schedule_for_a_business_that_was_brought_in_says_that_it_waits() {
    let desk = desk_with_place();
    let add = [
        "backups",
        "schedules",
        "add",
        "Small Shop",
        "--every",
        "day",
    ];
    let told = desk.run(&add);
    assert_eq!(told.exit_code, 0, "{}", told.complained);
    let command = told.complained.split("tijori business confirm ").nth(1);
    let key = command.expect("the command").trim().to_owned();
    let waits = |answer: &Value| {
        let waiting = answer["schedule"]["waiting_for"]
            .as_array()
            .expect("a list");
        waiting
            .iter()
            .map(|it| it["standing"].clone())
            .collect::<Vec<_>>()
    };
    let for_all = ["backups", "schedules", "add", "--every", "week"];
    let answer = desk.json(&for_all);
    assert_eq!(waits(&answer), ["unconfirmed"]);
    let waiting = &answer["schedule"]["waiting_for"][0];
    assert_eq!(waiting["key"], key.as_str());
    assert_eq!(
        waiting["confirm_with"],
        format!("tijori business confirm {key}")
    );
    let listed = desk.run(&["backups", "schedules", "list"]);
    assert!(
        listed.said.contains("waits for an answer"),
        "{}",
        listed.said
    );
    let confirmed = desk.json(&["business", "confirm", "Small Shop"]);
    assert_eq!(confirmed["business"]["standing"], "own");
    assert_eq!(waits(&desk.json(&add)), [Value::Null; 0]);
    assert_eq!(desk.run(&add).complained, "");
    desk.json(&["business", "confirm", "Small Shop", "--as-copy"]);
    assert_eq!(waits(&desk.json(&for_all)), ["copy"]);
    assert!(desk.run(&add).complained.contains("called a copy"));
}

#[test]
fn every_copy_is_checked_and_told_with_its_place_and_the_worst_is_the_exit_code() {
    let desk = desk_with_place();
    desk.json(&["backups", "places", "add", "Cellar", "--folder", "cellar"]);
    desk.json(&["backups", "run", "Small Shop"]);
    let whole = desk.run(&["backups", "verify", "Small Shop"]);
    assert_eq!(whole.exit_code, 0, "{}", whole.complained);
    for place in ["Disk: ", "Cellar: "] {
        assert!(whole.said.contains(place), "{}", whole.said);
    }
    std::fs::rename(desk.file("cellar"), desk.file("away")).expect("a disk that goes");
    let away = desk.run(&["backups", "verify", "Small Shop"]);
    assert_eq!(away.exit_code, 70, "{}", away.complained);
    assert!(away.said.contains("Disk: "), "{}", away.said);
    assert!(
        away.complained.contains("Cellar: the folder is not there"),
        "{}",
        away.complained
    );
    let file = kept_files(&desk.file("disk")).remove(0);
    let mut bytes = std::fs::read(&file).expect("the backup");
    bytes[500] ^= 1;
    std::fs::write(&file, &bytes).expect("the damaged backup");
    let both = desk.run(&["backups", "verify", "Small Shop"]);
    assert_eq!(both.exit_code, 1, "{}", both.complained);
    // The backup is called by its name, and not by the key of its bytes.
    let told = both.complained;
    assert!(told.contains("Disk: other bytes of Small Shop ("), "{told}");
    assert!(
        !told.contains(&file.rsplit('/').next().expect("a name")[..12]),
        "{told}"
    );
    let facts = desk.json(&["backups", "verify", "Small Shop"]);
    let results = facts["copies"].as_array().expect("copies").iter();
    let mut results: Vec<_> = results.map(|it| it["result"].clone()).collect();
    results.sort_by_key(ToString::to_string);
    assert_eq!(results, ["altered", "not-checked"]);
}

#[test]
fn no_backup_is_written_among_the_live_businesses() {
    let desk = desk_with_place();
    let before = kept_files(&desk.data());
    for inside in ["businesses", "businesses/x.manager", "new.manager"] {
        let path = desk.data().join(inside).display().to_string();
        let ran = desk.run(&["backup", "Small Shop", "--output", &path]);
        assert_eq!(ran.exit_code, 64, "{inside}: {}", ran.complained);
        assert!(
            ran.complained.contains("would be lost with them"),
            "{}",
            ran.complained
        );
    }
    assert_eq!(kept_files(&desk.data()), before, "nothing was written");
}

#[test]
fn a_damaged_list_of_backups_is_mended_and_says_what_is_lost() {
    let desk = desk_with_place();
    desk.json(&["backups", "schedules", "add", "--every", "day"]);
    let path = desk.data().join("catalog.sqlite3");
    let whole = std::fs::read(&path).expect("the catalogue");
    let nothing = desk.json(&["backups", "mend"]);
    assert_eq!(nothing["kept_as"], Value::Null);
    // The header tells that it is none: its rows can be read all the same.
    let mut bytes = whole.clone();
    bytes[68..72].fill(0);
    std::fs::write(&path, &bytes).expect("a damaged catalogue");
    let refused = desk.run(&["backups", "list"]);
    assert_eq!(refused.exit_code, 70);
    assert!(
        refused.complained.contains("tijori backups mend"),
        "{}",
        refused.complained
    );
    let mended = desk.run(&["backups", "mend"]);
    assert_eq!(mended.exit_code, 0, "{}", mended.complained);
    assert!(
        mended
            .said
            .contains("Places: 1 brought over, which are all."),
        "{}",
        mended.said
    );
    let schedules = desk.json(&["backups", "schedules", "list"]);
    assert_eq!(schedules["schedules"].as_array().map(Vec::len), Some(1));
    assert_eq!(schedules["schedules"][0]["places"][0]["name"], "Disk");
    std::fs::write(&path, "This is a letter to my aunt.").expect("no catalogue at all");
    let mended = desk.run(&["backups", "mend"]);
    assert_eq!(mended.exit_code, 1, "{}", mended.complained);
    assert!(
        mended
            .said
            .contains("Places: 0 brought over; others may be lost."),
        "{}",
        mended.said
    );
    assert_eq!(
        desk.json(&["backups", "places", "list"])["places"],
        serde_json::json!([])
    );
}

#[test]
fn what_makes_no_sense_ends_with_64() {
    let desk = desk_with_place();
    for words in [
        &["backups", "run", "Nobody"][..],
        &["backups", "run", "Small Shop", "--to", "Nowhere"],
        &["backups", "verify", "Small Shop"],
        &["backups", "remove", "x"],
        &["backups", "places", "test", "Nowhere"],
        &["backups", "schedules", "pause", "x"],
        &["backups", "schedules", "add", "--every", "fortnight"],
        &["backups", "places", "add", "Cloud", "--bucket", "b"],
    ] {
        let ran = desk.run(words);
        assert_eq!(ran.exit_code, 64, "{words:?}: {}", ran.complained);
    }
}

#[test]
fn retention_says_beforehand_what_it_does() {
    let desk = desk_with_place();
    desk.json(&["backups", "run", "Small Shop"]);
    let words = ["backups", "retention", "Small Shop", "--keep-last", "1"];
    let preview = desk.json(&[&words[..], &["--dry-run"]].concat());
    let fate = &preview["places"][0]["backups"][0];
    assert_eq!(fate["stays"], true);
    assert_eq!(fate["reasons"][0], "newest");
    let done = desk.json(&words);
    assert_eq!(done["rule"]["last"], 1);
    assert_eq!(done["retention"][0]["trashed"], Value::Array(Vec::new()));
    let plain = desk.run(&["backups", "retention", "Small Shop", "--dry-run"]);
    assert!(plain.said.contains("newest"), "{}", plain.said);
}

#[cfg(unix)]
mod by_itself {
    use super::{desk_with_place, kept_files};
    use crate::run::Desk;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    fn serve(desk: &Desk) -> Child {
        Command::new(env!("CARGO_BIN_EXE_tijori"))
            .args(["--port", "0", "--no-browser"])
            .env("TIJORI_DATA", desk.data())
            .env("LANG", "en_US.UTF-8")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    }

    fn end(child: &mut Child) {
        let pid = child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(sent.expect("kill runs").success());
        assert!(child.wait().expect("an end").success());
    }

    fn wait_for_files(desk: &Desk, count: usize) {
        let begun = Instant::now();
        while kept_files(&desk.file("disk")).len() < count {
            assert!(begun.elapsed() < Duration::from_secs(60), "nothing came");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Says that the books are kept here: an imported business is a copy until then.
    fn own(desk: &Desk) {
        desk.json(&["business", "create", "Lamp Shop", "--country", "BD"]);
    }

    #[test]
    fn a_backup_on_close_is_made_when_the_program_ends() {
        let desk = desk_with_place();
        own(&desk);
        desk.json(&["backups", "schedules", "add", "--every", "close"]);
        let mut child = serve(&desk);
        std::thread::sleep(Duration::from_secs(3));
        assert_eq!(kept_files(&desk.file("disk")), [""; 0]);
        end(&mut child);
        wait_for_files(&desk, 1);
        let listed = desk.json(&["backups", "list"]);
        assert_eq!(listed["backups"][0]["business"]["name"], "Lamp Shop");
        let all = listed["backups"].as_array().map(Vec::len);
        assert_eq!(all, Some(1), "a copy makes none by itself");
    }

    #[test]
    fn what_was_due_while_nobody_was_there_is_made_up_and_rehearsed() {
        let desk = desk_with_place();
        own(&desk);
        desk.json(&[
            "backups",
            "schedules",
            "add",
            "Lamp Shop",
            "--every",
            "hour",
        ]);
        // Three days ago nobody was there any more.
        super::set_since(&desk.data(), -72);
        let mut child = serve(&desk);
        wait_for_files(&desk, 1);
        std::thread::sleep(Duration::from_secs(3));
        end(&mut child);
        let all = desk.json(&["backups", "list", "Lamp Shop", "--all"]);
        let entries = all["backups"].as_array().expect("entries");
        let missed = entries.iter().filter(|entry| entry["state"] == "missed");
        // Nobody missed anything of a business that was not there yet (SPEC-keeping.md, 1.5).
        assert_eq!(missed.count(), 0);
        let good: Vec<_> = entries.iter().filter(|it| it["state"] == "good").collect();
        assert_eq!(good.len(), 1);
        assert_eq!(good[0]["rehearsed"]["good"], true);
    }
}

/// Sets back when all schedules began, as if the program had not run since.
#[cfg(unix)]
fn set_since(data: &Path, hours: i64) {
    let catalog = store_sqlite::SqliteCatalog::open(data).expect("the catalogue");
    let since = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(hours);
    for mut schedule in catalog.schedules().expect("schedules") {
        schedule.since = since;
        catalog.put_schedule(&schedule).expect("a schedule");
    }
}
