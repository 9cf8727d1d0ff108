//! The last look at a message before it is kept, and again before a server sees it
//! (SPEC-emails.md, 8.1).
//!
//! A bare line feed is a line end to one server and a character to another; between two such
//! servers one message can become two. So a message that has one goes nowhere, whoever wrote it.

/// A message has at most this many bytes, attachments included.
pub const MESSAGE_BYTES_MAX: usize = 40 * 1024 * 1024;

/// The longest line that every server takes, without its end.
const LINE_BYTES_MAX: usize = 998;

/// Whether the message can only be understood in one way: ASCII without NUL, CR and LF in pairs
/// only, no line too long, ending in a line end.
pub fn is_sound(message: &[u8]) -> bool {
    let mut line_length = 0;
    let mut before = 0;
    for byte in message {
        match byte {
            0 | 128.. => return false,
            b'\n' if before != b'\r' => return false,
            b'\n' => line_length = 0,
            _ if before == b'\r' => return false,
            b'\r' => {}
            _ => line_length += 1,
        }
        if line_length > LINE_BYTES_MAX {
            return false;
        }
        before = *byte;
    }
    message.len() <= MESSAGE_BYTES_MAX && message.ends_with(b"\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_one_meaning_is_sound() {
        let longest = [&[b'x'; 998][..], b"\r\n"].concat();
        for message in [&b"a: b\r\n\r\nc\r\n"[..], b"\r\n", &longest] {
            assert!(is_sound(message), "{message:?}");
        }
        let too_long = [&[b'x'; 999][..], b"\r\n"].concat();
        for message in [
            &b""[..],
            b"a",
            b"a\n",
            b"a\r",
            b"a\n\r\n",
            b"a\r\r\n",
            b"a\r\n\n.\r\n",
            b"a\rb\r\n",
            b"\xe0\r\n",
            b"a\0\r\n",
            &too_long,
        ] {
            assert!(!is_sound(message), "{message:?}");
        }
    }
}
