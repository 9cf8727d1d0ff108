//! Breaks disks, power and programs under Tijori, and sees what is left.
//!
//! The subject is the real program, through its command line and its pages; what it left behind is
//! opened with the store and judged by the code that Verify runs. `cargo xtask faults` builds both
//! and calls this; docs/RELIABILITY.md says what each programme does and holds the figures.
//!
//! - `shim` and `shim.c`: counts, writes down and fails the file operations of a program.
//! - `record` and `replay`: what was written down, and what a power cut could leave of it.
//! - `ground`, `subject`, `served`, `facts`: books to work on, the program that works, what must
//!   hold after.
//! - `books_in_store`: books in this process, where the engine is tested and not the program.
//! - `targets`: the readers that are fed with bytes from strangers.
//! - `programmes`: what is tried.

mod arguments;
mod bench;
mod books_in_store;
mod facts;
mod flow;
mod ground;
mod programmes;
mod random;
mod record;
mod replay;
mod screen;
mod served;
mod shim;
mod subject;
mod tally;
mod targets;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = match arguments::Wanted::read(&words) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            screen::say(&sentence);
            return ExitCode::from(64);
        }
    };
    match programmes::run(&wanted) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            screen::say(&format!("faults: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
