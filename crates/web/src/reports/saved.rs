//! Saved reports: a name for a report with its options, kept as a record of ours, so that it
//! travels in backups and has its History (SPEC-reports.md, 5.1).

use super::asked::Asked;
use super::registry;
use super::{report_path, reports_path};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::deletion::delete_with_attachments;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, REPORTS, business_page_with};
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object, kinds};
use interchange::{DecodedRecord, Edit, FieldValue, decode, patch};
use maud::{Markup, html};
use pages::forms::Field;
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale, forms};
use serde::Deserialize;
use store::{Reader, StoreError};

/// The field of the name.
const NAME: u32 = 1;
/// The field of the report's name.
const REPORT: u32 = 2;
/// The field of the options: the query of the report's address.
const OPTIONS: u32 = 3;
/// A longer name is refused, in characters.
const NAME_LENGTH_MAX: usize = 200;

/// A report that somebody saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SavedReport {
    /// The record's key.
    pub(super) key: Key,
    /// What it was called.
    pub(super) name: String,
    /// The report's name; one that this version does not know stays as it is.
    pub(super) report: String,
    /// The query.
    pub(super) options: String,
}

impl SavedReport {
    fn of(object: &Object) -> Option<Self> {
        let record = decode(object.content_type, &object.content).ok()?;
        Some(Self {
            key: object.key,
            name: text(&record, NAME),
            report: text(&record, REPORT),
            options: text(&record, OPTIONS),
        })
    }

    /// Where it opens; nowhere where the report is not known.
    pub(super) fn href(&self, business: Key) -> Option<String> {
        registry::find(&self.report)?;
        let pairs = super::asked::pairs(&self.options);
        // What came in a file is written anew, so that no address holds what is no option.
        let kind = registry::find(&self.report)?;
        let asked = Asked::understood(kind, &pairs, Locale::default()).ok()?;
        Some(report_path(business, &self.report, &asked.query(kind)))
    }
}

fn text(record: &DecodedRecord, field: u32) -> String {
    let value = record.value(field).and_then(FieldValue::text);
    value.unwrap_or_default().to_owned()
}

/// All saved reports by name.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn saved_reports(
    reader: &dyn Reader,
    locale: Locale,
) -> Result<Vec<SavedReport>, StoreError> {
    let mut found = Vec::new();
    reader.each_object(Some(kinds::TIJORI_SAVED_REPORT), &mut |object| {
        found.extend(SavedReport::of(&object));
        Ok(())
    })?;
    found.sort_by(|a, b| locale.compare(&a.name, &b.name).then(a.key.cmp(&b.key)));
    Ok(found)
}

/// The reports that were saved under a name, or the one with this key: the stable name of each and
/// its query.
///
/// # Errors
/// When the store cannot be read.
pub fn saved_under(reader: &dyn Reader, name: &str) -> Result<Vec<(String, String)>, StoreError> {
    let all = saved_reports(reader, Locale::default())?.into_iter();
    let name = name.trim();
    let key = name.parse().ok();
    let meant = all.filter(|it| it.name.trim() == name || Some(it.key) == key);
    Ok(meant.map(|it| (it.report, it.options)).collect())
}

/// What the form of a saved report sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    name: String,
    report: String,
    options: String,
    /// Whether the options take the place of those that were saved; anything means yes.
    replace: String,
}

/// `GET /businesses/{business}/reports/saved/new?report=…&…`: the name is asked for.
pub(super) async fn new_saved_report(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(pairs): Query<super::asked::Pairs>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let report = pairs.get("report").cloned().unwrap_or_default();
        let kind = registry::find(&report).ok_or_else(PageError::not_found)?;
        let asked = Asked::understood(kind, &pairs, visitor.locale)
            .map_err(|_| PageError::bad_request())?;
        let named = pairs.get("name").map(|name| name.trim());
        let named = named.filter(|name| !name.is_empty()).map(str::to_owned);
        let sent = Sent {
            name: named.unwrap_or_else(|| visitor.locale.text(&kind.title_key())),
            report,
            options: asked.query(kind),
            ..Sent::default()
        };
        page(&app, &visitor, business, None, &sent, None)
    })
    .await
}

