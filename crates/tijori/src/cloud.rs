//! The Cloud edition: many subscribers on one database and one object storage, served by any number
//! of nodes that keep nothing (docs/SPEC-cloud.md, 7 to 11).
//!
//! - [`ground`]: what every node stands on; [`keys`], [`safe`]: secrets of subscribers.
//! - [`subscribing`]: somebody becomes a subscriber.
//! - [`office`]: pages, API and users of one subscriber, on this node.
//! - [`front`]: whose office is asked; signing up; what stands where books are closed.
//! - [`door`]: the customer portal over the same rows.
//! - [`letters`]: what the edition writes to users by itself.
//! - [`means`]: what keeping backups needs here; [`worker`]: the work that goes by itself;
//!   [`clerk`]: what members ask of the portal; [`shift`]: how long both work.

mod clerk;
pub mod door;
pub mod front;
pub mod ground;
pub mod keys;
pub mod letters;
mod means;
mod office;
mod safe;
mod scratch;
mod shift;
pub mod subscribing;
mod worker;

pub use clerk::Clerk;
pub use office::Offices;
pub use worker::Workers;

use catalog::Trouble;
use store::StoreError;
use users::UsersError;

/// The key of a subscriber as the catalogue writes it.
pub use backup::{books_key, catalog_key};

/// An error of the store as the code and facts of a sentence.
pub fn trouble_of_store(error: &StoreError) -> Trouble {
    Trouble::new(error.code(), error.arguments())
}

/// An error of the users as the code and facts of a sentence.
pub fn trouble_of_users(error: &UsersError) -> Trouble {
    Trouble::new(error.code(), error.arguments())
}
