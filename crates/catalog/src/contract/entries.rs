//! What every catalogue must do.

use super::sample::{bare_entry, entry, hour, key, place, rhythms, run, schedule, states};
use super::{CatalogGround, Outcome};
use crate::{EntryFilter, Retention, RetentionRule, RunFilter, RunKind};

/// Everything is there again, in every field, after the catalogue was closed and opened.
///
/// # Errors
/// Whatever the catalogue reports; so for all tests here.
pub fn what_was_kept_comes_back_after_opening_again(ground: &dyn CatalogGround) -> Outcome {
    let places = vec![place(2, "a"), place(4, "b"), place(1, "b"), place(3, "c")];
    let schedules: Vec<_> = (1..)
        .zip(rhythms())
        .map(|(number, rhythm)| schedule(number, rhythm))
        .collect();
    let rules = [
        RetentionRule {
            business: None,
            retention: Some(Retention::default()),
        },
        RetentionRule {
            business: Some(key(100)),
            retention: None,
        },
    ];
    let entries: Vec<_> = (1_u8..)
        .zip(states())
        .map(|(number, state)| bare_entry(number, 100, u64::from(number), state))
        .chain([entry(40, 100, 40)])
        .collect();
    let runs: Vec<_> = (1_u8..=20)
        .map(|number| run(number, 100, i64::from(number)))
        .collect();
    {
        let catalog = ground.open()?;
        for place in places.iter().rev() {
            catalog.put_place(place)?;
        }
        for schedule in schedules.iter().rev() {
            catalog.put_schedule(schedule)?;
        }
        for rule in rules.iter().rev() {
            catalog.put_retention_rule(rule)?;
        }
        for entry in &entries {
            catalog.put_entry(entry)?;
        }
        for run in &runs {
            catalog.put_run(run)?;
        }
    }
    let catalog = ground.open()?;
    let named: Vec<_> = catalog.places()?.into_iter().map(|it| it.key).collect();
    assert_eq!(named, [key(2), key(1), key(4), key(3)], "by name, then key");
    for place in &places {
        assert!(catalog.places()?.contains(place), "{place:?}");
    }
    assert_eq!(catalog.schedules()?, schedules);
    assert_eq!(catalog.retention_rules()?, rules);
    let newest_first: Vec<_> = entries.iter().rev().cloned().collect();
    assert_eq!(catalog.entries(&EntryFilter::default())?, newest_first);
    assert_eq!(catalog.entry(key(40))?, Some(entry(40, 100, 40)));
    assert_eq!(catalog.entry(key(41))?, None);
    let latest_first: Vec<_> = runs.iter().rev().cloned().collect();
    assert_eq!(catalog.runs(&RunFilter::default())?, latest_first);
    Ok(())
}

/// A key holds one thing of each sort: the last that was kept.
pub fn what_is_kept_again_replaces_itself(ground: &dyn CatalogGround) -> Outcome {
    let catalog = ground.open()?;
    for name in ["old", "new"] {
        catalog.put_place(&place(1, name))?;
    }
    assert_eq!(catalog.places()?, [place(1, "new")]);
    for state in states() {
        let changed = bare_entry(1, 100, 1, state);
        catalog.put_entry(&changed)?;
        assert_eq!(catalog.entries(&EntryFilter::of(key(100)))?, [changed]);
    }
    for due in 1..3 {
        catalog.put_run(&run(1, 100, due))?;
    }
    assert_eq!(catalog.runs(&RunFilter::default())?, [run(1, 100, 2)]);
    for rhythm in rhythms() {
        catalog.put_schedule(&schedule(1, rhythm))?;
        assert_eq!(catalog.schedules()?, [schedule(1, rhythm)]);
    }
    for keep in 1..3 {
        let retention = Retention {
            last: keep,
            ..Retention::default()
        };
        let rule = RetentionRule {
            business: None,
            retention: Some(retention),
        };
        catalog.put_retention_rule(&rule)?;
        assert_eq!(catalog.retention_rules()?, [rule]);
    }
    Ok(())
}

/// Places, schedules and rules can be forgotten, and forgetting what is not there is no error.
pub fn what_is_forgotten_is_gone(ground: &dyn CatalogGround) -> Outcome {
    let catalog = ground.open()?;
    catalog.put_place(&place(1, "a"))?;
    catalog.put_schedule(&schedule(1, rhythms()[0]))?;
    let rule = RetentionRule {
        business: Some(key(1)),
        retention: None,
    };
    catalog.put_retention_rule(&rule)?;
    catalog.put_entry(&entry(1, 100, 1))?;
    for _ in 0..2 {
        catalog.remove_place(key(1))?;
        catalog.remove_schedule(key(1))?;
        catalog.remove_retention_rule(Some(key(1)))?;
    }
    assert!(catalog.places()?.is_empty());
    assert!(catalog.schedules()?.is_empty());
    assert!(catalog.retention_rules()?.is_empty());
    assert_eq!(catalog.entries(&EntryFilter::default())?.len(), 1);
    Ok(())
}

