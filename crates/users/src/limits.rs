//! Limits on guessing: waits that double, by account, by address and by device (security.md S33).
//!
//! Nobody is locked out for good: the wait ends at a quarter of an hour. Someone who signed in from
//! a device before is counted by that device alone, so that a stranger who tries the account cannot
//! keep its owner out.

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
            None => vec![(ACCOUNT, account.to_owned()), (ADDRESS, address.to_owned())],
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

    /// Refuses a try that came too early.
    ///
    /// # Errors
    /// [`UsersError::TooManyTries`] with the seconds that are left.
    pub fn check(&self, now: Timestamp) -> Result<(), UsersError> {
        let mut longest = SignedDuration::ZERO;
        for (kind, name) in &self.counted {
            if let Some(failures) = self.counts_of(kind).failures(kind, name)? {
                longest = longest.max(wait_left(kind, &failures, now));
            }
        }
        match longest.is_positive() {
            false => Ok(()),
            true => Err(UsersError::TooManyTries {
                // A part of a second is a second to whoever waits.
                seconds: u64::try_from((longest.as_millis() + 999) / 1000).unwrap_or(1),
            }),
        }
    }

    /// Counts a wrong try.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn note_failure(&self, now: Timestamp) -> Result<(), UsersError> {
        for (kind, name) in &self.counted {
            self.counts_of(kind)
                .note_failure(kind, name, now, now - FORGOTTEN_AFTER)?;
        }
        Ok(())
    }

    /// Forgets the wrong tries of the account or device, now that its owner is here; those of the
    /// address stay, or one good account would let it try others for ever.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn forget(&self) -> Result<(), UsersError> {
        for (kind, name) in self.counted.iter().filter(|(kind, _)| *kind != ADDRESS) {
            self.directory.forget_failures(kind, name)?;
        }
        Ok(())
    }
}

/// How long a try still has to wait.
fn wait_left(kind: &str, failures: &Failures, now: Timestamp) -> SignedDuration {
    let free = match kind {
        ADDRESS => FREE_TRIES_OF_ADDRESS,
        _ => FREE_TRIES,
    };
    let since = now.duration_since(failures.last);
    let Some(over) = failures.count.checked_sub(free).filter(|over| *over > 0) else {
        return SignedDuration::ZERO;
    };
    if since > FORGOTTEN_AFTER {
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

    /// Tries as quickly as the limits allow; the seconds that so many wrong tries take.
    fn seconds_for(tries: u32, limits: &Limits<'_>) -> i64 {
        let mut now = 0;
        for _ in 0..tries {
            if let Err(UsersError::TooManyTries { seconds }) = limits.check(at(now)) {
                now += i64::try_from(seconds).unwrap();
            }
            limits.check(at(now)).unwrap();
            limits.note_failure(at(now)).unwrap();
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
        assert!(elsewhere.check(at(0)).is_err());
    }

    #[test]
    fn the_owner_gets_in_from_a_known_device_meanwhile() {
        let directory = MemoryDirectory::default();
        let attacker = Limits::of(&directory, "rahima", "192.0.2.1", None);
        seconds_for(50, &attacker);
        let owner = Limits::of(&directory, "rahima", "192.0.2.1", Some("her laptop"));
        owner.check(at(0)).unwrap();
    }

    #[test]
    fn nobody_is_locked_out_for_good() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        for _ in 0..1000 {
            limits.note_failure(at(0)).unwrap();
        }
        assert!(limits.check(at(899)).is_err());
        limits.check(at(900)).unwrap();
        limits.forget().unwrap();
        let elsewhere = Limits::of(&directory, "rahima", "192.0.2.2", None);
        elsewhere.check(at(0)).unwrap();
        assert!(limits.check(at(0)).is_err(), "the address is still counted");
    }

    #[test]
    fn an_address_may_try_several_accounts_and_not_many() {
        let directory = MemoryDirectory::default();
        for number in 0..30 {
            let name = format!("user-{number}");
            let limits = Limits::of(&directory, &name, "192.0.2.1", None);
            assert_eq!(limits.check(at(0)).is_ok(), number <= 20, "{number}");
            limits.note_failure(at(0)).unwrap();
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
            refused += u32::from(limits.check(at(0)).is_err());
            limits.note_failure(at(0)).unwrap();
        }
        assert_eq!(refused, 9);
        let elsewhere =
            Limits::of(&own[0], "asha", "192.0.2.2", None).counting_addresses_in(&shared);
        elsewhere.check(at(0)).unwrap();
    }

    #[test]
    fn a_clock_set_back_makes_nobody_wait_longer() {
        let directory = MemoryDirectory::default();
        let limits = Limits::of(&directory, "rahima", "192.0.2.1", None);
        for _ in 0..5 {
            limits.note_failure(at(1_000_000)).unwrap();
        }
        let Err(UsersError::TooManyTries { seconds }) = limits.check(at(0)) else {
            panic!("no wait");
        };
        assert_eq!(seconds, 2);
    }
}
