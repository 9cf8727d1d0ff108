//! `tijori record take FILE KEY --into BUSINESS`: one record out of a backup file, as new changes
//! of a business (docs/SPEC-backup.md, section 10).

use super::{record_key, summary};
use crate::arguments::{Arguments, RecordVerb};
use crate::commands::inspect::name_of;
use crate::failure::{ALTERED, Failure};
use crate::output::{complain, say_json};
use crate::passphrase::{self, OpeningError};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{Opening, Passphrase, TakeState, check_with, plan_taking};
use pages::Locale;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use store::Business;
use web::{TakenFrom, take_record};

/// A file, opened only to be looked at.
pub(super) struct OpenedFile {
    /// What is in it.
    pub business: Arc<dyn Business>,
    name: String,
    sha256: [u8; 32],
}

/// Checks the file and opens it beside the businesses of the program.
pub(super) fn open(
    program: &Program,
    arguments: &Arguments,
    file: &Path,
    locale: Locale,
) -> Result<OpenedFile, Failure> {
    let name = name_of(file);
    let scratch = program.app.store.scratch();
    let read = |passphrase: Option<&Passphrase>| {
        let opening = Opening::in_scratch(scratch).with_passphrase(passphrase);
        check_with(file, &name, &opening, &TerminalProgress::new(locale))
    };
    let checked = passphrase::opening(arguments, locale, read).map_err(OpeningError::refusal)?;
    let progress = TerminalProgress::new(locale);
    let zone = &program.app.time_zone;
    let stamp = program.stamp(zone)?;
    let opened = &program.app.opened;
    let key = opened.open_file(&checked, zone, &stamp, &progress)?;
    Ok(OpenedFile {
        business: program.app.store.open(key)?,
        name,
        sha256: checked.plan().sha256,
    })
}

/// Takes the record, or says that another stands there: exit code 1 then, and nothing is changed.
pub(super) fn run(
    program: &Program,
    arguments: &Arguments,
    verb: &RecordVerb,
    locale: Locale,
) -> Result<u8, Failure> {
    let RecordVerb::Take {
        file,
        key,
        into,
        with_references,
        replace,
    } = verb
    else {
        return Ok(0);
    };
    let key = record_key(key)?;
    let target = program.find(into)?;
    let file = open(program, arguments, file, locale)?;
    let from = file.business.read()?;
    let (plan, profile) = {
        let there = target.read()?;
        let plan = plan_taking(from.as_ref(), there.as_ref(), key)?;
        (plan, there.profile()?)
    };
    let state = plan.state();
    let is_kept = state == TakeState::Differs && !replace;
    let taken_from = TakenFrom {
        reader: from.as_ref(),
        file_name: &file.name,
        sha256: file.sha256,
        key,
        with_references: *with_references,
        replaces: *replace,
    };
    let stamp = program.stamp(&profile.time_zone)?;
    let scratch = program.app.store.scratch();
    let result = take_record(target.as_ref(), &taken_from, &stamp, scratch)?;
    let missing: Vec<Value> = plan.references.iter().map(summary).collect();
    let nowhere: Vec<String> = plan.nowhere.iter().map(ToString::to_string).collect();
    say_json(&json!({
        "record": summary(&plan.record),
        "business": { "key": target.key().to_string(), "name": profile.name },
        "file": { "name": file.name, "sha256": store::hex(&file.sha256) },
        "was": state.code(),
        "records_taken": result.records_count,
        "attachments_taken": result.attachments_count,
        "references_missing": missing,
        "references_taken": *with_references && !is_kept,
        "references_nowhere": nowhere,
    }))?;
    if !is_kept {
        return Ok(0);
    }
    let arguments = [("business", profile.name), ("record", key.to_string())];
    complain(&locale.error("record-differs", &arguments));
    Ok(ALTERED)
}
