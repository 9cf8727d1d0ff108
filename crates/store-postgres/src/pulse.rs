//! Whether anybody is there: asked by a connection of its own, which is made for it and let go of.
//!
//! A server that is frozen, or that the network has lost, refuses nothing and answers nothing. One
//! that works on a long statement for somebody does answer everybody else. The system underneath
//! cannot tell the two apart, another call can (docs/SPEC-cloud.md, 2.16).

use crate::line::Fault;
use crate::tls::Call;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long whoever is there may take to answer a call.
const ANSWER_WAIT: Duration = Duration::from_millis(2_500);
/// For how long what was found out is good: a hundred who wait do not make a hundred calls.
const FRESH: Duration = Duration::from_secs(1);

/// Finds out whether the database is there; one for all connections to it.
#[derive(Clone)]
pub struct Pulse(Arc<Inner>);

struct Inner {
    call: Call,
    /// When it was felt for last, and whether it was there.
    last: Mutex<Option<(Instant, bool)>>,
    is_silent: AtomicBool,
}

impl Pulse {
    /// Of the database that is called so.
    pub fn of(call: Call) -> Self {
        Self(Arc::new(Inner {
            call,
            last: Mutex::new(None),
            is_silent: AtomicBool::new(false),
        }))
    }

    /// Whether somebody is there now. Those who want to know at the same time learn it together.
    pub fn is_felt(&self) -> bool {
        let mut last = self.0.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, is_felt)) = *last
            && at.elapsed() < FRESH
        {
            return is_felt;
        }
        let is_felt = self.0.is_answered();
        *last = Some((Instant::now(), is_felt));
        self.0.is_silent.store(!is_felt, Ordering::Relaxed);
        is_felt
    }

    /// Whether nobody was there last, and nobody is now. It costs nothing while all is well.
    pub fn is_lost(&self) -> bool {
        self.0.is_silent.load(Ordering::Relaxed) && !self.is_felt()
    }
}

impl Inner {
    fn is_answered(&self) -> bool {
        match self.call.connect_within(ANSWER_WAIT) {
            Ok(line) => {
                line.farewell();
                true
            }
            // Whoever refuses a call is there.
            Err(Fault::Told(error)) => error.as_db_error().is_some(),
            Err(Fault::Silent | Fault::NotBegun(_)) => false,
        }
    }
}
