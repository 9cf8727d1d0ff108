//! The message as it was sent, and its files, under the headers of every download: what they hold
//! may have come from a stranger and does nothing in our pages.

use crate::attachments::download_of_bytes;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::Key;
use mail::{MailError, ReadMessage, read_message};
use store::Reader;

/// `GET …/emails/{email}/message`: the bytes as the server got them.
pub(super) async fn download_message(
    State(app): State<Shared>,
    Path((business, email)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, email) = (key_of(&business)?, key_of(&email)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let message = message_of(opened.read()?.as_ref(), email)?;
        download_of_bytes(&format!("{email}.eml"), message)
    })
    .await
}

/// `GET …/emails/{email}/attachments/{number}`, from 0.
pub(super) async fn download_file(
    State(app): State<Shared>,
    Path((business, email, number)): Path<(String, String, usize)>,
) -> Result<Response, PageError> {
    let (business, email) = (key_of(&business)?, key_of(&email)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let (_, read) = read_kept(opened.read()?.as_ref(), email)?;
        let file = read.attachments.into_iter().nth(number);
        let file = file.ok_or_else(PageError::not_found)?;
        download_of_bytes(&file.name, file.bytes)
    })
    .await
}

fn message_of(reader: &dyn Reader, email: Key) -> Result<Vec<u8>, PageError> {
    let message = reader.email_message(email)?;
    Ok(message.ok_or(MailError::EmailNotFound(email))?)
}

/// The kept message taken apart, and how many bytes it has.
///
/// # Errors
/// When there is no such email. A message that nobody can take apart has no text and no files; it
/// can still be downloaded.
pub(super) fn read_kept(
    reader: &dyn Reader,
    email: Key,
) -> Result<(usize, ReadMessage), PageError> {
    let message = message_of(reader, email)?;
    let read = read_message(&message).unwrap_or_else(|| ReadMessage {
        subject: String::new(),
        text: String::new(),
        attachments: Vec::new(),
    });
    Ok((message.len(), read))
}
