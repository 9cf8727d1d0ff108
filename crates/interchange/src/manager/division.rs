//! Divisions, projects and folders.
//!
//! Nobody gives the numbers of their fields. One reader takes field 1 for the name of every object,
//! which is used for the first two; of folders nothing is known.

use crate::kind_spec::{
    Certainty::{Inferred, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Division.
pub(crate) static DIVISION: KindSpec = KindSpec::new(
    kinds::DIVISION,
    "Division",
    "divisions",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Inferred),
        FieldSpec::new(1001, "Inactive", Shape::Flag, Ours),
    ],
)
.titled(&[1])
.listed(&[1])
.with_form();

/// Project.
pub(crate) static PROJECT: KindSpec = KindSpec::new(
    kinds::PROJECT,
    "Project",
    "projects",
    Group::Settings,
    &[FieldSpec::new(1, "Name", Shape::Text, Inferred)],
)
.titled(&[1])
.listed(&[1]);

/// Folder.
pub(crate) static FOLDER: KindSpec =
    KindSpec::new(kinds::FOLDER, "Folder", "folders", Group::Other, &[]);
