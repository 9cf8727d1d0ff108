//! A progress bar on a terminal, and none in a pipe; and the way to stop long work from there.

use crate::commands::told_to_stop;
use backup::{Cancelled, Phase, Progress};
use indicatif::{ProgressBar, ProgressStyle};
use pages::Locale;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody told the program to stop: it has one terminal and does one thing.
static IS_STOPPED: AtomicBool = AtomicBool::new(false);
/// The exit code of shells for what Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Shows how far long work has come.
pub struct TerminalProgress {
    bar: ProgressBar,
    locale: Locale,
}

impl TerminalProgress {
    /// A bar on standard error, which indicatif hides when that is no terminal.
    /// From now on Ctrl-C stops the work at its next step, so that nothing half is left behind;
    /// told once more, the program ends at once.
    pub fn new(locale: Locale) -> Self {
        static LISTENS: Once = Once::new();
        LISTENS.call_once(|| {
            std::thread::spawn(listen);
        });
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
        if IS_STOPPED.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        Ok(())
    }
}

/// Waits to be told to stop, and for the second time.
fn listen() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    // Without it Ctrl-C ends the program at once, as it does with most.
    let Ok(runtime) = runtime else { return };
    runtime.block_on(told_to_stop());
    IS_STOPPED.store(true, Ordering::Relaxed);
    runtime.block_on(told_to_stop());
    std::process::exit(INTERRUPTED);
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
