//! The list of the records of one kind.

use super::names::{Names, list_path, record_path};
use super::rows::{self, Order, PAGE_ROWS_MAX};
use super::search::Query;
use super::{form_kinds, postings, value, words};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessShell, SETTINGS, business_page};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::{Key, Object};
use interchange::{FieldValue, KindSpec, decode, spec_by_slug};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{
    BadgeKind, Column, amount_cell, badge, cell, empty, moment, pager, panel, table,
};
use pages::{Argument, Locale, user_text};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::StoreError;

/// What the address asks for after `?`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    /// What is searched for.
    #[serde(default)]
    q: String,
    /// By which column, as [`Order::of`] reads it.
    #[serde(default)]
    sort: String,
    /// Which page, from 1.
    page: Option<usize>,
}

impl Asked {
    /// The address of this list with another page or order.
    fn href(&self, path: &str, sort: &str, page: usize) -> String {
        let query = addresses::escaped(&self.q);
        let sort = addresses::escaped(sort);
        format!("{path}?q={query}&sort={sort}&page={page}")
    }
}

/// `GET /businesses/{business}/records/{slug}`.
pub(super) async fn list_records(
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
        let title = words::kind_plural(visitor.locale, spec.content_type);
        let body = list_body(&names, spec, &title, &asked)?;
        Ok(business_page(&visitor, &shell, &title, tab_of(spec), body))
    })
    .await
}

