//! The chart of accounts: every group and account where it stands, and the ways to new ones.
//!
//! A group or account whose groups lead to no root, or round in a circle, is listed apart: nothing
//! that exists is left out of the page.

use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::{Names, list_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, CHART_OF_ACCOUNTS, business_page};
use crate::{PageError, Shared};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use books::{Key, kinds};
use interchange::{FieldValue, decode, spec};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::{heading, menu};
use pages::tables::{BadgeKind, badge, panel};
use pages::{Argument, Locale};
use std::collections::{BTreeMap, BTreeSet};
use store::{Reader, StoreError};

/// Groups nested deeper are listed apart.
const DEPTH_MAX: usize = 32;

/// The kinds that make up the chart, beside the built-in accounts.
const ACCOUNT_KINDS: &[Key] = &[
    kinds::BALANCE_SHEET_ACCOUNT,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    kinds::BALANCE_SHEET_GROUP,
    kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
];

/// Built-in accounts that every business has, and the root each stands under unless its record
/// says otherwise.
const BUILT_IN: &[(Key, Key)] = &[
    (kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT, kinds::ASSETS),
    (
        kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
        kinds::ASSETS,
    ),
    (
        kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
        kinds::LIABILITIES,
    ),
    (kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT, kinds::LIABILITIES),
    (
        kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT,
        kinds::EQUITY,
    ),
];

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/businesses/{business}/chart-of-accounts", get(show_chart))
}

/// A group or an account.
struct Node {
    key: Key,
    content_type: Key,
    label: String,
    group: Option<Key>,
    position: i64,
    /// Of a topmost group of the profit and loss statement: income before expenses.
    sort: i64,
    inactive: bool,
}

impl Node {
    fn is_group(&self) -> bool {
        matches!(
            self.content_type,
            kinds::BALANCE_SHEET_GROUP | kinds::PROFIT_AND_LOSS_STATEMENT_GROUP
        )
    }
}

/// `GET /businesses/{business}/chart-of-accounts`.
async fn show_chart(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let title = visitor.locale.text("tab-chart-of-accounts");
        let body = html! {
            (heading(&title, new_menu(&names)))
            (chart(&names)?)
        };
        Ok(business_page(
            &visitor,
            &shell,
            &title,
            CHART_OF_ACCOUNTS,
            body,
        ))
    })
    .await
}

/// New, which opens to the four kinds.
fn new_menu(names: &Names<'_>) -> Markup {
    let locale = names.locale;
    let label = |content_type: Key| {
        let kind = words::kind_name(locale, content_type);
        locale.text_with("list-new", &[("kind", Argument::Text(&kind))])
    };
    let ways: Vec<Markup> = ACCOUNT_KINDS
        .iter()
        .map(|kind| {
            let href = format!("{}/new", list_path(names.business, *kind));
            html! { a href=(href) { (label(*kind)) } }
        })
        .collect();
    let new = html! { (icon(Icon::Add)) (locale.text("button-new")) };
    menu(new, &ways)
}

fn chart(names: &Names<'_>) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let nodes = nodes(names)?;
    let mut below: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(group) = node.group {
            below.entry(group).or_default().push(at);
        }
    }
    for places in below.values_mut() {
        places.sort_by(|a, b| in_order(locale, nodes.get(*a), nodes.get(*b)));
    }
    let mut drawing = Drawing {
        names,
        nodes: &nodes,
        below: &below,
        drawn: BTreeSet::new(),
    };
    let mut panels = Vec::new();
    for root in [kinds::ASSETS, kinds::LIABILITIES, kinds::EQUITY] {
        let content = drawing.list(root, 0)?;
        panels.push(panel(&names.text(root)?, html! { (content) }));
    }
    // The statement's topmost groups stand under no other.
    for (at, node) in roots(locale, &nodes) {
        if drawing.drawn.insert(at) {
            let content = drawing.list(node.key, 0)?;
            panels.push(panel(
                "",
                html! { h2 { (names.link(node.key)?) } (content) },
            ));
        }
    }
    let mut apart = Vec::new();
    for at in 0..nodes.len() {
        if !drawing.drawn.contains(&at) {
            apart.push(drawing.item(at, DEPTH_MAX)?);
        }
    }
    Ok(html! {
        @for panel in &panels { (panel) }
        @if !apart.is_empty() {
            (panel(
                &locale.text("account-Unclassified"),
                html! { ul { @for item in &apart { (item) } } },
            ))
        }
    })
}

