//! Units of work: a change and its entry together, all of it or nothing, one after another.

use super::sample::{KIND, OTHER_KIND, act, instant, key, opened, put, stamp};
use super::{Ground, Outcome, followed_trail};
use crate::{Business, Profile, StoreError, UnitOfWork};
use books::Object;
use history::{Action, Contents};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What a business holds, to be compared before and after.
fn state(business: &dyn Business) -> Result<(Vec<Object>, u64), Box<dyn std::error::Error>> {
    let reader = business.read()?;
    let mut objects = Vec::new();
    reader.each_object(None, &mut |object| {
        objects.push(object);
        Ok(())
    })?;
    Ok((objects, followed_trail(reader.as_ref())?.sequence))
}

fn contents(kind: books::Key, content: &[u8]) -> Contents {
    Contents {
        content_type: Some(kind),
        content: Some(content.to_vec()),
    }
}

/// Create, change of content, change of kind, delete: each with what was before and after.
pub fn a_change_writes_the_record_and_its_entry(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let mut entries = Vec::new();
    business.write(&mut |unit| {
        let stamp = stamp(5)?;
        entries.extend(unit.put_object(key(2), KIND, b"", "New", &stamp)?);
        entries.extend(unit.put_object(key(2), KIND, b"b", "Changed", &stamp)?);
        entries.extend(unit.put_object(key(2), OTHER_KIND, b"b", "Moved", &stamp)?);
        entries.push(unit.delete_object(key(2), "Gone", &stamp)?);
        Ok(())
    })?;
    let nothing = Contents::default();
    let wanted = [
        (Action::Create, nothing.clone(), contents(KIND, b"")),
        (Action::Change, contents(KIND, b""), contents(KIND, b"b")),
        (
            Action::Change,
            contents(KIND, b"b"),
            contents(OTHER_KIND, b"b"),
        ),
        (Action::Delete, contents(OTHER_KIND, b"b"), nothing),
    ];
    assert_eq!(entries.len(), wanted.len());
    let reader = business.read()?;
    for (entry, (action, before, after)) in entries.iter().zip(wanted) {
        assert_eq!(
            reader.entry(entry.sequence)?.as_ref(),
            Some(entry),
            "kept as told"
        );
        assert_eq!(entry.draft.action, action);
        assert_eq!((&entry.draft.before, &entry.draft.after), (&before, &after));
        assert_eq!(entry.draft.object, Some(key(2)));
        assert_eq!(entry.draft.stamp, stamp(5)?);
        assert_eq!(entry.installation, reader.profile()?.installation);
    }
    assert_eq!(followed_trail(reader.as_ref())?.sequence, 6);
    Ok(())
}

/// Saving without a difference is no change.
pub fn a_record_left_equal_gets_no_entry_and_keeps_its_timestamp(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    put(business.as_ref(), 2, b"same", 5)?;
    let before = state(business.as_ref())?;
    let ticks = instant(5)?.as_nanosecond().div_euclid(100) + 621_355_968_000_000_000;
    let timestamp = before.0.last().and_then(|object| object.timestamp);
    assert_eq!(
        timestamp.map(i128::from),
        Some(ticks),
        "the stamp's, in ticks"
    );
    put(business.as_ref(), 2, b"same", 99)?;
    assert_eq!(state(business.as_ref())?, before);
    Ok(())
}

/// The key is named.
pub fn deleting_what_is_not_there_is_an_error_and_changes_nothing(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let before = state(business.as_ref())?;
    let outcome =
        business.write(&mut |unit| unit.delete_object(key(77), "None", &stamp(1)?).map(drop));
    assert!(matches!(outcome, Err(StoreError::RecordNotFound(k)) if k == key(77)));
    assert_eq!(state(business.as_ref())?, before);
    Ok(())
}

/// Some steps of everything a unit of work can do.
fn many_steps(unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
    let stamp = stamp(5)?;
    unit.put_object(key(1), KIND, b"changed", "First", &stamp)?;
    unit.put_object(key(2), KIND, b"new", "Second", &stamp)?;
    unit.put_blob(key(3), Some("a.txt"), None, &mut b"bytes".as_slice())?;
    unit.delete_object(key(1), "First", &stamp)?;
    unit.record(act(Action::Backup, 1, 5)?)?;
    let profile = Profile {
        name: "Renamed".to_owned(),
        ..unit.profile()?
    };
    unit.set_profile(&profile)
}

