//! Who else has their hands on a folder: a network, or a program that synchronises it.
//!
//! Books that are written to need a disk of this computer. Over a network the locks of SQLite and
//! the memory that its connections share do not hold; a synchronising program copies files while
//! they change, and puts older ones in their place (ownCloud issue 5521). Backups may lie there.

use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};

/// Who shares a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sharer {
    /// It lies on another computer; the kind of file system, as the system calls it.
    Network(String),
    /// A program copies it elsewhere; its name.
    Program(&'static str),
}

/// Kinds of file systems that are elsewhere. Those of FUSE are told by [`FUSE`].
const NETWORKS: &[&str] = &[
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fuse",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb2",
    "smb3",
    "smbfs",
];
/// What kinds of file systems begin with that a program provides: nearly all reach elsewhere.
const FUSE: &str = "fuse.";
/// One that does not: the root of containers.
const FUSE_HERE: &str = "fuse.fuse-overlayfs";

/// Names of folders that a program synchronises, whole or as a beginning, and the program.
const FOLDERS: &[(&str, bool, &str)] = &[
    ("Dropbox", true, "Dropbox"),
    ("Dropbox (", false, "Dropbox"),
    ("OneDrive", true, "OneDrive"),
    ("OneDrive - ", false, "OneDrive"),
    ("Google Drive", true, "Google Drive"),
    ("GoogleDrive-", false, "Google Drive"),
    ("My Drive", true, "Google Drive"),
    ("Mobile Documents", true, "iCloud"),
    ("iCloudDrive", true, "iCloud"),
];

/// Files by which a folder that is synchronised is known: how their names begin and end.
const MARKS: &[(&str, &str, &str)] = &[
    (".dropbox.cache", "", "Dropbox"),
    (".stfolder", "", "Syncthing"),
    (".nextcloudsync.log", "", "Nextcloud"),
    (".owncloudsync.log", "", "ownCloud"),
    (".sync_", ".db", "Nextcloud"),
    ("._sync_", ".db", "ownCloud"),
];

/// Who shares a folder, which need not be there yet; nobody when nothing is known.
pub fn sharer_of(folder: &Path) -> Option<Sharer> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = whole.ancestors().find_map(|path| path.canonicalize().ok());
    let rest = whole
        .ancestors()
        .find(|path| path.exists())
        .and_then(|path| whole.strip_prefix(path).ok());
    let place = match (there, rest) {
        (Some(there), Some(rest)) => there.join(rest),
        _ => whole,
    };
    network_of(&place)
        .map(Sharer::Network)
        .or_else(|| program_of(&place).map(Sharer::Program))
}

fn network_of(place: &Path) -> Option<String> {
    if let Some(Component::Prefix(prefix)) = place.components().next()
        && matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    {
        return Some("SMB".to_owned());
    }
    // Only Linux tells it without a question to the system that needs unsafe code.
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    let kind = kind_of_disk(&mounts, place)?;
    let is_elsewhere =
        NETWORKS.contains(&kind.as_str()) || (kind.starts_with(FUSE) && kind != FUSE_HERE);
    is_elsewhere.then_some(kind)
}

/// The kind of the file system that a path lies on (proc_pid_mountinfo(5)).
fn kind_of_disk(mounts: &str, place: &Path) -> Option<String> {
    let mut found: Option<(usize, String)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let (Some(at), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else {
            continue;
        };
        let at = PathBuf::from(at.replace("\\040", " ").replace("\\011", "\t"));
        let depth = at.components().count();
        // Of two at one place, the later one covers the earlier.
        let is_nearer = found.as_ref().is_none_or(|(nearest, _)| depth >= *nearest);
        if place.starts_with(&at) && is_nearer {
            found = Some((depth, kind.to_owned()));
        }
    }
    found.map(|(_, kind)| kind)
}

fn program_of(place: &Path) -> Option<&'static str> {
    let by_name = place.components().find_map(|component| {
        let Component::Normal(name) = component else {
            return None;
        };
        let name = name.to_string_lossy();
        FOLDERS.iter().find_map(|(known, is_whole, program)| {
            let is_it = if *is_whole {
                name == *known
            } else {
                name.starts_with(known)
            };
            is_it.then_some(*program)
        })
    });
    by_name.or_else(|| place.ancestors().find_map(marked))
}

/// The program whose mark lies in a folder.
fn marked(folder: &Path) -> Option<&'static str> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        MARKS.iter().find_map(|(start, end, program)| {
            let is_it = match *end {
                "" => name == *start,
                end => name.starts_with(start) && name.ends_with(end),
            };
            is_it.then_some(*program)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/office rw - cifs //server/office rw
31 21 0:41 / /mnt/two\\040words rw shared:3 master:1 - nfs4 server:/books rw
32 30 0:42 / /mnt/office/local rw - xfs /dev/sdb1 rw
33 21 0:43 / /media/phone rw - fuse.sshfs r@phone:/ rw
34 21 0:44 / /var/lib rw - fuse.fuse-overlayfs overlay rw
";

    #[test]
    fn the_nearest_mount_tells_the_kind_of_disk() {
        for (place, kind) in [
            ("/books/Tijori", "ext4"),
            ("/mnt/office/Tijori", "cifs"),
            ("/mnt/officer", "ext4"),
            ("/mnt/office/local/Tijori", "xfs"),
            ("/mnt/two words/Tijori", "nfs4"),
            ("/media/phone/x", "fuse.sshfs"),
        ] {
            assert_eq!(
                kind_of_disk(MOUNTS, Path::new(place)).as_deref(),
                Some(kind)
            );
        }
        assert_eq!(kind_of_disk("", Path::new("/x")), None);
    }

    #[test]
    fn folders_of_synchronising_programs_are_known_by_name_and_by_mark() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| sharer_of(&folder.path().join(name));
        for (name, program) in [
            ("Dropbox/Tijori", "Dropbox"),
            ("Dropbox (Shop)/books/Tijori", "Dropbox"),
            ("OneDrive - Shop/Documents/Tijori", "OneDrive"),
            (
                "Library/Mobile Documents/com~apple~CloudDocs/Tijori",
                "iCloud",
            ),
            ("Google Drive/Tijori", "Google Drive"),
        ] {
            assert_eq!(at(name), Some(Sharer::Program(program)), "{name}");
        }
        for name in ["Tijori", "My Dropbox ideas/Tijori", ".dropbox/Tijori"] {
            assert_eq!(at(name), None, "{name}");
        }
        fs::create_dir_all(folder.path().join("shared/deep")).unwrap();
        for (mark, program) in [(".stfolder", "Syncthing"), ("._sync_3f.db", "ownCloud")] {
            fs::write(folder.path().join("shared").join(mark), b"").unwrap();
            assert_eq!(at("shared/deep/new/Tijori"), Some(Sharer::Program(program)));
            fs::remove_file(folder.path().join("shared").join(mark)).unwrap();
        }
        assert_eq!(at("shared/deep/new/Tijori"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_to_where_the_folder_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("Dropbox")).unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path().join("Dropbox"), &link).unwrap();
        assert_eq!(
            sharer_of(&link.join("Tijori")),
            Some(Sharer::Program("Dropbox"))
        );
    }
}
