//! `cargo xtask test`: the whole gate on one machine, each step named and timed.
//!
//! A fresh machine with Rust is enough: the first steps install what the later ones need. The
//! first step that fails ends the run, because a later one would only repeat its complaint.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::screen::say;
use crate::steps::{STEPS, Step, names};

/// What was asked for on the command line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Leave out the browser tests and what only they need.
    no_browser: bool,
    /// Run this step alone.
    only: Option<String>,
}

impl Options {
    /// Reads the words after `test`.
    ///
    /// # Errors
    /// A sentence for the screen when a word is unknown or names no step.
    pub fn read(words: &[&str]) -> Result<Options, String> {
        let mut options = Options::default();
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match *word {
                "--no-browser" => options.no_browser = true,
                "--only" => match rest.next() {
                    Some(step) if names().contains(step) => options.only = Some(step.to_string()),
                    Some(step) => return Err(format!("There is no step named `{step}`.")),
                    None => return Err("`--only` wants the name of a step.".to_string()),
                },
                other => return Err(format!("`{other}` means nothing to `cargo xtask test`.")),
            }
        }
        Ok(options)
    }

    /// Whether this run includes a step.
    fn includes(&self, step: &Step) -> bool {
        match &self.only {
            Some(name) => name == step.name,
            None => !(self.no_browser && step.for_browser),
        }
    }
}

/// Runs the steps that were asked for, in order, and prints how long each took.
///
/// # Errors
/// The first step that fails, by its name.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let mut times = Vec::new();
    for step in STEPS.iter().filter(|step| options.includes(step)) {
        say(&format!("== {}", step.name));
        let begun = Instant::now();
        let outcome = (step.act)(root);
        let took = begun.elapsed();
        let word = if outcome.is_ok() { "done" } else { "FAILED" };
        say(&format!("== {}: {word} in {}", step.name, seconds(took)));
        outcome.with_context(|| format!("step `{}`", step.name))?;
        times.push((step.name, took));
    }
    say(&closing_lines(&times));
    Ok(())
}

/// The list of steps with their times, and their sum.
fn closing_lines(times: &[(&str, Duration)]) -> String {
    let mut lines = vec![String::from("All steps passed:")];
    lines.extend(
        times
            .iter()
            .map(|(name, took)| format!("  {name:<18}{:>9}", seconds(*took))),
    );
    let total: Duration = times.iter().map(|(_, took)| *took).sum();
    lines.push(format!("  {:<18}{:>9}", "together", seconds(total)));
    lines.join("\n")
}

/// A time as a person reads it: `12.3 s`.
fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of_steps_in(options: &Options) -> Vec<&'static str> {
        STEPS
            .iter()
            .filter(|step| options.includes(step))
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn without_options_every_step_runs() {
        let options = Options::read(&[]).unwrap();
        assert_eq!(names_of_steps_in(&options), names());
    }

    #[test]
    fn no_browser_leaves_out_all_that_only_the_browser_needs() {
        let options = Options::read(&["--no-browser"]).unwrap();
        assert_eq!(
            names_of_steps_in(&options),
            [
                "packages",
                "tidy",
                "fmt",
                "clippy",
                "cargo-test",
                "faults",
                "api"
            ]
        );
    }

    #[test]
    fn only_runs_one_step_even_a_browser_step() {
        let options = Options::read(&["--no-browser", "--only", "browser"]).unwrap();
        assert_eq!(names_of_steps_in(&options), ["browser"]);
    }

    #[test]
    fn a_wrong_word_is_named() {
        assert!(Options::read(&["--quick"]).unwrap_err().contains("--quick"));
        assert!(
            Options::read(&["--only", "lunch"])
                .unwrap_err()
                .contains("lunch")
        );
        assert!(
            Options::read(&["--only"])
                .unwrap_err()
                .contains("name of a step")
        );
    }

    #[test]
    fn the_closing_lines_sum_the_times() {
        let lines = closing_lines(&[
            ("tidy", Duration::from_millis(500)),
            ("fmt", Duration::from_millis(1_000)),
        ]);
        assert!(lines.ends_with("1.5 s"), "{lines}");
    }
}
