//! `tijori inspect FILE` and `tijori verify FILE`: no data folder is needed, nothing is changed.

mod summary;

use super::damage;
use crate::arguments::Arguments;
use crate::failure::{ALTERED, Failure};
use crate::json::{findings, plan_facts, section_facts};
use crate::output::{complain, say, say_json, table};
use crate::passphrase;
use crate::progress_bar::TerminalProgress;
use backup::{Limits, Opening, Outcome, Passphrase, Summary, Verification, verify_with};
use pages::{Argument, Locale};
use serde_json::json;
use std::path::Path;

/// Says what a file holds. A file whose figures do not agree is still told, with that finding.
pub fn inspect(arguments: &Arguments, file: &Path, locale: Locale) -> Result<u8, Failure> {
    let beside = summary::beside(file, locale)?;
    if let Some(summary) = &beside
        && passphrase::given(arguments)?.is_none()
    {
        summary::tell(arguments, file, summary, locale)?;
        return Ok(0);
    }
    let verification = read(arguments, file, locale)?;
    tell(arguments, &verification, beside.as_ref(), locale)?;
    Ok(if verification.outcome == Outcome::Altered {
        ALTERED
    } else {
        0
    })
}

/// Proves a file whole; the exit code is the answer.
pub fn verify(arguments: &Arguments, file: &Path, locale: Locale) -> Result<u8, Failure> {
    let verification = read(arguments, file, locale)?;
    tell(arguments, &verification, None, locale)?;
    Ok(verification.outcome.exit_code())
}

fn read(arguments: &Arguments, file: &Path, locale: Locale) -> Result<Verification, Failure> {
    let scratch = tempfile::tempdir()?;
    let (name, scratch) = (name_of(file), scratch.path());
    let read = |passphrase: Option<&Passphrase>| {
        let progress = TerminalProgress::new(locale);
        let limits = match arguments.import_limit {
            Some(file_bytes) => Limits::default().for_files_of(file_bytes),
            None => Limits::default(),
        };
        let opening = Opening::in_scratch(scratch)
            .with_passphrase(passphrase)
            .within(&limits);
        let verified = verify_with(file, &name, &opening, &progress);
        if let Err(error) = &verified {
            damage::tell(error, file, &opening, (arguments, locale));
        }
        verified
    };
    Ok(passphrase::opening(arguments, locale, read)?)
}

/// The name people know a file by.
pub fn name_of(file: &Path) -> String {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| file.display().to_string())
}

fn tell(
    arguments: &Arguments,
    verification: &Verification,
    beside: Option<&Summary>,
    locale: Locale,
) -> Result<(), Failure> {
    let plan = &verification.plan;
    if arguments.json {
        let mut document = plan_facts(plan);
        if let Some(document) = document.as_object_mut() {
            let left_out: Vec<&str> = verification
                .left_out()
                .iter()
                .map(|section| section.code())
                .collect();
            let faults: Vec<String> = verification
                .faults
                .iter()
                .map(ToString::to_string)
                .collect();
            document.insert("sections".to_owned(), section_facts(verification));
            document.insert("left_out".to_owned(), json!(left_out));
            document.insert("faults".to_owned(), json!(faults));
            document.insert("result".to_owned(), json!(verification.outcome.code()));
            if let Some(summary) = beside {
                let differing = summary.differences(plan);
                document.insert("summary_differs".to_owned(), json!(differing));
            }
        }
        say_json(&document)?;
        return Ok(());
    }
    say(&in_words(verification, locale))?;
    for fault in &verification.faults {
        complain(&locale.error(fault.code(), &fault.arguments()));
    }
    for (_, sentence) in findings(plan, locale) {
        complain(&sentence);
    }
    if let Some(summary) = beside {
        summary::compare(summary, plan, locale)?;
    }
    let result = format!("command-result-{}", verification.outcome.code());
    say(&locale.text(&result))?;
    Ok(())
}

fn in_words(verification: &Verification, locale: Locale) -> String {
    let plan = &verification.plan;
    let mut rows = vec![
        vec![locale.text("command-file"), plan.file_name.clone()],
        vec![locale.text("command-form"), plan.form.code().to_owned()],
        vec![locale.text("command-size"), locale.bytes(plan.bytes_count)],
        vec![locale.text("command-business"), plan.business_name.clone()],
    ];
    if let Some(made) = &plan.made {
        let zone = plan.time_zone.as_deref().unwrap_or("UTC");
        let made_by = format!("{}, {}", locale.instant(made.at, zone), made.by);
        rows.push(vec![locale.text("command-made"), made_by]);
    }
    for section in &verification.sections {
        // What is in the file is counted as people count; of what was left out only rows are known.
        let rows_count = locale.count(match (section.name, &section.left_out_by) {
            ("data", _) => plan.records_count,
            ("attachments", None) => plan.attachments_count,
            _ => section.rows_count,
        });
        let state = match (&section.left_out_by, section.agrees) {
            (Some(by), _) => {
                locale.text_with("command-section-left-out", &[("name", Argument::Text(by))])
            }
            (None, Some(true)) => locale.text("command-section-agrees"),
            (None, Some(false)) => locale.text("command-section-differs"),
            (None, None) => locale.text("command-section-unknown"),
        };
        let name = locale.text(&format!("command-section-{}", section.name));
        rows.push(vec![name, format!("{rows_count}  {state}")]);
    }
    let print = &plan.fingerprint;
    let debit = locale.amount(print.total_debit, print.total_debit.scale());
    let credit = locale.amount(print.total_credit, print.total_credit.scale());
    let totals = format!("{debit} = {credit} {}", print.currency);
    rows.push(vec![locale.text("command-trial-balance"), totals]);
    rows.push(vec![
        locale.text("command-digest"),
        plan.content_digest.to_string(),
    ]);
    left_aligned(&rows)
}

/// Labels and values, both to the left.
fn left_aligned(rows: &[Vec<String>]) -> String {
    let labels: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().take(1).cloned().collect())
        .collect();
    let width = labels
        .iter()
        .flatten()
        .map(|label| label.chars().count())
        .max()
        .unwrap_or(0);
    let lines = rows.iter().map(|row| {
        let empty = String::new();
        let (label, value) = (row.first().unwrap_or(&empty), row.get(1).unwrap_or(&empty));
        table(&[vec![format!("{label:<width$}  {value}")]])
    });
    lines.collect::<Vec<_>>().join("\n")
}
