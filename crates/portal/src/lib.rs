//! The subscriber's door: sign in, list own businesses, download backups, whatever the state of
//! the subscription (docs/SPEC-portal.md).
//!
//! - [`Subscribers`]: who comes in and what is theirs; whoever runs the portal brings it.
//! - [`Member`], [`Subscription`], [`Shelf`]: someone who is in, the state of the subscription, and
//!   where the backups are known and lie.
//! - [`router`]: the portal as an HTTP service; [`DownloadRoom`]: how many downloads it serves.
//! - [`sign_up_page`], [`closed_page`], [`trouble_page`]: pages at the front of the Cloud edition,
//!   where somebody becomes a subscriber and where the books cannot be shown.
//!
//! Nothing here knows the books: the crates that could read them are out of reach.

mod account;
mod answer;
mod backups;
mod businesses;
mod closed;
mod downloads;
mod errands;
mod proof;
mod receipts;
mod router;
mod session;
mod sign_in;
mod sign_up;
mod subscribers;

pub use catalog::{Subscription, SubscriptionState};
pub use closed::{again_page, closed_page, trouble_page};
pub use faces::room::DownloadRoom;
pub use router::{Portal, router};
pub use sign_up::{SIGN_UP, SignUpTyped, sign_up_page};
pub use subscribers::{Entered, Member, OwnBusiness, Places, Presented, Shelf, Step, Subscribers};
