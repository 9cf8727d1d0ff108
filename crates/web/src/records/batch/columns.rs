//! What the columns of a batch fill, and what they are called.

use super::cells::Cells;
use crate::records::custom_fields::{CustomField, Customs};
use crate::records::form::{Control, Form, FormField, FormLines};
use crate::records::search::folded;
use crate::records::words;
use interchange::{FieldSpec, Shape};
use pages::Locale;

/// The column that names the record to be changed.
pub(super) const KEY: &str = "Key";

/// What a column fills.
#[derive(Debug, Clone)]
pub(super) enum Column {
    /// The key of the record to be changed.
    Key,
    /// A field of the record.
    Field(Slot),
    /// A field of a line.
    Line(Slot),
    /// Nothing that the form knows.
    Unknown,
}

/// A field that a column fills.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The name that it is sent under, without that of its line.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// The form of its value.
    pub shape: Shape,
    /// How the form fills it; none for a custom field.
    pub field: Option<&'static FormField>,
}

impl Slot {
    fn of(field: &'static FormField, spec: &'static FieldSpec, locale: Locale) -> Self {
        Self {
            name: spec.name.to_owned(),
            label: words::field_label(locale, spec),
            shape: spec.shape,
            field: Some(field),
        }
    }

    fn of_custom(custom: &CustomField) -> Self {
        Self {
            name: custom.input_name(),
            label: custom.name.clone(),
            shape: custom.shape(),
            field: None,
        }
    }

    fn is_called(&self, heading: &str) -> bool {
        heading == folded(&self.label) || (self.field.is_some() && heading == folded(&self.name))
    }
}

/// The columns that a form has: those of the record, then those of its lines.
pub(super) struct Columns {
    fields: Vec<Slot>,
    lines: Vec<Slot>,
    /// Other names of the place that a line is booked to.
    places: Vec<(String, Slot)>,
}

impl Columns {
    /// Those of a form with its custom fields.
    pub(super) fn of(form: &'static Form, customs: &Customs, locale: Locale) -> Self {
        // Boxes that are ticked for one of many have no place in a cell.
        let is_single = |field: &&FormField| !matches!(field.control, Control::Records(_));
        let head = form.fields.iter().filter(is_single);
        let mut fields: Vec<Slot> = head
            .filter_map(|field| Some(Slot::of(field, form.field(field)?, locale)))
            .collect();
        fields.extend(customs.head.iter().map(Slot::of_custom));
        let own = form.lines.map_or(&[][..], |lines| lines.fields).iter();
        let mut lines: Vec<Slot> = own
            .filter_map(|field| {
                Some(Slot::of(
                    field,
                    form.line_field(form.lines?, field)?,
                    locale,
                ))
            })
            .collect();
        lines.extend(customs.lines.iter().map(Slot::of_custom));
        let places = form
            .lines
            .map_or_else(Vec::new, |it| places(form, it, locale));
        Self {
            fields,
            lines,
            places,
        }
    }

    /// What each column of a table fills.
    pub(super) fn found(&self, cells: &Cells) -> Vec<Column> {
        let mut found: Vec<Column> = Vec::with_capacity(cells.headings.len());
        for heading in &cells.headings {
            let column = self.find(&folded(heading), &found);
            found.push(column);
        }
        found
    }

    /// The field that a heading names and no column before it fills.
    fn find(&self, heading: &str, before: &[Column]) -> Column {
        if heading == folded(KEY) {
            return Column::Key;
        }
        let is_taken = |slot: &Slot, of_line: bool| {
            before.iter().any(|column| match column {
                Column::Field(other) => !of_line && other.name == slot.name,
                Column::Line(other) => of_line && other.name == slot.name,
                Column::Key | Column::Unknown => false,
            })
        };
        let fields = self.fields.iter().filter(|it| it.is_called(heading));
        // Of two that are called alike a day is meant, and not the choice how it is given.
        let field = fields
            .filter(|it| !is_taken(it, false))
            .min_by_key(|it| matches!(it.shape, Shape::Choice(_)));
        let mut lines = self.lines.iter().filter(|it| it.is_called(heading));
        let line = lines.find(|it| !is_taken(it, true));
        let is_behind_lines = before.iter().any(|it| matches!(it, Column::Line(_)));
        match (field, line) {
            (_, Some(line)) if is_behind_lines || field.is_none() => Column::Line(line.clone()),
            (Some(field), _) => Column::Field(field.clone()),
            _ => {
                let mut places = self.places.iter();
                let place = places.find(|(name, _)| name == heading);
                place.map_or(Column::Unknown, |(_, slot)| Column::Line(slot.clone()))
            }
        }
    }

    /// The columns as a table has them, each under a heading that leads back to it.
    pub(super) fn all(&self) -> Vec<Column> {
        let is_named_again = |slot: &Slot| {
            let same = self.fields.iter().filter(|it| it.label == slot.label);
            matches!(slot.shape, Shape::Choice(_)) && same.count() > 1
        };
        let fields = self.fields.iter().filter(|it| !is_named_again(it));
        let fields = fields.cloned().map(Column::Field);
        let lines = self.lines.iter().cloned().map(Column::Line);
        std::iter::once(Column::Key)
            .chain(fields)
            .chain(lines)
            .collect()
    }

    /// What the field of a form with this name is called.
    pub(super) fn label(&self, name: &str) -> Option<String> {
        let (slots, own) = match name
            .strip_prefix("lines[")
            .and_then(|it| it.split_once("]."))
        {
            Some((_, own)) => (&self.lines, own),
            None => (&self.fields, name),
        };
        let found = slots.iter().find(|slot| slot.name == own)?;
        Some(found.label.clone())
    }
}

impl Column {
    /// Its heading.
    pub(super) fn heading(&self) -> &str {
        match self {
            Self::Key | Self::Unknown => KEY,
            Self::Field(slot) | Self::Line(slot) => &slot.label,
        }
    }
}

/// An account is chosen where an item could be: both names lead to that choice.
fn places(form: &'static Form, lines: &'static FormLines, locale: Locale) -> Vec<(String, Slot)> {
    let mut names = Vec::new();
    for field in lines.fields {
        let (Control::Place(place), Some(spec)) = (field.control, form.line_field(lines, field))
        else {
            continue;
        };
        let slot = Slot::of(field, spec, locale);
        if !place.label.is_empty() {
            names.push((folded(&locale.text(place.label)), slot.clone()));
        }
        for number in place.managed() {
            if let Some(part) = form.line_field(lines, &FormField::new(number)) {
                names.push((folded(part.name), slot.clone()));
                names.push((folded(&words::field_label(locale, part)), slot.clone()));
            }
        }
    }
    names
}
