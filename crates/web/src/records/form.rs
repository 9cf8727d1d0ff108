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
    /// Whether it stands among the options, folded away below what everybody fills.
    pub is_option: bool,
    /// Under which condition it is shown, by a name that the style sheet knows; empty means always.
    /// What is hidden keeps its value.
    pub with: &'static str,
    /// The flag of the record that says whether this field holds something, and is kept in step;
    /// 0 for none.
    pub flag: u32,
    /// The key of what helps to fill it; empty for none.
    pub hint: &'static str,
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
    /// By ticking any number of records.
    Records(Source),
    /// With the reference number of the document, which is given when it stays empty.
    Reference,
    /// By choosing one of several sorts of records, which sets several fields.
    Place(&'static Place),
}

/// A choice that sets several fields: an account, or a customer under Accounts receivable.
#[derive(Debug)]
pub(super) struct Place {
    /// Its name, unlike that of any other place.
    pub name: &'static str,
    /// The key of its words; empty for those of the field that gives it its name.
    pub label: &'static str,
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
    /// The account whose name is the heading of these choices; none: the names of their kinds.
    pub heading: Option<Key>,
    /// The fields that it sets. All fields of other routes are removed.
    pub sets: &'static [(u32, SetTo)],
}

/// What a field is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SetTo {
    /// The key of the record that was chosen.
    Chosen,
    /// The customer or supplier that the chosen record names.
    PartyOfChosen,
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
    /// Whether each line ends with what it comes to.
    pub has_line_totals: bool,
    /// Fields of a line with the flag of the record that shows their column in other programs: it
    /// is set when a line fills the field.
    pub columns: &'static [(u32, u32)],
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

    /// Whether its records have a reference number.
    pub fn has_reference(&self) -> bool {
        self.reference_field().is_some()
    }

    /// The field of the reference number.
    pub fn reference_field(&self) -> Option<&'static FieldSpec> {
        let mut fields = self.fields.iter();
        let field = fields.find(|field| matches!(field.control, Control::Reference))?;
        self.field(field)
    }

    /// The source of the field of this name, where it is filled by choosing a record; of lines
    /// first.
    pub fn choice_of(&self, name: &str) -> Option<Source> {
        let in_lines = self.lines.into_iter().flat_map(|lines| {
            let named = lines.fields.iter();
            named.map(move |field| (field, self.line_field(lines, field)))
        });
        let in_head = self.fields.iter().map(|field| (field, self.field(field)));
        in_lines
            .chain(in_head)
            .find(|(_, spec)| spec.is_some_and(|spec| spec.name == name))
            .and_then(|(field, _)| match field.control {
                Control::Record(source) => Some(source),
                _ => None,
            })
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
        Self::filled(number, Control::ByShape)
    }

    /// A field filled by choosing a record.
    pub const fn record(number: u32, source: Source) -> Self {
        Self::filled(number, Control::Record(source))
    }

    /// A field filled by ticking any number of records.
    pub const fn records(number: u32, source: Source) -> Self {
        Self::filled(number, Control::Records(source))
    }

    /// A field filled by choosing a place.
    pub const fn place(number: u32, place: &'static Place) -> Self {
        Self::filled(number, Control::Place(place))
    }

    /// An email address.
    pub const fn email(number: u32) -> Self {
        Self::filled(number, Control::Email)
    }

    /// The reference number of a document.
    pub const fn reference(number: u32) -> Self {
        Self::filled(number, Control::Reference)
    }

    const fn filled(number: u32, control: Control) -> Self {
        Self {
            number,
            control,
            needed: None,
            is_option: false,
            with: "",
            flag: 0,
            hint: "",
        }
    }

    /// The same field among the options.
    pub const fn option(mut self) -> Self {
        self.is_option = true;
        self
    }

    /// The same field, shown under a condition of the style sheet only.
    pub const fn with(mut self, condition: &'static str) -> Self {
        self.with = condition;
        self
    }

    /// The same field, with a flag that says whether it holds something.
    pub const fn flagged(mut self, flag: u32) -> Self {
        self.flag = flag;
        self
    }

    /// The same field, with what helps to fill it.
    pub const fn hinted(mut self, key: &'static str) -> Self {
        self.hint = key;
        self
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
    /// The value that a field is set to when this record was chosen, which names `party`; nothing
    /// when it depends on a party that is not named.
    pub fn value(self, chosen: Key, party: Option<Key>) -> Option<FieldValue> {
        Some(match self {
            Self::Chosen => FieldValue::Reference(chosen),
            Self::PartyOfChosen => FieldValue::Reference(party?),
            Self::Reference(key) => FieldValue::Reference(key),
            Self::Integer(number) => FieldValue::Integer(number),
        })
    }

    /// Whether a field holds what choosing this record would set it to.
    pub fn is(self, chosen: Key, value: Option<&FieldValue>) -> bool {
        match self {
            // A document that was written elsewhere may leave the party to the invoice.
            Self::PartyOfChosen => {
                value.is_none_or(|value| matches!(value, FieldValue::Reference(_)))
            }
            _ => self.value(chosen, None).as_ref() == value,
        }
    }
}
