//! Why a server did not take an email: the closed list of SPEC-emails.md, section 6.

use lettre::transport::smtp;
use std::error::Error;
use std::io::ErrorKind;

/// The code of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureCode {
    /// The name of the server has no address.
    HostNotFound,
    /// The address may not be used here.
    HostNotAllowed,
    /// Not one of the ports of mail.
    PortNotAllowed,
    /// Nobody listens there.
    ConnectionRefused,
    /// The connection ended before the message was handed over.
    ConnectionLost,
    /// No answer in time.
    Timeout,
    /// No encryption could be agreed on.
    TlsFailed,
    /// The certificate is not trusted.
    CertificateInvalid,
    /// User name or password refused.
    LoginRefused,
    /// No way to log in that we know.
    LoginNotOffered,
    /// The address in *from* is refused.
    SenderRefused,
    /// A recipient is refused.
    RecipientRefused,
    /// The server asks to try later.
    Greylisted,
    /// Too large for the server.
    MessageTooLarge,
    /// The message is refused.
    MessageRefused,
    /// The server's answer is not understood.
    ServerAnswer,
    /// Nobody can know whether the server took it.
    Uncertain,
    /// The message as kept has more than one meaning.
    MessageUnsound,
}

impl FailureCode {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::HostNotFound => "host-not-found",
            Self::HostNotAllowed => "host-not-allowed",
            Self::PortNotAllowed => "port-not-allowed",
            Self::ConnectionRefused => "connection-refused",
            Self::ConnectionLost => "connection-lost",
            Self::Timeout => "timeout",
            Self::TlsFailed => "tls-failed",
            Self::CertificateInvalid => "certificate-invalid",
            Self::LoginRefused => "login-refused",
            Self::LoginNotOffered => "login-not-offered",
            Self::SenderRefused => "sender-refused",
            Self::RecipientRefused => "recipient-refused",
            Self::Greylisted => "greylisted",
            Self::MessageTooLarge => "message-too-large",
            Self::MessageRefused => "message-refused",
            Self::ServerAnswer => "server-answer",
            Self::Uncertain => "uncertain",
            Self::MessageUnsound => "message-unsound",
        }
    }
}

/// A failure, with what the server or the system said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub code: FailureCode,
    /// What was said of it, for a person; without control characters, at most 500 characters.
    pub reason: String,
}

/// What was being done when the server refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Greeting,
    Encryption,
    Login,
    Sender,
    Recipient,
    Message,
}

impl Failure {
    /// A failure of ours.
    pub(crate) fn new(code: FailureCode, reason: impl ToString) -> Self {
        let reason = crate::mailbox::without_controls(&reason.to_string());
        Self {
            code,
            reason: reason.chars().take(500).collect(),
        }
    }

    /// A failure that the library beneath reports.
    pub(crate) fn of(stage: Stage, error: &smtp::Error) -> Self {
        let reason = chain_of(error);
        let status = error.status().map(u16::from);
        let code = match status {
            Some(status) => code_of_answer(stage, status, &reason),
            None => code_of_connection(stage, error, &reason),
        };
        Self::new(code, reason)
    }
}

/// What an answer of the server means at this stage.
fn code_of_answer(stage: Stage, status: u16, reason: &str) -> FailureCode {
    let is_later = (400..500).contains(&status);
    let lower = reason.to_ascii_lowercase();
    let names_greylist = ["greylist", "graylist", "grey-list", "4.7.1"]
        .iter()
        .any(|word| lower.contains(word));
    match (stage, status) {
        (_, 552 | 523) => FailureCode::MessageTooLarge,
        (_, 530 | 534 | 535 | 538) | (Stage::Login, _) => FailureCode::LoginRefused,
        (Stage::Encryption, _) => FailureCode::TlsFailed,
        _ if is_later && names_greylist => FailureCode::Greylisted,
        (Stage::Recipient, 450 | 451) => FailureCode::Greylisted,
        (Stage::Sender, _) => FailureCode::SenderRefused,
        (Stage::Recipient, _) => FailureCode::RecipientRefused,
        (Stage::Message, _) => FailureCode::MessageRefused,
        (Stage::Greeting, _) => FailureCode::ServerAnswer,
    }
}

/// What the end of a connection means at this stage.
fn code_of_connection(stage: Stage, error: &smtp::Error, reason: &str) -> FailureCode {
    if reason.contains("invalid peer certificate") {
        return FailureCode::CertificateInvalid;
    }
    match kind_of(error) {
        Some(ErrorKind::TimedOut | ErrorKind::WouldBlock) => FailureCode::Timeout,
        Some(ErrorKind::ConnectionRefused) => FailureCode::ConnectionRefused,
        Some(ErrorKind::InvalidData) => FailureCode::TlsFailed,
        Some(_) => FailureCode::ConnectionLost,
        None if error.is_tls() || stage == Stage::Encryption => FailureCode::TlsFailed,
        None if reason.contains("authentication mechanism") => FailureCode::LoginNotOffered,
        None if reason.contains("incomplete response") => FailureCode::ConnectionLost,
        None => FailureCode::ServerAnswer,
    }
}

/// The kind of the system's error beneath, if there is one.
fn kind_of(error: &smtp::Error) -> Option<ErrorKind> {
    let mut source = error.source();
    while let Some(beneath) = source {
        if let Some(error) = beneath.downcast_ref::<std::io::Error>() {
            return Some(error.kind());
        }
        source = beneath.source();
    }
    None
}

/// The sentences of an error and of those beneath it.
fn chain_of(error: &smtp::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(beneath) = source {
        let more = beneath.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        source = beneath.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_mean_what_the_stage_makes_of_them() {
        for (stage, status, reason, code) in [
            (Stage::Login, 535, "no", FailureCode::LoginRefused),
            (
                Stage::Sender,
                530,
                "log in first",
                FailureCode::LoginRefused,
            ),
            (Stage::Sender, 550, "no", FailureCode::SenderRefused),
            (Stage::Recipient, 550, "no", FailureCode::RecipientRefused),
            (Stage::Recipient, 450, "later", FailureCode::Greylisted),
            (
                Stage::Message,
                451,
                "4.7.1 Greylisted",
                FailureCode::Greylisted,
            ),
            (Stage::Message, 552, "big", FailureCode::MessageTooLarge),
            (Stage::Message, 554, "spam", FailureCode::MessageRefused),
            (Stage::Encryption, 454, "no", FailureCode::TlsFailed),
            (Stage::Greeting, 554, "no", FailureCode::ServerAnswer),
        ] {
            assert_eq!(code_of_answer(stage, status, reason), code, "{status}");
        }
    }

    #[test]
    fn every_code_stands_in_the_spec() {
        let spec = include_str!("../../../docs/SPEC-emails.md");
        for code in [
            FailureCode::HostNotFound,
            FailureCode::HostNotAllowed,
            FailureCode::PortNotAllowed,
            FailureCode::ConnectionRefused,
            FailureCode::ConnectionLost,
            FailureCode::Timeout,
            FailureCode::TlsFailed,
            FailureCode::CertificateInvalid,
            FailureCode::LoginRefused,
            FailureCode::LoginNotOffered,
            FailureCode::SenderRefused,
            FailureCode::RecipientRefused,
            FailureCode::Greylisted,
            FailureCode::MessageTooLarge,
            FailureCode::MessageRefused,
            FailureCode::ServerAnswer,
            FailureCode::Uncertain,
            FailureCode::MessageUnsound,
        ] {
            assert!(spec.contains(&format!("| `{}` |", code.code())), "{code:?}");
        }
    }
}
