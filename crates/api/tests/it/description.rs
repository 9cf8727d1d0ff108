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

/// Each `operationId` in a document.
fn operations(document: &Value) -> Vec<&str> {
    let paths = document["paths"].as_object().expect("the paths").values();
    let operations = paths.flat_map(|at| at.as_object().expect("an address").values());
    let ids = operations.filter_map(|operation| operation["operationId"].as_str());
    ids.collect()
}

#[tokio::test]
async fn links_lead_to_operations_and_the_page_shows_them_all() {
    let world = World::new();
    let document = world.get("", "/api/openapi.json").await.json();
    let ids = operations(&document);
    let mut links = 0;
    for at in document["paths"].as_object().expect("the paths").values() {
        let created = &at["post"]["responses"]["201"]["links"];
        for (name, link) in created.as_object().into_iter().flatten() {
            assert!(
                ids.contains(&link["operationId"].as_str().expect("a name")),
                "{name}"
            );
            links += 1;
        }
    }
    assert_eq!(links, 5);
    let answer = world.get("", "/api").await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = String::from_utf8_lossy(&answer.bytes).into_owned();
    for path in document["paths"].as_object().expect("the paths").keys() {
        assert!(
            page.contains(&format!("<code dir=\"ltr\">/api{path}</code>")),
            "{path}"
        );
    }
    for spec in interchange::specs() {
        assert!(page.contains(spec.slug), "{}", spec.slug);
    }
}
