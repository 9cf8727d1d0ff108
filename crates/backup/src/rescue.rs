//! Rescues what is whole out of a damaged file, into a business that says what it is
//! (docs/SPEC-rescue.md).
//!
//! The rows that can still be read are taken out of the file ([`manager_file::salvage()`]). Each is
//! judged: proved to be as it was made, or uncertain; and what is known to be lost is named. What
//! is brought over is written into a fresh file, which goes through the same check, import and
//! proof as any other. Nothing is rescued without having been told first.

mod judge;
mod report;
mod source;
mod trail;

use crate::check::{CheckedFile, examine_rescued};
use crate::digest::{NoSink, walk};
use crate::email_rows;
use crate::history_rows::history_table;
use crate::import::{InPlaceOf, import_as, work_out_figures};
use crate::layout::{BLOBS, MANIFEST, OBJECTS, SECTIONS};
use crate::make::FileSink;
use crate::manifest::Manifest;
use crate::part_file::PartFile;
use crate::room;
use crate::{
    BackupContents, BackupError, FilePlan, ImportRequest, ImportResult, Made, Opening, Phase,
    Progress,
};
use judge::Judgement;
use manager_file::{
    Column, Limits, ManagerFile, NewTable, ReadError, Salvage, SalvageRequest, SalvagedTable,
};
pub use report::{
    RescueCounts, RescueItem, RescueReport, RescueState, StoredRescue, rescue_csv, stored_rescue,
};
use source::Rescued;
use std::path::Path;
use store::{BusinessStore, Section};
use trail::Trail;

/// What can be rescued out of a damaged file. It holds a private copy, which goes with it.
pub struct Rescue {
    checked: CheckedFile,
    report: RescueReport,
}

impl Rescue {
    /// What would be brought over.
    pub fn plan(&self) -> &FilePlan {
        self.checked.plan()
    }

    /// What is whole, what is uncertain, and what is lost.
    pub fn report(&self) -> &RescueReport {
        &self.report
    }
}

/// Whether a file that was refused for this reason may be worth rescuing: it is damaged, and
/// nothing else.
pub fn is_rescuable(error: &BackupError) -> bool {
    let codes = [
        "altered",
        "bad-manifest",
        "cut-short",
        "damaged",
        "duplicate-keys",
        "encryption-damaged",
        "manifest-mismatch",
        "not-a-backup",
        "overwritten",
        "schema-is-code",
    ];
    codes.contains(&error.code())
}

/// Looks what can be rescued out of a file, which people know as `file_name`. Nothing is changed.
/// An encrypted one is decrypted around its damage with the passphrase of `opening`; its log is not
/// looked at.
///
/// # Errors
/// [`BackupError`] when no row of a business can be read out of it, or the scratch folder cannot be
/// used; nothing is left behind then.
pub fn prepare_rescue(
    path: &Path,
    file_name: &str,
    opening: &Opening<'_>,
    progress: &dyn Progress,
) -> Result<Rescue, BackupError> {
    let (scratch, limits) = (opening.scratch, &opening.limits);
    progress.at(Phase::Reading, 0, 0)?;
    room::to_look_into(path, scratch).check(progress)?;
    let about = |error: BackupError| error.about(file_name);
    let salvaged = PartFile::in_folder(scratch)?;
    let request = SalvageRequest {
        path,
        name: file_name,
        target: salvaged.path(),
        scratch,
        passphrase: opening.passphrase,
        limits,
        known: &known_tables(),
    };
    let told = take_out(&request, progress).map_err(about)?;
    let patient = Limits {
        // What came out is our own file: its check may take as long as it needs.
        check_steps: u64::MAX,
        ..limits.clone()
    };
    let file = ManagerFile::open(salvaged.path(), scratch, &patient)?;
    // A manifest is believed when it agrees with its own digest, and not at all otherwise.
    let manifest = Manifest::read(&file, file_name).ok().flatten();
    let trail = Trail::read(&file, &told, manifest.as_ref())?;
    let mut judgement = Judgement::of(&file, &told, &trail, manifest.as_ref())?;
    prove_sections(&file, &trail, &mut judgement, manifest.as_ref())?;
    let mut report = RescueReport::of(file_name, &told, &trail, judgement.items, manifest.as_ref());
    report.counts.certain_from(&judgement.brought);
    let rescued = Rescued::new(&file, &trail, judgement.from_changes, judgement.dropped);
    let plain = PartFile::in_folder(scratch)?;
    let mut sink = FileSink::create(plain.path(), BackupContents::default(), scratch)?;
    walk(&rescued.telling(&report), &mut sink, &mut |done| {
        Ok(progress.at(Phase::Reading, done, 0)?)
    })?;
    sink.close()?;
    let examined = examine_rescued(plain.path(), file_name, (scratch, &patient), progress)?;
    let mut plan = FilePlan::of(&examined, file_name);
    describe(&mut plan, &told, manifest.as_ref());
    plan.encrypted = manager_file::is_encrypted_file(path);
    report.now = plan.fingerprint.clone();
    let checked = CheckedFile { examined, plan };
    Ok(Rescue { checked, report })
}

