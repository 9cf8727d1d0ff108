//! The data folder: who holds it, who may read it, what is swept, what is left alone.

use crate::ground::{BUSINESS, Folder, create, key, profile, put};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::{BusinessStore, StoreError};
use store_sqlite::SqliteStore;

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_second_program_is_told_who_holds_the_folder() {
    let folder = Folder::new();
    let store = folder.store();
    store.set_holder_note("http://127.0.0.1:8080/").unwrap();
    let Err(StoreError::FolderInUse {
        folder: named,
        holder,
    }) = SqliteStore::open(folder.path())
    else {
        panic!("the second one was let in");
    };
    assert_eq!(named, folder.path().display().to_string());
    assert!(
        holder.contains(&format!("process {}", std::process::id())),
        "{holder}"
    );
    assert!(holder.ends_with("http://127.0.0.1:8080/"), "{holder}");
    assert!(holder.contains("since 20"), "{holder}");
}

#[test]
fn the_folder_stays_locked_while_a_business_of_it_is_open() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);
    drop(store);
    assert!(matches!(
        SqliteStore::open(folder.path()),
        Err(StoreError::FolderInUse { .. })
    ));
    drop(business);
    assert!(SqliteStore::open(folder.path()).is_ok());
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_computer_can_read_the_books() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let data = folder.path().join("new/Tijori");
    let store = SqliteStore::open(&data).unwrap();
    let business = create(&store);
    put(business.as_ref(), 1, b"x").unwrap();
    let reader = business.read().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for path in ["", "businesses", "trash", "scratch"] {
        assert_eq!(mode(&data.join(path)), 0o700, "{path}");
    }
    let mut files = 0;
    for name in names_in(&data.join("businesses")) {
        assert_eq!(mode(&data.join("businesses").join(&name)), 0o600, "{name}");
        files += 1;
    }
    assert_eq!(files, 3, "the file, its log and the log's index");
    assert_eq!(mode(&data.join(".tijori.lock")), 0o600);
    drop(reader);
}

#[test]
fn what_a_crash_left_is_swept_and_nothing_else() {
    let folder = Folder::new();
    drop(folder.store());
    let at = |name: &str| folder.path().join(name);
    let swept = [
        format!("businesses/{BUSINESS}.part"),
        format!("businesses/{BUSINESS}.part-journal"),
        "scratch/upload".to_owned(),
        "scratch/folder/file".to_owned(),
    ];
    let kept = [
        "businesses/letters.part",
        "businesses/notes.txt",
        "trash/notes.part",
    ];
    fs::create_dir(at("scratch/folder")).unwrap();
    for name in swept.iter().map(String::as_str).chain(kept) {
        fs::write(at(name), b"x").unwrap();
    }
    let store = folder.store();
    for name in &swept {
        assert!(!at(name).exists(), "{name} should be gone");
    }
    for name in kept {
        assert!(at(name).exists(), "{name} should be there");
    }
    assert!(store.businesses().unwrap().is_empty());
}

#[test]
fn a_scratch_folder_that_was_there_before_is_not_emptied() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("scratch")).unwrap();
    fs::write(folder.path().join("scratch/thesis.txt"), b"years of work").unwrap();
    drop(folder.store());
    drop(folder.store());
    assert!(folder.path().join("scratch/thesis.txt").exists());
}

#[test]
fn an_empty_scratch_folder_of_a_crash_is_taken_over() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("scratch")).unwrap();
    drop(folder.store());
    fs::write(folder.path().join("scratch/half a backup"), b"x").unwrap();
    drop(folder.store());
    assert!(!folder.path().join("scratch/half a backup").exists());
}

#[test]
fn a_journal_that_a_kill_left_unbegun_goes_when_its_business_is_opened() {
    let folder = Folder::new();
    drop(create(&folder.store()));
    let journal = folder
        .path()
        .join(format!("businesses/{BUSINESS}.sqlite-journal"));
    fs::write(&journal, [0; 512]).unwrap();
    let store = folder.store();
    let business = store.open(BUSINESS).unwrap();
    assert!(!journal.exists());
    put(business.as_ref(), 1, b"x").unwrap();
}

#[test]
fn a_business_dropped_before_publishing_leaves_no_file() {
    let folder = Folder::new();
    let store = folder.store();
    let making = store.begin(BUSINESS, &profile()).unwrap();
    assert_eq!(
        names_in(&folder.path().join("businesses")),
        [format!("{BUSINESS}.part")]
    );
    drop(making);
    assert!(names_in(&folder.path().join("businesses")).is_empty());
}

