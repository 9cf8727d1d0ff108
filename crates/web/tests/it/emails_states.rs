//! Emails without a server: the account, templates, drafts, doubts, and what came from a stranger.

use crate::emails_setting::{INVOICE, Setting};
use crate::sent_form::filled_form;
use books::{Key, kinds};
use mail::outbox;
use store::{Email, EmailState};

/// An account at a port where nobody listens.
const ACCOUNT: [(&str, &str); 9] = [
    ("host", "localhost"),
    ("port", "9"),
    ("security", "none"),
    ("username", "rahima"),
    ("password", "hunter2-secret"),
    ("from_name", "Shop"),
    ("from_address", "shop@example.com"),
    ("emails_per_hour", "100"),
    ("copy", "on"),
];

async fn with_account() -> Setting {
    let setting = Setting::new();
    let saved = setting.post("settings/email", &ACCOUNT).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    setting
}

#[tokio::test]
async fn without_an_account_every_way_leads_to_the_settings() {
    let setting = Setting::new();
    for part in [
        format!("emails/new?record={INVOICE}"),
        "emails/statements/new".to_owned(),
    ] {
        let page = setting.page(&part).await;
        assert!(page.contains("settings/email\""), "{page}");
    }
    assert!(setting.page("settings").await.contains("settings/email\""));
}

#[tokio::test]
async fn the_account_is_told_in_history_and_its_password_is_nowhere() {
    let setting = with_account().await;
    let page = setting.page("settings/email").await;
    assert!(page.contains("shop@example.com") && page.contains("A password is kept"));
    assert!(!page.contains("hunter2"), "{page}");
    let changes = setting.bench.entries(setting.business).len();
    let unchanged: Vec<(&str, &str)> = ACCOUNT
        .into_iter()
        .filter(|(name, _)| *name != "password")
        .collect();
    setting.post("settings/email", &unchanged).await;
    let entries = setting.bench.entries(setting.business);
    assert_eq!(entries.len(), changes, "nothing changed, nothing to tell");
    assert!(!format!("{entries:?}").contains("hunter2"));
    let elsewhere: Vec<(&str, &str)> = unchanged
        .iter()
        .map(|(name, value)| {
            (
                *name,
                if *name == "host" {
                    "evil.example"
                } else {
                    value
                },
            )
        })
        .collect();
    let refused = setting.post("settings/email", &elsewhere).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("Type the password"),
        "{}",
        refused.text()
    );
    let test: Vec<(&str, &str)> = unchanged.iter().copied().chain([("act", "test")]).collect();
    let tested = setting.post("settings/email", &test).await.text();
    assert!(
        tested.contains("takes no connections at this port"),
        "{tested}"
    );
}

#[tokio::test]
async fn a_draft_is_kept_changed_and_deleted() {
    let setting = with_account().await;
    let part = format!("emails/new?record={INVOICE}");
    let answer = setting.fills(&part, &[("subject", "First")], "draft").await;
    let email = answer.key_of_location();
    let (kept, before) = setting.kept(email);
    assert_eq!(kept.state, EmailState::Draft);
    assert_eq!(kept.bcc, ["Shop <shop@example.com>"], "the copy to oneself");
    let edit = format!("emails/{email}/edit");
    let form = setting.page(&edit).await;
    assert!(form.contains("kept:0") && form.contains("First"), "{form}");
    let changes = [
        ("subject", "Second <b>&"),
        ("text", "<script>alert(1)</script>"),
    ];
    let again = setting.fills(&edit, &changes, "draft").await;
    assert_eq!(again.key_of_location(), email);
    let after = setting.kept(email);
    assert_eq!(after.0.subject, "Second <b>&");
    let files = |message: &[u8]| mail::read_message(message).expect("a message").attachments;
    assert_eq!(files(&before), files(&after.1), "its PDF is the one it had");
    let page = setting.page(&format!("emails/{email}")).await;
    assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"));
    assert!(setting.sends().is_empty(), "drafts are not sent");
    let wrong = setting.fills(&edit, &[("to", "nobody")], "send").await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("is no email address"),
        "{}",
        wrong.text()
    );
    setting.post(&format!("emails/{email}/deletion"), &[]).await;
    assert_eq!(setting.count(), 0);
    let gone = setting
        .bench
        .get(&setting.at(&format!("emails/{email}")))
        .await;
    assert_eq!(gone.status, 404);
}

