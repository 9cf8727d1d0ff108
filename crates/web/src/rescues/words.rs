//! What a rescue found, in words and tables.

use crate::records::words::kind_name;
use backup::{Fingerprint, RescueCounts, RescueItem, RescueState, StoredRescue};
use books::{Key, kinds};
use maud::{Markup, html};
use pages::tables::{BadgeKind, Column, badge, cell, folds, labelled_amount_cell, table};
use pages::{Argument, Locale, user_text};

/// How many items are shown; the list as CSV has all of them.
const ITEMS_COUNT_MAX: usize = 500;

/// The parts of a business with the keys of their names: how many are certain, uncertain, lost.
pub fn counts(counts: &RescueCounts) -> [(&'static str, [u64; 3]); 4] {
    [
        (
            "rescue-part-records",
            [
                counts.records_certain,
                counts.records_uncertain,
                counts.records_lost,
            ],
        ),
        (
            "rescue-part-files",
            [
                counts.files_certain,
                counts.files_uncertain,
                counts.files_lost,
            ],
        ),
        (
            "rescue-part-emails",
            [
                counts.emails_certain,
                counts.emails_uncertain,
                counts.emails_lost,
            ],
        ),
        (
            "rescue-part-entries",
            [
                counts.entries_certain,
                counts.entries_loose,
                counts.entries_lost,
            ],
        ),
    ]
}

/// The counts that a business keeps of its rescue.
pub(super) fn stored_counts(stored: &StoredRescue) -> RescueCounts {
    RescueCounts {
        records_certain: stored.counted("records_certain"),
        records_uncertain: stored.counted("records_uncertain"),
        records_lost: stored.counted("records_lost"),
        files_certain: stored.counted("files_certain"),
        files_uncertain: stored.counted("files_uncertain"),
        files_lost: stored.counted("files_lost"),
        emails_certain: stored.counted("emails_certain"),
        emails_uncertain: stored.counted("emails_uncertain"),
        emails_lost: stored.counted("emails_lost"),
        entries_certain: stored.counted("entries_certain"),
        entries_loose: stored.counted("entries_loose"),
        entries_lost: stored.counted("entries_lost"),
        others: stored.counted("others"),
    }
}

/// The name of a kind in public lists, or its content type.
pub fn kind_code(kind: Key) -> String {
    kinds::find(kind).map_or_else(|| kind.to_string(), |known| known.name.to_owned())
}

/// What both sides of a trial balance come to.
pub fn totals(locale: Locale, print: &Fingerprint) -> String {
    let decimals = print.total_debit.scale().max(print.total_credit.scale());
    let debit = locale.amount(print.total_debit, decimals);
    let credit = locale.amount(print.total_credit, decimals);
    let told = [
        ("currency", Argument::Text(&print.currency)),
        ("debit", Argument::Text(&debit)),
        ("credit", Argument::Text(&credit)),
    ];
    locale.text_with("rescue-totals", &told)
}

/// One item as a line of text.
pub fn line(locale: Locale, item: &RescueItem) -> String {
    let told = [
        ("state", locale.text(state_key(item.state))),
        ("kind", what(locale, item)),
        ("name", name_of(locale, item)),
        ("reason", reason(locale, item)),
    ];
    let told: Vec<_> = told
        .iter()
        .map(|(name, text)| (*name, Argument::Text(text)))
        .collect();
    locale.text_with("command-rescue-line", &told)
}

fn state_key(state: RescueState) -> &'static str {
    match state {
        RescueState::Lost => "rescue-state-lost",
        RescueState::Uncertain => "rescue-state-uncertain",
        RescueState::Recovered => "rescue-state-recovered",
    }
}

/// The kind of a record, or the part of the business.
fn what(locale: Locale, item: &RescueItem) -> String {
    if let Some(kind) = item.kind {
        return kind_name(locale, kind);
    }
    match item.part.as_str() {
        "Objects" => locale.text("rescue-part-records"),
        "Blobs" => locale.text("rescue-part-files"),
        "Emails" | "TijoriEmails" => locale.text("rescue-part-emails"),
        "TijoriHistory" | "Changes" => locale.text("rescue-part-entries"),
        "" => locale.text("rescue-part-tables"),
        table => format!("{}: {table}", locale.text("rescue-part-others")),
    }
}

