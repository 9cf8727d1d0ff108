//! All of the API in OpenAPI's words (OpenAPI Specification 3.1.0), at `/api/openapi.json`.
//!
//! Kinds of record and reports are taken from where they are known to the program, so that the
//! description cannot fall behind. It holds nothing of anybody's books and is shown to everybody.

mod schemas;

use axum::Json;
use serde_json::{Map, Value, json};
use std::slice::from_ref;
use std::sync::OnceLock;
use web::report_names;

/// `GET /openapi.json`.
pub async fn document() -> Json<&'static Value> {
    Json(description())
}

/// The description, made once.
pub fn description() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(made)
}

fn made() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tijori",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Books as JSON. Every request carries an access token in its header \
                Authorization: Bearer tij_…. Amounts are texts, so that no digit is lost; days are \
                yyyy-MM-dd; keys are GUIDs. What changes a record names the version it was read \
                in. Requests are limited to 600 a minute for each token.",
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" },
        },
        "servers": [{ "url": "/api" }],
        "security": [{ "token": [] }],
        "paths": paths(),
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas::schemas(),
        },
    })
}

/// One operation at an address.
struct Operation {
    id: &'static str,
    summary: &'static str,
    parameters: Vec<Value>,
    /// The content of the request: its media type and schema, and one that can be sent.
    body: Option<(&'static str, Value, Value)>,
    /// The status of success, and what comes with it.
    answer: (&'static str, Option<(&'static str, Value)>),
    /// What can be asked next with what came, by the names of the operations.
    links: Value,
}

const JSON: &str = "application/json";
const BYTES: &str = "application/octet-stream";

impl Operation {
    fn get(id: &'static str, summary: &'static str, answer: &str) -> Self {
        Self {
            id,
            summary,
            parameters: Vec::new(),
            body: None,
            answer: ("200", Some((JSON, reference(answer)))),
            links: Value::Null,
        }
    }

    fn with(mut self, parameters: impl IntoIterator<Item = Value>) -> Self {
        self.parameters.extend(parameters);
        self
    }

    fn taking(mut self, media_type: &'static str, schema: Value, example: Value) -> Self {
        self.body = Some((media_type, schema, example));
        self
    }

    fn answering(mut self, status: &'static str, content: Option<(&'static str, Value)>) -> Self {
        self.answer = (status, content);
        self
    }

    /// Leads on to operations at the address of what came, which has its key in the answer.
    fn leading(mut self, parameters: &Value, names: &[&str]) -> Self {
        let links = names.iter().map(|name| {
            let link = json!({ "operationId": name, "parameters": parameters });
            ((*name).to_owned(), link)
        });
        self.links = Value::Object(links.collect());
        self
    }

    fn value(self) -> Value {
        let (status, content) = self.answer;
        let mut success = json!({ "description": "Done." });
        if let Some((media_type, schema)) = content {
            set(
                &mut success,
                "content",
                json!({ media_type: { "schema": schema } }),
            );
        }
        if !self.links.is_null() {
            set(&mut success, "links", self.links);
        }
        let problem = json!({
            "description": "What went wrong.",
            "content": { "application/problem+json": { "schema": reference("Problem") } },
        });
        let mut value = json!({
            "operationId": self.id,
            "summary": self.summary,
            "parameters": self.parameters,
            "responses": { status: success, "default": problem },
        });
        if let Some((media_type, schema, example)) = self.body {
            let content = json!({ media_type: { "schema": schema, "example": example } });
            set(
                &mut value,
                "requestBody",
                json!({ "required": true, "content": content }),
            );
        }
        value
    }
}

