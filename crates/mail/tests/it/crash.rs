//! Killed between the server's taking the message and our knowing it: never sent twice
//! (SPEC-emails.md, 1.2 and 3.2).

use crate::server::Server;
use crate::setting::{Setting, composition, reopened, settings, stamp};
use mail::outbox::{self, SendOutcome};
use mail::{HostPolicy, Security};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use store::EmailState;

const FOLDER_VARIABLE: &str = "TIJORI_TEST_MAIL_FOLDER";
const PORT_VARIABLE: &str = "TIJORI_TEST_MAIL_PORT";

/// The part of the child: sends to a server that takes the message and never answers.
#[test]
#[ignore = "started by the test below, which kills it"]
fn sends_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from) else {
        println!("skipped: this is the other test's child");
        return;
    };
    let port = std::env::var(PORT_VARIABLE).unwrap().parse().unwrap();
    let authority = std::fs::read_to_string(folder.join("authority.pem")).unwrap();
    let account = settings(port, Security::Tls, &authority);
    let business = reopened(&folder);
    let outcome = outbox::send_next(&*business, &account, HostPolicy::Any, &stamp).unwrap();
    panic!("the server never answers, and yet: {outcome:?}");
}

#[test]
fn an_email_whose_sender_was_killed_is_in_doubt_and_not_sent_again() {
    let Some(server) = Server::start("tls") else {
        return;
    };
    let setting = Setting::new();
    let (email, _) = setting.queue(&composition("silent@example.com"));
    let Setting { folder, business } = setting;
    drop(business);
    std::fs::write(folder.path().join("authority.pem"), &server.authority).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::sends_until_it_is_killed", "--ignored"])
        .env(FOLDER_VARIABLE, folder.path())
        .env(PORT_VARIABLE, server.port.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while server.taken().is_empty() {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing was sent"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let business = reopened(folder.path());
    let setting = Setting { folder, business };
    assert_eq!(setting.email(email.key).state, EmailState::Sending);
    let account = settings(server.port, Security::Tls, &server.authority);
    assert_eq!(setting.send(&account), SendOutcome::Nothing);
    let kept = setting.email(email.key);
    assert_eq!(kept.state, EmailState::Uncertain);
    assert_eq!(kept.failure.as_deref(), Some("uncertain"));
    assert_eq!(server.taken().len(), 1, "once");
    outbox::settle_doubt(&*setting.business, email.key, false, &stamp()).unwrap();
    assert_eq!(setting.email(email.key).state, EmailState::Failed);
}
