//! The Cloud edition: its tables, its subscribers, its nodes, and the portal alone
//! (docs/SPEC-cloud.md).

mod mail;
mod serve;
mod subscriber;
mod user;

use super::serve::LOG_LEVEL;
use crate::arguments::Arguments;
use crate::arguments::cloud::{CloudArguments, CloudVerb, PortalArguments};
use crate::cloud::ground;
use crate::cloud::keys::MasterKey;
use crate::failure::Failure;
use crate::output::say;
use pages::{Argument, Locale};

/// Does what was asked for; serves when nothing else was.
pub fn run(arguments: &Arguments, wanted: &CloudArguments, locale: Locale) -> Result<u8, Failure> {
    match &wanted.verb {
        None => serve::node(wanted, locale),
        Some(CloudVerb::Prepare { role }) => {
            store_postgres::prepare(ground::url(&wanted.ground)?, role)?;
            let told = [("role", Argument::Text(role))];
            say(&locale.text_with("command-cloud-prepared", &told))?;
            Ok(0)
        }
        Some(CloudVerb::Key { file }) => {
            MasterKey::draw(file)?;
            let shown = file.display().to_string();
            let told = [("file", Argument::Text(&shown))];
            say(&locale.text_with("command-cloud-key", &told))?;
            Ok(0)
        }
        Some(CloudVerb::Mail { verb }) => mail::run(arguments, &wanted.ground, verb),
        Some(CloudVerb::Subscriber { verb }) => subscriber::run(arguments, &wanted.ground, verb),
        Some(CloudVerb::User { verb }) => user::run(arguments, &wanted.ground, verb, locale),
    }
}

/// Serves the portal alone.
pub fn portal(wanted: &PortalArguments, locale: Locale) -> Result<u8, Failure> {
    serve::portal_alone(wanted, locale)
}

/// Tells what happens, as servers do: one document of JSON to the line, on standard error.
fn keep_log() {
    tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_max_level(LOG_LEVEL)
        .init();
}
