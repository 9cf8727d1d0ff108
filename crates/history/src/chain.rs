//! The hash of an entry and the verification of a chain (SPEC-history.md, "Hash").

use crate::{Draft, Entry, Head};
use books::Key;
use sha2::{Digest, Sha256};

/// The domain tag and version that open every hashed entry.
pub const DOMAIN: &[u8] = b"tijori history entry 1";

/// Where a chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// The entry's number does not follow the one before.
    #[error("history entry {found} stands where {expected} should be")]
    Gap {
        /// The number that should stand here.
        expected: u64,
        /// The number that does.
        found: u64,
    },
    /// The entry does not name the hash of the one before.
    #[error("history entry {0} does not follow the one before it")]
    Unlinked(u64),
    /// The entry's content does not give its hash.
    #[error("history entry {0} was altered")]
    Altered(u64),
}

/// Gives a draft its place after `head`.
pub fn link(head: Head, installation: Key, draft: Draft) -> Entry {
    let mut entry = Entry {
        sequence: head.sequence.saturating_add(1),
        installation,
        draft,
        previous_hash: head.hash,
        hash: [0; 32],
    };
    entry.hash = hash(&entry);
    entry
}

/// The head after `entry`, when it follows `head` rightly.
///
/// # Errors
/// [`ChainError`] naming the entry and what is wrong with it.
pub fn follow(head: Head, entry: &Entry) -> Result<Head, ChainError> {
    let expected = head.sequence.saturating_add(1);
    if entry.sequence != expected {
        return Err(ChainError::Gap {
            expected,
            found: entry.sequence,
        });
    }
    if entry.previous_hash != head.hash {
        return Err(ChainError::Unlinked(entry.sequence));
    }
    if hash(entry) != entry.hash {
        return Err(ChainError::Altered(entry.sequence));
    }
    Ok(Head {
        sequence: entry.sequence,
        hash: entry.hash,
    })
}

/// SHA-256 over the domain tag, the previous hash and every field, each with its length before it.
pub fn hash(entry: &Entry) -> [u8; 32] {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    let mut sum = FieldHash(Sha256::new());
    sum.bytes(DOMAIN);
    sum.bytes(&entry.previous_hash);
    sum.bytes(&entry.sequence.to_be_bytes());
    sum.bytes(entry.installation.as_bytes());
    sum.bytes(draft.key.as_bytes());
    sum.bytes(stamp.commit.as_bytes());
    sum.bytes(&stamp.instant.as_nanosecond().to_be_bytes());
    sum.bytes(stamp.zone.as_bytes());
    sum.bytes(&stamp.offset_s.to_be_bytes());
    sum.key(stamp.user_key);
    sum.bytes(stamp.user_name.as_bytes());
    sum.bytes(stamp.program_version.as_bytes());
    sum.bytes(draft.action.code().as_bytes());
    sum.key(draft.object);
    for contents in [&draft.before, &draft.after] {
        sum.key(contents.content_type);
        sum.optional(contents.content.as_deref());
    }
    sum.bytes(draft.title.as_bytes());
    sum.bytes(
        &u64::try_from(draft.facts.len())
            .unwrap_or(u64::MAX)
            .to_be_bytes(),
    );
    for (name, value) in &draft.facts {
        sum.bytes(name.as_bytes());
        sum.bytes(value.as_bytes());
    }
    sum.0.finalize().into()
}

struct FieldHash(Sha256);

impl FieldHash {
    /// The length in eight bytes, most significant first, then the bytes.
    fn bytes(&mut self, bytes: &[u8]) {
        self.0
            .update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.update(bytes);
    }

    /// A present value as one byte 1 and the value; an absent one as one byte 0.
    fn optional(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => {
                self.0.update([1]);
                self.bytes(bytes);
            }
            None => self.0.update([0]),
        }
    }

    fn key(&mut self, key: Option<Key>) {
        self.optional(key.as_ref().map(|key| key.as_bytes().as_slice()));
    }
}
