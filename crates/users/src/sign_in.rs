//! Signing in: the password, the second factor, the session (security.md S30 to S35).
//!
//! Each step hands in the moment and what the browser presented. An answer to someone who is not
//! signed in never tells whether a user exists.

mod passwords;
mod proof;
mod visitors;

pub use visitors::Visitor;

use crate::limits::Limits;
use crate::second_factor::{digest_of_recovery_code, step_of};
use crate::{
    Directory, Event, EventKind, Hasher, Seal, Secret, Session, User, UsersError, clean_name,
    random,
};
use books::Key;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// How long the code of the second factor may be awaited.
const CODE_WAIT: SignedDuration = SignedDuration::from_mins(10);
/// The longest text that is kept of what a browser calls itself.
const BROWSER_LETTERS_MAX: usize = 200;
/// What the seed of a second factor is sealed as, before the user's key.
const SEED: &str = "second factor ";

/// What a browser presents beside what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presented {
    /// The address it asks from.
    pub address: String,
    /// What it calls itself.
    pub browser: String,
    /// The secret of a device that signed in before.
    pub device: Option<Secret>,
}

/// What comes after the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The code of the second factor, for the sign-in with this secret.
    Code(Secret),
    /// Nothing: the person is signed in.
    Done(Box<SignedIn>),
}

/// Someone is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub user: User,
    /// The secret of the session, for the browser's cookie.
    pub session: Secret,
    /// The secret of the device, when the browser had none of this user.
    pub device: Option<Secret>,
}

/// Signs people in.
pub struct SignIn {
    directory: Arc<dyn Directory>,
    /// Where tries from an address are counted.
    addresses: Arc<dyn Directory>,
    hasher: Arc<Hasher>,
    seal: Arc<dyn Seal>,
}

impl SignIn {
    /// Over a directory, with what seals the seeds of second factors.
    pub fn new(
        directory: Arc<dyn Directory>,
        hasher: impl Into<Arc<Hasher>>,
        seal: Arc<dyn Seal>,
    ) -> Self {
        Self {
            addresses: directory.clone(),
            directory,
            hasher: hasher.into(),
            seal,
        }
    }

    /// The same, with tries from an address counted in a directory that several share: whoever
    /// tries the users of one after the other is one address all the same.
    #[must_use]
    pub fn counting_addresses_in(mut self, addresses: Arc<dyn Directory>) -> Self {
        self.addresses = addresses;
        self
    }

