//! The one walk through a file that both Verify and Import trust.

mod observer;

use crate::compare::Balances;
use crate::digest::{Sums, hex, walk, watch};
use crate::manifest::{FORMAT, Manifest};
use crate::recognise::Traits;
use crate::source::FileSource;
use crate::{BackupError, Finding, Fingerprint, Opening, Phase, Progress};
use books::Key;
use history::Head;
use manager_file::{Limits, ManagerFile, Seal};
use observer::Observer;
use std::collections::BTreeMap;
use std::path::Path;
use store::Section;
use tempfile::TempPath;

/// Everything that one walk through a file found out.
pub(crate) struct Examined {
    pub file: ManagerFile,
    pub manifest: Option<Manifest>,
    pub sums: Sums,
    pub head: Head,
    pub fingerprint: Fingerprint,
    /// What each account comes to.
    pub balances: Balances,
    /// What the business is recognised by.
    pub traits: Traits,
    pub findings: Vec<Finding>,
    /// Figures that do not agree: the file was altered.
    pub faults: Vec<BackupError>,
    pub counts: BTreeMap<Key, u64>,
    pub unknown_fields: BTreeMap<String, u64>,
    pub attachments_count: u64,
    pub attachments_bytes: u64,
    /// Rows of carried tables, by table.
    pub carried: BTreeMap<String, u64>,
    pub schema_version: Option<u64>,
    /// The culture code in Business Details, as `ar-SA`.
    pub culture: Option<String>,
}

/// Opens the file, walks through all of it, and compares it with its manifest.
pub(crate) fn examine(
    path: &Path,
    file_name: &str,
    opening: &Opening<'_>,
    phase: Phase,
    progress: &dyn Progress,
) -> Result<Examined, BackupError> {
    progress.at(phase, 0, 0)?;
    let file = opening.open(path, file_name)?;
    let examined = walk_through(file, file_name, None, (phase, progress))?;
    if examined.manifest.is_none() {
        examined.refuse_what_cannot_be_trusted(file_name)?;
    }
    Ok(examined)
}

/// The same of a file that was made of what could be rescued: it is known not to be whole, and
/// nothing is asked of it but that it can be read.
pub(crate) fn examine_rescued(
    path: &Path,
    file_name: &str,
    (scratch, limits): (&Path, &Limits),
    progress: &dyn Progress,
) -> Result<Examined, BackupError> {
    let file = ManagerFile::open_as(path, file_name, scratch, limits)?;
    walk_through(file, file_name, None, (Phase::Verifying, progress))
}

/// The same of a file that was just made of a plain one: what comes out of it must be that plain
/// file, byte for byte. So the plain one is what is then walked through, and the totals of the
/// trial balance are those that were worked out of the same rows when they were read.
pub(crate) fn prove(
    path: &Path,
    plain: TempPath,
    file_name: &str,
    totals: Fingerprint,
    progress: &dyn Progress,
) -> Result<Examined, BackupError> {
    let phase = Phase::Verifying;
    progress.at(phase, 0, 0)?;
    let file = ManagerFile::open_against(path, plain, file_name, &Limits::of_our_own())
        .map_err(|error| BackupError::Refused(error).about(file_name))?;
    walk_through(file, file_name, Some(totals), (phase, progress))
}

