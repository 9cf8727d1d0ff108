//! Why a record could not be changed.

use crate::kind_spec::FieldSpec;
use manager_file::wire::WireError;

/// Why a record could not be changed. The record is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The content or a line of it is not fields.
    #[error("The record cannot be read as fields ({0}); it can only be replaced as a whole.")]
    NotFields(#[from] WireError),
    /// No description names a field with this number.
    #[error("Field {0} is not known in this kind of record; it can only be changed as raw bytes.")]
    UnknownField(u32),
    /// No description names a field with this name.
    #[error(
        "“{0}” is not a field of this kind of record. Field names are those that showing a record prints."
    )]
    UnknownName(String),
    /// The value is of another shape than the field.
    #[error("{field} takes a value of the form “{expected}”.")]
    WrongShape {
        /// The English name of the field.
        field: &'static str,
        /// The shape that it has.
        expected: &'static str,
    },
    /// A value written as text does not say what it should.
    #[error("{field} takes a value of the form “{expected}”, which “{text}” is not.")]
    NotAValue {
        /// The English name of the field.
        field: String,
        /// The shape that it has.
        expected: &'static str,
        /// The text.
        text: String,
    },
    /// A line to be changed is not there.
    #[error("{field} has {lines} lines; there is none at place {place} (the first is at place 0).")]
    NoSuchLine {
        /// The English name of the field that holds the lines.
        field: &'static str,
        /// The place asked for.
        place: usize,
        /// How many lines there are.
        lines: usize,
    },
    /// The field is there in a form that is not understood, so it is not overwritten.
    #[error("{0} holds something that is not understood here, so it is left as it is.")]
    NotUnderstood(&'static str),
    /// A raw field of the record's plain form cannot be read.
    #[error("A field in the list “unknown” cannot be read: {0}.")]
    RawField(String),
    /// The plain form of a record is not a map of fields.
    #[error("A record is a map of field names and values.")]
    NotAMap,
}

impl EditError {
    pub(crate) fn wrong_shape(spec: &FieldSpec) -> Self {
        Self::WrongShape {
            field: spec.name,
            expected: spec.shape.name(),
        }
    }

    /// A stable name for programs and translations.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFields(_) => "record-not-fields",
            Self::UnknownField(_) => "record-field-unknown",
            Self::UnknownName(_) => "record-field-name-unknown",
            Self::WrongShape { .. } => "record-value-wrong-shape",
            Self::NotAValue { .. } => "record-value-unreadable",
            Self::NoSuchLine { .. } => "record-line-missing",
            Self::NotUnderstood(_) => "record-field-not-understood",
            Self::RawField(_) => "record-raw-field-unreadable",
            Self::NotAMap => "record-not-a-map",
        }
    }

    /// What a translation needs to fill in.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFields(error) => vec![("reason", error.to_string())],
            Self::UnknownField(number) => vec![("number", number.to_string())],
            Self::UnknownName(name) => vec![("name", name.clone())],
            Self::WrongShape { field, expected } => vec![
                ("field", (*field).to_owned()),
                ("expected", (*expected).to_owned()),
            ],
            Self::NotAValue {
                field,
                expected,
                text,
            } => vec![
                ("field", field.clone()),
                ("expected", (*expected).to_owned()),
                ("text", text.clone()),
            ],
            Self::NoSuchLine {
                field,
                place,
                lines,
            } => vec![
                ("field", (*field).to_owned()),
                ("place", place.to_string()),
                ("lines", lines.to_string()),
            ],
            Self::NotUnderstood(field) => vec![("field", (*field).to_owned())],
            Self::RawField(reason) => vec![("reason", reason.clone())],
            Self::NotAMap => Vec::new(),
        }
    }
}
