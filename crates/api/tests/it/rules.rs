//! What a form refuses, a program is refused too (SPEC-api.md, 2.4); what came with an imported
//! file stays.

use crate::world::{Answer, World};
use axum::http::StatusCode;
use books::{Key, kinds};
use serde_json::{Value, json};
use users::{Role, Scope};

const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// A business with one of each that a document names.
struct Shop {
    world: World,
    token: String,
    business: Key,
}

impl Shop {
    fn new() -> Self {
        let world = World::new();
        let user = world.user(1, Role::Administrator);
        let token = world.token(user, Scope::Write, None);
        let business = world.business(1);
        Self {
            world,
            token,
            business,
        }
    }

    fn path(&self, slug: &str) -> String {
        format!("/api/v1/businesses/{}/records/{slug}", self.business)
    }

    async fn post(&self, slug: &str, body: &Value) -> Answer {
        let body = body.to_string();
        let path = self.path(slug);
        self.world.ask(&self.token, "POST", &path, &[], &body).await
    }

    async fn made(&self, slug: &str, body: &Value) -> Value {
        let answer = self.post(slug, body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{:?}", answer.json());
        answer.json()["key"].clone()
    }

    /// Sends to a record with the version that it has now.
    async fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let etag = self.world.get(&self.token, path).await;
        let etag = etag.header("etag").to_owned();
        let body = body.to_string();
        let version = [("if-match", etag.as_str())];
        let world = &self.world;
        world.ask(&self.token, method, path, &version, &body).await
    }

    /// Puts a record as an import does: past all rules.
    fn import(&self, key: Key, kind: Key, plain: &Value) {
        let content = interchange::from_plain(kind, &[], &plain_of(plain)).expect("a content");
        let opened = self.world.app.store.open(self.business).expect("books");
        let stamp = web::stamp::stamp(&self.world.app, "Asia/Dhaka").expect("a stamp");
        let put = opened.write(&mut |work| {
            let put = work.put_object(key, kind, &content, "", &stamp);
            put.map(drop)
        });
        put.expect("a record");
    }
}

/// JSON of texts, numbers, lists and objects in the plain form.
fn plain_of(value: &Value) -> interchange::Plain {
    use interchange::Plain;
    match value {
        Value::Object(members) => Plain::Map(
            members
                .iter()
                .map(|(name, value)| (name.clone(), plain_of(value)))
                .collect(),
        ),
        Value::Array(values) => Plain::List(values.iter().map(plain_of).collect()),
        Value::Number(number) => Plain::Integer(number.as_i64().expect("a whole number")),
        value => Plain::Text(value.as_str().expect("a text").to_owned()),
    }
}

fn refused(answer: &Answer, code: &str, field: &str) {
    let problem = answer.json();
    assert_eq!(answer.status, REFUSED, "{problem:?}");
    assert_eq!(answer.code(), code, "{problem:?}");
    assert_eq!(problem["arguments"]["field"], field, "{problem:?}");
}

#[tokio::test]
async fn what_a_form_needs_a_program_gives_too() {
    let shop = Shop::new();
    let customer = shop.made("customers", &json!({ "Name": "Karim" })).await;
    let lines = json!([{ "LineDescription": "Rice" }]);
    let figures = json!([{ "Qty": "2", "SalesUnitPrice": "3" }]);
    let day = "2026-11-22";
    for (slug, body, code, field) in [
        ("customers", json!({}), "name-needed", "Name"),
        ("customers", json!({ "Name": "  " }), "name-needed", "Name"),
        (
            "sales-invoices",
            json!({ "Customer": customer, "Lines": lines }),
            "date-needed",
            "IssueDate",
        ),
        (
            "sales-invoices",
            json!({ "IssueDate": "min", "Customer": customer, "Lines": lines }),
            "date-needed",
            "IssueDate",
        ),
        (
            "sales-invoices",
            json!({ "IssueDate": day, "Lines": lines }),
            "customer-needed",
            "Customer",
        ),
        (
            "sales-invoices",
            json!({ "IssueDate": day, "Customer": customer, "Lines": figures }),
            "item-or-account-needed",
            "Lines[0].Item",
        ),
        (
            "receipts",
            json!({ "Date": day }),
            "bank-account-needed",
            "ReceivedIn",
        ),
    ] {
        refused(&shop.post(slug, &body).await, code, field);
    }
}

#[tokio::test]
async fn what_is_needed_cannot_be_taken_away() {
    let shop = Shop::new();
    let key = shop.made("customers", &json!({ "Name": "Karim" })).await;
    let path = format!("{}/{}", shop.path("customers"), key.as_str().expect("key"));
    let nothing = json!({ "Name": null });
    refused(
        &shop.send("PATCH", &path, &nothing).await,
        "name-needed",
        "Name",
    );
    refused(
        &shop.send("PUT", &path, &json!({})).await,
        "name-needed",
        "Name",
    );
}

