//! What came over when a damaged catalogue was mended (SPEC-keeping.md, 3.7).

/// What was brought over out of a damaged catalogue, and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Where the damaged one lies now; none when nothing was wrong with it, and it stayed.
    pub kept_as: Option<String>,
    /// Every part of it.
    pub parts: Vec<MendedPart>,
}

/// One part of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MendedPart {
    /// `places`, `schedules`, `rules`, `backups` or `runs`.
    pub name: &'static str,
    /// How many of its rows could be read.
    pub count: u64,
    /// Whether these are all there were.
    pub is_whole: bool,
}

impl Mended {
    /// The parts, in the order in which they are told.
    pub const PARTS: [&'static str; 5] = ["places", "schedules", "rules", "backups", "runs"];

    /// Whether nothing is lost.
    pub fn is_whole(&self) -> bool {
        self.parts.iter().all(|part| part.is_whole)
    }
}
