//! How often one may ask: so many requests in a minute for each token, and fewer for an address
//! that shows none that works.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::PoisonError;

/// Requests of one token in one minute.
pub const TOKEN_REQUESTS_MAX: u32 = 600;
/// Requests of one address in one minute with tokens that do not work.
pub const REFUSED_REQUESTS_MAX: u32 = 60;
/// More than so many are not counted one by one: whoever fills the table waits for the next minute.
const COUNTED_MAX: usize = 100_000;

/// Counts requests by the minute.
#[derive(Debug, Default)]
pub struct Rates(Mutex<Minute>);

#[derive(Debug, Default)]
struct Minute {
    number: i64,
    counts: HashMap<String, u32>,
}

impl Rates {
    /// Counts a request under a name; the seconds to wait when there were too many.
    pub fn count(&self, name: &str, most: u32, second: i64) -> Result<(), u64> {
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = u64::try_from(60 - second.rem_euclid(60)).unwrap_or(60);
        let number = second.div_euclid(60);
        if minute.number != number {
            minute.number = number;
            minute.counts.clear();
        }
        if minute.counts.len() >= COUNTED_MAX && !minute.counts.contains_key(name) {
            return Err(wait);
        }
        let count = minute.counts.entry(name.to_owned()).or_default();
        *count = count.saturating_add(1);
        if *count > most { Err(wait) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_room_for_so_many_and_the_next_for_as_many_again() {
        let rates = Rates::default();
        for _ in 0..3 {
            assert_eq!(rates.count("a", 3, 130), Ok(()));
        }
        assert_eq!(rates.count("a", 3, 130), Err(50));
        assert_eq!(rates.count("b", 3, 179), Ok(()));
        assert_eq!(rates.count("a", 3, 180), Ok(()));
    }
}
