//! Payments: money left a bank or cash account.

use super::DebitOrCredit;
use super::money_document::MoneyRule;

/// SPEC-posting.md, 6.1.
pub(super) const RULE: MoneyRule = MoneyRule {
    bank_side: DebitOrCredit::Credit,
    is_sale: false,
};