    /// What a try is counted under.
    fn limits(&self, account: &str, address: &str, device: Option<&str>) -> Limits<'_> {
        Limits::of(&*self.directory, account, address, device)
            .counting_addresses_in(&*self.addresses)
    }

    /// Where the users are.
    pub fn directory(&self) -> &dyn Directory {
        &*self.directory
    }

    /// Takes a name and a password.
    ///
    /// # Errors
    /// [`UsersError::SignInRefused`] whatever is wrong; [`UsersError::TooManyTries`].
    pub fn begin(
        &self,
        name: &str,
        password: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<Step, UsersError> {
        // A name that cannot be one is a name that nobody has.
        let name = clean_name(name).unwrap_or_default();
        let user = self.directory.user_named(&name)?;
        let device = self.known_device(user.as_ref(), presented)?;
        let limits = self.limits(&name, &presented.address, device.as_deref());
        let tried = limits.try_once(now)?;
        let credentials = match &user {
            Some(user) => self.directory.credentials(user.key)?,
            None => crate::Credentials::default(),
        };
        let kept = credentials.password_hash.as_deref();
        let is_right = self.hasher.is_right(password, kept)?;
        let user = user.filter(|user| is_right && !user.is_disabled);
        let Some(user) = user else {
            self.tell(EventKind::SignInRefused, None, presented, now, "password")?;
            return Err(UsersError::SignInRefused);
        };
        if let Some(kept) = kept.filter(|kept| self.hasher.is_outdated(kept)) {
            let hash = self.hasher.hash(password)?;
            self.directory.rehash_password(user.key, kept, &hash)?;
        }
        if credentials.sealed_seed.is_some() {
            // The password was right, and whoever typed it is not in: nothing is forgotten yet.
            tried.take_back()?;
            let secret = self.open_session(&user, presented, now, true)?;
            return Ok(Step::Code(secret));
        }
        tried.forgive()?;
        self.finish(user, presented, device.is_some(), now)
            .map(|signed_in| Step::Done(Box::new(signed_in)))
    }

    /// Takes the code of the second factor, or one on paper, after the password.
    ///
    /// # Errors
    /// [`UsersError::CodeRefused`], [`UsersError::TooManyTries`], and
    /// [`UsersError::SignInRefused`] when the sign-in was begun too long ago.
    pub fn take_code(
        &self,
        begun: &Secret,
        code: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<SignedIn, UsersError> {
        let digest = Session::digest_of(&begun.0);
        let session = self
            .directory
            .session(digest)?
            .filter(|session| session.needs_second_factor)
            .filter(|session| now.duration_since(session.begun_at) < CODE_WAIT)
            .ok_or(UsersError::SignInRefused)?;
        let user = self
            .directory
            .user(session.user)?
            .filter(|user| !user.is_disabled)
            .ok_or(UsersError::SignInRefused)?;
        let device = self.known_device(Some(&user), presented)?;
        let limits = self.limits(&user.name, &presented.address, device.as_deref());
        let tried = limits.try_once(now)?;
        if !self.is_code_right(user.key, code, now)? {
            self.tell(
                EventKind::SignInRefused,
                Some(user.key),
                presented,
                now,
                "code",
            )?;
            return Err(UsersError::CodeRefused);
        }
        tried.forgive()?;
        self.directory.end_session(digest)?;
        self.finish(user, presented, device.is_some(), now)
    }

    /// Whether this is the code of this moment, or one on paper; it is used up then.
    ///
    /// # Errors
    /// When the directory or the seal fails.
    pub fn is_code_right(&self, user: Key, code: &str, now: Timestamp) -> Result<bool, UsersError> {
        let credentials = self.directory.credentials(user)?;
        let Some(sealed) = credentials.sealed_seed else {
            return Ok(false);
        };
        let seed = self.seal.open(&format!("{SEED}{user}"), &sealed)?;
        match step_of(&seed, code, now) {
            Some(step) => self.directory.use_step(user, step),
            None => self
                .directory
                .use_recovery_code(user, digest_of_recovery_code(code)),
        }
    }

    /// Keeps a second factor that its owner has entered: a first code of it proves so.
    ///
    /// # Errors
    /// [`UsersError::CodeRefused`] when the code is not one of it.
    pub fn add_second_factor(
        &self,
        user: &User,
        made: &crate::SecondFactor,
        code: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let step = step_of(made.seed(), code, now).ok_or(UsersError::CodeRefused)?;
        let sealed = self
            .seal
            .seal(&format!("{SEED}{}", user.key), made.seed())?;
        let codes: Vec<[u8; 32]> = made
            .recovery_codes
            .iter()
            .map(|code| digest_of_recovery_code(&code.0))
            .collect();
        self.directory
            .set_second_factor(user.key, Some(&sealed), &codes)?;
        self.directory.use_step(user.key, step)?;
        self.tell(
            EventKind::SecondFactorChanged,
            Some(user.key),
            presented,
            now,
            "added",
        )
    }

    /// Takes away a second factor: asked for by its owner, or by an administrator for someone who
    /// lost it with the codes on paper.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn forget_second_factor(
        &self,
        user: &User,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        self.directory.set_second_factor(user.key, None, &[])?;
        self.tell(
            EventKind::SecondFactorChanged,
            Some(user.key),
            presented,
            now,
            "taken away",
        )
    }

    /// The digest of the device in words, when it is one of this user's.
    fn known_device(
        &self,
        user: Option<&User>,
        presented: &Presented,
    ) -> Result<Option<String>, UsersError> {
        let (Some(user), Some(device)) = (user, &presented.device) else {
            return Ok(None);
        };
        let digest = random::digest("device", &device.0);
        let is_known = self.directory.is_device_of(user.key, digest)?;
        Ok(is_known.then(|| random::hex(&digest)))
    }

    /// A session of its own, and a device for the next time.
    fn finish(
        &self,
        user: User,
        presented: &Presented,
        is_known_device: bool,
        now: Timestamp,
    ) -> Result<SignedIn, UsersError> {
        let session = self.open_session(&user, presented, now, false)?;
        let known = presented.device.clone().filter(|_| is_known_device);
        let device = match &known {
            Some(_) => None,
            None => Some(Secret(random::secret()?)),
        };
        // One that is known is seen again.
        if let Some(secret) = known.as_ref().or(device.as_ref()) {
            let digest = random::digest("device", &secret.0);
            self.directory.put_device(user.key, digest, now)?;
        }
        self.tell(EventKind::SignedIn, Some(user.key), presented, now, "")?;
        Ok(SignedIn {
            user,
            session,
            device,
        })
    }

    fn open_session(
        &self,
        user: &User,
        presented: &Presented,
        now: Timestamp,
        needs_second_factor: bool,
    ) -> Result<Secret, UsersError> {
        let secret = random::secret()?;
        self.directory.put_session(&Session {
            digest: Session::digest_of(&secret),
            user: user.key,
            acting_for: None,
            begun_at: now,
            seen_at: now,
            confirmed_at: now,
            browser: presented
                .browser
                .chars()
                .take(BROWSER_LETTERS_MAX)
                .collect(),
            address: presented.address.clone(),
            password_version: self.directory.credentials(user.key)?.password_version,
            needs_second_factor,
        })?;
        Ok(Secret(secret))
    }

    /// Adds a line to the security log.
    fn tell(
        &self,
        kind: EventKind,
        by: Option<Key>,
        presented: &Presented,
        now: Timestamp,
        detail: &str,
    ) -> Result<(), UsersError> {
        self.directory.note(&Event {
            at: now,
            kind,
            by,
            about: None,
            address: presented.address.clone(),
            detail: detail.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests;
