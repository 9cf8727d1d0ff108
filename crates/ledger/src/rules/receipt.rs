//! Receipts: money came into a bank or cash account.

use super::DebitOrCredit;
use super::money_document::MoneyRule;

/// SPEC-posting.md, 6.1.
pub(super) const RULE: MoneyRule = MoneyRule {
    bank_side: DebitOrCredit::Debit,
    is_sale: true,
};
