//! The trail: followed, filtered, turned page by page.

use super::sample::{KIND, OTHER_KIND, act, instant, key, opened, stamp_of};
use super::{Ground, Outcome, followed_trail};
use crate::{Business, EntryFilter, StoreError};
use history::{Action, Contents, Entry};

/// Sixty changes of a few records by three people, some of them deletions and changes of kind.
fn fill(business: &dyn Business) -> Result<Vec<Entry>, StoreError> {
    business.write(&mut |unit| {
        for step in 0_i64..60 {
            let user = ["Rahima", "রহিমা", "O'Neil"][usize::try_from(step % 3).unwrap_or(0)];
            let stamp = stamp_of(user, step)?;
            let object = key(10 + step.unsigned_abs() % 5);
            let kind = if step % 4 == 0 { OTHER_KIND } else { KIND };
            if step % 7 == 6 && unit.object(object)?.is_some() {
                unit.delete_object(object, "Deleted", &stamp)?;
            } else {
                unit.put_object(object, kind, &step.to_be_bytes(), "Put", &stamp)?;
            }
        }
        unit.record(act(Action::Backup, 1, 60)?).map(drop)
    })?;
    let mut entries = Vec::new();
    business.read()?.each_entry(1, &mut |entry| {
        entries.push(entry);
        Ok(())
    })?;
    Ok(entries)
}

/// Upward, whole, and from the middle.
pub fn the_trail_can_be_followed_and_read_from_any_entry(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let entries = fill(business.as_ref())?;
    let reader = business.read()?;
    assert_eq!(followed_trail(reader.as_ref())?.sequence, 63);
    let mut tail = Vec::new();
    reader.each_entry(60, &mut |entry| {
        tail.push(entry);
        Ok(())
    })?;
    assert_eq!(Some(tail.as_slice()), entries.get(59..));
    assert_eq!(reader.entry(63)?.as_ref(), entries.last());
    assert_eq!(reader.entry(64)?, None);
    assert_eq!(reader.entry(0)?, None);
    let of = |contents: &Contents| contents.content.as_ref().map_or(0, Vec::len);
    let bytes: usize = entries
        .iter()
        .map(|entry| of(&entry.draft.before) + of(&entry.draft.after))
        .sum();
    assert!(reader.history_bytes()? >= u64::try_from(bytes)?);
    assert_eq!(reader.history_user_names()?, ["O'Neil", "Rahima", "রহিমা"]);
    Ok(())
}

/// [`EntryFilter::admits`] says what a filter means; the store must agree for all of them.
pub fn every_filter_gives_what_it_admits(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let entries = fill(business.as_ref())?;
    let reader = business.read()?;
    let users = [None, Some("রহিমা"), Some("O'Neil"), Some("nobody")];
    let actions = [
        None,
        Some(Action::Delete),
        Some(Action::Change),
        Some(Action::Backup),
    ];
    let kinds = [None, Some(KIND), Some(OTHER_KIND)];
    let objects = [None, Some(key(12)), Some(key(99))];
    let spans = [
        (None, None),
        (Some(20), Some(40)),
        (Some(59), None),
        (None, Some(0)),
    ];
    let mut admitted = 0;
    for user in users {
        for action in actions {
            for content_type in kinds {
                for object in objects {
                    for (from, until) in spans {
                        let filter = EntryFilter {
                            user_name: user.map(str::to_owned),
                            action,
                            content_type,
                            object,
                            from: from.map(instant).transpose()?,
                            until: until.map(instant).transpose()?,
                        };
                        let wanted: Vec<_> = entries
                            .iter()
                            .rev()
                            .filter(|entry| filter.admits(entry))
                            .collect();
                        let page = reader.entries(&filter, None, 1000)?;
                        assert_eq!(
                            page.entries.iter().collect::<Vec<_>>(),
                            wanted,
                            "{filter:?}"
                        );
                        assert_eq!(page.next_before, None);
                        admitted += wanted.len();
                    }
                }
            }
        }
    }
    assert!(
        admitted > 500,
        "the filters let something through: {admitted}"
    );
    Ok(())
}

/// Whatever the size of a page; and an empty page at the end is no page more.
pub fn pages_of_the_trail_join_without_gap_or_repetition(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let entries = fill(business.as_ref())?;
    let reader = business.read()?;
    let filter = EntryFilter {
        content_type: Some(OTHER_KIND),
        ..EntryFilter::default()
    };
    for filter in [EntryFilter::default(), filter] {
        let wanted: Vec<_> = entries
            .iter()
            .rev()
            .filter(|entry| filter.admits(entry))
            .collect();
        for limit in [1, 3, wanted.len(), wanted.len() + 1] {
            let mut joined = Vec::new();
            let mut before = None;
            loop {
                let page = reader.entries(&filter, before, limit)?;
                assert!(page.entries.len() <= limit && !page.entries.is_empty());
                joined.extend(page.entries);
                before = page.next_before;
                if before.is_none() {
                    break;
                }
            }
            assert_eq!(
                joined.iter().collect::<Vec<_>>(),
                wanted,
                "pages of {limit}"
            );
        }
    }
    assert_eq!(
        reader.entries(&EntryFilter::default(), None, 0)?.entries,
        []
    );
    Ok(())
}

/// A backup file would have no place for them (SPEC-history.md, section 2).
pub fn contents_without_a_record_are_refused(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let mut draft = act(Action::Backup, 1, 5)?;
    draft.after.content = Some(b"lost".to_vec());
    let outcome = business.write(&mut |unit| unit.record(draft.clone()).map(drop));
    assert!(outcome.is_err());
    assert_eq!(followed_trail(business.read()?.as_ref())?.sequence, 2);
    Ok(())
}
