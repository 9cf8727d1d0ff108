//! How much room a backup takes while it is made (SPEC-backup.md, section 12).

use super::{BackupForm, MakeRequest};
use crate::contents::{SectionSizes, ample_sizes, section_sizes};
use crate::room::Needs;
use crate::{BackupContents, BackupError, Progress};
use std::path::Path;
use store::Section;

/// What a row takes beside its values: its key, its places in the indexes, and its share of pages
/// that are not full, in bytes.
const ROW_BYTES: u64 = 160;
/// What a file takes that holds nothing, in bytes.
const EMPTY_BYTES: u64 = 64 * 1024;

/// Refuses a backup for which there is no room.
///
/// # Errors
/// [`BackupError::NoRoom`]; when the business cannot be read.
pub(super) fn look(request: &MakeRequest<'_>, progress: &dyn Progress) -> Result<(), BackupError> {
    needs_if_short(request, Needs::default(), progress)?.check(progress)
}

/// What a backup takes beside `others`: estimated without reading records when that is certain to
/// fit, else measured.
///
/// # Errors
/// When the business cannot be read.
pub(crate) fn needs_if_short(
    request: &MakeRequest<'_>,
    others: Needs,
    progress: &dyn Progress,
) -> Result<Needs, BackupError> {
    let reader = request.business.read()?;
    let ample = others
        .clone()
        .and(needs_of(request, &ample_sizes(&*reader)?, progress));
    if ample.check(progress).is_ok() {
        return Ok(ample);
    }
    let measured = needs_of(request, &section_sizes(&*reader)?, progress);
    Ok(others.and(measured))
}

/// What parts of these sizes take: the plain file in the scratch folder, once more where the
/// finished file is read back beside it, and the finished file beside the target.
fn needs_of(request: &MakeRequest<'_>, sizes: &SectionSizes, progress: &dyn Progress) -> Needs {
    let plain = plain_bytes(sizes, request.contents);
    let packed = packed_bytes(sizes, request.contents);
    let target = request.target.parent().unwrap_or(Path::new("."));
    let scratch = |bytes| Needs::of(request.scratch, bytes);
    match (request.form, request.encryption) {
        (BackupForm::Compressed, None) => scratch(plain).and(Needs::of(target, packed)),
        (BackupForm::Compressed, Some(_)) => {
            let read_back = plain.saturating_add(packed);
            scratch(plain.saturating_add(read_back)).and(Needs::of(target, packed))
        }
        (BackupForm::Plain, _) => {
            // On one disk the plain file gets a second name and is not copied.
            let disk = |folder| progress.disk(folder).map(|disk| disk.id);
            let copied = if disk(request.scratch) == disk(target) {
                0
            } else {
                plain
            };
            scratch(plain.saturating_mul(2)).and(Needs::of(target, copied))
        }
    }
}

/// The plain form of these parts.
fn plain_bytes(sizes: &SectionSizes, contents: BackupContents) -> u64 {
    let included = Section::ALL
        .into_iter()
        .filter(|section| contents.includes(*section))
        .map(|section| sizes.of(section));
    included
        .chain([sizes.data])
        .map(|size| {
            let rows = size.rows_count.saturating_mul(ROW_BYTES);
            size.bytes_count
                .saturating_add(size.bytes_count / 8)
                .saturating_add(rows)
        })
        .fold(EMPTY_BYTES, u64::saturating_add)
}

/// The compressed form: files that people attach are compressed already, all else becomes less
/// than half as much.
fn packed_bytes(sizes: &SectionSizes, contents: BackupContents) -> u64 {
    let plain = plain_bytes(sizes, contents);
    let files = match contents.attachments {
        true => sizes.attachments.bytes_count,
        false => 0,
    };
    files.saturating_add(plain.saturating_sub(files) / 2)
}
