//! Judges every row that was read: certain or not, and why; and names what is lost.

use super::report::{RescueItem, RescueState};
use super::trail::{Trail, digest};
use super::{is_records, section_name};
use crate::BackupError;
use crate::email_rows;
use crate::layout::{
    BLOBS, CHANGES, HISTORY, MANIFEST, OBJECTS, SECTIONS, TIJORI_EMAILS, is_attachment,
};
use crate::manifest::Manifest;
use crate::source::{from_file_cells, unstop};
use books::{Key, Object, kinds};
use interchange::{Damage, DecodedRecord};
use jiff::civil::Date;
use manager_file::wire::Message;
use manager_file::{Cell, Doubt, ManagerFile, ObjectRow, Salvage, SalvagedTable, Table};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;

/// What came of judging.
#[derive(Debug, Default)]
pub(super) struct Judgement {
    /// Everything that is not simply certain.
    pub(super) items: Vec<RescueItem>,
    /// Records whose content is taken from the trail: by key, the key of the row of `Changes`.
    pub(super) from_changes: BTreeMap<Key, Key>,
    /// Records that the trail says were deleted, and rows that cannot be taken in.
    pub(super) dropped: HashSet<Key>,
    /// How many rows of each part are brought over.
    pub(super) brought: BTreeMap<String, u64>,
    /// What attachment records that are brought over state of their bytes, and their names.
    stated: HashMap<Key, Stated>,
    /// The records that are brought over.
    here: HashSet<Key>,
}

/// What the record of an attachment states.
#[derive(Debug)]
struct Stated {
    sha256: Option<[u8; 32]>,
    title: String,
    /// The record itself is certain.
    is_certain: bool,
}

impl Judgement {
    pub(super) fn of(
        file: &ManagerFile,
        told: &Salvage,
        trail: &Trail,
        manifest: Option<&Manifest>,
    ) -> Result<Self, BackupError> {
        let mut judgement = Self::default();
        judgement.judge_objects(file, told, trail)?;
        judgement.bring_back(file, trail)?;
        judgement.name_lost_objects(told, trail);
        judgement.judge_blobs(file, told, manifest)?;
        judgement.judge_tables(file, told, trail)?;
        judgement.name_missing_entries(trail);
        judgement.name_places(told);
        judgement
            .items
            .sort_by(|a, b| (a.state, &a.part, &a.name).cmp(&(b.state, &b.part, &b.name)));
        Ok(judgement)
    }

    /// All of a section is certain after all.
    pub(super) fn clear(&mut self, section: &str) {
        let is_of = |item: &RescueItem| match item.part.as_str() {
            OBJECTS => match item.kind {
                Some(kinds::ATTACHMENT) => section == "attachments",
                _ => section == "data",
            },
            part => section == section_name(part),
        };
        self.items
            .retain(|item| item.state == RescueState::Recovered || !is_of(item));
    }

    fn judge_objects(
        &mut self,
        file: &ManagerFile,
        told: &Salvage,
        trail: &Trail,
    ) -> Result<(), BackupError> {
        let doubts = told.table(OBJECTS).map(|table| &table.doubtful);
        let doubt = |name: &str| doubts.and_then(|doubts| doubts.get(name)).copied();
        file.each_object(&mut |row| {
            match row {
                ObjectRow::Conforming {
                    key,
                    content_type,
                    content,
                    timestamp,
                    ..
                } => {
                    let key = Key::from_bytes(key);
                    let object = Object {
                        key,
                        content_type: Key::from_bytes(content_type),
                        content,
                        timestamp,
                    };
                    self.judge_object(&object, doubt(&key.to_string()), trail);
                }
                ObjectRow::Odd { cells, .. } => {
                    let name = name_of(file.table(OBJECTS), &cells, 0);
                    *self.brought.entry(OBJECTS.to_owned()).or_default() += 1;
                    if let Some(doubt) = doubt(&name) {
                        self.items.push(item(
                            RescueState::Uncertain,
                            OBJECTS,
                            &name,
                            code_of(doubt),
                        ));
                    }
                }
            }
            Ok(())
        })
        .map_err(unstop)
    }

