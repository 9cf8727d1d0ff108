//! Emails: kept with their messages, listed, counted, held when they came with a file, and never
//! altered after they left their draft (SPEC-emails.md).

use super::sample::{act, instant, key, opened, profile};
use super::{Ground, Outcome};
use crate::{Business, Email, EmailFilter, EmailState, Reader, StoreError, UnitOfWork};
use history::Action;

/// The email with this number, created so many seconds after the beginning.
fn email(number: u64, state: EmailState) -> Result<Email, StoreError> {
    let second = i64::try_from(number).unwrap_or(0);
    let queued_at = (state != EmailState::Draft).then(|| instant(second + 100));
    Ok(Email {
        key: key(number),
        state,
        is_held: false,
        created_at: instant(second)?,
        queued_at: queued_at.transpose()?,
        sent_at: (state == EmailState::Sent)
            .then(|| instant(second + 200))
            .transpose()?,
        record: number.is_multiple_of(2).then_some((key(70), key(71))),
        contact: number.is_multiple_of(3).then_some(key(80)),
        from: "রহিমা <rahima@example.com>".to_owned(),
        to: vec![
            "a@example.com".to_owned(),
            "B, C <b@example.com>".to_owned(),
        ],
        cc: Vec::new(),
        bcc: vec!["d@example.com".to_owned()],
        reply_to: (!number.is_multiple_of(2)).then(|| "e@example.com".to_owned()),
        subject: format!("চালান {number}"),
        message_id: format!("<{}@example.com>", key(number)),
        attempts_count: 3,
        failure: (state == EmailState::Failed).then(|| "timeout".to_owned()),
        failure_reason: None,
    })
}

fn put(business: &dyn Business, email: &Email, message: Option<&[u8]>) -> Result<(), StoreError> {
    business.write(&mut |unit| unit.put_email(email, message))
}

fn all(reader: &dyn Reader) -> Result<Vec<Email>, StoreError> {
    let mut emails = Vec::new();
    reader.each_email(&mut |email| {
        emails.push(email);
        Ok(())
    })?;
    Ok(emails)
}

/// Every field and every byte, after opening again.
pub fn an_email_comes_back_as_it_was_kept(ground: &dyn Ground) -> Outcome {
    let (store, business) = opened(ground)?;
    let mut wanted = Vec::new();
    for (number, state) in (1..).zip(EmailState::ALL) {
        let email = email(number, state)?;
        put(business.as_ref(), &email, Some(b"Subject: x\r\n\r\n\0\xff"))?;
        wanted.push(email);
    }
    drop((business, store));
    let store = ground.open()?;
    let business = store.open(key(100))?;
    let reader = business.read()?;
    assert_eq!(all(reader.as_ref())?, wanted);
    for email in wanted {
        assert_eq!(reader.email(email.key)?.as_ref(), Some(&email));
        let message = reader.email_message(email.key)?;
        assert_eq!(
            message.as_deref(),
            Some(b"Subject: x\r\n\r\n\0\xff".as_slice())
        );
    }
    assert_eq!(reader.email(key(99))?, None);
    assert_eq!(reader.email_message(key(99))?, None);
    assert_eq!(reader.emails_size()?, (6, 6 * 16));
    Ok(())
}

/// A draft changes and goes; what was queued stays as it is, message and row.
pub fn what_left_its_draft_is_kept(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let business = business.as_ref();
    let draft = email(1, EmailState::Draft)?;
    assert!(
        put(business, &draft, None).is_err(),
        "a new one needs its message"
    );
    put(business, &draft, Some(b"first"))?;
    put(business, &draft, Some(b"second"))?;
    business.write(&mut |unit| unit.delete_email(draft.key))?;
    assert_eq!(business.read()?.email(draft.key)?, None);
    business.write(&mut |unit| unit.delete_email(draft.key))?;
    put(business, &draft, Some(b"third"))?;
    let queued = email(1, EmailState::Queued)?;
    put(business, &queued, Some(b"last"))?;
    assert!(put(business, &queued, Some(b"other")).is_err());
    assert!(put(business, &draft, None).is_err(), "it is no draft again");
    assert!(
        business
            .write(&mut |unit| unit.delete_email(draft.key))
            .is_err()
    );
    let reader = business.read()?;
    assert_eq!(reader.email(draft.key)?, Some(queued));
    assert_eq!(
        reader.email_message(draft.key)?.as_deref(),
        Some(b"last".as_slice())
    );
    Ok(())
}

