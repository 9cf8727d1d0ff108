//! `tijori compare FILE BUSINESS`: exit code 0 when they agree, 1 when they differ.

use super::report::account_name;
use crate::arguments::Arguments;
use crate::failure::{ALTERED, Failure};
use crate::output::{say, say_json};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{Comparison, check};
use pages::{Argument, Locale};
use serde_json::{Value, json};
use std::path::Path;

/// Says what differs.
pub fn run(arguments: &Arguments, file: &Path, name: &str, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let business = program.find(name)?;
    let progress = TerminalProgress::new(locale);
    let file_name = super::inspect::name_of(file);
    let scratch = program.app.store.scratch();
    let checked = check(file, &file_name, scratch, &progress).map_err(Failure::refusal)?;
    let comparison = backup::compare(&checked, &*business.read()?)?;
    drop(progress);
    if arguments.json {
        say_json(&as_json(&comparison))?;
    } else {
        tell(&comparison, locale)?;
    }
    let same = comparison.records.is_empty() && comparison.accounts.is_empty();
    Ok(if same { 0 } else { ALTERED })
}

fn as_json(comparison: &Comparison) -> Value {
    let english = Locale::default();
    let records: Vec<Value> = comparison
        .records
        .iter()
        .map(|record| {
            json!({
                "key": record.key.to_string(),
                "kind": record.kind,
                "title": record.title,
                "difference": record.difference.code(),
            })
        })
        .collect();
    let accounts: Vec<Value> = comparison
        .accounts
        .iter()
        .map(|account| {
            json!({
                "account_key": account.account.to_string(),
                "name": account_name(&account.name, english),
                "in_file": account.in_file.to_string(),
                "in_business": account.in_business.to_string(),
            })
        })
        .collect();
    json!({ "records": records, "accounts": accounts })
}

fn tell(comparison: &Comparison, locale: Locale) -> Result<(), Failure> {
    if comparison.records.is_empty() && comparison.accounts.is_empty() {
        say(&locale.text("command-compare-same"))?;
    }
    for record in &comparison.records {
        let key = format!("kind-{}-one", record.kind);
        let known = locale.has(&key);
        let kind = if known {
            locale.text(&key)
        } else {
            record.kind.clone()
        };
        let said = [
            ("kind", Argument::Text(&kind)),
            ("title", Argument::Text(&record.title)),
        ];
        let sentence = format!("command-compare-{}", record.difference.code());
        say(&locale.text_with(&sentence, &said))?;
    }
    for account in &comparison.accounts {
        let name = account_name(&account.name, locale);
        let scale = account.in_file.scale().max(account.in_business.scale());
        let in_file = locale.amount(account.in_file, scale);
        let in_business = locale.amount(account.in_business, scale);
        let said = [
            ("account", Argument::Text(&name)),
            ("file", Argument::Text(&in_file)),
            ("business", Argument::Text(&in_business)),
        ];
        say(&locale.text_with("command-compare-account", &said))?;
    }
    Ok(())
}
