//! Who asks: the session or the token that came with a request, looked up each time.

use super::{Presented, SignIn};
use crate::{
    AccessToken, Event, EventKind, Role, Secret, Session, TOKEN_PREFIX, User, UsersError, random,
};
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// The last use of a token is written when the one before is older than this.
const USED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// Who asks with a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// As whom.
    pub user: User,
    /// The administrator who acts for that user, when that is so.
    pub administrator: Option<User>,
    /// The session.
    pub session: Session,
}

impl SignIn {
    /// Who is signed in with this secret. A session is over by time, with another password, and
    /// when its user is gone or disabled: all of it is looked at each time.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn visitor(&self, secret: &Secret, now: Timestamp) -> Result<Option<Visitor>, UsersError> {
        let digest = Session::digest_of(&secret.0);
        let Some(mut session) = self.directory().session(digest)? else {
            return Ok(None);
        };
        if session.needs_second_factor {
            return Ok(None);
        }
        let owner = self.enabled(session.user)?;
        let version = self.directory().credentials(session.user)?.password_version;
        let is_over = session.is_over(now) || session.password_version != version;
        let Some(owner) = owner.filter(|_| !is_over) else {
            self.directory().end_session(digest)?;
            return Ok(None);
        };
        if session.is_stale(now) {
            session.seen_at = now;
            self.directory().put_session(&session)?;
        }
        let acted_for = match session.acting_for {
            // Whoever is no administrator any more acts for nobody.
            Some(user) if owner.role == Role::Administrator => self.enabled(user)?,
            _ => None,
        };
        Ok(Some(match acted_for {
            Some(user) => Visitor {
                user,
                administrator: Some(owner),
                session,
            },
            None => Visitor {
                user: owner,
                administrator: None,
                session,
            },
        }))
    }

    /// Whose token this is, and the token; nothing for one that is unknown, too old, or whose user
    /// may not sign in.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn bearer(
        &self,
        secret: &Secret,
        now: Timestamp,
    ) -> Result<Option<(User, AccessToken)>, UsersError> {
        if !secret.0.starts_with(TOKEN_PREFIX) {
            return Ok(None);
        }
        let digest = AccessToken::digest_of(&secret.0);
        let found = self.directory().token(digest)?;
        let Some(mut token) = found.filter(|token| token.is_valid(now)) else {
            return Ok(None);
        };
        let Some(user) = self.enabled(token.user)? else {
            return Ok(None);
        };
        let was_used = |at: Timestamp| now.duration_since(at) < USED_EVERY;
        if !token.used_at.is_some_and(was_used) {
            token.used_at = Some(now);
            self.directory().put_token(&token)?;
        }
        Ok(Some((user, token)))
    }

    /// Begins or ends acting for a user; the session goes on under another secret, because what
    /// may be done with it changes.
    ///
    /// # Errors
    /// [`UsersError::UserNotFound`] when the session's user is no administrator, or there is no
    /// such user.
    pub fn act_for(
        &self,
        secret: &Secret,
        user: Option<Key>,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<Secret, UsersError> {
        let visitor = self.visitor(secret, now)?.ok_or(UsersError::UserNotFound)?;
        let by = visitor.session.user;
        if user.is_some() {
            self.enabled(by)?
                .filter(|owner| owner.role == Role::Administrator)
                .ok_or(UsersError::UserNotFound)?;
        }
        if let Some(user) = user {
            self.enabled(user)?.ok_or(UsersError::UserNotFound)?;
        }
        let renewed = random::secret()?;
        let before = visitor.session.digest;
        self.directory().put_session(&Session {
            digest: Session::digest_of(&renewed),
            acting_for: user,
            ..visitor.session
        })?;
        self.directory().end_session(before)?;
        self.directory().note(&Event {
            at: now,
            kind: EventKind::Impersonation,
            by: Some(by),
            about: user,
            address: presented.address.clone(),
            detail: if user.is_some() { "begun" } else { "ended" }.to_owned(),
        })?;
        Ok(Secret(renewed))
    }

    /// The sessions of a user in which somebody is signed in, latest first.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn open_sessions(&self, user: Key, now: Timestamp) -> Result<Vec<Session>, UsersError> {
        let mut sessions = self.directory().sessions_of(user)?;
        sessions.retain(|session| !session.is_over(now) && !session.needs_second_factor);
        Ok(sessions)
    }

    /// Ends the session of a user that is called this ([`Session::name`]). No error when there is
    /// none: it ended by itself.
    ///
    /// # Errors
    /// When the directory cannot be read or written.
    pub fn end_session_named(
        &self,
        user: Key,
        name: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let sessions = self.directory().sessions_of(user)?;
        let Some(session) = sessions.iter().find(|session| session.name() == name) else {
            return Ok(());
        };
        self.tell(EventKind::SignedOut, Some(user), presented, now, "session")?;
        self.directory().end_session(session.digest)
    }

    /// Ends every session of a user but the one with this digest.
    ///
    /// # Errors
    /// When the directory cannot be read or written.
    pub fn end_other_sessions(&self, user: Key, own: [u8; 32]) -> Result<(), UsersError> {
        for session in self.directory().sessions_of(user)? {
            if session.digest != own {
                self.directory().end_session(session.digest)?;
            }
        }
        Ok(())
    }

    /// Ends the session with this secret.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn sign_out(
        &self,
        secret: &Secret,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let digest = Session::digest_of(&secret.0);
        if let Some(session) = self.directory().session(digest)? {
            self.tell(EventKind::SignedOut, Some(session.user), presented, now, "")?;
        }
        self.directory().end_session(digest)
    }

    fn enabled(&self, key: Key) -> Result<Option<User>, UsersError> {
        let user = self.directory().user(key)?;
        Ok(user.filter(|user| !user.is_disabled))
    }
}
