//! The shapes of what is sent and answered: those of ours, and one for each kind of record.

use super::reference;
use interchange::{FieldSpec, KindSpec, Shape, specs};
use serde_json::{Map, Value, json};

/// All schemas by name.
pub fn schemas() -> Value {
    let mut schemas = Map::new();
    let ours = of_businesses()
        .into_iter()
        .chain(of_records())
        .chain(of_reports());
    for (name, schema) in ours {
        schemas.insert(name.to_owned(), schema);
    }
    for spec in specs() {
        schemas.insert(content_name(spec), content(spec.fields));
    }
    Value::Object(schemas)
}

fn content_name(spec: &KindSpec) -> String {
    format!("{}Content", spec.name)
}

/// A text.
fn text() -> Value {
    json!({ "type": "string" })
}

/// A value of this type, or nothing.
fn maybe(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}

/// How many.
fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

/// Things of this shape in order.
fn list(name: &str) -> Value {
    json!({ "type": "array", "items": reference(name) })
}

/// Keys, problems and businesses.
fn of_businesses() -> Vec<(&'static str, Value)> {
    vec![
        ("Key", json!({ "type": "string", "format": "uuid" })),
        (
            "Problem",
            whole(json!({
                "type": text(), "title": text(), "status": count(), "detail": text(),
                "code": text(), "arguments": { "type": "object" },
            })),
        ),
        (
            "Businesses",
            whole(json!({ "businesses": list("BusinessEntry") })),
        ),
        (
            "BusinessEntry",
            whole(json!({
                "key": reference("Key"), "name": text(), "bytes": count(), "records": count(),
            })),
        ),
        (
            "Business",
            whole(json!({
                "key": reference("Key"), "name": text(), "country": maybe("string"),
                "time_zone": text(),
            })),
        ),
        ("Kinds", whole(json!({ "kinds": list("Kind") }))),
        (
            "Kind",
            whole(json!({
                "kind": text(), "name": text(), "content_type": reference("Key"),
                "records": count(),
            })),
        ),
    ]
}

/// Records and files.
fn of_records() -> Vec<(&'static str, Value)> {
    let any_content: Vec<Value> = specs()
        .iter()
        .map(|it| reference(&content_name(it)))
        .collect();
    vec![
        (
            "Records",
            whole(json!({ "records": list("Record"), "next": maybe("string") })),
        ),
        (
            "Record",
            whole(json!({
                "key": reference("Key"), "kind": text(), "title": maybe("string"),
                "timestamp": maybe("integer"), "version": text(),
                "content": { "type": "object", "anyOf": any_content },
            })),
        ),
        (
            "AnyContent",
            json!({
                "type": "object",
                "description": "The fields of the record as its kind's schema names them: \
                    CustomerContent for the kind customers, and so on.",
            }),
        ),
        (
            "Attachments",
            whole(json!({ "attachments": list("Attachment") })),
        ),
        (
            "Attachment",
            whole(json!({
                "key": reference("Key"), "name": text(), "date": maybe("string"),
                "bytes": maybe("integer"), "is_here": { "type": "boolean" },
            })),
        ),
    ]
}

/// Reports.
fn of_reports() -> Vec<(&'static str, Value)> {
    vec![
        (
            "Reports",
            whole(json!({ "reports": { "type": "array", "items": super::report_name() } })),
        ),
        (
            "Report",
            whole(json!({
                "business": text(), "report": super::report_name(), "period": { "type": "object" },
                "basis": text(), "about": maybe("string"), "division": maybe("string"),
                "currency": text(),
                "columns": { "type": "array", "items": { "type": "object" } },
                "rows": { "type": "array", "items": { "type": "object" } },
                "remarks": { "type": "array", "items": { "type": "object" } },
            })),
        ),
    ]
}

/// An object that has all of these members.
fn whole(properties: Value) -> Value {
    let required: Vec<Value> = properties
        .as_object()
        .map(|members| {
            members
                .keys()
                .map(|name| Value::from(name.as_str()))
                .collect()
        })
        .unwrap_or_default();
    json!({ "type": "object", "properties": properties, "required": required })
}

/// The content of a kind, or of a line: every field may be absent.
fn content(fields: &[FieldSpec]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.to_owned(), of_shape(field.shape));
    }
    let unknown = json!({
        "type": "array",
        "items": { "type": "object" },
        "description": "Fields that nobody described, with their numbers and bytes.",
    });
    properties.insert("unknown".to_owned(), unknown);
    let malformed = json!({ "type": "string", "contentEncoding": "base64" });
    properties.insert("malformed".to_owned(), malformed);
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn of_shape(shape: Shape) -> Value {
    let text = || json!({ "type": ["string", "null"] });
    match shape {
        Shape::Text | Shape::LongText | Shape::Html | Shape::Script => text(),
        Shape::Flag => json!({ "type": ["boolean", "null"] }),
        Shape::Integer => json!({ "type": ["integer", "null"] }),
        Shape::Choice(choices) => {
            let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
            json!({
                "type": ["string", "integer", "null"],
                "description": format!("One of: {}.", names.join(", ")),
            })
        }
        Shape::Date | Shape::ObsoleteDate => json!({
            "type": ["string", "null"],
            "description": "A day as yyyy-MM-dd; min and max stand for none.",
        }),
        Shape::Decimal => json!({
            "type": ["string", "integer", "null"],
            "description": "An exact number, as text.",
        }),
        Shape::Reference(_) => json!({
            "type": ["string", "null"],
            "description": "The key of another record.",
        }),
        Shape::References(_) | Shape::Texts => {
            json!({ "type": ["array", "null"], "items": text() })
        }
        Shape::CustomFieldsOld => json!({ "type": ["array", "null"] }),
        Shape::CustomFields2 => json!({ "type": ["object", "null"] }),
        Shape::Lines(fields) => json!({ "type": ["array", "null"], "items": content(fields) }),
        Shape::Part(fields) => {
            json!({ "anyOf": [content(fields), { "type": "null" }] })
        }
        Shape::Bytes => json!({ "type": ["string", "null"], "contentEncoding": "base64" }),
    }
}
