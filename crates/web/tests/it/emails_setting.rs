//! What the tests of emails begin with: books with an invoice, a mail account of a server on this
//! computer, and the outbox emptied as the program's own thread does it.

use crate::bench::{Bench, key, stamp};
use crate::emails_server::Server;
use crate::sent_form::filled_form;
use crate::world::Answer;
use books::{Key, Object, kinds};
use interchange::{Plain, from_plain};
use mail::outbox::{SendOutcome, send_next};
use std::sync::atomic::{AtomicU8, Ordering};
use store::{Email, Profile};

/// The password that the servers of the tests want.
pub const PASSWORD: &str = "পাসওয়ার্ড";
/// The invoice to be sent.
pub const INVOICE: Key = key(0x60);
/// The customer with an English name.
pub const KARIM: Key = key(0x40);
/// The customer with an Arabic name.
pub const ARABIC: Key = key(0x41);
/// A customer who owes nothing.
const PAID: Key = key(0x42);
/// The income account.
const INCOME: Key = key(0x48);

/// A record out of its plain form, with its title.
fn record(key: Key, kind: Key, members: Vec<(&str, Plain)>) -> (Object, String) {
    let members = members.into_iter();
    let plain = Plain::Map(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    );
    let content = from_plain(kind, &[], &plain).expect("a record in its plain form");
    let object = Object {
        key,
        content_type: kind,
        content,
        timestamp: None,
    };
    let title = interchange::title(&object).unwrap_or_default();
    (object, title)
}

fn text(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

/// A customer with an address.
pub fn customer(key: Key, name: &str, email: &str) -> (Object, String) {
    let members = vec![("Name", text(name)), ("Email", text(email))];
    record(key, kinds::CUSTOMER, members)
}

/// An invoice of two pieces at this price.
pub fn invoice(key: Key, customer: Key, price: &str) -> (Object, String) {
    let line = [
        ("Account", INCOME.to_string()),
        ("LineDescription", "Lamps".to_owned()),
        ("Qty", "2".to_owned()),
        ("SalesUnitPrice", price.to_owned()),
    ];
    let line = line
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Plain::Text(value)));
    let members = vec![
        ("IssueDate", text("2026-11-21")),
        ("Reference", text("INV-0042")),
        ("Customer", Plain::Text(customer.to_string())),
        ("Lines", Plain::List(vec![Plain::Map(line.collect())])),
    ];
    record(key, kinds::SALES_INVOICE, members)
}

/// Each business has a key of its own: one program sends for one business at a time, and all tests
/// are one program.
static NUMBER: AtomicU8 = AtomicU8::new(0x70);

/// A business with two invoices.
fn business(bench: &Bench) -> Key {
    let business = key(NUMBER.fetch_add(1, Ordering::Relaxed));
    let profile = Profile {
        name: "Alor Dokan".to_owned(),
        country: Some("BD".to_owned()),
        time_zone: "Asia/Dhaka".to_owned(),
        installation: key(1),
        absent: Vec::new(),
    };
    let currency = vec![("Code", text("BDT")), ("Name", text("Taka"))];
    let records = [
        record(kinds::BASE_CURRENCY, kinds::BASE_CURRENCY, currency),
        record(
            INCOME,
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
            vec![("Name", text("Sales"))],
        ),
        customer(KARIM, "Karim & Sons", "karim@example.com"),
        customer(ARABIC, "مؤسسة النور للتجارة", "noor@example.com"),
        customer(PAID, "Bright Homes", "bright@example.com"),
        invoice(INVOICE, KARIM, "1250"),
        invoice(key(0x61), ARABIC, "80"),
    ];
    let store = bench.store();
    store::create_business(store, business, &profile, &records, &stamp(), key(3))
        .expect("a business");
    business
}

/// Books, and the address of the business.
pub struct Setting {
    pub bench: Bench,
    pub business: Key,
    pub path: String,
}

impl Setting {
    /// A business with an invoice for a customer who has an address, and no account.
    pub fn new() -> Self {
        let bench = Bench::new();
        let business = business(&bench);
        Self {
            bench,
            business,
            path: format!("/businesses/{business}"),
        }
    }

    /// The address of a page of the business.
    pub fn at(&self, part: &str) -> String {
        format!("{}/{part}", self.path)
    }

    /// The page, which must be there.
    pub async fn page(&self, part: &str) -> String {
        let answer = self.bench.get(&self.at(part)).await;
        assert_eq!(answer.status, 200, "{part}: {}", answer.text());
        answer.text()
    }

    /// Sends a form to a page of the business.
    pub async fn post(&self, part: &str, pairs: &[(&str, &str)]) -> Answer {
        self.bench.post(&self.at(part), pairs).await
    }

    /// Enters the account of a server, with this password, and presses a button.
    pub async fn account(&self, server: &Server, password: &str, act: &str) -> Answer {
        let port = server.port.to_string();
        let fields = [
            ("host", "localhost"),
            ("port", port.as_str()),
            ("security", "starttls"),
            ("username", "rahima"),
            ("password", password),
            ("from_name", "রহিমা বেগম"),
            ("from_address", "rahima@example.com"),
            ("reply_to", ""),
            ("emails_per_hour", "100"),
            ("authority", &server.authority),
            ("act", act),
        ];
        self.post("settings/email", &fields).await
    }

    /// The form of a page with changes, sent; the answer.
    pub async fn fills(&self, part: &str, changes: &[(&str, &str)], act: &str) -> Answer {
        let page = self.page(part).await;
        let mut pairs = filled_form(&page);
        pairs.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(changes.iter().copied())
            .chain([("act", act)])
            .collect();
        self.post("emails", &pairs).await
    }

    /// Sends what waits, as the thread of the program does; what came of each.
    pub fn sends(&self) -> Vec<SendOutcome> {
        let app = self.bench.app();
        let vault = app.mailroom.vault().expect("a vault");
        let settings = vault.mail_settings(self.business).expect("settings");
        let settings = settings.expect("an account");
        let opened = self.bench.store().open(self.business).expect("business");
        let stamp = || web::stamp::stamp(app, "Asia/Dhaka").expect("a stamp");
        let mut outcomes = Vec::new();
        loop {
            let outcome = send_next(opened.as_ref(), &settings, app.mailroom.policy, &stamp);
            match outcome.expect("a look into the outbox") {
                SendOutcome::Nothing => return outcomes,
                outcome => outcomes.push(outcome),
            }
        }
    }

    /// An email as it is kept, and its message.
    pub fn kept(&self, email: Key) -> (Email, Vec<u8>) {
        let opened = self.bench.store().open(self.business).expect("business");
        let reader = opened.read().expect("a reader");
        let kept = reader.email(email).expect("a look").expect("the email");
        let message = reader.email_message(email).expect("a look");
        (kept, message.expect("its message"))
    }

    /// How many emails there are.
    pub fn count(&self) -> usize {
        let opened = self.bench.store().open(self.business).expect("business");
        let reader = opened.read().expect("a reader");
        let page = reader.emails(&store::EmailFilter::default(), None, 1000);
        page.expect("a look").emails.len()
    }
}
