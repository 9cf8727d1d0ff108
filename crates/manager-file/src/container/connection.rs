//! A connection that expects the worst of the database it reads: nothing in the file can make it
//! write, run long, call a function or open another file.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Limits, Refusal};

/// Steps of SQLite's machine between two looks at the clock.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;
/// Functions that our own statements use.
const FUNCTIONS: [&str; 3] = ["count", "length", "typeof"];
/// Pragmas that our own statements use.
const PRAGMAS: [&str; 2] = ["integrity_check", "table_xinfo"];

/// Switches of a connection and how they must stand.
const SWITCHES: [(DbConfig, bool); 8] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
];

/// Pragmas of a connection and how they must stand.
const SETTINGS: [(&str, i64); 4] = [
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("query_only", 1),
    ("ignore_check_constraints", 1),
];

/// Bounds of a connection besides the length of a value.
const BOUNDS: [(Limit, i32); 7] = [
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 10),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
    (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 0),
];

/// When the statements that run now must have ended; none while rows are being read, whose time
/// depends on what the reader does with them.
#[derive(Clone, Default)]
pub(super) struct Deadline(Arc<Mutex<Option<Instant>>>);

impl Deadline {
    /// Statements must end within this time from now.
    pub(super) fn set(&self, time: Duration) {
        self.store(Instant::now().checked_add(time));
    }

    /// Statements may take as long as they need.
    pub(super) fn lift(&self) {
        self.store(None);
    }

    fn store(&self, end: Option<Instant>) {
        if let Ok(mut held) = self.0.lock() {
            *held = end;
        }
    }

    fn passed(&self) -> bool {
        // A clock that cannot be read stops the statement: the safe side.
        self.0
            .lock()
            .map_or(true, |end| end.is_some_and(|end| Instant::now() >= end))
    }
}

/// Opens the private copy.
pub(super) fn open(
    copy: &Path,
    bytes_count: u64,
    limits: &Limits,
) -> Result<(Connection, Deadline), Refusal> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let uri = immutable_uri(copy)?;
    let mut connection =
        Connection::open_with_flags(uri, flags).map_err(|e| refusal_of(&e, limits))?;
    let deadline = Deadline::default();
    deadline.set(limits.check_time_for(bytes_count));
    harden(&connection, limits)
        .and_then(|()| guard(&mut connection, deadline.clone()))
        .map_err(|e| refusal_of(&e, limits))?;
    Ok((connection, deadline))
}

fn harden(connection: &Connection, limits: &Limits) -> rusqlite::Result<()> {
    for (bound, value) in BOUNDS {
        connection.set_limit(bound, value)?;
    }
    let value_bytes = i32::try_from(limits.value_bytes_max).unwrap_or(i32::MAX);
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, value_bytes)?;
    for (switch, value) in SWITCHES {
        connection.set_db_config(switch, value)?;
    }
    for (setting, value) in SETTINGS {
        connection.pragma_update(None, setting, value)?;
    }
    Ok(())
}

fn guard(connection: &mut Connection, deadline: Deadline) -> rusqlite::Result<()> {
    connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || deadline.passed()))?;
    connection.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Select | AuthAction::Read { .. } => Authorization::Allow,
        AuthAction::Function { function_name } if FUNCTIONS.contains(&function_name) => {
            Authorization::Allow
        }
        AuthAction::Pragma { pragma_name, .. } if PRAGMAS.contains(&pragma_name) => {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }))
}

/// The path as a URI that says that nobody changes the file; every byte but the plainest is
/// percent-encoded.
fn immutable_uri(path: &Path) -> Result<String, Refusal> {
    let text = path
        .to_str()
        .ok_or_else(|| Refusal::Scratch("the name of the folder is not Unicode".to_owned()))?;
    let mut uri = String::from("file:");
    // On Windows a drive letter follows: file:///C:/…
    if !text.starts_with('/') && cfg!(windows) {
        uri.push_str("///");
    }
    for byte in text.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    Ok(uri)
}

/// What an error of SQLite means while a file from outside is read.
pub(super) fn refusal_of(error: &rusqlite::Error, limits: &Limits) -> Refusal {
    match error.sqlite_error_code() {
        Some(ErrorCode::TooBig) => Refusal::TooLarge {
            what: "value-bytes",
            limit: limits.value_bytes_max,
        },
        Some(ErrorCode::OperationInterrupted) => Refusal::TooLarge {
            what: "check-seconds",
            limit: limits.check_time.as_secs(),
        },
        Some(ErrorCode::DiskFull) => Refusal::DiskFull,
        Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => {
            Refusal::Scratch(error.to_string())
        }
        _ => Refusal::Damaged(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_reads_back_as_it_was_set() {
        let connection = Connection::open_in_memory().unwrap();
        let limits = Limits::default();
        harden(&connection, &limits).unwrap();
        for (switch, value) in SWITCHES {
            assert_eq!(connection.db_config(switch).unwrap(), value, "{switch:?}");
        }
        for (bound, value) in BOUNDS {
            assert_eq!(connection.limit(bound).unwrap(), value, "{bound:?}");
        }
        let length = connection.limit(Limit::SQLITE_LIMIT_LENGTH).unwrap();
        assert_eq!(u64::try_from(length).unwrap(), limits.value_bytes_max);
        for (setting, value) in SETTINGS {
            // A database in memory has no mapping to switch off and answers nothing.
            let found = connection.pragma_query_value(None, setting, |row| row.get::<_, i64>(0));
            assert_eq!(found.unwrap_or(0), value, "{setting}");
        }
    }

    #[test]
    fn the_guard_lets_nothing_through_but_reading() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE t (a)").unwrap();
        guard(&mut connection, Deadline::default()).unwrap();
        for allowed in [
            "SELECT count(*), length(a), typeof(a) FROM t",
            "PRAGMA integrity_check(1)",
            "PRAGMA table_xinfo('t')",
        ] {
            assert!(connection.prepare(allowed).is_ok(), "{allowed}");
        }
        for denied in [
            "INSERT INTO t VALUES (1)",
            "ATTACH 'x' AS x",
            "PRAGMA query_only = 0",
            "PRAGMA writable_schema = 1",
            "SELECT load_extension('x')",
            "SELECT randomblob(9)",
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r) SELECT n FROM r",
            "CREATE TEMP TABLE u (b)",
            "VACUUM INTO 'x'",
        ] {
            assert!(connection.execute_batch(denied).is_err(), "{denied}");
        }
    }

    #[test]
    fn a_deadline_stops_a_statement() {
        let mut connection = Connection::open_in_memory().unwrap();
        let deadline = Deadline::default();
        let handler = deadline.clone();
        connection
            .progress_handler(100, Some(move || handler.passed()))
            .unwrap();
        let endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r)
                       SELECT count(*) FROM r";
        deadline.set(Duration::from_millis(20));
        let error = connection.query_row(endless, [], |_| Ok(())).unwrap_err();
        assert_eq!(
            error.sqlite_error_code(),
            Some(ErrorCode::OperationInterrupted)
        );
    }

    #[test]
    fn odd_characters_of_a_path_are_encoded() {
        let uri = immutable_uri(Path::new("/tmp/a?b#c%d ব.x")).unwrap();
        assert_eq!(uri, "file:/tmp/a%3Fb%23c%25d%20%E0%A6%AC.x?immutable=1");
    }
}
