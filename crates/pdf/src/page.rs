//! What is true of the whole paper: language, direction, size, date, and how pages are numbered.

/// How a file is set up before anything stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// The language of the document as in BCP 47, like `bn` or `fr-CA`; chooses the shapes of
    /// letters and tells screen readers how to speak. An unknown one is taken for English.
    pub language: String,
    /// Where lines of that language begin.
    pub direction: Direction,
    /// The size of the paper.
    pub paper: Paper,
    /// The date that the file itself carries, usually the document's. The crate reads no clock.
    pub date: Date,
    /// How pages are numbered, with `{page}` and `{pages}` where the numbers go, like
    /// `Page {page} of {pages}`. Left out when there is one page.
    pub page_numbering: String,
    /// The digit zero in which page numbers are written: `0`, `০`, `०`.
    pub digit_zero: char,
}

/// Where a line of text begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// At the left, as in English, Bengali and Hindi.
    #[default]
    LeftToRight,
    /// At the right, as in Arabic.
    RightToLeft,
}

/// The paper that the reader's printer holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm, nearly everywhere.
    #[default]
    A4,
    /// 8.5 × 11 inches, in North America.
    Letter,
}

impl Paper {
    /// Width and height in points of 1/72 inch, upright.
    pub(crate) fn size_pt(self) -> (f64, f64) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A day of the Gregorian calendar, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, like 2026.
    pub year: i32,
    /// The month, 1 for January.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl PageSetup {
    /// English, left to right, on A4, with the date given.
    #[must_use]
    pub fn english(date: Date) -> Self {
        Self {
            language: "en".to_owned(),
            direction: Direction::LeftToRight,
            paper: Paper::A4,
            date,
            page_numbering: "Page {page} of {pages}".to_owned(),
            digit_zero: '0',
        }
    }

    /// Language and region as the engine takes them; English where the code is none.
    pub(crate) fn language_and_region(&self) -> (String, Option<String>) {
        let mut parts = self.language.split(['-', '_']);
        let is_code = |part: &&str, lengths: &[usize]| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let language = parts
            .next()
            .filter(|part| is_code(part, &[2, 3]))
            .unwrap_or("en")
            .to_ascii_lowercase();
        let region = parts
            .find(|part| is_code(part, &[2]))
            .map(str::to_ascii_uppercase);
        (language, region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(code: &str) -> (String, Option<String>) {
        let mut setup = PageSetup::english(Date {
            year: 2026,
            month: 11,
            day: 21,
        });
        code.clone_into(&mut setup.language);
        setup.language_and_region()
    }

    #[test]
    fn a_language_is_taken_apart() {
        assert_eq!(parts_of("bn-BD"), ("bn".to_owned(), Some("BD".to_owned())));
        assert_eq!(
            parts_of("zh-Hant-tw"),
            ("zh".to_owned(), Some("TW".to_owned()))
        );
        assert_eq!(parts_of("HI"), ("hi".to_owned(), None));
    }

    #[test]
    fn nonsense_is_taken_for_english() {
        for nonsense in ["", "#let", "e", "\u{9ac}\u{9be}", "english"] {
            assert_eq!(parts_of(nonsense), ("en".to_owned(), None), "{nonsense}");
        }
    }
}
