//! A form on a page: what was typed or is stored, what is wrong beside it, and the way back.

use super::choices::{Choices, Offered, Source};
use super::form::{Control, Form, FormField, FormLines, Place};
use super::typed::{AS_IT_IS, Errors, FROM, Typed, shown, shown_place, value_of};
use super::words;
use interchange::{DecodedField, DecodedRecord, FieldSpec, FieldValue, Shape};
use maud::{Markup, html};
use pages::forms::{self, Choice, Field, LINE_INDEX, Lines, line_name};
use rust_decimal::Decimal;
use store::StoreError;

/// How many empty lines a form brings along.
pub(super) const BLANK_LINES: usize = 3;
/// The name under which a form says from which bytes it was made.
pub(super) const BASE: &str = "base";

/// A form about to be shown.
pub(super) struct FormPage<'a> {
    /// What is offered.
    pub choices: &'a Choices<'a, 'a>,
    /// The form.
    pub form: &'static Form,
    /// What its fields hold.
    pub typed: &'a Typed,
    /// What is wrong with them.
    pub errors: &'a Errors,
    /// What is wrong with the form as a whole: a finished sentence.
    pub form_error: Option<&'a str>,
    /// The record as it is stored, when there is one.
    pub stored: Option<&'a DecodedRecord>,
    /// Where the form is sent.
    pub action: &'a str,
    /// Where Cancel leads.
    pub back: &'a str,
    /// The digest of the bytes it was made from.
    pub base: &'a str,
}

/// What a form holds for a stored record.
pub(super) fn filled(
    choices: &Choices<'_, '_>,
    form: &'static Form,
    record: &DecodedRecord,
) -> Typed {
    let mut typed = Typed::default();
    for field in form.fields {
        if let Some(spec) = form.field(field) {
            typed.set(spec.name, held(choices, field, spec, &record.fields));
        }
    }
    let Some(lines) = form.lines else {
        return typed;
    };
    for (index, line) in record.all(lines.number).enumerate() {
        let index = index.to_string();
        typed.set(&line_name(&index, FROM), index.clone());
        for field in lines.fields {
            if let Some(spec) = form.line_field(lines, field) {
                let parts = line.value.part().unwrap_or_default();
                typed.set(
                    &line_name(&index, spec.name),
                    held(choices, field, spec, parts),
                );
            }
        }
    }
    typed
}

fn held(
    choices: &Choices<'_, '_>,
    field: &FormField,
    spec: &'static FieldSpec,
    fields: &[DecodedField],
) -> String {
    match field.control {
        Control::Place(place) => shown_place(place, fields),
        _ => shown(choices.names.locale, spec, value_of(fields, field.number)),
    }
}

