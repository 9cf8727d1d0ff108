//! Custom fields on forms: what the business added to a kind of record.
//!
//! Which there are depends on the books, so they are no part of the static forms. A field is shown
//! when its definition names the kind, or when the record has a value for it already. Pictures are
//! left as they are here (docs/SPEC-manager-records.md, section 3).

mod lines;

pub(super) use lines::line_home;

use super::form::Form;
use super::names::Names;
use super::typed::{CUSTOM, Typed};
use books::{Key, Object, kinds};
use interchange::{
    CustomValue, DecodedField, DecodedRecord, Edit, FieldValue, KindSpec, Shape, decode, spec,
};
use pages::forms::line_name;
use std::collections::BTreeMap;
use store::StoreError;

/// How a custom field is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CustomKind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Paragraph,
    /// One of these texts.
    Options(Vec<String>),
    /// Any of these texts.
    Several(Vec<String>),
    /// A number.
    Number,
    /// A date.
    Date,
    /// A box to tick.
    Flag,
}

/// A custom field of a form.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CustomField {
    /// The record that defines it.
    pub definition: Key,
    /// What it is called.
    pub name: String,
    /// How it is filled.
    pub kind: CustomKind,
    /// The field of the record that holds its value.
    number: u32,
    /// What it holds.
    value: Option<FieldValue>,
}

/// The custom fields of a form.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Customs {
    /// Those of the record, with their values.
    pub head: Vec<CustomField>,
    /// Those of its lines, whose values stand in each line.
    pub lines: Vec<CustomField>,
}

/// Kinds of definitions whose values a form can show, in the order of the form.
const DEFINITIONS: [Key; 5] = [
    kinds::TEXT_CUSTOM_FIELD,
    kinds::NUMBER_CUSTOM_FIELD,
    kinds::DATE_CUSTOM_FIELD,
    kinds::CHECKBOX_CUSTOM_FIELD,
    kinds::MULTIPLE_VALUE_CUSTOM_FIELD,
];

impl CustomField {
    /// The name under which it is sent.
    pub(super) fn input_name(&self) -> String {
        format!("{CUSTOM}{}]", self.definition)
    }

    /// The same in a line of this number.
    pub(super) fn line_name(&self, index: &str) -> String {
        line_name(index, &self.input_name())
    }

    /// What the form shows of a value.
    pub(super) fn shown(&self, names: &Names<'_>, value: Option<&FieldValue>) -> String {
        super::typed::shown_value(names.locale, self.shape(), value)
    }

    /// The shape of its value.
    pub(super) fn shape(&self) -> Shape {
        match self.kind {
            CustomKind::Line | CustomKind::Options(_) => Shape::Text,
            CustomKind::Paragraph => Shape::LongText,
            CustomKind::Several(_) => Shape::Texts,
            CustomKind::Number => Shape::Decimal,
            CustomKind::Date => Shape::Date,
            CustomKind::Flag => Shape::Flag,
        }
    }

    /// The first of some texts that is none of its choices. Where nothing is known to choose from,
    /// any text is one.
    pub(super) fn no_choice<'t>(&self, texts: &'t str, before: &str) -> Option<&'t str> {
        let (CustomKind::Options(choices) | CustomKind::Several(choices)) = &self.kind else {
            return None;
        };
        let is_choice = |text: &str| {
            choices.is_empty()
                || choices.iter().any(|it| it == text)
                || before.lines().any(|it| it.trim() == text)
        };
        let mut texts = texts.lines().map(str::trim).filter(|it| !it.is_empty());
        texts.find(|text| !is_choice(text))
    }

    /// The edit that sets it.
    pub(super) fn edit(&self, value: Option<FieldValue>) -> Edit {
        Edit::Custom(self.number, self.definition, value)
    }

    /// Its present value, of a field of the record.
    pub(super) fn value(&self) -> Option<&FieldValue> {
        self.value.as_ref()
    }

    /// Its value among the fields of a line.
    pub(super) fn value_in<'f>(&self, line: &'f [DecodedField]) -> Option<&'f FieldValue> {
        custom_value(line, self.definition)
    }
}

/// The value of a custom field among the fields of a record or a line.
pub(super) fn custom_value(fields: &[DecodedField], definition: Key) -> Option<&FieldValue> {
    let customs = fields.iter().filter_map(|field| match &field.value {
        FieldValue::Custom(values) => Some(values),
        _ => None,
    });
    let mut values = customs.flatten();
    let found = values.find(|it| it.definition == definition)?;
    Some(&found.value)
}

/// The custom fields that the list of a kind shows as columns.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn fields_of_list(
    names: &Names<'_>,
    spec: &'static KindSpec,
) -> Result<Vec<CustomField>, StoreError> {
    in_order(names, 0, |object, _| {
        is_placed(object, spec.content_type) && is_marked(object, "ShowInLists")
    })
}

/// Whether a definition has a flag.
fn is_marked(object: &Object, flag: &str) -> bool {
    let marked = || {
        let field = spec(object.content_type)?.field_by_name(flag)?.number;
        let record = decode(object.content_type, &object.content).ok()?;
        record.value(field)?.flag()
    };
    marked().unwrap_or(false)
}

/// The custom fields of a form, with the values of `record`.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn custom_fields(
    names: &Names<'_>,
    form: &Form,
    record: &DecodedRecord,
) -> Result<Customs, StoreError> {
    let head = match form.spec() {
        Some(spec) => fields_of_head(names, spec, record)?,
        None => Vec::new(),
    };
    let lines = lines::fields_of_lines(names, form, record)?;
    Ok(Customs { head, lines })
}

