//! Definitions of custom fields: what a user added to the forms.
//!
//! Only two kinds were seen in real files. The others are taken to carry their name in field 1, as
//! those two do and as one reader finds for every object; where they belong and in what order they
//! stand is kept under numbers of this program's own.

use crate::kind_spec::{
    Certainty::{Inferred, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// What is known of the kinds that no real file holds, and what this program adds.
const UNSEEN: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, Inferred),
    FieldSpec::new(1001, "Position", Shape::Integer, Ours),
    FieldSpec::new(1003, "Description", Shape::LongText, Ours),
    FieldSpec::new(1004, "Placement", Shape::References(&[]), Ours),
    FieldSpec::new(1005, "Inactive", Shape::Flag, Ours),
    FieldSpec::new(1006, "LinePlacement", Shape::References(&[]), Ours),
    FieldSpec::new(1007, "ShowInLists", Shape::Flag, Ours),
];
/// The same with what can be chosen, one choice a line.
const WITH_OPTIONS: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, Inferred),
    FieldSpec::new(1001, "Position", Shape::Integer, Ours),
    FieldSpec::new(1002, "Options", Shape::LongText, Ours),
    FieldSpec::new(1003, "Description", Shape::LongText, Ours),
    FieldSpec::new(1004, "Placement", Shape::References(&[]), Ours),
    FieldSpec::new(1005, "Inactive", Shape::Flag, Ours),
    FieldSpec::new(1006, "LinePlacement", Shape::References(&[]), Ours),
    FieldSpec::new(1007, "ShowInLists", Shape::Flag, Ours),
];

/// How a text field is filled in.
const TEXT_TYPES: &[(i64, &str)] = &[(0, "SingleLine"), (1, "Paragraph"), (2, "DropDownList")];

/// TextCustomField.
pub(crate) static TEXT_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::TEXT_CUSTOM_FIELD,
    "TextCustomField",
    "text-custom-fields",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, RealFile),
        FieldSpec::new(3, "Type", Shape::Choice(TEXT_TYPES), Inferred),
        FieldSpec::new(4, "Size", Shape::Integer, Inferred),
        FieldSpec::new(5, "Position", Shape::Integer, Inferred),
        FieldSpec::new(9, "Options", Shape::LongText, RealFile),
        FieldSpec::new(11, "Description", Shape::Html, Inferred),
        FieldSpec::new(13, "Placement", Shape::References(&[]), RealFile),
        FieldSpec::new(1005, "Inactive", Shape::Flag, Ours),
        FieldSpec::new(1006, "LinePlacement", Shape::References(&[]), Ours),
        FieldSpec::new(1007, "ShowInLists", Shape::Flag, Ours),
    ],
)
.titled(&[1])
.listed(&[1, 3]);

/// NumberCustomField.
pub(crate) static NUMBER_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::NUMBER_CUSTOM_FIELD,
    "NumberCustomField",
    "number-custom-fields",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, RealFile),
        FieldSpec::new(3, "Placement", Shape::References(&[]), RealFile),
        FieldSpec::new(1001, "Position", Shape::Integer, Ours),
        FieldSpec::new(1003, "Description", Shape::LongText, Ours),
        FieldSpec::new(1005, "Inactive", Shape::Flag, Ours),
        FieldSpec::new(1006, "LinePlacement", Shape::References(&[]), Ours),
        FieldSpec::new(1007, "ShowInLists", Shape::Flag, Ours),
    ],
)
.titled(&[1])
.listed(&[1]);

/// CheckboxCustomField.
pub(crate) static CHECKBOX_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::CHECKBOX_CUSTOM_FIELD,
    "CheckboxCustomField",
    "checkbox-custom-fields",
    Group::Settings,
    UNSEEN,
)
.titled(&[1])
.listed(&[1]);

/// DateCustomField.
pub(crate) static DATE_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::DATE_CUSTOM_FIELD,
    "DateCustomField",
    "date-custom-fields",
    Group::Settings,
    UNSEEN,
)
.titled(&[1])
.listed(&[1]);

/// MultipleValueCustomField.
pub(crate) static MULTIPLE_VALUE_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::MULTIPLE_VALUE_CUSTOM_FIELD,
    "MultipleValueCustomField",
    "multiple-value-custom-fields",
    Group::Settings,
    WITH_OPTIONS,
)
.titled(&[1])
.listed(&[1]);

/// ImageCustomField.
pub(crate) static IMAGE_CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::IMAGE_CUSTOM_FIELD,
    "ImageCustomField",
    "image-custom-fields",
    Group::Settings,
    UNSEEN,
)
.titled(&[1])
.listed(&[1]);

/// CustomField.
pub(crate) static CUSTOM_FIELD: KindSpec = KindSpec::new(
    kinds::CUSTOM_FIELD,
    "CustomField",
    "custom-fields",
    Group::Settings,
    &[FieldSpec::new(1, "Name", Shape::Text, Inferred)],
)
.titled(&[1])
.listed(&[1]);
