//! What went to Suspense and what was not posted at all, each with its reason and its document:
//! panels below the trial balance.

use super::suspense::{named_reason_text, reason_text};
use super::words::amount_text;
use crate::PageError;
use crate::records::names::Names;
use crate::records::words;
use crate::reports::made::unreadable;
use jiff::civil::Date;
use ledger::{Figures, NotPosted, SuspenseReason};
use maud::{Markup, html};
use pages::Argument;
use pages::tables::{Column, amount_cell, cell, panel, table};
use store::StoreError;

/// More reasons than this are counted and not listed.
const REASONS_LISTED_MAX: usize = 500;

/// The panels; nothing where everything is posted in full.
///
/// # Errors
/// When the figures or the store cannot be read.
pub(super) fn panels(
    names: &Names<'_>,
    figures: &dyn Figures,
    as_at: Option<Date>,
) -> Result<Markup, PageError> {
    let suspense = figures.suspense(as_at).map_err(unreadable)?;
    let not_posted = figures.not_posted().map_err(unreadable)?;
    Ok(html! {
        @if !suspense.is_empty() { (suspense_panel(names, &suspense)?) }
        @if !not_posted.is_empty() { (not_posted_panel(names, &not_posted)?) }
    })
}

fn suspense_panel(names: &Names<'_>, reasons: &[SuspenseReason]) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut rows = Vec::new();
    for reason in reasons.iter().take(REASONS_LISTED_MAX) {
        let text = named_reason_text(names, reason.code, &reason.arguments)?;
        let line = reason.line.map(|line| {
            let line = locale.count(u64::try_from(line).unwrap_or(u64::MAX).saturating_add(1));
            locale.text_with("suspense-line", &[("line", Argument::Text(&line))])
        });
        let amount = if reason.amount.is_zero() {
            String::new()
        } else {
            amount_text(locale, reason.amount)
        };
        rows.push(html! {
            tr {
                (cell(html! { (words::kind_name(locale, reason.kind)) }))
                (cell(names.link(reason.document)?))
                (cell(html! { (text) @if let Some(line) = &line { " (" (line) ")" } }))
                (amount_cell(&amount))
            }
        });
    }
    let mut columns = columns(names);
    columns.push(Column::amounts(locale.text("list-column-amount")));
    let heading = locale.text("report-suspense");
    Ok(panel(
        &heading,
        html! {
            p .muted { (locale.text("report-suspense-explained")) }
            (table(&heading, &columns, &rows, None))
        },
    ))
}

fn not_posted_panel(names: &Names<'_>, reasons: &[NotPosted]) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut rows = Vec::new();
    for reason in reasons.iter().take(REASONS_LISTED_MAX) {
        rows.push(html! {
            tr {
                (cell(html! { (words::kind_name(locale, reason.kind)) }))
                (cell(names.link(reason.document)?))
                (cell(html! { (reason_text(locale, reason.code, &[])) }))
            }
        });
    }
    let count = u64::try_from(reasons.len()).unwrap_or(u64::MAX);
    let heading = locale.text_with("report-not-posted", &[("count", Argument::Count(count))]);
    Ok(panel(
        &heading,
        table(&heading, &columns(names), &rows, None),
    ))
}

fn columns(names: &Names<'_>) -> Vec<Column> {
    let locale = names.locale;
    vec![
        Column::words(locale.text("record-kind")),
        Column::words(locale.text("attachments-column-record")),
        Column::words(locale.text("suspense-reason")),
    ]
}
