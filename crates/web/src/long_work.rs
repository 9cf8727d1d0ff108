//! Long work on a blocking thread, watched and stopped from pages.

use backup::{Cancelled, Phase, Progress};
use maud::{Markup, html};
use pages::{Locale, forms};
use serde::Deserialize;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::time::Duration;

/// How long a form waits for its work before it shows a page of progress: most work is done by
/// then, and nobody has to look at a page that is gone at once.
pub(crate) const PATIENCE: Duration = Duration::from_millis(1500);

/// What is added to the address of a page of progress by scripts that ask for it again and again:
/// such a question about finished work is led to the finished page, which then loads whole.
pub(crate) const POLL: &str = "poll";

/// Reloads the page every two seconds where scripts are off; where they are on, they ask.
pub(crate) fn reload_without_scripts() -> Markup {
    html! { noscript { meta http-equiv="refresh" content="2"; } }
}

/// The button below a bar of progress: stops the work of the page at `here`.
pub(crate) fn stop_button(locale: Locale, here: &str) -> Markup {
    let action = format!("{here}/cancellation");
    html! {
        div .form-buttons { (forms::button_form(&action, &locale.text("button-stop"), &[])) }
    }
}

/// The query of a page of progress.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    poll: Option<String>,
}

impl Asked {
    /// Whether a script asks.
    pub(crate) fn by_script(&self) -> bool {
        self.poll.is_some()
    }
}

/// How far one piece of work has come; shared between the work and its pages.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    phase: AtomicU8,
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Watch {
    /// Asks the work to stop at its next step.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked it to stop.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The phase, and how much of it is done in thousandths when that is known.
    pub(crate) fn now(&self) -> (Phase, Option<u16>) {
        let at = usize::from(self.phase.load(Ordering::Relaxed));
        let phase = Phase::ALL.get(at).copied().unwrap_or(Phase::Reading);
        let total = u128::from(self.total.load(Ordering::Relaxed));
        let done = u128::from(self.done.load(Ordering::Relaxed));
        let part = (done.min(total) * 1000)
            .checked_div(total)
            .and_then(|part| u16::try_from(part).ok());
        (phase, part)
    }

    /// How many units of the phase are done.
    pub(crate) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }
}

impl Progress for Watch {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        let number = Phase::ALL.iter().position(|other| *other == phase);
        let number = number.unwrap_or(0);
        self.phase
            .store(u8::try_from(number).unwrap_or(0), Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
        if self.is_stopped() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_watched_and_stopped() {
        let watch = Watch::default();
        assert_eq!(watch.now(), (Phase::Reading, None));
        assert!(watch.at(Phase::Verifying, 3, 4).is_ok());
        assert_eq!(watch.now(), (Phase::Verifying, Some(750)));
        assert!(watch.at(Phase::Verifying, u64::MAX, u64::MAX).is_ok());
        assert_eq!(watch.now().1, Some(1000));
        assert!(!watch.is_stopped());
        watch.stop();
        assert!(watch.is_stopped());
        assert_eq!(watch.at(Phase::Importing, 0, 1), Err(Cancelled));
    }
}
