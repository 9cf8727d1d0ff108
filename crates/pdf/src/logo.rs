//! The logo: looked at before the engine unpacks it.
//!
//! A picture of a few kilobytes can claim a billion pixels. Its size stands in the first bytes of
//! a PNG and in a marked segment of a JPEG; both are read here, and what is too large, damaged or
//! of another kind is left out of the document, with a notice.

use crate::limits::{LOGO_BYTES_MAX, LOGO_PIXELS_MAX};

/// The box that a logo fits into, in points: 60 × 20 mm.
const BOX_PT: (f64, f64) = (170.0, 56.0);
/// The first bytes of every PNG.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The first bytes of every JPEG.
const JPEG_SIGNATURE: &[u8] = b"\xff\xd8\xff";

/// A picture that may be unpacked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Logo {
    /// The engine's word for its kind.
    pub(crate) format: &'static str,
    /// The width to draw it at, in points, so that it fits its box undistorted.
    pub(crate) width_pt: f64,
}

impl Logo {
    /// Looks at a stored picture. Nothing when it is not to be shown.
    pub(crate) fn recognise(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > LOGO_BYTES_MAX {
            return None;
        }
        let (format, (width, height)) = if bytes.starts_with(PNG_SIGNATURE) {
            ("png", png_size(bytes)?)
        } else if bytes.starts_with(JPEG_SIGNATURE) {
            ("jpg", jpeg_size(bytes)?)
        } else {
            return None;
        };
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 || pixels > LOGO_PIXELS_MAX {
            return None;
        }
        let (width, height) = (f64::from(width), f64::from(height));
        let width_pt = BOX_PT.0.min(BOX_PT.1 * width / height);
        Some(Self { format, width_pt })
    }
}

/// Width and height in the header chunk, which comes first (PNG specification, 11.2.2).
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let number = |from: usize| {
        let four: [u8; 4] = bytes.get(from..from + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    Some((number(16)?, number(20)?))
}

/// Width and height in the first frame header (ITU T.81, B.2.2), found by hopping over segments.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |from: usize| {
        let two: [u8; 2] = bytes.get(from..from + 2)?.try_into().ok()?;
        Some(u16::from_be_bytes(two))
    };
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            // A fill byte, and markers that stand alone.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // The picture begins or ends without having said how large it is.
            0xd9 | 0xda => return None,
            // Frame headers; the three left out hold tables.
            0xc0..=0xcf if !matches!(bytes[at + 1], 0xc4 | 0xc8 | 0xcc) => {
                return Some((number(at + 7)?.into(), number(at + 5)?.into()));
            }
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_header(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = [PNG_SIGNATURE, b"\0\0\0\x0dIHDR"].concat();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn a_wide_logo_is_as_wide_as_its_box_and_a_tall_one_as_tall() {
        let wide = Logo::recognise(&png_header(1000, 100)).unwrap();
        assert_eq!((wide.format, wide.width_pt), ("png", BOX_PT.0));
        let tall = Logo::recognise(&png_header(100, 200)).unwrap();
        assert_eq!(tall.width_pt, BOX_PT.1 / 2.0);
    }

    #[test]
    fn a_jpeg_says_its_size_after_other_segments() {
        let bytes = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08\x00\x40\x00\x80\x03";
        assert_eq!(jpeg_size(bytes), Some((128, 64)));
        assert_eq!(Logo::recognise(bytes).unwrap().format, "jpg");
    }

    #[test]
    fn bombs_strangers_and_fragments_are_left_out() {
        assert_eq!(Logo::recognise(&png_header(100_000, 100_000)), None);
        assert_eq!(Logo::recognise(&png_header(0, 10)), None);
        assert_eq!(Logo::recognise(&png_header(10, 10)[..20]), None);
        assert_eq!(Logo::recognise(b"<svg/>"), None);
        assert_eq!(Logo::recognise(b""), None);
        assert_eq!(Logo::recognise(b"\xff\xd8\xff\xe0\x00\x00\xff"), None);
        assert_eq!(Logo::recognise(&vec![0x89; LOGO_BYTES_MAX + 1]), None);
    }
}
