//! Looks at every row of a file while it is walked, and remembers what matters.

use super::Examined;
use crate::compare::Balances;
use crate::digest::{Sink, Sums, hex};
use crate::email_rows;
use crate::fingerprint::{Fingerprinting, Posted};
use crate::layout::{BLOBS, OBJECTS, ODD_BLOBS, ODD_OBJECTS, TIJORI_EMAILS, is_attachment};
use crate::manifest::Manifest;
use crate::recognise::Traits;
use crate::source::Source;
use crate::{BackupError, Finding, Fingerprint, Level};
use books::{Key, Object, kinds};
use history::{Entry, Head, chain};
use interchange::Damage;
use manager_file::{FileFinding, ManagerFile, wire::Message};
use std::collections::{BTreeMap, BTreeSet};
use store::{Blob, CarriedTable, Cell, Section};

/// More findings of one kind than this are counted and not listed.
const FINDINGS_COUNT_MAX: usize = 1_000;

/// What an attachment record says of its bytes.
struct Stated {
    sha256: Option<[u8; 32]>,
    found: Option<[u8; 32]>,
}

pub(super) struct Observer {
    /// Posts the records on the way; none where their totals are known, because the file is proved
    /// to hold the very rows that were posted. Then nothing is sought inside of records either.
    fingerprinting: Option<Fingerprinting>,
    /// The totals, and what could not be posted.
    posted: Posted,
    findings: Vec<Finding>,
    counts: BTreeMap<Key, u64>,
    unknown_fields: BTreeMap<String, u64>,
    attachments: BTreeMap<Key, Stated>,
    attachments_count: u64,
    attachments_bytes: u64,
    carried: BTreeMap<String, u64>,
    last_email: Option<Key>,
    head: Head,
    /// The first break of the chain; what follows it cannot be judged.
    chain_fault: Option<chain::ChainError>,
    schema_version: Option<u64>,
    culture: Option<String>,
    traits: Traits,
}

impl Observer {
    /// `known` are the totals, where they need not be worked out.
    pub(super) fn new(file: &ManagerFile, known: Option<Fingerprint>) -> Self {
        let of_file = |finding: &FileFinding| Finding {
            level: Level::Warn,
            code: finding.code(),
            arguments: finding.arguments(),
            record: None,
        };
        Self {
            fingerprinting: known.is_none().then(Fingerprinting::new),
            posted: Posted {
                fingerprint: known.unwrap_or_default(),
                ..Posted::default()
            },
            findings: file.findings().iter().map(of_file).collect(),
            counts: BTreeMap::new(),
            unknown_fields: BTreeMap::new(),
            attachments: BTreeMap::new(),
            attachments_count: 0,
            attachments_bytes: 0,
            carried: BTreeMap::new(),
            last_email: None,
            head: Head::default(),
            chain_fault: None,
            schema_version: None,
            culture: None,
            traits: Traits::default(),
        }
    }

