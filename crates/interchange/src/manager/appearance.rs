//! How the program looks in one business: columns, tabs, scripts.
//!
//! Scripts hold code, which is shown as text and never run. Tabs hold one flag per tab under
//! numbers whose meaning nobody knows: they are carried along, and the choice of tabs made here
//! stands beside them.

use crate::kind_spec::{
    Certainty::{Inferred, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Columns of a list.
pub(crate) const COLUMN: &[FieldSpec] = &[
    FieldSpec::new(1, "Column", Shape::Reference(&[]), RealFile),
    FieldSpec::new(2, "Visible", Shape::Flag, RealFile),
];

/// CustomColumns.
pub(crate) static CUSTOM_COLUMNS: KindSpec = KindSpec::new(
    kinds::CUSTOM_COLUMNS,
    "CustomColumns",
    "custom-columns",
    Group::Settings,
    &[FieldSpec::new(2, "Columns", Shape::Lines(COLUMN), RealFile)],
);

/// Tabs.
pub(crate) static TABS: KindSpec = KindSpec::new(
    kinds::TABS,
    "Tabs",
    "tabs",
    Group::Settings,
    &[
        FieldSpec::new(1001, "ShownTabs", Shape::References(&[]), Ours),
        FieldSpec::new(1002, "HiddenTabs", Shape::References(&[]), Ours),
    ],
)
.single();

/// ScriptExtension.
pub(crate) static SCRIPT_EXTENSION: KindSpec = KindSpec::new(
    kinds::SCRIPT_EXTENSION,
    "ScriptExtension",
    "script-extensions",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, RealFile),
        FieldSpec::new(3, "Script", Shape::Script, RealFile),
        FieldSpec::new(4, "Location", Shape::Integer, Inferred),
    ],
)
.titled(&[1])
.listed(&[1]);
