//! The program is killed before an operation on a file, or in the middle of a write (T-R1).

use crate::bench::Bench;
use crate::flow::{Rehearsed, flows, knows_replace, place_of_points};
use crate::ground::{base_desk, copy_of};
use crate::random::Numbers;
use crate::shim::{Breakage, CHANGES, Shim};
use crate::subject::{Desk, run as run_command};
use crate::tally::Tally;
use anyhow::Result;

/// About so many points of each act in the short form.
const POINTS_SHORT: usize = 22;

/// Kills every act at every operation, or at a selection that the seed draws.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let shim = match &bench.shim {
        Ok(shim) => shim,
        Err(reason) => {
            tally.skipped.push(reason.clone());
            return Ok(tally);
        }
    };
    let base = base_desk(bench)?;
    for flow in flows(knows_replace(bench, &base)?) {
        let rehearsed = flow.rehearse(bench, shim, &base)?;
        for (of, with) in [(CHANGES, "kill"), ("w", "torn")] {
            kill_each(bench, shim, &base, &rehearsed, (of, with), &mut tally)?;
        }
        let (name, count) = (flow.name, rehearsed.count_of(CHANGES));
        tally.figures.push(format!("{name}: {count} operations"));
    }
    Ok(tally)
}

/// Goes through the operations until the program reaches its end alive.
fn kill_each(
    bench: &Bench,
    shim: &Shim,
    base: &Desk,
    rehearsed: &Rehearsed,
    (of, with): (&str, &str),
    tally: &mut Tally,
) -> Result<()> {
    let mut numbers = Numbers::of(bench.seed, rehearsed.flow.name);
    let count = rehearsed.count_of(of);
    let stride = if bench.is_long {
        1
    } else {
        1 + 2 * count / POINTS_SHORT
    };
    let mut leftovers = 0;
    let mut at = 1 + u64::try_from(numbers.below(stride))?;
    loop {
        let desk = copy_of(base, &place_of_points(bench))?;
        let words = rehearsed.flow.words(&desk);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = desk.shimmed(&bench.tijori, shim, &words);
        let breakage = Breakage {
            at,
            of,
            with,
            is_sticky: false,
        };
        breakage.tell(&mut command);
        let ran = run_command(&mut command)?;
        match rehearsed.judge(&ran, &desk, &mut leftovers) {
            Ok(seen) => tally.count(seen),
            Err(fault) => {
                let name = rehearsed.flow.name;
                tally.fail(format!("{name}, {with} at {of} {at}: {fault}"));
            }
        }
        if !ran.is_killed() {
            break;
        }
        tally.points += 1;
        at += 1 + u64::try_from(numbers.below(stride))?;
    }
    tally.add("unfinished files left beside backups", leftovers);
    Ok(())
}
