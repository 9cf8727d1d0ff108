//! Says what a file holds and proves it whole (SPEC-backup.md, section 7).

use crate::check::examine;
use crate::{BackupError, FilePlan, Opening, Phase, Progress, room};
use manager_file::Damage;
use std::path::Path;
use store::Section;

/// What a verification came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is in it and agrees.
    Whole,
    /// Made by another program, which recorded nothing to compare with: it can be read.
    Readable,
    /// Whole, but for sections left out on purpose.
    LeftOut,
    /// Something does not agree.
    Altered,
}

impl Outcome {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Readable => "readable",
            Self::LeftOut => "left-out",
            Self::Altered => "altered",
        }
    }

    /// The exit code of the command line.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Whole | Self::Readable => 0,
            Self::Altered => 1,
            Self::LeftOut => 2,
        }
    }
}

/// One section, as it is told and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionState {
    /// `data`, `attachments`, `emails` or `history`.
    pub name: &'static str,
    /// Who left it out; none when it is present.
    pub left_out_by: Option<String>,
    /// Rows in the file, or that would be.
    pub rows_count: u64,
    /// Bytes of their contents.
    pub bytes_count: u64,
    /// SHA-256 over it.
    pub digest: [u8; 32],
    /// Whether it agrees with the manifest; none when there is none to agree with.
    pub agrees: Option<bool>,
}

/// What a verification found.
#[derive(Debug)]
pub struct Verification {
    /// What it came to.
    pub outcome: Outcome,
    /// What the file is.
    pub plan: FilePlan,
    /// The four sections.
    pub sections: Vec<SectionState>,
    /// Every figure that does not agree.
    pub faults: Vec<BackupError>,
}

/// Reads the whole file and compares everything in it with what its maker recorded.
///
/// # Errors
/// When it is no backup or cannot be read. A file that can be read and does not agree is no
/// error: its outcome is [`Outcome::Altered`].
pub fn verify(
    path: &Path,
    file_name: &str,
    scratch: &Path,
    progress: &dyn Progress,
) -> Result<Verification, BackupError> {
    verify_with(path, file_name, &Opening::in_scratch(scratch), progress)
}

/// The same of a file that takes more to open, such as a passphrase.
///
/// # Errors
/// As [`verify()`]; when the passphrase is missing or wrong.
pub fn verify_with(
    path: &Path,
    file_name: &str,
    opening: &Opening<'_>,
    progress: &dyn Progress,
) -> Result<Verification, BackupError> {
    room::to_look_into(path, opening.scratch).check(progress)?;
    let mut examined = examine(path, file_name, opening, Phase::Verifying, progress)?;
    let plan = FilePlan::of(&examined, file_name);
    let faults = std::mem::take(&mut examined.faults);
    let altered_attachment = plan
        .findings
        .iter()
        .any(|finding| finding.code == "attachment-altered");
    let outcome = match &examined.manifest {
        _ if !faults.is_empty() => Outcome::Altered,
        Some(_) if altered_attachment => Outcome::Altered,
        None => Outcome::Readable,
        Some(manifest) if manifest.left_out().is_empty() => Outcome::Whole,
        Some(_) => Outcome::LeftOut,
    };
    let manifest = examined.manifest.as_ref();
    let sections = examined
        .sums
        .named()
        .into_iter()
        .map(|(name, found)| {
            let told = manifest.and_then(|manifest| manifest.sections.get(name));
            let left_out_by = told.and_then(|told| told.left_out_by.clone());
            // Of a section left out, the manifest's figures are told: the file holds none.
            let shown = told
                .filter(|_| left_out_by.is_some())
                .map_or(*found, |told| told.sum);
            SectionState {
                name,
                agrees: told.map(|told| left_out_by.is_some() || told.sum == *found),
                left_out_by,
                rows_count: shown.rows_count,
                bytes_count: shown.bytes_count,
                digest: shown.digest,
            }
        })
        .collect();
    Ok(Verification {
        outcome,
        plan,
        sections,
        faults,
    })
}

/// Says which blocks of a file are damaged that was refused because it was altered, and which rows
/// lie in them; nothing when that cannot be found out (SPEC-backup.md, 7.2).
///
/// # Errors
/// When the file or the scratch folder cannot be used.
pub fn find_damage(path: &Path, scratch: &Path) -> Result<Option<Damage>, BackupError> {
    find_damage_with(path, &Opening::in_scratch(scratch))
}

/// The same of a file that takes a passphrase to open.
///
/// # Errors
/// As [`find_damage`]; when the passphrase is wrong.
pub fn find_damage_with(path: &Path, opening: &Opening<'_>) -> Result<Option<Damage>, BackupError> {
    let (passphrase, limits) = (opening.passphrase, &opening.limits);
    let found = manager_file::find_damage_with(path, passphrase, opening.scratch, limits);
    Ok(found?)
}

impl Verification {
    /// The sections left out on purpose.
    pub fn left_out(&self) -> Vec<Section> {
        let is_out = |section: &Section| {
            self.sections
                .iter()
                .any(|state| state.name == section.code() && state.left_out_by.is_some())
        };
        Section::ALL.into_iter().filter(is_out).collect()
    }
}
