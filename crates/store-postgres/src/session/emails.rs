//! Emails: rows of `emails`, and their messages in `email_messages` (SPEC-emails.md, section 2).

use super::{
    Holder, Session, Writing, key_at, optional_key_at, optional_text_at, text_at, to_count,
};
use crate::building::Building;
use crate::values::Id;
use books::Key;
use jiff::Timestamp;
use postgres::Row;
use postgres::types::ToSql;
use store::{
    Email, EmailFilter, EmailLoader, EmailPage, EmailPlace, EmailReader, EmailState, EmailWriter,
    StoreError, Visit,
};

/// The columns in the order in which [`email_of`] reads them.
const COLUMNS: &str = "key, state, is_held, created_seconds, created_nanoseconds, queued_seconds, \
    queued_nanoseconds, sent_seconds, sent_nanoseconds, record, record_kind, contact, sender, \
    recipients, copies, hidden_copies, reply_to, subject, message_id, attempts, failure, \
    failure_reason";

/// A value of a statement, owned.
type Value = Box<dyn ToSql + Sync>;

impl<H: Holder> EmailReader for Session<H> {
    fn email(&self, key: Key) -> Result<Option<Email>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM emails WHERE business = $1 AND key = $2");
        let row = self.first("read an email", &sql, &[self.number(), &Id(key)])?;
        row.map(|row| email_of(self, &row)).transpose()
    }

    fn email_message(&self, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.first(
            "read the message of an email",
            "SELECT bytes FROM email_messages WHERE business = $1 AND email = $2",
            &[self.number(), &Id(key)],
        )?;
        Ok(row.map(|row| row.get(0)))
    }

    fn each_email(&self, visit: Visit<'_, Email>) -> Result<(), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM emails WHERE business = $1 ORDER BY key");
        self.each("read the emails", &sql, &[self.number()], &mut |row| {
            visit(email_of(self, row)?)
        })
    }

    fn emails(
        &self,
        filter: &EmailFilter,
        before: Option<EmailPlace>,
        limit: usize,
    ) -> Result<EmailPage, StoreError> {
        page(self, filter, before, limit)
    }

    fn email_counts(&self) -> Result<Vec<(EmailState, u64)>, StoreError> {
        let rows = self.query(
            "count the emails",
            "SELECT state, count(*) FROM emails WHERE business = $1 GROUP BY state",
            &[self.number()],
        )?;
        let count_of = |state: EmailState| {
            let row = rows
                .iter()
                .find(|row| row.get::<_, &str>(0) == state.code())?;
            Some((state, to_count(row.get(1))))
        };
        Ok(EmailState::ALL.into_iter().filter_map(count_of).collect())
    }

    fn emails_size(&self) -> Result<(u64, u64), StoreError> {
        let row = self.first(
            "measure the emails",
            "SELECT count(*), coalesce(sum(octet_length(bytes)), 0)::bigint
             FROM email_messages WHERE business = $1",
            &[self.number()],
        )?;
        Ok(row.map_or((0, 0), |row| (to_count(row.get(0)), to_count(row.get(1)))))
    }

    fn emails_sent_since(&self, since: Timestamp) -> Result<u64, StoreError> {
        let row = self.first(
            "count the emails",
            "SELECT count(*) FROM emails WHERE business = $1
                 AND (sent_seconds, sent_nanoseconds) >= ($2, $3)",
            &[
                self.number(),
                &since.as_second(),
                &since.subsec_nanosecond(),
            ],
        )?;
        Ok(row.map_or(0, |row| to_count(row.get(0))))
    }

    fn next_queued_email(&self) -> Result<Option<Email>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM emails
             WHERE business = $1 AND state = 'queued' AND NOT is_held
             ORDER BY queued_seconds, queued_nanoseconds, key LIMIT 1"
        );
        let row = self.first("read the outbox", &sql, &[self.number()])?;
        row.map(|row| email_of(self, &row)).transpose()
    }
}

/// A page, newest first. One email more than wanted is looked for, to know whether more follow.
fn page<H: Holder>(
    session: &Session<H>,
    filter: &EmailFilter,
    before: Option<EmailPlace>,
    limit: usize,
) -> Result<EmailPage, StoreError> {
    let wanted = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut conditions = "business = $1".to_owned();
    let mut values: Vec<Value> = vec![Box::new(*session.number()), Box::new(wanted)];
    let mut add = |text: &str, value: Value| {
        values.push(value);
        conditions.push_str(&format!(" AND {text} = ${}", values.len()));
    };
    if let Some(state) = filter.state {
        add("state", Box::new(state.code()));
    }
    if let Some(record) = filter.record {
        add("record", Box::new(Id(record)));
    }
    if let Some(contact) = filter.contact {
        add("contact", Box::new(Id(contact)));
    }
    if let Some((created_at, key)) = before {
        let first = values.len() + 1;
        values.push(Box::new(created_at.as_second()));
        values.push(Box::new(created_at.subsec_nanosecond()));
        values.push(Box::new(Id(key)));
        conditions.push_str(&format!(
            " AND (created_seconds, created_nanoseconds, key) < (${first}, ${}, ${})",
            first + 1,
            first + 2
        ));
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM emails WHERE {conditions}
         ORDER BY created_seconds DESC, created_nanoseconds DESC, key DESC LIMIT $2"
    );
    let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value.as_ref()).collect();
    let rows = session.query("read the emails", &sql, &values)?;
    let emails = rows
        .iter()
        .take(limit)
        .map(|row| email_of(session, row))
        .collect::<Result<Vec<_>, _>>()?;
    let last = emails.last().filter(|_| rows.len() > limit);
    let next_before = last.map(|email: &Email| (email.created_at, email.key));
    Ok(EmailPage {
        emails,
        next_before,
    })
}

