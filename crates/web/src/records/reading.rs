//! Reads what was typed against the record as it is stored, and gives the edits that follow.
//!
//! A field that holds what it held when the form was shown gives no edit, so its bytes stay as they
//! are. Whatever else was typed is read in the reader's language; what cannot be read is refused
//! beside its field.

mod values;

use super::choices::Choices;
use super::custom_fields::{CustomField, Customs};
use super::form::{Control, Form, FormField, FormLines, Place};
use super::typed::{
    AS_IT_IS, Errors, Typed, nothing_chosen, shown, shown_place, shown_value, value_of,
};
use books::Key;
use interchange::{
    DecodedField, DecodedRecord, Edit, FieldSpec, FieldValue, LineEdit, Shape, find_field,
};
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
    /// The custom fields of the form, with the values of the record.
    pub customs: &'a Customs,
    /// Whether the record is new: lines of what it was copied from are not kept when left blank.
    pub is_new: bool,
    /// Whether it is the form default of a kind, in which nothing is needed.
    pub is_default: bool,
    /// What is wrong so far.
    pub errors: Errors,
    /// The lines of the form that the record gets, by their numbers in the form, in order.
    pub kept_lines: Vec<usize>,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    pub(super) fn new(
        choices: &'a Choices<'a, 'a>,
        form: &'static Form,
        typed: &'a Typed,
        customs: &'a Customs,
        is_new: bool,
    ) -> Self {
        Self {
            choices,
            form,
            typed,
            customs,
            is_new,
            is_default: false,
            errors: Errors::new(),
            kept_lines: Vec::new(),
        }
    }
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
                let from = edits.len();
                self.field(field, spec, spec.name, &original.fields, &mut edits)?;
                let own = edits.get(from..).unwrap_or_default();
                let flag = flag_of(field, own);
                edits.extend(flag);
            }
        }
        if let Some(lines) = form.lines {
            let line_edits = self.lines(lines, original)?;
            edits.extend(column_flags(lines, original, &line_edits));
            edits.push(Edit::Lines(lines.number, line_edits));
        }
        self.custom_edits(&mut edits);
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
            let was_blank = self.was_blank(lines, current);
            if is_blank && (self.is_new || from.is_none() || !was_blank) {
                continue;
            }
            let edits = self.line(lines, index, current, from.is_none())?;
            self.kept_lines.push(index);
            out.push(LineEdit { from, edits });
        }
        Ok(out)
    }

    fn line(
        &mut self,
        lines: &'static FormLines,
        index: usize,
        current: &[DecodedField],
        is_new: bool,
    ) -> Result<Vec<Edit>, StoreError> {
        let form = self.form;
        let mut edits = Vec::new();
        for field in lines.fields {
            let Some(spec) = form.line_field(lines, field) else {
                continue;
            };
            let name = line_name(&index.to_string(), spec.name);
            let optional = FormField {
                needed: None,
                ..*field
            };
            self.field(&optional, spec, &name, current, &mut edits)?;
        }
        let customs = self.customs;
        for custom in &customs.lines {
            let name = custom.line_name(&index.to_string());
            edits.extend(self.custom_edit(custom, name, custom.value_in(current)));
        }
        // A line that stays as it was stored may lack what a new one needs, and a line of words
        // needs nothing beside them.
        if (is_new || !edits.is_empty()) && self.has_figures(lines, index) {
            self.require_all(lines, index);
        }
        Ok(edits)
    }

    /// Complains of every field of a line that is needed and was left empty.
    fn require_all(&mut self, lines: &'static FormLines, index: usize) {
        for field in lines.fields {
            let spec = self.form.line_field(lines, field);
            let (Some(spec), Some(code)) = (spec, field.needed) else {
                continue;
            };
            let name = line_name(&index.to_string(), spec.name);
            if self.typed.get(&name).trim().is_empty() {
                let sentence = self.choices.names.locale.error(code, &[]);
                self.errors.insert(name, sentence);
            }
        }
    }

    /// Whether any number was typed into a line.
    fn has_figures(&self, lines: &'static FormLines, index: usize) -> bool {
        lines.fields.iter().any(|field| {
            self.form.line_field(lines, field).is_some_and(|spec| {
                let name = line_name(&index.to_string(), spec.name);
                field.is_number(spec) && !self.typed.get(&name).trim().is_empty()
            })
        })
    }

    /// Whether nothing was typed into any field of a line.
    fn is_blank(&self, lines: &'static FormLines, index: usize) -> bool {
        let index = index.to_string();
        let is_empty = |name: &str| self.typed.get(name).trim().is_empty();
        let mut customs = self.customs.lines.iter();
        let no_custom = customs.all(|custom| is_empty(&custom.line_name(&index)));
        no_custom
            && lines.fields.iter().all(|field| {
                let spec = self.form.line_field(lines, field);
                spec.is_none_or(|spec| is_empty(&line_name(&index, spec.name)))
            })
    }

    /// Whether a stored line has none of the fields that the form shows.
    fn was_blank(&self, lines: &'static FormLines, current: &[DecodedField]) -> bool {
        let mut customs = self.customs.lines.iter();
        let no_custom = customs.all(|custom| custom.value_in(current).is_none());
        no_custom
            && lines.fields.iter().all(|field| match field.control {
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
        if let Some(code) = field.needed.filter(|_| !self.is_default)
            && typed.trim().is_empty()
        {
            self.errors.insert(name.to_owned(), locale.error(code, &[]));
            return Ok(());
        }
        let read = match field.control {
            Control::Place(place) => self.place(place, typed, current)?,
            Control::Records(source) => Ok(self.ticked(field, source, name, current)?),
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
                        _ => Err(self.unknown(typed)),
                    }
                }
            }
            Control::ByShape | Control::Email | Control::Reference => {
                values::by_shape(locale, spec, typed, value_of(current, field.number))
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

    /// The sentence about a choice that names nothing, or more than one.
    fn unknown(&self, typed: &str) -> String {
        let locale = self.choices.names.locale;
        if typed.is_empty() || typed.parse::<Key>().is_ok() || typed.contains(':') {
            return locale.error("choice-unknown", &[]);
        }
        locale.error("choice-not-found", &[("text", typed.to_owned())])
    }

    /// Records that are ticked: those that were there in their order, then the new ones.
    fn ticked(
        &self,
        field: &FormField,
        source: super::choices::Source,
        name: &str,
        current: &[DecodedField],
    ) -> Result<Vec<Edit>, StoreError> {
        let before: Vec<Key> = current
            .iter()
            .filter(|it| it.number == field.number)
            .filter_map(|it| it.value.reference())
            .collect();
        let ticked = |key: Key| !self.typed.get(&format!("{name}[{key}]")).is_empty();
        let mut after: Vec<Key> = before.iter().copied().filter(|key| ticked(*key)).collect();
        for one in self.choices.of(source)?.iter() {
            if ticked(one.key) && !after.contains(&one.key) {
                after.push(one.key);
            }
        }
        if before == after {
            return Ok(Vec::new());
        }
        let values = after.into_iter().map(FieldValue::Reference).collect();
        Ok(vec![Edit::All(field.number, values)])
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
                return Ok(Err(self.unknown(typed)));
            };
            if !self.choices.has(route.source, key)? {
                return Ok(Err(self.unknown(typed)));
            }
            let party = self.choices.names.party_of(key)?;
            for (number, set) in route.sets {
                if let Some(value) = set.value(key, party) {
                    wanted.insert(*number, value);
                }
            }
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

    /// The edits of custom fields of the record.
    fn custom_edits(&mut self, edits: &mut Vec<Edit>) {
        let customs = self.customs;
        for field in &customs.head {
            edits.extend(self.custom_edit(field, field.input_name(), field.value()));
        }
    }

    /// The edit of one custom field; nothing where it is as it was or cannot be read.
    fn custom_edit(
        &mut self,
        field: &CustomField,
        name: String,
        before: Option<&FieldValue>,
    ) -> Option<Edit> {
        let locale = self.choices.names.locale;
        let typed = self.typed.get(&name).replace("\r\n", "\n");
        let before = shown_value(locale, field.shape(), before);
        if typed.trim() == before.replace("\r\n", "\n").trim() {
            return None;
        }
        if typed.trim().is_empty() {
            return Some(field.edit(None));
        }
        if let Some(text) = field.no_choice(&typed, &before) {
            let sentence = locale.error("choice-not-found", &[("text", text.to_owned())]);
            self.errors.insert(name, sentence);
            return None;
        }
        match values::read(locale, field.shape(), &typed) {
            Ok(value) => Some(field.edit(Some(value))),
            Err(sentence) => {
                self.errors.insert(name, sentence);
                None
            }
        }
    }
}

/// The flag that says whether a field holds something, where the field has one and changes.
fn flag_of(field: &FormField, own: &[Edit]) -> Option<Edit> {
    if field.flag == 0 {
        return None;
    }
    let holds = match own.first()? {
        Edit::Set(_, value) => value.is_some(),
        Edit::All(_, values) => !values.is_empty(),
        _ => return None,
    };
    Some(Edit::Set(
        field.flag,
        holds.then_some(FieldValue::Flag(true)),
    ))
}

/// The flags of columns that a line fills and that are not shown yet.
pub(super) fn column_flags(
    lines: &FormLines,
    original: &DecodedRecord,
    edits: &[LineEdit],
) -> Vec<Edit> {
    let fills = |wanted: u32| {
        edits
            .iter()
            .flat_map(|line| &line.edits)
            .any(|edit| matches!(edit, Edit::Set(number, Some(_)) if *number == wanted))
    };
    let is_shown = |flag: u32| original.value(flag).and_then(FieldValue::flag) == Some(true);
    let columns = lines.columns.iter();
    columns
        .filter(|(field, flag)| fills(*field) && !is_shown(*flag))
        .map(|(_, flag)| Edit::Set(*flag, Some(FieldValue::Flag(true))))
        .collect()
}

/// Whether a shape is read as text.
fn is_text(shape: Shape) -> bool {
    matches!(shape, Shape::Text | Shape::LongText | Shape::Html)
}

/// What an empty field means: nothing, or the choice of nothing.
fn is_nothing(spec: &FieldSpec, typed: &str) -> bool {
    typed.trim().is_empty() || (!is_text(spec.shape) && typed == nothing_chosen(spec))
}
