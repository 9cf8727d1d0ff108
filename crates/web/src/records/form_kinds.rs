//! The forms of this version: one file for each kind of record or small family of kinds.
//!
//! Numbers are those of docs/SPEC-manager-records.md. A kind is added by a file beside this one and
//! by its line in [`FORMS`], and nowhere else.

mod accounts;
mod bank;
mod built_in_accounts;
mod checks;
mod holdings;
mod invoices;
mod items;
mod journal_entry;
mod money;
mod notes;
mod orders;
mod parties;
mod settings;
mod starting_balances;

use super::form::Form;
use books::Key;

/// The form for a kind of record, where there is one.
pub(super) fn form_of(content_type: Key) -> Option<&'static Form> {
    [FORMS, settings::FORMS, starting_balances::FORMS]
        .into_iter()
        .flatten()
        .copied()
        .find(|form| form.content_type == content_type)
        .or_else(|| built_in_accounts::form_of(content_type))
}

/// All forms.
pub(super) static FORMS: &[&Form] = &[
    &accounts::BALANCE_SHEET_ACCOUNT,
    &accounts::BALANCE_SHEET_GROUP,
    &accounts::PROFIT_AND_LOSS_ACCOUNT,
    &accounts::PROFIT_AND_LOSS_GROUP,
    &bank::BANK_OR_CASH_ACCOUNT,
    &bank::BANK_RECONCILIATION,
    &bank::INTER_ACCOUNT_TRANSFER,
    &holdings::CAPITAL_ACCOUNT,
    &holdings::DIVISION,
    &holdings::EXPENSE_CLAIMS_PAYER,
    &holdings::SPECIAL_ACCOUNT,
    &holdings::SUB_ACCOUNT,
    &invoices::CREDIT_NOTE,
    &invoices::DEBIT_NOTE,
    &invoices::PURCHASE_INVOICE,
    &invoices::SALES_INVOICE,
    &items::INVENTORY_ITEM,
    &items::NON_INVENTORY_ITEM,
    &journal_entry::JOURNAL_ENTRY,
    &money::PAYMENT,
    &money::RECEIPT,
    &notes::DELIVERY_NOTE,
    &notes::GOODS_RECEIPT,
    &orders::PURCHASE_ORDER,
    &orders::PURCHASE_QUOTE,
    &orders::SALES_ORDER,
    &orders::SALES_QUOTE,
    &parties::CUSTOMER,
    &parties::EMPLOYEE,
    &parties::SUPPLIER,
];

#[cfg(test)]
mod tests;
