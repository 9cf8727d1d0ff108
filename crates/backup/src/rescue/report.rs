//! What was rescued, what is uncertain and what is lost: told before anything is done, kept in the
//! business as two tables, and given out as CSV.

use super::trail::Trail;
use crate::layout::{BLOBS, EMAILS, HISTORY, OBJECTS, TIJORI_EMAILS};
use crate::manifest::Manifest;
use crate::{BackupError, Fingerprint};
use books::{Key, kinds};
use jiff::civil::Date;
use manager_file::{DamagedBlock, Form, Proof, Salvage};
use std::collections::BTreeMap;
use store::{CarriedColumn, CarriedTable, Cell, Reader, hex};

/// The table of facts of a rescue, in a business that was rescued.
pub(super) const STORED_FACTS: &str = "TijoriRescue";
/// The table of what is uncertain or lost.
pub(super) const STORED_ITEMS: &str = "TijoriRescueItems";
/// The columns of the latter.
const ITEM_COLUMNS: [&str; 7] = ["State", "Part", "Kind", "Key", "Name", "Date", "Reason"];

/// What became of something that is not simply certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RescueState {
    /// It is not in the business any more.
    Lost,
    /// It is there, and nothing proves that it is as it was.
    Uncertain,
    /// Its row was lost or altered, and its content was taken from the trail, which proves it.
    Recovered,
}

impl RescueState {
    /// All three, the worst first.
    pub const ALL: [Self; 3] = [Self::Lost, Self::Uncertain, Self::Recovered];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Uncertain => "uncertain",
            Self::Recovered => "recovered",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Something that is lost, uncertain, or was taken from the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescueItem {
    /// What became of it.
    pub state: RescueState,
    /// The table it belongs to: `Objects` records, `Blobs` files, `TijoriHistory` entries; empty
    /// for the list of tables itself.
    pub part: String,
    /// The kind of the record, where it is known.
    pub kind: Option<Key>,
    /// The key, where it is known.
    pub key: Option<Key>,
    /// Its name or number; else its key, the number of its row, or the number of a page.
    pub name: String,
    /// The date in it, where it is known.
    pub date: Option<Date>,
    /// Why, as a stable code: `gone`, `page`, `perhaps`, `unproved`, `unreached`, `twice`,
    /// `overwritten`, `altered`, `older`, `from-history`.
    pub reason: String,
}

/// How many of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RescueCounts {
    /// Records, attachment records among them, that are certain.
    pub records_certain: u64,
    /// Records that are uncertain.
    pub records_uncertain: u64,
    /// Records that are lost, as far as they are known.
    pub records_lost: u64,
    /// Files that are certain.
    pub files_certain: u64,
    /// Files that are uncertain.
    pub files_uncertain: u64,
    /// Files that are lost.
    pub files_lost: u64,
    /// Emails that are certain.
    pub emails_certain: u64,
    /// Emails that are uncertain.
    pub emails_uncertain: u64,
    /// Emails that are lost.
    pub emails_lost: u64,
    /// Entries of the chain that holds.
    pub entries_certain: u64,
    /// Entries that are whole behind a break.
    pub entries_loose: u64,
    /// Entries that are missing, as far as they are known.
    pub entries_lost: u64,
    /// Everything else that is lost or uncertain.
    pub others: u64,
}

/// What can be rescued out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescueReport {
    /// The name people know the file by.
    pub file_name: String,
    /// SHA-256 of the file as given.
    pub sha256: [u8; 32],
    /// Its length in bytes.
    pub bytes_count: u64,
    /// How its database was wrapped.
    pub form: Form,
    /// What proves its rows, beside the trail and the manifest.
    pub proof: Proof,
    /// How many blocks it has; 0 where it has none.
    pub blocks_count: u64,
    /// The damaged ones.
    pub blocks: Vec<DamagedBlock>,
    /// How many of what.
    pub counts: RescueCounts,
    /// Everything that is not simply certain.
    pub items: Vec<RescueItem>,
    /// Whether everything that is lost is known: by its key, its number or its name.
    pub is_complete: bool,
    /// What the trial balance came to when the file was made, as its manifest tells.
    pub told: Option<Fingerprint>,
    /// What it comes to with what can be rescued.
    pub now: Fingerprint,
}

