//! The acts that are broken: each one run of the program that changes something.

use crate::bench::Bench;
use crate::facts::Facts;
use crate::ground::{CUSTOMER, SHOP, copy_of};
use crate::record::{self, Step};
use crate::shim::{Shim, write_down};
use crate::subject::{Desk, Ran, run};
use anyhow::{Result, bail};
use std::path::Path;

/// An act.
#[derive(Debug, Clone)]
pub struct Flow {
    /// What it is called.
    pub name: &'static str,
    words: Vec<&'static str>,
    /// Whether it draws no keys, so that two runs of it come to the same digests.
    is_same_each_time: bool,
}

/// The act that puts a file in the place of a business.
const REPLACE: &str = "replace";
/// The business that it puts it in the place of.
const REPLACED: &str = "Corner Shop";

/// Stands for the folder of files in the words of an act.
const FILES: &str = "FILES/";

/// Every act. `replaces` says whether the program knows how to replace a business.
pub fn flows(replaces: bool) -> Vec<Flow> {
    let mut flows = vec![
        flow(
            "write",
            &[
                "record",
                "put",
                SHOP,
                "--key",
                "c0000000-0000-4000-8000-000000000002",
                "--kind",
                "customers",
                "FILES/customer.json",
            ],
        ),
        flow(
            "change",
            &[
                "record",
                "put",
                SHOP,
                "--key",
                CUSTOMER,
                "FILES/changed.json",
            ],
        ),
        flow("delete", &["record", "delete", SHOP, CUSTOMER]),
        flow(
            "backup",
            &["backup", "Corner Shop", "--output", "FILES/out.manager"],
        ),
        flow(
            "plain",
            &[
                "backup",
                "Corner Shop",
                "--plain",
                "--output",
                "FILES/out.manager",
            ],
        ),
        flow("keep", &["backups", "run", "Corner Shop"]),
        flow("import", &["import", "FILES/in.manager"]),
        flow("remove", &["business", "remove", "Corner Shop"]),
        flow("restore", &["business", "restore", "Old Shop"]),
        Flow {
            is_same_each_time: false,
            ..flow(
                "create",
                &["business", "create", "New Shop", "--country", "IN"],
            )
        },
    ];
    if replaces {
        flows.push(flow(
            REPLACE,
            &["import", "FILES/in.manager", "--replace", "Corner Shop"],
        ));
    }
    flows
}

fn flow(name: &'static str, words: &[&'static str]) -> Flow {
    Flow {
        name,
        words: words.to_vec(),
        is_same_each_time: true,
    }
}

/// Whether the program can replace a business by a file.
pub fn knows_replace(bench: &Bench, desk: &Desk) -> Result<bool> {
    let help = run(&mut desk.command(&bench.tijori, &["import", "--help"]))?;
    Ok(help.said.contains("--replace"))
}

/// An act with what must hold around it.
pub struct Rehearsed {
    /// The act.
    pub flow: Flow,
    steps: Vec<Step>,
    before: Facts,
    after: Facts,
}

impl Flow {
    /// The words for a desk.
    pub fn words(&self, desk: &Desk) -> Vec<String> {
        let words = self.words.iter();
        words
            .map(|word| match word.strip_prefix(FILES) {
                Some(name) => desk.file(name).display().to_string(),
                None => (*word).to_owned(),
            })
            .collect()
    }

    /// Does it once unbroken, to know what it comes to.
    ///
    /// # Errors
    /// When it fails, or comes to nothing.
    pub fn rehearse(&self, bench: &Bench, shim: &Shim, base: &Desk) -> Result<Rehearsed> {
        let facts = |desk: &Desk| {
            Facts::of(desk).map_err(|fault| anyhow::anyhow!("{}: {fault}", self.name))
        };
        let before = facts(&copy_of(base, &bench.folder().join("before"))?)?;
        let desk = copy_of(base, &bench.folder().join("after"))?;
        let log = bench.folder().join("rehearsal.log");
        let _ = std::fs::remove_file(&log);
        let words = self.words(&desk);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = desk.shimmed(&bench.tijori, shim, &words);
        write_down(&mut command, &log, "");
        let ran = run(&mut command)?;
        if !ran.is_done() {
            bail!("`{}` fails unbroken: {}", self.name, ran.complained);
        }
        let after = facts(&desk)?;
        if after.agree(&before, true) {
            bail!("`{}` changes nothing", self.name);
        }
        let steps = record::read(&log, &desk.root)?;
        Ok(Rehearsed {
            flow: self.clone(),
            steps,
            before,
            after,
        })
    }
}

impl Rehearsed {
    /// How many operations of these kinds it takes, by their letters in `shim.c`. Reads are not
    /// written down: there are about as many as all others together.
    pub fn count_of(&self, kinds: &str) -> usize {
        let letter = |step: &Step| match step {
            Step::Write(..) => Some('w'),
            Step::Resize(..) => Some('t'),
            Step::SyncFile(_) | Step::SyncFolder(_) => Some('s'),
            Step::Said(_) => None,
            _ => Some('n'),
        };
        let is_counted =
            |step: &&Step| letter(step).is_some_and(|kind| kinds.contains(['r', kind]));
        self.steps.iter().filter(is_counted).count()
    }

    /// Judges what a broken run left: all as before or all as after, and as after when it said so.
    ///
    /// # Errors
    /// What is wrong; the name of what was seen otherwise.
    pub fn judge(
        &self,
        ran: &Ran,
        desk: &Desk,
        leftovers: &mut u64,
    ) -> Result<&'static str, String> {
        if let Some(misbehaviour) = ran.misbehaved() {
            return Err(misbehaviour);
        }
        let found = Facts::of(desk)?;
        *leftovers += found.leftovers;
        let exact = self.flow.is_same_each_time;
        if found.agree(&self.after, exact) {
            return Ok(if ran.is_done() {
                "done"
            } else {
                "done, not told"
            });
        }
        if ran.is_done() {
            let difference = found.difference(&self.after);
            return Err(format!("it said “done”, and it is not: {difference}"));
        }
        if found.agree(&self.before, exact) {
            return Ok("as before");
        }
        // Replacing shows the new business before the old one goes: for a moment both are there.
        let between = self.before.with_business_of(&self.after, REPLACED);
        if self.flow.name == REPLACE && found.agree(&between, exact) {
            return Ok("both there");
        }
        Err(format!("half done: {}", found.difference(&self.before)))
    }
}

/// The place where points are tried, one after another.
pub fn place_of_points(bench: &Bench) -> std::path::PathBuf {
    Path::join(bench.folder(), "point")
}
