//! The security log: what concerns who may do what (security.md S68). Kept a year; no names of
//! records, no amounts, no secrets.

use books::Key;
use jiff::Timestamp;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// Someone signed in.
    SignedIn,
    /// Someone did not get in.
    SignInRefused,
    /// Someone signed out, or ended a session.
    SignedOut,
    /// A password was set anew.
    PasswordChanged,
    /// A link for a new password was asked for, or made by an administrator.
    PasswordLinkAsked,
    /// A second factor was added, or taken away.
    SecondFactorChanged,
    /// A user was made, changed, disabled or removed.
    UserChanged,
    /// What someone may do was changed.
    AccessChanged,
    /// Someone tried what is not allowed.
    AccessDenied,
    /// An administrator began or ended acting for someone.
    Impersonation,
    /// The address that links and notices go to was changed.
    EmailChanged,
    /// The mail account of the server, or of a business, was changed.
    MailAccountChanged,
    /// An access token was made or revoked.
    TokenChanged,
    /// A token that is none, too old, or in a place where none may be was shown.
    TokenRefused,
    /// A backup was made.
    BackupMade,
    /// A backup was downloaded.
    BackupDownloaded,
    /// Backups were moved to Trash, or let go of for good.
    BackupDeleted,
    /// A business was brought in.
    BusinessImported,
    /// The erasure of the whole account was asked for, or called back.
    AccountErasure,
}

impl EventKind {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::SignedIn,
        Self::SignInRefused,
        Self::SignedOut,
        Self::PasswordChanged,
        Self::PasswordLinkAsked,
        Self::SecondFactorChanged,
        Self::UserChanged,
        Self::AccessChanged,
        Self::AccessDenied,
        Self::Impersonation,
        Self::EmailChanged,
        Self::MailAccountChanged,
        Self::TokenChanged,
        Self::TokenRefused,
        Self::BackupMade,
        Self::BackupDownloaded,
        Self::BackupDeleted,
        Self::BusinessImported,
        Self::AccountErasure,
    ];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignInRefused => "sign-in-refused",
            Self::SignedOut => "signed-out",
            Self::PasswordChanged => "password-changed",
            Self::PasswordLinkAsked => "password-link-asked",
            Self::SecondFactorChanged => "second-factor-changed",
            Self::UserChanged => "user-changed",
            Self::AccessChanged => "access-changed",
            Self::AccessDenied => "access-denied",
            Self::Impersonation => "impersonation",
            Self::EmailChanged => "email-changed",
            Self::MailAccountChanged => "mail-account-changed",
            Self::TokenChanged => "token-changed",
            Self::TokenRefused => "token-refused",
            Self::BackupMade => "backup-made",
            Self::BackupDownloaded => "backup-downloaded",
            Self::BackupDeleted => "backup-deleted",
            Self::BusinessImported => "business-imported",
            Self::AccountErasure => "account-erasure",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who did it, when that is known.
    pub by: Option<Key>,
    /// Whom or what it concerns: a user, a business, a token.
    pub about: Option<Key>,
    /// From which address.
    pub address: String,
    /// A code that says more, language-free; empty when there is none.
    pub detail: String,
}
