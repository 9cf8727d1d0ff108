//! The suggested file name: business name and today's date, safe on every system
//! (SPEC-backup.md, section 9).

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A name without date and extension is cut to this many bytes, between graphemes.
pub const STEM_BYTES_MAX: usize = 120;
/// A whole name is never longer than this many bytes.
pub const FILE_NAME_BYTES_MAX: usize = 160;
/// What every backup's name ends in.
pub const EXTENSION: &str = ".manager";

/// Names that mean a device on some systems, whatever follows a dot.
const DEVICES: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8",
    "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// The date in the business's time zone; in UTC when the zone is unknown.
pub fn today(now: Timestamp, time_zone: &str) -> Date {
    let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
    now.to_zoned(zone).date()
}

/// `<Business name> (yyyy-MM-dd).manager`, with Latin digits.
///
/// ```
/// let date = jiff::civil::date(2026, 11, 21);
/// let name = backup::suggested_file_name("শর্মা / Sons", date);
/// assert_eq!(name, "শর্মা - Sons (2026-11-21).manager");
/// ```
pub fn suggested_file_name(business_name: &str, date: Date) -> String {
    format!(
        "{} ({date}){EXTENSION}",
        clean_stem(business_name, STEM_BYTES_MAX)
    )
}

/// What a person typed, made safe; the extension is added when it is absent.
pub fn clean_file_name(typed: &str) -> String {
    let typed = typed.trim();
    let cut_at = typed.len().saturating_sub(EXTENSION.len());
    let stem = match typed.get(cut_at..) {
        Some(end) if end.eq_ignore_ascii_case(EXTENSION) => typed.get(..cut_at).unwrap_or(typed),
        _ => typed,
    };
    format!(
        "{}{EXTENSION}",
        clean_stem(stem, FILE_NAME_BYTES_MAX - EXTENSION.len())
    )
}

/// The name for readers of HTTP headers that know ASCII only; never the bare extension.
pub fn ascii_file_name(file_name: &str, date: Date) -> String {
    let stem = file_name.strip_suffix(EXTENSION).unwrap_or(file_name);
    let ascii: String = stem
        .nfd()
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        .collect();
    if ascii
        .chars()
        .all(|character| matches!(character, ' '..='~') && !"\"\\%;".contains(character))
    {
        format!("{ascii}{EXTENSION}")
    } else {
        format!("backup-{date}{EXTENSION}")
    }
}

/// The one function that makes a stem: normalised, without characters that any system forbids,
/// hides or gives a meaning to. The joiners of Indic scripts stay: without them names are wrong.
fn clean_stem(name: &str, bytes_max: usize) -> String {
    let mut stem = String::with_capacity(name.len());
    for character in name.nfc() {
        match character {
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {}
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => stem.push('-'),
            _ if character.is_whitespace() => {
                if !stem.ends_with(' ') {
                    stem.push(' ');
                }
            }
            _ if character.is_control() => {}
            _ => stem.push(character),
        }
    }
    let stem = stem.trim_start_matches('~').trim_matches([' ', '.']);
    let stem = cut(stem, bytes_max - 1).trim_end_matches([' ', '.']);
    let first = stem.split([' ', '.']).next().unwrap_or_default();
    if stem.is_empty() {
        "business".to_owned()
    } else if DEVICES
        .iter()
        .any(|device| device.eq_ignore_ascii_case(first))
    {
        format!("_{stem}")
    } else {
        stem.to_owned()
    }
}

/// The longest beginning of at most `bytes_max` bytes that ends between graphemes.
fn cut(text: &str, bytes_max: usize) -> &str {
    let end = text
        .grapheme_indices(true)
        .map(|(at, grapheme)| at + grapheme.len())
        .take_while(|end| *end <= bytes_max)
        .last();
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: Date = date(2026, 11, 21);

    #[test]
    fn today_is_the_business_s_own() {
        let evening: Timestamp = "2026-11-20T19:00:00Z".parse().unwrap();
        for (zone, day) in [
            ("Asia/Dhaka", 21),
            ("Asia/Kolkata", 21),
            ("Europe/Paris", 20),
            ("Europe/Madrid", 20),
            ("UTC", 20),
            ("No/Such_Zone", 20),
        ] {
            assert_eq!(today(evening, zone), date(2026, 11, day), "{zone}");
        }
    }

    #[test]
    fn names_are_made_safe() {
        for (name, stem) in [
            ("ঢাকা মুদি দোকান", "ঢাকা মুদি দোকান"),
            ("র\u{200d}্যাব শ্\u{200d}রী", "র\u{200d}্যাব শ্\u{200d}রী"),
            ("« Chez Zoé »", "« Chez Zoé »"),
            ("Peñaranda y Cía., S.L.", "Peñaranda y Cía., S.L"),
            ("Acme (21/11/2026)", "Acme (21-11-2026)"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("CON", "_CON"),
            ("aux (2026)", "_aux (2026)"),
            ("lpt1.old", "_lpt1.old"),
            ("  . ", "business"),
            ("", "business"),
            ("~acme~", "acme~"),
            ("a\r\nb\tc\u{a0}d", "a b c d"),
            ("Caf\u{65}\u{301}", "Café"),
        ] {
            assert_eq!(
                suggested_file_name(name, DAY),
                format!("{stem} (2026-11-21).manager"),
                "{name:?}"
            );
        }
    }

    #[test]
    fn what_people_type_gets_its_extension_once() {
        assert_eq!(clean_file_name("Books.MANAGER"), "Books.manager");
        assert_eq!(clean_file_name("Books"), "Books.manager");
        assert_eq!(clean_file_name("Books.manager "), "Books.manager");
        assert_eq!(clean_file_name(".manager"), "business.manager");
    }

    #[test]
    fn readers_of_ascii_get_a_name_too() {
        assert_eq!(
            ascii_file_name("Café (2026-11-21).manager", DAY),
            "Cafe (2026-11-21).manager"
        );
        assert_eq!(
            ascii_file_name("ঢাকা.manager", DAY),
            "backup-2026-11-21.manager"
        );
        assert_eq!(
            ascii_file_name("a\"b.manager", DAY),
            "backup-2026-11-21.manager"
        );
    }

    proptest! {
        #[test]
        fn every_name_is_safe_and_short(name in ".{0,400}") {
            for made in [suggested_file_name(&name, DAY), clean_file_name(&name)] {
                prop_assert!(made.len() <= FILE_NAME_BYTES_MAX, "{} bytes", made.len());
                prop_assert!(made.ends_with(EXTENSION) && made != EXTENSION);
                let forbidden = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
                prop_assert!(!made.chars().any(forbidden), "{made:?}");
                prop_assert!(!made.starts_with([' ', '.', '~']));
                prop_assert_eq!(clean_file_name(&made), made.clone());
            }
        }
    }
}
