//! Why a file is refused, and why one could not be written. Every refusal has a stable code, the
//! facts for a sentence in any language, and a plain English sentence that says what to do.

mod read;
mod write;

pub(super) use read::name_of;
pub use read::{ReadError, Refusal};
pub use write::WriteError;
