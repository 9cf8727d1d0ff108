//! The notes of where a chain ended at backups: a text file that is only ever added to.
//!
//! It lies beside the business's file and not inside it, so that whoever alters the one with a tool
//! for databases leaves the other as it is (SPEC-history.md, section 12).

use crate::folder;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use store::HeadNote;

/// Adds a note and waits until it is on the disk.
pub fn add(path: &Path, note: &HeadNote) -> io::Result<()> {
    let is_new = !path.exists();
    let mut file: File = folder::private_file()
        .append(true)
        .create(true)
        .open(path)?;
    // One write for the whole line: a crash leaves all of it or a line that is no note.
    file.write_all(format!("{}\n", note.line()).as_bytes())?;
    file.sync_all()?;
    match path.parent().filter(|_| is_new) {
        Some(parent) => folder::sync_folder(parent),
        None => Ok(()),
    }
}

/// All notes; none when there is no file.
pub fn all(path: &Path) -> io::Result<Vec<HeadNote>> {
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes)
            .lines()
            .filter_map(HeadNote::from_line)
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use history::Head;
    use jiff::Timestamp;

    #[test]
    fn notes_are_added_and_a_torn_line_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.heads");
        assert_eq!(all(&path).unwrap(), []);
        let note = |sequence| HeadNote {
            instant: Timestamp::UNIX_EPOCH,
            head: Head {
                sequence,
                hash: [2; 32],
            },
            file_sha256: [3; 32],
            file_name: "a.manager".to_owned(),
        };
        add(&path, &note(1)).unwrap();
        fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .unwrap()
            .write_all(b"1970-01-01T00:00:00Z\t2\n")
            .unwrap();
        add(&path, &note(3)).unwrap();
        assert_eq!(all(&path).unwrap(), [note(1), note(3)]);
    }
}
