//! One operation on a file fails, or all from one on (T-R2): the disk has an error, is full, or has
//! become read-only. Then the disk is sound again, and the next start looks.

use crate::bench::Bench;
use crate::flow::{Rehearsed, flows, knows_replace, place_of_points};
use crate::ground::{base_desk, copy_of};
use crate::random::Numbers;
use crate::shim::{Breakage, CHANGES, Shim};
use crate::subject::{Desk, run as run_command};
use crate::tally::Tally;
use anyhow::Result;

/// About so many points of each act and each kind of failure in the short form.
const POINTS_SHORT: usize = 8;

/// What fails: which operations, how, and whether for ever.
type Failure = (&'static str, &'static str, bool);

/// The failures of the short form.
const SHORT: &[Failure] = &[
    (CHANGES, "EIO", false),
    (CHANGES, "ENOSPC", true),
    ("s", "EIO", false),
];

/// All failures.
const LONG: &[Failure] = &[
    (CHANGES, "EIO", false),
    (CHANGES, "EIO", true),
    (CHANGES, "ENOSPC", false),
    (CHANGES, "ENOSPC", true),
    (CHANGES, "EROFS", false),
    (CHANGES, "EROFS", true),
    (CHANGES, "EDQUOT", false),
    (CHANGES, "EDQUOT", true),
    ("w", "short", false),
    ("w", "short", true),
    ("s", "EIO", false),
    ("r", "EIO", false),
    ("r", "EIO", true),
];

/// Breaks every act in every way, at every operation or at a selection.
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
        for failure in bench.either(SHORT, LONG) {
            fail_each(bench, shim, &base, &rehearsed, *failure, &mut tally)?;
        }
    }
    Ok(tally)
}

fn fail_each(
    bench: &Bench,
    shim: &Shim,
    base: &Desk,
    rehearsed: &Rehearsed,
    (of, with, is_sticky): Failure,
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
    let mut at = 1 + numbers.below(stride);
    while at <= count {
        let desk = copy_of(base, &place_of_points(bench))?;
        let words = rehearsed.flow.words(&desk);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = desk.shimmed(&bench.tijori, shim, &words);
        let breakage = Breakage {
            at: u64::try_from(at)?,
            of,
            with,
            is_sticky,
        };
        breakage.tell(&mut command);
        let ran = run_command(&mut command)?;
        tally.points += 1;
        match rehearsed.judge(&ran, &desk, &mut leftovers) {
            Ok(seen) => tally.count(seen),
            Err(fault) => {
                let name = rehearsed.flow.name;
                let ever = if is_sticky { " for ever" } else { "" };
                tally.fail(format!("{name}, {with}{ever} at {of} {at}: {fault}"));
            }
        }
        at += 1 + numbers.below(stride);
    }
    tally.add("unfinished files left beside backups", leftovers);
    Ok(())
}