impl RescueReport {
    pub(super) fn of(
        file_name: &str,
        salvage: &Salvage,
        trail: &Trail,
        items: Vec<RescueItem>,
        manifest: Option<&Manifest>,
    ) -> Self {
        let vague = ["page", "perhaps"];
        let mut counts = RescueCounts {
            entries_certain: trail.head.sequence,
            entries_loose: trail.loose_count,
            ..RescueCounts::default()
        };
        for item in &items {
            counts.add(item);
        }
        counts.entries_lost = trail
            .missing
            .iter()
            .map(|(from, to)| to.saturating_sub(*from).saturating_add(1))
            .fold(0, u64::saturating_add);
        let told = manifest.and_then(|manifest| {
            Some(Fingerprint {
                currency: manifest.value("fingerprint_currency").to_owned(),
                total_debit: manifest.value("fingerprint_debit").parse().ok()?,
                total_credit: manifest.value("fingerprint_credit").parse().ok()?,
            })
        });
        Self {
            file_name: file_name.to_owned(),
            sha256: salvage.sha256,
            bytes_count: salvage.bytes_count,
            form: salvage.form,
            proof: salvage.proof,
            blocks_count: salvage.blocks_count,
            blocks: salvage.blocks.clone(),
            counts,
            is_complete: items.iter().all(|it| !vague.contains(&it.reason.as_str())),
            items,
            told,
            now: Fingerprint::default(),
        }
    }

    /// Whether nothing is lost and nothing is uncertain.
    pub fn is_whole(&self) -> bool {
        self.items
            .iter()
            .all(|item| item.state == RescueState::Recovered)
    }

    /// What the entry `restored` tells of the rescue.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let counts = &self.counts;
        let mut facts = vec![
            ("rescued".to_owned(), "yes".to_owned()),
            ("rescue_proof".to_owned(), self.proof.code().to_owned()),
            ("rescue_complete".to_owned(), self.is_complete.to_string()),
        ];
        facts.extend(
            counts
                .named()
                .into_iter()
                .map(|(name, count)| (format!("rescue_{name}"), count.to_string())),
        );
        if let Some(told) = &self.told {
            facts.push(("rescue_debit_told".to_owned(), told.total_debit.to_string()));
            facts.push((
                "rescue_credit_told".to_owned(),
                told.total_credit.to_string(),
            ));
        }
        facts
    }

    pub(super) fn fact_rows(&self) -> Vec<Vec<Cell>> {
        let mut facts = vec![
            ("file_name".to_owned(), self.file_name.clone()),
            ("file_sha256".to_owned(), hex(&self.sha256)),
        ];
        facts.extend(self.facts());
        facts.sort();
        let row = |(name, value): (String, String)| vec![text(&name), text(&value)];
        facts.into_iter().map(row).collect()
    }

    pub(super) fn item_rows(&self) -> impl Iterator<Item = Vec<Cell>> + '_ {
        self.items.iter().zip(1_i64..).map(|(item, number)| {
            let optional = |value: Option<String>| value.map_or(Cell::Null, |value| text(&value));
            vec![
                Cell::Integer(number),
                text(item.state.code()),
                text(&item.part),
                optional(item.kind.map(|it| it.to_string())),
                optional(item.key.map(|it| it.to_string())),
                text(&item.name),
                optional(item.date.map(|it| it.to_string())),
                text(&item.reason),
            ]
        })
    }
}

impl RescueCounts {
    /// Every count with its language-free name, in order.
    pub fn named(&self) -> [(&'static str, u64); 13] {
        [
            ("records_certain", self.records_certain),
            ("records_uncertain", self.records_uncertain),
            ("records_lost", self.records_lost),
            ("files_certain", self.files_certain),
            ("files_uncertain", self.files_uncertain),
            ("files_lost", self.files_lost),
            ("emails_certain", self.emails_certain),
            ("emails_uncertain", self.emails_uncertain),
            ("emails_lost", self.emails_lost),
            ("entries_certain", self.entries_certain),
            ("entries_loose", self.entries_loose),
            ("entries_lost", self.entries_lost),
            ("others", self.others),
        ]
    }

    fn add(&mut self, item: &RescueItem) {
        let count = match (item.part.as_str(), item.state) {
            (_, RescueState::Recovered) | (HISTORY, _) => return,
            (OBJECTS, RescueState::Lost) => &mut self.records_lost,
            (OBJECTS, RescueState::Uncertain) => &mut self.records_uncertain,
            (BLOBS, RescueState::Lost) => &mut self.files_lost,
            (BLOBS, RescueState::Uncertain) => &mut self.files_uncertain,
            (EMAILS | TIJORI_EMAILS, RescueState::Lost) => &mut self.emails_lost,
            (EMAILS | TIJORI_EMAILS, RescueState::Uncertain) => &mut self.emails_uncertain,
            _ => &mut self.others,
        };
        *count = count.saturating_add(1);
    }

    /// What is brought over and not uncertain is certain.
    pub(super) fn certain_from(&mut self, brought: &BTreeMap<String, u64>) {
        let of = |name: &str| brought.get(name).copied().unwrap_or(0);
        self.records_certain = of(OBJECTS).saturating_sub(self.records_uncertain);
        self.files_certain = of(BLOBS).saturating_sub(self.files_uncertain);
        let emails = of(EMAILS).saturating_add(of(TIJORI_EMAILS));
        self.emails_certain = emails.saturating_sub(self.emails_uncertain);
    }
}

/// What a business that was rescued tells of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredRescue {
    /// Facts by their language-free names: `file_name`, `rescue_records_lost`, …
    pub facts: BTreeMap<String, String>,
    /// What is lost, uncertain, or was taken from the trail.
    pub items: Vec<RescueItem>,
}

