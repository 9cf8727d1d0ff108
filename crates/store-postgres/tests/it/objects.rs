//! Bytes of attachments in object storage: the contract of every store once more, and what two
//! systems that cannot commit together go through (docs/SPEC-cloud.md, 2.10 to 2.12).

use crate::ground::{Ground, SUBSCRIBER, stamp};
use blobs::FolderStore;
use books::Key;
use catalog::{BlobInfo, BlobStore};
use jiff::{SignedDuration, Timestamp};
use std::error::Error;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;
use store::{Business, BusinessStore, Profile, StoreError, UnitOfWork, create_business};
use store_postgres::PostgresStore;

type Outcome = Result<(), Box<dyn Error>>;

const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
const ONE: Key = Key::constant("c0000000-0000-4000-8000-000000000001");
const TWO: Key = Key::constant("c0000000-0000-4000-8000-000000000002");

/// A database of its own, and a folder for the objects.
struct WithObjects {
    ground: Ground,
    objects: Arc<dyn BlobStore>,
}

impl WithObjects {
    fn new() -> Option<Self> {
        let ground = Ground::new()?;
        let objects = FolderStore::new(
            &ground.scratch.path().join("objects"),
            catalog::contract::key(1),
        );
        objects.prepare().expect("a folder that can be written");
        Some(Self {
            ground,
            objects: Arc::new(objects),
        })
    }

    fn store(&self) -> Result<PostgresStore, StoreError> {
        let database = self.ground.database()?.with_objects(self.objects.clone());
        Ok(PostgresStore::new(database, SUBSCRIBER))
    }

    fn listed(&self) -> Vec<BlobInfo> {
        self.objects.list("attachments/").expect("a list")
    }

    /// The file of the only object there is.
    fn only_file(&self) -> PathBuf {
        let listed = self.listed();
        assert_eq!(listed.len(), 1, "{listed:?}");
        let root = self.ground.scratch.path().join("objects");
        root.join(listed[0].key.as_str())
    }
}

impl store::contract::Ground for WithObjects {
    fn open(&self) -> Result<Box<dyn BusinessStore>, StoreError> {
        Ok(Box::new(self.store()?))
    }
}

mod contract {
    store::contract_tests!(match super::WithObjects::new() {
        Some(ground) => ground,
        None => return Ok(()),
    });
}

fn business(store: &PostgresStore) -> Result<Arc<dyn Business>, StoreError> {
    let profile = Profile {
        name: "Rahman Stores".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    create_business(store, BUSINESS, &profile, &[], &stamp(), BUSINESS)?;
    store.open(BUSINESS)
}

fn put(unit: &mut dyn UnitOfWork, key: Key, bytes: &[u8]) -> Result<(), StoreError> {
    unit.put_blob(key, Some("bill.pdf"), None, &mut &*bytes)
        .map(drop)
}

fn copied(business: &dyn Business, key: Key) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    business.read()?.copy_blob(key, &mut bytes)?;
    Ok(bytes)
}

/// So long after now that a sweep lets go of whatever it may ever let go of.
fn much_later() -> Timestamp {
    Timestamp::now() + SignedDuration::from_hours(8 * 24)
}

#[test]
fn spec_2_10_equal_bytes_are_one_object_whose_name_tells_nothing() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let store = ground.store()?;
    let business = business(&store)?;
    business.write(&mut |unit| {
        put(unit, ONE, b"the bill")?;
        put(unit, TWO, b"the bill")
    })?;
    let listed = ground.listed();
    assert_eq!(listed.len(), 1, "{listed:?}");
    let name = listed[0].key.as_str();
    assert!(name.starts_with(&format!("attachments/{SUBSCRIBER}/")));
    assert!(!name.contains("bill") && !name.contains(&BUSINESS.to_string()));
    assert_eq!(copied(business.as_ref(), TWO)?, b"the bill");
    Ok(())
}

#[test]
fn spec_2_10_what_was_kept_in_rows_is_read_with_object_storage_too() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let in_rows = PostgresStore::new(ground.ground.database()?, SUBSCRIBER);
    let before = business(&in_rows)?;
    before.write(&mut |unit| put(unit, ONE, b"in rows"))?;
    let now = ground.store()?.open(BUSINESS)?;
    now.write(&mut |unit| put(unit, TWO, b"in an object"))?;
    assert_eq!(copied(now.as_ref(), ONE)?, b"in rows");
    assert_eq!(copied(now.as_ref(), TWO)?, b"in an object");
    // Started without its object storage, the program says so and does not say that all is gone.
    let refused = copied(before.as_ref(), TWO).expect_err("nowhere to read it from");
    assert!(refused.to_string().contains("started without"), "{refused}");
    Ok(())
}

