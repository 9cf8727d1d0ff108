//! Backups kept in S3-compatible storage that works, lies, breaks off, or is not there
//! (SPEC-keeping.md, 2.3 and 5).

use crate::s3::limits;
use crate::server::{SECRET, Server, place_at};
use backup::{Keeping, Means, NoProgress, Rehearsal, RunWish, VaultFault, catalog_key};
use blobs::{FolderStore, S3Store};
use books::Key;
use catalog::{
    BlobError, BlobStore, Catalog, CatalogError, EntryState, MemoryCatalog, Place, PlaceKind,
    RunOutcome,
};
use history::Stamp;
use jiff::Timestamp;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use store::{BusinessStore, Profile, StoreError};
use store_sqlite::SqliteStore;
use tempfile::TempDir;

const BUSINESS: Key = Key::constant("22222222-2222-4222-8222-222222222222");

/// A catalogue in memory, and real places.
struct RealMeans(Arc<MemoryCatalog>);

impl Means for RealMeans {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(self.0.clone())
    }

    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        Ok(match &place.kind {
            PlaceKind::S3(storage) => Arc::new(S3Store::new(storage, SECRET, limits())?),
            PlaceKind::Folder(path) => Arc::new(FolderStore::new(path.as_ref(), place.key)),
        })
    }

    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    }

    fn secret(&self, _: catalog::Key) -> Result<Option<String>, VaultFault> {
        Ok(None)
    }

    fn keep_secret(&self, _: catalog::Key, _: &str) -> Result<(), VaultFault> {
        Ok(())
    }

    fn forget_secret(&self, _: catalog::Key) -> Result<(), VaultFault> {
        Ok(())
    }
}

/// A business with an attachment that is larger than a part of an upload, and its keeping.
struct Kept {
    keeping: Keeping,
    catalog: Arc<MemoryCatalog>,
    store: Arc<dyn BusinessStore>,
    folder: TempDir,
}

fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::now(),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: Key::from_random([7; 16]),
    }
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = SqliteStore::open(&folder.path().join("data")).expect("a data folder");
        let store: Arc<dyn BusinessStore> = Arc::new(store);
        let profile = Profile {
            name: "Lamp Shop".to_owned(),
            country: None,
            time_zone: "Asia/Dhaka".to_owned(),
            installation: Key::from_random([1; 16]),
            absent: Vec::new(),
        };
        let key = Key::from_random([2; 16]);
        store::create_business(&*store, BUSINESS, &profile, &[], &stamp(), key)
            .expect("a business");
        let catalog = Arc::new(MemoryCatalog::default());
        let means = Box::new(RealMeans(catalog.clone()));
        let keeping = Keeping::new(store.clone(), means, profile.installation);
        let kept = Self {
            keeping,
            catalog,
            store,
            folder,
        };
        kept.attach(3, 12_000_000);
        kept
    }

    /// Attaches bytes that do not compress.
    fn attach(&self, number: u8, count: usize) {
        let mut state = u64::from(number) | 1;
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[7]
        })
        .take(count)
        .collect();
        let business = self.store.open(BUSINESS).expect("the business");
        let key = Key::from_random([number; 16]);
        business
            .write(&mut |work| {
                work.put_blob(key, Some("noise.bin"), None, &mut bytes.as_slice())?;
                let (kind, stamp) = (books::kinds::ATTACHMENT, stamp());
                work.put_object(key, kind, &[0x12, 1, b'n'], "noise.bin", &stamp)
                    .map(drop)
            })
            .expect("an attachment");
    }

    fn place(&self, number: u8, kind: PlaceKind) {
        let place = Place {
            key: catalog::Key::from_bytes([number; 16]),
            name: format!("Place {number}"),
            kind,
        };
        self.catalog.put_place(&place).expect("a place");
    }

    /// A folder beside the storage, marked as ours.
    fn folder_place(&self) -> PathBuf {
        let path = self.folder.path().join("disk");
        self.place(9, PlaceKind::Folder(path.display().to_string()));
        let key = catalog::Key::from_bytes([9; 16]);
        FolderStore::new(&path, key).prepare().expect("a folder");
        path
    }

    fn run(&self) -> backup::RunReport {
        let stamp = stamp();
        let wish = RunWish::now(BUSINESS, &stamp);
        self.keeping.run(&wish, &NoProgress).expect("a catalogue")
    }
}

