//! Things bought, sold or kept: inventory items, kits of them, and items without a stock.
//!
//! Field 8 of an inventory item is a date that real files always hold as the earliest one. Nobody
//! knows the numbers of items without a stock: the name is taken to be field 1, as for every other
//! object, and the rest stands under numbers of our own (docs/SPEC-manager-records.md, 4.13).

use super::account_reference::ACCOUNTS;
use super::choices::COST_METHODS;
use super::stock_line::STOCK_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// InventoryItem.
pub(crate) static INVENTORY_ITEM: KindSpec = KindSpec::new(
    kinds::INVENTORY_ITEM,
    "InventoryItem",
    "inventory-items",
    Group::Stock,
    &[
        FieldSpec::new(1, "ItemCode", Shape::Text, Confirmed),
        FieldSpec::new(2, "DefaultPurchaseUnitPrice", Shape::Decimal, OneSource),
        FieldSpec::new(3, "DefaultSalesUnitPrice", Shape::Decimal, OneSource),
        FieldSpec::new(4, "DefaultLineDescription", Shape::LongText, Inferred),
        FieldSpec::new(8, "ObsoleteDate", Shape::ObsoleteDate, RealFile),
        FieldSpec::new(10, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(11, "ItemName", Shape::Text, Confirmed),
        FieldSpec::new(
            12,
            "DefaultTaxCode",
            Shape::Reference(&[kinds::TAX_CODE]),
            Inferred,
        ),
        FieldSpec::new(13, "UnitName", Shape::Text, Confirmed),
        FieldSpec::new(29, "HasDefaultLineDescription", Shape::Flag, Inferred),
        FieldSpec::new(30, "HasDefaultTaxCode", Shape::Flag, Inferred),
        FieldSpec::new(31, "HasDefaultPurchaseUnitPrice", Shape::Flag, OneSource),
        FieldSpec::new(32, "HasDefaultSalesUnitPrice", Shape::Flag, OneSource),
        FieldSpec::new(33, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(38, "ValuationMethod", Shape::Integer, OneSource),
        FieldSpec::new(1003, "SalesAccount", Shape::Reference(ACCOUNTS), Ours),
        FieldSpec::new(1004, "PurchasesAccount", Shape::Reference(ACCOUNTS), Ours),
        FieldSpec::new(1005, "CostMethod", Shape::Choice(COST_METHODS), Ours),
    ],
)
.titled(&[11, 1])
.listed(&[1, 11, 13])
.with_form();

/// InventoryKit.
pub(crate) static INVENTORY_KIT: KindSpec = KindSpec::new(
    kinds::INVENTORY_KIT,
    "InventoryKit",
    "inventory-kits",
    Group::Stock,
    &[
        FieldSpec::new(1, "Name", Shape::Text, RealFile),
        FieldSpec::new(3, "BillOfMaterials", Shape::Lines(STOCK_LINE), RealFile),
        FieldSpec::new(
            5,
            "DefaultTaxCode",
            Shape::Reference(&[kinds::TAX_CODE]),
            Inferred,
        ),
        FieldSpec::new(16, "HasDefaultTaxCode", Shape::Flag, Inferred),
        FieldSpec::new(17, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(1003, "SalesAccount", Shape::Reference(ACCOUNTS), Ours),
    ],
)
.titled(&[1])
.listed(&[1]);

/// NonInventoryItem.
pub(crate) static NON_INVENTORY_ITEM: KindSpec = KindSpec::new(
    kinds::NON_INVENTORY_ITEM,
    "NonInventoryItem",
    "non-inventory-items",
    Group::Stock,
    &[
        FieldSpec::new(1, "ItemName", Shape::Text, Inferred),
        FieldSpec::new(1001, "ItemCode", Shape::Text, Ours),
        FieldSpec::new(1002, "UnitName", Shape::Text, Ours),
        FieldSpec::new(1003, "SalesAccount", Shape::Reference(ACCOUNTS), Ours),
        FieldSpec::new(1004, "PurchasesAccount", Shape::Reference(ACCOUNTS), Ours),
        FieldSpec::new(1005, "DefaultSalesUnitPrice", Shape::Decimal, Ours),
        FieldSpec::new(1006, "DefaultPurchaseUnitPrice", Shape::Decimal, Ours),
        FieldSpec::new(1007, "DefaultLineDescription", Shape::LongText, Ours),
        FieldSpec::new(
            1008,
            "DefaultTaxCode",
            Shape::Reference(&[kinds::TAX_CODE]),
            Ours,
        ),
        FieldSpec::new(1009, "Inactive", Shape::Flag, Ours),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[1, 1001])
.listed(&[1001, 1, 1002])
.with_form();
