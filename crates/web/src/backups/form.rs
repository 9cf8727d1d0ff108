//! The Backup page: the suggested name, what goes in, and how it is wrapped.

use super::job::{Wanted, begin};
use super::protection::{self, Answers};
use crate::keeping::Glance;
use crate::long_work::PATIENCE;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, NO_TAB, business_page_with, success, with_business,
};
use crate::{App, PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{
    BackupContents, BackupError, BackupForm, Passphrase, SectionSizes, clean_file_name,
    section_sizes, suggested_file_name, today,
};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::{Argument, Locale, Notice, forms, layout};
use serde::Deserialize;
use store::Section;

/// What the form sends: a box that is not ticked is not sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    file_name: String,
    attachments: Option<String>,
    emails: Option<String>,
    history: Option<String>,
    #[serde(default)]
    form: String,
    #[serde(default)]
    protect: String,
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    passphrase_again: String,
    readable_summary: Option<String>,
}

impl Sent {
    /// The page as it is first seen.
    fn first(suggested: String) -> Self {
        let ticked = || Some("on".to_owned());
        Self {
            file_name: suggested,
            attachments: ticked(),
            emails: ticked(),
            history: ticked(),
            form: "compressed".to_owned(),
            protect: String::new(),
            passphrase: String::new(),
            passphrase_again: String::new(),
            readable_summary: None,
        }
    }

    fn is_ticked(&self, section: Section) -> bool {
        match section {
            Section::Attachments => &self.attachments,
            Section::Emails => &self.emails,
            Section::History => &self.history,
        }
        .is_some()
    }

    /// Takes the passphrases out, so that no page can show them again.
    fn answers(&mut self) -> Answers {
        Answers {
            protect: self.protect.clone(),
            passphrase: Passphrase::new(std::mem::take(&mut self.passphrase)),
            again: Passphrase::new(std::mem::take(&mut self.passphrase_again)),
        }
    }
}

/// The page.
pub(super) async fn new_backup(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let shared = app.clone();
    let (shell, (sizes, glance)) = with_business(&app, key_of(&key)?, move |reader, shell| {
        Ok((section_sizes(reader)?, Glance::read(&shared, reader, shell)))
    })
    .await?;
    let suggested = suggested_file_name(shell.name(), today(Timestamp::now(), shell.zone()));
    let sent = Sent::first(suggested);
    let kept = glance.on_backup_page(visitor.locale);
    let notice = done.notice(visitor.locale);
    let told = Err(notice);
    Ok(page(&app, &visitor, &shell, (&sizes, &sent), &kept, told))
}

/// What was just done, when somebody is led here.
#[derive(Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

impl Done {
    fn notice(&self, locale: Locale) -> Option<Notice> {
        let is_stopped = self.done.as_deref() == Some("stopped");
        is_stopped.then(|| success(locale.text("kept-done-stopped")))
    }
}

/// The page with its form; `kept` is what is told of kept backups below it. `told` is why what was
/// sent is refused, or what was just done.
fn page(
    app: &App,
    visitor: &Visitor,
    shell: &BusinessShell,
    (sizes, sent): (&SectionSizes, &Sent),
    kept: &Markup,
    told: Result<&PageError, Option<Notice>>,
) -> Response {
    let (refused, notice) = match told {
        Ok(refused) => (Some(refused), None),
        Err(notice) => (None, notice),
    };
    let name = Argument::Text(shell.name());
    let heading = visitor
        .locale
        .text_with("backup-heading", &[("name", name)]);
    let explanation = match app.is_cloud() {
        true => "backup-explanation-cloud",
        false => "backup-explanation",
    };
    let page = BusinessPage {
        title: &visitor.locale.text("backup-title"),
        current_tab: NO_TAB,
        body: html! {
            (layout::heading(&heading, html! {}))
            p { (visitor.locale.text(explanation)) }
            (form(visitor.locale, shell, sizes, sent, refused))
            (kept)
        },
        notice,
        status: refused.map_or(StatusCode::OK, |error| error.status),
    };
    business_page_with(visitor, shell, page)
}