#[test]
fn a_backup_in_a_bucket_is_kept_rehearsed_retired_and_found_again() {
    let (server, kept) = (Server::start(), Kept::new());
    kept.place(1, PlaceKind::S3(server.place()));
    let report = kept.run();
    assert_eq!(report.run.outcome, RunOutcome::Good);
    let entry = &report.entries[0];
    assert!(entry.bytes_count > 10_000_000, "several parts");
    assert_eq!(kept.run().run.outcome, RunOutcome::Unchanged);
    let business = catalog_key(BUSINESS);
    let stamp = stamp();
    let asked = Rehearsal::now(&stamp);
    let back = kept.keeping.rehearse_newest(business, &asked, &NoProgress);
    assert_eq!(back.expect("a rehearsal").run.outcome, RunOutcome::Good);
    kept.attach(4, 1000);
    assert_eq!(kept.run().run.outcome, RunOutcome::Good);
    let trashed = kept.keeping.move_to_trash(entry.key).expect("Trash");
    assert!(trashed.blob.starts_with("trash/"));
    assert_eq!(
        kept.keeping.bring_back(entry.key).expect("back").blob,
        entry.blob
    );
    // What the server itself damaged is told, and stands against the backup.
    let file = server.folder().join("books/shop/backups").join(&entry.blob);
    let mut bytes = std::fs::read(&file).expect("the server's file");
    bytes[5_000_000] ^= 1;
    std::fs::write(&file, &bytes).expect("the damaged file");
    let seen = kept
        .keeping
        .verify(entry.key, None, &NoProgress)
        .expect("an answer");
    let trouble = seen.verified.and_then(|checked| checked.trouble);
    assert_eq!(trouble.expect("a trouble").code, "place-differs");
}

#[test]
fn storage_that_is_not_there_does_not_stop_the_folder() {
    let kept = Kept::new();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    kept.place(1, PlaceKind::S3(place_at(address)));
    kept.folder_place();
    let report = kept.run();
    assert_eq!(
        report.trouble().expect("a trouble").code,
        "place-unreachable"
    );
    let states: Vec<&EntryState> = report.entries.iter().map(|it| &it.state).collect();
    assert!(
        matches!(states[..], [EntryState::Failed(_), EntryState::Good]),
        "{states:?}"
    );
}

/// Hands everything on to a server, up to so many bytes; then every connection breaks.
fn cut_after(server: SocketAddr, bytes_max: u64) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let passed = Arc::new(AtomicU64::new(0));
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            if passed.load(Ordering::Relaxed) > bytes_max {
                continue;
            }
            let Ok(upstream) = TcpStream::connect(server) else {
                continue;
            };
            for (from, to) in [(&client, &upstream), (&upstream, &client)] {
                let pair = from
                    .try_clone()
                    .and_then(|from| Ok((from, to.try_clone()?)));
                let Ok((from, to)) = pair else { continue };
                let passed = passed.clone();
                thread::spawn(move || hand_on(from, to, &passed, bytes_max));
            }
        }
    });
    address
}

fn hand_on(mut from: TcpStream, mut to: TcpStream, passed: &AtomicU64, bytes_max: u64) {
    use std::io::{Read, Write};
    let mut buffer = [0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        let so_far = passed.fetch_add(count as u64, Ordering::Relaxed);
        if so_far > bytes_max || to.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(std::net::Shutdown::Both);
    let _ = to.shutdown(std::net::Shutdown::Both);
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing_that_could_be_taken_for_a_backup() {
    let server = Server::start();
    for bytes_max in [0, 2_000, 3_000_000, 8_000_000, 13_000_000, 20_000_000] {
        let kept = Kept::new();
        let mut storage = place_at(cut_after(server.address, bytes_max));
        storage.prefix = format!("cut-{bytes_max}");
        kept.place(1, PlaceKind::S3(storage.clone()));
        let report = kept.run();
        assert!(
            report.trouble().is_some(),
            "{bytes_max}: {:?}",
            report.run.outcome
        );
        assert!(!report.entries[0].is_good(), "{bytes_max}");
        // What the storage may hold, seen by somebody who can reach it: nothing, or a whole file
        // that could not be asked back, which is found and proved like any other.
        storage.endpoint = format!("http://{}", server.address);
        kept.place(1, PlaceKind::S3(storage));
        let place = catalog::Key::from_bytes([1; 16]);
        kept.keeping.look(place).expect("a list");
        let again = kept.run();
        assert_eq!(again.run.outcome, RunOutcome::Good, "{bytes_max}");
        let filter = catalog::EntryFilter {
            only_good: true,
            ..catalog::EntryFilter::of(catalog_key(BUSINESS))
        };
        for entry in kept.catalog.entries(&filter).expect("entries") {
            let seen = kept
                .keeping
                .verify(entry.key, None, &NoProgress)
                .expect("an answer");
            assert!(seen.is_proved(), "{bytes_max}: {:?}", seen.verified);
        }
    }
}
