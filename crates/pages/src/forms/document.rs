//! What forms of documents need beyond single fields: typed choices, ticked choices, totals, and
//! options folded away.

use maud::{Markup, html};

use super::{Choice, Field, below, labelled};

/// A choice out of very many, typed with the browser's suggestions from [`suggestions`]. What is
/// sent is the text; the server finds what was meant.
pub fn search(field: &Field<'_>, list: &str) -> Markup {
    let control = html! {
        input type="text" id=(field.name) name=(field.name) value=(field.value) list=(list)
            autocomplete="off" dir="auto" data-search
            required[field.required] autofocus[field.autofocus]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    };
    labelled(field, control)
}

/// What the browser suggests for [`search`]: each choice with its heading beside it.
pub fn suggestions(list: &str, choices: &[Choice<'_>]) -> Markup {
    html! {
        datalist id=(list) {
            @for choice in choices { option value=(choice.label) { (choice.group) } }
        }
    }
}

/// Any number of choices, all in sight: each is sent under `name[value]`.
pub fn ticks(field: &Field<'_>, choices: &[(Choice<'_>, bool)]) -> Markup {
    html! {
        fieldset .field .ticks {
            legend { (field.label) }
            @for (choice, is_ticked) in choices {
                @let name = format!("{}[{}]", field.name, choice.value);
                label .check for=(name) {
                    input type="checkbox" id=(name) name=(name) value="on" checked[*is_ticked];
                    span { (choice.label) }
                }
            }
            @if let Some(error) = field.error { p .field-error { (error) } }
        }
    }
}

/// Any of several texts: boxes to tick, all sent under the name of the field, so that what was
/// ticked arrives in the order in which it stands here.
pub fn several(field: &Field<'_>, choices: &[(&str, bool)]) -> Markup {
    html! {
        fieldset .field .several aria-describedby=[field.described_by()] {
            legend .visually-hidden[field.label_hidden] { (field.label) }
            div .choices {
                @for (choice, is_ticked) in choices {
                    label .check {
                        input type="checkbox" name=(field.name) value=(choice) checked[*is_ticked];
                        span dir="auto" { (choice) }
                    }
                }
            }
            (below(field))
        }
    }
}

/// Fields that few people fill, folded away unless `open`.
pub fn folded_fields(heading: &str, open: bool, fields: &[Markup]) -> Markup {
    html! {
        details .options open[open] {
            summary { (heading) }
            div .fields { @for field in fields { (field) } }
        }
    }
}

/// A row of totals: what it is, how much, and whether everything comes to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total<'a> {
    /// What it is.
    pub label: &'a str,
    /// A finished amount.
    pub amount: &'a str,
    /// Whether everything comes to it.
    pub is_total: bool,
}

/// What a document comes to, below its lines. Scripts keep it up to date while one types.
pub fn totals(rows: &[Total<'_>]) -> Markup {
    html! {
        dl .document-totals data-totals aria-live="polite" {
            @for row in rows {
                div .is-total[row.is_total] { dt { (row.label) } dd { (row.amount) } }
            }
        }
    }
}
