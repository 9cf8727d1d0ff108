//! What sort of file bytes are, judged by the bytes alone.
//!
//! Neither the name nor the media type that a browser sent is believed (docs/DECISIONS.md,
//! "Attachments"): both are chosen by whoever made the file. Only five sorts are told apart,
//! those that may be shown inside a page; everything else is bytes to download.

/// How many bytes from the beginning are needed.
pub(crate) const HEAD_BYTES: usize = 16;

/// A sort of file that may be shown in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Png,
    Jpeg,
    Gif,
    WebP,
    Pdf,
}

impl Sort {
    /// The media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The media type for a download: one of the five, or bytes of no known sort.
pub(crate) fn media_type(head: &[u8]) -> &'static str {
    sort_of(head).map_or("application/octet-stream", Sort::media_type)
}

/// The sort of file that begins with these bytes, when it is one of the five.
pub(crate) fn sort_of(head: &[u8]) -> Option<Sort> {
    match head {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Sort::Png),
        [0xff, 0xd8, 0xff, ..] => Some(Sort::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Sort::Gif),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Sort::WebP),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Sort::Pdf),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_decide() {
        assert_eq!(sort_of(b"%PDF-1.7\n"), Some(Sort::Pdf));
        assert_eq!(sort_of(b"\x89PNG\r\n\x1a\n...."), Some(Sort::Png));
        assert_eq!(sort_of(b"RIFF\0\0\0\0WEBPVP8 "), Some(Sort::WebP));
        assert_eq!(sort_of(b"RIFF\0\0\0\0WAVEfmt "), None);
        assert_eq!(media_type(b"<svg xmlns="), "application/octet-stream");
        assert_eq!(media_type(b"<html>%PDF-"), "application/octet-stream");
        assert_eq!(media_type(b""), "application/octet-stream");
    }
}