/// The caller's own error comes back, and nothing else has happened.
pub fn a_unit_of_work_that_fails_changes_nothing(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let before = state(business.as_ref())?;
    let outcome = business.write(&mut |unit| {
        many_steps(unit)?;
        Err(StoreError::Stopped("changed my mind".into()))
    });
    assert!(matches!(
        outcome,
        Err(StoreError::Stopped(reason)) if reason.to_string() == "changed my mind"
    ));
    assert_eq!(state(business.as_ref())?, before);
    assert_eq!(business.read()?.profile()?.name, "Mudi dokan");
    assert_eq!(business.read()?.blob(key(3))?, None);
    Ok(())
}

/// A fault of ours in the middle is no half change, and the business goes on working.
pub fn a_unit_of_work_that_panics_changes_nothing(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let before = state(business.as_ref())?;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        business.write(&mut |unit| {
            many_steps(unit)?;
            resume_unwind(Box::new("a fault of ours"))
        })
    }));
    assert!(outcome.is_err(), "the panic goes on to the caller");
    assert_eq!(state(business.as_ref())?, before);
    put(business.as_ref(), 2, b"afterwards", 6)?;
    assert_eq!(state(business.as_ref())?.1, before.1 + 1);
    Ok(())
}

/// A caller that ignores the error of a step cannot keep the other steps.
pub fn a_step_that_failed_cannot_be_passed_over(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let before = state(business.as_ref())?;
    let outcome = business.write(&mut |unit| {
        unit.put_object(key(2), KIND, b"kept?", "Second", &stamp(5)?)?;
        let first = unit.entry(1)?;
        if let Some(entry) = first {
            // The key of an entry that is there: it cannot be written a second time.
            assert!(unit.record(entry.draft).is_err());
        }
        Ok(())
    });
    assert!(outcome.is_err());
    assert_eq!(state(business.as_ref())?, before);
    Ok(())
}

/// Before it is committed, and only there.
pub fn a_unit_of_work_sees_its_own_changes(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    business.write(&mut |unit| {
        unit.put_object(key(2), KIND, b"new", "Second", &stamp(5)?)?;
        assert!(unit.object(key(2))?.is_some());
        assert_eq!(unit.history_head()?.sequence, 3);
        assert_eq!(unit.object_counts()?, [(KIND, 2)]);
        assert_eq!(
            business.read()?.object(key(2))?,
            None,
            "others do not see it yet"
        );
        Ok(())
    })?;
    assert!(business.read()?.object(key(2))?.is_some());
    Ok(())
}

/// Four threads add to one counter, and to one chain.
pub fn units_of_work_wait_for_each_other(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    let add_one = |second: i64| {
        business.write(&mut |unit| {
            let found = unit.object(key(2))?.map(|object| object.content);
            let count = found.and_then(|content| content.try_into().ok());
            let next = count.map_or(0, u64::from_be_bytes) + 1;
            unit.put_object(
                key(2),
                KIND,
                &next.to_be_bytes(),
                "Counter",
                &stamp(second)?,
            )?;
            Ok(())
        })
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| (0..25).try_for_each(add_one)))
            .collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err(StoreError::Stopped("a thread panicked".into())))
        })
    })?;
    let counter = business
        .read()?
        .object(key(2))?
        .map(|object| object.content);
    assert_eq!(counter.as_deref(), Some(100_u64.to_be_bytes().as_slice()));
    assert_eq!(state(business)?.1, 102);
    Ok(())
}

/// With every field, and listed under its new name.
pub fn the_profile_can_be_changed(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    let wanted = Profile {
        name: "নতুন নাম".to_owned(),
        country: None,
        time_zone: "Europe/Paris".to_owned(),
        installation: key(42),
        absent: crate::Section::ALL.to_vec(),
    };
    business.write(&mut |unit| unit.set_profile(&wanted))?;
    assert_eq!(business.read()?.profile()?, wanted);
    assert_eq!(
        store.businesses()?.first().map(|entry| entry.name.clone()),
        Some(wanted.name)
    );
    put(business.as_ref(), 2, b"by the other installation", 9)?;
    let reader = business.read()?;
    let entry = reader.entry(3)?.ok_or("no third entry")?;
    assert_eq!(entry.installation, key(42));
    followed_trail(reader.as_ref())?;
    Ok(())
}
