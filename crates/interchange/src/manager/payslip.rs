//! Payslips, the items on them, and payslips that recur.
//!
//! The three lists of a payslip number their parts differently; that is no slip of the pen here.

use super::account_reference::ACCOUNTS;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Earnings of a payslip.
pub(crate) const EARNINGS_LINE: &[FieldSpec] = &[
    FieldSpec::new(3, "UnitPrice", Shape::Decimal, Confirmed),
    FieldSpec::new(
        4,
        "Item",
        Shape::Reference(&[kinds::PAYSLIP_EARNINGS_ITEM]),
        Confirmed,
    ),
    FieldSpec::new(
        5,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
    FieldSpec::new(6, "LineDescription", Shape::LongText, Confirmed),
    FieldSpec::new(7, "Units", Shape::Decimal, OneSource),
];

/// Deductions of a payslip.
pub(crate) const DEDUCTION_LINE: &[FieldSpec] = &[
    FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    FieldSpec::new(
        3,
        "Item",
        Shape::Reference(&[kinds::PAYSLIP_DEDUCTION_ITEM]),
        OneSource,
    ),
    FieldSpec::new(4, "LineDescription", Shape::LongText, OneSource),
    FieldSpec::new(
        5,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
];

/// Contributions of a payslip.
pub(crate) const CONTRIBUTION_LINE: &[FieldSpec] = &[
    FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    FieldSpec::new(
        3,
        "Item",
        Shape::Reference(&[kinds::PAYSLIP_CONTRIBUTION_ITEM]),
        OneSource,
    ),
    FieldSpec::new(
        4,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
    FieldSpec::new(5, "LineDescription", Shape::LongText, OneSource),
];

/// Earnings of a payslip that recurs.
pub(crate) const RECURRING_EARNINGS_LINE: &[FieldSpec] =
    &[FieldSpec::new(3, "UnitPrice", Shape::Decimal, OneSource)];

/// Payslip.
pub(crate) static PAYSLIP: KindSpec = KindSpec::new(
    kinds::PAYSLIP,
    "Payslip",
    "payslips",
    Group::Payroll,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Confirmed),
        FieldSpec::new(
            2,
            "Employee",
            Shape::Reference(&[kinds::EMPLOYEE]),
            Confirmed,
        ),
        FieldSpec::new(3, "Earnings", Shape::Lines(EARNINGS_LINE), Confirmed),
        FieldSpec::new(4, "Deductions", Shape::Lines(DEDUCTION_LINE), OneSource),
        FieldSpec::new(
            5,
            "Contributions",
            Shape::Lines(CONTRIBUTION_LINE),
            OneSource,
        ),
        FieldSpec::new(11, "Description", Shape::LongText, OneSource),
        FieldSpec::new(12, "Reference", Shape::Text, Confirmed),
    ],
)
.titled(&[12])
.listed(&[1, 12, 2, 11])
.dated(1);

/// PayslipEarningsItem.
pub(crate) static PAYSLIP_EARNINGS_ITEM: KindSpec = KindSpec::new(
    kinds::PAYSLIP_EARNINGS_ITEM,
    "PayslipEarningsItem",
    "payslip-earnings-items",
    Group::Payroll,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(3, "ExpenseAccount", Shape::Reference(ACCOUNTS), Confirmed),
        FieldSpec::new(5, "Category", Shape::Reference(&[]), OneSource),
        FieldSpec::new(7, "Inactive", Shape::Flag, OneSource),
    ],
)
.titled(&[1])
.listed(&[1, 3]);

/// PayslipDeductionItem.
pub(crate) static PAYSLIP_DEDUCTION_ITEM: KindSpec = KindSpec::new(
    kinds::PAYSLIP_DEDUCTION_ITEM,
    "PayslipDeductionItem",
    "payslip-deduction-items",
    Group::Payroll,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(3, "LiabilityAccount", Shape::Reference(ACCOUNTS), Confirmed),
    ],
)
.titled(&[1])
.listed(&[1, 3]);

/// PayslipContributionItem.
pub(crate) static PAYSLIP_CONTRIBUTION_ITEM: KindSpec = KindSpec::new(
    kinds::PAYSLIP_CONTRIBUTION_ITEM,
    "PayslipContributionItem",
    "payslip-contribution-items",
    Group::Payroll,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(3, "ExpenseAccount", Shape::Reference(ACCOUNTS), OneSource),
        FieldSpec::new(4, "LiabilityAccount", Shape::Reference(ACCOUNTS), OneSource),
        FieldSpec::new(6, "Category", Shape::Reference(&[]), OneSource),
        FieldSpec::new(8, "Inactive", Shape::Flag, OneSource),
    ],
)
.titled(&[1])
.listed(&[1, 3, 4]);

/// RecurringPayslip.
pub(crate) static RECURRING_PAYSLIP: KindSpec = KindSpec::new(
    kinds::RECURRING_PAYSLIP,
    "RecurringPayslip",
    "recurring-payslips",
    Group::Payroll,
    &[
        FieldSpec::new(
            1,
            "Employee",
            Shape::Reference(&[kinds::EMPLOYEE]),
            OneSource,
        ),
        FieldSpec::new(
            2,
            "Earnings",
            Shape::Lines(RECURRING_EARNINGS_LINE),
            OneSource,
        ),
    ],
)
.listed(&[1]);