/// An email and its entry are one unit of work: both or neither.
pub fn an_email_and_its_entry_are_kept_together(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    let queued = email(1, EmailState::Queued)?;
    let both = |unit: &mut dyn UnitOfWork| {
        unit.put_email(&queued, Some(b"message"))?;
        unit.record(act(Action::EmailQueued, 1, 5)?).map(drop)
    };
    let outcome = business.write(&mut |unit| {
        both(unit)?;
        assert_eq!(unit.email(queued.key)?.as_ref(), Some(&queued));
        Err(StoreError::Stopped("changed my mind".into()))
    });
    assert!(outcome.is_err());
    assert_eq!(business.read()?.email(queued.key)?, None);
    let before = business.read()?.history_head()?.sequence;
    business.write(&mut |unit| both(unit))?;
    assert_eq!(business.read()?.history_head()?.sequence, before + 1);
    assert_eq!(business.read()?.email(queued.key)?, Some(queued));
    Ok(())
}

/// Pages join without gap, and filters give what they admit.
pub fn emails_are_listed_newest_first(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    for number in 1..=20 {
        // Two of each moment, so that the key decides too.
        let mut email = email(number, EmailState::Sent)?;
        email.created_at = instant(i64::try_from(number / 2)?)?;
        if number.is_multiple_of(5) {
            email.state = EmailState::Failed;
        }
        put(business.as_ref(), &email, Some(b"message"))?;
    }
    let reader = business.read()?;
    let mut everything = all(reader.as_ref())?;
    everything.sort_by_key(|email| std::cmp::Reverse((email.created_at, email.key)));
    for filter in [
        EmailFilter::default(),
        EmailFilter {
            state: Some(EmailState::Failed),
            ..EmailFilter::default()
        },
        EmailFilter {
            record: Some(key(70)),
            ..EmailFilter::default()
        },
        EmailFilter {
            contact: Some(key(80)),
            state: Some(EmailState::Sent),
            record: None,
        },
    ] {
        let wanted: Vec<_> = everything
            .iter()
            .filter(|it| filter.admits(it))
            .cloned()
            .collect();
        assert!(!wanted.is_empty());
        let (mut found, mut before) = (Vec::new(), None);
        loop {
            let page = reader.emails(&filter, before, 3)?;
            assert!(page.emails.len() <= 3);
            found.extend(page.emails);
            before = page.next_before;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(found, wanted);
    }
    let counts = reader.email_counts()?;
    assert_eq!(counts, [(EmailState::Sent, 16), (EmailState::Failed, 4)]);
    assert_eq!(
        reader.emails_sent_since(instant(219)?)?,
        2,
        "at that moment or after"
    );
    Ok(())
}

/// The one that waits longest comes first; drafts, sent ones and held ones never.
pub fn the_outbox_gives_the_oldest_first(ground: &dyn Ground) -> Outcome {
    let (_store, business) = opened(ground)?;
    assert_eq!(business.read()?.next_queued_email()?, None);
    for (number, state) in [
        (1, EmailState::Draft),
        (2, EmailState::Sent),
        (3, EmailState::Uncertain),
        (4, EmailState::Sending),
        (5, EmailState::Queued),
        (6, EmailState::Queued),
        (7, EmailState::Queued),
    ] {
        let mut email = email(number, state)?;
        if number == 5 {
            email.is_held = true;
        }
        if number == 7 {
            email.queued_at = Some(instant(50)?);
        }
        put(business.as_ref(), &email, Some(b"message"))?;
    }
    for number in [7, 6] {
        let next = business.read()?.next_queued_email()?.ok_or("none waits")?;
        assert_eq!(next.key, key(number));
        let sent = Email {
            state: EmailState::Sent,
            ..next
        };
        put(business.as_ref(), &sent, None)?;
    }
    assert_eq!(business.read()?.next_queued_email()?, None);
    Ok(())
}

/// Brought in with a file, an email keeps its state but is not sent until a person says so.
pub fn a_loaded_email_is_held(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Brought in"))?;
    let queued = email(4, EmailState::Queued)?;
    making.load_email(&queued, b"message")?;
    making.publish()?;
    let business = store.open(key(1))?;
    let found = business.read()?.email(queued.key)?.ok_or("no email")?;
    assert_eq!(
        found,
        Email {
            is_held: true,
            ..queued.clone()
        }
    );
    assert_eq!(business.read()?.next_queued_email()?, None);
    put(business.as_ref(), &queued, None)?;
    assert_eq!(business.read()?.next_queued_email()?, Some(queued.clone()));
    let mut twice = store.begin(key(2), &profile("Twice"))?;
    twice.load_email(&queued, b"message")?;
    assert!(twice.load_email(&queued, b"message").is_err());
    assert!(twice.publish().is_err());
    Ok(())
}
