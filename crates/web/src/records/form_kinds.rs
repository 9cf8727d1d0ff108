//! The forms of this version, one constant for each kind of record.
//!
//! Numbers are those of docs/SPEC-manager-records.md. A kind is added here and nowhere else.

use super::choices::Source;
use super::form::{Complaint, Form, FormField, FormLines, Place, Route, SetTo};
use books::{Key, kinds};
use interchange::{DecodedRecord, FieldValue, find_field};
use rust_decimal::Decimal;

/// The form for a kind of record, where there is one.
pub(super) fn form_of(content_type: Key) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.content_type == content_type)
}

/// All forms.
pub(super) static FORMS: &[Form] = &[
    Form {
        content_type: kinds::JOURNAL_ENTRY,
        fields: &[
            FormField::new(1).needed("date-needed"),
            FormField::new(2),
            FormField::new(3),
        ],
        lines: Some(&JOURNAL_LINES),
        check: journal_balances,
    },
    money_form(kinds::RECEIPT, &MONEY_LINES),
    money_form(kinds::PAYMENT, &MONEY_LINES),
    Form {
        content_type: kinds::CUSTOMER,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(13),
            FormField::email(3),
            FormField::new(4),
            FormField::new(2),
            FormField::new(20),
            FormField::record(14, Source::Currencies),
            FormField::new(15),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::SUPPLIER,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(10),
            FormField::email(2),
            FormField::new(3),
            FormField::new(7),
            FormField::record(11, Source::Currencies),
            FormField::new(12),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::BANK_OR_CASH_ACCOUNT,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(13),
            FormField::record(3, Source::Currencies),
            FormField::new(10),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::BALANCE_SHEET_ACCOUNT,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(17),
            FormField::record(3, Source::BalanceSheetGroups).needed("group-needed"),
            FormField::new(19),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(11),
            FormField::record(3, Source::ProfitAndLossGroups).needed("group-needed"),
            FormField::new(12),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::BALANCE_SHEET_GROUP,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::record(3, Source::BalanceSheetGroups).needed("group-needed"),
        ],
        lines: None,
        check: nothing_to_check,
    },
    Form {
        content_type: kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
        fields: &[
            FormField::new(1).needed("name-needed"),
            FormField::new(6),
            FormField::record(3, Source::ProfitAndLossGroups),
        ],
        lines: None,
        check: nothing_to_check,
    },
];

/// Receipts and payments number their fields alike as far as the form goes.
const fn money_form(content_type: Key, lines: &'static FormLines) -> Form {
    Form {
        content_type,
        fields: &MONEY_FIELDS,
        lines: Some(lines),
        check: money_moves,
    }
}

static MONEY_FIELDS: [FormField; 6] = [
    FormField::new(1).needed("date-needed"),
    FormField::new(2),
    FormField::record(7, Source::BankAccounts).needed("bank-account-needed"),
    FormField::place(3, &COUNTERPARTY),
    FormField::new(6),
    FormField::new(10),
];

/// Whom a receipt is from or a payment is to. Anybody else is named in the field for it.
static COUNTERPARTY: Place = Place {
    routes: &[
        Route {
            token: "customer",
            source: Source::Customers,
            sets: &[(3, SetTo::Integer(1)), (4, SetTo::Chosen)],
        },
        Route {
            token: "supplier",
            source: Source::Suppliers,
            sets: &[(3, SetTo::Integer(2)), (5, SetTo::Chosen)],
        },
    ],
    dependent: &[],
};

/// Where a line of a journal entry posts to.
static JOURNAL_PLACE: Place = Place {
    routes: &[
        Route {
            token: "account",
            source: Source::Accounts,
            sets: &[(1, SetTo::Chosen)],
        },
        Route {
            token: "bank",
            source: Source::BankAccounts,
            sets: &[
                (
                    1,
                    SetTo::Reference(kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT),
                ),
                (29, SetTo::Chosen),
            ],
        },
        Route {
            token: "customer",
            source: Source::Customers,
            sets: &[
                (
                    1,
                    SetTo::Reference(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT),
                ),
                (2, SetTo::Chosen),
            ],
        },
        Route {
            token: "supplier",
            source: Source::Suppliers,
            sets: &[
                (
                    1,
                    SetTo::Reference(kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT),
                ),
                (3, SetTo::Chosen),
            ],
        },
    ],
    dependent: &[4, 8, 9, 10, 11, 17, 18, 26],
};

