//! The two entries of SPEC-history.md, section 9, and chains of any length made from them.

use books::Key;
use history::{Action, Contents, Draft, Entry, Head, Stamp, chain};
use jiff::Timestamp;

pub const INSTALLATION: Key = Key::constant("0b5c6f1e-8f0a-4c6e-9d55-3a1f00c0ffee");

/// Entry 1: no record, no user key, two facts, Bengali text.
pub fn first_draft() -> Draft {
    Draft {
        stamp: Stamp {
            instant: Timestamp::new(1_795_240_931, 0).unwrap(),
            zone: "Asia/Dhaka".to_owned(),
            offset_s: 21_600,
            user_key: None,
            user_name: "রহিমা".to_owned(),
            program_version: "0.1.0".to_owned(),
            commit: Key::constant("5d1e9a52-6d0b-4f8e-8a6e-1c2d3e4f5a6b"),
        },
        action: Action::BusinessCreated,
        key: Key::constant("a1b2c3d4-0001-4000-8000-000000000001"),
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: "ঢাকা মুদি দোকান".to_owned(),
        facts: vec![
            ("time_zone".to_owned(), "Asia/Dhaka".to_owned()),
            ("country".to_owned(), "BD".to_owned()),
        ],
    }
}

/// Entry 2: a change from an empty content to five bytes, west of Greenwich, by a user with a key.
pub fn second_draft() -> Draft {
    let kind = Some(Key::constant("ec37c11e-2b67-49c6-8a58-6eccb7dd75ee"));
    Draft {
        stamp: Stamp {
            instant: Timestamp::new(1_795_244_531, 123_456_789).unwrap(),
            zone: "America/New_York".to_owned(),
            offset_s: -18_000,
            user_key: Some(Key::constant("77777777-7777-4777-8777-777777777777")),
            user_name: "O'Neil".to_owned(),
            program_version: "0.1.0".to_owned(),
            commit: Key::constant("6e2f0b63-7e1c-4a9f-9b7f-2d3e4f5a6b7c"),
        },
        action: Action::Change,
        key: Key::constant("a1b2c3d4-0002-4000-8000-000000000002"),
        object: Some(Key::constant("c0ffee00-1234-4abc-9def-0123456789ab")),
        before: Contents {
            content_type: kind,
            content: Some(Vec::new()),
        },
        after: Contents {
            content_type: kind,
            content: Some(b"\x0a\x03ABC".to_vec()),
        },
        title: "ABC".to_owned(),
        facts: Vec::new(),
    }
}

/// A chain of these drafts from the beginning.
pub fn chain_of(drafts: impl IntoIterator<Item = Draft>) -> Vec<Entry> {
    let mut head = Head::default();
    drafts
        .into_iter()
        .map(|draft| {
            let entry = chain::link(head, INSTALLATION, draft);
            head = chain::follow(head, &entry).unwrap();
            entry
        })
        .collect()
}
