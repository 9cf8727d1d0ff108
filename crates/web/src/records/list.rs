//! The list of the records of one kind: searched, filtered, sorted, a page at a time, with what
//! follows from the books and the sums of all that was found.
//!
//! - [`row`]: one record; [`customs`]: custom fields as columns; [`page`]: one page; [`kept`]: one
//!   page out of what is kept; [`csv`]: all that was found as a file.
//! - [`unknown`]: kinds that nobody described.

pub(super) mod csv;
pub(in crate::records) mod customs;
mod kept;
mod page;
pub(in crate::records) mod row;
pub(super) mod unknown;

use super::list_figures::{FigureColumn, ListFigures};
use super::names::{Names, list_path, record_path};
use super::rows::{self, Days, Found, Order, PAGE_ROWS_MAX, Wanted};
use super::search::Query;
use super::{form_kinds, value, words};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessShell, SETTINGS, business_page};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::{Key, Object};
use customs::Customs;
use interchange::{KindSpec, spec_by_slug};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use page::Page;
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{Column, empty, folds, panel, table};
use pages::{Argument, Locale};
use serde::Deserialize;
use store::StoreError;

/// The statuses that a list of invoices can be narrowed to, with their words.
const STATUSES: [(&str, &str); 5] = [
    ("unpaid", "invoice-status-unpaid"),
    ("part-paid", "invoice-status-part-paid"),
    ("overdue", "invoice-status-overdue"),
    ("paid", "invoice-status-paid"),
    ("overpaid", "invoice-status-overpaid"),
];

/// What the address asks for after `?`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    /// What is searched for.
    #[serde(default)]
    q: String,
    /// By which column, as [`Order::of`] reads it.
    #[serde(default)]
    sort: String,
    /// The status that invoices are to have; any when empty.
    #[serde(default)]
    status: String,
    /// The first day of the documents that are shown, and the last; empty for any.
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    /// Which page, from 1.
    page: Option<usize>,
}

impl Asked {
    /// The address of this list with another page or order.
    fn href(&self, path: &str, sort: &str, page: usize) -> String {
        format!("{path}?{}&page={page}", self.query(sort))
    }

    /// What is asked, in this order, as the part of an address behind `?`.
    fn query(&self, sort: &str) -> String {
        let [query, status, from, to, sort] =
            [&self.q, &self.status, &self.from, &self.to, sort].map(addresses::escaped);
        format!("q={query}&status={status}&from={from}&to={to}&sort={sort}")
    }

    /// The days asked for; what is no day is passed over.
    fn days(&self, locale: Locale) -> Days {
        let day = |text: &str| locale.parse_date(text).ok();
        Days {
            from: day(&self.from),
            to: day(&self.to),
        }
    }

    /// Whether everything is asked for.
    fn is_everything(&self, locale: Locale) -> bool {
        self.q.trim().is_empty() && self.status.is_empty() && self.days(locale).are_all()
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
        let body = list_body(&names, spec, &title, &asked, shell.zone())?;
        Ok(business_page(&visitor, &shell, &title, tab_of(spec), body))
    })
    .await
}

/// The tab in which a kind's pages stand.
pub(super) fn tab_of(spec: &'static KindSpec) -> &'static str {
    use interchange::Group;
    match spec.group {
        Group::Accounts if spec.content_type != books::kinds::JOURNAL_ENTRY => SETTINGS,
        Group::Settings | Group::Other => SETTINGS,
        _ => spec.slug,
    }
}

/// What a list shows: what was found, and what follows from the books.
struct Listed {
    found: Found,
    figures: ListFigures,
}

/// What is asked of the list of a kind, and when.
struct Question<'a> {
    spec: &'static KindSpec,
    asked: &'a Asked,
    customs: &'a Customs,
    today: Date,
}

