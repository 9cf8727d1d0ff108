//! The stable codes of [`crate::SuspenseReason`] and [`crate::NotPosted`]; faces translate them.
//! Each is explained in docs/SPEC-posting.md.

/// The line names no account, and nothing that implies one.
pub const ACCOUNT_MISSING: &str = "account-missing";
/// The account does not exist. Argument `account`.
pub const ACCOUNT_UNKNOWN: &str = "account-unknown";
/// A control account with nothing named under it. Argument `account`.
pub const SUBLEDGER_MISSING: &str = "subledger-missing";
/// What should stand under the control account does not exist. Argument `record`.
pub const SUBLEDGER_UNKNOWN: &str = "subledger-unknown";
/// The item does not exist. Argument `record`.
pub const ITEM_UNKNOWN: &str = "item-unknown";
/// The item's accounts cannot be read. Argument `record`.
pub const ITEM_ACCOUNT_UNKNOWN: &str = "item-account-unknown";
/// The invoice or note names no customer or supplier.
pub const PARTY_MISSING: &str = "party-missing";
/// The customer or supplier does not exist. Argument `record`.
pub const PARTY_UNKNOWN: &str = "party-unknown";
/// The document names no bank or cash account.
pub const BANK_ACCOUNT_MISSING: &str = "bank-account-missing";
/// The bank or cash account does not exist. Argument `record`.
pub const BANK_ACCOUNT_UNKNOWN: &str = "bank-account-unknown";
/// The tax code does not exist. Argument `record`.
pub const TAX_CODE_UNKNOWN: &str = "tax-code-unknown";
/// The tax code's rate means nothing. Argument `record`.
pub const TAX_RATE_UNKNOWN: &str = "tax-rate-unknown";
/// No exchange rate. Arguments `currency` and `amount`.
pub const RATE_UNKNOWN: &str = "rate-unknown";
/// The amount in the own currency of what was posted to is not recorded. Argument `record`.
pub const OWN_AMOUNT_UNKNOWN: &str = "own-amount-unknown";
/// Debits and credits of the document differ.
pub const DOCUMENT_UNBALANCED: &str = "document-unbalanced";
/// Withholding tax is on and cannot be read.
pub const WITHHOLDING_TAX_UNREADABLE: &str = "withholding-tax-unreadable";
/// Rounding of the total is on and cannot be read.
pub const ROUNDING_UNREADABLE: &str = "rounding-unreadable";
/// A discount or fixed total on a receipt or payment cannot be read.
pub const DISCOUNT_OR_FIXED_TOTAL_UNREADABLE: &str = "discount-or-fixed-total-unreadable";
/// A field is not of its type and counted as absent.
pub const FIELD_DAMAGED: &str = "field-damaged";

/// Not posted: no readable date.
pub const DATE_MISSING: &str = "date-missing";
/// Not posted: an amount beyond exact arithmetic.
pub const AMOUNT_TOO_LARGE: &str = "amount-too-large";
/// Not posted: no rule for this kind yet.
pub const KIND_NOT_POSTED_YET: &str = "kind-not-posted-yet";
/// Not posted: the record's bytes are damaged.
pub const RECORD_DAMAGED: &str = "record-damaged";
