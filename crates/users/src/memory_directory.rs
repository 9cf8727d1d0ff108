//! A directory that lasts as long as it lives: for tests.

use crate::{
    AccessToken, Credentials, Directory, Event, Failures, Link, Role, Session, User, UsersError,
};
use books::Key;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long lines of the security log are kept.
pub(crate) const LOG_LIFE: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Users in memory.
#[derive(Default)]
pub struct MemoryDirectory(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    users: BTreeMap<Key, User>,
    credentials: HashMap<Key, Credentials>,
    sessions: HashMap<[u8; 32], Session>,
    links: HashMap<[u8; 32], Link>,
    tokens: HashMap<[u8; 32], AccessToken>,
    devices: HashSet<(Key, [u8; 32])>,
    failures: HashMap<(String, String), Failures>,
    log: Vec<Event>,
}

impl Kept {
    /// Refuses a change after which nobody could change users, when someone could before.
    fn keep_administrator(&self, after: &BTreeMap<Key, User>) -> Result<(), UsersError> {
        let governs = |user: &User| user.role == Role::Administrator && !user.is_disabled;
        match self.users.values().any(governs) && !after.values().any(governs) {
            true => Err(UsersError::LastAdministrator),
            false => Ok(()),
        }
    }
}

impl MemoryDirectory {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Directory for MemoryDirectory {
    fn users(&self) -> Result<Vec<User>, UsersError> {
        let mut users: Vec<User> = self.kept().users.values().cloned().collect();
        users.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(users)
    }

    fn user(&self, key: Key) -> Result<Option<User>, UsersError> {
        Ok(self.kept().users.get(&key).cloned())
    }

    fn user_named(&self, name: &str) -> Result<Option<User>, UsersError> {
        let kept = self.kept();
        Ok(kept.users.values().find(|user| user.name == name).cloned())
    }

    fn put_user(&self, user: &User) -> Result<(), UsersError> {
        let mut kept = self.kept();
        let is_taken = |other: &User| other.name == user.name && other.key != user.key;
        if kept.users.values().any(is_taken) {
            return Err(UsersError::NameTaken(user.name.clone()));
        }
        let mut after = kept.users.clone();
        after.insert(user.key, user.clone());
        kept.keep_administrator(&after)?;
        kept.users = after;
        Ok(())
    }

    fn remove_user(&self, key: Key) -> Result<(), UsersError> {
        let mut kept = self.kept();
        let mut after = kept.users.clone();
        after.remove(&key);
        kept.keep_administrator(&after)?;
        kept.users = after;
        kept.credentials.remove(&key);
        kept.sessions.retain(|_, session| session.user != key);
        kept.links.retain(|_, link| link.user != key);
        kept.tokens.retain(|_, token| token.user != key);
        kept.devices.retain(|(user, _)| *user != key);
        Ok(())
    }

    fn credentials(&self, user: Key) -> Result<Credentials, UsersError> {
        let kept = self.kept();
        Ok(kept.credentials.get(&user).cloned().unwrap_or_default())
    }

    fn set_password(
        &self,
        user: Key,
        hash: &str,
        keeping: Option<[u8; 32]>,
    ) -> Result<(), UsersError> {
        let mut kept = self.kept();
        let credentials = kept.credentials.entry(user).or_default();
        credentials.password_hash = Some(hash.to_owned());
        credentials.password_version += 1;
        let version = credentials.password_version;
        kept.sessions
            .retain(|digest, session| session.user != user || keeping == Some(*digest));
        if let Some(session) = keeping.and_then(|digest| kept.sessions.get_mut(&digest)) {
            session.password_version = version;
        }
        kept.links.retain(|_, link| link.user != user);
        Ok(())
    }

    fn rehash_password(&self, user: Key, before: &str, hash: &str) -> Result<(), UsersError> {
        let mut kept = self.kept();
        if let Some(credentials) = kept.credentials.get_mut(&user) {
            if credentials.password_hash.as_deref() == Some(before) {
                credentials.password_hash = Some(hash.to_owned());
            }
        }
        Ok(())
    }

    fn set_second_factor(
        &self,
        user: Key,
        sealed_seed: Option<&[u8]>,
        recovery_codes: &[[u8; 32]],
    ) -> Result<(), UsersError> {
        let mut kept = self.kept();
        let credentials = kept.credentials.entry(user).or_default();
        credentials.sealed_seed = sealed_seed.map(<[u8]>::to_vec);
        credentials.last_step = 0;
        credentials.recovery_codes = recovery_codes.to_vec();
        Ok(())
    }

    fn use_step(&self, user: Key, step: u64) -> Result<bool, UsersError> {
        let mut kept = self.kept();
        let credentials = kept.credentials.entry(user).or_default();
        let is_new = step > credentials.last_step;
        credentials.last_step = credentials.last_step.max(step);
        Ok(is_new)
    }

