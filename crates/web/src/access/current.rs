//! Who asks, for as long as a request lasts, wherever its work is done.
//!
//! The gate says it for the task of the request; [`blocking`](crate::blocking) hands it on to the
//! thread that does the work. So the stamp of a change names who made it, and a list shows what its
//! reader may see, without every function in between passing it along.

use super::factor_rule::Factor;
use super::programs::covers;
use crate::{PageError, lasting};
use axum::http::StatusCode;
use books::Key;
use jiff::Timestamp;
use jiff::civil::Date;
use std::cell::RefCell;
use std::future::Future;
use std::sync::Arc;
use store::{Reader, StoreError};
use users::{AccessToken, Operation, Role, Session, Subject, User, Visitor, authorize};

tokio::task_local! {
    static OF_TASK: Arc<Current>;
}

thread_local! {
    static OF_THREAD: RefCell<Option<Arc<Current>>> = const { RefCell::new(None) };
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Current {
    /// As whom.
    pub user: User,
    /// With what it is asked.
    pub by: By,
    /// From which address, for the security log.
    pub address: String,
    /// Until when the books stay open, where that is worth saying on every page.
    pub open_until: Option<OpenUntil>,
    /// Whether a second factor is owed.
    pub factor: Factor,
}

/// What whoever stands in front of the pages tells them of a request: until which day the books
/// stay open, and why no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenUntil {
    /// A trial ends.
    Trial(Date),
    /// A payment is late.
    PastDue(Date),
}

/// With what someone asks.
#[derive(Debug, Clone)]
pub enum By {
    /// A browser's session, with an administrator who acts for the user.
    Session(Box<Visitor>),
    /// A program's access token.
    Token(Box<AccessToken>),
}

impl Current {
    /// As whom something is permitted or not.
    pub fn subject(&self) -> Subject {
        Subject::User(Box::new(self.user.clone()))
    }

    /// The session, when it is asked with one.
    pub fn session(&self) -> Option<&Session> {
        match &self.by {
            By::Session(visitor) => Some(&visitor.session),
            By::Token(_) => None,
        }
    }

    /// An administrator who acts for the user.
    pub fn administrator(&self) -> Option<&User> {
        match &self.by {
            By::Session(visitor) => visitor.administrator.as_ref(),
            By::Token(_) => None,
        }
    }

    /// The token, when it is asked with one.
    pub fn token(&self) -> Option<&AccessToken> {
        match &self.by {
            By::Session(_) => None,
            By::Token(token) => Some(token),
        }
    }

    /// The key of the token, when it is asked with one.
    pub fn key_of_token(&self) -> Option<Key> {
        self.token().map(|token| token.key)
    }

    /// What History and pages call whoever acts: the user, before it an administrator who acts for
    /// the user, and behind it the token of a program.
    pub fn full_name(&self) -> String {
        let name = &self.user.full_name;
        match (self.administrator(), self.token()) {
            (Some(administrator), _) => format!("{} → {name}", administrator.full_name),
            (None, Some(token)) => format!("{name} · API: {}", token.name),
            (None, None) => name.clone(),
        }
    }

    /// The key of whoever really acts.
    pub fn key(&self) -> Key {
        self.administrator().unwrap_or(&self.user).key
    }
}

/// Who asks; nobody where nobody signs in, and outside of requests.
pub fn get() -> Option<Arc<Current>> {
    OF_TASK
        .try_with(Arc::clone)
        .ok()
        .or_else(|| OF_THREAD.with_borrow(Clone::clone))
}

/// Answers a request of someone.
pub async fn within<F: Future>(current: Arc<Current>, answer: F) -> F::Output {
    OF_TASK.scope(current, answer).await
}

/// Does work on this thread for someone, or for nobody.
pub fn on_thread<T>(current: Option<Arc<Current>>, work: impl FnOnce() -> T) -> T {
    /// Puts back what was there before, also when the work panics: the thread is used again.
    struct Before(Option<Arc<Current>>);
    impl Drop for Before {
        fn drop(&mut self) {
            OF_THREAD.set(self.0.take());
        }
    }
    let _before = Before(OF_THREAD.replace(current));
    work()
}

