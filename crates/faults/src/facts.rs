//! What a desk holds, judged by the next start: the store opens the folder, sweeps it, and every
//! business and every finished file is proved whole.
//!
//! Facts are compared before and after an act: they must be the ones or the others, never half.

use crate::subject::Desk;
use backup::{NoProgress, Outcome, VerifyBusinessRequest, verify, verify_business};
use books::Key;
use catalog::{Catalog, EntryFilter};
use figures::KeptStore;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Business, BusinessStore};
use store_sqlite::{SqliteCatalog, SqliteStore};

/// One line for each business, each business in Trash and each finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// In order. Two businesses may be told in the same words.
    lines: Vec<String>,
    /// Unfinished files in the folder of the finished ones: allowed, and counted.
    pub leftovers: u64,
}

/// Where the digest begins, which differs from run to run where keys are drawn.
const DIGEST: &str = " digest ";
/// How the line of a finished file begins.
const FILE: &str = "file ";

impl Facts {
    /// Opens the desk as the next start does and says what is there.
    ///
    /// # Errors
    /// What is damaged, half or left over.
    pub fn of(desk: &Desk) -> Result<Self, String> {
        let store = SqliteStore::open(&desk.data()).map_err(|error| error.to_string())?;
        let store = KeptStore::new(Arc::new(store));
        let mut lines = Vec::new();
        for entry in store.businesses().map_err(|error| error.to_string())? {
            if let Some(fault) = entry.fault {
                return Err(format!("{}: {fault}", entry.name));
            }
            let business = store.open(entry.key).map_err(|error| error.to_string())?;
            let digest = proved(&*business, store.scratch())?;
            // A name that is taken gets a number, but not when whoever bears it cannot be read.
            let name = entry.name.trim_end_matches(" (2)");
            let records = entry.records_count;
            lines.push(format!("live {name}, {records} records{DIGEST}{digest}"));
        }
        // A journal that a kill left is rolled back and removed when its business is opened.
        no_leftovers(&desk.data())?;
        for removed in store.trash().map_err(|error| error.to_string())? {
            let entry = removed.entry;
            if let Some(fault) = entry.fault {
                return Err(format!("in Trash: {}: {fault}", entry.name));
            }
            lines.push(format!(
                "trash {}, {} records",
                entry.name, entry.records_count
            ));
        }
        let mut leftovers = 0;
        for path in entries_of(&desk.root.join("files"))? {
            let name = name_of(&path);
            if name.starts_with(".tijori-") && name.ends_with(".part") {
                leftovers += 1;
            } else if name.ends_with(".manager") {
                let content = whole(&path, store.scratch())?;
                lines.push(format!("{FILE}{name}{DIGEST}{content}"));
            }
        }
        leftovers += kept(desk, store.scratch(), &mut lines)?;
        lines.sort();
        Ok(Self { lines, leftovers })
    }

    /// These, and beside them the live business of this name from the others.
    pub fn with_business_of(&self, other: &Self, name: &str) -> Self {
        let start = format!("live {name},");
        let more = other.lines.iter().filter(|line| line.starts_with(&start));
        let mut lines: Vec<String> = self.lines.iter().chain(more).cloned().collect();
        lines.sort();
        Self {
            lines,
            leftovers: self.leftovers,
        }
    }

    /// Whether both tell of the same, digests aside unless they count.
    pub fn agree(&self, other: &Self, digests_count: bool) -> bool {
        let told = |facts: &Self| -> Vec<String> {
            let lines = facts.lines.iter();
            lines
                .map(|line| match line.split_once(DIGEST) {
                    Some((before, _)) if !digests_count => before.to_owned(),
                    _ => line.clone(),
                })
                .collect()
        };
        told(self) == told(other)
    }

    /// The finished files that the other has not.
    pub fn files_not_in(&self, other: &Self) -> Vec<String> {
        let lines = self.lines.iter().filter(|line| line.starts_with(FILE));
        lines
            .filter(|line| !other.lines.contains(line))
            .cloned()
            .collect()
    }

    /// Whether both tell of the same to the byte, whether these files are there or not.
    pub fn agree_but_for(&self, other: &Self, doubtful: &[String]) -> bool {
        let certain = |facts: &Self| -> Vec<String> {
            let lines = facts.lines.iter().filter(|line| !doubtful.contains(line));
            lines.cloned().collect()
        };
        certain(self) == certain(other)
    }

