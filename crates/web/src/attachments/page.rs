//! The Attachments page: every file of the business, and a place for the business's own.

use super::attach::BUSINESS;
use super::listing::{self, Listed};
use super::{preview, upload_form};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::records::search::Query;
use crate::request::Visitor;
use crate::shell::{ATTACHMENTS, BusinessShell, business_page};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::Key;
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{Column, cell, empty, pager, panel, table};
use pages::{Argument, Locale};
use serde::Deserialize;
use store::StoreError;

/// How many files a page shows.
const PAGE_ROWS_MAX: usize = 200;

/// What the address asks for after `?`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    /// What is searched for.
    #[serde(default)]
    q: String,
    /// By which column, as [`listing::arranged`] reads it.
    #[serde(default)]
    sort: String,
    /// Which page, from 1.
    page: Option<usize>,
    /// The file that is shown.
    preview: Option<String>,
}

impl Asked {
    fn href(&self, path: &str, sort: &str, page: usize) -> String {
        let query = addresses::escaped(&self.q);
        format!(
            "{path}?q={query}&sort={}&page={page}",
            addresses::escaped(sort)
        )
    }
}

/// The files found for an address, and the part of them that its page shows.
pub(super) struct Found {
    /// The address without its query.
    path: String,
    asked: Asked,
    listed: Vec<Listed>,
    stored: u64,
    number: usize,
}

impl Found {
    pub(super) fn read(names: &Names<'_>, path: String, asked: Asked) -> Result<Self, StoreError> {
        let (mut all, stored) = listing::all(names)?;
        listing::keep_visible(names, &mut all)?;
        let listed = listing::arranged(all, names.locale, &Query::new(&asked.q), &asked.sort);
        let last = listed.len().div_ceil(PAGE_ROWS_MAX).max(1);
        let number = asked.page.unwrap_or(1).clamp(1, last);
        Ok(Self {
            path,
            asked,
            listed,
            stored,
            number,
        })
    }

    fn first(&self) -> usize {
        self.number.saturating_sub(1).saturating_mul(PAGE_ROWS_MAX)
    }

    pub(super) fn shown(&self) -> &[Listed] {
        let end = self.first().saturating_add(PAGE_ROWS_MAX);
        self.listed
            .get(self.first()..end.min(self.listed.len()))
            .unwrap_or_default()
    }

    /// The address of what is seen now.
    fn here(&self) -> String {
        self.asked.href(&self.path, &self.asked.sort, self.number)
    }

    /// How many there are and how large they are together.
    fn totals(&self, locale: Locale) -> Markup {
        let size = locale.bytes(listing::total(&self.listed));
        let arguments = [
            ("count", Argument::Count(count(self.listed.len()))),
            ("size", Argument::Text(&size)),
        ];
        let stored = locale.bytes(self.stored);
        html! {
            p .muted {
                (locale.text_with("attachments-total", &arguments)) " "
                (locale.text_with("attachments-stored", &[("size", Argument::Text(&stored))]))
            }
        }
    }

    pub(super) fn search_form(&self, locale: Locale) -> Markup {
        let label = locale.text("attachments-search");
        html! {
            form .list-search method="get" action=(self.path) role="search" {
                label .visually-hidden for="q" { (label) }
                input type="search" id="q" name="q" value=(self.asked.q) dir="auto"
                    placeholder=(label);
                input type="hidden" name="sort" value=(self.asked.sort);
                button .button type="submit" { (locale.text("button-search")) }
            }
        }
    }

    /// The headings that sort; a second press turns the order round.
    pub(super) fn columns(&self, locale: Locale) -> Vec<Column> {
        let sorted = |mut column: Column, by: &str| {
            let turned = format!("-{by}");
            let sort = if self.asked.sort == by { &turned } else { by };
            column.sort = Some(self.asked.href(&self.path, sort, 1));
            column
        };
        vec![
            sorted(
                Column::words(locale.text("attachments-column-name")),
                "name",
            ),
            sorted(
                Column::amounts(locale.text("attachments-column-size")),
                "size",
            ),
            sorted(
                Column::words(locale.text("attachments-column-added")),
                "date",
            ),
            Column::words(locale.text("attachments-column-record")),
            Column::words(locale.text("attachments-column-acts")),
        ]
    }

    pub(super) fn nothing(&self, locale: Locale) -> Markup {
        let message = if self.asked.q.trim().is_empty() {
            locale.text("attachments-empty")
        } else {
            locale.text_with("search-nothing", &[("text", Argument::Text(&self.asked.q))])
        };
        empty(&message, html! {})
    }

    pub(super) fn pager(&self, locale: Locale) -> Markup {
        let total = self.listed.len();
        if total <= PAGE_ROWS_MAX {
            return html! {};
        }
        let end = self.first().saturating_add(self.shown().len());
        let href = |number| self.asked.href(&self.path, &self.asked.sort, number);
        let previous = (self.number > 1).then(|| href(self.number.saturating_sub(1)));
        let next = (end < total).then(|| href(self.number.saturating_add(1)));
        let number = |n: usize| locale.count(count(n));
        let (first, last) = (number(self.first().saturating_add(1)), number(end));
        let arguments = [
            ("first", Argument::Text(&first)),
            ("last", Argument::Text(&last)),
            ("total", Argument::Text(&number(total))),
        ];
        let shown = locale.text_with("pager-shown", &arguments);
        pager(locale, previous.as_deref(), next.as_deref(), &shown)
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// `GET /businesses/{business}/attachments`.
pub(super) async fn list_attachments(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let title = visitor.locale.text("attachments-title");
        let body = body(&names, &title, asked, app.attachment_bytes_max)?;
        Ok(business_page(&visitor, &shell, &title, ATTACHMENTS, body))
    })
    .await
}

fn body(
    names: &Names<'_>,
    title: &str,
    asked: Asked,
    bytes_max: u64,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let preview: Option<Key> = asked.preview.as_deref().and_then(|key| key.parse().ok());
    let path = addresses::business_part(names.business, "attachments");
    let found = Found::read(names, path, asked)?;
    let mut rows = Vec::with_capacity(found.shown().len());
    for file in found.shown() {
        let button = preview::button(names, file, &found.here())?;
        rows.push(html! {
            tr {
                (listing::cells(names, file))
                (cell(listing::owner_link(names, file.owner)?))
                (cell(html! { (button) (preview::acts(names, file)) }))
            }
        });
    }
    Ok(html! {
        (heading(title, html! {}))
        (found.totals(locale))
        (found.search_form(locale))
        (preview::figure(names, found.shown(), preview)?)
        @if rows.is_empty() {
            (found.nothing(locale))
        } @else {
            (table(title, &found.columns(locale), &rows, None))
            (found.pager(locale))
        }
        (panel(
            &locale.text("attachments-of-business"),
            html! {
                p .muted { (locale.text("attachments-of-business-hint")) }
                (upload_form(locale, names.business, BUSINESS, bytes_max))
            },
        ))
    })
}
