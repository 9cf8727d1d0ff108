//! Passwords set anew: by their owner, by a link, at the first start of a server.

use super::{Presented, SignIn};
use crate::limits::Limits;
use crate::{
    Event, EventKind, LINK_LIFE, Link, Purpose, Secret, User, UsersError, check_password,
    clean_name, random,
};
use books::Key;
use jiff::Timestamp;

impl SignIn {
    /// Takes the password once more within a session, for one act whose own form asks for it. It
    /// is no proof for anything else (docs/SPEC-users.md, 3.10).
    ///
    /// # Errors
    /// [`UsersError::SignInRefused`], [`UsersError::TooManyTries`].
    pub fn confirm_password(
        &self,
        secret: &Secret,
        password: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let visitor = self
            .visitor(secret, now)?
            .ok_or(UsersError::SignInRefused)?;
        let owner = self.owner(visitor.session.user)?;
        self.ask_password(&owner, password, presented, now)
    }

    /// Changes the password of whoever is signed in; every other session ends.
    ///
    /// # Errors
    /// [`UsersError::SignInRefused`] when the present password is wrong,
    /// [`UsersError::Password`], [`UsersError::TooManyTries`].
    pub fn change_password(
        &self,
        secret: &Secret,
        present: &str,
        wanted: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let visitor = self
            .visitor(secret, now)?
            .ok_or(UsersError::SignInRefused)?;
        let owner = self.owner(visitor.session.user)?;
        self.ask_password(&owner, present, presented, now)?;
        self.set_password(&owner, wanted, Some(visitor.session.digest), presented, now)
    }

    /// A link for a user: the secret in it is told to nobody else.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn make_link(
        &self,
        user: Key,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<Secret, UsersError> {
        let secret = random::secret()?;
        self.directory().put_link(&Link {
            digest: Link::digest_of(&secret),
            purpose,
            user,
            password_version: self.directory().credentials(user)?.password_version,
            expires_at: now + LINK_LIFE,
        })?;
        Ok(Secret(secret))
    }

