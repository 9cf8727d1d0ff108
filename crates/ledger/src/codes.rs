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
/// The line names no item.
pub const ITEM_MISSING: &str = "item-missing";
/// The item's accounts cannot be read. Argument `record`.
pub const ITEM_ACCOUNT_UNKNOWN: &str = "item-account-unknown";
/// The invoice or note names no customer or supplier.
pub const PARTY_MISSING: &str = "party-missing";
/// The payslip names no employee.
pub const EMPLOYEE_MISSING: &str = "employee-missing";
/// The customer, supplier or employee does not exist. Argument `record`.
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
/// A tax code stands on a document whose tax cannot be read.
pub const TAX_UNREADABLE: &str = "tax-unreadable";
/// The invoice does not exist, or is of another kind. Argument `record`.
pub const INVOICE_UNKNOWN: &str = "invoice-unknown";
/// The invoice is not named.
pub const INVOICE_MISSING: &str = "invoice-missing";
/// What became of billable time cannot be read.
pub const STATUS_UNKNOWN: &str = "status-unknown";
/// An asset was disposed of on no readable day. Argument `record`.
pub const DISPOSAL_DATE_MISSING: &str = "disposal-date-missing";
/// How many units of an investment there are is not recorded. Argument `record`.
pub const UNITS_UNKNOWN: &str = "units-unknown";
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

/// Every code above.
const ALL: &[&str] = &[
    ACCOUNT_MISSING,
    ACCOUNT_UNKNOWN,
    SUBLEDGER_MISSING,
    SUBLEDGER_UNKNOWN,
    ITEM_UNKNOWN,
    ITEM_MISSING,
    ITEM_ACCOUNT_UNKNOWN,
    PARTY_MISSING,
    EMPLOYEE_MISSING,
    PARTY_UNKNOWN,
    BANK_ACCOUNT_MISSING,
    BANK_ACCOUNT_UNKNOWN,
    TAX_CODE_UNKNOWN,
    TAX_RATE_UNKNOWN,
    RATE_UNKNOWN,
    OWN_AMOUNT_UNKNOWN,
    DOCUMENT_UNBALANCED,
    WITHHOLDING_TAX_UNREADABLE,
    ROUNDING_UNREADABLE,
    DISCOUNT_OR_FIXED_TOTAL_UNREADABLE,
    TAX_UNREADABLE,
    INVOICE_UNKNOWN,
    INVOICE_MISSING,
    STATUS_UNKNOWN,
    DISPOSAL_DATE_MISSING,
    UNITS_UNKNOWN,
    FIELD_DAMAGED,
    DATE_MISSING,
    AMOUNT_TOO_LARGE,
    KIND_NOT_POSTED_YET,
    RECORD_DAMAGED,
];

/// The names of all arguments of the codes above.
const ARGUMENTS: &[&str] = &["account", "amount", "currency", "record"];

/// The code that is written so: for stores that kept a reason and read it again.
pub fn find(text: &str) -> Option<&'static str> {
    ALL.iter().copied().find(|code| *code == text)
}

/// The name of an argument that is written so.
pub fn find_argument(text: &str) -> Option<&'static str> {
    ARGUMENTS.iter().copied().find(|name| *name == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_this_file_is_found_again() {
        let lines = include_str!("codes.rs").lines();
        let mut count = 0;
        for line in lines.filter(|line| line.starts_with("pub const ")) {
            let code = line.split('"').nth(1).expect("a code in quotes");
            assert_eq!(find(code), Some(code), "add `{code}` to ALL");
            count += 1;
        }
        assert_eq!(count, ALL.len());
    }
}
