//! What was typed into a form, and what a form shows of what is stored: two sides of one thing, so
//! that a field that is sent back as it was shown is known to be unchanged.

use super::choices::{Choices, Found};
use super::form::{Control, Form, FormField, Place, SetTo};
use books::Key;
use interchange::{DecodedField, DecodedRecord, FieldSpec, FieldValue, Shape, find_field};
use pages::Locale;
use pages::forms::line_name;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use store::StoreError;

/// The value of a place that none of its routes describes: it stays as it is.
pub(super) const AS_IT_IS: &str = "as-it-is";
/// The name under which a line says which line it came from.
pub(super) const FROM: &str = "from";

/// How the name of a custom field begins.
pub(super) const CUSTOM: &str = "custom[";

/// What was typed, by the names of the form's fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed(HashMap<String, String>);

/// What is wrong, by the names of the form's fields: a finished sentence each.
pub(super) type Errors = HashMap<String, String>;

impl Typed {
    /// What a browser sent. The first of several values of one name counts, except that boxes of a
    /// custom field that were ticked make one text of so many lines.
    pub(super) fn new(pairs: Vec<(String, String)>) -> Self {
        Self::as_sent(pairs).renumbered()
    }

    /// The same with the numbers of lines as they were sent.
    pub(super) fn as_sent(pairs: Vec<(String, String)>) -> Self {
        let mut typed: HashMap<String, String> = HashMap::with_capacity(pairs.len());
        for (name, value) in pairs {
            match typed.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(value);
                }
                Entry::Occupied(mut ticked) if ticked.key().contains(CUSTOM) => {
                    let texts = ticked.get_mut();
                    texts.push('\n');
                    texts.push_str(&value);
                }
                Entry::Occupied(_) => {}
            }
        }
        Self(typed)
    }

    /// The same with lines numbered from 0 without gaps, as a form writes them: a line that was
    /// taken away leaves a gap, and a line added later must not get a number in use.
    fn renumbered(mut self) -> Self {
        for (place, index) in self.line_indices().into_iter().enumerate() {
            let before = format!("lines[{index}]");
            if place == index {
                continue;
            }
            let names: Vec<String> = self
                .0
                .keys()
                .filter(|name| name.starts_with(&before))
                .cloned()
                .collect();
            for name in names {
                if let Some(value) = self.0.remove(&name) {
                    let field = name.strip_prefix(&before).unwrap_or_default();
                    self.0.insert(format!("lines[{place}]{field}"), value);
                }
            }
        }
        self
    }

    /// What was typed under a name; nothing gives empty text.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The names that begin so, with what stands behind it in them.
    pub(super) fn names_behind(&self, beginning: &str) -> BTreeSet<String> {
        self.0
            .keys()
            .filter_map(|name| name.strip_prefix(beginning))
            .map(str::to_owned)
            .collect()
    }

    /// Sets a value, for forms that show what is stored.
    pub(super) fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// Takes all lines away but the first of this number.
    pub(super) fn keep_lines(&mut self, count: usize) {
        let is_kept = |name: &str| {
            let line = name.strip_prefix("lines[")?.split_once(']')?.0;
            Some(line.parse::<usize>().is_ok_and(|line| line < count))
        };
        self.0.retain(|name, _| is_kept(name).unwrap_or(true));
    }

    /// The numbers of the lines that were sent, ascending.
    pub(super) fn line_indices(&self) -> Vec<usize> {
        let found: BTreeSet<usize> = self
            .0
            .keys()
            .filter_map(|name| name.strip_prefix("lines[")?.split_once(']')?.0.parse().ok())
            .collect();
        found.into_iter().collect()
    }

    /// Which line, as written, a line of the form came from.
    pub(super) fn line_from(&self, index: usize) -> Option<usize> {
        self.get(&line_name(&index.to_string(), FROM)).parse().ok()
    }
}

/// Trailing zeros beyond these decimals say nothing to anybody.
const SHOWN_DECIMALS_MAX: u32 = 2;

/// The value of a field among those of a record or line.
pub(super) fn value_of(fields: &[DecodedField], number: u32) -> Option<&FieldValue> {
    find_field(fields, number).map(|field| &field.value)
}

/// What a form shows for a stored value; what it shows, it takes back as unchanged.
pub(super) fn shown(locale: Locale, spec: &FieldSpec, value: Option<&FieldValue>) -> String {
    match value {
        None => nothing_chosen(spec).to_owned(),
        value => shown_value(locale, spec.shape, value),
    }
}

