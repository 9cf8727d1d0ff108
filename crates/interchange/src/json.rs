//! A record in a plain form for people and scripts, and back.
//!
//! The plain form is a tree of maps, lists and simple values, which the program prints as JSON
//! (this crate knows no JSON library). Fields have their English names; amounts are text, so that
//! no digit is lost; dates are `yyyy-MM-dd`; keys are text; bytes are Base64. Whatever has no
//! description, or does not fit it, stands under `unknown` with its number and its bytes
//! (docs/SPEC-manager-records.md, "Plain form").

mod read;
mod show;
mod text;

pub use read::from_plain;
pub(crate) use show::parts_of;
pub use show::to_plain;
pub use text::json_text;

/// A value of the plain form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plain {
    /// Nothing. Where a field may stand, it removes the field.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Text, also of an amount, a date, a key or bytes.
    Text(String),
    /// Values in order.
    List(Vec<Plain>),
    /// Named values in order.
    Map(Vec<(String, Plain)>),
}

/// The member under which fields stand that have no name.
const UNKNOWN: &str = "unknown";
/// The earliest date of .NET, which stands for “none”.
const DATE_MIN: &str = "min";
/// The latest date of .NET.
const DATE_MAX: &str = "max";

impl Plain {
    /// The member of a map with this name.
    pub fn member(&self, name: &str) -> Option<&Plain> {
        match self {
            Self::Map(members) => members
                .iter()
                .find(|(member, _)| member == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}
