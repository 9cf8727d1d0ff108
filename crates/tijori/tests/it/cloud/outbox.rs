//! Emails of a business go once, however many nodes look for them (docs/SPEC-cloud.md, 5).

use super::browser::Browser;
use super::ground::Ground;
use super::letters::mail_server;
use super::nodes::{customer, wait_for};
use super::serving::create;
use std::collections::BTreeMap;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

/// How many emails are written.
const EMAILS_COUNT: usize = 8;
/// How long they may take together.
const PATIENCE: Duration = Duration::from_secs(60);

/// Keeps the account through which a business sends, and says how the page answered.
pub fn keep_account(browser: &mut Browser, business: &str, port: u16) -> (u16, String) {
    keep_account_with(browser, business, port, "")
}

/// The same with a password.
pub fn keep_account_with(
    browser: &mut Browser,
    business: &str,
    port: u16,
    password: &str,
) -> (u16, String) {
    let port = port.to_string();
    let form = [
        ("host", "127.0.0.1"),
        ("port", port.as_str()),
        ("security", "none"),
        ("username", ""),
        ("password", password),
        ("from_name", "Lamp Shop"),
        ("from_address", "shop@lamp.example"),
        ("emails_per_hour", "100"),
        ("act", "save"),
    ];
    let answer = browser.post(&format!("{business}/settings/email"), &form);
    (answer.status, answer.body)
}

/// Queues an email to somebody; its key is that of the form, so that twice is once.
fn queue(browser: &mut Browser, business: &str, record: &str, number: usize) {
    let email = format!("e0000000-0000-4000-8000-00000000000{number}");
    let to = format!("customer{number}@rope.example");
    let (_, record) = record.rsplit_once('/').expect("a key");
    let form = [
        ("email", email.as_str()),
        ("record", record),
        ("to", to.as_str()),
        ("subject", "Your account"),
        ("text", "Kindly see what is open."),
        ("act", "send"),
    ];
    for _ in 0..2 {
        let answer = browser.post(&format!("{business}/emails"), &form);
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}

/// How many letters came for each recipient, until all came and no more for a while.
fn taken(ground: &Ground, letters: &Receiver<String>) -> BTreeMap<String, usize> {
    let begun = Instant::now();
    let mut counts = BTreeMap::new();
    loop {
        // Every node looks again and again whether something is to be sent.
        ground.sql("UPDATE jobs SET due_at = now() WHERE what = 'sending'");
        match letters.recv_timeout(Duration::from_secs(3)) {
            Ok(letter) => {
                let line = letter.lines().find(|it| it.starts_with("To: "));
                *counts.entry(line.expect("to whom").to_owned()).or_insert(0) += 1;
            }
            Err(_) if counts.len() >= EMAILS_COUNT => return counts,
            Err(_) => assert!(begun.elapsed() < PATIENCE, "{counts:?}"),
        }
    }
}

#[test]
fn two_nodes_send_every_email_once() {
    let Some(ground) = Ground::new() else { return };
    let (port, letters) = mail_server();
    let words = ["--mail-to-any-address", "--jobs", "4"];
    let nodes = [ground.node(&words), ground.node(&words)];
    let mut asha = nodes[0].newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    let (status, page) = keep_account(&mut asha, &business, port);
    assert_eq!(status, 200, "{page}");
    let record = customer(&mut asha, &business, "Karim");
    let writers: Vec<_> = (0..EMAILS_COUNT)
        .map(|number| {
            let mut there = asha.at(&nodes[number % 2].address);
            let (business, record) = (business.clone(), record.clone());
            thread::spawn(move || queue(&mut there, &business, &record, number))
        })
        .collect();
    writers
        .into_iter()
        .for_each(|it| it.join().expect("it is written"));
    let counts = taken(&ground, &letters);
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
    assert_eq!(counts.len(), EMAILS_COUNT);
    // Each is shown, at either node, with what became of it.
    for (number, node) in nodes.iter().enumerate() {
        let page = asha.at(&node.address).get(&format!(
            "{business}/emails/e0000000-0000-4000-8000-00000000000{number}"
        ));
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(
            page.body
                .contains(&format!("customer{number}@rope.example"))
        );
        assert_eq!(node.browser().get("/health").status, 200);
    }
    let sent = ground.sql("SELECT count(*) FROM emails WHERE state = 'sent'");
    assert_eq!(sent, EMAILS_COUNT.to_string());
}

#[test]
fn spec_7_5_emails_go_to_public_addresses_only_unless_it_is_said_otherwise() {
    let Some(ground) = Ground::new() else { return };
    let (port, letters) = mail_server();
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    keep_account(&mut asha, &business, port);
    let record = customer(&mut asha, &business, "Karim");
    let (_, key) = record.rsplit_once('/').expect("a key");
    let form = [
        ("email", "e0000000-0000-4000-8000-00000000000a"),
        ("record", key),
        ("to", "customer@rope.example"),
        ("subject", "Your account"),
        ("text", "Kindly see what is open."),
        ("act", "send"),
    ];
    let queued = asha.post(&format!("{business}/emails"), &form);
    assert_eq!(queued.status, 303, "{}", queued.body);
    // It was tried, and why it did not go is told with it.
    ground.sql("UPDATE jobs SET due_at = now() WHERE what = 'sending'");
    let told = "SELECT state || ' ' || convert_from(failure, 'UTF8') FROM emails";
    wait_for(&ground, told, "failed host-not-allowed");
    assert!(letters.try_recv().is_err(), "nothing came");
}
