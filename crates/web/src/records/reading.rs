//! Reads what was typed against the record as it is stored, and gives the edits that follow.
//!
//! A field that holds what it held when the form was shown gives no edit, so its bytes stay as they
//! are. Whatever else was typed is read in the reader's language; what cannot be read is refused
//! beside its field.

use super::choices::Choices;
use super::form::{Control, Form, FormField, FormLines, Place};
use super::limits::{BrokenRule, broken_by_amount, broken_by_text};
use super::typed::{AS_IT_IS, Errors, Typed, shown, shown_place, value_of};
use super::value::day;
use books::Key;
use interchange::{
    DecodedField, DecodedRecord, Edit, FieldSpec, FieldValue, LineEdit, Shape, find_field,
};
use pages::Locale;
use pages::forms::line_name;
use std::collections::{BTreeSet, HashMap};
use store::StoreError;

/// Reads what was typed against the record as it is stored.
pub(super) struct Reading<'a> {
    /// What is offered, and the names behind it.
    pub choices: &'a Choices<'a, 'a>,
    /// The form.
    pub form: &'static Form,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong so far.
    pub errors: Errors,
}

impl Reading<'_> {
    /// The edits for the whole record.
    ///
    /// # Errors
    /// When the store cannot be read; what was typed wrongly goes into [`Reading::errors`].
    pub(super) fn edits(&mut self, original: &DecodedRecord) -> Result<Vec<Edit>, StoreError> {
        let form = self.form;
        let mut edits = Vec::new();
        for field in form.fields {
            if let Some(spec) = form.field(field) {
                self.field(field, spec, spec.name, &original.fields, &mut edits)?;
            }
        }
        if let Some(lines) = form.lines {
            edits.push(Edit::Lines(lines.number, self.lines(lines, original)?));
        }
        Ok(edits)
    }

    fn lines(
        &mut self,
        lines: &'static FormLines,
        original: &DecodedRecord,
    ) -> Result<Vec<LineEdit>, StoreError> {
        let stored: Vec<&DecodedField> = original.all(lines.number).collect();
        let mut out = Vec::new();
        let mut taken = BTreeSet::new();
        for index in self.typed.line_indices() {
            // A line may be claimed once only.
            let from = self
                .typed
                .line_from(index)
                .filter(|from| *from < stored.len() && taken.insert(*from));
            let current = from
                .and_then(|from| stored.get(from)?.value.part())
                .unwrap_or_default();
            let is_blank = self.is_blank(lines, index);
            let was_blank = Self::was_blank(lines, current);
            if is_blank && (from.is_none() || !was_blank) {
                continue;
            }
            let edits = self.line(lines, index, current, is_blank)?;
            out.push(LineEdit { from, edits });
        }
        Ok(out)
    }

    fn line(
        &mut self,
        lines: &'static FormLines,
        index: usize,
        current: &[DecodedField],
        is_blank: bool,
    ) -> Result<Vec<Edit>, StoreError> {
        let form = self.form;
        let mut edits = Vec::new();
        for field in lines.fields {
            let Some(spec) = form.line_field(lines, field) else {
                continue;
            };
            let name = line_name(&index.to_string(), spec.name);
            let field = FormField {
                // A line that was stored blank may stay blank.
                needed: field.needed.filter(|_| !is_blank),
                ..*field
            };
            self.field(&field, spec, &name, current, &mut edits)?;
        }
        Ok(edits)
    }

    /// Whether nothing was typed into any field of a line.
    fn is_blank(&self, lines: &'static FormLines, index: usize) -> bool {
        lines.fields.iter().all(|field| {
            self.form.line_field(lines, field).is_none_or(|spec| {
                let name = line_name(&index.to_string(), spec.name);
                self.typed.get(&name).trim().is_empty()
            })
        })
    }

    /// Whether a stored line has none of the fields that the form shows.
    fn was_blank(lines: &'static FormLines, current: &[DecodedField]) -> bool {
        lines.fields.iter().all(|field| match field.control {
            Control::Place(place) => place
                .managed()
                .iter()
                .all(|number| find_field(current, *number).is_none()),
            _ => find_field(current, field.number).is_none(),
        })
    }

    /// One field: nothing when it is as it was, an edit when it is not, an error when it cannot be
    /// read.
    fn field(
        &mut self,
        field: &FormField,
        spec: &'static FieldSpec,
        name: &str,
        current: &[DecodedField],
        edits: &mut Vec<Edit>,
    ) -> Result<(), StoreError> {
        let locale = self.choices.names.locale;
        let typed = self.typed.get(name);
        if let Some(code) = field.needed
            && typed.trim().is_empty()
        {
            self.errors.insert(name.to_owned(), locale.error(code, &[]));
            return Ok(());
        }
        let read = match field.control {
            Control::Place(place) => self.place(place, typed, current)?,
            Control::Record(source) => {
                let shown = shown(locale, spec, value_of(current, field.number));
                if typed == shown {
                    Ok(Vec::new())
                } else if typed.is_empty() {
                    Ok(vec![Edit::Set(field.number, None)])
                } else {
                    match typed.parse().ok() {
                        Some(key) if self.choices.has(source, key)? => Ok(vec![Edit::Set(
                            field.number,
                            Some(FieldValue::Reference(key)),
                        )]),
                        _ => Err(locale.error("choice-unknown", &[])),
                    }
                }
            }
            Control::ByShape | Control::Email => {
                by_shape(locale, spec, typed, value_of(current, field.number))
                    .map(|edit| edit.into_iter().collect())
            }
        };
        match read {
            Ok(found) => edits.extend(found),
            Err(sentence) => {
                self.errors.insert(name.to_owned(), sentence);
            }
        }
        Ok(())
    }

    /// The edits of a place: every field that its routes set, and those that hang on the choice.
    fn place(
        &self,
        place: &'static Place,
        typed: &str,
        current: &[DecodedField],
    ) -> Result<Result<Vec<Edit>, String>, StoreError> {
        if typed == AS_IT_IS || typed == shown_place(place, current) {
            return Ok(Ok(Vec::new()));
        }
        let mut wanted: HashMap<u32, FieldValue> = HashMap::new();
        if !typed.is_empty() {
            let chosen = typed.split_once(':').and_then(|(token, key)| {
                let route = place.routes.iter().find(|route| route.token == token)?;
                Some((route, key.parse::<Key>().ok()?))
            });
            let Some((route, key)) = chosen else {
                return Ok(Err(self.choices.names.locale.error("choice-unknown", &[])));
            };
            if !self.choices.has(route.source, key)? {
                return Ok(Err(self.choices.names.locale.error("choice-unknown", &[])));
            }
            wanted.extend(
                route
                    .sets
                    .iter()
                    .map(|(number, set)| (*number, set.value(key))),
            );
        }
        let mut edits = Vec::new();
        for number in place
            .managed()
            .into_iter()
            .chain(place.dependent.iter().copied())
        {
            edits.push(Edit::Set(number, wanted.remove(&number)));
        }
        Ok(Ok(edits))
    }
}

