//! `tijori report`: any report on the terminal, as CSV, JSON or PDF.
//!
//! Without days everything recorded counts, so that a script gives the same answer tomorrow. The
//! trial balance as JSON keeps its own form (SPEC-reports.md, 4.6), which [`trial_balance`] writes.

mod saved;
mod trial_balance;

pub use trial_balance::account_name;

use crate::arguments::{Arguments, ReportArguments, ReportFormat};
use crate::failure::Failure;
use crate::output::{complain, say, say_json};
use crate::program::Program;
use api::to_json;
use pages::Locale;
use reports::{Holds, ReportRow, ReportTable, RowKind};
use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use store::Reader;
use web::{MadeReport, ReportFile};

/// The one report whose JSON has a form of its own.
const TRIAL_BALANCE: &str = "trial-balance";
/// How far a row is set in below the one it belongs to, in spaces.
const INDENT: usize = 2;
/// Rows are set in no further than this many times.
const DEPTH_MAX: usize = 8;

/// Prints a report, or writes it to a file.
pub fn run(arguments: &Arguments, wanted: &ReportArguments, locale: Locale) -> Result<u8, Failure> {
    let format = if arguments.json {
        ReportFormat::Json
    } else {
        wanted.format
    };
    if format == ReportFormat::Pdf && wanted.output.is_none() && io::stdout().is_terminal() {
        return Err(Failure::usage("report-output-needed", Vec::new()));
    }
    let program = Program::open(arguments)?;
    let business = program.find(&wanted.business)?;
    let reader = business.read()?;
    if wanted.name == TRIAL_BALANCE && format == ReportFormat::Json {
        let document = trial_balance::document(reader.as_ref(), wanted.as_at)?;
        return match &wanted.output {
            Some(path) => write_new(path, format!("{document:#}\n").as_bytes()),
            None => Ok(say_json(&document).map(|()| 0)?),
        };
    }
    // Scripts read English; people their own language.
    let language = match format {
        ReportFormat::Text | ReportFormat::Pdf => locale,
        ReportFormat::Csv | ReportFormat::Json => Locale::default(),
    };
    let (name, query) = saved::meant(reader.as_ref(), wanted)?;
    let report = MadeReport::new(reader.as_ref(), &name, &query, language)?;
    let file = match format {
        ReportFormat::Text => {
            return in_words(reader.as_ref(), wanted, &report, locale);
        }
        ReportFormat::Json if wanted.output.is_none() => {
            say_json(&to_json(&report.json()))?;
            return Ok(0);
        }
        ReportFormat::Json => ReportFile::Json,
        ReportFormat::Csv => ReportFile::Csv {
            has_mark: wanted.bom,
        },
        ReportFormat::Pdf => ReportFile::Pdf,
    };
    let bytes = report.file(&program.app, reader.as_ref(), file)?;
    match &wanted.output {
        Some(path) => write_new(path, &bytes),
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
            Ok(0)
        }
    }
}

/// The report for people: on the terminal with its notes beside it, or as a text file.
fn in_words(
    reader: &dyn Reader,
    wanted: &ReportArguments,
    report: &MadeReport,
    locale: Locale,
) -> Result<u8, Failure> {
    let mut lines = vec![format!("{} · {}", report.business, report.title())];
    lines.push(report.subtitles().join(" · "));
    lines.push(String::new());
    lines.extend(table_lines(report));
    let text = lines.join("\n");
    let notes = if wanted.name == TRIAL_BALANCE {
        trial_balance::complaints(reader, wanted.as_at, locale)?
    } else {
        report.notes()
    };
    for note in notes {
        complain(&note);
    }
    match &wanted.output {
        Some(path) => write_new(path, format!("{text}\n").as_bytes()),
        None => Ok(say(&text).map(|()| 0)?),
    }
}

/// The table in columns: amounts by their last digit, words by their first letter.
fn table_lines(report: &MadeReport) -> Vec<String> {
    let table = &report.table;
    let rows: Vec<Vec<String>> = std::iter::once(report.headings())
        .chain(table.rows.iter().map(|row| texts(report, row)))
        .collect();
    let columns = table.columns.len().saturating_add(1);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let kinds = std::iter::once(RowKind::Heading).chain(table.rows.iter().map(|row| row.kind));
    let mut lines = Vec::new();
    for (row, kind) in rows.iter().zip(kinds) {
        if kind == RowKind::GrandTotal {
            let total: usize = widths.iter().sum();
            let gaps = columns.saturating_sub(1).saturating_mul(2);
            lines.push("-".repeat(total.saturating_add(gaps)));
        }
        lines.push(line(table, row, &widths));
    }
    lines
}

fn line(table: &ReportTable, cells: &[String], widths: &[usize]) -> String {
    let padded = cells
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(at, (cell, width))| {
            let column = at.checked_sub(1).and_then(|at| table.columns.get(at));
            match column.map(|column| column.holds) {
                Some(Holds::Amount) => format!("{cell:>width$}"),
                _ => format!("{cell:<width$}"),
            }
        });
    padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

fn texts(report: &MadeReport, row: &ReportRow) -> Vec<String> {
    let indent = " ".repeat(row.depth.min(DEPTH_MAX).saturating_mul(INDENT));
    let mut cells = report.texts(row);
    if let Some(label) = cells.first_mut() {
        *label = format!("{indent}{label}");
    }
    // Nothing in a text may break its line.
    for cell in &mut cells {
        *cell = cell.replace(['\n', '\r'], " ");
    }
    cells
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, bytes: &[u8]) -> Result<u8, Failure> {
    let file = || vec![("file", path.display().to_string())];
    let mut made = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(made) => made,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::usage("file-exists", file()));
        }
        Err(error) => return Err(error.into()),
    };
    made.write_all(bytes)?;
    made.sync_all()?;
    Ok(0)
}
