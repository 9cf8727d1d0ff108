//! How long a report may become.

/// The most rows of postings or documents that one report lists (SPEC-reports.md, 1.11).
pub const ROWS_MAX: usize = 100_000;
