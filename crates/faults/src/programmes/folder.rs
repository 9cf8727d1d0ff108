//! The data folder is not ours alone (T-R8): two programs want it, and other programs move, replace
//! and remove what is in it while people save.

use crate::bench::Bench;
use crate::facts::{Facts, records_of};
use crate::ground::{SHOP, base_desk, copy_of};
use crate::served::{Door, Served, key_of};
use crate::subject::{Desk, run as run_command};
use crate::tally::Tally;
use anyhow::{Context, Result};
use books::Key;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// So many programs start at once.
const STARTS: usize = 50;
/// The longest that the first start after a kill may take.
const START_MAX: Duration = Duration::from_secs(2);
/// So many saves are tried after something was done to the folder.
const SAVES: usize = 20;

/// All of it.
pub fn run(bench: &Bench) -> Result<Tally> {
    let mut tally = Tally::default();
    let base = base_desk(bench)?;
    for _ in 0..bench.either(1, 20) {
        many_starts(bench, &base, &mut tally)?;
    }
    for _ in 0..bench.either(1, 20) {
        for meddling in MEDDLINGS {
            meddled_with(bench, &base, meddling, &mut tally)?;
        }
    }
    read_only(bench, &base, &mut tally)?;
    synchronised(bench, &base, &mut tally)?;
    Ok(tally)
}

/// Fifty starts on one folder: one serves, the others say who has it; a kill frees it.
fn many_starts(bench: &Bench, base: &Desk, tally: &mut Tally) -> Result<()> {
    let desk = copy_of(base, &bench.folder().join("starts"))?;
    let words = ["--port", "0", "--no-browser"];
    let children: Vec<_> = (0..STARTS)
        .map(|_| desk.command(&bench.tijori, &words).spawn())
        .collect::<std::io::Result<_>>()?;
    let mut winners: Vec<Served> = children.into_iter().filter_map(Served::of).collect();
    tally.points += 1;
    tally.add("starts at once", u64::try_from(STARTS)?);
    let Some(winner) = winners.pop().filter(|_| winners.is_empty()) else {
        let count = winners.len();
        tally.fail(format!(
            "not one of {STARTS} starts has the folder, but {count} of them"
        ));
        return Ok(());
    };
    winner.kill()?;
    let begun = Instant::now();
    match Served::start(bench, &desk) {
        Ok(_next) if begun.elapsed() <= START_MAX => tally.count("started after a kill"),
        Ok(_next) => tally.fail(format!("the next start took {:?}", begun.elapsed())),
        Err(error) => tally.fail(format!("the next start: {error}")),
    }
    Ok(())
}

/// What another program does to the folder while ours serves.
struct Meddling {
    name: &'static str,
    act: fn(&Place) -> std::io::Result<()>,
    /// Puts back what was taken away, to look for what had been saved before.
    undo: fn(&Place) -> std::io::Result<()>,
}

/// Where the business lies.
struct Place {
    data: PathBuf,
    file: PathBuf,
    log: PathBuf,
    aside: PathBuf,
}

const MEDDLINGS: &[Meddling] = &[
    Meddling {
        name: "an older copy put in the place of the file",
        act: |place| {
            let older = place.aside.join("older");
            fs::copy(&place.file, &older)?;
            fs::rename(&place.file, place.aside.join("file"))?;
            fs::rename(older, &place.file)
        },
        undo: |place| fs::rename(place.aside.join("file"), &place.file),
    },
    Meddling {
        name: "the file moved away",
        act: |place| fs::rename(&place.file, place.aside.join("file")),
        undo: |place| fs::rename(place.aside.join("file"), &place.file),
    },
    Meddling {
        name: "the log beside the file moved away",
        act: |place| fs::rename(&place.log, place.aside.join("log")),
        undo: |place| fs::rename(place.aside.join("log"), &place.log),
    },
    Meddling {
        name: "the log replaced by a copy",
        act: |place| {
            let copy = place.aside.join("copy");
            fs::copy(&place.log, &copy)?;
            fs::rename(&place.log, place.aside.join("log"))?;
            fs::rename(copy, &place.log)
        },
        undo: |place| fs::rename(place.aside.join("log"), &place.log),
    },
    Meddling {
        name: "the whole data folder moved away",
        act: |place| fs::rename(&place.data, place.aside.join("data")),
        undo: |place| {
            // Whatever was made in its place is put aside, not lost.
            if place.data.exists() {
                fs::rename(&place.data, place.aside.join("made anew"))?;
            }
            fs::rename(place.aside.join("data"), &place.data)
        },
    },
];

