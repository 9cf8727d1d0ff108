//! Subjects and texts of emails, one record for each purpose and language (SPEC-emails.md, 9).
//!
//! The kind is ours: the other program carries it along unread, as we carry its kinds.

use crate::kind_spec::{Certainty::Confirmed, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// TijoriEmailTemplate.
pub(crate) static TIJORI_EMAIL_TEMPLATE: KindSpec = KindSpec::new(
    kinds::TIJORI_EMAIL_TEMPLATE,
    "TijoriEmailTemplate",
    "email-templates",
    Group::Settings,
    &[
        FieldSpec::new(1, "Purpose", Shape::Text, Confirmed),
        FieldSpec::new(2, "Language", Shape::Text, Confirmed),
        FieldSpec::new(3, "Subject", Shape::Text, Confirmed),
        FieldSpec::new(4, "Text", Shape::LongText, Confirmed),
    ],
)
.titled(&[3, 1])
.listed(&[1, 2, 3]);
