//! Bank and cash accounts, transfers between them, and comparing them with the bank's statement.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField};
use books::kinds;
use interchange::{DecodedRecord, FieldValue};
use rust_decimal::Decimal;

pub(super) static BANK_OR_CASH_ACCOUNT: Form = Form {
    content_type: kinds::BANK_OR_CASH_ACCOUNT,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(13),
        FormField::record(3, Source::Currencies),
        FormField::record(12, Source::BankControlAccounts),
        FormField::new(10),
    ],
    lines: None,
    check: nothing,
};

pub(super) static BANK_RECONCILIATION: Form = Form {
    content_type: kinds::BANK_RECONCILIATION,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::record(2, Source::BankAccounts).needed("bank-account-needed"),
        FormField::new(3).hinted("form-statement-balance-hint"),
    ],
    lines: None,
    check: nothing,
};

pub(super) static INTER_ACCOUNT_TRANSFER: Form = Form {
    content_type: kinds::INTER_ACCOUNT_TRANSFER,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(6),
        FormField::record(2, Source::BankAccounts).needed("bank-account-needed"),
        FormField::new(8),
        FormField::record(3, Source::BankAccounts).needed("bank-account-needed"),
        FormField::new(9).hinted("form-amount-received-hint"),
        FormField::new(5),
    ],
    lines: None,
    check: money_moves,
};

/// A transfer has an amount, and two accounts that are not one.
fn money_moves(record: &DecodedRecord) -> Option<Complaint> {
    let account = |number| record.value(number).and_then(FieldValue::reference);
    let amount = |number| record.value(number).and_then(FieldValue::decimal);
    let complain = |code| Some(Complaint { code, amount: None });
    if account(2).is_some() && account(2) == account(3) {
        return complain("accounts-must-differ");
    }
    let moves = [8, 9]
        .into_iter()
        .filter_map(amount)
        .any(|amount: Decimal| !amount.is_zero());
    if moves {
        None
    } else {
        complain("amount-needed")
    }
}