/// What was typed into a field whose shape says how to read it.
fn by_shape(
    locale: Locale,
    spec: &'static FieldSpec,
    typed: &str,
    current: Option<&FieldValue>,
) -> Result<Option<Edit>, String> {
    let typed = typed.replace("\r\n", "\n");
    let before = shown(locale, spec, current);
    if typed == before.replace("\r\n", "\n") || typed.trim() == before.trim() {
        return Ok(None);
    }
    let is_text = matches!(spec.shape, Shape::Text | Shape::LongText);
    if typed.trim().is_empty() {
        return Ok(Some(Edit::Set(spec.number, None)));
    }
    let value = match spec.shape {
        _ if is_text => {
            let text = typed.trim();
            kept(locale, broken_by_text(spec.shape, text))?;
            FieldValue::Text(text.to_owned())
        }
        Shape::Flag => FieldValue::Flag(true),
        Shape::Date => {
            let date = locale
                .parse_date(&typed)
                .map_err(|error| locale.error(error.code(), &error.arguments()))?;
            day(date).ok_or_else(|| locale.error("internal", &[]))?
        }
        Shape::Decimal => {
            let number = locale
                .parse_amount(&typed)
                .map_err(|error| locale.error(error.code(), &error.arguments()))?;
            kept(locale, broken_by_amount(number))?;
            FieldValue::Decimal(number)
        }
        Shape::Integer | Shape::Choice(_) => integer(locale, spec, &typed)?,
        _ => return Err(locale.error("choice-unknown", &[])),
    };
    if current == Some(&value) {
        return Ok(None);
    }
    Ok(Some(Edit::Set(spec.number, Some(value))))
}

/// The sentence about a rule that is broken, as an error.
fn kept(locale: Locale, broken: Option<BrokenRule>) -> Result<(), String> {
    match broken {
        Some(rule) => Err(locale.error(rule.code, &rule.arguments)),
        None => Ok(()),
    }
}

fn integer(locale: Locale, spec: &'static FieldSpec, typed: &str) -> Result<FieldValue, String> {
    if let Shape::Choice(choices) = spec.shape {
        return typed
            .parse()
            .ok()
            .filter(|number| choices.iter().any(|(known, _)| known == number))
            .map(FieldValue::Integer)
            .ok_or_else(|| locale.error("choice-unknown", &[]));
    }
    let number = locale
        .parse_amount(typed)
        .map_err(|error| locale.error(error.code(), &error.arguments()))?;
    i64::try_from(number)
        .ok()
        .filter(|whole| number == (*whole).into())
        .map(FieldValue::Integer)
        .ok_or_else(|| locale.error("whole-number-needed", &[]))
}
