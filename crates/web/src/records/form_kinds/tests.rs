//! Every form speaks of fields that are described, and names each place once.

use super::FORMS;
use crate::records::form::{Control, Form, FormField, FormLines, Place};
use interchange::{FieldSpec, Shape, field_spec, specs};
use std::collections::BTreeMap;

/// The fields that a control sets beside its own, with what they must be.
fn further(field: &FormField) -> Vec<u32> {
    let Control::Place(place) = field.control else {
        return Vec::new();
    };
    place
        .managed()
        .into_iter()
        .chain(place.dependent.iter().copied())
        .collect()
}

fn require(parts: &'static [FieldSpec], field: &FormField, about: &str) {
    let spec = field_spec(parts, field.number);
    let spec = spec.unwrap_or_else(|| panic!("{about} {}", field.number));
    for number in further(field) {
        assert!(field_spec(parts, number).is_some(), "{about} {number}");
    }
    let fits = match field.control {
        Control::Record(_) => matches!(spec.shape, Shape::Reference(_)),
        Control::Records(_) => matches!(spec.shape, Shape::References(_)),
        Control::Reference | Control::Email => matches!(spec.shape, Shape::Text),
        Control::Place(_) | Control::ByShape => true,
    };
    assert!(fits, "{about} {} is a {:?}", spec.name, spec.shape.name());
}

fn require_flags(form: &Form, lines: Option<&FormLines>, about: &str) {
    let flags = form.fields.iter().map(|field| field.flag);
    let columns = lines.map_or(&[][..], |lines| lines.columns);
    let flags = flags.chain(columns.iter().map(|(_, flag)| *flag));
    for flag in flags.filter(|flag| *flag != 0) {
        let spec = form.spec().and_then(|spec| spec.field(flag));
        assert!(
            spec.is_some_and(|spec| matches!(spec.shape, Shape::Flag)),
            "{about} {flag}"
        );
    }
}

#[test]
fn every_field_of_every_form_is_described() {
    for form in FORMS {
        let spec = form.spec().expect("a form is for a described kind");
        assert!(spec.editable, "{} has a form", spec.name);
        for field in form.fields {
            require(spec.fields, field, spec.name);
        }
        require_flags(form, form.lines, spec.name);
        let Some(lines) = form.lines else { continue };
        let parts = spec.field(lines.number).expect(spec.name).shape.parts();
        for field in lines.fields {
            require(parts, field, spec.name);
        }
    }
}

#[test]
fn places_have_names_of_their_own() {
    let mut known: BTreeMap<&str, *const Place> = BTreeMap::new();
    for form in FORMS {
        let lines = form.lines.map_or(&[][..], |lines| lines.fields);
        for field in form.fields.iter().chain(lines) {
            if let Control::Place(place) = field.control {
                let place: *const Place = place;
                assert_eq!(*known.entry(name_of(place)).or_insert(place), place);
            }
        }
    }
    assert!(known.len() > 3);
}

/// The name of a place that a form holds.
fn name_of(wanted: *const Place) -> &'static str {
    let all = FORMS.iter().flat_map(|form| {
        let lines = form.lines.map_or(&[][..], |lines| lines.fields);
        form.fields.iter().chain(lines)
    });
    all.filter_map(|field| match field.control {
        Control::Place(place) if std::ptr::eq(place, wanted) => Some(place.name),
        _ => None,
    })
    .next()
    .unwrap_or_default()
}

#[test]
fn everyday_kinds_have_forms() {
    let without: Vec<&str> = ["SalesInvoice", "Receipt", "BankReconciliation", "Division"]
        .into_iter()
        .filter(|name| {
            let spec = specs().iter().find(|spec| spec.name == *name);
            spec.is_none_or(|spec| super::form_of(spec.content_type).is_none())
        })
        .collect();
    assert!(without.is_empty(), "{without:?}");
}