/// Saves, meddles, tries to save: what is told as saved must be there when all is put back.
fn meddled_with(bench: &Bench, base: &Desk, meddling: &Meddling, tally: &mut Tally) -> Result<()> {
    let desk = copy_of(base, &bench.folder().join("meddled"))?;
    let business = key_of(bench, &desk, SHOP)?;
    let aside = bench.folder().join("aside");
    let _ = fs::remove_dir_all(&aside);
    fs::create_dir(&aside)?;
    let file = desk.data().join(format!("businesses/{business}.sqlite"));
    let place = Place {
        data: desk.data(),
        log: PathBuf::from(format!("{}-wal", file.display())),
        file,
        aside,
    };
    let served = Served::start(bench, &desk)?;
    let mut told = saves(served.door(), &business, "before");
    if told.is_empty() {
        tally.fail(format!("{}: nothing could be saved before", meddling.name));
    }
    (meddling.act)(&place).with_context(|| meddling.name)?;
    let after = saves(served.door(), &business, "after");
    tally.points += 1;
    tally.add("saves told after it", u64::try_from(after.len())?);
    told.extend(after);
    served.kill()?;
    (meddling.undo)(&place).with_context(|| meddling.name)?;
    let outcome = Facts::of(&desk).and_then(|_| {
        let there = records_of(&desk, SHOP)?;
        match told.iter().filter(|key| !there.contains(key)).count() {
            0 => Ok(()),
            lost => Err(format!(
                "{lost} of {} saves that were told are gone",
                told.len()
            )),
        }
    });
    if let Err(fault) = outcome {
        tally.fail(format!("{}: {fault}", meddling.name));
    }
    Ok(())
}

fn saves(door: Door, business: &str, name: &str) -> Vec<Key> {
    (0..SAVES)
        .filter_map(|number| {
            door.save(business, &format!("{name}-{number}"))
                .ok()
                .flatten()
        })
        .collect()
}

/// A folder that may only be read: refused in words. Modes do not bind the superuser, who becomes
/// nobody for it.
fn read_only(bench: &Bench, base: &Desk, tally: &mut Tally) -> Result<()> {
    let desk = copy_of(base, &bench.folder().join("read-only"))?;
    let set = |mode: &str, path: &Path| Command::new("chmod").arg(mode).arg(path).status();
    set("a+rx", bench.folder())?;
    set("a+rx", &desk.root)?;
    set("555", &desk.data())?;
    let plain = ["business", "list"];
    let probe = Command::new("touch")
        .arg(desk.data().join("probe"))
        .output()?;
    let mut command = if probe.status.success() {
        fs::remove_file(desk.data().join("probe"))?;
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"])
            .arg(&bench.tijori)
            .args(plain)
            .env("TIJORI_DATA", desk.data())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        command
    } else {
        desk.command(&bench.tijori, &plain)
    };
    let ran = match run_command(&mut command) {
        Ok(ran) => ran,
        Err(error) => {
            tally.skipped.push(format!("a read-only folder: {error}"));
            set("755", &desk.data())?;
            return Ok(());
        }
    };
    set("755", &desk.data())?;
    tally.points += 1;
    let names_the_folder = ran.complained.contains(&*desk.data().to_string_lossy());
    if ran.is_done() || ran.misbehaved().is_some() || !names_the_folder {
        tally.fail(format!(
            "a read-only folder: {:?} {}",
            ran.status,
            ran.complained.trim()
        ));
    }
    Ok(())
}

/// A folder that a program synchronises: refused by that program's name, unless someone insists.
fn synchronised(bench: &Bench, base: &Desk, tally: &mut Tally) -> Result<()> {
    let desk = copy_of(base, &bench.folder().join("synchronised"))?;
    fs::write(desk.root.join(".stfolder"), [])?;
    let refused = run_command(&mut desk.command(&bench.tijori, &["business", "list"]))?;
    let insisted = ["business", "list", "--shared-folder"];
    let taken = run_command(&mut desk.command(&bench.tijori, &insisted))?;
    tally.points += 1;
    if refused.is_done() || !refused.complained.contains("Syncthing") || !taken.is_done() {
        let said = refused.complained + &taken.complained;
        tally.fail(format!("a synchronised folder: {}", said.trim()));
    }
    Ok(())
}