    fn judge_object(&mut self, object: &Object, doubt: Option<Doubt>, trail: &Trail) {
        let key = object.key;
        let latest = trail.latest(key);
        let reason = match (doubt, latest) {
            (None, _) => None,
            (Some(doubt), Some((latest, is_last))) => {
                let same = latest.after == Some(digest(object.content_type, &object.content));
                let is_timed = object.timestamp == Some(latest.ticks);
                match (same, is_last, latest.after, doubt) {
                    // The entry is whole and says the very same.
                    (true, _, _, Doubt::Unproved) | (true, true, ..) if is_timed => None,
                    // The entry is whole, none can have come after it, and it says otherwise.
                    (false, true, Some(_), _) => {
                        self.from_changes.insert(key, latest.change);
                        self.recover(object.key, object.content_type, trail);
                        return self.keep(object, true);
                    }
                    (false, true, None, Doubt::Unreached) => {
                        self.dropped.insert(key);
                        return;
                    }
                    _ => Some(code_of(doubt)),
                }
            }
            (Some(doubt), None) => match trail.other(key) {
                // Two copies on two pages, the same to the byte.
                Some(other)
                    if doubt == Doubt::Unproved
                        && other.is_proof
                        && other.after == Some(digest(object.content_type, &object.content)) =>
                {
                    None
                }
                _ => Some(code_of(doubt)),
            },
        };
        self.keep(object, reason.is_none());
        let Some(reason) = reason else {
            return;
        };
        let overwritten = interchange::damage(object.content_type, &object.content);
        let reason = match overwritten {
            Damage::None => reason,
            Damage::Malformed { .. } | Damage::OverwrittenInPlace { .. } => "overwritten",
        };
        self.items.push(RescueItem {
            kind: Some(object.content_type),
            key: Some(key),
            date: date_of(object.content_type, &object.content),
            ..item(
                RescueState::Uncertain,
                OBJECTS,
                &title_of(key, object.content_type, &object.content).unwrap_or_default(),
                reason,
            )
        });
    }

    fn keep(&mut self, object: &Object, is_certain: bool) {
        self.here.insert(object.key);
        *self.brought.entry(OBJECTS.to_owned()).or_default() += 1;
        self.remember_attachment(object, is_certain);
    }

    fn remember_attachment(&mut self, object: &Object, is_certain: bool) {
        if !is_attachment(object) {
            return;
        }
        let message = Message::parse(&object.content).ok();
        let field = message.as_ref().and_then(|message| message.field(12));
        let title = title_of(object.key, object.content_type, &object.content);
        let stated = Stated {
            sha256: field.and_then(|field| field.bytes()?.try_into().ok()),
            title: title.unwrap_or_default(),
            is_certain,
        };
        self.stated.insert(object.key, stated);
    }

    fn recover(&mut self, key: Key, kind: Key, trail: &Trail) {
        self.items.push(RescueItem {
            kind: Some(kind),
            key: Some(key),
            ..item(
                RescueState::Recovered,
                OBJECTS,
                &trail.hint(key).title,
                "from-history",
            )
        });
    }

    /// Records that the trail says are there and that were not read: what they became is taken
    /// from there.
    fn bring_back(&mut self, file: &ManagerFile, trail: &Trail) -> Result<(), BackupError> {
        let missing: Vec<Key> = trail
            .living()
            .filter(|key| !self.here.contains(key))
            .collect();
        for key in missing {
            let (change, is_last) = match (trail.latest(key), trail.other(key)) {
                (Some((latest, is_last)), _) => (latest.change, is_last),
                (None, Some(other)) => (other.change, false),
                (None, None) => continue,
            };
            let Some(object) = super::source::after_change(file, key, change)? else {
                continue;
            };
            self.from_changes.insert(key, change);
            self.keep(&object, is_last);
            if is_last {
                self.recover(key, object.content_type, trail);
                continue;
            }
            self.items.push(RescueItem {
                kind: Some(object.content_type),
                key: Some(key),
                date: date_of(object.content_type, &object.content),
                ..item(
                    RescueState::Uncertain,
                    OBJECTS,
                    &trail.hint(key).title,
                    "older",
                )
            });
        }
        Ok(())
    }

