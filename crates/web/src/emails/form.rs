//! The form of an email as markup: its fields, what goes with it, and what is wrong.

use super::email_path;
use super::files::{self, Offered, PAPER};
use super::source::Sending;
use super::typed::Typed;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, NO_TAB, business_page_with, refusal};
use crate::{PageError, addresses};
use axum::http::StatusCode;
use axum::response::Response;
use books::Key;
use maud::{Markup, html};
use pages::forms::{Choice, Field};
use pages::icons::{Icon, icon};
use pages::{Argument, Language, Locale, forms, layout, user_text};
use store::Reader;

/// The form, with what was typed and what is wrong with it.
pub(super) struct Form<'a> {
    pub(super) typed: &'a Typed,
    pub(super) sending: Option<&'a Sending>,
    /// The draft that it changes, when there is one.
    pub(super) draft: Option<Key>,
    /// The field, or an empty name for the whole form, and what is wrong.
    pub(super) error: Option<(&'static str, PageError)>,
}

impl Form<'_> {
    /// The page: 422 when something is wrong.
    pub(super) fn page(
        &self,
        visitor: &Visitor,
        shell: &BusinessShell,
        reader: &dyn Reader,
    ) -> Result<Response, PageError> {
        let locale = visitor.locale;
        let title = locale.text(match self.draft {
            Some(_) => "email-edit-title",
            None => "email-new-title",
        });
        let offered = files::offered(reader, self.sending, self.draft)?;
        let body = html! {
            (layout::heading(&title, html! {}))
            @if self.draft.is_none() { (self.language_form(locale, shell.key)) }
            (self.form(locale, shell.key, &offered))
        };
        let whole = self.error.as_ref().filter(|(field, _)| field.is_empty());
        let notice = whole.map(|(_, error)| refusal(error.sentence(locale)));
        let status = match &self.error {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = BusinessPage {
            title: &title,
            current_tab: NO_TAB,
            body,
            notice,
            status,
        };
        Ok(business_page_with(visitor, shell, page))
    }

    /// Another language begins with another template: a form of its own, before anything is typed.
    fn language_form(&self, locale: Locale, business: Key) -> Markup {
        let action = addresses::business_part(business, "emails/new");
        let choices = Language::ALL.map(|language| Choice {
            value: language.code(),
            label: language.own_name(),
            group: "",
        });
        html! {
            form .tools method="get" action=(action) data-submit-on-change {
                (self.hidden_source())
                (forms::select(
                    &Field {
                        name: "language",
                        label: &locale.text("email-language"),
                        value: &self.typed.language,
                        hint: Some(&locale.text("email-language-hint")),
                        required: true,
                        ..Field::default()
                    },
                    &choices,
                ))
                noscript {
                    button .button type="submit" { (locale.text("email-language-change")) }
                }
            }
        }
    }

    fn hidden_source(&self) -> Markup {
        let typed = self.typed;
        html! {
            @for (name, value) in [
                ("record", &typed.record), ("report", &typed.report), ("query", &typed.query),
            ] {
                @if !value.is_empty() { (forms::hidden(name, value)) }
            }
        }
    }

    fn form(&self, locale: Locale, business: Key, offered: &[Offered]) -> Markup {
        let typed = self.typed;
        let action = addresses::business_part(business, "emails");
        let back = match self.draft {
            Some(draft) => email_path(business, draft),
            None => action.clone(),
        };
        forms::form(
            &action,
            false,
            html! {
                (forms::hidden("email", &typed.email))
                (forms::hidden("language", &typed.language))
                (self.hidden_source())
                (self.list_field(locale, "to", "email-to", &typed.to, Some("email-to-hint")))
                (self.list_field(locale, "cc", "email-cc", &typed.cc, None))
                (self.list_field(locale, "bcc", "email-bcc", &typed.bcc, Some("email-bcc-hint")))
                (self.line(locale, "reply_to", "email-reply-to", &typed.reply_to, false))
                (self.line(locale, "subject", "email-subject", &typed.subject, true))
                (self.text_field(locale))
                (self.files_field(locale, offered))
                div .form-buttons {
                    button .button .primary type="submit" name="act" value="send" {
                        (icon(Icon::Envelope)) (locale.text("email-send"))
                    }
                    button .button type="submit" name="act" value="draft" {
                        (locale.text("email-save-draft"))
                    }
                    a .button href=(back) { (locale.text("button-cancel")) }
                }
            },
        )
    }

    /// What is wrong with a field, as a sentence.
    fn wrong(&self, locale: Locale, name: &str) -> Option<String> {
        let error = self.error.as_ref().filter(|(field, _)| *field == name);
        error.map(|(_, error)| error.sentence(locale))
    }

    fn list_field(
        &self,
        locale: Locale,
        name: &'static str,
        label: &str,
        value: &str,
        hint: Option<&str>,
    ) -> Markup {
        let rows = u32::try_from(value.lines().count()).unwrap_or(1);
        let error = self.wrong(locale, name);
        let hint = hint.map(|hint| locale.text(hint));
        forms::multi_line(
            &Field {
                name,
                label: &locale.text(label),
                value,
                error: error.as_deref(),
                hint: hint.as_deref(),
                required: name == "to",
                ..Field::default()
            },
            rows.clamp(1, 6),
        )
    }

    fn line(
        &self,
        locale: Locale,
        name: &'static str,
        label: &str,
        value: &str,
        required: bool,
    ) -> Markup {
        forms::text(&Field {
            name,
            label: &locale.text(label),
            value,
            error: self.wrong(locale, name).as_deref(),
            required,
            ..Field::default()
        })
    }

    fn text_field(&self, locale: Locale) -> Markup {
        let error = self.wrong(locale, "text");
        forms::multi_line(
            &Field {
                name: "text",
                label: &locale.text("email-text"),
                value: &self.typed.text,
                error: error.as_deref(),
                ..Field::default()
            },
            12,
        )
    }

    fn files_field(&self, locale: Locale, offered: &[Offered]) -> Markup {
        if offered.is_empty() {
            return html! {};
        }
        html! {
            fieldset .field .invalid[self.wrong(locale, "files").is_some()] {
                legend { (locale.text("email-files")) }
                @for (number, file) in offered.iter().enumerate() {
                    @let id = format!("files-{number}");
                    label .check for=(id) {
                        input type="checkbox" id=(id) name="files" value=(file.value)
                            checked[self.typed.files.contains(&file.value)];
                        span { (self.file_label(locale, file)) }
                    }
                }
                @if let Some(error) = self.wrong(locale, "files") {
                    p .field-error { (error) }
                }
            }
        }
    }

    fn file_label(&self, locale: Locale, file: &Offered) -> Markup {
        if file.value == PAPER {
            let key = match self.draft {
                Some(_) => "email-file-paper-again",
                None => "email-file-paper",
            };
            return html! { (locale.text(key)) };
        }
        let size = file.bytes_count.map(|size| locale.bytes(size));
        html! {
            (user_text(&file.name))
            @if let Some(size) = size {
                " " span .muted {
                    (locale.text_with("email-file-size", &[("size", Argument::Text(&size))]))
                }
            }
        }
    }
}
