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
/// The name that an attachment keeps is never longer than this many bytes: 255 letters of three.
pub const KEPT_NAME_BYTES_MAX: usize = 765;
/// What nobody sees of a name: the joiners of Indic and other scripts, and what is trimmed.
const UNSEEN: [char; 4] = ['\u{200c}', '\u{200d}', ' ', '.'];
/// A longer ending of a name is no ending.
const ENDING_BYTES_MAX: usize = 16;
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
    cleaned(name, bytes_max).unwrap_or_else(|| "business".to_owned())
}

/// The name under which a browser saves an attachment: made safe like every name, its ending kept
/// when the rest is cut; `file` when nothing is left.
///
/// ```
/// assert_eq!(backup::attachment_file_name("../a:\u{202e}fdp.exe"), "-a-fdp.exe");
/// ```
pub fn attachment_file_name(name: &str) -> String {
    let (stem, ending) = split_ending(name);
    let stem = cleaned(stem, FILE_NAME_BYTES_MAX - ending.len());
    format!("{}{ending}", stem.as_deref().unwrap_or("file"))
}

/// The name that an attachment keeps, of the name that was sent with it: without folders, control
/// characters and marks that turn the direction of letters; at most [`KEPT_NAME_BYTES_MAX`] bytes,
/// cut between graphemes before its ending; `file` when nothing is left.
pub fn kept_file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| !letter.is_control() && !turns_direction(*letter))
        .collect();
    let (stem, ending) = split_ending(kept.trim());
    let stem = cut(stem, KEPT_NAME_BYTES_MAX - ending.len());
    if stem.is_empty() && ending.is_empty() {
        "file".to_owned()
    } else {
        format!("{stem}{ending}")
    }
}

/// Whether the character makes a name look like another or a line like several: a control
/// character, or one that turns the direction of all letters up to its end. The small marks of
/// direction and the joiners belong to the scripts that need them.
pub fn is_deceptive(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The name of a business, out of a file or typed for a new one, without deceptive characters.
pub fn clean_business_name(name: &str) -> String {
    let seen: String = name
        .chars()
        .filter(|letter| !is_deceptive(*letter))
        .collect();
    seen.trim().to_owned()
}

/// Whether the character is an invisible mark that turns the direction of the letters around it, so
/// that `exe.pdf` is read where `fdp.exe` is written.
fn turns_direction(letter: char) -> bool {
    matches!(
        letter,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// A name and its ending with the dot; a name that has none, or only that, is all name.
fn split_ending(name: &str) -> (&str, &str) {
    let dot = name.rfind('.').unwrap_or(0);
    let (stem, ending) = name.split_at_checked(dot).unwrap_or((name, ""));
    let is_ending = (2..=ENDING_BYTES_MAX).contains(&ending.len())
        && ending
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_alphanumeric());
    if is_ending && !stem.trim().is_empty() {
        (stem, ending)
    } else {
        (name, "")
    }
}

/// A stem as [`clean_stem`] describes it; nothing when nothing is left.
fn cleaned(name: &str, bytes_max: usize) -> Option<String> {
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
    // What was left out may have stood between a letter and its mark.
    let stem: String = stem.nfc().collect();
    // Whichever of them comes first: what one of them hid must not be in front in the end.
    let stem = stem
        .trim_start_matches(['~', ' ', '.'])
        .trim_end_matches([' ', '.']);
    let stem = cut(stem, bytes_max - 1).trim_end_matches([' ', '.']);
    let first = stem.split([' ', '.']).next().unwrap_or_default();
    let is_device = DEVICES
        .iter()
        .any(|device| device.eq_ignore_ascii_case(first));
    match stem {
        // Joiners are left out of the headers of a download, so they must not be all there is.
        _ if stem.chars().all(|letter| UNSEEN.contains(&letter)) => None,
        _ if is_device => Some(format!("_{stem}")),
        _ => Some(stem.to_owned()),
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
    fn a_clean_name_stays_as_it_is() {
        let day = date(2026, 11, 22);
        for name in [
            " ~;\u{c}",
            ". ~ .x",
            "e\u{200b}\u{301}",
            "~ CON",
            "a.manager.MANAGER",
        ] {
            for clean in [suggested_file_name(name, day), clean_file_name(name)] {
                assert_eq!(clean_file_name(&clean), clean, "{name:?}");
            }
        }
    }

    #[test]
    fn names_of_attachments_leave_no_folder_and_keep_their_ending() {
        assert_eq!(kept_file_name("C:\\Users\\me\\bill.pdf"), "bill.pdf");
        assert_eq!(kept_file_name("../../etc/passwd"), "passwd");
        assert_eq!(kept_file_name("a\r\nb.txt"), "ab.txt");
        assert_eq!(kept_file_name("রসিদ \"১\".pdf"), "রসিদ \"১\".pdf");
        assert_eq!(kept_file_name("invoice_\u{202e}fdp.exe"), "invoice_fdp.exe");
        assert_eq!(kept_file_name(" \u{200f} "), "file");
        assert_eq!(kept_file_name(".htaccess"), ".htaccess");
        // The joiner belongs to the word.
        assert_eq!(kept_file_name("র‍্যাব.pdf"), "র‍্যাব.pdf");
        let long = format!("{}.pdf", "ক্ষ".repeat(300));
        let kept = kept_file_name(&long);
        assert!(kept.len() <= KEPT_NAME_BYTES_MAX && kept.ends_with("ক্ষ.pdf"));
        let saved = attachment_file_name(&long);
        assert!(saved.len() <= FILE_NAME_BYTES_MAX && saved.ends_with("ক্ষ.pdf"));
        for (name, wanted) in [
            ("CON.pdf", "_CON.pdf"),
            ("a\r\nSet-Cookie: x", "a Set-Cookie- x"),
            ("<img src=x>", "-img src=x-"),
            ("...", "file"),
            ("", "file"),
        ] {
            assert_eq!(attachment_file_name(name), wanted, "{name:?}");
        }
    }

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
            ("\u{200d}", "business"),
            ("\u{200c}.\u{200d}", "business"),
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
    fn names_of_businesses_lose_what_deceives_and_nothing_else() {
        assert_eq!(
            clean_business_name(" a\nb\u{1b}[31m\u{202e}cod\u{2066} "),
            "ab[31mcod"
        );
        for name in ["র\u{200d}্যাব", "شركة \u{200f}(1)", "« Chez Zoé »"] {
            assert_eq!(clean_business_name(name), name);
        }
    }

    #[test]
    fn what_people_type_gets_its_extension_once() {
        assert_eq!(clean_file_name("Books.MANAGER"), "Books.manager");
        assert_eq!(clean_file_name("Books"), "Books.manager");
        assert_eq!(clean_file_name("Books.manager "), "Books.manager");
        assert_eq!(clean_file_name(".manager"), "business.manager");
        assert_eq!(clean_file_name("\u{200d}"), "business.manager");
        assert_eq!(clean_file_name("\u{200d}. .manager"), "business.manager");
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
