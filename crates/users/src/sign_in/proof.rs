//! The proof once more, within a session, before what is grave (security.md S35;
//! docs/SPEC-users.md, 3.10).

use super::{Presented, SignIn};
use crate::{Event, EventKind, Secret, Session, User, UsersError, random};
use books::Key;
use jiff::Timestamp;

impl SignIn {
    /// Whether this user proves who they are with a code beside the password.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn asks_for_code(&self, user: Key) -> Result<bool, UsersError> {
        let credentials = self.directory().credentials(user)?;
        Ok(credentials.sealed_seed.is_some())
    }

    /// Takes the password, and the code of the second factor where there is one, of whoever signed
    /// in. The session goes on under another secret, which is given back: whoever has read the one
    /// before gains nothing by this proof.
    ///
    /// # Errors
    /// [`UsersError::SignInRefused`] for a wrong password and for a session that is over,
    /// [`UsersError::CodeRefused`], [`UsersError::TooManyTries`].
    pub fn prove(
        &self,
        secret: &Secret,
        (password, code): (&str, &str),
        presented: &Presented,
        now: Timestamp,
    ) -> Result<Secret, UsersError> {
        let visitor = self
            .visitor(secret, now)?
            .ok_or(UsersError::SignInRefused)?;
        let before = visitor.session;
        let owner = self.owner(before.user)?;
        self.ask_proof(&owner, (password, code), presented, now)?;
        let renewed = random::secret()?;
        let digest = before.digest;
        self.directory().put_session(&Session {
            digest: Session::digest_of(&renewed),
            seen_at: now,
            confirmed_at: now,
            ..before
        })?;
        self.directory().end_session(digest)?;
        Ok(Secret(renewed))
    }

    /// Both at once, counted as one try of a sign-in. A right password forgets nothing as long as
    /// its code is wrong: codes could be tried without an end otherwise.
    fn ask_proof(
        &self,
        owner: &User,
        (password, code): (&str, &str),
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let device = self.known_device(Some(owner), presented)?;
        let limits = self.limits(&owner.name, &presented.address, device.as_deref());
        let tried = limits.try_once(now)?;
        let wrong = if !self.is_password_of(owner.key, password)? {
            Some(UsersError::SignInRefused)
        } else if self.asks_for_code(owner.key)? && !self.is_code_right(owner.key, code, now)? {
            Some(UsersError::CodeRefused)
        } else {
            None
        };
        let Some(wrong) = wrong else {
            return tried.forgive();
        };
        self.directory().note(&Event {
            at: now,
            kind: EventKind::SignInRefused,
            by: Some(owner.key),
            about: None,
            address: presented.address.clone(),
            detail: "proof".to_owned(),
        })?;
        Err(wrong)
    }
}
