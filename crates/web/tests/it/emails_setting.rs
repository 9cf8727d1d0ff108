//! What the tests of emails begin with: books with an invoice, a mail account of a server on this
//! computer, and the outbox emptied as the program's own thread does it.

use crate::bench::{Bench, key};
use crate::emails_server::Server;
use crate::papers_books::{ARABIC, KARIM, business, invoice, line, record, t};
use crate::sent_form::filled_form;
use crate::world::Answer;
use books::{Key, kinds};
use mail::outbox::{SendOutcome, send_next};
use store::Email;

/// The password that the servers of the tests want.
pub const PASSWORD: &str = "পাসওয়ার্ড";
/// The invoice to be sent.
pub const INVOICE: Key = key(0x60);

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
        let customer = |key, name: &str, email: &str| {
            let members = [("Name", t(name)), ("Email", t(email))];
            let (object, _) = record(key, kinds::CUSTOMER, &members);
            bench.puts(business, key, kinds::CUSTOMER, &object.content);
        };
        customer(KARIM, "Karim & Sons", "karim@example.com");
        customer(ARABIC, "مؤسسة النور للتجارة", "noor@example.com");
        let lines = |price| vec![line("Lamps", "2", price, None)];
        for object in [
            invoice(INVOICE, KARIM, lines("1250"), &[]),
            invoice(key(0x61), ARABIC, lines("80"), &[]),
        ] {
            bench.puts(business, object.key, object.content_type, &object.content);
        }
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
