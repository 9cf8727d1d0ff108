//! Why a PDF could not be made.
//!
//! All but one say that the caller asked for more than a file may hold. What is merely unpleasant,
//! like a logo that cannot be read, is a [`crate::Notice`] and never stops an invoice.

/// A reason, with everything a face needs to translate it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// A list is longer than a file may hold.
    #[error("there are {count} {list}, but a PDF holds at most {max}; choose a shorter period")]
    TooMany {
        /// Which list, in English: `rows`, `columns`, `totals`, `lines of details`.
        list: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        max: usize,
    },
    /// A row has more cells than there are columns, so that one would have no place.
    #[error("row {row} has {count} cells, but there are {columns} columns")]
    CellWithoutColumn {
        /// Which row, from 1.
        row: usize,
        /// Its cells.
        count: usize,
        /// The columns of the table.
        columns: usize,
    },
    /// One text is too long.
    #[error(
        "the text that begins with \"{beginning}\" has {count} characters, but at most {max} fit; \
         shorten it or attach it as a file of its own"
    )]
    TextTooLong {
        /// Its first characters, so that it can be found.
        beginning: String,
        /// Its characters.
        count: usize,
        /// How many there may be.
        max: usize,
    },
    /// All texts together are too long.
    #[error("the texts are longer than {max} characters together; choose a shorter period")]
    AllTextsTooLong {
        /// How many characters there may be.
        max: usize,
    },
    /// The date of the file is not in the calendar.
    #[error("{year}-{month}-{day} is not a date")]
    NoSuchDate {
        /// The year as given.
        year: i32,
        /// The month as given, 1 for January.
        month: u8,
        /// The day as given, from 1.
        day: u8,
    },
    /// The typesetting engine failed. That is a fault of ours or of a font, never the user's.
    #[error("the PDF could not be typeset: {reason}; print the page instead and report this")]
    NotTypeset {
        /// What the engine said, in English.
        reason: String,
    },
}

impl PdfError {
    /// A stable word for the kind of error, free of language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "pdf-too-many",
            Self::CellWithoutColumn { .. } => "pdf-cell-without-column",
            Self::TextTooLong { .. } => "pdf-text-too-long",
            Self::AllTextsTooLong { .. } => "pdf-all-texts-too-long",
            Self::NoSuchDate { .. } => "pdf-no-such-date",
            Self::NotTypeset { .. } => "pdf-not-typeset",
        }
    }

    /// The particulars by name, for a translated sentence.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooMany { list, count, max } => vec![
                ("list", (*list).to_owned()),
                ("count", count.to_string()),
                ("max", max.to_string()),
            ],
            Self::CellWithoutColumn {
                row,
                count,
                columns,
            } => vec![
                ("row", row.to_string()),
                ("count", count.to_string()),
                ("columns", columns.to_string()),
            ],
            Self::TextTooLong {
                beginning,
                count,
                max,
            } => vec![
                ("beginning", beginning.clone()),
                ("count", count.to_string()),
                ("max", max.to_string()),
            ],
            Self::AllTextsTooLong { max } => vec![("max", max.to_string())],
            Self::NoSuchDate { year, month, day } => {
                vec![("date", format!("{year}-{month}-{day}"))]
            }
            Self::NotTypeset { reason } => vec![("reason", reason.clone())],
        }
    }
}
