//! Letters that the edition writes to users of its subscribers by itself, through its own mail
//! account: that whoever runs it helped somebody in again (docs/SPEC-cloud.md, 8.6).
//!
//! Pages write theirs on their own (`web`, letters); these come from the command line and from
//! nodes, which may wait for a mail server.

use super::ground::Ground;
use books::Key;
use jiff::Timestamp;
use mail::{HostPolicy, Letter, Mailbox, send_letter};
use pages::{Argument, Locale};
use users::User;

/// What a letter tells: the keys of its subject and text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Whoever runs the edition made a link for a new password.
    LinkMade,
    /// Whoever runs the edition took the second factor away.
    FactorForgotten,
}

impl Told {
    const fn keys(self) -> [&'static str; 2] {
        match self {
            Self::LinkMade => ["letter-helped-subject", "letter-helped-link-text"],
            Self::FactorForgotten => ["letter-helped-subject", "letter-helped-factor-text"],
        }
    }
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// The mail server took it.
    Sent,
    /// The edition has no mail account, or the user no address.
    Nowhere,
    /// It was not sent, or may not have been; the code says why.
    Failed(&'static str),
}

impl Posted {
    /// The stable word for it, language-free.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Nowhere => "nowhere",
            Self::Failed(code) => code,
        }
    }
}

/// Writes to a user of the subscriber with this name, and waits until the mail server took it.
pub fn write(ground: &Ground, locale: Locale, firm: &str, user: &User, told: Told) -> Posted {
    let Ok(to) = Mailbox::new(Some(&user.full_name), &user.email) else {
        return Posted::Nowhere;
    };
    let settings = match ground.vault(Key::NIL).installation_mail() {
        Ok(Some(settings)) => settings,
        Ok(None) => return Posted::Nowhere,
        Err(error) => return Posted::Failed(error.code()),
    };
    let key = match web::stamp::random_key() {
        Ok(key) => key,
        Err(error) => return Posted::Failed(error.code),
    };
    let facts = [
        ("firm", Argument::Text(firm)),
        ("name", Argument::Text(&user.full_name)),
        ("user", Argument::Text(&user.name)),
    ];
    let [subject, text] = told.keys().map(|key| locale.text_with(key, &facts));
    let letter = Letter { to, subject, text };
    // The account is that of whoever runs the edition, who may well keep a mail server near by.
    match send_letter(&settings, HostPolicy::Any, key, &letter, Timestamp::now()) {
        Ok(()) => Posted::Sent,
        Err(failure) => Posted::Failed(failure.code.code()),
    }
}
