//! Jobs that go by themselves and turns that are taken, each held by one node at a time
//! (docs/SPEC-cloud.md, 5). What is held is held for a while and has to be renewed: a node that
//! died renews nothing. The clock is the database's.

use crate::connection::Values;
use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::values::Id;
use books::Key;
use store::StoreError;

/// For how long something is held until it is renewed, in seconds.
pub const HELD_S: i32 = 60;

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobKind {
    /// Keeps backups.
    Keeping,
    /// Sends emails.
    Sending,
}

impl JobKind {
    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Keeping => "keeping",
            Self::Sending => "sending",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Keeping, Self::Sending]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A job that a node holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldJob {
    /// For whom.
    pub subscriber: Key,
    /// What it does.
    pub kind: JobKind,
    /// How often it was begun since it last came to an end, this time included.
    pub attempts: i32,
    /// Whether another node held it and let its time pass.
    pub is_taken_over: bool,
}

/// Jobs and turns, as one node sees them.
#[derive(Clone)]
pub struct JobRows {
    database: Database,
    node: Key,
}

impl JobRows {
    /// For a node with a key of its own, drawn when it started.
    pub fn new(database: Database, node: Key) -> Self {
        Self { database, node }
    }

    /// Takes the job that is due first and that nobody holds.
    ///
    /// # Errors
    /// When the database fails; so for all methods here.
    pub fn take(&self) -> Result<Option<HeldJob>, StoreError> {
        let lease = self.lease(Key::NIL)?;
        let taken = lease.first(
            "take a job",
            "SELECT of_subscriber, of_what, of_attempts, taken_over FROM take_job($1, $2)",
            &[&Id(self.node), &HELD_S],
        )?;
        lease.commit()?;
        let Some(row) = taken else {
            return Ok(None);
        };
        let kind = JobKind::from_code(row.get(1));
        Ok(kind.map(|kind| HeldJob {
            subscriber: row.get::<_, Id>(0).0,
            kind,
            attempts: row.get(2),
            is_taken_over: row.get(3),
        }))
    }

    /// Goes on holding a job, and says how far it has come; false when it is not ours any more.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn renew(&self, job: HeldJob, progress: &str) -> Result<bool, StoreError> {
        self.change(
            job.subscriber,
            "UPDATE jobs SET held_until = clock_timestamp() + $3 * interval '1 second',
                 progress = $4
             WHERE what = $1 AND node = $2 AND held_until > clock_timestamp()",
            &[
                &job.kind.code(),
                &Id(self.node),
                &f64::from(HELD_S),
                &progress,
            ],
        )
    }

    /// Lets go of a job: what came of it, and in how many seconds it is due again. Where somebody
    /// asked for it meanwhile ([`JobRows::ask_for`]) it is due at once.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn end(&self, job: HeldJob, result: &str, again_s: u32) -> Result<bool, StoreError> {
        self.change(
            job.subscriber,
            "UPDATE jobs SET node = NULL, held_until = NULL, attempts = 0, progress = '',
                 result = $3, ended_at = clock_timestamp(),
                 due_at = CASE WHEN due_at > taken_at THEN due_at
                     ELSE clock_timestamp() + $4 * interval '1 second' END
             WHERE what = $1 AND node = $2",
            &[
                &job.kind.code(),
                &Id(self.node),
                &result,
                &f64::from(again_s),
            ],
        )
    }

    /// Has a job done as soon as a node is free.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn ask_for(&self, subscriber: Key, kind: JobKind) -> Result<bool, StoreError> {
        self.change(
            subscriber,
            "UPDATE jobs SET due_at = clock_timestamp() WHERE what = $1",
            &[&kind.code()],
        )
    }

    /// Takes the turn of a subscriber; false while another holds it.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn take_turn(&self, subscriber: Key, holder: Key) -> Result<bool, StoreError> {
        self.change(
            subscriber,
            "INSERT INTO turns (holder, held_until)
             VALUES ($1, clock_timestamp() + $2 * interval '1 second')
             ON CONFLICT (subscriber) DO UPDATE
             SET holder = excluded.holder, held_until = excluded.held_until
             WHERE turns.held_until <= clock_timestamp()",
            &[&Id(holder), &f64::from(HELD_S)],
        )
    }

    /// Goes on holding a turn; false when it is not the holder's any more.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn renew_turn(&self, subscriber: Key, holder: Key) -> Result<bool, StoreError> {
        self.change(
            subscriber,
            "UPDATE turns SET held_until = clock_timestamp() + $2 * interval '1 second'
             WHERE holder = $1 AND held_until > clock_timestamp()",
            &[&Id(holder), &f64::from(HELD_S)],
        )
    }

    /// Lets go of a turn. No error when it is another's by now.
    ///
    /// # Errors
    /// As [`JobRows::take`].
    pub fn end_turn(&self, subscriber: Key, holder: Key) -> Result<(), StoreError> {
        let sql = "DELETE FROM turns WHERE holder = $1";
        self.change(subscriber, sql, &[&Id(holder)]).map(drop)
    }

    /// Does one statement; whether it changed a row.
    fn change(&self, subscriber: Key, sql: &str, values: Values<'_>) -> Result<bool, StoreError> {
        let lease = self.lease(subscriber)?;
        let changed = lease.execute("hold a job or a turn", sql, values)?;
        lease.commit()?;
        Ok(changed > 0)
    }

    fn lease(&self, subscriber: Key) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, subscriber, Purpose::Write)
    }
}
