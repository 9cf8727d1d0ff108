//! `tijori compare FILE BUSINESS`: exit code 0 when they agree, 1 when they differ.

use super::report::account_name;
use crate::arguments::Arguments;
use crate::failure::{ALTERED, Failure};
use crate::output::{say, say_json};
use crate::passphrase::{self, OpeningError};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{
    Comparison, HistoryRelation, Opening, Passphrase, RecordDifference, Totals, check_with,
};
use pages::{Argument, Locale};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::path::Path;

/// The four figures and their names in catalogues and JSON.
fn named(totals: &Totals) -> [(&'static str, Decimal); 4] {
    [
        ("cash", totals.cash),
        ("receivables", totals.receivables),
        ("payables", totals.payables),
        ("net-profit", totals.net_profit),
    ]
}

/// Says what differs.
pub fn run(arguments: &Arguments, file: &Path, name: &str, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let business = program.find(name)?;
    let file_name = super::inspect::name_of(file);
    let scratch = program.app.store.scratch();
    let read = |passphrase: Option<&Passphrase>| {
        let progress = TerminalProgress::new(locale);
        let opening = Opening::in_scratch(scratch)
            .with_passphrase(passphrase)
            .within(&program.app.imports.limits);
        check_with(file, &file_name, &opening, &progress)
    };
    let checked = passphrase::opening(arguments, locale, read).map_err(OpeningError::refusal)?;
    let progress = TerminalProgress::new(locale);
    let reader = business.read()?;
    let figures = figures::open(&*reader)?;
    let mut records = Vec::new();
    let comparison = backup::compare(&checked, &*reader, &*figures, &progress, &mut |record| {
        records.push(record);
    })?;
    drop(progress);
    if arguments.json {
        say_json(&as_json(&records, &comparison))?;
    } else {
        tell(&records, &comparison, locale)?;
    }
    Ok(if comparison.is_same() { 0 } else { ALTERED })
}

fn as_json(records: &[RecordDifference], comparison: &Comparison) -> Value {
    let english = Locale::default();
    let records: Vec<Value> = records
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
    let both = named(&comparison.in_file)
        .into_iter()
        .zip(named(&comparison.in_business));
    let figures: serde_json::Map<String, Value> = both
        .map(|((name, in_file), (_, in_business))| {
            let sides = json!({
                "in_file": in_file.to_string(),
                "in_business": in_business.to_string(),
            });
            (name.replace('-', "_"), sides)
        })
        .collect();
    json!({
        "records": records,
        "accounts": accounts,
        "figures": figures,
        "history": relation_json(comparison.history),
    })
}

/// Whose History goes further, with the numbers that belong to it.
fn relation_json(relation: HistoryRelation) -> Value {
    let mut told = json!({ "relation": relation.code() });
    let numbers = match relation {
        HistoryRelation::FileIsOlder { entries, changes }
        | HistoryRelation::FileIsNewer { entries, changes } => {
            vec![("entries", entries), ("changes", changes)]
        }
        HistoryRelation::Diverged {
            at,
            in_file,
            in_business,
        } => vec![
            ("at", at),
            ("changes_in_file", in_file),
            ("changes_in_business", in_business),
        ],
        HistoryRelation::Unknown | HistoryRelation::Same | HistoryRelation::Unrelated => vec![],
    };
    if let Some(told) = told.as_object_mut() {
        told.extend(
            numbers
                .into_iter()
                .map(|(name, number)| (name.to_owned(), json!(number))),
        );
    }
    told
}

fn tell(
    records: &[RecordDifference],
    comparison: &Comparison,
    locale: Locale,
) -> Result<(), Failure> {
    if comparison.is_same() {
        say(&locale.text("command-compare-same"))?;
    }
    for record in records {
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
        say_amounts(locale, &name, account.in_file, account.in_business)?;
    }
    let both = named(&comparison.in_file)
        .into_iter()
        .zip(named(&comparison.in_business));
    for ((name, in_file), (_, in_business)) in both.filter(|((_, a), (_, b))| a != b) {
        let label = locale.text(&format!("compare-{name}"));
        say_amounts(locale, &label, in_file, in_business)?;
    }
    say(&web::history_relation(locale, comparison.history))?;
    Ok(())
}

/// “Cash: 40.00 in the file, 0.00 in the business”.
fn say_amounts(
    locale: Locale,
    label: &str,
    in_file: Decimal,
    in_business: Decimal,
) -> Result<(), Failure> {
    let scale = in_file.scale().max(in_business.scale());
    let (in_file, in_business) = (
        locale.amount(in_file, scale),
        locale.amount(in_business, scale),
    );
    let said = [
        ("account", Argument::Text(label)),
        ("file", Argument::Text(&in_file)),
        ("business", Argument::Text(&in_business)),
    ];
    Ok(say(&locale.text_with("command-compare-account", &said))?)
}
