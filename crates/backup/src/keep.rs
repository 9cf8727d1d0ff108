//! Keeping: backups that are made by themselves, lie in places, stay or go, and are proved to come
//! back (docs/SPEC-keeping.md).
//!
//! [`Keeping`] is the one door for the thread that does it by itself, for pages and for commands.
//! Everything is synchronous and does one thing at a time: whoever comes second waits, can be
//! stopped while waiting, and sees by [`Keeping::ongoing`] what is going on. What lies outside
//! (the clock, places, secrets, the catalogue's file) comes in as [`Means`].
//!
//! - `run`: a backup is made, proved, put into its places and read back from each.
//! - `entries`: the list of backups is found by looking. `proving`, `rehearsal`: is it whole, does
//!   it come back. `retiring`, `trash`: what goes, and back again. `places`: setting places up.
//! - `agenda`: what is due. `following`: what goes along when a business is replaced.

mod agenda;
mod entries;
mod error;
mod following;
mod moving;
mod named;
mod ongoing;
mod passphrases;
mod places;
mod proving;
mod rehearsal;
mod retiring;
mod run;
mod trash;

pub use agenda::{REHEARSED_EVERY, Task};
pub use entries::Looked;
pub use error::{KeepError, VaultFault};
pub use ongoing::Ongoing;
pub use places::PlaceWish;
pub use rehearsal::{Rehearsal, Rehearsed};
pub use retiring::{Outlook, Retired};
pub use run::{RunReport, RunWish};
pub use trash::TRASH_KEPT_DAYS;

use crate::{Cancelled, Disk, Phase, Progress};
use catalog::{BlobError, BlobStore, Catalog, CatalogError, Mended, Place};
use jiff::Timestamp;
use ongoing::Desk;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use store::{BusinessStore, StoreError};

/// How often somebody who waits for their turn looks whether it has come.
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// How often another program is asked whether its turn is over.
const ASK_AGAIN: Duration = Duration::from_millis(500);
/// How long somebody at a page waits for their turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// What keeping needs from outside of the engine.
pub trait Means: Send + Sync {
    /// What the clock says.
    fn now(&self) -> Timestamp;

    /// The catalogue; opened when it is first asked for.
    ///
    /// # Errors
    /// When it cannot be opened. It may be moved away, and is asked for again then.
    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError>;

    /// Brings over what can still be read of a damaged catalogue into a new one; none where it lies
    /// in no file of its own.
    ///
    /// # Errors
    /// When the new one cannot be written; the damaged one is where it was.
    fn mend_catalog(&self) -> Result<Option<Mended>, CatalogError> {
        Ok(None)
    }

    /// The bytes of a place, which need not be reachable.
    ///
    /// # Errors
    /// When its settings cannot be right, or its secret cannot be had.
    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError>;

    /// An empty store in a folder, for a rehearsal.
    ///
    /// # Errors
    /// When it cannot be made.
    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError>;

    /// The folder in which the businesses themselves lie, and in which no place may be; none where
    /// they lie in no folder.
    fn data_folder(&self) -> Option<&Path> {
        None
    }

    /// A secret out of the vault; none when there is none under the key.
    ///
    /// # Errors
    /// When the vault cannot be read.
    fn secret(&self, key: catalog::Key) -> Result<Option<String>, VaultFault>;

    /// Keeps a secret in the vault.
    ///
    /// # Errors
    /// When the vault cannot be written.
    fn keep_secret(&self, key: catalog::Key, secret: &str) -> Result<(), VaultFault>;

    /// Forgets a secret; no error when there is none.
    ///
    /// # Errors
    /// When the vault cannot be written.
    fn forget_secret(&self, key: catalog::Key) -> Result<(), VaultFault>;

    /// Takes the turn among all programs that keep these backups; none while another has it. Where
    /// there is one program only, nobody has to be asked.
    ///
    /// # Errors
    /// When it cannot be asked for.
    fn take_turn(&self) -> Result<Option<Box<dyn Turn>>, CatalogError> {
        Ok(Some(Box::new(OnlyOne)))
    }
}

/// The turn among several programs; over when it is let go of.
pub trait Turn: Send + Sync {
    /// Whether it is still ours: a program that could not renew it in time has lost it, and stops.
    fn is_ours(&self) -> bool;
}

/// There is nobody else.
struct OnlyOne;

impl Turn for OnlyOne {
    fn is_ours(&self) -> bool {
        true
    }
}

/// The turn, in here and among programs.
struct OwnTurn<'a> {
    _here: MutexGuard<'a, ()>,
    elsewhere: Box<dyn Turn>,
}

impl OwnTurn<'_> {
    /// Tells `progress` how far work has come, as long as it is our turn.
    fn watched<'p>(&'p self, progress: &'p dyn Progress) -> InTurn<'p> {
        InTurn {
            turn: &*self.elsewhere,
            progress,
        }
    }
}

