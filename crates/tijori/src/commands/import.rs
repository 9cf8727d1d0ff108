//! Makes a new business of a file from the command line, beside what is there or in the place of a
//! business.

use crate::arguments::{Arguments, ImportArguments};
use crate::failure::Failure;
use crate::json::{findings, hex, plan_facts};
use crate::output::{complain, say, say_json};
use crate::passphrase::{self, OpeningError};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{
    CheckedFile, FilePlan, ImportRequest, ImportResult, Opening, Passphrase, ReplaceRequest,
    ReplaceResult, check_with, import, replace,
};
use pages::{Argument, Locale};
use serde_json::{Value, json};
use std::path::absolute;
use web::businesses::time_zone_of;

/// Makes a new business of a file, wholly or not at all.
pub fn run(arguments: &Arguments, wanted: &ImportArguments, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let store = &*program.app.store;
    let old = match &wanted.replace {
        Some(name) => Some(program.find(name)?.key()),
        None => None,
    };
    let file_name = super::inspect::name_of(&wanted.file);
    let read = |passphrase: Option<&Passphrase>| {
        let opening = Opening::in_scratch(store.scratch())
            .with_passphrase(passphrase)
            .with_log(wanted.wal.as_deref())
            .within(&program.app.imports.limits);
        let progress = TerminalProgress::new(locale);
        check_with(&wanted.file, &file_name, &opening, &progress)
    };
    let checked = passphrase::opening(arguments, locale, read).map_err(OpeningError::refusal)?;
    let progress = TerminalProgress::new(locale);
    let zone = time_zone_of(checked.plan(), &program.app.time_zone);
    let request = ImportRequest {
        key: web::stamp::random_key()?,
        name: wanted.name.as_deref(),
        time_zone: zone,
        installation: program.app.installation,
        stamp: &program.stamp(zone)?,
    };
    let (result, replaced) = match old {
        None => (import(store, &checked, &request, &progress)?, None),
        Some(old) => {
            let done = replaced(&program, &checked, wanted, request, old, &progress)?;
            (done.import.clone(), Some((old, done)))
        }
    };
    drop(progress);
    let replaced = replaced.as_ref().map(|(old, done)| (*old, done));
    if arguments.json {
        say_json(&as_json(checked.plan(), &result, replaced))?;
    } else {
        tell(checked.plan(), &result, replaced, locale)?;
    }
    match replaced.and_then(|(_, done)| done.still_here.as_ref()) {
        // Nothing is lost, but it is not what was asked for.
        Some(error) => Err(Failure::fault(error.code(), error.arguments())),
        None => Ok(0),
    }
}

fn replaced(
    program: &Program,
    checked: &CheckedFile,
    wanted: &ImportArguments,
    import: ImportRequest<'_>,
    old: books::Key,
    progress: &TerminalProgress,
) -> Result<ReplaceResult, Failure> {
    let settings = &program.app.imports;
    let folder = wanted.safety_folder.as_ref();
    let folder = folder.unwrap_or(&settings.safety_folder);
    program.require_outside(folder)?;
    let request = ReplaceRequest {
        import,
        old,
        safety_folder: &absolute(folder)?,
        notes: &settings.notes,
        follow: &|from, to| web::schedules_follow(&program.app, from, to),
    };
    Ok(replace(&*program.app.store, checked, &request, progress)?)
}

/// The old business and what became of it.
type Replaced<'a> = Option<(books::Key, &'a ReplaceResult)>;

fn as_json(plan: &FilePlan, result: &ImportResult, replaced: Replaced<'_>) -> Value {
    let mut document = json!({
        "business": { "key": result.key.to_string(), "name": result.name },
    });
    if let (Some(document), Some(facts)) = (document.as_object_mut(), plan_facts(plan).as_object())
    {
        document.extend(facts.clone());
        if let Some((old, done)) = replaced {
            let safety = &done.safety;
            let facts = json!({
                "key": old.to_string(),
                "name": done.old_name,
                "in_trash": done.still_here.is_none(),
                "confirmed": done.keeps_answer,
                "safety_backup": {
                    "file": safety.path.display().to_string(),
                    "bytes": safety.result.bytes_count,
                    "sha256": hex(&safety.result.sha256),
                    "content_digest": safety.result.content_digest.to_string(),
                },
            });
            document.insert("replaced".to_owned(), facts);
        }
    }
    document
}

fn tell(
    plan: &FilePlan,
    result: &ImportResult,
    replaced: Replaced<'_>,
    locale: Locale,
) -> Result<(), Failure> {
    let said = [
        ("name", Argument::Text(&result.name)),
        ("records", Argument::Count(plan.records_count)),
        ("attachments", Argument::Count(plan.attachments_count)),
        ("history", Argument::Count(plan.history_count)),
    ];
    say(&locale.text_with("command-imported", &said))?;
    if let Some((_, done)) = replaced {
        let backup = done.safety.path.display().to_string();
        let name = ("name", Argument::Text(&done.old_name));
        if done.still_here.is_some() {
            complain(&locale.text_with("replace-still-here", &[name]));
        } else {
            let file = ("file", Argument::Text(&plan.file_name));
            let said = [name, file, ("backup", Argument::Text(&backup))];
            say(&locale.text_with("command-replaced", &said))?;
        }
        if done.keeps_answer {
            say(&locale.text("answer-kept"))?;
        } else {
            let command = format!("tijori business confirm {}", result.key);
            let said = [("command", Argument::Text(&command))];
            say(&locale.text_with("command-answer-asked", &said))?;
        }
    }
    for (_, sentence) in findings(plan, locale) {
        complain(&sentence);
    }
    Ok(())
}
