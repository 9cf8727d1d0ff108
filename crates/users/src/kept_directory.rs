//! The directory over a cabinet: what the rows mean, and which changes are refused.

mod sweeping;

use crate::cabinet::{Cabinet, Drawer, Drawers, MemoryCabinet, Row};
use crate::limits::{is_forgotten, wait_left};
use crate::{
    AccessToken, Attempt, Credentials, Directory, Event, Failures, Link, Role, Session, User,
    UsersError, encoding, random,
};
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// Users and what belongs to them, in the drawers of a cabinet.
#[derive(Default)]
pub struct KeptDirectory<C>(pub C);

/// A directory that lasts as long as it lives: for tests.
pub type MemoryDirectory = KeptDirectory<MemoryCabinet>;

impl<C: Cabinet> KeptDirectory<C> {
    /// Changes rows; gives back what the work found.
    fn change<T: Default>(
        &self,
        mut work: impl FnMut(&mut dyn Drawers) -> Result<T, UsersError>,
    ) -> Result<T, UsersError> {
        let mut found = T::default();
        self.0.change(&mut |drawers| {
            found = work(drawers)?;
            Ok(())
        })?;
        Ok(found)
    }

    /// Reads rows.
    fn look<T: Default>(
        &self,
        mut work: impl FnMut(&mut dyn Drawers) -> Result<T, UsersError>,
    ) -> Result<T, UsersError> {
        let mut found = T::default();
        self.0.look(&mut |drawers| {
            found = work(drawers)?;
            Ok(())
        })?;
        Ok(found)
    }

    /// Reads one row.
    fn one<T>(
        &self,
        drawer: Drawer,
        key: &[u8],
        read: impl Fn(&[u8]) -> Result<T, UsersError>,
    ) -> Result<Option<T>, UsersError> {
        self.look(|drawers| {
            let row = drawers.get(drawer, key)?;
            row.map(|row| read(&row.body)).transpose()
        })
    }

    /// Writes one row.
    fn keep(
        &self,
        drawer: Drawer,
        key: &[u8],
        owner: Option<Key>,
        body: Vec<u8>,
    ) -> Result<(), UsersError> {
        let row = Row {
            key: key.to_vec(),
            owner,
            body,
        };
        self.change(|drawers| drawers.put(drawer, &row))
    }

    /// Changes a user's credentials; gives back what the change says of them.
    fn change_credentials<T: Default>(
        &self,
        user: Key,
        mut change: impl FnMut(&mut Credentials, &mut dyn Drawers) -> Result<T, UsersError>,
    ) -> Result<T, UsersError> {
        self.change(|drawers| {
            let mut credentials = credentials_of(drawers, user)?;
            let before = credentials.clone();
            let told = change(&mut credentials, drawers)?;
            if credentials != before {
                drawers.put(
                    Drawer::Credentials,
                    &Row {
                        key: user.as_bytes().to_vec(),
                        owner: Some(user),
                        body: encoding::of_credentials(&credentials),
                    },
                )?;
            }
            Ok(told)
        })
    }
}

fn credentials_of(drawers: &mut dyn Drawers, user: Key) -> Result<Credentials, UsersError> {
    match drawers.get(Drawer::Credentials, user.as_bytes())? {
        Some(row) => encoding::credentials(&row.body),
        None => Ok(Credentials::default()),
    }
}

/// All users, in no order.
fn users_of(drawers: &mut dyn Drawers) -> Result<Vec<User>, UsersError> {
    all(drawers, Drawer::Users, encoding::user)
}

fn all<T>(
    drawers: &mut dyn Drawers,
    drawer: Drawer,
    read: impl Fn(&[u8]) -> Result<T, UsersError>,
) -> Result<Vec<T>, UsersError> {
    let rows = drawers.below(drawer, None, usize::MAX)?;
    rows.iter().map(|row| read(&row.body)).collect()
}

/// Refuses a change after which nobody could change users, when someone could before.
fn keep_administrator(
    before: &[User],
    changed: Key,
    after: Option<&User>,
) -> Result<(), UsersError> {
    let governs = |user: &User| user.role == Role::Administrator && !user.is_disabled;
    let others = before.iter().filter(|user| user.key != changed);
    let is_left = others.chain(after).any(governs);
    match before.iter().any(governs) && !is_left {
        true => Err(UsersError::LastAdministrator),
        false => Ok(()),
    }
}

fn place(kind: &str, name: &str) -> Vec<u8> {
    [kind.as_bytes(), &[0], name.as_bytes()].concat()
}

fn failures_of(drawers: &mut dyn Drawers, key: &[u8]) -> Result<Option<Failures>, UsersError> {
    let row = drawers.get(Drawer::Failures, key)?;
    row.map(|row| encoding::failures(&row.body)).transpose()
}

fn row_of_failures(key: &[u8], failures: Failures) -> Row {
    Row {
        key: key.to_vec(),
        owner: None,
        body: encoding::of_failures(failures),
    }
}

fn device(user: Key, digest: [u8; 32]) -> Vec<u8> {
    [user.as_bytes().as_slice(), &digest].concat()
}

