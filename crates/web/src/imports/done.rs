//! What was imported, in plain words: so many records, files and changes, and that the trial
//! balance is equal to the last unit.

use super::job::{Finished, Incoming, Replaced, Stage};
use super::preview::totals;
use crate::addresses;
use backup::FilePlan;
use books::Key;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale, Notice, NoticeKind, layout};

/// The end of an import as a page of its own, for imports that took long.
pub(super) fn done_body(locale: Locale, plan: &FilePlan, done: &Finished) -> Markup {
    let open = addresses::business(done.result.key);
    html! {
        div {
            (facts_panel(locale, plan, done))
            p { a .button .primary href=(open) { (locale.text("import-open")) } }
        }
    }
}

/// The same on the Summary, right after the import of that very business.
pub(crate) fn imported_panel(locale: Locale, incoming: &Incoming, business: Key) -> Option<Markup> {
    match incoming.stage() {
        Stage::Done(done) if done.result.key == business => {
            Some(facts_panel(locale, &incoming.plan, &done))
        }
        _ => None,
    }
}

fn facts_panel(locale: Locale, plan: &FilePlan, done: &Finished) -> Markup {
    let result = &done.result;
    let count = |key: &str, count: u64| locale.text_with(key, &[("count", Argument::Count(count))]);
    let name = Argument::Text(&result.name);
    panel(
        &locale.text("import-done-title"),
        html! {
            p { (locale.text_with("import-done", &[("name", name)])) }
            @if let Some(replaced) = &done.replaced { (replaced_lines(locale, replaced)) }
            ul {
                li { (count("import-done-records", plan.records_count)) }
                li { (count("import-done-attachments", plan.attachments_count)) }
                li { (count("import-done-emails", plan.emails_count)) }
                li { (count("import-done-history", plan.history_count)) }
                li { (totals(locale, plan)) }
            }
            // The import compares the digests itself and fails when they differ.
            p { (locale.text("import-done-equal")) }
            p {
                (locale.text("backup-content-digest")) " "
                code .digest { (result.content_digest) }
            }
        },
    )
}

/// What became of the business in whose place it came.
fn replaced_lines(locale: Locale, replaced: &Replaced) -> Markup {
    let name = [("name", Argument::Text(&replaced.name))];
    let file = [("file", Argument::Text(&replaced.safety_file))];
    html! {
        @if replaced.is_still_here {
            (layout::notice_box(&Notice {
                kind: NoticeKind::Warning,
                text: locale.text_with("replace-still-here", &name),
            }))
        } @else {
            p { (locale.text_with("replace-done", &name)) }
        }
        p { (locale.text_with("replace-safety", &file)) }
        @if replaced.keeps_answer {
            p { (locale.text("answer-kept")) }
        } @else {
            p { (locale.text("answer-asked")) }
        }
    }
}
