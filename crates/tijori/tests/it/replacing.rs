//! `tijori import FILE --replace BUSINESS`: the answer, the exit codes, and a program that is
//! killed at any moment (docs/SPEC-import.md, section 2).

use crate::run::Desk;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// How many times the program is killed, each time a little later.
const KILLS_COUNT: u32 = 12;

/// A desk with a business, a backup of it, and a change since.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.json(&["business", "create", "Shop", "--country", "BD"]);
    let made = desk.run(&["backup", "Shop", "--output", "old.manager"]);
    assert_eq!(made.exit_code, 0, "{}", made.complained);
    std::fs::write(desk.file("record.json"), r#"{"Name":"Newcomer"}"#).expect("a file");
    let put = ["record", "put", "Shop", "--kind", "Customer", "record.json"];
    assert_eq!(desk.run(&put).exit_code, 0);
    let key = only(&desk, "business", "list")["key"]
        .as_str()
        .map(str::to_owned);
    (desk, key.expect("a key"))
}

/// The only business in the list.
fn only(desk: &Desk, noun: &str, verb: &str) -> Value {
    let listed = desk.json(&[noun, verb]);
    let all = listed["businesses"].as_array().expect("a list").clone();
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

#[test]
fn a_business_is_replaced_told_and_can_be_compared() {
    let (desk, old) = desk();
    let compared = desk.json(&["compare", "old.manager", "Shop"]);
    assert_eq!(compared["history"]["relation"], "file-is-older");
    assert_eq!(compared["history"]["changes"], 1);
    assert_eq!(compared["records"][0]["difference"], "only-in-business");
    assert_eq!(compared["figures"]["net_profit"]["in_file"], "0");
    let done = desk.json(&["import", "old.manager", "--replace", "Shop"]);
    let replaced = &done["replaced"];
    assert_eq!(replaced["key"], old.as_str());
    assert_eq!(replaced["in_trash"], true);
    let safety = replaced["safety_backup"]["file"].as_str().expect("a path");
    assert!(Path::new(safety).starts_with(desk.data().join("Safety backups")));
    assert_eq!(desk.run(&["verify", safety]).exit_code, 0);
    let here = only(&desk, "business", "list");
    assert_eq!(
        (&here["name"], &here["standing"]),
        (&"Shop".into(), &"own".into())
    );
    assert_eq!(replaced["confirmed"], true);
    assert_eq!(here["key"], done["business"]["key"]);
    // The safety backup holds what the old one had last: it can come back from there as well.
    let back = desk.json(&["import", safety, "--name", "Back"]);
    assert_eq!(back["by_type"]["Customer"], 1);
    assert_eq!(desk.run(&["business", "restore", &old]).exit_code, 0);
}

#[test]
fn what_cannot_be_replaced_is_refused_and_nothing_changes() {
    let (desk, _) = desk();
    std::fs::write(desk.file("letter.manager"), "Dear Sir,").expect("a file");
    std::fs::write(desk.file("file"), "where a folder should be").expect("a file");
    let before = desk.books();
    for (words, exit_code) in [
        (&["import", "old.manager", "--replace", "Nobody"][..], 64),
        (&["import", "letter.manager", "--replace", "Shop"], 3),
        (&["import", "old.manager", "--safety-folder", "x"], 64),
        (
            &[
                "import",
                "old.manager",
                "--replace",
                "Shop",
                "--safety-folder",
                "file",
            ],
            70,
        ),
    ] {
        let ran = desk.run(words);
        assert_eq!(ran.exit_code, exit_code, "{words:?}: {}", ran.complained);
        assert_eq!(desk.books(), before, "{words:?}");
    }
}

#[test]
fn killed_at_any_moment_one_of_the_two_is_whole_and_in_the_list() {
    let (desk, old) = desk();
    let begun = std::time::Instant::now();
    let copy = |from: &Path, to: &Path| {
        let copied = Command::new("cp").arg("-r").arg(from).arg(to).status();
        assert!(copied.is_ok_and(|status| status.success()), "a copy");
    };
    let kept = desk.file("kept");
    copy(&desk.data(), &kept);
    assert_eq!(
        desk.run(&["import", "old.manager", "--replace", "Shop"])
            .exit_code,
        0
    );
    let whole_time = begun.elapsed();
    for number in 0..KILLS_COUNT {
        std::fs::remove_dir_all(desk.data()).expect("an empty place");
        copy(&kept, &desk.data());
        let mut child = Command::new(env!("CARGO_BIN_EXE_tijori"))
            .args(["import", "old.manager", "--replace", "Shop"])
            .env("TIJORI_DATA", desk.data())
            .current_dir(desk.file(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(whole_time * number / KILLS_COUNT);
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let listed = desk.json(&["business", "list"]);
        let all = listed["businesses"].as_array().expect("a list");
        assert!(!all.is_empty(), "killed at {number}: nothing is left");
        for business in all {
            let key = business["key"].as_str().expect("a key");
            assert_eq!(
                desk.run(&["verify", key]).exit_code,
                0,
                "killed at {number}"
            );
        }
        let is_there = |key: &str| all.iter().any(|business| business["key"] == key);
        let told = desk.run(&["business", "list"]).complained;
        match (all.len(), is_there(&old)) {
            (1, _) => {}
            (2, true) => assert!(told.contains("Both are here"), "killed at {number}: {told}"),
            other => panic!("killed at {number}: {other:?}"),
        }
    }
}