impl<C: Cabinet> Directory for KeptDirectory<C> {
    fn users(&self) -> Result<Vec<User>, UsersError> {
        let mut users = self.look(users_of)?;
        users.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(users)
    }

    fn user(&self, key: Key) -> Result<Option<User>, UsersError> {
        self.one(Drawer::Users, key.as_bytes(), encoding::user)
    }

    fn user_named(&self, name: &str) -> Result<Option<User>, UsersError> {
        let users = self.look(users_of)?;
        Ok(users.into_iter().find(|user| user.name == name))
    }

    fn put_user(&self, user: &User) -> Result<(), UsersError> {
        let row = Row {
            key: user.key.as_bytes().to_vec(),
            owner: Some(user.key),
            body: encoding::of_user(user),
        };
        self.change(|drawers| {
            let before = users_of(drawers)?;
            let is_taken = |other: &User| other.name == user.name && other.key != user.key;
            if before.iter().any(is_taken) {
                return Err(UsersError::NameTaken(user.name.clone()));
            }
            keep_administrator(&before, user.key, Some(user))?;
            if !drawers.claim_name(&user.name, user.key)? {
                return Err(UsersError::NameTaken(user.name.clone()));
            }
            drawers.put(Drawer::Users, &row)
        })
    }

    fn remove_user(&self, key: Key) -> Result<(), UsersError> {
        self.change(|drawers| {
            keep_administrator(&users_of(drawers)?, key, None)?;
            drawers.remove_owner(key)
        })
    }

    fn credentials(&self, user: Key) -> Result<Credentials, UsersError> {
        self.look(|drawers| credentials_of(drawers, user))
    }

    fn set_password(
        &self,
        user: Key,
        hash: &str,
        keeping: Option<[u8; 32]>,
    ) -> Result<(), UsersError> {
        self.change_credentials(user, |credentials, drawers| {
            credentials.password_hash = Some(hash.to_owned());
            credentials.password_version += 1;
            for mut row in drawers.of_owner(Drawer::Sessions, user)? {
                if keeping.is_some_and(|digest| row.key == digest) {
                    let mut session = encoding::session(&row.body)?;
                    session.password_version = credentials.password_version;
                    row.body = encoding::of_session(&session);
                    drawers.put(Drawer::Sessions, &row)?;
                } else {
                    drawers.remove(Drawer::Sessions, &row.key)?;
                }
            }
            for row in drawers.of_owner(Drawer::Links, user)? {
                drawers.remove(Drawer::Links, &row.key)?;
            }
            Ok(())
        })
    }

    fn rehash_password(&self, user: Key, before: &str, hash: &str) -> Result<(), UsersError> {
        self.change_credentials(user, |credentials, _drawers| {
            if credentials.password_hash.as_deref() == Some(before) {
                credentials.password_hash = Some(hash.to_owned());
            }
            Ok(())
        })
    }

    fn set_second_factor(
        &self,
        user: Key,
        sealed_seed: Option<&[u8]>,
        recovery_codes: &[[u8; 32]],
    ) -> Result<(), UsersError> {
        self.change_credentials(user, |credentials, _drawers| {
            credentials.sealed_seed = sealed_seed.map(<[u8]>::to_vec);
            credentials.last_step = 0;
            credentials.recovery_codes = recovery_codes.to_vec();
            Ok(())
        })
    }

    fn use_step(&self, user: Key, step: u64) -> Result<bool, UsersError> {
        self.change_credentials(user, |credentials, _drawers| {
            let is_new = step > credentials.last_step;
            credentials.last_step = credentials.last_step.max(step);
            Ok(is_new)
        })
    }

