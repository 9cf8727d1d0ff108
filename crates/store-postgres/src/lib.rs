//! Keeps businesses of many subscribers in one PostgreSQL database; for Cloud.
//!
//! - `database`, `connection`, `line`, `pulse`, `tls`: the pool of connections, how answers are
//!   waited for and for how long, who connects and how, and the tables' versions.
//! - `postgres_store`, `postgres_business`, `building`: the businesses of one subscriber, one of
//!   them, one in the making.
//! - `session`: reading and writing the rows, the same code for all three.
//! - `doubt`: what came of a transaction whose end was not answered.
//! - `objects`: bytes of attachments in object storage, and the sweep of those nobody needs.
//! - `users_rows`, `catalog_rows`, `vault_rows`: users, catalogue and sealed secrets of one.
//! - `subscriber_rows`, `job_rows`: who they are, and who does what goes by itself.
//! - `errand_rows`, `download_rows`, `erasure_rows`: what members ask of the portal, what they take
//!   along there, and all rows of one going.
//! - `values`: keys, days and amounts as PostgreSQL's types.
//!
//! Every transaction says for which subscriber it works, and the database itself shows and takes
//! no row of another (docs/SPEC-cloud.md, 2). What keeping data means is said by crate `store`;
//! its contract tests run here against a real server.

mod building;
mod catalog_rows;
mod connection;
mod database;
mod doubt;
mod download_rows;
mod erasure_rows;
mod errand_rows;
mod job_rows;
mod lease;
mod line;
mod objects;
mod place;
mod postgres_business;
mod postgres_store;
mod pulse;
mod session;
mod subscriber_rows;
mod tls;
mod users_rows;
mod values;
mod vault_rows;

pub use catalog_rows::CatalogRows;
pub use database::{Database, Settings, prepare};
pub use download_rows::{Download, DownloadRows};
pub use erasure_rows::ErasureRows;
pub use errand_rows::{ErrandRows, HeldErrand};
pub use job_rows::{HELD_S, HeldJob, JobKind, JobRows};
pub use postgres_store::PostgresStore;
pub use subscriber_rows::{EventTaken, SubscriberRows};
pub use users_rows::UsersRows;
pub use vault_rows::VaultRows;
