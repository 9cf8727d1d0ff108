//! One step of a measurement of backups, in a process of its own, so that time, processor time and
//! memory are this step's alone. Called by `cargo xtask measure backup`, which compares the figures
//! with those of other programs; docs/PERFORMANCE.md holds them.
//!
//! Usage: `measure make DATA INVOICES MEGABYTES`, `measure import FILE DATA`,
//! `measure backup DATA TARGET [plain|without-attachments]`, `measure verify FILE SCRATCH`,
//! `measure change DATA COUNT`, `measure save DATA [TARGET]`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement speaks to whoever runs it, and stops at the first thing that fails"
)]

mod business;
mod saving;
mod steps;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", data, invoices, megabytes] => business::make(
            Path::new(data),
            invoices.parse().unwrap(),
            megabytes.parse().unwrap(),
        ),
        ["import", file, data] => steps::import(Path::new(file), Path::new(data)),
        ["backup", data, target, how @ ..] => {
            steps::back_up(Path::new(data), Path::new(target), how);
        }
        ["verify", file, scratch] => steps::verify(Path::new(file), Path::new(scratch)),
        ["change", data, count] => saving::change(Path::new(data), count.parse().unwrap()),
        ["save", data] => saving::save(Path::new(data), None),
        ["save", data, target] => saving::save(Path::new(data), Some(Path::new(target))),
        _ => println!("see the head of this program's source for how it is called"),
    }
}
