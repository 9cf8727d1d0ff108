//! Copying one document to another kind: a quote becomes an order, an order an invoice, an invoice
//! a credit note or the receipt that settles it.
//!
//! Fields are taken over by their names, so that a kind joins by its description alone; what the
//! new document is made of is named in the field that refers to the kind of its source.

use super::custom_fields::{is_placed, is_placed_on_lines, line_home};
use super::form::Form;
use super::open_invoices::open_invoices;
use super::origin::is_copied;
use super::reading::column_flags;
use books::{Key, Object, kinds};
use interchange::{
    DecodedField, DecodedRecord, Edit, FieldSpec, FieldValue, KindSpec, LineEdit, Shape, decode,
    patch, spec,
};
use rust_decimal::Decimal;
use store::{Reader, StoreError};

/// Which kinds a document can be copied to.
pub(super) fn targets(content_type: Key) -> &'static [Key] {
    match content_type {
        kinds::SALES_QUOTE => &[kinds::SALES_ORDER, kinds::SALES_INVOICE],
        kinds::SALES_ORDER => &[kinds::SALES_INVOICE, kinds::DELIVERY_NOTE],
        kinds::SALES_INVOICE => &[kinds::RECEIPT, kinds::CREDIT_NOTE, kinds::DELIVERY_NOTE],
        kinds::PURCHASE_QUOTE => &[kinds::PURCHASE_ORDER, kinds::PURCHASE_INVOICE],
        kinds::PURCHASE_ORDER => &[kinds::PURCHASE_INVOICE, kinds::GOODS_RECEIPT],
        kinds::PURCHASE_INVOICE => &[kinds::PAYMENT, kinds::DEBIT_NOTE, kinds::GOODS_RECEIPT],
        _ => &[],
    }
}

/// Names that mean the same on different kinds.
const SAME: &[&[&str]] = &[
    &["SalesUnitPrice", "PurchaseUnitPrice", "UnitPrice"],
    &["SalesInventoryLocation", "InventoryLocation"],
    &["PurchaseInventoryLocation", "InventoryLocation"],
];

/// The content of a new record of the form's kind made of another record, begun with `start`.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn transcribed(
    reader: &dyn Reader,
    source: &Object,
    form: &Form,
    start: Vec<u8>,
) -> Result<Vec<u8>, StoreError> {
    let (Some(from), Some(to)) = (spec(source.content_type), form.spec()) else {
        return Ok(start);
    };
    let (Ok(record), Ok(before)) = (
        decode(source.content_type, &source.content),
        decode(form.content_type, &start),
    ) else {
        return Ok(start);
    };
    let edits = match form.content_type {
        kinds::RECEIPT | kinds::PAYMENT => settling(reader, source, from, &record)?,
        _ => {
            let mut edits = same_fields(to.fields, &record.fields);
            edits.extend(lines(reader, form, from, &record, &before)?);
            if let Some(home) = to.field_by_name("CustomFields2") {
                let belongs = |it: &Object| is_placed(it, to.content_type);
                edits.extend(customs(reader, home.number, &record.fields, belongs)?);
            }
            edits.extend(named_source(to, source));
            edits
        }
    };
    Ok(patch(form.content_type, &start, &edits).unwrap_or(start))
}

/// A record read as another kind: the fields of the same names, and the lines. For reckoning what
/// quotes and orders come to.
pub(super) fn read_as(from: &KindSpec, record: &DecodedRecord, to: Key) -> Vec<u8> {
    let Some(to_spec) = spec(to) else {
        return Vec::new();
    };
    let mut edits = same_fields(to_spec.fields, &record.fields);
    if let (Some((theirs, _)), Some((number, parts))) = (lines_of(from), lines_of(to_spec)) {
        let made = record.lines(theirs).map(|line| LineEdit {
            from: None,
            edits: same_fields(parts, line),
        });
        edits.push(Edit::Lines(number, made.collect()));
    }
    patch(to, &[], &edits).unwrap_or_default()
}

/// The field of a kind that holds its lines, with their fields.
fn lines_of(spec: &KindSpec) -> Option<(u32, &'static [FieldSpec])> {
    let field = spec.field_by_name("Lines")?;
    Some((field.number, field.shape.parts()))
}

