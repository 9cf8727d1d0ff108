//! Which records a list shows and in what order.
//!
//! One pass over the records of the kind keeps, for each that is found, its key and what it is
//! sorted by; only the records of the page asked for are read again and put into words. So a list
//! of a hundred thousand invoices costs one pass and a page.

use super::custom_fields::custom_value;
use super::list::customs::{Customs, SORT};
use super::list_figures::{FigureColumn, ListFigures};
use super::names::Names;
use super::search::Query;
use super::value::{self, Sort};
use books::{Key, Object};
use interchange::{DecodedRecord, FieldSpec, FieldValue, KindSpec, decode};
use jiff::civil::Date;
use store::StoreError;

/// How many records a page of a list shows.
pub(super) const PAGE_ROWS_MAX: usize = 200;

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The name of the record.
    Name,
    /// A field.
    Field(u32),
    /// A custom field, by its definition.
    Custom(Key),
    /// What follows from the books.
    Figure(FigureColumn),
}

/// By what a list is sorted, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
    /// By what.
    pub by: By,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Order {
    /// What `sort=` asks for: a column's number, `custom-` and the key of a custom field's
    /// definition, or the code of a figure, after `-` for descending.
    /// Newest first where records have a date, by name elsewhere.
    pub(super) fn of(spec: &KindSpec, figures: &ListFigures, asked: &str) -> Self {
        let (descending, code) = match asked.strip_prefix('-') {
            Some(code) => (true, code),
            None => (false, asked),
        };
        let number = code.parse().ok();
        let field = number.filter(|number| spec.list_columns.contains(number));
        let custom = code.strip_prefix(SORT).and_then(|key| key.parse().ok());
        let by = field
            .map(By::Field)
            .or(custom.map(By::Custom))
            .or_else(|| figures.column(code).map(By::Figure));
        match by {
            Some(by) => Self { by, descending },
            None => Self {
                by: spec.date_field.map_or(By::Name, By::Field),
                descending: spec.date_field.is_some(),
            },
        }
    }
}

/// The days that the documents of a list are to lie in; open at both ends when nothing is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// The first of them.
    pub from: Option<Date>,
    /// The last of them.
    pub to: Option<Date>,
}

impl Days {
    /// Whether every record is in them, with a date or without.
    pub(super) fn are_all(self) -> bool {
        self == Self::default()
    }

    /// Whether a record of this date is in them.
    pub(super) fn admit(self, date: Option<Date>) -> bool {
        self.are_all()
            || date.is_some_and(|date| {
                self.from.is_none_or(|first| date >= first)
                    && self.to.is_none_or(|last| date <= last)
            })
    }
}

/// What is looked for.
pub(super) struct Wanted<'q> {
    /// The words that a record has to hold.
    pub query: &'q Query,
    /// The days that it has to lie in.
    pub days: Days,
    /// By what it is sorted.
    pub order: Order,
    /// The custom fields that the list shows.
    pub customs: &'q Customs,
}

/// The records that were found.
pub(super) struct Found {
    /// The keys, in order: all of them, or those of one page.
    pub keys: Vec<Key>,
    /// How many were found, on whatever page they stand.
    pub count: usize,
    /// Form defaults of the kind, which are no documents: at most one.
    pub form_defaults: Vec<Key>,
}

/// Looks for the records of a kind.
pub(super) fn find(
    names: &Names<'_>,
    spec: &'static KindSpec,
    wanted: &Wanted<'_>,
    figures: &ListFigures,
) -> Result<Found, StoreError> {
    let query = wanted.query;
    let mut sorting = Sorting::new(names, spec, wanted.order);
    let mut form_defaults = Vec::new();
    names
        .reader()
        .each_object(Some(spec.content_type), &mut |object| {
            if object.is_keyed_by_kind() && !spec.singleton {
                form_defaults.push(object.key);
                return Ok(());
            }
            let record = decode(object.content_type, &object.content).ok();
            if !wanted.days.admit(date_of(spec, record.as_ref())) {
                return Ok(());
            }
            if !query.is_empty() {
                let mut texts = wanted.customs.searched(names, record.as_ref())?;
                texts.push(names.title_of(&object));
                if !is_found(names, spec, query, texts, record.as_ref())? {
                    return Ok(());
                }
            }
            sorting.add(figures, object.key, Some(&object), record.as_ref())?;
            Ok(())
        })?;
    Ok(sorting.finish(form_defaults))
}

/// Puts records in order as they are found.
pub(super) struct Sorting<'s, 'r> {
    names: &'s Names<'r>,
    spec: &'static KindSpec,
    order: Order,
    found: Vec<(Sort, Sort, Key)>,
}

impl<'s, 'r> Sorting<'s, 'r> {
    pub(super) fn new(names: &'s Names<'r>, spec: &'static KindSpec, order: Order) -> Self {
        Self {
            names,
            spec,
            order,
            found: Vec::new(),
        }
    }

