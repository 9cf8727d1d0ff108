//! Fees for late payment, and time that is to be billed.

use crate::kind_spec::{
    Certainty::{Inferred, OneSource},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// What became of billable time.
const BILLABLE_TIME_STATES: &[(i64, &str)] =
    &[(0, "Uninvoiced"), (1, "Invoiced"), (2, "WrittenOff")];

/// LatePaymentFee.
pub(crate) static LATE_PAYMENT_FEE: KindSpec = KindSpec::new(
    kinds::LATE_PAYMENT_FEE,
    "LatePaymentFee",
    "late-payment-fees",
    Group::Sales,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(
            2,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            OneSource,
        ),
        FieldSpec::new(
            3,
            "SalesInvoice",
            Shape::Reference(&[kinds::SALES_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(4, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3, 4])
.dated(1);

/// BillableTime.
pub(crate) static BILLABLE_TIME: KindSpec = KindSpec::new(
    kinds::BILLABLE_TIME,
    "BillableTime",
    "billable-time",
    Group::Sales,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(3, "Description", Shape::LongText, OneSource),
        FieldSpec::new(6, "Hours", Shape::Integer, OneSource),
        FieldSpec::new(7, "Minutes", Shape::Integer, OneSource),
        FieldSpec::new(8, "HourlyRate", Shape::Decimal, OneSource),
        FieldSpec::new(
            9,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            Inferred,
        ),
        FieldSpec::new(
            13,
            "SalesInvoice",
            Shape::Reference(&[kinds::SALES_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(14, "Status", Shape::Choice(BILLABLE_TIME_STATES), OneSource),
        FieldSpec::new(15, "WrittenOffDate", Shape::Date, OneSource),
        FieldSpec::new(
            16,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
    ],
)
.titled(&[3])
.listed(&[1, 9, 3, 6, 7, 8])
.dated(1);
