//! What a backup says of itself: written last, read first (SPEC-backup.md, section 4).

use crate::digest::{SectionSum, Sums, hex};
use crate::layout::{MANIFEST, SECTIONS};
use crate::source::unstop;
use crate::{BackupError, Fingerprint};
use history::Head;
use jiff::Timestamp;
use manager_file::{Cell, Column, FileWriter, ManagerFile, NewTable};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::Section;

/// The value of `format` that this version writes and reads.
pub(crate) const FORMAT: &str = "tijori backup 1";

/// One section, as the manifest tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ManifestSection {
    /// Who left it out; none when it is present.
    pub left_out_by: Option<String>,
    /// What it holds, or would hold.
    pub sum: SectionSum,
}

/// A manifest, read or to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Names and values.
    pub values: BTreeMap<String, String>,
    /// The four sections by name.
    pub sections: BTreeMap<String, ManifestSection>,
}

impl Manifest {
    /// Tells what the sections hold; a section in `left_out` is told as left out by `user`.
    pub(crate) fn tell_sections(&mut self, sums: &Sums, left_out: &[Section], user: &str) {
        for (name, sum) in sums.named() {
            let is_out = left_out.iter().any(|section| section.code() == name);
            let left_out_by = is_out.then(|| user.to_owned());
            self.sections.insert(
                name.to_owned(),
                ManifestSection {
                    left_out_by,
                    sum: *sum,
                },
            );
        }
    }

    pub(crate) fn tell_head(&mut self, head: Head) {
        self.values
            .insert("history_sequence".to_owned(), head.sequence.to_string());
        self.values
            .insert("history_hash".to_owned(), hex(&head.hash));
    }

    pub(crate) fn tell_fingerprint(&mut self, fingerprint: &Fingerprint) {
        for (name, value) in [
            ("fingerprint_currency", fingerprint.currency.clone()),
            ("fingerprint_debit", fingerprint.total_debit.to_string()),
            ("fingerprint_credit", fingerprint.total_credit.to_string()),
        ] {
            self.values.insert(name.to_owned(), value);
        }
    }

