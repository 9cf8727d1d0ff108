//! How long threads of a node work: they take one thing after the other until the program ends, and
//! what is being done then has a minute more. What is not done by then another node takes.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::StoreError;

/// How long the end of the program waits for what is being done.
const FAREWELL: Duration = Duration::from_secs(60);

/// The time in which threads work, shared by them and whoever ends it.
#[derive(Default)]
pub struct Shift {
    /// When everything has to be over, once the program is ending.
    over_at: Mutex<Option<Instant>>,
    bell: Condvar,
}

impl Shift {
    /// Takes one thing after the other until the program ends. `next` takes and does one, and says
    /// whether there was any; where there was none, or none could be taken, it is asked again after
    /// `pause`. `what` names it in the log.
    pub fn work(
        &self,
        what: &str,
        pause: Duration,
        mut next: impl FnMut() -> Result<bool, StoreError>,
    ) {
        while !self.is_ending() {
            match next() {
                Ok(true) => {}
                Ok(false) => self.rest(pause),
                Err(error) => {
                    tracing::warn!(code = error.code(), what, "no work could be taken");
                    self.rest(pause);
                }
            }
        }
    }

    /// Whether nothing new is begun any more.
    pub fn is_ending(&self) -> bool {
        self.over_at().is_some()
    }

    /// Whether what is being done has to stop where it is.
    pub fn is_over(&self) -> bool {
        self.over_at().is_some_and(|end| Instant::now() >= end)
    }

    /// Has nothing new begun, and wakes whoever rests.
    pub fn end(&self) {
        *self.over_at() = Some(Instant::now() + FAREWELL);
        self.bell.notify_all();
    }

    fn over_at(&self) -> MutexGuard<'_, Option<Instant>> {
        self.over_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rest(&self, pause: Duration) {
        let over_at = self.over_at();
        // Whether it was rung or slept through makes no difference: the loop looks again.
        let _ = self
            .bell
            .wait_timeout_while(over_at, pause, |over_at| over_at.is_none());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    #[test]
    fn whoever_rests_is_woken_and_begins_nothing_new() {
        let shift = Arc::new(Shift::default());
        let (working, begun) = (shift.clone(), Instant::now());
        let thread = thread::spawn(move || {
            let mut asked = 0;
            working.work("errand", Duration::from_secs(3600), || {
                asked += 1;
                match asked {
                    1 => Ok(true),
                    2 => Ok(false),
                    _ => panic!("it was asked again after the end"),
                }
            });
            asked
        });
        // The end comes while it works or while it rests: both are told at once.
        thread::sleep(Duration::from_millis(50));
        assert!(!shift.is_ending() && !shift.is_over());
        shift.end();
        let asked = thread.join().expect("the thread ends");
        assert!((1..=2).contains(&asked), "{asked}");
        assert!(begun.elapsed() < Duration::from_secs(60));
        assert!(shift.is_ending(), "nothing new");
        assert!(!shift.is_over(), "what is being done has a minute");
    }

    #[test]
    fn a_database_that_does_not_answer_is_asked_again() {
        let shift = Shift::default();
        let mut asked = 0;
        shift.work("job", Duration::from_millis(1), || {
            asked += 1;
            if asked == 3 {
                shift.end();
            }
            Err(StoreError::Unreachable {
                reason: "gone".to_owned(),
            })
        });
        assert_eq!(asked, 3);
    }
}
