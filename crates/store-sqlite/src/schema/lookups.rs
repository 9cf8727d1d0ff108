//! The step of the ladder that brings what is looked up about attachments.

/// Derived and disposable: `Lookups` names what is complete, and what is not named there is made
/// again when the business is opened (`session/lookups.rs`). An owner of zeros means none.
pub const TABLES: &str = "
CREATE TABLE Lookups (
    Name TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE AttachmentOwners (
    Owner BLOB NOT NULL CHECK (length(Owner) = 16),
    Attachment BLOB NOT NULL CHECK (length(Attachment) = 16),
    PRIMARY KEY (Owner, Attachment)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX AttachmentOwnersByAttachment ON AttachmentOwners (Attachment);
CREATE TABLE ImageRows (
    Key BLOB PRIMARY KEY NOT NULL CHECK (length(Key) = 16),
    Position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

#[cfg(test)]
mod tests {
    use crate::connection;
    use crate::place::Place;
    use crate::schema::{APPLICATION_ID, STEPS, version};
    use books::{Key, kinds};
    use rusqlite::{Connection, params};

    /// Field 6 of an attachment that names the key of sixteen bytes 7.
    const CONTENT: [u8; 20] = [
        0x32, 18, 0x09, 7, 7, 7, 7, 7, 7, 7, 7, 0x11, 7, 7, 7, 7, 7, 7, 7, 7,
    ];

    fn count(connection: &Connection, sql: &str) -> i32 {
        connection
            .query_one(sql, [], |row| row.get::<_, i32>(0))
            .unwrap()
    }

    #[test]
    fn a_file_of_version_3_climbs_and_its_attachments_are_found_by_owner() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.sqlite");
        let old = Connection::open(&path).unwrap();
        old.pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        for step in STEPS.iter().take(3) {
            old.execute_batch(step).unwrap();
        }
        old.pragma_update(None, "user_version", 3).unwrap();
        let insert = "INSERT INTO Objects (Key, ContentType, Content) VALUES (?, ?, ?)";
        let attachment = kinds::ATTACHMENT;
        for (key, kind, content) in [
            ([1; 16], attachment, CONTENT.as_slice()),
            ([2; 16], attachment, b"garbled".as_slice()),
            ([3; 16], kinds::CUSTOMER, CONTENT.as_slice()),
            (*attachment.as_bytes(), attachment, CONTENT.as_slice()),
        ] {
            old.execute(insert, params![key, kind.as_bytes(), content])
                .unwrap();
        }
        drop(old);
        let place = Place::new(Key::NIL, path);
        let climbed = connection::open_writer(&place).unwrap();
        assert_eq!(count(&climbed, "PRAGMA user_version"), version());
        let owned = "SELECT count(*) FROM AttachmentOwners
            WHERE Owner = x'07070707070707070707070707070707'
                AND Attachment = x'01010101010101010101010101010101'";
        assert_eq!(count(&climbed, owned), 1);
        assert_eq!(count(&climbed, "SELECT count(*) FROM AttachmentOwners"), 2);
        // Thrown away, it is made again.
        climbed
            .execute_batch("DELETE FROM AttachmentOwners; DELETE FROM Lookups;")
            .unwrap();
        drop(climbed);
        let again = connection::open_writer(&place).unwrap();
        assert_eq!(count(&again, "SELECT count(*) FROM AttachmentOwners"), 2);
    }
}
