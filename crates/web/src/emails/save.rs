//! Keeps what was typed as a draft, or puts it into the outbox.

use super::compose::{account, no_account};
use super::form::Form;
use super::source::Sending;
use super::typed::Typed;
use super::{email_path, files};
use crate::access::current::require_operation;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::BusinessShell;
use crate::stamp::stamp;
use crate::{App, PageError, Shared};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use books::Key;
use history::Stamp;
use mail::{Composition, MailError, MailSettings, compose, outbox};
use pages::Locale;
use store::{Business, Email, Reader};
use users::Operation;

/// `POST …/emails`.
pub(super) async fn save_email(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    axum::Form(pairs): axum::Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let typed = Typed::read(pairs);
        let opened = app.store.open(business)?;
        let made = {
            let reader = opened.read()?;
            let shell = BusinessShell::read(business, reader.as_ref())?;
            let Some(settings) = account(&app, business)? else {
                return Ok(no_account(&visitor, &shell));
            };
            let key = typed.key()?;
            let is_draft = files::is_draft(reader.as_ref(), key)?;
            if is_draft {
                // It was kept before, and is another one by this.
                let change = Operation::Edit("emails".to_owned());
                require_operation(reader.as_ref(), business, change)?;
            }
            let names = Names::new(reader.as_ref(), visitor.locale, business);
            let sending = typed.sending(&names)?;
            let about = About {
                sending: sending.as_ref(),
                draft: is_draft.then_some(key),
                locale: typed.locale(visitor.locale),
            };
            let stamp = stamp(&app, shell.zone())?;
            let made = written(&app, reader.as_ref(), &typed, &about, &settings)
                .and_then(|written| made(reader.as_ref(), key, &written, &stamp));
            match made {
                Ok((email, message)) => (email, message, stamp),
                Err(error) => {
                    let form = Form {
                        typed: &typed,
                        sending: about.sending,
                        draft: about.draft,
                        error: Some(error),
                    };
                    return form.page(&visitor, &shell, reader.as_ref());
                }
            }
        };
        keep(&app, opened.as_ref(), &made, typed.act == "draft")?;
        Ok(Redirect::to(&email_path(business, made.0.key)).into_response())
    })
    .await
}

/// A field of the form, or an empty name for all of it, and what is wrong.
type Wrong = (&'static str, PageError);

/// What the email sends, and the draft that it is so far.
struct About<'a> {
    sending: Option<&'a Sending>,
    draft: Option<Key>,
    /// The language of the paper.
    locale: Locale,
}

/// The email as it was written, or what is wrong with which field.
fn written(
    app: &App,
    reader: &dyn Reader,
    typed: &Typed,
    about: &About<'_>,
    settings: &MailSettings,
) -> Result<Composition, Wrong> {
    let mut composition = typed
        .addressed(settings)
        .map_err(|(field, error)| (field, error.into()))?;
    let of_whole = |error: store::StoreError| ("", PageError::from(error));
    let of_files = |error| ("files", error);
    composition.attachments = files::ticked(
        app,
        reader,
        (about.sending, about.draft),
        &typed.files,
        about.locale,
    )
    .map_err(of_files)?;
    match (about.sending, about.draft) {
        (Some(sending), _) => {
            composition.record = sending.record;
            composition.contact = sending.contact;
        }
        (None, Some(draft)) => {
            let kept = reader.email(draft).map_err(of_whole)?;
            composition.record = kept.as_ref().and_then(|email| email.record);
            composition.contact = kept.and_then(|email| email.contact);
        }
        (None, None) => {}
    }
    Ok(composition)
}

/// The email and its message.
fn made(
    reader: &dyn Reader,
    key: Key,
    written: &Composition,
    stamp: &Stamp,
) -> Result<(Email, Vec<u8>), Wrong> {
    let (mut email, message) = compose(key, written, stamp.instant).map_err(|error| {
        let field = match &error {
            MailError::SubjectTooLong { .. } => "subject",
            MailError::NoRecipient | MailError::TooManyRecipients { .. } => "to",
            MailError::MessageTooLarge { .. } => "files",
            _ => "",
        };
        (field, PageError::from(error))
    })?;
    let before = reader.email(key).map_err(|error| ("", error.into()))?;
    if let Some(before) = before {
        email.created_at = before.created_at;
    }
    Ok((email, message))
}

/// Keeps the draft, or queues the email. A form that was sent twice finds its email queued already:
/// that is what was wanted.
fn keep(
    app: &App,
    business: &dyn Business,
    (email, message, stamp): &(Email, Vec<u8>, Stamp),
    is_draft: bool,
) -> Result<(), PageError> {
    if is_draft {
        outbox::save_draft(business, email, message)?;
        return Ok(());
    }
    match outbox::queue(business, email, message, stamp) {
        Ok(()) | Err(MailError::WrongState { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    app.mailroom.ring();
    Ok(())
}