#[test]
fn trash_holds_one_file_without_a_log_and_a_business_removed_twice_keeps_both() {
    let folder = Folder::new();
    let store = folder.store();
    for round in 0..2 {
        put(create(&store).as_ref(), 10 + round, b"x").unwrap();
        store.remove(BUSINESS).unwrap();
        assert!(names_in(&folder.path().join("businesses")).is_empty());
        std::thread::sleep(Duration::from_millis(2));
    }
    let names = names_in(&folder.path().join("trash"));
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names.iter().all(|name| name.ends_with(".sqlite")),
        "{names:?}"
    );
    assert_eq!(store.trash().unwrap().len(), 2);
    assert_eq!(
        names_in(&folder.path().join("trash")),
        names,
        "looking leaves nothing"
    );
    store.bring_back(BUSINESS).unwrap();
    let business = store.open(BUSINESS).unwrap();
    assert!(
        business.read().unwrap().object(key(11)).unwrap().is_some(),
        "the latest"
    );
}

#[test]
fn removing_waits_for_those_who_read() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);
    let (started, has_started) = std::sync::mpsc::channel();
    let has_read = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let reader = business.read().unwrap();
            started.send(()).unwrap();
            std::thread::sleep(Duration::from_millis(300));
            assert_eq!(reader.history_head().unwrap().sequence, 1);
            has_read.store(true, Ordering::SeqCst);
        });
        has_started.recv().unwrap();
        store.remove(BUSINESS).unwrap();
        assert!(
            has_read.load(Ordering::SeqCst),
            "it was moved under a reader"
        );
    });
    assert_eq!(store.trash().unwrap().len(), 1);
}

#[test]
fn files_that_are_not_ours_are_shown_and_left_alone() {
    let folder = Folder::new();
    let store = folder.store();
    create(&store);
    let at = |name: String| folder.path().join("businesses").join(name);
    let foreign = at(format!("{}.sqlite", key(50)));
    rusqlite::Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE Objects (x); INSERT INTO Objects VALUES (1);")
        .unwrap();
    fs::write(at(format!("{}.sqlite", key(51))), b"no database at all").unwrap();
    fs::write(at(format!("{}.sqlite", key(52))), b"").unwrap();
    let copy = at(format!("{BUSINESS} (conflicted copy).sqlite"));
    fs::write(&copy, b"x").unwrap();
    let newer = at(format!("{}.sqlite", key(53)));
    fs::copy(folder.file(), &newer).unwrap();
    rusqlite::Connection::open(&newer)
        .unwrap()
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99;")
        .unwrap();
    let before: Vec<_> = [&foreign, &copy, &newer]
        .map(|path| fs::read(path).unwrap())
        .into();
    let entries = store.businesses().unwrap();
    assert_eq!(entries.len(), 6);
    let faults: Vec<_> = entries
        .iter()
        .filter_map(|entry| entry.fault.as_ref())
        .collect();
    assert_eq!(faults.len(), 5, "{faults:?}");
    assert!(
        faults.iter().any(|fault| fault.contains("newer Tijori")),
        "{faults:?}"
    );
    for number in 50..54 {
        assert!(matches!(
            store.open(key(number)).map(drop),
            Err(StoreError::Damaged { .. })
        ));
        assert!(store.remove(key(number)).is_err(), "it is not touched");
    }
    let after: Vec<_> = [&foreign, &copy, &newer]
        .map(|path| fs::read(path).unwrap())
        .into();
    assert!(before == after, "a file was changed by being looked at");
}

#[cfg(unix)]
#[test]
fn a_file_replaced_under_an_open_business_is_noticed_before_the_commit() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);
    put(business.as_ref(), 1, b"one").unwrap();
    let aside = folder.path().join("aside.sqlite");
    let outcome = business.write(&mut |unit| {
        unit.put_object(key(2), key(9), b"two", "Two", &crate::ground::stamp())?;
        // A synchronising program puts another copy in its place just now.
        fs::rename(folder.file(), &aside).unwrap();
        fs::copy(&aside, folder.file()).unwrap();
        Ok(())
    });
    assert!(matches!(outcome, Err(StoreError::Replaced(key)) if key == BUSINESS));
    assert!(matches!(
        put(business.as_ref(), 3, b"x"),
        Err(StoreError::Replaced(_))
    ));
    assert!(matches!(
        business.read().map(drop),
        Err(StoreError::Replaced(_))
    ));
    fs::rename(&aside, folder.file()).unwrap();
    put(business.as_ref(), 3, b"three").unwrap();
    assert_eq!(business.read().unwrap().object(key(2)).unwrap(), None);
}
