//! A writer that saves all the time, alone or beside a backup, and the changes of a second day.

use crate::steps::{make, open, stamp};
use books::{Key, Object, kinds};
use std::path::Path;
use std::time::{Duration, Instant};
use store::Business;

/// How long the writer saves when no backup runs beside it.
const ALONE: Duration = Duration::from_secs(4);
/// What the writer does between two saves.
const PAUSE: Duration = Duration::from_millis(2);

/// Some invoices of the business, in the order of their keys.
fn invoices(business: &dyn Business, count: usize) -> Vec<Object> {
    let mut found = Vec::new();
    let reader = business.read().unwrap();
    reader
        .each_object(Some(kinds::SALES_INVOICE), &mut |object| {
            found.push(object);
            Ok(())
        })
        .unwrap();
    let step = (found.len() / count).max(1);
    found.into_iter().step_by(step).take(count).collect()
}

/// Saves a record with one more field than it had.
fn touch(business: &dyn Business, object: &Object, commit: Key) {
    let mut stamp = stamp();
    stamp.commit = commit;
    let mut content = object.content.clone();
    // Field 900, a number: nothing knows it, so that nothing else changes.
    let number = u8::try_from(stamp.instant.subsec_nanosecond() % 100).unwrap();
    content.extend([0xA0, 0x38, number]);
    business
        .write(&mut |work| {
            work.put_object(object.key, object.content_type, &content, "", &stamp)
                .map(drop)
        })
        .unwrap();
}

/// Changes so many records, each in a unit of work of its own.
pub fn change(data: &Path, count: usize) {
    let business = open(data);
    for object in invoices(&*business, count) {
        touch(&*business, &object, Key::NIL);
    }
}

/// Saves all the time and tells how long each save took; with a target, while a backup is made.
pub fn save(data: &Path, target: Option<&Path>) {
    let business = open(data);
    let records = invoices(&*business, 500);
    let waits = std::thread::scope(|scope| {
        let backup = target.map(|target| {
            let business = &*business;
            let scratch = data.join("scratch");
            scope.spawn(move || make(business, target, &scratch, &[]))
        });
        let begun = Instant::now();
        let mut waits = Vec::new();
        for object in records.iter().cycle() {
            let is_over = match &backup {
                Some(backup) => backup.is_finished(),
                None => begun.elapsed() > ALONE,
            };
            if is_over {
                break;
            }
            let before = Instant::now();
            touch(&*business, object, Key::NIL);
            waits.push(before.elapsed());
            std::thread::sleep(PAUSE);
        }
        waits
    });
    tell(waits);
}

fn tell(mut waits: Vec<Duration>) {
    waits.sort_unstable();
    let at = |share: usize| {
        let place = (waits.len() * share / 100).min(waits.len().saturating_sub(1));
        waits.get(place).copied().unwrap_or_default().as_secs_f64() * 1000.0
    };
    println!(
        "{} saves, p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
        waits.len(),
        at(50),
        at(99),
        at(100)
    );
}
