//! Composed here, sent through a real server, read back there.

use crate::server::{Server, read_by_python};
use crate::setting::{PASSWORD, Setting, composition, mailbox, settings, stamp};
use history::Action;
use mail::outbox::{self, SendOutcome};
use mail::{Attachment, Composition, HostPolicy, Security, TestedStep, Vault};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::EmailState;

const SUBJECT: &str =
    "বিক্রয় চালান নং ০০৪২ — बीजक — فاتورة ضريبية رقم ٤٢ — a long subject that must be folded";
const TEXT: &str = "প্রিয় গ্রাহক,\n\n.\n.hidden\nFrom here: ৳ 1,25,000.00 = fine\nनमस्ते\nمرحبا\n";

fn rich() -> Composition {
    let pdf: Vec<u8> = (0..50_000_u32)
        .map(|n| u8::try_from(n * 7 % 256).unwrap())
        .collect();
    Composition {
        to: vec![
            mailbox("করিম \"ট্রেডার্স\", লিমিটেড <karim@example.com>"),
            mailbox("أحمد بن علي <ahmad@example.com>"),
        ],
        cc: vec![mailbox("Smith, John (Büro) <john@example.com>")],
        bcc: vec![mailbox("Hidden <hidden@example.com>")],
        reply_to: Some(mailbox("जवाब <reply@example.com>")),
        subject: SUBJECT.to_owned(),
        text: TEXT.to_owned(),
        attachments: vec![
            Attachment {
                name: "বিক্রয় চালান ০০৪২ — ঢাকা মুদি দোকান — নভেম্বর ২০২৬ (পরিশোধিত).pdf".to_owned(),
                media_type: "application/pdf".to_owned(),
                bytes: pdf,
            },
            Attachment {
                name: "a\"b;c.eml".to_owned(),
                media_type: "message/rfc822".to_owned(),
                bytes: b"Subject: x\n\nbare\n.\nline".to_vec(),
            },
        ],
        ..composition("x@example.com")
    }
}

fn sent_and_read_back(kind: &str, security: Security) {
    let Some(server) = Server::start(kind) else {
        return;
    };
    let setting = Setting::new();
    let (email, message) = setting.queue(&rich());
    let account = settings(server.port, security, &server.authority);
    assert_eq!(setting.send(&account), SendOutcome::Sent(email.key));
    assert_eq!(setting.send(&account), SendOutcome::Nothing);
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].from, "rahima@example.com");
    let all = ["karim", "ahmad", "john", "hidden"].map(|it| format!("{it}@example.com"));
    assert_eq!(taken[0].to, all);
    assert!(taken[0].data == message, "byte for byte");
    let kept = setting
        .business
        .read()
        .unwrap()
        .email_message(email.key)
        .unwrap();
    assert_eq!(kept.as_deref(), Some(message.as_slice()));
    let read = &read_by_python(&[taken[0].data.clone()])[0];
    assert_eq!(read["subject"], SUBJECT);
    assert_eq!(read["from"], json!([["রহিমা বেগম", "rahima@example.com"]]));
    let karim = json!(["করিম \"ট্রেডার্স\", লিমিটেড", "karim@example.com"]);
    assert_eq!(
        read["to"],
        json!([karim, ["أحمد بن علي", "ahmad@example.com"]])
    );
    assert_eq!(
        read["cc"],
        json!([["Smith, John (Büro)", "john@example.com"]])
    );
    assert_eq!(read["reply_to"], json!([["जवाब", "reply@example.com"]]));
    assert_eq!(read["message_id"], email.message_id);
    let text = read["text"].as_str().unwrap().replace("\r\n", "\n");
    assert_eq!(text.trim_end(), TEXT.trim_end());
    assert_eq!(read["defects"], json!([]));
    let files = read["files"].as_array().unwrap();
    for (file, wanted) in files.iter().zip(&rich().attachments) {
        let sum: String = Sha256::digest(&wanted.bytes)
            .iter()
            .map(|it| format!("{it:02x}"))
            .collect();
        assert_eq!((&file[0], &file[2]), (&json!(wanted.name), &json!(sum)));
    }
    assert_eq!(files.len(), 2);
    assert_eq!(files[1][1], "application/octet-stream");
    assert!(
        !String::from_utf8_lossy(&message).contains("hidden@"),
        "bcc is not told"
    );
    let ours = mail::read_message(&message).unwrap();
    assert_eq!(ours.subject, SUBJECT);
    assert_eq!(ours.text.replace("\r\n", "\n").trim_end(), TEXT.trim_end());
    assert_eq!(ours.attachments.len(), 2);
    for (read, wanted) in ours.attachments.iter().zip(rich().attachments) {
        assert_eq!((&read.name, &read.bytes), (&wanted.name, &wanted.bytes));
    }
}

