//! Who the business is, and how its dates and numbers look.
//!
//! The name in these details is not the name of the business file: they differ in real files.

use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// BusinessDetails.
pub(crate) static BUSINESS_DETAILS: KindSpec = KindSpec::new(
    kinds::BUSINESS_DETAILS,
    "BusinessDetails",
    "business-details",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Address", Shape::LongText, Confirmed),
        FieldSpec::new(5, "CustomFields", Shape::CustomFieldsOld, RealFile),
        FieldSpec::new(6, "Country", Shape::Text, Inferred),
        FieldSpec::new(7, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(1001, "Identifiers", Shape::LongText, Ours),
        FieldSpec::new(1002, "TimeZone", Shape::Text, Ours),
    ],
)
.titled(&[1])
.listed(&[1, 2])
.single();

/// DateAndNumberFormat.
pub(crate) static DATE_AND_NUMBER_FORMAT: KindSpec = KindSpec::new(
    kinds::DATE_AND_NUMBER_FORMAT,
    "DateAndNumberFormat",
    "date-and-number-format",
    Group::Settings,
    &[
        FieldSpec::new(1, "DateFormat", Shape::Text, RealFile),
        FieldSpec::new(2, "FirstDayOfWeek", Shape::Integer, Inferred),
        FieldSpec::new(3, "NumberFormat", Shape::Text, RealFile),
        FieldSpec::new(4, "TimeFormat", Shape::Text, RealFile),
    ],
)
.listed(&[1, 3, 4])
.single();

/// Schema.
pub(crate) static SCHEMA: KindSpec = KindSpec::new(
    kinds::SCHEMA,
    "Schema",
    "schema",
    Group::Settings,
    &[FieldSpec::new(1, "Version", Shape::Integer, Confirmed)],
)
.listed(&[1])
.single();
