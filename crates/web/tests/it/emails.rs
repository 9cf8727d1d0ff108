//! Emails from the page to a real server with TLS and login, and back: what arrives is what the
//! business keeps, byte for byte, and the PDF in it is the one that the page offers.

use crate::emails_server::{Server, read_by_python};
use crate::emails_setting::{ARABIC, INVOICE, KARIM, PASSWORD, Setting};
use history::Action;
use mail::outbox::SendOutcome;
use store::EmailState;

#[tokio::test]
async fn an_invoice_sent_from_its_page_arrives_with_its_pdf_byte_for_byte() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    let tested = setting.account(&server, PASSWORD, "test").await.text();
    assert!(tested.contains("Everything works"), "{tested}");
    assert!(!tested.contains(PASSWORD), "a password is never shown");
    let view = setting.page(&format!("record/{INVOICE}")).await;
    assert!(
        view.contains(&format!("emails/new?record={INVOICE}")),
        "{view}"
    );

    let part = format!("emails/new?record={INVOICE}");
    let form = setting.page(&part).await;
    assert!(
        form.contains("Karim &amp; Sons &lt;karim@example.com&gt;"),
        "{form}"
    );
    assert!(form.contains("Sales Invoice INV-0042 from"), "{form}");
    let changes = [
        ("cc", "Büro <office@example.com>"),
        ("bcc", "hidden@example.com"),
    ];
    let answer = setting.fills(&part, &changes, "send").await;
    let email = answer.key_of_location();
    assert_eq!(setting.kept(email).0.state, EmailState::Queued);
    assert_eq!(setting.sends(), [SendOutcome::Sent(email)]);

    arrived_as_kept(&setting, &server, email).await;
    is_listed(&setting, email).await;
    let actions: Vec<Action> = setting
        .bench
        .entries(setting.business)
        .iter()
        .map(|entry| entry.draft.action)
        .collect();
    let last = &actions[actions.len() - 3..];
    let wanted = [
        Action::EmailSettings,
        Action::EmailQueued,
        Action::EmailSent,
    ];
    assert_eq!(last, wanted);
}

/// What the server took is what the business keeps, and its PDF is the one that the page offers.
async fn arrived_as_kept(setting: &Setting, server: &Server, email: books::Key) {
    let taken = server.taken();
    let (kept, message) = setting.kept(email);
    assert_eq!(taken.len(), 1);
    assert!(taken[0].data == message, "byte for byte");
    assert_eq!(taken[0].from, "rahima@example.com");
    assert_eq!(
        taken[0].to,
        [
            "karim@example.com",
            "office@example.com",
            "hidden@example.com"
        ]
    );
    assert_eq!((kept.state, kept.contact), (EmailState::Sent, Some(KARIM)));
    assert_eq!(kept.record.map(|(key, _)| key), Some(INVOICE));
    let read = &read_by_python(&[taken[0].data.clone()])[0];
    assert_eq!(read["defects"], serde_json::json!([]));
    let file = setting
        .bench
        .get(&setting.at(&format!("emails/{email}/attachments/0")))
        .await;
    assert!(file.bytes.starts_with(b"%PDF-"), "a PDF");
    assert_eq!(file.header("content-type"), "application/pdf");
    assert!(
        file.header("content-disposition")
            .starts_with("attachment;")
    );
    assert!(file.header("content-security-policy").contains("sandbox"));
    assert_eq!(read["files"][0][2], sha256(&file.bytes));
    let whole = setting
        .bench
        .get(&setting.at(&format!("emails/{email}/message")))
        .await;
    assert!(whole.bytes == message);
}

