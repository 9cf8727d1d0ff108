//! Attachments: what is known of a file on a record. The file itself is kept elsewhere.

use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// Attachment.
pub(crate) static ATTACHMENT: KindSpec = KindSpec::new(
    kinds::ATTACHMENT,
    "Attachment",
    "attachments",
    Group::Other,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Name", Shape::Text, OneSource),
        FieldSpec::new(4, "Size", Shape::Integer, OneSource),
        FieldSpec::new(6, "Object", Shape::Reference(&[]), OneSource),
        FieldSpec::new(12, "Sha256", Shape::Bytes, OneSource),
    ],
)
.titled(&[2])
.listed(&[1, 2, 4, 6])
.dated(1);
