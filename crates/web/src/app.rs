//! What all handlers share.

use crate::access::{Letters, Users};
use crate::emails::{Mailroom, StatementJobs};
use crate::keeping::KeepingJobs;
use crate::locked::LockedFiles;
use crate::looking::LookingJobs;
use crate::records::reference_numbers::ReferenceNumbers;
use crate::rescues::RescueJobs;
use crate::verifications::Verifications;
use crate::{ImportSettings, OpenedFiles, backups::BackupJobs, imports::ImportJobs};
use books::Key;
use faces::room::DownloadRoom;
use std::sync::Arc;
use store::BusinessStore;

/// One running program, as its handlers see it.
pub struct App {
    /// Where the businesses are.
    pub store: Arc<dyn BusinessStore>,
    /// Files that are open to be looked into; [`App::store`] finds them too.
    pub opened: Arc<OpenedFiles>,
    /// This installation, for History.
    pub installation: Key,
    /// The version of the program, as `0.1.0`.
    pub program_version: &'static str,
    /// The name of the person at this computer, for History.
    pub user_name: String,
    /// The IANA name of the computer's time zone: for new businesses and where none is known.
    pub time_zone: String,
    /// The values of the `Host` header that are answered, as `127.0.0.1:7878`.
    pub hosts: Vec<String>,
    /// The largest file that may be attached, in bytes: [`ATTACHMENT_BYTES_DEFAULT`] unless the
    /// person who started the program says otherwise.
    pub attachment_bytes_max: u64,
    /// Who signs in; nobody does on Desktop, where whoever sits at the computer is the owner.
    pub users: Option<Arc<Users>>,
    /// What sending emails needs.
    pub mailroom: Mailroom,
    /// Backups that are kept in places, by themselves or when asked.
    pub keeping: Arc<backup::Keeping>,
    /// How many downloads go on at once; shared by all that one node serves.
    pub downloads: Arc<DownloadRoom>,
    /// How imports are done.
    pub imports: ImportSettings,
    /// Long work that is going on or has just ended.
    pub jobs: Jobs,
}

impl App {
    /// Whether these are the books of one subscriber among many, who sits at another computer than
    /// the one on which they lie: the Cloud edition.
    pub(crate) fn is_cloud(&self) -> bool {
        let users = self.users.as_ref();
        users.is_some_and(|users| users.subscribed.is_some())
    }
}

/// The largest file that may be attached when nobody says otherwise, in bytes.
pub const ATTACHMENT_BYTES_DEFAULT: u64 = 100_000_000;
/// The largest file that may ever be allowed, in bytes: 2 GiB.
pub const ATTACHMENT_BYTES_MAX: u64 = 2 << 30;

/// The program as handlers get it.
pub type Shared = Arc<App>;

/// Long work that is going on or has just ended, and what was read of the books to go on quickly.
/// Lost when the program ends: backups in the making and imports not yet confirmed leave nothing
/// behind.
#[derive(Default)]
pub struct Jobs {
    pub(crate) backups: BackupJobs,
    pub(crate) imports: ImportJobs,
    pub(crate) locked: LockedFiles,
    pub(crate) looking: LookingJobs,
    pub(crate) verifications: Verifications,
    pub(crate) rescues: RescueJobs,
    pub(crate) reference_numbers: ReferenceNumbers,
    pub(crate) statements: StatementJobs,
    pub(crate) keeping: KeepingJobs,
    pub(crate) letters: Letters,
}
