//! Reads the rows of the table `Objects` out of sample files beside the workspace, with a reader of
//! its own for the few parts of the SQLite format that these files use: table pages and overflow.
//! It reads on where pages are spoiled, as the tests of damage need.

use books::{Key, Object};
use std::path::Path;

/// A sample file and its bytes.
pub struct SampleFile {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

/// The sample files; a line says so when there are none.
pub fn sample_files() -> Vec<SampleFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    ["fbr-einvoice.manager", "zatca-einvoice.manager"]
        .into_iter()
        .filter_map(|name| match std::fs::read(folder.join(name)) {
            Ok(bytes) => Some(SampleFile { name, bytes }),
            Err(_) => {
                println!("skipped: no sample file {name}");
                None
            }
        })
        .collect()
}

/// Every record of every sample file.
pub fn sample_objects() -> Vec<Object> {
    sample_files()
        .iter()
        .flat_map(|file| objects(&file.bytes))
        .collect()
}

/// The records in a plain SQLite file. Rows that cannot be read are left out.
pub fn objects(file: &[u8]) -> Vec<Object> {
    let page_size = usize::from(u16::from_be_bytes([file[16], file[17]]));
    let reader = Reader { file, page_size };
    let root = reader
        .rows(1)
        .into_iter()
        .find_map(|row| match row.as_slice() {
            [_, Cell::Bytes(name), _, Cell::Integer(root), ..] if name == b"Objects" => Some(*root),
            _ => None,
        })
        .expect("a table of objects");
    let rows = reader.rows(usize::try_from(root).unwrap());
    rows.into_iter().filter_map(object).collect()
}

fn object(row: Vec<Cell>) -> Option<Object> {
    let key = |cell: &Cell| match cell {
        Cell::Bytes(text) => std::str::from_utf8(text).ok()?.parse::<Key>().ok(),
        Cell::Integer(_) => None,
    };
    let [first, second, Cell::Bytes(content), ..] = row.as_slice() else {
        return None;
    };
    Some(Object {
        key: key(first)?,
        content_type: key(second)?,
        content: content.clone(),
        timestamp: None,
    })
}

enum Cell {
    Integer(i64),
    Bytes(Vec<u8>),
}

struct Reader<'a> {
    file: &'a [u8],
    page_size: usize,
}

impl Reader<'_> {
    fn rows(&self, page: usize) -> Vec<Vec<Cell>> {
        let start = (page - 1) * self.page_size;
        let page_bytes = &self.file[start..start + self.page_size];
        let head = if page == 1 { 100 } else { 0 };
        let count = usize::from(u16_at(page_bytes, head + 3));
        let kind = page_bytes[head];
        let pointers = head + if kind == 5 { 12 } else { 8 };
        let cells = (0..count).map(|at| usize::from(u16_at(page_bytes, pointers + 2 * at)));
        match kind {
            5 => {
                let children = cells
                    .map(|cell| u32_at(page_bytes, cell))
                    .chain([u32_at(page_bytes, head + 8)]);
                children.flat_map(|child| self.rows(child)).collect()
            }
            13 => cells.map(|cell| self.row(page_bytes, cell)).collect(),
            _ => panic!("page {page} is no table page"),
        }
    }

    fn row(&self, page: &[u8], cell: usize) -> Vec<Cell> {
        let (length, at) = varint(page, cell);
        let (_, at) = varint(page, at);
        let payload = self.payload(page, at, usize::try_from(length).unwrap());
        columns(&payload)
    }

    fn payload(&self, page: &[u8], at: usize, length: usize) -> Vec<u8> {
        let usable = self.page_size;
        let local_max = usable - 35;
        if length <= local_max {
            return page[at..at + length].to_vec();
        }
        let local_min = (usable - 12) * 32 / 255 - 23;
        let wanted = local_min + (length - local_min) % (usable - 4);
        let local = if wanted <= local_max {
            wanted
        } else {
            local_min
        };
        let mut payload = page[at..at + local].to_vec();
        let mut next = u32_at(page, at + local);
        while next != 0 && payload.len() < length {
            let start = (next - 1) * self.page_size;
            let overflow = &self.file[start..start + self.page_size];
            let take = (length - payload.len()).min(usable - 4);
            payload.extend_from_slice(&overflow[4..4 + take]);
            next = u32_at(overflow, 0);
        }
        payload
    }
}

fn columns(payload: &[u8]) -> Vec<Cell> {
    let (head, mut at) = varint(payload, 0);
    let head = usize::try_from(head).unwrap();
    let mut body = head;
    let mut cells = Vec::new();
    while at < head {
        let (serial, next) = varint(payload, at);
        at = next;
        let serial = usize::try_from(serial).unwrap();
        let length = match serial {
            0 | 8 | 9 => 0,
            1..=4 => serial,
            5 => 6,
            6 | 7 => 8,
            _ => (serial - 12) / 2,
        };
        let bytes = &payload[body..body + length];
        body += length;
        cells.push(if serial < 12 {
            let number = bytes
                .iter()
                .fold(0_i64, |sum, byte| sum << 8 | i64::from(*byte));
            Cell::Integer(number + i64::from(serial == 9))
        } else {
            Cell::Bytes(bytes.to_vec())
        });
    }
    cells
}

fn varint(bytes: &[u8], mut at: usize) -> (u64, usize) {
    let mut value = 0;
    for place in 0..9 {
        let byte = u64::from(bytes[at]);
        at += 1;
        if place == 8 {
            return (value << 8 | byte, at);
        }
        value = value << 7 | (byte & 0x7f);
        if byte < 0x80 {
            break;
        }
    }
    (value, at)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    let number = u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    usize::try_from(number).unwrap()
}
