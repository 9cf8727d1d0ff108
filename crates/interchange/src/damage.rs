//! Whether the bytes of a record were spoiled after they were written.
//!
//! A file without digests cannot say that a disk or a transfer changed it, but its records can:
//! where the head and the tail of a record are whole and a stretch between them is not, somebody
//! else's bytes lie on top (docs/SPEC-manager-records.md, "Damage"). A record that merely ends too
//! early, or was never one, is another matter: that is one bad record in a sound file. A false
//! alarm would refuse a good file, so every rule here errs on the side of silence.

mod scan;

use crate::decode::{FieldValue, decode_value};
use crate::json::parts_of;
use crate::kind_spec::{FieldSpec, Shape, field_spec, spec};
use books::Key;
use manager_file::wire::{FIELDS_COUNT_MAX, Field, Message};
use scan::{Scanned, Stop, scan_field};

/// A tail shorter than this proves nothing.
const TAIL_BYTES_MIN: usize = 16;
/// A tail of fewer fields than this proves nothing.
const TAIL_FIELDS_COUNT_MIN: usize = 2;
/// How many fields and bytes are looked at in search of a tail; beyond that there is none. Content
/// made to be slow must not make an import slow.
const TAIL_WORK_MAX: usize = 4_000_000;
/// Nothing known lies deeper than this.
const DEPTH_MAX: usize = 8;

/// What is wrong with the bytes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Nothing that shows.
    None,
    /// The content is not fields: cut off, or something else altogether. It is kept as it is.
    Malformed {
        /// Where the field begins that cannot be read, in bytes from the beginning of the content.
        offset: usize,
    },
    /// Head and tail are whole and a stretch between them is not: the file was overwritten.
    OverwrittenInPlace {
        /// A spoiled place, in bytes from the beginning of the content.
        offset: usize,
    },
}

/// Looks for signs that bytes of this content were overwritten. A kind that nobody described can
/// only be found [`Damage::Malformed`].
pub fn damage(content_type: Key, content: &[u8]) -> Damage {
    let specs = spec(content_type).map_or(&[][..], |spec| spec.fields);
    match scan(content) {
        Ok(fields) => match spoiled(specs, &fields, 0, 0) {
            Some(offset) => Damage::OverwrittenInPlace { offset },
            None => Damage::None,
        },
        Err((head, stop)) => {
            let offset = stop.field_at;
            if specs.is_empty() || is_cut(specs, content, &head, stop) {
                return Damage::Malformed { offset };
            }
            match whole_head(specs, &head) {
                Some(last) if has_whole_tail(specs, content, last, offset) => {
                    Damage::OverwrittenInPlace { offset }
                }
                _ => Damage::Malformed { offset },
            }
        }
    }
}

/// All fields, or those before the one that cannot be read. More fields than a reader takes are
/// like one that cannot be read.
fn scan(content: &[u8]) -> Result<Vec<Scanned<'_>>, (Vec<Scanned<'_>>, Stop)> {
    let mut fields = Vec::new();
    let mut at = 0;
    while at < content.len() {
        match scan_field(content, at) {
            Ok(field) if fields.len() < FIELDS_COUNT_MAX => {
                at = field.end;
                fields.push(field);
            }
            Ok(_) => return Err((fields, Stop::garbage(at))),
            Err(stop) => return Err((fields, stop)),
        }
    }
    Ok(fields)
}

/// The first place inside a known field whose bytes are neither what the field should hold nor
/// anything that another version of the program could have put there.
fn spoiled(
    specs: &'static [FieldSpec],
    fields: &[Scanned<'_>],
    base: usize,
    depth: usize,
) -> Option<usize> {
    fields.iter().find_map(|field| {
        let shape = field_spec(specs, field.number)?.shape;
        let payload = field.payload?;
        let at = base.checked_add(field.payload_at)?;
        match shape {
            Shape::Text | Shape::LongText | Shape::Html | Shape::Script | Shape::Texts => {
                let place = spoiled_text_at(payload)?;
                let is_message = Message::parse(payload).is_ok();
                (!is_message).then(|| at.saturating_add(place))
            }
            Shape::Flag | Shape::Integer | Shape::Choice(_) | Shape::Bytes => None,
            _ => match scan(payload) {
                Ok(parts) if depth < DEPTH_MAX => {
                    let specs = parts_of(shape)?;
                    spoiled(specs, &parts, at, depth.saturating_add(1))
                }
                Ok(_) => None,
                Err((_, stop)) => {
                    (!is_printable(payload)).then(|| at.saturating_add(stop.field_at))
                }
            },
        }
    })
}

/// Where text stops being text: bytes that are not UTF-8, or the first NUL.
fn spoiled_text_at(bytes: &[u8]) -> Option<usize> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.find('\0'),
        Err(error) => Some(error.valid_up_to()),
    }
}

fn is_printable(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| {
        text.chars()
            .all(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
    })
}

/// Whether the content simply ends inside a field that began well.
fn is_cut(specs: &'static [FieldSpec], content: &[u8], head: &[Scanned<'_>], stop: Stop) -> bool {
    let Some((number, payload_at)) = stop.cut_bytes else {
        return stop.at_end;
    };
    if head.last().is_some_and(|field| field.number > number) {
        return false;
    }
    let rest = content.get(payload_at..).unwrap_or_default();
    is_beginning(field_spec(specs, number).map(|spec| spec.shape), rest, 0)
}

