//! The work of sending statements: one email after the other, all of one moment of the books.
//!
//! A statement that cannot be made is named at the end and stops no other. Statements that are in
//! the outbox when the work is stopped stay there, until somebody takes them out.

use super::PURPOSE;
use crate::access::current::require_view;
use crate::emails::compose::{account, one_line};
use crate::emails::source::{self, Balances, Sending};
use crate::emails::{files, templates};
use crate::records::names::Names;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared};
use axum::http::StatusCode;
use books::Key;
use mail::{Composition, MailError, MailSettings, Template, compose, outbox};
use pages::Locale;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::{Business, Reader};

/// How long the page of a finished sending stays.
const FINISHED_AGE_MAX: Duration = Duration::from_secs(24 * 3600);
/// How many sendings may go on at once.
const RUNNING_COUNT_MAX: usize = 2;

/// What was asked for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) business: Key,
    /// Which report.
    pub(super) report: &'static str,
    pub(super) customers: Vec<Key>,
    /// The choices of the report, without the customer.
    pub(super) query: String,
    /// The language of emails and papers.
    pub(super) locale: Locale,
}

/// How far it has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Stand {
    /// The emails in the outbox.
    pub(super) queued: Vec<Key>,
    /// The customers to whom nothing is sent, and why.
    pub(super) left_out: Vec<(Key, PageError)>,
    pub(super) is_over: bool,
    /// Why it could not even begin, or broke off.
    pub(super) failure: Option<PageError>,
}

impl Stand {
    /// How many customers are done with.
    pub(super) fn done(&self) -> usize {
        self.queued.len().saturating_add(self.left_out.len())
    }
}

/// One sending of statements.
#[derive(Debug)]
pub(crate) struct StatementJob {
    pub(super) id: Key,
    pub(super) wanted: Wanted,
    stop: AtomicBool,
    stand: Mutex<Stand>,
    begun: Instant,
}

impl StatementJob {
    /// How it stands now.
    pub(super) fn stand(&self) -> Stand {
        self.locked().clone()
    }

    /// Asks it to stop before the next statement.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked it to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn locked(&self) -> MutexGuard<'_, Stand> {
        self.stand.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All sendings of statements of this run of the program.
#[derive(Default)]
pub(crate) struct StatementJobs(Mutex<Vec<Arc<StatementJob>>>);

impl StatementJobs {
    /// The sending of this number, of this business.
    pub(super) fn find(&self, business: Key, id: Key) -> Result<Arc<StatementJob>, PageError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .find(|job| job.id == id && job.wanted.business == business)
            .cloned()
            .ok_or_else(PageError::not_found)
    }

    /// Keeps a new sending; the one that has its number already, when there is one.
    fn add(&self, job: Arc<StatementJob>) -> Result<Option<Arc<StatementJob>>, PageError> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.retain(|job| !job.locked().is_over || job.begun.elapsed() < FINISHED_AGE_MAX);
        let is_same =
            |it: &&Arc<StatementJob>| it.id == job.id && it.wanted.business == job.wanted.business;
        if let Some(begun) = jobs.iter().find(is_same) {
            return Ok(Some(begun.clone()));
        }
        let running = jobs.iter().filter(|job| !job.locked().is_over).count();
        if running >= RUNNING_COUNT_MAX {
            return Err(PageError::new(StatusCode::SERVICE_UNAVAILABLE, "busy"));
        }
        jobs.push(job);
        Ok(None)
    }
}

/// Begins on a blocking thread. A number that began already is that sending: a form that was sent
/// twice writes to nobody twice.
///
/// # Errors
/// When too many go on already.
pub(super) fn begin(
    app: &Shared,
    id: Key,
    wanted: Wanted,
) -> Result<(Arc<StatementJob>, tokio::task::JoinHandle<()>), PageError> {
    let job = Arc::new(StatementJob {
        id,
        wanted,
        stop: AtomicBool::new(false),
        stand: Mutex::default(),
        begun: Instant::now(),
    });
    if let Some(begun) = app.jobs.statements.add(job.clone())? {
        return Ok((begun, tokio::task::spawn_blocking(|| ())));
    }
    let (app, working) = (app.clone(), job.clone());
    let handle = crate::access::current::spawn(move || {
        // Stands for a panic too: a page must never say "working" for ever.
        let guard = Guard(&working);
        if let Err(error) = send_all(&app, &working) {
            working.locked().failure = Some(error);
        }
        drop(guard);
    });
    Ok((job, handle))
}

/// Ends a job, whatever happens.
struct Guard<'a>(&'a StatementJob);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let mut stand = self.0.locked();
        stand.is_over = true;
        if std::thread::panicking() {
            stand.failure = Some(PageError::internal());
        }
    }
}

/// What all statements of one sending share.
struct Desk<'a> {
    app: &'a App,
    business: &'a dyn Business,
    reader: &'a dyn Reader,
    names: Names<'a>,
    settings: MailSettings,
    template: Template,
    balances: Balances,
    zone: String,
}

fn send_all(app: &App, job: &StatementJob) -> Result<(), PageError> {
    let wanted = &job.wanted;
    let business = app.store.open(wanted.business)?;
    let reader = business.read()?;
    let names = Names::new(reader.as_ref(), wanted.locale, wanted.business);
    let no_account = || MailError::VaultUnreadable {
        reason: "no account was given".to_owned(),
    };
    let desk = Desk {
        app,
        business: business.as_ref(),
        reader: reader.as_ref(),
        settings: account(app, wanted.business)?.ok_or_else(no_account)?,
        template: templates::template_for(reader.as_ref(), wanted.locale, PURPOSE)?,
        balances: Balances::read(&names)?,
        zone: reader.profile()?.time_zone,
        names,
    };
    for customer in &wanted.customers {
        if job.is_stopped() {
            break;
        }
        match desk.queue(*customer, wanted) {
            Ok(email) => job.locked().queued.push(email),
            // A statement that cannot be made is named; a store that fails ends the work.
            Err(error) if error.status.is_server_error() && !error.code.starts_with("pdf-") => {
                return Err(error);
            }
            Err(error) => job.locked().left_out.push((*customer, error)),
        }
        app.mailroom.ring();
    }
    Ok(())
}

impl Desk<'_> {
    /// Makes the statement of a customer and puts it into the outbox.
    fn queue(&self, customer: Key, wanted: &Wanted) -> Result<Key, PageError> {
        let query = match wanted.query.as_str() {
            "" => format!("about={customer}"),
            choices => format!("about={customer}&{choices}"),
        };
        let area = format!("reports/{}", wanted.report);
        require_view(self.names.reader(), self.names.business, &area)?;
        let sending = Sending::report(wanted.report, &query);
        let mut values = source::values(&self.names, &sending, false)?;
        let balance = self.balances.shown(self.names.locale, customer);
        values.extend(balance.map(|balance| ("balance", balance)));
        let filled = self.template.fill(&values)?;
        let paper = files::paper_of(self.app, self.reader, &sending.paper, self.names.locale)?;
        let composition = Composition {
            to: source::addresses_of(&self.names, customer)?,
            subject: one_line(&filled.subject),
            text: filled.text,
            attachments: vec![paper],
            contact: Some(customer),
            ..Composition::from_settings(&self.settings)
        };
        let stamp = stamp(self.app, &self.zone)?;
        let (email, message) = compose(random_key()?, &composition, stamp.instant)?;
        outbox::queue(self.business, &email, &message, &stamp)?;
        Ok(email.key)
    }
}
