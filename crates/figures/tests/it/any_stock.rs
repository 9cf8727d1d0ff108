//! Random records of stock: items, and documents that move units or leave that to another; so few
//! of each that they meet often.

use crate::any_records::{Chance, record_of};
use books::{Key, Object, kinds};
use interchange::spec;

const STOCK: [Key; 5] = [
    kinds::INVENTORY_ITEM,
    kinds::SALES_INVOICE,
    kinds::PURCHASE_INVOICE,
    kinds::DELIVERY_NOTE,
    kinds::GOODS_RECEIPT,
];

/// A record of one of these kinds.
pub fn any_record_of_stock(chance: &mut Chance) -> Object {
    let kind = STOCK[chance.below(STOCK.len())];
    record_of(chance, spec(kind).unwrap())
}
