//! Every kind of record and every report: what is described is there for programs, and says what
//! the pages say (SPEC-api.md, 2 and 3). Kinds are those of `interchange::specs`, reports those of
//! the registry, so that a new one is asked for too.

use crate::world::{HOST, World};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use books::{Key, kinds};
use history::Stamp;
use interchange::{FieldSpec, KindSpec, Plain, Shape, from_plain, specs};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use users::{Presented, Role, Scope};

/// The password of whoever looks at the pages.
const PASSWORD: &str = "seven green lamps in a row";
/// How deep lines stand within lines, at most.
const DEPTH_MAX: usize = 3;

/// Kinds that this version makes and changes for programs, and does not delete (SPEC-api.md, 2.4).
const KEPT: [&str; 29] = [
    "control-account-for-bank-accounts",
    "control-account-for-capital-accounts",
    "control-account-for-customers",
    "control-account-for-employees",
    "control-account-for-fixed-assets",
    "control-account-for-fixed-assets-accumulated-depreciation",
    "control-account-for-intangible-assets",
    "control-account-for-intangible-assets-accumulated-amortization",
    "control-account-for-inventory-items",
    "control-account-for-investments",
    "control-account-for-special-accounts",
    "control-account-for-suppliers",
    "custom-columns",
    "custom-fields",
    "email-templates",
    "fixed-assets",
    "folders",
    "image-custom-fields",
    "intangible-assets",
    "inventory-kits",
    "inventory-locations",
    "investments",
    "payslip-contribution-items",
    "payslip-deduction-items",
    "payslip-earnings-items",
    "projects",
    "recurring-payslips",
    "saved-reports",
    "script-extensions",
];

/// The key of the one record of a kind.
fn record_of(spec: &KindSpec) -> Key {
    if spec.singleton {
        return spec.content_type;
    }
    let place = specs()
        .iter()
        .position(|it| it.content_type == spec.content_type);
    let place = u8::try_from(place.expect("a place")).expect("a small number");
    Key::from_random([place.wrapping_add(3); 16])
}

/// What a reference to one of these kinds names.
fn named(of: &[Key]) -> Key {
    let described = of.iter().find_map(|kind| interchange::spec(*kind));
    match (described, of.first()) {
        (Some(spec), _) => record_of(spec),
        (None, Some(kind)) => *kind,
        (None, None) => kinds::SALES_INVOICE,
    }
}

/// A value that a field may have; none for shapes that describe themselves elsewhere.
fn value(field: &FieldSpec, depth: usize) -> Option<Plain> {
    let text = |text: &str| Some(Plain::Text(text.to_owned()));
    match field.shape {
        Shape::Text | Shape::LongText => text("Nomuna"),
        Shape::Texts => Some(Plain::List(vec![Plain::Text("Nomuna".to_owned())])),
        Shape::Flag => Some(Plain::Flag(true)),
        Shape::Integer => Some(Plain::Integer(3)),
        Shape::Choice(choices) => choices.last().map(|(number, _)| Plain::Integer(*number)),
        Shape::Date => text("2026-05-04"),
        Shape::Decimal => text("12.5"),
        Shape::Reference(kinds) => text(&named(kinds).to_string()),
        Shape::References(kinds) => Some(Plain::List(vec![Plain::Text(named(kinds).to_string())])),
        Shape::Lines(parts) if depth > 0 => Some(Plain::List(vec![map(parts, depth - 1)])),
        Shape::Part(parts) if depth > 0 => Some(map(parts, depth - 1)),
        _ => None,
    }
}

fn map(fields: &[FieldSpec], depth: usize) -> Plain {
    let members = fields.iter();
    let known = members.filter_map(|it| Some((it.name.to_owned(), value(it, depth)?)));
    Plain::Map(known.collect())
}

