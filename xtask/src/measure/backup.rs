//! `cargo xtask measure backup`: our backups beside `sqlite3 .backup` and `VACUUM INTO` with zstd,
//! restic and borg, on the same books in the same run.
//!
//! The unit is R: the time that `zstd -3 -T2` takes for the raw database in the same round, since
//! times of one machine say nothing about another. Nothing is judged here.

mod second_day;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::timing::{Figures, Table, size_of, timed};
use crate::packages;
use crate::run::{cargo, find_program, finish, target_folder};
use crate::screen::say;

/// The generator of the three businesses of the performance goals, beside the workspace.
const GENERATOR: &str = "../shared/performance/gen_business.py";

/// A size to measure at.
struct Size {
    /// Its letter, as the generator knows it.
    letter: &'static str,
    /// Invoices and megabytes of attachments, for where that generator is not there.
    invoices: &'static str,
    megabytes: &'static str,
    /// How often everything is done; medians count.
    rounds: usize,
}

const SMALL: Size = Size {
    letter: "S",
    invoices: "4500",
    megabytes: "43",
    rounds: 5,
};
const MEDIUM: Size = Size {
    letter: "M",
    invoices: "95000",
    megabytes: "330",
    rounds: 3,
};
const LARGE: Size = Size {
    letter: "L",
    invoices: "950000",
    megabytes: "1000",
    rounds: 1,
};

/// Measures at two sizes, or with `--large` at the third alone.
///
/// # Errors
/// When something cannot be built or a step of ours fails.
pub fn run(root: &Path, large: bool) -> Result<()> {
    if let Err(error) = packages::install_for_backup_measures() {
        say(&format!("skipped: what is missing below ({error})"));
    }
    let mut build = cargo(root);
    build.args(["build", "--quiet", "--release", "--locked"]);
    finish(build.args(["--package", "backup", "--example", "measure_backup"]))?;
    let sizes = if large {
        vec![LARGE]
    } else {
        vec![SMALL, MEDIUM]
    };
    sizes
        .iter()
        .try_for_each(|size| Bench::set_up(root, size)?.measured(size.rounds))
}

/// One business, in our store and as a raw database.
struct Bench {
    program: PathBuf,
    folder: PathBuf,
}

