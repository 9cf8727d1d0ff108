//! A report as a file: CSV, JSON or PDF under the address of its page with an ending.

use super::asked::{Asked, Pairs};
use super::made::MadeReport;
use super::{csv, json, registry};
use crate::attachments::disposition::content_disposition;
use crate::papers;
use crate::request::Visitor;
use crate::{App, PageError, Shared};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use backup::attachment_file_name;
use books::Key;
use interchange::{Plain, json_text};
use store::Reader;

/// The word that leaves the mark of UTF-8 out of a CSV file: `?bom=no`.
const MARK: &str = "bom";

/// What a report can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFile {
    /// For spreadsheets; with the mark by which some know UTF-8, or without.
    Csv {
        /// Whether the file begins with U+FEFF.
        has_mark: bool,
    },
    /// For scripts.
    Json,
    /// For people.
    Pdf,
}

impl ReportFile {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv { .. } => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }
}

impl MadeReport {
    /// The bytes of a file of it.
    ///
    /// # Errors
    /// When it is longer than a PDF may be, or when the store cannot be read.
    pub fn file(
        &self,
        app: &App,
        reader: &dyn Reader,
        form: ReportFile,
    ) -> Result<Vec<u8>, PageError> {
        Ok(match form {
            ReportFile::Csv { has_mark } => csv::csv(self, has_mark).into_bytes(),
            ReportFile::Json => format!("{}\n", json_text(&self.json())).into_bytes(),
            ReportFile::Pdf => self.paper(app, reader)?.bytes,
        })
    }

    /// The document for scripts (SPEC-reports.md, 4.5).
    pub fn json(&self) -> Plain {
        json::json(self)
    }

    /// The report as a paper.
    pub(crate) fn paper(&self, app: &App, reader: &dyn Reader) -> Result<papers::Paper, PageError> {
        let subtitles = self.subtitles();
        papers::report_paper(
            app,
            reader,
            &self.table,
            &self.title(),
            &subtitles,
            self.notes(),
            self.locale,
        )
    }
}

/// `GET …/reports/{report}.csv`, `.json` or `.pdf`, with the query of the page.
pub(super) fn download(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    name: &str,
    ending: &str,
    sent: &Pairs,
) -> Result<Response, PageError> {
    let form = match ending {
        "csv" => ReportFile::Csv {
            has_mark: sent.get(MARK).is_none_or(|wish| wish != "no"),
        },
        "json" => ReportFile::Json,
        "pdf" => ReportFile::Pdf,
        _ => return Err(PageError::not_found()),
    };
    let kind = registry::find(name).ok_or_else(PageError::not_found)?;
    let asked = Asked::understood(kind, sent, visitor.locale)
        .map_err(|_| PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "report-options"))?;
    let opened = app.store.open(business)?;
    let reader = opened.read()?;
    let figures = figures::open(reader.as_ref())?;
    let report = MadeReport::of(
        reader.as_ref(),
        figures.as_ref(),
        kind,
        asked,
        visitor.locale,
    )?;
    let bytes = report.file(app, reader.as_ref(), form)?;
    let name = attachment_file_name(&format!(
        "{} - {}.{}",
        report.title(),
        report.business,
        form.ending()
    ));
    Response::builder()
        .header(header::CONTENT_TYPE, form.media_type())
        .header(header::CONTENT_LENGTH, bytes.len())
        .header(
            header::CONTENT_DISPOSITION,
            content_disposition("attachment", &name),
        )
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(Body::from(bytes))
        .map_err(|_| PageError::internal())
}
