//! What differs between a checked file and a business, in words and tables.

use super::relation::history_relation;
use crate::records::words;
use backup::{Candidate, Comparison, Difference, KindDifference, Named, RecognisedBy, Totals};
use books::Key;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::tables::{Column, cell, folds, labelled_amount_cell, panel, table};
use pages::{Argument, Locale, Notice, NoticeKind, forms, layout, user_text};
use rust_decimal::Decimal;

/// A business that the file can be compared with.
pub(super) struct Choosable {
    pub key: Key,
    pub name: String,
    /// By what it was recognised; none for one that was not.
    pub by: Option<RecognisedBy>,
}

/// The businesses that are here, those that were recognised first.
pub(super) fn choosable(candidates: &[Candidate], here: Vec<(Key, String)>) -> Vec<Choosable> {
    let mut found: Vec<Choosable> = candidates
        .iter()
        .filter(|candidate| here.iter().any(|(key, _)| *key == candidate.key))
        .map(|candidate| Choosable {
            key: candidate.key,
            name: candidate.name.clone(),
            by: Some(candidate.by),
        })
        .collect();
    for (key, name) in here {
        if found.iter().all(|other| other.key != key) {
            let by = None;
            found.push(Choosable { key, name, by });
        }
    }
    found
}

/// The form that chooses the business.
pub(super) fn chooser(
    locale: Locale,
    import: Key,
    all: &[Choosable],
    chosen: Option<Key>,
) -> Markup {
    let rows: Vec<(String, String)> = all
        .iter()
        .map(|business| {
            let name = [("name", Argument::Text(&business.name))];
            let label = match business.by {
                Some(by) => locale.text_with(&format!("compare-by-{}", by.code()), &name),
                None => business.name.clone(),
            };
            (business.key.to_string(), label)
        })
        .collect();
    let choices: Vec<Choice<'_>> = rows
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let none = locale.text("compare-none");
    let field = Field {
        name: "with",
        label: &locale.text("compare-with"),
        value: &chosen.map(|key| key.to_string()).unwrap_or_default(),
        none_label: Some(&none),
        ..Field::default()
    };
    html! {
        form .form .filter method="get" action={ "/imports/" (import) } {
            (forms::select(&field, &choices))
            div .form-buttons {
                button .button type="submit" { (locale.text("compare-submit")) }
            }
        }
    }
}

/// The whole comparison.
pub(super) fn comparison(locale: Locale, name: &str, found: &Comparison) -> Markup {
    let title = locale.text_with("compare-title", &[("name", Argument::Text(name))]);
    let relation = Notice {
        kind: NoticeKind::Information,
        text: history_relation(locale, found.history),
    };
    panel(
        &title,
        html! {
            (layout::notice_box(&relation))
            @if found.is_same() {
                p { (locale.text("compare-same")) }
            } @else {
                (figures(locale, found))
                @if !found.kinds.is_empty() { (kinds(locale, found)) }
                @for difference in Difference::ALL { (newest(locale, found, difference)) }
            }
        },
    )
}

/// The four figures on both sides, and by how much they differ.
fn figures(locale: Locale, found: &Comparison) -> Markup {
    let (file, business) = &found.currencies;
    if file != business {
        let codes = [
            ("file", Argument::Text(file)),
            ("business", Argument::Text(business)),
        ];
        return html! { p { (locale.text_with("compare-currencies", &codes)) } };
    }
    if found.in_file == found.in_business {
        return html! { p { (locale.text("compare-figures-same")) } };
    }
    let amount = |value: Decimal| locale.amount(value, found.decimals);
    let in_business = locale.text("compare-in-business");
    let in_file = locale.text("compare-in-file");
    let differs = locale.text("compare-difference");
    let columns = [
        Column::words(locale.text("compare-figure")),
        Column::amounts(in_business.clone()),
        Column::amounts(in_file.clone()),
        Column::amounts(differs.clone()),
    ];
    let named = |totals: &Totals| {
        [
            totals.cash,
            totals.receivables,
            totals.payables,
            totals.net_profit,
        ]
    };
    let labels = [
        locale.text("compare-cash"),
        locale.text("compare-receivables"),
        locale.text("compare-payables"),
        locale.text("compare-net-profit"),
    ];
    let both = named(&found.in_business)
        .into_iter()
        .zip(named(&found.in_file));
    let rows: Vec<Markup> = labels
        .iter()
        .zip(both)
        .map(|(label, (business, file))| {
            let difference = file.saturating_sub(business);
            html! {
                tr {
                    (cell(html! { (label) }))
                    (labelled_amount_cell(&in_business, &amount(business)))
                    (labelled_amount_cell(&in_file, &amount(file)))
                    (labelled_amount_cell(&differs, &amount(difference)))
                }
            }
        })
        .collect();
    let title = locale.text("compare-figures");
    html! { h3 { (title) } (folds(table(&title, &columns, &rows, None))) }
}