    /// A value by its name; empty when it is not there.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// The head of the chain that the file must end in.
    pub(crate) fn head(&self) -> Option<Head> {
        let hash = self.value("history_hash");
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(hash.get(place * 2..place * 2 + 2)?, 16).ok()?;
        }
        Some(Head {
            sequence: self.value("history_sequence").parse().ok()?,
            hash: bytes,
        })
    }

    /// When it was made.
    pub(crate) fn made_at(&self) -> Option<Timestamp> {
        self.value("made_at").parse().ok()
    }

    /// The sections left out on purpose.
    pub(crate) fn left_out(&self) -> Vec<(Section, String)> {
        Section::ALL
            .into_iter()
            .filter_map(|section| {
                let told = self.sections.get(section.code())?;
                Some((section, told.left_out_by.clone()?))
            })
            .collect()
    }

    fn digest(&self) -> [u8; 32] {
        let mut sum = Sha256::new();
        let mut feed = |bytes: &[u8]| {
            sum.update((bytes.len() as u64).to_be_bytes());
            sum.update(bytes);
        };
        for (name, value) in self
            .values
            .iter()
            .filter(|(name, _)| *name != "manifest_digest")
        {
            feed(name.as_bytes());
            feed(value.as_bytes());
        }
        for (name, section) in &self.sections {
            feed(name.as_bytes());
            feed(
                section
                    .left_out_by
                    .as_deref()
                    .map_or("present", |_| "left-out")
                    .as_bytes(),
            );
            feed(
                section
                    .left_out_by
                    .as_deref()
                    .unwrap_or_default()
                    .as_bytes(),
            );
            feed(&section.sum.rows_count.to_be_bytes());
            feed(&section.sum.bytes_count.to_be_bytes());
            feed(&section.sum.digest);
        }
        sum.finalize().into()
    }

    /// Writes both tables.
    pub(crate) fn write(&mut self, writer: &mut FileWriter) -> Result<(), BackupError> {
        let digest = hex(&self.digest());
        self.values.insert("manifest_digest".to_owned(), digest);
        writer.declare(&table(MANIFEST, &[("Name", "TEXT"), ("Value", "TEXT")]))?;
        for (name, value) in &self.values {
            writer.row(MANIFEST, &[Cell::of_text(name), Cell::of_text(value)])?;
        }
        writer.declare(&table(
            SECTIONS,
            &[
                ("Section", "TEXT"),
                ("State", "TEXT"),
                ("LeftOutBy", "TEXT"),
                ("Rows", "INTEGER"),
                ("Bytes", "INTEGER"),
                ("Digest", "BLOB"),
            ],
        ))?;
        for (name, section) in &self.sections {
            let left_out_by = section.left_out_by.as_deref();
            writer.row(
                SECTIONS,
                &[
                    Cell::of_text(name),
                    Cell::of_text(left_out_by.map_or("present", |_| "left-out")),
                    left_out_by.map_or(Cell::Null, Cell::of_text),
                    Cell::Integer(section.sum.rows_count.cast_signed()),
                    Cell::Integer(section.sum.bytes_count.cast_signed()),
                    Cell::Blob(section.sum.digest.to_vec()),
                ],
            )?;
        }
        Ok(())
    }

    /// Reads the manifest of a file; none when the file has none, so was made by another program.
    ///
    /// # Errors
    /// [`BackupError::BadManifest`] when it is there and cannot be understood or does not agree
    /// with its own digest.
    pub(crate) fn read(file: &ManagerFile, name: &str) -> Result<Option<Self>, BackupError> {
        let bad = |reason: &str| BackupError::BadManifest {
            file: name.to_owned(),
            reason: reason.to_owned(),
        };
        match (file.table(MANIFEST), file.table(SECTIONS)) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => {}
            _ => return Err(bad("one of its two tables is missing")),
        }
        let mut manifest = Self {
            values: BTreeMap::new(),
            sections: BTreeMap::new(),
        };
        let mut understood = true;
        file.each_row(MANIFEST, &mut |cells| {
            match (
                cells.first().and_then(Cell::text),
                cells.get(1).and_then(Cell::text),
            ) {
                (Some(name), Some(value)) => {
                    manifest.values.insert(name.to_owned(), value.to_owned());
                }
                _ => understood = false,
            }
            Ok(())
        })
        .map_err(unstop)?;
        file.each_row(SECTIONS, &mut |cells| {
            match read_section(&cells) {
                Some((name, section)) => {
                    manifest.sections.insert(name, section);
                }
                None => understood = false,
            }
            Ok(())
        })
        .map_err(unstop)?;
        if !understood {
            return Err(bad("a row of it is not as it should be"));
        }
        if manifest.value("format") != FORMAT {
            return Err(bad("it is of a format that this version does not know"));
        }
        if manifest.value("manifest_digest") != hex(&manifest.digest()) {
            return Err(BackupError::Mismatch {
                file: name.to_owned(),
                what: "manifest.digest".to_owned(),
                expected: manifest.value("manifest_digest").to_owned(),
                found: hex(&manifest.digest()),
            });
        }
        if manifest.sections.len() != 4 {
            return Err(bad("it does not tell all four sections"));
        }
        Ok(Some(manifest))
    }
}

fn read_section(cells: &[Cell]) -> Option<(String, ManifestSection)> {
    let name = cells.first()?.text()?.to_owned();
    let left_out_by = match (cells.get(1)?.text()?, cells.get(2)?) {
        ("present", Cell::Null) => None,
        ("left-out", by) => Some(by.text()?.to_owned()),
        _ => return None,
    };
    let sum = SectionSum {
        rows_count: cells.get(3)?.integer()?.cast_unsigned(),
        bytes_count: cells.get(4)?.integer()?.cast_unsigned(),
        digest: cells.get(5)?.blob()?.try_into().ok()?,
    };
    Some((name, ManifestSection { left_out_by, sum }))
}

fn table(name: &str, columns: &[(&str, &str)]) -> NewTable {
    let mut columns: Vec<Column> = columns
        .iter()
        .map(|(name, of_type)| Column::new(name, of_type))
        .collect();
    if let Some(first) = columns.first_mut() {
        first.primary_key = 1;
        first.not_null = true;
    }
    NewTable {
        name: name.to_owned(),
        columns,
        without_rowid: false,
    }
}
