//! The records of both sides, walked at once in the order of their keys.

use crate::check::CheckedFile;
use crate::digest::watch;
use crate::source::{FileSource, Source};
use crate::{BackupError, Phase, Progress};
use books::{Key, Object, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, VecDeque};
use store::Reader;

/// How many records of a kind are named for each way in which they differ; the others are counted.
pub const NAMED_COUNT_MAX: usize = 10;

/// How many records of the business are fetched at once.
const FETCHED_AT_ONCE: usize = 128;

/// Where a record is, or is otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Only the file has it.
    OnlyInFile,
    /// Only the business has it: it would be missing.
    OnlyInBusiness,
    /// Both have it, with another content.
    Changed,
}

impl Difference {
    /// All three, the one that loses something first.
    pub const ALL: [Self; 3] = [Self::OnlyInBusiness, Self::Changed, Self::OnlyInFile];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnlyInFile => "only-in-file",
            Self::OnlyInBusiness => "only-in-business",
            Self::Changed => "changed",
        }
    }
}

/// A record that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDifference {
    /// The record.
    pub key: Key,
    /// The name of its kind, or the kind's key.
    pub kind: String,
    /// Its name or number.
    pub title: String,
    /// What differs.
    pub difference: Difference,
}

/// A record that is named in a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The record.
    pub key: Key,
    /// Its name or number where it is newest: in the business, else in the file.
    pub title: String,
    /// The date of the document; none for other records.
    pub date: Option<Date>,
    /// The currency of its amounts as a code; empty for the base currency.
    pub currency: String,
    /// What the document comes to in the file.
    pub in_file: Option<Decimal>,
    /// What the document comes to in the business.
    pub in_business: Option<Decimal>,
    /// When it last changed, in ticks; the newest are named.
    changed_at: i64,
}

/// The records of one kind that differ in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Side {
    count: u64,
    /// The newest, newest first.
    newest: Vec<Named>,
}

/// The records of one kind that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindDifference {
    /// The content type.
    pub kind: Key,
    sides: BTreeMap<Difference, Side>,
}

impl KindDifference {
    /// How many differ in this way.
    pub fn count(&self, difference: Difference) -> u64 {
        self.sides.get(&difference).map_or(0, |side| side.count)
    }

    /// The newest of them, newest first, at most [`NAMED_COUNT_MAX`].
    pub fn newest(&self, difference: Difference) -> &[Named] {
        self.sides
            .get(&difference)
            .map_or(&[], |side| side.newest.as_slice())
    }

    /// Every record that is named, to be told more of.
    pub(super) fn each_named(&mut self) -> impl Iterator<Item = &mut Named> {
        self.sides
            .values_mut()
            .flat_map(|side| side.newest.iter_mut())
    }
}

/// The walk: the file shows its records, and the business is asked for the next one.
pub(super) struct Walk<'a> {
    reader: &'a dyn Reader,
    each: &'a mut dyn FnMut(RecordDifference),
    /// The next records of the business.
    next: VecDeque<Object>,
    /// The last record of the business that was fetched.
    fetched: Option<Key>,
    /// Nothing comes after it.
    has_ended: bool,
    found: BTreeMap<Key, KindDifference>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(reader: &'a dyn Reader, each: &'a mut dyn FnMut(RecordDifference)) -> Self {
        Self {
            reader,
            each,
            next: VecDeque::new(),
            fetched: None,
            has_ended: false,
            found: BTreeMap::new(),
        }
    }

    pub(super) fn along(
        mut self,
        source: &FileSource<'_>,
        checked: &CheckedFile,
        progress: &dyn Progress,
    ) -> Result<Vec<KindDifference>, BackupError> {
        let mut told = watch(progress, Phase::Verifying, checked.plan.records_count);
        let mut walked = 0_u64;
        source.each_object(&mut |object| {
            walked += 1;
            if walked.is_multiple_of(256) {
                told(walked)?;
            }
            self.beside(&object)
        })?;
        while let Some(object) = self.step()? {
            self.tell(Difference::OnlyInBusiness, &object);
        }
        Ok(self.found.into_values().collect())
    }

    /// Goes on in the business up to a record of the file, and compares the two.
    fn beside(&mut self, in_file: &Object) -> Result<(), BackupError> {
        while let Some(object) = self.step()? {
            if object.key > in_file.key {
                self.next.push_front(object);
                break;
            }
            if object.key < in_file.key {
                self.tell(Difference::OnlyInBusiness, &object);
                continue;
            }
            let same =
                (object.content_type, &object.content) == (in_file.content_type, &in_file.content);
            if !same {
                self.tell(Difference::Changed, &object);
            }
            return Ok(());
        }
        self.tell(Difference::OnlyInFile, in_file);
        Ok(())
    }

    /// Takes the next record of the business.
    fn step(&mut self) -> Result<Option<Object>, BackupError> {
        if self.next.is_empty() && !self.has_ended {
            let fetched = self.reader.objects_after(self.fetched, FETCHED_AT_ONCE)?;
            self.fetched = fetched.last().map(|object| object.key).or(self.fetched);
            self.has_ended = fetched.len() < FETCHED_AT_ONCE;
            self.next.extend(fetched);
        }
        Ok(self.next.pop_front())
    }

    fn tell(&mut self, difference: Difference, object: &Object) {
        let title = interchange::title(object).unwrap_or_default();
        let kind = object.content_type;
        let name = kinds::find(kind).map_or_else(|| kind.to_string(), |kind| kind.name.to_owned());
        (self.each)(RecordDifference {
            key: object.key,
            kind: name,
            title: title.clone(),
            difference,
        });
        let found = self.found.entry(kind).or_insert_with(|| KindDifference {
            kind,
            sides: BTreeMap::new(),
        });
        found.sides.entry(difference).or_default().add(Named {
            key: object.key,
            title,
            date: None,
            currency: String::new(),
            in_file: None,
            in_business: None,
            changed_at: object.timestamp.unwrap_or(i64::MIN),
        });
    }
}

impl Side {
    fn add(&mut self, named: Named) {
        self.count = self.count.saturating_add(1);
        let at = self
            .newest
            .partition_point(|other| other.changed_at >= named.changed_at);
        if at < NAMED_COUNT_MAX {
            self.newest.insert(at, named);
            self.newest.truncate(NAMED_COUNT_MAX);
        }
    }
}
