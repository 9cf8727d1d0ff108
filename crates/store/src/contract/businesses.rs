//! The list of businesses, Trash, and what is there after opening again.

use super::sample::{act, create, instant, key, opened, put};
use super::{Ground, Outcome, followed_trail};
use crate::{BusinessStore, Standing, StoreError, standing};
use history::Action;
use std::sync::Arc;

/// Nothing is there at first, and there is a folder for temporary files.
pub fn a_new_store_has_no_businesses(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    assert!(store.businesses()?.is_empty());
    assert!(store.trash()?.is_empty());
    assert!(store.scratch().is_dir());
    Ok(())
}

/// A created business is found by looking, with what the list says of it.
pub fn a_created_business_is_listed_and_opens(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    let entries = store.businesses()?;
    let [entry] = entries.as_slice() else {
        panic!("one business, not {entries:?}");
    };
    assert_eq!(entry.key, key(100));
    assert_eq!(entry.name, "Mudi dokan");
    assert_eq!(entry.records_count, 1);
    assert!(entry.bytes_count > 0);
    assert_eq!(entry.fault, None);
    let reader = business.read()?;
    assert_eq!(reader.profile()?, super::sample::profile("Mudi dokan"));
    let first = reader.entry(1)?.ok_or("the first entry is missing")?;
    assert_eq!(first.draft.action, Action::BusinessCreated);
    assert_eq!(followed_trail(reader.as_ref())?.sequence, 2);
    Ok(())
}

/// What decides is the last entry that says anything about it.
pub fn a_business_brought_in_is_a_copy_until_somebody_says_otherwise(
    ground: &dyn Ground,
) -> Outcome {
    let (store, business) = opened(ground)?;
    let check = |wanted: Standing| -> Outcome {
        assert_eq!(standing(business.read()?.as_ref())?, wanted);
        let entries = store.businesses()?;
        let listed = entries.first().map(|entry| entry.standing);
        assert_eq!(listed, Some(wanted), "as the list says");
        Ok(())
    };
    check(Standing::Own)?;
    for (number, action, wanted) in [
        (1, Action::Restored, Standing::Unconfirmed),
        (2, Action::Backup, Standing::Unconfirmed),
        (3, Action::KeptAsCopy, Standing::Copy),
        (4, Action::KeptHere, Standing::Own),
        (5, Action::Restored, Standing::Unconfirmed),
        (6, Action::KeptHere, Standing::Own),
    ] {
        business.write(&mut |unit| unit.record(act(action, number, 60)?).map(drop))?;
        check(wanted)?;
    }
    Ok(())
}

/// By name as text, and by key where names are equal.
pub fn businesses_are_listed_by_name_then_key(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    for (number, name) in [(5, "b"), (4, "a"), (9, "a"), (1, "é"), (2, "দোকান")] {
        create(store.as_ref(), number, name)?;
    }
    let keys: Vec<_> = store.businesses()?.iter().map(|entry| entry.key).collect();
    assert_eq!(keys, [4, 9, 5, 1, 2].map(key));
    Ok(())
}

/// A backup is no change of the books.
pub fn the_list_says_when_a_business_changed_and_was_backed_up(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    put(business.as_ref(), 2, b"second", 50)?;
    business.write(&mut |unit| unit.record(act(Action::Backup, 1, 60)?).map(drop))?;
    let entries = store.businesses()?;
    let entry = entries.first().ok_or("no business")?;
    assert_eq!(entry.last_change, Some(instant(50)?));
    assert_eq!(entry.last_backup, Some(instant(60)?));
    Ok(())
}

/// An unknown key is told as such.
pub fn a_business_that_is_not_there_cannot_be_opened_removed_or_brought_back(
    ground: &dyn Ground,
) -> Outcome {
    let store = ground.open()?;
    let outcomes = [
        store.open(key(1)).map(drop),
        store.remove(key(1)),
        store.bring_back(key(1)),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(StoreError::BusinessNotFound(k)) if k == key(1)));
    }
    Ok(())
}

/// To Trash and back: the same business, entry for entry.
pub fn a_removed_business_is_in_trash_and_comes_back_whole(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    put(business.as_ref(), 2, b"second", 5)?;
    let head = business.read()?.history_head()?;
    drop(business);
    store.remove(key(100))?;
    assert!(store.businesses()?.is_empty());
    assert!(matches!(
        store.open(key(100)),
        Err(StoreError::BusinessNotFound(_))
    ));
    let trash = store.trash()?;
    let [removed] = trash.as_slice() else {
        panic!("one business in Trash, not {trash:?}");
    };
    assert_eq!(
        (removed.entry.key, removed.entry.records_count),
        (key(100), 2)
    );
    assert_eq!(removed.entry.name, "Mudi dokan");
    assert!(removed.removed_at.is_some());
    store.bring_back(key(100))?;
    assert!(store.trash()?.is_empty());
    let business = store.open(key(100))?;
    assert_eq!(followed_trail(business.read()?.as_ref())?, head);
    put(business.as_ref(), 3, b"third", 6)?;
    Ok(())
}

/// Nobody goes on writing to what is in Trash.
pub fn a_removed_business_is_closed_for_those_who_had_it_open(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    store.remove(key(100))?;
    assert!(matches!(
        business.read().map(drop),
        Err(StoreError::BusinessNotFound(_))
    ));
    assert!(matches!(
        put(business.as_ref(), 2, b"late", 9),
        Err(StoreError::BusinessNotFound(_))
    ));
    Ok(())
}

/// What a unit of work returned from is kept, also in Trash.
pub fn everything_is_there_after_opening_again(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    put(business.as_ref(), 2, b"second", 5)?;
    create(store.as_ref(), 200, "Another")?;
    store.remove(key(200))?;
    let head = business.read()?.history_head()?;
    drop((business, store));
    let store = ground.open()?;
    assert_eq!(store.businesses()?.len(), 1);
    assert_eq!(store.trash()?.len(), 1);
    let business = store.open(key(100))?;
    let reader = business.read()?;
    assert_eq!(followed_trail(reader.as_ref())?, head);
    let content = reader.object(key(2))?.map(|object| object.content);
    assert_eq!(content.as_deref(), Some(b"second".as_slice()));
    Ok(())
}

/// Two who open the same key see each other's changes.
pub fn one_key_opens_one_business(ground: &dyn Ground) -> Outcome {
    let (store, first) = opened(ground)?;
    let second = store.open(key(100))?;
    assert_eq!(second.key(), first.key());
    put(first.as_ref(), 2, b"second", 5)?;
    assert!(second.read()?.object(key(2))?.is_some());
    let store: Arc<dyn BusinessStore> = Arc::from(store);
    assert_eq!(store.businesses()?.len(), 1);
    Ok(())
}
