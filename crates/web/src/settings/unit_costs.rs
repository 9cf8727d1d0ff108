//! Unit costs: which set costs of inventory items are not what their purchases come to, and the
//! button that writes them anew (SPEC-posting.md, 16.5).

use super::saving::write;
use crate::page_error::key_of;
use crate::records::lock::locked_until;
use crate::records::names::{Names, list_path};
use crate::records::rules;
use crate::records::save::history_title;
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessPage, SETTINGS, business_page_with, success, with_business};
use crate::stamp::random_key;
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{Plain, from_plain};
use jiff::civil::Date;
use ledger::{CostDifference, NegativeStock, cost_differences_to, negative_stock};
use maud::{Markup, html};
use pages::Argument;
use pages::forms;
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, badge, cell, folds, labelled_amount_cell, panel, table};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::{Reader, StoreError, UnitOfWork};

const PAGE: &str = "settings/unit-costs";
const KIND: Key = kinds::INVENTORY_UNIT_COST;
/// More differences than these are counted and not shown; all are written.
const SHOWN_MAX: usize = 500;
/// More days on which stock fell below zero are counted and not shown.
const NEGATIVE_SHOWN_MAX: usize = 100;

/// How many records were written, as the address says after writing; empty before.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    written: String,
}

/// `GET /businesses/{business}/settings/unit-costs`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, content) = with_business(&app, business, move |reader, _| {
        let names = Names::new(reader, locale, business);
        let until = locked_until(reader)?;
        let differences = differences_panel(&names, differences(reader)?, until)?;
        let kept = figures::open(reader)?;
        let negative = negative_stock(&*kept, None).map_err(StoreError::from)?;
        let negative = negative_panel(&names, &negative)?;
        Ok(html! { (differences) (negative) }.into_string())
    })
    .await?;
    let title = locale.text("unit-costs-title");
    let costs = list_path(business, KIND);
    let body = html! {
        (heading(&title, html! {
            a .button href=(costs) { (words::kind_plural(locale, KIND)) }
        }))
        p .muted { (locale.text("unit-costs-explained")) }
        (maud::PreEscaped(content))
    };
    let written: Option<u64> = asked.written.parse().ok();
    let notice = written.map(|count| {
        let shown = locale.count(count);
        success(locale.text_with(
            "unit-costs-written",
            &[
                ("count", Argument::Text(&shown)),
                ("count-is", Argument::Count(count)),
            ],
        ))
    });
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body,
        notice,
        status: StatusCode::OK,
    };
    Ok(business_page_with(&visitor, &shell, page))
}