#[test]
fn an_email_sent_with_starttls_is_read_back_as_it_was_written() {
    sent_and_read_back("starttls", Security::StartTls);
}

#[test]
fn an_email_sent_with_tls_is_read_back_as_it_was_written() {
    sent_and_read_back("tls", Security::Tls);
}

#[test]
fn what_was_sent_is_in_history_and_the_password_is_nowhere() {
    let Some(server) = Server::start("tls") else {
        return;
    };
    let setting = Setting::new();
    let account = settings(server.port, Security::Tls, &server.authority);
    let vault = Vault::open(setting.folder.path()).unwrap();
    mail::save_settings(&vault, &*setting.business, &account, &stamp()).unwrap();
    let opened = vault
        .mail_settings(setting.business.key())
        .unwrap()
        .unwrap();
    let (email, _) = setting.queue(&composition("a@example.com"));
    assert_eq!(setting.send(&opened), SendOutcome::Sent(email.key));
    let kept = setting.email(email.key);
    assert_eq!((kept.state, kept.attempts_count), (EmailState::Sent, 1));
    assert!(kept.sent_at >= kept.queued_at && kept.queued_at.is_some());
    let entries = setting.entries();
    let actions: Vec<Action> = entries.iter().map(|entry| entry.draft.action).collect();
    let wanted = [
        Action::EmailSettings,
        Action::EmailQueued,
        Action::EmailSent,
    ];
    assert_eq!(actions[1..], wanted);
    let facts = &entries[3].draft.facts;
    assert!(facts.contains(&("to".to_owned(), "a@example.com".to_owned())));
    assert!(facts.contains(&("message_id".to_owned(), email.message_id)));
    assert!(setting.holds("rahima@example.com") && !setting.holds(PASSWORD));
    assert!(outbox::queue_again(&*setting.business, email.key, &stamp()).is_err());
}

#[test]
fn the_test_of_an_account_says_which_step_fails() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let account = settings(server.port, Security::StartTls, &server.authority);
    let tested = |account: &mail::MailSettings| {
        let report = mail::test_connection(account, HostPolicy::Any).unwrap();
        let steps = report.steps.iter().map(|(_, tested)| match tested {
            TestedStep::Passed => "passed",
            TestedStep::NotAsked => "not asked",
            TestedStep::Failed(failure) => failure.code.code(),
            TestedStep::NotReached => "-",
        });
        steps.collect::<Vec<_>>()
    };
    assert_eq!(tested(&account), ["passed"; 5]);
    let mut wrong = account.clone();
    wrong.password = mail::Secret::new("wrong");
    assert_eq!(
        tested(&wrong),
        ["passed", "passed", "passed", "passed", "login-refused"]
    );
    let mut strange = account.clone();
    strange.authority = None;
    assert_eq!(
        tested(&strange),
        ["passed", "passed", "passed", "certificate-invalid", "-"]
    );
    let mut implicit = account.clone();
    implicit.security = Security::Tls;
    assert_eq!(
        tested(&implicit),
        ["passed", "passed", "tls-failed", "-", "-"]
    );
    let mut nowhere = account.clone();
    nowhere.host = "no-such-host.invalid".to_owned();
    assert_eq!(tested(&nowhere), ["host-not-found", "-", "-", "-", "-"]);
    let mut closed = account;
    closed.port = 1;
    assert_eq!(
        tested(&closed),
        ["passed", "connection-refused", "-", "-", "-"]
    );
    assert!(server.taken().is_empty());
}
