//! The business proved against its History, in words: what was followed and compared, what does not
//! agree, and what nobody can check here. The same engine as `tijori verify`.

use super::difference::difference;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::{Names, record_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page, refusal, success};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::response::Response;
use backup::{
    BusinessVerification, Fault, NoProgress, SealState, VerifyBusinessRequest, verify_business,
};
use maud::{Markup, html};
use pages::layout::notice_box;
use pages::tables::{Column, amount_cell, cell, facts, panel, table};
use pages::{Argument, Locale, layout, user_text};
use store::StoreError;

/// Faults shown on the page; the command line lists more.
const FAULTS_SHOWN_MAX: usize = 50;

/// `GET /businesses/{business}/history/verification`.
pub(super) async fn show_verification(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        let opened = app.store.open(key)?;
        let request = VerifyBusinessRequest {
            business: opened.as_ref(),
            backups: &[],
            scratch: app.store.scratch(),
            reads_attachments: false,
        };
        let found = verify_business(&request, &NoProgress)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(key, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, key);
        let body = body(&names, &shell, &found)?;
        let title = visitor.locale.text("verify-page-title");
        Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
    })
    .await
}

fn body(
    names: &Names<'_>,
    shell: &BusinessShell,
    found: &BusinessVerification,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let list = addresses::business_part(shell.key, "history");
    let back = html! { a .button href=(list) { (locale.text("history-title")) } };
    let mut faults = Vec::new();
    for fault in found.faults.iter().take(FAULTS_SHOWN_MAX) {
        faults.push(shown(names, fault)?);
    }
    let notice = notice_box(&if found.agrees() {
        success(locale.text("verify-agrees"))
    } else {
        refusal(locale.text_with(
            "verify-altered",
            &[("count", Argument::Count(found.faults_count))],
        ))
    });
    Ok(html! {
        (layout::heading(&locale.text("verify-page-title"), back))
        (notice)
        @for fault in &faults { (fault) }
        (panel(&locale.text("verify-checked"), facts(&checked(locale, found))))
        @if !found.imports.is_empty() { (imports(locale, found)) }
        @if found.clock_steps_count > 0 { (clock(locale, shell, found)) }
        (panel(&locale.text("verify-unchecked-title"), html! {
            ul { @for code in &found.unchecked { li { (unchecked(locale, code)) } } }
        }))
    })
}

/// A fault in a sentence, with both values of every field where a record was altered.
fn shown(names: &Names<'_>, fault: &Fault) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let is_compared = fault.recorded.content.is_some() || fault.found.content.is_some();
    let fields = if is_compared {
        Some(difference(names, &fault.recorded, &fault.found)?)
    } else {
        None
    };
    Ok(panel(
        "",
        html! {
            p .field-error { (fault_sentence(locale, fault)) }
            @if let Some(record) = fault.record {
                p {
                    @if let Some(kind) = fault.kind() {
                        span .quiet { (words::kind_name(locale, kind)) } " "
                    }
                    a href=(record_path(names.business, record)) {
                        (user_text(if fault.title.is_empty() {
                            record.to_string()
                        } else {
                            fault.title.clone()
                        }.as_str()))
                    }
                }
            }
            @if let Some(fields) = fields {
                p .quiet { (locale.text("verify-sides")) }
                (fields)
            }
        },
    ))
}

/// A fault in a sentence of the visitor's language.
pub fn fault_sentence(locale: Locale, fault: &Fault) -> String {
    let number = fault.sequence.map(|sequence| locale.count(sequence));
    let key = fault.record.map(|record| record.to_string());
    let name = if fault.title.is_empty() {
        key.unwrap_or_default()
    } else {
        fault.title.clone()
    };
    let number = number.unwrap_or_default();
    let mut arguments = vec![
        ("name", Argument::Text(name.as_str())),
        ("number", Argument::Text(number.as_str())),
    ];
    for (name, value) in &fault.arguments {
        arguments.push((
            name,
            value
                .parse()
                .map_or_else(|_| Argument::Text(value), Argument::Count),
        ));
    }
    let sentence = locale.text_with(&format!("verify-fault-{}", fault.code), &arguments);
    let among = fault.arguments.iter().find(|(name, _)| *name == "among");
    match among.and_then(|(_, count)| count.parse::<u64>().ok()) {
        Some(count) if count > 1 => {
            let among = locale.text_with("verify-among", &[("count", Argument::Count(count))]);
            format!("{sentence} {among}")
        }
        _ => sentence,
    }
}

fn checked(locale: Locale, found: &BusinessVerification) -> Vec<(String, Markup)> {
    let count = |label: &str, number: u64| (locale.text(label), html! { (locale.count(number)) });
    let backups = &found.backups;
    let agreeing = locale.count(backups.agreeing_count);
    let seen = if backups.known_count == 0 {
        locale.text("verify-backups-none")
    } else {
        locale.text_with(
            "verify-backups-agree",
            &[
                ("agreeing", Argument::Text(&agreeing)),
                ("count", Argument::Count(backups.known_count)),
            ],
        )
    };
    let hash = crate::records::value::hex(&found.head.hash);
    vec![
        count("verify-entries", found.entries_count),
        (
            locale.text("history-head"),
            html! { code .digest { (hash) } },
        ),
        count("verify-installations", found.segments.len() as u64),
        count("verify-records", found.records_count),
        count("verify-by-entry", found.by_entry_count),
        count("verify-sealed", found.sealed_count),
        count("verify-attachments", found.attachments_count),
        (locale.text("verify-backups"), html! { (seen) }),
    ]
}

fn imports(locale: Locale, found: &BusinessVerification) -> Markup {
    let columns = [
        Column::amounts(locale.text("history-column-number")),
        Column::words(locale.text("history-fact-file")),
        Column::amounts(locale.text("verify-records")),
        Column::amounts(locale.text("verify-other-changes")),
        Column::words(locale.text("verify-seal")),
    ];
    let rows: Vec<Markup> = found
        .imports
        .iter()
        .map(|import| {
            let state = locale.text(match import.state {
                SealState::Agrees => "verify-seal-agrees",
                SealState::Broken => "verify-seal-broken",
                SealState::NotCompared => "verify-seal-not-compared",
            });
            html! {
                tr {
                    (amount_cell(&locale.count(import.sequence)))
                    (cell(user_text(&import.file_name)))
                    (amount_cell(&locale.count(import.records_count)))
                    (amount_cell(&locale.count(import.other_changes)))
                    (cell(html! { (state) }))
                }
            }
        })
        .collect();
    let title = locale.text("verify-imports");
    panel(&title, table(&title, &columns, &rows, None))
}

fn clock(locale: Locale, shell: &BusinessShell, found: &BusinessVerification) -> Markup {
    let steps = found.clock_steps.iter().map(|step| {
        let number = locale.count(step.sequence);
        let before = locale.instant(step.before, shell.zone());
        let after = locale.instant(step.after, shell.zone());
        locale.text_with(
            "verify-clock-step",
            &[
                ("number", Argument::Text(&number)),
                ("before", Argument::Text(&before)),
                ("after", Argument::Text(&after)),
            ],
        )
    });
    panel(
        &locale.text_with(
            "verify-clock",
            &[("count", Argument::Count(found.clock_steps_count))],
        ),
        html! { ul { @for step in steps { li { (step) } } } },
    )
}

fn unchecked(locale: Locale, code: &str) -> String {
    locale.text(&format!("verify-unchecked-{code}"))
}
