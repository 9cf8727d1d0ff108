//! Limits on guessing: waits that double, by account, by address and by device (security.md S33).
//!
//! Nobody is locked out for good: the wait ends at a quarter of an hour. Someone who signed in from
//! a device before is counted by that device alone, so that a stranger who tries the account cannot
//! keep its owner out.
//!
//! A try is counted before the password is looked at, and forgiven when it was right: comparing
//! takes a while, and tries sent at the same moment would all be compared before one was counted.

use crate::{Directory, Failures, UsersError};
use jiff::{SignedDuration, Timestamp};

/// Tries that cost nothing.
const FREE_TRIES: u32 = 4;
/// The first wait, in seconds.
const FIRST_WAIT_S: i64 = 2;
/// The longest wait, in seconds.
const LONGEST_WAIT_S: i64 = 900;
/// Tries are forgotten when there was none for so long.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// An address may try so many accounts before it waits: a family, an office, a class.
const FREE_TRIES_OF_ADDRESS: u32 = 20;

/// What is counted: tries on an account from devices that nobody knows.
pub const ACCOUNT: &str = "account";
/// Tries from an address.
pub const ADDRESS: &str = "address";
/// Tries from a device that someone signed in from before.
pub const DEVICE: &str = "device";

/// What a try is counted under: each a kind and a name.
pub struct Limits<'d> {
    directory: &'d dyn Directory,
    addresses: &'d dyn Directory,
    counted: Vec<(&'static str, String)>,
}

impl<'d> Limits<'d> {
    /// A try on an account from an address, perhaps from a device known to be the account's.
    pub fn of(
        directory: &'d dyn Directory,
        account: &str,
        address: &str,
        device: Option<&str>,
    ) -> Self {
        let counted = match device {
            Some(device) => vec![(DEVICE, device.to_owned())],
            None => vec![(ADDRESS, address.to_owned()), (ACCOUNT, account.to_owned())],
        };
        Self {
            directory,
            addresses: directory,
            counted,
        }
    }

    /// The same, with tries from an address counted elsewhere.
    #[must_use]
    pub fn counting_addresses_in(mut self, addresses: &'d dyn Directory) -> Self {
        self.addresses = addresses;
        self
    }

    /// Where tries of a kind are counted.
    fn counts_of(&self, kind: &str) -> &'d dyn Directory {
        match kind {
            ADDRESS => self.addresses,
            _ => self.directory,
        }
    }

    /// Counts a try, which whoever learns that it is right takes back; refuses one that came too
    /// early, of which nothing is counted anywhere.
    ///
    /// # Errors
    /// [`UsersError::TooManyTries`] with the seconds that are left; those of the directory.
    pub fn try_once(&self, now: Timestamp) -> Result<Tried<'_>, UsersError> {
        let mut tried = Tried {
            limits: self,
            at: now,
            before: Vec::new(),
        };
        for (kind, name) in &self.counted {
            let attempt = self.counts_of(kind).try_once(kind, name, now)?;
            if attempt.wait.is_positive() {
                tried.take_back()?;
                return Err(self.refusal(attempt.wait, now)?);
            }
            tried.before.push(attempt.before);
        }
        Ok(tried)
    }

    /// What is said to somebody who has to wait for this long at one place: the longest wait of
    /// all, so that a second try at its end is not refused at another.
    fn refusal(&self, wait: SignedDuration, now: Timestamp) -> Result<UsersError, UsersError> {
        let mut longest = wait;
        for (kind, name) in &self.counted {
            if let Some(failures) = self.counts_of(kind).failures(kind, name)? {
                longest = longest.max(wait_left(kind, &failures, now));
            }
        }
        Ok(UsersError::TooManyTries {
            // A part of a second is a second to whoever waits.
            seconds: u64::try_from((longest.as_millis() + 999) / 1000).unwrap_or(1),
        })
    }

    /// Forgets the wrong tries of an account, from whatever address: its owner proved who they are
    /// in another way.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn forget_account(directory: &dyn Directory, account: &str) -> Result<(), UsersError> {
        directory.forget_failures(ACCOUNT, account)
    }
}

/// A try that is counted as wrong until something else is said of it.
pub struct Tried<'l> {
    limits: &'l Limits<'l>,
    at: Timestamp,
    /// When the tries before it were, of as many as were counted.
    before: Vec<Option<Timestamp>>,
}

impl Tried<'_> {
    /// It was right: the wrong tries of the account or device are forgotten, now that its owner is
    /// here; those of the address stay, or one good account would let it try others for ever.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn forgive(self) -> Result<(), UsersError> {
        for ((kind, name), before) in self.limits.counted.iter().zip(&self.before) {
            let counts = self.limits.counts_of(kind);
            match *kind {
                ADDRESS => counts.take_back_try(kind, name, self.at, *before)?,
                _ => counts.forget_failures(kind, name)?,
            }
        }
        Ok(())
    }

    /// It was none: all that was counted before stands as it stood.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn take_back(self) -> Result<(), UsersError> {
        for ((kind, name), before) in self.limits.counted.iter().zip(&self.before) {
            let counts = self.limits.counts_of(kind);
            counts.take_back_try(kind, name, self.at, *before)?;
        }
        Ok(())
    }
}

/// Whether the last try is so long ago that none is counted any more.
pub(crate) fn is_forgotten(failures: &Failures, now: Timestamp) -> bool {
    now.duration_since(failures.last) > FORGOTTEN_AFTER
}

