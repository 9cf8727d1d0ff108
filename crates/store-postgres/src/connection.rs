//! One connection to the database, with the statements that were prepared on it.

use crate::line::{Fault, Line};
use crate::pulse::Pulse;
use crate::tls::Call;
use postgres::types::ToSql;
use postgres::{Error, Row, Statement};
use std::collections::HashMap;
use std::time::Duration;
use tokio_postgres::Client;

/// How long a connection that lay idle may take to answer before it is thrown away.
const IDLE_ANSWER_WAIT: Duration = Duration::from_secs(1);
/// Statements prepared on one connection; with more, all are let go of and prepared again.
const STATEMENTS_COUNT_MAX: usize = 256;
/// What the server is told of every connection: it asks by itself whether the node is still there,
/// so that one that died without a word keeps no row locked for hours.
const WATCH: &str = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10;
    SET tcp_keepalives_count = 3";

/// Values of a statement, by reference.
pub type Values<'v> = &'v [&'v (dyn ToSql + Sync)];

/// A connection of the pool.
pub struct Connection {
    /// None once it is of no more use: nobody answered on it, or a transaction could not be ended.
    line: Option<Line>,
    pulse: Pulse,
    statements: HashMap<String, Statement>,
}

impl Connection {
    /// The rows of a statement, prepared once for each connection.
    pub fn query(&mut self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault> {
        let statement = self.statement(sql)?;
        self.ask(async |client| client.query(&statement, values).await)
    }

    /// Does a statement; how many rows it changed.
    pub fn execute(&mut self, sql: &str, values: Values<'_>) -> Result<u64, Fault> {
        let statement = self.statement(sql)?;
        self.ask(async |client| client.execute(&statement, values).await)
    }

    /// Does a statement whose text is never the same twice.
    pub fn execute_once(&mut self, sql: &str, values: Values<'_>) -> Result<u64, Fault> {
        self.ask(async |client| client.execute(sql, values).await)
    }

    /// The rows of a statement whose text is never the same twice.
    pub fn query_once(&mut self, sql: &str) -> Result<Vec<Row>, Fault> {
        self.ask(async |client| client.query(sql, &[]).await)
    }

    /// Does statements without values.
    pub fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.ask(async |client| client.batch_execute(sql).await)
    }

    /// Ends whatever transaction is open; a connection on which that fails is not used again.
    pub fn roll_back(&mut self) {
        if self.batch("ROLLBACK").is_err() {
            self.line = None;
        }
    }

    /// Asks on the line. One on which nobody answers is let go of at once, because an answer that
    /// comes late would be taken for that of the next question.
    fn ask<T>(
        &mut self,
        question: impl AsyncFnOnce(&Client) -> Result<T, Error>,
    ) -> Result<T, Fault> {
        let line = self.line.as_mut().ok_or(Fault::Silent)?;
        let answer = line.ask(&self.pulse, question);
        if matches!(answer, Err(Fault::Silent)) {
            self.line = None;
        }
        answer
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS_COUNT_MAX {
            self.statements.clear();
        }
        let statement = self.ask(async |client| client.prepare(sql).await)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if let Some(line) = self.line.take() {
            line.farewell();
        }
    }
}

/// Makes connections for the pool, and says which are good.
pub struct Connector {
    /// How the database is called.
    pub call: Call,
    /// Whether it is there.
    pub pulse: Pulse,
}

impl r2d2::ManageConnection for Connector {
    type Connection = Connection;
    type Error = Fault;

    fn connect(&self) -> Result<Connection, Fault> {
        let mut connection = Connection {
            line: Some(self.call.connect()?),
            pulse: self.pulse.clone(),
            statements: HashMap::new(),
        };
        connection.batch(WATCH)?;
        Ok(connection)
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), Fault> {
        // A pool of twenty idle connections would be tested one by one, each in vain.
        if self.pulse.is_lost() {
            connection.line = None;
        }
        let line = connection.line.as_mut().ok_or(Fault::Silent)?;
        let answered = line.test(IDLE_ANSWER_WAIT);
        if matches!(answered, Err(Fault::Silent)) {
            connection.line = None;
            self.pulse.is_felt();
        }
        answered
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.line.as_ref().is_none_or(Line::is_closed)
    }
}
