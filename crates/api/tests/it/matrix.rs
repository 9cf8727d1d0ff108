//! Every operation of the description, asked by every sort of caller (security.md S41, T-A1).
//!
//! The operations are read from the description, so that a new one is asked too; what each caller
//! may do is one table. What is missing in it fails the test.

use crate::world::World;
use books::Key;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use users::{Access, Level, Rights, Role, Scope};

/// What an operation needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Any token.
    Token,
    /// Being in the business.
    Enter,
    /// Seeing customers.
    View,
    /// Making one.
    Create,
    /// Changing one.
    Edit,
    /// Deleting one.
    Delete,
    /// Seeing a report.
    Report,
}

/// What each operation of the description needs.
fn needs() -> BTreeMap<&'static str, Need> {
    BTreeMap::from([
        ("listBusinesses", Need::Token),
        ("showBusiness", Need::Enter),
        ("listKinds", Need::Enter),
        ("listReports", Need::Enter),
        ("showReport", Need::Report),
        ("listRecords", Need::View),
        ("showRecord", Need::View),
        ("createRecord", Need::Create),
        ("replaceRecord", Need::Edit),
        ("changeRecord", Need::Edit),
        ("deleteRecord", Need::Delete),
        ("listAttachments", Need::View),
        ("attachFile", Need::Edit),
        ("downloadAttachment", Need::View),
        ("removeAttachment", Need::Edit),
    ])
}

/// A caller, with what they may do.
struct Caller {
    name: &'static str,
    token: String,
    may: &'static [Need],
    /// The status of what they may not do: 403 where the business is there for them, 404 where it
    /// is not, and 401 where nobody knows who they are.
    refused: u16,
}

const ALL: &[Need] = &[
    Need::Token,
    Need::Enter,
    Need::View,
    Need::Create,
    Need::Edit,
    Need::Delete,
    Need::Report,
];
const READS: &[Need] = &[Need::Token, Need::Enter, Need::View, Need::Report];

fn member(business: Key, level: Level, until: Option<&str>) -> Role {
    let until = until.map(|day| day.parse().expect("a day"));
    Role::Member(BTreeMap::from([(business, Access { level, until })]))
}

fn clerk() -> Level {
    let rights = Rights {
        view: true,
        create: true,
        ..Rights::default()
    };
    Level::Custom(BTreeMap::from([("customers".to_owned(), rights)]))
}

/// A row of the table: who, as what, with which token, and what they may do.
type Row = (
    &'static str,
    Role,
    Scope,
    Option<Key>,
    &'static [Need],
    bool,
);

/// Every sort of caller.
fn rows(ours: Key, other: Key) -> Vec<Row> {
    let (write, read) = (Scope::Write, Scope::Read);
    let enters: &[Need] = &[Need::Token];
    let clerks: &[Need] = &[Need::Token, Need::Enter, Need::View, Need::Create];
    let governor = || Role::Administrator;
    let full = |of| member(of, Level::Full, None);
    let auditor = |until| member(ours, Level::Auditor, until);
    let clerk = member(ours, clerk(), None);
    let nobody = Role::Member(BTreeMap::new());
    vec![
        ("administrator", governor(), write, None, ALL, true),
        ("reader", governor(), read, None, READS, true),
        ("for another", governor(), write, Some(other), enters, false),
        ("full", full(ours), write, Some(ours), ALL, true),
        ("auditor", auditor(None), write, None, READS, true),
        (
            "former",
            auditor(Some("2020-01-01")),
            write,
            None,
            enters,
            false,
        ),
        ("clerk", clerk, write, None, clerks, true),
        ("of another", full(other), write, None, enters, false),
        ("of none", nobody, write, None, enters, false),
    ]
}

/// Every sort of caller, each with a token of their own.
fn callers(world: &World, business: Key, other: Key) -> Vec<Caller> {
    let rows = rows(business, other).into_iter().zip(1..);
    let known = rows.map(|((name, role, scope, only, may, is_inside), number)| {
        let user = world.user(number, role);
        let token = world.token(user, scope, only);
        Caller {
            name,
            token,
            may,
            refused: if is_inside { 403 } else { 404 },
        }
    });
    let mut callers: Vec<Caller> = known.collect();
    callers.extend(unknown(world));
    callers
}

