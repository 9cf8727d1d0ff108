//! A summary of an encrypted backup that anybody can read, for whoever allowed it: a small text
//! beside the file (SPEC-backup.md, 11.13).
//!
//! It proves nothing. Whoever holds it can write another one; it is told as what somebody wrote
//! until the backup itself was opened, and is then compared with what is really in it. The backup
//! stays what it is without it: a file that any program for age opens.

use crate::part_file::{PartFile, io_error};
use crate::{BackupError, BackupResult, FilePlan, MakeRequest};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use store::{Section, hex};

/// What is added to the name of a backup.
pub const SUMMARY_ENDING: &str = ".summary.txt";
/// The first line.
const FIRST_LINE: &str = "tijori summary 1";
/// How much of a file is read at a time, in bytes.
const PIECE_BYTES: usize = 128 * 1024;
/// Longer texts are no summaries, in bytes.
const BYTES_MAX: u64 = 16 * 1024;

/// What is told of a backup without its passphrase: no amount, and nothing by which its content
/// could be recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The name the backup was given.
    pub file_name: String,
    /// Its length in bytes …
    pub bytes_count: u64,
    /// … and its SHA-256: they say which file is meant.
    pub sha256: [u8; 32],
    /// The business.
    pub business_name: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: String,
    /// Records in it.
    pub records_count: u64,
    /// Files in it.
    pub attachments_count: u64,
    /// Emails in it.
    pub emails_count: u64,
    /// Entries of History in it.
    pub history_count: u64,
    /// Sections left out on purpose.
    pub left_out: Vec<Section>,
}

impl Summary {
    /// The summary of a backup that was just made.
    ///
    /// # Errors
    /// When the business cannot be read.
    pub fn of(request: &MakeRequest<'_>, result: &BackupResult) -> Result<Self, BackupError> {
        Ok(Self {
            file_name: request.file_name.to_owned(),
            bytes_count: result.bytes_count,
            sha256: result.sha256,
            business_name: request.business.read()?.profile()?.name,
            made_at: request.stamp.instant,
            made_by: request.stamp.user_name.clone(),
            records_count: result.records_count,
            attachments_count: result.attachments_count,
            emails_count: result.emails_count,
            history_count: result.history_count,
            left_out: result.left_out.clone(),
        })
    }

    /// The text: one fact in a line.
    pub fn to_text(&self) -> String {
        let left_out: Vec<&str> = self.left_out.iter().map(|it| it.code()).collect();
        let facts = [
            ("file", one_line(&self.file_name)),
            ("bytes", self.bytes_count.to_string()),
            ("sha256", hex(&self.sha256)),
            ("business", one_line(&self.business_name)),
            ("made_at", self.made_at.to_string()),
            ("made_by", one_line(&self.made_by)),
            ("records", self.records_count.to_string()),
            ("attachments", self.attachments_count.to_string()),
            ("emails", self.emails_count.to_string()),
            ("history", self.history_count.to_string()),
            ("left_out", left_out.join(", ")),
        ];
        let lines = facts.map(|(name, value)| format!("{name}: {value}\n"));
        format!("{FIRST_LINE}\n{}", lines.concat())
    }

