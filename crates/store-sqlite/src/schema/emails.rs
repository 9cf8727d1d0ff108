//! The step of the ladder that brings the tables of emails (SPEC-emails.md, section 2).

/// The messages stand in a table of their own, so that lists of emails need not read them. What
/// left the state of a draft is kept for good: the triggers refuse what no code of ours does.
pub const TABLES: &str = "
CREATE TABLE Emails (
    Key BLOB PRIMARY KEY NOT NULL CHECK (length(Key) = 16),
    State TEXT NOT NULL,
    IsHeld INTEGER NOT NULL,
    CreatedSeconds INTEGER NOT NULL,
    CreatedNanoseconds INTEGER NOT NULL,
    QueuedSeconds INTEGER,
    QueuedNanoseconds INTEGER,
    SentSeconds INTEGER,
    SentNanoseconds INTEGER,
    Record BLOB,
    RecordKind BLOB,
    Contact BLOB,
    Sender TEXT NOT NULL,
    Recipients TEXT NOT NULL,
    Copies TEXT NOT NULL,
    HiddenCopies TEXT NOT NULL,
    ReplyTo TEXT,
    Subject TEXT NOT NULL,
    MessageId TEXT NOT NULL,
    Attempts INTEGER NOT NULL,
    Failure TEXT,
    FailureReason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX EmailsByCreation ON Emails (CreatedSeconds, CreatedNanoseconds, Key);
CREATE INDEX EmailsByState ON Emails (State, IsHeld, QueuedSeconds, QueuedNanoseconds);
CREATE INDEX EmailsByRecord ON Emails (Record);
CREATE INDEX EmailsByContact ON Emails (Contact);
CREATE INDEX EmailsBySending ON Emails (SentSeconds);

CREATE TABLE EmailMessages (
    Number INTEGER PRIMARY KEY,
    Email BLOB NOT NULL UNIQUE REFERENCES Emails (Key),
    Bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER EmailsAreKept BEFORE DELETE ON Emails WHEN OLD.State <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an email that left its draft is kept'); END;
CREATE TRIGGER EmailsKeepTheirKey BEFORE UPDATE OF Key ON Emails WHEN OLD.Key <> NEW.Key
BEGIN SELECT RAISE(ABORT, 'an email keeps its key'); END;
CREATE TRIGGER EmailsAreNoDraftsAgain BEFORE UPDATE OF State ON Emails
WHEN OLD.State <> 'draft' AND NEW.State = 'draft'
BEGIN SELECT RAISE(ABORT, 'an email that left its draft is none again'); END;
CREATE TRIGGER EmailMessagesAreNotUpdated BEFORE UPDATE ON EmailMessages
WHEN (SELECT State FROM Emails WHERE Key = OLD.Email) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the message of an email is kept as it was sent'); END;
CREATE TRIGGER EmailMessagesAreKept BEFORE DELETE ON EmailMessages
WHEN (SELECT State FROM Emails WHERE Key = OLD.Email) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the message of an email is kept as it was sent'); END;
";

#[cfg(test)]
mod tests {
    use crate::connection;
    use crate::place::Place;
    use crate::schema::{APPLICATION_ID, STEPS, version};
    use books::Key;
    use rusqlite::{Connection, params};

    #[test]
    fn a_file_of_version_1_climbs_to_this_one_with_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.sqlite");
        let old = Connection::open(&path).unwrap();
        old.pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        old.execute_batch(STEPS[0]).unwrap();
        old.pragma_update(None, "user_version", 1).unwrap();
        old.execute(
            "INSERT INTO Objects (Key, ContentType, Content) VALUES (?, ?, ?)",
            params![[1_u8; 16], [2_u8; 16], b"content"],
        )
        .unwrap();
        drop(old);
        let place = Place::new(Key::NIL, path);
        connection::look_at_header(&place).unwrap();
        let climbed = connection::open_writer(&place).unwrap();
        let number = |sql: &str| {
            climbed
                .query_one(sql, [], |row| row.get::<_, i32>(0))
                .unwrap()
        };
        assert_eq!(number("PRAGMA user_version"), version());
        assert_eq!(number("SELECT count(*) FROM Objects"), 1);
        assert_eq!(number("SELECT count(*) FROM Emails"), 0);
        drop(climbed);
        // Opening it again climbs nothing.
        connection::open_writer(&place).unwrap();
    }
}
