//! The parties: customers, suppliers and employees, whose forms ask much the same.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField};
use books::kinds;

pub(super) static CUSTOMER: Form = Form {
    content_type: kinds::CUSTOMER,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(13),
        FormField::email(3),
        FormField::new(4),
        FormField::new(2),
        FormField::new(20),
        FormField::record(14, Source::Currencies),
        FormField::new(27)
            .flagged(26)
            .hinted("form-default-days-hint"),
        FormField::record(25, Source::Divisions),
        FormField::record(19, Source::CustomerControlAccounts),
        FormField::new(15),
    ],
    lines: None,
    check: nothing,
};

pub(super) static SUPPLIER: Form = Form {
    content_type: kinds::SUPPLIER,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(10),
        FormField::email(2),
        FormField::new(3),
        FormField::new(7),
        FormField::record(11, Source::Currencies),
        FormField::record(16, Source::SupplierControlAccounts),
        FormField::new(12),
    ],
    lines: None,
    check: nothing,
};

pub(super) static EMPLOYEE: Form = Form {
    content_type: kinds::EMPLOYEE,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(14),
        FormField::email(3),
        FormField::new(2),
        FormField::record(7, Source::Currencies),
        FormField::record(16, Source::Divisions),
        FormField::record(15, Source::EmployeeControlAccounts),
        FormField::new(9),
    ],
    lines: None,
    check: nothing,
};
