//! Streams one consistent moment of a business into a file, and proves the file before it gets
//! its name (SPEC-backup.md, section 6).

mod file_sink;
mod room;

use crate::check::{Examined, examine, prove};
use crate::digest::{Sums, walk, watch};
use crate::manifest::{FORMAT, Manifest};
use crate::part_file::PartFile;
use crate::source::LiveSource;
use crate::{
    BackupContents, BackupError, ContentDigest, Fingerprint, Limits, Opening, Phase, Progress,
    random_key,
};
pub(crate) use file_sink::{FileSink, IN_MEMORY_BYTES_MAX, SPOOL_BYTES_MAX, to_new_table};
pub(crate) use room::needs_if_short;

use history::{Action, Contents, Draft, Head, Stamp};
use manager_file::{CompressOptions, Encryption, compress_encrypted};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use store::{Business, HeadNote, Profile, Reader, Section};

/// How the copy is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupForm {
    /// Zstandard frames with a seal: small, and every bit of it is provable.
    Compressed,
    /// The database itself, for other programs.
    Plain,
}

/// What is wanted.
pub struct MakeRequest<'a> {
    /// The business to copy.
    pub business: &'a dyn Business,
    /// The path of the finished file; nothing may be there yet.
    pub target: &'a Path,
    /// A folder for private temporary files.
    pub scratch: &'a Path,
    /// Which parts are in.
    pub contents: BackupContents,
    /// How the copy is wrapped.
    pub form: BackupForm,
    /// Protects the file with a passphrase; only the compressed form can be (SPEC-backup.md,
    /// section 11). The finished file is decrypted again to prove it.
    pub encryption: Option<&'a Encryption>,
    /// The name a person knows the file by; told in the manifest and in History.
    pub file_name: &'a str,
    /// Who makes it, when, with which program.
    pub stamp: &'a Stamp,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupResult {
    /// The length of the file in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// The digest of what is in it.
    pub content_digest: ContentDigest,
    /// The sections left out on purpose.
    pub left_out: Vec<Section>,
    /// Records in it, attachment records included.
    pub records_count: u64,
    /// Files in it.
    pub attachments_count: u64,
    /// Emails in it.
    pub emails_count: u64,
    /// History entries in it.
    pub history_count: u64,
}

/// Makes a backup, reads it back, compares, names it, and writes the History entry.
///
/// # Errors
/// [`BackupError`]; no file is left behind and nothing in the business has changed, except when
/// only the History entry could not be written: the file is good then and stays.
pub fn make_backup(
    request: &MakeRequest<'_>,
    progress: &dyn Progress,
) -> Result<BackupResult, BackupError> {
    let (result, head) = make_file(request, progress)?;
    record_backup(request, &result, head, &[])?;
    Ok(result)
}

/// The same without the History entry, for whoever has more to do before it may be told: with the
/// head that the file holds.
pub(crate) fn make_file(
    request: &MakeRequest<'_>,
    progress: &dyn Progress,
) -> Result<(BackupResult, Head), BackupError> {
    if request.encryption.is_some() && request.form == BackupForm::Plain {
        return Err(BackupError::EncryptedPlain);
    }
    room::look(request, progress)?;
    let plain = PartFile::in_folder(request.scratch)?;
    let written = write_plain(request, plain.path(), progress)?;
    let folder = request
        .target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let finished = match request.form {
        BackupForm::Plain => copy_aside(&plain, folder)?,
        BackupForm::Compressed => compress_aside(&plain, folder, request.encryption, progress)?,
    };
    let examined = read_back(request, &finished, plain, written.totals, progress)?;
    let (sums, records_count, head) = (written.sums, written.records_count, written.head);
    if examined.sums != sums {
        return Err(BackupError::Mismatch {
            file: request.file_name.to_owned(),
            what: "content.digest".to_owned(),
            expected: sums.content_digest().to_string(),
            found: examined.sums.content_digest().to_string(),
        });
    }
    finished.publish(request.target)?;
    let result = BackupResult {
        bytes_count: examined.file.bytes_count(),
        sha256: examined.file.sha256(),
        content_digest: sums.content_digest(),
        left_out: request.contents.left_out(),
        records_count,
        attachments_count: examined.attachments_count,
        emails_count: sums.emails.rows_count,
        history_count: sums.history.rows_count,
    };
    Ok((result, head))
}

/// The proof: the file is opened as any stranger's file is, and must hold what was read.
fn read_back(
    request: &MakeRequest<'_>,
    finished: &PartFile,
    plain: PartFile,
    totals: Fingerprint,
    progress: &dyn Progress,
) -> Result<Examined, BackupError> {
    let (path, name) = (finished.path(), request.file_name);
    let mut examined = match (request.form, request.encryption) {
        (BackupForm::Compressed, None) => {
            prove(path, plain.into_temporary()?, name, totals, progress)
        }
        // An encrypted file is opened with the passphrase, as whoever needs it will.
        (_, encryption) => {
            let passphrase = encryption.map(Encryption::passphrase);
            let opening = Opening::in_scratch(request.scratch)
                .with_passphrase(passphrase)
                .within(&Limits::of_our_own());
            examine(path, name, &opening, Phase::Verifying, progress)
        }
    }?;
    if examined.faults.is_empty() {
        return Ok(examined);
    }
    Err(examined.faults.swap_remove(0))
}

/// What is in a plain file.
struct Written {
    sums: Sums,
    records_count: u64,
    head: Head,
    totals: Fingerprint,
}

