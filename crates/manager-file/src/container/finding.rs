//! What is odd about a file that can be read nevertheless.

/// One oddity of the container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFinding {
    /// The copy was made while the other program had the file open: its newest rows may still
    /// have been in the `-wal` file beside it.
    WalCopy,
    /// Pages of the newest entries were taken from the log beside the file.
    LogApplied {
        /// How many.
        pages_count: u64,
    },
    /// A view, trigger, virtual table, computed column, rule or default of the schema was left
    /// out. Rows are never lost by that.
    CodeDropped {
        /// Name of the table, view, trigger or index.
        name: String,
    },
    /// A known table has a column that we do not know. Its values are kept.
    ExtraColumn {
        /// Name of the table.
        table: String,
        /// Name of the column.
        column: String,
    },
    /// A table that we do not know. Its rows are kept.
    UnknownTable {
        /// Name of the table.
        table: String,
        /// How many rows it has.
        rows_count: u64,
    },
    /// The database keeps its text in UTF-16; it is read as UTF-8.
    Utf16Text,
    /// Trying its passphrase costs more than usual: opening it takes long and much memory.
    CostlyPassphrase {
        /// Log2 of the work factor.
        work_factor: u8,
    },
}

impl FileFinding {
    /// Stable name, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WalCopy => "wal-copy",
            Self::LogApplied { .. } => "log-applied",
            Self::CodeDropped { .. } => "code-dropped",
            Self::ExtraColumn { .. } => "extra-column",
            Self::UnknownTable { .. } => "unknown-table",
            Self::Utf16Text => "utf16-text",
            Self::CostlyPassphrase { .. } => "costly-passphrase",
        }
    }

    /// The names and numbers for the sentence that a face makes of it.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::WalCopy | Self::Utf16Text => Vec::new(),
            Self::LogApplied { pages_count } => vec![("pages", pages_count.to_string())],
            Self::CostlyPassphrase { work_factor } => {
                vec![("factor", work_factor.to_string())]
            }
            Self::CodeDropped { name } => vec![("name", name.clone())],
            Self::ExtraColumn { table, column } => {
                vec![("table", table.clone()), ("column", column.clone())]
            }
            Self::UnknownTable { table, rows_count } => {
                vec![("table", table.clone()), ("rows", rows_count.to_string())]
            }
        }
    }
}
