//! What a second day's backup adds, after a thousand records were changed.

use std::path::Path;

use anyhow::Result;

use super::Bench;
use crate::measure::timing::size_of;
use crate::run::find_program;
use crate::screen::say;

/// How many records are changed.
const CHANGED: &str = "1000";

/// Changes records and backs up again, by us and by those who keep what did not change.
pub fn measure(bench: &Bench) -> Result<()> {
    say(&format!("the second day, after {CHANGED} changed records:"));
    let (data, first) = (bench.path("data"), bench.path("first.manager"));
    bench.ours(&["backup", &data, &first, "plain"])?;
    bench.ours(&["change", &data, CHANGED])?;
    let second = bench.path("second.manager");
    let figures = bench.ours(&["backup", &data, &second])?;
    say(&line(
        "ours, a whole file",
        figures.cpu_s,
        size_of(Path::new(&second)),
    ));
    let plain = bench.path("raw.manager");
    // Others see the database as it lay on the first day, then as it lies on the second.
    std::fs::rename(&first, &plain)?;
    let peers = [
        (
            "restic",
            "rm -rf restic cache; restic -q -r restic init; restic -q -r restic backup raw.manager",
            "restic -q -r restic backup raw.manager",
        ),
        (
            "borg",
            "rm -rf borg borg-base; borg init -e repokey-blake2 borg; \
             borg create -C zstd,3 borg::1 raw.manager",
            "borg create -C zstd,3 borg::2 raw.manager",
        ),
    ];
    let present = peers.map(|(program, ..)| find_program(program).is_some());
    for ((_, first_day, _), _) in peers.iter().zip(present).filter(|(_, there)| *there) {
        bench.shell(first_day)?;
    }
    std::fs::remove_file(&plain)?;
    bench.ours(&["backup", &data, &plain, "plain"])?;
    for ((program, _, second_day), is_there) in peers.into_iter().zip(present) {
        if !is_there {
            say(&format!("skipped: {program} is not here"));
            continue;
        }
        let before = size_of(Path::new(&bench.path(program)));
        let figures = bench.shell(second_day)?;
        let added = size_of(Path::new(&bench.path(program))) - before;
        say(&line(program, figures.cpu_s, added));
    }
    Ok(())
}

fn line(what: &str, cpu_s: f64, bytes: f64) -> String {
    format!("{what:<40}{cpu_s:>8.2} CPU-s{:>10.2} MB", bytes / 1e6)
}
