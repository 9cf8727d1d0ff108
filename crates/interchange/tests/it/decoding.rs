//! Every record of the sample files decodes, with nothing that does not fit.

use crate::sample_files::sample_objects;
use interchange::{DecodedField, FieldValue, decode, references, title, unknown_fields};
use std::collections::BTreeSet;

fn misfits(path: &str, fields: &[DecodedField], found: &mut Vec<String>) {
    for field in fields {
        let path = format!("{path}.{}", field.number);
        match &field.value {
            FieldValue::Misfit { expected, .. } => found.push(format!("{path} is no {expected}")),
            FieldValue::Part(parts) => misfits(&path, parts, found),
            _ => {}
        }
    }
}

#[test]
fn every_sample_field_fits_its_description() {
    let mut found = Vec::new();
    for object in sample_objects() {
        let record = decode(object.content_type, &object.content).unwrap();
        misfits(&object.content_type.to_string(), &record.fields, &mut found);
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn fields_without_a_description_are_reported_by_path() {
    let objects = sample_objects();
    if objects.is_empty() {
        return;
    }
    let unknown: BTreeSet<String> = objects
        .iter()
        .flat_map(|object| {
            let record = decode(object.content_type, &object.content).unwrap();
            unknown_fields(object.content_type, &record).collect::<Vec<_>>()
        })
        .collect();
    // These are the fields whose meaning docs/SPEC-manager-records.md gives as unknown.
    let expected = [
        "NumberCustomField.10",
        "NumberCustomField.11",
        "NumberCustomField.6",
        "ScriptExtension.6",
        "Tabs.11",
        "Tabs.14",
        "Tabs.15",
        "Tabs.2",
        "Tabs.20",
        "Tabs.3",
        "Tabs.44",
        "Tabs.45",
        "Tabs.5",
        "Tabs.6",
        "TextCustomField.8",
    ];
    assert_eq!(
        unknown.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn records_with_a_name_or_reference_have_a_title() {
    // Form defaults and these kinds carry neither.
    let nameless = [
        "Tabs",
        "WithholdingTax",
        "Schema",
        "DateAndNumberFormat",
        "CustomColumns",
    ];
    for object in sample_objects() {
        let kind = books::kinds::find(object.content_type).unwrap().name;
        let expected = match kind {
            _ if nameless.contains(&kind) => false,
            "SalesInvoice" | "CreditNote" | "DebitNote" => !object.is_keyed_by_kind(),
            _ => true,
        };
        assert_eq!(title(&object).is_some(), expected, "{kind} {}", object.key);
    }
}

#[test]
fn references_of_a_sample_invoice_name_customer_item_and_tax_code() {
    let invoice = sample_objects().into_iter().find(|object| {
        object.content_type == books::kinds::SALES_INVOICE && !object.is_keyed_by_kind()
    });
    let Some(invoice) = invoice else { return };
    let record = decode(invoice.content_type, &invoice.content).unwrap();
    let found = references(invoice.content_type, &record);
    for path in [
        "SalesInvoice.3",
        "SalesInvoice.49.1",
        "SalesInvoice.49.21",
        "SalesInvoice.61",
        "SalesInvoice.62",
    ] {
        assert!(found.iter().any(|(at, _)| at == path), "{path}: {found:?}");
    }
}
