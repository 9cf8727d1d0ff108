//! Texts on their way to the engine: cleaned, measured, and told in which direction they run.
//!
//! A text becomes a value of the engine and never a piece of its source code; that alone keeps
//! anything typed from being executed. What is done here besides is for the eye: invisible control
//! characters go, each stretch of a text begins where its language begins, and words too long for
//! a line may be broken.

use std::collections::BTreeSet;

use typst::foundations::{Array, Dict, IntoValue, Value};
use unicode_segmentation::UnicodeSegmentation;

use crate::error::PdfError;
use crate::fonts::is_invisible;
use crate::limits::{ALL_CHARACTERS_MAX, LABEL_CHARACTERS_MAX, TEXT_CHARACTERS_MAX};
use crate::page::Direction;

/// Words of more characters than this may be broken anywhere: no column can be trusted to hold
/// them. Longer than any word of a dictionary, and than most email addresses.
const WORD_CHARACTERS_MAX: usize = 36;
/// How many letters stay together when such a word is broken.
const WORD_PIECE_LETTERS: usize = 12;
/// How much of a text an error quotes.
const BEGINNING_CHARACTERS: usize = 40;
/// An invisible place where a line may break.
const BREAK: char = '\u{200b}';

/// What becomes of marks that nobody sees, like joiners and isolates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// They steer the shapes of letters, as whoever wrote them meant.
    Kept,
    /// They are taken out, for the rare text over which the engine breaks off.
    Dropped,
}

/// Turns texts into values of the engine and remembers what it has seen.
pub(crate) struct Texts {
    /// The direction of the page, which most texts share.
    page: Direction,
    /// Whether invisible marks stay.
    marks: Marks,
    /// All different characters so far, to ask the fonts about.
    characters: BTreeSet<char>,
    /// How many characters there were so far.
    count: usize,
}

impl Texts {
    /// A fresh start for one file.
    pub(crate) fn new(page: Direction, marks: Marks) -> Self {
        Self {
            page,
            marks,
            characters: BTreeSet::new(),
            count: 0,
        }
    }

    /// All different characters that were handed in.
    pub(crate) fn characters(&self) -> impl Iterator<Item = char> {
        self.characters.iter().copied()
    }

    /// A text of any length that a file can hold.
    ///
    /// # Errors
    /// [`PdfError::TextTooLong`], [`PdfError::AllTextsTooLong`].
    pub(crate) fn text(&mut self, text: &str) -> Result<Value, PdfError> {
        self.value(text, TEXT_CHARACTERS_MAX)
    }

    /// A short text: one that is repeated, or stands where there is little room.
    ///
    /// # Errors
    /// As [`Texts::text`].
    pub(crate) fn label(&mut self, text: &str) -> Result<Value, PdfError> {
        self.value(text, LABEL_CHARACTERS_MAX)
    }

    /// A short text as one plain line, for places that take no more: the title of the file.
    ///
    /// # Errors
    /// As [`Texts::text`].
    pub(crate) fn line(&mut self, text: &str) -> Result<String, PdfError> {
        self.take(text, LABEL_CHARACTERS_MAX)?;
        Ok(clean(text, self.marks).join(" "))
    }

    /// Several texts.
    ///
    /// # Errors
    /// As [`Texts::text`].
    pub(crate) fn texts(&mut self, texts: &[String]) -> Result<Value, PdfError> {
        let values = texts.iter().map(|text| self.text(text));
        Ok(values.collect::<Result<Array, _>>()?.into_value())
    }

    /// A text as a string where it is one line in the page's direction; otherwise as stretches,
    /// each with its lines and its direction.
    fn value(&mut self, text: &str, max: usize) -> Result<Value, PdfError> {
        self.take(text, max)?;
        let mut stretches: Vec<(Direction, Vec<String>)> = Vec::new();
        for line in clean(text, self.marks) {
            let direction = direction_of(&line, self.page);
            match stretches.last_mut() {
                Some((last, lines)) if *last == direction => lines.push(line),
                _ => stretches.push((direction, vec![line])),
            }
        }
        match &mut stretches[..] {
            [] => Ok("".into_value()),
            [(direction, lines)] if *direction == self.page && lines.len() == 1 => {
                Ok(std::mem::take(&mut lines[0]).into_value())
            }
            _ => Ok(stretches
                .into_iter()
                .map(|(direction, lines)| {
                    let mut stretch = Dict::new();
                    let is_rtl = direction == Direction::RightToLeft;
                    stretch.insert("rtl".into(), is_rtl.into_value());
                    stretch.insert("lines".into(), lines.into_value());
                    stretch.into_value()
                })
                .collect::<Array>()
                .into_value()),
        }
    }

    /// Counts a text and its characters.
    fn take(&mut self, text: &str, max: usize) -> Result<(), PdfError> {
        let count = text.chars().count();
        if count > max {
            return Err(PdfError::TextTooLong {
                beginning: text.chars().take(BEGINNING_CHARACTERS).collect(),
                count,
                max,
            });
        }
        self.count += count;
        if self.count > ALL_CHARACTERS_MAX {
            let max = ALL_CHARACTERS_MAX;
            return Err(PdfError::AllTextsTooLong { max });
        }
        self.characters.extend(text.chars());
        Ok(())
    }
}

