//! A form on a page: what was typed or is stored, what is wrong beside it, and the way back.
//!
//! Fields stand above the lines, what the document comes to and the options below. A field that
//! has nothing to choose from and nothing in it is left out: a business without divisions is not
//! asked for one.

mod controls;
mod lines;
mod stored;

pub(super) use stored::filled;

use super::calculation::Calculation;
use super::choices::Choices;
use super::custom_fields::Customs;
use super::fill_in::FILLED;
use super::form::{Control, Form, FormField};
use super::origin::COPIED_FROM;
use super::typed::{Errors, Typed, value_of};
use interchange::{DecodedField, DecodedRecord, FieldSpec};
use maud::{Markup, html};
use pages::Argument;
use pages::forms::{self, Total};
use std::cell::RefCell;
use std::collections::BTreeMap;
use store::StoreError;

/// How many empty lines a form brings along.
pub(super) const BLANK_LINES: usize = 3;
/// The name under which a form says from which bytes it was made.
pub(super) const BASE: &str = "base";
/// The button that asks for what the form comes to instead of saving.
pub(super) const CALCULATE: &str = "calculate";
/// The button that saves and goes on with another new record.
pub(super) const ANOTHER: &str = "another";
/// The name under which a reference comes that another record has too, and that is meant.
pub(super) const KEPT_REFERENCE: &str = "kept-reference";

/// A form about to be shown.
pub(super) struct FormPage<'a> {
    /// What is offered.
    pub choices: &'a Choices<'a, 'a>,
    /// The form.
    pub form: &'static Form,
    /// What its fields hold.
    pub typed: &'a Typed,
    /// The custom fields of the kind and of its lines.
    pub customs: &'a Customs,
    /// What it comes to.
    pub calculation: &'a Calculation,
    /// What is wrong with them.
    pub errors: &'a Errors,
    /// What is wrong with the form as a whole: a finished sentence.
    pub form_error: Option<&'a str>,
    /// The record as it is stored, or what a new one begins with.
    pub stored: &'a DecodedRecord,
    /// Whether the record does not exist yet.
    pub is_new: bool,
    /// Whether it is the form default of a kind, in which nothing is needed.
    pub is_default: bool,
    /// The reference that a new record gets when none is typed.
    pub next_reference: Option<&'a str>,
    /// The reference that was questioned, to be kept when it is sent again.
    pub kept_reference: Option<&'a str>,
    /// Where the form is sent.
    pub action: &'a str,
    /// Where it asks what it comes to.
    pub calculation_address: &'a str,
    /// Where Cancel leads.
    pub back: &'a str,
    /// The digest of the bytes it was made from.
    pub base: &'a str,
    /// The lists of suggestions that the fields need.
    pub lists: RefCell<BTreeMap<String, Markup>>,
}