/// The same for a value of this shape, wherever it stands.
pub(super) fn shown_value(locale: Locale, shape: Shape, value: Option<&FieldValue>) -> String {
    match value {
        Some(FieldValue::Text(text)) => text.clone(),
        Some(FieldValue::Texts(texts)) => texts.join("\n"),
        Some(FieldValue::Flag(true)) => "on".to_owned(),
        Some(FieldValue::Integer(number)) => match shape {
            Shape::Choice(_) => number.to_string(),
            _ => locale.number((*number).into()),
        },
        // Decimals that were recorded are shown: 208.80 stays 208.80, and 3 stays 3.
        Some(FieldValue::Decimal(number)) => {
            let recorded = number.scale().min(SHOWN_DECIMALS_MAX);
            locale.amount(*number, recorded.max(number.normalize().scale()))
        }
        Some(FieldValue::Date(date)) => date
            .date()
            .map_or_else(String::new, |date| locale.date(date)),
        Some(FieldValue::Reference(key)) if *key != Key::NIL => key.to_string(),
        _ => String::new(),
    }
}

/// What a form shows where nothing is written: of a choice that has one, the choice of zero.
pub(super) fn nothing_chosen(spec: &FieldSpec) -> &'static str {
    match spec.shape {
        Shape::Choice(choices) if choices.iter().any(|(value, _)| *value == 0) => "0",
        _ => "",
    }
}

/// Puts what a list would have sent in the place of names that were typed, as far as they name one
/// record. The rest stays as it was typed, and is refused where it is read.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn find_what_was_typed(
    typed: &mut Typed,
    choices: &Choices<'_, '_>,
    form: &'static Form,
    original: &DecodedRecord,
) -> Result<(), StoreError> {
    for field in form.fields {
        if let Some(spec) = form.field(field) {
            find_field_typed(typed, choices, field, spec.name, spec, &original.fields)?;
        }
    }
    // Whom it is with is known now: lines that name an invoice by its number mean one of theirs.
    choices.settle(form, typed);
    let Some(lines) = form.lines else {
        return Ok(());
    };
    for index in typed.line_indices() {
        let stored = typed
            .line_from(index)
            .and_then(|from| original.all(lines.number).nth(from)?.value.part())
            .unwrap_or_default();
        for field in lines.fields {
            if let Some(spec) = form.line_field(lines, field) {
                let name = line_name(&index.to_string(), spec.name);
                find_field_typed(typed, choices, field, &name, spec, stored)?;
            }
        }
    }
    Ok(())
}

fn find_field_typed(
    typed: &mut Typed,
    choices: &Choices<'_, '_>,
    field: &FormField,
    name: &str,
    spec: &'static FieldSpec,
    stored: &[DecodedField],
) -> Result<(), StoreError> {
    let text = typed.get(name).trim().to_owned();
    // What a list sends names its record already; nothing must be read for it.
    let key = text.split_once(':').map_or(text.as_str(), |(_, key)| key);
    if text.is_empty() || text == AS_IT_IS || key.parse::<Key>().is_ok() {
        return Ok(());
    }
    let value = match field.control {
        Control::Record(source) => {
            let before = shown(choices.names.locale, spec, value_of(stored, field.number));
            if text == choices.label(source, &before)? {
                Found::One(before)
            } else {
                choices.find(source, &text)?
            }
        }
        Control::Place(place) => {
            let before = shown_place(place, stored);
            if text == choices.place_label(place, &before, stored)? {
                Found::One(before)
            } else {
                choices.find_place(place, &text)?
            }
        }
        _ => return Ok(()),
    };
    if let Found::One(value) = value {
        typed.set(name, value);
    }
    Ok(())
}

/// What a form shows for a place: the choice that describes the fields, or [`AS_IT_IS`].
pub(super) fn shown_place(place: &'static Place, current: &[DecodedField]) -> String {
    let present = |number: u32| {
        value_of(current, number).filter(|value| {
            !matches!(value, FieldValue::Integer(0))
                && !matches!(value, FieldValue::Reference(key) if *key == Key::NIL)
        })
    };
    let managed = place.managed();
    if managed.iter().all(|number| present(*number).is_none()) {
        return String::new();
    }
    for route in place.routes {
        let chosen = route
            .sets
            .iter()
            .find(|(_, set)| *set == SetTo::Chosen)
            .and_then(|(number, _)| present(*number)?.reference());
        let Some(chosen) = chosen else { continue };
        let fits = managed.iter().all(|number| {
            let set = route.sets.iter().find(|(known, _)| known == number);
            set.map_or(present(*number).is_none(), |(_, set)| {
                set.is(chosen, present(*number))
            })
        });
        if fits {
            return format!("{}:{chosen}", route.token);
        }
    }
    AS_IT_IS.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_without_gaps() {
        let pairs = [
            ("lines[2].Debit", "2"),
            ("lines[12].Debit", "12"),
            ("Date", "1"),
        ];
        let typed = Typed::new(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        );
        assert_eq!(typed.line_indices(), [0, 1]);
        assert_eq!(typed.get("lines[0].Debit"), "2");
        assert_eq!(typed.get("lines[1].Debit"), "12");
        assert_eq!(typed.get("Date"), "1");
    }
}
