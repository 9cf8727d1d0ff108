//! The five languages, and what a request is rendered in.
//!
//! [`Language`] is which words; [`Locale`] adds the two choices that are the reader's own: the
//! shape of digits, and whether large numbers are grouped the Indian way. Everything a page shows
//! passes through a [`Locale`], on the server: browsers get finished strings.
//!
//! Words live in `locales/<code>/*.ftl` (see [`catalogue`]). Numbers, dates, plural categories and
//! sorting follow CLDR through ICU4X.

mod amount_input;
pub mod catalogue;
mod clock;
mod collation;
mod date_input;
mod dates;
mod digits;
mod formats;
mod locale;
mod months;
mod numbers;
mod plurals;

pub use amount_input::AmountError;
pub use catalogue::{Argument, keys};
pub use date_input::DateError;
pub use formats::{DateOrder, DatePattern, Formats, Groups, NumberPattern};
pub use locale::{Digits, Grouping, Locale};

/// One of the languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// English, with the day before the month: it is read in Bangladesh and India as much as
    /// anywhere.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Hindi.
    Hindi,
    /// Bengali.
    Bengali,
}

impl Language {
    /// All languages, in the order the language chooser shows them.
    pub const ALL: [Language; 5] = [
        Language::English,
        Language::French,
        Language::Spanish,
        Language::Hindi,
        Language::Bengali,
    ];

    /// The BCP 47 code: `en`, `fr`, `es`, `hi` or `bn`. It is what cookies and `lang` attributes
    /// hold.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
            Language::Hindi => "hi",
            Language::Bengali => "bn",
        }
    }

    /// What the language calls itself, so that people find it whatever the page is written in.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::French => "Français",
            Language::Spanish => "Español",
            Language::Hindi => "हिन्दी",
            Language::Bengali => "বাংলা",
        }
    }

    /// The language of a code such as `fr`, `fr-CA` or `fr_FR.UTF-8`; `None` for any other
    /// language.
    pub fn from_code(code: &str) -> Option<Language> {
        let primary = code.trim().split(['-', '_', '.', '@']).next()?;
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The best of our languages for an `Accept-Language` header (RFC 9110 section 12.5.4): the
    /// highest quality wins, the earlier of equals, and English where nothing matches.
    pub fn from_accept_language(header: &str) -> Language {
        let mut best: Option<(u16, Language)> = None;
        for part in header.split(',').take(ACCEPTED_LANGUAGES_MAX) {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(Language::from_code) else {
                continue;
            };
            let quality = pieces.find_map(quality).unwrap_or(1000);
            if quality > 0 && best.is_none_or(|(highest, _)| quality > highest) {
                best = Some((quality, language));
            }
        }
        best.map_or(Language::English, |(_, language)| language)
    }

    /// The decimal sign people of this language write (CLDR).
    pub const fn decimal_sign(self) -> char {
        match self {
            Language::French | Language::Spanish => ',',
            Language::English | Language::Hindi | Language::Bengali => '.',
        }
    }

    /// The sign between groups of digits (CLDR); French uses the narrow no-break space U+202F.
    pub const fn group_sign(self) -> char {
        match self {
            Language::French => '\u{202F}',
            Language::Spanish => '.',
            Language::English | Language::Hindi | Language::Bengali => ',',
        }
    }

    /// Whether the language has digits of its own beside the Latin ones.
    pub const fn has_native_digits(self) -> bool {
        matches!(self, Language::Hindi | Language::Bengali)
    }
}

/// How many languages of one header are looked at; no browser sends more, and a hostile one may.
const ACCEPTED_LANGUAGES_MAX: usize = 32;

/// The quality of one parameter such as `q=0.8`, in thousandths; `None` when it is another
/// parameter.
fn quality(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let whole: u16 = whole.parse().ok()?;
    let thousandths: u16 = thousandths.parse().ok()?;
    Some(
        whole
            .checked_mul(1000)?
            .saturating_add(thousandths)
            .min(1000),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses_the_language() {
        let chosen = Language::from_accept_language;
        assert_eq!(chosen("bn-BD,bn;q=0.9,en;q=0.8"), Language::Bengali);
        assert_eq!(chosen("de-DE,de;q=0.9,es;q=0.4,fr;q=0.7"), Language::French);
        assert_eq!(chosen("fr;q=0,hi;q=0.001"), Language::Hindi);
        assert_eq!(chosen("ja"), Language::English);
        assert_eq!(chosen(""), Language::English);
        assert_eq!(chosen(";q=,=;,,"), Language::English);
    }

    #[test]
    fn codes_of_systems_are_understood() {
        assert_eq!(Language::from_code("fr_FR.UTF-8"), Some(Language::French));
        assert_eq!(Language::from_code("HI-in"), Some(Language::Hindi));
        assert_eq!(Language::from_code("bnx"), None);
    }
}
