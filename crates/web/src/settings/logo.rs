//! The logo of the business: a PNG or JPEG, judged by its bytes, kept as a file of the business
//! under a key of its own (docs/SPEC-settings.md, 2). So it is in backups, in History, and among
//! the attachments like everything else.

use super::saving::write;
use crate::attachments;
use crate::attachments::attach::{BUSINESS, NewAttachment, attach_file, remove_attachment};
use crate::page_error::key_of;
use crate::{PageError, Shared, addresses};
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use backup::today;
use books::{Key, kinds};
use store::{Reader, StoreError};

/// The key of the attachment that is the logo, in every business.
pub const LOGO: Key = Key::constant("5f4d1c7e-8a3b-4e0f-9b61-2c7d9e4a1f30");
/// A larger picture is refused: it stands on every paper and in every email, in bytes.
pub const LOGO_BYTES_MAX: u64 = 2_000_000;
/// The name under which the form sends the picture.
const FIELD: &str = "files";

/// The logo of the business as PNG or JPEG: the one set here, else a picture attached to the
/// business under a name that begins with `logo`, else the one that a file of the other program
/// brought.
///
/// # Errors When the store cannot be read.
pub fn logo(reader: &dyn Reader) -> Result<Option<Vec<u8>>, StoreError> {
    if let Some(blob) = reader.blob(LOGO)?
        && blob.bytes_count <= LOGO_BYTES_MAX
    {
        let mut bytes = Vec::new();
        reader.copy_blob(LOGO, &mut bytes)?;
        if kind_of(&bytes).is_some() {
            return Ok(Some(bytes));
        }
    }
    attachments::logo(reader, LOGO_BYTES_MAX)
}

/// Whether the logo was set here, so that it can be removed here.
pub(super) fn is_set_here(reader: &dyn Reader) -> Result<bool, StoreError> {
    Ok(reader.object(LOGO)?.is_some())
}

/// The media type and the ending of a picture that may be a logo.
fn kind_of(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match attachments::media_type(bytes) {
        "image/png" => Some(("image/png", "png")),
        "image/jpeg" => Some(("image/jpeg", "jpg")),
        _ => None,
    }
}

/// Where the logo is shown from.
pub(crate) fn path(business: Key) -> String {
    addresses::business_part(business, "settings/logo")
}

/// Where a person goes after changing it.
fn details(business: Key) -> String {
    addresses::business_part(business, "settings/business-details")
}

/// `GET /businesses/{business}/settings/logo`.
pub(super) async fn show(
    State(app): State<Shared>,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (_, found) =
        crate::shell::with_business(&app, business, |reader, _| Ok(logo(reader)?)).await?;
    let bytes = found.ok_or_else(PageError::not_found)?;
    let (media_type, _) = kind_of(&bytes).ok_or_else(PageError::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ),
        (header::CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, Body::from(bytes)).into_response())
}

/// `POST /businesses/{business}/settings/logo`: sets or replaces it.
pub(super) async fn set(
    State(app): State<Shared>,
    Path(business): Path<String>,
    mut sent: Multipart,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let bytes = received(&mut sent).await?;
    let Some((media_type, ending)) = kind_of(&bytes) else {
        return Err(refused("logo-not-an-image"));
    };
    write(&app, business, move |work, stamp| {
        let zone = work.profile()?.time_zone;
        let new = NewAttachment {
            key: LOGO,
            owner: BUSINESS,
            name: &format!("logo.{ending}"),
            media_type: Some(media_type),
            date: today(stamp.instant, &zone),
        };
        // The picture before is laid aside, so that History can bring it back.
        if work
            .object(LOGO)?
            .is_some_and(|object| object.content_type == kinds::ATTACHMENT)
        {
            remove_attachment(work, LOGO, stamp)?;
        }
        attach_file(work, &new, &mut bytes.as_slice(), stamp)?;
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&details(business)).into_response())
}

/// `POST /businesses/{business}/settings/logo/removal`.
pub(super) async fn remove(
    State(app): State<Shared>,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    write(&app, business, |work, stamp| {
        remove_attachment(work, LOGO, stamp).map(drop)
    })
    .await?;
    Ok(Redirect::to(&details(business)).into_response())
}

/// The bytes of the file that was sent, no more of them than a logo may have.
async fn received(sent: &mut Multipart) -> Result<Vec<u8>, PageError> {
    let cut_off = |_| PageError::new(StatusCode::BAD_REQUEST, "upload-cut-off");
    while let Some(mut field) = sent.next_field().await.map_err(cut_off)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(cut_off)? {
            bytes.extend_from_slice(&chunk);
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LOGO_BYTES_MAX {
                let limit = LOGO_BYTES_MAX.to_string();
                return Err(
                    PageError::new(StatusCode::PAYLOAD_TOO_LARGE, "logo-too-large")
                        .with("limit", limit),
                );
            }
        }
        if !bytes.is_empty() {
            return Ok(bytes);
        }
    }
    Err(refused("no-file-chosen"))
}

fn refused(code: &'static str) -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, code)
}