/// The order is that of sequences whatever the clocks said, and every filter gives what it admits.
pub fn entries_come_by_sequence_and_as_filtered(ground: &dyn CatalogGround) -> Outcome {
    let catalog = ground.open()?;
    let mut all = Vec::new();
    for (number, sequence) in (1_u8..).zip([5, 9, 2, 7, 7]) {
        let business = if number == 3 { 101 } else { 100 };
        let mut made = entry(number, business, sequence);
        made.place = (number != 1).then(|| key(number % 2));
        if number == 4 {
            made.state = crate::EntryState::Missed;
        }
        catalog.put_entry(&made)?;
        all.push(made);
    }
    let sequences: Vec<_> = catalog
        .entries(&EntryFilter::default())?
        .into_iter()
        .map(|entry| (entry.sequence, entry.key))
        .collect();
    // Of one sequence the one made later comes first.
    let wanted = [(9, 2), (7, 5), (7, 4), (5, 1), (2, 3)];
    assert_eq!(
        sequences,
        wanted.map(|(sequence, number)| (sequence, key(number)))
    );
    let filters = [
        EntryFilter::of(key(101)),
        EntryFilter {
            place: Some(key(1)),
            ..EntryFilter::default()
        },
        EntryFilter {
            only_good: true,
            ..EntryFilter::of(key(100))
        },
        EntryFilter {
            from: Some(hour(2)),
            before: Some(hour(4)),
            ..EntryFilter::default()
        },
        EntryFilter {
            limit: Some(2),
            ..EntryFilter::default()
        },
    ];
    for (filter, count) in filters.iter().zip([1, 2, 3, 2, 2]) {
        let found = catalog.entries(filter)?;
        assert_eq!(found.len(), count, "{filter:?}");
        assert!(found.iter().all(|entry| filter.admits(entry)), "{filter:?}");
    }
    assert_eq!(all.len(), 5);
    Ok(())
}

/// The order is that of the moments when they were due.
pub fn runs_come_by_due_moment_and_as_filtered(ground: &dyn CatalogGround) -> Outcome {
    let catalog = ground.open()?;
    for (number, due) in (1_u8..).zip([4, 8, 6, 2, 6]) {
        let business = if number == 4 { 101 } else { 100 };
        catalog.put_run(&run(number, business, due))?;
    }
    let keys: Vec<_> = catalog
        .runs(&RunFilter::default())?
        .into_iter()
        .map(|run| run.key)
        .collect();
    assert_eq!(keys, [2, 3, 5, 1, 4].map(key));
    let filters = [
        RunFilter {
            business: Some(key(101)),
            ..RunFilter::default()
        },
        RunFilter {
            schedule: Some(key(50)),
            ..RunFilter::default()
        },
        RunFilter {
            kind: Some(RunKind::Rehearsal),
            ..RunFilter::default()
        },
        RunFilter {
            until: Some(hour(6)),
            limit: Some(1),
            ..RunFilter::default()
        },
    ];
    for (filter, count) in filters.iter().zip([1, 2, 2, 1]) {
        let found = catalog.runs(filter)?;
        assert_eq!(found.len(), count, "{filter:?}");
        assert!(found.iter().all(|run| filter.admits(run)), "{filter:?}");
    }
    assert_eq!(catalog.runs(&filters[3])?[0].due_at, hour(6));
    Ok(())
}

/// A number is given once, also when its backup failed and left no entry, and also when an entry
/// that was found in a place has a higher one.
pub fn sequences_only_grow(ground: &dyn CatalogGround) -> Outcome {
    let catalog = ground.open()?;
    assert_eq!(catalog.next_sequence(key(100))?, 1);
    assert_eq!(catalog.next_sequence(key(100))?, 2);
    assert_eq!(catalog.next_sequence(key(101))?, 1);
    catalog.put_entry(&entry(1, 100, 41))?;
    assert_eq!(catalog.next_sequence(key(100))?, 42);
    drop(catalog);
    let catalog = ground.open()?;
    assert_eq!(catalog.next_sequence(key(100))?, 43);
    Ok(())
}