/// A whole record of a kind. What is locked is locked up to a day before all of them, figures of
/// before that are not, and each line of a journal entry is on a side of its own.
fn seed(spec: &KindSpec) -> Plain {
    let mut whole = map(spec.fields, DEPTH_MAX);
    let Plain::Map(members) = &mut whole else {
        return whole;
    };
    for (name, value) in members.iter_mut() {
        match (spec.slug, name.as_str()) {
            ("lock-date", "Date") => *value = Plain::Text("2020-01-01".to_owned()),
            ("lock-date", "LockAccountingPeriods") => *value = Plain::Flag(false),
            ("journal-entries", "Lines") => {
                let Plain::List(lines) = value else { continue };
                lines.extend(lines.clone());
                for (line, other) in lines.iter_mut().zip(["Credit", "Debit"]) {
                    let Plain::Map(parts) = line else { continue };
                    parts.retain(|(name, _)| name != other);
                }
            }
            _ => {}
        }
    }
    whole
}

fn stamp() -> Stamp {
    Stamp {
        instant: "2026-11-21T08:00:00Z".parse().expect("an instant"),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: Key::from_bytes([9; 16]),
    }
}

/// A business with a record of every kind, as an imported file brings them.
fn business(world: &World) -> Key {
    let business = world.business(1);
    let opened = world.app.store.open(business).expect("the business");
    let put = opened.write(&mut |work| {
        for spec in specs() {
            let content = from_plain(spec.content_type, &[], &seed(spec));
            let content = content.unwrap_or_else(|error| panic!("{}: {error}", spec.name));
            work.put_object(record_of(spec), spec.content_type, &content, "", &stamp())?;
        }
        Ok(())
    });
    put.expect("a record of every kind");
    business
}

/// What writing a kind came to: a status, and the code of what was wrong.
type Outcome = (u16, String);

#[tokio::test]
async fn every_kind_is_listed_read_written_and_deleted() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let business = business(&world);
    let mut refused: BTreeMap<&str, Outcome> = BTreeMap::new();
    let mut made_count = 0;
    for spec in specs() {
        // Each has a token, and with it requests, of its own.
        let token = world.token(user, Scope::Write, None);
        let kind = format!("/api/v1/businesses/{business}/records/{}", spec.slug);
        let list = world.get(&token, &kind).await;
        assert_eq!(list.status, StatusCode::OK, "{}", spec.slug);
        let list = list.json();
        assert_eq!(list["records"].as_array().map(Vec::len), Some(1), "{list}");
        let path = format!("{kind}/{}", record_of(spec));
        let shown = world.get(&token, &path).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        let one = shown.json();
        assert_eq!(one, list["records"][0], "as in the list");
        assert_eq!(one["kind"], spec.slug);
        require_fields(spec, &one["content"]);
        match written(&world, &token, &kind, &one["content"]).await {
            (201, _) => made_count += 1,
            outcome => drop(refused.insert(spec.slug, outcome)),
        }
    }
    assert_eq!(made_count + refused.len(), specs().len());
    let expected = refusals();
    let told: BTreeMap<&str, (u16, &str)> = refused
        .iter()
        .map(|(slug, (status, code))| (*slug, (*status, code.as_str())))
        .collect();
    assert_eq!(told, expected, "{made_count} kinds were made");
}

/// What was put is told, field by field.
fn require_fields(spec: &KindSpec, content: &Value) {
    let told = content.as_object().expect("a record");
    for field in spec.fields {
        // What is not ticked is told by its absence.
        let is_told = value(field, DEPTH_MAX).is_some() && !matches!(field.shape, Shape::Flag);
        if is_told {
            assert!(
                told.contains_key(field.name),
                "{}: {}",
                spec.slug,
                field.name
            );
        }
    }
}

/// Makes a record like this one, reads it and deletes it again; 201 when all of that went well,
/// else the first refusal.
async fn written(world: &World, token: &str, kind: &str, content: &Value) -> Outcome {
    let body = content.to_string();
    let made = world.ask(token, "POST", kind, &[], &body).await;
    if made.status != StatusCode::CREATED {
        return (made.status.as_u16(), made.code());
    }
    let path = made.header("location").to_owned();
    let read = world.get(token, &path).await;
    assert_eq!(read.json(), made.json(), "{path}");
    let etag = [("if-match", made.header("etag"))];
    let gone = world.ask(token, "DELETE", &path, &etag, "").await;
    if gone.status != StatusCode::NO_CONTENT {
        return (gone.status.as_u16(), gone.code());
    }
    let after = world.get(token, &path).await;
    assert_eq!(after.status, StatusCode::NOT_FOUND, "{path}");
    (201, String::new())
}

