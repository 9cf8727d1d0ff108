//! The heads that earlier backups saw: in their entries, in the notes outside the business, and in
//! the files themselves where they are at hand. A chain that was cut off or computed anew no longer
//! passes through them.

use super::trail::Told;
use super::{BusinessVerification, Fault, VerifyBusinessRequest};
use crate::BackupError;
use crate::heads::head_of_file;
use history::Head;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{Reader, StoreError};

/// More files than this in one folder are not read.
const FILES_IN_FOLDER_MAX: usize = 1_000;

/// The heads that backups saw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackupsSeen {
    /// Backups of which a head is known.
    pub known_count: u64,
    /// Of these, how many the chain passes through.
    pub agreeing_count: u64,
    /// Backups of which no head is known: made before heads were told.
    pub without_head_count: u64,
    /// Notes kept outside the business.
    pub noted_count: u64,
    /// Files that were read now.
    pub files_read_count: u64,
    /// Files that could not be read, or are backups of other businesses.
    pub files_passed_over: Vec<String>,
}

/// A backup by the SHA-256 of its file, and every head that is told of it.
#[derive(Default)]
struct Seen {
    file_name: String,
    heads: Vec<Head>,
}

/// Compares the heads with the chain.
pub(super) fn compare(
    request: &VerifyBusinessRequest<'_>,
    reader: &dyn Reader,
    told: &Told,
    found: &mut BusinessVerification,
) -> Result<(), BackupError> {
    let mut seen: BTreeMap<[u8; 32], Seen> = BTreeMap::new();
    let mut add = |sha256: [u8; 32], file_name: &str, head: Option<Head>| {
        let backup = seen.entry(sha256).or_default();
        if backup.file_name.is_empty() {
            file_name.clone_into(&mut backup.file_name);
        }
        backup.heads.extend(head);
    };
    for backup in &told.backups {
        // A backup without a digest is told apart by its entry.
        let key = backup
            .file_sha256
            .unwrap_or_else(|| stand_in(backup.sequence));
        add(key, &backup.file_name, backup.head);
    }
    let notes = request.business.noted_heads()?;
    found.backups.noted_count = notes.len() as u64;
    for note in &notes {
        add(note.file_sha256, &note.file_name, Some(note.head));
    }
    let files = read_files(request, found);
    for (name, file) in files {
        let is_ours = seen.contains_key(&file.sha256) || file.business_name == found.business_name;
        if is_ours {
            found.backups.files_read_count += 1;
            let backup = seen.entry(file.sha256).or_default();
            if backup.file_name.is_empty() {
                backup.file_name = name;
            }
            backup.heads.push(file.head);
        } else {
            found.backups.files_passed_over.push(name);
        }
    }
    for backup in seen.into_values() {
        judge(reader, backup, found)?;
    }
    Ok(())
}

/// Stands for the digest of a file that nobody knows.
fn stand_in(sequence: u64) -> [u8; 32] {
    let mut bytes = [0; 32];
    if let Some(first) = bytes.first_chunk_mut::<8>() {
        *first = sequence.to_be_bytes();
    }
    bytes
}

fn judge(
    reader: &dyn Reader,
    mut backup: Seen,
    found: &mut BusinessVerification,
) -> Result<(), StoreError> {
    backup.heads.sort_by_key(|head| (head.sequence, head.hash));
    backup.heads.dedup();
    if backup.heads.is_empty() {
        found.backups.without_head_count += 1;
        return Ok(());
    }
    found.backups.known_count += 1;
    let mut agrees = true;
    for head in &backup.heads {
        let code = match reader.entry(head.sequence) {
            _ if head.sequence == 0 => continue,
            Ok(Some(entry)) if entry.hash == head.hash => continue,
            Ok(None) if head.sequence > found.head.sequence => "head-beyond",
            // An entry that cannot be read is told already, by its own fault.
            Ok(_) | Err(StoreError::Damaged { .. }) => "head-disagrees",
            Err(error) => return Err(error),
        };
        agrees = false;
        found.fault(
            Fault::new(code)
                .at(head.sequence)
                .with("file", &backup.file_name)
                .with("hash", crate::digest::hex(&head.hash)),
        );
    }
    found.backups.agreeing_count += u64::from(agrees);
    Ok(())
}

fn read_files(
    request: &VerifyBusinessRequest<'_>,
    found: &mut BusinessVerification,
) -> Vec<(String, crate::heads::FileHead)> {
    let mut files = Vec::new();
    for path in request.backups.iter().flat_map(|path| files_of(path)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match head_of_file(&path, request.scratch) {
            Ok(Some(head)) => files.push((name.into_owned(), head)),
            Ok(None) | Err(_) => found.backups.files_passed_over.push(name.into_owned()),
        }
    }
    files
}

/// The file itself, or the backups in a folder, by name.
fn files_of(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "manager"))
        .take(FILES_IN_FOLDER_MAX)
        .collect();
    files.sort();
    files
}