/// How long a try still has to wait.
pub(crate) fn wait_left(kind: &str, failures: &Failures, now: Timestamp) -> SignedDuration {
    let free = match kind {
        ADDRESS => FREE_TRIES_OF_ADDRESS,
        _ => FREE_TRIES,
    };
    let since = now.duration_since(failures.last);
    let Some(over) = failures.count.checked_sub(free).filter(|over| *over > 0) else {
        return SignedDuration::ZERO;
    };
    if is_forgotten(failures, now) {
        return SignedDuration::ZERO;
    }
    let wait = FIRST_WAIT_S
        .checked_shl(over - 1)
        .filter(|wait| *wait > 0 && *wait < LONGEST_WAIT_S)
        .unwrap_or(LONGEST_WAIT_S);
    // A clock that was set back makes nobody wait longer than the wait.
    SignedDuration::from_secs(wait) - since.max(SignedDuration::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryDirectory;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + second).unwrap()
    }

    fn is_free(limits: &Limits<'_>, now: Timestamp) -> bool {
        limits.try_once(now).is_ok_and(|tried| {
            tried.take_back().unwrap();
            true
        })
    }

    /// Tries as quickly as the limits allow; the seconds that so many wrong tries take.
    fn seconds_for(tries: u32, limits: &Limits<'_>) -> i64 {
        let mut now = 0;
        for _ in 0..tries {
            if let Err(UsersError::TooManyTries { seconds }) = limits.try_once(at(now)) {
                now += i64::try_from(seconds).unwrap();
                limits.try_once(at(now)).unwrap();
            }
        }
        now
    }

    #[test]
    fn a_hundred_wrong_passwords_take_more_than_an_hour() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        assert_eq!(seconds_for(4, &limits), 0, "a slip costs nothing");
        assert!(seconds_for(96, &limits) > 3600);
        // From another address the account waits all the same.
        let elsewhere = Limits::of(&directory, "rahima", "192.0.2.99", None);
        assert!(!is_free(&elsewhere, at(0)));
    }

    #[test]
    fn the_owner_gets_in_from_a_known_device_meanwhile() {
        let directory = MemoryDirectory::default();
        let attacker = Limits::of(&directory, "rahima", "192.0.2.1", None);
        seconds_for(50, &attacker);
        let owner = Limits::of(&directory, "rahima", "192.0.2.1", Some("her laptop"));
        assert!(is_free(&owner, at(0)));
    }

    #[test]
    fn nobody_is_locked_out_for_good() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        // Each as soon as it may be.
        let ended = seconds_for(1000, &limits);
        assert!(!is_free(&limits, at(ended + 899)));
        let right = limits.try_once(at(ended + 900)).unwrap();
        right.forgive().unwrap();
        let elsewhere = Limits::of(&directory, "rahima", "192.0.2.2", None);
        assert!(is_free(&elsewhere, at(ended + 900)));
        assert!(is_free(&limits, at(ended + 900)), "as free as it was");
        limits.try_once(at(ended + 901)).unwrap();
        assert!(
            !is_free(&limits, at(ended + 1000)),
            "the address is still counted"
        );
    }

    #[test]
    fn a_try_that_is_taken_back_leaves_no_trace_but_those_beside_it() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        for second in 0..3 {
            limits.try_once(at(second)).unwrap();
        }
        let before = directory.failures(ACCOUNT, "rahima").unwrap();
        let (first, second) = (limits.try_once(at(7)), limits.try_once(at(8)));
        first.unwrap().take_back().unwrap();
        second.unwrap().take_back().unwrap();
        let after = directory.failures(ACCOUNT, "rahima").unwrap().unwrap();
        assert_eq!(Some(after.count), before.map(|it| it.count));
        limits.try_once(at(9)).unwrap().take_back().unwrap();
        assert_eq!(directory.failures(ACCOUNT, "rahima").unwrap(), Some(after));
    }

    #[test]
    fn a_try_that_the_account_refuses_is_none_of_the_address() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        seconds_for(5, &limits);
        let before = directory.failures(ADDRESS, "192.0.2.1").unwrap();
        for _ in 0..50 {
            assert!(limits.try_once(at(1)).is_err());
        }
        assert_eq!(directory.failures(ADDRESS, "192.0.2.1").unwrap(), before);
        assert_eq!(before.map(|it| it.count), Some(5));
    }

    #[test]
    fn an_address_may_try_several_accounts_and_not_many() {
        let directory = MemoryDirectory::default();
        for number in 0..30 {
            let name = format!("user-{number}");
            let limits = Limits::of(&directory, &name, "192.0.2.1", None);
            assert_eq!(limits.try_once(at(0)).is_ok(), number <= 20, "{number}");
        }
    }

    #[test]
    fn an_address_that_goes_from_one_directory_to_the_next_waits_in_all() {
        let shared = MemoryDirectory::default();
        let own: Vec<_> = (0..30).map(|_| MemoryDirectory::default()).collect();
        let mut refused = 0;
        for directory in &own {
            let limits =
                Limits::of(directory, "rahima", "192.0.2.1", None).counting_addresses_in(&shared);
            refused += u32::from(limits.try_once(at(0)).is_err());
        }
        assert_eq!(refused, 9);
        let elsewhere =
            Limits::of(&own[0], "asha", "192.0.2.2", None).counting_addresses_in(&shared);
        assert!(is_free(&elsewhere, at(0)));
    }

    #[test]
    fn a_clock_set_back_makes_nobody_wait_longer() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        for _ in 0..5 {
            limits.try_once(at(1_000_000)).unwrap();
        }
        let Err(UsersError::TooManyTries { seconds }) = limits.try_once(at(0)) else {
            panic!("no wait");
        };
        assert_eq!(seconds, 2);
    }
}
