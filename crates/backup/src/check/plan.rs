//! What a checked file is, in facts that a person can be told before anything is imported.

use super::Examined;
use crate::layout::{BLOBS, CHANGES, EMAILS, HISTORY, IMAGES, section_of};
use crate::{ContentDigest, Finding, Fingerprint};
use books::kinds;
use history::Head;
use jiff::Timestamp;
use manager_file::Form;
use store::Section;

/// Why a section is not in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// Somebody unticked it.
    LeftOut {
        /// Who.
        by: String,
    },
    /// The file says nothing of it.
    Missing,
}

/// Who made a backup, when and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The moment.
    pub at: Timestamp,
    /// The user's name.
    pub by: String,
    /// The version of the program.
    pub program_version: String,
}

/// What a checked file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlan {
    /// The name people know the file by.
    pub file_name: String,
    /// How the database is wrapped.
    pub form: Form,
    /// Whether a passphrase was needed to open it.
    pub encrypted: bool,
    /// Whether the file proves that no bit of it changed.
    pub sealed: bool,
    /// The length of the file in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// The name that the business would get.
    pub business_name: String,
    /// ISO 3166 code of its country, when the file tells.
    pub country: Option<String>,
    /// Its time zone, when the file tells.
    pub time_zone: Option<String>,
    /// Who made it, when it is one of ours.
    pub made: Option<Made>,
    /// The schema version of the other program, when the file tells.
    pub schema_version: Option<u64>,
    /// How many records.
    pub records_count: u64,
    /// Records by the name of their kind.
    pub by_type: Vec<(String, u64)>,
    /// Records of kinds that nobody here knows, by content type.
    pub unknown_types: Vec<(String, u64)>,
    /// Fields that nobody here knows, as `SalesInvoice.57`, with how often they occur.
    pub unknown_fields: Vec<(String, u64)>,
    /// Files on records, images included.
    pub attachments_count: u64,
    /// Their bytes.
    pub attachments_bytes: u64,
    /// Emails.
    pub emails_count: u64,
    /// History entries, the other program's changes included.
    pub history_count: u64,
    /// The end of the chain; sequence 0 when there is none.
    pub history_head: Head,
    /// Where the chain ends that was left out on purpose, as the manifest tells it.
    pub withheld_head: Option<Head>,
    /// Tables that nobody here knows, with their rows.
    pub carried_tables: Vec<(String, u64)>,
    /// Sections that are not in the file, and why.
    pub absent: Vec<(Section, Absence)>,
    /// What is odd.
    pub findings: Vec<Finding>,
    /// The digest of the content.
    pub content_digest: ContentDigest,
    /// The totals of the trial balance.
    pub fingerprint: Fingerprint,
}

impl FilePlan {
    pub(crate) fn of(examined: &Examined, file_name: &str) -> Self {
        let manifest = examined.manifest.as_ref();
        let told = |name: &str| {
            let value = manifest
                .map(|manifest| manifest.value(name))
                .unwrap_or_default();
            (!value.is_empty()).then(|| value.to_owned())
        };
        let (by_type, unknown_types) = by_kind(examined);
        Self {
            file_name: file_name.to_owned(),
            form: examined.file.form(),
            encrypted: examined.file.is_encrypted(),
            sealed: examined.is_sealed(),
            bytes_count: examined.file.bytes_count(),
            sha256: examined.file.sha256(),
            business_name: told("business_name").unwrap_or_else(|| name_in(file_name)),
            country: told("country").or_else(|| {
                let (_, country) = examined.culture.as_deref()?.rsplit_once('-')?;
                (country.len() == 2).then(|| country.to_ascii_uppercase())
            }),
            time_zone: told("time_zone"),
            made: manifest.and_then(|manifest| {
                Some(Made {
                    at: manifest.made_at()?,
                    by: manifest.value("made_by").to_owned(),
                    program_version: manifest.value("program_version").to_owned(),
                })
            }),
            schema_version: examined.schema_version,
            records_count: examined.counts.values().sum(),
            by_type,
            unknown_types,
            unknown_fields: examined.unknown_fields.clone().into_iter().collect(),
            attachments_count: examined.attachments_count,
            attachments_bytes: examined.attachments_bytes,
            emails_count: examined.sums.emails.rows_count,
            history_count: examined.sums.history.rows_count,
            history_head: examined.head,
            withheld_head: manifest.and_then(|manifest| {
                let left_out = manifest.left_out();
                let is_out = left_out
                    .iter()
                    .any(|(section, _)| *section == Section::History);
                is_out.then(|| manifest.head()).flatten()
            }),
            carried_tables: examined
                .carried
                .iter()
                .filter(|(name, _)| {
                    section_of(name).is_none() && !crate::rescue::is_own_table(name)
                })
                .map(|(name, count)| (name.clone(), *count))
                .collect(),
            absent: absences(examined),
            findings: examined.findings.clone(),
            content_digest: examined.sums.content_digest(),
            fingerprint: examined.fingerprint.clone(),
        }
    }
}

