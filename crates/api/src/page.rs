//! The description of the API as a page for people, at `/api`: the way in, each address with what
//! is done there, and the fields of each kind of record. It is read out of the description that
//! programs read, so that both say the same.

use super::description::description;
use axum::extract::OriginalUri;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use pages::Locale;
use pages::layout::heading;
use pages::tables::{Column, cell, panel, table};
use serde_json::Value;
use web::request::Visitor;
use web::shell::plain_page;

/// The methods in the order in which they are shown.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// `GET /api`.
pub async fn show(OriginalUri(uri): OriginalUri, mut visitor: Visitor) -> Response {
    // The way back from choosing a language is the whole address, not the part below `/api`.
    visitor.path = uri.path().to_owned();
    let locale = visitor.locale;
    let document = description();
    let title = locale.text("api-title");
    let body = html! {
        (heading(&title, html! {
            a .button href="/api/openapi.json" { (locale.text("token-description")) }
        }))
        (panel(&locale.text("api-way-in"), way_in(locale)))
        (panel(&locale.text("api-addresses"), addresses(locale, document)))
        (panel(&locale.text("api-kinds"), html! {
            p { (locale.text("api-kinds-explained")) }
            @for spec in interchange::specs() {
                details {
                    summary { code dir="ltr" { (spec.slug) } }
                    (fields(locale, document, spec.name))
                }
            }
        }))
    };
    plain_page(&visitor, StatusCode::OK, &title, None, body)
}

fn way_in(locale: Locale) -> Markup {
    html! {
        p {
            (locale.text("api-token")) " "
            a href="/account/tokens" { (locale.text("token-title")) }
        }
        pre dir="ltr" { "GET /api/v1/businesses\nAuthorization: Bearer tij_…" }
        ul {
            li { (locale.text("api-texts")) }
            li { (locale.text("api-versions")) }
            li { (locale.text("api-problems")) }
            li { (locale.text("api-rates")) }
        }
    }
}

fn addresses(locale: Locale, document: &Value) -> Markup {
    let columns = [
        Column::words(locale.text("api-method")),
        Column::words(locale.text("api-address")),
        Column::words(locale.text("api-does")),
    ];
    let paths = document["paths"].as_object();
    let rows: Vec<Markup> = paths
        .into_iter()
        .flatten()
        .flat_map(|(path, at)| {
            METHODS.into_iter().filter_map(move |method| {
                let operation = at.get(method)?;
                Some(html! {
                    tr {
                        (cell(html! { code dir="ltr" { (method.to_uppercase()) } }))
                        (cell(html! { code dir="ltr" { "/api" (path) } }))
                        (cell(html! {
                            span lang="en" { (operation["summary"].as_str().unwrap_or_default()) }
                            (asked(operation))
                        }))
                    }
                })
            })
        })
        .collect();
    table(&locale.text("api-addresses"), &columns, &rows, None)
}

/// What may stand in the query of an operation.
fn asked(operation: &Value) -> Markup {
    let parameters = operation["parameters"].as_array();
    let asked: Vec<&Value> = parameters
        .into_iter()
        .flatten()
        .filter(|parameter| parameter["in"] == "query")
        .collect();
    html! {
        @if !asked.is_empty() {
            ul .muted lang="en" {
                @for parameter in asked {
                    li {
                        code { (parameter["name"].as_str().unwrap_or_default()) } " "
                        (parameter["description"].as_str().unwrap_or_default())
                    }
                }
            }
        }
    }
}

/// The fields of a kind: their names, and what a value is.
fn fields(locale: Locale, document: &Value, name: &str) -> Markup {
    let schema = &document["components"]["schemas"][format!("{name}Content")];
    let columns = [
        Column::words(locale.text("api-field")),
        Column::words(locale.text("api-value")),
    ];
    let rows: Vec<Markup> = schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            html! {
                tr {
                    (cell(html! { code dir="ltr" { (name) } }))
                    (cell(html! { span lang="en" dir="ltr" { (value_of(schema)) } }))
                }
            }
        })
        .collect();
    table(name, &columns, &rows, None)
}

/// What a value is, in a few words.
fn value_of(schema: &Value) -> String {
    if let Some(description) = schema["description"].as_str() {
        return description.to_owned();
    }
    let names = match &schema["type"] {
        Value::String(name) => vec![name.as_str()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => vec!["object"],
    };
    let names: Vec<&str> = names.into_iter().filter(|name| *name != "null").collect();
    names.join(", ")
}
