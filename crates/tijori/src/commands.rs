//! One file per verb; here is which one was meant.

mod backup;
mod backups;
mod business;
mod cloud;
mod compare;
mod damage;
mod history;
mod import;
mod inspect;
mod record;
mod report;
mod rescue;
mod serve;
mod server;
mod user;
mod verify_business;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use pages::Locale;
pub(crate) use serve::told_to_stop;
use std::path::Path;

/// Runs the command and says what the shell is to be told.
///
/// # Errors
/// [`Failure`] with the sentence and the exit code.
pub fn run(arguments: &Arguments, locale: Locale) -> Result<u8, Failure> {
    match &arguments.command {
        None => serve::desktop(arguments, &arguments.desktop, locale),
        Some(Command::Desktop(desktop)) => {
            // The options may stand before the word `desktop` or after it.
            serve::desktop(arguments, &desktop.or(&arguments.desktop), locale)
        }
        Some(Command::Server(server)) => server::run(arguments, server, locale),
        Some(Command::Cloud(wanted)) => cloud::run(arguments, wanted, locale),
        Some(Command::Portal(wanted)) => cloud::portal(wanted, locale),
        Some(Command::User { verb }) => user::run(arguments, verb, locale),
        Some(Command::Business { verb }) => business::run(arguments, verb, locale),
        Some(Command::Backup(wanted)) => backup::run(arguments, wanted, locale),
        Some(Command::Backups { verb }) => backups::run(arguments, verb, locale),
        Some(Command::Inspect { file }) => inspect::inspect(arguments, file, locale),
        Some(Command::Verify { what, backups }) if is_file(what) && backups.is_empty() => {
            inspect::verify(arguments, what, locale)
        }
        Some(Command::Verify { what, backups }) => {
            verify_business::run(arguments, what, backups, locale)
        }
        Some(Command::History(wanted)) => history::run(arguments, wanted, locale),
        Some(Command::Import(wanted)) => import::run(arguments, wanted, locale),
        Some(Command::Rescue(wanted)) => rescue::run(arguments, wanted, locale),
        Some(Command::Compare { file, business }) => {
            compare::run(arguments, file, business, locale)
        }
        Some(Command::Record { verb }) => record::run(arguments, verb, locale),
        Some(Command::Report(wanted)) => report::run(arguments, wanted, locale),
    }
}

/// Whether a file is meant and not a business: it is there, or it is written as one that is not.
fn is_file(what: &Path) -> bool {
    what.exists() || what.is_absolute() || what.extension().is_some_and(|it| it == "manager")
}
