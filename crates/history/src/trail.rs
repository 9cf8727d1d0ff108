//! A whole trail, looked at entry by entry: where the chain breaks, which installations wrote it,
//! and where a clock went back (SPEC-history.md, section 13).
//!
//! Unlike [`chain::follow`] it does not stop at the first break: after one it goes on from what
//! stands there, so that one altered entry is told as one.

use crate::chain::{self, ChainError};
use crate::{Entry, Head};
use books::Key;
use jiff::Timestamp;

/// A clock may be set back by this much, in seconds, before it is told: computers correct their
/// clocks by the network all the time.
pub const CLOCK_TOLERANCE_S: i64 = 60;

/// More breaks, or steps of a clock, than this are counted and not listed.
pub const LISTED_MAX: usize = 100;

/// Entries that one installation wrote one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The installation.
    pub installation: Key,
    /// Its first entry here.
    pub first: u64,
    /// Its last entry here.
    pub last: u64,
}

/// A clock that went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockStep {
    /// The entry with the earlier moment.
    pub sequence: u64,
    /// The moment of an entry before it, by the same installation.
    pub before: Timestamp,
    /// Its own moment.
    pub after: Timestamp,
}

/// A trail in the looking at.
#[derive(Debug, Default)]
pub struct TrailWalk {
    head: Head,
    breaks: Vec<ChainError>,
    breaks_count: u64,
    segments: Vec<Segment>,
    clock_steps: Vec<ClockStep>,
    clock_steps_count: u64,
    latest: Option<Timestamp>,
}

impl TrailWalk {
    /// Nothing looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the next entry, and returns its break, if it has one.
    pub fn step(&mut self, entry: &Entry) -> Option<ChainError> {
        let broken = chain::follow(self.head, entry).err();
        if let Some(error) = broken {
            self.breaks_count += 1;
            if self.breaks.len() < LISTED_MAX {
                self.breaks.push(error);
            }
        }
        self.head = Head {
            sequence: entry.sequence,
            hash: entry.hash,
        };
        self.look_at_installation(entry);
        self.look_at_clock(entry);
        broken
    }

    fn look_at_installation(&mut self, entry: &Entry) {
        match self.segments.last_mut() {
            Some(segment) if segment.installation == entry.installation => {
                segment.last = entry.sequence;
            }
            _ => {
                // Another computer has another clock.
                self.latest = None;
                self.segments.push(Segment {
                    installation: entry.installation,
                    first: entry.sequence,
                    last: entry.sequence,
                });
            }
        }
    }

    fn look_at_clock(&mut self, entry: &Entry) {
        let now = entry.draft.stamp.instant;
        if let Some(latest) = self.latest
            && latest.as_second().saturating_sub(now.as_second()) > CLOCK_TOLERANCE_S
        {
            self.clock_steps_count += 1;
            if self.clock_steps.len() < LISTED_MAX {
                self.clock_steps.push(ClockStep {
                    sequence: entry.sequence,
                    before: latest,
                    after: now,
                });
            }
            // Told once: what follows is measured by the clock as it goes now.
            self.latest = Some(now);
            return;
        }
        self.latest = Some(self.latest.map_or(now, |latest| latest.max(now)));
    }

    /// Where the trail ends.
    pub fn head(&self) -> Head {
        self.head
    }

    /// The first breaks, and how many there are.
    pub fn breaks(&self) -> (&[ChainError], u64) {
        (&self.breaks, self.breaks_count)
    }

    /// Who wrote what.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The first steps of clocks, and how many there are.
    pub fn clock_steps(&self) -> (&[ClockStep], u64) {
        (&self.clock_steps, self.clock_steps_count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Contents, Draft, Stamp};

    const HERE: Key = Key::constant("0b5c6f1e-8f0a-4c6e-9d55-3a1f00c0ffee");
    const THERE: Key = Key::constant("0b5c6f1e-8f0a-4c6e-9d55-3a1f00c0ffef");

    fn trail(acts: &[(Key, i64)]) -> Vec<Entry> {
        let mut head = Head::default();
        let mut entries = Vec::new();
        for (number, (installation, second)) in acts.iter().enumerate() {
            let draft = Draft {
                stamp: Stamp {
                    instant: Timestamp::from_second(*second).unwrap(),
                    zone: "UTC".to_owned(),
                    offset_s: 0,
                    user_key: None,
                    user_name: "Rahima".to_owned(),
                    program_version: "0.1.0".to_owned(),
                    commit: HERE,
                },
                action: Action::Backup,
                key: Key::from_random([u8::try_from(number).unwrap(); 16]),
                object: None,
                before: Contents::default(),
                after: Contents::default(),
                title: String::new(),
                facts: Vec::new(),
            };
            let entry = chain::link(head, *installation, draft);
            head = Head {
                sequence: entry.sequence,
                hash: entry.hash,
            };
            entries.push(entry);
        }
        entries
    }

    fn walked(entries: &[Entry]) -> TrailWalk {
        let mut walk = TrailWalk::new();
        for entry in entries {
            walk.step(entry);
        }
        walk
    }

    #[test]
    fn a_whole_trail_has_no_breaks_and_its_segments_by_installation() {
        let walk = walked(&trail(&[(HERE, 10), (HERE, 20), (THERE, 5), (HERE, 30)]));
        assert_eq!(walk.breaks(), (&[][..], 0));
        let told: Vec<_> = walk
            .segments()
            .iter()
            .map(|segment| (segment.installation, segment.first, segment.last))
            .collect();
        assert_eq!(told, [(HERE, 1, 2), (THERE, 3, 3), (HERE, 4, 4)]);
        // Two computers whose clocks differ are no clock that went back.
        assert_eq!(walk.clock_steps(), (&[][..], 0));
        assert_eq!(walk.head().sequence, 4);
    }

    #[test]
    fn one_altered_entry_is_told_as_one() {
        let mut entries = trail(&[(HERE, 1), (HERE, 2), (HERE, 3), (HERE, 4)]);
        entries[1].draft.title = "other".to_owned();
        assert_eq!(
            walked(&entries).breaks(),
            (&[ChainError::Altered(2)][..], 1)
        );
    }

    #[test]
    fn a_missing_entry_is_told_where_it_is_missing() {
        let mut entries = trail(&[(HERE, 1), (HERE, 2), (HERE, 3), (HERE, 4)]);
        entries.remove(1);
        let gap = ChainError::Gap {
            expected: 2,
            found: 3,
        };
        assert_eq!(walked(&entries).breaks(), (&[gap][..], 1));
    }

    #[test]
    fn entries_that_changed_places_are_both_told() {
        let mut entries = trail(&[(HERE, 1), (HERE, 2), (HERE, 3), (HERE, 4)]);
        entries.swap(1, 2);
        entries[1].sequence = 2;
        entries[2].sequence = 3;
        let walk = walked(&entries);
        let (breaks, count) = walk.breaks();
        assert!(count >= 2, "{breaks:?}");
        for number in [2, 3] {
            assert!(breaks.contains(&ChainError::Unlinked(number)), "{breaks:?}");
        }
    }

    #[test]
    fn a_clock_that_went_back_is_told_once() {
        let walk = walked(&trail(&[
            (HERE, 9_000),
            (HERE, 8_990),
            (HERE, 100),
            (HERE, 200),
        ]));
        let (steps, count) = walk.clock_steps();
        assert_eq!(count, 1);
        assert_eq!(steps[0].sequence, 3);
        assert_eq!(steps[0].before.as_second(), 9_000);
    }
}
