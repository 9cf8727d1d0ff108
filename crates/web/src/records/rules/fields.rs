//! What the fields of a record must hold, whoever writes it: what is needed, which kinds of record
//! a reference may name, and which numbers a choice has (SPEC-api.md, 2.4).
//!
//! The form says it once, and a page, the API and the command line all come by here. Only what is
//! new is judged: a fault that came with an imported file stays until somebody changes the field
//! that has it, so that such a record can be read and changed in everything else.

use crate::records::form::{Control, Form, FormField, FormLines};
use crate::records::limits::LINES_COUNT_MAX;
use crate::records::typed::shown_place;
use books::Key;
use books::kinds::{self, Class};
use interchange::{DecodedField, DecodedRecord, FieldSpec, FieldValue, Shape, find_field};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use store::{Reader, StoreError};

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::records) struct Fault {
    /// The stable code.
    pub code: &'static str,
    /// The field by its English name, of a line with its place: `Lines[2].Account`, from 0.
    pub field: String,
    /// The facts of the sentence, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(code: &'static str, field: String) -> Self {
        Self {
            code,
            field,
            arguments: Vec::new(),
        }
    }
}

/// A record before and after a change, with the form of its kind where it has one.
pub(in crate::records) struct Judged<'a> {
    /// Where the records lie that it names.
    pub reader: &'a dyn Reader,
    /// The form of its kind.
    pub form: Option<&'static Form>,
    /// What it said before, or what a new one began with.
    pub before: &'a DecodedRecord,
    /// What it would say.
    pub after: &'a DecodedRecord,
    /// Whether it does not exist yet.
    pub is_new: bool,
    /// Whether it is what new records of its kind begin with, in which nothing is needed.
    pub is_default: bool,
}

/// Where a field stands: the field that holds the lines, 0 for the record itself, and its number.
type Place = (u32, u32);

/// What is known of a record before it is judged.
struct Known<'a> {
    judged: &'a Judged<'a>,
    references: BTreeSet<(Place, Key)>,
    choices: BTreeSet<(Place, i64)>,
    kinds: RefCell<BTreeMap<Key, Option<Key>>>,
    lines: OnceCell<BTreeSet<String>>,
}

/// The first fault of a record that it did not have before.
///
/// # Errors
/// When the store cannot be read.
pub(in crate::records) fn fault(judged: &Judged<'_>) -> Result<Option<Fault>, StoreError> {
    let mut known = Known {
        judged,
        references: BTreeSet::new(),
        choices: BTreeSet::new(),
        kinds: RefCell::default(),
        lines: OnceCell::new(),
    };
    known.learn(0, &judged.before.fields);
    if let Some(fault) = too_many_lines(judged) {
        return Ok(Some(fault));
    }
    if let Some(fault) = known.needed() {
        return Ok(Some(fault));
    }
    let fields = judged.form.map_or(&[][..], |form| form.fields);
    known.wrong(0, fields, &judged.after.fields, "")
}

