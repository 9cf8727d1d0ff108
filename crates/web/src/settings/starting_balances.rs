//! Starting Balances: everything that can have been worth something on the day the books began,
//! with what it was worth, and the way to the form behind it.
//!
//! Each amount is a record of its own that names its thing (docs/SPEC-settings.md, 6). Customers
//! and suppliers begin with their invoices, so theirs stand with the invoices.

use crate::page_error::key_of;
use crate::records::names::{Names, list_path, record_part};
use crate::records::{value, words};
use crate::request::Visitor;
use crate::shell::{SETTINGS, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::kinds;
use books::{Key, Object};
use interchange::{FieldValue, KindSpec, Shape, decode, spec};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, badge, cell, folds, panel, table};
use std::collections::BTreeMap;
use store::StoreError;

/// The field that names the thing, in every kind of starting balance.
const TARGET: u32 = 1;
/// More things of one kind than this are reached through their starting balances only.
const LISTED_MAX: usize = 500;

/// Every kind of starting balance, with the kind of thing it is of.
const KINDS: &[(Key, Key)] = &[
    (
        kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
        kinds::BANK_OR_CASH_ACCOUNT,
    ),
    (
        kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
        kinds::BALANCE_SHEET_ACCOUNT,
    ),
    (kinds::SALES_INVOICE_STARTING_BALANCE, kinds::SALES_INVOICE),
    (
        kinds::PURCHASE_INVOICE_STARTING_BALANCE,
        kinds::PURCHASE_INVOICE,
    ),
    (
        kinds::INVENTORY_ITEM_STARTING_BALANCE,
        kinds::INVENTORY_ITEM,
    ),
    (kinds::FIXED_ASSET_STARTING_BALANCE, kinds::FIXED_ASSET),
    (
        kinds::INTANGIBLE_ASSET_STARTING_BALANCE,
        kinds::INTANGIBLE_ASSET,
    ),
    (kinds::INVESTMENT_STARTING_BALANCE, kinds::INVESTMENT),
    (
        kinds::CAPITAL_ACCOUNT_STARTING_BALANCE,
        kinds::CAPITAL_ACCOUNT,
    ),
    (
        kinds::SPECIAL_ACCOUNT_STARTING_BALANCE,
        kinds::SPECIAL_ACCOUNT,
    ),
    (kinds::EMPLOYEE_STARTING_BALANCE, kinds::EMPLOYEE),
];

/// Whether things of this kind that have no starting balance are listed too. Invoices are not: most
/// of them were made after the books began.
fn lists_all(thing: Key) -> bool {
    !matches!(thing, kinds::SALES_INVOICE | kinds::PURCHASE_INVOICE)
}

/// `GET /businesses/{business}/settings/starting-balances`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, content) = with_business(&app, business, move |reader, _| {
        let names = Names::new(reader, locale, business);
        let mut panels = Vec::new();
        for (kind, thing) in KINDS {
            panels.extend(kind_panel(&names, *kind, *thing)?);
        }
        Ok(html! { @for panel in &panels { (panel) } }.into_string())
    })
    .await?;
    let title = locale.text("settings-starting-balances");
    let body = html! {
        (heading(&title, html! {}))
        p .muted { (locale.text("settings-starting-explained")) }
        (maud::PreEscaped(content))
    };
    Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
}

/// What there is of one kind; nothing where there is nothing that could have a balance.
fn kind_panel(names: &Names<'_>, kind: Key, thing: Key) -> Result<Option<Markup>, StoreError> {
    let Some(described) = spec(kind) else {
        return Ok(None);
    };
    let mut balances: BTreeMap<Key, Vec<Object>> = BTreeMap::new();
    names.reader().each_object(Some(kind), &mut |object| {
        if !object.is_keyed_by_kind() {
            balances
                .entry(target_of(&object).unwrap_or(Key::NIL))
                .or_default()
                .push(object);
        }
        Ok(())
    })?;
    let mut things: Vec<(String, Key)> = Vec::new();
    let mut left_out = 0_u64;
    if lists_all(thing) {
        names.reader().each_object(Some(thing), &mut |object| {
            if object.is_keyed_by_kind() || balances.contains_key(&object.key) {
                return Ok(());
            }
            if things.len() < LISTED_MAX {
                things.push((names.title_of(&object), object.key));
            } else {
                left_out = left_out.saturating_add(1);
            }
            Ok(())
        })?;
    }
    let is_nothing = things.is_empty() && balances.is_empty();
    if is_nothing
        && (lists_all(thing)
            || names
                .reader()
                .object_counts()?
                .iter()
                .all(|(key, _)| *key != thing))
    {
        return Ok(None);
    }
    things.sort_by(|(a, _), (b, _)| names.locale.compare(a, b));
    let mut rows = Vec::new();
    for (target, object) in in_order(names, &balances)? {
        rows.push(row_of_balance(names, described, target, object)?);
    }
    let columns = columns(names, described);
    for (_, target) in &things {
        rows.push(row_without(names, described, *target, columns.len())?);
    }
    let new = format!("{}/new", list_path(names.business, kind));
    let title = words::kind_plural(names.locale, thing);
    let content = html! {
        @if !rows.is_empty() { (folds(table(&title, &columns, &rows, None))) }
        @if !lists_all(thing) || left_out > 0 {
            p { a .button href=(new) { (icon(Icon::Add)) (names.locale.text("button-new")) } }
        }
    };
    Ok(Some(panel(&title, content)))
}

