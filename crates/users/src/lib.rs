//! Who may do what: users, passwords, second factors, sessions, roles and access tokens.
//!
//! - [`User`], [`Role`], [`Access`], [`Rights`]: people, and what they were allowed.
//! - [`authorize`]: the one function that decides; it alone makes a [`Permit`].
//! - [`SignIn`]: passwords, second factors, limits on guessing, sessions.
//! - [`Directory`]: where all of it is kept; with the feature `contract`, the tests that every
//!   directory must pass. [`KeptDirectory`] is the one, over what a database gives: a [`cabinet`].
//!
//! Nothing here knows HTTP or a database, and nothing reads a clock: the moment is handed in. The
//! rules are docs/SPEC-users.md.

mod authorize;
pub mod cabinet;
#[cfg(feature = "contract")]
pub mod contract;
mod directory;
mod encoding;
mod error;
mod kept_directory;
mod limits;
mod links;
mod password;
mod random;
mod second_factor;
mod security_log;
mod session;
mod sign_in;
mod token;
mod user;

pub use authorize::{Denied, Operation, Permit, Subject, authorize, may_enter, visible_areas};
pub use directory::{Attempt, Credentials, Directory, Failures};
pub use error::UsersError;
pub use kept_directory::{KeptDirectory, MemoryDirectory};
pub use limits::{ACCOUNT, ADDRESS, DEVICE, Limits, Tried};
pub use links::{LINK_LIFE, Link, Purpose};
pub use password::{Hasher, PasswordFault, check_password};
pub use second_factor::{RECOVERY_CODES_COUNT, Seal, SecondFactor};
pub use security_log::{Event, EventKind};
pub use session::{Secret, Session};
pub use sign_in::{Presented, SignIn, SignedIn, Step, Visitor};
pub use token::{AccessToken, Scope, TOKEN_LIFE_MAX, TOKEN_PREFIX};
pub use user::{
    Access, Areas, Level, Rights, Role, User, clean_full_name, clean_name, clean_token_name,
    is_unseen,
};
