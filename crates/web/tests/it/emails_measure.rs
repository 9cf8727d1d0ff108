//! The measure of docs/PERFORMANCE.md, "Emails": 200 statements made and sent, and stopped halfway.

use crate::emails_server::Server;
use crate::emails_setting::{PASSWORD, Setting, customer, invoice};
use books::Key;
use std::time::{Duration, Instant};

/// How many customers owe something.
const CUSTOMERS: u16 = 200;

/// The key of a customer, or of their invoice.
fn numbered(sort: u8, number: u16) -> Key {
    let [high, low] = number.to_be_bytes();
    let mut bytes = [sort; 16];
    bytes[14] = high;
    bytes[15] = low;
    Key::from_random(bytes)
}

fn with_customers() -> (Setting, Vec<String>) {
    let setting = Setting::new();
    let mut customers = Vec::new();
    for number in 0..CUSTOMERS {
        let key = numbered(0xa0, number);
        let name = format!("করিম ট্রেডার্স {number}");
        let email = format!("customer{number}@example.com");
        let (owes, _) = customer(key, &name, &email);
        let (sold, _) = invoice(numbered(0xb0, number), key, "1250");
        for object in [owes, sold] {
            let kind = object.content_type;
            setting
                .bench
                .puts(setting.business, object.key, kind, &object.content);
        }
        customers.push(key.to_string());
    }
    (setting, customers)
}

/// Begins, and returns the address of the page of progress.
async fn begun(setting: &Setting, customers: &[String]) -> String {
    let mut pairs: Vec<(&str, &str)> = customers
        .iter()
        .map(|customer| ("customers", customer.as_str()))
        .collect();
    pairs.extend([
        ("report", "customer-statement-transactions"),
        ("from", "2026-01-01"),
        ("to", "2026-12-31"),
        ("language", "en"),
    ]);
    setting.post("emails/statements", &pairs).await.location()
}

/// Waits for the end, and returns the page.
async fn ended(setting: &Setting, job: &str) -> String {
    loop {
        let page = setting.bench.get(job).await.text();
        if !page.contains("data-poll") {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
#[ignore = "a measure: cargo test -p web --test it -- --ignored two_hundred --nocapture"]
async fn two_hundred_statements_are_made_sent_and_stopped() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let (setting, customers) = with_customers();
    setting.account(&server, PASSWORD, "save").await;
    let per_hour = [("emails_per_hour", "1000")];
    raise_limit(&setting, &server, per_hour).await;
    let start = Instant::now();
    let job = begun(&setting, &customers).await;
    let page = ended(&setting, &job).await;
    println!("made and queued: {:.1} s", start.elapsed().as_secs_f64());
    assert!(
        page.contains("200 statements of 200 are in the outbox"),
        "{page}"
    );
    let start = Instant::now();
    assert_eq!(setting.sends().len(), customers.len());
    println!("sent: {:.1} s", start.elapsed().as_secs_f64());
    assert_eq!(server.taken().len(), customers.len());

    let start = Instant::now();
    let job = begun(&setting, &customers).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let asked = Instant::now();
    setting
        .bench
        .post(&format!("{job}/cancellation"), &[])
        .await;
    let page = ended(&setting, &job).await;
    println!(
        "stopped after {:.1} s, which took {:.2} s",
        start.elapsed().as_secs_f64(),
        asked.elapsed().as_secs_f64()
    );
    assert!(page.contains("Stopped: "), "{page}");
    setting.bench.post(&format!("{job}/withdrawal"), &[]).await;
    assert!(
        setting.sends().is_empty(),
        "what was stopped and withdrawn is not sent"
    );
}

/// The limit of an hour, raised above the number of statements.
async fn raise_limit(setting: &Setting, server: &Server, limit: [(&str, &str); 1]) {
    let port = server.port.to_string();
    let mut fields = vec![
        ("host", "localhost"),
        ("port", port.as_str()),
        ("security", "starttls"),
        ("username", "rahima"),
        ("from_address", "rahima@example.com"),
        ("authority", &server.authority),
    ];
    fields.extend(limit);
    let saved = setting.post("settings/email", &fields).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
}
