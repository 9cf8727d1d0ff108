//! Credit notes: the sales invoice turned round.

use super::DebitOrCredit;
use super::invoice::InvoiceRule;
use books::parties::PartyKind;

/// SPEC-posting.md, 3.1.
pub(super) const RULE: InvoiceRule = InvoiceRule {
    party: PartyKind::Customer,
    party_side: DebitOrCredit::Credit,
    is_sale: true,
};
