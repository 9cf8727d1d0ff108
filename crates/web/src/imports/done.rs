//! What was imported, in plain words: so many records, files and changes, and that the trial
//! balance is equal to the last unit.

use super::job::{Incoming, Stage};
use super::preview::totals;
use crate::addresses;
use backup::{FilePlan, ImportResult};
use books::Key;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale};

/// The end of an import as a page of its own, for imports that took long.
pub(super) fn done_body(locale: Locale, plan: &FilePlan, result: &ImportResult) -> Markup {
    let open = addresses::business(result.key);
    html! {
        div {
            (facts_panel(locale, plan, result))
            p { a .button .primary href=(open) { (locale.text("import-open")) } }
        }
    }
}

/// The same on the Summary, right after the import of that very business.
pub(crate) fn imported_panel(locale: Locale, incoming: &Incoming, business: Key) -> Option<Markup> {
    match incoming.stage() {
        Stage::Done(result) if result.key == business => {
            Some(facts_panel(locale, &incoming.plan, &result))
        }
        _ => None,
    }
}

fn facts_panel(locale: Locale, plan: &FilePlan, result: &ImportResult) -> Markup {
    let count = |key: &str, count: u64| locale.text_with(key, &[("count", Argument::Count(count))]);
    let name = Argument::Text(&result.name);
    panel(
        &locale.text("import-done-title"),
        html! {
            p { (locale.text_with("import-done", &[("name", name)])) }
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