/// The balances by the names of their things.
fn in_order<'b>(
    names: &Names<'_>,
    balances: &'b BTreeMap<Key, Vec<Object>>,
) -> Result<Vec<(Key, &'b Object)>, StoreError> {
    let mut named = Vec::new();
    for (target, objects) in balances {
        let name = match names.reader().object(*target)? {
            Some(thing) => names.title_of(&thing),
            None => String::new(),
        };
        named.extend(objects.iter().map(|object| (name.clone(), *target, object)));
    }
    named.sort_by(|(a, ..), (b, ..)| names.locale.compare(a, b));
    Ok(named
        .into_iter()
        .map(|(_, target, object)| (target, object))
        .collect())
}

fn target_of(object: &Object) -> Option<Key> {
    let record = decode(object.content_type, &object.content).ok()?;
    record.value(TARGET).and_then(FieldValue::reference)
}

/// The fields that hold amounts.
fn amounts(described: &'static KindSpec) -> impl Iterator<Item = &'static interchange::FieldSpec> {
    let fields = described.fields.iter();
    fields.filter(|field| {
        field.number != TARGET
            && matches!(
                field.shape,
                Shape::Decimal | Shape::Choice(_) | Shape::Lines(_)
            )
    })
}

fn columns(names: &Names<'_>, described: &'static KindSpec) -> Vec<Column> {
    let locale = names.locale;
    let mut columns = vec![Column::words(locale.text("field-Name"))];
    columns.extend(amounts(described).map(|field| Column {
        label: words::field_label(locale, field),
        amounts: value::is_number(field),
        sort: None,
    }));
    columns.push(Column::words(locale.text("attachments-column-acts")));
    columns
}

fn row_of_balance(
    names: &Names<'_>,
    described: &'static KindSpec,
    target: Key,
    object: &Object,
) -> Result<Markup, StoreError> {
    let name = names.link(target)?;
    let record = decode(object.content_type, &object.content).ok();
    let mut cells = Vec::new();
    for field in amounts(described) {
        let values: Vec<_> = record
            .iter()
            .flat_map(|record| record.all(field.number))
            .collect();
        let mut shown = Vec::with_capacity(values.len());
        for found in &values {
            shown.push(value::plain(names, Some(field), &found.value)?);
        }
        let shown = if shown.is_empty() && matches!(field.shape, Shape::Choice(_)) {
            value::plain(names, Some(field), &FieldValue::Integer(0))?
        } else {
            shown.join(", ")
        };
        let is_number = value::is_number(field);
        let label = is_number.then(|| words::field_label(names.locale, field));
        cells.push(html! { td .end[is_number] data-label=[label] { (shown) } });
    }
    let edit = record_part(names.business, object.key, "edit");
    Ok(html! {
        tr {
            (cell(name))
            @for cell in &cells { (cell) }
            (cell(html! { a href=(edit) { (names.locale.text("record-edit")) } }))
        }
    })
}

/// A thing that has no starting balance, with the way to give it one.
fn row_without(
    names: &Names<'_>,
    described: &'static KindSpec,
    target: Key,
    columns: usize,
) -> Result<Markup, StoreError> {
    let field = described.field(TARGET).map_or("", |field| field.name);
    let list = list_path(names.business, described.content_type);
    let new = format!("{list}/new?{field}={target}");
    let none = names.locale.text("settings-starting-none");
    let span = columns.saturating_sub(2);
    Ok(html! {
        tr {
            (cell(names.link(target)?))
            td colspan=(span) { (badge(BadgeKind::Plain, &none)) }
            (cell(html! { a href=(new) { (names.locale.text("settings-starting-set")) } }))
        }
    })
}
