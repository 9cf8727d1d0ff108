//! The programmes, and how they are run one after another.

mod clocks;
mod damage;
mod failing;
mod folder;
mod full;
mod killed;
mod model;
mod power;
mod serving;
mod strangers;
mod writers;

use crate::arguments::Wanted;
use crate::bench::Bench;
use crate::screen::say;
use crate::tally::Tally;
use anyhow::{Context, Result};
use std::time::Instant;

/// Something that is tried.
struct Programme {
    /// What it is called on the command line.
    name: &'static str,
    /// What must hold.
    promise: &'static str,
    /// What it does.
    run: fn(&Bench) -> Result<Tally>,
}

/// All of them, in order.
const PROGRAMMES: &[Programme] = &[
    Programme {
        name: "killed",
        promise: "killed at any operation on a file: all as before or all as after (T-R1)",
        run: killed::run,
    },
    Programme {
        name: "serving",
        promise: "killed while people save over its pages: what was told as saved is there (T-R1)",
        run: serving::run,
    },
    Programme {
        name: "folder",
        promise: "one program per folder; meddling with it costs no save that was told (T-R8)",
        run: folder::run,
    },
    Programme {
        name: "failing-disk",
        promise: "any operation on a file fails: no wrong “done”, nothing half (T-R2)",
        run: failing::run,
    },
    Programme {
        name: "full-disk",
        promise: "a disk without room: refused, cleaned up, and going on with room (T-R3)",
        run: full::run,
    },
    Programme {
        name: "power-cut",
        promise: "power goes at any moment: what was told as saved is there (T-R4)",
        run: power::run,
    },
    Programme {
        name: "damage",
        promise: "a damaged backup is recognised before a row of it is used (T-R6)",
        run: damage::run,
    },
    Programme {
        name: "strangers",
        promise: "whatever is fed to a reader: no panic, no hanging, nothing left (T-F1, T-F2)",
        run: strangers::run,
    },
    Programme {
        name: "model",
        promise: "books that lived at random come back as a model says, to the byte (T-R14)",
        run: model::run,
    },
    Programme {
        name: "writers",
        promise: "backups while people write: each is one moment, and nobody waits (T-R10)",
        run: writers::run,
    },
    Programme {
        name: "clocks",
        promise: "the clock jumps: names are right, nothing is written over (T-R9)",
        run: clocks::run,
    },
];

/// Their names.
pub fn names() -> Vec<&'static str> {
    PROGRAMMES.iter().map(|programme| programme.name).collect()
}

/// Runs those that are wanted; whether nothing went wrong.
///
/// # Errors
/// When a programme cannot be set up.
pub fn run(wanted: &Wanted) -> Result<bool> {
    if let Some(folder) = &wanted.corpus {
        strangers::write_corpus(folder)?;
        return Ok(true);
    }
    let bench = Bench::new(wanted)?;
    let form = if wanted.is_long { "--long" } else { "--short" };
    say(&format!("faults {form} --seed {}", wanted.seed));
    let mut is_clean = true;
    let begun = Instant::now();
    for programme in PROGRAMMES {
        if !wanted.names.is_empty() && !wanted.names.iter().any(|name| name == programme.name) {
            continue;
        }
        say(&format!("== {}: {}", programme.name, programme.promise));
        let at = Instant::now();
        let tally =
            (programme.run)(&bench).with_context(|| format!("programme `{}`", programme.name))?;
        for line in tally.lines(programme.name, at.elapsed().as_secs_f64()) {
            say(&line);
        }
        is_clean &= tally.is_clean();
    }
    let verdict = if is_clean { "nothing failed" } else { "FAILED" };
    say(&format!(
        "faults: {verdict} in {:.1} s",
        begun.elapsed().as_secs_f64()
    ));
    Ok(is_clean)
}
