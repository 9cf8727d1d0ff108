//! Two people, one page of settings (SPEC-users.md, 6.3).
//!
//! A form of settings carries the digest of the record that it was made from. When the record is
//! another one by the time it is saved, nothing is saved: the form comes back with what was typed,
//! made from the present record, and above it both versions. Saving again is a decision.
//!
//! What is kept beside the books (accounts of mail, schedules, places, rules, users) is no record:
//! its forms carry the digest of what a person could see of it, never of a secret.

use super::saving::changed;
use crate::PageError;
use crate::records::names::Names;
use crate::records::save::digest;
use axum::http::StatusCode;
use books::Key;
use history::Contents;
use interchange::Edit;
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Locale, forms};
use std::fmt::Debug;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::{Reader, StoreError};

/// The code of what comes between.
const CODE: &str = "form-changed-meanwhile";

/// The hidden field of the form.
pub(crate) fn field(base: &str) -> Markup {
    forms::hidden("base", base)
}

/// The digest of a record, as it is now; the key of the only record of a kind is the kind.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn base<R: Reader + ?Sized>(reader: &R, key: Key) -> Result<String, StoreError> {
    let content = reader.object(key)?.map(|object| object.content);
    Ok(digest(content.as_deref().unwrap_or_default()))
}

/// The digest of what is kept beside the books, by what it prints of itself: no type here prints a
/// secret.
pub(crate) fn base_of(kept: &impl Debug) -> String {
    digest(format!("{kept:?}").as_bytes())
}

/// Whether a form was made from something else than this. One that does not say from what it was
/// made speaks of whatever there is.
pub(crate) fn is_another(claimed: &str, kept: &impl Debug) -> bool {
    !claimed.is_empty() && claimed != base_of(kept)
}

/// Passes when a form was made from this.
///
/// # Errors
/// `form-changed-meanwhile`.
pub(crate) fn require_made_from(claimed: &str, kept: &impl Debug) -> Result<(), PageError> {
    match is_another(claimed, kept) {
        true => Err(PageError::new(StatusCode::CONFLICT, CODE)),
        false => Ok(()),
    }
}

/// Held from comparing until saving of what is kept beside the books, which has no unit of work.
pub(crate) fn one_at_a_time() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What stands above a form that was made from something else: the sentence, and what is saved now.
pub(crate) fn told(locale: Locale, saved: Markup) -> Markup {
    html! {
        (forms::form_error(&locale.error(CODE, &[])))
        (panel(&locale.text("versions-saved"), saved))
    }
}

/// What stands above the form of something that was deleted meanwhile: saving makes it anew.
pub(crate) fn told_of_deletion(locale: Locale) -> Markup {
    forms::form_error(&locale.text("record-deleted-meanwhile"))
}

/// Passes when the record is the one that the form was made from. A form that does not say from
/// what it was made speaks of whatever there is: programs send such.
///
/// # Errors
/// `form-changed-meanwhile`.
pub(crate) fn require_same<R: Reader + ?Sized>(
    work: &R,
    key: Key,
    claimed: &str,
) -> Result<(), StoreError> {
    if claimed.is_empty() || base(work, key)? == claimed {
        return Ok(());
    }
    Err(PageError::new(StatusCode::CONFLICT, CODE).into())
}

/// Whether this is what [`require_same`] says.
pub(crate) fn is_it(error: &PageError) -> bool {
    error.code == CODE
}

/// Both versions side by side: as it is saved now, and with what was typed.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn versions(names: &Names<'_>, kind: Key, edits: &[Edit]) -> Result<Markup, StoreError> {
    let saved = names.reader().object(kind)?;
    let typed = changed(saved.as_ref(), kind, edits)?;
    both(
        names,
        (kind, kind),
        saved.map(|object| object.content),
        typed.content,
    )
}

/// Both versions of a record by its key and kind: the content that is saved, and that with what was
/// typed.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn both(
    names: &Names<'_>,
    (key, kind): (Key, Key),
    saved: Option<Vec<u8>>,
    typed: Vec<u8>,
) -> Result<Markup, StoreError> {
    let contents = |content: Option<Vec<u8>>| Contents {
        content_type: content.as_ref().map(|_| kind),
        content,
    };
    let sides = [&contents(saved), &contents(Some(typed))];
    crate::history::versions(names, key, sides)
}
