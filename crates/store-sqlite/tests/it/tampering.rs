//! The trail against SQL, through a connection like the program's own.

use crate::ground::{BUSINESS, Folder, create, put};
use rusqlite::Connection;
use store::BusinessStore;
use store::contract::followed_trail;

#[test]
fn the_trail_cannot_be_updated_deleted_or_replaced_through_sql() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);
    for number in 10..13 {
        put(business.as_ref(), number, b"x").unwrap();
    }
    let columns = "Key, Installation, CommitKey, InstantSeconds, InstantNanoseconds, Zone,
        OffsetSeconds, UserKey, UserName, ProgramVersion, Action, Object, ContentTypeBefore,
        ContentTypeAfter, Title, Facts, PreviousHash, Hash, ContentBefore, ContentAfter";
    let copied = columns.replacen("Key", "randomblob(16)", 1);
    let sql = Connection::open(folder.file()).unwrap();
    for attempt in [
        "UPDATE History SET UserName = 'nobody'".to_owned(),
        "UPDATE History SET Sequence = Sequence + 10 WHERE Sequence = 4".to_owned(),
        "DELETE FROM History".to_owned(),
        "DELETE FROM History WHERE Sequence = 4".to_owned(),
        format!(
            "INSERT OR REPLACE INTO History (Sequence, {columns}) SELECT 2, {copied} FROM History WHERE Sequence = 3"
        ),
        format!(
            "INSERT OR REPLACE INTO History (Sequence, {columns}) SELECT 5, {columns} FROM History WHERE Sequence = 3"
        ),
        format!(
            "INSERT INTO History (Sequence, {columns}) SELECT 9, {copied} FROM History WHERE Sequence = 3"
        ),
    ] {
        let error = sql.execute_batch(&attempt).unwrap_err().to_string();
        assert!(
            error.contains("history is append-only"),
            "{attempt}: {error}"
        );
    }
    let reader = business.read().unwrap();
    assert_eq!(followed_trail(reader.as_ref()).unwrap().sequence, 4);
}

#[test]
fn an_edit_past_the_triggers_is_shown_by_the_chain() {
    let folder = Folder::new();
    let store = folder.store();
    put(create(&store).as_ref(), 10, b"x").unwrap();
    Connection::open(folder.file())
        .unwrap()
        .execute_batch(
            "DROP TRIGGER HistoryIsNotUpdated; UPDATE History SET Title = 'x' WHERE Sequence = 1;",
        )
        .unwrap();
    let business = store.open(BUSINESS).unwrap();
    let found = followed_trail(business.read().unwrap().as_ref()).unwrap_err();
    assert_eq!(found.to_string(), "history entry 1 was altered");
}

#[test]
fn bytes_of_an_attachment_that_changed_on_the_disk_are_not_handed_out() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);
    business
        .write(&mut |unit| {
            unit.put_blob(
                crate::ground::key(5),
                None,
                None,
                &mut b"receipt".as_slice(),
            )
            .map(drop)
        })
        .unwrap();
    Connection::open(folder.file())
        .unwrap()
        .execute_batch("UPDATE BlobChunks SET Bytes = X'72656365697075'")
        .unwrap();
    let reader = business.read().unwrap();
    let outcome = reader.copy_blob(crate::ground::key(5), &mut Vec::new());
    assert_eq!(outcome.unwrap_err().code(), "stored-business-damaged");
}
