//! The two pages: choosing a file, and what was found in it.

use super::Verified;
use crate::imports::{file_facts, file_field, findings, summary_field};
use crate::locked::Aim;
use crate::request::Visitor;
use crate::rescues::{Waiting, offer};
use crate::shell::plain_page;
use crate::{PageError, uploads};
use axum::http::StatusCode;
use axum::response::Response;
use backup::{Damage, DamagedRows, Outcome, SectionState, Verification};
use books::Key;
use maud::{Markup, html};
use pages::forms;
use pages::tables::{
    BadgeKind, Column, badge, cell, facts, folds, labelled_amount_cell, panel, table,
};
use pages::{Argument, Locale, layout, user_text};

/// How many damaged blocks and keys are named; the rest is counted.
const NAMED_COUNT_MAX: usize = 200;

/// The page on which a file is chosen, with the reason when one could not be taken, and what was
/// begun and not sent to the end.
pub(super) fn choosing(
    visitor: &Visitor,
    refused: Option<&PageError>,
    unfinished: &Markup,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("verify-title");
    let body = html! {
        (layout::heading(&title, html! { a .button href="/" { (locale.text("button-back")) } }))
        p { (locale.text("verify-explanation")) }
        @if let Some(error) = refused { (forms::form_error(&error.sentence(locale))) }
        (unfinished)
        (forms::form("/verifications", true, html! {
            (file_field(locale))
            (summary_field(locale))
            (uploads::form_marks(locale, Aim::Verify))
            (forms::submit(locale, &locale.text("verify-submit"), Some("/")))
        }))
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    plain_page(visitor, status, &title, None, body)
}

/// What was found.
pub(super) fn result(
    visitor: &Visitor,
    verified: &Verified,
    waiting: Option<&Waiting>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("verify-page-title");
    let another = html! { a .button href="/verifications/new" { (locale.text("verify-title")) } };
    let body = html! {
        (layout::heading(&title, another))
        p { (user_text(&verified.file_name)) }
        @match &verified.answer {
            Ok(verification) => (answered(locale, verification)),
            Err(error) => (refused(locale, error, verified.damage.as_ref())),
        }
        @if let Some(waiting) = waiting { (offer(locale, waiting)) }
    };
    plain_page(visitor, StatusCode::OK, &title, None, body)
}

fn refused(locale: Locale, error: &PageError, damage: Option<&Damage>) -> Markup {
    let is_altered = matches!(error.code, "altered" | "encryption-damaged");
    let verdict = match is_altered {
        true => "verify-result-altered",
        false => "verify-result-not-a-backup",
    };
    html! {
        p { (badge(BadgeKind::Bad, &locale.text(verdict))) }
        p { (error.sentence(locale)) }
        @if let Some(damage) = damage {
            (panel(&locale.text("verify-damage"), damaged(locale, damage)))
        }
    }
}

fn answered(locale: Locale, verification: &Verification) -> Markup {
    let (kind, verdict) = verdict(locale, verification);
    html! {
        p { (badge(kind, &verdict)) }
        @if !verification.faults.is_empty() {
            ul .findings {
                @for fault in &verification.faults {
                    li { (locale.error(fault.code(), &fault.arguments())) }
                }
            }
        }
        (panel(&locale.text("verify-checked"), html! {
            (sections(locale, &verification.sections))
            (rows_explained(locale, verification))
        }))
        (panel("", facts(&file_facts(locale, &verification.plan))))
        (panel(&locale.text("verify-findings"), findings(locale, &verification.plan)))
        p .quiet { (locale.text("verify-not-checked")) }
    }
}

fn verdict(locale: Locale, verification: &Verification) -> (BadgeKind, String) {
    match verification.outcome {
        Outcome::Whole => (BadgeKind::Good, locale.text("verify-result-whole")),
        Outcome::Readable => {
            let words = locale.text("verify-result-nothing-to-compare");
            (BadgeKind::Plain, words)
        }
        Outcome::LeftOut => {
            let left_out = verification.left_out();
            let names = left_out.iter().map(|section| {
                let key = format!("command-section-{}", section.code());
                locale.text(&key)
            });
            let names = names.collect::<Vec<_>>().join(", ");
            let said = [("sections", Argument::Text(&names))];
            let words = locale.text_with("verify-result-whole-partial", &said);
            (BadgeKind::Good, words)
        }
        Outcome::Altered => (BadgeKind::Bad, locale.text("verify-result-altered")),
    }
}

fn sections(locale: Locale, sections: &[SectionState]) -> Markup {
    let number = locale.text("verify-rows");
    let size = locale.text("backup-column-size");
    let columns = [
        Column::words(locale.text("verify-section")),
        Column::words(locale.text("verify-findings")),
        Column::amounts(number.clone()),
        Column::amounts(size.clone()),
    ];
    let rows: Vec<Markup> = sections
        .iter()
        .map(|section| {
            let name = locale.text(&format!("command-section-{}", section.name));
            html! {
                tr {
                    (cell(html! { (name) }))
                    (cell(section_state(locale, section)))
                    (labelled_amount_cell(&number, &locale.count(section.rows_count)))
                    (labelled_amount_cell(&size, &locale.bytes(section.bytes_count)))
                }
            }
        })
        .collect();
    let table = folds(table(&locale.text("verify-checked"), &columns, &rows, None));
    html! { div .folds-lines { (table) } }
}

/// Why the rows of the parts are not the numbers of records and files: an attached file is two
/// rows, and one of them a record.
fn rows_explained(locale: Locale, verification: &Verification) -> Markup {
    let files = verification.plan.attachments_count;
    let told = [("count", Argument::Count(files))];
    html! {
        @if files > 0 { p .quiet { (locale.text_with("verify-rows-explained", &told)) } }
    }
}

fn section_state(locale: Locale, section: &SectionState) -> Markup {
    match (&section.left_out_by, section.agrees) {
        (Some(by), _) => html! {
            (badge(BadgeKind::Warning, &locale.text("verify-section-left-out")))
            @if !by.is_empty() { " " (user_text(by)) }
        },
        (None, Some(true)) => badge(BadgeKind::Good, &locale.text("verify-section-matches")),
        (None, Some(false)) => badge(BadgeKind::Bad, &locale.text("verify-section-differs")),
        (None, None) => badge(BadgeKind::Plain, &locale.text("command-section-unknown")),
    }
}

/// The damaged blocks and what lies in them, as the command line says it.
fn damaged(locale: Locale, damage: &Damage) -> Markup {
    let total = [
        ("count", Argument::Count(damage.blocks.len() as u64)),
        ("total", Argument::Count(damage.blocks_count)),
    ];
    let count = match damage.blocks_count {
        1 => locale.text("verify-damage-only"),
        _ => locale.text_with("verify-damage-count", &total),
    };
    html! {
        p { (count) }
        ul {
            @for block in damage.blocks.iter().take(NAMED_COUNT_MAX) {
                @let last = block.offset + block.bytes_count.saturating_sub(1);
                li {
                    (locale.text_with("damage-block", &[
                        ("number", Argument::Text(&block.number.to_string())),
                        ("from", Argument::Text(&block.offset.to_string())),
                        ("to", Argument::Text(&last.to_string())),
                    ]))
                }
            }
            (more(locale, damage.blocks.len()))
        }
        @for rows in &damage.rows { (damaged_rows(locale, rows)) }
        @if !damage.blocks.is_empty() && !damage.is_complete {
            p { (locale.text("damage-more")) }
        }
    }
}

fn damaged_rows(locale: Locale, rows: &DamagedRows) -> Markup {
    let said = [
        ("rows", Argument::Count(rows.rows_count)),
        ("table", Argument::Text(&rows.table)),
    ];
    let sentence = match rows.table.as_str() {
        "Blobs" => "damage-attachment",
        _ => "damage-record",
    };
    html! {
        p { (locale.text_with("damage-rows", &said)) }
        ul {
            @for key in rows.keys.iter().take(NAMED_COUNT_MAX) {
                @let key = Key::from_bytes(*key).to_string();
                li { (locale.text_with(sentence, &[("record", Argument::Text(&key))])) }
            }
            (more(locale, rows.keys.len()))
        }
    }
}

/// “and so many more”, when there are.
fn more(locale: Locale, count: usize) -> Markup {
    let more = count.saturating_sub(NAMED_COUNT_MAX) as u64;
    html! {
        @if more > 0 {
            li { (locale.text_with("word-and-more", &[("count", Argument::Count(more))])) }
        }
    }
}
