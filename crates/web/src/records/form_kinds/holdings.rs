//! What stands under control accounts and is neither party nor item, and divisions.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField};
use books::{Key, kinds};

pub(super) static CAPITAL_ACCOUNT: Form = form(
    kinds::CAPITAL_ACCOUNT,
    &[
        FormField::new(1).needed("name-needed"),
        FormField::new(11),
        FormField::record(12, Source::Divisions),
        FormField::record(10, Source::CapitalControlAccounts),
        FormField::new(8),
    ],
);

pub(super) static SUB_ACCOUNT: Form = form(
    kinds::SUB_ACCOUNT,
    &[FormField::new(1).needed("name-needed")],
);

pub(super) static SPECIAL_ACCOUNT: Form = form(
    kinds::SPECIAL_ACCOUNT,
    &[
        FormField::new(1).needed("name-needed"),
        FormField::new(11),
        FormField::record(5, Source::Currencies),
        FormField::record(6, Source::TaxCodes),
        FormField::record(12, Source::Divisions),
        FormField::record(7, Source::SpecialControlAccounts),
        FormField::new(10),
    ],
);

pub(super) static EXPENSE_CLAIMS_PAYER: Form = form(
    kinds::EXPENSE_CLAIMS_PAYER,
    &[
        FormField::new(1).needed("name-needed"),
        FormField::record(7, Source::Divisions),
        FormField::new(6),
    ],
);

pub(super) static DIVISION: Form = form(
    kinds::DIVISION,
    &[
        FormField::new(1).needed("name-needed"),
        FormField::new(1001),
    ],
);

const fn form(content_type: Key, fields: &'static [FormField]) -> Form {
    Form {
        content_type,
        fields,
        lines: None,
        check: nothing,
    }
}
