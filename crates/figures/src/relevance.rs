//! What a changed record that is no document means for what is kept (SPEC-posting.md, 15.4).

use crate::part::typed;
use books::inventory::Item;
use books::{Books, Key, Object, kinds};
use jiff::civil::Date;

/// What has to be posted again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bearing {
    /// Nothing: a name, an address, a text.
    None,
    /// The documents that name one of these records.
    Documents(Vec<Key>),
    /// The documents that name one of these inventory items or a kit with it, and what the item
    /// costs.
    Costs(Vec<Key>),
    /// The documents in this foreign currency from a day on.
    Rate(Key, Date),
    /// The documents that name this account, which was not there before, unless a setting names
    /// it too.
    NewAccount(Key),
    /// Everything.
    Everything,
}

/// Kinds that documents name, and that bear on those documents alone.
const NAMED_KINDS: [Key; 14] = [
    kinds::CUSTOMER,
    kinds::SUPPLIER,
    kinds::EMPLOYEE,
    kinds::BANK_OR_CASH_ACCOUNT,
    kinds::CAPITAL_ACCOUNT,
    kinds::SPECIAL_ACCOUNT,
    kinds::FIXED_ASSET,
    kinds::INTANGIBLE_ASSET,
    kinds::EXPENSE_CLAIMS_PAYER,
    kinds::INVENTORY_ITEM,
    kinds::INVENTORY_KIT,
    kinds::NON_INVENTORY_ITEM,
    kinds::TAX_CODE,
    kinds::DIVISION,
];

/// Accounts and groups: once they are there, only what reports call them changes.
const CHART_KINDS: [Key; 4] = [
    kinds::BALANCE_SHEET_ACCOUNT,
    kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    kinds::BALANCE_SHEET_GROUP,
    kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
];

/// Groups bear on no posting at all.
const GROUP_KINDS: [Key; 2] = [
    kinds::BALANCE_SHEET_GROUP,
    kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
];

/// What the change of a record bears on; `before` and `after` are absent where there was or is
/// none.
pub fn bearing(key: Key, before: Option<&Object>, after: Option<&Object>) -> Bearing {
    let kinds_of = [before, after].into_iter().flatten();
    let kinds: Vec<Key> = kinds_of.map(|object| object.content_type).collect();
    let all_of = |list: &[Key]| kinds.iter().all(|kind| list.contains(kind));
    if all_of(&GROUP_KINDS) || bare(before) == bare(after) {
        return Bearing::None;
    }
    if all_of(&CHART_KINDS) && before.is_some() && after.is_some() && !is_default(before) {
        return Bearing::None;
    }
    if all_of(&CHART_KINDS) && before.is_none() && !is_default(after) {
        return Bearing::NewAccount(key);
    }
    if all_of(&NAMED_KINDS) {
        return Bearing::Documents(vec![key]);
    }
    if all_of(&[kinds::INVENTORY_UNIT_COST]) {
        let costs = [before, after].map(|object| typed(object).unit_costs);
        let items = costs.iter().flat_map(|costs| costs.values());
        return Bearing::Costs(items.map(|cost| cost.item).collect());
    }
    if all_of(&[kinds::EXCHANGE_RATE]) {
        return rate_bearing(before, after);
    }
    Bearing::Everything
}

/// The items whose cost may be another because a record of items changed: itself, and what was or
/// is in a kit.
pub fn items_costed(before: Option<&Object>, after: Option<&Object>) -> Vec<Key> {
    let items = [before, after].map(|object| typed(object).items);
    let items = items.iter().flat_map(|items| items.values());
    let with_parts = |item: &Item| {
        let parts = item.components.iter().map(|part| part.item);
        parts.chain([item.key]).collect::<Vec<_>>()
    };
    items.flat_map(with_parts).collect()
}

/// A rate bears on its currency from its day on; one that went to another currency on everything.
fn rate_bearing(before: Option<&Object>, after: Option<&Object>) -> Bearing {
    let rates = [before, after].map(|object| typed(object).exchange_rates);
    let mut found: Option<(Key, Date)> = None;
    for rate in rates.iter().flat_map(|rates| rates.values()) {
        match found {
            Some((currency, _)) if currency != rate.currency => return Bearing::Everything,
            Some((_, day)) => found = Some((rate.currency, day.min(rate.date))),
            None => found = Some((rate.currency, rate.date)),
        }
    }
    // A rate that could not be read counts as not there.
    found.map_or(Bearing::None, |(currency, day)| {
        Bearing::Rate(currency, day)
    })
}

fn is_default(object: Option<&Object>) -> bool {
    object.is_some_and(Object::is_keyed_by_kind)
}

/// What posting knows of a record, without what it only calls it.
fn bare(object: Option<&Object>) -> Books {
    let mut books = typed(object);
    books.business_name.clear();
    books.lock_date = None;
    for party in books.parties.values_mut() {
        party.name.clear();
        party.code.clear();
        party.inactive = false;
    }
    for bank in books.bank_accounts.values_mut() {
        bank.name.clear();
    }
    for holding in books.holdings.values_mut() {
        holding.name.clear();
    }
    for item in books.items.values_mut() {
        item.name.clear();
        item.code.clear();
    }
    for code in books.tax_codes.values_mut() {
        code.name.clear();
    }
    books
}
