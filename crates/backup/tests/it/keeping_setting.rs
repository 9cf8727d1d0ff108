//! Keeping with a clock that can be set, a catalogue that can be lost, and places that fail when
//! they are told to.

use crate::setting::{BUSINESS, INSTALLATION, Setting, made_up, stamp};
use backup::{Keeping, Means, NoProgress, RunReport, RunWish, VaultFault, catalog_key};
use books::kinds;
use catalog::{
    BackupEntry, BlobError, BlobInfo, BlobKey, BlobStore, Catalog, CatalogError, EntryFilter, Key,
    MemoryBlobs, MemoryCatalog, Place, PlaceKind, Retention, RetentionRule, Stored,
};
use history::Stamp;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex};
use store::{BusinessStore, StoreError};
use store_sqlite::SqliteStore;

/// How a place behaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    #[default]
    Fine,
    /// Nothing can be asked of it.
    Gone,
    /// Nothing can be put there.
    Full,
    /// It says that it has what it was given, and gives back something else.
    Lying,
    /// It takes what it is given, and gives nothing back.
    Mute,
    /// It takes what it is given after a while.
    Slow,
    /// It says that it moved what it moved only half: both are there.
    HalfMoving,
}

/// A place in memory with a mood.
#[derive(Default)]
pub struct Moody {
    pub blobs: MemoryBlobs,
    mood: Mutex<Mood>,
}

impl Moody {
    pub fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn mood(&self) -> Mood {
        *self.mood.lock().unwrap()
    }

    fn be_there(&self) -> Result<(), BlobError> {
        match self.mood() {
            Mood::Gone => Err(BlobError::Vanished {
                place: "here".to_owned(),
            }),
            _ => Ok(()),
        }
    }

    /// The keys of all that lies there.
    pub fn keys(&self) -> Vec<String> {
        let all = self.blobs.list("").unwrap();
        all.into_iter().map(|info| info.key.to_string()).collect()
    }
}

impl BlobStore for Moody {
    fn prepare(&self) -> Result<(), BlobError> {
        self.be_there()
    }

    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError> {
        self.be_there()?;
        if self.mood() == Mood::Full {
            return Err(BlobError::Full {
                place: "here".to_owned(),
            });
        }
        if self.mood() == Mood::Slow {
            std::thread::sleep(std::time::Duration::from_secs(7));
        }
        self.blobs.put(key, source)
    }

    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        self.be_there()?;
        match self.mood() {
            Mood::Mute => Err(BlobError::Unreachable {
                place: "here".to_owned(),
                reason: "silence".to_owned(),
            }),
            Mood::Lying => {
                let mut bytes = Vec::new();
                let count = self.blobs.get(key, range, &mut bytes)?;
                if let Some(byte) = bytes.last_mut() {
                    *byte ^= 1;
                }
                sink.write_all(&bytes).unwrap();
                Ok(count)
            }
            _ => self.blobs.get(key, range, sink),
        }
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        self.be_there()?;
        self.blobs.head(key)
    }

    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError> {
        self.be_there()?;
        self.blobs.list(prefix)
    }

    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        self.be_there()?;
        if self.mood() == Mood::HalfMoving {
            let mut bytes = Vec::new();
            self.blobs.get(from, None, &mut bytes)?;
            self.blobs.put(to, &mut bytes.as_slice())?;
            return Err(BlobError::Unreachable {
                place: "here".to_owned(),
                reason: "silence".to_owned(),
            });
        }
        self.blobs.move_to(from, to)
    }

    fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.be_there()?;
        self.blobs.delete(key)
    }
}

/// What the engine gets, and the test holds.
#[derive(Clone)]
pub struct TestMeans {
    pub clock: Arc<Mutex<Timestamp>>,
    pub catalog: Arc<Mutex<Arc<MemoryCatalog>>>,
    pub places: Arc<Mutex<HashMap<Key, Arc<Moody>>>>,
    pub secrets: Arc<Mutex<HashMap<Key, String>>>,
}

impl Means for TestMeans {
    fn now(&self) -> Timestamp {
        *self.clock.lock().unwrap()
    }

    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(self.catalog.lock().unwrap().clone())
    }

    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        Ok(match &place.kind {
            PlaceKind::Folder(path) if path.starts_with("/moody/") => {
                self.places.lock().unwrap()[&place.key].clone()
            }
            _ => blobs::open(place, "")?,
        })
    }

    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    }

    fn secret(&self, key: Key) -> Result<Option<String>, VaultFault> {
        Ok(self.secrets.lock().unwrap().get(&key).cloned())
    }

    fn keep_secret(&self, key: Key, secret: &str) -> Result<(), VaultFault> {
        let mut secrets = self.secrets.lock().unwrap();
        secrets.insert(key, secret.to_owned());
        Ok(())
    }

    fn forget_secret(&self, key: Key) -> Result<(), VaultFault> {
        self.secrets.lock().unwrap().remove(&key);
        Ok(())
    }
}

