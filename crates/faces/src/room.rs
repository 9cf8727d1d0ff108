//! Room for so many downloads at once (SPEC-portal.md, 4.7; SPEC-cloud.md, 7.6).
//!
//! Each download keeps one of the threads of this node that may wait, for as long as its reader
//! takes. Without a bound, readers that are slow, or that mean to be, would have all of them in the
//! end, and no page would be answered any more.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many downloads of all subscribers go on at once: half of the threads that tokio has for what
/// waits.
const DOWNLOADS_COUNT_MAX: usize = 256;
/// How many of them may be those of one subscriber, so that nobody can keep all others out.
const OF_ONE_COUNT_MAX: usize = 128;

/// Whose downloads are counted together: the sixteen bytes of a subscriber's key, or of an
/// installation's.
pub type Whose = [u8; 16];

/// The room of one node.
#[derive(Debug)]
pub struct DownloadRoom {
    count_max: usize,
    of_one_count_max: usize,
    /// How many of each subscriber go on now.
    going_on: Mutex<HashMap<Whose, usize>>,
}

impl Default for DownloadRoom {
    fn default() -> Self {
        Self::new(DOWNLOADS_COUNT_MAX, OF_ONE_COUNT_MAX)
    }
}

impl DownloadRoom {
    /// Room for so many downloads, and for so many of them of one subscriber.
    pub fn new(count_max: usize, of_one_count_max: usize) -> Self {
        Self {
            count_max,
            of_one_count_max,
            going_on: Mutex::default(),
        }
    }

    /// The room of a program that serves one house, of which all may be used.
    pub fn of_one_house() -> Self {
        Self::new(DOWNLOADS_COUNT_MAX, DOWNLOADS_COUNT_MAX)
    }

    /// A place in it, until it is dropped; none when there is no more room.
    pub fn enter(self: &Arc<Self>, subscriber: Whose) -> Option<InRoom> {
        let mut going_on = self.going_on();
        let all: usize = going_on.values().sum();
        let of_this = going_on.get(&subscriber).copied().unwrap_or_default();
        if all >= self.count_max || of_this >= self.of_one_count_max {
            return None;
        }
        going_on.insert(subscriber, of_this.saturating_add(1));
        Some(InRoom {
            room: self.clone(),
            subscriber,
        })
    }

    fn going_on(&self) -> MutexGuard<'_, HashMap<Whose, usize>> {
        self.going_on.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one download.
#[derive(Debug)]
pub struct InRoom {
    room: Arc<DownloadRoom>,
    subscriber: Whose,
}

impl Drop for InRoom {
    fn drop(&mut self) {
        let mut going_on = self.room.going_on();
        match going_on.get_mut(&self.subscriber) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(going_on.remove(&self.subscriber)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subscriber(number: u8) -> Whose {
        [number; 16]
    }

    #[test]
    fn spec_4_7_there_is_room_for_so_many_and_for_so_many_of_one() {
        let room = Arc::new(DownloadRoom::new(3, 2));
        let first = room.enter(subscriber(1)).expect("there is room");
        let second = room.enter(subscriber(1)).expect("there is room");
        assert!(room.enter(subscriber(1)).is_none(), "too many of one");
        let other = room.enter(subscriber(2)).expect("others find room");
        assert!(room.enter(subscriber(3)).is_none(), "too many");
        drop(first);
        let third = room.enter(subscriber(3)).expect("one has ended");
        assert!(room.enter(subscriber(1)).is_none(), "too many again");
        drop((second, other, third));
        assert!(room.going_on().is_empty(), "nothing is remembered");
    }
}
