//! A connection to a mail server: resolved once, checked, encrypted, logged in; and the test that
//! says which of these steps fails.

mod address;

pub use address::HostPolicy;

use crate::failure::Stage;
use crate::{Failure, FailureCode, MailError, MailSettings, Security};
use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters, TlsVersion};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::cell::Cell;
use std::net::Ipv4Addr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// How long each answer is waited for.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long the answer to the message itself is waited for: giving up early would leave it in
/// doubt (RFC 5321, 4.5.3.2.6 says ten minutes).
const MESSAGE_TIMEOUT: Duration = Duration::from_secs(600);

/// The message goes over the wire in pieces of this size.
const PIECE_BYTES: usize = 64 * 1024;

/// What came of handing a message over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The server said 250.
    Sent,
    /// The server has certainly not taken it.
    Failed(Failure),
    /// Nobody can know.
    Uncertain(Failure),
}

/// Opens a connection that is ready for an email.
fn open(settings: &MailSettings, policy: HostPolicy) -> Result<SmtpConnection, Failure> {
    let addresses = address::resolve(settings, policy)?;
    let hello = ClientId::Ipv4(Ipv4Addr::LOCALHOST);
    let tls = match settings.security {
        Security::None => None,
        Security::Tls | Security::StartTls => Some(tls_parameters(settings)?),
    };
    let from_the_start = tls.as_ref().filter(|_| settings.security == Security::Tls);
    let mut connection = SmtpConnection::connect(
        addresses.as_slice(),
        Some(ANSWER_TIMEOUT),
        &hello,
        from_the_start,
        None,
    )
    .map_err(|error| Failure::of(Stage::Greeting, &error))?;
    if let (Security::StartTls, Some(tls)) = (settings.security, &tls) {
        if !connection.can_starttls() {
            connection.abort();
            let reason = "the server does not offer STARTTLS";
            return Err(Failure::new(FailureCode::TlsFailed, reason));
        }
        connection
            .starttls(tls, &hello)
            .map_err(|error| Failure::of(Stage::Encryption, &error))?;
    }
    if settings.security != Security::None && !connection.is_encrypted() {
        connection.abort();
        return Err(Failure::new(FailureCode::TlsFailed, "not encrypted"));
    }
    if !settings.username.is_empty() {
        let credentials = Credentials::new(
            settings.username.clone(),
            settings.password.reveal().to_owned(),
        );
        connection
            .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
            .map_err(|error| {
                connection.abort();
                Failure::of(Stage::Login, &error)
            })?;
    }
    Ok(connection)
}

/// TLS 1.2 or later, the system's authorities and the one of the settings.
fn tls_parameters(settings: &MailSettings) -> Result<TlsParameters, Failure> {
    let failed = |error| Failure::new(FailureCode::TlsFailed, error);
    let mut builder =
        TlsParameters::builder(settings.host.clone()).set_min_tls_version(TlsVersion::Tlsv12);
    if let Some(pem) = &settings.authority {
        let authority = Certificate::from_pem(pem.as_bytes()).map_err(failed)?;
        builder = builder.add_root_certificate(authority);
    }
    builder.build().map_err(failed)
}

/// Hands a message over to all recipients or to none. The message must be sound.
pub fn deliver(
    settings: &MailSettings,
    policy: HostPolicy,
    from: &Address,
    recipients: &[Address],
    message: &[u8],
) -> Delivery {
    let attempt = || {
        let mut connection = match open(settings, policy) {
            Ok(connection) => connection,
            Err(failure) => return Delivery::Failed(failure),
        };
        let delivery = hand_over(&mut connection, from, recipients, message);
        if delivery == Delivery::Sent {
            // The email is sent, whatever the server makes of the farewell.
            let _farewell = connection.quit();
        } else {
            connection.abort();
        }
        delivery
    };
    // A panic beneath may have come at any point, so it leaves the email in doubt.
    catch_unwind(AssertUnwindSafe(attempt)).unwrap_or_else(|_| {
        Delivery::Uncertain(Failure::new(FailureCode::Uncertain, "the program failed"))
    })
}