#[test]
fn spec_2_11_bytes_let_go_of_stay_for_those_who_read_already_and_go_a_day_later() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let store = ground.store()?;
    let business = business(&store)?;
    business.write(&mut |unit| put(unit, ONE, b"the bill"))?;
    let earlier = business.read()?;
    assert!(earlier.blob(ONE)?.is_some());
    business.write(&mut |unit| unit.delete_blob(ONE))?;
    assert_eq!(store.sweep_objects(Timestamp::now())?, 0);
    let mut bytes = Vec::new();
    earlier.copy_blob(ONE, &mut bytes)?;
    assert_eq!(bytes, b"the bill");
    drop(earlier);
    // The same bytes that come again are an object of their own, which the sweep leaves alone.
    business.write(&mut |unit| put(unit, TWO, b"the bill"))?;
    assert_eq!(ground.listed().len(), 2);
    assert_eq!(store.sweep_objects(much_later())?, 1);
    assert_eq!(ground.listed().len(), 1);
    assert_eq!(copied(business.as_ref(), TWO)?, b"the bill");
    Ok(())
}

#[test]
fn spec_2_11_what_a_failed_unit_of_work_put_is_swept_and_nothing_of_anyone_else() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let store = ground.store()?;
    let business = business(&store)?;
    business.write(&mut |unit| put(unit, ONE, b"kept"))?;
    let failed = business.write(&mut |unit| {
        put(unit, TWO, b"not kept")?;
        Err(StoreError::Stopped("the form was closed".into()))
    });
    assert!(matches!(failed, Err(StoreError::Stopped(_))));
    assert_eq!(ground.listed().len(), 2);
    let other = Key::constant("5ab5c21b-0000-4000-8000-000000000002");
    let others = format!("attachments/{other}/{}", "a".repeat(32)).parse()?;
    ground.objects.put(&others, &mut &b"another's"[..])?;
    let days = |count: i64| Timestamp::now() + SignedDuration::from_hours(24 * count);
    assert_eq!(store.sweep_objects(days(6))?, 0, "it may be going on yet");
    assert_eq!(store.sweep_objects(days(8))?, 1);
    assert_eq!(copied(business.as_ref(), ONE)?, b"kept");
    assert!(ground.objects.head(&others)?.is_some());
    Ok(())
}

/// A source that breaks after some bytes.
struct Broken(usize);

impl Read for Broken {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the line broke"));
        }
        let length = self.0.min(bytes.len());
        self.0 -= length;
        bytes[..length].fill(7);
        Ok(length)
    }
}

#[test]
fn spec_2_10_an_upload_that_breaks_is_told_in_its_own_words_and_leaves_no_object() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let business = business(&ground.store()?)?;
    let failed =
        business.write(&mut |unit| unit.put_blob(ONE, None, None, &mut Broken(99)).map(drop));
    match failed {
        Err(StoreError::Stopped(reason)) => assert_eq!(reason.to_string(), "the line broke"),
        other => panic!("{other:?}"),
    }
    assert!(ground.listed().is_empty());
    assert!(business.read()?.blob(ONE)?.is_none());
    Ok(())
}

#[test]
fn spec_2_12_without_object_storage_only_what_needs_it_fails() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let business = business(&ground.store()?)?;
    business.write(&mut |unit| put(unit, ONE, b"the bill"))?;
    let folder = ground.ground.scratch.path().join("objects");
    let away = ground.ground.scratch.path().join("away");
    std::fs::rename(&folder, &away)?;
    let read = copied(business.as_ref(), ONE);
    assert!(
        matches!(read, Err(StoreError::Unreachable { .. })),
        "{read:?}"
    );
    let written = business.write(&mut |unit| put(unit, TWO, b"another"));
    assert!(
        matches!(written, Err(StoreError::Unreachable { .. })),
        "{written:?}"
    );
    assert!(business.read()?.blob(ONE)?.is_some());
    std::fs::rename(&away, &folder)?;
    assert_eq!(copied(business.as_ref(), ONE)?, b"the bill");
    Ok(())
}

#[test]
fn spec_2_10_an_object_that_was_altered_or_lost_is_damage_and_never_other_bytes() -> Outcome {
    let Some(ground) = WithObjects::new() else {
        return Ok(());
    };
    let business = business(&ground.store()?)?;
    business.write(&mut |unit| put(unit, ONE, b"the bill"))?;
    std::fs::write(ground.only_file(), b"the gill")?;
    let read = copied(business.as_ref(), ONE);
    assert!(matches!(read, Err(StoreError::Damaged { .. })), "{read:?}");
    std::fs::remove_file(ground.only_file())?;
    let read = copied(business.as_ref(), ONE);
    assert!(matches!(read, Err(StoreError::Damaged { .. })), "{read:?}");
    Ok(())
}
