//! What every node stands on: the database, the object storage, the keys.

use super::keys::MasterKey;
use super::safe::RowSafe;
use super::scratch::Scratch;
use crate::arguments::cloud::{GroundArguments, StorageArguments};
use crate::failure::Failure;
use crate::people::Sealed;
use books::Key;
use catalog::{BlobError, BlobStore, Place, PlaceKind, S3Place};
use mail::Vault;
use portal::DownloadRoom;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store_postgres::{
    Database, ErasureRows, ErrandRows, JobRows, Settings, SubscriberRows, UsersRows, VaultRows,
};
use users::{Directory, Hasher, KeptDirectory, SignIn};

/// How long a page waits for a connection before it says that the database does not answer.
const WAIT: Duration = Duration::from_secs(4);
/// The variable with the secret of the object storage.
const STORAGE_SECRET: &str = "TIJORI_S3_SECRET_ACCESS_KEY";
/// The place of every subscriber in the object storage of the edition.
pub const PLACE: catalog::Key = catalog::Key::from_bytes(*b"tijori-cloud-s3\x01");
/// Below what the pieces of incoming files lie.
const UPLOADS: &str = "uploads";
/// Under which key the secret of the object storage would lie, if it lay in a vault.
const NO_SECRET: catalog::Key = catalog::Key::from_bytes([0; 16]);

/// What every node stands on.
pub struct Ground {
    /// The pool of connections.
    pub database: Database,
    /// The subscribers.
    pub subscribers: SubscriberRows,
    /// Jobs and turns, as this node.
    pub jobs: JobRows,
    /// Errands, as this node.
    pub errands: ErrandRows,
    /// Erasures and their receipts.
    pub erasures: ErasureRows,
    /// The users of a subscriber that nobody is: tries of unknown names and from addresses are
    /// counted there.
    pub nobody: Arc<dyn Directory>,
    /// Works on the passwords of all.
    pub(super) hasher: Arc<Hasher>,
    /// How many downloads go on at once on this node, at the portal and in all offices.
    pub downloads: Arc<DownloadRoom>,
    keys: MasterKey,
    storage: Storage,
    scratch: Scratch,
}

/// The object storage of the edition.
struct Storage {
    /// As for a subscriber, without the folder of its own.
    place: S3Place,
    secret: String,
}

impl Ground {
    /// Connects, and reads keys and settings.
    ///
    /// # Errors
    /// When a setting is missing, or the database does not answer or is not of this version.
    pub fn open(wanted: &GroundArguments) -> Result<Arc<Self>, Failure> {
        let secret = std::env::var(STORAGE_SECRET).unwrap_or_default();
        Self::open_with(wanted, secret)
    }

    /// The same, with the secret of the object storage.
    pub(super) fn open_with(
        wanted: &GroundArguments,
        storage_secret: String,
    ) -> Result<Arc<Self>, Failure> {
        let keys = MasterKey::read(wanted.master_key_file.as_deref())?;
        let storage = Storage::read(&wanted.storage, storage_secret)?;
        let scratch = Scratch::new(wanted.scratch.as_deref())?;
        let database = database(wanted, scratch.path())?.with_objects(storage.attachments()?);
        let node = web::stamp::random_key()?;
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Arc::new(Self {
            subscribers: SubscriberRows::new(database.clone()),
            jobs: JobRows::new(database.clone(), node),
            errands: ErrandRows::new(database.clone(), node),
            erasures: ErasureRows::new(database.clone()),
            nobody: directory(&database, Key::NIL),
            hasher: Arc::new(Hasher::new(processors * 2)?),
            downloads: Arc::default(),
            keys,
            storage,
            scratch,
            database,
        }))
    }

    /// A folder for files that are needed for a while.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    /// Removes the scratch folder; the process ends now.
    pub fn remove_scratch(&self) {
        self.scratch.remove();
    }

    /// The vault of a subscriber. That of nobody holds the mail account through which the edition
    /// writes to all users.
    pub fn vault(&self, subscriber: Key) -> Arc<Vault> {
        let rows = VaultRows::new(self.database.clone(), subscriber);
        let key = self.keys.of(subscriber);
        let vault = Vault::over(Box::new(RowSafe(rows)), &key);
        Arc::new(match subscriber {
            Key::NIL => vault,
            _ => vault.lent(self.vault(Key::NIL)),
        })
    }

    /// A key that stands for a name that nobody has: always the same, and known to no one outside.
    pub fn stand_in(&self, name: &str) -> Key {
        self.keys.stand_in(name)
    }

    /// What signs the users of a subscriber in. Tries from an address are counted for all
    /// subscribers together.
    pub fn sign_in(&self, subscriber: Key) -> SignIn {
        let directory = directory(&self.database, subscriber);
        let seal = Arc::new(Sealed(self.vault(subscriber)));
        SignIn::new(directory, self.hasher.clone(), seal).counting_addresses_in(self.nobody.clone())
    }

    /// The place of a subscriber's backups.
    pub fn place(&self, subscriber: Key) -> Place {
        let base = &self.storage.place;
        let prefix = match base.prefix.as_str() {
            "" => subscriber.to_string(),
            prefix => format!("{prefix}/{subscriber}"),
        };
        Place {
            key: PLACE,
            name: "Cloud".to_owned(),
            kind: PlaceKind::S3(S3Place {
                prefix,
                ..base.clone()
            }),
        }
    }

    /// Where the pieces of a subscriber's incoming files lie, whichever node they come to.
    ///
    /// # Errors
    /// [`BlobError::BadSettings`] when the settings of the storage cannot be right.
    pub fn uploads(&self, subscriber: Key) -> Result<Arc<dyn BlobStore>, BlobError> {
        let base = &self.storage.place;
        let folder = format!("{UPLOADS}/{subscriber}");
        let prefix = match base.prefix.as_str() {
            "" => folder,
            prefix => format!("{prefix}/{folder}"),
        };
        let place = Place {
            key: PLACE,
            name: "Cloud".to_owned(),
            kind: PlaceKind::S3(S3Place {
                prefix,
                ..base.clone()
            }),
        };
        blobs::open_for_people(&place, &self.storage.secret)
    }

    /// The bytes of a place: that of the subscriber, and no other.
    ///
    /// # Errors
    /// [`BlobError::BadSettings`] for any other place.
    pub fn open_place(
        &self,
        subscriber: Key,
        place: &Place,
    ) -> Result<Arc<dyn BlobStore>, BlobError> {
        // Where it lies follows from the settings of the node, whatever a row says.
        blobs::open(&self.ours(subscriber, place)?, &self.storage.secret)
    }

    /// The same for somebody who waits for a download.
    ///
    /// # Errors
    /// As above.
    pub fn open_place_for_people(
        &self,
        subscriber: Key,
        place: &Place,
    ) -> Result<Arc<dyn BlobStore>, BlobError> {
        blobs::open_for_people(&self.ours(subscriber, place)?, &self.storage.secret)
    }

    fn ours(&self, subscriber: Key, place: &Place) -> Result<Place, BlobError> {
        let ours = self.place(subscriber);
        if place.key != ours.key {
            return Err(BlobError::BadSettings {
                place: place.kind.address(),
                reason: "in this edition backups lie in the storage of the edition only".to_owned(),
            });
        }
        Ok(ours)
    }
}