    /// What one has and the other has not, for the sentence of a failure.
    pub fn difference(&self, other: &Self) -> String {
        let only = |a: &Self, b: &Self| {
            let lines = a.lines.iter().filter(|line| !b.lines.contains(line));
            lines.map(String::as_str).collect::<Vec<_>>().join("; ")
        };
        format!(
            "extra [{}], missing [{}]",
            only(self, other),
            only(other, self)
        )
    }
}

/// Proves every kept backup, and that the catalogue can be read; how many files are unfinished.
/// What lies under a final key must be whole, whether the catalogue knows it yet or not.
fn kept(desk: &Desk, scratch: &Path, lines: &mut Vec<String>) -> Result<u64, String> {
    if !desk.kept().is_dir() {
        return Ok(0);
    }
    let catalog = SqliteCatalog::open(&desk.data()).map_err(|error| error.to_string())?;
    let known = catalog.entries(&EntryFilter::default());
    let known = known.map_err(|error| error.to_string())?;
    let mut leftovers = 0;
    let mut files = Vec::new();
    for business in entries_of(&desk.kept())? {
        if !business.is_dir() {
            continue;
        }
        for path in entries_of(&business)? {
            if name_of(&path).ends_with(".manager") {
                let content = whole(&path, scratch)?;
                lines.push(format!("kept{DIGEST}{content}"));
                files.push(name_of(&path));
            } else {
                leftovers += 1;
            }
        }
    }
    let is_there = |blob: &str| files.iter().any(|name| blob.ends_with(name.as_str()));
    let mut good = known.iter().filter(|entry| entry.is_good());
    match good.find(|entry| !is_there(&entry.blob)) {
        Some(entry) => Err(format!("{} is called good and is not there", entry.blob)),
        None => Ok(leftovers),
    }
}

/// Proves a business where it lives; its records as one digest.
fn proved(business: &dyn Business, scratch: &Path) -> Result<String, String> {
    let request = VerifyBusinessRequest {
        business,
        backups: &[],
        scratch,
        reads_attachments: true,
    };
    let found = verify_business(&request, &NoProgress).map_err(|error| error.to_string())?;
    if let Some(fault) = found.faults.first() {
        let name = found.business_name;
        return Err(format!("{name}: {} {:?}", fault.code, fault.arguments));
    }
    let mut sum = Sha256::new();
    let reader = business.read().map_err(|error| error.to_string())?;
    reader
        .each_object(None, &mut |object| {
            sum.update(object.key.as_bytes());
            sum.update(object.content_type.as_bytes());
            sum.update(Sha256::digest(&object.content));
            Ok(())
        })
        .map_err(|error| error.to_string())?;
    Ok(hex(&sum.finalize()))
}

/// Proves a finished file; its content as a digest.
fn whole(path: &Path, scratch: &Path) -> Result<String, String> {
    let name = name_of(path);
    let found = verify(path, &name, scratch, &NoProgress)
        .map_err(|error| format!("{name} bears its name and is refused: {error}"))?;
    match found.outcome {
        Outcome::Whole => Ok(found.plan.content_digest.to_string()),
        other => Err(format!("{name} bears its name and is {}", other.code())),
    }
}

/// What a next start must have swept.
fn no_leftovers(data: &Path) -> Result<(), String> {
    for (folder, endings) in [
        ("businesses", &[".sqlite", ".sqlite-wal", ".sqlite-shm"][..]),
        ("trash", &[".sqlite"]),
        ("scratch", &[".made-by-tijori"]),
    ] {
        for path in entries_of(&data.join(folder))? {
            let name = name_of(&path);
            if !endings.iter().any(|ending| name.ends_with(ending)) {
                return Err(format!("{folder}/{name} was left after the next start"));
            }
        }
    }
    Ok(())
}

fn entries_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
/// The keys of all records in the business of this name.
///
/// # Errors
/// When the desk cannot be opened.
pub fn records_of(desk: &Desk, business_name: &str) -> Result<BTreeSet<Key>, String> {
    let store = SqliteStore::open(&desk.data()).map_err(|error| error.to_string())?;
    let entries = store.businesses().map_err(|error| error.to_string())?;
    let entry = entries
        .into_iter()
        .find(|entry| entry.name == business_name);
    let key = entry.ok_or("the business is gone")?.key;
    let business = store.open(key).map_err(|error| error.to_string())?;
    let mut keys = BTreeSet::new();
    let reader = business.read().map_err(|error| error.to_string())?;
    reader
        .each_object(None, &mut |object| {
            keys.insert(object.key);
            Ok(())
        })
        .map_err(|error| error.to_string())?;
    Ok(keys)
}
