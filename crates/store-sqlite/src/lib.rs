//! Keeps each business in one SQLite file; the default, for Desktop and Server.
//!
//! A data folder holds `businesses/<key>.sqlite`, `trash/<key>.<when>.sqlite`, `scratch/` and the
//! lock file `.tijori.lock`. [`SqliteStore`] owns the folder; nobody else opens it meanwhile.
//!
//! - `folder`, `lock`, `sharing`: the folder, who may have it, who else has their hands on it, and
//!   what a crash left in it.
//! - `schema`, `connection`: the tables of one file, and how it is opened.
//! - `sqlite_store`, `sqlite_business`, `building`: the businesses, one of them, one in the making.
//! - `catalog_file`: the catalogue of kept backups, in a file of its own.
//! - `session`: reading and writing the rows, the same code for all three.
//!
//! What keeping data means is said by crate `store`; its contract tests run here.

mod building;
mod catalog_file;
mod connection;
mod folder;
mod heads;
mod lock;
mod place;
mod schema;
mod session;
mod sharing;
mod sqlite_business;
mod sqlite_store;
mod summary;
mod users_file;

pub use catalog_file::SqliteCatalog;
pub use sharing::{Sharer, sharer_of};
pub use sqlite_store::SqliteStore;
pub use users_file::UsersFile;
