//! One connection to the database, with the statements that were prepared on it.

use crate::place::told;
use crate::tls::Call;
use postgres::types::ToSql;
use postgres::{Client, Error, Row, Statement};
use std::collections::HashMap;
use std::time::Duration;

/// How long a connection that lay idle may take to answer before it is thrown away.
const ANSWER_WAIT: Duration = Duration::from_secs(2);
/// Statements prepared on one connection; with more, all are let go of and prepared again.
const STATEMENTS_COUNT_MAX: usize = 256;

/// Values of a statement, by reference.
pub type Values<'v> = &'v [&'v (dyn ToSql + Sync)];

/// A connection of the pool.
pub struct Connection {
    client: Client,
    statements: HashMap<String, Statement>,
    /// Whether a transaction could not be ended on it: it is not used again.
    is_spoiled: bool,
}

impl Connection {
    /// The rows of a statement, prepared once for each connection.
    pub fn query(&mut self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Error> {
        let statement = self.statement(sql)?;
        self.client.query(&statement, values)
    }

    /// Does a statement; how many rows it changed.
    pub fn execute(&mut self, sql: &str, values: Values<'_>) -> Result<u64, Error> {
        let statement = self.statement(sql)?;
        self.client.execute(&statement, values)
    }

    /// Does a statement whose text is never the same twice.
    pub fn execute_once(&mut self, sql: &str, values: Values<'_>) -> Result<u64, Error> {
        self.client.execute(sql, values)
    }

    /// The rows of a statement whose text is never the same twice.
    pub fn query_once(&mut self, sql: &str) -> Result<Vec<Row>, Error> {
        self.client.query(sql, &[])
    }

    /// Does statements without values.
    pub fn batch(&mut self, sql: &str) -> Result<(), Error> {
        self.client.batch_execute(sql)
    }

    /// Ends whatever transaction is open; a connection on which that fails is not used again.
    pub fn roll_back(&mut self) {
        if self.client.batch_execute("ROLLBACK").is_err() {
            self.is_spoiled = true;
        }
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS_COUNT_MAX {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

/// Makes connections for the pool, and says which are good.
pub struct Connector(pub Call);

/// Why a connection could not be made or used, with what lies below it: whether it was the network,
/// the password, or the certificate stands only there.
#[derive(Debug, thiserror::Error)]
#[error("{}", told(.0))]
pub struct Fault(#[from] Error);

impl r2d2::ManageConnection for Connector {
    type Connection = Connection;
    type Error = Fault;

    fn connect(&self) -> Result<Connection, Fault> {
        Ok(Connection {
            client: self.0.connect()?,
            statements: HashMap::new(),
            is_spoiled: false,
        })
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), Fault> {
        Ok(connection.client.is_valid(ANSWER_WAIT)?)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_spoiled || connection.client.is_closed()
    }
}
