//! Walks over fields one at a time and says where it had to stop, which a whole reading cannot.

/// A field and where it stands in the bytes walked over.
pub(super) struct Scanned<'a> {
    /// The field number.
    pub(super) number: u32,
    /// The bytes of a length-delimited field.
    pub(super) payload: Option<&'a [u8]>,
    /// The value of a varint field.
    pub(super) varint: Option<u64>,
    /// Where the value begins.
    pub(super) payload_at: usize,
    /// Where the next field begins.
    pub(super) end: usize,
}

/// Where and how the walk ended.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    /// Where the field begins that cannot be read.
    pub(super) field_at: usize,
    /// Whether the bytes end inside the field's tag, length or number: no sign of garbage.
    pub(super) at_end: bool,
    /// The number of a length-delimited field that is longer than what is left, and where its
    /// bytes begin.
    pub(super) cut_bytes: Option<(u32, usize)>,
}

impl Stop {
    /// A field that cannot be read, whatever follows.
    pub(super) fn garbage(field_at: usize) -> Self {
        Self {
            field_at,
            at_end: false,
            cut_bytes: None,
        }
    }
}

/// The highest field number of the encoding.
const FIELD_NUMBER_MAX: u64 = (1 << 29) - 1;

/// The field that begins at this place. Groups are not walked over: no record was seen with one.
pub(super) fn scan_field(bytes: &[u8], start: usize) -> Result<Scanned<'_>, Stop> {
    let garbage = Stop::garbage(start);
    let cut = Stop {
        at_end: true,
        ..garbage
    };
    let varint_at =
        |at: usize| read_varint(bytes, at).map_err(|end| if end { cut } else { garbage });
    let (tag, payload_at) = varint_at(start)?;
    if tag >> 3 == 0 || tag >> 3 > FIELD_NUMBER_MAX {
        return Err(garbage);
    }
    let number = u32::try_from(tag >> 3).map_err(|_| garbage)?;
    let field = |payload, varint, payload_at, end| Scanned {
        number,
        payload,
        varint,
        payload_at,
        end,
    };
    let fixed = |length: usize| {
        let end = payload_at.saturating_add(length);
        if end <= bytes.len() {
            Ok(field(None, None, payload_at, end))
        } else {
            Err(cut)
        }
    };
    match tag & 7 {
        0 => {
            let (value, end) = varint_at(payload_at)?;
            Ok(field(None, Some(value), payload_at, end))
        }
        1 => fixed(8),
        2 => {
            let (length, payload_at) = varint_at(payload_at)?;
            let end = usize::try_from(length)
                .ok()
                .and_then(|length| payload_at.checked_add(length));
            let payload = end.and_then(|end| bytes.get(payload_at..end));
            match (payload, end) {
                (Some(payload), Some(end)) => Ok(field(Some(payload), None, payload_at, end)),
                _ => Err(Stop {
                    cut_bytes: Some((number, payload_at)),
                    ..garbage
                }),
            }
        }
        5 => fixed(4),
        _ => Err(garbage),
    }
}

/// The varint and where it ends; otherwise whether the bytes ended inside it.
fn read_varint(bytes: &[u8], start: usize) -> Result<(u64, usize), bool> {
    let mut value = 0_u64;
    for place in 0..10_usize {
        let at = start.saturating_add(place);
        let byte = *bytes.get(at).ok_or(true)?;
        let shift = u32::try_from(place.saturating_mul(7)).map_err(|_| false)?;
        let part = u64::from(byte & 0x7f);
        if place == 9 && part > 1 {
            return Err(false);
        }
        value |= part << shift;
        if byte < 0x80 {
            return Ok((value, at.saturating_add(1)));
        }
    }
    Err(false)
}