    fn find(
        &mut self,
        level: Level,
        code: &'static str,
        record: Key,
        arguments: Vec<(&'static str, String)>,
    ) {
        if self.findings.len() < FINDINGS_COUNT_MAX {
            self.findings.push(Finding {
                level,
                code,
                arguments,
                record: Some(record),
            });
        }
    }

    fn look_inside(&mut self, object: &Object) {
        match interchange::damage(object.content_type, &object.content) {
            Damage::None => {}
            Damage::Malformed { offset } => {
                let arguments = vec![
                    ("record", object.key.to_string()),
                    ("offset", offset.to_string()),
                ];
                self.find(Level::Error, "damaged-record", object.key, arguments);
                return;
            }
            Damage::OverwrittenInPlace { offset } => {
                let arguments = vec![
                    ("record", object.key.to_string()),
                    ("offset", offset.to_string()),
                ];
                self.find(Level::Error, "overwritten", object.key, arguments);
            }
        }
        if let Ok(record) = interchange::decode(object.content_type, &object.content) {
            for path in interchange::unknown_fields(object.content_type, &record) {
                *self.unknown_fields.entry(path).or_default() += 1;
            }
        }
        let is_told = [kinds::SCHEMA, kinds::BUSINESS_DETAILS].contains(&object.content_type);
        if !is_told && !is_attachment(object) {
            return;
        }
        let Ok(message) = Message::parse(&object.content) else {
            return;
        };
        if is_attachment(object) {
            let stated = message
                .field(12)
                .and_then(|field| field.bytes()?.try_into().ok());
            self.attachments
                .entry(object.key)
                .or_insert(Stated {
                    sha256: None,
                    found: None,
                })
                .sha256 = stated;
        } else if object.content_type == kinds::SCHEMA {
            self.schema_version = message.field(1).and_then(|field| field.varint());
        } else if object.content_type == kinds::BUSINESS_DETAILS {
            let culture = message.field(6).and_then(|field| field.text());
            self.culture = culture.filter(|text| !text.is_empty()).map(str::to_owned);
        }
    }

    /// Compares what attachment records state with the bytes that are there.
    fn judge_attachments(&mut self, manifest: Option<&Manifest>) {
        let left_out = manifest.is_some_and(|manifest| {
            manifest
                .left_out()
                .iter()
                .any(|(section, _)| *section == Section::Attachments)
        });
        let attachments = std::mem::take(&mut self.attachments);
        for (key, stated) in &attachments {
            let name = vec![("record", key.to_string())];
            match (stated.sha256, stated.found) {
                (Some(told), Some(found)) if told != found => {
                    self.find(Level::Error, "attachment-altered", *key, name);
                }
                (_, None) if !left_out => {
                    self.find(Level::Warn, "attachment-missing", *key, name);
                }
                _ => {}
            }
        }
    }

    /// Rows that broke the rules of their table are kept apart: that is told, table by table.
    fn tell_odd_rows(&mut self) {
        for (odd, table) in [(ODD_OBJECTS, OBJECTS), (ODD_BLOBS, BLOBS)] {
            let Some(rows) = self.carried.get(odd).copied().filter(|rows| *rows > 0) else {
                continue;
            };
            self.findings.push(Finding {
                level: Level::Warn,
                code: "odd-rows",
                arguments: vec![("table", table.to_owned()), ("rows", rows.to_string())],
                record: None,
            });
        }
    }

    /// Posts what was walked, unless the totals are known.
    pub(super) fn post(&mut self, source: &dyn Source) -> Result<(), BackupError> {
        if let Some(fingerprinting) = self.fingerprinting.take() {
            self.posted = fingerprinting.finish(source)?;
        }
        Ok(())
    }

    /// Records with a date, figure or key out of range: they are kept, and not posted.
    fn tell_unreadable_records(&mut self) -> (Fingerprint, Balances) {
        let posted = std::mem::take(&mut self.posted);
        let (fingerprint, balances, unreadable) =
            (posted.fingerprint, posted.balances, posted.findings);
        let mut told: BTreeSet<Key> = self
            .findings
            .iter()
            .filter_map(|finding| finding.record)
            .collect();
        for finding in unreadable {
            if told.insert(finding.record) {
                let arguments = vec![("record", finding.record.to_string())];
                self.find(Level::Error, "unreadable-record", finding.record, arguments);
            }
        }
        (fingerprint, balances)
    }

    pub(super) fn conclude(
        mut self,
        file: ManagerFile,
        manifest: Option<Manifest>,
        sums: Sums,
        file_name: &str,
    ) -> Result<Examined, BackupError> {
        self.judge_attachments(manifest.as_ref());
        if manifest.is_some() {
            // Digests prove what looks can only suspect: what was typed may hold anything.
            self.findings
                .retain(|finding| finding.code != "overwritten");
        }
        self.tell_odd_rows();
        let (fingerprint, balances) = self.tell_unreadable_records();
        let faults = self.chain_fault.map(|fault| BackupError::Mismatch {
            file: file_name.to_owned(),
            what: "history.chain".to_owned(),
            expected: format!("{} {}", self.head.sequence, hex(&self.head.hash)),
            found: fault.to_string(),
        });
        Ok(Examined {
            file,
            manifest,
            sums,
            head: self.head,
            fingerprint,
            balances,
            traits: self.traits,
            findings: self.findings,
            faults: faults.into_iter().collect(),
            counts: self.counts,
            unknown_fields: self.unknown_fields,
            attachments_count: self.attachments_count,
            attachments_bytes: self.attachments_bytes,
            carried: self.carried,
            schema_version: self.schema_version,
            culture: self.culture,
        })
    }
}

impl Sink for Observer {
    fn object(&mut self, object: &Object) -> Result<(), BackupError> {
        *self.counts.entry(object.content_type).or_default() += 1;
        self.traits.object(object);
        if let Some(fingerprinting) = &mut self.fingerprinting {
            fingerprinting.object(object);
            self.look_inside(object);
        }
        Ok(())
    }

    fn blob(&mut self, _: &dyn Source, blob: &Blob) -> Result<(), BackupError> {
        self.attachments_count += 1;
        self.attachments_bytes += blob.bytes_count;
        match self.attachments.get_mut(&blob.key) {
            Some(stated) => stated.found = Some(blob.sha256),
            None => {
                let arguments = vec![("record", blob.key.to_string())];
                self.find(
                    Level::Note,
                    "attachment-without-record",
                    blob.key,
                    arguments,
                );
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &CarriedTable) -> Result<(), BackupError> {
        // A table of another case would be carried along and stand in the way of ours.
        if table.name != TIJORI_EMAILS && table.name.eq_ignore_ascii_case(TIJORI_EMAILS) {
            return Err(email_rows::bad("name"));
        }
        self.carried.entry(table.name.clone()).or_default();
        Ok(())
    }

    fn cells(&mut self, table: &CarriedTable, cells: &[Cell]) -> Result<(), BackupError> {
        *self.carried.entry(table.name.clone()).or_default() += 1;
        if table.name == TIJORI_EMAILS {
            let (email, _message) = email_rows::email_of(table, cells)?;
            if self.last_email.replace(email.key) >= Some(email.key) {
                return Err(email_rows::bad("order"));
            }
        }
        if table.name == crate::layout::IMAGES {
            self.attachments_count += 1;
            for cell in cells {
                if let Cell::Blob(bytes) = cell {
                    self.attachments_bytes += bytes.len() as u64;
                }
            }
        }
        Ok(())
    }

    fn entry(&mut self, entry: &Entry) -> Result<(), BackupError> {
        if self.chain_fault.is_none() {
            match chain::follow(self.head, entry) {
                Ok(head) => {
                    self.head = head;
                    self.traits.first.get_or_insert(head);
                }
                Err(fault) => self.chain_fault = Some(fault),
            }
        }
        Ok(())
    }
}