impl FormPage<'_> {
    /// The form, with everything in it.
    pub(super) fn markup(&self) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let stored = self.stored.map_or(&[][..], |record| &record.fields);
        let mut fields = Vec::with_capacity(self.form.fields.len());
        for (at, field) in self.form.fields.iter().enumerate() {
            if let Some(spec) = self.form.field(field) {
                fields.push(self.field(field, spec, spec.name, stored, at == 0, false)?);
            }
        }
        let lines = match self.form.lines {
            Some(lines) => Some(self.lines(lines)?),
            None => None,
        };
        let content = html! {
            (forms::hidden(BASE, self.base))
            @for field in &fields { (field) }
            @if let Some(lines) = &lines {
                // Enter in a field presses the first button of a form: it must be this one and not
                // the one that asks for more lines.
                button .visually-hidden type="submit" tabindex="-1" aria-hidden="true" {
                    (locale.text("button-save"))
                }
                (lines)
            }
            @if self.stored.is_some() {
                p .muted { (locale.text("record-edit-keeps-rest")) }
            }
            (forms::submit(locale, &locale.text("button-save"), Some(self.back)))
        };
        Ok(html! {
            @if let Some(sentence) = self.form_error { (forms::form_error(sentence)) }
            @else if !self.errors.is_empty() {
                (forms::form_error(&locale.text("form-has-errors")))
            }
            (forms::form(self.action, false, content))
        })
    }

    fn lines(&self, lines: &'static FormLines) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let columns: Vec<(&FormField, &'static FieldSpec)> = lines
            .fields
            .iter()
            .filter_map(|field| Some((field, self.form.line_field(lines, field)?)))
            .collect();
        let headings: Vec<(String, bool)> = columns
            .iter()
            .map(|(field, spec)| (words::field_label(locale, spec), field.is_number(spec)))
            .collect();
        let headings: Vec<(&str, bool)> = headings
            .iter()
            .map(|(label, amounts)| (label.as_str(), *amounts))
            .collect();
        let sent = self.typed.line_indices();
        let next = sent.last().map_or(0, |last| last.saturating_add(1));
        let blank = next..next.saturating_add(BLANK_LINES);
        let mut rows = Vec::new();
        for index in sent.iter().copied().chain(blank) {
            rows.push(self.line(
                lines,
                &columns,
                &index.to_string(),
                self.line_stored(lines, index),
            )?);
        }
        let template = self.line(lines, &columns, LINE_INDEX, &[])?;
        let totals = self.totals(lines, &columns, &sent)?;
        Ok(forms::lines(
            locale,
            &Lines {
                headings: &headings,
                rows: &rows,
                template: &template,
                totals: Some(&totals),
                error: None,
            },
        ))
    }

    /// The stored fields of the line that a line of the form came from.
    fn line_stored(&self, lines: &'static FormLines, index: usize) -> &[DecodedField] {
        self.typed
            .line_from(index)
            .and_then(|from| self.stored?.all(lines.number).nth(from)?.value.part())
            .unwrap_or_default()
    }

    fn line(
        &self,
        _lines: &'static FormLines,
        columns: &[(&FormField, &'static FieldSpec)],
        index: &str,
        stored: &[DecodedField],
    ) -> Result<Markup, StoreError> {
        let from_name = line_name(index, FROM);
        let from = self.typed.get(&from_name);
        let mut cells = Vec::with_capacity(columns.len());
        for (at, (field, spec)) in columns.iter().enumerate() {
            let name = line_name(index, spec.name);
            // Only what is stored or typed must be complete: empty lines are not kept.
            let field = FormField {
                needed: None,
                ..**field
            };
            let control = self.field(&field, spec, &name, stored, false, true)?;
            cells.push(html! {
                td .end[field.is_number(spec)] {
                    @if at == 0 && !from.is_empty() { (forms::hidden(&from_name, from)) }
                    (control)
                }
            });
        }
        Ok(html! { @for cell in &cells { (cell) } })
    }

    /// The sums of the columns that have one, of what can be read so far.
    fn totals(
        &self,
        lines: &'static FormLines,
        columns: &[(&FormField, &'static FieldSpec)],
        indices: &[usize],
    ) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let decimals = self.choices.names.decimals()?;
        let mut cells = Vec::with_capacity(columns.len());
        for (at, (field, spec)) in columns.iter().enumerate() {
            if !lines.summed.contains(&field.number) {
                cells.push(html! {
                    td { @if at == 0 { (locale.text("form-totals")) } }
                });
                continue;
            }
            let sum = indices
                .iter()
                .filter_map(|index| {
                    let typed = self.typed.get(&line_name(&index.to_string(), spec.name));
                    locale.parse_amount(typed).ok()
                })
                .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount));
            cells.push(html! { td .end data-total=(spec.name) { (locale.amount(sum, decimals)) } });
        }
        Ok(html! { @for cell in &cells { (cell) } })
    }

    fn field(
        &self,
        field: &FormField,
        spec: &'static FieldSpec,
        name: &str,
        stored: &[DecodedField],
        autofocus: bool,
        label_hidden: bool,
    ) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let label = words::field_label(locale, spec);
        let shown = Field {
            name,
            label: &label,
            value: self.typed.get(name),
            error: self.errors.get(name).map(String::as_str),
            hint: None,
            required: field.needed.is_some(),
            label_hidden,
            autofocus,
            none_label: None,
        };
        match field.control {
            Control::Record(source) => self.record_select(&shown, source),
            Control::Place(place) => self.place_select(&shown, place, stored),
            Control::Email => Ok(forms::email(&shown)),
            Control::ByShape => Ok(self.by_shape(&shown, spec)),
        }
    }

    fn by_shape(&self, shown: &Field<'_>, spec: &'static FieldSpec) -> Markup {
        let locale = self.choices.names.locale;
        match spec.shape {
            Shape::Flag => forms::checkbox(shown, !shown.value.is_empty()),
            Shape::Date => forms::date(shown),
            Shape::Decimal | Shape::Integer => forms::amount(shown),
            Shape::Choice(choices) => {
                let options: Vec<(String, String)> = choices
                    .iter()
                    .map(|(value, name)| (value.to_string(), words::choice_label(locale, name)))
                    .collect();
                let options: Vec<Choice<'_>> = options
                    .iter()
                    .map(|(value, label)| Choice {
                        value,
                        label,
                        group: "",
                    })
                    .collect();
                // Nothing chosen is the first choice, which is not written either.
                let value = if shown.value.is_empty() {
                    "0"
                } else {
                    shown.value
                };
                forms::select(
                    &Field {
                        value,
                        required: true,
                        ..*shown
                    },
                    &options,
                )
            }
            // A text of several lines would lose its line breaks in a field of one.
            Shape::LongText if !shown.label_hidden => forms::multi_line(shown, 3),
            _ if shown.value.contains('\n') => forms::multi_line(shown, 2),
            _ => forms::text(shown),
        }
    }

    fn record_select(&self, shown: &Field<'_>, source: Source) -> Result<Markup, StoreError> {
        let offered = self.choices.of(source)?;
        let mut options: Vec<(String, String, String)> = offered
            .iter()
            .map(|one| (one, one.key.to_string()))
            .filter(|(one, value)| is_offered(one, value, shown.value))
            .map(|(one, value)| (value, one.label.clone(), one.group.clone()))
            .collect();
        let headings = options
            .iter()
            .any(|(_, _, group)| Some(group) != options.first().map(|o| &o.2));
        if !headings {
            options.iter_mut().for_each(|option| option.2.clear());
        }
        if let Ok(key) = shown.value.parse()
            && !options.iter().any(|(value, _, _)| value == shown.value)
        {
            options.push((
                shown.value.to_owned(),
                self.choices.names.text(key)?,
                String::new(),
            ));
        }
        Ok(select(shown, &options))
    }

    fn place_select(
        &self,
        shown: &Field<'_>,
        place: &'static Place,
        stored: &[DecodedField],
    ) -> Result<Markup, StoreError> {
        let mut options: Vec<(String, String, String)> = Vec::new();
        if shown.value == AS_IT_IS {
            options.push((
                AS_IT_IS.to_owned(),
                self.stored_place(place, stored)?,
                String::new(),
            ));
        }
        for route in place.routes {
            for one in self.choices.of(route.source)?.iter() {
                let value = format!("{}:{}", route.token, one.key);
                if is_offered(one, &value, shown.value) {
                    options.push((value, one.label.clone(), one.group.clone()));
                }
            }
        }
        let is_there = options.iter().any(|(value, _, _)| value == shown.value);
        let key = shown
            .value
            .split_once(':')
            .and_then(|(_, key)| key.parse().ok());
        if let (false, Some(key)) = (is_there, key) {
            options.push((
                shown.value.to_owned(),
                self.choices.names.text(key)?,
                String::new(),
            ));
        }
        Ok(select(shown, &options))
    }

    /// What a stored place is called that the form cannot describe.
    fn stored_place(
        &self,
        place: &'static Place,
        stored: &[DecodedField],
    ) -> Result<String, StoreError> {
        let mut parts = Vec::new();
        for number in place.managed().iter().chain(place.dependent) {
            if let Some(FieldValue::Reference(key)) = value_of(stored, *number) {
                parts.push(self.choices.names.text(*key)?);
            }
        }
        Ok(if parts.is_empty() {
            self.choices.names.locale.text("form-place-as-it-is")
        } else {
            parts.join(" · ")
        })
    }
}

/// Inactive records are offered only where they are chosen already.
fn is_offered(one: &Offered, value: &str, chosen: &str) -> bool {
    !one.inactive || value == chosen
}

fn select(shown: &Field<'_>, options: &[(String, String, String)]) -> Markup {
    let choices: Vec<Choice<'_>> = options
        .iter()
        .map(|(value, label, group)| Choice {
            value,
            label,
            group,
        })
        .collect();
    forms::select(shown, &choices)
}
