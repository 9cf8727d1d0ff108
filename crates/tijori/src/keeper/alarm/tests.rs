//! Alarms reach the outbox once, again after a day, and anew after a success (SPEC-keeping.md, 7).

use super::{alarm, is_time_to_tell};
use crate::program::Program;
use backup::catalog_key;
use books::Key;
use catalog::{Contents, Rhythm, Run, RunKind, RunOutcome, Schedule, Trouble};
use jiff::{SignedDuration, Timestamp};
use mail::{MailSettings, Mailbox};
use pages::Locale;
use tempfile::TempDir;
use web::businesses::{NewBusiness, create_business};

/// A program with a business that has a mail account.
struct Desk {
    program: Program,
    business: Key,
    schedule: Schedule,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = Program::at(folder.path()).unwrap();
        let new = NewBusiness {
            name: "Lamp Shop".to_owned(),
            country: "BD".to_owned(),
            currency: "BDT".to_owned(),
            time_zone: "Asia/Dhaka".to_owned(),
            tabs: Vec::new(),
        };
        let business = create_business(&program.app, Locale::default(), &new).unwrap();
        let schedule = Schedule {
            key: catalog::Key::from_bytes([5; 16]),
            business: None,
            rhythm: Rhythm::Hourly,
            places: Vec::new(),
            contents: Contents::ALL,
            passphrase: None,
            is_rehearsed: false,
            alarm_to: Some("rahima@example.com".to_owned()),
            is_on: true,
            since: Timestamp::now(),
        };
        Self {
            program,
            business,
            schedule,
            _folder: folder,
        }
    }

    fn give_account(&self) {
        let from = Mailbox::parse("shop@example.com").unwrap();
        let settings = MailSettings::new("mail.example.com", from);
        let vault = self.program.app.mailroom.vault().unwrap();
        let business = self.program.app.store.open(self.business).unwrap();
        let stamp = self.program.stamp("Asia/Dhaka").unwrap();
        mail::save_settings(&vault, &*business, &settings, &stamp).unwrap();
    }

    fn fail(&self) {
        let facts = vec![("place", "/mnt/disk".to_owned())];
        let trouble = Trouble::new("place-vanished", facts);
        let app = &self.program.app;
        alarm(
            app,
            Locale::default(),
            self.business,
            &self.schedule,
            &trouble,
        )
        .unwrap();
    }

    /// The texts of the emails in the outbox.
    fn emails(&self) -> Vec<String> {
        let business = self.program.app.store.open(self.business).unwrap();
        let reader = business.read().unwrap();
        let mut texts = Vec::new();
        reader
            .each_email(&mut |email| {
                let message = reader.email_message(email.key)?.unwrap_or_default();
                let text = String::from_utf8_lossy(&message).into_owned();
                texts.push(format!("{:?} {} {text}", email.to, email.subject));
                Ok(())
            })
            .unwrap();
        texts
    }

    fn note(&self, number: u8, kind: RunKind, hours: i64, outcome: RunOutcome) {
        let at = Timestamp::now() + SignedDuration::from_hours(hours);
        let run = Run {
            key: catalog::Key::from_bytes([number; 16]),
            kind,
            business: catalog_key(self.business),
            schedule: Some(self.schedule.key),
            entry: None,
            due_at: at,
            began_at: at,
            ended_at: at,
            outcome,
        };
        let catalog = self.program.app.keeping.catalog().unwrap();
        catalog.put_run(&run).unwrap();
    }

    fn is_time(&self) -> bool {
        let keeping = &self.program.app.keeping;
        is_time_to_tell(keeping, catalog_key(self.business), self.schedule.key).unwrap()
    }
}

#[test]
fn the_first_failure_is_told_once() {
    let desk = Desk::new();
    desk.give_account();
    desk.fail();
    desk.fail();
    let emails = desk.emails();
    assert_eq!(emails.len(), 1);
    for word in ["rahima@example.com", "Lamp Shop", "/mnt/disk"] {
        assert!(emails[0].contains(word), "{word}: {}", emails[0]);
    }
    assert!(!desk.is_time());
}

#[test]
fn it_is_told_again_after_a_day_and_anew_after_a_success() {
    let desk = Desk::new();
    assert!(desk.is_time());
    desk.note(1, RunKind::Alarm, -23, RunOutcome::Good);
    assert!(!desk.is_time());
    desk.note(2, RunKind::Backup, -22, RunOutcome::Unchanged);
    assert!(desk.is_time(), "it went well in between");
    desk.note(3, RunKind::Alarm, -2, RunOutcome::Good);
    assert!(!desk.is_time());
    desk.note(3, RunKind::Alarm, -25, RunOutcome::Good);
    desk.note(2, RunKind::Backup, -26, RunOutcome::Good);
    desk.note(1, RunKind::Alarm, -27, RunOutcome::Good);
    assert!(desk.is_time(), "a day has passed");
}

#[test]
fn without_an_account_or_an_address_nobody_is_told_and_nothing_fails() {
    let mut desk = Desk::new();
    desk.fail();
    assert_eq!(desk.emails().len(), 0);
    assert!(desk.is_time(), "nobody was told");
    desk.give_account();
    desk.schedule.alarm_to = None;
    desk.fail();
    assert_eq!(desk.emails().len(), 0);
}
