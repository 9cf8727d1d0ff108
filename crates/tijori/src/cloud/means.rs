//! What keeping the backups of one subscriber needs: catalogue and vault in the database, the
//! object storage of the edition, and a turn among all nodes.

use super::ground::Ground;
use super::{books_key, trouble_of_store};
use backup::{Means, Turn, VaultFault};
use books::Key;
use catalog::{BlobError, BlobStore, Catalog, CatalogError, Place};
use jiff::Timestamp;
use mail::{MailError, Vault};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use store::{BusinessStore, StoreError};
use store_postgres::{CatalogRows, HELD_S, JobRows};
use store_sqlite::SqliteStore;

/// How often what is held is renewed.
pub const RENEWED_EVERY: Duration = Duration::from_secs(15);

/// What keeping needs, for one subscriber.
pub struct RowMeans {
    ground: Arc<Ground>,
    subscriber: Key,
    catalog: Arc<CatalogRows>,
    vault: Arc<Vault>,
}

impl RowMeans {
    /// For this subscriber.
    pub fn new(ground: Arc<Ground>, subscriber: Key, vault: Arc<Vault>) -> Self {
        let catalog = CatalogRows::new(ground.database.clone(), subscriber);
        Self {
            catalog: Arc::new(catalog),
            ground,
            subscriber,
            vault,
        }
    }
}

fn fault(error: MailError) -> VaultFault {
    VaultFault {
        code: error.code(),
        arguments: error.arguments(),
        sentence: error.to_string(),
    }
}

impl Means for RowMeans {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(self.catalog.clone())
    }

    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        self.ground.open_place(self.subscriber, place)
    }

    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    }

    fn secret(&self, key: catalog::Key) -> Result<Option<String>, VaultFault> {
        self.vault.secret(books_key(key)).map_err(fault)
    }

    fn keep_secret(&self, key: catalog::Key, secret: &str) -> Result<(), VaultFault> {
        self.vault
            .keep_secret(books_key(key), secret)
            .map_err(fault)
    }

    fn forget_secret(&self, key: catalog::Key) -> Result<(), VaultFault> {
        self.vault.forget_secret(books_key(key)).map_err(fault)
    }

    fn take_turn(&self) -> Result<Option<Box<dyn Turn>>, CatalogError> {
        let holder = web::stamp::random_key().map_err(|error| CatalogError::NotWritten {
            file: error.code.to_owned(),
            reason: "no random number could be drawn".to_owned(),
        })?;
        let jobs = self.ground.jobs.clone();
        let taken = jobs
            .take_turn(self.subscriber, holder)
            .map_err(of_catalog)?;
        if !taken {
            return Ok(None);
        }
        let (subscriber, renewing) = (self.subscriber, jobs.clone());
        let renewed = Renewed::every(RENEWED_EVERY, move || {
            renewing.renew_turn(subscriber, holder)
        });
        Ok(Some(Box::new(RowTurn {
            jobs,
            subscriber,
            holder,
            renewed,
        })))
    }
}

fn of_catalog(error: StoreError) -> CatalogError {
    match error {
        StoreError::Unreachable { reason } => CatalogError::Unreachable { reason },
        other => CatalogError::NotWritten {
            file: trouble_of_store(&other).code,
            reason: other.to_string(),
        },
    }
}

/// A turn that is renewed until it is let go of.
struct RowTurn {
    jobs: JobRows,
    subscriber: Key,
    holder: Key,
    renewed: Renewed,
}

impl Turn for RowTurn {
    fn is_ours(&self) -> bool {
        self.renewed.is_ours()
    }
}

impl Drop for RowTurn {
    fn drop(&mut self) {
        self.renewed.stop();
        if let Err(error) = self.jobs.end_turn(self.subscriber, self.holder) {
            // It ends by itself when its time is over.
            tracing::warn!(code = error.code(), "a turn was not given back");
        }
    }
}

/// Something that is held for a while and renewed by a thread of its own. A database that does not
/// answer is asked again; what was not renewed in time is lost.
pub struct Renewed {
    is_lost: Arc<AtomicBool>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Renewed {
    /// Renews by `renew`, which says whether it is still ours.
    pub fn every(
        pause: Duration,
        renew: impl Fn() -> Result<bool, StoreError> + Send + 'static,
    ) -> Self {
        let (stop, stopped) = channel::<()>();
        let is_lost = Arc::new(AtomicBool::new(false));
        let told = is_lost.clone();
        let held = Duration::from_secs(u64::try_from(HELD_S).unwrap_or(0));
        let work = move || {
            let mut renewed_at = Instant::now();
            while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                let is_ours = match renew() {
                    Ok(true) => {
                        renewed_at = Instant::now();
                        true
                    }
                    Ok(false) => false,
                    Err(_) => renewed_at.elapsed() < held,
                };
                if !is_ours {
                    told.store(true, Ordering::Relaxed);
                    return;
                }
            }
        };
        let thread = thread::Builder::new()
            .name("renewing".to_owned())
            .spawn(work);
        Self {
            // Without a thread nothing would be renewed: then it counts as lost at once.
            is_lost: match &thread {
                Ok(_) => is_lost,
                Err(_) => Arc::new(AtomicBool::new(true)),
            },
            stop: Some(stop),
            thread: thread.ok(),
        }
    }

    /// Whether it is still held.
    pub fn is_ours(&self) -> bool {
        !self.is_lost.load(Ordering::Relaxed)
    }

    /// Renews it no more.
    pub fn stop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // It says by itself what went wrong.
            let _ = thread.join();
        }
    }
}

impl Drop for Renewed {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_renewed_stays_ours_until_somebody_else_has_it() {
        let answers = Arc::new(std::sync::Mutex::new(vec![
            Ok(false),
            unreachable(),
            Ok(true),
        ]));
        let asked = answers.clone();
        let renewed = Renewed::every(Duration::from_millis(20), move || {
            let mut answers = asked.lock().unwrap();
            answers.pop().unwrap_or(Ok(false))
        });
        assert!(renewed.is_ours());
        let begun = Instant::now();
        while renewed.is_ours() && begun.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(!renewed.is_ours());
        assert!(
            answers.lock().unwrap().is_empty(),
            "a silent database is asked again"
        );
    }

    fn unreachable() -> Result<bool, StoreError> {
        Err(StoreError::Unreachable {
            reason: "gone".to_owned(),
        })
    }
}