fn form(
    locale: Locale,
    shell: &BusinessShell,
    sizes: &SectionSizes,
    sent: &Sent,
    refused: Option<&PageError>,
) -> Markup {
    let refused = refused.map(|error| error.sentence(locale));
    let action = addresses::business_part(shell.key, "backups");
    html! {
        @if let Some(error) = &refused { (forms::form_error(error)) }
        (forms::form(&action, false, html! {
            (forms::text(&Field {
                name: "file_name",
                label: &locale.text("backup-file-name"),
                value: &sent.file_name,
                hint: Some(&locale.text("backup-file-name-hint")),
                required: true,
                ..Field::default()
            }))
            fieldset .field {
                legend { (locale.text("backup-contents")) }
                p .field-hint {
                    (locale.text("backup-records-always")) " "
                    (locale.bytes(sizes.data.bytes_count))
                }
                @for section in Section::ALL {
                    (section_box(locale, section, sizes, sent.is_ticked(section)))
                }
                p .field-hint { (locale.text("backup-unticking")) }
            }
            (forms::radios(
                &Field {
                    name: "form",
                    label: &locale.text("import-preview-form"),
                    value: if sent.form == "plain" { "plain" } else { "compressed" },
                    hint: Some(&locale.text("backup-plain-hint")),
                    ..Field::default()
                },
                &[
                    Choice {
                        value: "compressed",
                        label: &locale.text("form-zstandard"),
                        group: "",
                    },
                    Choice { value: "plain", label: &locale.text("backup-plain"), group: "" },
                ],
            ))
            (protection::fields(locale, &sent.protect, refused.as_deref()))
            (protection::summary_box(locale, sent.readable_summary.is_some()))
            (forms::submit(locale, &locale.text("backup-submit"), Some(&shell.href)))
        }))
    }
}

/// One box, ticked, with how much it stands for.
fn section_box(locale: Locale, section: Section, sizes: &SectionSizes, ticked: bool) -> Markup {
    let (label, explanation, size_key) = match section {
        Section::Attachments => (
            "backup-attachments",
            "backup-attachments-hint",
            "backup-section-files",
        ),
        Section::Emails => (
            "backup-emails",
            "backup-emails-hint",
            "backup-section-emails",
        ),
        Section::History => (
            "backup-history",
            "backup-history-hint",
            "backup-section-changes",
        ),
    };
    let size = sizes.of(section);
    let bytes = locale.bytes(size.bytes_count);
    let amount = if size.rows_count == 0 {
        locale.text("backup-section-empty")
    } else {
        let count = ("count", Argument::Count(size.rows_count));
        locale.text_with(size_key, &[count, ("size", Argument::Text(&bytes))])
    };
    let mut hint = format!("{} · {amount}", locale.text(explanation));
    if section == Section::History {
        // Shown at all times: without scripts nothing could appear when the box is unticked.
        hint = format!("{hint} · {}", locale.text("backup-history-left-out"));
    }
    forms::checkbox(
        &Field {
            name: section.code(),
            label: &locale.text(label),
            hint: Some(&hint),
            ..Field::default()
        },
        ticked,
    )
}

/// Begins the backup and leads to its page.
pub(super) async fn save_backup(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let form = match sent.form.as_str() {
        "plain" => BackupForm::Plain,
        "compressed" | "" => BackupForm::Compressed,
        _ => {
            return Err(PageError::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "form-unknown",
            ));
        }
    };
    // Asked for first, so that a business that is not there is refused here and not on the page
    // of a job.
    let (shell, sizes) = with_business(&app, key, |reader, _| Ok(section_sizes(reader)?)).await?;
    let typed = sent.file_name.trim();
    let file_name = if typed.is_empty() {
        suggested_file_name(shell.name(), today(Timestamp::now(), shell.zone()))
    } else {
        clean_file_name(typed)
    };
    let protection = match sent.answers().protection(&[shell.name(), &file_name]) {
        Ok(Some(_)) if form == BackupForm::Plain => Err(PageError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            BackupError::EncryptedPlain.code(),
        )),
        other => other,
    };
    let protection = match protection {
        Ok(protection) => protection,
        Err(error) => {
            return Ok(page(
                &app,
                &visitor,
                &shell,
                (&sizes, &sent),
                &html! {},
                Ok(&error),
            ));
        }
    };
    let wanted = Wanted {
        business: key,
        file_name,
        contents: BackupContents {
            attachments: sent.attachments.is_some(),
            emails: sent.emails.is_some(),
            history: sent.history.is_some(),
        },
        form,
        protected: protection.as_ref().map(|protection| protection.chosen),
        with_summary: protection.is_some() && sent.readable_summary.is_some(),
    };
    let (job, handle) = begin(&app, wanted, protection)?;
    // Whether the time was enough does not matter: the page says how far it has come.
    let _ = tokio::time::timeout(PATIENCE, handle).await;
    let page = addresses::business_part(key, &format!("backups/{}", job.id));
    Ok(Redirect::to(&page).into_response())
}
