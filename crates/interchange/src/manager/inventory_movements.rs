//! What moves, makes, revalues or writes off stock, and where stock lies.

use super::account_reference::{ACCOUNTS, LOCATIONS};
use super::stock_line::STOCK_LINE;
use crate::kind_spec::{
    Certainty::{Inferred, OneSource},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Expenses that a production order adds to the cost.
pub(crate) const EXPENSE_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Account", Shape::Reference(ACCOUNTS), OneSource),
    FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    FieldSpec::new(
        3,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
];

/// InventoryTransfer.
pub(crate) static INVENTORY_TRANSFER: KindSpec = KindSpec::new(
    kinds::INVENTORY_TRANSFER,
    "InventoryTransfer",
    "inventory-transfers",
    Group::Stock,
    &[
        FieldSpec::new(1, "Reference", Shape::Text, OneSource),
        FieldSpec::new(2, "Date", Shape::Date, OneSource),
        FieldSpec::new(6, "Lines", Shape::Lines(STOCK_LINE), OneSource),
    ],
)
.titled(&[1])
.listed(&[2, 1])
.dated(2);

/// InventoryWriteOff.
pub(crate) static INVENTORY_WRITE_OFF: KindSpec = KindSpec::new(
    kinds::INVENTORY_WRITE_OFF,
    "InventoryWriteOff",
    "inventory-write-offs",
    Group::Stock,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(3, "Lines", Shape::Lines(STOCK_LINE), OneSource),
        FieldSpec::new(
            4,
            "AllocationAccount",
            Shape::Reference(ACCOUNTS),
            OneSource,
        ),
        FieldSpec::new(
            5,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(6, "TaxCode", Shape::Reference(&[kinds::TAX_CODE]), Inferred),
        FieldSpec::new(
            9,
            "FixedAsset",
            Shape::Reference(&[kinds::FIXED_ASSET]),
            Inferred,
        ),
        FieldSpec::new(
            10,
            "InventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(12, "Reference", Shape::Text, OneSource),
    ],
)
.titled(&[12, 2])
.listed(&[1, 12, 2])
.dated(1);

/// ProductionOrder.
pub(crate) static PRODUCTION_ORDER: KindSpec = KindSpec::new(
    kinds::PRODUCTION_ORDER,
    "ProductionOrder",
    "production-orders",
    Group::Stock,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(3, "BillOfMaterials", Shape::Lines(STOCK_LINE), OneSource),
        FieldSpec::new(
            4,
            "FinishedInventoryItem",
            Shape::Reference(&[kinds::INVENTORY_ITEM]),
            OneSource,
        ),
        FieldSpec::new(9, "AddExpenses", Shape::Flag, OneSource),
        FieldSpec::new(10, "ExpenseItems", Shape::Lines(EXPENSE_LINE), OneSource),
        FieldSpec::new(
            13,
            "InventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(17, "Reference", Shape::Text, OneSource),
        FieldSpec::new(18, "Qty", Shape::Decimal, OneSource),
    ],
)
.titled(&[17, 2])
.listed(&[1, 17, 2, 4, 18])
.dated(1);

/// InventoryUnitCost.
pub(crate) static INVENTORY_UNIT_COST: KindSpec = KindSpec::new(
    kinds::INVENTORY_UNIT_COST,
    "InventoryUnitCost",
    "inventory-unit-costs",
    Group::Stock,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(
            2,
            "InventoryItem",
            Shape::Reference(&[kinds::INVENTORY_ITEM]),
            OneSource,
        ),
        FieldSpec::new(3, "UnitCost", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.dated(1);

/// CustomInventoryLocation.
pub(crate) static CUSTOM_INVENTORY_LOCATION: KindSpec = KindSpec::new(
    kinds::CUSTOM_INVENTORY_LOCATION,
    "CustomInventoryLocation",
    "inventory-locations",
    Group::Stock,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(2, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(3, "Code", Shape::Text, OneSource),
    ],
)
.titled(&[1, 3])
.listed(&[3, 1]);

/// DefaultInventoryLocation.
pub(crate) static DEFAULT_INVENTORY_LOCATION: KindSpec = KindSpec::new(
    kinds::DEFAULT_INVENTORY_LOCATION,
    "DefaultInventoryLocation",
    "default-inventory-location",
    Group::Stock,
    &[FieldSpec::new(1, "Name", Shape::Text, OneSource)],
)
.titled(&[1])
.listed(&[1])
.single();
