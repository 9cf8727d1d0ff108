//! Which businesses a file may be a backup of: by its History, by its records, by its name.

use crate::check::CheckedFile;
use crate::compare::same_entry;
use crate::{BackupError, FilePlan};
use books::{Key, Object, kinds};
use history::Head;
use store::{BusinessStore, Reader};

/// How many records of a file are remembered to recognise a business by.
const SAMPLE_COUNT_MAX: usize = 64;
/// A business is recognised when it has at least one of so many of the sample.
const SAMPLE_PART: usize = 8;

/// By what a business was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecognisedBy {
    /// Both Histories begin with the same entry.
    History,
    /// Records of the file are there under the same keys.
    Records,
    /// It has the same name; nothing else.
    Name,
}

impl RecognisedBy {
    /// The language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::Records => "records",
            Self::Name => "name",
        }
    }
}

/// A business that the file may be a backup of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The business.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// By what it was recognised.
    pub by: RecognisedBy,
}

/// What a business is recognised by, noted while a file is checked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traits {
    /// The first entry of its chain.
    pub first: Option<Head>,
    /// Keys that were drawn for its records: the first in key order, and so at random.
    pub keys: Vec<Key>,
}

impl Traits {
    /// Notes a record of the file.
    pub(crate) fn object(&mut self, object: &Object) {
        // The keys of built-in accounts and form defaults are the same in every business.
        let is_built_in = object.is_keyed_by_kind() || kinds::find(object.key).is_some();
        if self.keys.len() < SAMPLE_COUNT_MAX && !is_built_in {
            self.keys.push(object.key);
        }
    }
}

/// The businesses of a store that a file may be a backup of, the likeliest first: by History before
/// records before name, and then the one that has the file's own name. Businesses that cannot be
/// read are passed over.
///
/// # Errors
/// When the store cannot be read.
pub fn recognise(
    store: &dyn BusinessStore,
    checked: &CheckedFile,
) -> Result<Vec<Candidate>, BackupError> {
    let plan = checked.plan();
    let mut found = Vec::new();
    for entry in store.businesses()? {
        if entry.fault.is_some() {
            continue;
        }
        let Ok(business) = store.open(entry.key) else {
            continue;
        };
        let reader = business.read()?;
        let same_name = entry.name == plan.business_name;
        let by = by_history(&*reader, checked)?
            .or(by_records(&*reader, &checked.examined.traits)?)
            .or(same_name.then_some(RecognisedBy::Name));
        if let Some(by) = by {
            let candidate = Candidate {
                key: entry.key,
                name: entry.name,
                by,
            };
            found.push((by, !same_name, candidate));
        }
    }
    found.sort_by(|a, b| {
        let order = |it: &(RecognisedBy, bool, Candidate)| (it.0, it.1);
        order(a)
            .cmp(&order(b))
            .then_with(|| a.2.name.cmp(&b.2.name))
    });
    Ok(found
        .into_iter()
        .map(|(_, _, candidate)| candidate)
        .collect())
}

fn by_history(
    reader: &dyn Reader,
    checked: &CheckedFile,
) -> Result<Option<RecognisedBy>, BackupError> {
    let plan: &FilePlan = &checked.plan;
    // Of a History left out on purpose, the manifest still tells where it ended.
    for head in [checked.examined.traits.first, plan.withheld_head] {
        if let Some(head) = head
            && same_entry(reader, head)?
        {
            return Ok(Some(RecognisedBy::History));
        }
    }
    Ok(None)
}

fn by_records(reader: &dyn Reader, traits: &Traits) -> Result<Option<RecognisedBy>, BackupError> {
    let mut shared = 0_usize;
    for key in &traits.keys {
        shared += usize::from(reader.object(*key)?.is_some());
    }
    let enough = traits.keys.len().div_ceil(SAMPLE_PART).max(1);
    Ok((shared >= enough).then_some(RecognisedBy::Records))
}