/// Brings over what can be rescued, as a new business beside whatever exists.
///
/// # Errors
/// [`BackupError`]; nothing is left behind and nothing that existed was touched.
pub fn rescue(
    store: &dyn BusinessStore,
    rescue: &Rescue,
    request: &ImportRequest<'_>,
    progress: &dyn Progress,
) -> Result<ImportResult, BackupError> {
    let told = InPlaceOf {
        key: None,
        keeps_answer: false,
        facts: rescue.report.facts(),
    };
    let imported = import_as(store, &rescue.checked, request, Some(&told), progress)?;
    work_out_figures(store, imported.key, progress);
    Ok(imported)
}

fn take_out(request: &SalvageRequest<'_>, progress: &dyn Progress) -> Result<Salvage, BackupError> {
    let mut stopped = None;
    let told = manager_file::salvage(request, &mut |rows| {
        stopped = progress.at(Phase::Reading, rows, 0).err();
        stopped.is_none()
    });
    match stopped {
        Some(cancelled) => Err(cancelled.into()),
        None => told.map_err(|error: ReadError| BackupError::Refused(error)),
    }
}

/// Where nothing but the manifest can prove a whole section, it may: when the section adds up to
/// what the manifest tells, nothing of it is lost and all of it is certain.
fn prove_sections(
    file: &ManagerFile,
    trail: &Trail,
    judgement: &mut Judgement,
    manifest: Option<&Manifest>,
) -> Result<(), BackupError> {
    let Some(manifest) = manifest.filter(|_| !judgement.items.is_empty()) else {
        return Ok(());
    };
    let from_changes = judgement.from_changes.clone();
    let source = Rescued::new(file, trail, from_changes, judgement.dropped.clone());
    let sums = walk(&source, &mut NoSink, &mut |_| Ok(()))?;
    for (name, found) in sums.named() {
        let told = manifest.sections.get(name);
        if told.is_some_and(|told| told.left_out_by.is_none() && told.sum == *found) {
            judgement.clear(name);
        }
    }
    Ok(())
}

/// The plan tells of the file as it was given, not of the fresh one.
fn describe(plan: &mut FilePlan, told: &Salvage, manifest: Option<&Manifest>) {
    plan.form = told.form;
    plan.sealed = false;
    plan.bytes_count = told.bytes_count;
    plan.sha256 = told.sha256;
    let Some(manifest) = manifest else {
        return;
    };
    let value = |name: &str| Some(manifest.value(name).to_owned()).filter(|it| !it.is_empty());
    if let Some(name) = value("business_name") {
        plan.business_name = name;
    }
    plan.country = value("country").or(plan.country.take());
    plan.time_zone = value("time_zone").or(plan.time_zone.take());
    plan.made = manifest.made_at().map(|at| Made {
        at,
        by: manifest.value("made_by").to_owned(),
        program_version: manifest.value("program_version").to_owned(),
    });
    let left_out = manifest.left_out();
    for (section, absence) in &mut plan.absent {
        if let Some((_, by)) = left_out.iter().find(|(other, _)| other == section) {
            *absence = crate::Absence::LeftOut { by: by.clone() };
        }
    }
}

/// Our own tables, by whose looks rows are known when the list of tables is lost.
fn known_tables() -> Vec<NewTable> {
    let table = |name: &str, columns: &[(&str, &str)]| {
        let columns = columns.iter().enumerate();
        NewTable {
            name: name.to_owned(),
            columns: columns
                .map(|(at, (name, of_type))| Column {
                    not_null: at == 0,
                    primary_key: u32::from(at == 0),
                    ..Column::new(name, of_type)
                })
                .collect(),
            without_rowid: false,
        }
    };
    vec![
        history_table(),
        crate::make::to_new_table(&email_rows::table()),
        table(MANIFEST, &[("Name", "TEXT"), ("Value", "TEXT")]),
        table(
            SECTIONS,
            &[
                ("Section", "TEXT"),
                ("State", "TEXT"),
                ("LeftOutBy", "TEXT"),
                ("Rows", "INTEGER"),
                ("Bytes", "INTEGER"),
                ("Digest", "BLOB"),
            ],
        ),
    ]
}

/// The name of the section that a table belongs to.
fn section_name(table: &str) -> &'static str {
    match crate::layout::section_of(table) {
        Some(section) => section.code(),
        None if [BLOBS, crate::layout::BLOB_PARTS].contains(&table) => Section::Attachments.code(),
        None if table == crate::layout::HISTORY => Section::History.code(),
        None => "data",
    }
}

/// Whether a table is one of those that only a rescued business has: they are told by the pages of
/// the rescue, and are nothing unknown.
pub(crate) fn is_own_table(name: &str) -> bool {
    [
        report::STORED_FACTS,
        report::STORED_ITEMS,
        source::LOOSE_ENTRIES,
    ]
    .contains(&name)
}

/// Whether a table is that of the records.
fn is_records(table: &SalvagedTable) -> bool {
    table.name.eq_ignore_ascii_case(OBJECTS)
}