impl StoredRescue {
    /// A count among the facts, by its name in [`RescueCounts::named`].
    pub fn counted(&self, name: &str) -> u64 {
        let fact = self.facts.get(&format!("rescue_{name}"));
        fact.and_then(|value| value.parse().ok()).unwrap_or(0)
    }
}

/// What a business tells of its rescue; none when it was not rescued.
///
/// # Errors
/// When the store cannot be read.
pub fn stored_rescue(reader: &dyn Reader) -> Result<Option<StoredRescue>, BackupError> {
    let tables = reader.carried_tables()?;
    let has = |name: &str| tables.iter().any(|table| table.name == name);
    if !has(STORED_FACTS) {
        return Ok(None);
    }
    let mut stored = StoredRescue::default();
    reader.each_carried_row(STORED_FACTS, &mut |cells| {
        if let (Some(name), Some(value)) = (text_of(&cells, 0), text_of(&cells, 1)) {
            stored.facts.insert(name, value);
        }
        Ok(())
    })?;
    if has(STORED_ITEMS) {
        reader.each_carried_row(STORED_ITEMS, &mut |cells| {
            stored.items.extend(read_item(&cells));
            Ok(())
        })?;
    }
    Ok(Some(stored))
}

fn read_item(cells: &[Cell]) -> Option<RescueItem> {
    let key = |at: usize| text_of(cells, at)?.parse().ok();
    Some(RescueItem {
        state: RescueState::from_code(&text_of(cells, 1)?)?,
        part: text_of(cells, 2)?,
        kind: key(3),
        key: key(4),
        name: text_of(cells, 5)?,
        date: text_of(cells, 6).and_then(|date| date.parse().ok()),
        reason: text_of(cells, 7)?,
    })
}

fn text_of(cells: &[Cell], at: usize) -> Option<String> {
    match cells.get(at)? {
        Cell::Text(bytes) => String::from_utf8(bytes.clone()).ok(),
        _ => None,
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.as_bytes().to_vec())
}

pub(super) fn facts_table() -> CarriedTable {
    table(STORED_FACTS, ("Name", "TEXT"), &["Value"])
}

pub(super) fn items_table() -> CarriedTable {
    table(STORED_ITEMS, ("Number", "INTEGER"), &ITEM_COLUMNS)
}

fn table(name: &str, key: (&str, &str), others: &[&str]) -> CarriedTable {
    let column = |name: &str, declared_type: &str, primary_key| CarriedColumn {
        name: name.to_owned(),
        declared_type: declared_type.to_owned(),
        not_null: primary_key > 0,
        primary_key,
    };
    let mut columns = vec![column(key.0, key.1, 1)];
    columns.extend(others.iter().map(|name| column(name, "TEXT", 0)));
    CarriedTable {
        name: name.to_owned(),
        columns,
        without_rowid: false,
    }
}

/// The list as CSV, for spreadsheets: a heading and one line for each, with language-free names.
pub fn rescue_csv(items: &[RescueItem]) -> String {
    let mut csv = format!("{}\r\n", ITEM_COLUMNS.map(str::to_lowercase).join(","));
    for item in items {
        let kind = item.kind.map(|kind| match kinds::find(kind) {
            Some(known) => known.name.to_owned(),
            None => kind.to_string(),
        });
        let cells = [
            item.state.code().to_owned(),
            item.part.clone(),
            kind.unwrap_or_default(),
            item.key.map(|key| key.to_string()).unwrap_or_default(),
            item.name.clone(),
            item.date.map(|date| date.to_string()).unwrap_or_default(),
            item.reason.clone(),
        ];
        let cells = cells.map(|cell| interchange::text_cell(&cell));
        csv.push_str(&cells.join(","));
        csv.push_str("\r\n");
    }
    csv
}