    fn name_lost_objects(&mut self, told: &Salvage, trail: &Trail) {
        let tables = told.tables.iter().filter(|table| is_records(table));
        for lost in tables.flat_map(|table| &table.lost) {
            let key = lost.key.as_deref().and_then(|key| key.parse::<Key>().ok());
            if key.is_some_and(|key| self.here.contains(&key) || self.dropped.contains(&key)) {
                continue;
            }
            let hint = key.map(|key| trail.hint(key)).unwrap_or_default();
            let told_kind = lost.content_type.as_deref().and_then(|it| it.parse().ok());
            let name = match (hint.title.is_empty(), &lost.key) {
                (false, _) => hint.title.clone(),
                (true, Some(key)) => key.clone(),
                (true, None) => lost.row.to_string(),
            };
            self.items.push(RescueItem {
                kind: hint.kind.or(told_kind),
                key,
                ..item(RescueState::Lost, OBJECTS, &name, "gone")
            });
        }
    }

    fn judge_blobs(
        &mut self,
        file: &ManagerFile,
        told: &Salvage,
        manifest: Option<&Manifest>,
    ) -> Result<(), BackupError> {
        let table = told.table(BLOBS);
        let parts = told.table(crate::layout::BLOB_PARTS);
        let mut found = HashSet::new();
        file.each_blob(&mut |row| {
            let key = Key::from_bytes(row.key);
            found.insert(key);
            *self.brought.entry(BLOBS.to_owned()).or_default() += 1;
            let name = key.to_string();
            let of = |table: Option<&SalvagedTable>| {
                table.and_then(|table| table.doubtful.get(&name)).copied()
            };
            let Some(doubt) = of(table).or(of(parts)) else {
                return Ok(());
            };
            let mut sum = Hashing(Sha256::new());
            file.copy_blob(&row.key, &mut sum)?;
            let sha256: [u8; 32] = sum.0.finalize().into();
            let stated = self.stated.get(&key).filter(|stated| stated.is_certain);
            let is_named = stated.is_some_and(|it| row.name.as_ref() == Some(&it.title));
            let reason = match stated.and_then(|stated| stated.sha256) {
                Some(stated) if stated == sha256 && is_named => return Ok(()),
                Some(stated) if stated != sha256 => "altered",
                _ => code_of(doubt),
            };
            let title = row.name.clone().unwrap_or_else(|| name.clone());
            self.items.push(RescueItem {
                key: Some(key),
                ..item(RescueState::Uncertain, BLOBS, &title, reason)
            });
            Ok(())
        })
        .map_err(unstop)?;
        let is_left_out = manifest.is_some_and(|manifest| {
            let left_out = manifest.left_out();
            left_out
                .iter()
                .any(|(section, _)| section.code() == "attachments")
        });
        let mut lost: BTreeMap<Key, String> = BTreeMap::new();
        for row in [table, parts].into_iter().flatten().flat_map(|it| &it.lost) {
            if let Some(key) = row.key.as_deref().and_then(|key| key.parse().ok()) {
                lost.entry(key).or_insert_with(|| key.to_string());
            }
        }
        if table.is_some() && !is_left_out {
            lost.extend(self.stated.iter().map(|(key, it)| (*key, it.title.clone())));
        }
        for (key, title) in lost.into_iter().filter(|(key, _)| !found.contains(key)) {
            self.items.push(RescueItem {
                key: Some(key),
                ..item(RescueState::Lost, BLOBS, &title, "gone")
            });
        }
        Ok(())
    }

