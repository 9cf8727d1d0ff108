//! The page of one piece of work: how far it has come, and what it came to.

use super::job::{Given, KeepingJob, Told, zone_of};
use super::words::{address, day_address, error as error_words, trouble};
use crate::long_work::{Asked, POLL, reload_without_scripts, stop_button};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, open_shell, plain_page, refusal, success};
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Passphrase, Phase, Rehearsed, Retired, RunReport};
use catalog::{BackupEntry, EntryState, Place, RunOutcome};
use maud::{Markup, html};
use pages::forms::Field;
use pages::tables::progress;
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;

/// `GET …/keeping/jobs/{id}`.
pub(super) async fn show_work(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.keeping.find(key, id)?;
    let locale = visitor.locale;
    let here = address(key, &format!("/jobs/{id}"));
    let shared = app.clone();
    let (places, zone) = crate::blocking::blocking(move || {
        let places = shared.keeping.places().unwrap_or_default();
        Ok((places, zone_of(&shared, key)))
    })
    .await?;
    let look = Look {
        locale,
        zone: &zone,
        places: &places,
    };
    let (title, body) = match job.outcome() {
        None => ("kept-working-title", working(locale, &job, &here)),
        Some(_) if asked.by_script() => return Ok(Redirect::to(&here).into_response()),
        Some(Ok(told)) => match &*told {
            Told::Fetched(next) => return Ok(Redirect::to(next).into_response()),
            told => look.told(told, &job),
        },
        Some(Err(error)) if is_closed(error.code) => {
            ("kept-title", ask(locale, &here, &error.sentence(locale)))
        }
        Some(Err(error)) => ("kept-title", failed(locale, &job, &error)),
    };
    let title = locale.text(title);
    let body = html! { (layout::heading(&title, html! {})) (body) };
    // A backup outlives its business: then the page stands alone.
    Ok(match open_shell(&app, key).await {
        Ok(shell) => business_page(&visitor, &shell, &title, NO_TAB, body),
        Err(_) => plain_page(&visitor, StatusCode::OK, &title, None, body),
    })
}

fn working(locale: Locale, job: &KeepingJob, here: &str) -> Markup {
    let (phase, part) = job.watch.now();
    let label = match phase {
        Phase::Reading => {
            let count = Argument::Count(job.watch.done());
            locale.text_with("backup-progress-writing", &[("count", count)])
        }
        Phase::Compressing => locale.text("backup-progress-compressing"),
        Phase::Verifying => locale.text("backup-progress-verifying"),
        Phase::Importing => locale.text("kept-progress-bringing-back"),
        Phase::Storing | Phase::Fetching | Phase::Waiting | Phase::Posting => {
            locale.text(&format!("progress-{}", phase.code()))
        }
    };
    html! {
        (reload_without_scripts())
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (stop_button(locale, here))
    }
}

fn failed(locale: Locale, job: &KeepingJob, error: &PageError) -> Markup {
    html! {
        (layout::notice_box(&refusal(error.sentence(locale))))
        (back(locale, &address(job.business, "")))
    }
}

/// Whether nothing was wrong but that nobody here could open it.
fn is_closed(code: &str) -> bool {
    ["needs-passphrase", "wrong-passphrase"].contains(&code)
}

/// Asks for the passphrase that the vault does not have.
fn ask(locale: Locale, here: &str, why: &str) -> Markup {
    html! {
        (layout::notice_box(&refusal(why.to_owned())))
        p { (locale.text("kept-passphrase-needed")) }
        (forms::form(&format!("{here}/passphrase"), false, html! {
            (forms::password(&Field {
                name: "passphrase",
                label: &locale.text("protect-passphrase"),
                required: true,
                ..Field::default()
            }))
            (forms::checkbox(
                &Field {
                    name: "is_kept",
                    label: &locale.text("kept-passphrase-keep"),
                    ..Field::default()
                },
                false,
            ))
            (forms::submit(locale, &locale.text("locked-open"), None))
        }))
    }
}

/// What that form sends.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    passphrase: String,
    is_kept: Option<String>,
}

