//! Emails as rows of `TijoriEmails`, and back (SPEC-emails.md, section 5).
//!
//! To everything that walks a business they are rows of one more carried table, so that they are
//! summed, left out and written like any other; only loading them into a store takes them apart.

use crate::BackupError;
use crate::layout::TIJORI_EMAILS;
use books::Key;
use jiff::Timestamp;
use store::{CarriedColumn, CarriedTable, Cell, Email, EmailState};

/// The columns, in order: name, type, and whether each may be empty.
const COLUMNS: [(&str, &str, bool); 19] = [
    ("Key", "TEXT", false),
    ("State", "TEXT", false),
    ("CreatedAt", "TEXT", false),
    ("QueuedAt", "TEXT", true),
    ("SentAt", "TEXT", true),
    ("Record", "TEXT", true),
    ("RecordKind", "TEXT", true),
    ("Contact", "TEXT", true),
    ("From", "TEXT", false),
    ("To", "TEXT", false),
    ("Cc", "TEXT", false),
    ("Bcc", "TEXT", false),
    ("ReplyTo", "TEXT", true),
    ("Subject", "TEXT", false),
    ("MessageId", "TEXT", false),
    ("Attempts", "INTEGER", false),
    ("Failure", "TEXT", true),
    ("FailureReason", "TEXT", true),
    ("Message", "BLOB", false),
];

/// The table, to be declared.
pub(crate) fn table() -> CarriedTable {
    let column = |(name, declared_type, may_be_empty): &(&str, &str, bool)| CarriedColumn {
        name: (*name).to_owned(),
        declared_type: (*declared_type).to_owned(),
        not_null: !may_be_empty,
        primary_key: u32::from(*name == "Key"),
    };
    CarriedTable {
        name: TIJORI_EMAILS.to_owned(),
        columns: COLUMNS.iter().map(column).collect(),
        without_rowid: false,
    }
}

/// The row of an email.
pub(crate) fn cells(email: &Email, message: Vec<u8>) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.as_bytes().to_vec());
    let optional = |value: Option<String>| value.map_or(Cell::Null, |value| text(&value));
    let key = |key: Option<Key>| optional(key.map(|key| key.to_string()));
    let moment = |at: Option<Timestamp>| optional(at.map(|at| at.to_string()));
    vec![
        key(Some(email.key)),
        text(email.state.code()),
        moment(Some(email.created_at)),
        moment(email.queued_at),
        moment(email.sent_at),
        key(email.record.map(|(record, _kind)| record)),
        key(email.record.map(|(_record, kind)| kind)),
        key(email.contact),
        text(&email.from),
        text(&email.to.join("\n")),
        text(&email.cc.join("\n")),
        text(&email.bcc.join("\n")),
        optional(email.reply_to.clone()),
        text(&email.subject),
        text(&email.message_id),
        Cell::Integer(email.attempts_count.into()),
        optional(email.failure.clone()),
        optional(email.failure_reason.clone()),
        Cell::Blob(message),
    ]
}

/// The email and the message in a row.
///
/// # Errors
/// [`BackupError::BadManifest`] when the row is not exactly one that [`cells`] would write: what
/// could not be given back as it was must not be taken in.
pub(crate) fn email_of(
    table: &CarriedTable,
    row: &[Cell],
) -> Result<(Email, Vec<u8>), BackupError> {
    let names = table.columns.iter().map(|column| column.name.as_str());
    if !names.eq(COLUMNS.iter().map(|(name, _, _)| *name)) {
        return Err(bad("columns"));
    }
    let (email, message) = read(row).ok_or_else(|| bad("row"))?;
    let again = cells(&email, message);
    match again.last() {
        Some(Cell::Blob(message)) if again == row => Ok((email, message.clone())),
        _ => Err(bad(&email.key.to_string())),
    }
}

/// The table cannot be read: its rows are out of order, or not as they should be.
pub(crate) fn bad(what: &str) -> BackupError {
    BackupError::BadManifest {
        file: String::new(),
        reason: format!("{TIJORI_EMAILS}, {what}"),
    }
}

fn read(row: &[Cell]) -> Option<(Email, Vec<u8>)> {
    let text = |at: usize| match row.get(at)? {
        Cell::Text(bytes) => String::from_utf8(bytes.clone()).ok(),
        _ => None,
    };
    let key = |at: usize| text(at)?.parse::<Key>().ok();
    let moment = |at: usize| text(at)?.parse::<Timestamp>().ok();
    let list = |at: usize| {
        let joined = text(at)?;
        Some(match joined.is_empty() {
            true => Vec::new(),
            false => joined.split('\n').map(str::to_owned).collect(),
        })
    };
    let Some(Cell::Integer(attempts)) = row.get(15) else {
        return None;
    };
    let Some(Cell::Blob(message)) = row.get(18) else {
        return None;
    };
    let email = Email {
        key: key(0)?,
        state: EmailState::from_code(&text(1)?)?,
        is_held: true,
        created_at: moment(2)?,
        queued_at: moment(3),
        sent_at: moment(4),
        record: key(5).zip(key(6)),
        contact: key(7),
        from: text(8)?,
        to: list(9)?,
        cc: list(10)?,
        bcc: list(11)?,
        reply_to: text(12),
        subject: text(13)?,
        message_id: text(14)?,
        attempts_count: u32::try_from(*attempts).ok()?,
        failure: text(16),
        failure_reason: text(17),
    };
    Some((email, message.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email() -> Email {
        Email {
            key: Key::constant("33333333-3333-4333-8333-333333333333"),
            state: EmailState::Failed,
            is_held: true,
            created_at: "2026-11-21T10:02:11.5Z".parse().unwrap(),
            queued_at: Some("2026-11-21T10:02:12Z".parse().unwrap()),
            sent_at: None,
            record: Some((Key::NIL, Key::NIL)),
            contact: None,
            from: "রহিমা <rahima@example.com>".to_owned(),
            to: vec!["a@example.com".to_owned(), "b@example.com".to_owned()],
            cc: Vec::new(),
            bcc: Vec::new(),
            reply_to: None,
            subject: String::new(),
            message_id: "<x@example.com>".to_owned(),
            attempts_count: 2,
            failure: Some("timeout".to_owned()),
            failure_reason: None,
        }
    }

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let row = cells(&email(), b"message".to_vec());
        let read = email_of(&table(), &row).unwrap();
        assert_eq!(read, (email(), b"message".to_vec()));
    }

    #[test]
    fn a_row_that_could_not_be_given_back_is_refused() {
        let row = cells(&email(), b"message".to_vec());
        let text = |text: &str| Cell::Text(text.as_bytes().to_vec());
        for (at, cell) in [
            (0, text("33333333-3333-4333-8333-33333333333")),
            (1, text("lost")),
            (2, text("2026-11-21T10:02:11.50Z")),
            (3, text("yesterday")),
            (4, Cell::Integer(5)),
            (6, Cell::Null),
            (8, Cell::Text(vec![0xff])),
            (15, Cell::Integer(-1)),
            (18, Cell::Null),
        ] {
            let mut row = row.clone();
            row[at] = cell;
            assert!(email_of(&table(), &row).is_err(), "column {at}");
        }
        let mut other = table();
        other.columns.swap(9, 10);
        assert!(email_of(&other, &row).is_err());
        other.columns.pop();
        assert!(email_of(&other, &row).is_err());
    }
}
