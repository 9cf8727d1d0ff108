//! Tax codes, and withholding tax.
//!
//! Field 5 says where the rate comes from: nothing for zero per cent, 1 for a hundred, 2 for field
//! 4. Field 6 says whether the components count; a code with one component of 15 per cent was seen.
//! Blank components occur and are kept.

use super::account_reference::ACCOUNTS;
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Where the rate of a tax code comes from.
const RATES: &[(i64, &str)] = &[(0, "Zero"), (1, "Total"), (2, "Custom")];

/// Whether a tax code has one rate or components.
const TYPES: &[(i64, &str)] = &[(0, "SingleRate"), (1, "MultipleRates")];

/// Components of a tax code.
pub(crate) const COMPONENT: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, RealFile),
    FieldSpec::new(2, "Rate", Shape::Decimal, RealFile),
    FieldSpec::new(4, "Account", Shape::Reference(ACCOUNTS), RealFile),
    FieldSpec::new(5, "ReportingCategory", Shape::Reference(&[]), RealFile),
];

/// TaxCode.
pub(crate) static TAX_CODE: KindSpec = KindSpec::new(
    kinds::TAX_CODE,
    "TaxCode",
    "tax-codes",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Components", Shape::Lines(COMPONENT), RealFile),
        FieldSpec::new(4, "Rate", Shape::Decimal, Confirmed),
        FieldSpec::new(5, "TaxRate", Shape::Choice(RATES), Confirmed),
        FieldSpec::new(6, "Type", Shape::Choice(TYPES), Confirmed),
        FieldSpec::new(7, "Account", Shape::Reference(ACCOUNTS), Confirmed),
        FieldSpec::new(10, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(11, "ReverseCharged", Shape::Flag, OneSource),
        FieldSpec::new(13, "HasCustomSalesInvoiceTitle", Shape::Flag, Inferred),
        FieldSpec::new(14, "CustomSalesInvoiceTitle", Shape::Text, Inferred),
        FieldSpec::new(15, "HasCustomCreditNoteTitle", Shape::Flag, Inferred),
        FieldSpec::new(16, "CustomCreditNoteTitle", Shape::Text, Inferred),
        FieldSpec::new(17, "CustomFields", Shape::CustomFieldsOld, RealFile),
        FieldSpec::new(18, "ReportingCategory", Shape::Reference(&[]), Inferred),
        FieldSpec::new(
            19,
            "TaxAmountReportingCategory",
            Shape::Reference(&[]),
            Inferred,
        ),
        FieldSpec::new(21, "Label", Shape::Text, Inferred),
        FieldSpec::new(23, "CustomFields2", Shape::CustomFields2, RealFile),
    ],
)
.titled(&[1])
.listed(&[1, 21, 4])
.with_form();

/// WithholdingTax.
pub(crate) static WITHHOLDING_TAX: KindSpec = KindSpec::new(
    kinds::WITHHOLDING_TAX,
    "WithholdingTax",
    "withholding-tax",
    Group::Settings,
    &[
        FieldSpec::new(1, "WithholdingTaxReceivable", Shape::Flag, Inferred),
        FieldSpec::new(2, "WithholdingTaxPayable", Shape::Flag, Inferred),
    ],
)
.single();

/// WithholdingTaxReceipt.
pub(crate) static WITHHOLDING_TAX_RECEIPT: KindSpec = KindSpec::new(
    kinds::WITHHOLDING_TAX_RECEIPT,
    "WithholdingTaxReceipt",
    "withholding-tax-receipts",
    Group::Sales,
    &[
        FieldSpec::new(
            1,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            OneSource,
        ),
        FieldSpec::new(2, "Date", Shape::Date, OneSource),
        FieldSpec::new(3, "Amount", Shape::Decimal, OneSource),
        FieldSpec::new(4, "Description", Shape::LongText, OneSource),
    ],
)
.titled(&[4])
.listed(&[2, 1, 3, 4])
.dated(2);
