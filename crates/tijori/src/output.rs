//! What goes to standard output and standard error.

use backup::is_deceptive;
use pages::{Language, Locale};
use serde_json::Value;
use std::io::{self, Write};

/// The language of the terminal, with Latin digits; English where it is none of the five.
pub fn locale_of_the_terminal() -> Locale {
    let code = sys_locale::get_locale().unwrap_or_default();
    let language = code.get(..2).and_then(Language::from_code);
    Locale {
        language: language.unwrap_or(Language::English),
        ..Locale::default()
    }
}

/// The region that the terminal is set to, as `IN` of `en_IN.UTF-8`; nothing where it names none.
pub fn region_of_the_terminal() -> Option<String> {
    region_of(&sys_locale::get_locale()?)
}

/// The region in the name of a locale (BCP 47, or as POSIX writes it).
fn region_of(locale: &str) -> Option<String> {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    name.split(['-', '_'])
        .skip(1)
        .find(|part| part.len() == 2 && part.chars().all(|letter| letter.is_ascii_alphabetic()))
        .map(str::to_ascii_uppercase)
}

/// The same with every character that could command the terminal or turn the direction of a line
/// made visible. The pair that keeps a name in another direction together (U+2068 and U+2069) is
/// our own and stays, and so do line breaks.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\u{2068}' | '\u{2069}' => letter,
            _ if is_deceptive(letter) => char::REPLACEMENT_CHARACTER,
            _ => letter,
        })
        .collect()
}

/// The same in one line.
fn harmless_line(text: &str) -> String {
    harmless(text).replace('\n', "\u{fffd}")
}

/// Lines on standard output.
///
/// # Errors
/// When it is closed.
pub fn say(lines: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(harmless(lines).as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A JSON document on standard output.
///
/// # Errors
/// When it is closed.
pub fn say_json(document: &Value) -> io::Result<()> {
    // JSON itself escapes the lower control characters only. Line breaks stand between members.
    let text: String = format!("{document:#}")
        .chars()
        .map(|letter| match letter {
            '\n' => letter.to_string(),
            _ if is_deceptive(letter) => format!("\\u{:04x}", u32::from(letter)),
            _ => letter.to_string(),
        })
        .collect();
    say(&text)
}

/// A line on standard error; nothing can be done when that is closed.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "tijori: {}", harmless_line(sentence));
}

/// Rows as columns: the first to the left, the others to the right.
pub fn table(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| harmless_line(cell)).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<usize> = (0..columns)
        .map(|column| width(column).unwrap_or(0))
        .collect();
    let lines = rows.iter().map(|row| {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                if column == 0 {
                    format!("{cell:<width$}")
                } else {
                    format!("{cell:>width$}")
                }
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_stands_behind_language_and_script() {
        for (locale, region) in [
            ("en_IN.UTF-8", Some("IN")),
            ("en-IN", Some("IN")),
            ("sr-Latn-RS", Some("RS")),
            ("bn", None),
            ("C.UTF-8", None),
        ] {
            assert_eq!(region_of(locale).as_deref(), region, "{locale}");
        }
    }

    #[test]
    fn nothing_in_a_name_commands_the_terminal() {
        assert_eq!(
            harmless("a\nb\u{1b}[31m\u{202e}c"),
            "a\nb\u{fffd}[31m\u{fffd}c"
        );
        let rows = [vec!["a\nb\r".to_owned(), "\u{9b}1".to_owned()]];
        assert_eq!(table(&rows), "a\u{fffd}b\u{fffd}  \u{fffd}1");
    }
}
