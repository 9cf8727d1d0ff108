//! Form components: every field has a label, and its error stands beside it.
//!
//! All of them work without scripts. The values they are given are what the person typed or what
//! the locale wrote; reading them back is the job of [`crate::Locale::parse_amount`] and
//! [`crate::Locale::parse_date`].

use maud::{Markup, html};

use crate::icons::{Icon, icon};
use crate::languages::Locale;

mod document;
mod lines;
pub use document::{Total, folded_fields, search, several, suggestions, ticks, totals};
pub use lines::{Heading, LINE_INDEX, Lines, line_name, lines};

/// One field of a form. `Field { name, label, value, ..Field::default() }` is enough for most.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// The name it is sent under; also its `id`, so it must be unique on the page.
    pub name: &'a str,
    /// Its words, in the reader's language.
    pub label: &'a str,
    /// What it holds now.
    pub value: &'a str,
    /// What is wrong with it: a finished sentence.
    pub error: Option<&'a str>,
    /// What helps to fill it: a finished sentence.
    pub hint: Option<&'a str>,
    /// Whether it may not stay empty.
    pub required: bool,
    /// Whether the label is for screen readers only: in tables of lines, where the column's heading
    /// says it.
    pub label_hidden: bool,
    /// Whether the page opens with the cursor in it.
    pub autofocus: bool,
    /// Of a [`select`], what choosing nothing means; filters say “All” there.
    pub none_label: Option<&'a str>,
    /// Of a [`select`], the name of what it offers, where that changes with other fields.
    pub offers: Option<&'a str>,
    /// Of a line of text or an email address that tells of whoever types, what browsers fill it
    /// with, by the words of HTML (“name”, “organization”, “email”); nothing is filled in
    /// otherwise.
    pub purpose: Option<&'a str>,
}

impl Field<'_> {
    /// The `id`s of error and hint, for `aria-describedby`; `None` when there is neither.
    fn described_by(&self) -> Option<String> {
        let mut parts = Vec::new();
        if self.error.is_some() {
            parts.push(format!("{}-error", self.name));
        }
        if self.hint.is_some() {
            parts.push(format!("{}-hint", self.name));
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// `true` for `aria-invalid` when there is an error.
    fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }
}

/// One choice of a [`select`] or [`radios`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// The heading it stands under; neighbours with the same heading share it. Empty: none.
    pub group: &'a str,
}

/// A form that is sent to `action`. With `files`, it can carry uploads.
pub fn form(action: &str, files: bool, content: Markup) -> Markup {
    html! {
        form .form method="post" action=(action) enctype=[files.then_some("multipart/form-data")] {
            (content)
        }
    }
}

/// A value the person does not see.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// One line of text.
pub fn text(field: &Field<'_>) -> Markup {
    input(field, "text", None, "")
}

/// An email address.
pub fn email(field: &Field<'_>) -> Markup {
    input(field, "email", None, "")
}

/// A password. What is kept never stands in it: a form that has one says so in the hint.
pub fn password(field: &Field<'_>) -> Markup {
    let control = html! {
        input type="password" id=(field.name) name=(field.name) value=""
            autocomplete="new-password" required[field.required] autofocus[field.autofocus]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    };
    labelled(field, control)
}

/// An amount or another number. It is a text field, because browsers drop Bengali and Hindi digits
/// from number fields without a word.
pub fn amount(field: &Field<'_>) -> Markup {
    input(field, "text", Some("decimal"), "amount-input")
}

/// A date in figures, in the locale's own form or as yyyy-MM-dd: a text field, so that any digits
/// can be typed.
pub fn date(field: &Field<'_>) -> Markup {
    input(field, "text", Some("numeric"), "date-input")
}

/// The label, the input, the hint and the error.
fn input(field: &Field<'_>, kind: &str, mode: Option<&str>, class: &str) -> Markup {
    let class = (!class.is_empty()).then_some(class);
    let direction = (kind == "text" && mode.is_none()).then_some("auto");
    let control = html! {
        input class=[class] type=(kind) id=(field.name) name=(field.name)
            value=(field.value) inputmode=[mode] dir=[direction]
            autocomplete=(field.purpose.unwrap_or("off"))
            required[field.required] autofocus[field.autofocus]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    };
    labelled(field, control)
}

/// Several lines of text.
pub fn multi_line(field: &Field<'_>, rows: u32) -> Markup {
    let control = html! {
        textarea id=(field.name) name=(field.name) rows=(rows) dir="auto"
            required[field.required] autofocus[field.autofocus]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] {
            // A browser drops one line break at the beginning of a text area, so one is given to be
            // dropped.
            "\n" (field.value)
        }
    };
    labelled(field, control)
}