impl Bench {
    fn set_up(root: &Path, size: &Size) -> Result<Self> {
        let target = target_folder(root);
        let bench = Self {
            program: target.join("release/examples/measure_backup"),
            folder: target.join("measure-backup").join(size.letter),
        };
        say(&format!("== business {}", size.letter));
        clear(&bench.folder)?;
        let raw = bench.path("raw.manager");
        let generator = root.join(GENERATOR);
        if generator.is_file() {
            let mut make = Command::new("python3");
            make.arg(generator).arg("make").arg(&raw);
            finish(make.args(["--preset", size.letter]))?;
            bench.ours(&["import", &raw, &bench.path("data")])?;
        } else {
            bench.ours(&["make", &bench.path("data"), size.invoices, size.megabytes])?;
            bench.ours(&["backup", &bench.path("data"), &raw, "plain"])?;
        }
        say(&format!(
            "raw database: {:.1} MB",
            size_of(Path::new(&raw)) / 1e6
        ));
        Ok(bench)
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    /// Runs our own program.
    fn ours(&self, words: &[&str]) -> Result<Figures> {
        let mut command = Command::new(&self.program);
        timed(command.args(words), &self.folder)
    }

    /// Runs a line of a shell in the folder.
    fn shell(&self, line: &str) -> Result<Figures> {
        let mut command = Command::new("sh");
        command.current_dir(&self.folder).args(["-ec", line]);
        command.env("RESTIC_PASSWORD", "measure");
        command.env("RESTIC_CACHE_DIR", self.path("cache"));
        command.env("BORG_BASE_DIR", self.path("borg-base"));
        command.env("BORG_PASSPHRASE", "measure");
        timed(&mut command, &self.folder)
    }

    /// Measures, and leaves none of the gigabytes behind.
    fn measured(&self, rounds: usize) -> Result<()> {
        self.measure(rounds)?;
        std::fs::remove_dir_all(&self.folder)
            .with_context(|| format!("{} cannot be removed", self.folder.display()))
    }

    fn measure(&self, rounds: usize) -> Result<()> {
        let mut table = Table::default();
        for _ in 0..rounds {
            self.round(&mut table)?;
        }
        table.print();
        self.stalls()?;
        second_day::measure(self)
    }

    /// Everything once, R first.
    fn round(&self, table: &mut Table) -> Result<()> {
        let unit = self.shell("zstd -3 -T2 -q -f raw.manager -o r.zst")?;
        table.begin_round(unit);
        for (what, program, line, result) in PEERS {
            if find_program(program).is_none() {
                table.skip(what);
                continue;
            }
            if let Some(before) = preparation(what) {
                self.shell(before)?;
            }
            let figures = self.shell(line)?;
            table.add(what, figures, size_of(&self.folder.join(result)));
        }
        self.our_round(table)
    }

    fn our_round(&self, table: &mut Table) -> Result<()> {
        let (data, scratch) = (self.path("data"), self.path("data/scratch"));
        let (made, slim) = (self.path("made.manager"), self.path("slim.manager"));
        for (what, target, more) in [
            ("ours, made and proved", &made, None),
            (
                "ours, without attachments",
                &slim,
                Some("without-attachments"),
            ),
        ] {
            // There is none in the first round.
            let _none = std::fs::remove_file(target);
            let mut words = vec!["backup", &data, target];
            words.extend(more);
            let figures = self.ours(&words)?;
            table.add(what, figures, size_of(Path::new(target)));
        }
        table.add(
            "ours, verify",
            self.ours(&["verify", &made, &scratch])?,
            0.0,
        );
        let brought = self.path("brought");
        clear(Path::new(&brought))?;
        let figures = self.ours(&["import", &made, &brought])?;
        table.add("ours, import, proved and posted", figures, 0.0);
        clear(Path::new(&brought))
    }

    /// How long a writer waits, alone and beside a backup.
    fn stalls(&self) -> Result<()> {
        let (data, beside) = (self.path("data"), self.path("beside.manager"));
        say("saving alone:");
        say(self.ours(&["save", &data])?.last_line());
        say("saving while a backup is made:");
        say(self.ours(&["save", &data, &beside])?.last_line());
        std::fs::remove_file(beside).context("the backup beside the writer is not there")
    }
}

/// What others do: its name, the program it needs, the line, and what it leaves.
const PEERS: [(&str, &str, &str, &str); 7] = [
    (
        "sqlite3 .backup, zstd -3 -T2, fsync",
        "sqlite3",
        "rm -f c.db; sqlite3 raw.manager '.backup c.db'; zstd -3 -T2 -q -f c.db -o c.zst; sync c.zst",
        "c.zst",
    ),
    (
        "VACUUM INTO, zstd -3 -T2, fsync",
        "sqlite3",
        "rm -f c.db; sqlite3 raw.manager \"VACUUM INTO 'c.db'\"; \
         zstd -3 -T2 -q -f c.db -o c.zst; sync c.zst",
        "c.zst",
    ),
    (
        "restic, first backup",
        "restic",
        "restic -q -r restic backup raw.manager",
        "restic",
    ),
    (
        "restic, restore and check --read-data",
        "restic",
        "restic -q -r restic restore latest --target back; restic -q -r restic check --read-data",
        "back",
    ),
    (
        "borg, first backup",
        "borg",
        "borg create -C zstd,3 borg::1 raw.manager",
        "borg",
    ),
    (
        "borg, extract and check --verify-data",
        "borg",
        "mkdir -p back; cd back; borg extract ../borg::1; borg check --verify-data ../borg",
        "back",
    ),
    (
        "zstd -d, integrity_check, fsync",
        "sqlite3",
        "zstd -d -q -f r.zst -o c.db; sync c.db; sqlite3 c.db 'PRAGMA integrity_check' > /dev/null",
        "c.db",
    ),
];

/// What must be there before, and is not measured.
fn preparation(what: &str) -> Option<&'static str> {
    match what {
        "restic, first backup" => Some("rm -rf restic cache; restic -q -r restic init"),
        "borg, first backup" => Some("rm -rf borg borg-base; borg init -e repokey-blake2 borg"),
        _ if what.contains("check --") => Some("rm -rf back"),
        _ => None,
    }
}

/// An empty folder.
fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}