impl<H: Writing> EmailWriter for Session<H> {
    fn put_email(&mut self, email: &Email, message: Option<&[u8]>) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            if EmailReader::email(self, email.key)?.is_none() {
                let Some(message) = message else {
                    return Err(self.place().damaged("a new email needs its message"));
                };
                return insert(self, email, message);
            }
            // The message goes first: it may only change while the row still says that it may.
            if let Some(message) = message {
                self.execute(
                    "write an email",
                    "UPDATE email_messages SET bytes = $3 WHERE business = $1 AND email = $2",
                    &[self.number(), &Id(email.key), &message],
                )?;
            }
            update(self, email)
        })
    }

    fn delete_email(&mut self, key: Key) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            for sql in [
                "DELETE FROM email_messages WHERE business = $1 AND email = $2",
                "DELETE FROM emails WHERE business = $1 AND key = $2",
            ] {
                self.execute(
                    "delete the draft of an email",
                    sql,
                    &[self.number(), &Id(key)],
                )?;
            }
            Ok(())
        })
    }
}

impl EmailLoader for Session<Building> {
    fn load_email(&mut self, email: &Email, message: &[u8]) -> Result<(), StoreError> {
        let held = Email {
            is_held: true,
            ..email.clone()
        };
        let failure = Writing::failure(&self.0);
        failure.guard(|| insert(self, &held, message))
    }
}

/// The business's number and the values of [`COLUMNS`], the key first.
fn values(number: i64, email: &Email) -> Vec<Value> {
    let text = |text: &str| -> Value { Box::new(text.as_bytes().to_vec()) };
    let optional = |text: &Option<String>| -> Value {
        Box::new(text.as_ref().map(|text| text.as_bytes().to_vec()))
    };
    let mut values: Vec<Value> = vec![
        Box::new(number),
        Box::new(Id(email.key)),
        Box::new(email.state.code()),
        Box::new(email.is_held),
    ];
    let created = Some(email.created_at);
    for at in [created, email.queued_at, email.sent_at] {
        values.push(Box::new(at.map(Timestamp::as_second)));
        values.push(Box::new(at.map(Timestamp::subsec_nanosecond)));
    }
    values.push(Box::new(email.record.map(|(record, _kind)| Id(record))));
    values.push(Box::new(email.record.map(|(_record, kind)| Id(kind))));
    values.push(Box::new(email.contact.map(Id)));
    values.extend([
        text(&email.from),
        text(&email.to.join("\n")),
        text(&email.cc.join("\n")),
        text(&email.bcc.join("\n")),
        optional(&email.reply_to),
        text(&email.subject),
        text(&email.message_id),
        Box::new(i64::from(email.attempts_count)),
        optional(&email.failure),
        optional(&email.failure_reason),
    ]);
    values
}

fn placeholders() -> String {
    let numbers: Vec<String> = (2..=23).map(|number| format!("${number}")).collect();
    numbers.join(", ")
}

fn insert<H: Writing>(
    session: &Session<H>,
    email: &Email,
    message: &[u8],
) -> Result<(), StoreError> {
    let what = "write an email";
    let owned = values(*session.number(), email);
    let values: Vec<&(dyn ToSql + Sync)> = owned.iter().map(|value| value.as_ref()).collect();
    let sql = format!(
        "INSERT INTO emails (business, {COLUMNS}) VALUES ($1, {})",
        placeholders()
    );
    session.execute(what, &sql, &values)?;
    session.0.growth().add_bytes(message.len());
    session.execute(
        what,
        "INSERT INTO email_messages (business, email, bytes) VALUES ($1, $2, $3)",
        &[session.number(), &Id(email.key), &message],
    )?;
    Ok(())
}

fn update<H: Writing>(session: &Session<H>, email: &Email) -> Result<(), StoreError> {
    let owned = values(*session.number(), email);
    let values: Vec<&(dyn ToSql + Sync)> = owned.iter().map(|value| value.as_ref()).collect();
    let sql = format!(
        "UPDATE emails SET ({COLUMNS}) = ({}) WHERE business = $1 AND key = $2",
        placeholders()
    );
    session.execute("write an email", &sql, &values)?;
    Ok(())
}

fn email_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Email, StoreError> {
    let place = session.place();
    let state: String = row.get(1);
    let state = EmailState::from_code(&state)
        .ok_or_else(|| place.damaged(format!("no state of an email is called “{state}”")))?;
    let instant = |column: usize| {
        let seconds: Option<i64> = row.get(column);
        let nanoseconds: Option<i32> = row.get(column + 1);
        Timestamp::new(seconds?, nanoseconds?).ok()
    };
    let attempts: i64 = row.get(19);
    Ok(Email {
        key: key_at(row, 0),
        state,
        is_held: row.get(2),
        created_at: instant(3).ok_or_else(|| place.damaged("an email has no moment"))?,
        queued_at: instant(5),
        sent_at: instant(7),
        record: optional_key_at(row, 9).zip(optional_key_at(row, 10)),
        contact: optional_key_at(row, 11),
        from: text_at(place, row, 12)?,
        to: list_of(&text_at(place, row, 13)?),
        cc: list_of(&text_at(place, row, 14)?),
        bcc: list_of(&text_at(place, row, 15)?),
        reply_to: optional_text_at(place, row, 16)?,
        subject: text_at(place, row, 17)?,
        message_id: text_at(place, row, 18)?,
        attempts_count: u32::try_from(attempts).unwrap_or(u32::MAX),
        failure: optional_text_at(place, row, 20)?,
        failure_reason: optional_text_at(place, row, 21)?,
    })
}

/// The texts joined by line feeds; an empty text is none.
fn list_of(text: &str) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split('\n').map(str::to_owned).collect()
}
