//! A progress bar on a terminal, and none in a pipe.

use backup::{Cancelled, Phase, Progress};
use indicatif::{ProgressBar, ProgressStyle};
use pages::Locale;

/// Shows how far long work has come.
pub struct TerminalProgress {
    bar: ProgressBar,
    locale: Locale,
}

impl TerminalProgress {
    /// A bar on standard error, which indicatif hides when that is no terminal.
    pub fn new(locale: Locale) -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent}%") {
            bar.set_style(style);
        }
        Self { bar, locale }
    }
}

impl Progress for TerminalProgress {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        self.bar
            .set_message(self.locale.text(&format!("progress-{}", phase.code())));
        self.bar.set_length(total.max(1));
        self.bar.set_position(done);
        Ok(())
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
