//! Parties, holdings and items: what stands under control accounts.

use super::values::Values;
use books::accounts::{Disposal, Holding};
use books::inventory::{Item, KitComponent, UnitCost};
use books::parties::{Party, PartyKind};
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

pub(super) fn read_customer(books: &mut Books, object: &Object, values: &Values<'_>) {
    let party = Party {
        key: object.key,
        kind: PartyKind::Customer,
        name: values.text(1),
        code: values.text(13),
        currency: values.key(14),
        control_account: values.key(19),
        inactive: values.flag(15),
    };
    books.parties.insert(object.key, party);
}

pub(super) fn read_supplier(books: &mut Books, object: &Object, values: &Values<'_>) {
    let party = Party {
        key: object.key,
        kind: PartyKind::Supplier,
        name: values.text(1),
        code: values.text(10),
        currency: values.key(11),
        control_account: values.key(16),
        inactive: values.flag(12),
    };
    books.parties.insert(object.key, party);
}

pub(super) fn read_employee(books: &mut Books, object: &Object, values: &Values<'_>) {
    let party = Party {
        key: object.key,
        kind: PartyKind::Employee,
        name: values.text(1),
        code: values.text(14),
        currency: values.key(7),
        control_account: values.key(15),
        inactive: values.flag(9),
    };
    books.parties.insert(object.key, party);
}

/// The numbers differ by kind; 0 stands for none, which no field has.
pub(super) fn read_holding(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (name, code, currency, control, accumulated) = match object.content_type {
        kinds::CAPITAL_ACCOUNT => (1, 11, 0, 10, 0),
        kinds::SPECIAL_ACCOUNT => (1, 11, 5, 7, 0),
        kinds::FIXED_ASSET => (1, 10, 0, 14, 18),
        kinds::INTANGIBLE_ASSET => (1, 10, 0, 12, 16),
        kinds::INVESTMENT => (2, 1, 0, 7, 0),
        _ => (1, 0, 0, 0, 0),
    };
    let (custom, expense, disposal_account) = match object.content_type {
        kinds::FIXED_ASSET => (20, 21, 19),
        kinds::INTANGIBLE_ASSET => (18, 19, 17),
        _ => (0, 0, 0),
    };
    let is_asset = custom != 0;
    let holding = Holding {
        key: object.key,
        kind: object.content_type,
        name: values.text(name),
        code: values.text(code),
        currency: values.key(currency),
        control_account: values.key(control),
        accumulated_account: values.key(accumulated),
        expense_account: values.key(expense).filter(|_| values.flag(custom)),
        disposal: (is_asset && values.flag(6)).then(|| Disposal {
            date: values.date(7),
            account: values.key(disposal_account),
        }),
    };
    books.holdings.insert(object.key, holding);
}

/// The accounts of an item, and what else of items without stock, are in fields of ours
/// (SPEC-posting.md, 3.4).
pub(super) fn read_item(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (code, name) = match object.content_type {
        kinds::INVENTORY_ITEM => (values.text(1), values.text(11)),
        kinds::NON_INVENTORY_ITEM => (values.text(1001), values.text(1)),
        _ => (String::new(), values.text(1)),
    };
    let item = Item {
        key: object.key,
        kind: object.content_type,
        code,
        name,
        sales_account: values.key(1003),
        purchases_account: values.key(1004),
        costs_at_average: object.content_type == kinds::INVENTORY_ITEM
            && values.integer(1005) == Some(1),
        components: match object.content_type {
            kinds::INVENTORY_KIT => values
                .each(3, read_component)
                .into_iter()
                .flatten()
                .collect(),
            _ => Vec::new(),
        },
    };
    books.items.insert(object.key, item);
}

fn read_component(values: &Values<'_>) -> Option<KitComponent> {
    Some(KitComponent {
        item: values.key(1)?,
        quantity: values.decimal(3).unwrap_or(Decimal::ONE),
    })
}

pub(super) fn read_unit_cost(books: &mut Books, object: &Object, values: &Values<'_>) {
    if let (Some(date), Some(item)) = (values.date(1), values.key(2)) {
        let cost = UnitCost {
            key: object.key,
            date,
            item,
            cost: values.decimal(3).unwrap_or_default(),
        };
        books.unit_costs.insert(object.key, cost);
    }
}
