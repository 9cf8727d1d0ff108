//! The names of the tables of a backup (SPEC-backup.md, sections 3 and 4).

use books::Object;
use books::kinds;
use store::Section;

/// The other program's table of attachments' bytes.
pub(crate) const BLOBS: &str = "Blobs";
/// Our table of the parts of files too long for one value.
pub(crate) use manager_file::standard_tables::BLOB_PARTS;
/// The other program's table of images.
pub(crate) const IMAGES: &str = "Images";
/// The other program's table of emails.
pub(crate) const EMAILS: &str = "Emails";
/// Our table of emails (SPEC-emails.md, section 5).
pub(crate) const TIJORI_EMAILS: &str = "TijoriEmails";
/// The other program's table of changes.
pub(crate) const CHANGES: &str = "Changes";
/// The table of records.
pub(crate) const OBJECTS: &str = "Objects";
/// Our facts about each entry of the trail.
pub(crate) const HISTORY: &str = "TijoriHistory";
/// Names and values that say what the file is.
pub(crate) const MANIFEST: &str = "TijoriManifest";
/// What each section holds, also of sections left out.
pub(crate) const SECTIONS: &str = "TijoriSections";
/// Rows that broke the rules of `Objects`.
pub(crate) const ODD_OBJECTS: &str = "TijoriOddObjects";
/// Rows that broke the rules of `Blobs`.
pub(crate) const ODD_BLOBS: &str = "TijoriOddBlobs";
/// Values of columns that nobody here knows.
pub(crate) const EXTRA_COLUMNS: &str = "TijoriExtraColumns";

/// Whether the record is an attachment's, which belongs to the section that may be left out.
pub(crate) fn is_attachment(object: &Object) -> bool {
    object.content_type == kinds::ATTACHMENT && !object.is_keyed_by_kind()
}

/// The section that a carried table belongs to; none when it is always in.
pub(crate) fn section_of(table: &str) -> Option<Section> {
    match table {
        IMAGES => Some(Section::Attachments),
        EMAILS | TIJORI_EMAILS => Some(Section::Emails),
        CHANGES => Some(Section::History),
        _ => None,
    }
}
