//! Employees: who is paid through payslips.

use crate::kind_spec::{
    Certainty::{Confirmed, OneSource},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Employee.
pub(crate) static EMPLOYEE: KindSpec = KindSpec::new(
    kinds::EMPLOYEE,
    "Employee",
    "employees",
    Group::Payroll,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Address", Shape::LongText, OneSource),
        FieldSpec::new(3, "Email", Shape::Text, OneSource),
        FieldSpec::new(
            7,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(8, "CustomFields", Shape::CustomFieldsOld, OneSource),
        FieldSpec::new(9, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(14, "Code", Shape::Text, Confirmed),
        FieldSpec::new(
            15,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_EMPLOYEES]),
            OneSource,
        ),
        FieldSpec::new(
            16,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            Confirmed,
        ),
        FieldSpec::new(17, "CustomFields2", Shape::CustomFields2, OneSource),
    ],
)
.titled(&[1, 14])
.listed(&[14, 1, 3])
.with_form();