/// `GET /businesses/{business}/reports/saved/{record}`: the same for one that is there.
pub(super) async fn edit_saved_report(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, record) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let object = opened.read()?.object(record)?;
        let saved = object.as_ref().filter(|it| is_saved(it));
        let saved = saved
            .and_then(SavedReport::of)
            .ok_or_else(PageError::not_found)?;
        let sent = Sent {
            name: saved.name,
            report: saved.report,
            options: saved.options,
            ..Sent::default()
        };
        page(&app, &visitor, business, Some(record), &sent, None)
    })
    .await
}

/// `POST /businesses/{business}/reports/saved`.
pub(super) async fn create_saved_report(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, PageError> {
    save(app, visitor, key_of(&business)?, None, sent).await
}

/// `POST /businesses/{business}/reports/saved/{record}`: gives it another name, or other options.
pub(super) async fn rename_saved_report(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Result<Response, PageError> {
    let record = Some(key_of(&record)?);
    save(app, visitor, key_of(&business)?, record, sent).await
}

fn is_saved(object: &Object) -> bool {
    object.content_type == kinds::TIJORI_SAVED_REPORT
}

/// Whether it is a saved report, and of the report whose options are to take their place.
fn is_saved_as(object: &Object, sent: &Sent) -> bool {
    let is_same = || SavedReport::of(object).is_some_and(|saved| saved.report == sent.report);
    is_saved(object) && (sent.replace.is_empty() || is_same())
}

async fn save(
    app: Shared,
    visitor: Visitor,
    business: Key,
    record: Option<Key>,
    mut sent: Sent,
) -> Result<Response, PageError> {
    blocking(move || {
        sent.name = sent.name.trim().to_owned();
        if let Some(error) = name_error(visitor.locale, &sent.name) {
            return page(&app, &visitor, business, record, &sent, Some(&error));
        }
        let kind = registry::find(&sent.report).ok_or_else(PageError::bad_request)?;
        let pairs = super::asked::pairs(&sent.options);
        let asked = Asked::understood(kind, &pairs, Locale::default())
            .map_err(|_| PageError::bad_request())?;
        let set = |number, text: String| Edit::Set(number, Some(FieldValue::Text(text)));
        let edits = [
            set(NAME, sent.name.clone()),
            set(REPORT, kind.name.to_owned()),
            set(OPTIONS, asked.query(kind)),
        ];
        // A report that is there is given another name, and other options where they were asked
        // for; it stays the report that it is.
        let [name, _, options] = &edits;
        let edits = match (record, sent.replace.is_empty()) {
            (None, _) => edits.to_vec(),
            (Some(_), true) => vec![name.clone()],
            (Some(_), false) => vec![name.clone(), options.clone()],
        };
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        let key = record.map_or_else(random_key, Ok)?;
        opened.write(&mut |work| {
            let there = work.object(key)?;
            let content = match (&there, record) {
                (Some(object), Some(_)) if is_saved_as(object, &sent) => object.content.clone(),
                (None, None) => Vec::new(),
                _ => return Err(StoreError::RecordNotFound(key)),
            };
            let content = patch(kinds::TIJORI_SAVED_REPORT, &content, &edits)
                .map_err(|_| StoreError::from(PageError::bad_request()))?;
            let kind = kinds::TIJORI_SAVED_REPORT;
            work.put_object(key, kind, &content, &sent.name, &stamp)?;
            Ok(())
        })?;
        Ok(Redirect::to(&reports_path(business)).into_response())
    })
    .await
}

fn name_error(locale: Locale, name: &str) -> Option<String> {
    let code = match name.chars().count() {
        0 => "report-name-needed",
        count if count > NAME_LENGTH_MAX => "report-name-too-long",
        _ if name.chars().any(char::is_control) => "report-name-characters",
        _ => return None,
    };
    let max = NAME_LENGTH_MAX.to_string();
    Some(locale.error(code, &[("max", max)]))
}

fn page(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    record: Option<Key>,
    sent: &Sent,
    error: Option<&str>,
) -> Result<Response, PageError> {
    let opened = app.store.open(business)?;
    let reader = opened.read()?;
    let shell = BusinessShell::read(business, reader.as_ref())?;
    let locale = visitor.locale;
    let mut others = saved_reports(reader.as_ref(), locale)?;
    others.retain(|it| it.report == sent.report && it.options != sent.options);
    let title = locale.text(match record {
        None => "reports-save",
        Some(_) => "reports-saved-one",
    });
    let body = html! {
        (heading(&title, html! {}))
        (form(locale, business, record, sent, error))
        @match record {
            Some(key) => (acts(locale, business, key, sent)),
            None => (replacements(locale, business, sent, &others)),
        }
    };
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = BusinessPage {
        title: &title,
        current_tab: REPORTS,
        body,
        notice: None,
        status,
    };
    Ok(business_page_with(visitor, &shell, page))
}

fn form(
    locale: Locale,
    business: Key,
    record: Option<Key>,
    sent: &Sent,
    error: Option<&str>,
) -> Markup {
    let label = locale.text("field-Name");
    let field = Field {
        name: "name",
        label: &label,
        value: &sent.name,
        error,
        required: true,
        autofocus: true,
        ..Field::default()
    };
    let what = registry::find(&sent.report).map_or_else(
        || sent.report.clone(),
        |kind| locale.text(&kind.title_key()),
    );
    let explained = locale.text_with(
        "reports-save-explained",
        &[("report", Argument::Text(&what))],
    );
    let action = match record {
        None => format!("{}/saved", reports_path(business)),
        Some(key) => format!("{}/saved/{key}", reports_path(business)),
    };
    let back = match record {
        None => report_path(business, &sent.report, &sent.options),
        Some(_) => reports_path(business),
    };
    let content = panel(
        "",
        html! {
            p .muted { (explained) }
            (forms::text(&field))
            (forms::hidden("report", &sent.report))
            (forms::hidden("options", &sent.options))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        },
    );
    forms::form(&action, false, content)
}

/// `POST /businesses/{business}/reports/saved/{record}/deletion`.
pub(super) async fn delete_saved_report(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, record) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        opened.write(&mut |work| {
            let object = work.object(record)?.filter(is_saved);
            let object = object.ok_or(StoreError::RecordNotFound(record))?;
            delete_with_attachments(work, &object, &stamp, &[])?;
            Ok(())
        })?;
        Ok(Redirect::to(&reports_path(business)).into_response())
    })
    .await
}

