//! The typesetting engine, and the small world it lives in.
//!
//! Its world is two templates of ours, the fonts, and one dictionary of values. Any other file is
//! "not found", there is no date of today, and packages cannot be fetched because nothing here
//! could. The engine is large and not ours: a fault in it ends one document with an error and
//! never the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::Pdf;
use crate::error::PdfError;
use crate::fonts::Fonts;
use crate::limits::TAGGED_ROWS_COUNT_MAX;
use crate::notice::Notice;
use crate::page::Date;
use crate::sheet::Sheet;
use crate::texts::{Marks, Texts};

/// What both templates share.
const SHARED: (&str, &str) = ("shared.typ", include_str!("../templates/shared.typ"));

/// Which template is filled.
#[derive(Clone, Copy)]
pub(crate) enum Template {
    /// For one recipient.
    Document,
    /// About the business.
    Report,
}

impl Template {
    /// Its name and its text.
    fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::Document => ("document.typ", include_str!("../templates/document.typ")),
            Self::Report => ("report.typ", include_str!("../templates/report.typ")),
        }
    }
}

/// Typesets a sheet and writes the file: one for archives if possible, else a plain one. What the
/// engine stumbles over is taken out step by step: invisible marks, then the logo.
///
/// # Errors
/// What `fill` returns, [`PdfError::NoSuchDate`], [`PdfError::NotTypeset`].
pub(crate) fn render(
    template: Template,
    fill: impl Fn(Marks) -> Result<Sheet, PdfError>,
    date: Date,
    fonts: &Fonts,
) -> Result<Pdf, PdfError> {
    let moment = moment_of(date)?;
    let mut reason = String::new();
    for (marks, without_logo) in [
        (Marks::Kept, false),
        (Marks::Dropped, false),
        (Marks::Kept, true),
        (Marks::Dropped, true),
    ] {
        let mut sheet = fill(marks)?;
        if without_logo && !sheet.has_logo {
            break;
        }
        if without_logo {
            sheet.put("logo", Value::None);
        }
        let logo_left_out = sheet.logo_wanted && (without_logo || !sheet.has_logo);
        let is_tagged = sheet.rows_count <= TAGGED_ROWS_COUNT_MAX;
        let (values, texts) = sheet.into_parts();
        let outcome = typeset(Desk::new(template, values, fonts)?, moment, is_tagged);
        // The engine remembers parts of what it has set, in case they come again. In a program
        // that runs for months those would pile up, and they are people's figures.
        typst::comemo::evict(0);
        match outcome {
            Ok(typeset) => return Ok(finished(typeset, &texts, logo_left_out, fonts)),
            Err(PdfError::NotTypeset { reason: this }) => reason = this,
            Err(other) => return Err(other),
        }
    }
    Err(PdfError::NotTypeset { reason })
}

/// The file with what is to be known about it.
fn finished(
    (bytes, pages_count, is_for_archives): Typeset,
    texts: &Texts,
    logo_left_out: bool,
    fonts: &Fonts,
) -> Pdf {
    let mut notices = Vec::new();
    if logo_left_out {
        notices.push(Notice::LogoLeftOut);
    }
    let missing = fonts.scripts_not_shown_of(texts.characters());
    notices.extend(
        missing
            .into_iter()
            .map(|script| Notice::ScriptNotShown { script }),
    );
    if !is_for_archives {
        notices.push(Notice::NotForArchives);
    }
    Pdf {
        bytes,
        pages_count,
        notices,
    }
}

/// Noon of a day, in universal time: the same day nearly everywhere.
fn moment_of(Date { year, month, day }: Date) -> Result<Datetime, PdfError> {
    // The file's own format writes years with four digits.
    let date = Some(year).filter(|year| (1..=9999).contains(year));
    date.and_then(|year| Datetime::from_ymd_hms(year, month, day, 12, 0, 0))
        .ok_or(PdfError::NoSuchDate { year, month, day })
}

