//! Custom fields as columns of a list: those whose definition wants it, behind the columns that
//! every business has.

use crate::records::custom_fields::{CustomField, CustomKind, fields_of_list};
use crate::records::names::Names;
use crate::records::value;
use interchange::{DecodedRecord, FieldValue, KindSpec};
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell};
use store::StoreError;

/// How the code of such a column in `sort=` begins; the key of the definition follows.
pub(in crate::records) const SORT: &str = "custom-";

/// The custom fields that the list of a kind shows.
pub(in crate::records) struct Customs(Vec<CustomField>);

impl Customs {
    /// Those of a kind.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(in crate::records) fn of(
        names: &Names<'_>,
        spec: &'static KindSpec,
    ) -> Result<Self, StoreError> {
        fields_of_list(names, spec).map(Self)
    }

    /// Whether there are none.
    pub(in crate::records) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their columns; `sorted_by` gives the address of the list sorted by a code.
    pub(in crate::records) fn columns<'c>(
        &'c self,
        sorted_by: impl Fn(String) -> Option<String> + 'c,
    ) -> impl Iterator<Item = Column> + 'c {
        self.0.iter().map(move |field| Column {
            label: field.name.clone(),
            amounts: field.kind == CustomKind::Number,
            sort: sorted_by(format!("{SORT}{}", field.definition)),
        })
    }

    /// Their names.
    pub(in crate::records) fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(|field| field.name.clone())
    }

    /// What a record says in each.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(in crate::records) fn cells(
        &self,
        names: &Names<'_>,
        record: Option<&DecodedRecord>,
    ) -> Result<Vec<Markup>, StoreError> {
        let cell_of = |field: &CustomField| {
            Ok(match record.and_then(|it| field.value_in(&it.fields)) {
                None => cell(html! {}),
                Some(number @ FieldValue::Decimal(_)) => {
                    amount_cell(&value::plain(names, None, number)?)
                }
                Some(value) => cell(value::listed_custom(names, value)?),
            })
        };
        self.0.iter().map(cell_of).collect()
    }

    /// The same as words for spreadsheets and searches.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(in crate::records) fn texts(
        &self,
        names: &Names<'_>,
        record: Option<&DecodedRecord>,
    ) -> Result<Vec<String>, StoreError> {
        let text_of = |field: &CustomField| {
            Ok(match record.and_then(|it| field.value_in(&it.fields)) {
                None => String::new(),
                Some(FieldValue::Decimal(number)) => number.to_string(),
                Some(value) => match value.date().and_then(|date| date.date()) {
                    Some(date) => date.to_string(),
                    None => value::plain(names, None, value)?,
                },
            })
        };
        self.0.iter().map(text_of).collect()
    }

    /// The words of a record that a search looks through besides.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(in crate::records) fn searched(
        &self,
        names: &Names<'_>,
        record: Option<&DecodedRecord>,
    ) -> Result<Vec<String>, StoreError> {
        let found = self.0.iter().filter_map(|field| {
            let value = field.value_in(&record?.fields)?;
            Some(value::plain(names, None, value))
        });
        found.collect()
    }
}
