//! The database: who connects, how many connections there are, and which tables it must have.

use crate::connection::Connector;
use crate::line::Fault;
use crate::pulse::Pulse;
use crate::tls::Call;
use catalog::BlobStore;
use r2d2::{Pool, PooledConnection};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use store::StoreError;

mod migrations {
    refinery::embed_migrations!("migrations");
}

/// Whether whoever is connected may pass over the rules of the tables, and who that is. A member of
/// a role can act as that role whenever it likes, and the owner of a table can take its rules away.
const PASSES_OVER: &str = "SELECT EXISTS (
        SELECT 1 FROM pg_roles r WHERE (r.rolsuper OR r.rolbypassrls)
            AND pg_has_role(current_user, r.oid, 'MEMBER'))
    OR EXISTS (
        SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')),
    current_user::text";

/// How the program connects.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address, role and database, as `postgresql://tijori@localhost/tijori`; over TLS as
    /// `postgresql://tijori@db.example.com/tijori?sslmode=verify-full` (docs/SPEC-cloud.md, 2.13).
    pub url: String,
    /// Connections that are open at the same time, at most. Each reader and each unit of work
    /// needs one for as long as it lasts; a business being brought in needs one for minutes.
    pub connections_count_max: u32,
    /// How long a caller waits for a connection before it is told that there is none.
    pub wait: Duration,
    /// A folder for private temporary files, emptied by nobody but this program.
    pub scratch: PathBuf,
}

/// The pool of connections to one database.
#[derive(Clone)]
pub struct Database {
    pool: Pool<Connector>,
    pulse: Pulse,
    scratch: PathBuf,
    objects: Option<Arc<dyn BlobStore>>,
}

impl Database {
    /// Connects, and sees that the tables are those of this program and that the role is one that
    /// the rules of the tables hold for.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] when nobody answers; [`StoreError::Engine`] when the address is
    /// none, the role may pass over the rules, or the tables are of another version.
    pub fn open(settings: &Settings) -> Result<Self, StoreError> {
        let call = Call::read(&settings.url)?;
        let pulse = Pulse::of(call.clone());
        let connector = Connector {
            call,
            pulse: pulse.clone(),
        };
        let pool = Pool::builder()
            .max_size(settings.connections_count_max)
            .min_idle(Some(0))
            .connection_timeout(settings.wait)
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build(connector)
            .map_err(|error| unreachable(&error))?;
        let database = Self {
            pool,
            pulse,
            scratch: settings.scratch.clone(),
            objects: None,
        };
        database.check()?;
        Ok(database)
    }

    /// The same database, with the bytes of attachments in this place from now on
    /// (docs/SPEC-cloud.md, 2.10).
    #[must_use]
    pub fn with_objects(self, objects: Arc<dyn BlobStore>) -> Self {
        Self {
            objects: Some(objects),
            ..self
        }
    }

    /// Where the bytes of attachments lie, where that is not the database.
    pub(crate) fn objects(&self) -> Option<&Arc<dyn BlobStore>> {
        self.objects.as_ref()
    }

    /// A folder for private temporary files.
    pub fn scratch(&self) -> &std::path::Path {
        &self.scratch
    }

    /// A connection of the pool. Where nobody answered last, it is found out first whether somebody
    /// does now: whoever comes then does not wait for the pool too.
    pub fn connection(&self) -> Result<PooledConnection<Connector>, StoreError> {
        if self.pulse.is_lost() {
            return Err(StoreError::Unreachable {
                reason: Fault::Silent.to_string(),
            });
        }
        self.pool.get().map_err(|error| unreachable(&error))
    }

    fn check(&self) -> Result<(), StoreError> {
        let mut connection = self.connection()?;
        let fault = crate::place::fault("look at the database");
        let rows = connection.query(PASSES_OVER, &[]).map_err(&fault)?;
        let row = rows.first();
        if row.is_none_or(|row| row.get::<_, bool>(0)) {
            let role: String = row.map_or_else(String::new, |row| row.get(1));
            return Err(StoreError::engine(
                format!("the database role {role} is not used"),
                "it may pass over the rules that keep subscribers apart; connect as a role without \
                 SUPERUSER and BYPASSRLS that owns no table and is no member of a role of that \
                 kind",
            ));
        }
        let found = connection
            .query(
                "SELECT coalesce(max(version), 0) FROM refinery_schema_history",
                &[],
            )
            .map_err(&fault)?;
        let found: i32 = found.first().map_or(0, |row| row.get(0));
        match found {
            found if found == version() => Ok(()),
            found => Err(StoreError::engine(
                "the tables of the database cannot be used",
                format!(
                    "they are of version {found} and this program needs {}; run `tijori cloud \
                     prepare` with this program",
                    version()
                ),
            )),
        }
    }
}

/// The version of the tables that this program needs.
fn version() -> i32 {
    migrations::migrations::runner()
        .get_migrations()
        .iter()
        .map(refinery::Migration::version)
        .max()
        .unwrap_or(0)
}

/// Brings the tables up to this program's version, as their owner, and lets `role` use them.
///
/// # Errors
/// When nobody answers, or a step fails; the steps before it stay done.
pub fn prepare(url: &str, role: &str) -> Result<(), StoreError> {
    let fault = crate::place::fault("prepare the database");
    let mut client = Call::read(url)?
        .connect_owner()
        .map_err(|error| crate::tls::unreachable(&error))?;
    migrations::migrations::runner()
        .run(&mut client)
        .map_err(|error| StoreError::engine("prepare the database", error))?;
    let quoted = format!("\"{}\"", role.replace('"', "\"\""));
    client
        .batch_execute(&format!(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted};
             GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quoted};
             REVOKE INSERT, UPDATE, DELETE ON refinery_schema_history FROM {quoted};
             REVOKE UPDATE, DELETE ON history FROM {quoted};
             REVOKE UPDATE ON billing_events FROM {quoted};
             GRANT EXECUTE ON FUNCTION subscriber_named(text), subscriber_billed(text),
                 subscriber_keys(uuid, integer), take_job(uuid, integer),
                 is_being_erased(uuid), take_errand(uuid, integer), erasable_tables(),
                 erase_rows(text), finish_erasure(), erasure_receipt(text) TO {quoted};
             REVOKE ALL ON erasure_receipts, erasure_receipt_counts FROM {quoted};"
        ))
        .map_err(|error| fault(error.into()))
}

fn unreachable(error: &r2d2::Error) -> StoreError {
    StoreError::Unreachable {
        reason: error.to_string(),
    }
}
