//! Makes a new business of a file from the command line.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::json::{findings, plan_facts};
use crate::output::{complain, say, say_json};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{ImportRequest, check, import};
use pages::{Argument, Locale};
use serde_json::json;
use std::path::Path;
use web::businesses::time_zone_of;

/// Makes a new business of a file, wholly or not at all.
pub fn run(
    arguments: &Arguments,
    file: &Path,
    name: Option<&str>,
    locale: Locale,
) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let store = &*program.app.store;
    let progress = TerminalProgress::new(locale);
    let file_name = super::inspect::name_of(file);
    let checked = check(file, &file_name, store.scratch(), &progress).map_err(Failure::refusal)?;
    let plan = checked.plan();
    let zone = time_zone_of(plan, &program.app.time_zone);
    let request = ImportRequest {
        key: web::stamp::random_key()?,
        name,
        time_zone: zone,
        installation: program.app.installation,
        stamp: &program.stamp(zone)?,
    };
    let result = import(store, &checked, &request, &progress)?;
    drop(progress);
    if arguments.json {
        let mut document = json!({
            "business": { "key": result.key.to_string(), "name": result.name },
        });
        if let (Some(document), Some(facts)) =
            (document.as_object_mut(), plan_facts(plan).as_object())
        {
            document.extend(facts.clone());
        }
        say_json(&document)?;
        return Ok(0);
    }
    let said = [
        ("name", Argument::Text(&result.name)),
        ("records", Argument::Count(plan.records_count)),
        ("attachments", Argument::Count(plan.attachments_count)),
        ("history", Argument::Count(plan.history_count)),
    ];
    say(&locale.text_with("command-imported", &said))?;
    for (_, sentence) in findings(plan, locale) {
        complain(&sentence);
    }
    Ok(0)
}
