//! Makes a backup from the command line, verified before it bears its name.

use crate::arguments::{Arguments, BackupArguments};
use crate::failure::Failure;
use crate::output::{say, say_json};
use crate::passphrase::for_a_new_backup;
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{
    BackupContents, BackupError, BackupForm, BackupResult, Encryption, MakeRequest, Summary,
    make_backup, suggested_file_name, summary_path, today,
};
use pages::{Argument, Locale};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Makes a backup, verified before it gets its name.
pub fn run(arguments: &Arguments, wanted: &BackupArguments, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let business = program.find(&wanted.business)?;
    let profile = business.read()?.profile()?;
    let stamp = program.stamp(&profile.time_zone)?;
    let suggested = suggested_file_name(&profile.name, today(stamp.instant, &profile.time_zone));
    let target = match &wanted.output {
        None => PathBuf::from(&suggested),
        Some(path) if path.is_dir() => path.join(&suggested),
        Some(path) => path.clone(),
    };
    program.require_outside(&target)?;
    let file_name = target
        .file_name()
        .map_or(suggested, |name| name.to_string_lossy().into());
    let encryption = match wanted.encrypt {
        true => Some(Encryption::new(for_a_new_backup(arguments, locale)?)),
        false => None,
    };
    let request = MakeRequest {
        business: &*business,
        target: &target,
        scratch: program.app.store.scratch(),
        contents: BackupContents {
            attachments: !wanted.no_attachments,
            emails: !wanted.no_emails,
            history: !wanted.no_history,
        },
        form: if wanted.plain {
            BackupForm::Plain
        } else {
            BackupForm::Compressed
        },
        encryption: encryption.as_ref(),
        file_name: &file_name,
        stamp: &stamp,
    };
    let beside = summary_path(&target);
    if wanted.readable_summary && beside.exists() {
        let file = beside.display().to_string();
        return Err(BackupError::FileExists { file }.into());
    }
    let made = make_backup(&request, &TerminalProgress::new(locale))?;
    let summary = match wanted.readable_summary {
        true => Some(Summary::of(&request, &made)?.write_beside(&target)?),
        false => None,
    };
    tell(
        arguments,
        wanted,
        (&target, summary.as_deref()),
        &made,
        locale,
    )?;
    Ok(0)
}

/// Says what was made, and where its summary lies.
fn tell(
    arguments: &Arguments,
    wanted: &BackupArguments,
    (target, summary): (&Path, Option<&Path>),
    made: &BackupResult,
    locale: Locale,
) -> Result<(), Failure> {
    let summary = summary.map(|path| path.display().to_string());
    if arguments.json {
        let left_out: Vec<&str> = made.left_out.iter().map(|section| section.code()).collect();
        say_json(&json!({
            "file": target.display().to_string(),
            "form": if wanted.plain { "plain" } else { "zstandard" },
            "encrypted": wanted.encrypt,
            "bytes": made.bytes_count,
            "sha256": crate::json::hex(&made.sha256),
            "records": made.records_count,
            "attachments": made.attachments_count,
            "emails": made.emails_count,
            "history": made.history_count,
            "left_out": left_out,
            "content_digest": made.content_digest.to_string(),
            "verified": true,
            "summary": summary,
        }))?;
    } else {
        let path = target.display().to_string();
        let size = locale.bytes(made.bytes_count);
        let said = [
            ("file", Argument::Text(&path)),
            ("size", Argument::Text(&size)),
            ("records", Argument::Count(made.records_count)),
        ];
        say(&locale.text_with("command-backup-made", &said))?;
        if let Some(file) = &summary {
            let said = [("file", Argument::Text(file))];
            say(&locale.text_with("command-summary-made", &said))?;
        }
    }
    Ok(())
}