/// How many records of each kind differ, in each of the three ways.
fn kinds(locale: Locale, found: &Comparison) -> Markup {
    let mut columns = vec![Column::words(locale.text("import-preview-kind"))];
    columns.extend(Difference::ALL.map(|difference| {
        let label = locale.text(&format!("compare-{}", difference.code()));
        Column::amounts(label)
    }));
    let mut named: Vec<(String, &KindDifference)> = found
        .kinds
        .iter()
        .map(|kind| (words::kind_plural(locale, kind.kind), kind))
        .collect();
    named.sort_by(|(a, _), (b, _)| locale.compare(a, b));
    let rows: Vec<Markup> = named
        .iter()
        .map(|(label, kind)| {
            html! {
                tr {
                    (cell(html! { (label) }))
                    @for difference in Difference::ALL {
                        @let count = kind.count(difference);
                        @let shown = if count == 0 { String::new() } else { locale.count(count) };
                        @let label = locale.text(&format!("compare-{}", difference.code()));
                        (labelled_amount_cell(&label, &shown))
                    }
                }
            }
        })
        .collect();
    let title = locale.text("compare-records");
    html! { h3 { (title) } (folds(table(&title, &columns, &rows, None))) }
}

/// The newest of each kind by name, with what they come to on both sides.
fn newest(locale: Locale, found: &Comparison, difference: Difference) -> Markup {
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::words(locale.text("compare-record")),
        Column::words(locale.text("compare-date")),
        Column::amounts(locale.text("compare-in-business")),
        Column::amounts(locale.text("compare-in-file")),
    ];
    let mut rows = Vec::new();
    let mut named_count = 0;
    for kind in &found.kinds {
        let label = words::kind_name(locale, kind.kind);
        for named in kind.newest(difference) {
            named_count += 1;
            rows.push(row(locale, &label, named, found.decimals));
        }
    }
    if rows.is_empty() {
        return html! {};
    }
    let title = locale.text(&format!("compare-newest-{}", difference.code()));
    let more = found.count(difference).saturating_sub(named_count);
    html! {
        details open[difference != Difference::OnlyInFile] {
            summary { (title) }
            (folds(table(&title, &columns, &rows, None)))
            @if more > 0 {
                p { (locale.text_with("word-and-more", &[("count", Argument::Count(more))])) }
            }
        }
    }
}

fn row(locale: Locale, kind: &str, named: &Named, decimals: u32) -> Markup {
    let amount = |value: Option<Decimal>| {
        let Some(value) = value else {
            return String::new();
        };
        let shown = locale.amount(value, decimals.max(value.normalize().scale()));
        if named.currency.is_empty() {
            shown
        } else {
            format!("{shown} {}", named.currency)
        }
    };
    let in_business = locale.text("compare-in-business");
    let in_file = locale.text("compare-in-file");
    html! {
        tr {
            (cell(html! { (kind) }))
            (cell(user_text(&named.title)))
            (cell(html! { @if let Some(date) = named.date { (locale.date(date)) } }))
            (labelled_amount_cell(&in_business, &amount(named.in_business)))
            (labelled_amount_cell(&in_file, &amount(named.in_file)))
        }
    }
}
