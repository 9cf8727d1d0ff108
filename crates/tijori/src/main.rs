//! The binary: command line, configuration, edition choice, wiring of adapters into faces.
//!
//! One place decides exit codes (docs/SPEC-backup.md, section 7): [`main`]. Commands live in
//! [`commands`], one file per verb; [`program`] wires the store to them; [`outbox`] sends emails
//! and [`keeper`] keeps backups while the program serves; everything a person reads goes through
//! the catalogue of `pages`, everything a script reads through [`json`]. [`cloud`] wires the Cloud
//! edition: many subscribers on one database.

mod arguments;
mod cloud;
mod commands;
mod data_folder;
mod failure;
mod json;
mod keeper;
mod outbox;
mod output;
mod passphrase;
mod people;
mod program;
mod progress_bar;

use arguments::Arguments;
use clap::Parser;
use clap::error::ErrorKind;
use failure::USAGE;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nothing can be done when even this cannot be printed.
            let _ = error.print();
            let is_asked_for = matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            );
            return ExitCode::from(if is_asked_for { 0 } else { USAGE });
        }
    };
    let locale = output::locale_of_the_terminal();
    match commands::run(&arguments, locale) {
        Ok(exit_code) => ExitCode::from(exit_code),
        // Whoever read our output had enough, as `head` does; that is no failure.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure.sentence(locale));
            ExitCode::from(failure.exit_code())
        }
    }
}
