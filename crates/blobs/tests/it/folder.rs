//! A folder, and what happens to disks.

use blobs::FolderStore;
use catalog::contract::{BlobGround, key};
use catalog::{BlobKey, BlobStore};
use std::fs;
use tempfile::TempDir;

struct Ground {
    store: FolderStore,
    folder: TempDir,
}

fn ground() -> Ground {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Ground {
        store: FolderStore::new(&folder.path().join("backups"), key(1)),
        folder,
    }
}

impl BlobGround for Ground {
    fn blobs(&self) -> &dyn BlobStore {
        &self.store
    }
}

mod contract {
    catalog::blob_contract_tests!(super::ground());
}

fn blob(text: &str) -> BlobKey {
    text.parse().expect("a key")
}

#[test]
fn spec_2_2_a_disk_that_is_not_attached_is_not_written_to() {
    let ground = ground();
    let root = ground.folder.path().join("backups");
    ground.store.prepare().expect("ready");
    ground.store.put(&blob("a/b"), &mut &b"b"[..]).expect("put");
    fs::rename(&root, ground.folder.path().join("elsewhere")).expect("moved");
    let put = || ground.store.put(&blob("a/c"), &mut &b"c"[..]);
    assert_eq!(put().expect_err("gone").code(), "place-vanished");
    assert!(!root.exists(), "nothing was made in its stead");
    // The empty folder on which the disk is attached when it is.
    fs::create_dir(&root).expect("made");
    assert_eq!(put().expect_err("empty").code(), "place-vanished");
    for code in [
        ground.store.list("").expect_err("empty").code(),
        ground.store.head(&blob("a/b")).expect_err("empty").code(),
        ground.store.delete(&blob("a/b")).expect_err("empty").code(),
    ] {
        assert_eq!(code, "place-vanished");
    }
    assert_eq!(fs::read_dir(&root).expect("read").count(), 0);
    fs::remove_dir(&root).expect("removed");
    fs::rename(ground.folder.path().join("elsewhere"), &root).expect("moved back");
    put().expect("there again");
}

#[test]
fn spec_2_2_no_folder_above_the_place_is_made() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = FolderStore::new(&folder.path().join("disk/backups"), key(1));
    assert_eq!(
        store.prepare().expect_err("no disk").code(),
        "place-vanished"
    );
    assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 0);
}

#[test]
fn two_places_may_share_a_folder() {
    let ground = ground();
    let root = ground.folder.path().join("backups");
    ground.store.prepare().expect("ready");
    let other = FolderStore::new(&root, key(2));
    assert_eq!(
        other.list("").expect_err("not set up").code(),
        "place-vanished"
    );
    other.prepare().expect("ready");
    other.put(&blob("a"), &mut &b"a"[..]).expect("put");
    assert_eq!(ground.store.list("").expect("listed").len(), 1);
}

#[test]
fn what_else_lies_in_the_folder_is_left_alone_and_not_listed() {
    let ground = ground();
    let root = ground.folder.path().join("backups");
    ground.store.prepare().expect("ready");
    for name in ["My Photo.jpg", ".hidden", "Große Datei.txt"] {
        fs::write(root.join(name), name).expect("written");
    }
    ground.store.put(&blob("a/b"), &mut &b"b"[..]).expect("put");
    ground.store.delete(&blob("a/b")).expect("deleted");
    assert!(ground.store.list("").expect("listed").is_empty());
    assert!(!root.join("a").exists(), "emptied folders go");
    assert_eq!(
        fs::read_dir(&root).expect("read").count(),
        4,
        "with the mark"
    );
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_out_of_the_folder() {
    let ground = ground();
    let root = ground.folder.path().join("backups");
    ground.store.prepare().expect("ready");
    let outside = ground.folder.path().join("outside");
    fs::create_dir(&outside).expect("made");
    fs::write(outside.join("secret"), "x").expect("written");
    std::os::unix::fs::symlink(&outside, root.join("a")).expect("linked");
    assert!(ground.store.list("").expect("listed").is_empty());
}
