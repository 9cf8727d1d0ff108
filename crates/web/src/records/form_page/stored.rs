//! What a form holds for a stored record.

use crate::records::choices::Choices;
use crate::records::form::{Control, Form, FormField};
use crate::records::typed::{FROM, Typed, shown, shown_place, value_of};
use interchange::{DecodedField, DecodedRecord, FieldSpec};
use pages::forms::line_name;

/// What a form holds for a stored record.
pub(in crate::records) fn filled(
    choices: &Choices<'_, '_>,
    form: &'static Form,
    record: &DecodedRecord,
) -> Typed {
    let mut typed = Typed::default();
    for field in form.fields {
        if let Some(spec) = form.field(field) {
            hold(&mut typed, choices, field, spec, spec.name, &record.fields);
        }
    }
    let Some(lines) = form.lines else {
        return typed;
    };
    for (index, line) in record.all(lines.number).enumerate() {
        let index = index.to_string();
        typed.set(&line_name(&index, FROM), index.clone());
        for field in lines.fields {
            if let Some(spec) = form.line_field(lines, field) {
                let parts = line.value.part().unwrap_or_default();
                let name = line_name(&index, spec.name);
                hold(&mut typed, choices, field, spec, &name, parts);
            }
        }
    }
    typed
}

fn hold(
    typed: &mut Typed,
    choices: &Choices<'_, '_>,
    field: &FormField,
    spec: &'static FieldSpec,
    name: &str,
    fields: &[DecodedField],
) {
    match field.control {
        Control::Place(place) => typed.set(name, shown_place(place, fields)),
        Control::Records(_) => {
            for field in fields.iter().filter(|it| it.number == field.number) {
                if let Some(key) = field.value.reference() {
                    typed.set(&format!("{name}[{key}]"), "on".to_owned());
                }
            }
        }
        _ => {
            let locale = choices.names.locale;
            typed.set(name, shown(locale, spec, value_of(fields, field.number)));
        }
    }
}