/// Those whom no operation knows: without a token, with one that nobody has, and with that of a
/// user who was disabled.
fn unknown(world: &World) -> Vec<Caller> {
    let gone = world.user(100, Role::Administrator);
    let token = world.token(gone, Scope::Write, None);
    let directory = world.users.sign_in.directory();
    let mut user = directory.user(gone).expect("a directory").expect("a user");
    user.is_disabled = true;
    directory.put_user(&user).expect("a directory");
    let forged = format!("{}00000000", &token[..token.len() - 8]);
    let named = [
        ("anonymous", String::new()),
        ("forged", forged),
        ("disabled", token),
    ];
    let callers = named.into_iter().map(|(name, token)| Caller {
        name,
        token,
        may: &[],
        refused: 401,
    });
    callers.collect()
}

/// Method, address and name of every operation.
fn operations(document: &Value) -> Vec<(String, String, String)> {
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            if let Some(id) = operation["operationId"].as_str() {
                operations.push((method.to_uppercase(), path.clone(), id.to_owned()));
            }
        }
    }
    operations
}

/// A customer with a file, made anew for each caller: operations use them up.
async fn fresh(world: &World, token: &str, business: Key) -> (String, String, String) {
    let path = format!("/api/v1/businesses/{business}/records/customers");
    let body = json!({ "Name": "Canary" }).to_string();
    let made = world.ask(token, "POST", &path, &[], &body).await;
    let record = made.json()["key"].as_str().expect("a key").to_owned();
    let files = format!("{path}/{record}/attachments?name=a.txt");
    let file = world.ask(token, "POST", &files, &[], "Canary").await;
    let file = file.json()["key"].as_str().expect("a key").to_owned();
    (record, made.header("etag").to_owned(), file)
}

#[tokio::test]
async fn every_caller_gets_what_the_table_says_and_nothing_else() {
    let world = World::new();
    let (business, other) = (world.business(1), world.business(2));
    let callers = callers(&world, business, other);
    let needs = needs();
    let document = world.get("", "/api/openapi.json").await.json();
    let operations = operations(&document);
    assert_eq!(operations.len(), needs.len());
    let mut cells = 0;
    for (method, path, id) in &operations {
        let need = *needs
            .get(id.as_str())
            .unwrap_or_else(|| panic!("{id} is in no row"));
        for caller in &callers {
            let (record, etag, file) = fresh(&world, &callers[0].token, business).await;
            let path = path
                .replace("{business}", &business.to_string())
                .replace("{kind}", "customers")
                .replace("{record}", &record)
                .replace("{attachment}", &file)
                .replace("{report}", "balance-sheet");
            let query = if id == "attachFile" {
                "?name=b.txt"
            } else {
                ""
            };
            let body = if method == "GET" || method == "DELETE" {
                ""
            } else {
                r#"{"Name":"X"}"#
            };
            let path = format!("/api{path}{query}");
            let headers = [("if-match", etag.as_str())];
            let answer = world
                .ask(&caller.token, method, &path, &headers, body)
                .await;
            let status = answer.status.as_u16();
            let what = format!("{id} by {}", caller.name);
            if caller.may.contains(&need) {
                assert!((200..300).contains(&status), "{what}: {status}");
            } else {
                assert_eq!(status, caller.refused, "{what}");
                let text = String::from_utf8_lossy(&answer.bytes);
                assert!(!text.contains("Canary"), "{what}: {text}");
                // What was refused left the record as it was.
                let record = format!("/api/v1/businesses/{business}/records/customers/{record}");
                let kept = world.get(&callers[0].token, &record).await;
                assert_eq!(kept.header("etag"), etag, "{what}");
            }
            cells += 1;
        }
    }
    assert_eq!(cells, operations.len() * callers.len());
}
