//! One entry of the trail: who, when, what, and the difference.

use super::difference::difference;
use super::list::{place_of, titled, unnamed};
use super::{action_label, undoing, who};
use crate::page_error::key_of;
use crate::records::names::{Names, record_part};
use crate::records::{value, words};
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::response::Response;
use books::Key;
use history::Entry;
use maud::{Markup, html};
use pages::tables::{facts, panel};
use pages::{Argument, Locale, layout, user_text};

/// A fact that says nothing to people: marks by which a verification finds its way.
const FOR_PROGRAMS: &str = "records_marks";

/// The page of one entry.
pub(super) async fn show_entry(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, sequence)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let sequence: u64 = sequence.parse().map_err(|_| PageError::not_found())?;
    let (shell, (title, body)) = with_business(&app, key_of(&key)?, move |reader, shell| {
        let entry = reader.entry(sequence)?.ok_or_else(PageError::not_found)?;
        let names = Names::new(reader, locale, shell.key);
        let draft = &entry.draft;
        let title = format!(
            "{} · {}",
            action_label(locale, draft.action),
            titled(locale, &draft.title, shell.name())
        );
        let has_contents = draft.before.content.is_some() || draft.after.content.is_some();
        let changed = if has_contents {
            Some(difference(&names, &draft.before, &draft.after)?)
        } else {
            None
        };
        let is_gone = match draft.object {
            Some(record) => reader.object(record)?.is_none(),
            None => false,
        };
        let body = html! {
            (layout::heading(&title, actions(locale, shell, &entry)))
            (panel("", facts(&about(locale, shell, &entry, is_gone))))
            @if let Some(changed) = changed {
                (panel(&locale.text("history-difference-title"), changed))
            }
        };
        Ok((title, body))
    })
    .await?;
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

/// Undo, the record as it was, and the way back to the list.
fn actions(locale: Locale, shell: &BusinessShell, entry: &Entry) -> Markup {
    let draft = &entry.draft;
    let part = |part: &str| addresses::business_part(shell.key, part);
    let undoing = part(&format!("history/{}/undoing", entry.sequence));
    let as_at =
        |record: Key, sequence: u64| record_part(shell.key, record, &format!("as-at/{sequence}"));
    html! {
        @if let Some(record) = draft.object {
            a .button href=(undoing) { (undoing::label(locale, draft.action)) }
            @if draft.before.content.is_some() {
                a .button href=(as_at(record, entry.sequence.saturating_sub(1))) {
                    (locale.text("history-as-it-was-before"))
                }
            }
            @if draft.after.content.is_some() {
                a .button href=(as_at(record, entry.sequence)) {
                    (locale.text("history-as-it-was-after"))
                }
            }
        }
        a .button href=(part("history")) { (locale.text("history-title")) }
    }
}

/// Everything the entry says, its facts and its place in the chain included.
fn about(
    locale: Locale,
    shell: &BusinessShell,
    entry: &Entry,
    is_gone: bool,
) -> Vec<(String, Markup)> {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    let mut rows = vec![
        (
            locale.text("history-column-number"),
            html! { (locale.count(entry.sequence)) },
        ),
        (
            locale.text("history-column-when"),
            html! { (locale.instant(stamp.instant, shell.zone())) " · " (shell.zone()) },
        ),
        (locale.text("history-column-who"), who(locale, stamp)),
        (
            locale.text("history-column-what"),
            html! { (action_label(locale, draft.action)) },
        ),
    ];
    if let Some(record) = draft.object {
        let kind = draft.after.content_type.or(draft.before.content_type);
        let name = unnamed(locale, kind, record);
        rows.push((
            locale.text("history-column-record"),
            html! {
                @if let Some(kind) = kind.filter(|_| !draft.title.trim().is_empty()) {
                    (words::kind_name(locale, kind)) " "
                }
                a href=(place_of(shell.key, record, entry, is_gone)) {
                    (user_text(&titled(locale, &draft.title, &name)))
                }
            },
        ));
    }
    let told = draft.facts.iter().filter(|(name, _)| name != FOR_PROGRAMS);
    for (name, fact) in told {
        rows.push((
            fact_label(locale, name),
            html! { span .fact { (user_text(&fact_words(locale, name, fact))) } },
        ));
    }
    let program = format!("{} {}", locale.text("product-name"), stamp.program_version);
    rows.push((locale.text("history-program"), html! { (program) }));
    let hash = value::hex(&entry.hash);
    rows.push((
        locale.text("history-entry-hash"),
        html! { code .digest { (hash) } },
    ));
    rows
}

/// What a fact says: as it is stored, or in the visitor's words where it is a code of ours.
fn fact_words(locale: Locale, name: &str, fact: &str) -> String {
    match (name, fact) {
        ("downloaded_from", "books") => locale.text("history-downloaded-from-books"),
        ("downloaded_from", "portal") => locale.text("history-downloaded-from-portal"),
        _ => fact.to_owned(),
    }
}

/// The name of a fact in the visitor's words, or as it is stored.
fn fact_label(locale: Locale, name: &str) -> String {
    let key = format!("history-fact-{}", name.replace('_', "-"));
    if locale.has(&key) {
        locale.text(&key)
    } else {
        locale.text_with(
            "history-action-unknown",
            &[("action", Argument::Text(name))],
        )
    }
}