/// `POST /businesses/{business}/settings/unit-costs`.
pub(super) async fn recalculate(
    State(app): State<Shared>,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let counted = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let counter = std::sync::Arc::clone(&counted);
    write(&app, business, move |work, stamp| {
        let until = locked_until(&*work)?;
        let mut written = 0_u64;
        for difference in differences(&*work)? {
            if !is_locked(&difference, until) {
                write_cost(work, &difference, stamp)?;
                written = written.saturating_add(1);
            }
        }
        counter.store(written, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    })
    .await?;
    let written = counted.load(std::sync::atomic::Ordering::Relaxed);
    let page = addresses::business_part(business, &format!("{PAGE}?written={written}"));
    Ok(Redirect::to(&page).into_response())
}

/// Every set cost that is not what the purchases of its item come to.
fn differences(reader: &dyn Reader) -> Result<Vec<CostDifference>, StoreError> {
    let (books, movements) = figures::stock_movements(reader)?;
    let costs = movements.costs_of_all(&books);
    Ok(cost_differences_to(&books, &costs))
}

/// Whether the lock date keeps a cost as it is.
fn is_locked(difference: &CostDifference, until: Option<Date>) -> bool {
    until.is_some_and(|until| difference.date <= until)
}

/// Sets the cost that was worked out: in the record of that day, in a new one, or by deleting a
/// record that has nothing to say any more.
fn write_cost(
    work: &mut dyn UnitOfWork,
    difference: &CostDifference,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let before = match difference.set {
        Some((key, _)) => work.object(key)?,
        None => None,
    };
    let Some(cost) = difference.worked_out else {
        if let Some(before) = before {
            let before = rules::deletable(&*work, before.key)?;
            work.delete_object(before.key, &history_title(&before), stamp)?;
        }
        return Ok(());
    };
    let text = |name: &str, words: String| (name.to_owned(), Plain::Text(words));
    let fields = Plain::Map(vec![
        text("Date", difference.date.to_string()),
        text("InventoryItem", difference.item.to_string()),
        text("UnitCost", cost.normalize().to_string()),
    ]);
    let original = before.as_ref().map_or(&[][..], |object| &object.content);
    let content = from_plain(KIND, original, &fields).map_err(|error| {
        let refused = PageError {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: error.code(),
            arguments: error.arguments(),
        };
        StoreError::from(refused)
    })?;
    let key = match &before {
        Some(before) => before.key,
        None => random_key().map_err(StoreError::from)?,
    };
    let after = Object {
        key,
        content_type: KIND,
        content,
        timestamp: None,
    };
    rules::require_puttable(&*work, before.as_ref(), &after)?;
    super::saving::put_as_it_is(work, &after, stamp, &[])
}

/// What differs, and the button.
fn differences_panel(
    names: &Names<'_>,
    mut found: Vec<CostDifference>,
    until: Option<Date>,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let title = locale.text("unit-costs-differences");
    if found.is_empty() {
        return Ok(panel(
            &title,
            html! { p { (locale.text("unit-costs-none")) } },
        ));
    }
    let mut called: BTreeMap<Key, String> = BTreeMap::new();
    for difference in &found {
        if let Entry::Vacant(place) = called.entry(difference.item) {
            place.insert(names.text(difference.item)?);
        }
    }
    let name_of = |it: &CostDifference| called.get(&it.item).map_or("", String::as_str);
    found.sort_by(|a, b| {
        let by_name = locale.compare(name_of(a), name_of(b));
        by_name.then_with(|| (a.item, a.date).cmp(&(b.item, b.date)))
    });
    let writable = found.iter().filter(|it| !is_locked(it, until)).count();
    let columns = [
        Column::words(locale.text("field-InventoryItem")),
        Column::words(locale.text("field-Date")),
        Column::amounts(locale.text("unit-costs-set")),
        Column::amounts(locale.text("unit-costs-worked-out")),
    ];
    let mut rows = Vec::new();
    for difference in found.iter().take(SHOWN_MAX) {
        rows.push(row(names, difference, is_locked(difference, until))?);
    }
    let left_out = u64::try_from(found.len().saturating_sub(SHOWN_MAX)).unwrap_or(u64::MAX);
    let action = addresses::business_part(names.business, PAGE);
    Ok(panel(
        &title,
        html! {
            (folds(table(&title, &columns, &rows, None)))
            @if left_out > 0 { p .muted { (more(names, left_out)) } }
            @if writable > 0 {
                (forms::form(&action, false, html! {
                    div .form-buttons {
                        button .button .primary type="submit" {
                        (locale.text("unit-costs-recalculate"))
                    }
                    }
                }))
            }
        },
    ))
}

fn more(names: &Names<'_>, count: u64) -> String {
    let shown = names.locale.count(count);
    let arguments = [
        ("count", Argument::Text(&shown)),
        ("count-is", Argument::Count(count)),
    ];
    names.locale.text_with("unit-costs-more", &arguments)
}

fn row(
    names: &Names<'_>,
    difference: &CostDifference,
    is_locked: bool,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let number = |cost: Decimal| locale.number(cost.normalize());
    let amount = |label: &str, cost: Option<Decimal>| {
        // Where nothing is set, a narrow screen has no room for saying so.
        cost.map(|cost| labelled_amount_cell(&locale.text(label), &number(cost)))
            .unwrap_or_else(|| cell(html! {}))
    };
    let locked = html! {
        @if is_locked { " " (badge(BadgeKind::Plain, &locale.text("unit-costs-locked"))) }
    };
    Ok(html! {
        tr {
            (cell(names.link(difference.item)?))
            (cell(html! { (locale.date(difference.date)) (locked) }))
            (amount("unit-costs-set", difference.set.map(|(_, cost)| cost)))
            (amount("unit-costs-worked-out", difference.worked_out))
        }
    })
}

/// The days on which stock fell below zero; nothing where none did.
fn negative_panel(names: &Names<'_>, found: &[NegativeStock]) -> Result<Markup, StoreError> {
    if found.is_empty() {
        return Ok(html! {});
    }
    let locale = names.locale;
    let title = locale.text("unit-costs-negative");
    let held = locale.text("list-column-quantity");
    let columns = [
        Column::words(locale.text("field-InventoryItem")),
        Column::words(locale.text("field-Date")),
        Column::words(locale.text("unit-costs-document")),
        Column::amounts(held.clone()),
    ];
    let mut rows = Vec::new();
    for negative in found.iter().take(NEGATIVE_SHOWN_MAX) {
        let quantity = locale.number(negative.quantity.normalize());
        rows.push(html! {
            tr {
                (cell(names.link(negative.item)?))
                (cell(html! { (locale.date(negative.date)) }))
                (cell(names.link(negative.document)?))
                (labelled_amount_cell(&held, &quantity))
            }
        });
    }
    let left_out = found.len().saturating_sub(NEGATIVE_SHOWN_MAX);
    let left_out = u64::try_from(left_out).unwrap_or(u64::MAX);
    Ok(panel(
        &title,
        html! {
            p .muted { (locale.text("unit-costs-negative-explained")) }
            (folds(table(&title, &columns, &rows, None)))
            @if left_out > 0 { p .muted { (more(names, left_out)) } }
        },
    ))
}