/// The page of the email, and every list that it belongs into.
async fn is_listed(setting: &Setting, email: books::Key) {
    let page = setting.page(&format!("emails/{email}")).await;
    assert!(
        page.contains("Sent") && page.contains("hidden@example.com"),
        "{page}"
    );
    assert!(
        page.contains(&format!("record/{INVOICE}")) && page.contains(&format!("record/{KARIM}"))
    );
    for part in [
        "emails".to_owned(),
        format!("emails?record={INVOICE}"),
        format!("emails?contact={KARIM}"),
        "emails?state=sent".to_owned(),
        "emails?q=INV-0042%20karim".to_owned(),
    ] {
        assert!(
            setting.page(&part).await.contains(&email.to_string()),
            "{part}"
        );
    }
    for part in [
        format!("emails?contact={ARABIC}"),
        "emails?state=failed".to_owned(),
        "emails?q=nobody".to_owned(),
    ] {
        assert!(
            !setting.page(&part).await.contains(&email.to_string()),
            "{part}"
        );
    }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let sum = Sha256::digest(bytes);
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_wrong_password_is_told_in_words_and_the_email_sent_after_it_is_put_right() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    let tested = setting.account(&server, "wrong", "test").await.text();
    assert!(
        tested.contains("refuses user name and password"),
        "{tested}"
    );
    let part = format!("emails/new?record={INVOICE}");
    let answer = setting.fills(&part, &[], "send").await;
    let email = answer.key_of_location();
    let outcomes = setting.sends();
    assert!(
        matches!(outcomes[..], [SendOutcome::Failed(..)]),
        "{outcomes:?}"
    );
    let page = setting.page(&format!("emails/{email}")).await;
    assert!(page.contains("refuses user name and password"), "{page}");
    assert!(page.contains("Not sent"));
    let anew = format!("emails/new?record={INVOICE}");
    assert!(page.contains(&anew), "a wrong address is written anew");
    assert_eq!(setting.sends(), [], "nothing is tried again by itself");

    setting.account(&server, PASSWORD, "save").await;
    let again = setting.post(&format!("emails/{email}/queueing"), &[]).await;
    assert_eq!(again.key_of_location(), email);
    assert_eq!(setting.sends(), [SendOutcome::Sent(email)]);
    assert!(server.taken()[0].data == setting.kept(email).1);
    let once_more = setting.post(&format!("emails/{email}/queueing"), &[]).await;
    assert_eq!(once_more.status, 409, "what is sent is sent");
}

#[tokio::test]
async fn a_form_sent_twice_is_one_email() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    setting.account(&server, PASSWORD, "save").await;
    let page = setting.page(&format!("emails/new?record={INVOICE}")).await;
    let mut pairs = crate::sent_form::filled_form(&page);
    pairs.push(("act".to_owned(), "send".to_owned()));
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let first = setting.post("emails", &pairs).await.location();
    let second = setting.post("emails", &pairs).await.location();
    assert_eq!(first, second);
    assert_eq!(setting.sends().len(), 1);
    assert_eq!(setting.post("emails", &pairs).await.location(), first);
    assert!(setting.sends().is_empty());
    assert_eq!((server.taken().len(), setting.count()), (1, 1));
}

#[tokio::test]
async fn statements_go_to_all_who_owe_something_one_email_each() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    setting.account(&server, PASSWORD, "save").await;
    let form = setting.page("emails/statements/new").await;
    assert!(
        form.contains("karim@example.com") && form.contains("2,500.00"),
        "{form}"
    );
    assert!(
        !form.contains("Bright Homes"),
        "who owes nothing is not asked"
    );
    let one = format!("emails/new?report=customer-statement-transactions&about={KARIM}");
    let one = setting.page(&one).await;
    assert!(
        one.contains("karim@example.com") && one.contains("2,500.00"),
        "{one}"
    );
    let (karim, arabic) = (KARIM.to_string(), ARABIC.to_string());
    let pairs = [
        ("sending", "5f0e7a58-20c1-4f0e-9a51-0c7f5f6f1d11"),
        ("customers", karim.as_str()),
        ("customers", karim.as_str()),
        ("customers", arabic.as_str()),
        ("report", "customer-statement-transactions"),
        ("from", "2026-01-01"),
        ("to", "2026-12-31"),
        ("language", "bn"),
    ];
    let job = setting.post("emails/statements", &pairs).await.location();
    let begun = std::time::Instant::now();
    while setting.bench.get(&job).await.text().contains("data-poll") {
        assert!(begun.elapsed().as_secs() < 120, "it does not end");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let again = setting.post("emails/statements", &pairs).await.location();
    assert_eq!(again, job, "a form sent twice is one sending");
    let page = setting.bench.get(&job).await.text();
    assert!(
        page.contains("2 statements of 2 are in the outbox"),
        "{page}"
    );
    assert_eq!(setting.sends().len(), 2);
    let taken = server.taken();
    let to: Vec<&str> = taken.iter().map(|it| it.to[0].as_str()).collect();
    assert_eq!(to, ["karim@example.com", "noor@example.com"]);
    let messages: Vec<Vec<u8>> = taken.iter().map(|it| it.data.clone()).collect();
    for read in read_by_python(&messages).iter() {
        assert_eq!(read["files"][0][1], "application/pdf");
        let text = read["text"].as_str().expect("a text");
        assert!(
            text.contains("হিসাব বিবরণী") && text.contains("BDT"),
            "{text}"
        );
    }
    assert!(
        setting
            .page(&format!("emails?contact={ARABIC}"))
            .await
            .contains("noor@example.com")
    );
}
