//! Emails proved where they live: a forged subject, recipient or message is named, and so is an
//! email that is gone (SPEC-emails.md, section 4).

use crate::proving::{attacked, codes, hex, proved};
use crate::setting::{BUSINESS, Setting, key, made_up, stamp};
use history::{Action, Contents, Draft};
use store::{Business, Email, EmailState};

const MESSAGE: &[u8] = b"Subject: Invoice\r\n\r\nPlease find it attached.\r\n";

/// An email that was sent; its entry states its digest unless it is one of an earlier version.
fn sent(business: &dyn Business, number: u8, states_digest: bool) -> Email {
    let email = Email {
        key: key(number),
        state: EmailState::Queued,
        is_held: false,
        created_at: stamp(number).instant,
        queued_at: Some(stamp(number).instant),
        sent_at: Some(stamp(number).instant),
        record: None,
        contact: None,
        from: "Rahima <rahima@example.com>".to_owned(),
        to: vec!["karim@example.com".to_owned()],
        cc: Vec::new(),
        bcc: vec!["hidden@example.com".to_owned()],
        reply_to: None,
        subject: format!("Invoice {number}"),
        message_id: format!("<{number}@example.com>"),
        attempts_count: 1,
        failure: None,
        failure_reason: None,
    };
    let mut facts = vec![("email".to_owned(), email.key.to_string())];
    if states_digest {
        let digest = hex(&email.digest(MESSAGE));
        facts.push(("email_sha256".to_owned(), digest));
    }
    business
        .write(&mut |unit| {
            unit.put_email(&email, Some(MESSAGE))?;
            unit.record(Draft {
                stamp: stamp(number),
                action: Action::EmailQueued,
                key: key(number + 100),
                object: None,
                before: Contents::default(),
                after: Contents::default(),
                title: email.subject.clone(),
                facts: facts.clone(),
            })
            .map(drop)
        })
        .unwrap();
    email
}

#[test]
fn emails_that_nobody_touched_agree_whatever_became_of_them() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let email = sent(business.as_ref(), 50, true);
    let found = proved(&setting, business.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    // Being sent, failing and being tried again change no content.
    let failed = Email {
        state: EmailState::Failed,
        attempts_count: 2,
        failure: Some("timeout".to_owned()),
        ..email
    };
    business
        .write(&mut |unit| unit.put_email(&failed, None))
        .unwrap();
    assert!(proved(&setting, business.as_ref(), &[]).agrees());
}

#[test]
fn a_forged_email_is_named() {
    for sql in [
        "UPDATE Emails SET Subject = 'Other';",
        "UPDATE Emails SET HiddenCopies = '';",
        "DROP TRIGGER EmailMessagesAreNotUpdated;
         UPDATE EmailMessages SET Bytes = CAST('Subject: Other' AS BLOB);",
    ] {
        let setting = Setting::new();
        let email = sent(made_up(&setting).as_ref(), 50, true);
        let (_setting, found) = attacked(setting, BUSINESS, sql);
        assert_eq!(codes(&found), ["email-altered"], "{sql}");
        assert_eq!(found.faults[0].record, Some(email.key), "{sql}");
    }
}

#[test]
fn an_email_that_is_gone_is_missed() {
    let setting = Setting::new();
    let email = sent(made_up(&setting).as_ref(), 50, true);
    let key = hex(email.key.as_bytes());
    let triggers = "DROP TRIGGER EmailMessagesAreKept; DROP TRIGGER EmailsAreKept;";
    let sql = format!(
        "{triggers} DELETE FROM EmailMessages WHERE Email = X'{key}';
         DELETE FROM Emails WHERE Key = X'{key}';"
    );
    let (_setting, found) = attacked(setting, BUSINESS, &sql);
    assert_eq!(codes(&found), ["email-missing"]);
}

#[test]
fn an_email_of_an_earlier_version_is_told_as_not_checked() {
    let setting = Setting::new();
    let business = made_up(&setting);
    sent(business.as_ref(), 50, false);
    let found = proved(&setting, business.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    assert!(found.unchecked.contains(&"emails"));
}