/// The lines of a text, without what cannot be printed.
fn clean(text: &str, marks: Marks) -> Vec<String> {
    let is_end = |character: char| {
        matches!(
            character,
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    // A carriage return alone ended lines on old systems; together with a line feed it is one end.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = text
        .trim_end_matches(is_end)
        .split(is_end)
        .map(|line| {
            let letters = line.chars().filter_map(printable);
            let letters = letters.filter(|letter| marks == Marks::Kept || !is_invisible(*letter));
            // An invisible mark that hangs on nothing has nothing to shape.
            let letters = letters.skip_while(|letter| is_invisible(*letter));
            with_breaks(letters.collect())
        })
        .collect();
    if lines == [""] {
        lines.clear();
    }
    lines
}

/// A character as it is printed, if it is.
fn printable(character: char) -> Option<char> {
    match character {
        '\t' => Some(' '),
        // Places where a word may be hyphenated. We never do, and the engine breaks off over one
        // that a combining mark follows.
        '\u{ad}' => None,
        // Invisible marks of musical notes and of shorthand, with the same effect.
        '\u{1d173}'..='\u{1d17a}' | '\u{1bca0}'..='\u{1bca3}' => None,
        // Letters that are none: Korean fillers.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => Some(' '),
        // Marks that turn the direction of what follows could make an amount read backwards.
        '\u{202a}'..='\u{202e}' | '\u{feff}' => None,
        // The engine marks pictures inside a line with this one.
        '\u{fffc}' => Some('\u{fffd}'),
        _ if character.is_control() => None,
        // The last two of every plane, and a block in Arabic, are promised never to be characters.
        _ if u32::from(character) & 0xfffe == 0xfffe => Some('\u{fffd}'),
        '\u{fdd0}'..='\u{fdef}' => Some('\u{fffd}'),
        _ => Some(character),
    }
}

/// A line in which overlong words may be broken between letters.
fn with_breaks(line: String) -> String {
    let is_overlong = |word: &str| word.chars().nth(WORD_CHARACTERS_MAX).is_some();
    if !line.split(' ').any(is_overlong) {
        return line;
    }
    let words = line.split(' ').map(|word| {
        if !is_overlong(word) {
            return word.to_owned();
        }
        let letters: Vec<&str> = word.graphemes(true).collect();
        let pieces = letters.chunks(WORD_PIECE_LETTERS).map(<[&str]>::concat);
        pieces.collect::<Vec<_>>().join(&BREAK.to_string())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The direction of a line: that of its first letter. Without letters, figures run left to right,
/// so that a minus stays in front of its amount; what has neither follows the page.
fn direction_of(line: &str, page: Direction) -> Direction {
    match line.chars().find(|character| character.is_alphabetic()) {
        Some(letter) if runs_right_to_left(letter) => Direction::RightToLeft,
        Some(_) => Direction::LeftToRight,
        None if line.chars().any(char::is_numeric) => Direction::LeftToRight,
        None => page,
    }
}

/// Whether a letter belongs to a script that runs right to left: the ranges that Unicode sets
/// aside for them (UAX #9, default classes R and AL).
fn runs_right_to_left(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff
            | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> Vec<String> {
        clean(text, Marks::Kept)
    }

    #[test]
    fn lines_of_every_system_are_lines() {
        assert_eq!(
            cleaned("a\r\nb\rc\nd\u{2028}e\n\n"),
            ["a", "b", "c", "d", "e"]
        );
        assert_eq!(cleaned("a\n\nb"), ["a", "", "b"]);
        assert!(cleaned("").is_empty());
        assert!(cleaned("\n\n").is_empty());
    }

    #[test]
    fn joiners_stay_and_controls_go() {
        assert_eq!(cleaned("র\u{200d}্যা"), ["র\u{200d}্যা"]);
        assert_eq!(
            cleaned("a\u{ad}\u{0}\u{7}\u{202e}b\tc\u{ffff}"),
            ["ab c\u{fffd}"]
        );
    }

    #[test]
    fn marks_can_be_dropped() {
        assert_eq!(clean("র\u{200d}্যা\u{2069}", Marks::Dropped), ["র্যা"]);
    }

    #[test]
    fn only_overlong_words_are_broken() {
        let word = "a".repeat(WORD_CHARACTERS_MAX);
        assert_eq!(cleaned(&word), [word.as_str()]);
        let broken = cleaned(&format!("x {word}b y"));
        assert_eq!(broken[0].matches(BREAK).count(), 3);
        assert_eq!(broken[0].replace(BREAK, ""), format!("x {word}b y"));
    }

    #[test]
    fn a_line_runs_as_its_first_letter() {
        use Direction::{LeftToRight, RightToLeft};
        assert_eq!(direction_of("محمد (Dhaka)", LeftToRight), RightToLeft);
        assert_eq!(direction_of("12, شارع", LeftToRight), RightToLeft);
        assert_eq!(direction_of("Rahim محمد", RightToLeft), LeftToRight);
        assert_eq!(direction_of("-1,234.50", RightToLeft), LeftToRight);
        assert_eq!(direction_of("—", RightToLeft), RightToLeft);
    }

    #[test]
    fn limits_are_kept_at_the_edge() {
        let mut texts = Texts::new(Direction::LeftToRight, Marks::Kept);
        assert!(texts.label(&"ক".repeat(LABEL_CHARACTERS_MAX)).is_ok());
        let error = texts
            .label(&"ক".repeat(LABEL_CHARACTERS_MAX + 1))
            .unwrap_err();
        assert_eq!(error.code(), "pdf-text-too-long");
        let long = "x ".repeat(TEXT_CHARACTERS_MAX / 2);
        let outcomes = (0..ALL_CHARACTERS_MAX / TEXT_CHARACTERS_MAX).map(|_| texts.text(&long));
        let failed: Vec<_> = outcomes.filter_map(Result::err).collect();
        assert_eq!(
            failed,
            [PdfError::AllTextsTooLong {
                max: ALL_CHARACTERS_MAX
            }]
        );
    }
}