fn fields_of_head(
    names: &Names<'_>,
    spec: &'static KindSpec,
    record: &DecodedRecord,
) -> Result<Vec<CustomField>, StoreError> {
    let newer = spec.field_by_name("CustomFields2").map(|it| it.number);
    let older = spec.field_by_name("CustomFields").map(|it| it.number);
    let Some(home) = newer.or(older) else {
        return Ok(Vec::new());
    };
    let values = values(record);
    in_order(names, home, |object, field| {
        let stored = values.get(&object.key);
        if let Some((number, value)) = stored {
            field.number = *number;
            field.value = Some((*value).clone());
        }
        stored.is_some() || is_placed(object, spec.content_type)
    })
}

/// The definitions that `is_wanted`, as fields of a form in their order.
fn in_order(
    names: &Names<'_>,
    home: u32,
    mut is_wanted: impl FnMut(&Object, &mut CustomField) -> bool,
) -> Result<Vec<CustomField>, StoreError> {
    let mut fields = Vec::new();
    for kind in DEFINITIONS {
        let mut found: Vec<(i64, CustomField)> = Vec::new();
        names.reader().each_object(Some(kind), &mut |object| {
            if let Some((position, mut field)) = defined(names, &object, home)
                && is_wanted(&object, &mut field)
            {
                found.push((position, field));
            }
            Ok(())
        })?;
        found.sort_by(|(a, one), (b, other)| {
            a.cmp(b)
                .then_with(|| names.locale.compare(&one.name, &other.name))
        });
        fields.extend(found.into_iter().map(|(_, field)| field));
    }
    Ok(fields)
}

/// The values of a record by their definitions, each with the field that holds it.
fn values(record: &DecodedRecord) -> BTreeMap<Key, (u32, &FieldValue)> {
    let mut values = BTreeMap::new();
    for field in &record.fields {
        let FieldValue::Custom(customs) = &field.value else {
            continue;
        };
        for CustomValue { definition, value } in customs {
            values.insert(*definition, (field.number, value));
        }
    }
    values
}

/// A definition as a field of a form, with its position; nothing for what cannot be read.
fn defined(names: &Names<'_>, object: &Object, home: u32) -> Option<(i64, CustomField)> {
    let definition = spec(object.content_type)?;
    let record = decode(object.content_type, &object.content).ok()?;
    let value = |name: &str| record.value(definition.field_by_name(name)?.number);
    let options = || -> Vec<String> {
        let text = value("Options")
            .and_then(FieldValue::text)
            .unwrap_or_default();
        let lines = text.lines().map(str::trim);
        lines
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let kind = match object.content_type {
        kinds::NUMBER_CUSTOM_FIELD => CustomKind::Number,
        kinds::DATE_CUSTOM_FIELD => CustomKind::Date,
        kinds::CHECKBOX_CUSTOM_FIELD => CustomKind::Flag,
        kinds::MULTIPLE_VALUE_CUSTOM_FIELD => CustomKind::Several(options()),
        _ => match value("Type").and_then(FieldValue::integer) {
            Some(1) => CustomKind::Paragraph,
            Some(2) => CustomKind::Options(options()),
            _ => CustomKind::Line,
        },
    };
    let position = value("Position").and_then(FieldValue::integer);
    Some((
        position.unwrap_or(i64::MAX),
        CustomField {
            definition: object.key,
            name: names.title_of(object),
            kind,
            number: home,
            value: None,
        },
    ))
}

/// Whether a definition belongs to a kind and is in use.
pub(super) fn is_placed(object: &Object, content_type: Key) -> bool {
    is_placed_in(object, "Placement", content_type)
}

/// Whether a definition belongs to the lines of a kind and is in use.
pub(super) fn is_placed_on_lines(object: &Object, content_type: Key) -> bool {
    is_placed_in(object, "LinePlacement", content_type)
}

fn is_placed_in(object: &Object, placement: &str, content_type: Key) -> bool {
    let placed = || {
        let definition = spec(object.content_type)?;
        let record = decode(object.content_type, &object.content).ok()?;
        let field = |name: &str| definition.field_by_name(name).map(|field| field.number);
        let is_inactive = field("Inactive")
            .and_then(|number| record.value(number)?.flag())
            .unwrap_or(false);
        let mut places = record.all(field(placement)?);
        let is_here = places.any(|place| place.value.reference() == Some(content_type));
        Some(is_here && !is_inactive)
    };
    placed().unwrap_or(false)
}

/// What a form holds for the custom fields of a record and of its lines.
pub(super) fn fill(
    typed: &mut Typed,
    names: &Names<'_>,
    form: &Form,
    customs: &Customs,
    record: &DecodedRecord,
) {
    for field in &customs.head {
        // A table of many records asks once which fields there are, and each record what it holds.
        let value = field.value().or_else(|| field.value_in(&record.fields));
        typed.set(&field.input_name(), field.shown(names, value));
    }
    let Some(lines) = form.lines.filter(|_| !customs.lines.is_empty()) else {
        return;
    };
    for (index, line) in record.lines(lines.number).enumerate() {
        let index = index.to_string();
        for field in &customs.lines {
            let shown = field.shown(names, field.value_in(line));
            typed.set(&field.line_name(&index), shown);
        }
    }
}
