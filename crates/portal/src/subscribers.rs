//! Who comes in, and what is theirs: what the portal asks of whoever runs it.

use catalog::{
    BackupEntry, BlobError, BlobStore, Catalog, Errand, ErrandAsked, ErrandWish, Key, Place,
    Receipt, Subscription, Trouble,
};
use jiff::Timestamp;
use std::io::Write;
use std::sync::Arc;

/// Someone who is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The subscriber.
    pub subscriber: Key,
    /// The user of the subscriber.
    pub user: Key,
    /// What the user is called.
    pub name: String,
    /// The name of the firm that subscribed.
    pub firm: String,
    /// The subscription.
    pub subscription: Subscription,
    /// The businesses whose backups the user may take; all of them for none.
    pub businesses: Option<Vec<Key>>,
    /// When everything of the subscriber will be erased, where that was asked for.
    pub erased_at: Option<Timestamp>,
    /// From which address the member asks now, for the security log.
    pub address: String,
    /// Whether the user proved who they are lately enough for what is grave.
    pub is_proved: bool,
}

impl Member {
    /// Whether backups of this business may be taken.
    pub fn may_take(&self, business: Key) -> bool {
        let businesses = self.businesses.as_ref();
        businesses.is_none_or(|list| list.contains(&business))
    }

    /// Whether the user may do what concerns all businesses of the subscriber.
    pub fn is_administrator(&self) -> bool {
        self.businesses.is_none()
    }
}

/// A business, as far as the portal asks for it (SPEC-portal.md, 5.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnBusiness {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// Since when it is in Trash, when it is.
    pub removed_at: Option<Timestamp>,
}

/// What a browser presents beside what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presented {
    /// The address it comes from.
    pub address: String,
    /// What it calls itself.
    pub browser: String,
    /// The secret by which it is known to have signed in before.
    pub device: Option<String>,
}

/// What a right name and password lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// In.
    In(Entered),
    /// The code of the second factor is asked for; this is the secret of the sign-in until then.
    Code(String),
}

/// A session has begun: what the browser alone is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// The secret of the session.
    pub session: String,
    /// The secret by which the browser will be known, where it was not.
    pub device: Option<String>,
}

/// Opens the places in which backups lie.
pub trait Places: Send + Sync {
    /// The place, ready to be read.
    ///
    /// # Errors
    /// [`BlobError`] when its settings cannot be right or its secret is not at hand.
    fn open(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError>;
}

/// Where the backups of one subscriber are known, and where they lie.
#[derive(Clone)]
pub struct Shelf {
    /// What there is.
    pub catalog: Arc<dyn Catalog>,
    /// Where it lies.
    pub places: Arc<dyn Places>,
}

/// Who comes in, and what is theirs. Every method waits for its end; the portal calls it from
/// blocking threads. A [`Trouble`] has the code and facts of a sentence: `sign-in-refused` whatever
/// is wrong with name, password or code, `too-many-tries` when one has to wait, and anything else
/// when who is who cannot be asked for now.
pub trait Subscribers: Send + Sync {
    /// Takes a name and a password.
    ///
    /// # Errors
    /// As said above; the same, after the same work, for a name that nobody has.
    fn begin(&self, name: &str, password: &str, from: &Presented) -> Result<Step, Trouble>;

    /// Takes the code of the second factor.
    ///
    /// # Errors
    /// As said above.
    fn take_code(&self, begun: &str, code: &str, from: &Presented) -> Result<Entered, Trouble>;

    /// Who has this session; nobody when it is over.
    ///
    /// # Errors
    /// When it cannot be asked for now.
    fn member(&self, session: &str) -> Result<Option<Member>, Trouble>;

    /// Ends a session.
    ///
    /// # Errors
    /// When it cannot be ended now.
    fn sign_out(&self, session: &str, from: &Presented) -> Result<(), Trouble>;

    /// Where the backups of a member's subscriber are.
    ///
    /// # Errors
    /// When it cannot be asked for now.
    fn shelf(&self, member: &Member) -> Result<Shelf, Trouble>;

    /// Notes a download that begins (SPEC-portal.md, 4.4).
    ///
    /// # Errors
    /// When it cannot be noted: then it does not begin.
    fn note_download(&self, member: &Member, entry: &BackupEntry) -> Result<(), Trouble>;

    /// The businesses of a member's subscriber, those in Trash included.
    ///
    /// # Errors
    /// When they cannot be asked for now.
    fn businesses(&self, member: &Member) -> Result<Vec<OwnBusiness>, Trouble>;

    /// The errands of a member's subscriber, those asked for last first.
    ///
    /// # Errors
    /// When they cannot be asked for now.
    fn errands(&self, member: &Member) -> Result<Vec<Errand>, Trouble>;

    /// Writes an errand down. Of an erasure, the number of the receipt is drawn here, and the
    /// security log has a line.
    ///
    /// # Errors
    /// When it cannot be written down now.
    fn ask(&self, member: &Member, wish: ErrandWish) -> Result<ErrandAsked, Trouble>;

    /// Calls an erasure back; false when there is none, or it is too late.
    ///
    /// # Errors
    /// When it cannot be done now.
    fn call_back(&self, member: &Member, errand: Key) -> Result<bool, Trouble>;

    /// Takes the password once more within a session, for an act whose own form asks for it.
    ///
    /// # Errors
    /// As said above.
    fn confirm(&self, session: &str, password: &str, from: &Presented) -> Result<(), Trouble>;

    /// Whether a code belongs to a member's proof.
    ///
    /// # Errors
    /// When it cannot be asked for now.
    fn asks_for_code(&self, member: &Member) -> Result<bool, Trouble>;

    /// Takes a proof within a session (SPEC-users.md, 3.10): the password, and a code where one is
    /// asked for. The session goes on under the secret that is given back.
    ///
    /// # Errors
    /// As said above; `code-refused` when the code is wrong.
    fn prove(
        &self,
        session: &str,
        proof: (&str, &str),
        from: &Presented,
    ) -> Result<Entered, Trouble>;

    /// Whether a member began to download this backup a while ago, and may go on with that
    /// (SPEC-portal.md, 4.4).
    ///
    /// # Errors
    /// When it cannot be asked for now.
    fn has_begun(&self, member: &Member, entry: &BackupEntry) -> Result<bool, Trouble>;

    /// Notes that the description of the account is downloaded.
    ///
    /// # Errors
    /// When it cannot be noted: then it does not begin.
    fn note_description(&self, member: &Member) -> Result<(), Trouble>;

    /// Writes the description of the account as JSON (SPEC-portal.md, 6.2).
    ///
    /// # Errors
    /// When it cannot be read to its end, or `out` takes no more.
    fn write_description(&self, member: &Member, out: &mut dyn Write) -> Result<(), Trouble>;

    /// The receipt of an erasure with this number, whoever asks.
    ///
    /// # Errors
    /// When it cannot be asked for now.
    fn receipt(&self, number: &str) -> Result<Option<Receipt>, Trouble>;
}
