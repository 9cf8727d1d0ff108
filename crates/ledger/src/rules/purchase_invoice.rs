//! Purchase invoices: we bought, we owe the supplier.

use super::DebitOrCredit;
use super::invoice::InvoiceRule;
use books::parties::PartyKind;

/// SPEC-posting.md, 3.1.
pub(super) const RULE: InvoiceRule = InvoiceRule {
    party: PartyKind::Supplier,
    party_side: DebitOrCredit::Credit,
    is_sale: false,
};
