//! [`Locale`]: the language a request is rendered in, with the reader's digits and grouping.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::catalogue::{self, Argument};
use super::{
    AmountError, DateError, Formats, Language, amount_input, collation, date_input, dates, numbers,
};

/// Which digits numbers and dates are written with. It never reaches stored data or exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Digits {
    /// 0123456789, the default in every language: accounting tables are read fastest in them.
    #[default]
    Latin,
    /// The language's own (०१२, ০১২); the same as Latin where it has none.
    Native,
}

impl Digits {
    /// The word cookies and forms hold: `latin` or `native`.
    pub const fn code(self) -> &'static str {
        match self {
            Digits::Latin => "latin",
            Digits::Native => "native",
        }
    }

    /// The choice of a word written by [`Digits::code`]; `None` for any other.
    pub fn from_code(code: &str) -> Option<Digits> {
        [Digits::Latin, Digits::Native]
            .into_iter()
            .find(|digits| digits.code() == code)
    }
}

/// How digits are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Grouping {
    /// As the language does: thousands in English, French and Spanish, lakh and crore in Hindi and
    /// Bengali.
    #[default]
    Language,
    /// Lakh and crore (12,34,567) in any language.
    Indian,
}

impl Grouping {
    /// The word cookies and forms hold: `language` or `indian`.
    pub const fn code(self) -> &'static str {
        match self {
            Grouping::Language => "language",
            Grouping::Indian => "indian",
        }
    }

    /// The choice of a word written by [`Grouping::code`]; `None` for any other.
    pub fn from_code(code: &str) -> Option<Grouping> {
        [Grouping::Language, Grouping::Indian]
            .into_iter()
            .find(|grouping| grouping.code() == code)
    }
}

/// What a request is rendered in. Small and `Copy`: pass it by value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Locale {
    /// Which words.
    pub language: Language,
    /// Which digits.
    pub digits: Digits,
    /// How digits are grouped.
    pub grouping: Grouping,
    /// How the business at hand writes dates and numbers, where it says so.
    pub formats: Formats,
}

impl Locale {
    /// A language with its default digits and grouping.
    pub const fn new(language: Language) -> Locale {
        Locale {
            language,
            digits: Digits::Latin,
            grouping: Grouping::Language,
            formats: Formats {
                dates: None,
                numbers: None,
            },
        }
    }

    /// The same reader in a business that writes dates and numbers so.
    #[must_use]
    pub const fn with_formats(self, formats: Formats) -> Locale {
        Locale { formats, ..self }
    }

    /// What scripts of a browser are given to write numbers in the digits of this reader: a
    /// language tag with the numbering system (BCP 47, and `nu` of Unicode's Technical Standard 35,
    /// 3.6.1).
    pub fn numbers_tag(&self) -> String {
        let system = match (self.digits, self.language) {
            (Digits::Native, Language::Hindi) => "deva",
            (Digits::Native, Language::Bengali) => "beng",
            _ => "latn",
        };
        format!("{}-u-nu-{system}", self.language.code())
    }

    /// The sign before the decimals of an amount.
    pub fn decimal_sign(&self) -> char {
        self.formats
            .numbers
            .map_or(self.language.decimal_sign(), |known| known.decimal_sign)
    }

    /// The sign between groups of digits.
    pub fn group_sign(&self) -> char {
        self.formats
            .numbers
            .map_or(self.language.group_sign(), |known| known.group_sign)
    }

    /// The sentence of a key. A key this language lacks is answered in English, and a key that
    /// exists nowhere by the key itself, so that a page is never empty where words should be.
    pub fn text(&self, key: &str) -> String {
        catalogue::text(*self, key, &[])
    }

    /// The sentence of a key with its placeholders filled. See [`Argument`] for what each kind
    /// becomes.
    pub fn text_with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        catalogue::text(*self, key, arguments)
    }

    /// Whether any catalogue has the key: for optional words such as the label of a field of a
    /// file.
    pub fn has(&self, key: &str) -> bool {
        catalogue::has(key)
    }

    /// The sentence of an error: the key `error-<code>`, underscores read as hyphens. An unknown
    /// code gives a general sentence that shows the code and its arguments, so that nothing is
    /// hidden.
    pub fn error(&self, code: &str, arguments: &[(&str, String)]) -> String {
        catalogue::error(*self, code, arguments)
    }

    /// An amount with exactly `decimals` decimals (0 to 28), grouped, the minus sign in front. A
    /// finer value is rounded half away from zero for display only.
    pub fn amount(&self, value: Decimal, decimals: u32) -> String {
        numbers::amount(*self, value, decimals)
    }

    /// A number with the decimals it has and no more: quantities, rates, percentages.
    pub fn number(&self, value: Decimal) -> String {
        numbers::number(*self, value)
    }

    /// A whole number of things, grouped.
    pub fn count(&self, n: u64) -> String {
        numbers::count(*self, n)
    }

    /// A size in bytes, in the largest decimal unit that leaves at least 1 (1 MB is 1,000,000
    /// bytes), with one decimal below 100.
    pub fn bytes(&self, n: u64) -> String {
        numbers::bytes(*self, n)
    }

    /// A date in figures, with a four-digit year: as the business writes it, else dd/MM/yyyy in all
    /// five languages.
    pub fn date(&self, date: Date) -> String {
        dates::numeric(*self, date)
    }

    /// A date in words: 21 November 2026.
    pub fn date_long(&self, date: Date) -> String {
        dates::long(*self, date)
    }

    /// An instant in a time zone (an IANA name): date, time to the second on the 24-hour clock, and
    /// the offset in force then. An unknown zone is shown in UTC.
    pub fn instant(&self, at: jiff::Timestamp, zone: &str) -> String {
        dates::instant(*self, at, zone)
    }

    /// An instant in a time zone to the minute, for lists; [`crate::tables::moment`] has the rest.
    pub fn moment(&self, at: jiff::Timestamp, zone: &str) -> String {
        dates::moment(*self, at, zone)
    }

    /// The order of two names in this language; digits inside names count as numbers (9 before 10).
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        collation::compare(self.language, a, b)
    }

    /// The amount a person typed.
    ///
    /// # Errors
    /// Whatever could be read in two ways, or is no number, is refused: see [`AmountError`].
    pub fn parse_amount(&self, text: &str) -> Result<Decimal, AmountError> {
        amount_input::parse(self.decimal_sign(), self.group_sign(), text)
    }

    /// The date a person typed: `yyyy-MM-dd`, or day, month and year in figures of any script,
    /// month first where the business writes it so.
    ///
    /// # Errors
    /// [`DateError`] when it is neither, or no day of the calendar.
    pub fn parse_date(&self, text: &str) -> Result<Date, DateError> {
        date_input::parse(self.formats.dates.map(|known| known.order), text)
    }
}
