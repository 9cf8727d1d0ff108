//! The step of the ladder that brings kept postings.

use rusqlite::Connection;

/// Derived and disposable (SPEC-posting.md, 15): `PostedMark` says what they reflect.
///
/// `PostedKeys` gives keys small numbers, because every posting names a dozen of them. Dates are
/// written as the number 20261231. Amounts and quantities are decimals in writing, which keep
/// every digit; they are summed by us and not by the database. `PostingSums` holds the sums by
/// month. A description that is that of the document is null. `TaxRole` is
/// `session/postings/values.rs`'s.
pub const TABLES: &str = "
CREATE TABLE PostedMark (
    Number INTEGER PRIMARY KEY CHECK (Number = 1),
    Sequence INTEGER NOT NULL,
    Rules TEXT NOT NULL,
    Earliest INTEGER
) STRICT;
CREATE TABLE PostedKeys (
    Number INTEGER PRIMARY KEY NOT NULL,
    Key BLOB NOT NULL UNIQUE CHECK (length(Key) = 16)
) STRICT;
CREATE TABLE PostedDocuments (
    Document INTEGER PRIMARY KEY NOT NULL REFERENCES PostedKeys (Number),
    HasHead INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Date INTEGER,
    DueDate INTEGER,
    Reference TEXT NOT NULL,
    Contact INTEGER,
    BankAccount INTEGER,
    Description TEXT NOT NULL,
    Currency INTEGER,
    Total TEXT
) STRICT;
CREATE TABLE PostedNames (
    Named INTEGER NOT NULL,
    Document INTEGER NOT NULL,
    PRIMARY KEY (Named, Document)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostedReasons (
    Document INTEGER NOT NULL,
    Position INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Date INTEGER,
    Line INTEGER,
    Code TEXT NOT NULL,
    Arguments TEXT NOT NULL,
    Amount TEXT NOT NULL,
    PRIMARY KEY (Document, Position)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostedCosts (
    Item INTEGER NOT NULL,
    Date INTEGER NOT NULL,
    Cost TEXT NOT NULL,
    PRIMARY KEY (Item, Date)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostedItems (
    Item INTEGER PRIMARY KEY NOT NULL,
    ValuedUntil INTEGER NOT NULL
) STRICT;
CREATE TABLE Postings (
    Document INTEGER NOT NULL,
    Position INTEGER NOT NULL,
    Date INTEGER NOT NULL,
    Account INTEGER NOT NULL,
    Subledger INTEGER,
    Amount TEXT NOT NULL,
    Currency INTEGER,
    OwnAmount TEXT,
    Line INTEGER,
    Description TEXT,
    Contact INTEGER,
    Invoice INTEGER,
    TaxCode INTEGER,
    TaxRole INTEGER,
    Quantity TEXT,
    Division INTEGER,
    PRIMARY KEY (Document, Position)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostingSums (
    Account INTEGER NOT NULL,
    Subledger INTEGER NOT NULL,
    Currency INTEGER NOT NULL,
    Month INTEGER NOT NULL,
    PostingsCount INTEGER NOT NULL,
    Amount TEXT NOT NULL,
    OwnAmount TEXT NOT NULL,
    Quantity TEXT NOT NULL,
    PRIMARY KEY (Account, Subledger, Currency, Month)
) STRICT, WITHOUT ROWID;
";

/// The indexes of these tables, by name. They are no part of the ladder: filling all tables anew
/// takes them away and makes them again, which is much quicker, and a file without one gets it
/// when it is opened.
pub const INDEXES: [(&str, &str); 10] = [
    (
        "PostedDocumentsByKind",
        "CREATE INDEX PostedDocumentsByKind ON PostedDocuments (Kind, Date, Number, HasHead)",
    ),
    (
        "PostedDocumentsByContact",
        "CREATE INDEX PostedDocumentsByContact ON PostedDocuments (Contact, Kind, Date) WHERE Contact IS NOT NULL",
    ),
    (
        "PostedNamesByDocument",
        "CREATE INDEX PostedNamesByDocument ON PostedNames (Document)",
    ),
    (
        "PostingsByAccount",
        "CREATE INDEX PostingsByAccount ON Postings (Account, Date, Subledger, Invoice, Currency, Amount, OwnAmount)",
    ),
    (
        "PostingsByDate",
        "CREATE INDEX PostingsByDate ON Postings (Date)",
    ),
    (
        "PostingsBySubledger",
        "CREATE INDEX PostingsBySubledger ON Postings (Subledger, Date) WHERE Subledger IS NOT NULL",
    ),
    (
        "PostingsByInvoice",
        "CREATE INDEX PostingsByInvoice ON Postings (Invoice) WHERE Invoice IS NOT NULL",
    ),
    (
        "PostingsByTaxCode",
        "CREATE INDEX PostingsByTaxCode ON Postings (TaxCode, Date) WHERE TaxCode IS NOT NULL",
    ),
    (
        "PostingSumsOfAllTime",
        "CREATE INDEX PostingSumsOfAllTime ON PostingSums (Subledger) WHERE Month = 0",
    ),
    (
        "PostedSettledThatIsOpen",
        "CREATE INDEX PostedSettledThatIsOpen ON PostedSettled (Owed, Contact) WHERE IsOpen",
    ),
];

/// Makes the indexes that are not there.
pub fn make_indexes(connection: &Connection) -> rusqlite::Result<()> {
    for (name, sql) in INDEXES {
        let is_there = connection
            .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?")?
            .exists([name])?;
        if !is_there {
            connection.execute_batch(sql)?;
        }
    }
    Ok(())
}

/// Makes all indexes over full tables: SQLite reads rows while a thread beside it sorts those that
/// it has read.
pub fn make_all_indexes(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "threads", SORTING_THREADS)?;
    let made = make_indexes(connection);
    connection.pragma_update(None, "threads", 0)?;
    made
}

/// Threads that sort beside the one that asks.
const SORTING_THREADS: i64 = 1;

/// Takes the indexes away.
pub fn drop_indexes(connection: &Connection) -> rusqlite::Result<()> {
    for (name, _) in INDEXES {
        connection.execute_batch(&format!("DROP INDEX IF EXISTS {name}"))?;
    }
    Ok(())
}
