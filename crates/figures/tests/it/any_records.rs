//! Random records of any kind that is described: values of the right shapes, references to a
//! handful of keys that exist or do not.

use books::{Key, Object, kinds};
use interchange::{FieldSpec, KindSpec, Plain, Shape, from_plain, specs};

/// A stream of numbers out of a seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(bound).unwrap()).unwrap()
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        (!list.is_empty()).then(|| list[self.below(list.len())])
    }
}

/// How many keys there are of each kind.
const KEYS_OF_A_KIND: usize = 3;

/// The key of the record of a kind with this number.
fn key_of(kind: Key, number: usize) -> Key {
    let mut bytes = *kind.as_bytes();
    bytes[15] ^= u8::try_from(number + 1).unwrap();
    Key::from_bytes(bytes)
}

/// The kinds that are drawn from: all that are described.
fn drawn_kinds() -> Vec<&'static KindSpec> {
    specs()
        .iter()
        .copied()
        .filter(|spec| spec.content_type != kinds::ATTACHMENT)
        .collect()
}

/// A record with random contents; some are settings, some form defaults, most documents.
pub fn any_record(chance: &mut Chance) -> Object {
    let all = drawn_kinds();
    let documents: Vec<&KindSpec> = all
        .iter()
        .copied()
        .filter(|spec| books::documents::POSTED_KINDS.contains(&spec.content_type))
        .collect();
    let list = if chance.below(3) == 0 {
        &all
    } else {
        &documents
    };
    let spec = chance.one_of(list).unwrap();
    record_of(chance, spec)
}

/// A record of a kind with random contents, seldom its form default.
pub fn record_of(chance: &mut Chance, spec: &KindSpec) -> Object {
    let is_default = spec.singleton || chance.below(40) == 0;
    let key = if is_default {
        spec.content_type
    } else {
        key_of(spec.content_type, chance.below(KEYS_OF_A_KIND))
    };
    let content = from_plain(spec.content_type, &[], &any_fields(chance, spec.fields));
    Object {
        key,
        content_type: spec.content_type,
        content: content.unwrap(),
        timestamp: None,
    }
}

fn any_fields(chance: &mut Chance, fields: &[FieldSpec]) -> Plain {
    let mut members = Vec::new();
    for field in fields {
        if chance.below(4) == 0 {
            continue;
        }
        if let Some(value) = any_value(chance, field.shape) {
            members.push((field.name.to_owned(), value));
        }
    }
    Plain::Map(members)
}

fn any_value(chance: &mut Chance, shape: Shape) -> Option<Plain> {
    Some(match shape {
        Shape::Text | Shape::LongText => Plain::Text("Words".to_owned()),
        Shape::Flag => Plain::Flag(chance.below(2) == 0),
        Shape::Integer => Plain::Integer(i64::try_from(chance.below(4)).unwrap()),
        Shape::Choice(choices) => Plain::Integer(chance.one_of(choices)?.0),
        Shape::Date => {
            let dates = ["2025-12-31", "2026-01-01", "2026-02-14", "2026-02-28"];
            Plain::Text(chance.one_of(&dates)?.to_owned())
        }
        Shape::Decimal => {
            let amounts = ["1", "0.5", "10", "33.335", "100", "-7.25", "1000"];
            Plain::Text(chance.one_of(&amounts)?.to_owned())
        }
        Shape::Reference(named) => Plain::Text(any_reference(chance, named).to_string()),
        Shape::References(named) => {
            Plain::List(vec![Plain::Text(any_reference(chance, named).to_string())])
        }
        Shape::Lines(fields) => {
            let count = chance.below(3);
            Plain::List((0..count).map(|_| any_fields(chance, fields)).collect())
        }
        Shape::Part(fields) => any_fields(chance, fields),
        _ => return None,
    })
}

/// The key of a record of one of the kinds, or a built-in account; any account when none is named.
fn any_reference(chance: &mut Chance, named: &[Key]) -> Key {
    let accounts = [
        kinds::BALANCE_SHEET_ACCOUNT,
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
        kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
        kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
    ];
    let kind = chance.one_of(named).or_else(|| chance.one_of(&accounts));
    let kind = kind.unwrap_or(kinds::CUSTOMER);
    let name = kinds::find(kind).map_or("", |kind| kind.name);
    if name.ends_with("Account") && kind != kinds::BANK_OR_CASH_ACCOUNT && chance.below(2) == 0 {
        return kind;
    }
    key_of(kind, chance.below(KEYS_OF_A_KIND))
}