    /// The same, made for a user by somebody else, of which the security log has a line: `by` is an
    /// administrator, or nobody on the command line; `how` a language-free code.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn make_link_for(
        &self,
        (user, by): (Key, Option<Key>),
        purpose: Purpose,
        (presented, how): (&Presented, &str),
        now: Timestamp,
    ) -> Result<Secret, UsersError> {
        let link = self.make_link(user, purpose, now)?;
        self.directory().note(&Event {
            at: now,
            kind: EventKind::PasswordLinkAsked,
            by,
            about: Some(user),
            address: presented.address.clone(),
            detail: how.to_owned(),
        })?;
        Ok(link)
    }

    /// Someone has forgotten the password and typed a name or an address: the user to write to and
    /// the secret of the link, when there is one. The answer on the screen is the same in any case.
    ///
    /// # Errors
    /// [`UsersError::TooManyTries`] when links were asked for too often.
    pub fn ask_for_link(
        &self,
        typed: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<Option<(User, Secret)>, UsersError> {
        let name = clean_name(typed).unwrap_or_default();
        let limits = self.limits(&format!("link {name}"), &presented.address, None);
        // Asking is what is counted, whoever is meant: it is never taken back.
        limits.try_once(now)?;
        let users = self.directory().users()?;
        let is_meant = |user: &User| {
            !user.is_disabled
                && !user.email.is_empty()
                && (user.name == name || user.email.to_lowercase() == name)
        };
        // A secret is drawn in any case, so that both ways take alike.
        let meant = users.into_iter().find(is_meant);
        let key = meant.as_ref().map_or(Key::NIL, |user| user.key);
        let secret = self.make_link(key, Purpose::NewPassword, now)?;
        match meant {
            Some(user) => {
                self.tell(EventKind::PasswordLinkAsked, Some(key), presented, now, "")?;
                Ok(Some((user, secret)))
            }
            None => {
                self.directory().take_link(Link::digest_of(&secret.0))?;
                Ok(None)
            }
        }
    }

    /// Whose link this is, if it still works; it is left as it is.
    ///
    /// # Errors
    /// [`UsersError::LinkRefused`].
    pub fn look_at_link(
        &self,
        secret: &Secret,
        now: Timestamp,
    ) -> Result<(User, Purpose), UsersError> {
        let link = self.directory().link(Link::digest_of(&secret.0))?;
        let link = link.ok_or(UsersError::LinkRefused)?;
        let user = self.check_link(&link, now)?;
        Ok((user, link.purpose))
    }

    /// Sets the password that a link is for. It signs nobody in and passes over no second factor;
    /// the account does not wait any more (S33).
    ///
    /// # Errors
    /// [`UsersError::LinkRefused`], [`UsersError::Password`] (the link stays good then).
    pub fn use_link(
        &self,
        secret: &Secret,
        wanted: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<User, UsersError> {
        let (user, _purpose) = self.look_at_link(secret, now)?;
        self.check_wanted(&user, wanted)?;
        let taken = self.directory().take_link(Link::digest_of(&secret.0))?;
        let link = taken.ok_or(UsersError::LinkRefused)?;
        self.check_link(&link, now)?;
        self.set_password(&user, wanted, None, presented, now)?;
        // Whoever was locked out by a stranger's tries has proved to be the owner.
        Limits::forget_account(self.directory(), &user.name)?;
        Ok(user)
    }

    /// The secret that makes the first administrator of a server that has no users; nothing once
    /// there are some.
    ///
    /// # Errors
    /// When the directory cannot be read or written.
    pub fn setup_secret(&self, now: Timestamp) -> Result<Option<Secret>, UsersError> {
        match self.directory().users()?.is_empty() {
            true => self.make_link(Key::NIL, Purpose::Setup, now).map(Some),
            false => Ok(None),
        }
    }

    /// Makes the first administrator.
    ///
    /// # Errors
    /// [`UsersError::SetupCodeRefused`] for a wrong one or when there are users already; those of
    /// the name and the password.
    pub fn set_up(
        &self,
        secret: &Secret,
        user: &User,
        password: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let digest = Link::digest_of(&secret.0);
        let link = self.directory().link(digest)?;
        let is_good = |link: &Link| link.purpose == Purpose::Setup && now < link.expires_at;
        if !link.as_ref().is_some_and(is_good) || !self.directory().users()?.is_empty() {
            return Err(UsersError::SetupCodeRefused);
        }
        self.check_wanted(user, password)?;
        self.directory()
            .take_link(digest)?
            .ok_or(UsersError::SetupCodeRefused)?;
        self.directory().put_user(user)?;
        self.set_password(user, password, None, presented, now)
    }

    /// Sets a password for a user, as the administrator's command line does.
    ///
    /// # Errors
    /// [`UsersError::Password`].
    pub fn set_password(
        &self,
        user: &User,
        wanted: &str,
        keeping: Option<[u8; 32]>,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        self.check_wanted(user, wanted)?;
        let hash = self.hasher.hash(wanted)?;
        self.directory().set_password(user.key, &hash, keeping)?;
        self.tell(
            EventKind::PasswordChanged,
            Some(user.key),
            presented,
            now,
            "",
        )
    }

    fn check_wanted(&self, user: &User, wanted: &str) -> Result<(), UsersError> {
        let has_second = self
            .directory()
            .credentials(user.key)?
            .sealed_seed
            .is_some();
        check_password(
            wanted,
            &[&user.name, &user.full_name, &user.email],
            has_second,
        )
    }

    /// The user of a link that works.
    fn check_link(&self, link: &Link, now: Timestamp) -> Result<User, UsersError> {
        let version = self.directory().credentials(link.user)?.password_version;
        let is_good = now < link.expires_at
            && link.purpose != Purpose::Setup
            && link.password_version == version;
        let user = self.directory().user(link.user)?;
        user.filter(|user| is_good && !user.is_disabled)
            .ok_or(UsersError::LinkRefused)
    }

    pub(super) fn owner(&self, key: Key) -> Result<User, UsersError> {
        self.directory().user(key)?.ok_or(UsersError::UserNotFound)
    }

    /// The present password, counted as a try like any other.
    fn ask_password(
        &self,
        user: &User,
        password: &str,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<(), UsersError> {
        let device = self.known_device(Some(user), presented)?;
        let limits = self.limits(&user.name, &presented.address, device.as_deref());
        let tried = limits.try_once(now)?;
        if !self.is_password_of(user.key, password)? {
            let kind = EventKind::SignInRefused;
            self.tell(kind, Some(user.key), presented, now, "present-password")?;
            return Err(UsersError::SignInRefused);
        }
        tried.forgive()
    }

    pub(super) fn is_password_of(&self, user: Key, password: &str) -> Result<bool, UsersError> {
        let kept = self.directory().credentials(user)?.password_hash;
        self.hasher.is_right(password, kept.as_deref())
    }
}
