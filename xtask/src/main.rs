//! Our tools in our language: `cargo xtask tidy`, `test`, `ci`, `faults`, `measure` and `cloud`.
//!
//! Nothing here is part of the product. `tidy` judges the sources, `test` is the whole gate from
//! the system packages to the browser, `ci` is another name for it, `faults` breaks disks and
//! programs, `measure` compares us with others, and `cloud` lets one try that edition.

mod api;
mod cloud;
mod e2e;
mod faults;
mod fuzz;
mod measure;
mod packages;
mod run;
mod screen;
mod steps;
mod test;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use screen::say;

/// What `cargo xtask` answers to a wrong command.
const USAGE: &str = "\
cargo xtask tidy                             judge the sources: layers, sizes, words, story
cargo xtask test [--no-browser] [--only STEP] the whole gate, or one step of it
cargo xtask ci                               the whole gate
cargo xtask cloud                            the Cloud edition on this computer, until Ctrl+C
cargo xtask faults [--short|--long] [--seed N] [NAME...]
                                             break disks, power and programs (docs/RELIABILITY.md)
cargo xtask api [EXAMPLES]                   ask a server for all that its API describes
cargo xtask fuzz MINUTES [NAME]              feed the readers of files and words, watched
cargo xtask measure                          reports and saving at three sizes, beside others
cargo xtask measure backup [--large]         backups at two sizes, or at the largest, beside others";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["cloud"] => cloud::run(&workspace_root()),
        ["tidy"] => tidy::run(&workspace_root()),
        ["faults", rest @ ..] => faults::run(&workspace_root(), rest),
        ["fuzz", minutes] => fuzz::run(&workspace_root(), minutes, None),
        ["fuzz", minutes, name] => fuzz::run(&workspace_root(), minutes, Some(name)),
        ["api"] => api::run(&workspace_root(), None),
        ["api", examples] => api::run(&workspace_root(), Some(examples)),
        ["measure"] => measure::run(&workspace_root()),
        ["measure", "backup"] => measure::backup::run(&workspace_root(), false),
        ["measure", "backup", "--large"] => measure::backup::run(&workspace_root(), true),
        ["ci"] => test::run(&workspace_root(), &test::Options::default()),
        ["test", rest @ ..] => match test::Options::read(rest) {
            Ok(options) => test::run(&workspace_root(), &options),
            Err(sentence) => return wrong_usage(&sentence),
        },
        _ => return wrong_usage("There is no such command."),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Says what was wrong with the command line and what would have been right.
fn wrong_usage(sentence: &str) -> ExitCode {
    say(&format!(
        "{sentence}\n\n{USAGE}\n\nSteps: {}",
        steps::names().join(", ")
    ));
    ExitCode::from(64)
}

/// The folder that holds the workspace's Cargo.toml: the parent of this crate's folder.
fn workspace_root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}
