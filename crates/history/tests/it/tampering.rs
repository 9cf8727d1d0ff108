//! Every field altered, every removal, swap and insertion in the middle: found, and named.

use crate::sample::{INSTALLATION, chain_of, first_draft, second_draft};
use books::Key;
use history::chain::{self, ChainError};
use history::{Action, Entry, Head};
use jiff::SignedDuration;
use proptest::prelude::*;

fn verify(entries: &[Entry]) -> Result<Head, ChainError> {
    entries.iter().try_fold(Head::default(), chain::follow)
}

/// One alteration of an entry, with a name for the failure message.
type Alteration = (&'static str, fn(&mut Entry));

const ALTERATIONS: [Alteration; 20] = [
    ("installation", |e| e.installation = Key::NIL),
    ("key", |e| e.draft.key = Key::NIL),
    ("commit", |e| e.draft.stamp.commit = Key::NIL),
    ("instant", |e| {
        e.draft.stamp.instant += SignedDuration::from_nanos(1);
    }),
    ("zone", |e| e.draft.stamp.zone.push('x')),
    ("offset", |e| e.draft.stamp.offset_s += 1),
    ("user key away", |e| e.draft.stamp.user_key = None),
    ("user key", |e| {
        e.draft.stamp.user_key = Some(Key::NIL);
    }),
    ("user name", |e| e.draft.stamp.user_name.push(' ')),
    ("program version", |e| {
        e.draft.stamp.program_version.push('1');
    }),
    ("action", |e| e.draft.action = Action::Delete),
    ("object", |e| e.draft.object = None),
    ("kind before", |e| e.draft.before.content_type = None),
    ("empty content before made none", |e| {
        e.draft.before.content = None;
    }),
    ("kind after", |e| {
        e.draft.after.content_type = Some(Key::NIL);
    }),
    ("content after", |e| e.draft.after.content = Some(vec![0])),
    ("title", |e| e.draft.title.clear()),
    ("fact added", |e| {
        e.draft.facts.push((String::new(), String::new()));
    }),
    ("own hash", |e| e.hash[31] ^= 1),
    ("text moved to its neighbour", |e| {
        let moved = e.draft.stamp.program_version.remove(0);
        e.draft.stamp.user_name.push(moved);
    }),
];

#[test]
fn an_alteration_of_any_field_is_found() {
    for (name, alter) in ALTERATIONS {
        let mut entries = chain_of([first_draft(), second_draft()]);
        alter(&mut entries[1]);
        assert_eq!(verify(&entries), Err(ChainError::Altered(2)), "{name}");
    }
}

#[test]
fn an_entry_hashed_anew_breaks_the_one_after_it() {
    let mut entries = chain_of([first_draft(), second_draft(), second_draft()]);
    entries[1].draft.title = "another".to_owned();
    entries[1].hash = chain::hash(&entries[1]);
    assert_eq!(verify(&entries), Err(ChainError::Unlinked(3)));
}

#[test]
fn a_removed_entry_leaves_a_gap() {
    let mut entries = chain_of([first_draft(), second_draft(), second_draft()]);
    entries.remove(1);
    let gap = ChainError::Gap {
        expected: 2,
        found: 3,
    };
    assert_eq!(verify(&entries), Err(gap));
}

#[test]
fn a_chain_may_pass_from_one_installation_to_another() {
    let mut entries = chain_of([first_draft()]);
    let head = verify(&entries).unwrap();
    entries.push(chain::link(head, Key::NIL, second_draft()));
    assert_ne!(entries[1].installation, INSTALLATION);
    assert_eq!(verify(&entries).unwrap().sequence, 2);
}

#[test]
fn the_head_of_no_entries_is_zero() {
    let head = verify(&[]).unwrap();
    assert_eq!((head.sequence, head.hash), (0, [0; 32]));
}

#[test]
fn cutting_off_the_last_entries_is_not_found_by_the_chain_alone() {
    // SPEC-history.md, section 8, says so plainly; only a head kept elsewhere finds it.
    let entries = chain_of([first_draft(), second_draft()]);
    let head = verify(&entries[..1]).unwrap();
    assert_eq!(head.hash, entries[0].hash);
    assert_ne!(Some(head), verify(&entries).ok());
}

proptest! {
    #[test]
    fn any_chain_of_any_texts_is_whole_and_any_swap_breaks_it(
        titles in prop::collection::vec(".{0,20}", 2..12),
        left in 0usize..12,
        right in 0usize..12,
    ) {
        let drafts = titles.iter().map(|title| {
            let mut draft = second_draft();
            draft.title = title.clone();
            draft
        });
        let mut entries = chain_of(drafts);
        prop_assert_eq!(verify(&entries).unwrap().sequence, entries.len() as u64);
        let (left, right) = (left % entries.len(), right % entries.len());
        entries.swap(left, right);
        prop_assert_eq!(verify(&entries).is_ok(), left == right);
    }
}
