//! The seal over all records that an import leaves in its entry `restored`: what makes it possible
//! to find, years later, a record that was altered without any entry (SPEC-history.md, section 14).
//!
//! One digest over kind and content of every record proves; marks over small groups of records say
//! where to look. Both are computed from the records at that moment, or any time later from the
//! records as they are now and the trail, which tells what was changed since.

use crate::BackupError;
use crate::digest::hex;
use books::Key;
use sha2::{Digest, Sha256};
use store::Reader;

/// At least so many groups.
const GROUPS_MIN: usize = 16;
/// At most so many groups; each takes twelve characters in the entry.
const GROUPS_MAX: usize = 4096;
/// The characters of one mark: four of the count, eight of the digest.
const MARK_CHARS: usize = 12;

/// What is known of one group of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How many records, 65,535 at most.
    pub count: u16,
    /// The first bytes of their digest.
    pub digest: [u8; 4],
}

/// The seal over all records of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordsSeal {
    /// How many records.
    pub records_count: u64,
    /// SHA-256 over all of them.
    pub digest: [u8; 32],
    /// A mark for each group.
    pub marks: Vec<Mark>,
}

/// A seal in the making; records come in key order.
pub(crate) struct Sealing {
    records_count: u64,
    whole: Sha256,
    groups: Vec<(u64, Sha256)>,
}

impl Sealing {
    pub(crate) fn new(groups_count: usize) -> Self {
        let mut whole = Sha256::new();
        feed(&mut whole, b"tijori records 1");
        Self {
            records_count: 0,
            whole,
            groups: vec![(0, Sha256::new()); groups_count],
        }
    }

    pub(crate) fn record(&mut self, key: Key, content_type: Key, content: &[u8]) {
        let at = group_of(key, self.groups.len());
        self.records_count += 1;
        feed_record(&mut self.whole, key, content_type, content);
        if let Some((count, sum)) = self.groups.get_mut(at) {
            *count += 1;
            feed_record(sum, key, content_type, content);
        }
    }

    pub(crate) fn finish(self) -> RecordsSeal {
        RecordsSeal {
            records_count: self.records_count,
            digest: self.whole.finalize().into(),
            marks: self
                .groups
                .into_iter()
                .map(|(count, sum)| {
                    let digest: [u8; 32] = sum.finalize().into();
                    Mark {
                        count: u16::try_from(count).unwrap_or(u16::MAX),
                        digest: digest.first_chunk::<4>().copied().unwrap_or_default(),
                    }
                })
                .collect(),
        }
    }
}

impl RecordsSeal {
    /// The seal over all records of a business as they are.
    pub(crate) fn of<R: Reader + ?Sized>(reader: &R) -> Result<Self, BackupError> {
        let count: u64 = reader.object_counts()?.iter().map(|(_, count)| count).sum();
        let mut sealing = Sealing::new(groups_for(count));
        reader.each_object(None, &mut |object| {
            sealing.record(object.key, object.content_type, &object.content);
            Ok(())
        })?;
        Ok(sealing.finish())
    }

    /// The facts of the entry `restored`.
    pub(crate) fn facts(&self) -> [(&'static str, String); 3] {
        let marks = self
            .marks
            .iter()
            .map(|mark| format!("{:04x}{}", mark.count, hex(&mark.digest)))
            .collect();
        [
            ("records", self.records_count.to_string()),
            ("records_digest", hex(&self.digest)),
            ("records_marks", marks),
        ]
    }

    /// The seal that these facts tell; nothing when they tell none.
    pub(crate) fn from_facts(facts: &[(String, String)]) -> Option<Self> {
        let value = |wanted: &str| {
            let found = facts.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str())
        };
        let marks = value("records_marks")?;
        if !marks.is_ascii() || !marks.len().is_multiple_of(MARK_CHARS) {
            return None;
        }
        let mark = |at: usize| -> Option<Mark> {
            let text = marks.get(at..at + MARK_CHARS)?;
            let count = u16::from_str_radix(text.get(..4)?, 16).ok()?;
            let digest = u32::from_str_radix(text.get(4..)?, 16).ok()?.to_be_bytes();
            Some(Mark { count, digest })
        };
        let marks: Option<Vec<Mark>> = (0..marks.len()).step_by(MARK_CHARS).map(mark).collect();
        Some(Self {
            records_count: value("records")?.parse().ok()?,
            digest: crate::heads::hash_of(value("records_digest")?)?,
            marks: marks.filter(|marks| (1..=GROUPS_MAX).contains(&marks.len()))?,
        })
    }

    /// The groups whose marks differ from those of another seal of as many groups.
    pub(crate) fn differing(&self, other: &Self) -> Vec<usize> {
        let pairs = self.marks.iter().zip(&other.marks).enumerate();
        pairs
            .filter(|(_, (here, there))| here != there)
            .map(|(at, _)| at)
            .collect()
    }
}

/// About one record in each group, as far as there may be groups.
fn groups_for(records_count: u64) -> usize {
    usize::try_from(records_count)
        .unwrap_or(GROUPS_MAX)
        .clamp(GROUPS_MIN, GROUPS_MAX)
        .next_power_of_two()
        .min(GROUPS_MAX)
}

/// The group of a record: the first two bytes of the SHA-256 of its key, modulo the groups.
pub(crate) fn group_of(key: Key, groups_count: usize) -> usize {
    let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    let number = digest
        .first_chunk::<2>()
        .map_or(0, |bytes| usize::from(u16::from_be_bytes(*bytes)));
    number.checked_rem(groups_count).unwrap_or(0)
}

fn feed_record(sum: &mut Sha256, key: Key, content_type: Key, content: &[u8]) {
    feed(sum, key.as_bytes());
    feed(sum, content_type.as_bytes());
    feed(sum, content);
}

fn feed(sum: &mut Sha256, bytes: &[u8]) {
    sum.update((bytes.len() as u64).to_be_bytes());
    sum.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> Key {
        Key::from_random([number; 16])
    }

    fn sealed(records: &[(u8, &[u8])]) -> RecordsSeal {
        let mut sealing = Sealing::new(groups_for(records.len() as u64));
        for (number, content) in records {
            sealing.record(key(*number), key(200), content);
        }
        sealing.finish()
    }

    #[test]
    fn a_seal_comes_back_from_its_facts() {
        let seal = sealed(&[(1, b"one"), (2, b"two"), (3, b"")]);
        let facts: Vec<(String, String)> = seal
            .facts()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        assert_eq!(RecordsSeal::from_facts(&facts), Some(seal));
        assert_eq!(RecordsSeal::from_facts(&facts[..2]), None);
        assert_eq!(RecordsSeal::from_facts(&[]), None);
    }

    #[test]
    fn one_altered_record_differs_in_its_own_group() {
        let before = sealed(&[(1, b"one"), (2, b"two"), (3, b"three")]);
        let after = sealed(&[(1, b"one"), (2, b"TWO"), (3, b"three")]);
        assert_ne!(before.digest, after.digest);
        assert_eq!(before.differing(&after), [group_of(key(2), GROUPS_MIN)]);
        assert_eq!(before.differing(&before), Vec::<usize>::new());
    }

    #[test]
    fn groups_are_few_for_few_records_and_never_too_many() {
        assert_eq!(groups_for(0), 16);
        assert_eq!(groups_for(17), 32);
        assert_eq!(groups_for(4_000), 4096);
        assert_eq!(groups_for(u64::MAX), 4096);
    }
}
