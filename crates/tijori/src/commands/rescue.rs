//! `tijori rescue FILE`: what is whole in a damaged file, and what is not (docs/SPEC-rescue.md,
//! section 6).

use crate::arguments::{Arguments, RescueArguments};
use crate::failure::{ALTERED, Failure};
use crate::json::hex;
use crate::output::{complain, say, say_json, table};
use crate::passphrase::{self, OpeningError};
use crate::program::Program;
use crate::progress_bar::TerminalProgress;
use backup::{
    Fingerprint, ImportRequest, ImportResult, Opening, Passphrase, Rescue, RescueItem,
    RescueReport, check_with, is_rescuable, prepare_rescue,
};
use pages::{Argument, Locale};
use serde_json::{Value, json};
use web::businesses::time_zone_of;

/// Rescues what is whole, or only lists it; ends with 1 when something is lost or uncertain.
pub fn run(arguments: &Arguments, wanted: &RescueArguments, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let store = &*program.app.store;
    let limits = &program.app.imports.limits;
    let file_name = super::inspect::name_of(&wanted.file);
    let progress = TerminalProgress::new(locale);
    let opened = passphrase::opening(arguments, locale, |passphrase: Option<&Passphrase>| {
        let opening = Opening::in_scratch(store.scratch())
            .within(limits)
            .with_passphrase(passphrase);
        match check_with(&wanted.file, &file_name, &opening, &progress) {
            Ok(_) => Ok(None),
            Err(error) if is_rescuable(&error) => {
                prepare_rescue(&wanted.file, &file_name, &opening, &progress).map(Some)
            }
            Err(error) => Err(error),
        }
    });
    let Some(rescue) = opened.map_err(OpeningError::refusal)? else {
        return Err(Failure::usage("not-damaged", vec![("file", file_name)]));
    };
    let result = match wanted.list_only {
        true => None,
        false => Some(bring_over(&program, &rescue, wanted, locale, &progress)?),
    };
    drop(progress);
    let report = rescue.report();
    if arguments.json {
        say_json(&as_json(report, result.as_ref()))?;
    } else {
        tell(report, result.as_ref(), locale)?;
    }
    Ok(if report.is_whole() { 0 } else { ALTERED })
}

fn bring_over(
    program: &Program,
    rescue: &Rescue,
    wanted: &RescueArguments,
    locale: Locale,
    progress: &TerminalProgress,
) -> Result<ImportResult, Failure> {
    let name = ("name", Argument::Text(&rescue.plan().business_name));
    let usual = locale.text_with("rescue-name", &[name]);
    let zone = time_zone_of(rescue.plan(), &program.app.time_zone);
    let request = ImportRequest {
        key: web::stamp::random_key()?,
        name: Some(wanted.name.as_deref().unwrap_or(&usual)),
        time_zone: zone,
        installation: program.app.installation,
        stamp: &program.stamp(zone)?,
    };
    Ok(backup::rescue(
        &*program.app.store,
        rescue,
        &request,
        progress,
    )?)
}

fn as_json(report: &RescueReport, result: Option<&ImportResult>) -> Value {
    let counts: serde_json::Map<String, Value> = report
        .counts
        .named()
        .into_iter()
        .map(|(name, count)| (name.to_owned(), json!(count)))
        .collect();
    let blocks = report.blocks.iter().map(|block| {
        json!({
            "number": block.number,
            "offset": block.offset,
            "bytes": block.bytes_count,
        })
    });
    json!({
        "business": result.map(|it| json!({ "key": it.key.to_string(), "name": it.name })),
        "file": report.file_name,
        "sha256": hex(&report.sha256),
        "form": report.form.code(),
        "proof": report.proof.code(),
        "complete": report.is_complete,
        "blocks": blocks.collect::<Vec<Value>>(),
        "counts": counts,
        "trial_balance": {
            "told": report.told.as_ref().map(totals),
            "now": totals(&report.now),
        },
        "items": report.items.iter().map(item).collect::<Vec<Value>>(),
    })
}

fn totals(print: &Fingerprint) -> Value {
    json!({
        "currency": print.currency,
        "debit": print.total_debit.to_string(),
        "credit": print.total_credit.to_string(),
    })
}

fn item(item: &RescueItem) -> Value {
    json!({
        "state": item.state.code(),
        "part": item.part,
        "kind": item.kind.map(web::rescue_kind_code),
        "key": item.key.map(|key| key.to_string()),
        "name": item.name,
        "date": item.date.map(|date| date.to_string()),
        "reason": item.reason,
    })
}

fn tell(
    report: &RescueReport,
    result: Option<&ImportResult>,
    locale: Locale,
) -> Result<(), Failure> {
    let mut rows = vec![vec![
        locale.text("rescue-part"),
        locale.text("rescue-certain"),
        locale.text("rescue-uncertain"),
        locale.text("rescue-lost"),
    ]];
    for (label, counts) in web::rescue_counts(&report.counts) {
        let mut row = vec![locale.text(label)];
        row.extend(counts.map(|count| locale.count(count)));
        rows.push(row);
    }
    say(&table(&rows))?;
    for item in &report.items {
        complain(&web::rescue_line(locale, item));
    }
    let complete = match (report.is_whole(), report.is_complete) {
        (true, _) => "rescue-whole",
        (false, true) => "rescue-complete",
        (false, false) => "rescue-incomplete",
    };
    say(&locale.text(complete))?;
    if let Some(told) = &report.told {
        say_totals("rescue-told", told, locale)?;
    }
    say_totals("rescue-now", &report.now, locale)?;
    match result {
        Some(result) => {
            let name = [("name", Argument::Text(&result.name))];
            say(&locale.text_with("command-rescued", &name))?;
        }
        None => say(&locale.text("command-rescue-listed"))?,
    }
    Ok(())
}

fn say_totals(label: &str, print: &Fingerprint, locale: Locale) -> Result<(), Failure> {
    let words = web::rescue_totals(locale, print);
    say(&format!("{}: {words}", locale.text(label)))?;
    Ok(())
}
