//! Times a command as a whole process, and shows medians beside each other.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::screen::say;

/// What one run of a command cost.
pub struct Figures {
    /// Seconds on the clock.
    pub wall_s: f64,
    /// Seconds of processors, the system's work included.
    pub cpu_s: f64,
    /// The largest process's peak of memory in MiB.
    pub peak_mib: f64,
    /// What it said.
    said: String,
}

impl Figures {
    /// The last line it said.
    pub fn last_line(&self) -> &str {
        self.said.lines().last().unwrap_or_default()
    }
}

/// Runs a command to its end below `time`, Debian's package of that name.
///
/// # Errors
/// When it cannot be run or fails; what it said is told then.
pub fn timed(command: &mut Command, folder: &Path) -> Result<Figures> {
    let note = folder.join("time.txt");
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%e %U %S %M", "-o"]).arg(&note);
    time.arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        time.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            time.env(name, value);
        }
    }
    let output = time
        .output()
        .context("/usr/bin/time could not be started")?;
    if !output.status.success() {
        bail!(
            "a measured step failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let note = std::fs::read_to_string(&note)?;
    let numbers: Vec<f64> = note
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let [wall_s, user_s, system_s, peak_kib] = numbers[..] else {
        bail!("`time` said `{note}`");
    };
    Ok(Figures {
        wall_s,
        cpu_s: user_s + system_s,
        peak_mib: peak_kib / 1024.0,
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
    })
}

/// The bytes of a file, or of all files below a folder; nothing when it is not there.
pub fn size_of(path: &Path) -> f64 {
    let Ok(metadata) = path.symlink_metadata() else {
        return 0.0;
    };
    if !metadata.is_dir() {
        return metadata.len() as f64;
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| size_of(&entry.path())).sum()
}

/// One way, measured over several rounds.
#[derive(Default)]
struct Row {
    wall: Vec<f64>,
    cpu: Vec<f64>,
    peak: Vec<f64>,
    bytes: Vec<f64>,
}

/// All ways, in the order in which they were first measured. Ratios are taken round by round.
#[derive(Default)]
pub struct Table {
    unit_s: f64,
    units: Vec<f64>,
    rows: Vec<(String, Row)>,
}

impl Table {
    /// Begins a round with the unit of its ratios.
    pub fn begin_round(&mut self, unit: Figures) {
        self.unit_s = unit.wall_s.max(0.001);
        self.units.push(self.unit_s);
        self.add("zstd -3 -T2 of the raw database (R)", unit, 0.0);
    }

    /// Adds a measurement of this round, and the bytes that it left.
    pub fn add(&mut self, what: &str, figures: Figures, bytes: f64) {
        let unit_s = self.unit_s;
        let row = self.row(what);
        row.wall.push(figures.wall_s / unit_s);
        row.cpu.push(figures.cpu_s / unit_s);
        row.peak.push(figures.peak_mib);
        row.bytes.push(bytes / 1e6);
    }

    /// Says once that something could not be measured.
    pub fn skip(&mut self, what: &str) {
        if self.rows.iter().all(|(name, _)| name != what) {
            say(&format!("skipped: {what}"));
        }
        self.row(what);
    }

    fn row(&mut self, what: &str) -> &mut Row {
        let at = self.rows.iter().position(|(name, _)| name == what);
        let at = at.unwrap_or_else(|| {
            self.rows.push((what.to_owned(), Row::default()));
            self.rows.len() - 1
        });
        &mut self.rows[at].1
    }

    /// Shows the medians.
    pub fn print(&self) {
        say(&format!("R: {:.2} s", median(&self.units)));
        say(&format!(
            "{:<40}{:>8}{:>8}{:>10}{:>10}",
            "way", "wall/R", "CPU/R", "peak MiB", "MB left"
        ));
        for (what, row) in self.rows.iter().filter(|(_, row)| !row.wall.is_empty()) {
            say(&format!(
                "{what:<40}{:>8.2}{:>8.2}{:>10.0}{:>10.1}",
                median(&row.wall),
                median(&row.cpu),
                median(&row.peak),
                median(&row.bytes)
            ));
        }
    }
}

/// The middle one; of an even number the upper of the two.
fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_one_of_the_figures() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[]), 0.0);
    }

    #[test]
    fn ratios_are_of_their_own_round() {
        let figures = |wall_s| Figures {
            wall_s,
            cpu_s: wall_s,
            peak_mib: 1.0,
            said: "one\ntwo\n".to_owned(),
        };
        let mut table = Table::default();
        for unit in [1.0, 10.0, 4.0] {
            table.begin_round(figures(unit));
            table.add("twice", figures(unit * 2.0), 1e6);
        }
        let row = table.row("twice");
        assert_eq!((median(&row.wall), median(&row.bytes)), (2.0, 1.0));
        assert_eq!(figures(1.0).last_line(), "two");
    }
}
