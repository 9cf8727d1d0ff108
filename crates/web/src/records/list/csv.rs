//! A list as a file for spreadsheets: everything that was found, not one page of it.
//!
//! Amounts have a point and no grouping, days are `yyyy-MM-dd`, whatever the reader's language, so
//! that another program reads them; words are in the reader's language. A cell that a spreadsheet
//! would run is kept from running (SPEC-history.md, "CSV").

use super::customs::Customs;
use super::row::figure_text;
use super::{Asked, Listed, Question};
use crate::attachments::disposition::content_disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::list_figures::Figure;
use crate::records::names::Names;
use crate::records::{rows, value, words};
use crate::request::Visitor;
use crate::shell::BusinessShell;
use crate::{PageError, Shared};
use axum::extract::{Path, Query as AskedFor, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use interchange::{
    BYTE_ORDER_MARK, DecodedRecord, FieldSpec, FieldValue, KindSpec, decode, spec_by_slug,
    text_cell,
};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::Locale;
use store::StoreError;

/// The button that downloads what is shown.
pub(super) fn button(locale: Locale, path: &str, asked: &Asked) -> Markup {
    let href = format!("{path}/list.csv?{}", asked.query(&asked.sort));
    html! { a .button href=(href) download { (locale.text("list-csv")) } }
}

/// `GET /businesses/{business}/records/{slug}/list.csv`.
pub(in crate::records) async fn download_list(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let spec = spec_by_slug(&slug).ok_or_else(PageError::not_found)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let text = text(&names, spec, &asked, shell.zone())?;
        let kind = words::kind_plural(visitor.locale, spec.content_type);
        let name = format!("{} - {kind}.csv", shell.name());
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                content_disposition("attachment", &name),
            ),
        ];
        Ok((headers, text).into_response())
    })
    .await
}

fn text(
    names: &Names<'_>,
    spec: &'static KindSpec,
    asked: &Asked,
    zone: &str,
) -> Result<String, StoreError> {
    let customs = Customs::of(names, spec)?;
    let question = Question {
        spec,
        asked,
        customs: &customs,
        today: backup::today(Timestamp::now(), zone),
    };
    let listed = Listed::read_all(names, &question)?;
    let fields = rows::columns(spec);
    let figures = &listed.figures;
    let headings = fields
        .iter()
        .map(|field| words::field_label(names.locale, field));
    let figure_headings = figures.columns.iter().map(|it| it.heading(names.locale));
    let mut text = BYTE_ORDER_MARK.to_owned();
    let headings = headings.chain(customs.names()).chain(figure_headings);
    push_row(&mut text, headings);
    for key in &listed.found.keys {
        let Some(object) = names.reader().object(*key)? else {
            continue;
        };
        let record = decode(object.content_type, &object.content).ok();
        let mut cells = cells(names, spec, &fields, record.as_ref())?;
        cells.extend(customs.texts(names, record.as_ref())?);
        for column in &figures.columns {
            let figure = figures.get(*key, *column);
            cells.push(match figure {
                None => String::new(),
                Some(Figure::Money(number, _) | Figure::Units(number)) => number.to_string(),
                Some(status) => figure_text(names.locale, figures, status),
            });
        }
        push_row(&mut text, cells.into_iter());
    }
    Ok(text)
}

fn cells(
    names: &Names<'_>,
    spec: &KindSpec,
    fields: &[&'static FieldSpec],
    record: Option<&DecodedRecord>,
) -> Result<Vec<String>, StoreError> {
    let Some(record) = record else {
        return Ok(fields.iter().map(|_| String::new()).collect());
    };
    let mut cells = Vec::with_capacity(fields.len());
    for field in fields {
        cells.push(match rows::listed_value(spec, field, record) {
            None => String::new(),
            Some(FieldValue::Decimal(number)) => number.to_string(),
            Some(value) => match value.date().and_then(|value| value.date()) {
                Some(date) => date.to_string(),
                None => value::plain(names, Some(field), value)?,
            },
        });
    }
    Ok(cells)
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| number_or_text(&cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// A number as it is, so that a negative one stays a number; everything else as a guarded text.
fn number_or_text(cell: &str) -> String {
    if cell.parse::<rust_decimal::Decimal>().is_ok() {
        cell.to_owned()
    } else {
        text_cell(cell)
    }
}
