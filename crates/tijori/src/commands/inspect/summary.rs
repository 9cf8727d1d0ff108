//! The summary beside an encrypted backup: told before the passphrase, compared after it
//! (SPEC-backup.md, 11.13).

use super::left_aligned;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::json::hex;
use crate::output::{complain, say, say_json};
use backup::{FilePlan, Summary, summary_path};
use pages::{Argument, Locale};
use serde_json::json;
use std::path::Path;

/// The summary that lies beside a file and is about it. One about another file is complained of.
pub fn beside(file: &Path, locale: Locale) -> Result<Option<Summary>, Failure> {
    let Some(summary) = Summary::read_file(&summary_path(file)) else {
        return Ok(None);
    };
    if summary.is_about(file)? {
        return Ok(Some(summary));
    }
    complain(&locale.text("backup-summary-other"));
    Ok(None)
}

/// Tells it: nobody proved it.
pub fn tell(
    arguments: &Arguments,
    file: &Path,
    summary: &Summary,
    locale: Locale,
) -> Result<(), Failure> {
    let left_out: Vec<&str> = summary.left_out.iter().map(|it| it.code()).collect();
    if arguments.json {
        say_json(&json!({
            "file": super::name_of(file),
            "encrypted": true,
            "result": "not-opened",
            "proved": false,
            "bytes": summary.bytes_count,
            "sha256": hex(&summary.sha256),
            "summary": {
                "file": summary.file_name,
                "business_name": summary.business_name,
                "made_at": summary.made_at.to_string(),
                "made_by": summary.made_by,
                "records": summary.records_count,
                "attachments": summary.attachments_count,
                "emails": summary.emails_count,
                "history": summary.history_count,
                "left_out": left_out,
            },
        }))?;
        return Ok(());
    }
    let made = format!(
        "{}, {}",
        locale.instant(summary.made_at, "UTC"),
        summary.made_by
    );
    let count = |key: &str, count| {
        let name = locale.text(&format!("command-section-{key}"));
        vec![name, locale.count(count)]
    };
    let mut rows = vec![
        vec![locale.text("command-file"), super::name_of(file)],
        vec![
            locale.text("command-size"),
            locale.bytes(summary.bytes_count),
        ],
        vec![
            locale.text("command-business"),
            summary.business_name.clone(),
        ],
        vec![locale.text("command-made"), made],
        count("data", summary.records_count),
        count("attachments", summary.attachments_count),
        count("emails", summary.emails_count),
        count("history", summary.history_count),
    ];
    if !left_out.is_empty() {
        rows.push(vec![
            locale.text("backup-summary-left-out"),
            left_out.join(", "),
        ]);
    }
    say(&left_aligned(&rows))?;
    complain(&locale.text("backup-summary-not-proved"));
    Ok(())
}

/// Says whether it was right, now that the file was opened.
pub fn compare(summary: &Summary, plan: &FilePlan, locale: Locale) -> Result<(), Failure> {
    let differing = summary.differences(plan).join(", ");
    if differing.is_empty() {
        say(&locale.text("backup-summary-agrees"))?;
    } else {
        let facts = [("facts", Argument::Text(&differing))];
        complain(&locale.text_with("backup-summary-differs", &facts));
    }
    Ok(())
}