fn hand_over(
    connection: &mut SmtpConnection,
    from: &Address,
    recipients: &[Address],
    message: &[u8],
) -> Delivery {
    let failed = |stage| move |error| Delivery::Failed(Failure::of(stage, &error));
    let sender = Mail::new(Some(from.clone()), Vec::new());
    if let Err(delivery) = connection.command(sender).map_err(failed(Stage::Sender)) {
        return delivery;
    }
    for recipient in recipients {
        if let Err(error) = connection.command(Rcpt::new(recipient.clone(), Vec::new())) {
            let mut failure = Failure::of(Stage::Recipient, &error);
            failure.reason = format!("{recipient}: {}", failure.reason);
            return Delivery::Failed(failure);
        }
    }
    if let Err(delivery) = connection.command(Data).map_err(failed(Stage::Message)) {
        return delivery;
    }
    if connection.set_timeout(Some(MESSAGE_TIMEOUT)).is_err() {
        let reason = "the connection ended";
        return Delivery::Failed(Failure::new(FailureCode::ConnectionLost, reason));
    }
    // The library ends the message with a line end of its own.
    let body = message.strip_suffix(b"\r\n").unwrap_or(message);
    let pieces_left = Cell::new(body.len().div_ceil(PIECE_BYTES));
    let pieces = body.chunks(PIECE_BYTES).inspect(|_piece| {
        pieces_left.set(pieces_left.get().saturating_sub(1));
    });
    match connection.message_iter(pieces) {
        Ok(_accepted) => Delivery::Sent,
        // The server said no, or never got the end of the message: it has not taken it.
        Err(error) if error.status().is_some() || pieces_left.get() > 0 => {
            Delivery::Failed(Failure::of(Stage::Message, &error))
        }
        Err(error) => {
            let reason = Failure::of(Stage::Message, &error).reason;
            Delivery::Uncertain(Failure::new(FailureCode::Uncertain, reason))
        }
    }
}

/// A step on the way to a server that takes emails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TestStep {
    /// The name has an address that may be used.
    Resolve,
    /// Somebody listens there.
    Connect,
    /// Encryption is agreed on.
    Encrypt,
    /// The certificate is trusted.
    Certificate,
    /// User name and password are right.
    LogIn,
}

impl TestStep {
    /// All steps, in order.
    pub const ALL: [Self; 5] = [
        Self::Resolve,
        Self::Connect,
        Self::Encrypt,
        Self::Certificate,
        Self::LogIn,
    ];

    /// The language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Resolve => "resolve",
            Self::Connect => "connect",
            Self::Encrypt => "encrypt",
            Self::Certificate => "certificate",
            Self::LogIn => "log-in",
        }
    }

    /// The step at which a failure happens.
    fn of(code: FailureCode) -> Self {
        match code {
            FailureCode::HostNotFound
            | FailureCode::HostNotAllowed
            | FailureCode::PortNotAllowed => Self::Resolve,
            FailureCode::TlsFailed => Self::Encrypt,
            FailureCode::CertificateInvalid => Self::Certificate,
            FailureCode::LoginRefused | FailureCode::LoginNotOffered => Self::LogIn,
            _ => Self::Connect,
        }
    }
}

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TestedStep {
    /// It went well.
    Passed,
    /// The settings do not ask for it.
    NotAsked,
    /// It failed.
    Failed(Failure),
    /// An earlier one failed.
    NotReached,
}

/// What the test of an account found, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestReport {
    /// Every step in order, and what it came to.
    pub steps: Vec<(TestStep, TestedStep)>,
}

impl TestReport {
    /// What failed; nothing when emails can be sent.
    pub fn failure(&self) -> Option<&Failure> {
        self.steps.iter().find_map(|(_, tested)| match tested {
            TestedStep::Failed(failure) => Some(failure),
            _ => None,
        })
    }
}

/// Tries a mail account up to the login, and sends nothing.
///
/// # Errors
/// [`MailError::SettingInvalid`] when a setting cannot even be tried.
pub fn test_connection(
    settings: &MailSettings,
    policy: HostPolicy,
) -> Result<TestReport, MailError> {
    settings.check()?;
    let attempt = || {
        let mut connection = open(settings, policy)?;
        let _farewell = connection.quit();
        Ok(())
    };
    let outcome = catch_unwind(AssertUnwindSafe(attempt)).unwrap_or_else(|_| {
        let reason = "the program failed";
        Err(Failure::new(FailureCode::ServerAnswer, reason))
    });
    let failed_at = outcome
        .as_ref()
        .err()
        .map(|failure| TestStep::of(failure.code));
    let came_to = |step: TestStep| {
        let is_asked = match step {
            TestStep::Encrypt | TestStep::Certificate => settings.security != Security::None,
            TestStep::LogIn => !settings.username.is_empty(),
            TestStep::Resolve | TestStep::Connect => true,
        };
        match (&outcome, failed_at) {
            (Err(failure), Some(at)) if at == step => TestedStep::Failed(failure.clone()),
            (_, Some(at)) if at < step => TestedStep::NotReached,
            _ if !is_asked => TestedStep::NotAsked,
            _ => TestedStep::Passed,
        }
    };
    let steps = TestStep::ALL.map(|step| (step, came_to(step))).to_vec();
    Ok(TestReport { steps })
}
