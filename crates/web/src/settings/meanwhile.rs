//! Two people, one page of settings (SPEC-users.md, 6.3).
//!
//! A form of settings carries the digest of the record that it was made from. When the record is
//! another one by the time it is saved, nothing is saved: the form comes back with what was typed,
//! made from the present record, and above it both versions. Saving again is a decision.

use super::saving::changed;
use crate::PageError;
use crate::records::names::Names;
use crate::records::save::digest;
use axum::http::StatusCode;
use books::Key;
use history::Contents;
use interchange::Edit;
use maud::Markup;
use pages::forms;
use store::{Reader, StoreError};

/// The code of what comes between.
const CODE: &str = "form-changed-meanwhile";

/// The hidden field of the form.
pub(super) fn field(base: &str) -> Markup {
    forms::hidden("base", base)
}

/// The digest of the only record of a kind, as it is now.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn base<R: Reader + ?Sized>(reader: &R, kind: Key) -> Result<String, StoreError> {
    let content = reader.object(kind)?.map(|object| object.content);
    Ok(digest(content.as_deref().unwrap_or_default()))
}

/// Passes when the record is the one that the form was made from. A form that does not say from
/// what it was made speaks of whatever there is: programs send such.
///
/// # Errors
/// `form-changed-meanwhile`.
pub(super) fn require_same<R: Reader + ?Sized>(
    work: &R,
    kind: Key,
    claimed: &str,
) -> Result<(), StoreError> {
    if claimed.is_empty() || base(work, kind)? == claimed {
        return Ok(());
    }
    Err(PageError::new(StatusCode::CONFLICT, CODE).into())
}

/// Whether this is what [`require_same`] says.
pub(super) fn is_it(error: &PageError) -> bool {
    error.code == CODE
}

/// Both versions side by side: as it is saved now, and with what was typed.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn versions(names: &Names<'_>, kind: Key, edits: &[Edit]) -> Result<Markup, StoreError> {
    let saved = names.reader().object(kind)?;
    let typed = changed(saved.as_ref(), kind, edits)?;
    let contents = |content: Option<Vec<u8>>| Contents {
        content_type: content.as_ref().map(|_| kind),
        content,
    };
    let sides = [
        &contents(saved.map(|object| object.content)),
        &contents(Some(typed.content)),
    ];
    crate::history::versions(names, kind, sides)
}
