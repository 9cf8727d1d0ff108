//! The control of a single field: an input, a list, a box, or a name that is typed.

use super::FormPage;
use crate::records::choices::{Offered, Source, is_long};
use crate::records::custom_fields::{CustomField, CustomKind};
use crate::records::form::{Control, FormField, Place};
use crate::records::typed::{AS_IT_IS, nothing_chosen, value_of};
use crate::records::words;
use books::Key;
use interchange::{DecodedField, FieldSpec, FieldValue, Shape};
use maud::Markup;
use pages::forms::{self, Choice, Field};
use store::StoreError;

impl FormPage<'_> {
    pub(super) fn field(
        &self,
        field: &FormField,
        spec: &'static FieldSpec,
        name: &str,
        stored: &[DecodedField],
        autofocus: bool,
        label_hidden: bool,
    ) -> Result<Markup, StoreError> {
        let label = self.label(field, spec);
        let hint = self.hint(field).filter(|_| !label_hidden);
        let shown = Field {
            name,
            label: &label,
            value: self.typed.get(name),
            error: self.errors.get(name).map(String::as_str),
            hint: hint.as_deref(),
            required: field.needed.is_some() && !label_hidden && !self.is_default,
            label_hidden,
            autofocus,
            none_label: None,
            offers: None,
            purpose: None,
        };
        match field.control {
            Control::Record(source) => {
                let stored = value_of(stored, field.number).and_then(FieldValue::reference);
                self.record(&shown, source, stored)
            }
            Control::Records(source) => self.records(&shown, source),
            Control::Place(place) => self.place(&shown, place, stored),
            Control::Email => Ok(forms::email(&shown)),
            Control::Reference => Ok(forms::text(&shown)),
            Control::ByShape => Ok(self.by_shape(&shown, spec)),
        }
    }

    /// The words of a field.
    pub(super) fn label(&self, field: &FormField, spec: &'static FieldSpec) -> String {
        let locale = self.choices.names.locale;
        match field.control {
            Control::Place(place) if !place.label.is_empty() => locale.text(place.label),
            _ => words::field_label(locale, spec),
        }
    }

    fn by_shape(&self, shown: &Field<'_>, spec: &'static FieldSpec) -> Markup {
        match spec.shape {
            Shape::Choice(choices) => self.choice(shown, spec, choices),
            // A text of several lines would lose its line breaks in a field of one.
            Shape::LongText | Shape::Html if !shown.label_hidden => forms::multi_line(shown, 2),
            _ if shown.value.contains('\n') => forms::multi_line(shown, 2),
            shape => of_shape(shown, shape),
        }
    }

    fn choice(
        &self,
        shown: &Field<'_>,
        spec: &'static FieldSpec,
        choices: &[(i64, &str)],
    ) -> Markup {
        let locale = self.choices.names.locale;
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
        // Nothing chosen is the choice of zero where there is one, which is not written either.
        let nothing = nothing_chosen(spec);
        let value = if shown.value.is_empty() {
            nothing
        } else {
            shown.value
        };
        let field = Field {
            value,
            required: !nothing.is_empty(),
            ..*shown
        };
        forms::select(&field, &options)
    }

    fn record(
        &self,
        shown: &Field<'_>,
        source: Source,
        stored: Option<Key>,
    ) -> Result<Markup, StoreError> {
        let offers = self.choices.of(source)?;
        let label = self.choices.label_as_sent(source, shown.value, stored)?;
        Ok(self.chosen(shown, &offers, &format!("choices-{source:?}"), &label))
    }

    fn place(
        &self,
        shown: &Field<'_>,
        place: &'static Place,
        stored: &[DecodedField],
    ) -> Result<Markup, StoreError> {
        let offers = self.choices.of_place(place)?;
        let label = self.choices.place_label(place, shown.value, stored)?;
        let shown = Field {
            offers: Some(place.name),
            ..*shown
        };
        Ok(self.chosen(&shown, &offers, place.name, &label))
    }

    /// A list of what is offered, or a field to type a name into where that would be too long.
    fn chosen(&self, shown: &Field<'_>, offers: &[Offered], list: &str, label: &str) -> Markup {
        let is_offered = |one: &&Offered| !one.inactive || one.value == shown.value;
        if is_long(offers) {
            let id = format!("list-{list}");
            self.needs_list(&id, || {
                let offered: Vec<Choice<'_>> = offers
                    .iter()
                    .filter(|one| !one.inactive)
                    .map(as_choice)
                    .collect();
                forms::suggestions(&id, &offered)
            });
            let value = if shown.value.is_empty() { "" } else { label };
            return forms::search(&Field { value, ..*shown }, &id);
        }
        let mut options: Vec<Choice<'_>> =
            offers.iter().filter(is_offered).map(as_choice).collect();
        let has_groups = options
            .iter()
            .any(|option| Some(option.group) != options.first().map(|first| first.group));
        if !has_groups {
            options.iter_mut().for_each(|option| option.group = "");
        }
        let is_there = options.iter().any(|option| option.value == shown.value);
        let is_known = shown.value == AS_IT_IS || label != shown.value;
        if !is_there && !shown.value.is_empty() && is_known {
            options.insert(
                0,
                Choice {
                    value: shown.value,
                    label,
                    group: "",
                },
            );
        }
        forms::select(shown, &options)
    }

    fn records(&self, shown: &Field<'_>, source: Source) -> Result<Markup, StoreError> {
        let offers = self.choices.of(source)?;
        let names = self.typed.names_behind(&format!("{}[", shown.name));
        let ticked = |one: &Offered| names.contains(&format!("{}]", one.key));
        let choices: Vec<(Choice<'_>, bool)> = offers
            .iter()
            .filter(|one| !one.inactive || ticked(one))
            .map(|one| (as_choice(one), ticked(one)))
            .collect();
        Ok(forms::ticks(shown, &choices))
    }

    /// A custom field under the name that it is sent under.
    pub(super) fn custom(&self, field: &CustomField, name: &str, label_hidden: bool) -> Markup {
        let shown = Field {
            name,
            label: &field.name,
            value: self.typed.get(name),
            error: self.errors.get(name).map(String::as_str),
            label_hidden,
            ..Field::default()
        };
        match &field.kind {
            CustomKind::Paragraph if !label_hidden => forms::multi_line(&shown, 2),
            CustomKind::Options(options) => {
                let mut choices: Vec<Choice<'_>> =
                    options.iter().map(|option| plain_choice(option)).collect();
                // A text that is not among the choices any more stays.
                if !options.iter().any(|option| option == shown.value) {
                    choices.push(plain_choice(shown.value));
                }
                forms::select(&shown, &choices)
            }
            CustomKind::Several(options) => {
                let chosen: Vec<&str> = shown.value.lines().map(str::trim).collect();
                let mut choices: Vec<&str> = options.iter().map(String::as_str).collect();
                let gone = chosen
                    .iter()
                    .filter(|it| !options.iter().any(|one| one == *it));
                choices.extend(gone.filter(|it| !it.is_empty()));
                let choices: Vec<(&str, bool)> = choices
                    .into_iter()
                    .map(|choice| (choice, chosen.contains(&choice)))
                    .collect();
                forms::several(&shown, &choices)
            }
            _ if shown.value.contains('\n') => forms::multi_line(&shown, 2),
            _ => of_shape(&shown, field.shape()),
        }
    }
}

/// The input for a value of this shape.
fn of_shape(shown: &Field<'_>, shape: Shape) -> Markup {
    match shape {
        Shape::Flag => forms::checkbox(shown, !shown.value.is_empty()),
        Shape::Date => forms::date(shown),
        Shape::Decimal | Shape::Integer => forms::amount(shown),
        _ => forms::text(shown),
    }
}

fn as_choice(one: &Offered) -> Choice<'_> {
    Choice {
        value: &one.value,
        label: &one.label,
        group: &one.group,
    }
}

fn plain_choice(text: &str) -> Choice<'_> {
    Choice {
        value: text,
        label: text,
        group: "",
    }
}
