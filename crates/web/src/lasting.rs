//! Work that the end of the program waits for, and work that it does not.
//!
//! Told to stop, a program finishes its answers for a while. What is then still being done on other
//! threads is of two sorts: something that only reads, for a page that nobody will see any more, is
//! left behind; a save, a backup or an import comes to its end first (docs/SPEC-users.md, 5.3).
//! Which of both a request is its method says.

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What goes on in this process, and a bell that rings when a piece of it has ended.
static GOING_ON: GoingOn = GoingOn::new();

tokio::task_local! {
    /// Stands where a request is answered that only reads.
    static ONLY_READS: ();
}

/// How many pieces of work go on that the end waits for.
struct GoingOn {
    count: Mutex<usize>,
    bell: Condvar,
}

impl GoingOn {
    const fn new() -> Self {
        Self {
            count: Mutex::new(0),
            bell: Condvar::new(),
        }
    }

    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&'static self) -> Lasting {
        *self.count() += 1;
        Lasting(self)
    }

    fn wait(&self, limit: Duration) -> bool {
        let count = self.count();
        let waited = self
            .bell
            .wait_timeout_while(count, limit, |count| *count > 0);
        waited.is_ok_and(|(count, _)| *count == 0)
    }
}

/// A piece of work that the end of the program waits for, until this is dropped.
pub(crate) struct Lasting(&'static GoingOn);

impl Drop for Lasting {
    fn drop(&mut self) {
        let mut count = self.0.count();
        *count = count.saturating_sub(1);
        drop(count);
        self.0.bell.notify_all();
    }
}

/// Begins work that the end of the program waits for.
pub(crate) fn begin() -> Lasting {
    GOING_ON.begin()
}

/// The same for work of the request that is being answered here; nothing where it only reads.
pub(crate) fn of_request() -> Option<Lasting> {
    match ONLY_READS.try_with(|()| ()) {
        Ok(()) => None,
        Err(_) => Some(begin()),
    }
}

/// Middleware: notes which requests only read.
pub async fn told_apart(request: Request, next: Next) -> Response {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        ONLY_READS.scope((), next.run(request)).await
    } else {
        next.run(request).await
    }
}

/// Waits until nothing goes on any more that the end of the program waits for, but not longer than
/// `limit`; whether all has ended.
pub fn wait(limit: Duration) -> bool {
    GOING_ON.wait(limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn the_end_waits_for_what_lasts_and_not_for_ever() {
        static HERE: GoingOn = GoingOn::new();
        assert!(HERE.wait(Duration::ZERO), "nothing goes on");
        let (one, two) = (HERE.begin(), HERE.begin());
        assert!(!HERE.wait(Duration::from_millis(10)), "both go on");
        drop(one);
        assert!(!HERE.wait(Duration::from_millis(10)), "one goes on");
        let ending = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            drop(two);
        });
        assert!(HERE.wait(Duration::from_secs(60)), "woken by its end");
        ending.join().expect("it ends");
    }

    #[tokio::test]
    async fn only_what_only_reads_is_left_behind() {
        assert!(of_request().is_some(), "outside of requests");
        let reading = ONLY_READS.scope((), async { of_request().is_none() });
        assert!(reading.await);
    }
}