type Counts = Vec<(String, u64)>;

fn by_kind(examined: &Examined) -> (Counts, Counts) {
    let (mut known, mut unknown) = (Counts::new(), Counts::new());
    for (content_type, count) in &examined.counts {
        match kinds::find(*content_type) {
            Some(kind) => known.push((kind.name.to_owned(), *count)),
            None => unknown.push((content_type.to_string(), *count)),
        }
    }
    known.sort();
    (known, unknown)
}

/// What is not in the file, and whether somebody wanted it so.
fn absences(examined: &Examined) -> Vec<(Section, Absence)> {
    if let Some(manifest) = &examined.manifest {
        let before = manifest
            .value("absent_before")
            .split(',')
            .filter_map(Section::from_code);
        let mut absent: Vec<(Section, Absence)> = manifest
            .left_out()
            .into_iter()
            .map(|(section, by)| (section, Absence::LeftOut { by }))
            .collect();
        for section in before {
            let is_empty = examined.sums.of(section).rows_count == 0;
            if is_empty && absent.iter().all(|(other, _)| *other != section) {
                absent.push((section, Absence::Missing));
            }
        }
        absent.sort_by_key(|(section, _)| *section);
        return absent;
    }
    let has = |name: &str| {
        examined
            .file
            .table(name)
            .is_some_and(|table| table.rows_count > 0)
    };
    [
        (Section::Attachments, has(BLOBS) || has(IMAGES)),
        (Section::Emails, examined.file.table(EMAILS).is_some()),
        (
            Section::History,
            examined.file.table(CHANGES).is_some() || has(HISTORY),
        ),
    ]
    .into_iter()
    .filter(|(_, is_there)| !is_there)
    .map(|(section, _)| (section, Absence::Missing))
    .collect()
}

/// The business's name in a file name: without extension, and without a date that backups add.
fn name_in(file_name: &str) -> String {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem)
        .trim();
    let without_date = match stem.rsplit_once(" (") {
        Some((name, date)) if is_date(date) => name,
        _ => stem,
    };
    if without_date.is_empty() {
        file_name.to_owned()
    } else {
        without_date.to_owned()
    }
}

/// Whether the text is `2026-11-21)` or `2026-11-21 1405)`.
fn is_date(text: &str) -> bool {
    let Some(inside) = text.strip_suffix(')') else {
        return false;
    };
    let day = inside.split(' ').next().unwrap_or_default();
    day.parse::<jiff::civil::Date>().is_ok() && day.len() == 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_business_is_read_out_of_the_file_s() {
        for (file_name, name) in [
            ("Zatca eInvoice (2024-05-30).manager", "Zatca eInvoice"),
            ("Zatca eInvoice (2024-05-30 1405).manager", "Zatca eInvoice"),
            ("Acme (Lyon).manager", "Acme (Lyon)"),
            ("ঢাকা মুদি দোকান.manager", "ঢাকা মুদি দোকান"),
            ("books", "books"),
            (".manager", ".manager"),
        ] {
            assert_eq!(name_in(file_name), name);
        }
    }
}
