//! A connection that expects the worst of the database it reads: nothing in the file can make it
//! write, run long, call a function or open another file.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Limits, Refusal};

/// Steps of SQLite's machine between two looks at what is left.
const STEPS_BETWEEN_LOOKS: u16 = 10_000;
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

/// How many looks the statements that run now have left; without end while rows are being read,
/// whose work depends on what the reader does with them.
#[derive(Clone)]
pub(super) struct Allowance(Arc<AtomicU64>);

/// So many that nobody comes to their end.
const WITHOUT_END: u64 = u64::MAX;

impl Allowance {
    /// Statements may take so many steps together.
    fn of(steps: u64) -> Self {
        let looks = steps / u64::from(STEPS_BETWEEN_LOOKS);
        Self(Arc::new(AtomicU64::new(looks.max(1))))
    }

    /// Statements may take as long as they need.
    pub(super) fn lift(&self) {
        self.0.store(WITHOUT_END, Ordering::Relaxed);
    }

    /// Takes one look; whether that was the last.
    fn is_used_up(&self) -> bool {
        let left = self.0.load(Ordering::Relaxed);
        if left != WITHOUT_END {
            self.0.store(left.saturating_sub(1), Ordering::Relaxed);
        }
        left == 0
    }
}

/// Opens the private copy.
pub(super) fn open(
    copy: &Path,
    bytes_count: u64,
    limits: &Limits,
) -> Result<(Connection, Allowance), Refusal> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let uri = immutable_uri(copy)?;
    let mut connection =
        Connection::open_with_flags(uri, flags).map_err(|e| refusal_of(&e, limits))?;
    let allowance = Allowance::of(limits.check_steps_for(bytes_count));
    harden(&connection, limits)
        .and_then(|()| guard(&mut connection, allowance.clone()))
        .map_err(|e| refusal_of(&e, limits))?;
    Ok((connection, allowance))
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

fn guard(connection: &mut Connection, allowance: Allowance) -> rusqlite::Result<()> {
    let steps = i32::from(STEPS_BETWEEN_LOOKS);
    connection.progress_handler(steps, Some(move || allowance.is_used_up()))?;
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
            what: "check-steps",
            limit: limits.check_steps,
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
        guard(&mut connection, Allowance::of(WITHOUT_END)).unwrap();
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
    fn statements_end_with_their_allowance() {
        let mut connection = Connection::open_in_memory().unwrap();
        let allowance = Allowance::of(1_000_000);
        let handler = allowance.clone();
        let looks = Some(move || handler.is_used_up());
        let steps = i32::from(STEPS_BETWEEN_LOOKS);
        connection.progress_handler(steps, looks).unwrap();
        let rows = |count: u32| {
            format!(
                "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r LIMIT {count})
                 SELECT count(*) FROM r"
            )
        };
        assert!(connection.query_row(&rows(1_000), [], |_| Ok(())).is_ok());
        let endless = rows(u32::MAX);
        let error = connection.query_row(&endless, [], |_| Ok(())).unwrap_err();
        let interrupted = Some(ErrorCode::OperationInterrupted);
        assert_eq!(error.sqlite_error_code(), interrupted);
        allowance.lift();
        let many = rows(1_000_000);
        assert!(connection.query_row(&many, [], |_| Ok(())).is_ok());
    }

    /// The smallest rows that a business can have, with the indexes that the other program has:
    /// what an honest file takes stays far below what is allowed.
    #[test]
    fn honest_files_take_a_part_of_what_is_allowed() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE Objects (Key BLOB UNIQUE, ContentType BLOB, Content BLOB, Stamp INT);
                 CREATE INDEX ByType ON Objects (ContentType, Key);
                 WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r LIMIT 60000)
                 INSERT INTO Objects SELECT randomblob(16), x'00', x'', n FROM r;",
            )
            .unwrap();
        let size = |name| {
            let read = connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
            u64::try_from(read.unwrap()).unwrap()
        };
        let bytes_count = size("page_count") * size("page_size");
        let limits = Limits::default();
        let per_mib = limits.check_steps_for(bytes_count) - limits.check_steps;
        let allowance = Allowance::of(per_mib / 2);
        connection
            .progress_handler(
                i32::from(STEPS_BETWEEN_LOOKS),
                Some(move || allowance.is_used_up()),
            )
            .unwrap();
        let whole = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
        assert_eq!(whole, Ok("ok".to_owned()));
    }

    #[test]
    fn odd_characters_of_a_path_are_encoded() {
        let uri = immutable_uri(Path::new("/tmp/a?b#c%d ব.x")).unwrap();
        assert_eq!(uri, "file:/tmp/a%3Fb%23c%25d%20%E0%A6%AC.x?immutable=1");
    }
}
