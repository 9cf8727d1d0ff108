//! What lists, records and reports are laid out with: tables, facts, panels, badges, progress.

use maud::{Markup, html};

use crate::icons::{Icon, icon};
use crate::languages::Locale;

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its heading, in the reader's language.
    pub label: String,
    /// Whether it holds numbers or amounts: they stand at its end, in figures of one width.
    pub amounts: bool,
    /// Where its heading leads to sort by it, if it can.
    pub sort: Option<String>,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Column {
        Column {
            label: label.into(),
            ..Column::default()
        }
    }

    /// A column of numbers or amounts.
    pub fn amounts(label: impl Into<String>) -> Column {
        Column {
            label: label.into(),
            amounts: true,
            sort: None,
        }
    }
}

/// A table. `caption` is for screen readers; `rows` are whole `<tr>`s, in whose cells [`cell`] and
/// [`amount_cell`] help; `totals` is a `<tr>` that stays below.
pub fn table(
    caption: &str,
    columns: &[Column],
    rows: &[Markup],
    totals: Option<&Markup>,
) -> Markup {
    html! {
        div .table-scroll tabindex="0" role="region" aria-label=(caption) {
            table .data {
                caption .visually-hidden { (caption) }
                thead {
                    tr {
                        @for column in columns {
                            th scope="col" .end[column.amounts] {
                                @if let Some(href) = &column.sort {
                                    a href=(href) { (column.label) }
                                } @else {
                                    (column.label)
                                }
                            }
                        }
                    }
                }
                tbody { @for row in rows { (row) } }
                @if let Some(totals) = totals { tfoot { (totals) } }
            }
        }
    }
}

/// A cell of words.
pub fn cell(content: Markup) -> Markup {
    html! { td { (content) } }
}

/// The same, with the heading of its column for narrow screens, where the table folds as
/// [`folds_named`] has it.
pub fn labelled_cell(label: &str, content: Markup) -> Markup {
    html! { td data-label=(label) { (content) } }
}

/// A cell of a number or amount that the locale has written.
pub fn amount_cell(shown: &str) -> Markup {
    html! { td .end { (shown) } }
}

/// The same, with the heading of its column for narrow screens, where the table [`folds`].
pub fn labelled_amount_cell(label: &str, shown: &str) -> Markup {
    html! { td .end data-label=(label) { (shown) } }
}

/// A table whose rows become short paragraphs where the screen is too narrow for its columns, so
/// that the amounts stay in sight.
pub fn folds(table: Markup) -> Markup {
    html! { div .folds { (table) } }
}

/// A table that [`folds`] into one line for each cell, under its own words: every cell but the
/// first of a row is labelled, and the headings are left out there.
pub fn folds_named(table: Markup) -> Markup {
    html! { div .folds .folds-named { (table) } }
}

/// An instant in a list: to the minute on one line, and in full, with its offset, where the pointer
/// rests.
pub fn moment(locale: Locale, at: jiff::Timestamp, zone: &str) -> Markup {
    html! {
        time .nowrap datetime=(at) title=(locale.instant(at, zone)) { (locale.moment(at, zone)) }
    }
}

/// What a record says: labels and values, one under the other.
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! {
        dl .facts {
            @for (label, value) in rows {
                div { dt { (label) } dd { (value) } }
            }
        }
    }
}

/// A panel with a heading of its own; an empty heading leaves it out.
pub fn panel(heading: &str, content: Markup) -> Markup {
    html! {
        section .panel {
            @if !heading.is_empty() { h2 { (heading) } }
            (content)
        }
    }
}

/// What stands where a list is empty: a sentence, and what to do about it.
pub fn empty(message: &str, action: Markup) -> Markup {
    html! { div .empty { p { (message) } (action) } }
}

/// How a badge is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeKind {
    /// Without colour.
    Plain,
    /// As it should be.
    Good,
    /// To be looked at.
    Warning,
    /// Wrong.
    Bad,
}

/// A word in a small frame, beside a name.
pub fn badge(kind: BadgeKind, label: &str) -> Markup {
    let class = match kind {
        BadgeKind::Plain => "badge",
        BadgeKind::Good => "badge good",
        BadgeKind::Warning => "badge warning",
        BadgeKind::Bad => "badge bad",
    };
    html! { span class=(class) { (label) } }
}

/// The way to the pages before and after, and how much there is; `shown` is a finished sentence.
pub fn pager(locale: Locale, previous: Option<&str>, next: Option<&str>, shown: &str) -> Markup {
    html! {
        nav .pager aria-label=(locale.text("pager-label")) {
            @if let Some(href) = previous {
                a .button rel="prev" href=(href) { (locale.text("pager-previous")) }
            }
            span { (shown) }
            @if let Some(href) = next {
                a .button rel="next" href=(href) { (locale.text("pager-next")) }
            }
        }
    }
}

/// Work that is going on. Scripts ask `poll` for this element again and again and put the answer in
/// its place, until an answer comes that does not poll; without scripts the page has a link to ask
/// by hand. `part` is how much is done, of 1000; `None` when that cannot be known.
pub fn progress(locale: Locale, poll: &str, label: &str, part: Option<u16>) -> Markup {
    html! {
        div .progress #progress data-poll=(poll) aria-live="polite" {
            p { (label) }
            @if let Some(part) = part {
                @let part = part.min(1000);
                progress max="1000" value=(part) { (locale.count(u64::from(part) / 10)) " %" }
            } @else {
                progress {}
            }
            noscript { p { a .button href=(poll) { (locale.text("progress-refresh")) } } }
        }
    }
}

/// A finished file: scripts start the download at once, and the link is there in any case.
pub fn download(href: &str, label: &str) -> Markup {
    html! {
        p #progress {
            a .button .primary href=(href) data-download { (icon(Icon::Download)) (label) }
        }
    }
}
