//! Reads a kept message back for the page that shows it as it was sent.
//!
//! A message may have come with a file from a stranger: what is read here is data, to be shown as
//! text, and attachments are to be served as any attachment is.

use mail_parser::{MessageParser, MimeHeaders};

/// A message, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadMessage {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The files.
    pub attachments: Vec<ReadAttachment>,
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAttachment {
    /// Its name; empty when it has none.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes a message apart; none when it is no message.
pub fn read_message(message: &[u8]) -> Option<ReadMessage> {
    let message = MessageParser::default().parse(message)?;
    let attachments = message.attachments().map(|part| {
        let media_type = part.content_type().map(|kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()),
            None => kind.ctype().to_owned(),
        });
        ReadAttachment {
            name: part.attachment_name().unwrap_or_default().to_owned(),
            media_type: media_type.unwrap_or_else(|| "application/octet-stream".to_owned()),
            bytes: part.contents().to_vec(),
        }
    });
    Some(ReadMessage {
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        attachments: attachments.collect(),
    })
}
