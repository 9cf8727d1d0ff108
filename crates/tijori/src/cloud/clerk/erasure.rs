//! All of a subscriber goes for good: rows, table by table, then objects, then the last rows
//! together with the receipt (docs/SPEC-portal.md, 7.3 and 7.4).

use super::{AtWork, Came};
use catalog::BlobError;
use store::StoreError;

/// When it is tried again while somebody of the subscriber still writes, in seconds.
const STILL_WRITTEN_S: u32 = 10;
/// When it is tried again after something failed, in seconds.
const FAILED_S: u32 = 60;
/// What it is called in progress.
const PHASE: &str = "erasing";

/// Why it does not go on now.
enum Pause {
    /// A row or an object could not be deleted.
    Failed(StoreError),
    /// Somebody of the subscriber still writes, or a row came late.
    StillWritten,
    /// The program has to be over, or another node has the errand.
    Over,
}

impl From<StoreError> for Pause {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl AtWork<'_> {
    /// Erases what is left. It never fails: what goes wrong is tried again, by whoever comes next.
    pub(super) fn erase(&self) -> Came {
        let subscriber = self.held.subscriber;
        match self.erased() {
            Ok(()) => {
                self.room.offices.forget(subscriber);
                tracing::info!(%subscriber, "a subscriber was erased");
                Came::Gone
            }
            Err(Pause::Over) => Came::Left(0),
            Err(Pause::StillWritten) => Came::Left(STILL_WRITTEN_S),
            Err(Pause::Failed(error)) => {
                let code = error.code();
                tracing::warn!(%subscriber, code, %error, "an erasure goes on later");
                Came::Left(FAILED_S)
            }
        }
    }

    fn erased(&self) -> Result<(), Pause> {
        let subscriber = self.held.subscriber;
        let ground = &self.room.offices.ground;
        let rows = &ground.erasures;
        if !rows.is_quiet(subscriber)? {
            return Err(Pause::StillWritten);
        }
        let tables = rows.tables(subscriber)?;
        for (index, table) in tables.iter().enumerate() {
            self.may_go_on()?;
            let part = (index * 1000).checked_div(tables.len());
            self.say(PHASE, part.and_then(|part| u16::try_from(part).ok()));
            rows.erase(subscriber, table)?;
        }
        // Objects go when no row names them any more, and nobody is left who could put others.
        self.may_go_on()?;
        let place = ground.place(subscriber);
        let place = ground.open_place(subscriber, &place).map_err(not_opened)?;
        rows.erase_place(subscriber, "backups", &*place)?;
        self.may_go_on()?;
        let uploads = ground.uploads(subscriber).map_err(not_opened)?;
        rows.erase_place(subscriber, "uploads", &*uploads)?;
        self.may_go_on()?;
        rows.erase_attachments(subscriber)?;
        self.may_go_on()?;
        match rows.finish(subscriber)? {
            Some(_) => Ok(()),
            None => Err(Pause::StillWritten),
        }
    }

    fn may_go_on(&self) -> Result<(), Pause> {
        match self.is_over() {
            true => Err(Pause::Over),
            false => Ok(()),
        }
    }
}

fn not_opened(error: BlobError) -> StoreError {
    StoreError::engine("open the storage of a subscriber", error)
}