/// One of several choices. An empty choice stands first unless the field is required and already
/// has a value.
pub fn select(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    let control = html! {
        select id=(field.name) name=(field.name) required[field.required] autofocus[field.autofocus]
            data-offers=[field.offers]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] {
            @if !field.required || field.value.is_empty() {
                option value="" selected[field.value.is_empty()] {
                    (field.none_label.unwrap_or_default())
                }
            }
            @for group in choices.chunk_by(|a, b| a.group == b.group) {
                @let heading = group.first().map(|choice| choice.group);
                @if let Some(heading) = heading.filter(|heading| !heading.is_empty()) {
                    optgroup label=(heading) { (options(field, group)) }
                } @else {
                    (options(field, group))
                }
            }
        }
    };
    labelled(field, control)
}

/// The options of one group.
fn options(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    html! {
        @for choice in choices {
            @if !choice.value.is_empty() {
                option value=(choice.value) selected[choice.value == field.value] { (choice.label) }
            }
        }
    }
}

/// One of a few choices, all in sight.
pub fn radios(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    html! {
        fieldset .field .radios aria-describedby=[field.described_by()] {
            legend { (field.label) }
            @for choice in choices {
                label .check {
                    input type="radio" name=(field.name) value=(choice.value)
                        checked[choice.value == field.value] required[field.required];
                    span { (choice.label) }
                }
            }
            (below(field))
        }
    }
}

/// A box to tick; it sends `on` when ticked. `value` of the field is not used.
pub fn checkbox(field: &Field<'_>, checked: bool) -> Markup {
    html! {
        div .field .checkbox .invalid[field.error.is_some()] {
            label .check for=(field.name) {
                input type="checkbox" id=(field.name) name=(field.name) value="on" checked[checked]
                    aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
                span { (field.label) }
            }
            (below(field))
        }
    }
}

/// Files to send. `accept` is a list such as `.manager,.zip`, or empty for any. Scripts let people
/// drop files on it.
pub fn file(field: &Field<'_>, accept: &str, multiple: bool) -> Markup {
    let control = html! {
        div .drop-zone data-drop-zone {
            (icon(Icon::Upload))
            input type="file" id=(field.name) name=(field.name)
                accept=[(!accept.is_empty()).then_some(accept)]
                multiple[multiple] required[field.required]
                aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
        }
    };
    labelled(field, control)
}

/// A control with its label above, and hint and error below.
pub fn labelled(field: &Field<'_>, control: Markup) -> Markup {
    html! {
        div .field .invalid[field.error.is_some()] {
            label .visually-hidden[field.label_hidden] for=(field.name) { (field.label) }
            (control)
            (below(field))
        }
    }
}

/// Hint and error, each with the `id` the control names.
fn below(field: &Field<'_>) -> Markup {
    html! {
        @if let Some(error) = field.error {
            p .field-error id={ (field.name) "-error" } { (error) }
        }
        @if let Some(hint) = field.hint {
            p .field-hint id={ (field.name) "-hint" } { (hint) }
        }
    }
}

/// The button that sends a form, and the way back beside it.
pub fn submit(locale: Locale, label: &str, back: Option<&str>) -> Markup {
    html! {
        div .form-buttons {
            button .button .primary type="submit" { (label) }
            @if let Some(back) = back { a .button href=(back) { (locale.text("button-cancel")) } }
        }
    }
}

/// What is wrong with a form as a whole, above it; a finished sentence.
pub fn form_error(message: &str) -> Markup {
    html! {
        div .notice .error role="alert" { (icon(Icon::Error)) p { (message) } }
    }
}

/// A button that acts at once: a form of its own with nothing but the button. For acts that can be
/// undone.
pub fn button_form(action: &str, label: &str, hidden_values: &[(&str, &str)]) -> Markup {
    html! {
        form .inline method="post" action=(action) {
            @for (name, value) in hidden_values { (hidden(name, value)) }
            button .button type="submit" { (label) }
        }
    }
}

/// A question before something is deleted: it opens in place, works without scripts, and deletes
/// only at the second press. `question` is a finished sentence that names what will be deleted.
pub fn delete_confirmation(locale: Locale, action: &str, question: &str) -> Markup {
    confirmation(locale, action, &locale.text("button-delete"), question)
}

/// A question before something that matters: the first press opens it, the second does it.
pub fn confirmation(locale: Locale, action: &str, label: &str, question: &str) -> Markup {
    html! {
        details .confirmation {
            summary .button .danger-quiet { (label) }
            form .confirmation-box method="post" action=(action) {
                p { (question) }
                div .form-buttons {
                    button .button .danger type="submit" { (label) }
                    button .button type="button" data-close-details hidden {
                        (locale.text("button-cancel"))
                    }
                }
            }
        }
    }
}