/// Where a line of a receipt or payment posts to.
static MONEY_PLACE: Place = Place {
    routes: &[
        Route {
            token: "account",
            source: Source::Accounts,
            sets: &[(2, SetTo::Chosen)],
        },
        Route {
            token: "customer",
            source: Source::Customers,
            sets: &[
                (
                    2,
                    SetTo::Reference(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT),
                ),
                (3, SetTo::Chosen),
            ],
        },
        Route {
            token: "supplier",
            source: Source::Suppliers,
            sets: &[
                (
                    2,
                    SetTo::Reference(kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT),
                ),
                (7, SetTo::Chosen),
            ],
        },
    ],
    dependent: &[4, 8, 9, 10, 11, 12, 13, 14, 22, 26],
};

static JOURNAL_LINES: FormLines = FormLines {
    number: 14,
    fields: &[
        FormField::place(1, &JOURNAL_PLACE).needed("account-needed"),
        FormField::new(12),
        FormField::new(13),
        FormField::new(14),
    ],
    summed: &[13, 14],
};

static MONEY_LINES: FormLines = FormLines {
    number: 11,
    fields: &[
        FormField::place(2, &MONEY_PLACE).needed("account-needed"),
        FormField::new(15),
        FormField::record(20, Source::TaxCodes),
        FormField::new(18),
    ],
    summed: &[18],
};

fn nothing_to_check(_: &DecodedRecord) -> Option<Complaint> {
    None
}

/// A document of which no line has an amount says nothing.
fn lines_needed(record: &DecodedRecord, lines: u32, amounts: &[u32]) -> Option<Complaint> {
    let says_something = record.lines(lines).any(|line| {
        amounts.iter().any(|number| {
            find_field(line, *number)
                .and_then(|field| field.value.decimal())
                .is_some_and(|amount| !amount.is_zero())
        })
    });
    (!says_something).then_some(Complaint {
        code: "lines-needed",
        amount: None,
    })
}

/// A receipt or payment has a line with an amount: in the currency of the bank account, in that of
/// the line, or as a price for each.
fn money_moves(record: &DecodedRecord) -> Option<Complaint> {
    lines_needed(record, 11, &[18, 19, 25])
}

/// Debit and credit of a journal entry must be equal; the difference is named.
fn journal_balances(record: &DecodedRecord) -> Option<Complaint> {
    let sum = |number: u32| -> Decimal {
        record
            .lines(14)
            .filter_map(|line| find_field(line, number)?.value.decimal())
            .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))
    };
    let on_both_sides = record.lines(14).any(|line| {
        [13, 14].iter().all(|number| {
            find_field(line, *number)
                .and_then(|field| FieldValue::decimal(&field.value))
                .is_some_and(|amount| !amount.is_zero())
        })
    });
    if on_both_sides {
        return Some(Complaint {
            code: "debit-and-credit",
            amount: None,
        });
    }
    let difference = sum(13).saturating_sub(sum(14));
    if difference.is_zero() {
        return lines_needed(record, 14, &[13, 14]);
    }
    Some(Complaint {
        code: "does-not-balance",
        amount: Some(difference.abs()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::form::Control;

    #[test]
    fn every_field_of_every_form_is_described() {
        for form in FORMS {
            let spec = form.spec().expect("a form is for a described kind");
            assert!(spec.editable, "{} has a form", spec.name);
            for field in form.fields {
                assert!(
                    form.field(field).is_some(),
                    "{} {}",
                    spec.name,
                    field.number
                );
            }
            let Some(lines) = form.lines else { continue };
            for field in lines.fields {
                assert!(
                    form.line_field(lines, field).is_some(),
                    "{} {}",
                    spec.name,
                    field.number
                );
                let Control::Place(place) = field.control else {
                    continue;
                };
                for number in place.managed().iter().chain(place.dependent) {
                    let known = FormField::new(*number);
                    assert!(
                        form.line_field(lines, &known).is_some(),
                        "{} {number}",
                        spec.name
                    );
                }
            }
        }
    }
}
