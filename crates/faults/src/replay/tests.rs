//! The disk on paper, by cases whose outcome POSIX and ext4 settle.

use super::*;

fn left(kind: Kind, policy: Policy, steps: &[Step]) -> Vec<(String, Vec<u8>)> {
    let mut disk = Disk::new(kind, &["d"]);
    for step in steps {
        disk.apply(step);
    }
    let folder = tempfile::tempdir().unwrap();
    disk.cut(policy, &mut Numbers::of(3, "test"), folder.path())
        .unwrap();
    let mut found: Vec<_> = fs::read_dir(folder.path().join("d"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    found.sort();
    found
}

fn write(path: &str, bytes: &[u8]) -> Step {
    Step::Write(path.into(), 0, bytes.to_vec())
}

#[test]
fn a_file_without_any_sync_is_gone_or_empty_or_there() {
    let steps = [Step::Create("d/a".into()), write("d/a", b"x")];
    let left = |policy| left(Kind::Strict, policy, &steps);
    assert_eq!(left(Policy::OnlySynced), []);
    assert_eq!(left(Policy::NamesWithoutData), [("a".to_owned(), vec![])]);
    assert_eq!(left(Policy::Everything), [("a".to_owned(), b"x".to_vec())]);
}

#[test]
fn syncing_a_file_keeps_its_name_only_where_there_is_a_journal() {
    let steps = [
        Step::Create("d/a".into()),
        write("d/a", b"x"),
        Step::SyncFile("d/a".into()),
    ];
    assert_eq!(left(Kind::Strict, Policy::OnlySynced, &steps), []);
    let whole = [("a".to_owned(), b"x".to_vec())];
    assert_eq!(left(Kind::Journal, Policy::OnlySynced, &steps), whole);
    let synced = [&steps[..], &[Step::SyncFolder("d".into())]].concat();
    assert_eq!(left(Kind::Strict, Policy::OnlySynced, &synced), whole);
}

#[test]
fn a_rename_is_one_step_and_needs_the_folder_synced() {
    let steps = [
        Step::Create("d/new".into()),
        Step::Create("d/old".into()),
        Step::SyncFolder("d".into()),
        Step::Rename("d/new".into(), "d/old".into()),
    ];
    let names = |policy| -> Vec<String> {
        let found = left(Kind::Strict, policy, &steps).into_iter();
        found.map(|(name, _)| name).collect()
    };
    assert_eq!(names(Policy::OnlySynced), ["new", "old"]);
    assert_eq!(names(Policy::Everything), ["old"]);
}

#[test]
fn what_happened_to_a_name_before_is_there_when_the_later_is() {
    let mut disk = Disk::new(Kind::Strict, &["d", "e"]);
    disk.apply(&Step::Create("d/a".into()));
    disk.apply(&Step::Rename("d/a".into(), "e/a".into()));
    disk.apply(&Step::SyncFolder("e".into()));
    assert!(disk.pending.is_empty());
    assert!(disk.lasting.contains_key(Path::new("e/a")));
    assert!(!disk.lasting.contains_key(Path::new("d/a")));
}

#[test]
fn a_folder_that_is_not_synced_takes_what_is_in_it_along() {
    let steps = [
        Step::MakeFolder("d/e".into()),
        Step::Create("d/e/a".into()),
        Step::SyncFolder("d/e".into()),
    ];
    let mut disk = Disk::new(Kind::Strict, &["d"]);
    steps.iter().for_each(|step| disk.apply(step));
    let folder = tempfile::tempdir().unwrap();
    let numbers = &mut Numbers::of(1, "test");
    disk.cut(Policy::OnlySynced, numbers, folder.path())
        .unwrap();
    assert!(!folder.path().join("d/e").exists());
}

#[test]
fn a_torn_write_keeps_whole_sectors() {
    let mut content = vec![b'o'; 2000];
    let change = Change::Write(500, vec![b'n'; 1100]);
    apply(&change, &mut content, &mut |sector| sector == 1);
    assert!(content[500..512].iter().all(|byte| *byte == b'o'));
    assert!(content[512..1024].iter().all(|byte| *byte == b'n'));
    assert!(content[1024..].iter().all(|byte| *byte == b'o'));
    apply(&Change::Write(3000, vec![b'n']), &mut content, &mut |_| {
        true
    });
    assert_eq!((content.len(), content[2500]), (3001, 0));
}
