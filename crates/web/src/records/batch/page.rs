//! The page of a batch: where text is pasted or a file chosen, the preview, and the button that
//! saves what was previewed.

use super::cells::{self, CellsError};
use super::columns::{Column, Columns};
use super::existing;
use super::run::{Batch, Tried};
use super::table::{self, Entry};
use crate::attachments::disposition::content_disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::custom_fields::custom_fields;
use crate::records::form::Form;
use crate::records::form_kinds::form_of;
use crate::records::list::tab_of;
use crate::records::names::{Names, list_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, business_page_with};
use crate::stamp::stamp;
use crate::{PageError, Shared};
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use books::Key;
use interchange::{BYTE_ORDER_MARK, DecodedRecord, KindSpec, spec_by_slug, text_cell};
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::tables::{Column as TableColumn, cell, panel, table as data_table};
use pages::{Argument, Locale, layout, user_text};
use store::StoreError;

/// The largest text that is taken, in bytes.
pub(in crate::records) const BATCH_BYTES_MAX: usize = 8 * 1024 * 1024;

/// What a batch is for.
#[derive(Clone, Copy)]
struct Target {
    business: Key,
    spec: &'static KindSpec,
    form: &'static Form,
}

impl Target {
    fn of(business: &str, slug: &str) -> Result<Self, PageError> {
        let spec = spec_by_slug(slug).ok_or_else(PageError::not_found)?;
        let form = form_of(spec.content_type).ok_or_else(PageError::not_found)?;
        Ok(Self {
            business: key_of(business)?,
            spec,
            form,
        })
    }

    /// The columns of its form, with the custom fields of the business.
    fn columns(&self, names: &Names<'_>) -> Result<Columns, StoreError> {
        let customs = custom_fields(names, self.form, &DecodedRecord { fields: Vec::new() })?;
        Ok(Columns::of(self.form, &customs, names.locale))
    }

    fn path(&self) -> String {
        format!("{}/batch", list_path(self.business, self.spec.content_type))
    }
}

/// `GET /businesses/{business}/records/{slug}/batch`.
pub(in crate::records) async fn batch_page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let target = Target::of(&business, &slug)?;
    blocking(move || show(&app, &visitor, target, "", None, StatusCode::OK)).await
}

/// `GET /businesses/{business}/records/{slug}/batch/template.csv`: the headings that the form
/// knows.
pub(in crate::records) async fn template(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let target = Target::of(&business, &slug)?;
    written(app, visitor, target, move |names| {
        let headings = existing::headings(&target.columns(names)?);
        let cells: Vec<String> = headings.iter().map(|heading| text_cell(heading)).collect();
        Ok(format!("{BYTE_ORDER_MARK}{}\r\n", cells.join(",")))
    })
    .await
}

/// `GET /businesses/{business}/records/{slug}/batch/records.csv`: the records that there are.
pub(in crate::records) async fn records_as_table(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let target = Target::of(&business, &slug)?;
    written(app, visitor, target, move |names| {
        Ok(existing::table(names, target.form)?)
    })
    .await
}

/// What is written out of the business, as a file.
async fn written(
    app: Shared,
    visitor: Visitor,
    target: Target,
    write: impl FnOnce(&Names<'_>) -> Result<String, PageError> + Send + 'static,
) -> Result<Response, PageError> {
    blocking(move || {
        let opened = app.store.open(target.business)?;
        let reader = opened.read()?;
        let names = Names::new(reader.as_ref(), visitor.locale, target.business);
        let text = write(&names)?;
        Ok(as_file(visitor.locale, target, text))
    })
    .await
}

fn as_file(locale: Locale, target: Target, text: String) -> Response {
    let kind = words::kind_plural(locale, target.spec.content_type);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            content_disposition("attachment", &format!("{kind}.csv")),
        ),
    ];
    (headers, text).into_response()
}

/// `POST /businesses/{business}/records/{slug}/batch/preview`.
pub(in crate::records) async fn preview_batch(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    sent: Multipart,
) -> Result<Response, PageError> {
    let target = Target::of(&business, &slug)?;
    let text = text_of(sent).await?;
    blocking(move || {
        let (tried, status) = match tried(&app, &visitor, target, &text, false)? {
            Ok(tried) => (Outcome::Tried(tried), StatusCode::OK),
            Err(error) => (Outcome::Unreadable(error), StatusCode::UNPROCESSABLE_ENTITY),
        };
        show(&app, &visitor, target, &text, Some(&tried), status)
    })
    .await
}