/// `POST …/keeping/jobs/{id}/passphrase`: the same work again, with a passphrase.
pub(super) async fn try_passphrase(
    State(app): State<Shared>,
    Path((key, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.keeping.find(key, id)?;
    let given = Given {
        passphrase: Passphrase::new(typed.passphrase),
        is_kept: typed.is_kept.is_some(),
    };
    let work = job.work.with(given).ok_or_else(PageError::not_found)?;
    super::job::begin(&app, key, work).await
}

fn back(locale: Locale, href: &str) -> Markup {
    html! { p { a .button href=(href) { (locale.text("kept-to-calendar")) } } }
}

/// With what results are told.
struct Look<'a> {
    locale: Locale,
    zone: &'a str,
    places: &'a [Place],
}

impl Look<'_> {
    fn told(&self, told: &Told, job: &KeepingJob) -> (&'static str, Markup) {
        match told {
            Told::Run(report) => ("kept-run-title", self.run(report)),
            Told::Rehearsed(rehearsed) => ("kept-rehearsal-title", self.rehearsed(rehearsed, job)),
            Told::Verified(entry) => ("kept-verification-title", self.verified(entry)),
            Told::Retired(retired) => {
                let href = address(job.business, "/retention");
                ("retention-title", self.retired(retired, &href))
            }
            // It leads on to its preview and is never shown.
            Told::Fetched(_) => ("kept-title", html! {}),
        }
    }

    fn good(&self, key: &str) -> Markup {
        layout::notice_box(&success(self.locale.text(key)))
    }

    fn run(&self, report: &RunReport) -> Markup {
        let locale = self.locale;
        let day = day_address(report.run.business, report.run.began_at, self.zone);
        html! {
            @match &report.run.outcome {
                RunOutcome::Good => (self.good("kept-run-good")),
                RunOutcome::Unchanged => (self.good("kept-run-unchanged")),
                outcome => @if let Some(why) = outcome.trouble() {
                    (layout::notice_box(&refusal(trouble(locale, why, self.zone))))
                },
            }
            ul .outcomes { @for entry in &report.entries { li { (self.outcome(entry)) } } }
            (back(locale, &format!("{day}#day")))
        }
    }

    /// How it went in one place.
    fn outcome(&self, entry: &BackupEntry) -> Markup {
        let locale = self.locale;
        let place = super::words::place_name(self.places, entry.place);
        html! {
            @if let Some(name) = place { strong { (user_text(name)) } " " }
            (super::words::state_badge(locale, entry)) " "
            @match &entry.state {
                EntryState::Failed(why) => (trouble(locale, why, self.zone)),
                _ => {
                    (user_text(&entry.file_name)) " · " (locale.bytes(entry.bytes_count))
                },
            }
        }
    }

    fn rehearsed(&self, rehearsed: &Rehearsed, job: &KeepingJob) -> Markup {
        let locale = self.locale;
        let entry = &rehearsed.entry;
        let here = address(job.business, &format!("/jobs/{}", job.id));
        html! {
            @match rehearsed.trouble() {
                Some(why) if is_closed(&why.code) => {
                    (ask(locale, &here, &trouble(locale, why, self.zone)))
                },
                None => {
                    (self.good("kept-rehearsal-good"))
                    p { (locale.text("kept-rehearsal-explained")) }
                },
                Some(why) => (layout::notice_box(&refusal(trouble(locale, why, self.zone)))),
            }
            (self.which(entry))
        }
    }

    fn verified(&self, entry: &BackupEntry) -> Markup {
        let locale = self.locale;
        let why = entry
            .verified
            .as_ref()
            .and_then(|checked| checked.trouble.as_ref());
        html! {
            @match why {
                None => (self.good("kept-verification-good")),
                Some(why) => (layout::notice_box(&refusal(trouble(locale, why, self.zone)))),
            }
            (self.which(entry))
        }
    }

    /// Which backup it was, and the way to its day.
    fn which(&self, entry: &BackupEntry) -> Markup {
        let day = day_address(entry.business, entry.made_at, self.zone);
        html! {
            p { (self.outcome(entry)) }
            (back(self.locale, &format!("{day}#day")))
        }
    }

    fn retired(&self, retired: &[Retired], href: &str) -> Markup {
        let locale = self.locale;
        html! {
            @for one in retired {
                @let count = u64::try_from(one.trashed.len()).unwrap_or(u64::MAX);
                @let place = ("place", Argument::Text(&one.place.name));
                @let told = [place, ("count", Argument::Count(count))];
                p { (locale.text_with("retention-went", &told)) }
                @if let Some(why) = &one.trouble {
                    (layout::notice_box(&refusal(error_words(locale, why, self.zone))))
                }
            }
            (back(locale, href))
        }
    }
}

/// `POST …/keeping/jobs/{id}/cancellation`.
pub(super) async fn stop_work(
    State(app): State<Shared>,
    Path((key, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.keeping.find(key, id)?;
    job.watch.stop();
    Ok(Redirect::to(&address(key, "?done=stopped")).into_response())
}
