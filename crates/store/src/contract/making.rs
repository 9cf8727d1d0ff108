//! A business in the making: invisible, then whole, or gone.

use super::sample::{KIND, act, create, instant, key, profile, record, stamp};
use super::{Ground, Outcome, followed_trail};
use crate::{Profile, Section, StoreError};
use books::{Key, Object};
use history::{Action, Head, chain};

/// Not listed, not opened, until it is published.
pub fn a_business_being_made_is_seen_by_nobody(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Coming"))?;
    making.load_object(&record(5, b"five"))?;
    assert_eq!(making.key(), key(1));
    assert!(making.object(key(5))?.is_some(), "it reads what it wrote");
    assert!(store.businesses()?.is_empty());
    assert!(matches!(
        store.open(key(1)),
        Err(StoreError::BusinessNotFound(_))
    ));
    making.publish()?;
    assert_eq!(store.businesses()?.len(), 1);
    assert!(store.open(key(1))?.read()?.object(key(5))?.is_some());
    Ok(())
}

/// The same key can begin again as if nothing had been.
pub fn a_business_dropped_before_publishing_leaves_nothing(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Never"))?;
    for number in 0..2000 {
        making.load_object(&record(number, &[7; 500]))?;
    }
    drop(making);
    assert!(store.businesses()?.is_empty());
    assert!(store.trash()?.is_empty());
    create(store.as_ref(), 1, "Now")?;
    assert_eq!(store.businesses()?.len(), 1);
    Ok(())
}

/// Neither beside a business nor beside one being made.
pub fn a_key_in_use_cannot_begin_again(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    create(store.as_ref(), 1, "There")?;
    let making = store.begin(key(2), &profile("Coming"))?;
    for number in [1, 2] {
        let again = store.begin(key(number), &profile("Again")).map(drop);
        assert!(matches!(again, Err(StoreError::BusinessExists(k)) if k == key(number)));
    }
    making.publish()?;
    assert_eq!(store.businesses()?.len(), 2);
    create(store.as_ref(), 3, "In the way")?;
    store.remove(key(3))?;
    create(store.as_ref(), 3, "In its place")?;
    assert!(matches!(
        store.bring_back(key(3)),
        Err(StoreError::BusinessExists(_))
    ));
    assert_eq!(store.trash()?.len(), 1, "it stays in Trash");
    Ok(())
}

/// Byte for byte, with old timestamps and none, and the sections that were absent.
pub fn what_was_loaded_comes_back_as_it_was(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let wanted = Profile {
        country: None,
        absent: vec![Section::Emails, Section::Attachments],
        ..profile("দোকান \u{200d} 'quoted' \"and\" \\")
    };
    let objects = [
        record(1, b""),
        Object {
            timestamp: Some(i64::MAX),
            ..record(2, &[0, 255, 0])
        },
        Object {
            timestamp: Some(-1),
            content_type: Key::NIL,
            ..record(3, &[1; 100_000])
        },
    ];
    let mut making = store.begin(key(1), &wanted)?;
    for object in &objects {
        making.load_object(object)?;
    }
    making.publish()?;
    drop(store);
    let store = ground.open()?;
    let business = store.open(key(1))?;
    let reader = business.read()?;
    assert_eq!(reader.profile()?, wanted);
    let mut found = Vec::new();
    reader.each_object(None, &mut |object| {
        found.push(object);
        Ok(())
    })?;
    assert_eq!(found, objects);
    assert_eq!(reader.history_head()?, Head::default());
    let listed = store.businesses()?;
    assert!(listed.iter().all(|entry| entry.last_change.is_some()));
    Ok(())
}

/// A chain of another installation, continued by this one.
pub fn the_trail_goes_on_after_what_was_loaded(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let first = chain::link(
        Head::default(),
        Key::NIL,
        act(Action::BusinessCreated, 1, -9_000_000_000)?,
    );
    let mut making = store.begin(key(1), &profile("Brought in"))?;
    making.load_entry(&first)?;
    let restored = making.record(act(Action::Restored, 2, 0)?)?;
    let put = making.put_object(key(3), KIND, b"three", "Three", &stamp(1)?)?;
    making.publish()?;
    let business = store.open(key(1))?;
    let reader = business.read()?;
    assert_eq!(reader.entry(1)?, Some(first));
    assert_eq!(reader.entry(2)?.as_ref(), Some(&restored));
    assert_eq!(reader.entry(3)?, put);
    assert_eq!(restored.installation, reader.profile()?.installation);
    assert_eq!(followed_trail(reader.as_ref())?.sequence, 3);
    let listed = store.businesses()?;
    let listed = listed.first().ok_or("no business")?;
    assert_eq!(listed.last_change, Some(instant(1)?));
    Ok(())
}

/// An altered entry is refused, and the business with it.
pub fn an_entry_that_does_not_follow_cannot_be_loaded(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut altered = chain::link(Head::default(), Key::NIL, act(Action::Backup, 1, 0)?);
    altered.draft.title.push('!');
    let mut making = store.begin(key(1), &profile("Brought in"))?;
    assert!(matches!(
        making.load_entry(&altered),
        Err(StoreError::Damaged { .. })
    ));
    assert!(
        making.publish().is_err(),
        "a failed step is not passed over"
    );
    assert!(store.businesses()?.is_empty());
    Ok(())
}

/// A second record of a key is an error, not a replacement.
pub fn a_record_loaded_twice_cannot_be_published(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Twice"))?;
    making.load_object(&record(1, b"one"))?;
    assert!(making.load_object(&record(1, b"two")).is_err());
    assert!(making.publish().is_err());
    assert!(store.businesses()?.is_empty());
    Ok(())
}
