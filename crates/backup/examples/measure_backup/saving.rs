//! A writer that saves all the time, alone or beside a backup, and the changes of a second day.

use crate::steps::{make, open, stamp};
use books::{Object, kinds};
use history::Stamp;
use std::path::Path;
use std::time::{Duration, Instant};
use store::{Business, StoreError, UnitOfWork};

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

/// Puts a record with one more field than it had.
fn put(work: &mut dyn UnitOfWork, object: &Object, stamp: &Stamp) -> Result<(), StoreError> {
    let mut content = object.content.clone();
    // Field 900, a number: nothing knows it, so that nothing else changes.
    let number = u8::try_from(stamp.instant.subsec_nanosecond() % 100).unwrap();
    content.extend([0xA0, 0x38, number]);
    work.put_object(object.key, object.content_type, &content, "", stamp)
        .map(drop)
}

/// Changes so many records, in one unit of work: what it costs is not measured.
pub fn change(data: &Path, count: usize) {
    let business = open(data);
    let records = invoices(&*business, count);
    business
        .write(&mut |work| {
            for object in &records {
                put(work, object, &stamp())?;
            }
            Ok(())
        })
        .unwrap();
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
            business
                .write(&mut |work| put(work, object, &stamp()))
                .unwrap();
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