/// Edits for the fields that are called the same, or mean the same, and have the same form.
fn same_fields(to: &'static [FieldSpec], from: &[DecodedField]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for field in from {
        let Some(source) = field.spec.filter(|spec| is_copied(spec.name)) else {
            continue;
        };
        let Some(target) = to.iter().find(|target| is_same(source.name, target.name)) else {
            continue;
        };
        let is_single = matches!(
            field.value,
            FieldValue::Text(_)
                | FieldValue::Flag(_)
                | FieldValue::Integer(_)
                | FieldValue::Decimal(_)
                | FieldValue::Reference(_)
        );
        if is_single && target.shape.name() == source.shape.name() {
            edits.push(Edit::Set(target.number, Some(field.value.clone())));
        }
    }
    edits
}

fn is_same(a: &str, b: &str) -> bool {
    a == b
        || SAME
            .iter()
            .any(|same| same.contains(&a) && same.contains(&b))
}

/// The lines that say anything, and the flags of the columns that they fill.
fn lines(
    reader: &dyn Reader,
    form: &Form,
    from: &KindSpec,
    record: &DecodedRecord,
    before: &DecodedRecord,
) -> Result<Vec<Edit>, StoreError> {
    let (Some(own), Some((theirs, _))) = (form.lines, lines_of(from)) else {
        return Ok(Vec::new());
    };
    let home = line_home(form);
    let belongs = |it: &Object| is_placed_on_lines(it, form.content_type);
    let parts = form
        .spec()
        .and_then(|spec| spec.field(own.number))
        .map_or(&[][..], |field| field.shape.parts());
    let mut made = Vec::new();
    for line in record.lines(theirs).filter(|line| !line.is_empty()) {
        let mut edits = same_fields(parts, line);
        if let Some(home) = home {
            edits.extend(customs(reader, home, line, belongs)?);
        }
        made.push(LineEdit { from: None, edits });
    }
    let mut edits = column_flags(own, before, &made);
    edits.push(Edit::Lines(own.number, made));
    Ok(edits)
}

/// Custom fields of a record or a line that belong to the new kind as well.
fn customs(
    reader: &dyn Reader,
    home: u32,
    fields: &[DecodedField],
    belongs: impl Fn(&Object) -> bool,
) -> Result<Vec<Edit>, StoreError> {
    let mut edits = Vec::new();
    for field in fields {
        let FieldValue::Custom(values) = &field.value else {
            continue;
        };
        for custom in values {
            let definition = reader.object(custom.definition)?;
            let is_known = !matches!(custom.value, FieldValue::Raw { .. });
            if is_known && definition.is_some_and(|it| belongs(&it)) {
                let value = Some(custom.value.clone());
                edits.push(Edit::Custom(home, custom.definition, value));
            }
        }
    }
    Ok(edits)
}

/// The source, in the field that refers to its kind.
fn named_source(to: &KindSpec, source: &Object) -> Option<Edit> {
    let field = to.fields.iter().find(|field| {
        matches!(field.shape, Shape::Reference(kinds) if kinds.contains(&source.content_type))
    })?;
    Some(Edit::Set(
        field.number,
        Some(FieldValue::Reference(source.key)),
    ))
}

/// A receipt or payment that settles an invoice with what is open.
fn settling(
    reader: &dyn Reader,
    source: &Object,
    from: &KindSpec,
    record: &DecodedRecord,
) -> Result<Vec<Edit>, StoreError> {
    let is_sale = source.content_type == kinds::SALES_INVOICE;
    let party = from
        .field_by_name(if is_sale { "Customer" } else { "Supplier" })
        .and_then(|field| record.value(field.number)?.reference());
    let open = open_invoices(reader, &[source.content_type])?
        .into_iter()
        .find(|open| open.key == source.key)
        .map_or(Decimal::ZERO, |open| open.amount);
    let reference = |key: Key| Some(FieldValue::Reference(key));
    let (account, party_in_head, party_in_line, invoice) = if is_sale {
        (kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT, 4, 3, 4)
    } else {
        (kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT, 5, 7, 8)
    };
    let mut line = vec![Edit::Set(2, reference(account))];
    line.push(Edit::Set(party_in_line, party.and_then(reference)));
    line.push(Edit::Set(invoice, reference(source.key)));
    if !open.is_zero() {
        line.push(Edit::Set(18, Some(FieldValue::Decimal(open))));
    }
    Ok(vec![
        Edit::Set(3, Some(FieldValue::Integer(if is_sale { 1 } else { 2 }))),
        Edit::Set(party_in_head, party.and_then(reference)),
        Edit::Lines(
            11,
            vec![LineEdit {
                from: None,
                edits: line,
            }],
        ),
    ])
}
