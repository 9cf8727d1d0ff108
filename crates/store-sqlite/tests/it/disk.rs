//! A folder that cannot be written, and a disk that is full.
//!
//! Both need help of the system that is not there everywhere; without it the test says so.

use crate::ground::{Folder, create, key, profile, put, stamp};
use std::path::{Path, PathBuf};
use std::process::Command;
use store::BusinessStore;
use store::contract::followed_trail;
use store_sqlite::SqliteStore;

/// Tells the child which folder to open.
const FOLDER_VARIABLE: &str = "TIJORI_TEST_OPENED";

/// The part of the child: says how opening the folder ended.
#[test]
#[ignore = "started by the test below as another user"]
fn opens_the_folder_it_is_told() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from) else {
        println!("skipped: this is the other test's child");
        return;
    };
    match SqliteStore::open(&folder) {
        Ok(_store) => println!("outcome: opened"),
        Err(error) => println!("outcome: {}: {error}", error.code()),
    }
}

/// What opening the folder says to someone whom file modes bind: not to the superuser.
fn outcome_for_others(folder: &Path) -> Option<String> {
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid", "65534", "--regid", "65534", "--clear-groups"])
        .arg(program);
    let output = command
        .args([
            "--exact",
            "disk::opens_the_folder_it_is_told",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER_VARIABLE, folder)
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_once("outcome: ")?
        .1
        .lines()
        .next()
        .map(str::to_owned)
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_gives_a_clear_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let set_mode = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(folder.path(), permissions).unwrap();
    };
    set_mode(0o555);
    let outcome = match SqliteStore::open(folder.path()) {
        Err(error) => Some(format!("{}: {error}", error.code())),
        // We are the superuser, whom modes do not bind.
        Ok(store) => {
            drop(store);
            std::fs::remove_file(folder.path().join(".tijori.lock")).unwrap();
            outcome_for_others(folder.path())
        }
    };
    set_mode(0o755);
    let Some(outcome) = outcome else {
        println!("skipped: cannot become another user here");
        return;
    };
    assert!(outcome.starts_with("folder-not-writable: "), "{outcome}");
    assert!(
        outcome.contains(&folder.path().display().to_string()),
        "{outcome}"
    );
}

#[test]
fn a_file_where_the_folder_should_be_gives_a_clear_error() {
    let folder = Folder::new();
    let path = folder.path().join("Tijori");
    std::fs::write(&path, b"a file").unwrap();
    let error = SqliteStore::open(&path).map(drop).unwrap_err();
    assert_eq!(error.code(), "folder-not-writable");
}

/// A small disk in memory, unmounted at the end.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        if !mounted {
            println!("skipped: cannot mount a small disk here");
            return None;
        }
        Some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _status = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_everything_before_it() {
    let Some(disk) = SmallDisk::mount("size=4m") else {
        return;
    };
    let data = disk.0.path().join("data");
    let store = SqliteStore::open(&data).unwrap();
    let business = create(&store);
    let mut kept = 0;
    let error = loop {
        match put(business.as_ref(), 100 + kept, &[7; 100_000]) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 100, "a disk of 4 MB holds no 10 MB");
    };
    assert_eq!(error.code(), "disk-full", "{error}");
    let making = store.begin(key(9), &profile()).and_then(|mut making| {
        for number in 0..100 {
            making.put_object(key(number), key(8), &[7; 100_000], "", &stamp())?;
        }
        making.publish()
    });
    assert_eq!(making.map_err(|error| error.code()), Err("disk-full"));
    assert_eq!(store.businesses().unwrap().len(), 1);
    let check = |sequence| {
        let reader = business.read().unwrap();
        assert_eq!(followed_trail(reader.as_ref()).unwrap().sequence, sequence);
        assert_eq!(
            reader.object_counts().unwrap().first().unwrap().1,
            sequence - 1
        );
    };
    check(kept + 1);
    assert!(kept > 3, "{kept}");
    // With room made, the same open business goes on.
    let grown = Command::new("mount")
        .args(["-o", "remount,size=16m"])
        .arg(disk.0.path())
        .status();
    assert!(grown.unwrap().success());
    put(business.as_ref(), 100 + kept, b"after").unwrap();
    check(kept + 2);
    drop((business, store));
    assert!(SqliteStore::open(&data).is_ok());
}

#[test]
fn a_disk_that_is_full_at_the_start_is_told_as_such() {
    let Some(disk) = SmallDisk::mount("size=64k") else {
        return;
    };
    std::fs::write(disk.0.path().join("filling"), [0; 60 * 1024]).unwrap();
    let error = SqliteStore::open(&disk.0.path().join("data"))
        .map(drop)
        .unwrap_err();
    assert_eq!(error.code(), "disk-full", "{error}");
}