impl Listed {
    fn read(names: &Names<'_>, question: &Question<'_>) -> Result<Self, StoreError> {
        let Question { spec, asked, .. } = *question;
        let figures = ListFigures::read(names.reader(), spec.content_type, question.today)?;
        let query = Query::new(&asked.q);
        let wanted = Wanted {
            query: &query,
            days: asked.days(names.locale),
            order: Order::of(spec, &figures, &asked.sort),
            customs: question.customs,
        };
        let mut found = rows::find(names, spec, &wanted, &figures)?;
        if figures.has_status() {
            let is_wanted = |key: &Key| figures.is_of_status(*key, &asked.status);
            found.keys.retain(is_wanted);
            found.count = found.keys.len();
        }
        Ok(Self { found, figures })
    }

    /// The same, of which the page asked for is enough.
    fn read_page(names: &Names<'_>, question: &Question<'_>) -> Result<Self, StoreError> {
        let Question { spec, asked, .. } = *question;
        if let Some(page) = kept::page(names, spec, asked, question.today)? {
            return Ok(page);
        }
        Self::read_all(names, question)
    }

    /// Everything that was found, out of what is kept where that holds every column.
    fn read_all(names: &Names<'_>, question: &Question<'_>) -> Result<Self, StoreError> {
        let Question { spec, asked, .. } = *question;
        // What is searched for may stand in a custom field, and those are in the records alone.
        let is_in_records = !question.customs.is_empty() && !asked.q.trim().is_empty();
        if !is_in_records && let Some(found) = kept::found(names, spec, asked, question.today)? {
            return Ok(found);
        }
        Self::read(names, question)
    }
}

fn list_body(
    names: &Names<'_>,
    spec: &'static KindSpec,
    title: &str,
    asked: &Asked,
    zone: &str,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let customs = Customs::of(names, spec)?;
    let question = Question {
        spec,
        asked,
        customs: &customs,
        today: backup::today(Timestamp::now(), zone),
    };
    let Listed { found, figures } = Listed::read_page(names, &question)?;
    let path = list_path(names.business, spec.content_type);
    let page = Page::of(asked.page, found.count);
    let mut shown = Vec::with_capacity(PAGE_ROWS_MAX);
    for key in page.part(&found.keys) {
        if let Some(object) = names.reader().object(*key)? {
            shown.push(row::row(names, spec, &object, &figures, &customs)?);
        }
    }
    let columns = columns(locale, &question, &figures, &path);
    let totals = totals(locale, &columns, &figures, &found);
    Ok(html! {
        (heading(title, html! {
            @if !found.keys.is_empty() { (csv::button(locale, &path, asked)) }
            (batch_button(names, spec))
            (new_button(names, spec))
        }))
        (search_form(locale, spec, &path, asked, &found, figures.has_status()))
        @if shown.is_empty() {
            (nothing(locale, asked))
        } @else {
            (folds(table(title, &columns, &shown, totals.as_ref())))
            (page.pager(locale, &path, asked))
        }
        (form_defaults(names, &found.form_defaults)?)
    })
}

