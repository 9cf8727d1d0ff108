//! Debit notes: the purchase invoice turned round.

use super::DebitOrCredit;
use super::invoice::InvoiceRule;
use books::parties::PartyKind;

/// SPEC-posting.md, 3.1.
pub(super) const RULE: InvoiceRule = InvoiceRule {
    party: PartyKind::Supplier,
    party_side: DebitOrCredit::Debit,
    is_sale: false,
};
