//! Power goes (T-R4): a day's work is written down once, and every state that a cut could leave is
//! made on paper and opened (see `replay`).
//!
//! The tests are tested too (security bar, 6.3): the same day with the syncs of files, or of
//! folders, kept quiet must be found to lose something, or the model sees nothing.

use crate::bench::Bench;
use crate::facts::Facts;
use crate::ground::{CUSTOMER, SHOP, copy_of, empty_desk};
use crate::random::Numbers;
use crate::record::{self, Step};
use crate::replay::{Disk, Kind, POLICIES};
use crate::shim::{Breakage, Shim, write_down};
use crate::subject::{Desk, run as run_command};
use crate::tally::Tally;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// So many moments of the day in the short form.
const MOMENTS_SHORT: usize = 60;
/// So many in a day with a seeded fault.
const MOMENTS_SEEDED: usize = 40;

/// The day: from the first start on an empty disk to the last act.
const DAY: &[&[&str]] = &[
    &[
        "business",
        "create",
        SHOP,
        "--country",
        "BD",
        "--currency",
        "BDT",
    ],
    &[
        "record",
        "put",
        SHOP,
        "--key",
        CUSTOMER,
        "--kind",
        "customers",
        "FILES/customer.json",
    ],
    &[
        "record",
        "put",
        SHOP,
        "--key",
        CUSTOMER,
        "FILES/changed.json",
    ],
    &["backup", SHOP, "--output", "FILES/a.manager"],
    &["import", "FILES/in.books", "--name", "Corner Shop"],
    &[
        "backup",
        "Corner Shop",
        "--plain",
        "--output",
        "FILES/b.manager",
    ],
    &["business", "remove", SHOP],
    &["business", "restore", SHOP],
    &["record", "delete", SHOP, CUSTOMER],
];

/// A day as it was written down.
struct Day {
    steps: Vec<Step>,
    /// What there was before the first act and after each.
    facts: Vec<Facts>,
    /// After which step each act was told as done; none when it was not.
    told: Vec<Option<usize>>,
    /// What was broken in it.
    broken: Option<Broken>,
}

/// One sync that failed.
#[derive(Clone)]
struct Broken {
    /// In which act.
    act: usize,
    /// Which of its syncs.
    sync: u64,
    /// What that act comes to when nothing fails. Keys are drawn anew each day, so digests differ.
    intact: Facts,
}

impl Day {
    /// Files that acts made which then were not told as done, since a sync failed: a folder may
    /// show them until power goes, and forget them then.
    fn doubtful_files(&self) -> Vec<String> {
        let acts = self.told.iter().zip(self.facts.windows(2));
        acts.filter(|(told, _)| told.is_none())
            .flat_map(|(_, facts)| facts[1].files_not_in(&facts[0]))
            .collect()
    }

    /// Whether this is the moment of an act that was done, whose sync failed, and which was then
    /// taken back: it was never told as done, and is whole.
    fn broke_off(&self, done: usize, found: &Facts) -> bool {
        let broken = self.broken.as_ref().filter(|broken| broken.act == done);
        broken.is_some_and(|broken| self.told[done].is_none() && found.agree(&broken.intact, false))
    }
}

/// Cuts the day at every step, and days with seeded faults.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let shim = match &bench.shim {
        Ok(shim) => shim,
        Err(reason) => {
            tally.skipped.push(reason.clone());
            return Ok(tally);
        }
    };
    let day = lived(bench, shim, "", None)?;
    tally.figures.push(format!(
        "the day: {} operations, {} acts",
        day.steps.len(),
        DAY.len()
    ));
    for kind in [Kind::Strict, Kind::Journal] {
        let moments = if bench.is_long {
            day.steps.len()
        } else {
            MOMENTS_SHORT
        };
        cut_up(bench, &day, kind, moments, &mut tally)?;
    }
    for (hidden, what) in [("f", "files"), ("d", "folders")] {
        seeded(bench, shim, hidden, what, &mut tally)?;
    }
    if bench.is_long {
        failing_syncs(bench, shim, &day, &mut tally)?;
    }
    Ok(tally)
}

/// Lives the day with the shim writing down; one operation may fail.
fn lived(bench: &Bench, shim: &Shim, hidden: &str, broken: Option<Broken>) -> Result<Day> {
    let root = bench.folder().join("day");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let desk = empty_desk(&root)?;
    let log = bench.folder().join("day.log");
    let _ = fs::remove_file(&log);
    fs::write(&log, [])?;
    let mut day = Day {
        steps: Vec::new(),
        facts: vec![facts_of(bench, &desk)?],
        told: Vec::new(),
        broken,
    };
    for (number, act) in DAY.iter().enumerate() {
        let words: Vec<String> = act
            .iter()
            .map(|word| match word.strip_prefix("FILES/") {
                Some(name) => desk.file(name).display().to_string(),
                None => (*word).to_owned(),
            })
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = desk.shimmed(&bench.tijori, shim, &words);
        write_down(&mut command, &log, hidden);
        if let Some(broken) = day.broken.as_ref().filter(|broken| broken.act == number) {
            let breakage = Breakage {
                at: broken.sync,
                of: "s",
                with: "EIO",
                is_sticky: false,
            };
            breakage.tell(&mut command);
        }
        let ran = run_command(&mut command)?;
        if !ran.is_done() && day.broken.is_none() {
            bail!("`tijori {}` fails: {}", words.join(" "), ran.complained);
        }
        let before = day.steps.len();
        day.steps = record::read(&log, &desk.root)?;
        let said = day.steps[before..]
            .iter()
            .position(|step| matches!(step, Step::Said(_)));
        day.told
            .push(said.filter(|_| ran.is_done()).map(|at| before + at));
        day.facts.push(facts_of(bench, &desk)?);
    }
    Ok(day)
}