fn walk_through(
    file: ManagerFile,
    file_name: &str,
    totals: Option<Fingerprint>,
    (phase, progress): (Phase, &dyn Progress),
) -> Result<Examined, BackupError> {
    let about = |error: BackupError| error.about(file_name);
    let manifest = Manifest::read(&file, file_name).map_err(about)?;
    let mut observer = Observer::new(&file, totals);
    let rows_total = file.tables().iter().map(|table| table.rows_count).sum();
    let sums = FileSource::new(&file).and_then(|source| {
        let mut watched = watch(progress, phase, rows_total);
        let sums = walk(&source, &mut observer, &mut watched)?;
        observer.post(&source)?;
        Ok(sums)
    });
    let sums = sums.map_err(|error| match error {
        // Rows that we wrote can be read: where they cannot, they were changed since.
        BackupError::BadManifest { reason, .. } if manifest.is_some() => BackupError::Mismatch {
            file: file_name.to_owned(),
            what: "history.rows".to_owned(),
            expected: FORMAT.to_owned(),
            found: reason,
        },
        other => about(other),
    })?;
    let mut examined = observer.conclude(file, manifest, sums, file_name)?;
    examined.compare_with_manifest(file_name);
    Ok(examined)
}

impl Examined {
    /// Whether the file itself proves that no bit of it changed.
    pub(crate) fn is_sealed(&self) -> bool {
        self.file.seal() == Seal::Intact
    }

    /// A file that records no digests must at least look as its maker would have written it.
    fn refuse_what_cannot_be_trusted(&self, file_name: &str) -> Result<(), BackupError> {
        let file = file_name.to_owned();
        if let Some(finding) = self
            .findings
            .iter()
            .find(|finding| finding.code == "overwritten")
        {
            let record = finding
                .record
                .map(|key| key.to_string())
                .unwrap_or_default();
            return Err(BackupError::Overwritten { file, record });
        }
        let has = |kind: Key| self.counts.contains_key(&kind);
        if !has(books::kinds::BUSINESS_DETAILS) && !has(books::kinds::BASE_CURRENCY) {
            return Err(BackupError::NoBusiness { file });
        }
        Ok(())
    }

    fn compare_with_manifest(&mut self, file_name: &str) {
        let Some(manifest) = &self.manifest else {
            return;
        };
        let mut figures = self.section_figures(manifest);
        figures.push((
            "content.digest".to_owned(),
            manifest.value("content_digest").to_owned(),
            self.sums.content_digest().to_string(),
        ));
        let left_out = manifest.left_out();
        if left_out
            .iter()
            .all(|(section, _)| *section != Section::History)
        {
            let words = |head: Head| format!("{} {}", head.sequence, hex(&head.hash));
            let told = manifest.head().unwrap_or_default();
            figures.push(("history.head".to_owned(), words(told), words(self.head)));
        }
        for (name, found) in [
            ("fingerprint_currency", self.fingerprint.currency.clone()),
            (
                "fingerprint_debit",
                self.fingerprint.total_debit.to_string(),
            ),
            (
                "fingerprint_credit",
                self.fingerprint.total_credit.to_string(),
            ),
        ] {
            figures.push((
                name.replace('_', "."),
                manifest.value(name).to_owned(),
                found,
            ));
        }
        let differing = figures.into_iter().filter(|(_, told, found)| told != found);
        self.faults.extend(
            differing.map(|(what, expected, found)| BackupError::Mismatch {
                file: file_name.to_owned(),
                what,
                expected,
                found,
            }),
        );
    }

    /// Of every section: which figure, what the manifest tells, what the file holds.
    fn section_figures(&self, manifest: &Manifest) -> Vec<(String, String, String)> {
        let empty = self.sums.without(&Section::ALL);
        let mut figures = Vec::new();
        for ((name, found), (_, empty)) in self.sums.named().into_iter().zip(empty.named()) {
            let Some(told) = manifest.sections.get(name) else {
                continue;
            };
            let expected = if told.left_out_by.is_some() {
                empty
            } else {
                &told.sum
            };
            for (figure, told, found) in [
                (
                    "rows",
                    expected.rows_count.to_string(),
                    found.rows_count.to_string(),
                ),
                (
                    "bytes",
                    expected.bytes_count.to_string(),
                    found.bytes_count.to_string(),
                ),
                ("digest", hex(&expected.digest), hex(&found.digest)),
            ] {
                figures.push((format!("{name}.{figure}"), told, found));
            }
        }
        figures
    }
}