#[tokio::test]
async fn a_reference_names_a_record_of_a_kind_that_the_form_offers() {
    let shop = Shop::new();
    let customer = shop.made("customers", &json!({ "Name": "Karim" })).await;
    let supplier = shop.made("suppliers", &json!({ "Name": "Secret" })).await;
    let day = "2026-11-22";
    let line = |line: Value| json!({ "IssueDate": day, "Customer": customer, "Lines": [line] });
    let receipt = json!({ "Date": day, "ReceivedIn": supplier });
    let journal = json!({
        "Date": day,
        "Lines": [{ "Account": supplier, "Debit": "1" }, { "Account": supplier, "Credit": "1" }],
    });
    for (slug, body, field) in [
        (
            "sales-invoices",
            json!({ "IssueDate": day, "Customer": supplier }),
            "Customer",
        ),
        (
            "sales-invoices",
            line(json!({ "Item": supplier })),
            "Lines[0].Item",
        ),
        (
            "sales-invoices",
            line(json!({ "Account": customer })),
            "Lines[0].Account",
        ),
        ("receipts", receipt, "ReceivedIn"),
        ("journal-entries", journal, "Lines[0].Account"),
        (
            "customers",
            json!({ "Name": "A", "Currency": supplier }),
            "Currency",
        ),
        (
            "customers",
            json!({ "Name": "A", "ControlAccount": customer }),
            "ControlAccount",
        ),
        (
            "payslips",
            json!({ "Date": day, "Employee": customer }),
            "Employee",
        ),
    ] {
        let answer = shop.post(slug, &body).await;
        assert!(!String::from_utf8_lossy(&answer.bytes).contains("Secret"));
        refused(&answer, "choice-unknown", field);
    }
    let discount = json!({
        "IssueDate": day, "Customer": customer, "DiscountType": 17,
        "Lines": [{ "LineDescription": "Rice" }],
    });
    refused(
        &shop.post("sales-invoices", &discount).await,
        "choice-unknown",
        "DiscountType",
    );
}

#[tokio::test]
async fn a_fault_of_an_imported_record_stays_and_the_rest_can_be_changed() {
    let shop = Shop::new();
    let supplier = shop.made("suppliers", &json!({ "Name": "S" })).await;
    let other = shop.made("suppliers", &json!({ "Name": "O" })).await;
    let key = Key::from_bytes([9; 16]);
    let faulty = json!({
        "IssueDate": "2026-11-22", "Customer": supplier, "DiscountType": 17,
        "Lines": [{ "Item": supplier, "Qty": "2" }, { "Qty": "3" }],
    });
    shop.import(key, kinds::SALES_INVOICE, &faulty);
    let path = format!("{}/{key}", shop.path("sales-invoices"));
    let words = json!({ "Description": "Paid in cash" });
    let changed = shop.send("PATCH", &path, &words).await;
    assert_eq!(changed.status, StatusCode::OK, "{:?}", changed.json());
    let content = changed.json()["content"].clone();
    assert_eq!(content["Description"], "Paid in cash");
    let again = shop.send("PUT", &path, &content).await;
    assert_eq!(again.status, StatusCode::OK, "{:?}", again.json());
    let wrong = json!({ "Customer": other });
    refused(
        &shop.send("PATCH", &path, &wrong).await,
        "choice-unknown",
        "Customer",
    );
    let line = json!({ "Lines": [{ "Item": supplier, "Qty": "2" }, { "Qty": "4" }] });
    refused(
        &shop.send("PATCH", &path, &line).await,
        "item-or-account-needed",
        "Lines[1].Item",
    );
}

#[tokio::test]
async fn a_record_has_two_thousand_lines_and_an_imported_one_keeps_more() {
    let shop = Shop::new();
    let customer = shop.made("customers", &json!({ "Name": "Karim" })).await;
    let invoice = |count: usize| {
        let lines = vec![json!({ "LineDescription": "Rice" }); count];
        json!({ "IssueDate": "2026-11-22", "Customer": customer, "Lines": lines })
    };
    let most = shop.post("sales-invoices", &invoice(2_000)).await;
    assert_eq!(most.status, StatusCode::CREATED);
    let over = shop.post("sales-invoices", &invoice(2_001)).await;
    refused(&over, "lines-too-many", "Lines");
    let key = Key::from_bytes([9; 16]);
    shop.import(key, kinds::SALES_INVOICE, &invoice(2_500));
    let path = format!("{}/{key}", shop.path("sales-invoices"));
    let words = json!({ "Description": "Long" });
    let changed = shop.send("PATCH", &path, &words).await;
    assert_eq!(changed.status, StatusCode::OK);
}

#[tokio::test]
async fn a_member_that_stands_twice_is_refused() {
    let shop = Shop::new();
    for body in [
        r#"{"Name":"A","Name":"B"}"#,
        r#"{"content":{"Name":"A","Name":"B"}}"#,
        r#"{"Name":"A","unknown":[{"raw":"","raw":""}]}"#,
    ] {
        let path = shop.path("customers");
        let world = &shop.world;
        let answer = world.ask(&shop.token, "POST", &path, &[], body).await;
        assert_eq!(answer.status, REFUSED, "{body}");
        assert_eq!(answer.code(), "json-refused");
    }
}

#[tokio::test]
async fn the_kinds_that_a_404_names_are_kinds() {
    let shop = Shop::new();
    let answer = shop.world.get(&shop.token, &shop.path("nosuch")).await;
    let detail = answer.json()["detail"].as_str().expect("text").to_owned();
    let (_, examples) = detail.split_once("Examples: ").expect("examples");
    for slug in examples.trim_end_matches('.').split(", ") {
        let answer = shop.world.get(&shop.token, &shop.path(slug)).await;
        assert_eq!(answer.status, StatusCode::OK, "{slug}");
    }
}