    fn use_recovery_code(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError> {
        let mut kept = self.kept();
        let credentials = kept.credentials.entry(user).or_default();
        let before = credentials.recovery_codes.len();
        credentials.recovery_codes.retain(|kept| *kept != digest);
        Ok(credentials.recovery_codes.len() < before)
    }

    fn put_session(&self, session: &Session) -> Result<(), UsersError> {
        self.kept().sessions.insert(session.digest, session.clone());
        Ok(())
    }

    fn session(&self, digest: [u8; 32]) -> Result<Option<Session>, UsersError> {
        Ok(self.kept().sessions.get(&digest).cloned())
    }

    fn sessions_of(&self, user: Key) -> Result<Vec<Session>, UsersError> {
        let kept = self.kept();
        let mut found: Vec<Session> = kept
            .sessions
            .values()
            .filter(|session| session.user == user)
            .cloned()
            .collect();
        found.sort_by_key(|session| std::cmp::Reverse((session.seen_at, session.digest)));
        Ok(found)
    }

    fn end_session(&self, digest: [u8; 32]) -> Result<(), UsersError> {
        self.kept().sessions.remove(&digest);
        Ok(())
    }

    fn end_sessions_of(&self, user: Key) -> Result<(), UsersError> {
        self.kept()
            .sessions
            .retain(|_, session| session.user != user);
        Ok(())
    }

    fn put_link(&self, link: &Link) -> Result<(), UsersError> {
        self.kept().links.insert(link.digest, link.clone());
        Ok(())
    }

    fn link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError> {
        Ok(self.kept().links.get(&digest).cloned())
    }

    fn take_link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError> {
        Ok(self.kept().links.remove(&digest))
    }

    fn put_token(&self, token: &AccessToken) -> Result<(), UsersError> {
        self.kept().tokens.insert(token.digest, token.clone());
        Ok(())
    }

    fn token(&self, digest: [u8; 32]) -> Result<Option<AccessToken>, UsersError> {
        Ok(self.kept().tokens.get(&digest).cloned())
    }

    fn tokens_of(&self, user: Key) -> Result<Vec<AccessToken>, UsersError> {
        let kept = self.kept();
        let mut found: Vec<AccessToken> = kept
            .tokens
            .values()
            .filter(|token| token.user == user)
            .cloned()
            .collect();
        found.sort_by_key(|token| std::cmp::Reverse((token.created_at, token.key)));
        Ok(found)
    }

    fn revoke_token(&self, user: Key, key: Key) -> Result<(), UsersError> {
        self.kept()
            .tokens
            .retain(|_, token| token.user != user || token.key != key);
        Ok(())
    }

    fn put_device(&self, user: Key, digest: [u8; 32]) -> Result<(), UsersError> {
        self.kept().devices.insert((user, digest));
        Ok(())
    }

    fn is_device_of(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError> {
        Ok(self.kept().devices.contains(&(user, digest)))
    }

    fn failures(&self, kind: &str, name: &str) -> Result<Option<Failures>, UsersError> {
        let place = (kind.to_owned(), name.to_owned());
        Ok(self.kept().failures.get(&place).copied())
    }

    fn note_failure(
        &self,
        kind: &str,
        name: &str,
        now: Timestamp,
        forgotten_before: Timestamp,
    ) -> Result<(), UsersError> {
        let mut kept = self.kept();
        let place = (kind.to_owned(), name.to_owned());
        let failures = kept.failures.entry(place).or_insert(Failures {
            count: 0,
            last: now,
        });
        if failures.last < forgotten_before {
            failures.count = 0;
        }
        failures.count = failures.count.saturating_add(1);
        failures.last = now;
        Ok(())
    }

    fn forget_failures(&self, kind: &str, name: &str) -> Result<(), UsersError> {
        let place = (kind.to_owned(), name.to_owned());
        self.kept().failures.remove(&place);
        Ok(())
    }

    fn note(&self, event: &Event) -> Result<(), UsersError> {
        self.kept().log.push(event.clone());
        Ok(())
    }

    fn events(&self, before: Option<Timestamp>, limit: usize) -> Result<Vec<Event>, UsersError> {
        let kept = self.kept();
        let mut found: Vec<Event> = kept
            .log
            .iter()
            .rev()
            .filter(|event| before.is_none_or(|before| event.at < before))
            .cloned()
            .collect();
        found.sort_by_key(|event| std::cmp::Reverse(event.at));
        found.truncate(limit);
        Ok(found)
    }

    fn sweep(&self, now: Timestamp) -> Result<(), UsersError> {
        let mut kept = self.kept();
        kept.sessions.retain(|_, session| !session.is_over(now));
        kept.links.retain(|_, link| now < link.expires_at);
        kept.tokens.retain(|_, token| token.is_valid(now));
        kept.failures.retain(|_, failures| {
            now.duration_since(failures.last) < SignedDuration::from_hours(48)
        });
        kept.log
            .retain(|event| now.duration_since(event.at) < LOG_LIFE);
        Ok(())
    }
}

#[cfg(all(test, feature = "contract"))]
mod tests {
    crate::directory_tests!(Some(super::MemoryDirectory::default()));
}