    fn use_recovery_code(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError> {
        self.change_credentials(user, |credentials, _drawers| {
            let before = credentials.recovery_codes.len();
            credentials.recovery_codes.retain(|kept| *kept != digest);
            Ok(credentials.recovery_codes.len() < before)
        })
    }

    fn put_session(&self, session: &Session) -> Result<(), UsersError> {
        let body = encoding::of_session(session);
        self.keep(Drawer::Sessions, &session.digest, Some(session.user), body)
    }

    fn session(&self, digest: [u8; 32]) -> Result<Option<Session>, UsersError> {
        self.one(Drawer::Sessions, &digest, encoding::session)
    }

    fn sessions_of(&self, user: Key) -> Result<Vec<Session>, UsersError> {
        let mut found: Vec<Session> = self.look(|drawers| {
            let rows = drawers.of_owner(Drawer::Sessions, user)?;
            rows.iter()
                .map(|row| encoding::session(&row.body))
                .collect()
        })?;
        found.sort_by_key(|session| std::cmp::Reverse((session.seen_at, session.digest)));
        Ok(found)
    }

    fn end_session(&self, digest: [u8; 32]) -> Result<(), UsersError> {
        self.change(|drawers| drawers.remove(Drawer::Sessions, &digest).map(drop))
    }

    fn end_sessions_of(&self, user: Key) -> Result<(), UsersError> {
        self.change(|drawers| {
            for row in drawers.of_owner(Drawer::Sessions, user)? {
                drawers.remove(Drawer::Sessions, &row.key)?;
            }
            Ok(())
        })
    }

    fn put_link(&self, link: &Link) -> Result<(), UsersError> {
        let body = encoding::of_link(link);
        self.keep(Drawer::Links, &link.digest, Some(link.user), body)
    }

    fn link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError> {
        self.one(Drawer::Links, &digest, encoding::link)
    }

    fn take_link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError> {
        self.change(|drawers| {
            let row = drawers.get(Drawer::Links, &digest)?;
            drawers.remove(Drawer::Links, &digest)?;
            row.map(|row| encoding::link(&row.body)).transpose()
        })
    }

    fn put_token(&self, token: &AccessToken) -> Result<(), UsersError> {
        let body = encoding::of_token(token);
        self.keep(Drawer::Tokens, &token.digest, Some(token.user), body)
    }

    fn token(&self, digest: [u8; 32]) -> Result<Option<AccessToken>, UsersError> {
        self.one(Drawer::Tokens, &digest, encoding::token)
    }

    fn tokens_of(&self, user: Key) -> Result<Vec<AccessToken>, UsersError> {
        let mut found: Vec<AccessToken> = self.look(|drawers| {
            let rows = drawers.of_owner(Drawer::Tokens, user)?;
            rows.iter().map(|row| encoding::token(&row.body)).collect()
        })?;
        found.sort_by_key(|token| std::cmp::Reverse((token.created_at, token.key)));
        Ok(found)
    }

    fn revoke_token(&self, user: Key, key: Key) -> Result<(), UsersError> {
        self.change(|drawers| {
            for row in drawers.of_owner(Drawer::Tokens, user)? {
                if encoding::token(&row.body)?.key == key {
                    drawers.remove(Drawer::Tokens, &row.key)?;
                }
            }
            Ok(())
        })
    }

    fn put_device(&self, user: Key, digest: [u8; 32], at: Timestamp) -> Result<(), UsersError> {
        let body = encoding::of_device(at);
        self.keep(Drawer::Devices, &device(user, digest), Some(user), body)
    }

    fn is_device_of(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError> {
        let key = device(user, digest);
        self.look(|drawers| Ok(drawers.get(Drawer::Devices, &key)?.is_some()))
    }

    fn failures(&self, kind: &str, name: &str) -> Result<Option<Failures>, UsersError> {
        self.one(Drawer::Failures, &place(kind, name), encoding::failures)
    }

    fn try_once(&self, kind: &str, name: &str, now: Timestamp) -> Result<Attempt, UsersError> {
        let key = place(kind, name);
        self.change(|drawers| {
            let kept = failures_of(drawers, &key)?;
            let wait = kept.map_or(SignedDuration::ZERO, |kept| wait_left(kind, &kept, now));
            if wait.is_positive() {
                return Ok(Attempt { wait, before: None });
            }
            let kept = kept.filter(|kept| !is_forgotten(kept, now));
            let failures = Failures {
                count: kept.map_or(0, |kept| kept.count).saturating_add(1),
                last: now,
            };
            drawers.put(Drawer::Failures, &row_of_failures(&key, failures))?;
            Ok(Attempt {
                wait,
                before: kept.map(|kept| kept.last),
            })
        })
    }

    fn take_back_try(
        &self,
        kind: &str,
        name: &str,
        at: Timestamp,
        before: Option<Timestamp>,
    ) -> Result<(), UsersError> {
        let key = place(kind, name);
        self.change(|drawers| {
            let Some(kept) = failures_of(drawers, &key)? else {
                return Ok(());
            };
            if kept.count <= 1 {
                return drawers.remove(Drawer::Failures, &key).map(drop);
            }
            let failures = Failures {
                count: kept.count - 1,
                // Another try came after this one: then its moment is the last one.
                last: before.filter(|_| kept.last == at).unwrap_or(kept.last),
            };
            drawers.put(Drawer::Failures, &row_of_failures(&key, failures))
        })
    }

    fn forget_failures(&self, kind: &str, name: &str) -> Result<(), UsersError> {
        let key = place(kind, name);
        self.change(|drawers| drawers.remove(Drawer::Failures, &key).map(drop))
    }

    fn note(&self, event: &Event) -> Result<(), UsersError> {
        let chance: [u8; 8] = random::bytes()?;
        let key = [encoding::moment_key(event.at).as_slice(), &chance].concat();
        // Nobody's: the log outlives its users.
        self.keep(Drawer::Events, &key, None, encoding::of_event(event))
    }

    fn events(&self, before: Option<Timestamp>, limit: usize) -> Result<Vec<Event>, UsersError> {
        let key = before.map(encoding::moment_key);
        self.look(|drawers| {
            let key = key.as_ref().map(<[u8; 16]>::as_slice);
            let rows = drawers.below(Drawer::Events, key, limit)?;
            rows.iter().map(|row| encoding::event(&row.body)).collect()
        })
    }

    fn sweep(&self, now: Timestamp) -> Result<(), UsersError> {
        self.change(|drawers| sweeping::sweep(drawers, now))
    }
}

#[cfg(all(test, feature = "contract"))]
mod tests {
    crate::directory_tests!(Some((super::MemoryDirectory::default(), ())));
}