/// The sums of everything that was found, on whatever page it stands.
fn totals(
    locale: Locale,
    columns: &[Column],
    figures: &ListFigures,
    found: &Found,
) -> Option<Markup> {
    if !figures.columns.iter().copied().any(FigureColumn::is_summed) {
        return None;
    }
    let before = columns.len().saturating_sub(figures.columns.len());
    let count = Argument::Count(u64::try_from(found.count).unwrap_or(u64::MAX));
    let label = locale.text_with("list-totals", &[("count", count)]);
    let sum_of = |column: FigureColumn| -> Vec<String> {
        let sums = figures.sums(&found.keys, column).into_iter();
        sums.map(|(currency, sum)| figures.money(locale, sum, currency))
            .collect()
    };
    Some(html! {
        tr {
            th scope="row" colspan=(before.max(1)) { (label) }
            @for column in &figures.columns {
                td .end data-label=[column.is_summed().then(|| column.heading(locale))] {
                    @if column.is_summed() {
                        @for sum in sum_of(*column) { div { (sum) } }
                    }
                }
            }
        }
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

/// The way to many new records at once, where there is a form.
fn batch_button(names: &Names<'_>, spec: &'static KindSpec) -> Markup {
    if form_kinds::form_of(spec.content_type).is_none() || spec.singleton {
        return html! {};
    }
    let href = format!("{}/batch", list_path(names.business, spec.content_type));
    html! { a .button href=(href) { (names.locale.text("batch-button")) } }
}

fn search_form(
    locale: Locale,
    spec: &KindSpec,
    path: &str,
    asked: &Asked,
    found: &Found,
    has_status: bool,
) -> Markup {
    let count = u64::try_from(found.count).unwrap_or(u64::MAX);
    html! {
        form .list-search method="get" action=(path) role="search" {
            label .visually-hidden for="q" { (locale.text("search-placeholder")) }
            input type="search" id="q" name="q" value=(asked.q) dir="auto"
                placeholder=(locale.text("search-placeholder"));
            input type="hidden" name="sort" value=(asked.sort);
            @if has_status {
                label .visually-hidden for="status" { (locale.text("list-filter-status")) }
                select id="status" name="status" {
                    option value="" { (locale.text("list-status-any")) }
                    @for (status, words) in STATUSES {
                        option value=(status) selected[asked.status == status] {
                            (locale.text(words))
                        }
                    }
                }
            }
            @if spec.date_field.is_some() {
                (day_field(locale, "from", "list-from", &asked.from))
                (day_field(locale, "to", "list-to", &asked.to))
            }
            button .button type="submit" { (locale.text("button-search")) }
            span .muted { (locale.text_with("list-count", &[("count", Argument::Count(count))])) }
        }
    }
}

/// One end of the days that are shown.
fn day_field(locale: Locale, name: &str, label: &str, value: &str) -> Markup {
    html! {
        label .day for=(name) {
            span { (locale.text(label)) }
            input .date-input type="text" id=(name) name=(name) value=(value) inputmode="numeric"
                autocomplete="off";
        }
    }
}

fn nothing(locale: Locale, asked: &Asked) -> Markup {
    let message = if asked.is_everything(locale) {
        locale.text("list-empty")
    } else {
        locale.text_with("search-nothing", &[("text", Argument::Text(&asked.q))])
    };
    empty(&message, html! {})
}

/// The headings, each leading to the list sorted by it; a second press turns the order round.
fn columns(
    locale: Locale,
    question: &Question<'_>,
    figures: &ListFigures,
    path: &str,
) -> Vec<Column> {
    let Question { spec, asked, .. } = *question;
    let sorted_by = |ascending: String| {
        let sort = if asked.sort == ascending {
            format!("-{ascending}")
        } else {
            ascending
        };
        Some(asked.href(path, &sort, 1))
    };
    let fields = rows::columns(spec).into_iter();
    let mut columns: Vec<Column> = fields
        .map(|field| Column {
            label: words::field_label(locale, field),
            amounts: value::is_number(field),
            sort: sorted_by(field.number.to_string()),
        })
        .collect();
    if columns.is_empty() {
        columns.push(Column::words(locale.text("field-Name")));
    }
    columns.extend(question.customs.columns(sorted_by));
    columns.extend(figures.columns.iter().map(|column| Column {
        label: column.heading(locale),
        amounts: *column != FigureColumn::Status,
        sort: sorted_by(column.code().to_owned()),
    }));
    columns
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

/// When a record last changed: .NET ticks of 100 ns since year 1, UTC.
pub(super) fn changed_at(object: &Object) -> Option<jiff::Timestamp> {
    const EPOCH_TICKS: i64 = 621_355_968_000_000_000;
    const TICKS_PER_MICROSECOND: i64 = 10;
    let since = object.timestamp?.checked_sub(EPOCH_TICKS)?;
    jiff::Timestamp::from_microsecond(since.checked_div(TICKS_PER_MICROSECOND)?).ok()
}