    /// Takes in a record with its columns; the record itself is asked for its name only.
    pub(super) fn add(
        &mut self,
        figures: &ListFigures,
        key: Key,
        object: Option<&Object>,
        record: Option<&DecodedRecord>,
    ) -> Result<(), StoreError> {
        let first = self.sort_of(figures, key, object, record)?;
        let second = within_a_day(self.spec, self.order, record);
        self.found.push((first, second, key));
        Ok(())
    }

    /// The keys in their order.
    pub(super) fn finish(mut self, form_defaults: Vec<Key>) -> Found {
        let (order, locale) = (self.order, self.names.locale);
        let compare = |a: &Sort, b: &Sort| {
            match (order.descending, a == &Sort::Nothing || b == &Sort::Nothing) {
                // What is missing stands last in either direction.
                (true, false) => b.compare(a, locale),
                _ => a.compare(b, locale),
            }
        };
        self.found
            .sort_by(|(a, a_second, a_key), (b, b_second, b_key)| {
                let second = || compare(a_second, b_second);
                compare(a, b).then_with(second).then(a_key.cmp(b_key))
            });
        Found {
            count: self.found.len(),
            keys: self.found.into_iter().map(|(.., key)| key).collect(),
            form_defaults,
        }
    }

    fn sort_of(
        &self,
        figures: &ListFigures,
        key: Key,
        object: Option<&Object>,
        record: Option<&DecodedRecord>,
    ) -> Result<Sort, StoreError> {
        let name = || object.map_or(Sort::Nothing, |it| Sort::Words(self.names.title_of(it)));
        let number = match self.order.by {
            By::Name => return Ok(name()),
            By::Figure(column) => {
                let figure = figures.get(key, column);
                return Ok(figure.map_or(Sort::Nothing, |figure| figure.sort()));
            }
            By::Custom(definition) => {
                let value = record.and_then(|it| custom_value(&it.fields, definition));
                return value.map_or(Ok(Sort::Nothing), |it| value::sort_custom(self.names, it));
            }
            By::Field(number) => number,
        };
        let Some(column) = self.spec.field(number) else {
            return Ok(name());
        };
        match record.and_then(|record| listed_value(self.spec, column, record)) {
            Some(value) => value::sort(self.names, column, value),
            None => Ok(Sort::Nothing),
        }
    }
}

/// Where a document stands among those of its day: by the number in its reference, in the
/// direction of the dates, so that what was entered last stands beside the newest.
fn within_a_day(spec: &'static KindSpec, order: Order, record: Option<&DecodedRecord>) -> Sort {
    if spec
        .date_field
        .is_none_or(|date| order.by != By::Field(date))
    {
        return Sort::Nothing;
    }
    let reference = spec.field_by_name("Reference");
    let reference = reference.and_then(|field| record?.value(field.number)?.text());
    let Some(reference) = reference else {
        return Sort::Nothing;
    };
    ledger::number_at_end(reference).map_or(Sort::Nothing, |number| Sort::Number(number.into()))
}

/// The date of a record, where its kind has one.
fn date_of(spec: &KindSpec, record: Option<&DecodedRecord>) -> Option<Date> {
    record?.value(spec.date_field?)?.date()?.date()
}

/// What a column of a list holds. Whom a receipt or payment is with stands in one column, whether
/// that is a customer, a supplier or somebody who is only named (SPEC-posting.md, 13.4).
pub(super) fn listed_value<'r>(
    spec: &KindSpec,
    column: &FieldSpec,
    record: &'r DecodedRecord,
) -> Option<&'r FieldValue> {
    let own = record.value(column.number);
    if column.name != "Contact" {
        return own;
    }
    let value = |name: &str| record.value(spec.field_by_name(name)?.number);
    let party = |name: &str| {
        let value = value(name)?;
        value.reference().filter(|key| *key != Key::NIL)?;
        Some(value)
    };
    let chosen = value("PaidBy").or_else(|| value("Payee"));
    let party = match chosen.and_then(FieldValue::integer) {
        Some(1) => party("Customer"),
        Some(2) => party("Supplier"),
        _ => party("Customer").or_else(|| party("Supplier")),
    };
    party.or(own)
}

/// The columns of a kind's list.
pub(super) fn columns(spec: &'static KindSpec) -> Vec<&'static FieldSpec> {
    spec.list_columns
        .iter()
        .filter_map(|number| spec.field(*number))
        .collect()
}

/// Whether what was searched for occurs in the columns of a record, or in other texts of it.
pub(super) fn is_found(
    names: &Names<'_>,
    spec: &'static KindSpec,
    query: &Query,
    mut texts: Vec<String>,
    record: Option<&DecodedRecord>,
) -> Result<bool, StoreError> {
    for column in columns(spec) {
        if let Some(value) = record.and_then(|record| listed_value(spec, column, record)) {
            texts.push(value::plain(names, Some(column), value)?);
        }
    }
    Ok(query.finds(texts.iter().map(String::as_str)))
}