    /// Reads such a text; nothing when it is none.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()?.trim_start_matches('\u{feff}').trim_end() != FIRST_LINE {
            return None;
        }
        let facts: Vec<(&str, &str)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name, value.trim()))
            .collect();
        let value = |wanted: &str| {
            let mut found = facts.iter().filter(|(name, _)| *name == wanted);
            found.next().map(|(_, value)| *value)
        };
        let count = |name: &str| value(name)?.parse().ok();
        let left_out: Option<Vec<Section>> = value("left_out")?
            .split(',')
            .map(str::trim)
            .filter(|code| !code.is_empty())
            .map(|code| Section::ALL.into_iter().find(|it| it.code() == code))
            .collect();
        Some(Self {
            file_name: one_line(value("file")?),
            bytes_count: count("bytes")?,
            sha256: bytes_of(value("sha256")?)?,
            business_name: one_line(value("business")?),
            made_at: value("made_at")?.parse().ok()?,
            made_by: one_line(value("made_by")?),
            records_count: count("records")?,
            attachments_count: count("attachments")?,
            emails_count: count("emails")?,
            history_count: count("history")?,
            left_out: left_out?,
        })
    }

    /// Reads the summary in a file; nothing when there is none.
    pub fn read_file(path: &Path) -> Option<Self> {
        let mut text = String::new();
        let file = File::open(path).ok()?;
        file.take(BYTES_MAX).read_to_string(&mut text).ok()?;
        Self::read(&text)
    }

    /// Whether it is about this very file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_about(&self, path: &Path) -> Result<bool, BackupError> {
        let told = |error: std::io::Error| io_error(path, &error);
        let mut file = File::open(path).map_err(told)?;
        if file.metadata().map_err(told)?.len() != self.bytes_count {
            return Ok(false);
        }
        let mut sum = Sha256::new();
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            match file.read(&mut piece).map_err(told)? {
                0 => return Ok(<[u8; 32]>::from(sum.finalize()) == self.sha256),
                count => sum.update(piece.get(..count).unwrap_or_default()),
            }
        }
    }

    /// Writes it beside the backup, under the name that follows from the backup's.
    ///
    /// # Errors
    /// When it cannot be written, or a file of that name is there.
    pub fn write_beside(&self, backup: &Path) -> Result<PathBuf, BackupError> {
        let target = summary_path(backup);
        let folder = backup.parent().filter(|it| !it.as_os_str().is_empty());
        let part = PartFile::in_folder(folder.unwrap_or(Path::new(".")))?;
        File::create_new(part.path())
            .and_then(|mut file| {
                file.write_all(self.to_text().as_bytes())?;
                file.sync_all()
            })
            .map_err(|error| io_error(part.path(), &error))?;
        part.publish(&target)?;
        Ok(target)
    }

    /// What of it is not so, now that the backup was opened: the names of the facts.
    pub fn differences(&self, plan: &FilePlan) -> Vec<&'static str> {
        let left_out = |section: &Section| {
            let mut absent = plan.absent.iter();
            absent.any(|(it, why)| it == section && matches!(why, crate::Absence::LeftOut { .. }))
        };
        let out: Vec<Section> = Section::ALL.into_iter().filter(left_out).collect();
        let made = plan.made.as_ref();
        let is_so = [
            ("sha256", self.sha256 == plan.sha256),
            (
                "business",
                self.business_name == one_line(&plan.business_name),
            ),
            ("made_at", made.is_some_and(|made| made.at == self.made_at)),
            (
                "made_by",
                made.is_some_and(|made| one_line(&made.by) == self.made_by),
            ),
            ("records", self.records_count == plan.records_count),
            (
                "attachments",
                self.attachments_count == plan.attachments_count,
            ),
            ("emails", self.emails_count == plan.emails_count),
            ("history", self.history_count == plan.history_count),
            ("left_out", self.left_out == out),
        ];
        let differing = is_so.into_iter().filter(|(_, is_so)| !is_so);
        differing.map(|(name, _)| name).collect()
    }
}

/// Where the summary of a backup lies.
pub fn summary_path(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(SUMMARY_ENDING);
    PathBuf::from(name)
}

/// Text that can stand in one line and hides nothing: without control characters.
fn one_line(text: &str) -> String {
    let shown = text.chars().filter(|letter| !letter.is_control());
    shown.collect::<String>().trim().to_owned()
}

fn bytes_of(hexadecimal: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if hexadecimal.len() != 64 {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hexadecimal.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Summary {
        Summary {
            file_name: "ঢাকা মুদি (2026-11-22).manager".to_owned(),
            bytes_count: 4711,
            sha256: [0xa5; 32],
            business_name: "ঢাকা: মুদি দোকান".to_owned(),
            made_at: "2026-11-22T10:02:11.5Z".parse().unwrap(),
            made_by: "Rahima".to_owned(),
            records_count: 12,
            attachments_count: 3,
            emails_count: 0,
            history_count: 40,
            left_out: vec![Section::Emails],
        }
    }

    #[test]
    fn it_reads_back_as_it_was_written_whatever_stands_in_names() {
        let summary = sample();
        assert_eq!(Summary::read(&summary.to_text()), Some(summary.clone()));
        let windows = format!("\u{feff}{}", summary.to_text().replace('\n', "\r\n"));
        assert_eq!(Summary::read(&windows), Some(summary.clone()));
        // A name cannot bring a fact of its own.
        let sly = Summary {
            business_name: "Shop\nrecords: 9000".to_owned(),
            ..summary
        };
        let read = Summary::read(&sly.to_text()).unwrap();
        assert_eq!(
            (read.records_count, &*read.business_name),
            (12, "Shoprecords: 9000")
        );
    }

    #[test]
    fn what_is_none_is_none() {
        let text = sample().to_text();
        for (from, to) in [
            ("summary 1", "summary 2"),
            ("bytes: 4711", "bytes: -1"),
            ("a5a5", "a5"),
            ("left_out: emails", "left_out: everything"),
            ("made_at: 2026", "made_at: soon"),
            ("records: 12\n", ""),
        ] {
            assert!(text.contains(from), "{from}");
            assert_eq!(Summary::read(&text.replacen(from, to, 1)), None, "{from}");
        }
        assert_eq!(Summary::read(""), None);
    }

    #[test]
    fn it_belongs_to_one_file_and_to_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manager");
        std::fs::write(&path, b"sealed").unwrap();
        let summary = Summary {
            bytes_count: 6,
            sha256: Sha256::digest(b"sealed").into(),
            ..sample()
        };
        assert!(summary.is_about(&path).unwrap());
        let beside = summary.write_beside(&path).unwrap();
        assert_eq!(beside, folder.path().join("a.manager.summary.txt"));
        assert_eq!(Summary::read_file(&beside), Some(summary.clone()));
        assert_eq!(
            summary.write_beside(&path).unwrap_err().code(),
            "file-exists"
        );
        std::fs::write(&path, b"Sealed").unwrap();
        assert!(!summary.is_about(&path).unwrap());
        assert_eq!(Summary::read_file(&path), None);
    }
}
