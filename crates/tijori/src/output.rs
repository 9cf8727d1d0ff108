//! What goes to standard output and standard error.

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

/// A line on standard output.
///
/// # Errors
/// When it is closed.
pub fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(line.as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A JSON document on standard output.
///
/// # Errors
/// When it is closed.
pub fn say_json(document: &Value) -> io::Result<()> {
    say(&format!("{document:#}"))
}

/// A line on standard error; nothing can be done when that is closed.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "tijori: {sentence}");
}

/// Rows as columns: the first to the left, the others to the right.
pub fn table(rows: &[Vec<String>]) -> String {
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
