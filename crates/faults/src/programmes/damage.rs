//! Backups are damaged (T-R6): bits flipped, the end cut off, blocks swapped, doubled and zeroed.
//!
//! Each must be recognised before a row of it is used. In the plain form some bytes hold nothing:
//! a flip there may pass, and then everything that the file tells must be what it told before.

use crate::bench::Bench;
use crate::books_in_store::{Books, stamp};
use crate::random::Numbers;
use crate::tally::Tally;
use anyhow::{Context, Result};
use backup::{
    BackupContents, BackupForm, FilePlan, MakeRequest, NoProgress, Outcome, make_backup, verify,
};
use std::fs;
use std::path::Path;
use store::BusinessStore;

/// The size of blocks that are cut off, swapped, doubled and zeroed, in bytes.
const BLOCK: usize = 4096;
/// Each of the last so many bytes is cut off.
const LAST_BYTES: usize = 512;

/// Damages a compressed and a plain backup of the same books.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let folder = bench.folder().join("damage");
    let books = Books::new(&folder)?;
    books.fill(150, 100_000)?;
    for (name, form) in [
        ("compressed", BackupForm::Compressed),
        ("plain", BackupForm::Plain),
    ] {
        let target = folder.join(format!("{name}.manager"));
        make_backup(
            &MakeRequest {
                business: &*books.business,
                target: &target,
                scratch: books.store.scratch(),
                contents: BackupContents::default(),
                form,
                encryption: None,
                file_name: "books.manager",
                stamp: &stamp(),
            },
            &NoProgress,
        )?;
        let before = books.names_of_files()?;
        let patient = Patient::new(name, &folder, books.store.scratch(), fs::read(&target)?)?;
        damage(bench, &patient, &mut tally)?;
        let length = patient.good.len();
        tally
            .figures
            .push(format!("{name}: a file of {length} bytes"));
        if books.names_of_files()? != before {
            tally.fail(format!(
                "{name}: a refused file left something in the data folder"
            ));
        }
    }
    Ok(tally)
}

/// A whole file, and what it tells.
struct Patient<'a> {
    name: &'a str,
    good: Vec<u8>,
    told: String,
    path: std::path::PathBuf,
    scratch: &'a Path,
}

impl<'a> Patient<'a> {
    fn new(name: &'a str, folder: &Path, scratch: &'a Path, good: Vec<u8>) -> Result<Self> {
        let mut patient = Self {
            name,
            good,
            told: String::new(),
            path: folder.join("damaged.manager"),
            scratch,
        };
        patient.told = patient
            .tells(&patient.good)?
            .context("the undamaged file is refused")?;
        Ok(patient)
    }

    /// Everything that a file with these bytes tells; nothing when it is refused or called altered.
    fn tells(&self, bytes: &[u8]) -> Result<Option<String>> {
        fs::write(&self.path, bytes)?;
        let Ok(found) = verify(&self.path, "books.manager", self.scratch, &NoProgress) else {
            return Ok(None);
        };
        if found.outcome != Outcome::Whole {
            return Ok(None);
        }
        let plan: FilePlan = found.plan;
        Ok(Some(format!(
            "{:?}",
            (
                &plan.business_name,
                (
                    &plan.country,
                    &plan.time_zone,
                    &plan.made,
                    plan.schema_version
                ),
                (&plan.by_type, &plan.unknown_types, &plan.unknown_fields),
                (
                    plan.attachments_count,
                    plan.attachments_bytes,
                    plan.emails_count
                ),
                (plan.history_count, plan.history_head, &plan.carried_tables),
                (&plan.absent, plan.content_digest, &plan.fingerprint),
                (plan.form, plan.sealed, found.sections),
            )
        )))
    }

    /// Judges one damaged version.
    fn judge(&self, bytes: &[u8], what: &str, tally: &mut Tally) -> Result<()> {
        tally.points += 1;
        let kind = format!("{}, {what}", self.name);
        match self.tells(bytes)? {
            None => tally.count(&format!("{kind}: recognised")),
            Some(told) if told == self.told && self.name == "plain" => {
                tally.count(&format!("{kind}: in bytes that hold nothing"));
            }
            Some(told) if told == self.told => tally.fail(format!("{kind}: not recognised")),
            Some(told) => tally.fail(format!(
                "{kind}: SILENT, it tells something else: {}",
                first_difference(&self.told, &told)
            )),
        }
        Ok(())
    }
}

fn damage(bench: &Bench, patient: &Patient<'_>, tally: &mut Tally) -> Result<()> {
    let mut numbers = Numbers::of(bench.seed, patient.name);
    let good = &patient.good;
    for _ in 0..bench.either(500, 10_000) {
        let mut bytes = good.clone();
        bytes[numbers.below(good.len())] ^= 1 << numbers.below(8);
        patient.judge(&bytes, "one bit flipped", tally)?;
    }
    let cuts = (0..good.len())
        .step_by(BLOCK)
        .chain(good.len().saturating_sub(LAST_BYTES)..good.len());
    for length in cuts {
        patient.judge(&good[..length], "cut short", tally)?;
    }
    for _ in 0..bench.either(50, 1_000) {
        let (what, bytes) = with_a_wrong_block(good, &mut numbers);
        if bytes != *good {
            patient.judge(&bytes, what, tally)?;
        }
    }
    for appended in [1, 511, BLOCK] {
        let bytes = [&good[..], &vec![0; appended]].concat();
        patient.judge(&bytes, "bytes appended", tally)?;
    }
    Ok(())
}

/// The file with a block zeroed, taken for another, or swapped with another.
fn with_a_wrong_block(good: &[u8], numbers: &mut Numbers) -> (&'static str, Vec<u8>) {
    let blocks = good.len() / BLOCK;
    let (one, other) = (numbers.below(blocks) * BLOCK, numbers.below(blocks) * BLOCK);
    let mut bytes = good.to_vec();
    match numbers.below(3) {
        0 => {
            bytes[one..one + BLOCK].fill(0);
            ("a block zeroed", bytes)
        }
        1 => {
            bytes[one..one + BLOCK].copy_from_slice(&good[other..other + BLOCK]);
            ("a block doubled", bytes)
        }
        _ => {
            bytes[one..one + BLOCK].copy_from_slice(&good[other..other + BLOCK]);
            bytes[other..other + BLOCK].copy_from_slice(&good[one..one + BLOCK]);
            ("blocks swapped", bytes)
        }
    }
}

/// Where two texts part, with what is around it.
fn first_difference(one: &str, other: &str) -> String {
    let at = one
        .bytes()
        .zip(other.bytes())
        .position(|(a, b)| a != b)
        .unwrap_or(one.len().min(other.len()));
    let around =
        |text: &str| -> String { text.chars().skip(at.saturating_sub(30)).take(80).collect() };
    format!("[{}] for [{}]", around(other), around(one))
}
