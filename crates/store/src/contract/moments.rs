//! Readers: one moment, in order, and stopped when the visitor says so.

use super::sample::{KIND, OTHER_KIND, key, opened, put, stamp};
use super::{Ground, Outcome, followed_trail};
use crate::StoreError;
use std::sync::atomic::{AtomicBool, Ordering};

/// Every read of one reader is of the moment at which it began.
pub fn a_reader_sees_one_moment_while_others_write(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    put(business, 2, b"old", 5)?;
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| -> Outcome {
        let writer = scope.spawn(|| {
            (10_u8..).take(60).try_for_each(|number| {
                is_over.store(number == 69, Ordering::Relaxed);
                put(business, 2, &[number], i64::from(number))?;
                put(
                    business,
                    1000 + u64::from(number),
                    &[number],
                    i64::from(number),
                )
            })
        });
        while !is_over.load(Ordering::Relaxed) {
            let reader = business.read()?;
            let content = reader.object(key(2))?.map(|object| object.content);
            let counts = reader.object_counts()?;
            std::thread::yield_now();
            let head = followed_trail(reader.as_ref())?;
            assert_eq!(reader.object(key(2))?.map(|object| object.content), content);
            assert_eq!(reader.object_counts()?, counts);
            // One entry for the business and one for each put: records and trail are of one moment.
            let records: u64 = counts.iter().map(|(_kind, count)| count).sum();
            let puts = head.sequence - 1;
            assert!(
                puts == 2 * records - 2 || puts == 2 * records - 1,
                "{puts}, {records}"
            );
        }
        writer
            .join()
            .unwrap_or_else(|_| Err(StoreError::Stopped("the writer panicked".into())))?;
        Ok(())
    })?;
    assert_eq!(business.read()?.history_head()?.sequence, 3 + 120);
    Ok(())
}

/// The moment is that at which the reader was asked for, not that of its first question.
pub fn a_reader_that_asked_nothing_yet_has_its_moment_already(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let reader = business.read()?;
    put(business.as_ref(), 2, b"later", 5)?;
    assert_eq!(reader.object(key(2))?, None);
    assert_eq!(reader.history_head()?.sequence, 2);
    assert_eq!(business.read()?.history_head()?.sequence, 3);
    Ok(())
}

/// The visitor's error comes back as it is, and no row after it is visited.
pub fn a_visitor_can_stop_with_its_own_reason(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    for number in 2..10 {
        put(business.as_ref(), number, b"x", 5)?;
    }
    let reader = business.read()?;
    let stop = || Err(StoreError::Stopped("enough".into()));
    let mut visits = 0;
    let outcome = reader.each_object(None, &mut |_object| {
        visits += 1;
        if visits == 3 { stop() } else { Ok(()) }
    });
    assert!(matches!(outcome, Err(StoreError::Stopped(reason)) if reason.to_string() == "enough"));
    let outcome = reader.each_entry(1, &mut |_entry| {
        visits += 1;
        if visits == 5 { stop() } else { Ok(()) }
    });
    assert!(matches!(outcome, Err(StoreError::Stopped(_))));
    assert_eq!(visits, 5);
    assert_eq!(
        followed_trail(reader.as_ref())?.sequence,
        10,
        "the reader goes on"
    );
    Ok(())
}

/// Whatever the order in which they were written.
pub fn records_are_visited_in_key_order_and_by_kind(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    business.write(&mut |unit| {
        for number in [900, 3, 77, 2, u64::MAX, 500] {
            let kind = if number % 2 == 0 { KIND } else { OTHER_KIND };
            unit.put_object(key(number), kind, b"x", "", &stamp(5)?)?;
        }
        Ok(())
    })?;
    let reader = business.read()?;
    let visited = |kind| -> Result<Vec<_>, StoreError> {
        let mut keys = Vec::new();
        reader.each_object(kind, &mut |object| {
            keys.push(object.key);
            Ok(())
        })?;
        Ok(keys)
    };
    assert_eq!(visited(None)?, [1, 2, 3, 77, 500, 900, u64::MAX].map(key));
    assert_eq!(visited(Some(KIND))?, [1, 2, 500, 900].map(key));
    assert_eq!(visited(Some(OTHER_KIND))?, [3, 77, u64::MAX].map(key));
    assert!(visited(Some(key(1)))?.is_empty());
    for limit in [1, 3, 100] {
        let mut walked = Vec::new();
        loop {
            let next = reader.objects_after(walked.last().copied(), limit)?;
            assert!(next.len() <= limit);
            if next.is_empty() {
                break;
            }
            walked.extend(next.iter().map(|object| object.key));
        }
        assert_eq!(walked, visited(None)?, "{limit} after another");
    }
    let (small, large) = (KIND.min(OTHER_KIND), KIND.max(OTHER_KIND));
    let of = |kind| if kind == KIND { 4 } else { 3 };
    assert_eq!(
        reader.object_counts()?,
        [(small, of(small)), (large, of(large))]
    );
    Ok(())
}