/// Progress of work that stops when its turn is lost.
struct InTurn<'p> {
    turn: &'p dyn Turn,
    progress: &'p dyn Progress,
}

impl Progress for InTurn<'_> {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        if !self.turn.is_ours() {
            return Err(Cancelled);
        }
        self.progress.at(phase, done, total)
    }

    fn disk(&self, folder: &Path) -> Option<Disk> {
        self.progress.disk(folder)
    }
}

/// Makes, keeps, rehearses and retires backups of the businesses of one store.
pub struct Keeping {
    store: Arc<dyn BusinessStore>,
    means: Box<dyn Means>,
    installation: books::Key,
    turn: Mutex<()>,
    desk: Desk,
}

impl Keeping {
    /// Keeps the backups of this store.
    pub fn new(
        store: Arc<dyn BusinessStore>,
        means: Box<dyn Means>,
        installation: books::Key,
    ) -> Self {
        Self {
            store,
            means,
            installation,
            turn: Mutex::new(()),
            desk: Desk::default(),
        }
    }

    /// The catalogue: places, schedules, rules, entries and runs are read and kept there.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn catalog(&self) -> Result<Arc<dyn Catalog>, KeepError> {
        Ok(self.means.catalog()?)
    }

    /// Mends a damaged catalogue (SPEC-keeping.md, 3.7); none where there is nothing that could be
    /// mended.
    ///
    /// # Errors
    /// [`KeepError::Busy`], [`KeepError::Catalog`].
    pub fn mend_catalog(&self) -> Result<Option<Mended>, KeepError> {
        let _turn = self.take_turn_soon()?;
        Ok(self.means.mend_catalog()?)
    }

    /// What is going on now, whoever asked for it.
    pub fn ongoing(&self) -> Option<Ongoing> {
        self.desk.now()
    }

    /// Stops what is going on at its next step; nothing happens when nothing is.
    pub fn cancel(&self) {
        self.desk.cancel();
    }

    /// What the clock says, as everything here sees it.
    pub fn now(&self) -> Timestamp {
        self.means.now()
    }

    /// Waits for its turn: in this program first, and then among others.
    fn take_turn(&self, progress: &dyn Progress) -> Result<OwnTurn<'_>, KeepError> {
        let here = loop {
            match self.turn.try_lock() {
                Ok(turn) => break turn,
                // Whoever failed in the middle left nothing that could be half done in here.
                Err(TryLockError::Poisoned(poisoned)) => break poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => progress.at(Phase::Waiting, 0, 0)?,
            }
            std::thread::sleep(LOOK_AGAIN);
        };
        loop {
            if let Some(elsewhere) = self.means.take_turn()? {
                return Ok(OwnTurn {
                    _here: here,
                    elsewhere,
                });
            }
            progress.at(Phase::Waiting, 0, 0)?;
            std::thread::sleep(ASK_AGAIN);
        }
    }

    /// Its turn for somebody at a page, who does not wait for hours.
    fn take_turn_soon(&self) -> Result<OwnTurn<'_>, KeepError> {
        let begun = Instant::now();
        self.take_turn(&Patience(begun))
            .map_err(|error| match error {
                error if error.is_stop() => KeepError::Busy,
                error => error,
            })
    }

    /// The place with this key.
    fn place(&self, key: catalog::Key) -> Result<Place, KeepError> {
        let places = self.catalog()?.places()?;
        let mut found = places.into_iter().filter(|place| place.key == key);
        found.next().ok_or(KeepError::PlaceUnknown { place: key })
    }

    /// The entry with this key, and the place where it lies.
    fn entry_and_place(
        &self,
        key: catalog::Key,
    ) -> Result<(catalog::BackupEntry, Place), KeepError> {
        let entry = self.catalog()?.entry(key)?;
        let entry = entry.ok_or(KeepError::EntryUnknown { entry: key })?;
        let place = entry.place.ok_or_else(|| KeepError::NotThere {
            file: entry.file_name.clone(),
        })?;
        Ok((entry, self.place(place)?))
    }
}

/// Gives up when it took too long.
struct Patience(Instant);

impl Progress for Patience {
    fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        if self.0.elapsed() > PATIENCE {
            return Err(Cancelled);
        }
        Ok(())
    }
}

/// The key of a business as the catalogue writes it.
pub fn catalog_key(key: books::Key) -> catalog::Key {
    catalog::Key::from_bytes(*key.as_bytes())
}

/// The key of a business as the store writes it.
pub fn books_key(key: catalog::Key) -> books::Key {
    books::Key::from_bytes(*key.as_bytes())
}

/// A fresh random key.
fn fresh_key() -> Result<catalog::Key, KeepError> {
    Ok(catalog_key(crate::random_key()?))
}

/// The guarded value, also after somebody failed while holding it.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
