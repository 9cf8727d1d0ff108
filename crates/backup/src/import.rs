//! Makes a new business of a checked file, wholly or not at all (SPEC-backup.md, section 8).

use crate::check::CheckedFile;
use crate::digest::{NoSink, Sink, hex, walk, watch};
use crate::email_rows;
use crate::file_name::clean_business_name;
use crate::layout::TIJORI_EMAILS;
use crate::make::{IN_MEMORY_BYTES_MAX, SPOOL_BYTES_MAX};
use crate::part_file::io_error;
use crate::replace::as_before;
use crate::room::{self, Needs};
use crate::seal::RecordsSeal;
use crate::source::{FileSource, LiveSource, Source};
use crate::{BackupError, ContentDigest, FilePlan, Phase, Progress, random_key};
use books::{Key, Object};
use history::{Action, Contents, Draft, Entry, Stamp};
use std::io::{Seek, SeekFrom};
use std::path::PathBuf;
use store::{Blob, BusinessStore, CarriedTable, Cell, NewBusiness, Profile, StoreError};

/// What is wanted.
#[derive(Clone, Copy)]
pub struct ImportRequest<'a> {
    /// The key of the new business.
    pub key: Key,
    /// The name it is to have; none for the file's own.
    pub name: Option<&'a str>,
    /// The time zone of a business whose file tells none.
    pub time_zone: &'a str,
    /// This installation.
    pub installation: Key,
    /// Who imports, when, with which program.
    pub stamp: &'a Stamp,
}

/// What was made of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportResult {
    /// The key of the new business.
    pub key: Key,
    /// The name it got, told apart from those that were there.
    pub name: String,
    /// The digest of its content, read back from the store.
    pub content_digest: ContentDigest,
}

/// Imports a checked file as a new business beside whatever exists.
///
/// # Errors
/// [`BackupError`]; nothing is left behind and nothing that existed was touched.
pub fn import(
    store: &dyn BusinessStore,
    checked: &CheckedFile,
    request: &ImportRequest<'_>,
    progress: &dyn Progress,
) -> Result<ImportResult, BackupError> {
    let imported = import_as(store, checked, request, None, progress)?;
    work_out_figures(store, imported.key, progress);
    Ok(imported)
}

/// Has a store that keeps figures work them out now (SPEC-posting.md, 15.2), and not when somebody
/// waits for the first page. The business is there already: a stop does not undo it, and what fails
/// here is done when it is next read.
pub(crate) fn work_out_figures(store: &dyn BusinessStore, key: Key, progress: &dyn Progress) {
    let _there_already = progress.at(Phase::Posting, 0, 0);
    let _done_later = store
        .open(key)
        .and_then(|business| business.read().map(drop));
}

/// The business in whose place a new one comes, and what else is told of an import.
pub(crate) struct InPlaceOf {
    /// Its key, where there is one: the new business may bear its name.
    pub key: Option<Key>,
    /// Whether it is the same business, of which it was said that the books are kept here.
    pub keeps_answer: bool,
    /// What the entry `restored` tells besides.
    pub facts: Vec<(String, String)>,
}

/// As [`import`], in the place of another business where one is named.
pub(crate) fn import_as(
    store: &dyn BusinessStore,
    checked: &CheckedFile,
    request: &ImportRequest<'_>,
    place: Option<&InPlaceOf>,
    progress: &dyn Progress,
) -> Result<ImportResult, BackupError> {
    room_needed(store, checked).check(progress)?;
    let plan = checked.plan();
    let wanted = [request.name.unwrap_or_default(), &plan.business_name]
        .map(clean_business_name)
        .into_iter()
        .find(|name| !name.is_empty());
    let wanted = wanted.as_deref().unwrap_or(NAMELESS);
    let name = free_name(store, wanted, place.and_then(|place| place.key))?;
    let profile = Profile {
        name: name.clone(),
        country: plan.country.clone(),
        time_zone: plan
            .time_zone
            .clone()
            .unwrap_or_else(|| request.time_zone.to_owned()),
        installation: request.installation,
        absent: plan.absent.iter().map(|(section, _)| *section).collect(),
    };
    let source = FileSource::new(&checked.examined.file)?;
    let mut loader = Loader {
        business: store.begin(request.key, &profile)?,
        scratch: store.scratch().to_owned(),
    };
    let total = plan.records_count + plan.attachments_count + plan.history_count;
    progress.at(Phase::Importing, 0, total)?;
    walk(
        &source,
        &mut loader,
        &mut watch(progress, Phase::Importing, total),
    )?;
    let mut business = loader.business;
    // The proof: what the new business holds is read back and must add up to what the file does.
    progress.at(Phase::Verifying, 0, total)?;
    let mut watched = watch(progress, Phase::Verifying, total);
    let sums = walk(&LiveSource(&*business), &mut NoSink, &mut watched)?;
    if sums != checked.examined.sums {
        return Err(BackupError::Mismatch {
            file: plan.file_name.clone(),
            what: "content.digest".to_owned(),
            expected: checked.examined.sums.content_digest().to_string(),
            found: sums.content_digest().to_string(),
        });
    }
    tell_history(&mut *business, checked, request, place, &name)?;
    // The last moment at which it can be stopped: what is published is there.
    progress.at(Phase::Verifying, total, total)?;
    business.publish()?;
    Ok(ImportResult {
        key: request.key,
        name,
        content_digest: sums.content_digest(),
    })
}

