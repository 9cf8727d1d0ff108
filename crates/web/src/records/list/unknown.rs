//! The list of records of a kind that nobody described.

use super::page::Page;
use super::{Asked, changed_at};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::{Names, list_path, record_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, SETTINGS, business_page};
use crate::{PageError, Shared};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::{Key, Object};
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{Column, amount_cell, cell, empty, moment, table};
use store::StoreError;

/// `GET /businesses/{business}/records/unknown/{content-type}`: a kind that nobody described.
pub(in crate::records) async fn list_unknown_records(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, content_type)): Path<(String, String)>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let content_type = key_of(&content_type)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let title = words::kind_plural(visitor.locale, content_type);
        let body = unknown_body(&names, content_type, &title, &asked, shell.zone())?;
        Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
    })
    .await
}

fn unknown_body(
    names: &Names<'_>,
    content_type: Key,
    title: &str,
    asked: &Asked,
    zone: &str,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut keys = Vec::new();
    names
        .reader()
        .each_object(Some(content_type), &mut |object| {
            keys.push(object.key);
            Ok(())
        })?;
    let page = Page::of(asked.page, keys.len());
    let mut shown = Vec::new();
    for key in page.part(&keys) {
        if let Some(object) = names.reader().object(*key)? {
            shown.push(unknown_row(names, &object, zone));
        }
    }
    let columns = [
        Column::words(locale.text("record-key")),
        Column::amounts(locale.text("field-Size")),
        Column::words(locale.text("list-column-changed")),
    ];
    let path = list_path(names.business, content_type);
    Ok(html! {
        (heading(title, html! {}))
        p .muted { (locale.text("record-unknown-kind-explained")) }
        p { (locale.text("record-content-type")) ": " code { (content_type) } }
        @if shown.is_empty() { (empty(&locale.text("list-empty"), html! {})) }
        @else { (table(title, &columns, &shown, None)) (page.pager(locale, &path, asked)) }
    })
}

fn unknown_row(names: &Names<'_>, object: &Object, zone: &str) -> Markup {
    let locale = names.locale;
    let size = u64::try_from(object.content.len()).unwrap_or(u64::MAX);
    let href = record_path(names.business, object.key);
    html! {
        tr {
            (cell(html! { a href=(href) { code { (object.key) } } }))
            (amount_cell(&locale.bytes(size)))
            (cell(html! { @if let Some(at) = changed_at(object) { (moment(locale, at, zone)) } }))
        }
    }
}
