//! A composition becomes a row to be kept and a message of RFC 5322 (SPEC-emails.md, 8.1).

use crate::mailbox::without_controls;
use crate::wire::{MESSAGE_BYTES_MAX, is_sound};
use crate::{MailError, MailSettings, Mailbox};
use books::Key;
use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Body, MultiPart, MultiPartKind, SinglePart};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::SystemTime;
use store::{Email, EmailState};

/// Recipients of one email, hidden ones included.
pub const RECIPIENTS_COUNT_MAX: usize = 100;

/// Characters of a subject. One word of that many still fits on a line that every server takes.
pub const SUBJECT_CHARACTERS_MAX: usize = 500;

/// Characters of a file's name; more are cut in the middle of the name, not of its ending.
const FILE_NAME_CHARACTERS_MAX: usize = 150;

/// A file that goes with an email.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its media type, as `application/pdf`; anything else than a plain type is sent as bytes.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a person wants to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Whom it is from.
    pub from: Mailbox,
    /// Whom it is for.
    pub to: Vec<Mailbox>,
    /// Who gets a copy.
    pub cc: Vec<Mailbox>,
    /// Who gets a copy unseen by the others.
    pub bcc: Vec<Mailbox>,
    /// Where answers go.
    pub reply_to: Option<Mailbox>,
    /// The subject.
    pub subject: String,
    /// The text: plain.
    pub text: String,
    /// The files.
    pub attachments: Vec<Attachment>,
    /// The document that it sends: its key and kind.
    pub record: Option<(Key, Key)>,
    /// The customer or supplier.
    pub contact: Option<Key>,
}

impl Composition {
    /// An empty email from the account of these settings, with its copy to oneself.
    pub fn from_settings(settings: &MailSettings) -> Self {
        let oneself = settings.copies_to_oneself.then(|| settings.from.clone());
        Self {
            from: settings.from.clone(),
            to: Vec::new(),
            cc: Vec::new(),
            bcc: oneself.into_iter().collect(),
            reply_to: settings.reply_to.clone(),
            subject: String::new(),
            text: String::new(),
            attachments: Vec::new(),
            record: None,
            contact: None,
        }
    }

    fn check(&self) -> Result<(), MailError> {
        let count = self.to.len() + self.cc.len() + self.bcc.len();
        if self.to.is_empty() {
            return Err(MailError::NoRecipient);
        }
        if count > RECIPIENTS_COUNT_MAX {
            return Err(MailError::TooManyRecipients {
                count,
                max: RECIPIENTS_COUNT_MAX,
            });
        }
        if self.subject.chars().count() > SUBJECT_CHARACTERS_MAX {
            return Err(MailError::SubjectTooLong {
                max: SUBJECT_CHARACTERS_MAX,
            });
        }
        let files: usize = self.attachments.iter().map(|file| file.bytes.len()).sum();
        too_large((self.text.len() + files).saturating_mul(4) / 3)
    }
}

fn too_large(bytes: usize) -> Result<(), MailError> {
    if bytes > MESSAGE_BYTES_MAX {
        return Err(MailError::MessageTooLarge {
            bytes,
            max: MESSAGE_BYTES_MAX,
        });
    }
    Ok(())
}

/// Makes a draft of what a person wants to send: the row to be kept, and the message. The key,
/// drawn at random by the caller, gives the Message-ID: who composes again with the same key
/// changes the draft.
///
/// # Errors
/// When there is no recipient, too much of something, or a message cannot be made of it.
pub fn compose(
    key: Key,
    composition: &Composition,
    at: Timestamp,
) -> Result<(Email, Vec<u8>), MailError> {
    composition.check()?;
    let (_, domain) = composition
        .from
        .address()
        .rsplit_once('@')
        .unwrap_or_default();
    let message_id = format!("<{key}@{domain}>");
    let subject = without_controls(&composition.subject);
    // What the library makes of hostile names has surprised before: a panic is an error here.
    let made = catch_unwind(AssertUnwindSafe(|| {
        message_of(key, composition, &subject, &message_id, at)
    }));
    let message = made.unwrap_or_else(|_| not_composed("the library gave up"))?;
    too_large(message.len())?;
    if !is_sound(&message) {
        return not_composed("the message has more than one meaning");
    }
    let list = |mailboxes: &[Mailbox]| mailboxes.iter().map(Mailbox::to_string).collect();
    let email = Email {
        key,
        state: EmailState::Draft,
        is_held: false,
        created_at: at,
        queued_at: None,
        sent_at: None,
        record: composition.record,
        contact: composition.contact,
        from: composition.from.to_string(),
        to: list(&composition.to),
        cc: list(&composition.cc),
        bcc: list(&composition.bcc),
        reply_to: composition.reply_to.as_ref().map(Mailbox::to_string),
        subject,
        message_id,
        attempts_count: 0,
        failure: None,
        failure_reason: None,
    };
    Ok((email, message))
}

