//! What goes with an email: the paper, files of the record by tick, and in a draft the files that
//! it held when it was saved.

use super::download::read_kept;
use super::source::Sending;
use crate::attachments::attach::{Attachment as OnRecord, attachments_of};
use crate::{App, PageError, papers};
use axum::http::StatusCode;
use books::Key;
use mail::{Attachment, MESSAGE_BYTES_MAX, MailError};
use pages::Locale;
use std::collections::HashSet;
use store::{EmailState, Reader, StoreError};

/// The PDF of what is sent, made when the email is saved.
pub(super) const PAPER: &str = "paper";
/// Before the key of a file on the record.
const ON_RECORD: &str = "attachment:";
/// Before the number of a file in the draft.
const IN_DRAFT: &str = "kept:";

/// A file that the form offers.
#[derive(Debug, Clone)]
pub(super) struct Offered {
    /// What is sent when it is ticked.
    pub(super) value: String,
    /// Its name; empty for the paper, which has none yet.
    pub(super) name: String,
    /// Its size, when it is there already.
    pub(super) bytes_count: Option<u64>,
}

/// What can go with an email: of what it sends, and of the draft that it is so far.
pub(super) fn offered(
    reader: &dyn Reader,
    sending: Option<&Sending>,
    draft: Option<Key>,
) -> Result<Vec<Offered>, PageError> {
    let mut offered = Vec::new();
    let mut kept_names = HashSet::new();
    if let Some(draft) = draft {
        let (_, read) = read_kept(reader, draft)?;
        for (number, file) in read.attachments.into_iter().enumerate() {
            kept_names.insert(file.name.clone());
            offered.push(Offered {
                value: format!("{IN_DRAFT}{number}"),
                name: file.name,
                bytes_count: u64::try_from(file.bytes.len()).ok(),
            });
        }
    }
    let Some(sending) = sending else {
        return Ok(offered);
    };
    offered.push(Offered {
        value: PAPER.to_owned(),
        name: String::new(),
        bytes_count: None,
    });
    for file in on_record(reader, sending)? {
        if file.is_here && !kept_names.contains(&file.name) {
            offered.push(Offered {
                value: format!("{ON_RECORD}{}", file.key),
                name: file.name,
                bytes_count: file.bytes_count,
            });
        }
    }
    Ok(offered)
}

/// Which of them are ticked when the form opens: the paper of a new email, all files of a draft.
pub(super) fn ticked_at_first(offered: &[Offered], is_draft: bool) -> Vec<String> {
    let is_ticked = |value: &str| {
        if is_draft {
            value.starts_with(IN_DRAFT)
        } else {
            value == PAPER
        }
    };
    let values = offered.iter().map(|file| file.value.clone());
    values.filter(|value| is_ticked(value)).collect()
}

fn on_record(reader: &dyn Reader, sending: &Sending) -> Result<Vec<OnRecord>, StoreError> {
    match sending.record {
        Some((key, _)) => attachments_of(reader, key),
        None => Ok(Vec::new()),
    }
}

/// The files that were ticked, with their bytes. Sizes are looked at before any bytes are read.
///
/// # Errors
/// When one is not offered or not there, all together are too large, or the paper cannot be made.
pub(super) fn ticked(
    app: &App,
    reader: &dyn Reader,
    (sending, draft): (Option<&Sending>, Option<Key>),
    wanted: &[String],
    locale: Locale,
) -> Result<Vec<Attachment>, PageError> {
    let offered = offered(reader, sending, draft)?;
    let is_offered = |value: &String| offered.iter().any(|file| file.value == *value);
    if !wanted.iter().all(is_offered) {
        return Err(gone());
    }
    // Each goes once, however often a form names it.
    let meant = || offered.iter().filter(|file| wanted.contains(&file.value));
    let sizes = meant().filter_map(|file| file.bytes_count);
    refuse_too_large(sizes.fold(0, u64::saturating_add))?;
    let mut files = Vec::new();
    for file in meant() {
        let value = file.value.as_str();
        if value == PAPER {
            let sending = sending.ok_or_else(gone)?;
            files.push(paper_of(app, reader, &sending.paper, locale)?);
        } else if let Some(key) = value.strip_prefix(ON_RECORD) {
            let mut bytes = Vec::new();
            reader.copy_blob(key.parse().map_err(|_| gone())?, &mut bytes)?;
            files.push(Attachment {
                name: file.name.clone(),
                media_type: media_type(&bytes),
                bytes,
            });
        } else if let (Some(number), Some(draft)) = (value.strip_prefix(IN_DRAFT), draft) {
            let number: usize = number.parse().map_err(|_| gone())?;
            let (_, read) = read_kept(reader, draft)?;
            let kept = read.attachments.into_iter().nth(number).ok_or_else(gone)?;
            files.push(Attachment {
                name: kept.name,
                media_type: kept.media_type,
                bytes: kept.bytes,
            });
        }
    }
    Ok(files)
}

/// The paper as a file to be sent.
///
/// # Errors
/// Whatever keeps the paper from being made.
pub(super) fn paper_of(
    app: &App,
    reader: &dyn Reader,
    source: &papers::Source,
    locale: Locale,
) -> Result<Attachment, PageError> {
    let paper = papers::paper(app, reader, source, locale)?;
    Ok(Attachment {
        name: paper.file_name,
        media_type: "application/pdf".to_owned(),
        bytes: paper.bytes,
    })
}

/// The media type by the bytes, as for downloads.
fn media_type(bytes: &[u8]) -> String {
    crate::attachments::media_type(bytes).to_owned()
}

fn refuse_too_large(bytes_count: u64) -> Result<(), PageError> {
    let bytes = usize::try_from(bytes_count).unwrap_or(usize::MAX);
    // Base64 makes four bytes of three.
    if bytes.saturating_mul(4) / 3 > MESSAGE_BYTES_MAX {
        let max = MESSAGE_BYTES_MAX;
        return Err(MailError::MessageTooLarge { bytes, max }.into());
    }
    Ok(())
}

fn gone() -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "email-file-gone")
}

/// Whether the email is a draft, which alone may be written on.
pub(super) fn is_draft(reader: &dyn Reader, email: Key) -> Result<bool, StoreError> {
    let found = reader.email(email)?;
    Ok(found.is_some_and(|email| email.state == EmailState::Draft))
}