/// What it is called. What has no name of its own is told in words: never an empty number, nor a
/// range without an end.
fn name_of(locale: Locale, item: &RescueItem) -> String {
    let numbered =
        |key: &str, number: &str| locale.text_with(key, &[("number", Argument::Text(number))]);
    match (item.name.as_str(), item.key, item.reason.as_str()) {
        ("", Some(key), _) => key.to_string(),
        ("", None, _) => locale.text("rescue-perhaps-more"),
        (page, _, "page") => numbered("rescue-on-page", page),
        (name, ..) => match name.strip_suffix('–') {
            Some(first) => numbered("rescue-from-on", first),
            None => name.to_owned(),
        },
    }
}

fn reason(locale: Locale, item: &RescueItem) -> String {
    let key = match item.reason.as_str() {
        "page" => "rescue-reason-page",
        "perhaps" => "rescue-reason-perhaps",
        "unproved" => "rescue-reason-unproved",
        "unreached" => "rescue-reason-unreached",
        "twice" => "rescue-reason-twice",
        "overwritten" => "rescue-reason-overwritten",
        "altered" => "rescue-reason-altered",
        "older" => "rescue-reason-older",
        "from-history" => "rescue-reason-from-history",
        _ => "rescue-reason-gone",
    };
    locale.text(key)
}

/// How many of each part are certain, uncertain and lost.
pub(super) fn counts_table(locale: Locale, found: &RescueCounts) -> Markup {
    let states = ["rescue-certain", "rescue-uncertain", "rescue-lost"].map(|key| locale.text(key));
    let amounts = states.iter().cloned().map(Column::amounts);
    let columns: Vec<Column> = std::iter::once(Column::words(locale.text("rescue-part")))
        .chain(amounts)
        .collect();
    let rows: Vec<Markup> = counts(found)
        .into_iter()
        .map(|(label, counts)| {
            html! {
                tr {
                    (cell(html! { (locale.text(label)) }))
                    @for (state, count) in states.iter().zip(counts) {
                        (labelled_amount_cell(state, &locale.count(count)))
                    }
                }
            }
        })
        .collect();
    let table = folds(table(&locale.text("rescue-title"), &columns, &rows, None));
    html! { div .folds-lines { (table) } }
}

/// The list of what is lost, uncertain or recovered, and the way to take it away.
pub(super) fn list(locale: Locale, items: &[RescueItem], address: &str) -> Markup {
    let columns = ["state", "kind", "item", "date", "reason"]
        .map(|part| Column::words(locale.text(&format!("rescue-{part}"))));
    let rows: Vec<Markup> = items
        .iter()
        .take(ITEMS_COUNT_MAX)
        .map(|item| row(locale, item))
        .collect();
    let more = items.len().saturating_sub(ITEMS_COUNT_MAX) as u64;
    html! {
        @if items.is_empty() {
            p { (locale.text("rescue-whole")) }
        } @else {
            div .folds-lines {
                (folds(table(&locale.text("rescue-list"), &columns, &rows, None)))
            }
            @if more > 0 {
                p { (locale.text_with("rescue-more", &[("count", Argument::Count(more))])) }
            }
            p .form-buttons {
                a .button href={ (address) "/list/csv" } download { (locale.text("rescue-csv")) }
                a .button href={ (address) "/list/json" } download { (locale.text("rescue-json")) }
            }
        }
    }
}

fn row(locale: Locale, item: &RescueItem) -> Markup {
    let kind = match item.state {
        RescueState::Lost => BadgeKind::Bad,
        RescueState::Uncertain => BadgeKind::Warning,
        RescueState::Recovered => BadgeKind::Good,
    };
    let date = item.date.map(|date| locale.date(date)).unwrap_or_default();
    html! {
        tr {
            (cell(badge(kind, &locale.text(state_key(item.state)))))
            (cell(html! { (what(locale, item)) }))
            (cell(html! { (user_text(&name_of(locale, item))) }))
            (cell(html! { (date) }))
            (cell(html! { (reason(locale, item)) }))
        }
    }
}
