//! The step of the ladder that brings what settles what, and the counts of records.

/// Derived and disposable, as the tables of kept postings: what was kept before is let go of and
/// made again, with the new tables, when the business is next opened.
///
/// `Owed` is 0 for customers and 1 for suppliers. `PostedSettled` has a row for each invoice under
/// a customer or supplier, `PostedUnallocated` what settles none. `PostedListSums` holds, by kind
/// and currency (0 for none), what its documents come to (`Measure` 0), what of them is open (1),
/// and, without currency, how many there are (2). `PostingSums` has from now on, as month 0,
/// the sums of all time. `PostedDocuments.Number` is the number at the end of the reference, by
/// which documents of one day are listed. `ObjectCounts` follows every change of a record by
/// itself.
pub const TABLES: &str = "
DELETE FROM PostedMark;
DELETE FROM PostingSums;
ALTER TABLE PostedDocuments ADD COLUMN Number INTEGER;
DROP INDEX IF EXISTS PostedDocumentsByKind;
CREATE TABLE PostedSettled (
    Owed INTEGER NOT NULL,
    Contact INTEGER NOT NULL,
    Invoice INTEGER NOT NULL,
    Account INTEGER NOT NULL,
    Date INTEGER NOT NULL,
    DueDate INTEGER,
    Reference TEXT NOT NULL,
    IsHeaded INTEGER NOT NULL,
    Currency INTEGER,
    Total TEXT NOT NULL,
    TotalBase TEXT NOT NULL,
    Open TEXT NOT NULL,
    OpenBase TEXT NOT NULL,
    IsOpen INTEGER NOT NULL,
    PRIMARY KEY (Owed, Contact, Invoice)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostedUnallocated (
    Owed INTEGER NOT NULL,
    Contact INTEGER NOT NULL,
    Position INTEGER NOT NULL,
    Document INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Account INTEGER NOT NULL,
    Date INTEGER NOT NULL,
    Currency INTEGER,
    Amount TEXT NOT NULL,
    Base TEXT NOT NULL,
    PRIMARY KEY (Owed, Contact, Position)
) STRICT, WITHOUT ROWID;
CREATE TABLE PostedListSums (
    Kind INTEGER NOT NULL,
    Measure INTEGER NOT NULL,
    Currency INTEGER NOT NULL,
    Count INTEGER NOT NULL,
    Amount TEXT NOT NULL,
    PRIMARY KEY (Kind, Measure, Currency)
) STRICT, WITHOUT ROWID;
CREATE TABLE ObjectCounts (
    ContentType BLOB PRIMARY KEY NOT NULL CHECK (length(ContentType) = 16),
    Count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO ObjectCounts (ContentType, Count)
    SELECT ContentType, count(*) FROM Objects GROUP BY ContentType;
CREATE TRIGGER ObjectIsCountedIn AFTER INSERT ON Objects
BEGIN
    INSERT INTO ObjectCounts (ContentType, Count) VALUES (NEW.ContentType, 1)
        ON CONFLICT (ContentType) DO UPDATE SET Count = Count + 1;
END;
CREATE TRIGGER ObjectIsCountedOut AFTER DELETE ON Objects
BEGIN
    UPDATE ObjectCounts SET Count = Count - 1 WHERE ContentType = OLD.ContentType;
END;
CREATE TRIGGER ObjectIsCountedAnew AFTER UPDATE OF ContentType ON Objects
WHEN OLD.ContentType <> NEW.ContentType
BEGIN
    UPDATE ObjectCounts SET Count = Count - 1 WHERE ContentType = OLD.ContentType;
    INSERT INTO ObjectCounts (ContentType, Count) VALUES (NEW.ContentType, 1)
        ON CONFLICT (ContentType) DO UPDATE SET Count = Count + 1;
END;
";
