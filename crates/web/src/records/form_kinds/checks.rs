//! What must hold between the fields of a record, shared by several kinds.

use crate::records::form::Complaint;
use interchange::{DecodedRecord, FieldValue, find_field};

/// Nothing has to hold.
pub(super) fn nothing(_: &DecodedRecord) -> Option<Complaint> {
    None
}

/// A document of which no line has an amount says nothing.
pub(super) fn amounts_needed(
    record: &DecodedRecord,
    lines: u32,
    amounts: &[u32],
) -> Option<Complaint> {
    let says_something = record.lines(lines).any(|line| {
        amounts.iter().any(|number| {
            find_field(line, *number)
                .and_then(|field| field.value.decimal())
                .is_some_and(|amount| !amount.is_zero())
        })
    });
    (!says_something).then(lines_needed)
}

/// A document of which no line says anything at all is sent too early. A line with a description
/// only is one: papers have such lines.
pub(super) fn any_line_needed(record: &DecodedRecord, lines: u32) -> Option<Complaint> {
    let says_something = record.lines(lines).any(|line| {
        line.iter().any(|field| match &field.value {
            FieldValue::Custom(values) => !values.is_empty(),
            FieldValue::Text(text) => !text.trim().is_empty(),
            _ => true,
        })
    });
    (!says_something).then(lines_needed)
}

fn lines_needed() -> Complaint {
    Complaint {
        code: "lines-needed",
        amount: None,
    }
}