impl Known<'_> {
    /// Takes in what stood there before.
    fn learn(&mut self, within: u32, fields: &[DecodedField]) {
        for field in fields {
            let place = (within, field.number);
            match &field.value {
                FieldValue::Reference(key) => drop(self.references.insert((place, *key))),
                FieldValue::Integer(number) => drop(self.choices.insert((place, *number))),
                FieldValue::Part(parts) => self.learn(field.number, parts),
                _ => {}
            }
        }
    }

    /// The first field that is needed and empty: of a new record, or taken away by the change.
    fn needed(&self) -> Option<Fault> {
        let judged = self.judged;
        let form = judged.form.filter(|_| !judged.is_default)?;
        for field in form.fields {
            let (Some(code), Some(spec)) = (field.needed, form.field(field)) else {
                continue;
            };
            let had = !judged.is_new && is_filled(field, spec, &judged.before.fields);
            let has = is_filled(field, spec, &judged.after.fields);
            if !has && (judged.is_new || had) {
                return Some(Fault::new(code, spec.name.to_owned()));
            }
        }
        form.lines
            .and_then(|lines| self.needed_in_lines(form, lines))
    }

    /// The same of lines that are new or changed. A line of words needs nothing beside them.
    fn needed_in_lines(&self, form: &'static Form, lines: &FormLines) -> Option<Fault> {
        let name = form.spec()?.field(lines.number)?.name;
        for (index, line) in self.judged.after.lines(lines.number).enumerate() {
            let specs = lines.fields.iter();
            let specs = specs.filter_map(|field| Some((field, form.line_field(lines, field)?)));
            let has_figures = specs
                .clone()
                .any(|(field, spec)| field.is_number(spec) && is_filled(field, spec, line));
            let mut missing = specs
                .filter(|(field, spec)| !is_filled(field, spec, line))
                .filter_map(|(field, spec)| Some((field.needed?, spec)));
            if let (true, Some((code, spec))) = (has_figures, missing.next())
                && !self.stood(lines.number, line)
            {
                let field = format!("{name}[{index}].{}", spec.name);
                return Some(Fault::new(code, field));
            }
        }
        None
    }

    /// Whether a line stood in the record as it is, wherever.
    fn stood(&self, number: u32, line: &[DecodedField]) -> bool {
        let before = || {
            let lines = self.judged.before.lines(number);
            lines.map(|line| format!("{line:?}")).collect()
        };
        let lines = self.lines.get_or_init(before);
        !self.judged.is_new && lines.contains(&format!("{line:?}"))
    }

    /// The first reference of a wrong kind, or number that a choice does not have.
    fn wrong(
        &self,
        within: u32,
        offered: &[FormField],
        fields: &[DecodedField],
        path: &str,
    ) -> Result<Option<Fault>, StoreError> {
        let mut index: BTreeMap<u32, usize> = BTreeMap::new();
        for field in fields {
            let Some(spec) = field.spec else { continue };
            let place = (within, field.number);
            let is_wrong = match &field.value {
                FieldValue::Part(parts) => {
                    let count = index.entry(field.number).or_default();
                    let path = format!("{}[{count}].", spec.name);
                    *count = count.saturating_add(1);
                    let lines = self.judged.form.and_then(|form| form.lines);
                    let lines = lines.filter(|lines| lines.number == field.number);
                    let offered = lines.map_or(&[][..], |lines| lines.fields);
                    if let Some(fault) = self.wrong(field.number, offered, parts, &path)? {
                        return Ok(Some(fault));
                    }
                    false
                }
                FieldValue::Reference(key) => {
                    let is_known = *key == Key::NIL || self.references.contains(&(place, *key));
                    !is_known && !self.fits(offered, field.number, spec.shape, *key)?
                }
                FieldValue::Integer(number) => match spec.shape {
                    Shape::Choice(choices) => {
                        let is_one = |(value, _): &(i64, &str)| value == number;
                        let is_known = *number == 0 || self.choices.contains(&(place, *number));
                        !is_known && !choices.iter().any(is_one)
                    }
                    _ => false,
                },
                _ => false,
            };
            if is_wrong {
                let code = "choice-unknown";
                let field = format!("{path}{}", spec.name);
                return Ok(Some(Fault::new(code, field)));
            }
        }
        Ok(None)
    }

    /// Whether a field may name this record: the form says which, else the description of the
    /// field. That there is such a record is asked elsewhere.
    fn fits(
        &self,
        offered: &[FormField],
        number: u32,
        shape: Shape,
        key: Key,
    ) -> Result<bool, StoreError> {
        let control = offered.iter().find(|field| field.number == number);
        if let Some(Control::Record(source) | Control::Records(source)) =
            control.map(|field| field.control)
        {
            return self.is_of(key, source.keys(), source.kinds());
        }
        match shape {
            Shape::Reference([]) | Shape::References([]) => Ok(true),
            Shape::Reference(kinds) | Shape::References(kinds) => self.is_of(key, kinds, kinds),
            _ => Ok(true),
        }
    }

    /// Whether a key is one of those that need no record, or a record of one of these kinds.
    fn is_of(&self, key: Key, keys: &[Key], kinds: &[Key]) -> Result<bool, StoreError> {
        if let Some(kind) = kinds::find(key) {
            let needs_none = [
                kinds::ASSETS,
                kinds::LIABILITIES,
                kinds::EQUITY,
                kinds::DEFAULT_INVENTORY_LOCATION,
            ];
            let is_account = matches!(
                kind.class,
                Class::BalanceSheetAccount | Class::ProfitAndLossAccount
            );
            return Ok(keys.contains(&key) && (is_account || needs_none.contains(&key)));
        }
        if !self.kinds.borrow().contains_key(&key) {
            let object = self.judged.reader.object(key)?;
            let kind = object.map(|object| object.content_type);
            self.kinds.borrow_mut().insert(key, kind);
        }
        let known = self.kinds.borrow();
        let kind = known.get(&key).copied().flatten();
        Ok(kind.is_none_or(|kind| kinds.contains(&kind)))
    }
}

/// More lines than a record may have, and than it had.
fn too_many_lines(judged: &Judged<'_>) -> Option<Fault> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for field in &judged.after.fields {
        let Some(spec) = field
            .spec
            .filter(|spec| matches!(spec.shape, Shape::Lines(_)))
        else {
            continue;
        };
        let count = counts.entry(field.number).or_default();
        *count = count.saturating_add(1);
        let is_over = *count > LINES_COUNT_MAX;
        if is_over && *count > judged.before.all(field.number).count() {
            let limit = ("limit", LINES_COUNT_MAX.to_string());
            let fault = Fault::new("lines-too-many", spec.name.to_owned());
            return Some(Fault {
                arguments: vec![limit],
                ..fault
            });
        }
    }
    None
}

/// Whether a field holds something. A whole number that is not written is zero, and so is a choice
/// that has one.
fn is_filled(field: &FormField, spec: &FieldSpec, fields: &[DecodedField]) -> bool {
    if let Control::Place(place) = field.control {
        return !shown_place(place, fields).is_empty();
    }
    let zero = |choices: &[(i64, &str)]| choices.iter().any(|(value, _)| *value == 0);
    let value = find_field(fields, field.number).map(|field| &field.value);
    match (value, spec.shape) {
        (None, Shape::Choice(choices)) => zero(choices),
        (None, _) => false,
        (Some(FieldValue::Text(text)), _) => !text.trim().is_empty(),
        (Some(FieldValue::Date(date)), _) => date.date().is_some(),
        (Some(FieldValue::Reference(key)), _) => *key != Key::NIL,
        (Some(_), _) => true,
    }
}