/// The kinds of which no second record like the first is made and deleted, and why.
fn refusals() -> BTreeMap<&'static str, (u16, &'static str)> {
    let singles = specs().iter().filter(|spec| spec.singleton);
    let mut found: BTreeMap<&str, (u16, &str)> = singles
        .map(|spec| (spec.slug, (409, "record-exists")))
        .collect();
    found.extend(KEPT.map(|slug| (slug, (422, "record-not-deletable"))));
    // There is one starting balance of everything.
    let starting = specs().iter().map(|spec| spec.slug);
    let starting = starting.filter(|slug| slug.ends_with("-starting-balances"));
    found.extend(starting.map(|slug| (slug, (422, "starting-balance-twice"))));
    // There is one account of the kind here, and money goes from one to another.
    found.insert("inter-account-transfers", (422, "accounts-must-differ"));
    found.insert("attachments", (422, "record-not-editable"));
    found
}

/// A session of the pages.
async fn session(world: &World) -> String {
    let key = world.user(2, Role::Administrator);
    let sign_in = &world.users.sign_in;
    let user = sign_in.directory().user(key).expect("a directory");
    let nobody = Presented::default();
    sign_in
        .set_password(
            &user.expect("a user"),
            PASSWORD,
            None,
            &nobody,
            Timestamp::now(),
        )
        .expect("a password");
    let form = format!("name=user2&password={}", PASSWORD.replace(' ', "+"));
    let request = Request::post("/sign-in")
        .header(header::HOST, HOST)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form));
    let answer = world.send(request.expect("a request")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter();
    let pairs = cookies.filter_map(|it| it.to_str().ok()?.split(';').next());
    pairs.collect::<Vec<_>>().join("; ")
}

async fn file(world: &World, cookie: &str, path: &str) -> (StatusCode, String) {
    let request = Request::get(path)
        .header(header::HOST, HOST)
        .header(header::ACCEPT_LANGUAGE, "en")
        .header(header::COOKIE, cookie)
        .body(Body::empty());
    let answer = world.send(request.expect("a request")).await;
    let text = String::from_utf8_lossy(&answer.bytes).into_owned();
    (answer.status, text)
}

/// Every amount in a report's document: what stands in its cells.
fn cells(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::String(text) => {
            let is_amount = |sign: char| sign.is_ascii_digit() || ".-".contains(sign);
            let is_figure = text.contains('.') && text.chars().all(is_amount);
            if is_figure {
                found.insert(text.clone());
            }
        }
        Value::Array(values) => values.iter().for_each(|it| cells(it, found)),
        Value::Object(members) => members.values().for_each(|it| cells(it, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_report_says_what_its_page_says() {
    let world = World::new();
    let user = world.user(1, Role::Administrator);
    let token = world.token(user, Scope::Read, None);
    let business = business(&world);
    let cookie = session(&world).await;
    let listed = format!("/api/v1/businesses/{business}/reports");
    let listed = world.get(&token, &listed).await.json();
    let listed: Vec<&str> = listed["reports"]
        .as_array()
        .map(|all| all.iter().filter_map(Value::as_str).collect())
        .expect("reports");
    assert_eq!(listed, web::report_names().collect::<Vec<_>>());
    let mut figures_count = 0;
    for name in listed {
        let query = "from=2026-01-01&to=2026-12-31&as_at=2026-12-31";
        let report = format!("/businesses/{business}/reports/{name}");
        let told = world.get(&token, &format!("/api/v1{report}?{query}")).await;
        assert_eq!(told.status, StatusCode::OK, "{name}");
        let told = told.json();
        let (status, page) = file(&world, &cookie, &format!("{report}.json?{query}")).await;
        assert_eq!(status, StatusCode::OK, "{name}: {page}");
        let page: Value = serde_json::from_str(&page).expect("JSON");
        assert_eq!(told, page, "{name}");
        let (status, csv) = file(&world, &cookie, &format!("{report}.csv?{query}")).await;
        assert_eq!(status, StatusCode::OK, "{name}");
        let mut figures = BTreeSet::new();
        cells(&told["rows"], &mut figures);
        for figure in &figures {
            assert!(csv.contains(figure.as_str()), "{name}: {figure} in {csv}");
        }
        figures_count += figures.len();
    }
    assert!(figures_count > 20, "the reports have figures");
}
