//! Turns Manager's records into our books and back, carrying along whatever has no home.
//!
//! - [`KindSpec`]: one description per kind of record, in a file of its own under `manager/`.
//! - [`decode`]: the content of a record as typed values, every field in the order written.
//! - [`patch`]: changes the fields that a form knows and leaves all other bytes alone.
//! - [`to_plain`], [`from_plain`]: the same for people and scripts, with English field names.
//! - [`field_changes`]: what changed between two contents; [`csv_row`], [`json_entry`]: the trail
//!   for elsewhere.
//! - [`references`], [`damage`]: which records a record names; whether its bytes were spoiled.
//!
//! What is known about each kind, and how surely, is docs/SPEC-manager-records.md. This crate
//! opens no file, reads no clock and draws no random number.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

mod damage;
mod decode;
mod edit;
mod field_changes;
mod json;
mod kind_spec;
mod manager {
    //! One file per kind of record or small family of kinds.
    mod account_reference;
    mod accounts;
    mod appearance;
    mod attachment;
    mod bank_account;
    mod built_in_accounts;
    mod business_details;
    mod capital_account;
    mod choices;
    mod control_accounts;
    mod credit_note;
    mod currency;
    mod custom_fields;
    mod customer;
    mod debit_note;
    mod delivery_note;
    mod division;
    mod email_template;
    mod employee;
    mod expense_claim;
    mod fixed_asset;
    mod footers;
    mod inter_account_transfer;
    mod inventory_item;
    mod inventory_movements;
    mod investment;
    mod journal_entry;
    mod late_payment_fee;
    mod lock_date;
    mod money_line;
    mod order_line;
    mod payment;
    mod payslip;
    mod purchase_invoice;
    mod purchase_order;
    mod receipt;
    mod register;
    mod reporting;
    mod sales_invoice;
    mod sales_order;
    mod starting_balances;
    mod stock_line;
    mod supplier;
    mod tax_code;
    mod trade_line;
    pub(crate) use register::SPECS;
}
mod number_format;
mod references;
mod trail_export;

pub use damage::{Damage, damage};
pub use decode::{
    CustomValue, DecodedField, DecodedRecord, FieldValue, decode, find_field, title, unknown_fields,
};
pub use edit::{Edit, EditError, LineEdit, patch};
pub use field_changes::{FieldChange, field_changes};
pub use json::{Plain, from_plain, json_text, to_plain};
pub use kind_spec::{
    Certainty, FieldSpec, Group, KindSpec, Shape, field_spec, spec, spec_by_name, spec_by_slug,
    specs,
};
pub use number_format::NumberFormat;
pub use references::{keys_named, references};
pub use trail_export::{BYTE_ORDER_MARK, csv_heading, csv_row, json_entry, text_cell};

mod books_reader;
pub use books_reader::{BooksReader, ReadFinding};