/// `POST /businesses/{business}/records/{slug}/batch`.
pub(in crate::records) async fn save_batch(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, slug)): Path<(String, String)>,
    sent: Multipart,
) -> Result<Response, PageError> {
    let target = Target::of(&business, &slug)?;
    let text = text_of(sent).await?;
    blocking(move || {
        let outcome = match tried(&app, &visitor, target, &text, true)? {
            Ok(tried) if tried.is_sound() => {
                let list = list_path(target.business, target.spec.content_type);
                return Ok(Redirect::to(&list).into_response());
            }
            Ok(tried) => Outcome::Tried(tried),
            Err(error) => Outcome::Unreadable(error),
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        show(&app, &visitor, target, &text, Some(&outcome), status)
    })
    .await
}

/// The text that was pasted, or that of the file that was chosen.
async fn text_of(mut sent: Multipart) -> Result<String, PageError> {
    let mut text = String::new();
    let bad_request = |_| PageError::bad_request();
    while let Some(part) = sent.next_field().await.map_err(bad_request)? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(bad_request)?;
        if bytes.is_empty() || !matches!(name.as_str(), "text" | "file") {
            continue;
        }
        let Ok(found) = std::str::from_utf8(&bytes) else {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(PageError::new(status, "batch-not-utf-8"));
        };
        // A file that was chosen counts more than what stands in the box.
        if text.is_empty() || name == "file" {
            found.clone_into(&mut text);
        }
    }
    Ok(text)
}

/// What came of a text.
enum Outcome {
    Tried(Trial),
    Unreadable(CellsError),
}

/// What came of a table.
struct Trial {
    /// The headings that no field answers to.
    unknown: Vec<String>,
    records: Vec<Tried>,
}

impl Trial {
    fn is_sound(&self) -> bool {
        self.unknown.is_empty() && self.records.iter().all(|it| it.errors.is_empty())
    }
}

fn tried(
    app: &Shared,
    visitor: &Visitor,
    target: Target,
    text: &str,
    is_kept: bool,
) -> Result<Result<Trial, CellsError>, PageError> {
    let cells = match cells::read(text) {
        Ok(cells) => cells,
        Err(error) => return Ok(Err(error)),
    };
    let opened = app.store.open(target.business)?;
    let (columns, zone) = {
        let reader = opened.read()?;
        let names = Names::new(reader.as_ref(), visitor.locale, target.business);
        let columns = target.columns(&names)?.found(&cells);
        (columns, reader.profile()?.time_zone)
    };
    let entries: Vec<Entry> = table::entries(&cells, &columns, visitor.locale);
    let pairs = cells.headings.iter().zip(&columns);
    let unknown: Vec<String> = pairs
        .filter(|(_, column)| matches!(column, Column::Unknown))
        .map(|(heading, _)| heading.clone())
        .collect();
    let line_columns: Vec<String> = columns
        .iter()
        .filter_map(|column| match column {
            Column::Line(slot) => Some(slot.name.clone()),
            _ => None,
        })
        .collect();
    let stamp = stamp(app, &zone)?;
    let batch = Batch {
        app,
        business: target.business,
        form: target.form,
        locale: visitor.locale,
        line_columns: &line_columns,
        stamp: &stamp,
    };
    let records = if is_kept && unknown.is_empty() {
        batch.save(opened.as_ref(), &entries)?
    } else {
        batch.try_out(opened.as_ref(), &entries)?
    };
    Ok(Ok(Trial { unknown, records }))
}

fn show(
    app: &Shared,
    visitor: &Visitor,
    target: Target,
    text: &str,
    outcome: Option<&Outcome>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let opened = app.store.open(target.business)?;
    let reader = opened.read()?;
    let shell = BusinessShell::read(target.business, reader.as_ref())?;
    let locale = visitor.locale;
    let names = Names::new(reader.as_ref(), locale, target.business);
    let columns = target.columns(&names)?;
    let kind = words::kind_plural(locale, target.spec.content_type);
    let title = locale.text_with("batch-title", &[("kind", Argument::Text(&kind))]);
    let body = html! {
        (layout::heading(&title, html! {}))
        @match outcome {
            Some(Outcome::Unreadable(error)) => {
                (forms::form_error(&locale.error(error.code(), &error.arguments())))
            }
            Some(Outcome::Tried(trial)) => {
                (preview(locale, target, &columns, trial, text))
            }
            None => {}
        }
        (input(locale, target, &columns, text))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: tab_of(target.spec),
        body,
        notice: None,
        status,
    };
    Ok(business_page_with(visitor, &shell, page))
}

