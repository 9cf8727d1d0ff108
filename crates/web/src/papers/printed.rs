//! A paper inside the page of its record, for the browser's own printing: the same texts that the
//! PDF holds, shown only in print; and the totals, which the page shows on the screen too.

use super::{Desk, LineAmounts, laid_out};
use crate::{App, PageError, addresses};
use books::{Key, Object};
use interchange::{Group, spec};
use maud::{Markup, html};
use pages::{Locale, user_text};
use pdf::{Alignment, Column, Document, Recipient, Sender, Total};
use store::Reader;

/// What the page of a record shows of its paper.
pub(crate) struct Printed {
    /// The paper itself, to stand first on the page.
    pub(crate) sheet: Markup,
    /// The rows below the lines; nothing for records without an amount.
    pub(crate) totals: Markup,
    /// Who stands on it: the business with its logo and details; nothing for what is no document.
    pub(crate) letterhead: Markup,
    /// What each line comes to.
    pub(crate) line_amounts: LineAmounts,
}

/// The paper of a record as markup; nothing when it cannot be laid out.
pub(crate) fn printed(
    app: &App,
    reader: &dyn Reader,
    object: &Object,
    business: Key,
    locale: Locale,
) -> Result<Option<Printed>, PageError> {
    let desk = Desk::new(app, reader, locale)?;
    let (document, line_amounts) = match laid_out(&desk, object) {
        Ok(found) => found,
        // The page shows as much of such a record as can be read.
        Err(error) if error.status.is_client_error() => return Ok(None),
        Err(error) => return Err(error),
    };
    let logo = addresses::business_part(business, "settings/logo");
    // A rate of exchange has a date too, and goes to nobody.
    let is_document = spec(object.content_type)
        .is_some_and(|spec| spec.date_field.is_some() && spec.group != Group::Settings);
    Ok(Some(Printed {
        sheet: sheet(&document, &logo),
        letterhead: if is_document {
            html! { div .letterhead { (sender(&document.sender, &logo)) } }
        } else {
            html! {}
        },
        line_amounts,
        totals: if document.totals.is_empty() {
            html! {}
        } else {
            html! { section .panel .paper-sums { (totals(&document.totals)) } }
        },
    }))
}

fn sheet(document: &Document, logo: &str) -> Markup {
    html! {
        section .paper {
            header {
                div {
                    // The page has its own heading; this one is seen on paper only.
                    p .paper-title { (document.title) }
                    p .paper-number { (user_text(&document.number)) }
                }
                (sender(&document.sender, logo))
            }
            div .paper-parties {
                @if let Some(recipient) = &document.recipient { (to(recipient)) } @else { div {} }
                dl {
                    @for (label, text) in &document.facts {
                        div { dt { (user_text(label)) } dd { (user_text(text)) } }
                    }
                }
            }
            @if !document.introduction.is_empty() {
                p .paper-words dir="auto" { (document.introduction) }
            }
            @if !document.rows.is_empty() { (lines(&document.columns, &document.rows)) }
            @if !document.totals.is_empty() { (totals(&document.totals)) }
            @for note in &document.notes { p .paper-words dir="auto" { (note) } }
        }
    }
}

fn sender(sender: &Sender, logo: &str) -> Markup {
    html! {
        div .paper-sender {
            @if sender.logo.is_some() { img src=(logo) alt=(sender.name); }
            strong { (user_text(&sender.name)) }
            @for line in sender.address.iter().chain(&sender.details) { p { (user_text(line)) } }
        }
    }
}

fn to(recipient: &Recipient) -> Markup {
    html! {
        div {
            p .paper-label { (recipient.label) }
            strong { (user_text(&recipient.name)) }
            @for line in &recipient.address { p { (user_text(line)) } }
        }
    }
}

fn lines(columns: &[Column], rows: &[Vec<String>]) -> Markup {
    let is_figure = |at: usize| {
        let column = columns.get(at);
        column.is_some_and(|column| column.alignment == Alignment::Figures)
    };
    html! {
        table .paper-lines {
            thead {
                tr {
                    @for (at, column) in columns.iter().enumerate() {
                        th scope="col" .end[is_figure(at)] { (column.label) }
                    }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            td .end[is_figure(at)] { (user_text(cell)) }
                        }
                    }
                }
            }
        }
    }
}

fn totals(totals: &[Total]) -> Markup {
    html! {
        dl .paper-totals {
            @for total in totals {
                div .strong[total.strong] { dt { (user_text(&total.label)) } dd { (total.text) } }
            }
        }
    }
}
