//! What another program sees in a finished file.

use std::io::Write;
use std::process::Command;

use pdf::Pdf;

/// The text of a file as `pdftotext` reads it, or nothing where there is no such program.
///
/// Marks of direction, which the reader adds around right-to-left lines, and the invisible breaks
/// in overlong words are taken out; so are line ends inside a page.
pub fn text_of(pdf: &Pdf) -> Option<String> {
    let pages = pages_of(pdf)?;
    Some(pages.join(" "))
}

/// The same for each page.
pub fn pages_of(pdf: &Pdf) -> Option<Vec<String>> {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(&pdf.bytes).expect("room for it");
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output();
    let Ok(output) = output else {
        println!("skipped: there is no pdftotext program here");
        return None;
    };
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8 as asked for");
    // Every page ends with a form feed.
    let mut pages: Vec<String> = text.split('\u{c}').map(plain).collect();
    pages.pop();
    Some(pages)
}

/// A text without marks of direction, with single spaces.
pub fn plain(text: &str) -> String {
    let is_mark = |character: char| {
        matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}')
    };
    let text: String = text
        .chars()
        .filter(|&character| !is_mark(character))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without any spaces. The reader guesses spaces from distances, and after letters with
/// marks below (`ক্ষু`) it sees one that is not in the file; other readers do not.
pub fn letters(text: &str) -> String {
    plain(text).split(' ').collect()
}

/// Whether the fonts of this system show a text; says so where they do not.
pub fn can_show(text: &str) -> bool {
    let missing = crate::papers::fonts().scripts_not_shown(text);
    if !missing.is_empty() {
        println!("skipped: no font here shows {}", missing.join(", "));
    }
    missing.is_empty()
}
