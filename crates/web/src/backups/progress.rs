//! The page of one backup: how far it has come, what was made, or why it failed.

use super::emergency;
use super::job::{BackupJob, Finished, Outcome};
use crate::long_work::{Asked, POLL, reload_without_scripts, stop_button};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, open_shell, refusal};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use backup::{BackupResult, Phase};
use books::Key;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{facts, panel, progress};
use pages::{Argument, Locale, forms, layout, user_text};
use store::Section;

/// The page of one backup.
pub(super) async fn show_backup(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    if job.is_stopped() {
        return Ok(Redirect::to(&stopped_page(key)).into_response());
    }
    let shell = open_shell(&app, key).await?;
    let locale = visitor.locale;
    let here = addresses::business_part(key, &format!("backups/{id}"));
    let (title, body) = match job.outcome() {
        Outcome::Running => headed(
            locale,
            "backup-progress-title",
            working(locale, &job, &here),
        ),
        _ if asked.by_script() => return Ok(Redirect::to(&here).into_response()),
        Outcome::Done(finished) => done_page(locale, &job, &finished, None),
        Outcome::Failed(error) => headed(locale, "backup-title", failed(locale, key, &error)),
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

fn headed(locale: Locale, title: &str, body: Markup) -> (String, Markup) {
    let title = locale.text(title);
    let body = html! { (layout::heading(&title, html! {})) (body) };
    (title, body)
}

/// The page of a finished backup, with the reason when a passphrase did not open it.
pub(super) fn done_page(
    locale: Locale,
    job: &BackupJob,
    finished: &Finished,
    refused: Option<&PageError>,
) -> (String, Markup) {
    let here = addresses::business_part(job.wanted.business, &format!("backups/{}", job.id));
    let refused = refused.map(|error| error.sentence(locale));
    let steps = emergency::steps(locale, job, &here, refused.as_deref());
    let done = done(locale, job, finished, &here);
    headed(locale, "backup-done-title", html! { (steps) (done) })
}

fn working(locale: Locale, job: &BackupJob, here: &str) -> Markup {
    let (phase, part) = job.watch.now();
    let label = match phase {
        Phase::Reading | Phase::Importing => {
            let count = Argument::Count(job.watch.done());
            locale.text_with("backup-progress-writing", &[("count", count)])
        }
        Phase::Compressing => locale.text("backup-progress-compressing"),
        Phase::Verifying => locale.text("backup-progress-verifying"),
        Phase::Storing | Phase::Fetching | Phase::Waiting | Phase::Posting => {
            locale.text(&format!("progress-{}", phase.code()))
        }
    };
    html! {
        (reload_without_scripts())
        p { (user_text(&job.wanted.file_name)) }
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (stop_button(locale, here))
    }
}

fn done(locale: Locale, job: &BackupJob, finished: &Finished, here: &str) -> Markup {
    let result = &finished.result;
    let name = Argument::Text(&job.wanted.file_name);
    let whole = result.left_out.is_empty();
    let sentence = if whole {
        "backup-done"
    } else {
        "backup-done-partial"
    };
    let again = addresses::business_part(job.wanted.business, "backups/new");
    let verify = format!("/verifications/backups/{}/{}", job.wanted.business, job.id);
    // A protected file is for the person to take once its passphrase is on paper.
    let begins = job.wanted.protected.is_none();
    let look = format!("/opened/backups/{}/{}", job.wanted.business, job.id);
    html! {
        p { (locale.text_with(sentence, &[("file", name)])) }
        p {
            a .button .primary href={ (here) "/file" } data-download[begins] {
                (icon(Icon::Download)) (locale.text_with("backup-download", &[("file", name)]))
            }
        }
        @if finished.summary.is_some() {
            p {
                a .button href={ (here) "/summary" } {
                    (icon(Icon::Download)) (locale.text("backup-summary-download"))
                }
            }
        }
        @if begins { p .quiet { (locale.text("backup-download-starts")) } }
        (panel("", facts(&made(locale, job, result))))
        div .form-buttons {
            a .button href=(again) { (locale.text("backup-again")) }
            (forms::button_form(&look, &locale.text("opened-look"), &[]))
            (forms::button_form(&verify, &locale.text("verify-submit"), &[]))
        }
    }
}

/// What was made.
fn made(locale: Locale, job: &BackupJob, result: &BackupResult) -> Vec<(String, Markup)> {
    let left_out: Vec<String> = result
        .left_out
        .iter()
        .map(|section| section_name(locale, *section))
        .collect();
    let left_out = left_out.join(", ");
    let count = |key: &str, count: u64| locale.text_with(key, &[("count", Argument::Count(count))]);
    let mut rows = vec![
        (
            locale.text("backup-column-size"),
            html! { (locale.bytes(result.bytes_count)) },
        ),
        (
            locale.text("backup-column-contents"),
            html! {
                (count("list-count", result.records_count)) " · "
                (count("import-done-attachments", result.attachments_count)) " · "
                (count("import-done-emails", result.emails_count)) " · "
                (count("import-done-history", result.history_count))
            },
        ),
    ];
    if job.wanted.protected.is_some() {
        rows.push((
            locale.text("verify-form"),
            html! { (locale.text("form-age")) },
        ));
    }
    if !result.left_out.is_empty() {
        rows.push((locale.text("verify-section-left-out"), html! { (left_out) }));
    }
    rows.push((
        locale.text("backup-content-digest"),
        html! {
            code .digest { (result.content_digest) }
            p .field-hint { (locale.text("backup-content-digest-hint")) }
        },
    ));
    rows.push((
        locale.text("backup-file-digest"),
        html! {
            code .digest { (crate::records::value::hex(&result.sha256)) }
        },
    ));
    rows
}

fn failed(locale: Locale, business: Key, error: &PageError) -> Markup {
    let again = addresses::business_part(business, "backups/new");
    html! {
        div {
            (layout::notice_box(&refusal(error.sentence(locale))))
            p { (locale.text("backup-failed")) }
            p { a .button href=(again) { (locale.text("backup-again")) } }
        }
    }
}

/// The name of a section as the Backup page writes it.
pub(crate) fn section_name(locale: Locale, section: Section) -> String {
    locale.text(match section {
        Section::Attachments => "backup-attachments",
        Section::Emails => "backup-emails",
        Section::History => "backup-history",
    })
}

/// Where everybody is led who looks at a backup that was stopped, by whomever.
fn stopped_page(business: Key) -> String {
    addresses::business_part(business, "backups/new?done=stopped")
}

/// Stops a backup in the making, or lets go of a finished one. One that was stopped is remembered
/// for a while: others may be looking at its page.
pub(super) async fn cancel_backup(
    State(app): State<Shared>,
    Path((key, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    job.watch.stop();
    if job.is_stopped() {
        return Ok(Redirect::to(&stopped_page(key)).into_response());
    }
    app.jobs.backups.forget(id);
    Ok(Redirect::to(&addresses::business_part(key, "backups/new")).into_response())
}
