//! The program is killed at random moments while people save and back up over its pages (T-R1).

use crate::bench::Bench;
use crate::facts::{Facts, records_of};
use crate::ground::{SHOP, base_desk, copy_of};
use crate::random::Numbers;
use crate::served::{Door, Served, key_of};
use crate::tally::Tally;
use anyhow::Result;
use books::Key;
use std::collections::BTreeSet;
use std::time::Duration;

/// So many people save at once.
const PEOPLE: usize = 3;
/// The longest that a round lasts before the program is killed, in ms.
const ROUND_MS: usize = 400;

/// Kills, starts again, and looks for everything that anyone was told is saved.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut numbers = Numbers::of(bench.seed, "serving");
    let desk = copy_of(&base_desk(bench)?, &bench.folder().join("served"))?;
    let business = key_of(bench, &desk, SHOP)?;
    let mut told = BTreeSet::new();
    for round in 0..bench.either(8, 500) {
        let served = Served::start(bench, &desk)?;
        let wait = Duration::from_millis(u64::try_from(30 + numbers.below(ROUND_MS))?);
        told.extend(killed_after(served, &business, round, wait)?);
        tally.points += 1;
        if let Err(fault) = judged(&desk, &told) {
            tally.fail(format!(
                "round {round}, after {} ms: {fault}",
                wait.as_millis()
            ));
            break;
        }
    }
    tally.add("saves told", u64::try_from(told.len())?);
    if told.is_empty() {
        tally.fail("nothing was saved in any round: nothing was tested");
    }
    Ok(tally)
}

fn judged(desk: &crate::subject::Desk, told: &BTreeSet<Key>) -> Result<(), String> {
    Facts::of(desk)?;
    let there = records_of(desk, SHOP)?;
    match told.difference(&there).count() {
        0 => Ok(()),
        lost => Err(format!("{lost} saves that were told are gone")),
    }
}

/// People save until the program is gone; what they were told.
fn killed_after(
    served: Served,
    business: &str,
    round: usize,
    wait: Duration,
) -> Result<BTreeSet<Key>> {
    let door = served.door();
    std::thread::scope(|scope| {
        let people: Vec<_> = (0..PEOPLE)
            .map(|person| scope.spawn(move || saves(door, business, round, person)))
            .collect();
        scope.spawn(move || backs_up(door, business));
        std::thread::sleep(wait);
        served.kill()?;
        let told = people.into_iter();
        Ok(told
            .flat_map(|person| person.join().unwrap_or_default())
            .collect())
    })
}

/// Saves one record after another until no answer comes.
fn saves(door: Door, business: &str, round: usize, person: usize) -> Vec<Key> {
    let mut told = Vec::new();
    for number in 0.. {
        match door.save(business, &format!("Customer+{round}-{person}-{number}")) {
            Ok(key) => told.extend(key),
            Err(_) => break,
        }
    }
    told
}

/// Makes one backup after another until no answer comes.
fn backs_up(door: Door, business: &str) {
    let path = format!("/businesses/{business}/backups");
    let form = "file_name=Shop&form=compressed&attachments=on&emails=on&history=on";
    while door.post(&path, form).is_ok() {
        std::thread::sleep(Duration::from_millis(20));
    }
}
