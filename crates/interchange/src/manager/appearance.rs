//! How forms and lists look: footers, columns, tabs, scripts.
//!
//! Footers and scripts hold HTML and code. They are shown as text and never run. Tabs hold one flag
//! per tab under numbers whose meaning nobody knows; they are carried along.

use crate::kind_spec::{
    Certainty::{Inferred, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Columns of a list.
pub(crate) const COLUMN: &[FieldSpec] = &[
    FieldSpec::new(1, "Column", Shape::Reference(&[]), RealFile),
    FieldSpec::new(2, "Visible", Shape::Flag, RealFile),
];
const FOOTER: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, RealFile),
    FieldSpec::new(2, "Content", Shape::Html, RealFile),
];

/// SalesInvoiceFooter.
pub(crate) static SALES_INVOICE_FOOTER: KindSpec = KindSpec::new(
    kinds::SALES_INVOICE_FOOTER,
    "SalesInvoiceFooter",
    "sales-invoice-footers",
    Group::Settings,
    FOOTER,
)
.titled(&[1])
.listed(&[1]);

/// CreditNoteFooter.
pub(crate) static CREDIT_NOTE_FOOTER: KindSpec = KindSpec::new(
    kinds::CREDIT_NOTE_FOOTER,
    "CreditNoteFooter",
    "credit-note-footers",
    Group::Settings,
    FOOTER,
)
.titled(&[1])
.listed(&[1]);

/// DebitNoteFooter.
pub(crate) static DEBIT_NOTE_FOOTER: KindSpec = KindSpec::new(
    kinds::DEBIT_NOTE_FOOTER,
    "DebitNoteFooter",
    "debit-note-footers",
    Group::Settings,
    FOOTER,
)
.titled(&[1])
.listed(&[1]);

/// CustomColumns.
pub(crate) static CUSTOM_COLUMNS: KindSpec = KindSpec::new(
    kinds::CUSTOM_COLUMNS,
    "CustomColumns",
    "custom-columns",
    Group::Settings,
    &[FieldSpec::new(2, "Columns", Shape::Lines(COLUMN), RealFile)],
);

/// Tabs.
pub(crate) static TABS: KindSpec =
    KindSpec::new(kinds::TABS, "Tabs", "tabs", Group::Settings, &[]).single();

/// ScriptExtension.
pub(crate) static SCRIPT_EXTENSION: KindSpec = KindSpec::new(
    kinds::SCRIPT_EXTENSION,
    "ScriptExtension",
    "script-extensions",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, RealFile),
        FieldSpec::new(3, "Script", Shape::Script, RealFile),
        FieldSpec::new(4, "Location", Shape::Integer, Inferred),
    ],
)
.titled(&[1])
.listed(&[1]);
