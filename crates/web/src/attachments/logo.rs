//! The logo of the business, for its papers: one of its own files.

use super::{attach, download, legacy, sniff};
use store::{Reader, StoreError};

/// The first PNG or JPEG attached to the business under a name that begins with `logo`; else the
/// picture that a file of the other program brought for the business's details. Nothing larger
/// than `bytes_max` is read.
pub(crate) fn logo(reader: &dyn Reader, bytes_max: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let is_small = |size: u64| size <= bytes_max;
    for file in attach::attachments_of(reader, attach::BUSINESS)? {
        let is_named_so = file.name.to_lowercase().starts_with("logo");
        if !is_named_so || !file.is_here || !file.bytes_count.is_some_and(is_small) {
            continue;
        }
        let sort = download::sort_of_blob(reader, file.key)?;
        if matches!(sort, Some(sniff::Sort::Png | sniff::Sort::Jpeg)) {
            let mut bytes = Vec::new();
            reader.copy_blob(file.key, &mut bytes)?;
            return Ok(Some(bytes));
        }
    }
    let image = legacy::find(reader, attach::BUSINESS)?;
    Ok(image.filter(|bytes| u64::try_from(bytes.len()).is_ok_and(is_small)))
}
