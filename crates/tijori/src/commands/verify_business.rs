//! `tijori verify BUSINESS`: a business proved against its own History.

use crate::arguments::Arguments;
use crate::failure::{ALTERED, Failure};
use crate::json::hex;
use crate::output::{complain, say, say_json};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{BusinessVerification, Fault, VerifyBusinessRequest, verify_business};
use books::kinds;
use interchange::FieldChange;
use pages::{Argument, Locale};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Proves it; the exit code is the answer.
pub fn run(
    arguments: &Arguments,
    business: &Path,
    backups: &[PathBuf],
    locale: Locale,
) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let opened = program.find(&business.to_string_lossy())?;
    let request = VerifyBusinessRequest {
        business: &*opened,
        backups,
        scratch: program.app.store.scratch(),
        reads_attachments: true,
    };
    let progress = TerminalProgress::new(locale);
    let found = verify_business(&request, &progress)?;
    drop(progress);
    if arguments.json {
        say_json(&facts(&found))?;
    } else {
        tell(&found, locale)?;
    }
    Ok(if found.agrees() { 0 } else { ALTERED })
}

fn tell(found: &BusinessVerification, locale: Locale) -> Result<(), Failure> {
    for (label, value) in rows(found, locale) {
        say(&format!("{label}: {value}"))?;
    }
    for step in &found.clock_steps {
        let number = locale.count(step.sequence);
        let (before, after) = (step.before.to_string(), step.after.to_string());
        let told = [
            ("number", Argument::Text(&number)),
            ("before", Argument::Text(&before)),
            ("after", Argument::Text(&after)),
        ];
        say(&locale.text_with("verify-clock-step", &told))?;
    }
    for file in &found.backups.files_passed_over {
        say(&locale.text_with("verify-passed-over", &[("file", Argument::Text(file))]))?;
    }
    for fault in &found.faults {
        complain(&web::fault_sentence(locale, fault));
        for field in fields(fault) {
            complain(&field_sentence(&field, locale));
        }
    }
    let listed = found.faults.len() as u64;
    if found.faults_count > listed {
        let more = Argument::Count(found.faults_count - listed);
        complain(&locale.text_with("verify-more", &[("count", more)]));
    }
    say(&locale.text("verify-unchecked-title"))?;
    for code in &found.unchecked {
        say(&format!(
            "- {}",
            locale.text(&format!("verify-unchecked-{code}"))
        ))?;
    }
    let count = Argument::Count(found.faults_count);
    say(&if found.agrees() {
        locale.text("verify-agrees")
    } else {
        locale.text_with("verify-altered", &[("count", count)])
    })?;
    Ok(())
}

fn rows(found: &BusinessVerification, locale: Locale) -> Vec<(String, String)> {
    let backups = &found.backups;
    let agreeing = locale.count(backups.agreeing_count);
    let seen = if backups.known_count == 0 {
        locale.text("verify-backups-none")
    } else {
        let told = [
            ("agreeing", Argument::Text(&agreeing)),
            ("count", Argument::Count(backups.known_count)),
        ];
        locale.text_with("verify-backups-agree", &told)
    };
    let count = |label: &str, number: u64| (locale.text(label), locale.count(number));
    let mut rows = vec![
        (locale.text("command-business"), found.business_name.clone()),
        count("verify-entries", found.entries_count),
        (locale.text("history-head"), hex(&found.head.hash)),
        count("verify-installations", found.segments.len() as u64),
        count("verify-records", found.records_count),
        count("verify-by-entry", found.by_entry_count),
        count("verify-sealed", found.sealed_count),
        count("verify-attachments", found.attachments_count),
        count("verify-imports", found.imports.len() as u64),
        count("verify-files", backups.files_read_count),
        (locale.text("verify-backups"), seen),
    ];
    if found.clock_steps_count > 0 {
        let told = [("count", Argument::Count(found.clock_steps_count))];
        rows.push((
            locale.text("verify-page-title"),
            locale.text_with("verify-clock", &told),
        ));
    }
    rows
}

/// The fields that differ, where there are two contents to compare.
fn fields(fault: &Fault) -> Vec<FieldChange> {
    if fault.recorded.content.is_none() || fault.found.content.is_none() {
        return Vec::new();
    }
    fault.fields()
}

fn field_sentence(field: &FieldChange, locale: Locale) -> String {
    let side = |side: &Option<String>| {
        let nothing = || locale.text("history-nothing-before");
        side.clone().unwrap_or_else(nothing)
    };
    let (before, after) = (side(&field.before), side(&field.after));
    let told = [
        ("field", Argument::Text(&field.path)),
        ("before", Argument::Text(&before)),
        ("after", Argument::Text(&after)),
    ];
    locale.text_with("verify-field", &told)
}

fn facts(found: &BusinessVerification) -> Value {
    let segments: Vec<Value> = found
        .segments
        .iter()
        .map(|segment| {
            json!({
                "installation": segment.installation.to_string(),
                "first": segment.first,
                "last": segment.last,
            })
        })
        .collect();
    let imports: Vec<Value> = found
        .imports
        .iter()
        .map(|import| {
            json!({
                "sequence": import.sequence,
                "file": import.file_name,
                "records": import.records_count,
                "other_changes": import.other_changes,
                "seal": format!("{:?}", import.state).to_lowercase(),
            })
        })
        .collect();
    let clock: Vec<Value> = found
        .clock_steps
        .iter()
        .map(|step| {
            json!({
                "sequence": step.sequence,
                "before": step.before.to_string(),
                "after": step.after.to_string(),
            })
        })
        .collect();
    let backups = &found.backups;
    json!({
        "business": found.business_name,
        "result": found.result(),
        "history_head": { "sequence": found.head.sequence, "hash": hex(&found.head.hash) },
        "entries": found.entries_count,
        "segments": segments,
        "records": found.records_count,
        "records_by_entry": found.by_entry_count,
        "records_sealed": found.sealed_count,
        "attachments": found.attachments_count,
        "imports": imports,
        "backups": {
            "known": backups.known_count,
            "agreeing": backups.agreeing_count,
            "without_head": backups.without_head_count,
            "noted": backups.noted_count,
            "files_read": backups.files_read_count,
            "files_passed_over": backups.files_passed_over,
        },
        "clock_steps": clock,
        "faults_count": found.faults_count,
        "faults": found.faults.iter().map(fault_facts).collect::<Vec<_>>(),
        "not_checked": found.unchecked,
    })
}

fn fault_facts(fault: &Fault) -> Value {
    let fields: Vec<Value> = fields(fault)
        .iter()
        .map(|field| json!({ "field": field.path, "recorded": field.before, "found": field.after }))
        .collect();
    let kind = fault
        .kind()
        .map(|key| kinds::find(key).map_or_else(|| key.to_string(), |kind| kind.name.to_owned()));
    json!({
        "code": fault.code,
        "message": web::fault_sentence(Locale::default(), fault),
        "sequence": fault.sequence,
        "record": fault.record.map(|record| record.to_string()),
        "kind": kind,
        "title": fault.title,
        "fields": fields,
    })
}