/// What a copy of the desk holds: looking changes a folder, and this one is being written down.
fn facts_of(bench: &Bench, desk: &Desk) -> Result<Facts> {
    let copy = copy_of(desk, &bench.folder().join("copy"))?;
    Facts::of(&copy).map_err(|fault| anyhow::anyhow!("the unbroken day: {fault}"))
}

/// Cuts a day at so many moments, spread over it, with every policy.
fn cut_up(bench: &Bench, day: &Day, kind: Kind, moments: usize, tally: &mut Tally) -> Result<()> {
    let mut numbers = Numbers::of(bench.seed, "power-cut");
    let count = day.steps.len();
    let chosen: Vec<bool> = (0..count)
        .map(|_| moments >= count || numbers.below(count) < moments)
        .collect();
    let mut disk = Disk::new(kind, &["files"]);
    for (at, step) in day.steps.iter().enumerate() {
        disk.apply(step);
        if !chosen[at] {
            continue;
        }
        for policy in POLICIES {
            let root = bench.folder().join("cut");
            if root.exists() {
                fs::remove_dir_all(&root)?;
            }
            fs::create_dir(&root)?;
            disk.cut(policy, &mut numbers, &root)
                .with_context(|| format!("the state after step {at} cannot be made"))?;
            tally.points += 1;
            if let Err(fault) = judge(day, at, &root) {
                let broken = day.broken.as_ref().map_or_else(String::new, |broken| {
                    format!("sync {} of act {} failed, ", broken.sync, broken.act)
                });
                tally.fail(format!(
                    "{broken}{kind:?}, {policy:?}, after step {at} ({}): {fault}",
                    told(step)
                ));
            }
        }
    }
    Ok(())
}

/// What was told as done before the cut must be there, and nothing may be half.
fn judge(day: &Day, at: usize, root: &Path) -> Result<(), String> {
    let found = Facts::of(&Desk::at(root))?;
    let done = day
        .told
        .iter()
        .rposition(|told| told.is_some_and(|told| told <= at))
        .map_or(0, |act| act + 1);
    let doubtful = day.doubtful_files();
    let known = day.facts[done..]
        .iter()
        .position(|facts| facts.agree_but_for(&found, &doubtful));
    match known {
        // The act under way may be there already; those before it that were not told have failed.
        Some(ahead)
            if ahead <= 1 || day.told[done..done + ahead - 1].iter().all(Option::is_none) =>
        {
            Ok(())
        }
        Some(ahead) => Err(format!("it is {ahead} acts ahead")),
        None if day.broke_off(done, &found) => Ok(()),
        None => Err(format!(
            "{done} acts were told as done: {}",
            found.difference(&day.facts[done])
        )),
    }
}

/// A day whose program never syncs must be caught.
fn seeded(bench: &Bench, shim: &Shim, hidden: &str, what: &str, tally: &mut Tally) -> Result<()> {
    let day = lived(bench, shim, hidden, None)?;
    for kind in [Kind::Strict, Kind::Journal] {
        let mut found = Tally::default();
        cut_up(bench, &day, kind, MOMENTS_SEEDED, &mut found)?;
        tally.figures.push(format!(
            "seeded fault, no sync of {what}, {kind:?} disk: {} of {} states caught",
            found.failures_count, found.points
        ));
        if found.is_clean() && kind == Kind::Strict {
            tally.fail(format!(
                "no sync of {what} was not noticed: the model is blind"
            ));
        }
    }
    Ok(())
}

/// Each sync of the day fails once; then power goes (T-R4b).
fn failing_syncs(bench: &Bench, shim: &Shim, day: &Day, tally: &mut Tally) -> Result<()> {
    let mut at = 0;
    for act in 0..DAY.len() {
        let end = day.told[act].context("an act of the whole day was not told")?;
        let syncs = day.steps[at..=end]
            .iter()
            .filter(|step| matches!(step, Step::SyncFile(_) | Step::SyncFolder(_)))
            .count();
        at = end + 1;
        for sync in 1..=u64::try_from(syncs)? {
            let broken = lived(
                bench,
                shim,
                "",
                Some(Broken {
                    act,
                    sync,
                    intact: day.facts[act + 1].clone(),
                }),
            )?;
            tally.count("days with a sync that failed");
            for kind in [Kind::Strict, Kind::Journal] {
                cut_up(bench, &broken, kind, 10, tally)?;
            }
        }
    }
    Ok(())
}

/// A step in a word and its paths.
fn told(step: &Step) -> String {
    match step {
        Step::Write(path, at, bytes) => format!("{} {at} + {}", path.display(), bytes.len()),
        Step::Said(_) => "said".to_owned(),
        other => format!("{other:?}"),
    }
}
