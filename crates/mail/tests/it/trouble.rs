//! What a server refuses is told by its code, and tried again by a person only.

use crate::server::Server;
use crate::setting::{Setting, composition, mailbox, settings, stamp};
use mail::outbox::{self, SendOutcome};
use mail::{Attachment, Composition, FailureCode, MailSettings, Secret, Security};
use store::{Email, EmailState};

fn account(server: &Server) -> MailSettings {
    settings(server.port, Security::StartTls, &server.authority)
}

fn code_of(outcome: &SendOutcome) -> &'static str {
    match outcome {
        SendOutcome::Failed(_, failure) | SendOutcome::Uncertain(_, failure) => failure.code.code(),
        _ => "none",
    }
}

/// An account that is wrong in one way, and the code of the failure that this gives.
fn wrong_accounts(server: &Server) -> Vec<(MailSettings, &'static str)> {
    let with = |code, change: &dyn Fn(&mut MailSettings)| {
        let mut changed = account(server);
        change(&mut changed);
        (changed, code)
    };
    vec![
        with("login-refused", &|it| it.password = Secret::new("wrong")),
        with("login-refused", &|it| it.username.clear()),
        with("certificate-invalid", &|it| it.authority = None),
        with("tls-failed", &|it| it.security = Security::Tls),
        with("connection-refused", &|it| it.port = 1),
        with("host-not-found", &|it| {
            it.host = "nowhere.invalid".to_owned();
        }),
    ]
}

/// Sends one email and sees that it fails with this code, for good.
fn assert_fails(account: &MailSettings, composition: &Composition, code: &str) {
    let setting = Setting::new();
    let (email, _) = setting.queue(composition);
    let outcome = setting.send(account);
    assert_eq!(code_of(&outcome), code, "{outcome:?}");
    let kept = setting.email(email.key);
    assert_eq!(
        (kept.state, kept.failure.as_deref()),
        (EmailState::Failed, Some(code))
    );
    assert!(kept.failure_reason.is_some());
    let again = setting.send(account);
    assert_eq!(again, SendOutcome::Nothing, "not again by itself");
    let entry = setting.entries().pop().unwrap();
    assert_eq!(entry.draft.action, history::Action::EmailFailed);
    let fact = ("failure".to_owned(), code.to_owned());
    assert!(entry.draft.facts.contains(&fact));
}

#[test]
fn refusals_have_their_codes_and_send_to_nobody() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let mut two = composition("a@example.com");
    two.cc.push(mailbox("refused@example.com"));
    let mut large = composition("a@example.com");
    large.attachments.push(Attachment {
        name: "large.bin".to_owned(),
        media_type: String::new(),
        bytes: vec![1; 400_000],
    });
    for (composition, code) in [
        (composition("refused@example.com"), "recipient-refused"),
        (two, "recipient-refused"),
        (composition("later@example.com"), "greylisted"),
        (large, "message-too-large"),
    ] {
        assert_fails(&account(&server), &composition, code);
    }
    for (account, code) in wrong_accounts(&server) {
        assert_fails(&account, &composition("a@example.com"), code);
    }
    assert!(server.taken().is_empty(), "all recipients or none");
}

#[test]
fn a_server_without_starttls_gets_neither_password_nor_message() {
    let Some(server) = Server::start("plain") else {
        return;
    };
    let setting = Setting::new();
    setting.queue(&composition("a@example.com"));
    let outcome = setting.send(&account(&server));
    assert_eq!(code_of(&outcome), "tls-failed");
    assert!(server.taken().is_empty());
}

#[test]
fn a_failed_email_is_sent_again_as_the_same_message_by_a_person() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    let (email, message) = setting.queue(&composition("a@example.com"));
    let mut wrong = account(&server);
    wrong.password = Secret::new("wrong");
    assert_eq!(code_of(&setting.send(&wrong)), "login-refused");
    outbox::queue_again(&*setting.business, email.key, &stamp()).unwrap();
    assert_eq!(
        setting.send(&account(&server)),
        SendOutcome::Sent(email.key)
    );
    let taken = server.taken();
    assert!(taken.len() == 1 && taken[0].data == message);
    let kept = setting.email(email.key);
    assert_eq!((kept.attempts_count, kept.failure), (2, None));
}

