//! What tests of records need beyond [`World`]: a business made here, the real files imported
//! without the pages, a look into the store, and forms as a browser sends them.

use crate::sent_form::filled_form;
use crate::world::{Answer, HOST, World, sample};
use axum::body::Body;
use axum::http::{Request, header};
use books::{Key, Object, kinds};
use history::{Entry, Stamp};
use interchange::{Edit, FieldValue, patch};
use std::sync::Arc;
use store::{BusinessStore, Profile};

impl Answer {
    /// The key at the end of the address that the answer leads to.
    pub fn key_of_location(&self) -> Key {
        let location = self.location();
        location
            .rsplit('/')
            .next()
            .expect("a path")
            .parse()
            .expect("a key")
    }

    /// The value of the hidden field of this name.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let marker = format!("type=\"hidden\" name=\"{name}\" value=\"");
        let at = text
            .find(&marker)
            .unwrap_or_else(|| panic!("no {name} in {text}"));
        text[at + marker.len()..]
            .split('"')
            .next()
            .expect("a value")
            .to_owned()
    }
}

/// The program, and its store beside it.
pub struct Bench {
    world: World,
    store: Arc<dyn BusinessStore>,
}

impl Bench {
    pub fn new() -> Self {
        let world = World::new();
        let store = world.app.store.clone();
        Self { world, store }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.world.get(path).await
    }

    pub async fn get_in(&self, path: &str, language: &str) -> Answer {
        self.world.get_in(path, language).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.post_in("en", path, pairs).await
    }

    /// Opens a record's form, changes the values of its fields and saves it.
    pub async fn edits(&self, record: &str, change: impl Fn(String) -> String) {
        let form = self.get(&format!("{record}/edit")).await.text();
        let pairs: Vec<(String, String)> = filled_form(&form)
            .into_iter()
            .map(|(name, value)| {
                if name == "base" {
                    (name, value)
                } else {
                    (name, change(value))
                }
            })
            .collect();
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = self.post(record, &pairs).await;
        assert_eq!(answer.location(), record);
    }

    /// Puts a record as it is, as an import does.
    pub fn puts(&self, business: Key, record: Key, content_type: Key, content: &[u8]) {
        let opened = self.store.open(business).expect("the business");
        opened
            .write(&mut |work| {
                work.put_object(record, content_type, content, "", &stamp())?;
                Ok(())
            })
            .expect("a record put");
    }

    /// Keeps bytes under the key of an attachment, as an import does.
    pub fn puts_blob(&self, business: Key, attachment: Key, mut bytes: &[u8]) {
        let opened = self.store.open(business).expect("the business");
        opened
            .write(&mut |work| work.put_blob(attachment, None, None, &mut bytes).map(drop))
            .expect("bytes kept");
    }

    /// What is known of an attachment's bytes.
    pub fn blob(&self, business: Key, attachment: Key) -> Option<store::Blob> {
        let opened = self.store.open(business).expect("the business");
        let reader = opened.read().expect("a reader");
        reader.blob(attachment).expect("a look at the bytes")
    }

    /// The running program.
    pub fn app(&self) -> &web::App {
        &self.world.app
    }

    /// The store beneath.
    pub fn store(&self) -> &dyn BusinessStore {
        self.store.as_ref()
    }

    pub async fn post_in(&self, language: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let body: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let request = request("POST", path, language)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")))
            .expect("a request");
        self.world.send(request).await
    }