/// Long work on a thread of its own, for whoever asks for it now. The end of the program waits for
/// it.
pub fn spawn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> tokio::task::JoinHandle<T> {
    let lasting = lasting::begin();
    spawn_reading(move || {
        let _until_the_end = lasting;
        work()
    })
}

/// The same for work that keeps nothing, for which the end of the program does not wait.
pub fn spawn_reading<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> tokio::task::JoinHandle<T> {
    let current = get();
    tokio::task::spawn_blocking(move || on_thread(current, work))
}

/// Whether whoever asks may do this in a business that lives in this time zone: for what pages
/// offer. The gate decides again when it is asked for.
pub fn may(business: Key, operation: Operation, zone: &str) -> bool {
    get().is_none_or(|current| {
        let today = backup::today(Timestamp::now(), zone);
        let token = current.token();
        token.is_none_or(|token| covers(token, business, &operation))
            && authorize(&current.subject(), business, operation, today).is_ok()
    })
}

/// Whether whoever asks may do everything in the installation.
pub fn governs() -> bool {
    get().is_none_or(|current| current.user.role == Role::Administrator)
}

/// The areas of a business in this time zone that whoever asks may see; all of them where nothing
/// is said.
pub fn visible_areas(business: Key, zone: &str) -> Option<Vec<String>> {
    let current = get()?;
    let today = backup::today(Timestamp::now(), zone);
    users::visible_areas(&current.subject(), business, today)
}

/// Passes when whoever asks may see records of this kind: where an address names one record, and a
/// form another one from which it takes something.
///
/// # Errors
/// `not-allowed`; when the store cannot be read.
pub fn require_sight<R: Reader + ?Sized>(
    reader: &R,
    business: Key,
    kind: Key,
) -> Result<(), StoreError> {
    // A kind without a description is in no area that anybody was allowed.
    let area = interchange::spec(kind).map_or("", |spec| spec.slug);
    require_view(reader, business, area)
}

/// Passes when whoever asks may look at this area.
///
/// # Errors
/// As [`require_sight`].
pub fn require_view<R: Reader + ?Sized>(
    reader: &R,
    business: Key,
    area: &str,
) -> Result<(), StoreError> {
    if get().is_none() {
        return Ok(());
    }
    let zone = reader.profile()?.time_zone;
    match may(business, Operation::View(area.to_owned()), &zone) {
        true => Ok(()),
        false => Err(not_allowed().into()),
    }
}

/// Passes when whoever asks may do this: where what an address asks for is known only when the
/// books are open.
///
/// # Errors
/// As [`require_sight`].
pub fn require_operation<R: Reader + ?Sized>(
    reader: &R,
    business: Key,
    operation: Operation,
) -> Result<(), StoreError> {
    if get().is_none() || may(business, operation, &reader.profile()?.time_zone) {
        return Ok(());
    }
    Err(not_allowed().into())
}

fn not_allowed() -> PageError {
    PageError::new(StatusCode::FORBIDDEN, "not-allowed")
}

/// The kinds of record that whoever asks may see in one business: a page of one area shows nothing
/// of another (SPEC-users.md, 2.8).
#[derive(Debug, Clone)]
pub struct Sight(Option<Vec<String>>);

impl Sight {
    /// What may be seen now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read<R: Reader + ?Sized>(reader: &R, business: Key) -> Result<Self, StoreError> {
        if get().is_none() {
            return Ok(Self(None));
        }
        Ok(Self(visible_areas(business, &reader.profile()?.time_zone)))
    }

    /// Whether records of this kind may be seen. One without a description is in no area, and what
    /// is set up is in the area of settings.
    pub fn is_of(&self, kind: Key) -> bool {
        let Some(areas) = &self.0 else {
            return true;
        };
        let slug = interchange::spec(kind).map_or("", |spec| spec.slug);
        areas.iter().any(|area| area == slug)
    }

    /// Whether everything may be seen.
    pub fn is_whole(&self) -> bool {
        self.0.is_none()
    }
}