#[test]
fn an_answer_that_never_comes_leaves_doubt_and_nothing_is_sent_again() {
    let Some(server) = Server::start("starttls") else {
        return;
    };
    let setting = Setting::new();
    let (email, _) = setting.queue(&composition("drop@example.com"));
    let outcome = setting.send(&account(&server));
    assert!(
        matches!(outcome, SendOutcome::Uncertain(key, _) if key == email.key),
        "{outcome:?}"
    );
    assert_eq!(setting.email(email.key).state, EmailState::Uncertain);
    assert_eq!(setting.send(&account(&server)), SendOutcome::Nothing);
    assert_eq!(server.taken().len(), 1, "it did arrive, and only once");
    outbox::settle_doubt(&*setting.business, email.key, true, &stamp()).unwrap();
    assert_eq!(setting.email(email.key).state, EmailState::Sent);
    assert!(outbox::settle_doubt(&*setting.business, email.key, true, &stamp()).is_err());
}

#[test]
fn no_more_than_the_limit_is_sent_within_an_hour_and_the_oldest_first() {
    let Some(server) = Server::start("tls") else {
        return;
    };
    let setting = Setting::new();
    let mut account = settings(server.port, Security::Tls, &server.authority);
    account.emails_per_hour = 2;
    let keys = [1, 2, 3].map(|number| {
        let to = format!("a{number}@example.com");
        setting.queue(&composition(&to)).0.key
    });
    assert_eq!(setting.send(&account), SendOutcome::Sent(keys[0]));
    assert_eq!(setting.send(&account), SendOutcome::Sent(keys[1]));
    assert_eq!(setting.send(&account), SendOutcome::Limited);
    account.emails_per_hour = 3;
    assert_eq!(setting.send(&account), SendOutcome::Sent(keys[2]));
    assert_eq!(server.taken().len(), 3);
}

#[test]
fn what_is_held_or_unsound_goes_to_no_server() {
    let Some(server) = Server::start("sink") else {
        return;
    };
    let setting = Setting::new();
    let mut account = settings(server.port, Security::None, &server.authority);
    account.username.clear();
    let (email, message) = setting.queue(&composition("a@example.com"));
    let held = Email {
        is_held: true,
        ..setting.email(email.key)
    };
    let business = &*setting.business;
    business
        .write(&mut |unit| unit.put_email(&held, None))
        .unwrap();
    assert_eq!(setting.send(&account), SendOutcome::Nothing);
    let smuggled = [&message[..], b"\n.\nMAIL FROM:<x@example.com>\r\n"].concat();
    let mut bad = held.clone();
    for (number, hostile) in ["a@b.c>\r\nRCPT TO:<x@y.z", "a b@c.d"].iter().enumerate() {
        bad.key = crate::setting::key();
        bad.is_held = false;
        bad.to = vec![(*hostile).to_owned()];
        business
            .write(&mut |unit| unit.put_email(&bad, Some(&message)))
            .unwrap();
        let outcome = setting.send(&account);
        assert_eq!(
            code_of(&outcome),
            FailureCode::MessageUnsound.code(),
            "{number}"
        );
    }
    bad.key = crate::setting::key();
    bad.to = vec!["a@example.com".to_owned()];
    business
        .write(&mut |unit| unit.put_email(&bad, Some(&smuggled)))
        .unwrap();
    assert_eq!(code_of(&setting.send(&account)), "message-unsound");
    assert!(server.taken().is_empty());
    outbox::queue_again(business, email.key, &stamp()).unwrap();
    assert_eq!(setting.send(&account), SendOutcome::Sent(email.key));
    assert_eq!(server.taken().len(), 1);
}