fn set(value: &mut Value, name: &str, member: Value) {
    if let Some(members) = value.as_object_mut() {
        members.insert(name.to_owned(), member);
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A part of an address.
fn part(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

fn key(name: &str) -> Value {
    part(name, reference("Key"))
}

/// What may stand in the query.
fn asked(name: &str, schema: Value, description: &str) -> Value {
    json!({ "name": name, "in": "query", "schema": schema, "description": description })
}

/// The content of a record, as it can be sent.
fn a_customer() -> Value {
    json!({ "Name": "Karim Traders" })
}

fn version_header() -> Value {
    json!({
        "name": "If-Match",
        "in": "header",
        "required": true,
        "schema": { "type": "string" },
        "description": "The ETag with which the record was read.",
    })
}

/// An address with what is done at it, by method.
fn at(parts: &[Value], operations: Vec<(&str, Operation)>) -> Value {
    let mut value = Map::new();
    value.insert("parameters".to_owned(), Value::from(parts.to_vec()));
    for (method, operation) in operations {
        value.insert(method.to_owned(), operation.value());
    }
    Value::Object(value)
}

fn paths() -> Value {
    let business = key("business");
    let slugs: Vec<&str> = interchange::specs().iter().map(|spec| spec.slug).collect();
    let mut kind = part("kind", json!({ "type": "string", "enum": slugs }));
    set(&mut kind, "example", json!("customers"));
    let record = [business.clone(), kind.clone(), key("record")];
    let get = Operation::get;
    let businesses = get(
        "listBusinesses",
        "The businesses that may be entered",
        "Businesses",
    );
    let one = get("showBusiness", "One business", "Business");
    let kinds = get("listKinds", "The kinds of record that may be seen", "Kinds");
    let reports = get("listReports", "The reports that may be seen", "Reports");
    json!({
        "/v1/businesses": at(&[], vec![("get", businesses)]),
        "/v1/businesses/{business}": at(from_ref(&business), vec![("get", one)]),
        "/v1/businesses/{business}/kinds": at(from_ref(&business), vec![("get", kinds)]),
        "/v1/businesses/{business}/records/{kind}": at(
            &[business.clone(), kind],
            of_kind(),
        ),
        "/v1/businesses/{business}/records/{kind}/{record}": at(&record, of_record()),
        "/v1/businesses/{business}/records/{kind}/{record}/attachments": at(
            &record,
            of_files(),
        ),
        "/v1/businesses/{business}/attachments/{attachment}": at(
            &[business.clone(), key("attachment")],
            of_file(),
        ),
        "/v1/businesses/{business}/reports": at(from_ref(&business), vec![("get", reports)]),
        "/v1/businesses/{business}/reports/{report}": at(
            &[business, part("report", report_name())],
            vec![("get", of_report())],
        ),
    })
}

fn report_name() -> Value {
    let names: Vec<&str> = report_names().collect();
    json!({ "type": "string", "enum": names })
}

fn of_kind() -> Vec<(&'static str, Operation)> {
    let limit = json!({ "type": "integer", "minimum": 1, "maximum": 500, "default": 50 });
    let day = json!({ "type": "string", "format": "date" });
    let list = Operation::get(
        "listRecords",
        "Records of a kind, in the order of keys",
        "Records",
    )
    .with([
        asked("limit", limit, "How many on one page."),
        asked(
            "after",
            reference("Key"),
            "The cursor: `next` of the page before.",
        ),
        asked(
            "search",
            json!({ "type": "string" }),
            "Words that must occur in the record.",
        ),
        asked(
            "from",
            day.clone(),
            "The first day, for kinds that have a date.",
        ),
        asked("to", day, "The last day, for kinds that have a date."),
        json!({
            "name": "fields",
            "in": "query",
            "description": "Fields by name, and the value that they must have.",
            "style": "form",
            "explode": true,
            "schema": { "type": "object", "additionalProperties": { "type": "string" } },
        }),
    ]);
    let create = Operation::get("createRecord", "Makes a record", "Record")
        .taking(JSON, reference("AnyContent"), a_customer())
        .answering("201", Some((JSON, reference("Record"))))
        .leading(
            &json!({
                "business": "$request.path.business",
                "kind": "$request.path.kind",
                "record": "$response.body#/key",
                "If-Match": "$response.header.ETag",
            }),
            &["replaceRecord", "changeRecord", "deleteRecord"],
        );
    vec![("get", list), ("post", create)]
}

fn of_record() -> Vec<(&'static str, Operation)> {
    let show = Operation::get(
        "showRecord",
        "One record, with its version as ETag",
        "Record",
    );
    let replace = Operation::get(
        "replaceRecord",
        "Puts a whole record: fields that are not named are taken away",
        "Record",
    );
    let change = Operation::get(
        "changeRecord",
        "Changes the named fields: null takes one away, the others stay",
        "Record",
    );
    let delete = Operation::get("deleteRecord", "Deletes a record with its files", "Record");
    let writing = |operation: Operation| {
        operation
            .with([version_header()])
            .taking(JSON, reference("AnyContent"), a_customer())
    };
    vec![
        ("get", show),
        ("put", writing(replace)),
        ("patch", writing(change)),
        (
            "delete",
            delete.with([version_header()]).answering("204", None),
        ),
    ]
}

fn of_files() -> Vec<(&'static str, Operation)> {
    let name = json!({
        "name": "name",
        "in": "query",
        "required": true,
        "schema": { "type": "string", "minLength": 1 },
        "example": "receipt.txt",
        "description": "The name of the file.",
    });
    let list = Operation::get("listAttachments", "The files on a record", "Attachments");
    let attach = Operation::get(
        "attachFile",
        "Attaches a file: the body is the file",
        "Attachment",
    )
    .with([name])
    .taking(BYTES, json!({}), json!("Paid in cash."))
    .answering("201", Some((JSON, reference("Attachment"))))
    .leading(
        &json!({
            "business": "$request.path.business",
            "attachment": "$response.body#/key",
        }),
        &["downloadAttachment", "removeAttachment"],
    );
    vec![("get", list), ("post", attach)]
}

fn of_file() -> Vec<(&'static str, Operation)> {
    let download = Operation::get("downloadAttachment", "The bytes of a file", "Attachment")
        .answering("200", Some(("*/*", json!({}))));
    let remove =
        Operation::get("removeAttachment", "Removes a file", "Attachment").answering("204", None);
    vec![("get", download), ("delete", remove)]
}

fn of_report() -> Operation {
    let word =
        |name: &str, description: &str| asked(name, json!({ "type": "string" }), description);
    Operation::get("showReport", "A report", "Report").with([
        word("as-at", "The day, or a word such as today."),
        word("from", "The first day."),
        word("to", "The last day."),
        word("period", "A word such as this-fiscal-year."),
        word("basis", "accrual or cash."),
        word("comparison", "What stands beside the figures."),
        word("about", "The key of whom or what it is about."),
        word("division", "The key of a division."),
    ])
}