fn not_composed<T>(reason: impl ToString) -> Result<T, MailError> {
    Err(MailError::NotComposed {
        reason: reason.to_string(),
    })
}

fn message_of(
    key: Key,
    composition: &Composition,
    subject: &str,
    message_id: &str,
    at: Timestamp,
) -> Result<Vec<u8>, MailError> {
    let mailbox = |from: &Mailbox| -> Result<_, MailError> {
        let name = from.name().map(str::to_owned);
        Ok(lettre::message::Mailbox::new(name, from.to_address()?))
    };
    let mut builder = Message::builder()
        .message_id(Some(message_id.to_owned()))
        .date(SystemTime::from(at))
        .from(mailbox(&composition.from)?)
        .subject(subject);
    if let Some(reply_to) = &composition.reply_to {
        builder = builder.reply_to(mailbox(reply_to)?);
    }
    for to in &composition.to {
        builder = builder.to(mailbox(to)?);
    }
    for cc in &composition.cc {
        builder = builder.cc(mailbox(cc)?);
    }
    let text = text_part(&composition.text)?;
    let message = if composition.attachments.is_empty() {
        builder.singlepart(text)
    } else {
        // Neither base64 nor quoted-printable can contain this boundary.
        let mut parts = MultiPart::builder()
            .kind(MultiPartKind::Mixed)
            .boundary(format!("=_tijori_{key}"))
            .singlepart(text);
        for attachment in &composition.attachments {
            parts = parts.singlepart(file_part(attachment)?);
        }
        builder.multipart(parts)
    };
    let mut bytes = message.or_else(not_composed)?.formatted();
    if !bytes.ends_with(b"\r\n") {
        bytes.extend_from_slice(b"\r\n");
    }
    Ok(bytes)
}

/// The text with CRLF line ends and without other control characters but tabs: readable as it is
/// where most of it is ASCII, else in base64.
fn text_part(text: &str) -> Result<SinglePart, MailError> {
    let lines: Vec<String> = text
        .replace("\r\n", "\n")
        .split(['\n', '\r'])
        .map(|line| {
            line.chars()
                .filter(|sign| *sign == '\t' || !sign.is_control())
                .collect()
        })
        .collect();
    let text = lines.join("\r\n");
    let beyond_ascii = text.bytes().filter(|byte| !byte.is_ascii()).count();
    let encoding = if beyond_ascii * 6 > text.len() {
        ContentTransferEncoding::Base64
    } else {
        ContentTransferEncoding::QuotedPrintable
    };
    part(ContentType::TEXT_PLAIN, None, text.into_bytes(), encoding)
}

fn file_part(attachment: &Attachment) -> Result<SinglePart, MailError> {
    let media_type = plain_media_type(&attachment.media_type);
    let media_type = ContentType::parse(media_type).or_else(not_composed)?;
    let name = file_name(&attachment.name);
    part(
        media_type,
        Some(name),
        attachment.bytes.clone(),
        ContentTransferEncoding::Base64,
    )
}

fn part(
    media_type: ContentType,
    file_name: Option<String>,
    bytes: Vec<u8>,
    encoding: ContentTransferEncoding,
) -> Result<SinglePart, MailError> {
    let body = Body::new_with_encoding(bytes, encoding);
    let body = body.or_else(|_| not_composed("a part cannot be encoded"))?;
    Ok(match file_name {
        Some(name) => lettre::message::Attachment::new(name).body(body, media_type),
        None => SinglePart::builder().header(media_type).body(body),
    })
}

/// The media type when it is a plain one, else that of bytes. Parts that hold other messages or
/// parts may not be encoded, so they are sent as bytes too.
fn plain_media_type(text: &str) -> &str {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.len() <= 100
            && name
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "-.+_".contains(sign))
    };
    match text.split_once('/') {
        Some((kind, subtype))
            if is_name(kind)
                && is_name(subtype)
                && !["message", "multipart"].contains(&kind.to_ascii_lowercase().as_str()) =>
        {
            text
        }
        _ => "application/octet-stream",
    }
}

/// The name without control characters and folders; a long one loses its middle.
fn file_name(name: &str) -> String {
    let name = without_controls(name).replace(['/', '\\'], "-");
    let name = name.trim();
    let signs: Vec<char> = name.chars().collect();
    match signs.len() {
        0 => "attachment".to_owned(),
        count if count <= FILE_NAME_CHARACTERS_MAX => name.to_owned(),
        count => {
            let (head, tail) = (FILE_NAME_CHARACTERS_MAX - 20, count - 20);
            let kept = signs.iter().take(head).chain(signs.iter().skip(tail));
            kept.collect()
        }
    }
}
