//! What the chart is made of: groups, accounts and totals, each with the group it stands in.

use crate::records::names::Names;
use books::{Key, Object, kinds};
use interchange::{FieldValue, decode, spec};
use pages::Locale;
use std::cmp::Ordering;
use store::{Reader, StoreError};

/// The kinds that make up the chart, beside the built-in accounts.
pub(super) const ACCOUNT_KINDS: &[Key] = &[
    kinds::BALANCE_SHEET_ACCOUNT,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    kinds::BALANCE_SHEET_GROUP,
    kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
    kinds::PROFIT_AND_LOSS_STATEMENT_TOTAL,
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

/// A group, an account or a total.
pub(super) struct Node {
    pub key: Key,
    pub content_type: Key,
    pub label: String,
    pub code: String,
    pub group: Option<Key>,
    pub position: i64,
    /// Of a topmost group of the profit and loss statement: income before expenses.
    pub sort: i64,
    pub inactive: bool,
}

impl Node {
    pub(super) fn is_group(&self) -> bool {
        matches!(
            self.content_type,
            kinds::BALANCE_SHEET_GROUP | kinds::PROFIT_AND_LOSS_STATEMENT_GROUP
        )
    }

    /// Whether it stands at the top of the profit and loss statement.
    fn is_topmost(&self) -> bool {
        match self.content_type {
            kinds::PROFIT_AND_LOSS_STATEMENT_TOTAL => true,
            kinds::PROFIT_AND_LOSS_STATEMENT_GROUP => {
                self.group.is_none_or(|group| group == Key::NIL)
            }
            _ => false,
        }
    }
}

/// Whether a kind is one of built-in accounts, or of control accounts that the user made.
pub(super) fn is_built_in(content_type: Key) -> bool {
    kinds::find(content_type).is_some_and(|kind| {
        matches!(
            kind.class,
            kinds::Class::BalanceSheetAccount
                | kinds::Class::ProfitAndLossAccount
                | kinds::Class::ControlAccount
        )
    })
}

/// Every group and account that has a record, built-in accounts that were renamed among them, and
/// the built-in accounts that every business has.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn nodes(names: &Names<'_>) -> Result<Vec<Node>, StoreError> {
    let reader: &dyn Reader = names.reader();
    let mut nodes = Vec::new();
    for (content_type, _) in reader.object_counts()? {
        let is_built_in = is_built_in(content_type);
        if !is_built_in && !ACCOUNT_KINDS.contains(&content_type) {
            continue;
        }
        reader.each_object(Some(content_type), &mut |object| {
            if is_built_in || !object.is_keyed_by_kind() {
                nodes.push(node(names, &object)?);
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
                code: String::new(),
                group: Some(*root),
                position: 0,
                sort: 0,
                inactive: false,
            });
        }
    }
    Ok(nodes)
}

fn node(names: &Names<'_>, object: &Object) -> Result<Node, StoreError> {
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
    let text = |name: &str| {
        let text = value(name).and_then(FieldValue::text);
        text.unwrap_or_default().trim().to_owned()
    };
    Ok(Node {
        key: object.key,
        content_type: object.content_type,
        label: names.text(object.key)?,
        code: text("Code"),
        group: group.or(usual),
        position: value("Position").and_then(FieldValue::integer).unwrap_or(0),
        sort: value("Type").and_then(FieldValue::integer).unwrap_or(0),
        inactive: value("Inactive")
            .and_then(FieldValue::flag)
            .unwrap_or(false),
    })
}

/// Groups and accounts by position, then by code and name.
pub(super) fn in_order(locale: Locale, a: &Node, b: &Node) -> Ordering {
    a.position
        .cmp(&b.position)
        .then_with(|| locale.compare(&a.code, &b.code))
        .then_with(|| locale.compare(&a.label, &b.label))
        .then(a.key.cmp(&b.key))
}

/// The places of what stands at the top of the profit and loss statement: income before expenses
/// while nobody moved them.
pub(super) fn topmost(locale: Locale, nodes: &[Node]) -> Vec<usize> {
    let mut places: Vec<(usize, &Node)> = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.is_topmost())
        .collect();
    places.sort_by(|(_, a), (_, b)| {
        let by_kind = || a.sort.cmp(&b.sort);
        let by_place = || in_order(locale, a, b);
        a.position
            .cmp(&b.position)
            .then_with(by_kind)
            .then_with(by_place)
    });
    places.into_iter().map(|(place, _)| place).collect()
}

/// The places of what stands in the same group as a node, in order, the node among them.
pub(super) fn neighbours(locale: Locale, nodes: &[Node], key: Key) -> Vec<usize> {
    let Some(node) = nodes.iter().find(|node| node.key == key) else {
        return Vec::new();
    };
    if node.is_topmost() {
        return topmost(locale, nodes);
    }
    below(locale, nodes, node.group.unwrap_or(Key::NIL))
}

/// The places of what stands directly in a group, in order.
pub(super) fn below(locale: Locale, nodes: &[Node], group: Key) -> Vec<usize> {
    let mut places: Vec<(usize, &Node)> = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.group == Some(group) && !node.is_topmost())
        .collect();
    places.sort_by(|(_, a), (_, b)| in_order(locale, a, b));
    places.into_iter().map(|(place, _)| place).collect()
}