/// Whether the bytes are the beginning of a value of this shape, or, where the shape is not known,
/// of any text or message.
fn is_beginning(shape: Option<Shape>, bytes: &[u8], depth: usize) -> bool {
    let text = || match std::str::from_utf8(bytes) {
        Ok(text) => !text.contains('\0'),
        Err(error) => error.error_len().is_none(),
    };
    match shape {
        Some(Shape::Text | Shape::LongText | Shape::Html | Shape::Script | Shape::Texts) => text(),
        Some(Shape::Bytes) => true,
        Some(shape) => is_beginning_of_message(parts_of(shape), bytes, depth),
        None => text() || is_beginning_of_message(None, bytes, depth),
    }
}

fn is_beginning_of_message(
    specs: Option<&'static [FieldSpec]>,
    bytes: &[u8],
    depth: usize,
) -> bool {
    if depth >= DEPTH_MAX {
        return false;
    }
    let (fields, stop) = match scan(bytes) {
        Ok(fields) => (fields, None),
        Err((fields, stop)) => (fields, Some(stop)),
    };
    let specs = specs.unwrap_or_default();
    if !is_ascending(&fields) || !fields.iter().all(|field| may_hold(specs, field)) {
        return false;
    }
    match stop {
        None => true,
        Some(Stop {
            cut_bytes: Some((number, payload_at)),
            ..
        }) => {
            let shape = field_spec(specs, number).map(|spec| spec.shape);
            let rest = bytes.get(payload_at..).unwrap_or_default();
            is_beginning(shape, rest, depth.saturating_add(1))
        }
        Some(stop) => stop.at_end,
    }
}

fn is_ascending(fields: &[Scanned<'_>]) -> bool {
    fields
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.number <= b.number))
}

/// Whether the field fits its description; one without a description fits anything.
fn may_hold(specs: &'static [FieldSpec], field: &Scanned<'_>) -> bool {
    field_spec(specs, field.number).is_none_or(|spec| fits(spec, field))
}

fn fits(spec: &FieldSpec, scanned: &Scanned<'_>) -> bool {
    let field = match (scanned.payload, scanned.varint) {
        (Some(payload), _) => Field::of_bytes(spec.number, payload),
        (None, Some(value)) => Field::of_varint(spec.number, value),
        (None, None) => return false,
    };
    !matches!(decode_value(spec.shape, &field), FieldValue::Misfit { .. })
}

/// The number of the last of the known fields that stand whole and in order at the beginning.
fn whole_head(specs: &'static [FieldSpec], head: &[Scanned<'_>]) -> Option<u32> {
    let mut last = None;
    for field in head {
        if last.is_some_and(|last| field.number < last) {
            break;
        }
        match field_spec(specs, field.number) {
            Some(spec) if fits(spec, field) => last = Some(field.number),
            // An unknown field may be real or already part of what was spoiled.
            _ => break,
        }
    }
    last
}

/// Whether from some later place on the content is fields again, to its very end: fields of the
/// record that do not come before the head, or fields inside its last part, such as custom fields.
fn has_whole_tail(
    specs: &'static [FieldSpec],
    content: &[u8],
    last: u32,
    broken_at: usize,
) -> bool {
    let later = || specs.iter().filter(|spec| spec.number >= last);
    let latest = content.len().saturating_sub(TAIL_BYTES_MIN);
    let mut work = 0_usize;
    for at in broken_at.saturating_add(1)..=latest {
        let tail = content.get(at..).unwrap_or_default();
        let fields = match scan(tail) {
            Ok(fields) => fields,
            Err((fields, _)) => {
                work = work.saturating_add(fields.len()).saturating_add(1);
                if work > TAIL_WORK_MAX {
                    return false;
                }
                continue;
            }
        };
        let after_head = fields.first().is_some_and(|first| first.number >= last);
        let in_record = after_head && is_tail(specs, &fields);
        let mut parts = later().filter_map(|spec| parts_of(spec.shape));
        if in_record || parts.any(|parts| is_tail(parts, &fields)) {
            return true;
        }
        work = work.saturating_add(tail.len());
        if work > TAIL_WORK_MAX {
            return false;
        }
    }
    false
}

/// Whether these are fields in order, none against its description and at least one of them known.
fn is_tail(specs: &'static [FieldSpec], fields: &[Scanned<'_>]) -> bool {
    fields.len() >= TAIL_FIELDS_COUNT_MIN
        && is_ascending(fields)
        && fields.iter().all(|field| {
            let simple = field.payload.is_some() || field.varint.is_some();
            simple && fits_deeply(specs, field, 0)
        })
        && fields
            .iter()
            .any(|field| field_spec(specs, field.number).is_some())
}

/// Whether the field and everything known inside it fit their descriptions.
fn fits_deeply(specs: &'static [FieldSpec], field: &Scanned<'_>, depth: usize) -> bool {
    if !may_hold(specs, field) || depth >= DEPTH_MAX {
        return false;
    }
    let parts = field_spec(specs, field.number).and_then(|spec| parts_of(spec.shape));
    match (parts, field.payload.map(scan)) {
        (Some(parts), Some(Ok(fields))) => fields
            .iter()
            .all(|field| fits_deeply(parts, field, depth.saturating_add(1))),
        (Some(_), _) => false,
        (None, _) => true,
    }
}
