//! The tables of the format with their documented columns (SPEC-manager-file.md, "Tables").
//!
//! Columns that a file has beyond these are appended by whoever declares the table.

use super::{Column, NewTable};

/// Name of the index that the other program makes on `Objects`.
pub(super) const OBJECTS_INDEX: &str = "Objects_ContentType";

/// Name of our own table of the parts of files too long for one value (SPEC-backup.md, 3.6).
pub const BLOB_PARTS: &str = "TijoriBlobParts";

fn key(declared_type: &str) -> Column {
    Column {
        not_null: true,
        primary_key: 1,
        ..Column::new("Key", declared_type)
    }
}

fn table(name: &str, columns: Vec<Column>) -> NewTable {
    NewTable {
        name: name.to_owned(),
        columns,
        without_rowid: false,
    }
}

/// `Objects`: the records.
pub fn objects() -> NewTable {
    table(
        "Objects",
        vec![
            key("varchar(36)"),
            Column::new("ContentType", "varchar(36)"),
            Column::new("Content", "blob"),
            Column::new("Timestamp", "integer"),
        ],
    )
}

/// `Images`: pictures on transactions.
pub fn images() -> NewTable {
    table(
        "Images",
        vec![
            key("varchar(36)"),
            Column::new("ContentType", "varchar"),
            Column::new("Content", "blob"),
            Column::new("Timestamp", "integer"),
        ],
    )
}

/// `Blobs`: the bytes of attachments.
pub fn blobs() -> NewTable {
    table(
        "Blobs",
        vec![
            key("TEXT"),
            Column::new("Name", "TEXT"),
            Column::new("ContentType", "TEXT"),
            Column::new("Content", "BLOB"),
        ],
    )
}

/// `TijoriBlobParts`: the bytes of attachments too long for one value.
pub fn blob_parts() -> NewTable {
    let position = Column {
        primary_key: 2,
        not_null: true,
        ..Column::new("Position", "INTEGER")
    };
    let content = Column::new("Content", "BLOB");
    table(BLOB_PARTS, vec![key("TEXT"), position, content])
}

/// `Changes`: the trail of changes.
pub fn changes() -> NewTable {
    table(
        "Changes",
        vec![
            key("TEXT"),
            Column::new("Commit", "TEXT"),
            Column::new("Object", "TEXT"),
            Column::new("User", "TEXT"),
            Column::new("Timestamp", "INTEGER"),
            Column::new("ContentTypeBefore", "TEXT"),
            Column::new("ContentTypeAfter", "TEXT"),
            Column::new("ContentBefore", "BLOB"),
            Column::new("ContentAfter", "BLOB"),
        ],
    )
}

/// All of them.
pub(super) fn all() -> [NewTable; 4] {
    [objects(), images(), blobs(), changes()]
}