/// The topmost groups of the profit and loss statement, income before expenses.
fn roots(locale: Locale, nodes: &[Node]) -> Vec<(usize, &Node)> {
    let mut roots: Vec<(usize, &Node)> = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| {
            node.content_type == kinds::PROFIT_AND_LOSS_STATEMENT_GROUP
                && node.group.is_none_or(|group| group == Key::NIL)
        })
        .collect();
    roots.sort_by(|(_, a), (_, b)| {
        let by_place = || in_order(locale, Some(a), Some(b));
        a.sort.cmp(&b.sort).then_with(by_place)
    });
    roots
}

/// Groups and accounts by position, then by name.
fn in_order(locale: Locale, a: Option<&Node>, b: Option<&Node>) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a
            .position
            .cmp(&b.position)
            .then_with(|| locale.compare(&a.label, &b.label))
            .then(a.key.cmp(&b.key)),
        _ => std::cmp::Ordering::Equal,
    }
}

/// Every group and account that has a record, built-in accounts that were renamed among them, and
/// the built-in accounts that every business has.
fn nodes(names: &Names<'_>) -> Result<Vec<Node>, StoreError> {
    let reader: &dyn Reader = names.reader();
    let mut nodes = Vec::new();
    for (content_type, _) in reader.object_counts()? {
        let is_built_in = kinds::find(content_type).is_some_and(|kind| {
            matches!(
                kind.class,
                kinds::Class::BalanceSheetAccount
                    | kinds::Class::ProfitAndLossAccount
                    | kinds::Class::ControlAccount
            )
        });
        if !is_built_in && !ACCOUNT_KINDS.contains(&content_type) {
            continue;
        }
        reader.each_object(Some(content_type), &mut |object| {
            if is_built_in || !object.is_keyed_by_kind() {
                nodes.push(node(names, &object));
            }
            Ok(())
        })?;
    }
    for (key, root) in BUILT_IN {
        if !nodes.iter().any(|node| node.key == *key) {
            nodes.push(Node {
                key: *key,
                content_type: *key,
                label: names.text(*key)?,
                group: Some(*root),
                position: 0,
                sort: 0,
                inactive: false,
            });
        }
    }
    Ok(nodes)
}

fn node(names: &Names<'_>, object: &books::Object) -> Node {
    let record = decode(object.content_type, &object.content).ok();
    let value = |name: &str| {
        let field = spec(object.content_type)?.field_by_name(name)?;
        record.as_ref()?.value(field.number)
    };
    let group = value("Group").and_then(FieldValue::reference);
    let usual = BUILT_IN
        .iter()
        .find(|(key, _)| *key == object.key)
        .map(|(_, root)| *root);
    Node {
        key: object.key,
        content_type: object.content_type,
        label: names.title_of(object),
        group: group.or(usual),
        position: value("Position").and_then(FieldValue::integer).unwrap_or(0),
        sort: value("Type").and_then(FieldValue::integer).unwrap_or(0),
        inactive: value("Inactive")
            .and_then(FieldValue::flag)
            .unwrap_or(false),
    }
}

/// The chart being drawn, and what of it has been drawn.
struct Drawing<'a> {
    names: &'a Names<'a>,
    nodes: &'a [Node],
    below: &'a BTreeMap<Key, Vec<usize>>,
    drawn: BTreeSet<usize>,
}

impl Drawing<'_> {
    /// What stands directly under a group, and so on down.
    fn list(&mut self, group: Key, depth: usize) -> Result<Markup, StoreError> {
        let mut items = Vec::new();
        for at in self.below.get(&group).cloned().unwrap_or_default() {
            if self.drawn.insert(at) {
                items.push(self.item(at, depth)?);
            }
        }
        Ok(html! {
            @if !items.is_empty() { ul .chart { @for item in &items { (item) } } }
        })
    }

    fn item(&mut self, at: usize, depth: usize) -> Result<Markup, StoreError> {
        let Some(node) = self.nodes.get(at) else {
            return Ok(html! {});
        };
        let link = self.names.link(node.key)?;
        let inactive = self.names.locale.text("list-inactive");
        let below = if node.is_group() && depth < DEPTH_MAX {
            self.list(node.key, depth.saturating_add(1))?
        } else {
            html! {}
        };
        Ok(html! {
            li {
                @if node.is_group() { strong { (link) } } @else { (link) }
                @if node.inactive { " " (badge(BadgeKind::Plain, &inactive)) }
                (below)
            }
        })
    }
}
