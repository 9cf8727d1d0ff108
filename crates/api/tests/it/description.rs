//! The description says what is there, and nothing else.

use crate::world::World;
use axum::http::StatusCode;
use serde_json::Value;

/// Every reference inside a document.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                found.push(reference.clone());
            }
            members
                .values()
                .for_each(|member| references(member, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn everybody_reads_it_and_every_reference_in_it_leads_somewhere() {
    let world = World::new();
    let answer = world.get("", "/api/openapi.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    let document = answer.json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 50);
    for reference in found {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    for spec in interchange::specs() {
        let name = format!("{}Content", spec.name);
        let schema = &document["components"]["schemas"][&name];
        assert!(schema.is_object(), "{name}");
    }
}
