//! Making a business out of nothing.

use crate::{BusinessStore, Profile, StoreError};
use books::{Key, Object};
use history::{Action, Contents, Draft, Stamp};

/// Makes a business that holds `records` (its settings and default chart of accounts), each with
/// its History entry, after a first entry `business-created`; then shows it.
///
/// # Errors
/// When the store cannot be written; nothing is left behind then.
pub fn create_business(
    store: &dyn BusinessStore,
    key: Key,
    profile: &Profile,
    records: &[(Object, String)],
    stamp: &Stamp,
    entry_key: Key,
) -> Result<(), StoreError> {
    let mut business = store.begin(key, profile)?;
    business.record(Draft {
        stamp: stamp.clone(),
        action: Action::BusinessCreated,
        key: entry_key,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: profile.name.clone(),
        facts: vec![("time_zone".to_owned(), profile.time_zone.clone())],
    })?;
    for (object, title) in records {
        business.put_object(
            object.key,
            object.content_type,
            &object.content,
            title,
            stamp,
        )?;
    }
    business.publish()
}