    /// Images, emails, the other program's changes and every table that nobody here knows.
    fn judge_tables(
        &mut self,
        file: &ManagerFile,
        told: &Salvage,
        trail: &Trail,
    ) -> Result<(), BackupError> {
        let done = [
            OBJECTS,
            BLOBS,
            crate::layout::BLOB_PARTS,
            MANIFEST,
            SECTIONS,
            HISTORY,
        ];
        for table in told
            .tables
            .iter()
            .filter(|it| !done.contains(&it.name.as_str()))
        {
            let is_emails = table.name == TIJORI_EMAILS;
            let emails = email_rows::table();
            let mut row_number = 0_u64;
            file.each_row(&table.name, &mut |cells| {
                row_number += 1;
                let name = name_of(file.table(&table.name), &cells, row_number);
                let key = name.parse::<Key>().ok();
                let is_chained = key.is_some_and(|key| trail.chained.contains(key.as_bytes()));
                if table.name == CHANGES && is_chained {
                    return Ok(());
                }
                let title = match cells.get(13).and_then(Cell::text) {
                    Some(subject) if is_emails => subject.to_owned(),
                    _ => name.clone(),
                };
                if is_emails && email_rows::email_of(&emails, &from_file_cells(cells)).is_err() {
                    self.dropped.extend(key);
                    self.items.push(RescueItem {
                        key,
                        ..item(RescueState::Lost, &table.name, &title, "overwritten")
                    });
                    return Ok(());
                }
                *self.brought.entry(table.name.clone()).or_default() += 1;
                if let Some(doubt) = table.doubtful.get(&name) {
                    self.items.push(RescueItem {
                        key,
                        ..item(RescueState::Uncertain, &table.name, &title, code_of(*doubt))
                    });
                }
                Ok(())
            })
            .map_err(unstop)?;
            for lost in &table.lost {
                let name = lost.key.clone().unwrap_or_else(|| lost.row.to_string());
                let key = name.parse::<Key>().ok();
                if key.is_some_and(|key| trail.chained.contains(key.as_bytes())) {
                    continue;
                }
                self.items.push(RescueItem {
                    key,
                    ..item(RescueState::Lost, &table.name, &name, "gone")
                });
            }
        }
        Ok(())
    }

    fn name_missing_entries(&mut self, trail: &Trail) {
        if trail.head.sequence > 0 {
            self.brought.insert(HISTORY.to_owned(), trail.head.sequence);
        }
        for (from, to) in &trail.missing {
            let name = match from == to {
                true => from.to_string(),
                false => format!("{from}–{to}"),
            };
            self.items
                .push(item(RescueState::Lost, HISTORY, &name, "gone"));
        }
        if trail.is_open {
            let name = format!("{}–", trail.head.sequence.saturating_add(1));
            self.items
                .push(item(RescueState::Lost, HISTORY, &name, "perhaps"));
        }
    }

    /// Pages that held rows of which nobody knows how many or which.
    fn name_places(&mut self, told: &Salvage) {
        let known = [MANIFEST, SECTIONS];
        let uncounted = told.tables.iter().filter(|table| {
            !table.is_counted && !known.contains(&table.name.as_str()) && table.name != HISTORY
        });
        for table in uncounted {
            // A table that is only thought to have been there has no page of its own.
            let mut pages: Vec<u64> = table.holes.iter().map(|hole| hole.page).collect();
            pages.retain(|page| *page > 0);
            pages.sort_unstable();
            pages.dedup();
            if pages.is_empty() && table.rows_count > 0 {
                self.items
                    .push(item(RescueState::Lost, &table.name, "", "perhaps"));
            }
            for page in pages {
                let page = page.to_string();
                self.items
                    .push(item(RescueState::Lost, &table.name, &page, "page"));
            }
        }
        if !told.is_schema_whole {
            self.items.push(item(RescueState::Lost, "", "1", "page"));
        }
    }
}

fn item(state: RescueState, part: &str, name: &str, reason: &str) -> RescueItem {
    RescueItem {
        state,
        part: part.to_owned(),
        kind: None,
        key: None,
        name: name.to_owned(),
        date: None,
        reason: reason.to_owned(),
    }
}

fn code_of(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Unproved => "unproved",
        Doubt::Unreached => "unreached",
        Doubt::Twice => "twice",
    }
}

/// What a row is known by, as [`SalvagedTable::doubtful`] says.
fn name_of(table: Option<&Table>, cells: &[Cell], place: u64) -> String {
    let columns = table.map_or(&[][..], |table| &table.columns);
    let mut key = columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| column.primary_key > 0);
    match key.next() {
        Some((_, Cell::Text(text))) => String::from_utf8_lossy(text).into_owned(),
        Some((_, Cell::Integer(number))) => number.to_string(),
        _ => place.to_string(),
    }
}

/// The name or number of a record.
pub(super) fn title_of(key: Key, content_type: Key, content: &[u8]) -> Option<String> {
    interchange::title(&Object {
        key,
        content_type,
        content: content.to_vec(),
        timestamp: None,
    })
}

/// The first date of a record.
fn date_of(content_type: Key, content: &[u8]) -> Option<Date> {
    let record: DecodedRecord = interchange::decode(content_type, content).ok()?;
    let mut dates = record.fields.iter().filter_map(|field| field.value.date());
    dates.find_map(|date| date.date())
}

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
