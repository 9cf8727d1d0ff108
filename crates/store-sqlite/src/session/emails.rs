//! Emails: rows of `Emails`, and their messages in `EmailMessages` (SPEC-emails.md, section 2).

use super::{Holder, Session, Writing, key_at, optional_key_at, to_count};
use crate::building::Building;
use books::Key;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Params, Row, params, params_from_iter};
use store::{
    Email, EmailFilter, EmailLoader, EmailPage, EmailPlace, EmailReader, EmailState, EmailWriter,
    StoreError, Visit,
};

/// The columns in the order in which [`email_of`] reads them.
const COLUMNS: &str = "Key, State, IsHeld, CreatedSeconds, CreatedNanoseconds, QueuedSeconds, \
    QueuedNanoseconds, SentSeconds, SentNanoseconds, Record, RecordKind, Contact, Sender, \
    Recipients, Copies, HiddenCopies, ReplyTo, Subject, MessageId, Attempts, Failure, \
    FailureReason";

impl<H: Holder> EmailReader for Session<H> {
    fn email(&self, key: Key) -> Result<Option<Email>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM Emails WHERE Key = ?");
        first(self, &sql, [key.as_bytes()])
    }

    fn email_message(&self, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        self.statement("SELECT Bytes FROM EmailMessages WHERE Email = ?")?
            .query_one([key.as_bytes()], |row| row.get(0))
            .optional()
            .map_err(self.place().fault("read the message of an email"))
    }

    fn each_email(&self, visit: Visit<'_, Email>) -> Result<(), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM Emails ORDER BY Key");
        visit_rows(self, &sql, [], visit)
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
        let counts: Vec<(String, i64)> = self
            .statement("SELECT State, count(*) FROM Emails GROUP BY State")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .and_then(Iterator::collect)
            .map_err(self.place().fault("count the emails"))?;
        let count_of = |state: EmailState| {
            let found = counts.iter().find(|(code, _)| code == state.code())?;
            Some((state, to_count(found.1)))
        };
        Ok(EmailState::ALL.into_iter().filter_map(count_of).collect())
    }

    fn emails_size(&self) -> Result<(u64, u64), StoreError> {
        self.statement("SELECT count(*), coalesce(sum(length(Bytes)), 0) FROM EmailMessages")?
            .query_one([], |row| Ok((to_count(row.get(0)?), to_count(row.get(1)?))))
            .map_err(self.place().fault("measure the emails"))
    }

    fn emails_sent_since(&self, since: Timestamp) -> Result<u64, StoreError> {
        self.statement(
            "SELECT count(*) FROM Emails WHERE (SentSeconds, SentNanoseconds) >= (?, ?)",
        )?
        .query_one(
            [since.as_second(), since.subsec_nanosecond().into()],
            |row| row.get(0),
        )
        .map(to_count)
        .map_err(self.place().fault("count the emails"))
    }

    fn next_queued_email(&self) -> Result<Option<Email>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM Emails WHERE State = 'queued' AND IsHeld = 0
             ORDER BY QueuedSeconds, QueuedNanoseconds, Key LIMIT 1"
        );
        first(self, &sql, [])
    }
}

/// A page, newest first. One email more than wanted is looked for, to know whether more follow.
fn page<H: Holder>(
    session: &Session<H>,
    filter: &EmailFilter,
    before: Option<EmailPlace>,
    limit: usize,
) -> Result<EmailPage, StoreError> {
    let mut conditions = vec!["TRUE"];
    let mut parameters = Vec::new();
    let bytes = |key: Key| Value::Blob(key.as_bytes().to_vec());
    if let Some(state) = filter.state {
        conditions.push("State = ?");
        parameters.push(Value::Text(state.code().to_owned()));
    }
    if let Some(record) = filter.record {
        conditions.push("Record = ?");
        parameters.push(bytes(record));
    }
    if let Some(contact) = filter.contact {
        conditions.push("Contact = ?");
        parameters.push(bytes(contact));
    }
    if let Some((created_at, key)) = before {
        conditions.push("(CreatedSeconds, CreatedNanoseconds, Key) < (?, ?, ?)");
        parameters.push(Value::Integer(created_at.as_second()));
        parameters.push(Value::Integer(created_at.subsec_nanosecond().into()));
        parameters.push(bytes(key));
    }
    let wanted = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    parameters.push(Value::Integer(wanted));
    let sql = format!(
        "SELECT {COLUMNS} FROM Emails WHERE {}
         ORDER BY CreatedSeconds DESC, CreatedNanoseconds DESC, Key DESC LIMIT ?",
        conditions.join(" AND ")
    );
    let mut emails = Vec::new();
    let mut is_more = false;
    visit_rows(session, &sql, params_from_iter(parameters), &mut |email| {
        if emails.len() < limit {
            emails.push(email);
        } else {
            is_more = true;
        }
        Ok(())
    })?;
    let last = emails.last().filter(|_| is_more);
    let next_before = last.map(|email: &Email| (email.created_at, email.key));
    Ok(EmailPage {
        emails,
        next_before,
    })
}

