//! Which records a query asks for: a page of a kind, in the order of keys, searched and filtered.

use axum::extract::Query;
use axum::http::{StatusCode, Uri};
use books::{Key, Object};
use interchange::{KindSpec, Plain, Shape, decode, to_plain};
use jiff::civil::Date;
use store::{Reader, StoreError};
use web::PageError;
use web::records::search;

/// Records on one page, when nothing is said.
const LIMIT_DEFAULT: usize = 50;
/// Records on one page at most.
const LIMIT_MAX: usize = 500;

/// What is asked for.
pub struct Listing {
    spec: &'static KindSpec,
    after: Option<Key>,
    limit: usize,
    search: search::Query,
    from: Option<Date>,
    to: Option<Date>,
    /// Fields by name and the text of the value that they must have.
    fields: Vec<(String, String)>,
}

/// A page of records.
pub struct Page {
    /// The records.
    pub records: Vec<Object>,
    /// The cursor of the next page, when there is one.
    pub next: Option<Key>,
}

/// Ends a visit when the page is full; never shown.
#[derive(Debug, thiserror::Error)]
#[error("the page is full")]
struct Full;

impl Listing {
    /// What a query asks for.
    ///
    /// # Errors
    /// `query-refused` with the name of what cannot be understood.
    pub fn read(spec: &'static KindSpec, query: &str) -> Result<Self, PageError> {
        let mut listing = Self {
            spec,
            after: None,
            limit: LIMIT_DEFAULT,
            search: search::Query::default(),
            from: None,
            to: None,
            fields: Vec::new(),
        };
        for (name, value) in pairs(query)? {
            let refused = || refused(&name);
            match name.as_str() {
                "after" => listing.after = Some(value.parse().map_err(|_| refused())?),
                "limit" => {
                    let limit = value.parse().map_err(|_| refused())?;
                    let fits = (1..=LIMIT_MAX).contains(&limit);
                    listing.limit = fits.then_some(limit).ok_or_else(refused)?;
                }
                "search" => listing.search = search::Query::new(&value),
                "from" => listing.from = Some(listing.day(&value).ok_or_else(refused)?),
                "to" => listing.to = Some(listing.day(&value).ok_or_else(refused)?),
                _ if is_simple(spec, &name) => listing.fields.push((name, value)),
                _ => return Err(refused()),
            }
        }
        Ok(listing)
    }

    /// A day, for kinds whose records have one.
    fn day(&self, text: &str) -> Option<Date> {
        self.spec.date_field?;
        text.parse().ok()
    }

    /// The page.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page(&self, reader: &dyn Reader) -> Result<Page, PageError> {
        let mut records: Vec<Object> = Vec::new();
        let mut has_more = false;
        let visited = reader.each_object(Some(self.spec.content_type), &mut |object| {
            if self.after.is_some_and(|after| object.key <= after) || !self.wants(&object) {
                return Ok(());
            }
            if records.len() >= self.limit {
                has_more = true;
                return Err(StoreError::Stopped(Box::new(Full)));
            }
            records.push(object);
            Ok(())
        });
        match visited {
            Err(StoreError::Stopped(_)) if has_more => {}
            other => other?,
        }
        let last = records.last().map(|object| object.key);
        Ok(Page {
            next: last.filter(|_| has_more),
            records,
        })
    }

    fn wants(&self, object: &Object) -> bool {
        super::is_one(self.spec, object) && self.is_in_time(object) && self.has_fields(object)
    }

    fn is_in_time(&self, object: &Object) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let record = decode(object.content_type, &object.content).ok();
        let day = self
            .spec
            .date_field
            .and_then(|number| record.as_ref()?.value(number)?.date()?.date());
        day.is_some_and(|day| {
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
        })
    }

    fn has_fields(&self, object: &Object) -> bool {
        if self.fields.is_empty() && self.search.is_empty() {
            return true;
        }
        let content = to_plain(object.content_type, &object.content);
        let has = |(name, wanted): &(String, String)| {
            content
                .member(name)
                .is_some_and(|value| text_of(value) == *wanted)
        };
        let mut texts = Vec::new();
        collect(&content, &mut texts);
        texts.extend(interchange::title(object));
        self.fields.iter().all(has) && self.search.finds(texts.iter().map(String::as_str))
    }
}

/// The pairs of a query.
fn pairs(query: &str) -> Result<Vec<(String, String)>, PageError> {
    let uri = Uri::builder()
        .path_and_query(format!("/?{query}"))
        .build()
        .map_err(|_| PageError::bad_request())?;
    Query::try_from_uri(&uri)
        .map(|Query(pairs)| pairs)
        .map_err(|_| PageError::bad_request())
}

fn refused(name: &str) -> PageError {
    PageError::new(StatusCode::BAD_REQUEST, "query-refused").with("name", name)
}

/// Whether a field has one simple value, by which records can be filtered.
fn is_simple(spec: &KindSpec, name: &str) -> bool {
    spec.field_by_name(name).is_some_and(|field| {
        matches!(
            field.shape,
            Shape::Text
                | Shape::Flag
                | Shape::Integer
                | Shape::Choice(_)
                | Shape::Date
                | Shape::Decimal
                | Shape::Reference(_)
        )
    })
}

fn text_of(value: &Plain) -> String {
    match value {
        Plain::Flag(flag) => flag.to_string(),
        Plain::Integer(number) => number.to_string(),
        Plain::Text(text) => text.clone(),
        Plain::Null | Plain::List(_) | Plain::Map(_) => String::new(),
    }
}

/// Every text in a record.
fn collect(value: &Plain, texts: &mut Vec<String>) {
    match value {
        Plain::Text(text) => texts.push(text.clone()),
        Plain::List(values) => values.iter().for_each(|value| collect(value, texts)),
        Plain::Map(members) => members.iter().for_each(|(_, value)| collect(value, texts)),
        Plain::Null | Plain::Flag(_) | Plain::Integer(_) => {}
    }
}