impl FormPage<'_> {
    /// The form, with everything in it.
    pub(super) fn markup(&self) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let (mut fields, mut options) = (Vec::new(), Vec::new());
        let mut is_option_filled = false;
        for (at, field) in self.form.fields.iter().enumerate() {
            let Some(spec) = self.form.field(field) else {
                continue;
            };
            if self.is_needless(field, spec)? {
                continue;
            }
            let shown = self.field(field, spec, spec.name, &self.stored.fields, at == 0, false)?;
            let shown = conditional(field, shown);
            if field.is_option {
                is_option_filled |= self.is_filled(field, spec);
                options.push(shown);
            } else {
                fields.push(shown);
            }
        }
        let lines = self.form.lines.map(|lines| self.lines(lines)).transpose()?;
        let customs = self.customs.head.iter();
        let customs: Vec<Markup> = customs
            .map(|it| self.custom(it, &it.input_name(), false))
            .collect();
        let content = html! {
            (self.hidden_values())
            // Enter in a field presses the first button of a form: it must be this one and not
            // the one that asks for more lines.
            button .visually-hidden type="submit" tabindex="-1" aria-hidden="true" {
                (locale.text("button-save"))
            }
            div .fields { @for field in &fields { (field) } }
            @if let Some(lines) = &lines {
                (lines)
                (self.totals())
            }
            @if !customs.is_empty() {
                fieldset .custom-fields {
                    legend { (locale.text("record-custom-fields")) }
                    div .fields { @for field in &customs { (field) } }
                }
            }
            @if !options.is_empty() {
                (forms::folded_fields(&locale.text("form-options"), is_option_filled, &options))
            }
            @if !self.is_new { p .muted { (locale.text("record-edit-keeps-rest")) } }
            (self.buttons(lines.is_some()))
            @for list in self.lists.borrow().values() { (list) }
        };
        Ok(html! {
            @if let Some(sentence) = self.form_error { (forms::form_error(sentence)) }
            @else if !self.errors.is_empty() {
                (forms::form_error(&locale.text("form-has-errors")))
            }
            div .document-form data-calculation=(self.calculation_address) {
                (forms::form(self.action, false, content))
            }
        })
    }

    fn hidden_values(&self) -> Markup {
        let copied_from = self.typed.get(COPIED_FROM);
        html! {
            (forms::hidden(BASE, self.base))
            (forms::hidden(FILLED, self.typed.get(FILLED)))
            @if !copied_from.is_empty() { (forms::hidden(COPIED_FROM, copied_from)) }
            @if let Some(reference) = self.kept_reference {
                (forms::hidden(KEPT_REFERENCE, reference))
            }
        }
    }

    /// What the document comes to; empty until there is something.
    fn totals(&self) -> Markup {
        let rows: Vec<Total<'_>> = self
            .calculation
            .rows
            .iter()
            .map(|row| Total {
                label: &row.label,
                amount: &row.amount,
                is_total: row.is_total,
            })
            .collect();
        forms::totals(&rows)
    }

    fn buttons(&self, has_lines: bool) -> Markup {
        let locale = self.choices.names.locale;
        html! {
            div .form-buttons {
                button .button .primary type="submit" data-save { (locale.text("button-save")) }
                @if self.is_new {
                    button .button type="submit" name=(ANOTHER) value="1" data-save-another {
                        (locale.text("form-save-and-new"))
                    }
                }
                @if has_lines {
                    button .button type="submit" name=(CALCULATE) value="1" formnovalidate
                        data-calculate { (locale.text("form-calculate")) }
                }
                a .button href=(self.back) { (locale.text("button-cancel")) }
                @if has_lines {
                    p .muted .form-keys data-with-scripts hidden {
                        (locale.text("form-keys"))
                        @if self.is_new { " " (locale.text("form-keys-another")) }
                    }
                }
            }
        }
    }

    /// Whether a field has something in it, typed or stored.
    fn is_filled(&self, field: &FormField, spec: &'static FieldSpec) -> bool {
        let typed = self.typed.get(spec.name);
        let is_stored = value_of(&self.stored.fields, field.number).is_some();
        is_stored || !(typed.is_empty() || typed == "0") || self.errors.contains_key(spec.name)
    }

    /// Whether a field can be left out: it holds nothing, and there is nothing to fill it with.
    fn is_needless(&self, field: &FormField, spec: &'static FieldSpec) -> Result<bool, StoreError> {
        if self.is_filled(field, spec) {
            return Ok(false);
        }
        self.has_nothing_to_offer(field, spec)
    }

    /// Whether there is nothing to choose from, or no foreign currency that it speaks of.
    fn has_nothing_to_offer(
        &self,
        field: &FormField,
        spec: &'static FieldSpec,
    ) -> Result<bool, StoreError> {
        match field.control {
            Control::Record(source) if source.is_hidden_when_empty() => {
                self.choices.has_none(source)
            }
            Control::Records(source) => self.choices.has_none(source),
            Control::ByShape if IN_FOREIGN_CURRENCY.contains(&spec.name) => {
                self.choices.has_none(super::choices::Source::Currencies)
            }
            _ => Ok(false),
        }
    }

    /// What helps to fill a field.
    fn hint(&self, field: &FormField) -> Option<String> {
        let locale = self.choices.names.locale;
        match (field.control, self.next_reference) {
            (Control::Reference, Some(next)) => {
                let next = [("reference", Argument::Text(next))];
                Some(locale.text_with("form-next-reference", &next))
            }
            _ if field.hint.is_empty() => None,
            _ => Some(locale.text(field.hint)),
        }
    }

    /// A list of suggestions, printed once at the end of the form.
    fn needs_list(&self, id: &str, list: impl FnOnce() -> Markup) {
        self.lists
            .borrow_mut()
            .entry(id.to_owned())
            .or_insert_with(list);
    }

    /// The stored fields of the line that a line of the form came from.
    fn line_stored(&self, number: u32, index: usize) -> &[DecodedField] {
        self.typed
            .line_from(index)
            .and_then(|from| self.stored.all(number).nth(from)?.value.part())
            .unwrap_or_default()
    }
}

/// Fields that mean something in a business with foreign currencies only.
const IN_FOREIGN_CURRENCY: [&str; 3] = ["ExchangeRate", "ExchangeRateIsInverse", "CurrencyAmount"];

/// A field with the condition under which the style sheet shows it.
fn conditional(field: &FormField, shown: Markup) -> Markup {
    if field.with.is_empty() {
        shown
    } else {
        html! { div .conditional data-with=(field.with) { (shown) } }
    }
}