/// The bytes, how many pages, and whether the file is one for archives.
type Typeset = (Vec<u8>, usize, bool);

/// Runs the engine once, and lets no fault of its out.
fn typeset(desk: Desk<'_>, moment: Datetime, is_tagged: bool) -> Result<Typeset, PdfError> {
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        let document: PagedDocument = typst::compile(&desk).output.map_err(not_typeset)?;
        let pages_count = document.pages().len();
        let standards = PdfStandards::new(&[PdfStandard::A_3b]).unwrap_or_default();
        if let Ok(bytes) = typst_pdf::pdf(&document, &options(standards, moment, is_tagged)) {
            return Ok((bytes, pages_count, true));
        }
        let plain = options(PdfStandards::default(), moment, is_tagged);
        let bytes = typst_pdf::pdf(&document, &plain).map_err(not_typeset)?;
        Ok((bytes, pages_count, false))
    }));
    attempt.unwrap_or_else(|_| {
        let reason = "the engine broke off".to_owned();
        Err(PdfError::NotTypeset { reason })
    })
}

/// How the file is written.
fn options(standards: PdfStandards, moment: Datetime, is_tagged: bool) -> PdfOptions {
    PdfOptions {
        creator: Smart::Custom(Some("Tijori".to_owned())),
        timestamp: Some(Timestamp::new_utc(moment)),
        standards,
        tagged: is_tagged,
        ..PdfOptions::default()
    }
}

/// The engine's complaints in one line.
fn not_typeset(complaints: impl IntoIterator<Item = SourceDiagnostic>) -> PdfError {
    let messages = complaints
        .into_iter()
        .map(|complaint| complaint.message.to_string());
    let reason = messages.collect::<Vec<_>>().join("; ");
    PdfError::NotTypeset { reason }
}

/// The engine's world: what lies on the typesetter's desk, and nothing else.
struct Desk<'a> {
    /// The engine's functions, and our values as `sys.inputs`.
    library: LazyHash<Library>,
    /// The templates; the first is the one that is filled.
    sources: [Source; 2],
    /// The fonts.
    fonts: &'a Fonts,
}

impl<'a> Desk<'a> {
    /// Lays everything out.
    ///
    /// # Errors
    /// [`PdfError::NotTypeset`] if the name of a template were no path, which none is.
    fn new(template: Template, values: Dict, fonts: &'a Fonts) -> Result<Self, PdfError> {
        let library = Library::builder().with_inputs(values).build();
        Ok(Self {
            library: LazyHash::new(library),
            sources: [source_of(template.source())?, source_of(SHARED)?],
            fonts,
        })
    }
}

/// A template as the engine takes it.
fn source_of((name, text): (&str, &str)) -> Result<Source, PdfError> {
    let path = VirtualPath::new(name).map_err(|_| PdfError::NotTypeset {
        reason: format!("`{name}` is not a path"),
    })?;
    let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
    Ok(Source::new(id, text.to_owned()))
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store().book()
    }

    fn main(&self) -> FileId {
        self.sources[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut sources = self.sources.iter();
        let found = sources.find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store().font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_none_is_refused() {
        for (year, month, day) in [(2026, 2, 29), (2026, 13, 1), (2026, 1, 0), (10_000, 1, 1)] {
            let error = moment_of(Date { year, month, day }).unwrap_err();
            assert_eq!(error, PdfError::NoSuchDate { year, month, day });
        }
        assert!(
            moment_of(Date {
                year: 2028,
                month: 2,
                day: 29
            })
            .is_ok()
        );
    }

    #[test]
    fn the_desk_has_no_other_file_and_no_clock() {
        let fonts = Fonts::embedded();
        let desk = Desk::new(Template::Report, Dict::new(), &fonts).unwrap();
        let stranger = source_of(("etc/passwd", "")).unwrap();
        assert!(desk.source(stranger.id()).is_err());
        assert!(desk.file(stranger.id()).is_err());
        assert!(desk.file(desk.main()).is_err());
        assert_eq!(desk.today(None), None);
    }
}
