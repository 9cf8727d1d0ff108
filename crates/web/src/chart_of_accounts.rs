//! The chart of accounts: every group and account where it stands, how each is changed and moved,
//! and the ways to new ones.
//!
//! A group or account whose groups lead to no root, or round in a circle, is listed apart: nothing
//! that exists is left out of the page. [`nodes`] reads the chart, [`moving`] changes its order.

mod moving;
mod nodes;

use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::{Names, list_path, record_part};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, SETTINGS, business_page};
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use books::Key;
use books::kinds::{self, Class};
use maud::{Markup, html};
use nodes::{ACCOUNT_KINDS, Node, below, nodes, topmost};
use pages::Argument;
use pages::icons::{Icon, icon};
use pages::layout::{heading, menu};
use pages::tables::{BadgeKind, badge, panel};
use pages::{forms, user_text};
use std::collections::BTreeSet;
use store::StoreError;

/// Groups nested deeper are listed apart.
const DEPTH_MAX: usize = 32;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/businesses/{business}/chart-of-accounts", get(show_chart))
        .route(
            "/businesses/{business}/chart-of-accounts/{key}/move",
            post(moving::move_account),
        )
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
        Ok(business_page(&visitor, &shell, &title, SETTINGS, body))
    })
    .await
}

/// New, which opens to the kinds.
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
    let mut drawing = Drawing {
        names,
        nodes: &nodes,
        drawn: BTreeSet::new(),
    };
    let mut panels = Vec::new();
    for root in [kinds::ASSETS, kinds::LIABILITIES, kinds::EQUITY] {
        let content = drawing.list(root, 0);
        let name = names.text(root)?;
        let edit = drawing.edit_link(root);
        panels.push(html! {
            section .panel {
                div .chart-head { h2 { (user_text(&name)) } (edit) }
                (content)
            }
        });
    }
    // What stands at the top of the statement stands under no other.
    let mut statement = Vec::new();
    for at in topmost(locale, &nodes) {
        if drawing.drawn.insert(at) {
            statement.push(drawing.item(at, 0));
        }
    }
    let mut apart = Vec::new();
    for at in 0..nodes.len() {
        if !drawing.drawn.contains(&at) {
            apart.push(drawing.item(at, DEPTH_MAX));
        }
    }
    Ok(html! {
        @for panel in &panels { (panel) }
        (panel(
            &locale.text("settings-chart-statement"),
            html! { ul .chart .chart-top { @for item in &statement { (item) } } },
        ))
        @if !apart.is_empty() {
            (panel(
                &locale.text("account-Unclassified"),
                html! { ul .chart { @for item in &apart { (item) } } },
            ))
        }
        (others(names, &nodes)?)
    })
}

/// Built-in accounts that this business has not changed: each may be renamed all the same.
fn others(names: &Names<'_>, nodes: &[Node]) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let mut found: Vec<(String, Key)> = Vec::new();
    for spec in interchange::specs() {
        let class = kinds::find(spec.content_type).map(|kind| kind.class);
        let is_account = matches!(
            class,
            Some(Class::BalanceSheetAccount | Class::ProfitAndLossAccount)
        );
        if is_account && !nodes.iter().any(|node| node.key == spec.content_type) {
            found.push((names.text(spec.content_type)?, spec.content_type));
        }
    }
    found.sort_by(|(a, _), (b, _)| locale.compare(a, b));
    Ok(html! {
        details .panel {
            summary { (locale.text("settings-chart-others")) }
            p .muted { (locale.text("settings-chart-others-explained")) }
            ul .chart {
                @for (name, key) in &found {
                    li { a href=(record_part(names.business, *key, "edit")) { (name) } }
                }
            }
        }
    })
}

/// The chart being drawn, and what of it has been drawn.
struct Drawing<'a> {
    names: &'a Names<'a>,
    nodes: &'a [Node],
    drawn: BTreeSet<usize>,
}

impl Drawing<'_> {
    /// What stands directly under a group, and so on down.
    fn list(&mut self, group: Key, depth: usize) -> Markup {
        let mut items = Vec::new();
        for at in below(self.names.locale, self.nodes, group) {
            if self.drawn.insert(at) {
                items.push(self.item(at, depth));
            }
        }
        html! {
            @if !items.is_empty() { ul .chart { @for item in &items { (item) } } }
        }
    }

    fn item(&mut self, at: usize, depth: usize) -> Markup {
        let Some(node) = self.nodes.get(at) else {
            return html! {};
        };
        let inactive = self.names.locale.text("list-inactive");
        let below = if node.is_group() && depth < DEPTH_MAX {
            self.list(node.key, depth.saturating_add(1))
        } else {
            html! {}
        };
        let name = html! {
            @if !node.code.is_empty() { span .account-code { (user_text(&node.code)) } " " }
            (user_text(&node.label))
        };
        let href = record_part(self.names.business, node.key, "edit");
        let total = self.names.locale.text("list-column-total");
        let is_total = node.content_type == kinds::PROFIT_AND_LOSS_STATEMENT_TOTAL;
        html! {
            li id={ "a" (node.key) } {
                div .chart-row {
                    span {
                        @if node.is_group() || is_total {
                            strong { a href=(href) { (name) } }
                        } @else {
                            a href=(href) { (name) }
                        }
                        @if is_total {
                            " " (badge(BadgeKind::Plain, &total))
                        }
                        @if node.inactive { " " (badge(BadgeKind::Plain, &inactive)) }
                    }
                    (self.moves(node.key, &node.label))
                }
                (below)
            }
        }
    }

    /// The buttons that move it up and down among its neighbours.
    fn moves(&self, key: Key, label: &str) -> Markup {
        let locale = self.names.locale;
        let part = format!("chart-of-accounts/{key}/move");
        let action = addresses::business_part(self.names.business, &part);
        html! {
            span .moves role="group" aria-label=(label) {
                (forms::button_form(&action, &locale.text("settings-up"), &[("direction", "up")]))
                (forms::button_form(
                    &action,
                    &locale.text("settings-down"),
                    &[("direction", "down")],
                ))
            }
        }
    }

    fn edit_link(&self, key: Key) -> Markup {
        let href = record_part(self.names.business, key, "edit");
        html! { a .muted href=(href) { (self.names.locale.text("settings-rename-root")) } }
    }
}