/// `GET /businesses/{business}/records/unknown/{content-type}`: a kind that nobody described.
pub(super) async fn list_unknown_records(
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

/// The tab in which a kind's pages stand.
pub(super) fn tab_of(spec: &'static KindSpec) -> &'static str {
    use interchange::Group;
    match spec.group {
        Group::Accounts if spec.content_type != books::kinds::JOURNAL_ENTRY => {
            crate::shell::CHART_OF_ACCOUNTS
        }
        Group::Settings | Group::Other => SETTINGS,
        _ => spec.slug,
    }
}

fn list_body(
    names: &Names<'_>,
    spec: &'static KindSpec,
    title: &str,
    asked: &Asked,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let query = Query::new(&asked.q);
    let found = rows::find(names, spec, &query, Order::of(spec, &asked.sort))?;
    let path = list_path(names.business, spec.content_type);
    let page = Page::of(asked.page, found.keys.len());
    let mut objects = Vec::with_capacity(PAGE_ROWS_MAX);
    for key in page.part(&found.keys) {
        objects.extend(names.reader().object(*key)?);
    }
    let has_totals = postings::is_posting(spec.content_type);
    let totals = if has_totals {
        postings::totals(names, &objects)?
    } else {
        BTreeMap::new()
    };
    let mut shown = Vec::with_capacity(objects.len());
    for object in &objects {
        let total = has_totals.then(|| totals.get(&object.key).copied());
        shown.push(row(names, spec, object, total)?);
    }
    let mut columns = columns(locale, spec, &path, asked);
    if has_totals {
        columns.push(Column::amounts(locale.text("list-column-total")));
    }
    Ok(html! {
        (heading(title, new_button(names, spec)))
        (search_form(locale, &path, asked, found.keys.len()))
        @if shown.is_empty() {
            (nothing(locale, asked))
        } @else {
            (table(title, &columns, &shown, None))
            (page.pager(locale, &path, asked))
        }
        (form_defaults(names, &found.form_defaults)?)
    })
}

/// The button that opens the form for a new record, where there is one.
fn new_button(names: &Names<'_>, spec: &'static KindSpec) -> Markup {
    if form_kinds::form_of(spec.content_type).is_none() {
        return html! {};
    }
    let one = words::kind_name(names.locale, spec.content_type);
    let label = names
        .locale
        .text_with("list-new", &[("kind", Argument::Text(&one))]);
    let href = format!("{}/new", list_path(names.business, spec.content_type));
    html! { a .button .primary href=(href) { (icon(Icon::Add)) (label) } }
}

fn search_form(locale: Locale, path: &str, asked: &Asked, count: usize) -> Markup {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    html! {
        form .list-search method="get" action=(path) role="search" {
            label .visually-hidden for="q" { (locale.text("search-placeholder")) }
            input type="search" id="q" name="q" value=(asked.q) dir="auto"
                placeholder=(locale.text("search-placeholder"));
            input type="hidden" name="sort" value=(asked.sort);
            button .button type="submit" { (locale.text("button-search")) }
            span .muted { (locale.text_with("list-count", &[("count", Argument::Count(count))])) }
        }
    }
}

fn nothing(locale: Locale, asked: &Asked) -> Markup {
    let message = if asked.q.trim().is_empty() {
        locale.text("list-empty")
    } else {
        locale.text_with("search-nothing", &[("text", Argument::Text(&asked.q))])
    };
    empty(&message, html! {})
}

/// The headings, each leading to the list sorted by it; a second press turns the order round.
fn columns(locale: Locale, spec: &'static KindSpec, path: &str, asked: &Asked) -> Vec<Column> {
    let mut columns: Vec<Column> = rows::columns(spec)
        .into_iter()
        .map(|field| {
            let ascending = field.number.to_string();
            let sort = if asked.sort == ascending {
                format!("-{ascending}")
            } else {
                ascending
            };
            Column {
                label: words::field_label(locale, field),
                amounts: value::is_number(field),
                sort: Some(asked.href(path, &sort, 1)),
            }
        })
        .collect();
    if columns.is_empty() {
        columns.push(Column::words(locale.text("field-Name")));
    }
    columns
}

/// One record of the list. The column that names it leads to it, whatever it holds. `total` is
/// none where the list has no totals, and holds none where the document was not posted.
fn row(
    names: &Names<'_>,
    spec: &'static KindSpec,
    object: &Object,
    total: Option<Option<Decimal>>,
) -> Result<Markup, StoreError> {
    let columns = rows::columns(spec);
    let naming = spec
        .title_fields
        .iter()
        .find_map(|number| columns.iter().position(|column| column.number == *number))
        .unwrap_or(0);
    let record = decode(object.content_type, &object.content);
    let link = linked_name(names, spec, object)?;
    let mut cells = Vec::with_capacity(columns.len().max(1));
    for (at, column) in columns.iter().enumerate() {
        if at == naming {
            cells.push(cell(link.clone()));
            continue;
        }
        let value = record
            .as_ref()
            .ok()
            .and_then(|record| record.value(column.number));
        cells.push(match value {
            None => cell(html! {}),
            Some(value) if value::is_number(column) => {
                amount_cell(&value::plain(names, Some(column), value)?)
            }
            Some(value) => cell(value::listed(names, column, value)?),
        });
    }
    if cells.is_empty() {
        cells.push(cell(link));
    }
    if let Some(total) = total {
        let decimals = names.decimals()?;
        let total = total.map(|total| names.locale.amount(total, decimals));
        cells.push(amount_cell(&total.unwrap_or_default()));
    }
    Ok(html! { tr { @for cell in &cells { (cell) } } })
}

/// The name of a record as a link to it, with what is to be known at once.
fn linked_name(
    names: &Names<'_>,
    spec: &'static KindSpec,
    object: &Object,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let href = record_path(names.business, object.key);
    let record = decode(object.content_type, &object.content);
    let inactive = record.as_ref().is_ok_and(|record| {
        spec.field_by_name("Inactive")
            .and_then(|field| record.value(field.number))
            .and_then(FieldValue::flag)
            .unwrap_or(false)
    });
    Ok(html! {
        a href=(href) { (user_text(&names.title_of(object))) }
        @if inactive { " " (badge(BadgeKind::Plain, &locale.text("list-inactive"))) }
        @if record.is_err() { " " (badge(BadgeKind::Bad, &locale.text("record-damaged"))) }
    })
}

/// Form defaults stand apart: they are what a form begins with, and no entries.
fn form_defaults(names: &Names<'_>, keys: &[Key]) -> Result<Markup, StoreError> {
    if keys.is_empty() {
        return Ok(html! {});
    }
    let locale = names.locale;
    let heading = locale.text("record-form-defaults");
    let href = |key: &Key| record_path(names.business, *key);
    Ok(panel(
        &heading,
        html! {
            p .muted { (locale.text("record-form-defaults-explained")) }
            ul { @for key in keys { li { a href=(href(key)) { (heading) } } } }
        },
    ))
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

/// When a record last changed: .NET ticks of 100 ns since year 1, UTC.
pub(super) fn changed_at(object: &Object) -> Option<jiff::Timestamp> {
    const EPOCH_TICKS: i64 = 621_355_968_000_000_000;
    const TICKS_PER_MICROSECOND: i64 = 10;
    let since = object.timestamp?.checked_sub(EPOCH_TICKS)?;
    jiff::Timestamp::from_microsecond(since.checked_div(TICKS_PER_MICROSECOND)?).ok()
}

/// One page of a list.
#[derive(Debug, Clone, Copy)]
struct Page {
    /// From 1.
    number: usize,
    rows_count: usize,
}

impl Page {
    fn of(asked: Option<usize>, rows_count: usize) -> Self {
        let last = rows_count.div_ceil(PAGE_ROWS_MAX).max(1);
        Self {
            number: asked.unwrap_or(1).clamp(1, last),
            rows_count,
        }
    }

    fn first(self) -> usize {
        self.number.saturating_sub(1).saturating_mul(PAGE_ROWS_MAX)
    }

    fn end(self) -> usize {
        self.first()
            .saturating_add(PAGE_ROWS_MAX)
            .min(self.rows_count)
    }

    fn part(self, keys: &[Key]) -> &[Key] {
        keys.get(self.first()..self.end()).unwrap_or_default()
    }

    fn pager(self, locale: Locale, path: &str, asked: &Asked) -> Markup {
        if self.rows_count <= PAGE_ROWS_MAX {
            return html! {};
        }
        let href = |number| asked.href(path, &asked.sort, number);
        let previous = (self.number > 1).then(|| href(self.number.saturating_sub(1)));
        let next = (self.end() < self.rows_count).then(|| href(self.number.saturating_add(1)));
        let count = |n: usize| locale.count(u64::try_from(n).unwrap_or(u64::MAX));
        let (first, last) = (count(self.first().saturating_add(1)), count(self.end()));
        let total = count(self.rows_count);
        let shown = locale.text_with(
            "pager-shown",
            &[
                ("first", Argument::Text(&first)),
                ("last", Argument::Text(&last)),
                ("total", Argument::Text(&total)),
            ],
        );
        pager(locale, previous.as_deref(), next.as_deref(), &shown)
    }
}