/// Writes the plain form.
fn write_plain(
    request: &MakeRequest<'_>,
    path: &Path,
    progress: &dyn Progress,
) -> Result<Written, BackupError> {
    let reader = request.business.read()?;
    let source = LiveSource(&*reader);
    let profile = reader.profile()?;
    let total = rows_total(&*reader)?;
    progress.at(Phase::Reading, 0, total)?;
    let mut sink = FileSink::create(path, request.contents, request.scratch)?;
    let sums = walk(
        &source,
        &mut sink,
        &mut watch(progress, Phase::Reading, total),
    )?;
    let left_out = request.contents.left_out();
    let written = sums.without(&left_out);
    let mut manifest = describe(request, &profile, &written);
    manifest.tell_sections(&sums, &left_out, &request.stamp.user_name);
    let head = reader.history_head()?;
    manifest.tell_head(head);
    let records_count = sink.records_count;
    let must_last = request.form == BackupForm::Plain;
    let totals = sink.finish(&mut manifest, &source, must_last)?;
    Ok(Written {
        sums: written,
        records_count,
        head,
        totals,
    })
}

fn rows_total(reader: &dyn Reader) -> Result<u64, BackupError> {
    let mut total = reader.history_head()?.sequence;
    total += reader
        .object_counts()?
        .iter()
        .map(|(_, count)| count)
        .sum::<u64>();
    total += reader.emails_size()?.0;
    for table in reader.carried_tables()? {
        total += reader.carried_size(&table.name)?.0;
    }
    Ok(total)
}

fn describe(request: &MakeRequest<'_>, profile: &Profile, written: &Sums) -> Manifest {
    let absent: Vec<&str> = profile
        .absent
        .iter()
        .map(|section| section.code())
        .collect();
    let values = [
        ("format", FORMAT.to_owned()),
        ("program_version", request.stamp.program_version.clone()),
        ("made_at", request.stamp.instant.to_string()),
        ("made_by", request.stamp.user_name.clone()),
        ("installation", profile.installation.to_string()),
        ("file_name", request.file_name.to_owned()),
        ("business_name", profile.name.clone()),
        ("country", profile.country.clone().unwrap_or_default()),
        ("time_zone", profile.time_zone.clone()),
        ("absent_before", absent.join(",")),
        ("content_digest", written.content_digest().to_string()),
    ];
    Manifest {
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        sections: BTreeMap::new(),
    }
}

/// The plain file, moved into the folder of the target: by a link where both are on one disk.
fn copy_aside(plain: &PartFile, folder: Option<&Path>) -> Result<PartFile, BackupError> {
    let finished = PartFile::in_folder(folder.unwrap_or(Path::new(".")))?;
    if std::fs::hard_link(plain.path(), finished.path()).is_err() {
        std::fs::copy(plain.path(), finished.path())
            .and_then(|_| std::fs::File::open(finished.path())?.sync_all())
            .map_err(|error| crate::part_file::io_error(finished.path(), &error))?;
    }
    Ok(finished)
}

fn compress_aside(
    plain: &PartFile,
    folder: Option<&Path>,
    encryption: Option<&Encryption>,
    progress: &dyn Progress,
) -> Result<PartFile, BackupError> {
    let finished = PartFile::in_folder(folder.unwrap_or(Path::new(".")))?;
    let mut stopped = None;
    let mut tell = |done, total| match progress.at(Phase::Compressing, done, total) {
        Ok(()) => ControlFlow::Continue(()),
        Err(cancelled) => {
            stopped = Some(cancelled);
            ControlFlow::Break(())
        }
    };
    let (from, to) = (plain.path(), finished.path());
    let options = CompressOptions::default();
    let compressed = match encryption {
        None => manager_file::compress(from, to, &options, &mut tell),
        Some(encryption) => compress_encrypted(from, to, &options, encryption, &mut tell),
    };
    match stopped {
        Some(cancelled) => Err(cancelled.into()),
        None => compressed.map(|_| finished).map_err(BackupError::from),
    }
}

/// Writes the entry `backup` with further facts, and notes the head that the file holds outside the
/// business.
pub(crate) fn record_backup(
    request: &MakeRequest<'_>,
    result: &BackupResult,
    copied: Head,
    further: &[(&str, String)],
) -> Result<(), BackupError> {
    let left_out: Vec<&str> = result
        .left_out
        .iter()
        .map(|section| section.code())
        .collect();
    let mut facts = vec![
        ("file_name".to_owned(), request.file_name.to_owned()),
        ("file_sha256".to_owned(), crate::digest::hex(&result.sha256)),
        (
            "content_digest".to_owned(),
            result.content_digest.to_string(),
        ),
        ("left_out".to_owned(), left_out.join(",")),
    ];
    if request.encryption.is_some() {
        facts.push(("encrypted".to_owned(), "age".to_owned()));
    }
    facts.push(("history_head".to_owned(), crate::heads::head_text(copied)));
    let key = random_key()?;
    request.business.write(&mut |work| {
        let head: Head = work.history_head()?;
        work.record(Draft {
            stamp: request.stamp.clone(),
            action: Action::Backup,
            key,
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: request.file_name.to_owned(),
            facts: facts
                .iter()
                .cloned()
                .chain([("head_now".to_owned(), head.sequence.to_string())])
                .chain(
                    further
                        .iter()
                        .map(|(name, value)| ((*name).to_owned(), value.clone())),
                )
                .collect(),
        })?;
        Ok(())
    })?;
    request.business.note_head(&HeadNote {
        instant: request.stamp.instant,
        head: copied,
        file_sha256: result.sha256,
        file_name: request.file_name.to_owned(),
    })?;
    Ok(())
}
