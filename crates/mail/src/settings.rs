//! The mail account of a business: where it sends through, and as whom.

use crate::mailbox::without_controls;
use crate::outbox::random_key;
use crate::{MailError, Mailbox, Secret, Vault};
use history::{Action, Contents, Draft, Stamp, facts};
use store::Business;

/// Emails sent within an hour, unless the settings say otherwise.
const EMAILS_PER_HOUR: u32 = 100;

/// How the connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// From the first byte: port 465.
    Tls,
    /// After the greeting, and required: ports 587 and 25.
    StartTls,
    /// Not at all: to this computer only.
    None,
}

impl Security {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Tls, Self::StartTls, Self::None];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tls => "tls",
            Self::StartTls => "starttls",
            Self::None => "none",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A mail account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// The name or the address of the server.
    pub host: String,
    /// 465, 587 or 25; any on this computer.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name; empty when the server wants no login.
    pub username: String,
    /// The password.
    pub password: Secret,
    /// Whom emails are from.
    pub from: Mailbox,
    /// Where answers go, when elsewhere.
    pub reply_to: Option<Mailbox>,
    /// Whether the sender gets a hidden copy of each email.
    pub copies_to_oneself: bool,
    /// How many emails are sent within an hour.
    pub emails_per_hour: u32,
    /// A certificate authority of one's own, in PEM, trusted beside the system's.
    pub authority: Option<String>,
}

impl MailSettings {
    /// Settings for a server, with TLS from the start and no login.
    pub fn new(host: &str, from: Mailbox) -> Self {
        Self {
            host: host.to_owned(),
            port: 465,
            security: Security::Tls,
            username: String::new(),
            password: Secret::default(),
            from,
            reply_to: None,
            copies_to_oneself: false,
            emails_per_hour: EMAILS_PER_HOUR,
            authority: None,
        }
    }

    /// Looks for settings that cannot be used.
    ///
    /// # Errors
    /// [`MailError::SettingInvalid`] for the first of them.
    pub fn check(&self) -> Result<(), MailError> {
        let invalid = |setting, reason: &str| {
            Err(MailError::SettingInvalid {
                setting,
                reason: reason.to_owned(),
            })
        };
        let is_host = |sign: char| sign.is_ascii_alphanumeric() || ".-:".contains(sign);
        if self.host.is_empty() || self.host.len() > 253 || !self.host.chars().all(is_host) {
            return invalid(
                "host",
                "a server's name has letters, digits, dots and hyphens",
            );
        }
        if self.port == 0 {
            return invalid("port", "it should be 465, 587 or 25");
        }
        for (setting, text) in [
            ("username", self.username.as_str()),
            ("password", self.password.reveal()),
        ] {
            if text.len() > 1000 || text.chars().any(char::is_control) {
                return invalid(setting, "it has control characters or is too long");
            }
        }
        if self.emails_per_hour == 0 {
            return invalid("emails_per_hour", "it should be at least 1");
        }
        Ok(())
    }

    /// The settings as names and values, for the vault.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        let mut values = vec![
            ("host", self.host.clone()),
            ("port", self.port.to_string()),
            ("security", self.security.code().to_owned()),
            ("username", self.username.clone()),
            ("password", self.password.reveal().to_owned()),
            ("from", self.from.to_string()),
            ("copies_to_oneself", yes(self.copies_to_oneself)),
            ("emails_per_hour", self.emails_per_hour.to_string()),
        ];
        values.extend(
            self.reply_to
                .as_ref()
                .map(|to| ("reply_to", to.to_string())),
        );
        values.extend(self.authority.clone().map(|pem| ("authority", pem)));
        let values: Vec<_> = values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        facts::encode(&values)
    }

    /// The settings in the bytes of the vault.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let values = facts::decode(bytes).ok()?;
        let value = |wanted: &str| {
            let found = values.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str())
        };
        let mut settings = Self::new(value("host")?, Mailbox::parse(value("from")?).ok()?);
        settings.port = value("port")?.parse().ok()?;
        settings.security = Security::from_code(value("security")?)?;
        value("username")?.clone_into(&mut settings.username);
        settings.password = Secret::new(value("password")?);
        settings.copies_to_oneself = value("copies_to_oneself")? == "yes";
        settings.emails_per_hour = value("emails_per_hour")?.parse().ok()?;
        settings.reply_to = match value("reply_to") {
            Some(text) => Some(Mailbox::parse(text).ok()?),
            None => None,
        };
        settings.authority = value("authority").map(str::to_owned);
        Some(settings)
    }
}

/// Keeps the settings of a business in the vault, and tells its History without the password
/// (SPEC-emails.md, section 4): both or neither.
///
/// # Errors
/// When a setting cannot be used, or the vault or the store cannot be written.
pub fn save_settings(
    vault: &Vault,
    business: &dyn Business,
    settings: &MailSettings,
    stamp: &Stamp,
) -> Result<(), MailError> {
    settings.check()?;
    let is_set = if settings.password.is_empty() {
        "none"
    } else {
        "set"
    };
    let told = [
        ("host", settings.host.clone()),
        ("port", settings.port.to_string()),
        ("security", settings.security.code().to_owned()),
        ("username", without_controls(&settings.username)),
        ("password", is_set.to_owned()),
    ];
    let told = told.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let key = random_key()?;
    business.write(&mut |unit| {
        unit.record(Draft {
            stamp: stamp.clone(),
            action: Action::EmailSettings,
            key,
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: settings.from.address().to_owned(),
            facts: told.clone(),
        })?;
        Ok(vault.put(business.key(), settings)?)
    })?;
    Ok(())
}