/// Continues the chain: what it was brought in from, in whose place it came, and where that was
/// said before, that the books are kept in it.
fn tell_history(
    business: &mut dyn NewBusiness,
    checked: &CheckedFile,
    request: &ImportRequest<'_>,
    place: Option<&InPlaceOf>,
    name: &str,
) -> Result<(), BackupError> {
    let seal = RecordsSeal::of(&*business)?;
    let mut draft = restored(checked, request, name, &seal)?;
    draft
        .facts
        .extend(place.iter().flat_map(|place| place.facts.clone()));
    business.record(draft)?;
    let kept = place.filter(|place| place.keeps_answer);
    if let Some(old) = kept.and_then(|place| place.key) {
        business.record(as_before(old, name, request.stamp)?)?;
    }
    Ok(())
}

/// What the new business will take.
pub(crate) fn room_needed(store: &dyn BusinessStore, checked: &CheckedFile) -> Needs {
    let decoded = checked.examined.file.decoded_bytes_count();
    room::to_import(store.scratch(), decoded)
}

/// What a business is called whose name holds nothing that can be seen.
const NAMELESS: &str = "Business";

/// The name itself, or the name with the first number that tells it apart.
fn free_name(
    store: &dyn BusinessStore,
    wanted: &str,
    goes: Option<Key>,
) -> Result<String, StoreError> {
    let taken: Vec<String> = store
        .businesses()?
        .into_iter()
        .filter(|entry| Some(entry.key) != goes)
        .map(|entry| entry.name)
        .collect();
    let candidates = std::iter::once(wanted.to_owned())
        .chain((2_u32..).map(|number| format!("{wanted} ({number})")));
    let mut free = candidates.filter(|name| !taken.contains(name));
    Ok(free.next().unwrap_or_else(|| wanted.to_owned()))
}

fn restored(
    checked: &CheckedFile,
    request: &ImportRequest<'_>,
    name: &str,
    seal: &RecordsSeal,
) -> Result<Draft, BackupError> {
    let plan: &FilePlan = checked.plan();
    let absent: Vec<&str> = plan
        .absent
        .iter()
        .map(|(section, _)| section.code())
        .collect();
    let head = plan.history_head;
    let changes = plan.history_count - head.sequence.min(plan.history_count);
    let facts = [
        ("file_name", plan.file_name.clone()),
        ("file_sha256", hex(&plan.sha256)),
        ("file_form", plan.form.code().to_owned()),
        ("content_digest", plan.content_digest.to_string()),
        (
            "history_head",
            format!("{} {}", head.sequence, hex(&head.hash)),
        ),
        ("absent", absent.join(",")),
        ("other_changes", changes.to_string()),
        ("history_digest", hex(&checked.examined.sums.history.digest)),
    ];
    Ok(Draft {
        stamp: request.stamp.clone(),
        action: Action::Restored,
        key: random_key()?,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: name.to_owned(),
        facts: facts
            .into_iter()
            .chain(seal.facts())
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    })
}

/// Puts every row of the file into the business in the making.
struct Loader {
    business: Box<dyn NewBusiness>,
    scratch: PathBuf,
}

impl Sink for Loader {
    fn object(&mut self, object: &Object) -> Result<(), BackupError> {
        Ok(self.business.load_object(object)?)
    }

    fn blob(&mut self, source: &dyn Source, blob: &Blob) -> Result<(), BackupError> {
        let (name, content_type) = (blob.name.as_deref(), blob.content_type.as_deref());
        if blob.bytes_count <= IN_MEMORY_BYTES_MAX {
            let mut bytes = Vec::new();
            source.copy_blob(blob.key, &mut bytes)?;
            self.business
                .put_blob(blob.key, name, content_type, &mut bytes.as_slice())?;
            return Ok(());
        }
        let mut spool = tempfile::spooled_tempfile_in(SPOOL_BYTES_MAX, &self.scratch);
        source.copy_blob(blob.key, &mut spool)?;
        spool
            .seek(SeekFrom::Start(0))
            .map_err(|error| io_error(&self.scratch, &error))?;
        self.business
            .put_blob(blob.key, name, content_type, &mut spool)?;
        Ok(())
    }

    fn table(&mut self, table: &CarriedTable) -> Result<(), BackupError> {
        if table.name == TIJORI_EMAILS {
            return Ok(());
        }
        Ok(self.business.load_carried_table(table)?)
    }

    fn cells(&mut self, table: &CarriedTable, cells: &[Cell]) -> Result<(), BackupError> {
        if table.name == TIJORI_EMAILS {
            let (email, message) = email_rows::email_of(table, cells)?;
            return Ok(self.business.load_email(&email, &message)?);
        }
        Ok(self.business.load_carried_row(&table.name, cells)?)
    }

    fn entry(&mut self, entry: &Entry) -> Result<(), BackupError> {
        Ok(self.business.load_entry(entry)?)
    }
}