impl<H: Writing> EmailWriter for Session<H> {
    fn put_email(&mut self, email: &Email, message: Option<&[u8]>) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            let fault = self.place().fault("write an email");
            if EmailReader::email(self, email.key)?.is_none() {
                let Some(message) = message else {
                    return Err(self.place().damaged("a new email needs its message"));
                };
                return insert(self, email, message);
            }
            // The message goes first: it may only change while the row still says that it may.
            if let Some(message) = message {
                self.statement("UPDATE EmailMessages SET Bytes = ? WHERE Email = ?")?
                    .execute(params![message, email.key.as_bytes()])
                    .map_err(&fault)?;
            }
            update(self, email)
        })
    }

    fn delete_email(&mut self, key: Key) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            let fault = self.place().fault("delete the draft of an email");
            for sql in [
                "DELETE FROM EmailMessages WHERE Email = ?",
                "DELETE FROM Emails WHERE Key = ?",
            ] {
                self.statement(sql)?
                    .execute([key.as_bytes()])
                    .map_err(&fault)?;
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

/// The values of [`COLUMNS`], the key first.
fn values(email: &Email) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    let optional = |value: &Option<String>| value.as_deref().map_or(Value::Null, text);
    let key = |key: Option<Key>| key.map_or(Value::Null, |key| Value::Blob(key.as_bytes().into()));
    let moment = |at: Option<Timestamp>| {
        let integer = |at: Option<i64>| at.map_or(Value::Null, Value::Integer);
        [
            integer(at.map(Timestamp::as_second)),
            integer(at.map(|at| at.subsec_nanosecond().into())),
        ]
    };
    let mut values = vec![
        key(Some(email.key)),
        text(email.state.code()),
        Value::Integer(email.is_held.into()),
    ];
    for at in [Some(email.created_at), email.queued_at, email.sent_at] {
        values.extend(moment(at));
    }
    values.extend([
        key(email.record.map(|(record, _kind)| record)),
        key(email.record.map(|(_record, kind)| kind)),
        key(email.contact),
        text(&email.from),
        text(&email.to.join("\n")),
        text(&email.cc.join("\n")),
        text(&email.bcc.join("\n")),
        optional(&email.reply_to),
        text(&email.subject),
        text(&email.message_id),
        Value::Integer(email.attempts_count.into()),
        optional(&email.failure),
        optional(&email.failure_reason),
    ]);
    values
}

fn insert<H: Holder>(
    session: &Session<H>,
    email: &Email,
    message: &[u8],
) -> Result<(), StoreError> {
    let fault = session.place().fault("write an email");
    session
        .statement(&format!(
            "INSERT INTO Emails ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        ))?
        .execute(params_from_iter(values(email)))
        .map_err(&fault)?;
    session
        .statement("INSERT INTO EmailMessages (Email, Bytes) VALUES (?, ?)")?
        .execute(params![email.key.as_bytes(), message])
        .map_err(&fault)?;
    Ok(())
}

fn update<H: Holder>(session: &Session<H>, email: &Email) -> Result<(), StoreError> {
    let mut parameters = values(email);
    parameters.push(Value::Blob(email.key.as_bytes().into()));
    session
        .statement(&format!(
            "UPDATE Emails SET ({COLUMNS}) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
             WHERE Key = ?"
        ))?
        .execute(params_from_iter(parameters))
        .map_err(session.place().fault("write an email"))?;
    Ok(())
}

fn first<H: Holder>(
    session: &Session<H>,
    sql: &str,
    parameters: impl Params,
) -> Result<Option<Email>, StoreError> {
    let mut found = None;
    visit_rows(session, sql, parameters, &mut |email| {
        found = Some(email);
        Ok(())
    })?;
    Ok(found)
}

fn visit_rows<H: Holder>(
    session: &Session<H>,
    sql: &str,
    parameters: impl Params,
    visit: Visit<'_, Email>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the emails");
    let mut statement = session.statement(sql)?;
    let mut rows = statement.query(parameters).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let state: String = row.get(1).map_err(&fault)?;
        let email = email_of(row, &state).map_err(&fault)?;
        let garbled = || {
            session
                .place()
                .damaged("the state or a moment of an email is none")
        };
        visit(email.ok_or_else(garbled)?)?;
    }
    Ok(())
}

/// The email in a row with [`COLUMNS`]; none when its state or a moment is none.
fn email_of(row: &Row<'_>, state: &str) -> rusqlite::Result<Option<Email>> {
    let moment = |at: usize| -> rusqlite::Result<Option<Timestamp>> {
        let seconds: Option<i64> = row.get(at)?;
        let nanoseconds: Option<i32> = row.get(at + 1)?;
        Ok(seconds.and_then(|seconds| Timestamp::new(seconds, nanoseconds?).ok()))
    };
    let list = |at: usize| row.get(at).map(|text: String| list_of(&text));
    let (Some(state), Some(created_at)) = (EmailState::from_code(state), moment(3)?) else {
        return Ok(None);
    };
    Ok(Some(Email {
        key: key_at(row, 0)?,
        state,
        is_held: row.get(2)?,
        created_at,
        queued_at: moment(5)?,
        sent_at: moment(7)?,
        record: optional_key_at(row, 9)?.zip(optional_key_at(row, 10)?),
        contact: optional_key_at(row, 11)?,
        from: row.get(12)?,
        to: list(13)?,
        cc: list(14)?,
        bcc: list(15)?,
        reply_to: row.get(16)?,
        subject: row.get(17)?,
        message_id: row.get(18)?,
        attempts_count: row.get(19)?,
        failure: row.get(20)?,
        failure_reason: row.get(21)?,
    }))
}

/// The texts joined by line feeds; an empty text is none.
fn list_of(text: &str) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split('\n').map(str::to_owned).collect()
}