impl Storage {
    /// Where the bytes of all attachments lie, each subscriber's below a key of its own.
    fn attachments(&self) -> Result<Arc<dyn BlobStore>, Failure> {
        let place = Place {
            key: PLACE,
            name: "Cloud".to_owned(),
            kind: PlaceKind::S3(self.place.clone()),
        };
        let opened = blobs::open_for_people(&place, &self.secret);
        opened.map_err(|error| Failure::usage(error.code(), error.arguments()))
    }

    fn read(wanted: &StorageArguments, secret: String) -> Result<Self, Failure> {
        let needed = |value: &Option<String>, setting: &'static str, option: &'static str| {
            let value = value.as_deref().map(str::trim).unwrap_or_default();
            match value {
                "" => Err(missing(setting, option)),
                value => Ok(value.to_owned()),
            }
        };
        if secret.is_empty() {
            return Err(missing("S3", STORAGE_SECRET));
        }
        Ok(Self {
            place: S3Place {
                endpoint: wanted.s3_endpoint.trim().to_owned(),
                region: wanted.s3_region.trim().to_owned(),
                bucket: needed(&wanted.s3_bucket, "S3", "--s3-bucket")?,
                prefix: wanted.s3_prefix.trim_matches('/').to_owned(),
                is_path_style: wanted.s3_path_style,
                access_key_id: needed(&wanted.s3_access_key_id, "S3", "--s3-access-key-id")?,
                secret: NO_SECRET,
            },
            secret,
        })
    }
}

/// The database that was named.
///
/// # Errors
/// When none was, or it does not answer or is not of this version.
pub fn database(wanted: &GroundArguments, scratch: &Path) -> Result<Database, Failure> {
    Ok(Database::open(&Settings {
        url: url(wanted)?.to_owned(),
        connections_count_max: wanted.connections,
        wait: WAIT,
        scratch: scratch.to_owned(),
    })?)
}

/// The address of the database.
///
/// # Errors
/// `cloud-setting-missing`.
pub fn url(wanted: &GroundArguments) -> Result<&str, Failure> {
    let named = wanted.database.as_deref();
    named.ok_or_else(|| missing("PostgreSQL", "--database"))
}

/// The users of a subscriber.
pub fn directory(database: &Database, subscriber: Key) -> Arc<dyn Directory> {
    let rows = UsersRows::new(database.clone(), subscriber);
    Arc::new(KeptDirectory(rows))
}

/// A setting that a node cannot do without.
pub fn missing(setting: &str, option: &str) -> Failure {
    Failure::usage(
        "cloud-setting-missing",
        vec![
            ("setting", setting.to_owned()),
            ("option", option.to_owned()),
        ],
    )
}