/// Deletion asks first; History is that of every record. A copy begins with the options of the
/// original and another name.
fn acts(locale: Locale, business: Key, record: Key, sent: &Sent) -> Markup {
    let name = sent.name.as_str();
    let history = addresses::business_part(business, &format!("history?record={record}"));
    let action = format!("{}/saved/{record}/deletion", reports_path(business));
    let question = locale.text_with("reports-delete-question", &[("name", Argument::Text(name))]);
    let opened =
        registry::find(&sent.report).map(|kind| report_path(business, kind.name, &sent.options));
    let copy_name = locale.text_with("reports-copy-name", &[("name", Argument::Text(name))]);
    let copy = format!(
        "{}/saved/new?report={}&name={}&{}",
        reports_path(business),
        addresses::escaped(&sent.report),
        addresses::escaped(&copy_name),
        sent.options
    );
    html! {
        p {
            @if let Some(opened) = &opened {
                a .button href=(opened) { (locale.text("reports-open-to-change")) }
                " "
                a .button href=(copy) { (locale.text("record-copy")) }
                " "
            }
            a .button href=(history) { (locale.text("action-history")) }
            " "
            (forms::delete_confirmation(locale, &action, &question))
        }
    }
}

/// The saved reports of the same sort, each with a button that gives it the options chosen now.
fn replacements(locale: Locale, business: Key, sent: &Sent, others: &[SavedReport]) -> Markup {
    if others.is_empty() {
        return html! {};
    }
    let button = |saved: &SavedReport| {
        let action = format!("{}/saved/{}", reports_path(business), saved.key);
        let name = [("name", Argument::Text(&saved.name))];
        let label = locale.text_with("reports-replace", &name);
        let values = [
            ("name", saved.name.as_str()),
            ("report", sent.report.as_str()),
            ("options", sent.options.as_str()),
            ("replace", "on"),
        ];
        forms::button_form(&action, &label, &values)
    };
    panel(
        &locale.text("reports-replace-heading"),
        html! { ul .saved-reports { @for saved in others { li { (button(saved)) } } } },
    )
}
