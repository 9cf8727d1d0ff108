//! Tables of lines inside a form: the lines of a journal entry, a receipt, an invoice.
//!
//! With scripts, a button adds a row by copying a template and another takes a row away. Without,
//! the page brings some empty rows, and the button asks the server for more (it sends
//! `more-lines`).

use maud::{Markup, html};

use crate::languages::Locale;

/// What stands in the template's names for the number of the line; scripts put the number in its
/// place.
pub const LINE_INDEX: &str = "__index__";

/// The name of a field of one line: `lines[3].account`. For the template, pass [`LINE_INDEX`] as
/// the index.
pub fn line_name(index: &str, field: &str) -> String {
    format!("lines[{index}].{field}")
}

/// The heading of a column.
#[derive(Debug, Clone, Copy, Default)]
pub struct Heading<'a> {
    /// Its words.
    pub label: &'a str,
    /// Whether the column holds amounts, which stand at its end.
    pub amounts: bool,
    /// What kind of column it is, which gives it its width: `text`, `choice` or empty.
    pub kind: &'a str,
    /// The condition of the style sheet under which it is shown; empty for always. The cells carry
    /// the same in `data-with`.
    pub with: &'a str,
}

/// A table of lines.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'a> {
    /// The headings of the columns.
    pub headings: &'a [Heading<'a>],
    /// The rows: each is the `<td>`s of its cells.
    pub rows: &'a [Markup],
    /// The `<td>`s of an empty row, its names written with [`LINE_INDEX`].
    pub template: &'a Markup,
    /// A row of totals below, with its own `<td>`s, or nothing.
    pub totals: Option<&'a Markup>,
    /// What is wrong with the lines as a whole: a finished sentence.
    pub error: Option<&'a str>,
}

/// The table, its button for more rows, and its error.
pub fn lines(locale: Locale, table: &Lines<'_>) -> Markup {
    html! {
        div .lines data-lines data-next-index=(table.rows.len()) {
            div .table-scroll {
                table .lines-table {
                    thead {
                        tr {
                            @for heading in table.headings {
                                th scope="col" .end[heading.amounts]
                                    data-kind=[Some(heading.kind).filter(|it| !it.is_empty())]
                                    data-with=[Some(heading.with).filter(|it| !it.is_empty())] {
                                    (heading.label)
                                }
                            }
                            th { span .visually-hidden { (locale.text("lines-remove")) } }
                        }
                    }
                    tbody {
                        @for row in table.rows { (row_of(locale, row)) }
                    }
                    @if let Some(totals) = table.totals { tfoot { tr { (totals) td {} } } }
                }
            }
            template data-line-template { (row_of(locale, table.template)) }
            @if let Some(error) = table.error { p .field-error { (error) } }
            button .button type="submit" name="more-lines" value="1" formnovalidate data-add-line {
                (locale.text("lines-add"))
            }
        }
    }
}

/// A row with the button that takes it away; without scripts, an empty line is simply not kept.
fn row_of(locale: Locale, cells: &Markup) -> Markup {
    html! {
        tr {
            (cells)
            td .line-remove {
                button .icon-button type="button" data-remove-line hidden
                    title=(locale.text("lines-remove"))
                    aria-label=(locale.text("lines-remove")) { "×" }
            }
        }
    }
}
