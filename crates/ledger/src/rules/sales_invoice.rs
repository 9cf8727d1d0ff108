//! Sales invoices: we sold, the customer owes.

use super::DebitOrCredit;
use super::invoice::InvoiceRule;
use books::parties::PartyKind;

/// SPEC-posting.md, 3.1.
pub(super) const RULE: InvoiceRule = InvoiceRule {
    party: PartyKind::Customer,
    party_side: DebitOrCredit::Debit,
    is_sale: true,
};
