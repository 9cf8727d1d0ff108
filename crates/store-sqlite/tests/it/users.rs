//! Users in a file: the contract of every directory, and what only a file can go through.

use store_sqlite::UsersFile;
use tempfile::TempDir;
use users::{Directory, KeptDirectory};

fn opened() -> (KeptDirectory<UsersFile>, TempDir) {
    let folder = TempDir::new().unwrap();
    let file = UsersFile::open(folder.path()).unwrap();
    (KeptDirectory(file), folder)
}

users::directory_tests!(Some(opened()));

#[test]
fn users_are_there_after_opening_again_and_readable_by_nobody_else() {
    let folder = TempDir::new().unwrap();
    let user = users::User {
        key: books::Key::from_bytes([1; 16]),
        name: "rahima".to_owned(),
        full_name: "Rahima".to_owned(),
        email: String::new(),
        role: users::Role::Administrator,
        is_disabled: false,
        created_at: jiff::Timestamp::UNIX_EPOCH,
    };
    {
        let directory = KeptDirectory(UsersFile::open(folder.path()).unwrap());
        directory.put_user(&user).unwrap();
    }
    let directory = KeptDirectory(UsersFile::open(folder.path()).unwrap());
    assert_eq!(directory.users().unwrap(), [user]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let mode = entry.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{mode:o}");
        }
    }
}