/// A business whose backups are kept in two places in memory.
pub struct Kept {
    pub setting: Setting,
    pub store: Arc<dyn BusinessStore>,
    pub means: TestMeans,
    pub keeping: Keeping,
    pub business: Key,
}

/// The keys of the two places.
pub const HERE: Key = Key::from_bytes([1; 16]);
pub const THERE: Key = Key::from_bytes([2; 16]);

impl Kept {
    pub fn new() -> Self {
        let setting = Setting::new();
        made_up(&setting);
        let folder = setting.path("data");
        let Setting {
            folder: root,
            store,
        } = setting;
        drop(store);
        let store: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(&folder).unwrap());
        let setting = Setting {
            folder: root,
            store: SqliteStore::open(&folder.with_file_name("other")).unwrap(),
        };
        let means = TestMeans {
            clock: Arc::new(Mutex::new(stamp(1).instant)),
            catalog: Arc::default(),
            places: Arc::default(),
            secrets: Arc::default(),
        };
        let keeping = Keeping::new(store.clone(), Box::new(means.clone()), INSTALLATION);
        let kept = Self {
            setting,
            store,
            means,
            keeping,
            business: catalog_key(BUSINESS),
        };
        kept.set_up();
        kept
    }

    /// Tells the catalogue of the two places.
    pub fn set_up(&self) {
        for (key, name) in [(HERE, "Here"), (THERE, "There")] {
            self.means.places.lock().unwrap().entry(key).or_default();
            let place = Place {
                key,
                name: name.to_owned(),
                kind: PlaceKind::Folder(format!("/moody/{name}")),
            };
            self.catalog().put_place(&place).unwrap();
        }
    }

    pub fn catalog(&self) -> Arc<dyn Catalog> {
        self.keeping.catalog().unwrap()
    }

    /// From now on the rule keeps the newest backup of a business and no other.
    pub fn keep_last_only(&self) {
        let rule = RetentionRule {
            business: None,
            retention: Some(Retention {
                last: 1,
                hourly: 0,
                daily: 0,
                weekly: 0,
                monthly: 0,
                yearly: 0,
            }),
        };
        self.catalog().put_retention_rule(&rule).unwrap();
    }

    pub fn place(&self, key: Key) -> Arc<Moody> {
        self.means.places.lock().unwrap()[&key].clone()
    }

    /// Sets the clock forward.
    pub fn pass(&self, hours: i64) {
        let mut clock = self.means.clock.lock().unwrap();
        *clock = clock
            .checked_add(SignedDuration::from_hours(hours))
            .unwrap();
    }

    /// The stamp of an act now.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            instant: self.keeping.now(),
            ..stamp(7)
        }
    }

    pub fn run(&self) -> RunReport {
        let stamp = self.stamp();
        let wish = RunWish::now(BUSINESS, &stamp);
        self.keeping.run(&wish, &NoProgress).unwrap()
    }

    /// Changes a record, so that the next run has something to do.
    pub fn change(&self, text: &str) {
        let business = self.store.open(BUSINESS).unwrap();
        let mut content = vec![0x0a, u8::try_from(text.len()).unwrap()];
        content.extend(text.as_bytes());
        business
            .write(&mut |work| {
                let (key, stamp) = (crate::setting::key(1), self.stamp());
                work.put_object(key, kinds::CUSTOMER, &content, text, &stamp)
                    .map(drop)
            })
            .unwrap();
    }

    pub fn entries(&self) -> Vec<BackupEntry> {
        let filter = EntryFilter::of(self.business);
        self.catalog().entries(&filter).unwrap()
    }

    pub fn good(&self) -> Vec<BackupEntry> {
        let mut entries = self.entries();
        entries.retain(BackupEntry::is_good);
        entries
    }

    /// What is left in the scratch folder, but for the mark by which it is ours.
    pub fn left_over(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.store.scratch()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != ".made-by-tijori").collect()
    }

    /// Throws the catalogue away and begins a new one.
    pub fn lose_catalogue(&self) {
        *self.means.catalog.lock().unwrap() = Arc::default();
        self.set_up();
    }
}