/// The box and the file.
fn input(locale: Locale, target: Target, columns: &Columns, text: &str) -> Markup {
    let headings = existing::headings(columns).join(", ");
    let names = locale.text_with("batch-columns", &[("columns", Argument::Text(&headings))]);
    let path = target.path();
    panel(
        &locale.text("batch-input"),
        html! {
            p { (locale.text("batch-explained")) }
            p { (locale.text("batch-explained-changes")) }
            p .quiet { (names) }
            p { a href={ (path) "/template.csv" } download { (locale.text("batch-template")) } }
            p { a href={ (path) "/records.csv" } download { (locale.text("batch-existing")) } }
            (forms::form(&format!("{path}/preview"), true, html! {
                label for="text" { (locale.text("batch-paste")) }
                textarea id="text" name="text" rows="10" dir="auto" spellcheck="false" { (text) }
                (forms::file(
                    &Field {
                        name: "file",
                        label: &locale.text("batch-file"),
                        ..Field::default()
                    },
                    ".csv,text/csv,text/plain",
                    false,
                ))
                (forms::submit(
                    locale,
                    &locale.text("batch-check"),
                    Some(&list_path(target.business, target.spec.content_type)),
                ))
            }))
        },
    )
}

/// What can come of a record: the words that count it, and whether it came.
type Deed = (&'static str, fn(&Tried) -> bool);

const DEEDS: [Deed; 3] = [
    ("batch-new", |it| it.is_new),
    ("batch-changed", |it| !it.is_new && !it.is_same),
    ("batch-unchanged", |it| it.is_same),
];

/// What every row would do, and the button when all of them can; else how many could, and how many
/// are in the way.
fn preview(locale: Locale, target: Target, columns: &Columns, trial: &Trial, text: &str) -> Markup {
    let count = |of: &dyn Fn(&Tried) -> bool| {
        let records = trial.records.iter().filter(|it| of(it));
        Argument::Count(u64::try_from(records.count()).unwrap_or(u64::MAX))
    };
    let line =
        |key: &str, of: &dyn Fn(&Tried) -> bool| locale.text_with(key, &[("count", count(of))]);
    let headings = [
        TableColumn::amounts(locale.text("batch-row")),
        TableColumn::words(locale.text("batch-record")),
        TableColumn::words(locale.text("batch-act")),
        TableColumn::words(locale.text("batch-errors")),
    ];
    let rows: Vec<Markup> = trial
        .records
        .iter()
        .map(|it| row(locale, columns, it))
        .collect();
    let is_sound = trial.is_sound();
    let heading = locale.text(match is_sound {
        true => "batch-preview",
        false => "batch-preview-wrong",
    });
    panel(
        &heading,
        html! {
            @if is_sound {
                @for (key, of) in DEEDS {
                    @if trial.records.iter().any(of) { p { (line(key, &of)) } }
                }
            } @else {
                p { (line("batch-sound", &|it| it.errors.is_empty() && trial.unknown.is_empty())) }
            }
            @for heading in &trial.unknown {
                (forms::form_error(&column_unknown(locale, heading)))
            }
            @if is_sound {
                (forms::form(&target.path(), true, html! {
                    input type="hidden" name="text" value=(text);
                    (forms::submit(locale, &locale.text("batch-save"), None))
                }))
            } @else {
                p .field-error { (line("batch-wrong", &|it| !it.errors.is_empty())) }
            }
            (data_table(&heading, &headings, &rows, None))
        },
    )
}

fn column_unknown(locale: Locale, heading: &str) -> String {
    locale.error("batch-column-unknown", &[("column", heading.to_owned())])
}

fn row(locale: Locale, columns: &Columns, tried: &Tried) -> Markup {
    let act = match (tried.is_new, tried.is_same) {
        (true, _) => "batch-act-new",
        (false, true) => "batch-act-none",
        (false, false) => "batch-act-change",
    };
    let number = u64::try_from(tried.row).unwrap_or(u64::MAX);
    html! {
        tr {
            td .end { (locale.count(number)) }
            (cell(user_text(&tried.title)))
            (cell(html! { (locale.text(act)) }))
            (cell(html! {
                @for (name, sentence) in &tried.errors {
                    div .field-error {
                        @if let Some(label) = name.as_deref().and_then(|it| columns.label(it)) {
                            strong { (label) ": " }
                        }
                        (sentence)
                    }
                }
            }))
        }
    }
}
