//! What a form is made of, whatever kind of record it is for.
//!
//! A form names fields of the kind's description by their numbers; labels, names and how a value is
//! typed follow from the description. What the description cannot say is said here: which fields,
//! in what order, which may not stay empty, what is offered to choose from, and where one choice
//! sets several fields ([`Place`]).

use super::choices::Source;
use books::Key;
use interchange::{DecodedRecord, FieldSpec, FieldValue, KindSpec, Shape, field_spec};

/// The form for one kind of record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// The kind.
    pub content_type: Key,
    /// The fields, in the order of the form.
    pub fields: &'static [FormField],
    /// The table of lines, where the kind has one.
    pub lines: Option<&'static FormLines>,
    /// What must hold between fields, looked at in the record as it would be saved.
    pub check: fn(&DecodedRecord) -> Option<Complaint>,
}

/// One field of a form or of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormField {
    /// Its number in the record or line; for a [`Place`], the field that gives it its name.
    pub number: u32,
    /// How it is filled.
    pub control: Control,
    /// The code of the error when it stays empty; none when it may.
    pub needed: Option<&'static str>,
}

/// How a field is filled.
#[derive(Debug, Clone, Copy)]
pub(super) enum Control {
    /// As the shape of the field says.
    ByShape,
    /// As an email address.
    Email,
    /// By choosing a record.
    Record(Source),
    /// By choosing one of several sorts of records, which sets several fields.
    Place(&'static Place),
}

/// A choice that sets several fields: an account, or a customer under Accounts receivable.
#[derive(Debug)]
pub(super) struct Place {
    /// The sorts of choices.
    pub routes: &'static [Route],
    /// Fields that make no sense under another choice, and are removed when it changes.
    pub dependent: &'static [u32],
}

/// One sort of choice.
#[derive(Debug)]
pub(super) struct Route {
    /// What stands before the key in the value that is sent.
    pub token: &'static str,
    /// What is offered.
    pub source: Source,
    /// The fields that it sets. All fields of other routes are removed.
    pub sets: &'static [(u32, SetTo)],
}

/// What a field is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SetTo {
    /// The key of the record that was chosen.
    Chosen,
    /// A reference that is always the same.
    Reference(Key),
    /// A choice that is always the same.
    Integer(i64),
}

/// The lines of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormLines {
    /// The field of the record that holds them.
    pub number: u32,
    /// The columns.
    pub fields: &'static [FormField],
    /// The columns whose sums stand below.
    pub summed: &'static [u32],
}

/// What is wrong with a form as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Complaint {
    /// The stable code.
    pub code: &'static str,
    /// An amount that belongs to it.
    pub amount: Option<rust_decimal::Decimal>,
}

impl Form {
    /// The description of the kind. Every form has one; a test holds it.
    pub fn spec(&self) -> Option<&'static KindSpec> {
        interchange::spec(self.content_type)
    }

    /// The description of a field of the form.
    pub fn field(&self, field: &FormField) -> Option<&'static FieldSpec> {
        self.spec()?.field(field.number)
    }

    /// The description of a field of a line.
    pub fn line_field(&self, lines: &FormLines, field: &FormField) -> Option<&'static FieldSpec> {
        field_spec(self.line_parts(lines), field.number)
    }

    fn line_parts(&self, lines: &FormLines) -> &'static [FieldSpec] {
        self.spec()
            .and_then(|spec| spec.field(lines.number))
            .map_or(&[], |field| field.shape.parts())
    }
}

impl FormField {
    /// A field filled as its shape says, which may stay empty.
    pub const fn new(number: u32) -> Self {
        Self {
            number,
            control: Control::ByShape,
            needed: None,
        }
    }

    /// A field filled by choosing a record.
    pub const fn record(number: u32, source: Source) -> Self {
        Self {
            number,
            control: Control::Record(source),
            needed: None,
        }
    }

    /// A field filled by choosing a place.
    pub const fn place(number: u32, place: &'static Place) -> Self {
        Self {
            number,
            control: Control::Place(place),
            needed: None,
        }
    }

    /// An email address.
    pub const fn email(number: u32) -> Self {
        Self {
            number,
            control: Control::Email,
            needed: None,
        }
    }

    /// The same field, refused with this code when it stays empty.
    pub const fn needed(mut self, code: &'static str) -> Self {
        self.needed = Some(code);
        self
    }

    /// Whether it holds numbers.
    pub fn is_number(&self, spec: &FieldSpec) -> bool {
        matches!(self.control, Control::ByShape)
            && matches!(spec.shape, Shape::Decimal | Shape::Integer)
    }
}

impl Place {
    /// Every field that one of the routes sets.
    pub fn managed(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self
            .routes
            .iter()
            .flat_map(|route| route.sets.iter().map(|(number, _)| *number))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

impl SetTo {
    /// The value that a field is set to when this record was chosen.
    pub fn value(self, chosen: Key) -> FieldValue {
        match self {
            Self::Chosen => FieldValue::Reference(chosen),
            Self::Reference(key) => FieldValue::Reference(key),
            Self::Integer(number) => FieldValue::Integer(number),
        }
    }
}