    /// Uploads files under the name `files`.
    pub async fn upload(&self, path: &str, files: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in files {
            body.extend_from_slice(
                format!(
                    "--edge\r\nContent-Disposition: form-data; name=\"files\"; \
                     filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"
                )
                .as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let request = request("POST", path, "en")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .expect("a request");
        self.world.send(request).await
    }

    /// Sends a form whose parts may be large.
    pub async fn post_multipart(&self, path: &str, parts: &[(&str, &str)]) -> Answer {
        let mut body = String::new();
        for (name, text) in parts {
            body += "--edge\r\nContent-Disposition: form-data; name=\"";
            body += &format!("{name}\"\r\n\r\n{text}\r\n");
        }
        body += "--edge--\r\n";
        let request = request("POST", path, "en")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .expect("a request");
        self.world.send(request).await
    }

    /// A small business made in the program.
    pub fn small_business(&self) -> Key {
        let business = key(2);
        let profile = Profile {
            name: "Small Shop".to_owned(),
            country: None,
            time_zone: "Asia/Dhaka".to_owned(),
            installation: key(1),
            absent: Vec::new(),
        };
        let records = [
            made(
                kinds::BASE_CURRENCY,
                kinds::BASE_CURRENCY,
                &[(2, "Taka"), (3, "BDT")],
            ),
            made(
                INCOME,
                kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
                &[(1, "Income")],
            ),
            under(
                SALES,
                kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
                "Sales",
                INCOME,
            ),
            under(
                FURNITURE,
                kinds::BALANCE_SHEET_ACCOUNT,
                "Furniture",
                kinds::ASSETS,
            ),
            made(BANK, kinds::BANK_OR_CASH_ACCOUNT, &[(1, "Cash box")]),
            made(CUSTOMER, kinds::CUSTOMER, &[(1, "Karim & Sons")]),
        ];
        store::create_business(
            self.store.as_ref(),
            business,
            &profile,
            &records,
            &stamp(),
            key(3),
        )
        .expect("a business");
        business
    }

    /// Imports a real file; nothing when it is not here.
    pub fn import_sample(&self, file: &str) -> Option<Key> {
        let path = self.world.folder.path().join(file);
        std::fs::write(&path, sample(file)?).expect("a copy of the file");
        let checked = backup::check(&path, file, self.store.scratch(), &backup::NoProgress)
            .expect("a file that can be read");
        let request = backup::ImportRequest {
            key: key(4),
            name: None,
            time_zone: "Asia/Dhaka",
            installation: key(1),
            stamp: &stamp(),
        };
        let result = backup::import(self.store.as_ref(), &checked, &request, &backup::NoProgress)
            .expect("an import");
        Some(result.key)
    }

    pub fn object(&self, business: Key, record: Key) -> Option<Object> {
        let opened = self.store.open(business).expect("the business");
        let reader = opened.read().expect("a reader");
        reader.object(record).expect("a look")
    }

    pub fn objects(&self, business: Key, content_type: Option<Key>) -> Vec<Object> {
        let opened = self.store.open(business).expect("the business");
        let reader = opened.read().expect("a reader");
        let mut found = Vec::new();
        reader
            .each_object(content_type, &mut |object| {
                found.push(object);
                Ok(())
            })
            .expect("a look");
        found
    }

    pub fn entries(&self, business: Key) -> Vec<Entry> {
        let opened = self.store.open(business).expect("the business");
        let reader = opened.read().expect("a reader");
        let mut found = Vec::new();
        reader
            .each_entry(1, &mut |entry| {
                found.push(entry);
                Ok(())
            })
            .expect("a look");
        found
    }
}

fn request(method: &str, path: &str, language: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, HOST)
        .header(header::ACCEPT_LANGUAGE, language)
        .header("sec-fetch-site", "same-origin")
}

/// A key for tests.
pub const fn key(number: u8) -> Key {
    Key::from_random([number; 16])
}

/// The group Income.
pub const INCOME: Key = key(0x10);
/// The account Sales.
pub const SALES: Key = key(0x11);
/// The account Furniture.
pub const FURNITURE: Key = key(0x12);
/// The account Cash box.
pub const BANK: Key = key(0x13);
/// The customer Karim & Sons.
pub const CUSTOMER: Key = key(0x14);

pub fn stamp() -> Stamp {
    Stamp {
        instant: "2026-11-21T08:00:00Z".parse().expect("an instant"),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: key(9),
    }
}

fn made(record: Key, content_type: Key, texts: &[(u32, &str)]) -> (Object, String) {
    let edits: Vec<Edit> = texts
        .iter()
        .map(|(number, text)| Edit::Set(*number, Some(FieldValue::Text((*text).to_owned()))))
        .collect();
    object(record, content_type, &edits)
}

fn under(record: Key, content_type: Key, name: &str, group: Key) -> (Object, String) {
    let edits = [
        Edit::Set(1, Some(FieldValue::Text(name.to_owned()))),
        Edit::Set(3, Some(FieldValue::Reference(group))),
    ];
    object(record, content_type, &edits)
}

fn object(record: Key, content_type: Key, edits: &[Edit]) -> (Object, String) {
    let content = patch(content_type, &[], edits).expect("a record");
    let object = Object {
        key: record,
        content_type,
        content,
        timestamp: None,
    };
    let title = interchange::title(&object).unwrap_or_default();
    (object, title)
}