/// An email in this state, written past the pages.
async fn in_state(setting: &Setting, state: EmailState, is_held: bool) -> Key {
    let part = format!("emails/new?record={INVOICE}");
    let email = setting.fills(&part, &[], "draft").await.key_of_location();
    let (kept, message) = setting.kept(email);
    let opened = setting
        .bench
        .store()
        .open(setting.business)
        .expect("business");
    let email = Email {
        state,
        is_held,
        ..kept
    };
    opened
        .write(&mut |unit| unit.put_email(&email, Some(&message)))
        .expect("an email put");
    email.key
}

#[tokio::test]
async fn a_doubt_is_settled_by_a_person() {
    let setting = with_account().await;
    for (arrived, state) in [("yes", EmailState::Sent), ("no", EmailState::Failed)] {
        let email = in_state(&setting, EmailState::Sending, false).await;
        let opened = setting
            .bench
            .store()
            .open(setting.business)
            .expect("business");
        let stamp = crate::bench::stamp();
        outbox::doubt_orphans(opened.as_ref(), &stamp).expect("doubts");
        let page = setting.page(&format!("emails/{email}")).await;
        assert!(
            page.contains("nobody can know whether it arrived"),
            "{page}"
        );
        assert!(page.contains("It arrived") && page.contains("Send again nevertheless"));
        let sent = setting
            .post(&format!("emails/{email}/arrival"), &[("arrived", arrived)])
            .await;
        assert_eq!(sent.key_of_location(), email);
        assert_eq!(setting.kept(email).0.state, state);
    }
}

#[tokio::test]
async fn what_waits_can_be_withdrawn_and_what_is_held_is_sent_after_a_question_only() {
    let setting = with_account().await;
    let waiting = in_state(&setting, EmailState::Queued, false).await;
    setting
        .post(&format!("emails/{waiting}/withdrawal"), &[])
        .await;
    assert_eq!(setting.kept(waiting).0.state, EmailState::Failed);
    let page = setting.page(&format!("emails/{waiting}")).await;
    assert!(page.contains("taken out of the outbox"), "{page}");
    let held = in_state(&setting, EmailState::Queued, true).await;
    assert!(setting.sends().is_empty(), "it waits for a person");
    let page = setting.page(&format!("emails/{held}")).await;
    assert!(
        page.contains("confirmation") && page.contains("another installation"),
        "{page}"
    );
    setting.post(&format!("emails/{held}/queueing"), &[]).await;
    assert!(!setting.kept(held).0.is_held);
}

#[tokio::test]
async fn a_template_of_ones_own_begins_emails_and_travels_as_a_record() {
    let setting = with_account().await;
    let at = "settings/email/templates/sales-invoices/bn";
    let list = setting.page("settings/email/templates").await;
    assert!(list.contains(at), "{list}");
    for (language, word) in [
        ("en", "Dear"),
        ("fr", "Bonjour"),
        ("es", "Estimado"),
        ("hi", "प्रिय"),
        ("bn", "প্রিয়"),
    ] {
        let part = format!("settings/email/templates/sales-invoices/{language}");
        let page = setting.page(&part).await;
        assert!(page.contains(word) && page.contains("{contact}"), "{page}");
    }
    let wrong = [("subject", "{nmber}"), ("text", ""), ("act", "save")];
    let refused = setting.post(at, &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("There is no placeholder “nmber”"));
    let own = [
        ("subject", "চালান {number}: {amount}"),
        ("text", "{customer}, {due_date} {{}}"),
        ("act", "save"),
    ];
    setting.post(at, &own).await.location();
    let kept = setting
        .bench
        .objects(setting.business, Some(kinds::TIJORI_EMAIL_TEMPLATE));
    assert_eq!(kept.len(), 1);
    let form = setting
        .page(&format!("emails/new?record={INVOICE}&language=bn"))
        .await;
    let pairs = filled_form(&form);
    let value = |wanted: &str| {
        let found = pairs.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    assert_eq!(value("subject"), "চালান INV-0042: BDT\u{a0}2,500.00");
    assert!(value("text").starts_with("Karim & Sons, ") && value("text").ends_with(" {}"));
    setting
        .post(&format!("{at}/deletion"), &[])
        .await
        .location();
    let left = setting
        .bench
        .objects(setting.business, Some(kinds::TIJORI_EMAIL_TEMPLATE));
    assert!(left.is_empty());
}
