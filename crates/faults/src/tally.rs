//! What a programme came to: how much was tried, what was counted, what failed.

use std::collections::BTreeMap;

/// More failures than this are counted and not listed.
const FAILURES_LISTED_MAX: usize = 12;

/// The result of one programme.
#[derive(Debug, Default)]
pub struct Tally {
    /// How many times something was broken.
    pub points: u64,
    /// What was seen how often, by a short name.
    pub counts: BTreeMap<String, u64>,
    /// Figures worth a line.
    pub figures: Vec<String>,
    /// What this machine could not do.
    pub skipped: Vec<String>,
    /// The first of what went wrong.
    pub failures: Vec<String>,
    /// How much went wrong.
    pub failures_count: u64,
}

impl Tally {
    /// Counts something.
    pub fn count(&mut self, what: &str) {
        self.add(what, 1);
    }

    /// Counts something several times.
    pub fn add(&mut self, what: &str, times: u64) {
        *self.counts.entry(what.to_owned()).or_default() += times;
    }

    /// Something that must not happen did.
    pub fn fail(&mut self, sentence: impl Into<String>) {
        self.failures_count += 1;
        if self.failures.len() < FAILURES_LISTED_MAX {
            self.failures.push(sentence.into());
        }
    }

    /// Whether nothing went wrong.
    pub fn is_clean(&self) -> bool {
        self.failures_count == 0
    }

    /// The lines for the screen, and for docs/RELIABILITY.md.
    pub fn lines(&self, name: &str, seconds: f64) -> Vec<String> {
        let counts: Vec<String> = self
            .counts
            .iter()
            .map(|(what, count)| format!("{what} {count}"))
            .collect();
        let mut lines = vec![format!(
            "{name}: {} points, {} failures, {seconds:.1} s{}{}",
            self.points,
            self.failures_count,
            if counts.is_empty() { "" } else { "; " },
            counts.join(", ")
        )];
        lines.extend(self.figures.iter().map(|line| format!("    {line}")));
        lines.extend(
            self.skipped
                .iter()
                .map(|line| format!("    skipped: {line}")),
        );
        lines.extend(
            self.failures
                .iter()
                .map(|line| format!("    FAILED {line}")),
        );
        lines
    }
}
