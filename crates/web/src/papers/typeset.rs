//! The way into the crate `pdf`: its fonts, the page, and what it says in the reader's words.

use super::Paper;
use crate::PageError;
use axum::http::StatusCode;
use jiff::civil::Date;
use pages::{Argument, Digits, Language, Locale};
use pdf::{Direction, Document, Fonts, Notice, PageSetup, Pdf, PdfError, Report};
use std::sync::OnceLock;

/// Where paper is 8.5 × 11 inches (CLDR, `paperSize`); everywhere else it is A4.
const LETTER_COUNTRIES: [&str; 14] = [
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
];

/// The fonts of this computer, looked for once per program: that takes longer than ten invoices.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::of_system)
}

/// How a paper in this language, of a business in this country and of this day is set up.
pub(super) fn setup(locale: Locale, country: Option<&str>, date: Date) -> PageSetup {
    let is_letter = country.is_some_and(|country| {
        let same = |other: &&str| other.eq_ignore_ascii_case(country.trim());
        LETTER_COUNTRIES.iter().any(same)
    });
    PageSetup {
        language: locale.language.code().to_owned(),
        direction: Direction::LeftToRight,
        paper: if is_letter {
            pdf::Paper::Letter
        } else {
            pdf::Paper::A4
        },
        date: pdf::Date {
            year: i32::from(date.year()),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        },
        page_numbering: locale.text_with(
            "paper-page-numbering",
            &[
                ("page", Argument::Text("{page}")),
                ("pages", Argument::Text("{pages}")),
            ],
        ),
        digit_zero: match (locale.digits, locale.language) {
            (Digits::Native, Language::Hindi) => '०',
            (Digits::Native, Language::Bengali) => '০',
            _ => '0',
        },
    }
}

/// A document as a file.
pub(super) fn document(
    locale: Locale,
    document: &Document,
    file_name: String,
) -> Result<Paper, PageError> {
    finished(locale, pdf::render_document(document, fonts()), file_name)
}

/// A report as a file.
pub(super) fn report(
    locale: Locale,
    report: &Report,
    file_name: String,
) -> Result<Paper, PageError> {
    finished(locale, pdf::render_report(report, fonts()), file_name)
}

fn finished(
    locale: Locale,
    made: Result<Pdf, PdfError>,
    file_name: String,
) -> Result<Paper, PageError> {
    let made = made.map_err(refused)?;
    Ok(Paper {
        file_name,
        bytes: made.bytes,
        notices: made
            .notices
            .iter()
            .map(|notice| sentence(locale, notice))
            .collect(),
    })
}

/// What went less than perfectly, in words.
fn sentence(locale: Locale, notice: &Notice) -> String {
    let key = format!("paper-notice-{}", notice.code());
    let arguments = notice.arguments();
    let arguments: Vec<(&str, Argument<'_>)> = arguments
        .iter()
        .map(|(name, value)| (*name, Argument::Text(value)))
        .collect();
    locale.text_with(&key, &arguments)
}

/// A paper that cannot be made: too long is the reader's affair, everything else ours.
fn refused(error: PdfError) -> PageError {
    let status = match error {
        PdfError::NotTypeset { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    PageError {
        status,
        code: error.code(),
        arguments: error.arguments(),
    }
}
