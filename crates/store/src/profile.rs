//! What a business is, apart from its records.

use books::Key;

/// A part of a business that a backup may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// All files on all records: attachment records, their bytes, and images.
    Attachments,
    /// All emails sent from inside the program.
    Emails,
    /// The trail of changes.
    History,
}

impl Section {
    /// All three, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Attachments, Self::Emails, Self::History];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Attachments => "attachments",
            Self::Emails => "emails",
            Self::History => "history",
        }
    }

    /// The section with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.code() == code)
    }
}

/// What a business is, apart from its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The name on the Businesses screen and in file names; not the name on invoices.
    pub name: String,
    /// ISO 3166 code, as `BD`, when known.
    pub country: Option<String>,
    /// IANA name of the zone that decides what “today” is, as `Asia/Dhaka`.
    pub time_zone: String,
    /// The installation that writes this business's History now.
    pub installation: Key,
    /// Sections that were absent from the file it was brought in from.
    pub absent: Vec<Section>,
}
